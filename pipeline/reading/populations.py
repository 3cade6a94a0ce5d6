"""The country that so many people are the population of, where the words say it beside the number."""

from __future__ import annotations

from .counted_before import COMMUNITIES
from .measures import Country
from .owners import Owners
from .patterns import BOUNDARY, class_of
from .quantities import Quantity
from .tokens import Tokens

MANY = 10_000  # as many people as a country has at least: "met with 30 people" is no population
_DEMONYM = class_of("DEMONYM")
_TOWNS = frozenset(map(class_of, ("PLACE", "GUARDED", "CAPITAL")))
_WHOM = frozenset(("whom", "which", "them", "these", "those"))
_ORIGINS = frozenset(("ancestry", "birth", "descent", "heritage", "origin"))  # people of Peruvian origin
_SIZED = 3  # tokens from a community to its size: a community of some 30,000
_INCOMING = frozenset(("born", "expatriate", "immigrant", "migrant", "refugee"))  # before "population"
_ALL = frozenset(("people", "inhabitants"))  # and no people of a kind
_LIVING = (["live", "in"], ["living", "in"], ["reside", "in"])
_HAS = frozenset(("has", "had"))
_NOW = frozenset(("now", "today", "currently", "also"))
_COUNTRIES = frozenset(("country", "nation", "archipelago", "state", "republic", "kingdom", "island", "economy"))
_BE = frozenset(("is", "was", "remains"))
_BEFORE_COUNTRY = 4  # tokens from an article to "country": a landlocked mountain country of


def population_of(tokens: Tokens, owners: Owners, quantity: Quantity) -> Country | None:
    """The country that a number of people is the population of; None where that is not said beside the number."""
    noun = quantity.noun
    if not noun or noun[1] - noun[0] > 1 or tokens.lower[noun[0]] not in _ALL:
        return None
    lived = _lived_in(tokens, owners, quantity.last)
    if lived or quantity.value < MANY:
        return lived
    at = quantity.first - 1
    if tokens.lower[at] == "its" and tokens.classes[at - 1] == BOUNDARY:
        return owners.told_before(at, "subject-before")
    if tokens.lower[at - 2 : at + 1] == ["the", "country", "'s"]:
        return owners.told_before(at, "subject-before") or owners.owner(quantity.first)
    if tokens.lower[at] in _HAS:
        return _having(tokens, owners, at)
    if tokens.lower[at] == "of" and tokens.lower[at - 1] in _COUNTRIES:
        return _described(tokens, owners, at - 1, quantity.last)
    country = owners.country_at(at - 1)
    return country if country and owners.is_possessive(country) else None


def is_with(tokens: Tokens, owners: Owners, quantity: Quantity) -> bool:
    """Is it a country that is said to be "with" so many: With 5 million people, a country with, Norway, with its?"""
    at = quantity.first - 2 - (tokens.lower[quantity.first - 1] == "its")
    if tokens.lower[at + 1] != "with":
        return False
    if tokens.classes[at] == ",":
        return tokens.classes[at - 1] not in _TOWNS
    opens = at < 0 or tokens.classes[at] == BOUNDARY
    return opens or tokens.lower[at] in _COUNTRIES or owners.country_at(at) is not None


def is_community(tokens: Tokens, owners: Owners, quantity: Quantity) -> bool:
    """Are these the people of one country in another: a Laotian community of, the Laotian-born population of Norway?"""
    lower, opens = tokens.lower, tokens.classes.rfind(BOUNDARY, 0, quantity.first) + 1
    after = quantity.last
    if lower[after] == "of" and tokens.classes[after + 1] == _DEMONYM and lower[after + 2] in _ORIGINS:
        return True
    for at in range(quantity.first - 1, opens, -1):
        if lower[at] in COMMUNITIES:  # but "a community of states, home to 30 million people"
            sized = lower[at + 1] == "of" and quantity.first - at <= _SIZED
            return sized or tokens.classes[at - 1] == _DEMONYM or lower[at - 1] in _INCOMING
        if lower[at] == "population":
            home = owners.country_at(at - 1)
            lives = owners.country_at(at + 2) if lower[at + 1] in ("in", "of") else None
            return lower[at - 1] in _INCOMING or (home is not None and lives is not None and lives.iso != home.iso)
    return False


def is_part(tokens: Tokens, quantity: Quantity) -> bool:
    """Are these some of the people told of: some of whom, of whom 600,000?"""
    lower = tokens.lower
    return lower[quantity.first - 1] in _WHOM or (lower[quantity.last] == "of" and lower[quantity.last + 1] in _WHOM)


def _lived_in(tokens: Tokens, owners: Owners, at: int) -> Country | None:
    """The country where so many live, said right after: 3 million people live in Norway."""
    if tokens.lower[at : at + 2] not in _LIVING:
        return None
    return owners.country_at(at + 2 + (tokens.lower[at + 2] == "the"))


def _having(tokens: Tokens, owners: Owners, verb: int) -> Country | None:
    """The country that has so many: Norway has, Norway, which has, "Norway lies on a cape and has"."""
    at = verb - 1 - (tokens.lower[verb - 1] in _NOW)
    if tokens.lower[at] == "which":
        return owners.country_at(at - 1 - (tokens.classes[at - 1] == ","))
    if tokens.lower[at] == "it" and tokens.classes[at - 1] == BOUNDARY:
        return owners.told_before(at, "subject-before")
    if tokens.lower[at] != "and":
        return owners.country_at(at)
    opens = tokens.classes.rfind(BOUNDARY, 0, at) + 1
    opens += tokens.lower[opens] == "the"
    return _plain(tokens, owners, opens, "subject-of-sentence")


def _described(tokens: Tokens, owners: Owners, noun: int, after: int) -> Country | None:
    """The country that is called one of so many: Norway, a country of, Norway is a country of, As a …, Norway."""
    at = noun
    while at > noun - _BEFORE_COUNTRY and tokens.lower[at] not in ("a", "an"):
        at -= 1
    if tokens.lower[at] not in ("a", "an"):
        return None
    if tokens.lower[at - 1] == "as":
        return owners.country_at(after + 1) if tokens.classes[after] == "," else None
    told = tokens.classes[at - 1] in ",(-" or tokens.lower[at - 1] in _BE
    return _plain(tokens, owners, at - 2, "") if told else None


def _plain(tokens: Tokens, owners: Owners, at: int, rule: str) -> Country | None:
    """The country that a token names as such, neither as an adjective nor as the owner of something."""
    country = owners.country_at(at)
    if country is None or tokens.classes[at] == _DEMONYM or owners.is_possessive(country):
        return None
    return country._replace(rule=rule)
