"""No cell without words: the cells that carry the data rest on evidence, and evidence rests on cells."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.checks.package import Package
from pipeline.errors import Finding

# The cells that need evidence where they are filled, and the value that needs none because no word says it.
NEEDED: dict[str, dict[str, str | None]] = {
    "mentions": {"entity_id": None},
    "dates": {"date": None},
    "figures": dict.fromkeys(
        ("value", "value_to", "unit", "measure", "subject", "reporter", "partner", "scope", "date"), None
    )
    | {"comparator": "exactly"},
    "goods": dict.fromkeys(("name", "flow", "reporter", "partner", "date", "emphasis", "detail_of"), None),
    "sectors": dict.fromkeys(("name", "role", "detail_of"), None),
    "events": dict.fromkeys(("kind", "date", "place"), None) | {"status": "occurred"},
    "participants": dict.fromkeys(("participant", "role"), None),
    "offices": dict.fromkeys(("person", "title", "body", "date"), None),
    "memberships": dict.fromkeys(("member", "body", "role", "date"), None),
}
FILE = "data/evidence.csv"


def contract(package: Package) -> Iterator[Finding]:
    """Yield cells without evidence, evidence without a cell, and a basis that is not what the row's `inferred` says."""
    given = package.rows["evidence"]
    for name, table in package.tables.items():
        if name == "evidence":
            continue
        rows = package.rows[name]
        mine = given.filter(pc.equal(given["resource"], name))
        yield from _inferred(package, name)
        if not mine.num_rows and name not in NEEDED:
            continue
        ids = rows[table.primary_key].combine_chunks()
        lost = pc.invert(pc.is_in(mine["row_id"], value_set=ids))
        yield from _told(mine.filter(lost), "row_id", f"is no row of {name}; remove the evidence with its row")
        mine = mine.filter(pc.invert(lost))
        if "document_id" in table.columns:
            home = rows["document_id"].combine_chunks().take(pc.index_in(mine["row_id"], value_set=ids))
            other = pc.not_equal(mine["document_id"], home)
            yield from _told(
                mine.filter(other),
                "document_id",
                f"is not the document of its row in {name}; mend the rule that gave it",
            )
        unknown = pc.invert(pc.is_in(mine["field"], value_set=pa.array(table.columns)))
        yield from _told(mine.filter(unknown), "field", f"is no column of {name}; mend the rule that gave it")
        for field in table.columns:
            yield from _cells(package, name, field, mine.filter(pc.equal(mine["field"], field)))


def _cells(package: Package, name: str, field: str, given: pa.Table) -> Iterator[Finding]:
    """Yield what is wrong between one column and its evidence."""
    table, rows = package.tables[name], package.rows[name]
    filled = rows.filter(rows[field].is_valid())
    ids = filled[table.primary_key].combine_chunks()
    if field in NEEDED.get(name, {}):
        bare = pc.invert(pc.is_in(ids, value_set=given["row_id"].combine_chunks()))
        needless = NEEDED[name][field]
        if needless is not None:
            bare = pc.and_(bare, pc.not_equal(filled[field], needless).combine_chunks())
        for row in filled.filter(bare).to_pylist():
            said = f"has no row in {FILE}: no words in the text carry it; leave it empty or give its evidence"
            yield Finding(f"data/{name}.csv", row[table.primary_key] or "", field, row[field], row.get("quote"), said)
    if not given.num_rows:
        return
    empty = pc.invert(pc.is_in(given["row_id"], value_set=ids))
    yield from _told(
        given.filter(empty), "field", f"is empty in the row of {name}; remove the evidence or fill the cell"
    )
    named = _ids_inferred(rows, table.primary_key, field)
    should, does = pc.is_in(given["row_id"], value_set=named), pc.equal(given["basis"], "inferred")
    yield from _told(
        given.filter(pc.and_(should, pc.invert(does))),
        "basis",
        f"should be inferred: the row of {name} says so of {field}; make both say the same",
    )
    yield from _told(
        given.filter(pc.and_(does, pc.invert(should))),
        "basis",
        f"is inferred, but the row of {name} does not say so of {field}; make both say the same",
    )
    yield from _told(
        given.filter(pc.and_(does, given["rule"].is_null())), "rule", "is empty; name the rule that infers the cell"
    )


def _ids_inferred(rows: pa.Table, key: str, field: str) -> pa.Array:
    """Return the ids of the rows whose `inferred` names a column."""
    if "inferred" not in rows.column_names:
        return pa.array([], pa.string())
    return rows.filter(pc.match_substring_regex(rows["inferred"], f"(^| ){field}( |$)"))[key].combine_chunks()


def _inferred(package: Package, name: str) -> Iterator[Finding]:
    """Yield the rows whose `inferred` names what is no column or an empty cell."""
    table, rows = package.tables[name], package.rows[name]
    if "inferred" not in table.columns:
        return
    for row in rows.filter(rows["inferred"].is_valid()).to_pylist():
        for field in row["inferred"].split():
            if row.get(field) is None:
                said = f"names {field}, which is empty or no column; mend the rule that gave it"
                yield Finding(
                    f"data/{name}.csv",
                    row[table.primary_key] or "",
                    "inferred",
                    row["inferred"],
                    row.get("quote"),
                    said,
                )


def _told(wrong: pa.Table, column: str, said: str) -> Iterator[Finding]:
    for row in wrong.to_pylist():
        yield Finding(FILE, row["evidence_id"] or "", column, row[column], row["quote"], said)
