"""Missions told by a list of places, each with the date of its opening in brackets: offices in Arica (since 2010) and
Loja (opened May 2013).
"""

from __future__ import annotations

from collections.abc import Iterator

from .clauses import Item
from .event_parts import Event
from .event_rules import ROLES
from .event_words import UNDOING
from .events import Teller

_LINKING = frozenset(("in", "at", "and", "the", "a", "an", "its", "our", "of"))  # in such a list, beside names
_LONGEST = 3  # phrases in the brackets: opened in May 2013


def bracketed(teller: Teller, told: list[Event]) -> Iterator[Event]:
    """The opening of each mission that has a place with a date in brackets, but for those `told` already."""
    sentence, words, dates = teller.sentence, teller.words, teller.phrases.dates
    known = {id(event.when): event for event in told}
    for place in sentence.items:
        if place.kind != "place" or words[place.last] != "(":
            continue
        behind = range(place.last + 1, place.last + 1 + _LONGEST)
        date = next((at for at in behind if at in dates and words[at + 1] in (")", ";", ",")), 0)
        mission = _mission(teller, place) if date and UNDOING.isdisjoint(words[place.last : date]) else None
        if mission is None or "/" in dates[date].date.removesuffix("/.."):
            continue
        if event := known.get(id(dates[date])):  # told by its verb, perhaps of the place before
            event.place = None
            event.add(teller.cast.parts([(place, "place")]))
            continue
        roles = ROLES["establishment"]
        clause = next(at for at, one in enumerate(sentence.clauses) if one.first <= mission.first < one.last)
        event = Event("establishment", (date, date + 1), (place.first, date + 1), clause, mission.first)
        owner = teller.scanner.possessor(mission.first, sentence.first) or teller.scanner.country_of(mission.first)
        who = [owner] if owner else sentence.subject(clause)
        event.add(teller.cast.parts([(item, roles["agent"]) for item in who]))
        event.add(teller.cast.parts([(place, "place")]))
        event.dated(date, dates[date])
        yield event


def _mission(teller: Teller, place: Item) -> Item | None:
    """The mission that is in a place, with no more than names, dates and other missions between the two."""
    before = [item for item in teller.sentence.items if item.first < place.first and item.noun and item.kind == "noun"]
    mission = before[-1] if before else None
    if mission is None or mission.noun is None or (mission.noun.frame, mission.noun.kind) != ("thing", "establishment"):
        return None
    inside = False
    for at in range(mission.last, place.first):
        inside = teller.words[at] == "(" or (inside and teller.words[at] != ")")
        if teller.words[at].isalpha() and not inside and teller.words[at] not in _LINKING:
            return None
    return mission
