"""Figures: every quantity with what it measures, whose it is, and when, decided within its sentence."""

from __future__ import annotations

import re
from typing import NamedTuple

from .brief import Brief
from .change_dates import is_level
from .figure import Figure
from .figure_dates import Dating
from .figure_sentences import Sentences
from .governing import Governing
from .growth_years import growth_years
from .measure_words import OF_ONE_COUNTRY
from .measures import Country, Measured, Span
from .patterns import class_of
from .populations import MANY, is_community, is_part, is_with, population_of
from .quantities import Quantity
from .quantity import is_signed
from .rank_scope import ranked, scope_of
from .respectively import respectively
from .statistic import change, has_grown, of_trade, statistic_of_money
from .when import When

_IS = frozenset(("is", "was", "are", "were", "remains", "ranks", "became"))
_OF_ECONOMY = re.compile(r"\b(?:growth|output|econom\w+)\b", re.IGNORECASE)  # else a country has to be what grew
_POPULATION = re.compile(r"\b(?:population|pop\.|home\b.*\bto|inhabitants)(?!\w)", re.IGNORECASE)
_GROWTH_ITSELF = re.compile(r"\b(?:growth|inflation)\b", re.IGNORECASE)  # has a rate that may fall
_INDEX = re.compile(
    r"\b(?:index|ranking|doing business)(?: \([^()]*\))?:$", re.IGNORECASE
)  # labels of one country's ranks
_FAVOUR = ("favour", "favor")
_COUNTRY = class_of("COUNTRY")
_OF = ("from", "in", "into", "of", "to")  # before a country that is not what grew: arrivals from Norway rose by
_OWN_DATE = 2  # tokens from a span of time to a date of its own
_GREW = 4  # tokens from a country to how much it grew
_CLAUSE = 60  # characters before a percentage that say whether something grew


class _Place(NamedTuple):
    """Where a quantity stands: its unit, the text of it before the quantity, the end of that, and what is measured."""

    unit: int
    before: str
    clause: str
    measured: Measured | None


class _What(NamedTuple):
    """What a figure measures, the words that say so, and whose it is."""

    measure: str
    span: Span | None
    subject: Span | None
    reporter: Country | None = None
    partner: Country | None = None


