"""The dates of a text: found as written by the rules, then resolved to EDTF dates and the days they cover."""

from __future__ import annotations

import re

from . import relative_dates as relative
from .date_joins import join, opened
from .date_memory import Memory, Year
from .date_rules import DATE_RULES
from .edtf import part_of, week_of
from .rules import Hit
from .tokens import Tokens
from .when import Calendar, When, Words

_LEANING = (
    "relative-year", "relative-season", "bare-season", "relative-month", "bare-month",
    "same-week", "same-year", "same-period", "time-before", "year-before", "time-after", "following-time", "next-day",
)  # fmt: skip
_STRETCHES = (
    "decade", "quarter", "part-in-order", "season-year", "year-range",
    "months-to", "months-to-named", "months-in-order",
)  # fmt: skip
_SAME = {"same-week": relative.same_week, "same-year": relative.same_year}
_DIRECTION = {"time-before": -1, "year-before": -1, "time-after": 1, "following-time": 1, "next-day": 1}
_COMPARED = ("time-before", "year-before")
_COPYRIGHT = "©"  # the year after it counts, also in furniture
_FISCAL = ("fiscal-year", "fiscal-years", "fiscal-year-named")
_NAMED_BY_END = (7, 10)  # fiscal years that begin then are named by the year they end in (United States, Australia)
_BEFORE_BARE_MONTH = frozenset(
    ("in", "since", "by", "until", "for", "of", "from", "between", "during", "through", "to", "last")
)
_BEFORE_BARE_SEASON = frozenset(("in", "by", "until", "for", "to", "during"))
_DIGITS = re.compile(r"\d+")
_CLAUSE_ENDS = frozenset("\n,;.:)]-")
# A number of four digits is no year after or before these.
_NOT_A_YEAR_AFTER = re.compile(
    r"(?:resolution|iso|no\.?|number|box|room|highway|route|section|[#+$£€]|flight)\s*$", re.IGNORECASE
)
_NOT_A_YEAR_BEFORE = re.compile(
    r"\s+(?:agenda|jobs|km|kilomet|tonnes|hectares|visitors|(?:[a-z]+ )?(?:companies|people|students))|[-.,]?\d|\s*%",
    re.IGNORECASE,
)


