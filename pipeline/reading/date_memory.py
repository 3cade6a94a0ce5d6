"""What the text has dated so far: what a month without a year, "that year" or "a year earlier" is reckoned from."""

from __future__ import annotations

import re

from .when import Calendar, When

MONTH_OF_YEAR = re.compile(r"\d{4}-[01]\d")


class Memory:
    """The dates of one document before the place that is being read."""

    def __init__(self, calendar: Calendar) -> None:
        """Nothing is dated yet but the page."""
        self.calendar = calendar
        self.paragraph = self.unit = 0
        self.before: When | None = None
        self._of_unit: tuple[int, list[When]] = (-1, [])  # the last sentence with a date, and its dates
        self._months: dict[int, int] = {}  # month -> the year it was last named with in this paragraph

    def enter(self, unit: int, paragraph: int) -> None:
        """Say where the next date stands."""
        if paragraph != self.paragraph:
            self.paragraph, self._months = paragraph, {}
        self.unit = unit

    def note(self, when: When) -> None:
        """Keep a date that was read where `enter` said."""
        if self._of_unit[0] != self.unit:
            self._of_unit = (self.unit, [])
        self._of_unit[1].append(when)
        self.before = when
        if MONTH_OF_YEAR.match(when.date):
            self._months[int(when.date[5:7])] = int(when.date[:4])

    def of_sentence(self) -> list[When]:
        """The dates of this sentence so far."""
        return self._of_unit[1] if self._of_unit[0] == self.unit else []

    def year_for(self, month: int) -> tuple[int | None, str]:
        """The year of a month named without one, and the rule that concludes it."""
        if month in self._months:
            return self._months[month], "year-of-same-month"
        before = self.before
        if before and self.of_sentence() and before.precision in ("day", "month") and before.date[:4].isdecimal():
            return int(before.date[:4]), "year-of-date-before"
        return self.calendar.year, "year-of-page"
