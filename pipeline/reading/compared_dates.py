"""Dates that something is compared with: 5 per cent more than in 2010, up on the year before."""

from __future__ import annotations

from .patterns import class_of
from .tokens import Tokens
from .when import When

COMPARING = frozenset(("than", "against", "versus", "compared", "comparison", "relative"))
_SINCE = frozenset(("over", "from", "on"))  # after a change, before the date that it is compared with
_CHANGES = frozenset(("up", "down", "increase", "decrease", "rise", "decline", "fall", "drop", "growth"))
_LOOKING_BACK = frozenset(("earlier", "before", "previous", "preceding"))
_FILLERS = frozenset(("the", "in", "of", "to", "with", "for", "during", "same", "period", "level", "figure"))
_FURTHEST = 5  # tokens from a word that compares to the date that it compares with
_PERCENT = class_of("PERCENT")


def is_compared(tokens: Tokens, when: When) -> bool:
    """Is this a date that a quantity is compared with: 5 per cent over 2010, more than in 2009, up on that year?"""
    lower, at = tokens.lower, when.first - 1
    if lower[at] == "from" and "to" in lower[when.first : when.last]:
        return False  # the years that a change lasted: fell 6 per cent from 2011 to 2012
    while at > when.first - _FURTHEST and lower[at] in _FILLERS:
        at -= 1
    if lower[at].rpartition(" ")[2] in COMPARING:
        return True
    shared = at - 1 - (lower[at - 1] == "respectively")
    changed = tokens.classes[shared] == _PERCENT or lower[at - 1] in _CHANGES or looks_back(tokens, when)
    return lower[at] in _SINCE and changed


def looks_back(tokens: Tokens, when: When) -> bool:
    """Is the date told by its distance to a later one: a year earlier, the previous year?"""
    words = " ".join(tokens.lower[when.first : when.last]).split()
    return bool(when.rule) and not _LOOKING_BACK.isdisjoint(words)
