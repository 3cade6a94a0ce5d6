"""Coverage and caveats keep their word: what they refer to is there, and of a whole page nothing is unaccounted for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.audit.scanner import scan
from pipeline.checks.evidence import NEEDED
from pipeline.checks.package import Package
from pipeline.errors import Finding

MEND = "mend the rule that gave it"
# The cells of coverage that a status fills; the other statuses leave them empty.
FILLED = {"used_resource": "used", "used_row_id": "used", "reason": "left_out"}
# The columns of a table that refer to a row anywhere.
REFERENCES = {"coverage": ("used_resource", "used_row_id"), "caveats": ("resource", "row_id")}


def statuses(package: Package) -> Iterator[Finding]:
    """Yield the candidates that are used without a row or left out without a reason, and the other way round."""
    rows = package.rows["coverage"]
    for column, status in FILLED.items():
        should = pc.fill_null(pc.equal(rows["status"], status), False)
        for row in rows.filter(pc.not_equal(should, rows[column].is_valid())).to_pylist():
            said = f"is {'empty' if row[column] is None else 'filled'} though the status is {row['status']}; {MEND}"
            yield _found("coverage", row, column, said)


def references(package: Package) -> Iterator[Finding]:
    """Yield the references of coverage and caveats that lead to no row, or to a row of another document."""
    for name, (resource, row_id) in REFERENCES.items():
        rows = package.rows[name]
        for target in pc.unique(rows[resource]).drop_null().to_pylist():
            if target in package.tables:  # else told by the schema
                mine = rows.filter(pc.and_(pc.equal(rows[resource], target), rows[row_id].is_valid()))
                yield from _lost(package, name, mine, row_id, target)
    empty = package.rows["caveats"].filter(package.rows["caveats"]["row_id"].is_null())
    for row in empty.filter(pc.not_equal(empty["resource"], "documents")).to_pylist():
        yield _found("caveats", row, "row_id", f"is empty, which it may be only where resource is documents; {MEND}")


def _lost(package: Package, name: str, rows: pa.Table, row_id: str, target: str) -> Iterator[Finding]:
    table, there = package.tables[target], package.rows[target]
    at = pc.index_in(rows[row_id], value_set=there[table.primary_key].combine_chunks())
    for row in rows.filter(pc.is_null(at)).to_pylist():
        yield _found(name, row, row_id, f"is no row of {target}; {MEND}")
    if "document_id" in table.columns:  # an entity has none of its own: several documents may name it
        other = pc.not_equal(there["document_id"].take(at), rows["document_id"])
        for row in rows.filter(other).to_pylist():
            yield _found(name, row, row_id, f"is a row of another document than {row['document_id']}; {MEND}")


def uses(package: Package) -> Iterator[Finding]:
    """Yield the candidates that no evidence of the row that is said to use them touches.

    A clause's quote holds words that no cell uses: only evidence shows what a row rests on.
    """
    rows = package.rows["coverage"]
    used = rows.filter(pc.is_in(rows["used_resource"], value_set=pa.array(NEEDED)))
    words = package.rows["evidence"].select(["row_id", "start_char", "end_char"])
    pairs = used.select(["candidate_id", "used_row_id", "start_char", "end_char"]).join(
        words.rename_columns(["used_row_id", "first", "last"]), "used_row_id", join_type="inner"
    )
    touching = pc.and_(pc.less(pairs["start_char"], pairs["last"]), pc.less(pairs["first"], pairs["end_char"]))
    touched = pairs.filter(touching)["candidate_id"].combine_chunks()
    for row in used.filter(pc.invert(pc.is_in(used["candidate_id"], value_set=touched))).to_pylist():
        said = f"is no row that rests on these words: none of its evidence touches them; {MEND}"
        yield _found("coverage", row, "used_row_id", said)


def passed_over(package: Package) -> Iterator[Finding]:
    """Yield what the scanner finds in a text and no candidate holds: a table cannot be good by telling less."""
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for document_id, start, end in package.cells("coverage", ["document_id", "start_char", "end_char"]):
        if None not in (start, end):
            spans[document_id].append((start, end))
    for document_id, text in package.texts.items():
        held = bytearray(len(text))
        for start, end in spans[document_id]:
            held[start:end] = b"\1" * len(held[start:end])
        for start, end, _ in scan(text):
            if not all(held[start:end]) and any(text[at].isalnum() and not held[at] for at in range(start, end)):
                said = f"has no candidate for words that the scanner finds in {document_id}; build the package again"
                yield Finding("data/coverage.csv", document_id, "start_char", start, text[start:end], said)


def unaccounted(package: Package) -> Iterator[Finding]:
    """Yield what is not accounted for in the documents that are complete; there, nothing may be passed over."""
    for row in _open(package, complete=True).to_pylist():
        said = "in a text marked complete; give a rule that reads these words, or a reason to leave them out"
        yield _found("coverage", row, "status", said)


def remaining(package: Package) -> tuple[int, int]:
    """Return how many candidates are not accounted for in the other documents, which is no fault, and in how many."""
    rows = _open(package, complete=False)
    return rows.num_rows, pc.count_distinct(rows["document_id"]).as_py()


def _open(package: Package, complete: bool) -> pa.Table:
    """Return the unaccounted candidates of the documents that are complete, or of those that are not."""
    rows = package.rows["coverage"]
    rows = rows.filter(pc.equal(rows["status"], "unaccounted"))
    whole = pc.is_in(rows["document_id"], value_set=pa.array(sorted(package.complete), pa.string()))
    return rows.filter(pc.equal(whole, complete))


def _found(name: str, row: dict[str, object], column: str, said: str) -> Finding:
    key = str(row["candidate_id" if name == "coverage" else "caveat_id"] or "")
    return Finding(f"data/{name}.csv", key, column, row[column], str(row["quote"]), said)
