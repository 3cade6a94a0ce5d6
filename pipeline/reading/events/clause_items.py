"""The sentences of a brief that may tell of events, taken apart: clauses, and names, groups, pronouns and nouns of
events, each with what leads it in.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import compress, count
from typing import Any, TypeVar

from ..brief import Brief
from ..patterns import BOUNDARY
from .clauses import Clause, Found, Item, find_clauses
from .clefts import behind_cleft
from .event_rules import Trigger, triggers
from .event_triggers import find_triggers, reduced, takes_object
from .event_words import (
    DELEGATIONS,
    MARGINS,
    MISSIONS,
    PEOPLE,
    PERSONAL,
    PREPOSITIONS,
    RELATIVE,
)  # fmt: skip
from .items import COUNTING, Items
from .sentences import Sentence
from .telling_dates import telling_dates
from .verbs import find_verbs

# Prepositions that lead in something else after some words; after these, "by" leads in who only heads a group.
_LEADING_IN = {("headed", "by"): "", ("led", "by"): "", ("accompanied", "by"): "alongside"}
_LEADING_IN |= {(word, "with"): "alongside" for word in ("together", "along", "jointly")}
_LEADING_IN |= {(word, "of"): "for" for word in ("support", "aid", "work", "efforts", "activities")}
_LEADING_IN |= {(word, "of"): "beside" for word in (*MARGINS, "presence")}
_LEADING_IN |= {(word, "of"): "inviting" for word in ("invitation", "guest", "guests")}
_JOINING = frozenset((",", "and", "or", "(", "as"))
# Words that lead in or stand for something, a name or date (which is empty here) among them.
_LEADING = PREPOSITIONS | RELATIVE | PERSONAL | PEOPLE | MISSIONS | COUNTING | _JOINING | {""}
_ELSEWHERE = "elsewhere"  # leads in what a verb that tells of no event has for its object
_OF_OBJECTS = frozenset(("a", "an", "the", "his", "her", "its", "their", ""))  # before or in place of an object
_SHORTEST_END = 4  # letters of a word before a full stop, for shorter ones may be cut short: approx., Rs., Jan.

_STANDING = frozenset(("meeting", "programme"))  # kinds of names that tell of an event beside no word for one
_TELLING = _STANDING | {"organisation"}  # those that do, perhaps with a verb that no list knows

_Placed = TypeVar("_Placed", bound=tuple[Any, ...])


@lru_cache(maxsize=1)
def _telling() -> frozenset[str]:
    """The words that can say something of events; all others say nothing."""
    return _LEADING | triggers().keys()


def _within(found: list[_Placed], first: int, last: int) -> list[_Placed]:
    """Those that begin among some phrases, of what was found in the order of the text."""
    return found[bisect_left(found, (first,)) : bisect_left(found, (last,))]


def _tells(found: Found) -> bool:
    """Is it a verb that tells of events, or the noun of an event?"""
    return found[2].form != "noun" or found[2].frame == "event"


def _name_the_same(clauses: list[Clause]) -> None:
    """Make "that of" the event that the words before name: the visit followed that of Ms. Roy."""
    known: Trigger | None = None
    for clause in clauses:
        for items in (clause.before, clause.after):
            items[:] = [_the_same(item, known := item.noun if item.event else known) for item in items]


def _the_same(item: Item, known: Trigger | None) -> Item:
    """An item, which names the event `known` if it only says that it is the same."""
    return item._replace(noun=known) if item.noun and item.noun.frame == "same" else item


class Scanner(Items):
    """Finds the sentences of a brief that may tell of events and takes them apart."""

    def __init__(self, brief: Brief) -> None:
        super().__init__(brief)
        words = self.words
        self._dates = telling_dates(self.phrases)
        self._marks = sorted([*compress(count(), map(_telling().__contains__, words)), *self.holders])

    def sentences(self) -> Iterator[Sentence]:
        """The sentences in the order of the text."""
        found = find_triggers(self.brief.tokens, self.phrases, self.titled)
        things = [(at, name.kind) for at, name in self.phrases.names.items() if name.kind in _TELLING]
        for first, last, alone in self._spans():
            here = _within(found, first, last)
            if alone and not here:
                continue
            kinds = {kind for _, kind in _within(things, first, last)}
            if not kinds.isdisjoint(_STANDING) or any(map(_tells, here)) or self._unlisted(here, kinds, first, last):
                yield self._sentence(first, last, here)

    def _unlisted(self, found: list[Found], kinds: set[str], first: int, last: int) -> bool:
        """May a verb that no list knows tell of ties on a date, or of what a body has done with another since?"""
        ties = any(trigger.frame == "relations" for *_, trigger in found)
        joint = "organisation" in kinds and "with" in self.words[first:last]
        return (ties or joint) and bool(_within(self._dates, first, last))

    def _spans(self) -> Iterator[tuple[int, int, bool]]:
        """The phrases of each sentence, and whether it is a line with a date that stands like a heading.

        An item of a list may have several sentences.
        """
        classes, firsts, units = self.phrases.classes, self.phrases.firsts, self.brief.tokens.units
        kinds = [unit.kind for unit in self.brief.units]
        first = 0
        while first < len(classes):
            last, kind = classes.index(BOUNDARY, first), kinds[units[firsts[first]]]
            if kind == "list_item":
                stop = classes.find(".", first, last - 1)
                while stop >= 0:
                    if self._ends(stop):
                        yield first, stop + 1, False
                        first = stop + 1
                    stop = classes.find(".", stop + 1, last - 1)
            if kind in ("sentence", "list_item"):
                yield first, last, False
            elif kind == "heading" and _within(self._dates, first, last):
                yield first, last, True  # "Cultural Agreement (signed in 1974)"
            first = last + 1

    def _ends(self, stop: int) -> bool:
        """Does a full stop end a sentence: behind a date, a name or a word of some length, before a capital?"""
        before, after = self.words[stop - 1], self.phrases.firsts[stop + 1]
        return (not before or len(before) >= _SHORTEST_END) and self.brief.tokens.words[after][:1].isupper()

    def _sentence(self, first: int, last: int, found: list[Found]) -> Sentence:
        phrases = self.phrases
        first, that = behind_cleft(phrases, first, last)
        told = [one for one in found if one[0] >= first and one[2].form != "noun"]
        verbs = find_verbs(self.words, first, last, told, phrases.dates)
        participles = {verb.at for verb in verbs if verb.trigger and reduced(phrases, verb, verb.trigger, first)}
        clauses = find_clauses(self.words, (first, last), verbs, self.glued | that, participles)
        nouns = {one[0]: one for one in found if one[2].form == "noun"}
        for clause in clauses:
            self._fill(clause, nouns)
            verb = clause.verb
            bare = verb is not None and verb.trigger is not None and verb.first == verb.at
            if verb and bare and clause.shares and clauses[clause.parent].helped:
                own = any(not item.relation and not item.owner for item in clause.before)
                # "was signed in 2010 and ratified in 2012", but not "was founded and Peru joined"
                clause.helped = not own and not takes_object(phrases, verb.last)
        if any(trigger.frame == "same" for *_, trigger in found):
            _name_the_same(clauses)
        items = [item for clause in clauses for item in (*clause.before, *clause.after)]
        return Sentence(self.words, first, last, clauses, items, _within(self._dates, first, last))

    def _acts(self, at: int) -> bool:
        """Is a word a verb that tells of no event, with an object: met Ms. Roy and addressed the Senate?"""
        word = self.words[at]
        return word.endswith(("ed", "ing")) and self.words[at + 1] in _OF_OBJECTS

    def _fill(self, clause: Clause, nouns: dict[int, Found]) -> None:
        """Find the items of a clause among its marks."""
        words, titled, dates = self.words, self.titled, self.phrases.dates
        fronted, resumed = (clause.verb.first, clause.verb.last) if clause.verb else (clause.last, clause.last)
        last_comma = (self.commas(clause.first, fronted) or [-1])[-1]  # ends what leads in
        items, reached = clause.before, clause.first
        relation, filled = "", False  # the preposition that leads in, and whether it has led a name in
        marks = self._marks
        for at in marks[bisect_left(marks, clause.first) : bisect_left(marks, clause.last)]:
            if at >= fronted and items is clause.before:
                items = clause.after
                if reached < resumed:
                    relation, filled, reached = "", False, resumed
            if at < reached:
                continue
            word = words[at]
            if at in titled:
                filled = filled and word not in ("and", ",")
            elif word in _JOINING:
                relation, filled = "" if at == last_comma else relation, False
                if word == "and" and self._acts(at + 1):
                    relation = _ELSEWHERE
            elif word in PREPOSITIONS and at not in nouns:  # "by-election" begins with one
                if word != "of" or words[at - 1] not in DELEGATIONS:
                    relation, filled = _LEADING_IN.get((words[at - 1], word), word), False
            elif word in ("two", "both") and at + 1 == fronted:
                items.append(Item(at, at + 1, "persons", "", (at, at + 1)))  # "the two met"
            elif item := self.item(at, word, "" if filled else relation, clause.last, nouns):
                items.append(item)
                relation = item.relation if word in PERSONAL else relation
                filled, reached = item.kind != "noun" and not item.owner, item.last
            elif (at in dates and words[at - 1] != "(") or word in RELATIVE:
                relation, filled = "", False
