"""What the reading finds in a folder of briefs, as the judge compares it: rows by document and layer.

The rows are those of a package of these briefs, in its order (by id), though none is written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Row = dict[str, Any]
Tables = Mapping[str, Sequence[Mapping[str, Any]]]
Found = dict[str, dict[str, list[Row]]]  # document -> layer -> rows

# The tables compared as they are, with the column by which a package sorts their rows.
KEYS = {
    "dates": "date_id", "mentions": "mention_id", "figures": "figure_id", "goods": "good_id", "offices": "office_id",
    "events": "event_id", "memberships": "membership_id",
}  # fmt: skip
PEOPLE = {"offices": ("person",), "memberships": ("member", "body")}  # columns that hold an entity's id


def arrange(readings: Mapping[str, Tables]) -> Found:
    """Return the rows of each document by layer, from the readings by document id.

    An empty cell is an empty string. Columns that name an entity hold all names it is known by, in whichever document;
    a participant has the span and kind of its event.
    """
    names, kinds = _entities(readings[document] for document in sorted(readings))
    return {document: _layers(tables, names, kinds) for document, tables in readings.items()}


def _entities(readings: Iterable[Tables]) -> tuple[dict[str, set[str]], dict[str, str]]:
    """The names that each entity is known by, and its kind; where documents differ, the first that says it counts."""
    told: dict[str, dict[str, str]] = defaultdict(dict)
    names: dict[str, set[str]] = defaultdict(set)
    for tables in readings:
        for row in tables["entities"]:
            for column in ("name", "acronym", "kind"):
                if row[column]:
                    told[row["entity_id"]].setdefault(column, row[column])
        for row in tables["mentions"]:
            names[row["entity_id"]].add(row["quote"])
    for entity, cells in told.items():
        names[entity] |= {cells[column] for column in ("name", "acronym") if column in cells}
    return names, {entity: cells.get("kind", "") for entity, cells in told.items()}


def _layers(tables: Tables, names: Mapping[str, set[str]], kinds: Mapping[str, str]) -> dict[str, list[Row]]:
    layers = {layer: [_filled(row) for row in _ordered(tables[layer], key)] for layer, key in KEYS.items()}
    for row in layers["mentions"]:
        row["kind"] = kinds.get(row["entity_id"], "")
    for layer, columns in PEOPLE.items():
        for row in layers[layer]:
            row |= {column: {row[column], *names.get(row[column], ())} for column in columns}
    events = {row["event_id"]: row for row in layers["events"]}
    layers["participants"] = [
        {
            "name": {row["participant"], *names.get(row["entity_id"], ())},
            "event_kind": event["kind"],
            **{key: event[key] for key in ("start", "end", "quote")},
        }
        for row in map(_filled, _ordered(tables["participants"], "participant_id"))
        if (event := events.get(row["event_id"]))
    ]
    layers["figures_full"] = layers["figures"]
    return layers


def _ordered(rows: Sequence[Mapping[str, Any]], key: str) -> list[Mapping[str, Any]]:
    return sorted(rows, key=lambda row: str(row[key]))


def _filled(row: Mapping[str, Any]) -> Row:
    cells = {column: "" if value is None else value for column, value in row.items()}
    return cells | {"start": row["start_char"], "end": row["end_char"]}