class _Reader:
    def __init__(self, brief: Brief) -> None:
        self.tokens, self.view, self.lexicon = brief.tokens, brief.document.view, brief.lexicon
        self.measures, self.owners = brief.measures, brief.measures.owners
        self.sentences = Sentences(brief)
        self.dating, self.governing = Dating(self.sentences), Governing(self.sentences, brief.measures)

    def read(self, quantity: Quantity) -> Figure:
        """The figure of a quantity."""
        unit = self.tokens.units[quantity.first]
        before = self.sentences.before(unit, quantity.first)
        measured = self.governing.measured(quantity, unit)
        place = _Place(unit, before, before[-_CLAUSE:], measured)
        when = self.dating.when(quantity, unit, measured)
        if quantity.kind in ("duration", "measurement") and quantity.unit != "times":
            return self.extent(quantity, when, unit)
        what = self.counted(quantity, place) if quantity.kind == "count" else self.measured(quantity, place)
        statistic, value, scope = "level", quantity.value, None
        if quantity.kind == "percentage" or quantity.unit == "times":
            by = self.tokens.lower[quantity.first - 1] == "by"  # what grew may stand far before: i.e. by 5 per cent
            grew = change(before if by else place.clause, self.view, self.tokens.ends[quantity.last - 1])
            grew = 0 if self.is_level(quantity, before) else grew or is_signed(self.tokens, quantity)
            statistic = "growth" if grew or quantity.unit == "times" else "share"
            if statistic == "growth":
                value = -value if grew < 0 < value else value
                told = when or self.dating.carried.date(unit, measured)
                when = growth_years(self.dating, quantity, unit, told) or when
        elif quantity.kind == "rank":
            statistic, scope = "rank", scope_of(self.tokens, quantity.last)
        elif quantity.kind == "money":
            statistic = statistic_of_money(before, place.clause)
            if statistic == "balance":
                what = self.balanced(quantity, what) if of_trade(before) else _What("other", None, None)
        if statistic in ("share", "rank"):
            what = self.of_another(quantity, what)
        rule = measured.rule if measured and what.span == measured.span else ""
        return Figure(
            quantity, what.measure, what.span, rule, statistic, what.subject, what.reporter, what.partner,
            scope, when, value,
        )  # fmt: skip

    def is_level(self, quantity: Quantity, before: str) -> bool:
        """Is a percentage what a change began or ended with, and no growth: poverty fell from 30 to 20 per cent?"""
        told = quantity.kind == "percentage" and is_level(self.tokens, quantity, self.sentences.ends)
        return told and _GROWTH_ITSELF.search(before) is None

    def extent(self, quantity: Quantity, when: When | None, unit: int) -> Figure:
        """A span of time or a size, dated only where the date is a span's own: four years from 2015."""
        duration = quantity.kind == "duration"
        if duration and when and not 0 <= when.first - quantity.last <= _OWN_DATE:
            when = None
        measure, subject = ("duration", self.head_after(quantity)) if duration else ("other", None)
        owner = None if duration else self.profiled(unit)
        return Figure(quantity, measure, None, "", "level", subject, owner, None, None, when, quantity.value)

    def balanced(self, quantity: Quantity, what: _What) -> _What:
        """The balance of trade, of the country that has it: "Trade balance: a surplus of $3 million for Norway"."""
        if not (what.measure.endswith("trade") and what.span):
            what = what._replace(measure="trade", span=None)
        lower, at = self.tokens.lower, quantity.last
        if lower[at] not in ("for", "in"):
            return what
        at += 3 if lower[at + 1] in _FAVOUR and lower[at + 2] == "of" else 1
        owner = self.measures.country_at(at)
        if owner is None or (self.owners.is_possessive(owner) and lower[at + 2] not in _FAVOUR):
            return what
        return what._replace(reporter=owner, partner=self.measures.pair.other(owner.iso))

    def profiled(self, unit: int) -> Country | None:
        """The country that the lines which open a page tell of, where the page is its profile: "Literacy: 98%"."""
        pair = self.measures.pair
        return pair.concluded(pair.profiled) if unit < self.measures.profile else None

    def counted(self, quantity: Quantity, place: _Place) -> _What:
        """A count of things, or the population of a country."""
        people, noun = quantity.unit == "person", quantity.noun
        many = people and quantity.value >= MANY
        where = population_of(self.tokens, self.owners, quantity) if people else None
        apart = is_part(self.tokens, quantity) or is_community(self.tokens, self.owners, quantity)
        told = (people or not quantity.unit) and not apart
        if not where and (
            (told and _POPULATION.search(place.clause)) or (many and is_with(self.tokens, self.owners, quantity))
        ):
            where = self.owners.subject_or_partner(quantity.first)
        if not where:
            return _What("count", noun, noun)
        said = place.measured.span if place.measured and place.measured.measure == "population" else None
        return _What("population", noun or said, noun, where)

    def measured(self, quantity: Quantity, place: _Place) -> _What:
        """What the words that govern a quantity measure, with the countries they name."""
        one = place.measured
        if quantity.kind == "rank" and one and one.measure == "population" and one.span[0] < quantity.first:
            between = self.tokens.lower[one.span[1] : quantity.first]
            if "," in between and not _IS.isdisjoint(between):
                one = None  # "Peru, a country of 30 million people, is the tenth-largest donor"
        what = _What("other", None, quantity.noun, self.profiled(place.unit))
        if one:
            alone = one.measure in OF_ONE_COUNTRY and not one.reporter
            owner = self.owners.subject_or_partner(quantity.first) if alone else one.reporter
            what = _What(one.measure, one.span, one.span, owner, one.partner)
        elif quantity.kind == "percentage" and self.is_of_economy(quantity, place):
            what = what._replace(measure="gdp", reporter=self.owners.subject_or_partner(quantity.first))
        if quantity.kind == "rank" and not one and not what.reporter:
            what = what._replace(reporter=self.of_index(quantity, place))
        if quantity.kind == "rank":
            what = what._replace(subject=ranked(self.tokens, quantity, self.lexicon.function_words) or what.subject)
            if quantity.unit_span and "populous" in self.tokens.lower[quantity.unit_span[1] - 1]:
                owner = self.owners.subject_or_partner(quantity.first)
                what = _What("population", quantity.unit_span, what.subject, owner)
        return what

    def of_index(self, quantity: Quantity, place: _Place) -> Country | None:
        """The country that has a rank of its own: "Peru ranks 41st out of 190", "Human Development Index: 41st"."""
        if _INDEX.search(place.before):
            return self.owners.subject_or_partner(quantity.first)
        verb = next((at for at in range(quantity.first - 1, quantity.first - _GREW, -1) if self.is_ranking(at)), 0)
        if verb and self.tokens.lower[verb - 1] == "it":
            return self.owners.told_before(verb)
        return self.measures.doers.doer(verb) if verb else None

    def is_ranking(self, at: int) -> bool:
        """Is a word the verb of what has a rank: Peru ranks, Peru has ranked?"""
        return self.tokens.lower[at] in ("rank", "ranks", "ranked")

    def is_of_economy(self, quantity: Quantity, place: _Place) -> bool:
        """Is it an economy that grew: "Growth averaged 4.6 per cent", "Norway grew by 3.1%"? Not so many thousand."""
        if not has_grown(place.clause):
            return False
        if any("," in word[1:-1] for word in place.before.split() if word[0].isdecimal()):
            return False
        near = range(max(0, quantity.first - _GREW), quantity.first)
        grown = (at for at in near if self.tokens.classes[at] == _COUNTRY)
        return any(self.tokens.lower[at - 1] not in _OF for at in grown) or _OF_ECONOMY.search(place.before) is not None

    def of_another(self, quantity: Quantity, what: _What) -> _What:
        """A rank or a share told of another country: China accounts for 9 per cent of Peru's trade, China (9%)."""
        listed = self.measures.country_at(quantity.first - 1 - (self.tokens.classes[quantity.first - 1] == "("))
        if listed and what.reporter and what.span and self.tokens.classes[listed.span[0]] == _COUNTRY:
            return what._replace(partner=listed) if listed.iso != what.reporter.iso else what
        if not what.reporter or not what.partner or what.partner.rule != "pair-of-page":
            return what
        other = self.owners.ranking(quantity.first)
        return what._replace(partner=other) if other and other.iso != what.reporter.iso else what

    def head_after(self, quantity: Quantity) -> Span | None:
        """What a duration is of, where it stands right after: a 90-day consultation."""
        at = quantity.last
        single = (
            self.tokens.words[at - 1] == self.tokens.words[at - 1].rstrip("s")
            and "-" in self.tokens.words[quantity.first : at]
        )
        word = self.tokens.words[at]
        return (at, at + 1) if single and word.islower() and word not in self.lexicon.function_words else None


def read_figures(brief: Brief) -> list[Figure]:
    """The figures of a brief, one for each quantity, in order."""
    reader = _Reader(brief)
    return respectively([reader.read(quantity) for quantity in brief.quantities], brief)
