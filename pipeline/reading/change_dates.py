"""The dates of amounts that a change began or ended with: rose from $3 million to $4 million between 2010 and 2013."""

from __future__ import annotations

from dataclasses import replace

from .patterns import class_of
from .quantities import Quantity
from .tokens import Tokens
from .when import When

_REACHING = frozenset(("reaching", "reach", "reached", "totalling", "totaling"))  # an amount that a change ended with
_ON_THE_WAY = _REACHING | {",", "and", "to", "a", "the", "high", "level", "peak", "record", "total", "of", "finally"}
_PAIR = 6  # tokens from what a change began with to what it ended with
_PERCENT = class_of("PERCENT")


def began_with(tokens: Tokens, quantity: Quantity) -> bool:
    """Is this the amount that a change began with: up 26 per cent from $87 million?"""
    return tokens.lower[quantity.first - 1] == "from"


def is_start(tokens: Tokens, quantity: Quantity, ends: dict[int, int]) -> bool:
    """Is the amount that a change ended with told beside it: from $3 million to $4 million, to $4 million from $3?

    `ends` are the first tokens of all quantities by the tokens after them.
    """
    if not began_with(tokens, quantity):
        return False
    after, other = quantity.last, ends.get(quantity.first - 1)
    if other is not None:
        return tokens.lower[other - 1] == "to"
    return tokens.lower[after] == "to" and after + 1 in ends.values()


def end_of(tokens: Tokens, when: When, quantity: Quantity, ends: dict[int, int]) -> When:
    """The end of an interval, for a figure told of it: rose between 2010 and 2013, to $3 million."""
    between = tokens.lower[when.last : quantity.first]
    last = _years(when)[1]
    told = "when" in between or between in (["to"], [",", "to"]) or _ends_change(tokens, quantity.first, ends)
    told = told or (not _REACHING.isdisjoint(between) and _ON_THE_WAY.issuperset(between))
    if quantity.kind == "money" and tokens.lower[when.first - 1] == "from":
        told = told or tokens.classes[when.first - 2] == _PERCENT  # fell 6 per cent from 2011 to 2012; imports were
    return replace(last, rule="end-of-interval") if last and told else when


def _ends_change(tokens: Tokens, at: int, ends: dict[int, int]) -> bool:
    """Is the amount that begins at a token the one that a change ended with: from $3 million to $4 million?"""
    other = ends.get(at - 1) if tokens.lower[at - 1] == "to" else None
    return other is not None and tokens.lower[other - 1] == "from"


def is_level(tokens: Tokens, quantity: Quantity, ends: dict[int, int]) -> bool:
    """Is it one of the two that a change lies between, even with words between them: from 3% in 2011 to 4%?"""
    lower, at = tokens.lower, quantity.first
    if began_with(tokens, quantity):
        return any(lower[other - 1] == "to" and 0 < other - quantity.last <= _PAIR for other in ends.values())
    begun = (last for last, other in ends.items() if lower[other - 1] == "from")
    return lower[at - 1] == "to" and any(0 < at - last <= _PAIR for last in begun)


def start_of(when: When) -> When | None:
    """The start of an interval, for the amount that a change began with; None where it is none of two years."""
    first = _years(when)[0]
    return replace(first, rule="start-of-interval") if first else None


def _years(when: When) -> tuple[When, When] | tuple[None, None]:
    """The first and the last year of an interval of years, calendar or fiscal; none of one fiscal year alone."""
    start, _, end = when.date.partition("/")
    if not (start.isdecimal() and end.isdecimal() and len(start) == len(end) == 4):
        return None, None
    if when.precision != "fiscal_year":
        first = replace(when, date=start, date_to=f"{start}-12-31", precision="year")
        return first, replace(when, date=end, date_from=f"{end}-01-01", precision="year")
    second, last_but_one = int(start) + 1, int(end) - 1
    if second > last_but_one:
        return None, None
    first = replace(when, date=f"{start}/{second}", date_to=f"{second}{when.date_to[4:]}")
    return first, replace(when, date=f"{last_but_one}/{end}", date_from=f"{last_but_one}{when.date_from[4:]}")
