"""The date of a figure: beside it, before it or after it in its sentence, or carried from what it continues.

A date that something is compared with ("5 per cent more than in 2010", "up on the year before") dates no figure but the
amount told for it ("up from $3 million a year earlier").
"""

from __future__ import annotations

from itertools import pairwise

from .carried_dates import FLOWS, CarriedDates, in_brackets
from .change_dates import began_with, end_of, is_start, start_of
from .compared_dates import COMPARING, is_compared, looks_back
from .figure_sentences import Sentences
from .foreign_dates import is_company, is_of_now, is_of_signing, labels_next, own_dates
from .measures import Measured
from .patterns import class_of
from .quantities import Quantity
from .ranks import joins_ranks
from .statistic import aims
from .when import When

_CARRIED = "measure-of-sentence-before"  # the rule by which a part has the measure of its whole, and its date
_SEPARATORS = frozenset((",", ";", "and", "while", ":"))
_APART, _MEASURE = map(class_of, ("SIGN", "MEASURE"))
_PARTICIPLES = ("ed", "aside")  # end measures that set no date apart: $3 million was pledged in 2013
_BESIDE = 4  # tokens from a date in brackets to the amount beside it
_AFTER = 8  # tokens from a quantity to the date right after it
_TOLD = 3  # tokens from an amount to the date that looks back: $3 million recorded a decade before


