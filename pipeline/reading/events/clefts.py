"""Sentences that bring the time of what they tell to the front: It was in May 2010 that Peru joined."""

from __future__ import annotations

from ..phrases import Phrases
from .event_words import OF_TIME

_LONGEST = 20  # phrases between "It was" and "that": on 5 May 2010, during a visit to Lima by Ms. Roy,
_IS = frozenset(("was", "is"))


def behind_cleft(phrases: Phrases, first: int, last: int) -> tuple[int, set[int]]:
    """Where a sentence begins, an "It was" before the time left out, with the "that" which parts no clauses then."""
    words = phrases.words
    if words[first] != "it" or words[first + 1] not in _IS:
        return first, set()
    led = first + 2 + (words[first + 2] == "only")
    near = range(led + 2, min(led + _LONGEST, last))
    that = next((at for at in near if words[at] == "that" and (not words[at - 1] or words[at - 1] == ",")), 0)
    timed = words[led] in OF_TIME and any(at in phrases.dates for at in range(led, that))
    return (led, {that}) if timed else (first, set())
