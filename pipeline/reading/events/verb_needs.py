"""What a clause must hold beside its verb to tell of an event."""

from __future__ import annotations

import itertools

from .clauses import Clause, Item
from .event_words import DELEGATIONS, LISTING, NO_OBJECT, OF_MEMBERS

_AS_WHAT = frozenset(("a", "an", "as", "one", "its"))  # designated Peru a partner
_TASKS = frozenset(("host", "house", "hold", "chair", "organise", "organize"))
_CHOSEN = frozenset(("country", "pronoun"))  # who is chosen for a task
_FOLLOWED = frozenset(("in", "on", "later", "soon", "shortly", "only", "before", "within", "suit"))
_FEW = 5  # phrases behind "chosen" among which the task begins
_MET = frozenset(("person", "holder", "pronoun"))


def complete(words: list[str], clause: Clause, after: list[Item]) -> bool:
    """Does a clause hold what its verb needs to tell of an event?"""
    verb = clause.verb
    assert verb and verb.trigger
    frame = verb.trigger.frame
    following = words[verb.last]
    if frame == "become":
        return not OF_MEMBERS.isdisjoint(words[verb.last : verb.last + 9])
    if frame == "join" and after and after[0].kind == "person":
        return False  # "joined Ms. Roy in Lima"
    if frame == "name":
        return _named(words, clause, after)
    if frame == "host" and not clause.passive and after and after[0].kind == "organisation":
        described = words[after[0].last]  # "have received Peruvian Government scholarships"
        return not described.isalpha() or described in NO_OBJECT
    if frame == "convene":  # "the Commission convened in Lima", "convened a conference", but not "convened donors"
        held = any(item.noun and item.noun.frame != "thing" for item in (*clause.before, *after))
        return held or following in NO_OBJECT or following[-2:] in ("", "ly")
    if frame == "follow":
        return following in _FOLLOWED or not following  # no object, but when: a consulate followed in 1950
    if frame == "call":
        met = after[0] if after and not after[0].relation else None
        return met is not None and met.kind in _MET and words[met.outer[1]] != "to"
    if frame == "send" and DELEGATIONS.isdisjoint(words[verb.last : after[-1].first if after else verb.last]):
        return False
    if frame in ("lead", "go", "send", "accompany"):
        there = any(item.relation in ("to", "in") and item.kind in ("place", "country") for item in after)
        return there or following == "there"
    return True


def at_meeting(clause: Clause, after: list[Item]) -> bool:
    """Is a guest received by somebody while on a visit, which is a meeting, and not received somewhere?"""
    somewhere = any(item.relation == "in" and item.kind == "place" for item in after)
    guest = any(item.kind == "pronoun" for item in clause.before)  # "He was received by Ms. Roy on 12 May"
    known = guest and any(item.relation == "by" and item.kind == "person" for item in after)
    return clause.passive and not somewhere and (known or clause.shares or clause.opener in ("where", "when"))


def chosen_for(words: list[str], clause: Clause) -> int:
    """Where the task begins for which somebody is chosen, 0 for none: was chosen in May 2012 to host the Summit."""
    assert clause.verb
    near = itertools.pairwise(words[clause.verb.last : clause.verb.last + _FEW])
    behind = next((at for at, (to, task) in enumerate(near, 1) if to == "to" and task in _TASKS), 0)
    return behind and clause.verb.last + behind


def _named(words: list[str], clause: Clause, after: list[Item]) -> bool:
    """Is something named among others or a country of focus, or a country named something: designated Peru a friend?"""
    assert clause.verb
    said = words[clause.verb.last]
    if any(item.noun and item.noun.kind == "designation" for item in after) or (clause.passive and said in LISTING):
        return True
    if clause.passive and chosen_for(words, clause):
        return any(item.kind in _CHOSEN and not item.relation for item in clause.before)
    objects = [
        item for item in (clause.before if clause.passive else after[:1]) if not item.relation and not item.owner
    ]
    if not objects or objects[0].kind != "country":
        return False
    return (said if clause.passive else words[objects[0].last]) in _AS_WHAT
