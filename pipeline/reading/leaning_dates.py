"""Dates that are said by the page's date or by the date before: which rule leans on what."""

from __future__ import annotations

from . import relative_dates as relative
from .date_hits import Said
from .date_memory import Memory
from .patterns import BOUNDARY, class_of
from .tokens import Tokens
from .when import When, Words

_SAME = {"same-week": relative.same_week, "same-year": relative.same_year}
_DIRECTION = {"time-before": -1, "year-before": -1, "time-after": 1, "following-time": 1, "next-day": 1}
# Where a fiscal year lies from that of the page's date.
_WHICH = {"last": -1, "this": 0, "current": 0, "present": 0, "next": 1, "coming": 1}
_BEFORE_PLANNED = 14  # tokens before a date, among which these words say that what it dates is to come
_BEFORE_LATEST = 8  # tokens before a date, among which these say that it is the last so far
_LOWER, _MONTH, _YEAR = map(class_of, ("LOWER", "MONTH", "YEAR"))
_SHARING = frozenset(
    (*map(class_of, ("MONTH", "DAY", "NTH")), ",", "-", ".", "/", "&")
)  # between two dates of one year
_JOINING = frozenset(("and", "of", "or", "to"))
_PLANNED = frozenset(("will", "expected", "scheduled", "planned", "due", "shall", "foreseen", "slated"))
_BEFORE_BARE_MONTH = frozenset(
    ("in", "since", "by", "until", "for", "of", "from", "between", "during", "through", "to", "last")
)
_BEFORE_BARE_SEASON = frozenset(("in", "by", "until", "for", "to", "during"))
_CLAUSE_ENDS = frozenset("\n,;.:)]-")


def shared_year(tokens: Tokens, after: int, month: int) -> int:
    """The year said once for several dates, after the last of them: in April and May 2013, on 5 May and 7 June 2013.

    `after` is the token after the first of them, and `month` its month. 0 where there is none.
    """
    at, months = after, [month]
    while tokens.classes[at] in _SHARING or tokens.lower[at] in _JOINING:
        if tokens.classes[at] == _MONTH:
            months.append(int(tokens.entries[at].value))
        at += 1
    if len(months) == 1 or tokens.classes[at] != _YEAR:
        return 0
    later = months == sorted(months)
    year = int(tokens.words[at])
    return year if later else year - 1


class Leaning:
    """Resolves such dates of one document, whose memory it is given."""

    def __init__(self, tokens: Tokens, memory: Memory) -> None:
        self.tokens, self.memory = tokens, memory

    def read(self, said: Said, words: Words, year: int | None) -> When | None:
        """Years, seasons, months, weeks, times earlier; `year` is one that is said with them."""
        name, which = said.rule, said.word("which")
        if name == "near-month":
            return relative.month_of_page(words, self.memory, which) if self.is_month(said) else None
        if name == "end-of-the-year":
            return relative.end_of_year(words, self.memory, self.ahead(said)) if self.closes(said) else None
        if name == "same-month":
            return relative.same_time(words, self.memory, said.word("unit"))
        before, after = self.tokens.lower[said.hit.first - 1], self.tokens.classes[said.hit.last]
        if name == "relative-year":
            return relative.year_of_page(words, self.memory, which)
        if name == "relative-fiscal-year":
            return relative.fiscal_year_of_page(words, self.memory, _WHICH[which])
        if name == "bare-season":
            before = self.tokens.lower[said.hit.first - 2] if before == "the" else before
            if before not in _BEFORE_BARE_SEASON or after not in _CLAUSE_ENDS:
                return None
        if name in ("relative-season", "bare-season"):
            return relative.season_without_year(words, self.memory, which, said.number("season") or 0)
        if name in ("relative-month", "bare-month"):
            shared = shared_year(self.tokens, said.hit.last, said.number("month") or 0) if name == "bare-month" else 0
            if shared:
                return words.when(f"{shared}-{said.number('month'):02}", "month", "year-of-date-after")
            if name == "bare-month" and before not in _BEFORE_BARE_MONTH:
                return None
            return relative.month_without_year(words, self.memory, said.number("month") or 1, which, self.ahead(said))
        if name == "same-period":
            return relative.same_period(words, self.memory, year, bool(said.word("back")))
        if name in _SAME:
            return _SAME[name](words, self.memory)
        return self.some_time(said, words)

    def ahead(self, said: Said) -> bool:
        """Do the words before a date say that what it dates is to come: "is expected in November"?"""
        first = max(said.hit.first - _BEFORE_PLANNED, self.tokens.classes.rfind(BOUNDARY, 0, said.hit.first) + 1)
        return not _PLANNED.isdisjoint(self.tokens.lower[first : said.hit.first])

    def is_latest(self, said: Said) -> bool:
        """Do the words before a date say that it is the last so far: "most recently in Lima in June", "last met in"?"""
        before = self.memory.before
        told = before.last if before else 0
        first = max(said.hit.first - _BEFORE_LATEST, self.tokens.classes.rfind(BOUNDARY, 0, said.hit.first) + 1, told)
        lower, classes = self.tokens.lower, self.tokens.classes
        return any(
            lower[at] == "recently" or (lower[at] in ("last", "latest") and classes[at + 1] == _LOWER)
            for at in range(first, said.hit.first)
        )

    def closes(self, said: Said) -> bool:
        """Does a clause end here: "before the end of the year", and not of the year 2010 or of the year's talks?"""
        return self.tokens.classes[said.hit.last] in _CLAUSE_ENDS and said.word("which") == "year"

    def is_month(self, said: Said) -> bool:
        """Is "last month" said, and not the last month of something?"""
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