class _Reader:
    """Resolves the dates of one document in the order of the text."""

    def __init__(self, tokens: Tokens, view: str, calendar: Calendar, paragraphs: list[int]) -> None:
        self.tokens, self.view, self.calendar, self.paragraphs = tokens, view, calendar, paragraphs
        self.memory = Memory(calendar)

    def number(self, hit: Hit, group: str) -> int | None:
        if group not in hit.match.re.groupindex or hit.match.start(group) < 0:
            return None
        at = hit.match.start(group)
        entry = self.tokens.entries[at]
        return int(entry.value) if entry.klass else int(_DIGITS.match(self.tokens.words[at]).group())  # type: ignore[union-attr]

    def word(self, hit: Hit, group: str) -> str:
        if group not in hit.match.re.groupindex or hit.match.start(group) < 0:
            return ""
        return self.tokens.lower[hit.match.start(group)]

    def read(self, hit: Hit) -> When | None:
        """The date that a hit stands for, or None where it is none after all."""
        unit = self.tokens.units[hit.first]
        self.memory.enter(unit, self.paragraphs[unit])
        try:
            when = self._read(hit, Words(hit.first, hit.last, self.calendar))
        except ValueError:  # no such day: 31 June
            return None
        if when:
            self.memory.note(when, self.compared(hit))
        return when

    def _read(self, hit: Hit, words: Words) -> When | None:
        name = hit.rule.name
        if name in _FISCAL:
            return self.fiscal(hit, words)
        if name in _LEANING:
            return self.leaning(hit, words)
        if name in _STRETCHES:
            return self.stretch(hit, words)
        return self.point(hit, words)

    def compared(self, hit: Hit) -> bool:
        """Is this what something is compared with: 22 per cent more than in 2018, up on 2018, the previous year?"""
        last, words = hit.first - 1, self.tokens.lower
        at = last - 1 if words[last] == "in" else last
        return (
            hit.rule.name in _COMPARED
            or words[at].endswith("than")
            or (hit.rule.name == "year" and words[last] == "on")
        )

    def year(self, hit: Hit) -> Year:
        """The year that a hit states or, where it says "that year" or "next year", means; and by which rule."""
        stated, which = self.number(hit, "year"), self.word(hit, "anchor")
        return (stated, "") if stated is not None or not which else self.memory.year_of(which)

    def point(self, hit: Hit, words: Words) -> When | None:
        """A year, a month, a day or days of one month, and the week of a day."""
        name = hit.rule.name
        (year, rule), month, day = self.year(hit), self.number(hit, "month"), self.number(hit, "day")
        if name == "dotted-date":
            day, month, year = map(int, self.tokens.words[hit.first].split("."))
        if name == "year" and self.not_a_year(hit):
            return None
        if month is not None and year is None:
            year, rule = self.memory.year_for(month)
        if year is None:
            return None
        if month is None:
            return self.part(hit, words, f"{year}", "year", rule)
        if day is None:
            return self.part(hit, words, f"{year}-{month:02}", "month", rule)
        date = f"{year}-{month:02}-{day:02}"
        if name.startswith("week-of"):
            return words.when(week_of(date), "week", rule)
        opening = self.number(hit, "from")
        if opening is not None:
            if opening >= day:
                return None
            return words.when(f"{year}-{month:02}-{opening:02}/{date}", "day", rule)
        return words.when(date, "day", rule)

    def stretch(self, hit: Hit, words: Words) -> When | None:
        """Decades, seasons, quarters and halves, and years from one to another."""
        name, (year, rule) = hit.rule.name, self.year(hit)
        if name == "decade":
            return words.when(f"{self.tokens.words[hit.last - 1][:3]}X", "decade")
        if name == "season-year":
            return words.when(f"{year}-{self.number(hit, 'season')}", "season", convention=True)
        if name == "months-in-order":
            return relative.months_in_order(
                words, self.year(hit), self.number(hit, "which"), self.number(hit, "count") or 0, self.word(hit, "unit")
            )
        month = self.number(hit, "month")
        if month and year:
            if self.word(hit, "unit") not in ("", "months"):
                return None
            return relative.months_to(words, year, month, self.number(hit, "day"), self.number(hit, "count") or 12)
        if name == "year-range":
            first, until = self.number(hit, "from"), self.number(hit, "until")
            if first is None or until is None or until <= first:
                return None
            return words.when(f"{first}/{until}", "fiscal_year" if until == first + 1 else "year")
        parts = {"half": 2, "quarter": 4}.get(self.word(hit, "unit") or name, 0)
        order, length = self.number(hit, "which") or self.number(hit, "quarter") or 0, 12 // (parts or 12)
        if year is None or not 1 <= order <= parts:
            return None
        return words.when(f"{year}-{(order - 1) * length + 1:02}/{year}-{order * length:02}", "month", rule)

    def not_a_year(self, hit: Hit) -> bool:
        start, end = self.tokens.starts[hit.first], self.tokens.ends[hit.last - 1]
        return bool(
            _NOT_A_YEAR_AFTER.search(self.view, max(0, start - 12), start) or _NOT_A_YEAR_BEFORE.match(self.view, end)
        )

    def part(self, hit: Hit, words: Words, date: str, precision: str, rule: str) -> When:
        """A month or a year, or its early, middle or late part, which a convention turns into days."""
        part = self.word(hit, "part")
        if not part:
            return words.when(date, precision, rule)
        start, end = part_of(date, part)
        return When(
            hit.first, hit.last, date, start, end, "part_of_month" if precision == "month" else "year", rule, True
        )

    def fiscal(self, hit: Hit, words: Words) -> When | None:
        first = self.number(hit, "from") or 0
        last = self.number(hit, "until") or first
        for group, year in (("fromend", first), ("untilend", last)):
            ending = self.word(hit, group)
            if ending and (len(ending) != 2 or int(ending) != (year + 1) % 100):
                if group == "fromend" and hit.rule.name == "fiscal-year" and int(ending) > first % 100:
                    return words.when(f"{first}/{first // 100 * 100 + int(ending)}", "year")  # 2010-15
                return None
        if hit.rule.name == "fiscal-year-named" and last == first and self.calendar.fiscal_start in _NAMED_BY_END:
            first -= 1
        elif hit.rule.name != "fiscal-year-named" or last == first:
            last += 1
        return words.when(f"{first}/{last}", "fiscal_year")

    def leaning(self, hit: Hit, words: Words) -> When | None:
        """What is said by the page's date or by the date before: years, seasons, months, weeks, times earlier."""
        name, which = hit.rule.name, self.word(hit, "which")
        before, after = self.tokens.lower[hit.first - 1], self.tokens.classes[hit.last]
        if name == "relative-year":
            return relative.year_of_page(words, self.memory, which)
        if name == "bare-season":
            before = self.tokens.lower[hit.first - 2] if before == "the" else before
            if before not in _BEFORE_BARE_SEASON or after not in _CLAUSE_ENDS:
                return None
        if name in ("relative-season", "bare-season"):
            return relative.season_without_year(words, self.memory, which, self.number(hit, "season") or 0)
        if name in ("relative-month", "bare-month"):
            if name == "bare-month" and before not in _BEFORE_BARE_MONTH:
                return None
            return relative.month_without_year(words, self.memory, self.number(hit, "month") or 1, which)
        if name == "same-period":
            return relative.same_period(words, self.memory, self.year(hit)[0], bool(self.word(hit, "back")))
        if name in _SAME:
            return _SAME[name](words, self.memory)
        return self.some_time(hit, words)

    def some_time(self, hit: Hit, words: Words) -> When | None:
        """A year earlier, two months later, the following day, the previous academic year."""
        last = hit.last - 1
        if self.tokens.lower[last] in ("before", "after") and self.tokens.classes[hit.last] not in _CLAUSE_ENDS:
            return None  # "in the year before the agreement came into force": which year that was is not said here
        if self.tokens.lower[hit.last] == "than":
            return None
        count, unit = self.number(hit, "count") or 1, self.tokens.entries[last].value
        if "unit" in hit.match.re.groupindex:
            at = hit.match.start("unit")
            unit = self.tokens.entries[at].value
            if count == 1 and self.tokens.lower[at] != unit:
                return None  # "the following years" are no year
        return relative.some_time_from(words, self.memory, unit, count * _DIRECTION[hit.rule.name])


def read_dates(tokens: Tokens, view: str, calendar: Calendar, paragraphs: list[int], skip: set[int]) -> list[When]:
    """All dates of the tokens in the order of the text, except in the units numbered in `skip` (furniture).

    `paragraphs[unit]` is the paragraph of a unit.
    """
    reader = _Reader(tokens, view, calendar, paragraphs)
    found: list[When] = []
    for hit in DATE_RULES.hits(tokens.classes):
        if tokens.units[hit.first] not in skip or tokens.words[hit.first - 1] == _COPYRIGHT:
            when = reader.read(hit)
            if when:
                reader.memory.whole = join(found, when, tokens, calendar)
    return [opened(when, tokens) for when in found]
