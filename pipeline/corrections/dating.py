"""A date that a person overrules takes the days and the precision beside it along."""

from __future__ import annotations

import re
from datetime import date

from pipeline.reading.edtf import interval

_YEARS = re.compile(r"\d{4}/\d{4}")
_SEASON = re.compile(r"\d{4}-2[1-4]")
FOLLOWING = frozenset(("date_from", "date_to", "precision"))  # the columns that rest on the date's evidence


def fiscal_start(old: str, new: str, date_from: str | None) -> int:
    """The month in which two years begin as fiscal years, as the old ones did by their first day; 0 for plain years."""
    if not (_YEARS.fullmatch(old) and _YEARS.fullmatch(new) and date_from):
        return 0
    month = int(date_from[5:7])
    return month if month > 1 else 0


def days(new: str, hemisphere: str, fiscal: int) -> tuple[str | None, str | None]:
    """First and last day of an EDTF date, None where open. Raises ValueError where the calendar has no such date."""
    try:
        start, end = interval(new, hemisphere, fiscal)
    except (IndexError, KeyError) as error:
        raise ValueError(new) from error
    return start or None, end or None


def by_convention(new: str, fiscal: int) -> bool:
    """Did a convention choose the days, those of a season or of fiscal years?"""
    return bool(fiscal or _SEASON.fullmatch(new))


def precision(new: str, fiscal: int) -> str:
    """The precision of an EDTF date, of an interval that of its ends."""
    first, _, last = new.partition("/")
    if ".." in (first, last):
        return "open"
    if fiscal or first.endswith("X"):
        return "fiscal_year" if fiscal else "decade"
    if _SEASON.fullmatch(first):
        return "season"
    if last and first.count("-") == 2:
        monday, sunday = date.fromisoformat(first), date.fromisoformat(last)
        return "week" if monday.weekday() == 0 and (sunday - monday).days == 6 else "day"
    return ("year", "month", "day")[first.count("-")]
