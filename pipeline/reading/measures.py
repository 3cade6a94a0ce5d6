"""What a figure measures and whose it is: words for trade, investment, aid and economies, and the countries by them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from .name import Name
from .patterns import BOUNDARY, class_of
from .tokens import Tokens

_MEASURE, _TRADEVERB = class_of("MEASURE"), class_of("TRADEVERB")
_COUNTRY, _DEMONYM = class_of("COUNTRY"), class_of("DEMONYM")
_TELLING = re.compile(f"[{_MEASURE}{_TRADEVERB}]")
_BREAKS = {"\n", ";", ".", ":"}
_OWNED = 5  # tokens between a country and what it owns: Canada's second largest export market
_INVESTORS = ("investor", "investors", "capital", "source of investment")
_PREPOSITIONS = frozenset(("to", "from", "in", "into", "with", "between", "of", "by", "for"))

Span = tuple[int, int]


class Country(NamedTuple):
    """A country with the tokens that name it, or with the rule that concludes it from them."""

    iso: str
    span: Span
    rule: str = ""


class Pair(NamedTuple):
    """The two countries a page is about, each with the tokens of the page that say so."""

    reporter: Country | None
    partner: Country | None

    def other(self, iso: str) -> Country | None:
        """The one of the pair that `iso` is not, as a conclusion; None where `iso` is of no pair."""
        for one, another in ((self.reporter, self.partner), (self.partner, self.reporter)):
            if one and another and one.iso == iso:
                return Country(another.iso, another.span, "pair-of-page")
        return None

    def concluded(self, country: Country | None) -> Country | None:
        """A country of the pair where the sentence names none."""
        return Country(country.iso, country.span, "pair-of-page") if country else None


@dataclass(frozen=True)
class Measured:
    """What is measured: the measure of the closed list, the tokens that say so, and the countries they name."""

    measure: str
    span: Span
    reporter: Country | None
    partner: Country | None
    rule: str = ""  # the rule that carries it to a sentence that does not say it


class Measures:
    """Finds, for one text, all words that say what is measured, by unit."""

    def __init__(self, tokens: Tokens, names: list[Name], pair: Pair) -> None:
        self.tokens, self.pair = tokens, pair
        self.countries = {at: iso for name in names if (iso := iso_of(name)) for at in range(name.first, name.last)}
        inside_names = {at for name in names for at in range(name.first, name.last)}
        self.by_unit: dict[int, list[Measured]] = {}
        for match in _TELLING.finditer(tokens.classes):
            at = match.start()
            if at not in inside_names:
                self.by_unit.setdefault(tokens.units[at], []).append(self._measured(at))

    def country_at(self, at: int) -> Country | None:
        """The country that the token names, alone or as a demonym."""
        iso = self.countries.get(at)
        return Country(iso, (at, at + 1)) if iso else None

    def _owner(self, at: int) -> Country | None:
        """The country before: Canadian exports, Peru's merchandise exports."""
        for position in range(at - 1, max(at - 1 - _OWNED, -1), -1):
            word, klass = self.tokens.words[position], self.tokens.classes[position]
            country = self.country_at(position)
            if country:
                possessive = self.tokens.words[position + 1] in ("'s", "'")
                adjective = klass == _DEMONYM or position == at - 1
                return country if possessive or adjective else None
            if klass in _BREAKS or klass in ",()" or word.lower() in _PREPOSITIONS:
                return None
        return None

    def _around(self, at: int) -> dict[str, Country]:
        """The countries after, by preposition: exports from Canada to Peru."""
        found: dict[str, Country] = {}
        position = at + 1
        limit = at + 14
        preposition = ""
        words, classes = self.tokens.words, self.tokens.classes
        while position < min(limit, len(words)) and classes[position] not in _BREAKS:
            word, klass = words[position].lower(), classes[position]
            if (klass in (_MEASURE, ",") and found) or klass == _MEASURE:
                break
            country = self.country_at(position)
            if country and preposition and klass != _DEMONYM:
                found.setdefault(preposition, country)
                preposition = ""
            elif word in _PREPOSITIONS:
                preposition = word
            elif word not in ("the", "both"):
                preposition = ""
            position += 1
        return found

    def _subject(self, at: int) -> Country | None:
        """The last country before in the sentence that is no object of a preposition: Canada exported …"""
        for position in range(at - 1, -1, -1):
            if self.tokens.classes[position] == BOUNDARY:
                return None
            country = self.country_at(position)
            if country and self.tokens.lower[position - 1] not in _PREPOSITIONS:
                return Country(country.iso, country.span, "subject-of-sentence")
        return None

    def _measured(self, at: int) -> Measured:
        measure = str(self.tokens.entries[at].value)
        word, span = self.tokens.lower[at], (at, at + 1)
        owner, around = self._owner(at), self._around(at)
        if measure in ("gdp", "population"):
            return Measured(measure, span, owner or around.get("of") or around.get("in"), None)
        if measure.endswith("exports"):
            reporter, partner = owner or around.get("from"), around.get("to")
        elif measure.endswith("imports"):
            reporter, partner = owner or around.get("into") or around.get("to"), around.get("from")
        elif measure.endswith("trade"):
            reporter, partner = owner, around.get("with")
        elif measure == "direct_investment":
            reporter, partner = owner, around.get("in")
            if owner is None and word.endswith(_INVESTORS):
                reporter = self._subject(at)  # Canada ranks as the third-largest investor in Chile
            elif owner is None and partner is not None and word.startswith("foreign"):
                return Measured("inward_direct_investment", span, partner, None)
        else:
            reporter = owner or around.get("by") or around.get("from")
            partner = around.get("to") or around.get("in") or around.get("for")
            if reporter and partner is None and self.pair.partner and reporter.iso == self.pair.partner.iso:
                reporter, partner = None, reporter  # aid to Ghana told as Ghana's: the giver is the other one
        if self.tokens.classes[at] == _TRADEVERB and reporter is None:
            reporter = self._subject(at)
        reporter, partner = self._completed(reporter, partner)
        if measure == "direct_investment" and reporter:
            measure = "outward_direct_investment"
        return Measured(measure, span, reporter, partner)

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


def iso_of(name: Name) -> str:
    """The ISO 3166-1 code of a name that is a country (or the European Union), else empty."""
    return name.entity.iso3166_1 if name.entity else ""


def subject_country(measures: Measures, unit: int, before: int) -> Country | None:
    """Whose an economy or a population is: the first country named before in its sentence, else the partner."""
    tokens = measures.tokens
    found = None
    for at in range(before - 1, -1, -1):
        if tokens.units[at] != unit:
            break
        country = measures.country_at(at)
        if country and tokens.classes[at] == _COUNTRY:
            found = Country(country.iso, country.span, "subject-of-sentence")
    return found or measures.pair.concluded(measures.pair.partner)
