"""The dates of a text: found as written by the rules, then resolved to EDTF dates and the days they cover."""

from __future__ import annotations

from .date_hits import Said
from .date_joins import join, opened
from .date_memory import Memory, Year
from .date_rules import DATE_RULES
from .date_stretches import fiscal, stretch
from .edtf import part_of, week_of
from .leaning_dates import Leaning, shared_year
from .no_years import is_no_year
from .patterns import BOUNDARY, class_of
from .rules import Hit
from .tokens import Tokens
from .when import Calendar, When, Words

_LEANING = (
    "relative-year", "relative-fiscal-year", "relative-season", "bare-season", "relative-month", "bare-month",
    "near-month",
    "same-week", "same-month", "same-year", "same-period", "end-of-the-year", "time-before", "year-before",
    "time-after", "following-time",
    "next-day",
)  # fmt: skip
_STRETCHES = (
    "decade", "quarter", "quarter-named", "part-in-order", "season-year", "year-range",
    "months-to", "months-to-named", "months-in-order",
)  # fmt: skip
_COMPARED = ("time-before", "year-before")
_PERCENT = class_of("PERCENT")
_COPYRIGHT = "©"  # the year after it counts, also in furniture
_FISCAL = ("fiscal-year", "fiscal-years", "fiscal-year-named", "fiscal-year-after")


class _Reader:
    """Resolves the dates of one document in the order of the text."""

    def __init__(self, tokens: Tokens, view: str, calendar: Calendar, paragraphs: list[int]) -> None:
        self.tokens, self.view, self.calendar, self.paragraphs = tokens, view, calendar, paragraphs
        self.memory = Memory(calendar)
        self.leaning = Leaning(tokens, self.memory)

    def read(self, hit: Hit) -> When | None:
        """The date that a hit stands for, or None where it is none after all."""
        unit = self.tokens.units[hit.first]
        self.memory.enter(unit, self.paragraphs[unit])
        said = Said(hit, self.tokens)
        self.memory.latest_told = self.leaning.is_latest(said)
        try:
            when = self._read(said, Words(hit.first, self.end_of(hit), self.calendar))
        except ValueError:  # no such day: 31 June
            return None
        if when:
            self.memory.note(when, self.compared(said))
        return when

    def end_of(self, hit: Hit) -> int:
        """The token after the words of a date: the stop of "on 3 March." is that of the sentence."""
        closes = self.tokens.words[hit.last - 1] == "." and self.tokens.classes[hit.last] == BOUNDARY
        return hit.last - closes

    def _read(self, said: Said, words: Words) -> When | None:
        name = said.rule
        if name in _FISCAL:
            return fiscal(said, words)
        if name in _LEANING:
            return self.leaning.read(said, words, self.year(said)[0])
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
            shared = shared_year(self.tokens, said.hit.last, month)
            year, rule = (shared, "year-of-date-after") if shared else self.memory.year_for(month)
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
