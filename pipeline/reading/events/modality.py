"""What the little words of a clause say of its verb: done, going on, again and again, planned, denied."""

from __future__ import annotations

from typing import NamedTuple

from .clauses import Clause, Span
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
)  # fmt: skip

OCCURRED, ONGOING, RECURRING, PLANNED = "occurred", "ongoing", "recurring", "planned"
PRESENT, DENIED = "present", "denied"  # not said of events: what the date decides, and what is none
_SAID_IN_FULL = HAVE | BE | {"did"}  # with these, a verb in its base form tells of no present


class Modality(NamedTuple):
    """Whether a verb says that it happened (one of the constants above), and the words that say so, where any do."""

    status: str
    words: Span | None = None


def modality(words: list[str], clause: Clause) -> Modality:
    """What the words before a verb say of it: nothing more than that it happened, or that it goes on, is planned,
    denied.
    """
    verb = clause.verb
    if verb is None:
        return Modality(OCCURRED)
    whole = verb.trigger is not None and verb.trigger.frame == "stay"  # "due in", "expected in" are plans themselves
    said = set(words[verb.first : verb.last if whole else verb.at])
    span = (verb.first, verb.at if verb.at > verb.first else verb.last)
    planned = bool(said & PLANNING) and ("to" in said or "in" in said)
    if _denied(words, clause, said) or (said & PAST and not said & NOW and (planned or "to" in said)):
        return Modality(DENIED)  # also "was to have opened", "had been due to": it did not
    if said & MODALS or planned or ("to" in said and said & NOW):
        return Modality(PLANNED, span)
    if "to" in said:
        return Modality(DENIED)  # "to visit Peru": what for, not what happened
    if (said & NOW and (verb.form == "ing" or "being" in said)) or (verb.form == "ing" and "been" in said):
        return Modality(ONGOING, span)
    if said & NOW or (verb.form in ("base", "present") and said.isdisjoint(_SAID_IN_FULL)):
        return Modality(PRESENT, span)
    return Modality(OCCURRED)


def _denied(words: list[str], clause: Clause, said: set[str]) -> bool:
    """Is it denied, or only supposed?"""
    if clause.opener in SUPPOSING or "would" in said or said & DENYING or ("yet" in said and "to" in said):
        return True
    first, last = clause.first, clause.fronted
    return "no" in words[first:last] and any(
        words[at] == "no" and words[at + 1] not in NO_DENIAL for at in range(first, last)
    )


def recurrence(words: list[str], first: int, last: int) -> Span | None:
    """The words that say that something happens again and again."""
    for at in range(first, last):
        word, after = words[at], words[at + 1] if at + 1 < last else ""
        if word in AGAIN:
            return at, at + 1
        if after in PERIODS and (word in EVERY or (word == "a" and words[at - 1] in TIMES)):
            return at, at + 2
    return None
