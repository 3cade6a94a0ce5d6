"""The names in a text: lexicon entries and what the name rules find, the longest winning, none overlapping."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .acronyms import definitions
from .company_names import listed
from .headed_names import SHIPS, headed_names
from .name import Name
from .name_rules import PERSON_RULES, PLACE_RULES
from .patterns import class_of, classes_of, literals
from .rules import Hit
from .tokens import Tokens

_LEXICAL = re.compile(
    "[" + "".join(map(class_of, ("COUNTRY", "DEMONYM", "REGION", "REGIONAL", "PLACE", "GUARDED", "BODY"))) + "]"
)
_PLACE, _GUARDED, _BODY, _HEAD = map(class_of, ("PLACE", "GUARDED", "BODY", "HEAD"))
_COUNTRY, _CURRENCY = class_of("COUNTRY"), class_of("CURRENCY")
_ADJECTIVES = frozenset((class_of("DEMONYM"), class_of("REGIONAL")))
_DEMONYM = class_of("DEMONYM")
_NATIONAL = frozenset(("Red Cross", "Red Crescent"))  # one in each country
_OF_MONEY = frozenset((_COUNTRY, class_of("DEMONYM")))
_AFFAIRS = frozenset(("Affairs", "Integration"))  # of an office or a ministry: Minister for European Affairs
_DOLLARS = frozenset(("dollar", "dollars", "pounds", "francs"))  # with a capital as well
_CAPITAL, _ACRONYM = class_of("CAPITAL"), class_of("ACRONYM")
_CARRIES_ON = {_CAPITAL, _GUARDED, class_of("PLACE")}
_REPEATED = re.compile("[" + "".join(sorted(_CARRIES_ON)) + _ACRONYM + "]")
_BEFORE_PLACE = frozenset(("in", "at", "near", "from", "to", "visited", "toured", "of", "and", "via", "outside"))
_TITLE, _YEAR, _SCALE = class_of("TITLE"), class_of("YEAR"), class_of("SCALE")
_GROUPS = re.compile(f"{_CAPITAL}-[{''.join(sorted(classes_of('TWODIGITS')))}]")
_NUMBERED = frozenset(("COP", "CMP", "MOP", "TICAD", "UNCTAD"))
_NOT_OF_NAME = frozenset(("led", "based", "backed", "era", "hosted"))  # after a name and a hyphen
_INTRODUCED = ("organisation", "programme")  # by a word beside them: the company Zorbing
_PARTICLES = frozenset(("de", "da", "do", "van", "von", "der", "den", "el", "al", "bin", "la", "le"))


def _lexical(tokens: Tokens) -> Iterator[Name]:
    classes = tokens.classes
    for match in _LEXICAL.finditer(classes):
        at, klass = match.start(), match.group()
        entry = tokens.entries[at]
        if _is_part(tokens, at):
            continue
        if klass in (_PLACE, _GUARDED):
            before = tokens.lower[at - 1] if at else ""
            crowded = classes[at + 1] in _CARRIES_ON or (classes[at - 1 : at] in _CARRIES_ON)
            if before not in _BEFORE_PLACE and (klass == _GUARDED or crowded):
                continue  # a surname, or part of a longer name
        first = at - (klass == _BODY and _is_home(tokens, at - 1, entry.value.country))
        if tokens.words[at] in _NATIONAL and classes[at - 1 : at] == _DEMONYM:
            yield Name(at - 1, at + 1, entry.value.kind, "name")  # the Canadian Red Cross: a society of its own
            continue
        yield Name(first, at + 1, entry.value.kind, entry.form, entry.value)


def _is_part(tokens: Tokens, at: int) -> bool:
    """Is this word of the lexicon part of something else: US dollars, gov.uk, EU4Youth, European Affairs, a ship?"""
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    if words[at - 1] in SHIPS:
        return True
    if tokens.classes[at] in _OF_MONEY and (tokens.classes[at + 1] == _CURRENCY or tokens.lower[at + 1] in _DOLLARS):
        return True
    if words[at - 1] == "." and starts[at] == ends[at - 1] and starts[at - 1] == ends[at - 2]:
        return True
    if starts[at + 1] == ends[at] and words[at + 1][:1].isdecimal():
        return True
    if tokens.classes[at] not in _ADJECTIVES:
        return False
    if tokens.classes[at - 1] == _CAPITAL and words[at - 2][:1].isdecimal() and words[at + 1][:1].isupper():
        return True  # 63 Ly Thai To Street
    after = at + 3 if words[at + 1] == "and" and tokens.classes[at + 2] in _ADJECTIVES else at + 1
    return words[after] in _AFFAIRS


def _is_home(tokens: Tokens, at: int, country: str) -> bool:
    """Is this the country, which a body of its is named with: the U.S. Peace Corps?"""
    return bool(country) and tokens.classes[at] == _COUNTRY and tokens.entries[at].value.iso3166_1 == country


def _numbered(tokens: Tokens) -> Iterator[Name]:
    """Summits and groups known by letters and a number: COP26, COP 26, the G-16, and no 26 million pesos."""
    for acronym in _NUMBERED.intersection(tokens.words):
        for at in [at for at, word in enumerate(tokens.words) if word == acronym]:
            number = tokens.words[at + 1]
            if number.isdecimal() and len(number) <= 2 and tokens.classes[at + 2] != _SCALE:
                yield Name(at, at + 2, "meeting", "acronym")
    for match in _GROUPS.finditer(tokens.classes):
        at = match.start()
        if tokens.words[at] == "G" and tokens.ends[at] == tokens.starts[at + 2] - 1:
            yield Name(at, at + 3, "organisation", "name")  # the G-16


def _spans(tokens: Tokens, hit: Hit) -> Iterator[tuple[int, int]]:
    if hit.rule.name in ("kinds-of-places", "places-listed", "places-listed-after"):
        listing = "name" if hit.match.start("name") >= 0 else "second"
        yield from listed(tokens, *hit.match.span(listing))
        return
    for group in ("name", "second"):
        if group in hit.match.re.groupindex and hit.match.start(group) >= 0:
            yield hit.match.span(group)


def _persons(tokens: Tokens) -> Iterator[Name]:
    for hit in PERSON_RULES.hits(tokens.classes):
        for first, last in _spans(tokens, hit):
            if tokens.classes[last] == "-" and tokens.words[last + 1][:1].isupper():
                continue  # a Major Non-NATO Ally
            if hit.rule.name == "name-member" and "Member" not in tokens.words[last : hit.last]:
                continue
            if tokens.lower[last - 1] in _NOT_OF_NAME:
                last -= 2  # "Park Geun-hye", but "a Harper-led delegation"
            goes_on = tokens.classes[last] == _TITLE or (last - first == 1 and tokens.lower[last] == "for")
            if not goes_on:  # Crown Princess Mary, the Minister Responsible for Trade
                yield Name(first, last, "person", "name")


def _places(tokens: Tokens, taken: set[int], prose: set[int]) -> Iterator[Name]:
    common = literals()
    for hit in PLACE_RULES.hits(tokens.classes):
        if tokens.classes[hit.first - 1] == _CAPITAL and hit.first - 1 not in taken:
            continue  # of a title: "Trafficking in Persons"
        for first, last in _spans(tokens, hit):
            free = taken.isdisjoint(range(first, last)) and tokens.units[first] in prose
            if tokens.lower[first] in common or (tokens.classes[last] == _YEAR and tokens.words[hit.first] == "at"):
                continue  # "at Ministerial level", "at Expo 2015"
            if free and tokens.classes[last] not in (_HEAD, _ACRONYM, "'"):
                yield Name(first, last, "place", "name")


def _longest(found: list[Name]) -> list[Name]:
    """Names that do not overlap: the longest of those that meet, the first found of equals."""
    kept: list[Name] = []
    taken: set[int] = set()
    for name in sorted(found, key=lambda name: name.first - name.last):
        covered = range(name.first, name.last)
        if taken.isdisjoint(covered):
            taken.update(covered)
            kept.append(name)
    return kept


def _repeats(tokens: Tokens, found: list[Name], acronyms: dict[str, Name], taken: set[int]) -> Iterator[Name]:
    """Surnames, companies and acronyms that the text introduces elsewhere."""
    persons = [name for name in found if name.kind == "person"]
    introduced = {
        tokens.words[name.first]: name
        for name in found
        if name.last - name.first == 1 and name.form == "name" and not name.entity and name.kind in _INTRODUCED
    }
    surnames = {
        tokens.words[at]
        for name in persons
        for at in range(name.first + (1 if name.last - name.first > 1 else 0), name.last)
        if tokens.classes[at] in _CARRIES_ON
    }
    words, classes = tokens.words, tokens.classes
    for match in _REPEATED.finditer(classes):
        at, klass = match.start(), match.group()
        if at in taken:
            continue
        known = acronyms.get(words[at])
        if known:
            yield Name(at, at + 1, known.kind, "acronym", known.entity)
        elif words[at] in introduced and classes[at - 1] not in _CARRIES_ON and classes[at + 1] not in _CARRIES_ON:
            yield Name(at, at + 1, introduced[words[at]].kind, "name")
        elif klass in _CARRIES_ON and words[at] in surnames and classes[at - 1] not in _CARRIES_ON:
            last = at + 1
            while (classes[last] == "-" or words[last] in surnames) and words[last] and last - at < 5:
                last += 1
            first = (
                at - 1 if words[at - 1].lower() in _PARTICLES and tokens.starts[at] == tokens.ends[at - 1] + 1 else at
            )
            last -= classes[last - 1] == "-"
            yield Name(first, last, "person", "name")


def _defined(tokens: Tokens, found: list[Name]) -> tuple[list[Name], dict[str, Name]]:
    """The names with the acronyms that the text defines, and these with what they stand for.

    An acronym, or a long name that no rule had found, takes the place of the names that it meets.
    """
    acronyms: dict[str, Name] = {}
    more: list[Name] = []
    inside = {at for name in found for at in range(name.first, name.last)}
    for long, acronym in definitions(tokens, found):
        acronyms.setdefault("".join(tokens.words[acronym.first : acronym.last]), long)
        if long is not acronym and not inside.issuperset(range(long.first, long.last)):
            more.append(long)
        more.append(acronym)
    taken = {at for name in more for at in range(name.first, name.last)}
    return [name for name in found if taken.isdisjoint(range(name.first, name.last))] + more, acronyms


def find_names(tokens: Tokens, prose: set[int]) -> tuple[list[Name], dict[str, Name]]:
    """All names of a text in its order, none overlapping, and the long names of the acronyms it defines.

    `prose` numbers the units in which unknown places may be found; furniture is full of street names.
    """
    found, acronyms = _defined(
        tokens, _longest([*_lexical(tokens), *headed_names(tokens), *_numbered(tokens), *_persons(tokens)])
    )
    taken = {at for name in found for at in range(name.first, name.last)}
    for more in (
        _repeats(tokens, found, acronyms, taken),
        _places(tokens, taken, prose),
    ):
        for name in more:
            if taken.isdisjoint(range(name.first, name.last)):
                found.append(name)
                taken.update(range(name.first, name.last))
    return sorted(found), acronyms
