"""A date as read: the words it is written in, its EDTF date and the days it covers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from .edtf import interval


@dataclass(frozen=True)
class Calendar:
    """What resolving needs of the page: its own date (EDTF, or empty), hemisphere, first month of the fiscal year."""

    page: str
    hemisphere: str = "N"
    fiscal_start: int = 1

    @property
    def year(self) -> int | None:
        """The year of the page, where it gives itself a date."""
        return int(self.page[:4]) if self.page else None


@dataclass(frozen=True)
class When:
    """A date with the tokens it is written in (`first` up to but not including `last`).

    `rule` names the rule that concluded `date`, or is empty where the words state it; `convention` is true where the
    days covered follow a convention (fiscal years, seasons, early and late) and not the words alone.
    """

    first: int
    last: int
    date: str
    date_from: str
    date_to: str
    precision: str
    rule: str = ""
    convention: bool = False


class Words(NamedTuple):
    """The tokens `first` up to but not including `last` that a date is written in, and the calendar of its page."""

    first: int
    last: int
    calendar: Calendar

    def when(self, date: str, precision: str, rule: str = "", convention: bool = False) -> When:
        """What these words say: an EDTF date, with the days that it covers by the calendar of the page.

        Raises ValueError for a date that does not exist.
        """
        fiscal = self.calendar.fiscal_start if precision == "fiscal_year" else 0
        start, end = interval(date, self.calendar.hemisphere, fiscal)
        return When(self.first, self.last, date, start, end, precision, rule, convention or fiscal > 1)
