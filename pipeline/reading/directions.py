"""Flows of trade told by their direction alone: "… and those from Peru $2 million", "In the other direction, …"."""

from __future__ import annotations

from dataclasses import replace

from .measures import Country, Measured, Pair
from .owners import Owners
from .patterns import BOUNDARY
from .tokens import Tokens

OTHER_WAY = {"exports": "imports", "imports": "exports"}
_OTHER = frozenset(("other", "opposite", "reverse"))
_WAYS = frozenset(("direction", "way"))
_NO_RETURN = frozenset(("for", "to"))  # after "in return" these tell of a price, or of a journey
_THOSE = frozenset(("those", "that"))
_INTO = ("to", "into")
_OPENING = 5  # tokens of "In the opposite direction,"


def those(tokens: Tokens, owners: Owners, pair: Pair, told: Measured, at: int) -> Measured | None:
    """The flow that "those from Peru" or "those to Peru" before a token is, of one that was told before it.

    None where nothing of the kind stands there, or where it says no more than was told.
    """
    lower = tokens.lower
    found = next((one for one in range(told.span[1], at - 2) if lower[one] in _THOSE), 0)
    if not found or lower[found + 1] not in ("from", *_INTO) or not _flow(told):
        return None
    country = owners.country_at(found + 2 + (lower[found + 2] == "the"))
    if country is None:
        return None
    if lower[told.span[0]].startswith("shipments"):  # to Peru they are exports, from Peru imports
        other = pair.other(country.iso)
        return replace(told, measure=_as(told, lower[found + 1] in _INTO), reporter=other, partner=country)
    sent_by = _flow(told) == "exports"
    if (lower[found + 1] == "from") == sent_by:  # exports from Peru, imports to Peru: its own
        return replace(told, reporter=country, partner=_but(country, told, pair))
    return replace(told, reporter=_but(country, told, pair), partner=country)


def other_way(told: Measured) -> Measured | None:
    """The flow in the other direction: of exports to Peru, imports from Peru; None of what has no direction."""
    flow = _flow(told)
    return replace(told, measure=told.measure.replace(flow, OTHER_WAY[flow])) if flow else None


def turns_round(tokens: Tokens, at: int) -> bool:
    """Does the sentence of a token open with a turn to the other flow: "In the other direction, copper …"?"""
    lower, opens = tokens.lower, tokens.classes.rfind(BOUNDARY, 0, at) + 1
    comma = tokens.classes.find(",", opens, opens + _OPENING)
    return lower[opens] == "in" and any(turns(lower, turn) for turn in range(opens + 1, comma))


def turns(words: list[str], at: int) -> bool:
    """Do the words at a place turn to the opposite flow: "in the [other direction]", "in [return]"?"""
    if words[at] in _OTHER:
        return words[at + 1] in _WAYS and words[at - 1] == "the"
    return words[at] == "return" and words[at - 1] == "in" and words[at + 1] not in _NO_RETURN


def _flow(told: Measured) -> str:
    return next((flow for flow in OTHER_WAY if told.measure.endswith(flow)), "")


def _as(told: Measured, exported: bool) -> str:
    return told.measure.replace(_flow(told), "exports" if exported else "imports")


def _but(country: Country, told: Measured, pair: Pair) -> Country | None:
    """The other country of a flow than the one named for it."""
    both = [one for one in (told.reporter, told.partner) if one and one.iso != country.iso]
    return both[0] if len(both) == 1 else pair.other(country.iso)
