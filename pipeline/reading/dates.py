"""The dates of a text: found as written by the rules, then resolved to EDTF dates and the days they cover."""

from __future__ import annotations

import re

from .date_joins import joined
from .date_memory import Memory
from .date_rules import DATE_RULES
from .edtf import part_of, week_of
from .relative_dates import month_without_year, same_week, season_of_page, year_of_before, year_of_page
from .rules import Hit
from .tokens import Tokens
from .when import Calendar, When, Words

_FISCAL = ("fiscal-year", "fiscal-years", "fiscal-year-named")
_NAMED_BY_END = (7, 10)  # fiscal years that begin then are named by the year they end in (United States, Australia)
_BEFORE_BARE_MONTH = frozenset(
    ("in", "since", "by", "until", "for", "of", "from", "between", "during", "through", "to", "last")
)
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
            self.memory.note(when)
        return when

    def _read(self, hit: Hit, words: Words) -> When | None:
        name = hit.rule.name
        if name in _FISCAL:
            return self.fiscal(hit, words)
        if name in ("relative-year", "relative-season", "same-week", "same-year", "year-before", "year-after"):
            return self.relative(hit, words)
        if name in ("relative-month", "bare-month", "month-of-this-year"):
            if name == "bare-month" and self.tokens.lower[hit.first - 1] not in _BEFORE_BARE_MONTH:
                return None
            of_which = self.tokens.lower[hit.last - 2] if name == "month-of-this-year" else ""
            return month_without_year(
                words, self.memory, self.number(hit, "month") or 1, self.word(hit, "which"), of_which
            )
        if name in ("decade", "quarter", "part-in-order", "season-year", "year-range"):
            return self.stretch(hit, words)
        return self.point(hit, words)

    def point(self, hit: Hit, words: Words) -> When | None:
        """A year, a month, a day or days of one month, and the week of a day."""
        name = hit.rule.name
        year, month, day = self.number(hit, "year"), self.number(hit, "month"), self.number(hit, "day")
        if name == "year" and self.not_a_year(hit):
            return None
        rule = ""
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
        name, year = hit.rule.name, self.number(hit, "year")
        if name == "decade":
            return words.when(f"{self.tokens.words[hit.last - 1][:3]}X", "decade")
        if name == "season-year":
            return words.when(f"{year}-{self.number(hit, 'season')}", "season", convention=True)
        if name == "year-range":
            first, until = self.number(hit, "from"), self.number(hit, "until")
            if first is None or until is None or until <= first:
                return None
            return words.when(f"{first}/{until}", "fiscal_year" if until == first + 1 else "year")
        parts = {"half": 2, "quarter": 4}.get(self.word(hit, "unit") or name, 0)
        order, length = self.number(hit, "which") or self.number(hit, "quarter") or 0, 12 // (parts or 12)
        if not 1 <= order <= parts:
            return None
        return words.when(f"{year}-{(order - 1) * length + 1:02}/{year}-{order * length:02}", "month")

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

    def relative(self, hit: Hit, words: Words) -> When | None:
        """A year, season or week said by the page's date or by the date before."""
        name = hit.rule.name
        if name == "relative-year":
            return year_of_page(words, self.word(hit, "which"))
        if name == "relative-season":
            return season_of_page(words, self.word(hit, "which"), self.number(hit, "season") or 0)
        if name == "same-week":
            return same_week(words, self.memory)
        if self.tokens.words[hit.last - 1] == "before" and self.tokens.classes[hit.last] not in _CLAUSE_ENDS:
            return None  # "in the year before the agreement came into force": which year that was is not said here
        return year_of_before(words, self.memory, name)


def read_dates(tokens: Tokens, view: str, calendar: Calendar, paragraphs: list[int], skip: set[int]) -> list[When]:
    """All dates of the tokens in the order of the text, except in the units numbered in `skip` (furniture).

    `paragraphs[unit]` is the paragraph of a unit.
    """
    reader = _Reader(tokens, view, calendar, paragraphs)
    found = []
    for hit in DATE_RULES.hits(tokens.classes):
        if tokens.units[hit.first] not in skip:
            when = reader.read(hit)
            if when:
                found.append(when)
    return joined(found, tokens, calendar)
