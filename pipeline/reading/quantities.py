"""The quantities of a text: what the rules find, with value, unit, comparator and, for counts, the thing counted."""

from __future__ import annotations

from .document import view_of
from .lexicon import Lexicon, lexicon
from .patterns import BOUNDARY, class_of
from .quantity import Quantity, ordinal_of, value_of
from .quantity_reader import Reader, span_of
from .quantity_rules import QUANTITY_RULES
from .rules import Hit
from .tokens import Tokens, tokenise

__all__ = ["Quantity", "read_quantities", "reread"]

_SCALE = class_of("SCALE")
_ORDINALS = frozenset(map(class_of, ("NTH", "ORDWORD", "FRACTION")))
_CHANGES = frozenset((
    "changed", "climbed", "cut", "declined", "decreased", "doubled", "down", "dropped", "expanded", "fall", "fallen",
    "fell", "grew", "grow", "growing", "grown", "growth", "improved", "increase", "increased", "increasing", "jumped",
    "moved", "raised", "raising", "reduced", "rise", "risen", "rising", "rose", "shrank", "slipped", "surged",
    "tripled", "up", "went",
))  # fmt: skip
_RANGING = frozenset(("needed", "priced", "ranged", "required", "valued", "varied"))
_BEFORE_CHANGE = 8  # tokens between a word for a change and "from": grew in value by 5 per cent from


def read_quantities(tokens: Tokens, lexicon: Lexicon, taken: set[int], skip: set[int]) -> list[Quantity]:
    """All quantities in order, except in `taken` tokens (dates, names) and units in `skip` (furniture)."""
    free = list(tokens.classes)
    for at in taken:
        free[at] = BOUNDARY
    classes = "".join(free)
    reader = Reader(tokens, lexicon)
    found = []
    for hit in QUANTITY_RULES.hits(classes):
        if tokens.units[hit.first] not in skip:
            found += [quantity for one in _parts(tokens, classes, hit) if (quantity := reader.read(one))]
    return found


def _parts(tokens: Tokens, classes: str, hit: Hit) -> list[Hit]:
    """A match, or two where one stands for two quantities.

    What looks like a range is a change ("rose from $3 million to $4 million"), or the unit of two is said once ("by 3
    and 4 per cent respectively"). The first of "$3 and $4 million respectively" is left: its quote alone says $3.
    """
    if hit.rule.name == "money-shared":
        return [hit._replace(first=hit.match.start("unit"), last=hit.match.end("low"))]
    if hit.rule.name == "percentage-shared":
        last = hit.match.end("low")
        return [
            hit._replace(last=last),
            *QUANTITY_RULES.hits(BOUNDARY * last + classes[last : hit.last - 1] + BOUNDARY),
        ]
    low, high = span_of(hit, "low"), span_of(hit, "high")
    if not (low and high) or "from" not in tokens.lower[hit.first - 1 : low[0]]:
        return [hit]
    to = next((at for at in range(low[1], high[0]) if tokens.lower[at] == "to"), 0)
    shared = _SCALE in classes[slice(*high)] and _SCALE not in classes[slice(*low)]  # from $3 to $4 million
    before = tokens.lower[max(hit.first - _BEFORE_CHANGE, 0) : low[0]]
    if not to or shared or (_CHANGES.isdisjoint(before) and not _has_changed(before)):
        return [hit]
    apart = BOUNDARY * hit.first + classes[hit.first : to] + BOUNDARY + classes[to + 1 : hit.last] + BOUNDARY
    return QUANTITY_RULES.hits(apart)


def _has_changed(before: list[str]) -> bool:
    """Does any verb but one of ranges stand right before "from": multiplied from, was lowered from?"""
    verb = next((word for word in reversed(before) if word.isalpha() and word != "from"), "")
    return verb.endswith("ed") and verb not in _RANGING


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
