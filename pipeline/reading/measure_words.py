"""The words of a text that say what is measured: trade, investment, aid and what a country has alone."""

from __future__ import annotations

import re

from .aid_agencies import AidAgencies
from .doers import Doers
from .giving import AID, GIVEN, Giving
from .measures import Country, Measured, Pair
from .name import Name
from .owners import BREAKS, Owners
from .patterns import BOUNDARY, class_of
from .tokens import Tokens

_MEASURE, _TRADEVERB, _PORTFOLIO = map(class_of, ("MEASURE", "TRADEVERB", "PORTFOLIO"))
_TELLING = re.compile(f"[{_MEASURE}{_TRADEVERB}{_PORTFOLIO}]")
_GIVERS = ("investor", "investors", "donor", "donors", "donor countries", "capital", "source of investment")
_LABEL = 4  # tokens from the beginning of a heading, or to the colon of a label
_OF_WHOM = 4  # tokens from a flow to the goods that it is of: exports of Canadian financial services
_APART = frozenset((",", "(", "and", "or", "to", "from", "in", "by", "with", "for"))  # what stands not between them
_DRAWING = frozenset(("attracted", "attracts", "attract", "attracting", "received", "receives", "drew"))
_OF_AMOUNT = frozenset(("of", "worth", "for"))
_AMOUNT = class_of("SIGN") + class_of("QUALIFIER")  # what an amount of money begins with
_SECTOR = 10  # tokens from a verb of trade to the services that it is about
_FLOWS = ("exports", "imports", "trade")
_FRONTED = 5  # tokens to the comma after what a sentence opens with
EARNED = frozenset(("earnings", "revenue", "revenues", "receipts", "income"))  # of exports: those of any country
_AROUND_TITLE = ("with", "in", "to", "for", "between")  # after what a heading names
_AID_TITLES = frozenset((
    "aid", "our aid", "foreign aid", "development", "development aid", "development assistance",
    "development cooperation", "development co-operation", "development programme", "development program",
    "development partnership", "international assistance", "international development",
    "official development assistance", "technical cooperation", "technical assistance",
))  # fmt: skip
SECTORS = {"services": "services_", "goods": "merchandise_", "merchandise": "merchandise_"}  # what measures begin with
OF_ONE_COUNTRY = ("gdp", "population", "other")  # what a country has alone, such as its economy or its inflation


