"""The unit that a caption states for the bare numbers of the rows below it: "Trade (in US$ million)"."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from .numerals import value
from .patterns import BOUNDARY, class_of
from .tokens import Tokens

_SCALE = class_of("SCALE")
_NUMBERS = "".join(map(class_of, ("DAY", "YEAR", "NUM", "TWODIGIT")))
_LEADS = frozenset(("(", "in", ":", ","))
_ENDS = "),.:;" + BOUNDARY  # what follows a caption, and no number
_CELL_ENDS = frozenset("),;.|(-" + BOUNDARY + _NUMBERS)
_BETWEEN = 2  # lines from one row of numbers to the next: a heading may stand between, prose ends the table


class Caption(NamedTuple):
    """What a caption states: its tokens, the kind and unit of the numbers, the token of the unit, and the factor.

    A caption that gives no more than a scale, such as "(thousands)", leaves kind and unit empty.
    """

    span: tuple[int, int]
    kind: str
    unit: str
    at: int
    scale: Decimal


class Captions:
    """Remembers the last caption of one text, and how far down its rows go."""

    def __init__(self, tokens: Tokens) -> None:
        """No caption is told yet."""
        self.tokens = tokens
        self._told: Caption | None = None
        self._line = self._reached = -1  # the line of the caption, and the last with a number under it

    def tell(self, first: int, last: int) -> None:
        """A caption stands in these tokens, if words or brackets lead to it and what follows is no number.

        A line with two different ones tells none.
        """
        tokens, line = self.tokens, self.tokens.units[first]
        last -= tokens.classes[last - 1] == ")"
        if tokens.lower[first - 1] not in _LEADS or tokens.classes[last] not in _ENDS:
            return
        told = self._caption(first, last)
        before = self._told._replace(span=told.span, at=told.at) if self._told else None
        mixed = line == self._line and before != told
        self._told, self._line, self._reached = None if mixed else told, line, line

    def _caption(self, first: int, last: int) -> Caption:
        classes, entries = self.tokens.classes, self.tokens.entries
        at = classes.find(_SCALE, first, last)
        if at < 0:
            return Caption((first, last), "percentage", "percent", first, Decimal(1))
        scale = value([(classes[at], self.tokens.words[at], entries[at])]) or Decimal(1)
        if last - first == 1:
            return Caption((first, last), "", "", first, scale)
        sign = last - 1 if at == first else first
        return Caption((first, last), "money", str(entries[sign].value), sign, scale)

    def over(self, first: int, after: int) -> Caption | None:
        """The caption that a bare number in figures stands under, or None where it stands under none.

        A caption with a number in its own line is that of the line: GDP (US$ billion): 203.8.
        """
        tokens, line = self.tokens, self.tokens.units[first]
        if self._told is None or line - self._reached > _BETWEEN:
            return None
        if after - first > 1 or tokens.classes[first] not in _NUMBERS or tokens.classes[after] not in _CELL_ENDS:
            return None
        self._reached = line if line > self._line else line - _BETWEEN
        return self._told
