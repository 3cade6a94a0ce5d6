"""The quantities of a text: what the rules find, with value, unit, comparator and, for counts, the thing counted."""

from __future__ import annotations

from .document import view_of
from .lexicon import Lexicon, lexicon
from .patterns import BOUNDARY, class_of
from .quantity import Quantity, ordinal_of, value_of
from .quantity_reader import Reader, span_of
from .quantity_rules import QUANTITY_RULES
from .tokens import Tokens, tokenise

__all__ = ["Quantity", "read_quantities", "reread"]

_ORDINALS = frozenset(map(class_of, ("NTH", "ORDWORD", "FRACTION")))


def read_quantities(tokens: Tokens, lexicon: Lexicon, taken: set[int], skip: set[int]) -> list[Quantity]:
    """All quantities in order, except in `taken` tokens (dates, names) and units in `skip` (furniture)."""
    free = list(tokens.classes)
    for at in taken:
        free[at] = BOUNDARY
    reader = Reader(tokens, lexicon)
    found = []
    for hit in QUANTITY_RULES.hits("".join(free)):
        if tokens.units[hit.first] not in skip:
            quantity = reader.read(hit)
            if quantity:
                found.append(quantity)
    return found


def reread(quote: str) -> list[float]:
    """The values that the quantity rules read in a figure's quote alone; a check on what was written for the figure.

    A quote is at most a few words, so what stands around it has no say.
    """
    tokens = tokenise(view_of(quote), [(0, len(quote))])
    reader = Reader(tokens, lexicon())
    values: list[float] = []
    for hit in QUANTITY_RULES.hits(tokens.classes):
        span = span_of(hit, "low")
        quantity = reader.read(hit)
        if quantity:
            values += [float(number) for number in (quantity.value, quantity.value_to) if number is not None]
        elif span and not _ORDINALS.intersection(tokens.classes[span[0] : span[1]]):
            number = value_of(tokens, span)
            values += [] if number is None else [float(number)]
    if not values and tokens.classes[-2] in _ORDINALS:  # a rank quoted by its ordinal alone
        values = [float(ordinal_of(tokens, (0, len(tokens.classes) - 1)))]
    return values
