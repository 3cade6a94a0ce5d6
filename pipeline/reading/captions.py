"""The unit that a caption states for the bare numbers of the rows below it: "Trade (in US$ million)"."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from .numerals import value
from .patterns import BOUNDARY, class_of
from .tokens import Tokens

_SCALE, _PERCENT = class_of("SCALE"), class_of("PERCENT")
_NUMBERS = "".join(map(class_of, ("DAY", "YEAR", "NUM", "TWODIGIT")))
_ENDS = "),.:;" + BOUNDARY  # what follows a caption, and no number
_CELL_ENDS = frozenset("),;.|(-" + BOUNDARY + _NUMBERS)
_BETWEEN = 2  # lines from one row of numbers to the next: a heading may stand between, prose ends the table


class Caption(NamedTuple):
    """The money and scale stated: the tokens that say so, the one with the sign, and the factor."""

    span: tuple[int, int]
    sign: int
    scale: Decimal


class Captions:
    """Remembers the last caption of one text, and how far down its rows go."""

    def __init__(self, tokens: Tokens) -> None:
        """No caption is told yet."""
        self.tokens = tokens
        self._told: Caption | None = None
        self._reached = 0

    def tell(self, first: int, last: int) -> None:
        """A caption stands in these tokens, if what follows is no number and its line speaks of no percentages."""
        tokens = self.tokens
        line = tokens.classes[tokens.classes.rfind(BOUNDARY, 0, first) + 1 : tokens.classes.find(BOUNDARY, last)]
        if tokens.classes[last] not in _ENDS or _PERCENT in line:
            return
        at = tokens.classes.find(_SCALE, first, last)
        scale = value([(tokens.classes[at], tokens.words[at], tokens.entries[at])])
        assert scale
        self._told = Caption((first, last), last - 1 if at == first else first, scale)
        self._reached = tokens.units[first]

    def over(self, first: int, after: int) -> Caption | None:
        """The caption that a bare number in figures stands under, or None where it stands under none."""
        tokens = self.tokens
        if self._told is None or tokens.units[first] - self._reached > _BETWEEN:
            return None
        if after - first > 1 or tokens.classes[first] not in _NUMBERS or tokens.classes[after] not in _CELL_ENDS:
            return None
        self._reached = tokens.units[first]
        return self._told
