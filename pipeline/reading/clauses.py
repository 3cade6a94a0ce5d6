"""Sentences cut into clauses, one for each verb, and what their little words say of it: done, going on, planned, denied."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from typing import NamedTuple

from .event_rules import Trigger

Span = tuple[int, int]  # phrases, the last one exclusive

OCCURRED, ONGOING, RECURRING, PLANNED = "occurred", "ongoing", "recurring", "planned"
PRESENT, DENIED = "present", "denied"  # not said of events: what the date decides, and what is none

BE = frozenset(("is", "are", "am", "was", "were", "be", "been", "being"))
_WAS, _NOW, _HAVE = frozenset(("was", "were", "had")), frozenset(("is", "are", "am")), frozenset(("has", "have", "had", "having"))
_MODALS = frozenset(("will", "shall", "may", "might", "could", "must", "should", "can"))
_AUXILIARIES = BE | _HAVE | _MODALS | {"would", "do", "does", "did"}
_PLANS = frozenset((
    "expected", "expects", "expect", "expecting", "due", "planned", "plans", "plan", "planning", "scheduled", "set", "slated", "likely", "hopes", "hope", "hoping",
    "intends", "intend", "intending", "aims", "aim", "proposed", "poised", "preparing", "prepares", "looking", "about", "agreed", "committed", "wants", "seeks",
))  # fmt: skip
_DENIALS = frozenset(("not", "never", "cannot", "neither", "nor", "hardly", "without"))
_NO_DENIAL = frozenset(("fewer", "less", "more", "later", "longer", "doubt"))
_ADVERBS = frozenset((
    "to", "yet", "also", "again", "first", "last", "then", "just", "still", "already", "now", "since", "ever", "once", "both", "soon", "later", "only", "forward",
    "thus", "therefore", "always", "long", "twice", "together",
))  # fmt: skip
RELATIVES = frozenset(("which", "who", "whom", "whose", "where"))
_SUPPOSING = frozenset(("if", "unless", "whether", "once", "until", "provided"))
_SUBORDINATES = RELATIVES | _SUPPOSING | {"when", "while", "whereas", "although", "though", "because"}
_BEFORE_ING = frozenset(("before", "after", "while", "by", "without", "when"))
_LEADS_RELATIVE = frozenset(("of", "to", "in", "with", "under", "from", "by", "for", "on", "at", "during", "through"))
_HARD = frozenset((";", ":", "(", ")"))
_AND = frozenset(("and", "but", "or"))
_AGAIN = frozenset(("annual", "annually", "yearly", "regular", "regularly", "biennial", "biennially", "biannual", "monthly", "quarterly", "periodic", "periodically"))
_EVERY, _TIMES = frozenset(("every", "each")), frozenset(("once", "twice", "times"))
_PERIODS = frozenset(("year", "years", "month", "months", "spring", "summer", "autumn", "winter", "other", "two", "three", "second"))


class Verb(NamedTuple):
    """A verb with its auxiliaries from phrase `first`; `at` to `last` are its own words. Without trigger it is any verb."""

    first: int
    at: int
    last: int
    trigger: Trigger | None


class Modality(NamedTuple):
    """Whether a verb says that it happened (one of the constants above), and the words that say so, where any do."""

    status: str
    words: Span | None = None


@dataclass(slots=True)
class Clause:
    """The phrases `first` to `last` with one verb at most; `opener` is the word that begins it, or participle.

    `parent` is the clause that it says more about, or whose subject it shares, as `shares` tells; `helped` is true where
    a form of "be" stands before the verb, `reduced` where one is left out ("signed in Lima").
    """

    first: int
    last: int
    verb: Verb | None
    opener: str = ""
    parent: int = -1
    shares: bool = False
    reduced: bool = False
    helped: bool = False

    @property
    def passive(self) -> bool:
        """Is its verb a passive, with or without an auxiliary?"""
        if self.verb is None or self.verb.trigger is None or self.reduced:
            return self.reduced
        return self.verb.trigger.form == "past" and self.helped

    @property
    def relative(self) -> bool:
        """Does it say more about what stands before it?"""
        return self.opener in RELATIVES or self.opener in ("(", "participle")

    @property
    def fronted(self) -> int:
        """Where what stands before the verb ends."""
        return self.verb.first if self.verb else self.last


def _helps(word: str) -> bool:
    return word in _AUXILIARIES or word in _PLANS or word in _ADVERBS or word in _DENIALS or (word[-2:] == "ly" and len(word) > 4)


def find_verbs(words: list[str], first: int, last: int, found: list[tuple[int, int, Trigger]]) -> list[Verb]:
    """The verbs of a sentence: those that are triggers, and every auxiliary that belongs to none of them."""
    verbs: list[Verb] = []
    reached = first
    for at, end, trigger in [*found, (last, last, None)]:
        start = at
        while trigger and start > reached and _helps(words[start - 1]):
            start -= 1
        position = reached
        while position < start:
            stop = position + 1
            if words[position] in _AUXILIARIES:
                while stop < start and _helps(words[stop]):
                    stop += 1
                verbs.append(Verb(position, stop - 1, stop, None))
            position = stop
        if trigger:
            verbs.append(Verb(start, at, end, trigger))
            reached = end
    return verbs


def _boundary(words: list[str], floor: int, verb: Verb, glued: Container[int]) -> tuple[int, str]:
    """Where after `floor` the clause of a verb begins, and the word that opens it; no word where nothing shows it."""
    before = words[verb.first - 1] if verb.first > floor else ""
    if verb.trigger and verb.trigger.form == "ing" and before in _BEFORE_ING:
        return verb.first - 1, before
    weak, depth = (verb.first, ""), 0
    for at in range(verb.first - 1, floor - 1, -1):
        word = words[at]
        if word == ")" and "(" in words[floor:at]:
            depth += 1
        elif depth:
            depth -= word == "("
        elif word in _SUBORDINATES:
            return at - (at > floor and words[at - 1] in _LEADS_RELATIVE), word
        elif word in _HARD and at not in glued:
            return at + 1, word
        elif not weak[1] and at not in glued and (word in _AND or word == ","):
            weak = (at + (word == ","), word)
    return weak


def find_clauses(
    words: list[str], first: int, last: int, verbs: list[Verb], glued: Container[int], reduced: Container[int]
) -> list[Clause]:
    """The clauses of a sentence in its order.

    `glued` are commas and colons that part no clauses, `reduced` the verbs (by their place) that are participles.
    """
    clauses = [Clause(first, last, None, words[first] if words[first] in _SUBORDINATES else "")]
    for verb in verbs:
        before = clauses[-1]
        start, opener = _boundary(words, before.verb.last if before.verb else before.first, verb, glued)
        cut, helped = verb.at in reduced and opener not in RELATIVES, any(word in BE for word in words[verb.first : verb.at])
        if cut and opener in ("", ","):
            start, opener = (start, "participle") if verb.first - start <= 1 else (verb.first, "participle")
        elif before.verb is None and before.first == first and (start == first or opener in ("", ",", *_AND)):
            before.verb, before.reduced, before.helped = verb, cut, helped  # the first verb of the sentence
            continue
        before.last = start
        parent = len(clauses) - 1
        if opener in ("", ",", ")", ";", ":") or (opener in _AND and words[start - 1] == ","):
            while clauses[parent].relative and clauses[parent].parent >= 0:
                parent = clauses[parent].parent
        shares = opener in ("", ",", ")") or opener in _AND or opener in _BEFORE_ING
        clauses.append(Clause(start, last, verb, opener, parent, shares, cut, helped))
    return clauses


def modality(words: list[str], clause: Clause) -> Modality:
    """What the words before a verb say of it: nothing more than that it happened, or that it goes on, is planned, denied."""
    verb = clause.verb
    if verb is None:
        return Modality(OCCURRED)
    trigger = verb.trigger
    said = set(words[verb.first : verb.last if trigger and trigger.frame == "stay" else verb.at])
    span = (verb.first, verb.at if verb.at > verb.first else verb.last)
    form = trigger.form if trigger else "past"
    planned = bool(said & _PLANS) and ("to" in said or "in" in said)
    if any(words[at] == "no" and words[at + 1] not in _NO_DENIAL for at in range(clause.first, verb.first)):
        return Modality(DENIED)
    if clause.opener in _SUPPOSING or said & _DENIALS or "would" in said or ("yet" in said and "to" in said):
        return Modality(DENIED)
    if said & _WAS and not said & _NOW and (planned or "to" in said):
        return Modality(DENIED)  # "was to have opened", "had been due to": it did not
    if said & _MODALS or planned or ("to" in said and said & _NOW):
        return Modality(PLANNED, span)
    if "to" in said:
        return Modality(DENIED)  # "to visit Peru": what for, not what happened
    if (said & _NOW and (form == "ing" or "being" in said)) or (form == "ing" and "been" in said):
        return Modality(ONGOING, span)
    if said & _NOW or (form in ("base", "present") and not said & (_HAVE | {"did"} | BE)):
        return Modality(PRESENT, span)
    return Modality(OCCURRED)


def recurrence(words: list[str], first: int, last: int) -> Span | None:
    """The words that say that something happens again and again."""
    for at in range(first, last):
        word, after = words[at], words[at + 1] if at + 1 < last else ""
        if word in _AGAIN:
            return at, at + 1
        if after in _PERIODS and (word in _EVERY or (word == "a" and words[at - 1] in _TIMES)):
            return at, at + 2
    return None
