"""The lines of a unit of the text, as phrases: what lists of events are read from."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from ..patterns import BOUNDARY
from .clauses import Span
from .event_rules import triggers
from .event_words import AUXILIARIES, DETERMINERS
from .events import Teller

_VISIT = ["visit", ")"]  # the end of words that only say what kind of visit it was: (state visit)
_HEADING = frozenset(("lead", "accompany"))  # frames of verbs that "by" makes words about a person


def phrases_of(teller: Teller, unit: int) -> Span:
    """The phrases of a unit."""
    opens, firsts = teller.brief.tokens.opens, teller.phrases.firsts
    return bisect_left(firsts, opens[unit]), bisect_left(firsts, opens[unit + 1])


def lines_among(teller: Teller, span: Span) -> Iterator[Span]:
    """The lines among some phrases, an item of a list being one, each without the bullet before it."""
    starts, firsts, view = teller.brief.tokens.starts, teller.phrases.firsts, teller.brief.document.view
    unit = teller.brief.units[teller.brief.tokens.units[firsts[span[0]]]] if span[0] < span[1] else None
    wrapped = unit is not None and unit.kind == "list_item"  # whose lines go on with it
    cuts = [at for at in range(*span) if at == span[0] or (not wrapped and view[starts[firsts[at]] - 1] == "\n")]
    for first, last in zip(cuts, [*cuts[1:], span[1]], strict=True):
        begin = next((at for at in range(first, last) if not teller.words[at] or teller.words[at].isalnum()), None)
        if begin is not None:
            yield begin, last - (teller.phrases.classes[last - 1] == BOUNDARY)


def tells_itself(teller: Teller, line: Span, nouns: bool) -> bool:
    """Has a line outside titles a verb, or with `nouns` any word that tells of events, so that it needs no heading?"""
    heads, titled, words = triggers(), teller.scanner.titled, teller.words
    for at in range(*line):
        head = heads.get(words[at])
        longer = head.longer.get(words[at + 1], ()) if head else ()
        told = [one for rest, ones in longer if words[at + 2 : at + 2 + len(rest)] == rest for one in ones]
        told += head.alone if head else ()
        if words[at + 1 : at + 2] == ["by"] and any(trigger.frame in _HEADING for trigger in told):
            continue  # "a delegation headed by Ms. Roy"
        verbs = words[at - 1] not in DETERMINERS and words[at : at + 2] != _VISIT  # "for the meeting of"
        telling = words[at] in AUXILIARIES or any(nouns or (verbs and trigger.form != "noun") for trigger in told)
        if telling and at not in titled:
            return True
    return False
