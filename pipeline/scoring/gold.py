"""What a careful reader finds in a brief: NAME.gold.json beside NAME.txt, checked before anything is judged by it.

One list of rows a layer; a row has `start`, `end` and `quote` (text[start:end], code points), the values of its layer,
and may be `optional`: then it is neither rewarded nor punished. The values of closed lists are those of the schemas.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.errors import Finding
from pipeline.sources import reason_of
from pipeline.tableschema import enum, tables

ENDING = ".gold.json"
MEND = "mend the gold"

Row = dict[str, Any]
Gold = dict[str, list[Row]]  # layer -> rows


def load(path: Path, text: str) -> tuple[Gold, list[Finding]]:
    """Return the gold rows of one brief by layer, `text` being its words, and what is wrong with the file.

    Where anything is wrong there are no rows. The layers `figures_full` and `participants` are made from the others.
    """
    try:
        written = json.loads(path.read_bytes().decode("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        return {}, [Finding(path.name, message=f"cannot be read as JSON ({reason_of(error)}); {MEND}")]
    findings = [*_outside_the_format(written, path.name)] or [*_misquoted(written, path.name, text)]
    return ({} if findings else layers(written)), findings


def layers(written: dict[str, Any]) -> Gold:
    """Return the rows of every layer from gold as it is written."""
    rows = {layer: written.get(layer, []) for layer in _format()["properties"] if layer != "document"}
    rows["figures_full"] = rows["figures"]
    rows["participants"] = [
        {
            "name": person["name"],
            "start": event["start"],
            "end": event["end"],
            "quote": event["quote"],
            "event_kinds": [event["kind"], *event.get("also_kinds", [])],
            "optional": bool(event.get("optional") or person.get("optional")),
        }
        for event in rows["events"]
        for person in event.get("participants", [])
    ]
    return rows


def _outside_the_format(written: object, file: str) -> Iterator[Finding]:
    from jsonschema import Draft202012Validator

    for error in sorted(Draft202012Validator(_format()).iter_errors(written), key=lambda error: str(error.json_path)):
        layer, number, *inside = [*error.absolute_path, "", ""][: max(2, len(error.absolute_path))]
        row = f"{layer} {number + 1}" if isinstance(number, int) else str(layer)
        column = ".".join(map(str, inside or ([] if isinstance(number, int) else [number])))
        said = (
            f"{error.instance!r} is not {error.schema['description']}"
            if error.validator == "pattern"
            else error.message
        )
        yield Finding(file, row, column, quote=_quote(written, layer, number), message=f"{said}; {MEND}")


def _quote(written: Any, layer: object, number: object) -> str | None:
    try:
        return str(written[layer][number]["quote"])
    except (KeyError, IndexError, TypeError):
        return None


def _misquoted(written: dict[str, Any], file: str, text: str) -> Iterator[Finding]:
    for layer, rows in written.items():
        for number, row in enumerate(rows if layer != "document" else [], start=1):
            start, end = row["start"], row["end"]
            where = (file, f"{layer} {number}")
            if not start < end <= len(text):
                said = f"{start}:{end} does not lie in the text of {len(text)} characters"
                yield Finding(*where, "start", quote=row["quote"], message=f"{said}; {MEND}")
            elif text[start:end] != row["quote"]:
                said = f"the text at {start}:{end} is not the quote"
                yield Finding(*where, "quote", text[start:end], row["quote"], f"{said}; {MEND}")
            if not row.get("num_start", start) < row.get("num_end", end):
                yield Finding(*where, "num_start", quote=row["quote"], message=f"ends before it begins; {MEND}")


@cache
def _format() -> dict[str, Any]:
    """The format as a JSON Schema, with the closed lists and patterns of the tables' own schemas."""
    text, amount, flag = {"type": "string"}, {"type": ["number", "null"]}, {"type": "boolean"}
    offset = {"type": "integer", "minimum": 0}
    date = _pattern("figures", "date", "a date in EDTF, as in 2012-06")
    country = _pattern("figures", "reporter", "the three letters of a country, as in PER")
    measure = {"enum": [*enum("figures", "measure"), *enum("figures", "statistic")]}
    person = _object({"name": text, "role": _one_of("participants", "role")}, {"optional": flag})
    # Each layer's columns: those that a row must have, and those that it may have.
    columns: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
        "dates": ({"date": date}, {"precision": _one_of("dates", "precision"), "inferred": flag}),
        "mentions": ({"kind": _one_of("entities", "kind")}, {"name": text, "form": _one_of("mentions", "form")}),
        "figures": (
            {"kind": _one_of("figures", "kind"), "measure": measure, "value": amount, "unit": text},
            {"num_start": offset, "num_end": offset, "also": _list(measure), "value_to": amount, "scope": text,
             "comparator": _one_of("figures", "comparator"), "reporter": country, "partner": country, "date": date},
        ),
        "goods": (
            {"flow": _one_of("goods", "flow"), "name": text},
            {"reporter": country, "partner": country, "date": date, "detail_of": text},
        ),
        "offices": ({"person": text, "title": text}, {"of": text}),
        "events": (
            {"kind": _one_of("events", "kind")},
            {"date": date, "status": _one_of("events", "status"), "place": text, "participants": _list(person),
             "also_dates": _list(date), "also_kinds": _list(_one_of("events", "kind"))},
        ),
        "memberships": ({"member": text, "body": text, "role": _one_of("memberships", "role")}, {"date": date}),
    }  # fmt: skip
    words = {"start": offset, "end": offset, "quote": text}
    rows = {
        layer: _list(_object(words | needed, allowed | {"optional": flag}))
        for layer, (needed, allowed) in columns.items()
    }
    return _object({}, {"document": {"type": "object"}, **rows})


def _one_of(table: str, column: str) -> dict[str, Any]:
    return {"enum": [*enum(table, column)]}


def _list(of: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": of}


def _object(needed: dict[str, Any], allowed: dict[str, Any]) -> dict[str, Any]:
    properties = {"properties": needed | allowed, "additionalProperties": False}
    return {"type": "object", "required": [*needed], **properties}


def _pattern(table: str, column: str, what: str) -> dict[str, Any]:
    """A string as a column holds it, or an empty one for what the text does not say; `what` it is, in words."""
    pattern = tables()[table].field(column)["constraints"]["pattern"]
    return {"type": "string", "pattern": f"^({pattern})?$", "description": what}
