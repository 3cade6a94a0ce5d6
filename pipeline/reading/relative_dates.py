"""Dates that lean on another: on that of the page ("last year", "in March") or on one before ("a year earlier")."""

from __future__ import annotations

from datetime import date, timedelta

from .date_memory import MONTH_OF_YEAR, Memory, Year
from .edtf import week_of
from .when import When, Words

_BEFORE, _WEEK_BEFORE = "year-of-date-before", "week-of-date-before"
_SAME = {"day": ("day",), "month": ("day", "month", "part_of_month")}  # the precisions of a date that tell the unit
_LONGEST_VISIT = 27  # days
_YEARS_IN = {"year": 1, "decade": 10}


def year_of_page(words: Words, memory: Memory, which: str) -> When | None:
    """Last year, this year, next year."""
    year, rule = memory.year_of_page(which)
    return None if year is None else words.when(str(year), "year", rule)


def fiscal_year_of_page(words: Words, memory: Memory, count: int) -> When | None:
    """The current financial year, or that `count` years after it, where the page is dated to the month."""
    page, opens = memory.calendar.page, memory.calendar.fiscal_start
    if not MONTH_OF_YEAR.match(page):
        return None
    year = int(page[:4]) - (int(page[5:7]) < opens) + count
    if opens == 1:
        return words.when(str(year), "year", "year-of-page")
    return words.when(f"{year}/{year + 1}", "fiscal_year", "year-of-page")


def month_of_page(words: Words, memory: Memory, which: str) -> When | None:
    """Last month, this month, next month, where the page is dated to the month."""
    month = memory.month_of_page(which)
    return words.when(month, "month", "month-of-page") if month else None


def same_time(words: Words, memory: Memory, unit: str) -> When | None:
    """That month, the same day: that of the date before; `unit` is the word for it."""
    before = memory.before
    if before is None or "/" in before.date or unit not in _SAME or before.precision not in _SAME[unit]:
        return None
    return words.when(before.date[: len("2012-01-01") if unit == "day" else len("2012-01")], unit, _BEFORE)


def end_of_year(words: Words, memory: Memory, ahead: bool) -> When | None:
    """The end of the year: of that of the page, if it is said to be `ahead`, else of the year told of."""
    latest = memory.latest()
    if ahead or latest is None:
        return year_of_page(words, memory, "this")
    return words.when(latest.date[:4], "year", _BEFORE)


def season_without_year(words: Words, memory: Memory, which: str, season: int) -> When | None:
    """This spring, last winter, in autumn; `season` is that of EDTF, 21 to 24, and `which` may be empty."""
    year, rule = memory.year_of_page(which) if which else memory.year_for(0)
    return None if year is None else words.when(f"{year}-{season}", "season", rule, True)


def same_week(words: Words, memory: Memory) -> When | None:
    """That same week."""
    before = memory.before
    if before is None or before.precision not in ("week", "day") or not before.date[:4].isdecimal():
        return None
    return words.when(before.date if before.precision == "week" else week_of(before.date_from), "week", _WEEK_BEFORE)


def same_period(words: Words, memory: Memory, year: int | None, back: bool) -> When | None:
    """The same period: all that the date before covers, where that is a year, several, or months of one.

    It is moved to a `year`, where one is said, or `back` by a year.
    """
    whole = memory.latest() if memory.whole is memory.before else memory.whole
    if whole is None or whole.precision not in ("year", "fiscal_year", "month") or not whole.date[:4].isdecimal():
        return None
    count = -1 if back else (year or int(whole.date[:4])) - int(whole.date[:4])
    parts = [f"{int(part[:4]) + count}{part[4:]}" for part in whole.date.split("/")]
    return words.when("/".join(parts), whole.precision, _BEFORE)


def same_year(words: Words, memory: Memory) -> When | None:
    """That year, the same financial year."""
    return _years_from(words, memory.latest(), 0)


