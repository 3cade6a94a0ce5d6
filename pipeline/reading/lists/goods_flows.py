"""Which flow a list of goods belongs to: exports or imports, whose, with whom, and when."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..brief import Brief
from ..measures import Country, Measured
from ..patterns import class_of
from ..when import When
from .goods_dates import LINES, TRADE, TradeDates
from .told_flows import ToldFlows

_DEMONYM = class_of("DEMONYM")
_CONCLUDED = "pair-of-page"  # the rule of a country that the sentence does not name
_UNNAMED = (_CONCLUDED, "subject-of-sentence-before")  # rules by which a country is not one the sentence names
_PRESENT = frozenset((
    "is", "are", "remain", "remains", "has", "have", "consist", "consists", "include", "includes", "comprise",
    "comprises", "dominate", "dominates", "make", "makes", "represent", "represents", "constitute", "constitutes",
    "form", "top", "account", "accounts", "head", "lead", "buy", "buys", "sell", "sells", "range", "ranges",
    "supply", "supplies", "provide", "provides",
))  # fmt: skip
_PAST = frozenset((
    "was", "were", "had", "did", "rose", "fell", "grew", "stood", "came", "made", "led", "sold", "bought",
))  # fmt: skip
_NEAR = 4  # sentences before that tell whose trade a paragraph is about


@dataclass(frozen=True)
class Flow:
    """Whose goods a list tells of, and when, where the words say so."""

    measured: Measured
    when: When | None


def names_country(told: Measured) -> bool:
    """Does the sentence name a country whose flow is told of, or with which?"""
    return any(country and country.rule not in _UNNAMED for country in (told.reporter, told.partner))


class Flows(ToldFlows):
    """The words for exports and imports of one brief, as they govern lists of goods."""

    def __init__(self, brief: Brief) -> None:
        """Collect the dates of trade."""
        super().__init__(brief)
        self.dates = TradeDates(brief)

    def of_subject(self, told: Measured, unit: int, at: int) -> Measured:
        """Exports and imports as verbs are those of the subject: "Norway exports cod to Chile and imports tea"."""
        subject = None if names_country(told) else self.measures.owners.subject_or_partner(at)
        if subject is None or subject.rule == _CONCLUDED:
            return told
        return replace(told, reporter=subject, partner=self.measures.pair.other(subject.iso))

    def within(self, unit: int, first: int, last: int) -> Measured | None:
        """The flow that some words name, among them "Canadian goods": what a country sells."""
        told = next((one for one in self.told(unit) if first <= one.span[0] < last and self.is_flow(one)), None)
        if told:
            return told
        owned = self.tokens.classes[last - 2] == _DEMONYM and last - 1 not in {one.span[0] for one in self.told(unit)}
        return self.goods_of(last - 2, last) if owned else None  # "Canadian goods", but not "Canadian investment"

    def goods_of(self, at: int, last: int) -> Measured | None:
        """The exports of the country that a token names, as in "Canadian goods"."""
        owner = self.measures.country_at(at)
        if owner is None:
            return None
        partner = self.measures.pair.other(owner.iso)
        return Measured("merchandise_exports", (at, last), owner, partner, "goods-of-country")

    def coming_from(self, at: int, last: int) -> Measured | None:
        """What comes from a country of the pair is bought by the other one: of the page's country, imports."""
        sold = self.goods_of(at, last)
        buyer, of_page = sold.partner if sold else None, self.measures.pair.reporter
        if sold is None or buyer is None or of_page is None or buyer.iso != of_page.iso:
            return sold
        return replace(sold, measure="merchandise_imports", reporter=buyer, partner=sold.reporter)

    def going_to(self, at: int, last: int) -> Measured | None:
        """What goes to a country of the pair is sold by the other one: to the page's country, imports."""
        buyer, of_page = self.measures.country_at(at), self.measures.pair.reporter
        seller = self.measures.pair.other(buyer.iso) if buyer else None
        if buyer is None or seller is None or of_page is None:
            return None
        if buyer.iso == of_page.iso:
            return Measured("merchandise_imports", (at, last), buyer, seller, "goods-of-country")
        return Measured("merchandise_exports", (at, last), seller, buyer, "goods-of-country")

    def flow(self, measured: Measured, unit: int, at: int, first: int, end: int, present: bool) -> Flow:
        """The flow of a list from token `first` to `end` whose governing words end at token `at`.

        `present` says that they tell of no time but the present.
        """
        measured = self._of_told_before(measured, unit)
        maker = self.measures.country_at(first - 1)  # "bought Canadian wheat": from Canada
        if maker and measured.partner and measured.partner.rule and maker.iso == measured.partner.iso:
            measured = replace(measured, partner=maker)
        elif measured.partner and measured.partner.rule and self.tokens.lower[first - 1] != "our":
            measured = replace(measured, partner=None) if self._general(measured, unit, at) else measured
        self.dates.trade.add(unit)
        return Flow(measured, self.dates.when(unit, measured.span[0], at, end, present))

    def _of_told_before(self, told: Measured, unit: int) -> Measured:
        """Main exports are those told of just before: "Peru's exports to Chile: $3 million", "Main exports: ores"."""
        if names_country(told):
            return told
        lines = self._lines_before(unit)
        near = [one for before in lines or (unit - 1, unit) for one in self.told(before) if one.span[0] < told.span[0]]
        named = [one for one in near if names_country(one)]
        owned = [one for one in named if one.measure[-7:] == told.measure[-7:] and self.is_flow(one)]
        if not owned and lines:
            owned = [one for one in named if one.measure.endswith(TRADE) and self._is_publishers(one)]
        if not owned:
            return told
        reporter, partner = (
            country and Country(country.iso, country.span, country.rule or "flow-told-before")
            for country in (owned[-1].reporter, owned[-1].partner)
        )
        return replace(told, reporter=reporter, partner=partner)

    def _lines_before(self, unit: int) -> range | None:
        """The lines of trade right before a line, and the line itself; None where none stand there."""
        if self.brief.units[unit].kind not in LINES:
            return None
        first = unit
        while first and self.brief.units[first - 1].kind in LINES and self._trades(first - 1):
            first -= 1
        return range(first, unit + 1) if first < unit else None

    def _is_publishers(self, one: Measured) -> bool:
        """Is this the trade of the country that publishes the page with its partner: Trade with Norway: $3 million?"""
        pair = self.measures.pair
        both = ((one.reporter, pair.reporter), (one.partner, pair.partner))
        return all(country and other and country.iso == other.iso for country, other in both)

    def _trades(self, unit: int) -> bool:
        return any(one.measure.endswith(TRADE) for one in self.told(unit))

    def _general(self, measured: Measured, unit: int, at: int) -> bool:
        """Is this all that a country sells? "Peru's main exports are", and nothing near is told of trade with
        another.
        """
        owner, pair = measured.reporter, self.measures.pair
        if owner is None or owner.rule or measured.rule or pair.partner is None or owner.iso != pair.partner.iso:
            return False
        named = (self.measures.country_at(position) for position in range(measured.span[1], at))
        if any(country and country.iso != owner.iso for country in named):
            return False  # "Norwegian sales to the Canadian market consist of"
        paragraph = self.brief.units[unit].paragraph
        return not any(
            one.span != measured.span and one.measure.endswith(TRADE) and not self._alone(one, owner)
            for near in range(max(0, unit - _NEAR), unit + 1)
            if self.brief.units[near].paragraph == paragraph
            for one in self.told(near)
        )

    def _alone(self, one: Measured, owner: Country) -> bool:
        return bool(one.reporter and one.reporter.iso == owner.iso and (one.partner is None or one.partner.rule))

    def present(self, first: int, last: int) -> bool:
        """Is the last verb between two tokens in the present tense?"""
        for word in reversed(self.tokens.words[first:last]):
            if word in _PRESENT:
                return True
            if word in _PAST or word.endswith("ed"):
                return False
        return False
