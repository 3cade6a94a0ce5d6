"""What a page says of itself: its title, publisher, own date, language, and the two countries it is about."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain

from .document import Document, view_of
from .edtf import interval
from .layout import Unit
from .lexicon import Entity, Lexicon
from .measures import Country, Pair, iso_of
from .name import Name
from .patterns import class_of
from .tokens import Tokens, tokenise


class Refused(Exception):
    """A document that cannot be read; the message says why."""


class NotABrief(Refused):
    """A text with nothing wrong that is no brief to read; `reason` is the kind of reason, one of a few to count by."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(reason, message)  # both, so that it can be sent from one process to another
        self.reason, self.message = reason, message

    def __str__(self) -> str:
        return self.message


# The commonest little words of a language; the one with most of them in the text is its language.
_LITTLE_WORDS = {
    "en": frozenset(["the", "of", "and", "to", "in", "is", "are", "was", "has", "with", "for", "by", "its"]),
    "fr": frozenset(["le", "la", "les", "des", "du", "et", "est", "dans", "une", "pour", "sur", "avec", "par"]),
    "es": frozenset(["el", "los", "las", "del", "es", "en", "una", "para", "con", "por", "que"]),
    "de": frozenset(["der", "die", "das", "und", "ist", "mit", "von", "den", "des", "im", "zu", "ein"]),
    "pt": frozenset(["os", "as", "do", "da", "dos", "em", "uma", "para", "com", "por", "que"]),
}
_LANGUAGES_OF = {
    word: tuple(language for language, little in _LITTLE_WORDS.items() if word in little)
    for word in frozenset().union(*_LITTLE_WORDS.values())
}
_BODY = class_of("BODY")
_TRAIL = frozenset((">", "»", "|", "→", "›"))  # between the crumbs of a trail
_SAMPLE = 2000  # characters that a language is judged by
_ENOUGH = 4  # little words that it takes to be sure of a language other than English
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_PAGE_DATE = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d\d)(?:-(?P<day>\d\d))?"
    rf"|(?:(?P<day1>\d{{1,2}}) )?(?P<name>{'|'.join(_MONTHS)}) (?:(?P<day2>\d{{1,2}}),? |, )?(?P<year2>\d{{4}})"
    r"|(?P<day3>\d{1,2})[./](?P<month3>\d{1,2})[./](?P<year3>\d{4})"
)
_COPYRIGHT = re.compile(r"© ?((?:19|20)\d\d)\b")


def language_of(view: str) -> str:
    """The language of a text (BCP 47) by its little words.

    Raises NotABrief for one that is not supported.
    """
    words = view[:_SAMPLE].lower().split()
    counts = Counter(chain.from_iterable([_LANGUAGES_OF[word] for word in words if word in _LANGUAGES_OF]))
    language = max(_LITTLE_WORDS, key=lambda name: counts[name])
    if language != "en" and counts[language] >= _ENOUGH and counts[language] > 2 * counts["en"]:
        raise NotABrief("another language", f"language {language} is not supported yet")
    return "en"


def page_date(document: Document, units: list[Unit]) -> str:
    """The date that the page gives itself: that of its last date line with one, else the year of its copyright."""
    found = copyright_year = ""
    for unit in units:
        if unit.kind == "notice":
            year = _COPYRIGHT.search(document.view, unit.start, unit.end)
            copyright_year = year[1] if year else copyright_year
        match = _PAGE_DATE.search(document.view, unit.start, unit.end) if unit.kind == "dateline" else None
        if match:
            date = _date(match)
            try:
                interval(date)
            except ValueError:
                continue
            found = date
    return found or copyright_year


def _date(match: re.Match[str]) -> str:
    """The EDTF date of a date line."""
    if match["year3"]:
        return f"{match['year3']}-{int(match['month3']):02}-{int(match['day3']):02}"
    if match["year"]:
        return "-".join(filter(None, (match["year"], match["month"], match["day"])))
    day = match["day1"] or match["day2"]
    return f"{match['year2']}-{_MONTHS.index(match['name']) + 1:02}" + (f"-{int(day):02}" if day else "")


