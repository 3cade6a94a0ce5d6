"""The sentences of a brief with the dates in them, and which sentence or heading each one continues."""

from __future__ import annotations

import re

from .brief import Brief
from .quantities import Quantity
from .when import When

_FIRST = 6  # words of a sentence that its subject is among
_LABEL = 4  # words of a line among which "trade" says that it is a line of trade: - Total two-way trade
_NUMBERED = re.compile(r"\(?\d{1,2}[.)]")


class Sentences:
    """What figures need to know of the sentences, headings and list items around them, by the number of the unit."""

    def __init__(self, brief: Brief) -> None:
        self.tokens, self.view = brief.tokens, brief.document.view
        self.kinds = [unit.kind for unit in brief.units]
        self.spans = [(unit.start, unit.end) for unit in brief.units]
        self.paragraphs = [unit.paragraph for unit in brief.units]
        self.dates: dict[int, list[When]] = {}
        for when in brief.dates:
            self.dates.setdefault(self.tokens.units[when.first], []).append(when)
        self.ends = {quantity.last: quantity.first for quantity in brief.quantities}
        self.amounts, self.ranks = (_by_unit(brief, kind) for kind in ("money", "rank"))
        self.telling = {self.tokens.units[quantity.first] for quantity in brief.quantities}  # units with a quantity

    def before(self, unit: int, at: int) -> str:
        """The view of a unit up to a token, on one line."""
        return self.view[self.spans[unit][0] : self.tokens.starts[at]].rstrip().replace("\n", " ")

    def text_of(self, unit: int) -> str:
        """The view of a unit."""
        return self.view[self.spans[unit][0] : self.spans[unit][1]]

    def first_words(self, unit: int) -> list[str]:
        """The first words of a unit, in small letters."""
        return self.text_of(unit).lower().split(" ", _FIRST)[:_FIRST]

    def opener(self, unit: int) -> int | None:
        """The sentence that a sentence or a list item continues: the one before, or the one that opens the list."""
        if self.kinds[unit] != "list_item":
            return unit - 1 if unit and self.paragraphs[unit - 1] == self.paragraphs[unit] else None
        before = unit - 1
        while before > 0 and self.kinds[before] == "list_item":
            before -= 1
        return before if self.kinds[before] == "sentence" and self.text_of(before).endswith(":") else None

    def line_of_trade(self, unit: int) -> int | None:
        """The line that states all trade above a line of exports or imports, past lines without a date."""
        for before in range(unit - 1, -1, -1):
            if "sentence" in (self.kinds[before], self.kinds[unit]) or self.is_heading(before):
                return None
            if "trade" in self.first_words(before)[:_LABEL]:
                return before
            if self.dates.get(before):
                return None
        return None

    def heading(self, unit: int) -> int | None:
        """The heading that a unit stands under."""
        return next((before for before in range(unit - 1, -1, -1) if self.is_heading(before)), None)

    def is_heading(self, unit: int) -> bool:
        """Is this a heading, or a numbered line that heads others, and no line that states a quantity itself?"""
        kind = self.kinds[unit]
        if kind not in ("heading", "list_item") or unit in self.telling:
            return False
        return kind == "heading" or _NUMBERED.match(self.text_of(unit)) is not None


def _by_unit(brief: Brief, kind: str) -> dict[int, list[Quantity]]:
    """The quantities of a kind by unit, in order."""
    found: dict[int, list[Quantity]] = {}
    for quantity in brief.quantities:
        if quantity.kind == kind:
            found.setdefault(brief.tokens.units[quantity.first], []).append(quantity)
    return found
