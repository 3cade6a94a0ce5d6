"""A date in EDTF and the days beside it say the same.

The intervals are computed here anew, sharing nothing with the reading, or the check would prove nothing.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from pipeline.checks.package import Package
from pipeline.errors import Finding

POINT = re.compile(r"(?P<decade>\d{3})X|(?P<year>\d{4})(-(?P<month>\d\d)(-(?P<day>\d\d))?)?")
LOOSE = {"part_of_month", "season", "fiscal_year"}  # days chosen by a convention inside what EDTF can write
Days = tuple[date | None, date | None]


def intervals(package: Package) -> Iterator[Finding]:
    """Yield the rows whose date_from and date_to are not the days of their date.

    Where a convention chose the days (precision or `inferred` says so) they need only lie within the date's own.
    """
    for table in package.with_columns("date", "date_from", "date_to"):
        optional = [name for name in ("quote", "precision", "inferred") if name in table.columns]
        for row, written, first, last, *rest in package.cells(
            table.name, [table.primary_key, "date", "date_from", "date_to", *optional]
        ):
            known = dict(zip(optional, rest, strict=True))
            wrong = _wrong(written, first, last, known.get("precision"), known.get("inferred") or "")
            if wrong:
                column, value, said = wrong
                yield Finding(
                    f"data/{table.name}.csv",
                    row,
                    column,
                    value,
                    known.get("quote"),
                    f"{said}; mend the rule that gave it",
                )


def _wrong(
    written: str | None, first: date | None, last: date | None, precision: str | None, inferred: str
) -> tuple[str, object, str] | None:
    """Return column, value and fault of a row whose days do not fit its date; None where they do."""
    if written is None:
        if first or last:
            return (
                ("date_from", first, "is filled though date is empty")
                if first
                else ("date_to", last, "is filled though date is empty")
            )
        return None
    try:
        start, end = days(written)
    except ValueError:
        return "date", written, "is not a date of the calendar in EDTF"
    if first and last and last < first:
        return "date_to", last, f"lies before date_from {first}"
    loose = (
        precision in LOOSE
        or {"date", "date_from", "date_to"} & set(inferred.split())
        or re.search(r"\d{4}-2[1-4](?:/|$)|\d{4}/\d{4}$", written)  # seasons and pairs of years, not days
    )
    for column, value, bound, outside in (
        ("date_from", first, start, bool(first and start and first < start)),
        ("date_to", last, end, bool(last and end and last > end)),
    ):
        if (value is None) != (bound is None) or outside or (value != bound and not loose):
            return column, value, f"should be {bound or 'empty'} for the date {written}"
    if (first and end and first > end) or (last and start and last < start):
        return "date_from", first, f"does not meet the date {written}"
    return None


def days(written: str) -> Days:
    """Return the first and last day of an EDTF date, None where it is open. Raises ValueError for no such date."""
    first, slash, last = written.partition("/")
    if not slash:
        return _days(first)
    if first == last == "..":
        raise ValueError(written)
    start, end = None if first == ".." else _days(first)[0], None if last == ".." else _days(last)[1]
    if start and end and end < start:
        raise ValueError(written)
    return start, end


def _days(point: str) -> tuple[date, date]:
    found = POINT.fullmatch(point)
    if not found:
        raise ValueError(point)
    if found["decade"]:
        year = int(found["decade"]) * 10
        return date(year, 1, 1), date(year + 9, 12, 31)
    year = int(found["year"])
    if found["day"]:
        day = date(year, int(found["month"]), int(found["day"]))
        return day, day
    first, last = (int(found["month"]), int(found["month"])) if found["month"] else (1, 12)
    if 21 <= first <= 24:
        # Which three months a season has depends on the hemisphere; southern summer may begin in the year before.
        return date(year - 1, 12, 1), date(year + 1, 3, 1) - timedelta(days=1)
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])
