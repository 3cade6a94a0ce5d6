"""Whose office it is where its own words do not say: concluded by named rules, the surest first."""

from __future__ import annotations

import re
from functools import lru_cache

from ..brief import Brief
from ..lexicon import rows
from ..measures import Country, Span
from ..patterns import BOUNDARY, class_of
from .holdings import Holding
from .little_words import JOURNEYS, MEETINGS, MOVES, RECEIVING, TOWARDS, VISITS
from .office_owners import Body

_PERSON, _PLACES = class_of("PERSON"), frozenset((class_of("COUNTRY"), class_of("PLACE")))
_REACH = 16  # phrases after a person in which they may go somewhere
_TOGETHER = "accompanied"
_DEPUTY = re.compile(r"(?:Deputy|Vice|First|Federal)[ -]|-(?:elect|designate)$")
# Offices that are not of a state, so that no page's country may be given to them.
_NOT_OF_STATE = frozenset((
    "Administrator", "Chair", "Chairman", "Chairperson", "Chairwoman", "Chief Executive", "Co-Chair",
    "Commissioner", "Councillor", "Deputy Administrator", "Deputy Chair", "Deputy Chairman", "Deputy Chairperson",
    "Deputy Director", "Deputy Governor", "Deputy Mayor", "Deputy Secretary-General", "Director",
    "Director General", "Director-General", "Executive Director", "Executive Secretary", "Executive Vice President",
    "Executive Vice-President", "General Secretary", "Governor", "Head of Office", "High Representative",
    "Managing Director", "Mayor", "Premier", "Representative", "Secretary General", "Secretary-General",
    "Under-Secretary-General", "Vice Chair", "Vice Chairman", "Vice Chairperson", "Vice Governor", "Vice-Chair",
    "Vice-Chairman", "Vice-Governor", "chairman", "chairperson", "chief executive", "director", "director general",
    "director-general", "executive director", "governor", "head", "managing director", "mayor", "premier",
    "secretary general", "secretary-general",
))  # fmt: skip
# Offices abroad: in a page's facts they are those of the country that publishes it.
_ENVOYS = frozenset((
    "Ambassador", "Chargé d'Affaires", "Chargé d'affaires", "Chargée d'Affaires", "Chargée d'affaires", "Consul",
    "Consul General", "Consul-General",
    "Deputy Head of Delegation", "Deputy Head of Mission", "Deputy High Commissioner", "Head of Delegation",
    "Head of Mission", "High Commissioner", "Honorary Consul", "Honorary Consul General",
    "Permanent Representative", "Special Envoy", "Special Representative", "Trade Commissioner", "Trade Envoy",
))  # fmt: skip


@lru_cache(maxsize=1)
def _offices_of_state() -> dict[str, frozenset[str]]:
    """The offices of head of state and of government that each country has."""
    return {row["iso3166_1"]: frozenset(row["offices"].split("|")) for row in rows("offices_of_state")}


