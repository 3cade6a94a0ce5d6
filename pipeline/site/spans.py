"""A text cut at the ends of all rows' words, so that each piece knows the rows whose words it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

# The tables whose rows are marked in the text, each a layer that a reader can hide.
LAYERS = ("figures", "dates", "mentions", "goods", "sectors", "offices", "participants", "events", "memberships")


class Mark(NamedTuple):
    """The words of one row: offsets in the text, the row's table and id."""

    start: int
    end: int
    table: str
    row_id: str


class Piece(NamedTuple):
    """Characters between two neighbouring ends of words, with the rows over them, the shortest words first."""

    start: int
    end: int
    marks: tuple[Mark, ...]

    @property
    def opens(self) -> bool:
        """Do the words of its first row begin here?"""
        return bool(self.marks) and self.marks[0].start == self.start


def pieces(start: int, end: int, marks: Iterable[Mark]) -> Iterator[Piece]:
    """Yield the pieces of the text between two offsets, in order and without gaps."""
    inside = [mark for mark in marks if mark.start < end and mark.end > start]
    cuts = {start, end, *(at for mark in inside for at in (mark.start, mark.end) if start < at < end)}
    for first, last in pairwise(sorted(cuts)):
        over = [mark for mark in inside if mark.start <= first and last <= mark.end]
        over.sort(key=lambda mark: (mark.end - mark.start, LAYERS.index(mark.table), mark.row_id))
        yield Piece(first, last, tuple(over))
