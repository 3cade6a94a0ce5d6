"""What a rank ranks: suppliers rank in imports, customers and markets in exports, and other words say it themselves."""

from __future__ import annotations

from .measure_words import Measures
from .measures import Measured
from .patterns import BOUNDARY, class_of
from .quantities import Quantity
from .tokens import Tokens

_SUPERLATIVE = class_of("SUPERLATIVE")
_RANKED = 7  # tokens from a rank to the measure that it is a rank of
_MARKETS = frozenset(("buyer", "buyers", "customer", "customers", "market", "markets"))
_SUPPLIERS = frozenset(("supplier", "suppliers"))
_TRADERS = _MARKETS | _SUPPLIERS


def of_rank(measures: Measures, quantity: Quantity, found: list[Measured]) -> Measured | None:
    """What a rank is a rank of, by the words right after it or those it is one among; `found` is said around it."""
    tokens, last = measures.tokens, quantity.last
    ranked = last + (tokens.classes[last] == _SUPERLATIVE)
    if tokens.lower[ranked] not in _TRADERS:
        ranked = _among(tokens, quantity) or ranked
    if tokens.lower[ranked] in _SUPPLIERS:
        return measures.supplies(ranked, quantity.first)
    market = measures.buys(ranked, quantity.first) if tokens.lower[ranked] in _MARKETS else None
    if market:
        return market
    clause = tokens.classes.find(";", last, last + _RANKED)
    until = clause if clause > 0 else last + _RANKED
    of_all = tokens.lower[last] in ("out", "of")  # 41st out of 190 economies
    return next((one for one in found if not of_all and last <= one.span[0] <= until), None)


def _among(tokens: Tokens, quantity: Quantity) -> int:
    """The traders a rank is one among: third among our suppliers, "Among its customers, Peru is third"; 0 for none."""
    opens = tokens.classes.rfind(BOUNDARY, 0, quantity.first) + 1
    for at in (opens, quantity.last, quantity.last + 1):
        if tokens.lower[at : at + 1] == ["among"]:
            words = tokens.lower[at + 1 : min(at + _RANKED, tokens.classes.find(BOUNDARY, at))]
            return next((at + 1 + number for number, word in enumerate(words) if word in _TRADERS), 0)
    return 0
