"""Ranks: second largest, 63rd trading partner, among the top five, ranked 41 out of 190."""

from __future__ import annotations

from decimal import Decimal

from .patterns import BOUNDARY, class_of
from .quantity import Quantity, Span, ordinal_of, value_of
from .tokens import Tokens

_RANKED = frozenset((
    "partner", "market", "destination", "source", "supplier", "customer", "buyer",
))  # fmt: skip
_MEASURE = class_of("MEASURE")
_WHOSE = frozenset(("the", "its", "our", "their"))  # between two ranks: … and its fifth-largest donor
_RANKS = frozenset(("rank", "ranking"))
_AFTER_RANK = frozenset(("out", "of", "among", "in", "on", "for", "and", "by", "after"))
_AMONG = 6  # tokens between "among" and a number: among the world's five largest


def read_rank(tokens: Tokens, found: Quantity) -> Quantity | None:
    """The rank that a match states, a count yet to be read where its number ranks nothing, or None."""
    at, after = found.number
    if found.rule in ("rank-top", "rank-among"):
        return _top(tokens, found) or found._replace(kind="count", first=at, last=after, unit_span=None)
    if found.rule == "rank-number":
        if not _is_numbered(tokens, found):
            return found._replace(kind="count", first=at, last=after, unit_span=None)
        number = value_of(tokens, found.number) or Decimal(1)
        return found._replace(first=at, last=after, value=number, unit="rank", unit_span=found.number)
    if _is_no_rank(tokens, found):
        return None
    partner = found.rule == "rank-partner"
    return found._replace(
        first=found.first if found.qualifier else at,
        last=found.unit_span[1] if found.unit_span and not partner else after,
        value=ordinal_of(tokens, found.number),
        unit="rank",
        unit_span=found.number if partner else found.unit_span or found.number,
    )


def _is_no_rank(tokens: Tokens, found: Quantity) -> bool:
    """Is an ordinal one of time or of a list: half, the first among many meetings, in the first place?"""
    lower, at, after = tokens.lower, *found.number
    if found.rule == "rank-partner":
        return found.unit_span is not None and lower[found.unit_span[0]].split()[-1] not in _RANKED
    if found.rule == "rank-place":
        return lower[at] == "first" and lower[at - 2 : at] == ["in", "the"] and lower[after] == "place"
    return lower[at] in ("half", "quarter") or (found.rule == "rank-of" and lower[at] == "first")


def _is_numbered(tokens: Tokens, found: Quantity) -> bool:
    """Does a cardinal number say a rank: ranked 41 out of 180, number one trading partner, and not Law No. 12?"""
    at, after = found.number
    if tokens.lower[found.first].startswith("rank"):
        follows = tokens.lower[after]
        return tokens.lower[at - 1] in ("number", ".", "no") or not follows.isalpha() or follows in _AFTER_RANK
    what = tokens.lower[found.unit_span[0] if found.unit_span else after].split()
    return bool(what) and what[-1] in _RANKED


def _top(tokens: Tokens, found: Quantity) -> Quantity | None:
    """A rank among the top five or the five largest, whichever it is."""
    number = value_of(tokens, found.number)
    assert found.unit_span
    at = found.unit_span[0]
    if found.rule == "rank-top":
        if tokens.lower[at] != "top":
            return None
        qualifier: Span | None = found.unit_span
    elif tokens.lower[at].startswith("most ") or tokens.lower[at].endswith("est"):
        qualifier = _among(tokens, found.first)
    else:
        return None
    if number is None or qualifier is None:
        return None
    return found._replace(value=number, unit="rank", comparator="up_to", qualifier=qualifier)


def _among(tokens: Tokens, before: int) -> Span | None:
    """The words "among" or "one of" a few words before."""
    lower, classes = tokens.lower, tokens.classes
    for at in range(before - 1, max(before - 1 - _AMONG, -1), -1):
        if classes[at] == BOUNDARY:
            return None
        if lower[at] == "among" or (lower[at] == "of" and lower[at - 1] == "one"):
            return (at, at + 1) if lower[at] == "among" else (at - 1, at + 1)
    return None


def ranks_label(tokens: Tokens, first: int) -> bool:
    """Is a number the value of a label that speaks of a rank: Rank among suppliers (2012): 7?"""
    opens = tokens.classes.rfind(BOUNDARY, 0, first) + 1
    return tokens.words[first - 1] == ":" and not _RANKS.isdisjoint(tokens.lower[opens:first])


def joins_ranks(tokens: Tokens, first: int, last: int) -> bool:
    """Is there nothing but a thing ranked and "and" between two ranks, neither a verb nor another clause?"""
    lower = tokens.lower
    if "and" not in lower[first:last]:
        return False
    at = lower.index("and", first)
    ranked = all(tokens.classes[one] == _MEASURE or lower[one] in _RANKED for one in range(first, at))
    return ranked and _WHOSE.issuperset(lower[at + 1 : last])
