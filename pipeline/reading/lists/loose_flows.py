"""The flow of a list of goods that no rule reads: told in its clause, else in its sentence, else just before.

What bears on goods without selling any, such as duties, talks, harvests or investment, bars the list.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from ..measures import Measured
from ..patterns import class_of
from .foreign_words import BEARING_ON_TRADE, FOREIGN_TO_TRADE
from .goods_clauses import barred
from .goods_dates import TRADE
from .goods_flows import Flows, names_country
from .list_words import APART
from .told_flows import BLOCKING

_COUNTRY, _DEMONYM, _TRADEVERB = map(class_of, ("COUNTRY", "DEMONYM", "TRADEVERB"))
# words that move goods, but also much else: they tell of trade where a country does so, in prose about trade
_GIVING = frozenset((
    "send", "sends", "sent", "sending", "ship", "ships", "shipping", "supply", "supplies", "supplied", "supplying",
    "provide", "provides", "provided", "providing", "deliver", "delivers", "delivered", "delivering", "furnishes",
    "furnished", "selling",
))  # fmt: skip
_TAKING = frozenset((
    "take", "takes", "took", "taking", "receive", "receives", "received", "receiving", "obtain", "obtains", "obtained",
    "source", "sources", "sourced", "sourcing", "procures", "procured", "acquires", "acquired", "gets", "got",
    "getting", "buying", "purchases", "purchasing",
))  # fmt: skip
_CARGO = frozenset(("goods", "products", "merchandise", "deliveries", "shipments"))
_DOERS = frozenset(("it", "they", "we", "and", ",", "which", "that", "who"))
_AUXILIARIES = frozenset(("also", "mainly", "mostly", "chiefly", "largely", "still", "now", "has", "have"))
_HEADING = frozenset(("trade", "commercial", "commerce", "economic", "exports", "imports", "business"))
_IN_PROSE = frozenset(("commercial", "commerce", "trading"))  # what tells of trade, but of no figure
_NEAR = 3  # tokens from words for a flow on that may tell what is meant
_BEARING = 5  # tokens before words for a flow, and after a list, that may bear on it
_BEFORE = 2  # sentences or lines before that tell which flow a list goes on with


class LooseFlows:
    """The flows that lists of one brief belong to for want of a rule."""

    def __init__(self, flows: Flows) -> None:
        """Take the flows that the brief tells of."""
        self.flows, self.tokens, self.brief = flows, flows.tokens, flows.brief
        self.owners, self.pair = flows.measures.owners, flows.measures.pair
        self._telling: dict[int, list[Measured]] = {}

    def of(self, unit: int, first: int, last: int) -> Measured | None:
        """The flow of a list between two tokens."""
        start, end = self.clause(unit, first, last)
        told = self._told(unit)
        before = [one for one in told if start <= one.span[0] < first]
        own = before[-1:] or [one for one in told if last <= one.span[0] < end][:1]
        if own:
            return own[0] if self._is_real(own[0], unit, (start, first, last, end), bool(before)) else None
        if not (self._is_free(range(start, first)) and self._is_free(range(last, end))):
            return None
        return self._placed(unit, start, first, last, end) or self._goes_on(unit, start, first)

    def _is_real(self, one: Measured, unit: int, places: tuple[int, int, int, int], before: bool) -> bool:
        """Does a flow told `before` a list, or after it in its clause, tell that the goods of the list are sold?"""
        (start, first, last, end), at = places, one.span[0]
        lower = self.tokens.lower
        near = [*lower[max(at - _BEARING, start) : at], *lower[last : min(last + _BEARING, end)]]
        if not BEARING_ON_TRADE.isdisjoint(near) or barred(self.tokens, at, start) or not self.flows.is_flow(one):
            return False
        if not before and not (self._is_free(range(start, first)) and self._no_one_acts(start, first)):
            return False
        # travellers buy things, and ministers speak of exports of them
        doubtful = self.tokens.classes[at] == _TRADEVERB or lower[at + 1] == "of"
        named = any(map(names_country, (one, *self.flows.told(max(unit - 1, 0)))))
        if doubtful and not named and not self._has_amount(unit):
            return False
        return self._is_free(range(at, first) if before else range(last, min(at + _NEAR, end)))

    def _has_amount(self, unit: int) -> bool:
        units = self.tokens.units
        return any(units[one.first] == unit for one in self.brief.quantities if one.kind != "count")

    def _no_one_acts(self, start: int, first: int) -> bool:
        named = not self.brief.in_proper_names.isdisjoint(range(start, first))
        return not named and _DEMONYM not in self.tokens.classes[start : first - 1]  # Norwegian visitors like fish

    def concerns(self, unit: int) -> bool:
        """Can a unit tell of goods: beside words for flows, in prose about trade, or with "Norwegian goods"?"""
        near = range(max(unit - _BEFORE, 0), unit + 1)
        if any(map(self.flows.told, near)) or self._is_about_trade(unit):
            return True
        return not _CARGO.isdisjoint(self.tokens.lower[self.tokens.opens[near[0]] : self.tokens.opens[unit + 1]])

    def _is_free(self, tokens: range) -> bool:
        """Does nothing among some tokens bear on goods without selling any?"""
        return FOREIGN_TO_TRADE.isdisjoint(self.tokens.lower[tokens.start : tokens.stop])

    def clause(self, unit: int, first: int, last: int) -> tuple[int, int]:
        """Where the clause of a list begins and ends."""
        opens, closes = self.tokens.span_of(unit)
        start = next((at + 1 for at in range(first - 1, opens - 1, -1) if self._parts(at)), opens)
        return start, next((at for at in range(last, closes) if self._parts(at)), closes)

    def _parts(self, at: int) -> bool:
        return self.tokens.classes[at] == ";" or self.tokens.lower[at] in APART

    def _told(self, unit: int) -> list[Measured]:
        """What a unit tells of flows, of what moves goods, and of what is no flow of goods, in order."""
        if unit not in self._telling:
            told = [one for one in self.flows.told(unit) if self.flows.is_flow(one) or one.measure.endswith(BLOCKING)]
            places = {one.span[0] for one in told}
            trade = self._is_about_trade(unit)
            for at in range(*self.tokens.span_of(unit)):
                moved = self._cargo(at) or (self._moved(at) if trade else None)
                if moved and at not in places:
                    told.append(moved)
                    self.flows.dates.trade.add(unit)
            self._telling[unit] = sorted(told, key=lambda one: one.span)
        return self._telling[unit]

    def _is_about_trade(self, unit: int) -> bool:
        """Does a sentence, or what is told before it in its paragraph, or the heading above, tell of trade?"""
        paragraph, before = self.brief.units[unit].paragraph, unit
        while before >= 0 and self.brief.units[before].paragraph == paragraph:
            told = self.flows.told(before)
            if any(one.measure.endswith("assistance") for one in told):
                return False
            if any(one.measure.endswith(TRADE) for one in told) or not _IN_PROSE.isdisjoint(self._words(before)):
                return True
            before -= 1
        return before in self._below_trade

    @cached_property
    def _below_trade(self) -> set[int]:
        """The units below a heading about trade, itself among them, down to the next heading or what tells of aid."""
        found, below = set(), False
        for number, unit in enumerate(self.brief.units):
            if unit.kind == "heading":
                below = not _HEADING.isdisjoint(self._words(number))
            elif any(one.measure.endswith("assistance") for one in self.flows.told(number)):
                below = False
            if below:
                found.add(number)
        return found

    def _words(self, unit: int) -> list[str]:
        first, last = self.tokens.span_of(unit)
        return self.tokens.lower[first:last]

    def _cargo(self, at: int) -> Measured | None:
        """The flow that "Norwegian goods" and "Norway's deliveries" are of."""
        if self.tokens.lower[at] not in _CARGO:
            return None
        owner = at - 1 - (self.tokens.words[at - 1] == "'s")
        return self.flows.goods_of(owner, at + 1) if self.tokens.classes[owner] in (_COUNTRY, _DEMONYM) else None

    def _moved(self, at: int) -> Measured | None:
        """The flow that a verb such as "sends" tells of, where a country does so."""
        word = self.tokens.lower[at]
        if word not in _GIVING and word not in _TAKING:
            return None
        doer = at - 1
        while self.tokens.lower[doer] in _AUXILIARIES:
            doer -= 1
        does = _COUNTRY in self.tokens.classes[doer] or _DEMONYM in self.tokens.classes[doer - 1 : doer + 1]
        if not does and self.tokens.words[doer] != "'s" and self.tokens.lower[doer] not in _DOERS:
            return None
        subject = self.owners.owner(at) or self.owners.first_person(at) or self.owners.subject(at)
        other = self.pair.other(subject.iso) if subject else None
        measure = "merchandise_exports" if word in _GIVING else "merchandise_imports"
        return Measured(measure, (at, at + 1), subject, other) if other else None

    def _placed(self, unit: int, start: int, first: int, last: int, end: int) -> Measured | None:
        """The flow of what comes "from Norway" or goes "to Norway", in prose about trade."""
        if not self._is_about_trade(unit):
            return None
        for at in (*range(first - 1, start - 1, -1), *range(last, end)):
            if self.tokens.lower[at] in ("from", "to") and self.tokens.classes[at + 1] == _COUNTRY:
                country = self.flows.measures.country_at(at + 1)
                if country and self.pair.other(country.iso):
                    come = self.tokens.lower[at] == "from"
                    return (self.flows.coming_from if come else self.flows.going_to)(at + 1, at + 2)
        return None

    def _goes_on(self, unit: int, start: int, first: int) -> Measured | None:
        """The flow told before a list in whose clause no one acts."""
        return self.carried(unit, first) if self._no_one_acts(start, first) else None

    def carried(self, unit: int, at: int, lines: bool = False) -> Measured | None:
        """The only flow told before a token in its sentence, else just before; `lines` are of no one paragraph."""
        if turned := self.flows.turned(unit, at):
            return turned
        for before in range(unit, max(unit - _BEFORE, 0) - 1, -1):
            near = self.brief.units[before].paragraph == self.brief.units[unit].paragraph
            if not near and not lines:
                return None
            told = [one for one in self._told(before) if one.span[0] < at]
            if told:
                ways = {one.measure[-7:] for one in told if self.flows.is_flow(one)}
                sole = self.flows.is_flow(told[-1]) and (len(ways) == 1 or before == unit)
                return replace(told[-1], rule="flow-told-before") if sole else None
        return None
