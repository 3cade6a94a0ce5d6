"""Coverage and caveats keep their word: what they refer to is there, and of a whole page nothing is unaccounted for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from pipeline.checks.evidence import NEEDED
from pipeline.checks.package import Package
from pipeline.errors import Finding

MEND = "mend the rule that gave it"
COVERAGE, CAVEATS = "data/coverage.csv", "data/caveats.csv"
ROW = ("candidate_id", "document_id", "quote", "status", "used_resource", "used_row_id", "reason")
# The cells that a status fills; the other statuses leave them empty.
FILLED = {"used_resource": "used", "used_row_id": "used", "reason": "left_out"}


def statuses(package: Package) -> Iterator[Finding]:
    """Yield the candidates that are used without a row or left out without a reason, and the other way round."""
    for row, _, quote, status, *cells in package.cells("coverage", ROW):
        for (column, wanted), cell in zip(FILLED.items(), cells, strict=True):
            if (cell is not None) != (status == wanted):
                said = f"is {'empty' if cell is None else 'filled'} though the status is {status}; {MEND}"
                yield Finding(COVERAGE, row, column, cell, quote, said)


def references(package: Package) -> Iterator[Finding]:
    """Yield the references of coverage and caveats that lead to no row, or to a row of another document."""
    homes = _Homes(package)
    for row, document_id, quote, _, resource, there, _ in package.cells("coverage", ROW):
        if there is not None:  # else told by `statuses`
            wrong = homes.wrong(document_id, resource, there)
            if wrong:
                yield Finding(COVERAGE, row, "used_row_id", there, quote, f"{wrong}; {MEND}")
    columns = ["caveat_id", "document_id", "quote", "resource", "row_id"]
    for row, document_id, quote, resource, there in package.cells("caveats", columns):
        if there is not None:
            wrong = homes.wrong(document_id, resource, there)
        else:
            wrong = "is empty, which it may be only where resource is documents" if resource != "documents" else ""
        if wrong:
            yield Finding(CAVEATS, row, "row_id", there, quote, f"{wrong}; {MEND}")


class _Homes:
    """The documents that rows belong to, looked up only in the tables that are asked for."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.known: dict[str, dict[str, str | None]] = {}

    def wrong(self, document_id: str, resource: str, row_id: str) -> str:
        """Return what is wrong with a reference from a document to a row; nothing where it holds."""
        if resource not in self.known:
            self.known[resource] = dict(self._rows(resource))
        homes = self.known[resource]
        if row_id not in homes:
            return f"is no row of {resource}"
        # An entity has no document of its own: several may name it.
        return "" if homes[row_id] in (None, document_id) else f"is a row of another document than {document_id}"

    def _rows(self, name: str) -> Iterator[tuple[str, str | None]]:
        table = self.package.tables.get(name)
        if table is None:
            return  # told by the schema
        if "document_id" in table.columns:
            yield from self.package.cells(name, [table.primary_key, "document_id"])
        else:
            yield from ((row, None) for (row,) in self.package.cells(name, [table.primary_key]))


def uses(package: Package) -> Iterator[Finding]:
    """Yield the candidates that no evidence of the row that is said to use them touches.

    A clause's quote holds words that no cell uses: only evidence shows what a row rests on.
    """
    columns = ["candidate_id", "quote", "start_char", "end_char", "used_resource", "used_row_id"]
    used = [cells for cells in package.cells("coverage", columns) if None not in cells and cells[4] in NEEDED]
    wanted = {(resource, there) for *_, resource, there in used}
    spans: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for resource, there, start, end in package.cells("evidence", ["resource", "row_id", "start_char", "end_char"]):
        if (resource, there) in wanted and None not in (start, end):
            spans[resource, there].append((start, end))
    for row, quote, start, end, resource, there in used:
        if not any(start < last and first < end for first, last in spans[resource, there]):
            said = f"is no row that rests on these words: none of its evidence touches them; {MEND}"
            yield Finding(COVERAGE, row, "used_row_id", there, quote, said)


def unaccounted(package: Package) -> Iterator[Finding]:
    """Yield what is not accounted for in the documents that are complete; there, nothing may be passed over."""
    for row, document_id, quote, status, *_ in package.cells("coverage", ROW):
        if status == "unaccounted" and document_id in package.complete:
            said = "in a text marked complete; give a rule that reads these words, or a reason to leave them out"
            yield Finding(COVERAGE, row, "status", status, quote, said)


def remaining(package: Package) -> Iterator[str]:
    """Yield a note of how much is not accounted for in the other documents, which is no fault."""
    open_ = [cells[1] for cells in package.cells("coverage", ROW) if cells[3] == "unaccounted"]
    counts = Counter(document_id for document_id in open_ if document_id not in package.complete)
    if counts:
        few = f"{counts.total():,} unaccounted in {len(counts):,} of {len(package.texts):,} documents"
        yield f"{COVERAGE} has candidates that no row uses and no reason leaves out: {few}"
