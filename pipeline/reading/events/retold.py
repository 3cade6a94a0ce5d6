"""What verbs that no list knows tell of a noun: talks that "were reactivated in 2010", ties that "were formalised in
1950"; and what a body "has dug up with" another since 1990.
"""

from __future__ import annotations

from collections.abc import Iterator

from .clauses import Clause, Item
from .event_parts import Event
from .event_rules import ROLES
from .event_words import BE, NOW, UNDOING
from .events import Teller
from .modality import DENIED

_SUBJECTS = frozenset(("negotiation", "consultation", "relations"))  # frames and kinds
_FORMAL = frozenset(("diplomatic", "consular", "formal", "official"))  # relations that begin, and no more than better
_BODIES = frozenset(("organisation", "programme"))
_PARTNERS = frozenset(("organisation", "country", "group", "countries"))
_FURTHER = 3  # items before a relative clause that it may be about


def retold(teller: Teller) -> Iterator[Event]:
    """The events that clauses tell whose verb is no trigger."""
    if not teller.sentence.dates:
        return
    for at, clause in enumerate(teller.sentence.clauses):
        if clause.verb is None or clause.verb.trigger or teller.mode(at).status == DENIED:
            continue
        if event := _undergone(teller, at, clause) or _joint_work(teller, at, clause):
            yield event


def _participle(teller: Teller, clause: Clause) -> str:
    """The word behind the auxiliaries of a clause, if it looks like a participle."""
    assert clause.verb
    last = clause.verb.last
    return next((word for word in teller.words[last : last + 1] if word.endswith("ed") and word not in UNDOING), "")


def _undergone(teller: Teller, at: int, clause: Clause) -> Event | None:
    """What was done on a date with talks or ties: were reactivated in 2010."""
    assert clause.verb
    sentence, helping = teller.sentence, set(teller.words[clause.verb.first : clause.verb.last])
    dates = sentence.dated(clause.verb.last, clause.last)
    if not dates or BE.isdisjoint(helping) or not NOW.isdisjoint(helping) or not _participle(teller, clause):
        return None
    outer = sentence.clauses[clause.parent]
    further = sentence.antecedent(clause.parent, _FURTHER) if clause.shares and outer.relative else []
    nouns = [item for item in (*sentence.subject(at), *further) if item.event or _relations(item)]
    noun = sentence.said_of(nouns, _SUBJECTS)
    if noun is None or noun.kind != "noun" or noun.noun is None:
        return None
    if _relations(noun) and teller.words[noun.first].partition(" ")[0] not in _FORMAL:
        return None
    event = Event(noun.noun.kind, (noun.first, noun.last), noun.outer, at, noun.first, by_verb=True)
    teller.fill(event, clause, noun, ROLES[event.kind], [], [], clause.after)
    event.dated(*dates[0])
    return event


def _relations(item: Item) -> bool:
    return item.noun is not None and item.noun.frame == "relations"


def _joint_work(teller: Teller, at: int, clause: Clause) -> Event | None:
    """What a body has done with another since a date."""
    assert clause.verb
    sentence, first = teller.sentence, clause.verb.first
    since = [(on, when) for on, when in sentence.dated(first, clause.last) if when.date[-3:] == "/.."]
    if not since:
        return None
    done = teller.words[clause.verb.last]
    going_on = "been" in teller.words[first : clause.verb.last] and done.endswith("ing")
    plain = "been" not in teller.words[first : clause.verb.last] and bool(_participle(teller, clause))
    body = next((item for item in sentence.subject(at) if item.kind in _BODIES), None)
    partners: list[Item] = [item for item in clause.after if item.relation == "with" and item.kind in _PARTNERS]
    if body is None or not partners or not (going_on or plain):
        return None
    verb = (clause.verb.last, clause.verb.last + 1)
    event = Event("programme", verb, (body.first, verb[1]), at, by_verb=True)
    role = "instrument" if body.kind == "programme" else "manager"
    event.add(teller.cast.parts([(body, role), *((item, "party") for item in partners)]))
    event.dated(*since[0])
    return event
