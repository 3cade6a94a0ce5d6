"""Sentences cut into clauses, one for each verb, with what stands in them: names, groups, pronouns, nouns of events."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field
from typing import NamedTuple

from ..name import Name
from .clefts import named_behind
from .event_rules import Trigger, told_of
from .event_words import AND, BE, BEFORE_ING, BEFORE_NAME, BEFORE_RELATIVE, HARD, OWNERS, RELATIVE, SUBORDINATING

Span = tuple[int, int]  # phrases, the last one exclusive
Found = tuple[int, int, Trigger]  # the phrases of a trigger, and what it is

PARTICIPLE = "participle"  # the opener of a clause that begins with one

_SAYING_MORE = frozenset(("of", "on", "for"))  # what leads in what a text or programme is about
_PARTING = SUBORDINATING | HARD | AND | {",", "that"}  # words that may part clauses


class Verb(NamedTuple):
    """A verb with its auxiliaries from phrase `first`; `at` to `last` are its own words, of this `form`.

    Without trigger it is any verb.
    """

    first: int
    at: int
    last: int
    trigger: Trigger | None
    form: str = "past"


class Item(NamedTuple):
    """The phrases `first` to `last` that stand for somebody or something; `relation` is the preposition, empty for
    none.

    `kind` is that of the entity, or group, pronoun, countries, persons or noun; `outer` is where its title begins and
    ends; `owner` is true for "Peru's". `noun` is the event or thing that a noun or a name may stand for.
    """

    first: int
    last: int
    kind: str
    relation: str
    outer: Span
    owner: bool = False
    name: Name | None = None
    noun: Trigger | None = None

    @property
    def event(self) -> bool:
        """Does it stand for an event?"""
        return self.noun is not None and self.noun.frame == "event"


@dataclass(slots=True)
class Clause:
    """The phrases `first` to `last` with one verb at most; `opener` is the word that begins it, or PARTICIPLE.

    `parent` is the clause that it says more about, or whose subject it shares, as `shares` tells; `helped` is true
    where a form of "be" stands before the verb, `reduced` where one is left out ("signed in Lima"). `before` and
    `after` the verb stand the items.
    """

    first: int
    last: int
    verb: Verb | None
    opener: str = ""
    parent: int = -1
    shares: bool = False
    reduced: bool = False
    helped: bool = False
    before: list[Item] = field(default_factory=list)
    after: list[Item] = field(default_factory=list)

    @property
    def passive(self) -> bool:
        """Is its verb a passive, with or without an auxiliary?"""
        return self.reduced or (self.helped and self.verb is not None and self.verb.form == "past")

    @property
    def relative(self) -> bool:
        """Does it say more about what stands before it?"""
        return self.opener in RELATIVE or self.opener in ("(", PARTICIPLE)

    @property
    def fronted(self) -> int:
        """Where what stands before the verb ends."""
        return self.verb.first if self.verb else self.last


def _noun_before(words: list[str], at: int) -> tuple[str, ...]:
    """The noun before a phrase, and the one that it says more about: the treaty of peace, a programme on stem cells."""
    led = next((before for before in (at - 2, at - 3) if words[before] in _SAYING_MORE), 0)
    return (words[led - 1], words[at - 1]) if led else (words[at - 1],)


def _boundary(words: list[str], floor: int, verb: Verb, glued: Container[int]) -> tuple[int, str]:
    """Where after `floor` the clause of a verb begins, and the word that opens it; no word where nothing shows it."""
    before = words[verb.first - 1] if verb.first > floor else ""
    if verb.form == "ing" and before in BEFORE_ING:
        return verb.first - 1, before
    if words[verb.first] == "to" and before not in AND and before != ",":
        return verb.first, ""  # "in May and again in June to sign a treaty"
    weak, depth = (verb.first, ""), 0
    for at in range(verb.first - 1, floor - 1, -1):
        word = words[at]
        if word not in _PARTING:
            continue
        if word == ")" and "(" in words[floor:at]:
            depth += 1
        elif depth:
            depth -= word == "("
        elif word in SUBORDINATING:
            return at - (at > floor and words[at - 1] in BEFORE_RELATIVE), word
        elif word == "that" and at in glued:
            continue
        elif word == "that" and at > floor and (not words[at - 1] or not told_of().isdisjoint(_noun_before(words, at))):
            return at, "which"  # "the treaty that Peru signed"
        elif word in HARD and at not in glued:
            return at + 1, word
        elif at in glued or not (word in AND or word == ",") or (word == "and" and _couples(words, floor, at)):
            continue
        elif not weak[1] or (word in AND and _further(words, at, weak, verb)):
            weak = (at + (word == ","), word)
    return weak


def _further(words: list[str], at: int, weak: tuple[int, str], verb: Verb) -> bool:
    """Does a clause begin at this "and" rather: and, in 2010, opened; , and in 2010 Peru and the OECD opened?"""
    if weak == (verb.first, ","):
        return "," in (words[at - 1], words[at + 1])  # ", and Peru, as host, will pay"
    named = weak[1] == "and" and verb.first > weak[0] + 1 and {"", "the"}.issuperset(words[weak[0] + 1 : verb.first])
    return named and words[at - 1] == ","


def _couples(words: list[str], floor: int, at: int) -> bool:
    """Is it the "and" of "between Mr. Kos and Ms. Roy", of "by Mr. Kos and his counterpart, Ms. Roy"?"""
    if words[at + 1] in OWNERS and "counterpart" in words[at + 2 : at + 4]:
        return True
    for before in range(at - 1, floor - 1, -1):
        if words[before] == "between":
            return True
        if words[before] in AND or words[before] in HARD:
            return False
    return False


def find_clauses(
    words: list[str], span: Span, verbs: list[Verb], glued: Container[int], reduced: Container[int]
) -> list[Clause]:
    """The clauses of a sentence in its order.

    `glued` are commas and colons that part no clauses, `reduced` the verbs (by their place) that are participles.
    """
    first, last = span
    clauses = [Clause(first, last, None, words[first] if words[first] in SUBORDINATING else "")]
    for verb in verbs:
        before = clauses[-1]
        if len(clauses) == 1 and before.verb and not verb.trigger and named_behind(words, first, last) == verb.at:
            continue
        start, opener = _boundary(words, before.verb.last if before.verb else before.first, verb, glued)
        cut = verb.at in reduced and opener not in RELATIVE
        helped = not BE.isdisjoint(words[verb.first : verb.at])
        if cut and opener in ("", ",") and verb.first > first:
            start, opener = (start if verb.first - start <= 1 else verb.first), PARTICIPLE
        elif before.verb is None and before.first == first and (start == first or opener in ("", ",", *AND)):
            before.verb, before.reduced, before.helped = verb, cut, helped  # the first verb of the sentence
            continue
        before.last = start
        parent = len(clauses) - 1
        joined = cut and before.opener == PARTICIPLE  # "a treaty signed in 2010, and in force since 2012"
        if opener in ("", ",", ")", ";", ":") or (opener in AND and words[start - 1] == "," and not joined):
            aim = words[verb.first] == "to" and words[verb.first - 1].isalpha()  # "who has accepted an invitation to"
            while clauses[parent].relative and clauses[parent].parent >= 0 and not aim:
                parent = clauses[parent].parent
        if opener in RELATIVE and words[start - 1] in AND and clauses[parent].opener == opener:
            parent = clauses[parent].parent  # "the OECD, which has its seat there and which admitted Peru"
        bare = verb.form == "ing" or cut  # "before visiting Peru", but not "since when talks have been held"
        shares = opener in ("", ",", ")") or opener in AND or (opener in BEFORE_ING and bare)
        clauses.append(Clause(start, last, verb, opener, parent, shares, cut, helped))
    return clauses


def resumed(words: list[str], clauses: list[Clause], at: int) -> list[Item]:
    """The subject of a clause that stands before an aside: Peru has an office there; Chile, which has none, is to open
    one in 2015.
    """
    parent = clauses[at].parent
    outer = clauses[parent]
    aside = next((one for one in clauses[parent + 1 : at] if one.relative and one.parent == parent), None)
    if aside is None or outer.verb is None or not outer.after:
        return []
    last = outer.after[-1]
    before = last.outer[0] - 1 - (words[last.outer[0] - 1] in BEFORE_NAME)
    joined = words[before] == ";" or (words[before] in AND and words[before - 1] == ",")
    return [last] if joined and last.outer[1] + 1 == aside.first else []
