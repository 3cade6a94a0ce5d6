"""Sentences that bring a time or deed to the front: It was in May that Peru joined; The last to join was Chile."""

from __future__ import annotations

from ..phrases import Phrases
from .event_words import OF_TIME

_NEAR = 10  # phrases among which "to visit" stands, and behind it "was"
_LONGEST = 20  # phrases between "It was" and "that": on 5 May 2010, during a visit to Lima by Ms. Roy,
_WAS = frozenset(("was", "were"))
_ORDER = frozenset(("first", "last", "latest", "recent", "only"))
_IS = frozenset(("was", "is"))


def named_behind(words: list[str], first: int, last: int) -> int:
    """Where "was" names who did something first or last, 0 for none: The last minister to visit Peru was Mr. Kos."""
    to = words.index("to", first, last) if "to" in words[first : min(first + _NEAR, last)] else 0
    if not to or _ORDER.isdisjoint(words[first:to]):
        return 0
    return next((at for at in range(to, min(to + _NEAR, last)) if words[at] in _WAS), 0)


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
