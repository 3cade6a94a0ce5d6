"""The words that govern a figure: which of the measures said around a quantity is the one it states."""

from __future__ import annotations

from dataclasses import replace

from .measures import Measured, Measures
from .quantities import Quantity
from .sentences import Sentences

_MARKS = frozenset(",;:()")


class Governing:
    """Finds what the quantities of one brief measure."""

    def __init__(self, sentences: Sentences, measures: Measures) -> None:
        self.tokens, self.measures = sentences.tokens, measures
        self.kinds, self.paragraphs = sentences.kinds, sentences.paragraphs

    def measured(self, quantity: Quantity, unit: int) -> Measured | None:
        """What a quantity measures: said right after it, else last before it, else first after, in its sentence."""
        found = self.measures.by_unit.get(unit, [])
        for one in found:
            if 0 <= one.span[0] - quantity.last <= 4:
                between = [word.lower() for word in self.tokens.words[quantity.last : one.span[0]]]
                if between and between[0] in ("in", "of", "worth", "for") and not _MARKS.intersection(between):
                    return one
        if quantity.kind == "rank":
            after = [one for one in found if 0 <= one.span[0] - quantity.last <= 7]
            if after:
                return after[0]
        before = [one for one in found if one.span[1] <= quantity.first]
        if before:
            return before[-1]
        after = [one for one in found if one.span[0] >= quantity.last]
        if after:
            return after[0]
        return self.carried_measure(unit) if quantity.kind == "money" else None

    def carried_measure(self, unit: int) -> Measured | None:
        """What the sentence before, the opener of a list or the heading measures: "Assistance" above amounts."""
        kind, paragraph = self.kinds[unit], self.paragraphs[unit]
        for before in range(unit - 1, -1, -1):
            opens_list = kind == "list_item" and self.kinds[before] == "sentence"
            heading = self.kinds[before] == "heading"
            if self.paragraphs[before] == paragraph or opens_list or heading:
                found = self.measures.by_unit.get(before, [])
                if found:
                    return replace(found[-1], rule="measure-of-heading" if heading else "measure-of-sentence-before")
            if heading:
                return None
        return None
