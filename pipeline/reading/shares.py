"""Fractions in words as percentages: two thirds of which, one in four, by a third."""

from __future__ import annotations

from decimal import Decimal

from .patterns import BOUNDARY, class_of
from .quantity import Quantity
from .tokens import Tokens

_SCALE, _NUMWORD, _SUPERLATIVE = map(class_of, ("SCALE", "NUMWORD", "SUPERLATIVE"))
_HALVES = frozenset(("half", "halves", "quarter", "quarters"))  # never the next of a row
_OPENING = frozenset((BOUNDARY, ";", ":"))
_GOING_ON = frozenset(("and", "while", "but"))
_PLACED = frozenset(
    ("in", "on", "at", "near", "for", "led", "held", "opened", "planned", "scheduled", "signed", "launched")
)
_AFTER_SHARE = frozenset(("of", "to", "in", "from", "over", "since", "between", "during", "on", "and", "by"))


def read_share(tokens: Tokens, found: Quantity) -> Quantity | None:
    """A percentage that a fraction in words states; None where the word is an ordinal or a quarter of a year."""
    first, after = found.number
    number = _part(tokens, first, after)
    if number is None:
        return None
    return found._replace(kind="percentage", value=number, unit="percent", unit_span=(after - 1, after))


def _part(tokens: Tokens, first: int, after: int) -> Decimal | None:
    """The percentage of the fraction in a span of tokens."""
    entry, word = tokens.entries[after - 1], tokens.lower[after - 1]
    if tokens.classes[after - 1] == _NUMWORD:  # one in four
        part, whole = Decimal(tokens.entries[first].value), Decimal(entry.value)
        return 100 * part / whole if 0 < part < whole and word not in ("hundred", "dozen") else None
    denominator = Decimal(entry.value)
    following = tokens.words[after]
    if after - first == 1:
        of_year = tokens.lower[first - 1] in ("first", "second", "latter")
        if word != "half" or of_year or (following and tokens.classes[after] in (_SUPERLATIVE, _SCALE, "-")):
            return None
        return Decimal(50)
    before = tokens.lower[first]
    if before == "a":
        if _is_ordinal(tokens, first, after):
            return None
        return 100 / denominator if following in _AFTER_SHARE or not following.isalpha() else None
    numerator = Decimal(tokens.entries[first].value)
    if numerator >= denominator or tokens.classes[after] == _SUPERLATIVE:
        return None
    return 100 * numerator / denominator


def _is_ordinal(tokens: Tokens, first: int, after: int) -> bool:
    """Is "a third" the next of a row of things, which the clause goes on to place: "…; a third, in Cusco, opened"?"""
    if tokens.lower[after - 1] in _HALVES:
        return False
    aside = tokens.classes[after] == ","
    opens = tokens.classes[first - 1 : first] in _OPENING or not first
    goes_on = first > 0 and tokens.lower[first - 1] in _GOING_ON
    return (opens or (goes_on and aside)) and tokens.lower[after + aside] in _PLACED
