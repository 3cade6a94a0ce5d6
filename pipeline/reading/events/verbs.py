"""The verbs of a sentence, each with the auxiliaries before it."""

from __future__ import annotations

from collections.abc import Container

from .clauses import Found, Verb
from .event_words import ADVERBS, AUXILIARIES, DENYING, PLANNING

_TIMES = frozenset(("then", "now", "today"))  # in "what was then the European Economic Community", which tells nothing
_HELPING = AUXILIARIES | PLANNING | ADVERBS | DENYING


def _helps(word: str) -> bool:
    return word in _HELPING or (word[-2:] == "ly" and len(word) > 4)


def find_verbs(
    words: list[str], first: int, last: int, found: list[Found], dates: Container[int] = ()
) -> list[Verb]:  # fmt: skip
    """The verbs of a sentence: those that are triggers, and every auxiliary that belongs to none of them.

    A date may stand between the two: has since 2010 provided.
    """
    verbs: list[Verb] = []
    reached = first
    for at, end, trigger in found:
        start = at
        while start > reached and (
            _helps(words[start - 1]) or (start - 1 in dates and words[start - 2] in AUXILIARIES and start - 1 > reached)
        ):
            start -= 1
        verbs += _auxiliaries(words, reached, start)
        verbs.append(Verb(start, at, end, trigger, trigger.form))
        reached = end
    return verbs + _auxiliaries(words, reached, last)


def _auxiliaries(words: list[str], first: int, last: int) -> list[Verb]:
    found: list[Verb] = []
    if AUXILIARIES.isdisjoint(words[first:last]):
        return found
    at = first
    while at < last:
        stop = at + 1
        if words[at] in AUXILIARIES and not (words[at - 1] == "what" and words[stop] in _TIMES):
            while stop < last and _helps(words[stop]):
                stop += 1
            found.append(Verb(at, stop - 1, stop, None))
        at = stop
    return found
