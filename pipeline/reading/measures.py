"""What is measured and whose it is: the two countries of a page, and a measure with the countries that it names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from .name import Name

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
    profiled: Country | None = None  # the partner, where the title names it alone: the page is its profile

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


def iso_of(name: Name) -> str:
    """The ISO 3166-1 code of a name that is a country (or the European Union), else empty."""
    return name.entity.iso3166_1 if name.entity else ""
