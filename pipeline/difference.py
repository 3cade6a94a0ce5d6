"""What changed between two packages: the rows added, removed and changed by their keys, and the columns and tables.

Of a row that both have, the cells of the columns that both have are compared, as they are written.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.errors import Unusable, brief, one_line
from pipeline.published import Cells, Published

SAMPLES = 3
KEY = " id"  # no column of a table can be called so
Change = tuple[str | None, str | None]  # what the cell was, what it is


@dataclass
class TableChanges:
    """One table: its rows in both packages, the ids of rows, and for each changed id its changed cells."""

    name: str
    before: int = 0
    after: int = 0
    added: dict[str, Cells] = field(default_factory=dict)
    removed: dict[str, Cells] = field(default_factory=dict)
    changed: dict[str, dict[str, Change]] = field(default_factory=dict)
    columns_added: list[str] = field(default_factory=list)
    columns_removed: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return any((self.added, self.removed, self.changed, self.columns_added, self.columns_removed))


@dataclass
class Difference:
    """Two packages: what they call themselves, the tables that only one has, and each table's changes."""

    old: str
    new: str
    tables_added: list[str]
    tables_removed: list[str]
    tables: list[TableChanges]

    def __bool__(self) -> bool:
        return any((self.tables_added, self.tables_removed, *self.tables))

    def total(self, kind: str) -> int:
        """Return how many rows of all tables were `added`, `removed` or `changed`."""
        return sum(len(getattr(table, kind)) for table in self.tables)


def compare(old: Published, new: Published) -> Difference:
    """Return what changed; raises Unusable where a package cannot be read or an id stands twice in a table."""
    # The new package's order, with the tables that it has no more at the end.
    names = list(dict.fromkeys([*new.tables, *old.tables]))
    return Difference(
        _title(old),
        _title(new),
        [name for name in names if name not in old.tables],
        [name for name in names if name not in new.tables],
        [_table(name, old, new) for name in names],
    )


def _title(package: Published) -> str:
    return one_line(" ".join(str(package.descriptor.get(key, "")) for key in ("name", "version")).strip())


def _table(name: str, old: Published, new: Published) -> TableChanges:
    before, after = _rows(old, name), _rows(new, name)
    common = after.take(pc.index_in(before[KEY], value_set=after[KEY].combine_chunks()).drop_null())
    both = [name in package.tables for package in (old, new)] == [True, True]
    return TableChanges(
        name,
        before.num_rows,
        after.num_rows,
        _keyed(_without(after, before)),
        _keyed(_without(before, after)),
        _changed(before.filter(pc.is_in(before[KEY], value_set=after[KEY].combine_chunks())), common),
        [column for column in after.column_names if both and column not in before.column_names],
        [column for column in before.column_names if both and column not in after.column_names],
    )


def _rows(package: Published, name: str) -> pa.Table:
    """Return a table's rows with their ids once more as the column KEY; none where there is no such table."""
    if name not in package.tables:
        return pa.table({KEY: pa.array([], pa.string())})
    rows = package.rows(name)
    ids = rows[package.tables[name].primary_key]
    if pc.count_distinct(ids, mode="all").as_py() < len(ids):
        twice = next(count["values"] for count in pc.value_counts(ids).to_pylist() if count["counts"] > 1)
        raise Unusable(f"{package.name}: {name}: the id {brief(twice)} stands there twice; `check` tells where")
    return rows.append_column(KEY, ids)


def _without(rows: pa.Table, others: pa.Table) -> pa.Table:
    return rows.filter(pc.invert(pc.is_in(rows[KEY], value_set=others[KEY].combine_chunks())))


def _keyed(rows: pa.Table) -> dict[str, Cells]:
    return dict(zip(map(str, rows[KEY].to_pylist()), rows.drop_columns(KEY).to_pylist(), strict=True))


