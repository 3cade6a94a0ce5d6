"""The sentences of a brief with the dates in them, and which sentence each one continues."""

from __future__ import annotations

from .brief import Brief
from .dates import When


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

    def before(self, unit: int, at: int) -> str:
        """The view of a unit up to a token."""
        return self.view[self.spans[unit][0] : self.tokens.starts[at]].rstrip()

    def text_of(self, unit: int) -> str:
        """The view of a unit."""
        return self.view[self.spans[unit][0] : self.spans[unit][1]]

    def opener(self, unit: int) -> int | None:
        """The sentence that a sentence or a list item continues: the one before, or the one that opens the list."""
        if self.kinds[unit] != "list_item":
            return unit - 1 if unit and self.paragraphs[unit - 1] == self.paragraphs[unit] else None
        before = unit - 1
        while before > 0 and self.kinds[before] == "list_item":
            before -= 1
        return before if self.kinds[before] == "sentence" and self.text_of(before).endswith(":") else None
