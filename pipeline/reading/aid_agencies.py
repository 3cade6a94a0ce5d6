"""The agencies and programmes through which a country gives aid: what they spend is development assistance."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from .lexicon import rows
from .measures import Country, Span
from .name import Name
from .patterns import BOUNDARY
from .tokens import Tokens

_SPENDING = frozenset((
    "approved", "available", "awarded", "budget", "channelled", "channeled", "deliver", "delivered", "delivers",
    "expenditure", "finance", "financed", "finances", "fund", "funded", "funds", "gave", "gives", "granted", "invest",
    "invested", "invests", "paid", "portfolio", "spend", "spending", "spends", "spent", "support", "supported",
    "supports",
))  # fmt: skip
_PAID = frozenset(("delivered", "financed", "funded", "granted", "paid", "provided", "supported"))
_BY = frozenset(("by", "from", "through", "under", "via"))  # between that and the agency
_APART = frozenset((";", "that", "who", "whose"))
_BEING = frozenset(("is", "are", "was", "were"))  # said once, of what is paid
_ADVERBS = 3  # tokens before a participle that its auxiliary is among: was wholly funded
_GOING_ON = frozenset(("and", "but", "while", "whereas"))  # with another clause
_THROUGH = ("through", "via", "under")  # before the agency through which another spends
_KINDS = ("organisation", "programme")
_UNKNOWN = ("aid programme", "aid program", "aid agency")  # how names end that the lexicon has not


@lru_cache(maxsize=1)
def _agencies() -> frozenset[str]:
    return frozenset(row["entity_id"] for row in rows("aid_agencies"))


class AidAgencies:
    """The agencies for aid that one text names, by unit."""

    def __init__(self, tokens: Tokens, names: list[Name]) -> None:
        self.tokens = tokens
        self.by_unit: dict[int, list[Name]] = {}
        for name in names:
            if name.kind in _KINDS and self._gives(name):
                self.by_unit.setdefault(tokens.units[name.first], []).append(name)

    def _gives(self, name: Name) -> bool:
        if name.entity:
            return name.entity.entity_id in _agencies()
        return " ".join(self.tokens.lower[name.first : name.last]).endswith(_UNKNOWN)

    def spending(self, unit: int, at: int) -> tuple[Span, Country | None] | None:
        """The agency that spends what is told at a token, and its country: UK Aid supported schools with £3 million."""
        lower = self.tokens.lower
        for name in reversed(self.by_unit.get(unit, [])):
            if name.first > at and self._pays(name, at):
                span = (name.first, name.last)
                return span, Country(name.entity.country, span) if name.entity else None
            before = lower[name.first - 1 - (lower[name.first - 1] == "the")]
            first = self.tokens.classes.rfind(BOUNDARY, 0, at) + 1 if before in _THROUGH else name.last
            verb = next((one for one in range(at - 1, first - 1, -1) if lower[one] in _SPENDING), 0)
            between = self.tokens.classes[name.last : at]
            if not verb or ";" in between or (lower[verb] == "invested" and "," in between[: verb - name.last]):
                continue  # "the agency closed in 2013, and firms invested"
            span = (name.first, name.last)
            return span, Country(name.entity.country, span) if name.entity else None
        return None

    def _pays(self, name: Name, at: int) -> bool:
        """Is what is told at a token paid by an agency after it: projects worth $3 million, funded by CIDA?"""
        lower = self.tokens.lower
        before = name.first - 1 - (lower[name.first - 1] == "the")
        clause = lower[at : before - 1]
        whose = not _BEING.isdisjoint(clause[-_ADVERBS:])  # else a participle: a school worth $3 million, funded by
        apart = not _APART.isdisjoint(clause) or sum(map(clause.count, _BEING)) > whose
        apart = apart or any(comma == "," and word in _GOING_ON for comma, word in pairwise(clause))
        return lower[before] in _BY and lower[before - 1] in _PAID and not apart
