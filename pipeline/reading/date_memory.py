"""What the text has dated so far: what a month without a year, "that year" or "a year earlier" is reckoned from."""

from __future__ import annotations

import re

from .when import Calendar, When

MONTH_OF_YEAR = re.compile(r"\d{4}-[01]\d")
_SHIFT = {"last": -1, "this": 0, "next": 1}  # from the year of the page
_OF_MONTH = ("day", "week", "month", "part_of_month")
Year = tuple[int | None, str]  # a year, where one can be concluded, and the rule that concludes it


class Memory:
    """The dates of one document before the place that is being read.

    `before` is the last of them, `whole` the same or the interval that it ends.
    """

    def __init__(self, calendar: Calendar) -> None:
        """Nothing is dated yet but the page."""
        self.calendar = calendar
        self.paragraph = self.unit = 0
        self.before: When | None = None
        self.compared = False  # is that what something else is compared with?
        self.whole: When | None = None
        self.latest_told = False  # is the date that is being read said to be the last so far: most recently in June?
        self._dated: tuple[int, list[When]] = (-1, [])  # the last sentence with a date of its own, and these
        self._months: dict[int, int] = {}  # month -> the year it was last named with in this paragraph

    def enter(self, unit: int, paragraph: int) -> None:
        """Say where the next date stands."""
        if paragraph != self.paragraph:
            self.paragraph, self._months = paragraph, {}
        self.unit = unit

    def note(self, when: When, compared: bool) -> None:
        """Keep a date read where `enter` said; `compared` says that it is only what another is held against."""
        if not compared:
            if self._dated[0] != self.unit:
                self._dated = (self.unit, [])
            self._dated[1].append(when)
        self.before = self.whole = when
        self.compared = compared
        if MONTH_OF_YEAR.match(when.date):
            self._months[int(when.date[5:7])] = int(when.date[:4])

    def year_of_page(self, which: str) -> Year:
        """Last, this or next year, as the page's date has it."""
        page = self.calendar.year
        return (None if page is None else page + _SHIFT[which]), "year-of-page"

    def month_of_page(self, which: str) -> str:
        """Last, this or next month, as the page's date has it; empty where it names no month."""
        page = self.calendar.page
        if not MONTH_OF_YEAR.match(page):
            return ""
        months = int(page[:4]) * 12 + int(page[5:7]) - 1 + _SHIFT[which]
        return f"{months // 12}-{months % 12 + 1:02}"

    def latest(self) -> When | None:
        """What "that year" means: the latest date of the last sentence that has one, none after the page's year.

        What others are compared with is left out: after "visits rose in 2014, more than in 2013" it is 2014.
        """
        page = self.calendar.year or 9999
        dates = [when for when in self._dated[1] if when.date[:4].isdecimal()]
        past = [when for when in dates if int(when.date[:4]) <= page]
        return max(past or dates, key=lambda when: when.date_from, default=None)

    def year_of(self, which: str) -> Year:
        """The year that "this", "last", "next", "that" or "the same" year is."""
        if which in _SHIFT:
            return self.year_of_page(which)
        latest = self.latest()
        return (int(latest.date[:4]) if latest else None), "year-of-date-before"

    def year_for(self, month: int) -> Year:
        """The year of a month, or of a season, where `month` is 0, named without one."""
        if month in self._months:
            return self._months[month], "year-of-same-month"
        page = self.calendar.page
        if self.latest_told and MONTH_OF_YEAR.match(page):
            return int(page[:4]) - (month > int(page[5:7])), "year-of-page"
        before, here = self.before, self._dated[0] == self.unit
        of_month = before is not None and (before.precision in _OF_MONTH or not self.calendar.page)
        if before and here and of_month and before.date[:4].isdecimal() and not self._is_passed(before, month):
            return int(before.date[:4]), "year-of-date-before"
        return self.calendar.year, "year-of-page"

    def _is_passed(self, before: When, month: int) -> bool:
        """Does a month follow one of last year that was reckoned from the page: last October, and in June?"""
        page = self.calendar.page
        if before.rule != "year-of-page" or not MONTH_OF_YEAR.match(before.date) or not MONTH_OF_YEAR.match(page):
            return False
        return int(before.date[:4]) == int(page[:4]) - 1 and month <= min(int(page[5:7]), int(before.date[5:7]) - 1)
