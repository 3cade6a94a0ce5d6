"""Ranks: the thing ranked and the circle it is ranked in."""

from __future__ import annotations

from .measures import Span
from .patterns import class_of
from .quantities import Quantity
from .tokens import Tokens

_REGIONS = {class_of(name) for name in ("REGION", "COUNTRY", "PLACE", "BODY", "REGIONAL")}
_OUT_OF = frozenset(("out", "of"))
_RANKED = frozenset(("countries", "economies", "nations", "states", "territories"))


def scope_of(tokens: Tokens, at: int) -> Span | None:
    """Where a rank holds: "in Latin America and the Caribbean (excluding Mexico)", "out of 190 countries"."""
    if tokens.lower[at] in _OUT_OF:
        number = at + 1 + (tokens.lower[at] == "out")
        if tokens.words[number : number + 1] and tokens.words[number][:1].isdecimal():
            return _all_ranked(tokens, number)
    for position in range(at, min(at + 9, len(tokens.words) - 1)):
        if tokens.classes[position] in "\n,;":
            return None
        if tokens.words[position] in ("in", "among") and position + 1 < len(tokens.words):
            first = position + 1 + (tokens.words[position + 1] == "the")
            if tokens.classes[first] not in _REGIONS or tokens.words[first + 1] == "'s":
                continue  # third among Peru's suppliers
            last = first + 1
            if tokens.classes[last] == "(" and tokens.lower[last + 1] in (
                "excluding",
                "except",
                "outside",
                "without",
            ):
                close = tokens.classes.find(")", last, last + 12)
                last = close + 1 if close > 0 else last
            return first, last
    return None


def _all_ranked(tokens: Tokens, number: int) -> Span | None:
    """All that are ranked, as many as a number says: 190 countries."""
    return (number, number + 2) if tokens.lower[number + 1] in _RANKED else None


def ranked(tokens: Tokens, quantity: Quantity, function_words: frozenset[str]) -> Span | None:
    """The thing ranked: "bilateral trading partner"."""
    last = quantity.last
    while tokens.classes[last] in "wfXgr-F" or "\ue000" <= tokens.classes[last] <= "\uf8ff":
        if tokens.lower[last] in function_words or tokens.lower[last] in _OUT_OF:
            break
        last += 1
    return (quantity.last, last) if last > quantity.last else None
