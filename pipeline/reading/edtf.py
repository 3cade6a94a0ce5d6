"""EDTF dates and the days they cover (ISO 8601-2, the part of it that briefs need)."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

Interval = tuple[str, str]  # first and last day, ISO; empty where open

# EDTF seasons -> their first month; winter of a northern year and summer of a southern one end in the next year
_SEASON_START = {"N": {"21": 3, "22": 6, "23": 9, "24": 12}, "S": {"21": 9, "22": 12, "23": 3, "24": 6}}


def _last_day(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _point(value: str, hemisphere: str) -> tuple[date, date]:
    """First and last day of a date without a slash. Raises ValueError for one that is not in the calendar."""
    if value[-1] == "X":
        return date(int(value[:3]) * 10, 1, 1), date(int(value[:3]) * 10 + 9, 12, 31)
    parts = value.split("-")
    year = int(parts[0])
    if len(parts) == 1:
        return date(year, 1, 1), date(year, 12, 31)
    if parts[1] in _SEASON_START["N"]:
        month = _SEASON_START[hemisphere][parts[1]]
        end = _last_day(year, month + 2) if month <= 10 else _last_day(year + 1, month - 10)
        return date(year, month, 1), end
    month = int(parts[1])
    if len(parts) == 2:
        return date(year, month, 1), _last_day(year, month)
    day = date(year, month, int(parts[2]))
    return day, day


@lru_cache(maxsize=4096)  # the dates of a brief recur, and those of all briefs are much the same
def interval(value: str, hemisphere: str = "N", fiscal_start: int = 0) -> Interval:
    """The closed interval of days that an EDTF date covers.

    `hemisphere` (N or S) places seasons: northern winter begins in December of the year named, southern summer too.
    `fiscal_start` (a month) reads an interval of two years as fiscal years that begin in that month.
    Raises ValueError for a date that does not exist.
    """
    first, slash, last = value.partition("/")
    if not slash:
        start, end = _point(value, hemisphere)
        return start.isoformat(), end.isoformat()
    start_day = "" if first == ".." else _point(first, hemisphere)[0].isoformat()
    end_day = "" if last == ".." else _point(last, hemisphere)[1].isoformat()
    if fiscal_start > 1 and len(first) == len(last) == 4 and "." not in value:
        start_day = date(int(first), fiscal_start, 1).isoformat()
        end_day = _last_day(int(last), fiscal_start - 1).isoformat()
    return start_day, end_day


def part_of(value: str, part: str) -> Interval:
    """The days of the early, mid or late part of a month (1-10, 11-20, 21-end) or of a year (its thirds)."""
    start, end = _point(value, "N")
    third = ("early", "mid", "late").index(part)
    if "-" in value:
        first = (1, 11, 21)[third]
        last = (10, 20, end.day)[third]
        return start.replace(day=first).isoformat(), start.replace(day=last).isoformat()
    month = 1 + 4 * third
    return date(start.year, month, 1).isoformat(), _last_day(start.year, month + 3).isoformat()


@lru_cache(maxsize=1024)
def week_of(day: str) -> str:
    """The week, Monday to Sunday, that holds a day, as an EDTF interval."""
    monday = date.fromisoformat(day) - timedelta(days=date.fromisoformat(day).weekday())
    return f"{monday}/{monday + timedelta(days=6)}"
