"""The flow that a list of goods goes on with: told before it in its sentence, or before that, or the opposite of it."""

from __future__ import annotations

from dataclasses import replace

from ..brief import Brief
from ..directions import OTHER_WAY, turns
from ..measures import Measured
from .list_words import APART

BLOCKING = ("trade", "investment", "assistance")
_NO_FLOW = ("exporter", "importer", "market", "destination", "source")  # words for places and firms, not for goods
_NEAR = 4  # sentences before that tell which flow has an opposite


class ToldFlows:
    """The words for exports and imports of one brief, in the order in which they are told."""

    def __init__(self, brief: Brief) -> None:
        """Take the measures of the brief."""
        self.brief, self.tokens, self.measures = brief, brief.tokens, brief.measures

    def told(self, unit: int) -> list[Measured]:
        """What the words of a unit measure, in order."""
        return self.measures.by_unit.get(unit, [])

    def is_flow(self, one: Measured) -> bool:
        """Is this a measure that goods flow under: exports, imports, sales, but not services or an export market?"""
        word = self.tokens.lower[one.span[0]].rstrip("s")
        flows = one.measure.endswith(("exports", "imports")) and not one.measure.startswith("services")
        return flows and not word.endswith(_NO_FLOW)

    def before(self, unit: int, at: int) -> Measured | None:
        """The flow that is told last before a token, in its sentence, if nothing else is told of since."""
        if turned := self.turned(unit, at):
            return turned
        told = self._telling(unit, at)
        if not told or not self.is_flow(told[-1]):
            return None
        return self._elided(at, told[-1]) or told[-1]

    def _telling(self, unit: int, at: int) -> list[Measured]:
        """What is told before a token in its sentence of flows, and of what is no flow of goods and blocks them."""
        told = [one for one in self.told(unit) if one.span[0] < at]
        return [one for one in told if one.measure.endswith(BLOCKING) or self.is_flow(one)]

    def _one_way(self, unit: int, at: int) -> list[Measured]:
        """The same but for trade, which goes both ways."""
        return [one for one in self._telling(unit, at) if one.measure[-5:] != "trade"]

    def turned(self, unit: int, at: int) -> Measured | None:
        """The opposite of the flow told before, where the words before a token turn to it and tell of nothing since.

        "Canada sells wheat. Deliveries in the other direction are led by", but not "its sales, in return, are".
        """
        lower = self.tokens.lower
        turn = next((near for near in range(at - 1, self.tokens.opens[unit], -1) if turns(lower, near)), 0)
        told = self._one_way(unit, at) if turn else []
        if not turn or (told and not self._clauses_apart(told[-1].span[1], turn)):
            return None
        last = told[-1] if told else self._told_last(unit)
        if last is None or not self.is_flow(last):
            return None
        opposite = last.measure[:-7] + OTHER_WAY[last.measure[-7:]]
        return replace(last, measure=opposite, span=(turn, turn + 1 + (lower[turn] != "return")), rule="opposite-flow")

    def _clauses_apart(self, first: int, last: int) -> bool:
        """Does a clause end between two tokens, the first of which is before the last?"""
        lower, classes = self.tokens.lower, self.tokens.classes
        return any(
            classes[at] in ";:" or lower[at] in APART or (classes[at] == "," and lower[at + 1] == "and")
            for at in range(first, last)
        )

    def _told_last(self, unit: int) -> Measured | None:
        """The flow of the last sentence of a paragraph before a sentence that tells of one flow and no other."""
        for before in range(unit - 1, max(unit - _NEAR, 0) - 1, -1):
            if self.brief.units[before].paragraph != self.brief.units[unit].paragraph:
                break
            told = [one for one in self.told(before) if self.is_flow(one)]
            if told:
                return told[-1] if len({one.measure[-7:] for one in told}) == 1 else None
        return None

    def _elided(self, at: int, told: Measured) -> Measured | None:
        """ "… British sales, while Colombia's [to Peru] (or those of Colombia) consist of": Colombia's sales."""
        at -= 2 * (self.tokens.lower[at - 2] in ("to", "from") and self.measures.country_at(at - 1) is not None)
        possessive = self.tokens.words[at - 1] == "'s"
        named = possessive or self.tokens.lower[at - 3 : at - 1] == ["those", "of"]
        owner = self.measures.country_at(at - 1 - possessive) if named else None
        if owner is None or (told.reporter and told.reporter.iso == owner.iso):
            return None
        return replace(told, reporter=owner, partner=self.measures.pair.other(owner.iso), rule="flow-told-before")

    def carried(self, unit: int, at: int) -> Measured | None:
        """The flow told before in the sentence, else the only one that the sentence before tells of."""
        if turned := self.turned(unit, at):
            return turned
        told = self._one_way(unit, at)
        if not told and unit and self.brief.units[unit - 1].paragraph == self.brief.units[unit].paragraph:
            told = self._one_way(unit - 1, at)
            if len({one.measure[-7:] for one in told if self.is_flow(one)}) > 1:
                return None
        return replace(told[-1], rule="flow-told-before") if told and self.is_flow(told[-1]) else None
