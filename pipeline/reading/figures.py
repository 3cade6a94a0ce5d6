"""Figures: every quantity with what it measures, whose it is, and when, decided within its sentence."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from .brief import Brief
from .dates import When
from .figure_dates import Dating
from .figure_sentences import Sentences
from .governing import Governing
from .measure_words import OF_ONE_COUNTRY, Measures
from .measures import Country, Span
from .patterns import class_of
from .quantities import Quantity
from .rank_scope import ranked, scope_of
from .statistic import change, has_grown, statistic_of_money
from .tokens import Tokens

_OF_ECONOMY = re.compile(r"\b(?:growth|econom\w+)\b", re.IGNORECASE)  # else a country has to be what grew
_POPULATION = re.compile(r"\b(?:population|home\b.*\bto|inhabitants)\b", re.IGNORECASE)
_WITH = re.compile(r"(?<!compared )\bwith$", re.IGNORECASE)  # a country with 30 million people
_MANY = 10_000  # as many people as a country has at least: "met with 30 people" is no population
_LIVING = (["live", "in"], ["living", "in"], ["reside", "in"])
_COUNTRY = class_of("COUNTRY")
_CLAUSE = 60  # characters before a percentage that say whether something grew


class Figure(NamedTuple):
    """A quantity with all that the sentence says of it; spans are token spans, countries carry their own."""

    quantity: Quantity
    measure: str
    measure_span: Span | None
    measure_rule: str
    statistic: str
    subject_span: Span | None
    reporter: Country | None
    partner: Country | None
    scope_span: Span | None
    when: When | None
    value: Decimal


class _Reader:
    def __init__(self, brief: Brief) -> None:
        self.tokens, self.view, self.lexicon, self.measures = (
            brief.tokens,
            brief.document.view,
            brief.lexicon,
            brief.measures,
        )
        self.sentences = Sentences(brief)
        self.dating, self.governing = Dating(self.sentences), Governing(self.sentences, brief.measures)

    def read(self, quantity: Quantity) -> Figure:
        """The figure of a quantity."""
        tokens = self.tokens
        unit = tokens.units[quantity.first]
        before = self.sentences.before(unit, quantity.first)
        measured = self.governing.measured(quantity, unit)
        measure, statistic, span = "other", "level", None
        reporter: Country | None = None
        partner: Country | None = None
        subject, scope, value = quantity.noun, None, quantity.value
        when = self.dating.when(quantity, unit, measured)
        kind = quantity.kind
        if kind in ("duration", "measurement") and quantity.unit != "times":
            if kind == "duration" and when and not 0 <= when.first - quantity.last <= 2:
                when = None  # a span of time is dated only where the date is its own: "four years from 2015"
            measure, subject = (
                ("duration" if kind == "duration" else "other"),
                self.head_after(quantity) if kind == "duration" else None,
            )
            return Figure(quantity, measure, None, "", "level", subject, None, None, None, when, value)
        if kind == "count":
            lived_in = quantity.unit in ("", "person") and _POPULATION.search(before[-_CLAUSE:])
            where = self.lived_in(quantity)
            if where:
                measure, reporter, span = "population", where, quantity.noun
            elif lived_in or (quantity.unit == "person" and value >= _MANY and _WITH.search(before)):
                measure, reporter = "population", self.measures.owners.subject_or_partner(unit, quantity.first)
                span = quantity.noun or (measured.span if measured and measured.measure == "population" else None)
            else:
                measure, span = "count", quantity.noun
        elif measured:
            measure, span, reporter, partner = measured.measure, measured.span, measured.reporter, measured.partner
            if measure in OF_ONE_COUNTRY:
                reporter = reporter or self.measures.owners.subject_or_partner(unit, quantity.first)
            subject = span
        if measured is None and kind == "percentage" and has_grown(before[-_CLAUSE:]):
            counted = any("," in word[1:-1] for word in before.split() if word[0].isdecimal())
            country = any(
                self.tokens.classes[at] == _COUNTRY for at in range(max(0, quantity.first - 4), quantity.first)
            )
            if not counted and (
                country or _OF_ECONOMY.search(before)
            ):  # "Growth averaged 4.6 per cent", "Colombia grew by 3.1%": of the economy
                measure, reporter = "gdp", self.measures.owners.subject_or_partner(unit, quantity.first)
        if kind == "percentage" or quantity.unit == "times":
            clause = before[-_CLAUSE:]
            grew = change(clause, self.view, tokens.ends[quantity.last - 1])
            statistic = "growth" if grew or quantity.unit == "times" else "share"
            if statistic == "growth":
                value = -value if grew < 0 < value else value
                told = when or self.dating.carried(unit, measured)
                when = self.dating.between_years(quantity, unit, told) or when
        elif kind == "rank":
            statistic, scope = "rank", scope_of(tokens, quantity.last)
            if quantity.unit_span and "populous" in self.tokens.lower[quantity.unit_span[1] - 1]:
                measure, span = "population", quantity.unit_span
                reporter, partner = self.measures.owners.subject_or_partner(unit, quantity.first), None
            subject = ranked(tokens, quantity, self.lexicon.function_words) or subject
        elif kind == "money":
            statistic = statistic_of_money(before, before[-_CLAUSE:])
            if statistic == "balance":
                measure, span = "trade", None
        if statistic in ("share", "rank") and reporter and partner and partner.rule == "pair-of-page":
            other = self.measures.owners.ranking(quantity.first)  # China accounts for 9 per cent of Peru's trade
            partner = other if other and other.iso != reporter.iso else partner
        rule = measured.rule if measured and span == measured.span else ""
        return Figure(quantity, measure, span, rule, statistic, subject, reporter, partner, scope, when, value)

    def lived_in(self, quantity: Quantity) -> Country | None:
        """The country that so many people live in, where it is said right after: 3 million people live in Norway."""
        at = quantity.last
        if quantity.noun and quantity.noun[1] - quantity.noun[0] > 1:
            return None  # so many people of a kind
        if quantity.unit != "person" or self.tokens.lower[at : at + 2] not in _LIVING:
            return None
        return self.measures.country_at(at + 2 + (self.tokens.lower[at + 2] == "the"))

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
    figures = [reader.read(quantity) for quantity in brief.quantities]
    if "respectively" in brief.document.view.lower():
        return _respectively(figures, brief.tokens, brief.measures)
    return figures


def _respectively(figures: list[Figure], tokens: Tokens, measures: Measures) -> list[Figure]:
    """ "exports and imports stood at A and B respectively": each figure gets the measure in its place."""
    result = list(figures)
    for at, word in enumerate(tokens.words):
        if word.lower() != "respectively":
            continue
        unit = tokens.units[at]
        mine = [
            number
            for number, figure in enumerate(result)
            if tokens.units[figure.quantity.first] == unit and figure.quantity.kind == "money"
        ]
        said = measures.by_unit.get(unit, [])
        if len(mine) == len(said):
            for number, one in zip(mine, said, strict=True):
                result[number] = result[number]._replace(
                    measure=one.measure,
                    measure_span=one.span,
                    subject_span=one.span,
                    reporter=one.reporter,
                    partner=one.partner,
                )
    return result
