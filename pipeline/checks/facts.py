"""Facts fit together: details lie within what they detail, nothing occurs after it was told, nothing is told twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from pipeline.checks.package import Package
from pipeline.checks.times import days
from pipeline.errors import Finding

MEND = "mend the rule that gave it"
# What a detail has in common with the row that it details.
SHARED = {"goods": ("document_id", "flow", "reporter", "partner", "date"), "sectors": ("document_id", "role")}
# The columns that make a row's statement: two rows of one document that agree in all of them say the same.
STATEMENT = {
    "goods": ("name", "flow", "reporter", "partner", "date", "detail_of"),
    "sectors": ("name", "role", "detail_of"),
    "offices": ("person", "title", "body"),
}
# Events that who, when and where tell apart; of the others, two are the same only if they are called the same.
MET = {"visit", "meeting", "inauguration", "election"}


def details(package: Package) -> Iterator[Finding]:
    """Yield the rows that are a detail of a row of another document, flow or role, or in the end of themselves."""
    for name, shared in SHARED.items():
        key = package.tables[name].primary_key
        rows = {row[0]: row[1:] for row in package.cells(name, [key, "detail_of", "quote", *shared])}
        for row, (whole, quote, *mine) in rows.items():
            if whole not in rows:
                continue  # empty, or told by the keys
            file = f"data/{name}.csv"
            for column, cell, other in zip(shared, mine, rows[whole][2:], strict=True):
                if cell != other:
                    said = f"is a detail of {whole}, whose {column} is {other or 'empty'}; {MEND}"
                    yield Finding(file, row, column, cell, quote, said)
            above = {row}
            while whole in rows and whole not in above:
                above.add(whole)
                whole = rows[whole][0]
            if whole == row:
                yield Finding(file, row, "detail_of", rows[row][0], quote, f"makes the row a detail of itself; {MEND}")


def participants(package: Package) -> Iterator[Finding]:
    """Yield the participants that are told by another document than their event."""
    homes = dict(package.cells("events", ["event_id", "document_id"]))
    columns = ["participant_id", "document_id", "event_id", "quote"]
    for row, document_id, event, quote in package.cells("participants", columns):
        if homes.get(event, document_id) != document_id:
            said = f"is not the document of {event}, which is {homes[event]}; {MEND}"
            yield Finding("data/participants.csv", row, "document_id", document_id, quote, said)


def foretold(package: Package) -> Iterator[Finding]:
    """Yield the events that are said to have occurred and begin after the last day of their document's own date."""
    written = {row: _last(day) for row, day in package.cells("documents", ["document_id", "date"])}
    columns = ["event_id", "document_id", "status", "date", "date_from", "quote"]
    for row, document_id, status, when, start, quote in package.cells("events", columns):
        last = written.get(document_id)
        if status == "occurred" and start and last and start > last:
            said = f"lies after {last}, when the document was written, but status is occurred; {MEND}"
            yield Finding("data/events.csv", row, "date", when, quote, said)


def _last(written: str | None) -> date | None:
    try:
        return days(written)[1] if written else None
    except ValueError:
        return None  # told by the schema


def repetitions(package: Package) -> Iterator[Finding]:
    """Yield the rows that say what another row of their document has said, whatever case their words are in."""
    for name, columns in STATEMENT.items():
        key = package.tables[name].primary_key
        said = package.cells(name, [key, "quote", "document_id", *columns])
        yield from _repeated(name, key, ((row, quote, cells) for row, quote, *cells in said))
    yield from _repeated("participants", "participant_id", _participants(package))
    yield from _repeated("events", "event_id", _events(package))
    yield from _repeated("memberships", "membership_id", _memberships(package))


def _participants(package: Package) -> Iterator[tuple[str, str, list[object]]]:
    columns = ["participant_id", "quote", "event_id", "role", "entity_id", "participant"]
    for row, quote, event, role, entity, words in package.cells("participants", columns):
        yield row, quote, [event, role, entity or words]


def _events(package: Package) -> Iterator[tuple[str, str, list[object]]]:
    present: dict[str, set[str]] = defaultdict(set)
    for event, entity, words in package.cells("participants", ["event_id", "entity_id", "participant"]):
        present[event].add(str(entity or words))
    columns = ["event_id", "quote", "title", "document_id", "kind", "date", "place"]
    for row, quote, title, document_id, kind, when, place in package.cells("events", columns):
        who = sorted(present[row])
        called = None if kind in MET and when and who else title
        yield row, quote, [document_id, kind, when, place, called, *who]


def _memberships(package: Package) -> Iterator[tuple[str, str, list[object]]]:
    """A statement without a date adds nothing to the same one with a date: it comes after that and counts as it."""
    columns = ["membership_id", "quote", "date", "document_id", "member", "body", "role"]
    dates: dict[tuple[object, ...], str] = {}
    for row, quote, when, *cells in sorted(package.cells("memberships", columns), key=lambda cells: cells[2] is None):
        known = dates.setdefault(tuple(cells), when)
        yield row, quote, [*cells, when or known]


def _repeated(name: str, key: str, said: Iterable[tuple[str, str, list[object]]]) -> Iterator[Finding]:
    first: dict[tuple[object, ...], str] = {}
    for row, quote, cells in said:
        statement = tuple(cell.casefold() if isinstance(cell, str) else cell for cell in cells)
        other = first.setdefault(statement, row)
        if other != row:
            message = f"says the same as {other}; make them one row with evidence in both places"
            yield Finding(f"data/{name}.csv", row, key, row, quote, message)