class Measures:
    """Finds, for one text, all words that say what is measured, by unit, each with the countries it names."""

    def __init__(self, tokens: Tokens, names: list[Name], pair: Pair, lines: set[int], profile: int) -> None:
        """`lines` are the units that are no prose: headings and list items.

        Those before `profile` tell of the one country that the page is a profile of.
        """
        self.tokens, self.pair, self.lines, self.profile = tokens, pair, lines, profile
        self.owners = Owners(tokens, names, pair)
        self.agencies = AidAgencies(tokens, names)
        self.doers = Doers(tokens, names, self.owners)
        self.giving = Giving(tokens, self.doers, pair)
        inside_names = {at for name in names for at in range(name.first, name.last)}
        self.by_unit: dict[int, list[Measured]] = {}
        for match in _TELLING.finditer(tokens.classes):
            at = match.start()
            named = at in inside_names or (tokens.classes[at] == _PORTFOLIO and not self._is_label(at))
            if not named and not self.giving.is_of_firm(at):
                self.by_unit.setdefault(tokens.units[at], []).append(self._measured(at))

    def country_at(self, at: int) -> Country | None:
        """The country that the token names, alone or as a demonym."""
        return self.owners.country_at(at)

    def _is_label(self, at: int) -> bool:
        """Does a word with a capital say what is measured: "Grant Aid: ¥3", "2. Direct Investment", a Loan of $3?"""
        tokens = self.tokens
        if tokens.entries[at].klass != _MEASURE:
            return False
        if tokens.lower[at + 1] in _OF_AMOUNT and tokens.classes[at + 2] in _AMOUNT:
            return True
        if ":" in tokens.classes[at + 1 : at + 1 + _LABEL]:
            return True
        return tokens.units[at] in self.lines and BOUNDARY in BOUNDARY + tokens.classes[:at][-_LABEL:]

    def _measured(self, at: int) -> Measured:
        measure = str(self.tokens.entries[at].value)
        word, span = self.tokens.lower[at], (at, at + 1)
        owner, around = self.owners.owner(at), self.owners.around(at)
        if measure in _FLOWS:
            measure = (self._sector(at) or self._sector_before(at) or self._sector_of_sentence(at)) + measure
        if measure in OF_ONE_COUNTRY:
            return Measured(measure, span, owner or around.get("of") or around.get("in"), None)
        if measure.endswith(_FLOWS) and not owner and not around and self.tokens.units[at] < self.profile:
            return Measured(measure, span, self.pair.concluded(self.pair.profiled), None)
        if self.tokens.lower[at + 1] in EARNED and not owner and not around:
            whose = self.owners.subject(at) or self.owners.told_before(at)
            return Measured(measure, span, whose, None)  # of export earnings the country told of is meant
        agent = self.owners.agent(at, around)
        if measure.endswith("exports"):
            reporter, partner = agent or owner or around.get("from"), around.get("to")
        elif measure.endswith("imports"):
            reporter, partner = agent or owner or around.get("into") or around.get("to"), around.get("from")
        elif measure.endswith("trade"):
            reporter, partner = owner, around.get("with")
        elif measure == "inward_direct_investment":
            reporter, partner = owner or around.get("into") or around.get("in") or around.get("to"), around.get("from")
            return Measured(measure, span, reporter or self.owners.subject_or_partner(at), partner)
        elif word.endswith(_GIVERS) and (owner is None or self.owners.is_possessive(owner)):
            partner = owner or around.get("in") or around.get("to")  # Canada ranks as the third investor in Chile
            reporter = self.owners.ranking(at) or around.get("from") or (None if owner else self.owners.subject(at))
        elif measure == "direct_investment":
            reporter, partner = owner, around.get("in")
            if self.tokens.lower[at - 1] in _DRAWING:
                taker = self.owners.subject(at) or self.owners.subject_or_partner(at)
                return Measured("inward_direct_investment", span, taker, around.get("from"))
            reporter = owner or around.get("from")
            if reporter is None and partner is not None and word.startswith("foreign"):
                return Measured("inward_direct_investment", span, partner, None)
        elif word in GIVEN and (giver := self.doers.doer(at)):
            return self.giving.by(giver, at, around.get("to") or around.get("in") or around.get("for"))
        elif word in GIVEN and (by_other := self.giving.by_other(at)):
            return by_other
        else:
            reporter = owner or around.get("by") or around.get("from")
            partner = around.get("to") or around.get("in") or around.get("for")
            if reporter and partner is None and self.pair.partner and reporter.iso == self.pair.partner.iso:
                reporter, partner = None, reporter  # aid to Ghana told as Ghana's: the giver is the other one
        if self.tokens.classes[at] == _TRADEVERB:
            reporter = self.owners.first_person(at) or reporter or self.owners.subject(at)
            partner = partner or self.owners.fronted(at, "from" if measure.endswith("imports") else "to")
        reporter, partner = self._completed(reporter, partner)
        if measure == "direct_investment" and reporter:
            measure = "outward_direct_investment"
        return Measured(measure, span, reporter, partner)

    def aid_of_agency(self, unit: int, at: int) -> Measured | None:
        """The aid that an agency for aid spends what is told at a token on; None where none does."""
        spending = self.agencies.spending(unit, at)
        if spending is None:
            return None
        span, giver = spending
        reporter, partner = self._completed(giver, None)
        return Measured(AID, span, reporter, partner, "aid-of-agency")

    def supplies(self, at: int, rank: int) -> Measured:
        """The imports that a rank of suppliers is one of: Norway's fifth-largest supplier, supplier of oil to it."""
        reporter = self.owners.owner(at) or self.owners.around(at).get("to")
        reporter, partner = self._completed(reporter, self.owners.ranking(max(at, rank)))
        return Measured("imports", (at, at + 1), reporter, partner)

    def buys(self, at: int, rank: int) -> Measured | None:
        """The exports that a rank of markets is one of: Peru is Norway's third-largest market; None of other markets.

        A market of its own kind ("for tourists") or of no one ("the third-largest market in Africa") is another.
        """
        owner, buyer = self.owners.owner(at), self.owners.ranking(max(at, rank))
        if owner is None or buyer is None or owner.iso == buyer.iso or self.tokens.lower[at + 1] == "for":
            return None
        return Measured("exports", (at, at + 1), owner, buyer)

    def titled(self, unit: int) -> Measured | None:
        """The aid that a heading names: "4. Development Cooperation", "Canada's Foreign Aid", an agency for aid."""
        first, last = self.tokens.span_of(unit)
        agency = next(iter(self.agencies.by_unit.get(unit, ())), None)
        if agency:
            reporter, partner = self._completed(None, None)
            return Measured(AID, (agency.first, agency.last), reporter, partner)
        while first < last and (not self.tokens.words[first][0].isalpha() or self.country_at(first)):
            first += 1
        last = next((at for at in range(first, last) if self.tokens.lower[at] in _AROUND_TITLE), last)
        if " ".join(self.tokens.lower[first:last]) not in _AID_TITLES:
            return None
        reporter, partner = self._completed(None, None)
        return Measured(AID, (first, last), reporter, partner)

    def _sector(self, at: int) -> str:
        """What the words after say is traded: imported services worth $3 million, exports to Peru (goods).

        "Exports and imports of services" says it once for both.
        """
        lower, classes = self.tokens.lower, self.tokens.classes
        if lower[at + 1] == "and" and classes[at] == _MEASURE == classes[at + 2]:
            return self._shared_sector(at + 2)
        for position in range(at + 1, min(at + _SECTOR, len(lower) - 1)):
            if classes[position] in BREAKS or classes[position] in (_MEASURE, _TRADEVERB, ",", ")"):
                return ""
            sector = SECTORS.get(lower[position])
            bracketed = classes[position - 1] == "(" and classes[position + 1] == ")"
            whose = lower[at + 1] == "of" and position <= at + _OF_WHOM and _APART.isdisjoint(lower[at + 2 : position])
            if sector and (bracketed or whose or classes[at] == _TRADEVERB):
                return "" if lower[position + 1] == "and" else sector
        return ""

    def _shared_sector(self, at: int) -> str:
        """What the second of two flows is of, where nothing is said of it that the first does not share."""
        told = str(self.tokens.entries[at].value)
        named = next((sector for sector in SECTORS.values() if told.startswith(sector)), "")
        return named if " of " in self.tokens.lower[at] else self._sector(at) if told in _FLOWS else ""

    def _sector_before(self, at: int) -> str:
        """What the first of two flows says of both: merchandise exports and imports."""
        tokens = self.tokens
        if at < 2 or tokens.lower[at - 1] != "and" or tokens.classes[at - 2] != _MEASURE:
            return ""
        told, words = str(tokens.entries[at - 2].value), tokens.lower[at - 2]
        return "" if " of " in words else next((one for one in SECTORS.values() if told.startswith(one)), "")

    def _sector_of_sentence(self, at: int) -> str:
        """What a sentence opens with as what it tells of: "In services, exports were", "As for goods, we sold"."""
        opens = self.tokens.classes.rfind(BOUNDARY, 0, at) + 1
        comma = self.tokens.classes.find(",", opens, opens + _FRONTED)
        fronted = comma > opens and self.tokens.lower[opens] in ("in", "as", "for")
        return SECTORS.get(self.tokens.lower[comma - 1], "") if fronted else ""

    def _completed(self, reporter: Country | None, partner: Country | None) -> tuple[Country | None, Country | None]:
        """Both countries of a flow, what the words leave open taken from the page's pair."""
        pair = self.pair
        if reporter and partner and reporter.iso == partner.iso:
            partner = None
        if reporter is None and partner is None:
            return pair.concluded(pair.reporter), pair.concluded(pair.partner)
        if reporter is None and partner is not None:
            return pair.other(partner.iso) or pair.concluded(pair.reporter), partner
        if reporter is not None and partner is None:
            return reporter, pair.other(reporter.iso) or pair.concluded(pair.partner)
        return reporter, partner
