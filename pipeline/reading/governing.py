"""The words that govern a figure: which of the measures said around a quantity is the one it states.

In order: a noun that takes the amount with "of" ("at a cost of $3 million" measures none of ours), the measure that
follows ("$3 million in exports"), the last one before it in the sentence, the first one after, and, for an amount
alone, what the sentence before, the opener of the list or the heading speaks of.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from .figure_sentences import Sentences
from .measure_words import SECTORS, Measures
from .measures import Country, Measured
from .patterns import BOUNDARY, class_of
from .quantities import Quantity
from .statistic import aims_at_told

_MARKS = frozenset(",;:()-")
_LOWER, _SUPERLATIVE = map(class_of, ("LOWER", "SUPERLATIVE"))
# nouns that say how much, not of what
# fmt: off
_HOW_MUCH = frozenset((
    "value", "values", "worth", "total", "totals", "sum", "amount", "amounts", "level", "levels", "volume",
    "volumes", "figure", "high", "low", "peak", "record", "average", "maximum", "minimum", "excess", "tune",
    "order", "region", "rate", "turnover", "flow", "flows", "stock", "stocks", "surplus", "deficit", "balance",
    "increase", "decrease", "rise", "fall", "decline", "drop", "growth", "gain", "reduction", "target", "goal",
    "share", "part", "proportion", "majority", "most", "all", "half", "equivalent", "estimate", "budget",
    "package", "envelope",
))
# fmt: on
_FLOWS = ("trade", "exports", "imports", "investment")
_MARKERS = 4  # tokens at most that number a line, and its first word
_AID = "development_assistance"  # told project by project, none of which says again that it is aid
_OF_THIS = 4  # tokens before a part at the beginning of its sentence: Of this amount,
_NATIONAL = 1_000_000  # a target for what countries trade is no lower
_COSTS = frozenset(("cost", "costs"))
_SUPPLIERS = frozenset(("supplier", "suppliers"))
_OPENING = frozenset(("this", "that", "these", "those", "of"))  # open a sentence about the one before
_TOLD = frozenset(("this", "that", "these", "those", "which", "it", "them"))
_ANNOUNCED = frozenset(("announced", "announces", "announcing"))
_STANDING_IN = frozenset(("it", "they"))  # stand for what the sentence before speaks of


class Governing:
    """Finds what the quantities of one brief measure."""

    def __init__(self, sentences: Sentences, measures: Measures) -> None:
        self.sentences, self.tokens, self.measures = sentences, sentences.tokens, measures
        self.kinds, self.paragraphs = sentences.kinds, sentences.paragraphs

    def measured(self, quantity: Quantity, unit: int) -> Measured | None:
        """What a quantity measures; None where the words name none of the measures."""
        found = self.measures.by_unit.get(unit, [])
        if quantity.kind == "money":
            found = [one for one in found if one.measure != "population"]
        for one in found:
            if 0 <= one.span[0] - quantity.last <= 4:
                between = self.tokens.lower[quantity.last : one.span[0]]
                dated = any(word[0].isdecimal() for word in between)  # in 2013 while exports fell
                opens = between and between[0] in ("in", "of", "worth", "for")
                if opens and not dated and not _MARKS.intersection(between):
                    return one
        agency = self.measures.aid_of_agency(unit, quantity.first) if quantity.kind == "money" else None
        if quantity.kind == "money" and self._is_of_another_noun(quantity):
            return agency if self.tokens.lower[quantity.first - 2] in _COSTS else None
        if quantity.kind == "rank":
            ranked = quantity.last + (self.tokens.classes[quantity.last] == _SUPERLATIVE)
            if self.tokens.lower[ranked] in _SUPPLIERS:
                return self.measures.supplies(ranked)
            after = [one for one in found if 0 <= one.span[0] - quantity.last <= 7]
            if after:
                return after[0]
        before = [one for one in found if one.span[1] <= quantity.first and not self._is_closed(one, quantity)]
        if agency and (not before or self.tokens.lower[before[-1].span[0]] == "invested"):
            return agency
        if before:
            return self._as_part(quantity, before)
        part = self._is_part(quantity)
        goes_on = part or self._is_target(quantity, unit)
        carried = self._carried(unit, True) if goes_on else None
        if carried:
            return carried
        after = [one for one in found if one.span[0] >= quantity.last]
        by = quantity.kind == "percentage" and self.tokens.lower[quantity.first - 1] == "by"
        if after and not by:  # what grew by so much was told before
            return after[0]
        carried = self._carried(unit, False) if quantity.kind == "money" else None
        return carried or self._announced(quantity)

    def _announced(self, quantity: Quantity) -> Measured | None:
        """The aid that an amount is which a government announced for something: announced $3 million for schools."""
        at = quantity.first - 1
        if quantity.kind != "money" or self.tokens.lower[at] not in _ANNOUNCED:
            return None
        return self.measures.aid_by(at) if self.tokens.lower[quantity.last] in ("for", "to") else None

    def _is_part(self, quantity: Quantity) -> bool:
        """Is it a part of what was told before: 30 per cent of the total, half of which, "Of this sum, a third"?"""
        first, last = quantity.first, quantity.last
        after = self.tokens.lower[last : last + 3]
        opens = self.tokens.classes.rfind(BOUNDARY, 0, first) + 1
        before = self.tokens.lower[opens:first]
        if before[:1] == ["of"] and before[-1] == "," and 3 <= len(before) <= _OF_THIS and before[1] in _TOLD:
            return len(before) == 3 or before[2] in _HOW_MUCH
        return after[:1] == ["of"] and (after[1:] == ["the", "total"] or after[1] in _TOLD)

    def _is_target(self, quantity: Quantity, unit: int) -> bool:
        """Is an amount a target set for what the sentence before told of: "They aim for a target of $3 million"?"""
        large = quantity.kind == "money" and quantity.value >= _NATIONAL
        return large and aims_at_told(self.sentences.before(unit, quantity.first))

    def _is_closed(self, one: Measured, quantity: Quantity) -> bool:
        """Does the measure stand in brackets that are closed before the quantity: trade (exports of …) grew by …?"""
        between = self.tokens.classes[one.span[1] : quantity.first]
        return between.count(")") > between.count("(")

    def _is_of_another_noun(self, quantity: Quantity) -> bool:
        """Does another noun than a measure take the amount with "of": a corpus of, at a cost of?"""
        at = quantity.first
        noun = self.tokens.lower[at - 2]
        return self.tokens.lower[at - 1] == "of" and self.tokens.classes[at - 2] == _LOWER and noun not in _HOW_MUCH

    def _as_part(self, quantity: Quantity, before: list[Measured]) -> Measured:
        """The last measure before; after "of which", it is part of the one before that.

        Of trade in services, exports are those of services: "of which exports accounted for $3 million"; and of
        trade, services are the trade in services: "of which services made up 60 per cent".
        """
        last = before[-1]
        lower = self.tokens.lower
        first = before[0].span[1]
        which = next(
            (at for at in range(quantity.first - 1, first, -1) if lower[at - 1 : at + 1] == ["of", "which"]), 0
        )
        if not which:
            return last
        whole = [one for one in before if one.span[1] <= which][-1]
        named = next((SECTORS[word] for word in lower[which : quantity.first] if word in SECTORS), "")
        if whole is last and named and whole.measure in ("trade", "exports", "imports"):
            return replace(whole, measure=named + whole.measure)
        sector = whole.measure.rpartition("_")[0]
        if f"{sector}_" in SECTORS.values() and last.measure in ("trade", "exports", "imports"):
            return replace(last, measure=f"{sector}_{last.measure}")
        return last

    def _goes_on(self, unit: int) -> bool:
        """Does a sentence go on about what the one before told of: "A year earlier, they stood at", "Of this, …"?"""
        words = self.sentences.first_words(unit)
        return words[0] in _OPENING or not _STANDING_IN.isdisjoint(words)

    def _giver(self, unit: int) -> Country | None:
        """The country whose amount a line of a list tells: "2. Norway (31)", "Norway: $31 million"."""
        first = bisect_left(self.tokens.units, unit)
        words = self.tokens.words[first : first + _MARKERS]
        at = first + next((number for number, word in enumerate(words) if word[:1].isalpha()), 0)
        return self.measures.country_at(at) if self.tokens.classes[at + 1 : at + 2] in ("(", ":") else None

    def _carried(self, unit: int, part: bool) -> Measured | None:
        """What the sentence before, the opener of a list or the heading measures: "Assistance" above amounts."""
        kind, paragraph = self.kinds[unit], self.paragraphs[unit]
        goes_on = part or kind != "sentence" or self._goes_on(unit)
        for before in range(unit - 1, -1, -1):
            opens_list = kind == "list_item" and self.kinds[before] == "sentence"
            heading = self.sentences.is_heading(before)
            if self.paragraphs[before] == paragraph or opens_list or heading:
                found = self.measures.by_unit.get(before, [])
                if heading and not found:
                    titled = self.measures.titled(before)
                    found = [titled] if titled else []
                if found and (found[-1].measure == _AID or (goes_on and found[-1].measure.endswith(_FLOWS))):
                    rule = "measure-of-heading" if heading else "measure-of-sentence-before"
                    giver = self._giver(unit) if found[-1].measure == _AID else None
                    return replace(found[-1], rule=rule, reporter=giver or found[-1].reporter)
            if heading:
                return None
        return None
