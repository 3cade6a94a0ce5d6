"""Figures: every quantity with what it measures, whose it is, and when, decided within its sentence."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from .brief import Brief
from .measures import Country, Measured, Measures, Span, subject_country
from .patterns import class_of
from .quantities import Quantity
from .tokens import Tokens
from .when import When

_GROWTH = re.compile(
    r"\b(?:grew|grow|grown|growth|growing|increase[ds]?|increasing|rose|risen|rise|expanded|expand|climbed|fell|fallen|fall|declined?|slipped|dropped|decreased?|"
    r"shrank|contracted|slumped|up|down|averaged|doubled|tripled|jumped|surged)\b"
)
_FALL = re.compile(
    r"\b(?:fell|fallen|fall of|declined?|slipped|dropped|decreased?|shrank|contracted|slumped|down(?! from))\b[^;,]*$"
)
_GREW_AFTER = re.compile(r"\s*(?:more|higher|growth|increase|rise)\b")
_FELL_AFTER = re.compile(r"\s*(?:lower|fewer|less|decrease|decline|fall|drop|reduction)\b")
_SHARE = re.compile(
    r"\b(?:account(?:s|ed|ing)? for|ma[dk]e?s? up|making up|represent(?:s|ed|ing)?|compris\w+)\W+(?:\w+\W+){0,2}$"
)
_OF_ECONOMY = re.compile(r"\b(?:growth|econom\w+)\b", re.IGNORECASE)  # else a country has to be what grew
_TARGET = re.compile(r"\b(?:target|goal|aim(?:s|ed|ing)?|objective) (?:of|to)\b[^;,]*$")
_COMPARED = frozenset(("over", "from", "on"))  # after a change, before the date that it is compared with
_BALANCE = re.compile(r"\b(?:deficit|surplus|balance)\b")
_POPULATION = re.compile(r"\b(?:population|home\b.*\bto|inhabitants)\b", re.IGNORECASE)
_SEPARATORS = frozenset((",", ";", "and", "while", ":"))
_MARKS = frozenset(",;:()")
_APART, _MEASURE, _COUNTRY, _PERCENT = map(class_of, ("SIGN", "MEASURE", "COUNTRY", "PERCENT"))
_BESIDE = 4  # tokens from a date in brackets to the amount beside it
_CLAUSE = 60  # characters before a percentage that say whether something grew
_REGIONS = {class_of(name) for name in ("REGION", "COUNTRY", "PLACE", "BODY", "REGIONAL")}


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
        self.kinds = [unit.kind for unit in brief.units]
        self.spans = [(unit.start, unit.end) for unit in brief.units]
        self.paragraphs = [unit.paragraph for unit in brief.units]
        self.dates: dict[int, list[When]] = {}
        for when in brief.dates:
            self.dates.setdefault(self.tokens.units[when.first], []).append(when)

    def before(self, unit: int, at: int) -> str:
        """The view of a unit up to a token."""
        return self.view[self.spans[unit][0] : self.tokens.starts[at]].rstrip()

    def text_of(self, unit: int) -> str:
        """The view of a unit."""
        return self.view[self.spans[unit][0] : self.spans[unit][1]]

    def when(self, quantity: Quantity, unit: int, measured: Measured | None) -> When | None:
        """The date of a quantity: right after it, else the last before it in the sentence, else the first after."""
        dates = [when for when in self.dates.get(unit, []) if not self.is_compared(when)]
        tokens = self.tokens
        apart = _APART if quantity.kind == "rank" else _APART + _MEASURE
        for when in dates:
            if quantity.last <= when.first <= quantity.last + 8:
                between = zip(
                    tokens.words[quantity.last : when.first], tokens.classes[quantity.last : when.first], strict=True
                )
                if not any(word in _SEPARATORS or klass in apart for word, klass in between):
                    return when
        dates = [when for when in dates if not self.in_brackets(when) or 0 <= quantity.first - when.last <= _BESIDE]
        before = [when for when in dates if when.last <= quantity.first]
        if before:
            return before[-1]
        if dates and quantity.kind != "rank" and self.reaches(quantity, dates[0], len(dates)):
            return dates[0]
        if dates or quantity.kind != "money":
            return None
        return self.told_again(quantity, unit) or (None if self.is_from(quantity) else self.carried(unit, measured))

    def reaches(self, quantity: Quantity, when: When, dates: int) -> bool:
        """Can a date further on be that of a quantity? Not across a new clause or the other side of a comparison."""
        between = [word.lower() for word in self.tokens.words[quantity.last : when.first]]
        if quantity.kind not in ("money", "percentage"):
            return dates == 1 and "," not in between
        clause = any(one == "," and other == "and" for one, other in pairwise(between))
        return not clause and not {"from", "than", "against", "compared"}.intersection(between)

    def is_compared(self, when: When) -> bool:
        """Is this the date that a quantity is compared with: 5 per cent over 2010, compared with 2009?"""
        words = self.tokens.words
        before, earlier = words[when.first - 1].lower(), words[when.first - 2].lower()
        changed = self.tokens.classes[when.first - 2] == _PERCENT or earlier in ("up", "down")
        return before in ("than", "against", "versus") or earlier == "compared" or (changed and before in _COMPARED)

    def in_brackets(self, when: When) -> bool:
        """Does the date open a bracket, so that it belongs to what stands beside it only?"""
        return self.tokens.words[when.first - 1] == "("

    def told_again(self, quantity: Quantity, unit: int) -> When | None:
        """A date of comparison, for the amount told for it: "over 2016, when it was $3 million", "up 26% from $87"."""
        for when in self.dates.get(unit, []):
            if 0 <= quantity.first - when.last <= 8 and "when" in self.tokens.words[when.last : quantity.first]:
                return when
            if self.is_from(quantity) and self.is_compared(when):
                return when
        return None

    def is_from(self, quantity: Quantity) -> bool:
        """Is this the amount that a change began with: up 26 per cent from $87 million?"""
        return self.tokens.lower[quantity.first - 1] == "from"

    def carried(self, unit: int, measured: Measured | None) -> When | None:
        """The date of the sentence before, for an amount in a sentence without one, as in "Of that, exports were …".

        Flows of trade are told year by year, so theirs is carried through the paragraph.
        """
        far = measured is not None and measured.measure.endswith(("trade", "exports", "imports"))
        before = self.opener(unit)
        while before is not None:
            dates = [
                when for when in self.dates.get(before, []) if not (self.in_brackets(when) or self.is_compared(when))
            ]
            if dates:
                return replace(dates[-1], rule="date-of-sentence-before")
            before = self.opener(before) if far else None
        return None

    def between_years(self, quantity: Quantity, unit: int, when: When | None) -> When | None:
        """The interval that a growth covers, where the year it is compared with follows: up 12 per cent from 2013."""
        for compared in self.dates.get(unit, []):
            near = quantity.last <= compared.first <= quantity.last + 4
            if (
                when
                and near
                and self.is_compared(compared)
                and compared.date < when.date
                and len(compared.date) == 4 == len(when.date)
            ):
                interval = f"{compared.date}/{when.date}"
                return replace(compared, date=interval, date_to=when.date_to, rule="growth-between-years")
        return None

    def opener(self, unit: int) -> int | None:
        """The sentence that a sentence or a list item continues: the one before, or the one that opens the list."""
        if self.kinds[unit] != "list_item":
            return unit - 1 if unit and self.paragraphs[unit - 1] == self.paragraphs[unit] else None
        before = unit - 1
        while before > 0 and self.kinds[before] == "list_item":
            before -= 1
        return before if self.kinds[before] == "sentence" and self.text_of(before).endswith(":") else None

    def measured(self, quantity: Quantity, unit: int) -> Measured | None:
        """What a quantity measures: said right after it, else last before it, else first after, in its sentence."""
        found = self.measures.by_unit.get(unit, [])
        for one in found:
            if 0 <= one.span[0] - quantity.last <= 4:
                between = [word.lower() for word in self.tokens.words[quantity.last : one.span[0]]]
                if between and between[0] in ("in", "of", "worth", "for") and not _MARKS.intersection(between):
                    return one
        if quantity.kind == "rank":
            after = [one for one in found if 0 <= one.span[0] - quantity.last <= 7]
            if after:
                return after[0]
        before = [one for one in found if one.span[1] <= quantity.first]
        if before:
            return before[-1]
        after = [one for one in found if one.span[0] >= quantity.last]
        if after:
            return after[0]
        return self.carried_measure(unit) if quantity.kind == "money" else None

    def carried_measure(self, unit: int) -> Measured | None:
        """What the sentence before, the opener of a list or the heading measures: "Assistance" above amounts."""
        kind, paragraph = self.kinds[unit], self.paragraphs[unit]
        for before in range(unit - 1, -1, -1):
            opens_list = kind == "list_item" and self.kinds[before] == "sentence"
            heading = self.kinds[before] == "heading"
            if self.paragraphs[before] == paragraph or opens_list or heading:
                found = self.measures.by_unit.get(before, [])
                if found:
                    return replace(found[-1], rule="measure-of-heading" if heading else "measure-of-sentence-before")
            if heading:
                return None
        return None

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
                if tokens.classes[last] == "(" and tokens.lower[last + 1] in (
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
        before = self.before(unit, quantity.first)
        measured = self.measured(quantity, unit)
        measure, statistic, span = "other", "level", None
        reporter: Country | None = None
        partner: Country | None = None
        subject, scope, value = quantity.noun, None, quantity.value
        when = self.when(quantity, unit, measured)
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
            if lived_in or (quantity.unit == "person" and re.search(r"\bwith\s*$", before, re.IGNORECASE)):
                measure, reporter = "population", subject_country(self.measures, unit, quantity.first)
                span = quantity.noun or (measured.span if measured and measured.measure == "population" else None)
            else:
                measure, span = "count", quantity.noun
        elif measured:
            measure, span, reporter, partner = measured.measure, measured.span, measured.reporter, measured.partner
            if measure in ("gdp", "population"):
                reporter = reporter or subject_country(self.measures, unit, quantity.first)
            subject = span
        if measured is None and kind == "percentage" and _GROWTH.search(before[-_CLAUSE:]):
            counted = any("," in word[1:-1] for word in before.split() if word[0].isdecimal())
            country = any(
                self.tokens.classes[at] == _COUNTRY for at in range(max(0, quantity.first - 4), quantity.first)
            )
            if not counted and (
                country or _OF_ECONOMY.search(before)
            ):  # "Growth averaged 4.6 per cent", "Colombia grew by 3.1%": of the economy
                measure, reporter = "gdp", subject_country(self.measures, unit, quantity.first)
        if kind == "percentage" or quantity.unit == "times":
            clause = before[-_CLAUSE:]
            end = tokens.ends[quantity.last - 1]
            fell = _FELL_AFTER.match(self.view, end)
            grew = (_GROWTH.search(clause) and not _SHARE.search(clause)) or fell or _GREW_AFTER.match(self.view, end)
            statistic = "growth" if grew or quantity.unit == "times" else "share"
            if statistic == "growth":
                value = -value if (fell or _FALL.search(clause)) and value > 0 else value
                when = self.between_years(quantity, unit, when or self.carried(unit, measured)) or when
        elif kind == "rank":
            statistic, scope = "rank", self.scope(quantity.last)
            if quantity.unit_span and "populous" in self.tokens.lower[quantity.unit_span[1] - 1]:
                measure, span = "population", quantity.unit_span
                reporter, partner = subject_country(self.measures, unit, quantity.first), None
            subject = self.ranked(quantity) or subject
        elif kind == "money" and _BALANCE.search(before[-40:]):
            statistic, measure, span = "balance", "trade", None
        elif kind == "money" and _TARGET.search(before[-_CLAUSE:]):
            statistic = "target"
        rule = measured.rule if measured and span == measured.span else ""
        return Figure(quantity, measure, span, rule, statistic, subject, reporter, partner, scope, when, value)

    def ranked(self, quantity: Quantity) -> Span | None:
        """The thing ranked: "bilateral trading partner"."""
        last = quantity.last
        while self.tokens.classes[last] in "wfXgr-F" or "\ue000" <= self.tokens.classes[last] <= "\uf8ff":
            if self.tokens.lower[last] in self.lexicon.function_words:
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
