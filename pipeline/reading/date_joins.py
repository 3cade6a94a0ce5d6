"""Dates joined to intervals: "between … and", "from … to", "2007-08 and 2015-16", and those that "since" opens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from .tokens import Tokens
from .when import Calendar, When, Words

_JOINING: dict[str, Callable[[str], bool]] = {  # the word between two dates -> is it joining after this word?
    "and": lambda opener: opener == "between",
    "to": lambda opener: True,
    "-": lambda opener: True,
    "until": lambda opener: True,
    "through": lambda opener: True,
}


def joined(found: list[When], tokens: Tokens, calendar: Calendar) -> list[When]:
    """The dates of a text in its order, those that make one interval joined."""
    result: list[When] = []
    for when in found:
        interval = _interval(result[-1], when, tokens, calendar) if result else None
        if interval:
            result[-1] = interval
        else:
            result.append(when)
    return [_opened(when, tokens) for when in result]


def _interval(first: When, last: When, tokens: Tokens, calendar: Calendar) -> When | None:
    """The interval that two dates in a row make, or None where they make none."""
    if last.first - first.last != 1 or "/" in (first.date + last.date).replace("/20", "").replace("/19", ""):
        return None
    opener = tokens.lower[first.first - 1] if first.first else ""
    join = _JOINING.get(tokens.lower[first.last])
    if not join or not join(opener):
        return None
    start, end = first.date.split("/")[0], last.date.split("/")[-1]
    if first.rule and not last.rule:  # "between May 27 and June 1, 2012": the year is said once
        start = last.date[:4] + start[4:]
    if start >= end and len(start) == len(end):
        return None
    precision = first.precision if first.precision == last.precision else "day"
    words = Words(first.first - 1 if opener == "between" else first.first, last.last, calendar)
    return words.when(f"{start}/{end}", precision, last.rule)


def _opened(when: When, tokens: Tokens) -> When:
    """A date after "since" is an interval open at its end."""
    first = when.first - 1 if tokens.lower[when.first - 1] == "the" else when.first
    opener = tokens.lower[first - 1] if first else ""
    if opener == "since":
        start = when.date.split("/")[0]
        return replace(when, first=first - 1, date=f"{start}/..", date_to="", precision="open")
    return when
