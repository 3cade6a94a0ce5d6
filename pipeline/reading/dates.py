"""The dates of a text: found as written by the rules, then resolved to EDTF dates and the days they cover."""

from __future__ import annotations

from . import relative_dates as relative
from .date_hits import Said
from .date_joins import join, opened
from .date_memory import Memory, Year
from .date_rules import DATE_RULES
from .date_stretches import fiscal, stretch
from .edtf import part_of, week_of
from .no_years import is_no_year
from .patterns import BOUNDARY, class_of
from .rules import Hit
from .tokens import Tokens
from .when import Calendar, When, Words

_LEANING = (
    "relative-year", "relative-season", "bare-season", "relative-month", "bare-month", "near-month",
    "same-week", "same-month", "same-year", "same-period", "time-before", "year-before", "time-after", "following-time",
    "next-day",
)  # fmt: skip
_STRETCHES = (
    "decade", "quarter", "part-in-order", "season-year", "year-range",
    "months-to", "months-to-named", "months-in-order",
)  # fmt: skip
_SAME = {"same-week": relative.same_week, "same-month": relative.same_month, "same-year": relative.same_year}
_DIRECTION = {"time-before": -1, "year-before": -1, "time-after": 1, "following-time": 1, "next-day": 1}
_COMPARED = ("time-before", "year-before")
_PERCENT = class_of("PERCENT")
_BEFORE_PLANNED = 14  # tokens before a date, among which these words say that what it dates is to come
_PLANNED = frozenset(("will", "expected", "scheduled", "planned", "due", "shall", "foreseen", "slated"))
_COPYRIGHT = "©"  # the year after it counts, also in furniture
_FISCAL = ("fiscal-year", "fiscal-years", "fiscal-year-named")
_BEFORE_BARE_MONTH = frozenset(
    ("in", "since", "by", "until", "for", "of", "from", "between", "during", "through", "to", "last")
)
_BEFORE_BARE_SEASON = frozenset(("in", "by", "until", "for", "to", "during"))
_CLAUSE_ENDS = frozenset("\n,;.:)]-")


