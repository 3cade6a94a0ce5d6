"""Why a row says what it says: each cell, and beneath it the words it rests on in their sentence, the basis, the rule.

A row of `evidence`, `coverage`, `caveats` or `sentences` has its own words; an entity has the places that name it.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pyarrow.compute as pc
from rich.console import Console
from rich.text import Text

from pipeline.errors import Unusable, brief, one_line
from pipeline.published import Cells, Published, opened

MOST = 5  # of the places that name an entity
AROUND = 90  # characters of the sentence shown on either side of the words
NEAR = 0.3  # of its groups of three letters an id must share with a mistyped one to be worth naming
OPEN, CLOSE = "⟦", "⟧"
STYLE = "bold reverse"


class Words(NamedTuple):
    """Words in a document, and what they are to the cell: "stated", "inferred by currency-of-publisher"."""

    document_id: str
    start: int
    end: int
    role: str


def show(package: Path, row_id: str) -> None:
    """Print the explanation of a row: words highlighted on a terminal, between brackets elsewhere.

    Raises Unusable where there is no package or no such row.
    """
    console = Console(highlight=False, soft_wrap=True)
    with opened(package) as found:
        for line in explain(found, row_id, bracketed=console.color_system is None):
            console.print(line)


def explain(package: Published, row_id: str, bracketed: bool = True) -> Iterator[Text]:
    """Yield the lines that explain a row; raises Unusable, with the ids that are near, where there is none."""
    name, row = _found(package, row_id)
    yield Text.assemble((f"{name} ", "bold"), one_line(row_id))
    support = _evidence(package, row_id)
    frame = _Frame(package, bracketed)
    if own := _own(row):
        yield Text(f"{package.texts[own.document_id]}[{own.start}:{own.end}]")
        yield from frame.lines([own])
    yield Text()
    width = max(map(len, row))
    for column, value in row.items():
        yield Text.assemble((f"{column:{width}}  ", "bold"), "—" if value is None else one_line(value))
        yield from frame.lines(support[column], " " * (width + 2))
    places = _mentions(package, row_id) if name == "entities" else []
    if places:
        yield Text(f"\nnamed {len(places):,} time{'' if len(places) == 1 else 's'}, first")
        yield from frame.lines(places[:MOST], "  ")
    for caveat in _where(package, "caveats", "row_id", row_id):
        yield Text.assemble(("\ncaveat ", "bold"), f"{caveat['kind']}: {one_line(caveat['message'])}")


class _Frame:
    """Sets words into their sentences."""

    def __init__(self, package: Published, bracketed: bool) -> None:
        self.package, self.marks = package, (OPEN, CLOSE) if bracketed else ("", "")
        self.sentences: dict[str, list[Words]] = {}

    def lines(self, found: Iterable[Words], indent: str = "") -> Iterator[Text]:
        for words in found:
            before, quote, after = self.cut(words)
            role = (f"{words.role}: ", "italic") if words.role else ""
            yield Text.assemble(indent, role, before, (quote.join(self.marks), STYLE), after)

    def cut(self, words: Words) -> tuple[str, str, str]:
        """Return what stands in the sentence before the words, the words, and what stands after them."""
        text = self.package.text(self.package.texts[words.document_id])
        touched = [s for s in self.of(words.document_id) if s.start < words.end and words.start < s.end]
        first = min((sentence.start for sentence in touched), default=words.start)
        last = max((sentence.end for sentence in touched), default=words.end)
        before, after = one_line(text[first : words.start]), one_line(text[words.end : last])
        if len(before) > AROUND:
            before = f"…{before[-AROUND:].partition(' ')[2]}"
        if len(after) > AROUND:
            after = f"{after[:AROUND].rpartition(' ')[0]}…"
        return before, one_line(text[words.start : words.end]), after

    def of(self, document_id: str) -> list[Words]:
        """Return the sentences of a document."""
        if document_id not in self.sentences:
            rows = _where(self.package, "sentences", "document_id", document_id)
            self.sentences[document_id] = [words for row in rows if (words := _own(row))]
        return self.sentences[document_id]


def _found(package: Published, row_id: str) -> tuple[str, Cells]:
    """Return the table and the row of an id."""
    ids: list[str] = []
    for name, table in package.tables.items():
        rows = package.rows(name)
        place = pc.index(rows[table.primary_key], row_id).as_py()
        if place >= 0:
            return name, rows.slice(place, 1).to_pylist()[0]
        ids += rows[table.primary_key].drop_null().to_pylist()
    known = near(row_id, ids)
    said = f"near it are {', '.join(known)}" if known else "the first column of each table has the ids that there are"
    raise Unusable(f"{package.name}: no row is called {brief(row_id)}; {said}")


def near(wanted: str, ids: Iterable[str], most: int = 3) -> list[str]:
    """Return the ids that are most like a mistyped or shortened one, by the groups of three letters they share."""
    groups = {wanted[at : at + 3].lower() for at in range(max(1, len(wanted) - 2))} - {""}

    def likeness(known: str) -> float:
        shared = sum(group in known.lower() for group in groups)
        return shared / max(len(groups), 1) - len(known) / 10_000  # of two that share as much, the shorter

    return [known for known in heapq.nlargest(most, ids, likeness) if likeness(known) > NEAR]


def _where(package: Published, name: str, column: str, value: str) -> list[Cells]:
    """Return the rows of a table in which a column has a value."""
    if name not in package.tables:
        return []
    rows = package.rows(name)
    found: list[Cells] = rows.filter(pc.equal(rows[column], value)).to_pylist()
    return found


def _evidence(package: Published, row_id: str) -> dict[str, list[Words]]:
    """Return the words that each column of a row rests on, in the order of the text."""
    support: dict[str, list[Words]] = defaultdict(list)
    for row in _where(package, "evidence", "row_id", row_id):
        words = _own(row)
        if words:
            role = f"{row['basis']} by {row['rule']}" if row["rule"] else str(row["basis"])
            support[str(row["field"])].append(words._replace(role=role))
    for cell in support.values():
        cell.sort()
    return support


def _mentions(package: Published, entity_id: str) -> list[Words]:
    found = _where(package, "mentions", "entity_id", entity_id)
    return sorted(words._replace(role=str(row["form"])) for row in found if (words := _own(row)))


def _own(row: Cells) -> Words | None:
    """Return the words that a row gives as its own, if it does."""
    document_id, start, end = (row.get(name) for name in ("document_id", "start_char", "end_char"))
    return Words(document_id, int(start), int(end), "") if document_id and start and end else None
