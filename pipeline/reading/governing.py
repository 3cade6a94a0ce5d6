"""The words that govern a figure: which of the measures said around a quantity is the one it states.

In order: a noun that takes the amount with "of" ("at a cost of $3 million" measures none of ours), the measure that
follows ("$3 million in exports"), the last one before it in the sentence, the first one after, and, for an amount
alone, what the sentence before, the opener of the list or the heading speaks of.
"""

from __future__ import annotations

from dataclasses import replace

from .directions import other_way, those, turns_round
from .figure_sentences import Sentences
from .giving import AID, GIVEN
from .measure_words import Measures
from .measures import Country, Measured, Span
from .parts import HOW_MUCH, as_part, elided, goes_on_from_amount, is_part, whole_of_second
from .patterns import BOUNDARY, class_of
from .quantities import Quantity
from .rank_measures import of_rank
from .statistic import aims_at_told

_MARKS = frozenset(",;:()-")
_LOWER = class_of("LOWER")
_FLOWS = ("trade", "exports", "imports", "investment")
_MARKERS = 4  # tokens at most that number a line, and its first word
_NATIONAL = 1_000_000  # a target for what countries trade is no lower
_COSTS = frozenset(("cost", "costs"))
_HELD = frozenset(("assets", "holdings"))  # of investors: what they have invested
_LEADING = frozenset((
    "are", "comprise", "comprises", "examples", "following", "follow", "follows", "include", "includes", "included",
    "initiatives", "programmes", "programs", "projects", "support", "supports", "were",
))  # fmt: skip
_FRONTING = frozenset((
    "after", "declining", "despite", "expanding", "falling", "following", "growing", "having", "increasing", "rising",
))  # fmt: skip
_OPENS_MEASURE = frozenset(("in", "of", "worth", "for", "was", "were", "is", "are"))  # after an amount
_OPENING = frozenset(("this", "that", "these", "those", "of"))  # open a sentence about the one before
_STANDING_IN = frozenset(("it", "their", "these", "they", "those"))  # stand for what the sentence before speaks of
_TRADE = ("trade", "exports", "imports")
_WORTH = frozenset(("at", "in", "is", "was", "were", "worth"))  # before the amount that something traded is worth
# what money is told of that is no trade, though the sentence before may tell of trade
_OTHER_MONEY = frozenset((
    "bank", "budget", "built", "companies", "company", "contract", "contracts", "cost", "costs", "credit", "deal",
    "debt", "firm", "firms", "fund", "investors", "paid", "project", "projects", "revenue", "scheme", "tax", "taxes",
))  # fmt: skip


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
                opens = between and between[0] in _OPENS_MEASURE
                if opens and not dated and not _MARKS.intersection(between):
                    return one
        agency = self.measures.aid_of_agency(unit, quantity.first) if quantity.kind == "money" else None
        if quantity.kind == "money" and self._is_of_another_noun(quantity) and not self._is_held(quantity, found):
            return agency or self._spent_below_aid(quantity, unit)
        ranked = of_rank(self.measures, quantity, found) if quantity.kind == "rank" else None
        if ranked:
            return ranked
        given = self.measures.giving.given(quantity) if quantity.kind == "money" else None
        if given:
            return given
        before = [one for one in found if one.span[1] <= quantity.first and not self._is_closed(one, quantity)]
        if agency and (not before or self.tokens.lower[before[-1].span[0]] == "invested"):
            return agency
        whole = whole_of_second(self.tokens, quantity, before[-1], self.sentences.ends) if before else None
        if whole:
            return self._of_same(before[-1], whole)
        if before:
            return self._elided(as_part(self.tokens, quantity, before), quantity)
        part = is_part(self.tokens, quantity)
        goes_on = part or self._is_target(quantity, unit)
        carried = self._carried(unit, True) if goes_on else None
        if carried:
            return carried
        after = [one for one in found if one.span[0] >= quantity.last and quantity.kind != "rank"]
        by = quantity.kind == "percentage" and self.tokens.lower[quantity.first - 1] == "by"
        if after and (not by or self._is_fronted(quantity, after[0])):  # what grew by so much was told before
            return after[0]
        if quantity.kind in ("money", "percentage") and turns_round(self.tokens, quantity.first):
            told = self._told_before(unit)
            return other_way(told) if told else None
        if quantity.kind != "money":
            return None
        return self._of_amount_before(quantity, unit) or self._carried(unit, False)

    def _is_fronted(self, quantity: Quantity, one: Measured) -> bool:
        """Does a sentence open with how its subject grew: "Having shrunk by 3 per cent, the economy is"?"""
        opens = self.tokens.classes.rfind(BOUNDARY, 0, quantity.first) + 1
        between = self.tokens.classes[quantity.last : one.span[0]]
        return self.tokens.lower[opens] in _FRONTING and between.count(",") == 1 and ";" not in between

    def _told_before(self, unit: int) -> Measured | None:
        """The last flow of trade that the sentences before in the paragraph tell of."""
        for before in range(unit - 1, -1, -1):
            if self.paragraphs[before] != self.paragraphs[unit]:
                return None
            told = [one for one in self.measures.by_unit.get(before, []) if one.measure.endswith(_FLOWS)]
            if told:
                return told[-1]
        return None

    def _of_same(self, told: Measured, whole: Span) -> Measured | None:
        """What a country has besides the measure told of: of Peru's exports and 8% of government revenue."""
        owner = told.reporter
        if owner is None or owner.rule == "pair-of-page":
            return None
        return Measured("other", whole, owner._replace(rule=owner.rule or "owner-before"), None)

    def _of_amount_before(self, quantity: Quantity, unit: int) -> Measured | None:
        """What the amount before in the sentence measures, for one that goes on from it: of which $3 million."""
        if not goes_on_from_amount(self.tokens, quantity):
            return None
        before = [one for one in self.sentences.amounts.get(unit, ()) if one.last <= quantity.first]
        measured = self.measured(before[-1], unit) if before else None
        if measured is None or measured.measure != AID:
            return None
        return replace(measured, partner=measured.partner or self.measures.giving.goes_to(quantity))

    def _elided(self, told: Measured, quantity: Quantity) -> Measured:
        """The same measure of another country: "… in Peru is $3 million, that of Peru in Norway $2 million"."""
        flow = those(self.tokens, self.measures.owners, self.measures.pair, told, quantity.first)
        if flow:
            return flow
        at = elided(self.tokens, told.span[1], quantity.first)
        owner = self.measures.country_at(at) if at else None
        if (
            owner is None and self.tokens.lower[told.span[0]] in GIVEN
        ):  # "Norway provided $3 million and Peru $2 million"
            giver = self.measures.doers.doer(quantity.first)
            return self.measures.giving.by(giver, told.span[0], None) if giver else told
        if owner is None or not told.reporter or owner.iso == told.reporter.iso:
            return told
        return replace(told, reporter=owner, partner=self.measures.pair.other(owner.iso))

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
        return self.tokens.lower[at - 1] == "of" and self.tokens.classes[at - 2] == _LOWER and noun not in HOW_MUCH

    def _is_held(self, quantity: Quantity, found: list[Measured]) -> bool:
        """Is an amount what investors told of before it hold: Norwegian investors held assets of $3 million?"""
        before = [one for one in found if one.span[1] <= quantity.first][-1:]
        held = self.tokens.lower[quantity.first - 2] in _HELD
        return held and any(one.measure.endswith("investment") for one in before)

    def _goes_on(self, unit: int) -> bool:
        """Does a sentence go on about what the one before told of: "A year earlier, they stood at", "Of this, …"?"""
        words = self.sentences.first_words(unit)
        return words[0] in _OPENING or not _STANDING_IN.isdisjoint(words)

    def _tells_of_goods(self, unit: int) -> bool:
        """Is the one amount of a sentence worth of what is traded: "Wheat alone brought in $3 million"?"""
        amounts = self.sentences.amounts.get(unit, ())
        if len(amounts) != 1 or self.tokens.lower[amounts[0].first - 1] not in _WORTH:
            return False
        return _OTHER_MONEY.isdisjoint(self.sentences.text_of(unit).lower().replace(",", "").split())

    def _spent_below_aid(self, quantity: Quantity, unit: int) -> Measured | None:
        """The aid that a line below its heading tells the cost of: "- Textbooks: printed at a cost of $3 million"."""
        carried = self._carried(unit, False) if self.tokens.lower[quantity.first - 2] in _COSTS else None
        return carried if carried and carried.measure == AID else None

    def _giver(self, unit: int) -> Country | None:
        """The country whose amount a line of a list tells: "2. Norway (31)", "Norway: $31 million"."""
        first = self.tokens.opens[unit]
        words = self.tokens.words[first : first + _MARKERS]
        at = first + next((number for number, word in enumerate(words) if word[:1].isalpha()), 0)
        return self.measures.country_at(at) if self.tokens.classes[at + 1 : at + 2] in ("(", ":") else None

    def _carried(self, unit: int, part: bool) -> Measured | None:
        """What the sentence before, the opener of a list or the heading measures: "Assistance" above amounts."""
        kind, paragraph = self.kinds[unit], self.paragraphs[unit]
        goes_on = part or kind != "sentence" or self._goes_on(unit)
        of_trade = goes_on or self._tells_of_goods(unit)
        led = False  # by a line that only opens the list, so that no sentence above it does
        for before in range(unit - 1, -1, -1):
            opens_list = kind == "list_item" and self.kinds[before] == "sentence" and not led
            heading = self.sentences.is_heading(before)
            if self.paragraphs[before] == paragraph or opens_list or heading:
                found = self.measures.by_unit.get(before, [])
                if heading and not found:
                    titled = self.measures.titled(before)
                    found = [titled] if titled else []
                carries = goes_on or (of_trade and not heading and found and found[-1].measure.endswith(_TRADE))
                if found and (found[-1].measure == AID or (carries and found[-1].measure.endswith(_FLOWS))):
                    rule = "measure-of-heading" if heading else "measure-of-sentence-before"
                    giver = self._giver(unit) if found[-1].measure == AID else None
                    return replace(found[-1], rule=rule, reporter=giver or found[-1].reporter)
            if heading and (led or kind != "list_item" or not self._leads_on(before)):
                return None
            led = led or heading
        return None

    def _leads_on(self, unit: int) -> bool:
        """Is it a line that only opens the list below it, so that the heading above is its heading: "They include:"?"""
        words = self.sentences.text_of(unit).lower().rstrip(": ").rsplit(None, 1)
        return self.sentences.text_of(unit).endswith(":") and words[-1] in _LEADING
