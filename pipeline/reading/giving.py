"""Money that a country gives by its own words: Norway has donated $3 million, the Embassy provides $3 million for."""

from __future__ import annotations

from .doers import Doers
from .measures import Country, Measured, Pair
from .owners import BREAKS
from .patterns import class_of
from .quantities import Quantity
from .tokens import Tokens

AID = "development_assistance"
# verbs of giving that are measures of their own, wherever the amount stands in the clause
GIVEN = frozenset((
    "allocated", "committed", "contributed", "disbursed", "earmarked", "pledged", "provided", "set aside",
))  # fmt: skip
_BY_COUNTRY = frozenset((  # right before the amount, after who gives
    "allocates", "allocating", "approved", "awarded", "committing", "contributes", "contributing", "contribute",
    "dedicated", "devoted", "donate", "donated", "donates", "donating", "gave", "gifted", "gifting", "gifts", "give",
    "given", "gives", "giving", "granted", "granting", "grants", "lent", "loaned", "mobilised", "mobilized", "offered",
    "pledges", "pledging", "provide", "provides", "providing", "released",
))  # fmt: skip
_SPENT = frozenset(("spend", "spending", "spends", "spent"))  # given only where the money goes to the other country
_GIFTS = frozenset(("donated", "donates", "donating", "gifted", "gifting", "provides", "providing"))
_OFFICIAL = frozenset(("government", "embassy", "ministry", "minister", "commission", "consulate"))
_FIRMS = frozenset(("bank", "banks", "company", "companies", "firm", "firms", "group", "investors"))
_PASSIVE = frozenset(("was", "were", "has", "have", "is", "are", "been", "being"))
_BEING = _PASSIVE - {"has", "have"}  # right before the participle of what is done to one
_HANDED = frozenset(("donated", "gifted", "granted"))
_TAKING = frozenset(("allocated", "allotted", "awarded", "given", "granted", "lent", "offered", "promised"))
_TOWARDS = frozenset(("for", "to", "towards", "toward"))
_REGION = class_of("REGION")
_WHERE = frozenset(("across", "for", "in", "throughout", "to"))
_FAR = 12  # tokens from an amount to the region that it is for
_ANNOUNCED = frozenset(("announced", "announces", "announcing"))


class Giving:
    """Finds the amounts of one text that a country gives."""

    def __init__(self, tokens: Tokens, doers: Doers, pair: Pair) -> None:
        self.tokens, self.doers, self.owners, self.pair = tokens, doers, doers.owners, pair

    def given(self, quantity: Quantity) -> Measured | None:
        """The aid that an amount is which a country, its government or one of its bodies is said to give."""
        lower, at = self.tokens.lower, quantity.first - 1
        taken = self._taken(quantity)
        if taken:
            return taken
        if lower[at] in _BY_COUNTRY:
            giver = self.doers.doer(at) or self.owners.first_person(at)
            if giver:
                taker = self.goes_to(quantity)
                region = taker is None and self._is_for_region(quantity)
                return Measured(AID, (at, at + 1), giver, None) if region else self.by(giver, at, taker)
            official = lower[at] in _GIFTS and lower[at - 1 - (lower[at - 1] in _PASSIVE)] in _OFFICIAL
            return self.announced(at) if official and lower[quantity.last] in _TOWARDS else None
        if lower[at] in _SPENT:
            giver, taker = self.doers.doer(at), self.goes_to(quantity)
            return self.by(giver, at, taker) if giver and taker and giver.iso != taker.iso else None
        if lower[at] in _ANNOUNCED:
            return self.announced(at) if lower[quantity.last] in ("for", "to") else None
        return self._handed(quantity.last)

    def _taken(self, quantity: Quantity) -> Measured | None:
        """The aid that the page's partner is told to get: Peru was granted $3 million, Peru has received … from us."""
        lower, at = self.tokens.lower, quantity.first - 1
        subject, giver = at, self.owners.around(quantity.last - 1).get("from")
        if lower[at] in _TAKING and lower[at - 1] in _BEING:
            while lower[subject - 1] in _PASSIVE:
                subject -= 1
        elif lower[at] not in ("received", "receives") or giver is None:
            return None
        taker = self.doers.doer(subject)
        if taker is None or self.pair.partner is None or taker.iso != self.pair.partner.iso:
            return None
        giver = giver or self.pair.other(taker.iso)
        return Measured(AID, (at, at + 1), giver, taker) if giver and giver.iso != taker.iso else None

    def announced(self, at: int) -> Measured:
        """The aid of the country that is the subject of a verb, else of the page's own: the Minister announced."""
        giver = self.owners.subject(at) or self.pair.concluded(self.pair.reporter)
        taker = (self.pair.other(giver.iso) if giver else None) or self.pair.concluded(self.pair.partner)
        return Measured(AID, (at, at + 1), giver, taker)

    def is_of_firm(self, verb: int) -> bool:
        """Does a verb of giving tell of what a firm lays out: the company committed?"""
        return self.tokens.lower[verb] in GIVEN and self.tokens.lower[self.doers.before_verb(verb)] in _FIRMS

    def by_other(self, verb: int) -> Measured | None:
        """What a body of many countries gives: the World Bank has committed."""
        body = self.doers.bodies.get(self.doers.before_verb(verb) + 1)
        if body is None or not body.entity or body.entity.country or body.entity.iso3166_1:
            return None
        around = self.owners.around(verb)
        return Measured(AID, (verb, verb + 1), None, around.get("to") or around.get("in") or around.get("for"))

    def by(self, giver: Country, at: int, taker: Country | None) -> Measured:
        """What a country gives: aid, but no aid of the page's partner where no one is said to get it."""
        other = self.pair.other(giver.iso)
        if taker is None and self.pair.partner and giver.iso == self.pair.partner.iso:
            return Measured("other", (at, at + 1), giver, None)
        return Measured(AID, (at, at + 1), giver, taker or other or self.pair.concluded(self.pair.partner))

    def _handed(self, after: int) -> Measured | None:
        """The aid that "$3 million was donated to" tells of, where no one but the page's own country can give it."""
        lower, at = self.tokens.lower, after
        while lower[at] in _PASSIVE and at < after + 3:
            at += 1
        if at == after or lower[at] not in _HANDED or lower[at + 1] not in _TOWARDS:
            return None
        pair = self.pair
        return Measured(AID, (at, at + 1), pair.concluded(pair.reporter), pair.concluded(pair.partner))

    def goes_to(self, quantity: Quantity) -> Country | None:
        """The country that an amount is said to go to or to be spent in."""
        around = self.owners.around(quantity.last - 1)
        taker = around.get("to") or around.get("in") or around.get("for")
        return taker if taker and "," not in self.tokens.classes[quantity.last : taker.span[0]] else None

    def _is_for_region(self, quantity: Quantity) -> bool:
        """Is an amount for a whole region, and not for one country: $3 million for relief in the Horn of Africa?"""
        lower, classes = self.tokens.lower, self.tokens.classes
        for at in range(quantity.last, min(quantity.last + _FAR, len(lower))):
            if classes[at] in BREAKS or classes[at] == ",":
                return False
            if classes[at] == _REGION:
                return lower[at - 1 - (lower[at - 1] == "the")] in _WHERE
        return False
