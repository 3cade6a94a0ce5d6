"""The finished rows of one document as the caveats look at them, and what a caveat is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from .naming import Words

Row = Mapping[str, Any]
_FACTS = {"events": "event_id", "memberships": "membership_id", "figures": "figure_id"}
_TOLD = frozenset(("unit", "date", "measure", "value", "scope", "status"))  # the cells that caveats point at
_PROSE = frozenset(("sentence", "list_item"))


class Caveat(NamedTuple):
    """What a reader should know of one row, or of the whole document, and the words that give rise to it."""

    kind: str
    resource: str
    row_id: str | None
    message: str
    start: int
    end: int


class Reading:
    """The text and the rows of one document."""

    def __init__(self, text: str, words: Words, rows: Mapping[str, Sequence[Row]]) -> None:
        self.text, self.words, self.rows = text, words, rows
        (self.document,) = rows["documents"]
        self.page: str = self.document["date"] or ""
        self.sentences = rows["sentences"]
        self._starts = [row["start_char"] for row in self.sentences]
        self._evidence = {
            (row["row_id"], row["field"]): row for row in reversed(rows["evidence"]) if row["field"] in _TOLD
        }

    def table(self, name: str) -> Sequence[Row]:
        """The rows of a table."""
        return self.rows.get(name, ())

    def sentence_at(self, offset: int) -> Row:
        """The unit of the layout in which an offset lies, or that ends before it."""
        return self.sentences[max(bisect_right(self._starts, offset) - 1, 0)]

    def words_of(self, row: Row, key: str, field: str) -> tuple[int, int]:
        """The first words that a cell rests on; the row's quote where it has no words of its own."""
        told = self._evidence.get((row[key], field), row)
        return told["start_char"], told["end_char"]

    def find(self, phrases: re.Pattern[str]) -> Iterator[tuple[int, int]]:
        """Where prose holds one of these phrases, which stand in the small plain letters of the text after a blank."""
        for match in phrases.finditer(self.words.text):
            start, end = match.start() + 1, match.end()
            if self.sentence_at(start)["kind"] in _PROSE:
                yield start, end

    @cached_property
    def facts(self) -> list[tuple[int, int, str, str]]:
        """The quotes of the rows that state facts, short ones first: start, end, table, row id."""
        found = [
            (row["start_char"], row["end_char"], name, row[key])
            for name, key in _FACTS.items()
            for row in self.table(name)
        ]
        return sorted(found, key=lambda fact: (fact[1] - fact[0], fact))

    def fact_at(self, start: int, end: int) -> tuple[str, str] | None:
        """Table and id of the row with the shortest quote over these words."""
        return next((fact[2:] for fact in self.facts if fact[0] <= start and end <= fact[1]), None)

    @cached_property
    def entities(self) -> dict[str, Row]:
        """The entities by id."""
        return {row["entity_id"]: row for row in self.table("entities")}

    @cached_property
    def of_sentence(self) -> dict[str, list[Row]]:
        """The dates of each sentence, in the order of the text."""
        found: dict[str, list[Row]] = {}
        for row in self.table("dates"):
            found.setdefault(row["sentence_id"], []).append(row)
        return found


def earlier(one: str, other: str) -> bool:
    """Does one date (EDTF: year, month or day) lie before the other, as far as both are stated?"""
    size = min(len(one), len(other))
    return one[:size] < other[:size]
