"""Dates that cover more than a month or a year: decades, seasons, halves and quarters, fiscal years."""

from __future__ import annotations

from .date_hits import Said
from .date_memory import Year
from .relative_dates import months_in_order, months_to
from .when import When, Words

_NAMED_BY_END = (7, 10)  # fiscal years that begin then are named by the year they end in (United States, Australia)

_NAMED = ("fiscal-year-named", "fiscal-year-after")
_ENDS = {"opening": 1, "last": -1, "final": -1, "closing": -1}  # the first and the last part of a year


def stretch(said: Said, words: Words, of_year: Year) -> When | None:
    """Decades, seasons, quarters and halves, and years from one to another."""
    name, (year, rule) = said.rule, of_year
    if name == "decade":
        return words.when(f"{said.tokens.words[said.hit.last - 1][:3]}X", "decade")
    if name == "season-year":
        return words.when(f"{year}-{said.number('season')}", "season", rule, convention=True)
    if name == "quarter-named":
        return _quarter(said, words)
    if name == "months-in-order":
        return months_in_order(words, of_year, said.number("which"), said.number("count") or 0, said.word("unit"))
    month = said.number("month")
    if month and year:
        if said.word("unit") not in ("", "months"):
            return None
        return months_to(words, year, month, said.number("day"), said.number("count") or 12)
    if name == "year-range":
        first, until = said.number("from"), said.number("until")
        if first is None or until is None or until <= first:
            return None
        return words.when(f"{first}/{until}", "fiscal_year" if until == first + 1 else "year")
    parts = {"half": 2, "quarter": 4}.get(said.word("unit") or name, 0)
    order = _ENDS.get(said.word("which"), 0) or said.number("which") or said.number("quarter") or 0
    order, length = parts if order < 0 else order, 12 // (parts or 12)
    if year is None or not 1 <= order <= parts:
        return None
    return words.when(f"{year}-{(order - 1) * length + 1:02}/{year}-{order * length:02}", "month", rule)


def _quarter(said: Said, words: Words) -> When | None:
    """The quarter that is named by its last month: the June 2013 quarter, the December quarter of 2012."""
    month, year = said.number("month") or 0, said.number("year") or said.number("until") or 0
    named = "quarter" in said.tokens.lower[said.hit.first : said.hit.last]
    return months_to(words, year, month, None, 3) if named else None


def fiscal(said: Said, words: Words) -> When | None:
    """Fiscal years, and years such as 2010-15."""
    first = said.number("from") or 0
    last = said.number("until") or first
    for group, year in (("fromend", first), ("untilend", last)):
        ending = said.word(group)
        if ending and (len(ending) != 2 or int(ending) != (year + 1) % 100):
            if group == "fromend" and said.rule == "fiscal-year" and int(ending) > first % 100:
                return words.when(f"{first}/{first // 100 * 100 + int(ending)}", "year")  # 2010-15
            return None
    if said.rule in _NAMED and last == first and words.calendar.fiscal_start in _NAMED_BY_END:
        first -= 1
    elif said.rule not in _NAMED or last == first:
        last += 1
    return words.when(f"{first}/{last}", "fiscal_year")
