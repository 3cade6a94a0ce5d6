"""What the little words of a clause say of its verb: done, going on, again and again, planned, denied."""

from __future__ import annotations

from typing import NamedTuple

from .clauses import Clause, Span
from .clefts import named_behind
from .event_words import (
    AGAIN,
    BE,
    DENYING,
    EVERY,
    HAVE,
    MODALS,
    NO_DENIAL,
    NOW,
    PAST,
    PERIODS,
    PLANNING,
    SUPPOSING,
    TIMES,
    TURNS,
)  # fmt: skip

OCCURRED, ONGOING, RECURRING, PLANNED = "occurred", "ongoing", "recurring", "planned"
PRESENT, DENIED = "present", "denied"  # not said of events: what the date decides, and what is none
_TO_BE = ["to", "be"]
_TO_COME = frozenset(("event", "forum", "instrument"))  # what may be "to be held", "to be signed"
_WAS = PAST | {"became"}
_BY_THEN = frozenset(("once", "until"))
_CONTINUING = frozenset(("continue", "continues", "continued"))  # "continues to meet": it does meet
_QUICK = frozenset(("quick", "first", "second", "last"))
_INVITED = frozenset(("invitation", "invitations", "invited", "plans", "intention"))  # "has accepted an invitation to"
_NEAR = 6  # phrases between "has" and the plan
_LONGEST_FIRST = 7  # phrases from "was" to what somebody was the first to do
_PLANS = frozenset(("stay", "plan"))  # "due in", "scheduled for" are plans themselves
_SAID_IN_FULL = HAVE | BE | {"did"}  # with these, a verb in its base form tells of no present


class Modality(NamedTuple):
    """Whether a verb says that it happened (one of the constants above), and the words that say so, where any do."""

    status: str
    words: Span | None = None


_DONE, _NOT_DONE = Modality(OCCURRED), Modality(DENIED)


def modality(words: list[str], clause: Clause) -> Modality:
    """What the words before a verb say of it: nothing more than that it happened, or that it goes on, is planned,
    denied.
    """
    verb = clause.verb
    if verb is None:
        return _DONE
    whole = verb.trigger is not None and verb.trigger.frame in _PLANS
    said = set(words[verb.first : verb.last if whole else verb.at])
    to, now = "to" in said, not NOW.isdisjoint(said)
    planned = (to or whole) and not PLANNING.isdisjoint(said)
    if _denied(words, clause, said) or (not now and (planned or to) and not PAST.isdisjoint(said)):
        return _NOT_DONE  # also "was to have opened", "had been due to": it did not
    span = (verb.first, verb.at if verb.at > verb.first else verb.last)
    if planned or (to and now) or not MODALS.isdisjoint(said):
        return Modality(PLANNED, span)
    if to and words[verb.first : verb.first + 2] == _TO_BE and _of_event(clause):
        return Modality(PLANNED, span)  # "the Summit, to be held in Lima"
    if to and words[verb.first - 1] in _CONTINUING:
        return Modality(PRESENT if MODALS.isdisjoint(words[verb.first - 3 : verb.first]) else PLANNED, span)
    if to and words[verb.first - 1] in _INVITED and not HAVE.isdisjoint(words[verb.first - _NEAR : verb.first]):
        return Modality(PLANNED, (verb.first - 1, verb.at))
    if to and (_was_first(words, verb.first) or named_behind(words, clause.first, clause.last)):
        return _DONE
    if to:
        return _NOT_DONE  # "to visit Peru": what for, not what happened
    if (verb.form == "ing" and (now or "been" in said)) or (now and "being" in said):
        return Modality(ONGOING, span)
    if now or (verb.form in ("base", "present") and _SAID_IN_FULL.isdisjoint(said)):
        return Modality(PRESENT, span)
    return _DONE


def goes_on(words: list[str], clause: Clause) -> bool:
    """Is it a further "to" of the clause before: is expected to be signed in May and to take effect in June?"""
    return clause.shares and clause.verb is not None and words[clause.first : clause.first + 2] == ["and", "to"]


def _was_first(words: list[str], at: int) -> bool:
    """Is it said that somebody was quick or the first to do it: was among the first countries to open an embassy?"""
    before = words[at - _LONGEST_FIRST : at]
    return not _QUICK.isdisjoint(before) and not _WAS.isdisjoint(before)


def _of_event(clause: Clause) -> bool:
    """Does an event or a text stand before the verb of a clause?"""
    return clause.reduced or any(item.noun is not None and item.noun.frame in _TO_COME for item in clause.before)


def _denied(words: list[str], clause: Clause, said: set[str]) -> bool:
    """Is it denied, or only supposed?"""
    if "would" in said or ("yet" in said and "to" in said) or (clause.opener in SUPPOSING and not _came(clause, said)):
        return True
    if not DENYING.isdisjoint(said):
        return True
    first, last = clause.first, clause.fronted
    return "no" in words[first:last] and any(
        words[at] == "no" and words[at + 1] not in NO_DENIAL for at in range(first, last)
    )


def _came(clause: Clause, said: set[str]) -> bool:
    """Is it told as done by then, once or until which something else was: once elections had been held?"""
    if clause.opener not in _BY_THEN or clause.reduced or clause.verb is None:
        return False
    past = clause.verb.form == "past" and said.isdisjoint(NOW | HAVE | MODALS)  # "until relations were established"
    return "had" in said or (past and clause.opener == "until")


def recurrence(words: list[str], first: int, last: int) -> Span | None:
    """The words that say that something happens again and again."""
    for at in range(first, last):
        word, after = words[at], words[at + 1] if at + 1 < last else ""
        if word in AGAIN:
            return at, at + 1
        if (word, after) in TURNS and words[at - 1] != ",":  # "Mr. Kos, in turn, will visit Lima"
            return at, at + 2
        if after in PERIODS and (word in EVERY or (word == "a" and words[at - 1] in TIMES)):
            return at, at + 2
    return None
