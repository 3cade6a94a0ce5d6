"""Dates that lean on another: on that of the page ("last year", "in March") or on one before ("a year earlier")."""

from __future__ import annotations

from .date_memory import MONTH_OF_YEAR, Memory
from .edtf import week_of
from .when import When, Words

_SHIFT = {"last": -1, "this": 0, "next": 1}  # from the year of the page
_SHIFT_OF_RULE = {"same-year": 0, "year-before": -1, "year-after": 1}  # from the year before in the text


def year_of_page(words: Words, which: str) -> When | None:
    """Last year, this year, next year."""
    page = words.calendar.year
    return None if page is None else words.when(str(page + _SHIFT[which]), "year", "year-of-page")


def season_of_page(words: Words, which: str, season: int) -> When | None:
    """This spring, last winter; `season` is that of EDTF, 21 to 24."""
    page = words.calendar.year
    return None if page is None else words.when(f"{page + _SHIFT[which]}-{season}", "season", "year-of-page", True)


def same_week(words: Words, memory: Memory) -> When | None:
    """That same week."""
    before = memory.before
    if before is None or before.precision not in ("week", "day") or not before.date[:4].isdecimal():
        return None
    week = before.date if before.precision == "week" else week_of(before.date_from)
    return words.when(week, "week", "week-of-date-before")


def year_of_before(words: Words, memory: Memory, rule: str) -> When | None:
    """That same year, a year earlier, the following year, by the rule named."""
    before = memory.before
    if rule == "same-year" and memory.of_sentence():  # "in 2014, up from 2013 … that same year"
        before = max(memory.of_sentence(), key=lambda when: when.date_from)
    if before is None or not before.date[:4].isdecimal():
        return None
    year = int(before.date[:4]) + _SHIFT_OF_RULE[rule]
    if before.precision == "fiscal_year":
        return words.when(f"{year}/{year + 1}", "fiscal_year", "year-of-date-before")
    return words.when(str(year), "year", "year-of-date-before")


def month_without_year(words: Words, memory: Memory, month: int, which: str, of_which: str) -> When | None:
    """Last July, the previous November, in March, September of that year; empty where a word is not said."""
    page = words.calendar.year
    if page is None:
        return None
    before = memory.before if memory.before and memory.before.date[:4].isdecimal() else None
    page_month = int(words.calendar.page[5:7]) if MONTH_OF_YEAR.match(words.calendar.page) else 12
    if which == "last":
        year = page if month < page_month else page - 1
    elif which in ("previous", "following") and before:
        anchor_month = int(before.date_from[5:7] or 1)
        year = int(before.date[:4])
        year += (-1 if month >= anchor_month else 0) if which == "previous" else (1 if month <= anchor_month else 0)
    elif which == "next":
        year = page if month > page_month else page + 1
    elif of_which and of_which != "this" and before:
        year = int(before.date[:4])
    else:
        year = page if which or of_which else memory.year_for(month)[0] or page
    of_page = not which or which in _SHIFT
    return words.when(f"{year}-{month:02}", "month", "year-of-page" if of_page else "year-of-date-before")