class _Reader:
    """Resolves the dates of one document in the order of the text."""

    def __init__(self, tokens: Tokens, view: str, calendar: Calendar, paragraphs: list[int]) -> None:
        self.tokens, self.view, self.calendar, self.paragraphs = tokens, view, calendar, paragraphs
        self.memory = Memory(calendar)

    def read(self, hit: Hit) -> When | None:
        """The date that a hit stands for, or None where it is none after all."""
        unit = self.tokens.units[hit.first]
        self.memory.enter(unit, self.paragraphs[unit])
        said = Said(hit, self.tokens)
        try:
            when = self._read(said, Words(hit.first, hit.last, self.calendar))
        except ValueError:  # no such day: 31 June
            return None
        if when:
            self.memory.note(when, self.compared(said))
        return when

    def _read(self, said: Said, words: Words) -> When | None:
        name = said.rule
        if name in _FISCAL:
            return fiscal(said, words)
        if name in _LEANING:
            return self.leaning(said, words)
        if name in _STRETCHES:
            return stretch(said, words, self.year(said))
        return self.point(said, words)

    def compared(self, said: Said) -> bool:
        """Is this what something is compared with: more than in 2018, up on 2018, up 2 per cent from 2018?"""
        last, words = said.hit.first - 1, self.tokens.lower
        at = last - 1 if words[last] == "in" else last
        if said.rule in _COMPARED or words[at].endswith("than"):
            return True
        grown = self.tokens.classes[last - 1] == _PERCENT and words[last] in ("from", "over", "against")
        return said.rule == "year" and (words[last] == "on" or grown)

    def year(self, said: Said) -> Year:
        """The year that a hit states or, where it says "that year" or "next year", means; and by which rule."""
        stated, which = said.number("year"), said.word("anchor")
        return (stated, "") if stated is not None or not which else self.memory.year_of(which)

    def point(self, said: Said, words: Words) -> When | None:
        """A year, a month, a day or days of one month, and the week of a day."""
        name = said.rule
        (year, rule), month, day = self.year(said), said.number("month"), said.number("day")
        if name == "dotted-date":
            day, month, year = map(int, self.tokens.words[said.hit.first].split("."))
        if name == "year" and is_no_year(
            self.view, self.tokens.starts[said.hit.first], self.tokens.ends[said.hit.last - 1]
        ):
            return None
        if month is not None and year is None:
            year, rule = self.memory.year_for(month)
        if year is None:
            return None
        if month is None:
            return self.part(said, words, f"{year}", "year", rule)
        if day is None:
            return self.part(said, words, f"{year}-{month:02}", "month", rule)
        date = f"{year}-{month:02}-{day:02}"
        if name.startswith("week-of"):
            return words.when(week_of(date), "week", rule)
        opening = said.number("from")
        if opening is not None:
            if opening >= day:
                return None
            return words.when(f"{year}-{month:02}-{opening:02}/{date}", "day", rule)
        return words.when(date, "day", rule)

    def part(self, said: Said, words: Words, date: str, precision: str, rule: str) -> When:
        """A month or a year, or its early, middle or late part, which a convention turns into days."""
        part = said.word("part")
        if not part:
            return words.when(date, precision, rule)
        start, end = part_of(date, part)
        precision = "part_of_month" if precision == "month" else "year"
        return When(said.hit.first, said.hit.last, date, start, end, precision, rule, True)

    def leaning(self, said: Said, words: Words) -> When | None:
        """What is said by the page's date or by the date before: years, seasons, months, weeks, times earlier."""
        name, which = said.rule, said.word("which")
        if name in ("near-month", "same-month"):
            if not self.is_month(said):
                return None
            same = name == "same-month"
            return (
                relative.same_month(words, self.memory) if same else relative.month_of_page(words, self.memory, which)
            )
        before, after = self.tokens.lower[said.hit.first - 1], self.tokens.classes[said.hit.last]
        if name == "relative-year":
            return relative.year_of_page(words, self.memory, which)
        if name == "bare-season":
            before = self.tokens.lower[said.hit.first - 2] if before == "the" else before
            if before not in _BEFORE_BARE_SEASON or after not in _CLAUSE_ENDS:
                return None
        if name in ("relative-season", "bare-season"):
            return relative.season_without_year(words, self.memory, which, said.number("season") or 0)
        if name in ("relative-month", "bare-month"):
            if name == "bare-month" and before not in _BEFORE_BARE_MONTH:
                return None
            return relative.month_without_year(words, self.memory, said.number("month") or 1, which, self.ahead(said))
        if name == "same-period":
            return relative.same_period(words, self.memory, self.year(said)[0], bool(said.word("back")))
        if name in _SAME:
            return _SAME[name](words, self.memory)
        return self.some_time(said, words)

    def ahead(self, said: Said) -> bool:
        """Do the words before a date say that what it dates is to come: "is expected in November"?"""
        first = max(said.hit.first - _BEFORE_PLANNED, self.tokens.classes.rfind(BOUNDARY, 0, said.hit.first) + 1)
        return not _PLANNED.isdisjoint(self.tokens.lower[first : said.hit.first])

    def is_month(self, said: Said) -> bool:
        """Is "last month" or "that month" said, and not the last month of something?"""
        return said.word("unit") == "month" and self.tokens.lower[said.hit.first - 1] != "the"

    def some_time(self, said: Said, words: Words) -> When | None:
        """A year earlier, two months later, the following day, the previous academic year."""
        last = said.hit.last - 1
        if self.tokens.lower[last] in ("before", "after") and self.tokens.classes[said.hit.last] not in _CLAUSE_ENDS:
            return None  # "in the year before the agreement came into force": which year that was is not said here
        if self.tokens.lower[said.hit.last] == "than":
            return None
        count, unit = said.number("count") or 1, self.tokens.entries[last].value
        at = said.at("unit")
        if at >= 0:
            unit = self.tokens.entries[at].value
            if count == 1 and self.tokens.lower[at] != unit:
                return None  # "the following years" are no year
        return relative.some_time_from(words, self.memory, unit, count * _DIRECTION[said.rule])


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
