"""Figures: every quantity with what it measures, whose it is, and when, decided within its sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from .brief import Brief
from .dates import When
from .lexicon import Lexicon
from .measures import Country, Measured, Measures, Span, subject_country
from .patterns import class_of
from .quantities import Quantity
from .tokens import Tokens

_GROWTH = re.compile(
    r"\b(?:grew|grow|grown|growth|growing|increase[ds]?|increasing|rose|risen|rise|expanded|expand|climbed|fell|fallen|fall|declined?|slipped|dropped|decreased?|"
    r"shrank|contracted|slumped|up|down|averaged|doubled|tripled|jumped|surged)\b"
)
_FALL = re.compile(
    r"\b(?:fell|fallen|fall of|declined?|slipped|dropped|decreased?|shrank|contracted|slumped|down(?! from))\b[^;,]*$"
)
_GREW_AFTER = re.compile(r"\s*(?:more|higher|lower|fewer|less|growth|increase|rise)\b")
_BALANCE = re.compile(r"\b(?:deficit|surplus|balance)\b")
_POPULATION = re.compile(r"\b(?:population|home to|inhabitants)\b", re.IGNORECASE)
_MONEY_ONLY_BEFORE = 60
_REGIONS = {class_of(name) for name in ("REGION", "COUNTRY", "PLACE", "BODY", "REGIONAL")}


@dataclass(frozen=True)
class Figure:
    """A quantity with all that the sentence says of it; spans are token spans, countries carry their own."""

    quantity: Quantity
    measure: str
    measure_span: Span | None
    statistic: str
    subject_span: Span | None
    reporter: Country | None
    partner: Country | None
    scope_span: Span | None
    when: When | None
    value: Decimal


class _Reader:
    def __init__(self, tokens: Tokens, view: str, lexicon: Lexicon, measures: Measures, dates: list[When]) -> None:
        self.tokens, self.view, self.lexicon, self.measures = tokens, view, lexicon, measures
        self.dates: dict[int, list[When]] = {}
        for when in dates:
            self.dates.setdefault(tokens.units[when.first], []).append(when)

    def text(self, first: int, last: int) -> str:
        """The view between two tokens."""
        return self.view[self.tokens.starts[first] : self.tokens.ends[max(first, last - 1)]] if first < last else ""

    def unit_start(self, unit: int, at: int) -> int:
        while at > 0 and self.tokens.units[at - 1] == unit:
            at -= 1
        return at

    def when(self, quantity: Quantity, unit: int) -> When | None:
        """The date of a quantity: right after it, else the last before it in the sentence, else the first after."""
        dates = self.dates.get(unit, [])
        tokens = self.tokens
        for when in dates:
            if quantity.last <= when.first <= quantity.last + 8:
                between = tokens.words[quantity.last : when.first]
                if not any(word in (",", ";", "and", "while", ":") for word in between) and not any(
                    klass in "Cf" and word not in ("people",)
                    for klass, word in zip(tokens.classes[quantity.last : when.first], between, strict=True)
                ):
                    return when
        before = [when for when in dates if when.last <= quantity.first]
        if before:
            return before[-1]
        after = [when for when in dates if when.first >= quantity.last]
        return after[0] if after and quantity.kind in ("money", "percentage") else None

    def measured(self, quantity: Quantity, unit: int) -> Measured | None:
        """What a quantity measures: said right after it, else last before it, else first after, in its sentence."""
        found = self.measures.by_unit.get(unit, [])
        for one in found:
            if 0 <= one.span[0] - quantity.last <= 4:
                between = [word.lower() for word in self.tokens.words[quantity.last : one.span[0]]]
                if between and between[0] in ("in", "of", "worth", "for") and "," not in between:
                    return one
        if quantity.kind == "rank":
            after = [one for one in found if 0 <= one.span[0] - quantity.last <= 7]
            if after:
                return after[0]
        before = [one for one in found if one.span[1] <= quantity.first]
        if before:
            return before[-1]
        after = [one for one in found if one.span[0] >= quantity.last]
        return after[0] if after else None

    def scope(self, at: int) -> Span | None:
        """Where a rank holds: "in Latin America and the Caribbean (excluding Mexico)"."""
        tokens = self.tokens
        for position in range(at, min(at + 9, len(tokens.words) - 1)):
            if tokens.classes[position] in "\n,;":
                return None
            if tokens.words[position] in ("in", "among") and position + 1 < len(tokens.words):
                first = position + 1 + (tokens.words[position + 1] == "the")
                if tokens.classes[first] not in _REGIONS:
                    continue
                last = first + 1
                if tokens.classes[last] == "(" and tokens.words[last + 1].lower() in (
                    "excluding",
                    "except",
                    "outside",
                    "without",
                ):
                    close = tokens.classes.find(")", last, last + 12)
                    last = close + 1 if close > 0 else last
                return first, last
        return None

    def read(self, quantity: Quantity) -> Figure:
        """The figure of a quantity."""
        tokens = self.tokens
        unit = tokens.units[quantity.first]
        start = self.unit_start(unit, quantity.first)
        before = self.text(start, quantity.first)
        measured = self.measured(quantity, unit)
        measure, statistic, span = "other", "level", None
        reporter: Country | None = None
        partner: Country | None = None
        subject, scope, value = quantity.noun, None, quantity.value
        when = self.when(quantity, unit)
        kind = quantity.kind
        if kind in ("duration", "measurement") and quantity.unit != "times":
            measure, subject = (
                ("duration" if kind == "duration" else "other"),
                self.head_after(quantity) if kind == "duration" else None,
            )
            return Figure(
                quantity, measure, None, "level", subject, None, None, None, None if kind == "duration" else when, value
            )
        if kind == "count":
            lived_in = quantity.unit in ("", "person") and _POPULATION.search(before[-40:])
            if lived_in or (quantity.unit == "person" and re.search(r"\bwith\s*$", before, re.IGNORECASE)):
                measure, reporter = "population", subject_country(self.measures, self.lexicon, unit, quantity.first)
                span = quantity.noun or (measured.span if measured and measured.measure == "population" else None)
            else:
                measure, span = "count", quantity.noun
        elif measured:
            measure, span, reporter, partner = measured.measure, measured.span, measured.reporter, measured.partner
            if measure in ("gdp", "population"):
                reporter = reporter or subject_country(self.measures, self.lexicon, unit, quantity.first)
            subject = span
        if kind == "percentage" or quantity.unit == "times":
            clause = before[-_MONEY_ONLY_BEFORE:]
            grew = _GROWTH.search(clause) or _GREW_AFTER.match(self.view, tokens.ends[quantity.last - 1])
            statistic = "growth" if grew or quantity.unit == "times" else "share"
            if statistic == "growth" and _FALL.search(clause):
                value = -value
        elif kind == "rank":
            statistic, scope = "rank", self.scope(quantity.last)
            subject = self.ranked(quantity) or subject
        elif kind == "money" and _BALANCE.search(before[-40:]):
            statistic = "balance"
        return Figure(quantity, measure, span, statistic, subject, reporter, partner, scope, when, value)

    def ranked(self, quantity: Quantity) -> Span | None:
        """The thing ranked: "bilateral trading partner"."""
        last = quantity.last
        while self.tokens.classes[last] in "wfXgr-F" or "\ue000" <= self.tokens.classes[last] <= "\uf8ff":
            if self.tokens.words[last].lower() in self.lexicon.function_words:
                break
            last += 1
        return (quantity.last, last) if last > quantity.last else None

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
    reader = _Reader(brief.tokens, brief.document.view, brief.lexicon, brief.measures, brief.dates)
    figures = [reader.read(quantity) for quantity in brief.quantities]
    return _respectively(figures, brief.tokens, brief.measures)


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
                result[number] = replace(
                    result[number],
                    measure=one.measure,
                    measure_span=one.span,
                    subject_span=one.span,
                    reporter=one.reporter,
                    partner=one.partner,
                )
    return result
