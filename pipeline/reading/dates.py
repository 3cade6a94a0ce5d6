"""The dates of a text: found as written by the rules, then resolved to EDTF dates and the days they cover."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from .date_rules import DATE_RULES
from .edtf import interval, part_of, week_of
from .rules import Hit
from .tokens import Tokens


@dataclass(frozen=True)
class Calendar:
    """What resolving needs of the page: its own date (EDTF, or empty), hemisphere, first month of the fiscal year."""

    page: str
    hemisphere: str = "N"
    fiscal_start: int = 1


@dataclass(frozen=True)
class When:
    """A date with the tokens it is written in (`first` up to but not including `last`).

    `rule` names the rule that concluded `date`, or is empty where the words state it; `convention` is true where the
    days covered follow a convention (fiscal years, seasons, early and late) and not the words alone.
    """

    first: int
    last: int
    date: str
    date_from: str
    date_to: str
    precision: str
    rule: str = ""
    convention: bool = False


_FISCAL = ("fiscal-year", "fiscal-years", "fiscal-year-named")
_NAMED_BY_END = (7, 10)  # fiscal years that begin then are named by the year they end in (United States, Australia)
_BEFORE_BARE_MONTH = frozenset(
    ("in", "since", "by", "until", "for", "of", "from", "between", "during", "through", "to", "last")
)
_DIGITS, _MONTH_OF_YEAR = re.compile(r"\d+"), re.compile(r"\d{4}-[01]\d")
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
    """Resolves the dates of one document in the order of the text, remembering what was named before."""

    def __init__(self, tokens: Tokens, view: str, calendar: Calendar, paragraphs: list[int]) -> None:
        self.tokens, self.view, self.calendar, self.paragraphs = tokens, view, calendar, paragraphs
        self.paragraph = self.unit = 0
        self.before: When | None = None
        self.of_unit: list[When] = []  # the dates of this sentence so far
        self.months: dict[int, int] = {}  # month -> the year it was last named with in this paragraph

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

    def page_year(self) -> int | None:
        return int(self.calendar.page[:4]) if self.calendar.page else None

    def year_for(self, month: int) -> tuple[int | None, str]:
        """The year of a month named without one, and the rule that concludes it."""
        if month in self.months:
            return self.months[month], "year-of-same-month"
        before = self.before
        here = before is not None and self.tokens.units[before.first] == self.unit
        if before and here and before.precision in ("day", "month") and before.date[:4].isdecimal():
            return int(before.date[:4]), "year-of-date-before"
        return self.page_year(), "year-of-page"

    def read(self, hit: Hit) -> When | None:
        """The date that a hit stands for, or None where it is none after all."""
        paragraph = self.paragraphs[self.tokens.units[hit.first]]
        if paragraph != self.paragraph:
            self.paragraph, self.months = paragraph, {}
        self.unit = self.tokens.units[hit.first]
        try:
            when = self._read(hit)
        except ValueError:  # no such day: 31 June
            return None
        if when:
            if self.of_unit and self.tokens.units[self.of_unit[0].first] != self.tokens.units[hit.first]:
                self.of_unit = []
            self.of_unit.append(when)
            self.before = when
            if _MONTH_OF_YEAR.match(when.date):
                self.months[int(when.date[5:7])] = int(when.date[:4])
        return when

    def _read(self, hit: Hit) -> When | None:
        name = hit.rule.name
        if name in _FISCAL:
            return self.fiscal(hit)
        if name in ("relative-year", "same-year", "year-before", "year-after", "same-week"):
            return self.relative(hit)
        if name in ("relative-month", "bare-month", "month-of-this-year", "relative-season"):
            return self.yearless(hit)
        year, month, day = self.number(hit, "year"), self.number(hit, "month"), self.number(hit, "day")
        if name == "year" and self.not_a_year(hit):
            return None
        if name == "decade":
            start = self.tokens.words[hit.last - 1][:3]
            return self.when(hit, f"{start}X", "decade")
        if name == "quarter":
            first = 3 * (self.number(hit, "quarter") or 1) - 2
            return self.when(hit, f"{year}-{first:02}/{year}-{first + 2:02}", "month")
        if name == "part-in-order":
            parts = {"half": 2, "quarter": 4}.get(self.word(hit, "unit"), 0)
            order, length = self.number(hit, "which") or 0, 12 // (parts or 12)
            if not 1 <= order <= parts:
                return None
            return self.when(hit, f"{year}-{(order - 1) * length + 1:02}/{year}-{order * length:02}", "month")
        if name == "season-year":
            return self.when(hit, f"{year}-{self.number(hit, 'season')}", "season", convention=True)
        if name == "year-range":
            first_year, until = self.number(hit, "from"), self.number(hit, "until")
            if first_year is None or until is None or until <= first_year:
                return None
            return self.when(hit, f"{first_year}/{until}", "fiscal_year" if until == first_year + 1 else "year")
        rule = ""
        if month is not None and year is None:
            year, rule = self.year_for(month)
            if year is None:
                return None
        if month is None:
            return self.part(hit, f"{year}", "year", rule)
        if day is None:
            return self.part(hit, f"{year}-{month:02}", "month", rule)
        date = f"{year}-{month:02}-{day:02}"
        if name.startswith("week-of"):
            return self.when(hit, week_of(date), "week", rule)
        opening = self.number(hit, "from")
        if opening is not None:
            if opening >= day:
                return None
            return self.when(hit, f"{year}-{month:02}-{opening:02}/{date}", "day", rule)
        return self.when(hit, date, "day", rule)

    def not_a_year(self, hit: Hit) -> bool:
        start, end = self.tokens.starts[hit.first], self.tokens.ends[hit.last - 1]
        return bool(
            _NOT_A_YEAR_AFTER.search(self.view, max(0, start - 12), start) or _NOT_A_YEAR_BEFORE.match(self.view, end)
        )

    def part(self, hit: Hit, date: str, precision: str, rule: str) -> When:
        """A month or a year, or its early, middle or late part, which a convention turns into days."""
        part = self.word(hit, "part")
        if not part:
            return self.when(hit, date, precision, rule)
        start, end = part_of(date, part)
        return When(
            hit.first, hit.last, date, start, end, "part_of_month" if precision == "month" else "year", rule, True
        )

    def when(self, hit: Hit, date: str, precision: str, rule: str = "", convention: bool = False) -> When:
        fiscal = self.calendar.fiscal_start if precision == "fiscal_year" else 0
        start, end = interval(date, self.calendar.hemisphere, fiscal)
        return When(hit.first, hit.last, date, start, end, precision, rule, convention or fiscal > 1)

    def fiscal(self, hit: Hit) -> When | None:
        first = self.number(hit, "from") or 0
        last = self.number(hit, "until") or first
        for group, year in (("fromend", first), ("untilend", last)):
            ending = self.word(hit, group)
            if ending and (len(ending) != 2 or int(ending) != (year + 1) % 100):
                if group == "fromend" and hit.rule.name == "fiscal-year" and int(ending) > first % 100:
                    return self.when(hit, f"{first}/{first // 100 * 100 + int(ending)}", "year")  # 2010-15
                return None
        if hit.rule.name == "fiscal-year-named" and last == first and self.calendar.fiscal_start in _NAMED_BY_END:
            first -= 1
        elif hit.rule.name != "fiscal-year-named" or last == first:
            last += 1
        return self.when(hit, f"{first}/{last}", "fiscal_year")

    def relative(self, hit: Hit) -> When | None:
        name = hit.rule.name
        if name == "relative-year":
            page = self.page_year()
            if page is None:
                return None
            shift = {"last": -1, "this": 0, "next": 1}[self.word(hit, "which")]
            return self.when(hit, str(page + shift), "year", "year-of-page")
        before = self.before
        if name == "same-year" and before and self.tokens.units[before.first] == self.tokens.units[hit.first]:
            before = max(self.of_unit, key=lambda when: when.date_from)  # "in 2014, up from 2013 … that same year"
        if before is None or not before.date[:4].isdecimal():
            return None
        if name == "same-week":
            if before.precision == "week":
                return self.when(hit, before.date, "week", "week-of-date-before")
            return (
                self.when(hit, week_of(before.date_from), "week", "week-of-date-before")
                if before.precision == "day"
                else None
            )
        if self.tokens.words[hit.last - 1] == "before" and self.tokens.classes[hit.last] not in _CLAUSE_ENDS:
            return None  # "in the year before the agreement came into force": which year that was is not said here
        shift = {"same-year": 0, "year-before": -1, "year-after": 1}[name]
        year = int(before.date[:4]) + shift
        if before.precision == "fiscal_year":
            return self.when(hit, f"{year}/{year + 1}", "fiscal_year", "year-of-date-before")
        return self.when(hit, str(year), "year", "year-of-date-before")

    def yearless(self, hit: Hit) -> When | None:
        """Months and seasons without a year: last July, in March, this spring."""
        page, name = self.page_year(), hit.rule.name
        if page is None:
            return None
        which = self.word(hit, "which")
        if name == "bare-month" and self.tokens.lower[hit.first - 1] not in _BEFORE_BARE_MONTH:
            return None
        if name == "relative-season":
            shift = {"last": -1, "this": 0, "next": 1}[which]
            return self.when(hit, f"{page + shift}-{self.number(hit, 'season')}", "season", "year-of-page", True)
        month = self.number(hit, "month") or 1
        page_month = int(self.calendar.page[5:7]) if _MONTH_OF_YEAR.match(self.calendar.page) else 12
        if which == "last":
            year = page if month < page_month else page - 1
        elif which in ("previous", "following") and self.before and self.before.date[:4].isdecimal():
            anchor_month = int(self.before.date_from[5:7] or 1)
            year = int(self.before.date[:4])
            year += (-1 if month >= anchor_month else 0) if which == "previous" else (1 if month <= anchor_month else 0)
        elif which == "next":
            year = page if month > page_month else page + 1
        else:
            of_before = name == "month-of-this-year" and self.tokens.lower[hit.last - 2] != "this" and self.before
            if of_before and of_before.date[:4].isdecimal():
                year = int(of_before.date[:4])
            else:
                year = page if which or name == "month-of-this-year" else self.year_for(month)[0] or page
        return self.when(
            hit,
            f"{year}-{month:02}",
            "month",
            "year-of-page" if not which or which in ("last", "next", "this") else "year-of-date-before",
        )


def _joined(found: list[When], tokens: Tokens, calendar: Calendar) -> list[When]:
    """Dates joined to intervals: "between … and", "from … to", "2007-08 and 2015-16", "since" and "until"."""
    joining: dict[str, Callable[[str], bool]] = {
        "and": lambda before: before == "between",
        "to": lambda before: True,
        "-": lambda before: True,
        "until": lambda before: True,
        "through": lambda before: True,
    }
    result: list[When] = []
    for when in found:
        previous = result[-1] if result else None
        if (
            previous
            and when.first - previous.last == 1
            and "/" not in (previous.date + when.date).replace("/20", "").replace("/19", "")
        ):
            opener = tokens.lower[previous.first - 1] if previous.first else ""
            join = joining.get(tokens.lower[previous.last])
            if join and join(opener):
                first, last = previous.date.split("/")[0], when.date.split("/")[-1]
                if previous.rule and not when.rule:  # "between May 27 and June 1, 2012": the year is said once
                    first = when.date[:4] + first[4:]
                if first < last or len(first) != len(last):
                    start = previous.first - 1 if opener == "between" else previous.first
                    precision = previous.precision if previous.precision == when.precision else "day"
                    fiscal = calendar.fiscal_start if precision == "fiscal_year" else 0
                    begin, end = interval(f"{first}/{last}", calendar.hemisphere, fiscal)
                    result[-1] = When(start, when.last, f"{first}/{last}", begin, end, precision, when.rule, fiscal > 1)
                    continue
        result.append(when)
    return [_opened(when, tokens) for when in result]


def _opened(when: When, tokens: Tokens) -> When:
    """A date after "since" or "until" is an interval open at one end."""
    first = when.first - 1 if tokens.lower[when.first - 1] == "the" else when.first
    opener = tokens.lower[first - 1] if first else ""
    start = when.date.split("/")[0]
    if opener == "since":
        return replace(when, first=first - 1, date=f"{start}/..", date_to="", precision="open")
    return when


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
    return _joined(found, tokens, calendar)
