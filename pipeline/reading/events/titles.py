"""Where the titles of an office holder begin and end: Premier and Minister of Health, Speaker of Peru's Congress."""

from __future__ import annotations

from ..patterns import class_of
from ..phrases import Phrases

_TITLE = class_of("TITLE")
_IN_TITLES = frozenset(
    "".join(map(class_of, ("PORTFOLIO", "HEAD", "REGIONAL", "DEMONYM", "COUNTRY", "REGION", "BODY")))
)
_PERSONAL = frozenset((class_of("PERSON"), class_of("HONORIFIC")))
_OF_OFFICE = frozenset(("of", "for", "the", "and", ","))


def first_title(phrases: Phrases, at: int) -> int:
    """Where the titles of somebody begin of which the last begins at a phrase: Premier and Minister of Health."""
    if phrases.words[at - 1] != "and":
        return at
    first = _back(phrases, at - 2)
    return first if phrases.classes[first] == _TITLE else at


def last_title(phrases: Phrases, last: int) -> int:
    """Where the titles of somebody end of which the first ends before a phrase: Premier and Minister of Health."""
    while phrases.words[last] in ("'s", "'") and (last + 1 in phrases.names or phrases.classes[last + 1] == _TITLE):
        last += 2  # "Speaker of Peru's House of Representatives", "the Prime Minister's Trade Envoy"
    if phrases.words[last] != "and" or phrases.classes[last + 1] != _TITLE:
        return last
    end, named = field(phrases, last + 2)
    return last if named else end


def field(phrases: Phrases, at: int) -> tuple[int, bool]:
    """Where the field of an office ends, and whether its holder is named there: of Health and Trade, Ann Roy."""
    end = at
    while phrases.words[at] in _OF_OFFICE or phrases.classes[at] in _IN_TITLES:
        at += 1
        end = at if phrases.words[at - 1] not in _OF_OFFICE else end
    return end, phrases.classes[at] in _PERSONAL


def _back(phrases: Phrases, at: int) -> int:
    """The first phrase before `at` and a field of office that is no part of the field."""
    while phrases.words[at] in _OF_OFFICE or phrases.classes[at] in _IN_TITLES:
        at -= 1
    return at