class _Concluder:
    """Gives the holdings of one brief their bodies."""

    def __init__(self, brief: Brief, holdings: list[Holding]) -> None:
        self.brief, self.holdings = brief, holdings
        self.words = brief.phrases.words
        self.named: dict[str, list[int]] = {}
        for at, name in brief.phrases.names.items():
            if name.kind == "person":
                self.named.setdefault(brief.resolver.entity_id(name), []).append(at)
        self.pair = [side for side in (brief.pair.reporter, brief.pair.partner) if side]

    def body(self, country: Country, rule: str, span: Span | None = None) -> Body:
        """A country as the body, resting on the words of `span` or on those that make it one of the page's pair."""
        entity = self.brief.lexicon.country_of_iso[country.iso].entity_id
        return Body(entity, self.brief.chars(span or country.span), rule)

    def other(self, body: Body) -> Country | None:
        """The country of the pair that a body is not; None where the body is none of the two."""
        ids = [self.brief.lexicon.country_of_iso[side.iso].entity_id for side in self.pair]
        return self.pair[1 - ids.index(body.entity)] if len(ids) == 2 and body.entity in ids else None

    def of_same_person(self, holding: Holding) -> Body | None:
        """The same person's office elsewhere: Roe, the President of Chile … Roe, as Minister of Mines."""
        for other in self.holdings:
            if other.person == holding.person and other.body and not other.body.rule:
                return Body(other.body.entity, other.body.words, "body-of-same-person")
        return None

    def of_label(self, holding: Holding) -> Body | None:
        """The office of a label among the facts of a country is of the country that the page is about."""
        if not holding.label or holding.office in _NOT_OF_STATE or holding.office in _ENVOYS:
            return None
        return self.body(self.brief.pair.partner, "office-in-facts-of-page") if self.brief.pair.partner else None

    def of_state(self, holding: Holding) -> Body | None:
        """The one country of the pair that has such an office: a President, where the other has none."""
        office, known = _DEPUTY.sub("", holding.office), _offices_of_state()
        if holding.title != holding.office or len(self.pair) < 2 or not all(side.iso in known for side in self.pair):
            return None
        having = [side for side in self.pair if office in known[side.iso]]
        return self.body(having[0], "only-one-has-the-office") if len(having) == 1 else None

    def of_visitor(self, holding: Holding) -> Body | None:
        """Who visits one country of the pair is of the other."""
        phrases = self.brief.phrases
        goals = [self._towards(holding.first), *(self._from(at, holding.person) for at in self.named[holding.person])]
        for at in filter(None, goals):
            entity = phrases.names[at].entity
            home = entity and self.brief.pair.other(entity.iso3166_1 or entity.country)
            if home:
                return self.body(home, "visitor-of-the-other", phrases.tokens(at, at + 1))
        return None

    def _from(self, person: int, who: str) -> int | None:
        """The first place that a person goes to after being named, in the same sentence."""
        phrases, moving = self.brief.phrases, False
        for at in range(person + 1, min(person + _REACH, len(phrases.classes))):
            klass = phrases.classes[at]
            if klass == BOUNDARY or (klass == _PERSON and self.brief.resolver.entity_id(phrases.names[at]) != who):
                return None
            moving = moving or self.words[at] in MOVES
            if moving and klass in _PLACES and at in phrases.names and self.words[at - 1] in TOWARDS:
                return None if self.words[at - 1] == "in" and self._hosting(person, at) else at
        return None

    def _hosting(self, first: int, last: int) -> bool:
        """Is it someone else who came: "hosted" without "was" before it?"""
        words = self.words[first:last]
        return any(word in RECEIVING and words[at - 1] not in ("was", "were", "been") for at, word in enumerate(words))

    def _towards(self, first: int) -> int | None:
        """The place in "a visit to Lima and Cusco by the Minister", looked for from the title backwards."""
        phrases = self.brief.phrases
        at = first - 1 - (self.words[first - 1] in ("the", "then"))
        if self.words[at] not in ("by", "of"):
            return None
        place = None
        while at > 0 and (phrases.classes[at - 1] in _PLACES or self.words[at - 1] in ("and", ",", "to")):
            at -= 1
            place = at if phrases.classes[at] in _PLACES and at in phrases.names else place
        return place if place and self.words[at - 1] in VISITS else None

    def of_meeting(self, holding: Holding) -> Body | None:
        """Who meets an office holder of one country of the pair is of the other; who comes along, of the same."""
        classes = self.brief.phrases.classes
        for met in self.holdings:
            if met.person == holding.person or met.body is None or met.order:
                continue
            first, last = sorted((met.at, holding.at))
            if BOUNDARY in classes[first:last]:
                continue
            between = self.words[first:last]
            after = self.words[last + 1 : last + 3]
            beside = between[::-1].index(_TOGETHER) if _TOGETHER in between else 0  # words after "accompanied"
            along = bool(beside) and RECEIVING.isdisjoint(between[-beside:])
            if along or ("and" in between and JOURNEYS.intersection(after)):
                return Body(met.body.entity, met.body.words, "body-of-companion")
            home = self.other(met.body)
            if home and (MEETINGS.intersection(between + after) or self._sign(met, holding)):
                return self.body(home, "other-than-whom-they-meet")
        return None

    def _sign(self, one: Holding, other: Holding) -> bool:
        """Do two sign together, as in "signed by Ambassador Ann Lee and Defence Minister Igor Kos"?"""
        first, last = min(one.first, other.first), max(one.first, other.first)
        by = self.words[first - 1] == "by" and "signed" in self.words[max(first - _REACH, 0) : first]
        return by and self.words[last - 1] == "and" and "," not in self.words[first:last]

    def of_link(self, holding: Holding) -> Body | None:
        """His foreign minister is of his country, his counterpart of the other one."""
        if holding.like and holding.like.body:
            return Body(holding.like.body.entity, holding.like.body.words, "body-of-person-before")
        if holding.unlike and holding.unlike.body and (home := self.other(holding.unlike.body)):
            return self.body(home, "counterpart-of-the-other")
        return None

    def of_order(self, holding: Holding) -> Body | None:
        """Two holders of one office: the publishing country's comes first."""
        if not holding.order or len(self.pair) < 2:
            return None
        return self.body(self.pair[holding.order - 1], "holders-in-order-of-page")

    def of_publisher(self, holding: Holding) -> Body | None:
        """An office of state without a country is the publishing country's, unless its holder meets one of those."""
        publisher = self.brief.pair.reporter
        if publisher is None or holding.office in _NOT_OF_STATE:
            return None
        return self.of_meeting(holding) or self.body(publisher, "office-of-publisher")


def conclude_bodies(brief: Brief, holdings: list[Holding]) -> None:
    """Give each holding without a body the one that a rule concludes, if any does: one for all places of an office."""
    concluder = _Concluder(brief, holdings)
    for rule in (
        concluder.of_same_person, concluder.of_label, concluder.of_state, concluder.of_visitor, concluder.of_link,
        concluder.of_meeting, concluder.of_order, concluder.of_publisher,
    ):  # fmt: skip
        for holding in holdings:
            if holding.body is None:
                holding.body = rule(holding)
        known = {(holding.person, holding.title): holding.body for holding in reversed(holdings) if holding.body}
        for holding in holdings:
            holding.body = holding.body or known.get((holding.person, holding.title))
