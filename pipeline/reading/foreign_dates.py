"""Dates that stand in the sentence of a quantity and are of something else: a signing, an earthquake, a plan."""

from __future__ import annotations

from .quantities import Quantity
from .tokens import Tokens
from .when import When

_SIGNED = frozenset(("signed", "concluded", "ratified", "initialled", "initialed", "adopted", "completed"))
_HAPPENINGS = frozenset((
    "attack", "attacks", "coup", "crisis", "cyclone", "disaster", "drought", "earthquake", "earthquakes", "election",
    "elections", "epidemic", "eruption", "famine", "flood", "flooding", "floods", "genocide", "hurricane",
    "hurricanes", "outbreak", "referendum", "revolution", "storm", "storms", "tsunami", "typhoon", "typhoons", "war",
))  # fmt: skip
_SUFFERED = frozenset((
    "affected", "after", "aftermath", "caused", "following", "hit", "rebuild", "rebuilding", "reconstruction",
    "response", "since", "survivors", "victims",
))  # fmt: skip
_NEAR = 6  # tokens before the date of what happened among which these tell
_MADE = frozenset((  # what is to be done by a date, and is nothing that is done with money
    "built", "completed", "constructed", "erected", "established", "finished", "held", "inaugurated", "installed",
    "launched", "opened", "rebuilt",
))  # fmt: skip
_FOR_WHICH = ([",", "for", "which"], [",", "towards", "which"], [",", "to", "which"])
_NOW = frozenset(("currently", "now", "nowadays", "today"))
_NOW_NEAR = 5  # tokens before a quantity among which these tell: today stand at some
_ACCOMPANIED = frozenset(("accompanied", "heading", "joined", "leading"))
_ASIDE = 4  # tokens before a number among which these stand: leading a delegation of
_AT = frozenset(("in", "on", "by"))


def is_of_now(tokens: Tokens, told: int, at: int) -> bool:
    """Is an amount or a number at a token one of the day of the page: "they came in 1956 and now number 28"?

    `told` is the token after the date before it, or the first of its sentence.
    """
    return not _NOW.isdisjoint(tokens.lower[max(told, at - _NOW_NEAR) : at])


def is_company(tokens: Tokens, quantity: Quantity) -> bool:
    """Are these the company of the one whose doing is dated: "Ms. Roy, accompanied by nine deans, came in 2012"?"""
    before = tokens.lower[max(quantity.first - _ASIDE, 0) : quantity.first]
    return tokens.classes[quantity.last] == "," and not _ACCOMPANIED.isdisjoint(before)


def own_dates(tokens: Tokens, quantity: Quantity, dates: list[When]) -> list[When]:
    """The dates of a sentence that a quantity can have; that of a happening, too, where there is no other."""
    if not dates:
        return dates
    dates = [when for when in dates if not _is_foreign(tokens, quantity, when)]
    if len(dates) == 1 or quantity.kind not in ("money", "percentage"):
        return dates
    return [when for when in dates if not _is_of_happening(tokens, when)]


def _is_foreign(tokens: Tokens, quantity: Quantity, when: When) -> bool:
    """Is a date in the sentence of a quantity that of a plan, of another amount or of what money is for?"""
    if when.first >= quantity.last:
        return _is_of_plan(tokens, quantity, when)
    if quantity.kind not in ("money", "percentage"):
        return False
    labels = tokens.classes[when.first - 1] == "(" and tokens.classes[when.last] == ":"
    if labels and ")" in tokens.classes[when.last : quantity.first]:
        return True
    return any(
        tokens.lower[at : at + 3] in _FOR_WHICH and tokens.words[at - 1].isdecimal()
        for at in range(when.last, quantity.first)
    )


def is_of_signing(tokens: Tokens, when: When) -> bool:
    """Is this when a paper was signed, and not when it pays: under a compact signed in 2010, it pays $3 million?"""
    lower, at = tokens.lower, when.first - 1
    return lower[at - (lower[at] in ("in", "on"))] in _SIGNED


def labels_next(tokens: Tokens, quantity: Quantity, when: When) -> bool:
    """Is a date after a quantity the label of the next one: $3 million (2012: $2 million)?"""
    return tokens.classes[when.last] == ":" and when.first >= quantity.last


def _is_of_happening(tokens: Tokens, when: When) -> bool:
    """Is it that of what money is given for: after the earthquake of January 2010, victims of the 2010 floods?"""
    lower, at = tokens.lower, when.first - 1
    after = lower[at] in ("of", "in") and lower[at - 1] in _HAPPENINGS
    if not after and lower[when.last] not in _HAPPENINGS:
        return False
    return not _SUFFERED.isdisjoint(lower[max(at - _NEAR, 0) : at + 1])


def _is_of_plan(tokens: Tokens, quantity: Quantity, when: When) -> bool:
    """Is it that by which something is to be made: $3 million for a school, to be built in Cusco by 2016?"""
    lower = tokens.lower
    if lower[when.first - 1] not in _AT:
        return False
    return any(
        lower[at : at + 2] == ["to", "be"] and lower[at + 2] in _MADE for at in range(quantity.last, when.first - 2)
    )
