"""The date of a figure whose sentence has none: that of the sentence before, the opener of its list or the heading."""

from __future__ import annotations

from dataclasses import replace

from .change_dates import is_start
from .figure_sentences import Sentences
from .measures import Measured
from .quantities import Quantity
from .tokens import Tokens
from .when import When

FLOWS = ("trade", "exports", "imports")  # told year by year, so that the year is said once
_UNENDED = ("has", "have", "had", "to", "helped")  # how a sentence stops that its list ends


def in_brackets(tokens: Tokens, when: When) -> bool:
    """Does a date open a bracket, and not that of a label, so that it belongs to what stands beside it only?"""
    opens = tokens.classes[when.first - 1] == "("
    return opens and tokens.classes[when.last : when.last + 2] not in ("):", ")-")


class CarriedDates:
    """Finds such dates in one brief."""

    def __init__(self, sentences: Sentences, compared: set[int], owned: set[int]) -> None:
        """`compared` and `owned` are the first tokens of dates to compare with, and of those of one amount alone."""
        self.sentences, self.tokens, self.dates = sentences, sentences.tokens, sentences.dates
        self.compared, self.owned = compared, owned

    def of_unended(self, quantity: Quantity, unit: int) -> When | None:
        """The date of the sentence that the line of a number ends: "Since 2011 our aid has:" above "- built 3"."""
        if quantity.kind != "count" or self.sentences.kinds[unit] != "list_item":
            return None
        opener = self.sentences.opener(unit)
        opener = self.sentences.heading(unit) if opener is None else opener
        if opener is None or self.sentences.text_of(opener).rstrip(": ").rpartition(" ")[2] not in _UNENDED:
            return None
        date = self._last_of(opener)
        return replace(date, rule="date-of-sentence-before") if date else None

    def compared_before(self, quantity: Quantity, unit: int) -> When | None:
        """The year that the sentence before compares with, for an amount that its change began with.

        So in "Trade was 5 per cent more in 2011 than in 2010. Exports rose from $2 million to $3 million".
        """
        before = self.sentences.opener(unit)
        if before is None or not is_start(self.tokens, quantity, self.sentences.ends):
            return None
        told = self._last_of(before)
        years = [when for when in self.dates.get(before, []) if when.first in self.compared and not when.rule]
        if not told or len(years) != 1 or not (len(years[0].date) == len(told.date) == 4 and years[0].date < told.date):
            return None
        return replace(years[0], rule="date-of-sentence-before")

    def of_line(self, quantity: Quantity, unit: int, measured: Measured | None) -> When | None:
        """The date of the line of trade above a line of it: "Trade (2012): $9 million", "- Exports: $5 million"."""
        if measured is None or not measured.measure.endswith(FLOWS):
            return None
        labelled = ":" in self.tokens.classes[measured.span[1] : quantity.first]
        above = self.sentences.line_of_trade(unit) if labelled else None
        date = self._last_of(above) if above is not None else None
        return replace(date, rule="date-of-sentence-before") if date else None

    def date(self, unit: int, measured: Measured | None) -> When | None:
        """The date of the sentence before, for a figure in a sentence without one, as in "Of that, exports were …".

        That of flows of trade is carried through the paragraph, and from the heading.
        """
        far = measured is not None and measured.measure.endswith(FLOWS)
        before = self.sentences.opener(unit)
        while before is not None:
            date = self._last_of(before)
            if date:
                return replace(date, rule="date-of-sentence-before")
            before = self.sentences.opener(before) if far else None
        heading = self.sentences.heading(unit) if measured else None
        date = self._last_of(heading) if heading is not None else None
        return replace(date, rule="date-of-heading") if date else None

    def _last_of(self, unit: int) -> When | None:
        """The last date of a unit that a later sentence can go on from."""
        dates = self.dates.get(unit, [])
        heading = self.sentences.is_heading(unit)
        going_on = [
            when
            for when in dates
            if when.first not in self.compared
            and when.first not in self.owned
            and (heading or not in_brackets(self.tokens, when))
        ]
        return going_on[-1] if going_on else None
