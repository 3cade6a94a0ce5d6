"""The dates of a text that may say when something happened."""

from __future__ import annotations

from ..patterns import BOUNDARY, class_of
from ..phrases import Phrases
from ..when import When
from .event_rules import triggers
from .event_words import AUXILIARIES, FIRST_SINCE, NO_OBJECT, YEARS

_COMPARING = {(way, "from") for way in ("up", "down", "rose", "fell", "increase", "decrease")}
_COMPARING |= {("compared", "with"), ("compared", "to"), ("as", "against")}
_LONGEST_AMOUNT = 9  # phrases between these words and the year
_LONGEST_FIRST = 14  # phrases between "the first" and "since 2007"
_YEAR = 4  # characters of a date that is a year
_SUPERLATIVE = class_of("SUPERLATIVE")
_ENDS_FIRST = AUXILIARIES | {",", ";", ":", "(", ")"}


def telling_dates(phrases: Phrases) -> list[tuple[int, When]]:
    """The dates, but for those that say which one is meant or what is compared, each with its phrase."""
    found = phrases.dates.items()
    return [(at, when) for at, when in found if not _tells_nothing(phrases, at, when)]


def lasts(when: When) -> bool:
    """Is it a time without an end, or from one year to another: since 2010, from 2008 to 2011?"""
    first, _, last = when.date.partition("/")
    return last == ".." or (len(last) == len(first) == _YEAR and not when.convention)


def _tells_nothing(phrases: Phrases, at: int, when: When) -> bool:
    """Does a date not say when something happened?"""
    if when.date[-3:] == "/.." and _first_since(phrases, at):
        return True
    return _named_by(phrases, at) or _compared(phrases.words, at)


def _named_by(phrases: Phrases, at: int) -> bool:
    """Does a date only say which one is meant: an Action Plan for 2016-2018, the 2018 census?"""
    before, after = phrases.words[at - 1], phrases.words[at + 1]
    if before == "for":
        return at - 2 in phrases.names
    if before != "the" or not after.isalpha() or after in NO_OBJECT or after in YEARS:
        return False
    head = triggers().get(after)
    return head is None or all(trigger.frame != "event" for trigger in head.alone)


def _compared(words: list[str], at: int) -> bool:
    """Is it the year of an amount that another is compared with: up from £0.9 million in 2011?"""
    if words[at - 1] != "in":
        return False
    for before in range(at - 2, max(at - _LONGEST_AMOUNT, 0), -1):
        if (words[before - 1], words[before]) in _COMPARING:
            return True
        if words[before] in (",", ";", ""):
            return False
    return False


def _first_since(phrases: Phrases, at: int) -> bool:
    """Is it only said how rare something is: the first by a Canadian head of government since 2007?"""
    for before in range(at - 1, max(at - _LONGEST_FIRST, 0), -1):
        word = phrases.words[before]
        if word in FIRST_SINCE or phrases.classes[before] == _SUPERLATIVE:
            return True
        if word in _ENDS_FIRST or phrases.classes[before] == BOUNDARY:
            return False
    return False
