"""What a person overruled is what raw/corrections.csv says: each line a cell with its words, each such cell a line."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow.compute as pc

from pipeline.checks.package import Package
from pipeline.corrections.ledger import Correction
from pipeline.errors import Finding

FILE = "data/evidence.csv"
REBUILD = "build the package again"


def cells(package: Package) -> set[tuple[str, str, str]]:
    """Return the cells that a person overruled, as table, row and column."""
    return {one.cell for one in package.corrections}


def corrections(package: Package) -> Iterator[Finding]:
    """Yield the corrections that the tables do not show, and the curated evidence that is of none."""
    lines = {one.cell: one for one in package.corrections}
    given = package.rows["evidence"]
    carried = set()
    for row in given.filter(pc.equal(given["basis"], "curated")).to_pylist():
        cell = row["resource"], row["row_id"], row["field"]
        where, quote = (FILE, row["evidence_id"] or ""), row["quote"]
        carried.add(cell)
        if cell not in lines:
            said = f"is curated, but raw/corrections.csv does not overrule this cell; {REBUILD}"
            yield Finding(*where, "basis", "curated", quote, said)
        elif quote != lines[cell].words:
            said = f"are not the words that raw/corrections.csv gives; {REBUILD}"
            yield Finding(*where, "quote", quote, lines[cell].words, said)
        elif row["rule"] is not None:
            yield Finding(*where, "rule", row["rule"], quote, f"names a rule, but a person gave the cell; {REBUILD}")
    for one in package.corrections:
        yield from _shown(package, one, one.cell in carried)


def _shown(package: Package, one: Correction, carried: bool) -> Iterator[Finding]:
    from pipeline.corrections.apply import written  # which asks these checks what rests on words

    where = (one.place, one.row_id, one.field)
    table = package.tables.get(one.resource)
    if table is None or one.field not in table.columns:
        yield Finding(*where, message=f"is no column of a table {one.resource}; {REBUILD}")
        return
    rows = package.rows[one.resource]
    found = rows.filter(pc.equal(rows[table.primary_key], one.row_id))
    now = written(found[one.field][0].as_py()) if found.num_rows else None
    if now != one.new_value:
        there = "there is no such row" if now is None else f"the cell holds {now!r}"
        yield Finding(*where, one.new_value, message=f"is not what the table says: {there}; {REBUILD}")
    elif one.new_value and not carried:
        yield Finding(*where, one.new_value, message=f"has no curated evidence in {FILE}; {REBUILD}")