def title_of(document: Document, units: list[Unit]) -> tuple[int, str]:
    """The number of the unit that is the title, and its text; (-1, "") for a page without one."""
    for number, unit in enumerate(units):
        if unit.kind == "heading":
            return number, " ".join(document.text[unit.start : unit.end].split())
    return -1, ""


def pair_of(tokens: Tokens, names: list[Name], units: list[Unit], title: int, publisher: str, lexicon: Lexicon) -> Pair:
    """The publishing country and its partner.

    The pair are the countries that the title names, and where it names fewer than two, those named most. The
    publisher is the country that `publisher` names, which is known from outside the page, or that the banner names
    first, alone or in the name of an office, if it is one of the pair or, where the title names one country alone,
    is named in the text; failing that, the first of the pair.
    """
    banner: list[Country] = []
    titled: list[Country] = []
    everywhere: dict[str, list[Country]] = {}
    after_trail = _after_trail(tokens, title)
    for name in names:
        unit = tokens.units[name.first]
        iso, span = iso_of(name), (name.first, name.last)
        if iso and units[unit].kind != "navigation":
            everywhere.setdefault(iso, []).append(Country(iso, span))
        if unit == title:
            if iso and name.first >= after_trail:
                titled.append(Country(iso, span))
            elif not iso:
                banner.extend(_inside(tokens, name, lexicon))
        elif units[unit].kind == "banner":
            banner.extend([Country(iso, span)] if iso else _inside(tokens, name, lexicon))
    often = sorted(everywhere.values(), key=lambda mentions: -len(mentions))
    pair = _distinct([*titled, *(mentions[0] for mentions in often)])[:2]
    alone = len(_distinct(titled)) == 1  # the title names the partner
    known = everywhere if alone else {country.iso for country in pair}
    given = [everywhere[iso][0] for iso in _countries_of(publisher, lexicon) if iso in everywhere]
    publishing = next((country for country in (*given, *banner) if country.iso in known), None)
    if publishing is None and banner and (not pair or (alone and len(pair) < 2)):
        publishing = banner[0]
    reporter = publishing or (pair[0] if pair else None)
    partner = next((country for country in pair if reporter and country.iso != reporter.iso), None)
    profiled = partner if alone and partner and partner.iso == titled[0].iso else None
    return Pair(reporter, partner, profiled)


def _countries_of(publisher: str, lexicon: Lexicon) -> list[str]:
    """The countries that the name of a publisher names, as codes of ISO 3166-1: Global Affairs Canada."""
    if not publisher:
        return []
    tokens = tokenise(view_of(publisher), [(0, len(publisher))])
    return [country.iso for country in _inside(tokens, Name(0, len(tokens.words), "organisation", "name"), lexicon)]


def _after_trail(tokens: Tokens, title: int) -> int:
    """The first token of a title behind the trail of crumbs that a page may run on from: Home > Norway > ...."""
    if title < 0:
        return 0
    first, last = tokens.span_of(title)
    return max((at + 1 for at in range(first, last) if tokens.classes[at] in _TRAIL), default=first)


def _distinct(countries: list[Country]) -> list[Country]:
    seen: dict[str, Country] = {}
    for country in countries:
        seen.setdefault(country.iso, country)
    return list(seen.values())


def _inside(tokens: Tokens, name: Name, lexicon: Lexicon) -> list[Country]:
    """The countries named inside a longer name: Government of Canada."""
    found = []
    for at in range(name.first, name.last):
        value = tokens.entries[at].value
        iso = getattr(value, "iso3166_1", "") or getattr(value, "country", "")
        if iso:
            found.append(Country(iso, (at, at + 1)))
        elif tokens.classes[at] == _BODY:
            words = tokens.words[at].split()
            found += [Country(entity.iso3166_1, (at, at + 1)) for word in words if (entity := _country(word, lexicon))]
    return found


def _country(word: str, lexicon: Lexicon) -> Entity | None:
    head = lexicon.heads.get(word)
    entity = head.alone.value if head and head.alone else None
    return entity if getattr(entity, "kind", "") == "country" else None
