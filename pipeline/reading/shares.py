"""Fractions in words as percentages: two thirds of which, one in four, by a third."""

from __future__ import annotations

from decimal import Decimal

from .patterns import class_of
from .quantity import Quantity
from .tokens import Tokens

_SCALE, _NUMWORD, _SUPERLATIVE = map(class_of, ("SCALE", "NUMWORD", "SUPERLATIVE"))
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
        return 100 / denominator if following in _AFTER_SHARE or not following.isalpha() else None
    numerator = Decimal(tokens.entries[first].value)
    if numerator >= denominator or tokens.classes[after] == _SUPERLATIVE:
        return None
    return 100 * numerator / denominator
