"""Dates joined to intervals ("between … and", "from … to", "2007-08 and 2015-16") or opened ("since", "until")."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from .tokens import Tokens
from .when import Calendar, When, Words

_JOINING: dict[str, Callable[[str], bool]] = {  # the word between two dates -> is it joining after this word?
    "and": lambda opener: opener == "between",
    "to": lambda opener: True,
    "-": lambda opener: True,
    "until": lambda opener: opener not in ("in", "on"),
    "through": lambda opener: True,
}


def join(found: list[When], when: When, tokens: Tokens, calendar: Calendar) -> When:
    """Add a date to those found before it, or make it one interval with the last of them; returns what it became."""
    interval = _interval(found[-1], when, tokens, calendar) if found else None
    if interval:
        found[-1] = interval
    else:
        found.append(when)
    return interval or when


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


def opened(when: When, tokens: Tokens) -> When:
    """A date after "since" is an interval open at its end, one after "until" at its beginning."""
    first = when.first - 1 if tokens.lower[when.first - 1] == "the" else when.first
    opener = tokens.lower[first - 1] if first else ""
    if opener == "since":
        start = when.date.split("/")[0]
        return replace(when, first=first - 1, date=f"{start}/..", date_to="", precision="open")
    if opener == "until":
        end = when.date.split("/")[-1]
        return replace(when, first=first - 1, date=f"../{end}", date_from="", precision="open")
    return when
