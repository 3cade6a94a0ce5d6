"""Events told once of several, each with its own date: in 1994 and 2010, respectively; Peru (1994) and Chile (2010)."""

from __future__ import annotations

from ..phrases import Phrases
from ..when import When
from .event_parts import Event


def respectively(event: Event, dates: list[tuple[int, When]]) -> list[Event]:
    """The event once for each date, with the one in its place: Peru and Chile joined in 1994 and 2010."""
    for role in dict.fromkeys(part.role for part in event.parts):
        ones = sorted((part for part in event.parts if part.role == role), key=lambda part: part.span)
        if len(ones) == len(dates) > 1:
            others = [part for part in event.parts if part.role != role]
            told = [event.like([part, *others]) for part in ones]
            for one, (at, when) in zip(told, dates, strict=True):
                one.dated(at, when)
                if role == "instrument":
                    one.about = one.parts[0].entity
            return told
    return []


def beside(phrases: Phrases, event: Event) -> list[Event]:
    """The event once for each who has a date in brackets: Mr. Kos (2010) and Ms. Roy (2012) have visited Lima."""
    words, dates = phrases.words, phrases.dates
    own = [part for part in event.parts if words[part.span[1]] == "(" and part.span[1] + 1 in dates]
    own = [part for part in own if words[part.span[1] + 2] == ")"]
    if len(own) < 2 or len({part.role for part in own}) > 1:
        return []
    others = [part for part in event.parts if part.role != own[0].role]
    told = [event.like([part, *others]) for part in own]
    for one, part in zip(told, own, strict=True):
        one.dated(part.span[1] + 1, dates[part.span[1] + 1])
        one.about = part.entity if part.role == "instrument" else one.about
    return told