def some_time_from(words: Words, memory: Memory, unit: str, count: int) -> When | None:
    """A year earlier (`count` -1 of `unit` year), two months later, the following day."""
    before = memory.latest() if memory.compared and count == -1 else memory.before
    if before is None or not before.date[:4].isdecimal():
        return None
    if unit == "month" and count % 12 == 0:
        unit, count = "year", count // 12
    if unit in _YEARS_IN:
        return _years_from(words, before, count * _YEARS_IN[unit])
    if unit == "month" and MONTH_OF_YEAR.match(before.date):
        months = int(before.date[:4]) * 12 + int(before.date[5:7]) - 1 + count
        return words.when(f"{months // 12}-{months % 12 + 1:02}", "month", _BEFORE)
    if unit == "day" and before.precision == "day":
        return words.when((date.fromisoformat(before.date_to) + timedelta(days=count)).isoformat(), "day", _BEFORE)
    return None


def _years_from(words: Words, anchor: When | None, count: int) -> When | None:
    if anchor is None or not anchor.date[:4].isdecimal():
        return None
    year = int(anchor.date[:4]) + count
    if anchor.precision == "fiscal_year":
        return words.when(f"{year}/{year + 1}", "fiscal_year", _BEFORE)
    first, slash, last = anchor.date.partition("/")
    if slash and count and len(first) == len(last) > 4 and (anchor.precision == "month" or _is_long(first, last)):
        return words.when(f"{year}{first[4:]}/{int(last[:4]) + count}{last[4:]}", anchor.precision, _BEFORE)
    return words.when(str(year), "year", _BEFORE)


def months_in_order(words: Words, year: Year, which: int | None, count: int, unit: str) -> When | None:
    """The first (`which` 1) or last (None) months of a year, `count` of them."""
    if year[0] is None or which not in (1, None) or unit != "months" or not 1 <= count <= 12:
        return None
    first, last = (1, count) if which else (13 - count, 12)
    return words.when(f"{year[0]}-{first:02}/{year[0]}-{last:02}", "month", year[1])


def _is_long(first: str, last: str) -> bool:
    """Are these the first and last day of a period such as a year of trade, and not of a visit?"""
    return len(first) == 10 and (date.fromisoformat(last) - date.fromisoformat(first)).days > _LONGEST_VISIT


def months_to(words: Words, year: int, month: int, day: int | None, count: int) -> When:
    """The months, `count` of them, that end with a month or with a day of it: the year ended 30 June 2019."""
    start = year * 12 + month - count
    first = f"{start // 12}-{start % 12 + 1:02}"
    end = date(year, month, day or 1)
    if count == month == 12 and (day is None or (end + timedelta(days=1)).day == 1):
        return words.when(str(year), "year")  # the year ended December 2017
    if day is None:
        return words.when(f"{first}/{year}-{month:02}", "month")
    if (end + timedelta(days=1)).month == month:  # not the last day: six months to 5 April begin on 6 October
        start -= 1
        first = f"{start // 12}-{start % 12 + 1:02}-{day + 1:02}"
    else:
        first += "-01"
    return words.when(f"{first}/{end}", "day")


def month_without_year(words: Words, memory: Memory, month: int, which: str, ahead: bool) -> When | None:
    """Last July, the previous November, that June, in March; `which` is empty where none of these words is said.

    What is said to be `ahead` has no year before that of the page.
    """
    page = memory.calendar.year
    before = memory.before if memory.before and memory.before.date[:4].isdecimal() else None
    if which in ("previous", "following") and before:
        anchor_month = int(before.date_from[5:7] or 1)
        year = int(before.date[:4])
        year += (-1 if month >= anchor_month else 0) if which == "previous" else (1 if month <= anchor_month else 0)
        return words.when(f"{year}-{month:02}", "month", _BEFORE)
    if which in ("that", "the"):
        latest = memory.latest()
        return words.when(f"{latest.date[:4]}-{month:02}", "month", _BEFORE) if latest else None
    if not which:
        of_month, rule = memory.year_for(month)
        if ahead and page is not None and (of_month is None or of_month < page):
            of_month, rule = page, "year-of-page"
        return None if of_month is None else words.when(f"{of_month}-{month:02}", "month", rule)
    if page is None:
        return None
    page_month = int(memory.calendar.page[5:7]) if MONTH_OF_YEAR.match(memory.calendar.page) else 12
    shift = (-1 if month >= page_month else 0) if which in ("last", "previous") else (1 if month <= page_month else 0)
    return words.when(f"{page + (0 if which == 'this' else shift)}-{month:02}", "month", "year-of-page")
