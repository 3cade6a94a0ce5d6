"""What somebody is told to have done after another: Peru ratified the treaty in 2010, and Chile followed in 2012."""

from __future__ import annotations

from collections.abc import Iterator

from .event_parts import Event, hull
from .events import Teller
from .modality import DENIED, OCCURRED

_DONE_BY_EACH = frozenset(("signature", "ratification", "entry_into_force", "accession", "adoption"))
_AS_DID = ["as", "did"]  # "as did Chile in 2012"
_DOERS = frozenset(("country", "organisation"))


def followed(teller: Teller, told: list[Event], near: list[Event]) -> Iterator[Event]:
    """One more event of the kind told last, for each country or body that a sentence says followed on a date.

    `told` are the events of the sentence, `near` those told before it in the paragraph.
    """
    sentence, words = teller.sentence, teller.words
    for at, clause in enumerate(sentence.clauses):
        verb = clause.verb
        if verb and clause.passive and verb.trigger and verb.trigger.frame == "follow":
            earlier = [event for event in (*near, *told) if event.trigger < (verb.at, verb.last)]
            yield from _visited_after(teller, at, earlier)
        if verb is None or clause.passive:
            continue
        as_did = verb.trigger is None and words[verb.first - 1 : verb.first + 1] == _AS_DID
        if not as_did and (verb.trigger is None or verb.trigger.frame != "follow"):
            continue
        who = [item for item in (clause.after if as_did else sentence.direct(at)) if item.kind in _DOERS]
        dates = sentence.dated(verb.last, clause.last)
        if not who or not dates:
            continue
        before = [event for event in (*near, *told) if event.trigger < (verb.at, verb.last)]
        last = before[-1] if before else None
        if (
            last is None
            or last.kind not in _DONE_BY_EACH
            or last.status != OCCURRED
            or teller.mode(at).status == DENIED
        ):
            continue
        others = [part for part in last.parts if part.role != "party"]
        roles = [(item, "party") for item in who]
        event = Event(last.kind, (verb.at, verb.last), hull(who[0].outer, (verb.first, verb.last)), at, by_verb=True)
        event.kind_rule, event.about = "kind-of-event-before", last.about
        event.add([*teller.cast.parts(roles), *others])
        event.dated(*dates[0])
        yield event


def _visited_after(teller: Teller, at: int, before: list[Event]) -> Iterator[Event]:
    """The visit of somebody by whom a visitor was followed: Ms. Roy was followed to Lima in May 2010 by Mr. Kos."""
    clause, sentence = teller.sentence.clauses[at], teller.sentence
    verb, last = clause.verb, before[-1] if before else None
    people = [item for item in clause.after if item.relation == "by" and item.kind == "person"]
    guest = any(item.kind in ("person", "pronoun") for item in sentence.direct(at))
    dates = sentence.dated(clause.first, clause.last)
    if not (verb and last and people and guest and dates) or last.kind != "visit" or last.status != OCCURRED:
        return
    more = sentence.clauses[at + 1] if at + 1 < len(sentence.clauses) else None
    about = more.after if more and more.opener == "who" else []
    led = [item for item in (*clause.after, *about) if item.relation in ("to", "in")]
    event = Event("visit", (verb.at, verb.last), hull((verb.first, verb.last), people[0].outer), at, by_verb=True)
    event.kind_rule = "kind-of-event-before"
    event.add(teller.cast.parts([*((item, "place") for item in led), *((item, "visitor") for item in people)]))
    event.place = event.place or last.place
    event.dated(*dates[0])
    yield event