def _changed(before: pa.Table, after: pa.Table) -> dict[str, dict[str, Change]]:
    """Return the changed cells of rows that both packages have, in the same order here and there."""
    found: dict[str, dict[str, Change]] = {}
    for column in after.column_names:
        if column in before.column_names:
            old, new = before[column], after[column]
            same = pc.or_(pc.fill_null(pc.equal(old, new), False), pc.and_(old.is_null(), new.is_null()))
            for row in pc.indices_nonzero(pc.invert(same)).to_pylist():
                cell = found.setdefault(str(after[KEY][row].as_py()), {})
                cell[column] = (old[row].as_py(), new[row].as_py())
    return dict(sorted(found.items()))


def as_json(difference: Difference) -> str:
    """Return all of it as one JSON object: every id that was added or removed, every cell that was changed."""
    told: dict[str, Any] = {
        "old": difference.old,
        "new": difference.new,
        "rows": {kind: difference.total(kind) for kind in ("added", "removed", "changed")},
        "tables_added": difference.tables_added,
        "tables_removed": difference.tables_removed,
        "tables": {
            table.name: {
                "rows": [table.before, table.after],
                "columns_added": table.columns_added,
                "columns_removed": table.columns_removed,
                "added": list(table.added),
                "removed": list(table.removed),
                "changed": table.changed,
            }
            for table in difference.tables
            if table
        },
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def as_markdown(difference: Difference) -> str:
    """Return a summary, a table of counts, and of each kind of change in each table three samples."""
    return "\n".join(_markdown(difference))


def _markdown(difference: Difference) -> Iterator[str]:
    yield f"# {difference.old} → {difference.new}\n"
    touched = [table for table in difference.tables if table]
    if not difference:
        yield "No row, column or table differs."
        return
    counts = ", ".join(f"{difference.total(kind):,} {kind}" for kind in ("added", "removed", "changed"))
    yield f"Rows: {counts}, in {len(touched)} of {len(difference.tables)} tables."
    for said, names in (("added", difference.tables_added), ("removed", difference.tables_removed)):
        if names:
            yield f"Tables {said}: {', '.join(names)}."
    if touched:
        yield "\n| table | rows | added | removed | changed |\n| --- | --- | --- | --- | --- |"
    for table in touched:
        sizes = f"{table.before:,}" if table.before == table.after else f"{table.before:,} → {table.after:,}"
        counts = " | ".join(f"{len(kind):,}" for kind in (table.added, table.removed, table.changed))
        yield f"| {table.name} | {sizes} | {counts} |"
    for table in touched:
        yield f"\n## {table.name}"
        yield from _samples(table)


def _samples(table: TableChanges) -> Iterator[str]:
    for said, columns in (("added", table.columns_added), ("removed", table.columns_removed)):
        if columns:
            yield f"\nColumns {said}: {', '.join(map(_code, columns))}."
    for said, rows in (("Added", table.added), ("Removed", table.removed)):
        yield from _listed(said, {key: _quoted(row) for key, row in rows.items()})
    cells = {
        key: "; ".join(f"{column} {_value(old)} → {_value(new)}" for column, (old, new) in changes.items())
        for key, changes in table.changed.items()
    }
    yield from _listed("Changed", cells)


def _listed(said: str, rows: dict[str, str]) -> Iterator[str]:
    if rows:
        yield f"\n{said}\n"
        yield from (
            f"- {_code(one_line(key))}{f': {words}' if words else ''}" for key, words in islice(rows.items(), SAMPLES)
        )
        if len(rows) > SAMPLES:
            yield f"- and {len(rows) - SAMPLES:,} more"


def _quoted(row: Cells) -> str:
    words = row.get("quote") or row.get("text") or row.get("name")
    return _value(words) if words else ""


def _value(cell: str | None) -> str:
    return "empty" if cell is None else _code(brief(cell)[1:-1])


def _code(text: str) -> str:
    """Text in a fence of backticks longer than any within it."""
    fence = "`" * (1 + max(map(len, re.findall("`+", text)), default=0))
    return f"{fence} {text} {fence}" if "`" in text else f"`{text}`"
