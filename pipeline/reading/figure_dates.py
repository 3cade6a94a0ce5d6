"""The date of a figure: beside it, before it or after it in its sentence, or carried from the sentence before."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from .dates import When
from .measures import Measured
from .patterns import class_of
from .quantities import Quantity
from .sentences import Sentences

_COMPARED = frozenset(("over", "from", "on"))  # after a change, before the date that it is compared with
_SEPARATORS = frozenset((",", ";", "and", "while", ":"))
_APART, _MEASURE, _PERCENT = map(class_of, ("SIGN", "MEASURE", "PERCENT"))
_BESIDE = 4  # tokens from a date in brackets to the amount beside it


class Dating:
    """Finds the dates of the figures of one brief."""

    def __init__(self, sentences: Sentences) -> None:
        self.sentences, self.tokens, self.dates = sentences, sentences.tokens, sentences.dates

    def when(self, quantity: Quantity, unit: int, measured: Measured | None) -> When | None:
        """The date of a quantity: right after it, else the last before it in the sentence, else the first after."""
        dates = [when for when in self.dates.get(unit, []) if not self.is_compared(when)]
        tokens = self.tokens
        apart = _APART if quantity.kind == "rank" else _APART + _MEASURE
        for when in dates:
            if quantity.last <= when.first <= quantity.last + 8:
                between = zip(
                    tokens.words[quantity.last : when.first], tokens.classes[quantity.last : when.first], strict=True
                )
                if not any(word in _SEPARATORS or klass in apart for word, klass in between):
                    return when
        dates = [when for when in dates if not self.in_brackets(when) or 0 <= quantity.first - when.last <= _BESIDE]
        before = [when for when in dates if when.last <= quantity.first]
        if before:
            return before[-1]
        if dates and quantity.kind != "rank" and self.reaches(quantity, dates[0], len(dates)):
            return dates[0]
        if dates or quantity.kind != "money":
            return None
        return self.told_again(quantity, unit) or (None if self.is_from(quantity) else self.carried(unit, measured))

    def reaches(self, quantity: Quantity, when: When, dates: int) -> bool:
        """Can a date further on be that of a quantity? Not across a new clause or the other side of a comparison."""
        between = [word.lower() for word in self.tokens.words[quantity.last : when.first]]
        if quantity.kind not in ("money", "percentage"):
            return dates == 1 and "," not in between
        clause = any(one == "," and other == "and" for one, other in pairwise(between))
        return not clause and not {"from", "than", "against", "compared"}.intersection(between)

    def is_compared(self, when: When) -> bool:
        """Is this the date that a quantity is compared with: 5 per cent over 2010, compared with 2009?"""
        words = self.tokens.words
        before, earlier = words[when.first - 1].lower(), words[when.first - 2].lower()
        changed = self.tokens.classes[when.first - 2] == _PERCENT or earlier in ("up", "down")
        return before in ("than", "against", "versus") or earlier == "compared" or (changed and before in _COMPARED)

    def in_brackets(self, when: When) -> bool:
        """Does the date open a bracket, so that it belongs to what stands beside it only?"""
        return self.tokens.words[when.first - 1] == "("

    def told_again(self, quantity: Quantity, unit: int) -> When | None:
        """A date of comparison, for the amount told for it: "over 2016, when it was $3 million", "up 26% from $87"."""
        for when in self.dates.get(unit, []):
            if 0 <= quantity.first - when.last <= 8 and "when" in self.tokens.words[when.last : quantity.first]:
                return when
            if self.is_from(quantity) and self.is_compared(when):
                return when
        return None

    def is_from(self, quantity: Quantity) -> bool:
        """Is this the amount that a change began with: up 26 per cent from $87 million?"""
        return self.tokens.lower[quantity.first - 1] == "from"

    def carried(self, unit: int, measured: Measured | None) -> When | None:
        """The date of the sentence before, for an amount in a sentence without one, as in "Of that, exports were …".

        Flows of trade are told year by year, so theirs is carried through the paragraph.
        """
        far = measured is not None and measured.measure.endswith(("trade", "exports", "imports"))
        before = self.sentences.opener(unit)
        while before is not None:
            dates = [
                when for when in self.dates.get(before, []) if not (self.in_brackets(when) or self.is_compared(when))
            ]
            if dates:
                return replace(dates[-1], rule="date-of-sentence-before")
            before = self.sentences.opener(before) if far else None
        return None

    def between_years(self, quantity: Quantity, unit: int, when: When | None) -> When | None:
        """The interval that a growth covers, where the year it is compared with follows: up 12 per cent from 2013."""
        for compared in self.dates.get(unit, []):
            near = quantity.last <= compared.first <= quantity.last + 4
            if (
                when
                and near
                and self.is_compared(compared)
                and compared.date < when.date
                and len(compared.date) == 4 == len(when.date)
            ):
                interval = f"{compared.date}/{when.date}"
                return replace(compared, date=interval, date_to=when.date_to, rule="growth-between-years")
        return None
