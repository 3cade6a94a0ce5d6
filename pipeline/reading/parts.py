"""Amounts that are told by others: a part of one told before, what one rose from, the same of another country."""

from __future__ import annotations

from dataclasses import replace

from .measure_words import SECTORS
from .measures import Measured, Span
from .patterns import BOUNDARY, class_of
from .quantities import Quantity
from .tokens import Tokens

# nouns that say how much, not of what
HOW_MUCH = frozenset((
    "value", "values", "worth", "total", "totals", "sum", "amount", "amounts", "level", "levels", "volume",
    "volumes", "figure", "high", "low", "peak", "record", "average", "maximum", "minimum", "excess", "tune",
    "order", "region", "rate", "turnover", "flow", "flows", "stock", "stocks", "surplus", "deficit", "balance",
    "increase", "decrease", "rise", "fall", "decline", "drop", "growth", "gain", "reduction", "target", "goal",
    "share", "part", "proportion", "majority", "most", "all", "half", "equivalent", "estimate", "budget",
    "package", "envelope",
))  # fmt: skip
_COUNTRY, _LOWER = class_of("COUNTRY"), class_of("LOWER")
_ARTICLES = frozenset(("the", "all", "its"))
_OF_FIRST = 4  # tokens from the first of two shares to the measure that it is of: 9% of its total exports
_OF_THIS = 4  # tokens before a part at the beginning of its sentence: Of this amount,
_TOLD = frozenset(("this", "that", "these", "those", "which", "it", "them"))
_WHOLE = frozenset(("total", "latter"))
_DEVOTED = frozenset((
    "allocated", "allotted", "assigned", "channelled", "dedicated", "devoted", "directed", "earmarked", "going",
    "reserved", "spent",
))  # fmt: skip
_AFTER_DEVOTED = frozenset(("to", "for", "on", "through"))
_THOSE = frozenset(("that", "those"))
_AMOUNTED = frozenset(("amounted", "came", "reached", "stood", "totaled", "totalled", "was", "were"))
_FLOWS = ("trade", "exports", "imports")


def is_part(tokens: Tokens, quantity: Quantity) -> bool:
    """Is it a part of what was told before: 30 per cent of the total, half of which, "Of this sum, a third"?"""
    first, last = quantity.first, quantity.last
    after = tokens.lower[last : last + 3]
    opens = tokens.classes.rfind(BOUNDARY, 0, first) + 1
    before = tokens.lower[opens:first]
    if before[:1] == ["of"] and before[-1] == "," and 3 <= len(before) <= _OF_THIS and before[1] in _TOLD:
        return len(before) == 3 or before[2] in HOW_MUCH
    if before[-1:] == ["with"] and quantity.kind == "percentage" and after[0] in _DEVOTED:
        return after[1] in _AFTER_DEVOTED
    return after[:1] == ["of"] and (after[1] in _TOLD or (after[1] == "the" and after[2] in _WHOLE))


def as_part(tokens: Tokens, quantity: Quantity, before: list[Measured]) -> Measured:
    """The last measure before; after "of which", it is part of the one before that.

    Of trade in services, exports are those of services: "of which exports accounted for $3 million"; and of
    trade, services are the trade in services: "of which services made up 60 per cent". Of two, a part of the former is
    one of the first.
    """
    last, lower = before[-1], tokens.lower
    if len(before) > 1 and lower[quantity.last : quantity.last + 3] == ["of", "the", "former"]:
        return before[-2]
    first = before[0].span[1]
    which = next((at for at in range(quantity.first - 1, first, -1) if lower[at - 1 : at + 1] == ["of", "which"]), 0)
    if not which:
        return last
    whole = [one for one in before if one.span[1] <= which][-1]
    named = next((SECTORS[word] for word in lower[which : quantity.first] if word in SECTORS), "")
    if whole is last and named and whole.measure in _FLOWS:
        return replace(whole, measure=named + whole.measure)
    sector = whole.measure.rpartition("_")[0]
    if f"{sector}_" in SECTORS.values() and last.measure in _FLOWS:
        return replace(last, measure=f"{sector}_{last.measure}")
    return last


def goes_on_from_amount(tokens: Tokens, quantity: Quantity) -> bool:
    """Does an amount go on from the one before it: of which $3 million, up from $3 million?"""
    before = tokens.lower[quantity.first - 2 : quantity.first]
    return before == ["of", "which"] or before in (["up", "from"], ["down", "from"])


def whole_of_second(tokens: Tokens, quantity: Quantity, told: Measured, ends: dict[int, int]) -> Span | None:
    """What the second share of two is of, where that is no measure: 9% of exports and 8% of government revenue.

    `told` is the last measure before it, and `ends` are the first tokens of all quantities by the tokens after them.
    """
    lower, first, last = tokens.lower, quantity.first, quantity.last
    joined = lower[first - 1] == "and" or tokens.classes[first - 1] == ","
    if quantity.kind != "percentage" or not joined or lower[last] != "of":
        return None
    before = range(told.span[0] - _OF_FIRST, told.span[0])
    if not any(at in ends and lower[at] == "of" for at in before):
        return None
    opens = last + 1 + (lower[last + 1] in _ARTICLES)
    after = opens
    while tokens.classes[after] == _LOWER:
        after += 1
    return (opens, after) if after > opens and HOW_MUCH.isdisjoint(lower[opens:after]) else None


def elided(tokens: Tokens, first: int, last: int) -> int:
    """The token of the country in "that of Peru", "Peru's were" between two tokens; 0 where none stands there."""
    lower = tokens.lower
    for at in range(first, last - 2):
        if tokens.classes[at] == _COUNTRY and tokens.words[at + 1] == "'s" and lower[at + 2] in _AMOUNTED:
            return at
        if lower[at] in _THOSE and lower[at + 1] == "of":
            country = at + 2 + (lower[at + 2] == "the")
            return country if tokens.classes[country] == _COUNTRY else 0
    return 0
