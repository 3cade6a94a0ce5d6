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
    """Yield the corrections that the tables do not show, and the curated evidence of none."""
    given = package.rows["evidence"]
    curated = given.filter(pc.equal(given["basis"], "curated")).to_pylist()
    by_cell = {(row["resource"], row["row_id"], row["field"]): row for row in curated}
    for row in curated:
        cell = row["resource"], row["row_id"], row["field"]
        if cell not in cells(package):
            said = f"is curated, but raw/corrections.csv does not overrule this cell; {REBUILD}"
            yield Finding(FILE, row["evidence_id"] or "", "basis", "curated", row["quote"], said)
        elif row["rule"] is not None:
            said = f"names a rule, but a person gave the cell; {REBUILD}"
            yield Finding(FILE, row["evidence_id"] or "", "rule", row["rule"], row["quote"], said)
    for one in package.corrections:
        yield from _shown(package, one, by_cell.get(one.cell))


def _shown(package: Package, one: Correction, evidence: dict[str, str] | None) -> Iterator[Finding]:
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
    elif one.new_value and (evidence is None or evidence["quote"] != one.words):
        yield Finding(*where, quote=one.words, message=f"these words are no curated evidence of the cell; {REBUILD}")