class Dating:
    """Finds the dates of the figures of one brief."""

    def __init__(self, sentences: Sentences) -> None:
        self.sentences, self.tokens = sentences, sentences.tokens
        self.dates, self.starts = sentences.dates, sentences.ends.values()
        every = [when for dates in self.dates.values() for when in dates]
        self.compared = {when.first for when in every if is_compared(self.tokens, when)}
        beside = (when for unit in sentences.telling for when in self.dates.get(unit, ()))
        self.owned = {when.first for when in beside if self._is_owned(when)}
        self.carried = CarriedDates(sentences, self.compared, self.owned)

    def when(self, quantity: Quantity, unit: int, measured: Measured | None) -> When | None:
        """The date of a quantity: right after it, else the last before it in the sentence, else the first after."""
        every = self.dates.get(unit, [])
        dates = [when for when in every if when.first not in self.compared]
        sentence, dates = dates, own_dates(self.tokens, quantity, dates)
        if not dates and any(when.last <= quantity.first for when in sentence):
            return None  # what goes on from dates of something else is not of the sentence before
        if self._is_of_past(quantity, every):
            return None
        told = next((when for when in dates if self._is_told_for(quantity, when)), None)
        if told:
            return told
        dates = [when for when in dates if when.first not in self.owned]
        if dates and is_start(self.tokens, quantity, self.sentences.ends):
            near = [when for when in dates if when.last <= quantity.first][-1:] or dates
            return start_of(near[0]) or self._told_again(quantity, every)
        for when in dates:
            if self._is_right_after(quantity, when, measured):
                return end_of(self.tokens, when, quantity, self.sentences.ends)
        if quantity.kind == "rank" and dates:
            shared = self._shared(quantity, unit, dates)
            if shared:
                return shared
        dates = [
            when for when in dates if not in_brackets(self.tokens, when) or 0 <= quantity.first - when.last <= _BESIDE
        ]
        dates = [when for when in dates if ";" not in self.tokens.classes[quantity.last : when.first]]
        if quantity.kind == "money" and dates:
            dates = [when for when in dates if when.last > quantity.first or not is_of_signing(self.tokens, when)]
            if not dates:
                return None
        before = [when for when in dates if when.last <= quantity.first]
        opens = before[-1].last if before else self.tokens.opens[unit]
        if (before or not dates) and is_of_now(self.tokens, opens, quantity.first):
            return None
        if before:
            return end_of(self.tokens, before[-1], quantity, self.sentences.ends)
        if dates and quantity.kind != "rank" and self._reaches(quantity, dates[0], len(dates)):
            return dates[0]
        if dates:
            return None
        if quantity.kind == "money":
            beside = self._beside_name(quantity, unit, sentence)
            if beside:
                return beside
            again = self._told_again(quantity, every) or self.carried.compared_before(quantity, unit)
            alone = began_with(self.tokens, quantity) or aims(self.sentences.before(unit, quantity.first))
            if again or alone:
                return again
            return self.carried.of_line(quantity, unit, measured) or self.carried.date(unit, measured)
        goes_on = measured is not None and (measured.measure.endswith(FLOWS) or measured.rule == _CARRIED)
        return self.carried.date(unit, measured) if goes_on else self.carried.of_unended(quantity, unit)

    def _is_owned(self, when: When) -> bool:
        """Is the date told for one amount alone: $3 million a decade before, compared with $3 million in 2009?"""
        for last in range(when.first, when.first - _TOLD - 1, -1):
            first = self.sentences.ends.get(last)
            if first is not None:
                return looks_back(self.tokens, when) or self._is_compared_amount(first)
        return False

    def _is_compared_amount(self, at: int) -> bool:
        """Does a word that compares stand before the amount that begins at `at`: compared with, against, up from?"""
        lower = self.tokens.lower
        before = at - 1 - (lower[at - 1] in ("with", "to", "the"))
        return lower[before] in COMPARING or lower[before] == "from"

    def _is_of_past(self, quantity: Quantity, dates: list[When]) -> bool:
        """Is an amount compared with one of a past without a date: against $3 million in the previous two years?"""
        after = range(quantity.last, quantity.last + _TOLD + 1)
        past = any(self.tokens.lower[at] in ("previous", "preceding") for at in after if at < len(self.tokens.lower))
        return past and self._is_compared_amount(quantity.first) and not any(when.first in after for when in dates)

    def _is_told_for(self, quantity: Quantity, when: When) -> bool:
        """Is this the date that one amount is told for: $3 million recorded a decade before, 5% the previous year?"""
        if when.first not in self.owned or not 0 <= when.first - quantity.last <= _TOLD:
            return False
        between = self.tokens.words[quantity.last : when.first]
        near = quantity.kind != "percentage" or between in ([], ["the"]) or not looks_back(self.tokens, when)
        return near and _SEPARATORS.isdisjoint(between)

    def _is_right_after(self, quantity: Quantity, when: When, measured: Measured | None) -> bool:
        """Does the date follow the quantity with no other clause, amount or measure between?

        Its own measure may stand there: $3 million a year in assistance from 2012 to 2015.
        """
        if not quantity.last <= when.first <= quantity.last + _AFTER or labels_next(self.tokens, quantity, when):
            return False
        apart = _APART if quantity.kind == "rank" else _APART + _MEASURE
        own = measured.span[0] if measured and quantity.kind in ("money", "percentage") else -1
        classes, words = self.tokens.classes, self.tokens.lower
        between = range(quantity.last, when.first)
        return _SEPARATORS.isdisjoint(words[quantity.last : when.first]) and not any(
            classes[at] in apart and at != own and not words[at].endswith(_PARTICIPLES) for at in between
        )

    def _reaches(self, quantity: Quantity, when: When, dates: int) -> bool:
        """Can a date further on be that of a quantity? Not across a new clause or the other side of a comparison."""
        between = self.tokens.lower[quantity.last : when.first]
        amounts = (first - quantity.last for first in self.starts if quantity.last < first < when.first)
        if any(between[first - 1] == "from" for first in amounts):
            return False
        if quantity.kind not in ("money", "percentage"):
            return dates == 1 and ("," not in between or is_company(self.tokens, quantity))
        clause = any(one == "," and other == "and" for one, other in pairwise(between))
        return not clause and COMPARING.isdisjoint(between)

    def _shared(self, quantity: Quantity, unit: int, dates: list[When]) -> When | None:
        """The date right after the second of two ranks: "our third-largest market and fifth-largest donor in 2012"."""
        other = next((one for one in self.sentences.ranks.get(unit, ()) if one.first >= quantity.last), None)
        if other is None or not joins_ranks(self.tokens, quantity.last, other.first):
            return None
        return next((when for when in dates if self._is_right_after(other, when, None)), None)

    def _beside_name(self, quantity: Quantity, unit: int, dates: list[When]) -> When | None:
        """The years in brackets beside what an amount is for, without other dates or amounts: The Fund (2010-2013)."""
        if len(dates) != 1 or dates[0].last > quantity.first or not dates[0].date.replace("/", "", 1).isdecimal():
            return None
        alone = self.sentences.amounts.get(unit, [])[:1] == [quantity] and "/" in dates[0].date
        return dates[0] if alone and self.tokens.classes[dates[0].last] == ")" else None

    def _told_again(self, quantity: Quantity, dates: list[When]) -> When | None:
        """A date of comparison, for the amount told for it: "over 2016, when it was $3 million", "up 26% from $87"."""
        for when in dates:
            if 0 <= quantity.first - when.last <= 8 and "when" in self.tokens.words[when.last : quantity.first]:
                return when
            if began_with(self.tokens, quantity) and when.first in self.compared:
                return when
        return None
