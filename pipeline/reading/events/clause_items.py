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
from ..name import Name
from ..patterns import BOUNDARY, class_of
from .clauses import Clause, Found, Item, Span, find_clauses, find_verbs
from .event_rules import FRAMES, Trigger, triggers
from .event_triggers import find_triggers, reduced, takes_object
from .event_words import (
    DELEGATIONS,
    MARGINS,
    OWNERS,
    PEOPLE,
    PERSONAL,
    PREPOSITIONS,
    RELATIVE,
    TWO_COUNTRIES,
    TWO_PERSONS,
)  # fmt: skip
from .sentences import Sentence

_NOUN_OF_NAME = {
    "meeting": Trigger("event", "meeting", "noun"), "programme": Trigger("thing", "programme", "noun"),
    "agreement": Trigger("instrument", "negotiation", "noun"),
    "organisation": Trigger("thing", "establishment", "noun"),
}  # fmt: skip
_STANDING = frozenset(("meeting", "programme"))
_COUNTING = frozenset(("two", "both", "three"))
# Prepositions that lead in something else after some words; after these, "by" leads in who only heads a group.
_LEADING_IN = {("headed", "by"): "", ("led", "by"): ""} | {(margin, "of"): "beside" for margin in MARGINS}
_JOINING = frozenset((",", "and", "or", "(", "as"))
# Words that lead in or stand for something, a name or date (which is empty here) among them.
_LEADING = PREPOSITIONS | RELATIVE | PERSONAL | PEOPLE | _COUNTING | _JOINING | {""}
_PORTFOLIO = class_of("PORTFOLIO")
_LONGEST_OWNED = 6  # phrases between an owner and what it owns: Peru's first annual trade fair


_Placed = TypeVar("_Placed", bound=tuple[Any, ...])


@lru_cache(maxsize=1)
def _telling() -> frozenset[str]:
    """The words that can say something of events; all others say nothing."""
    return _LEADING | triggers().keys()


def _within(found: list[_Placed], first: int, last: int) -> list[_Placed]:
    """Those that begin among some phrases, of what was found in the order of the text."""
    return found[bisect_left(found, (first,)) : bisect_left(found, (last,))]


def _may_tell(found: list[Found], kinds: set[str]) -> bool:
    """Is there the noun of an event, a verb with a kind of its own, or one beside a noun that it may be said of?

    `kinds` are those of the names that may stand for an event or thing.
    """
    if not found:
        return not kinds.isdisjoint(_STANDING)
    taken: set[str] = set()
    for _, _, trigger in found:
        if trigger.frame == "event" or (trigger.form != "noun" and trigger.kind not in ("", "programme")):
            return True
        taken.update(FRAMES[trigger.frame].takes if trigger.form != "noun" else ())
    told = [trigger for _, _, trigger in found if trigger.form == "noun"]
    told += [_NOUN_OF_NAME[kind] for kind in kinds]
    return not kinds.isdisjoint(_STANDING) or any(noun.frame in taken or noun.kind in taken for noun in told)


class Scanner:
    """Finds the sentences of a brief that may tell of events and takes them apart."""

    def __init__(self, brief: Brief) -> None:
        self.brief, self.phrases, self.words = brief, brief.phrases, brief.phrases.words
        names, dates, words = self.phrases.names, self.phrases.dates, self.words
        self.titles: dict[int, Span] = {}  # a person's name with its title, by the person
        self._titled: set[int] = set()  # the phrases of all titles, which tell of nothing
        # commas between a name and its title, and the colon of "May 2010: Ms. Roy visited"
        self._glued = {at + 1 for at in dates if words[at + 1] == ":"}
        for hit in brief.offices:
            people = [at for at in range(hit.first, hit.last) if at in names and names[at].kind == "person"]
            if people and people[0] != hit.match.start("person") and people[0] == hit.first:
                del people[0]  # "Mr. Kos, Foreign Minister Ann Lee": two people
                hit = hit._replace(first=hit.first + 2)
            span = (hit.first, hit.last)
            if people:
                self.titles.update(dict.fromkeys(people, span))
                self._titled.update(set(range(*span)).difference(people))
                inside = [at for at in range(*span) if words[at] == ","]
                self._glued.update([*inside, hit.last] if inside else [])
        self._dates = [(at, dates[at]) for at in dates if words[at - 1] != "for" or at - 2 not in names]
        self._marks = list(compress(count(), map(_telling().__contains__, words)))

    def sentences(self) -> Iterator[Sentence]:
        """The sentences in the order of the text."""
        classes, firsts, units = self.phrases.classes, self.phrases.firsts, self.brief.tokens.units
        prose = [unit.kind in ("sentence", "list_item") for unit in self.brief.units]
        found = find_triggers(self.phrases, self._titled)
        things = [(at, name.kind) for at, name in self.phrases.names.items() if name.kind in _NOUN_OF_NAME]
        found.reverse()  # those still to come, the next one last
        things.reverse()
        first = 0
        while first < len(classes):
            last = classes.index(BOUNDARY, first)
            here: list[Found] = []
            while found and found[-1][0] < last:
                here.append(found.pop())
            kinds: set[str] = set()
            while things and things[-1][0] < last:
                kinds.add(things.pop()[1])
            if (here or kinds) and prose[units[firsts[first]]] and _may_tell(here, kinds):
                yield self._sentence(first, last, here)
            first = last + 1

    def _sentence(self, first: int, last: int, found: list[Found]) -> Sentence:
        phrases = self.phrases
        verbs = find_verbs(self.words, first, last, [one for one in found if one[2].form != "noun"])
        participles = {verb.at for verb in verbs if reduced(phrases, verb, first)}
        clauses = find_clauses(self.words, (first, last), verbs, self._glued, participles)
        nouns = {one[0]: one for one in found if one[2].form == "noun"}
        marks = self._marks[bisect_left(self._marks, first) : bisect_left(self._marks, last)]
        for clause in clauses:
            verb, parent = clause.verb, clauses[clause.parent]
            bare = verb is not None and verb.trigger is not None and verb.first == verb.at
            if clause.shares and verb and bare and parent.helped and not takes_object(phrases, verb.last):
                clause.helped = True  # "was signed in 2010 and ratified in 2012"
            self._fill(clause, marks, nouns)
        items = [item for clause in clauses for item in (*clause.before, *clause.after)]
        return Sentence(self.words, first, last, clauses, items, _within(self._dates, first, last))

    def _fill(self, clause: Clause, marks: list[int], nouns: dict[int, Found]) -> None:
        """Find the items of a clause among the marks of its sentence."""
        words, titled, dates = self.words, self._titled, self.phrases.dates
        fronted, resumed = (clause.verb.first, clause.verb.last) if clause.verb else (clause.last, clause.last)
        last_comma = max(self.commas(clause.first, fronted), default=-1)  # ends what leads in
        items, reached = clause.before, clause.first
        relation, filled = "", False  # the preposition that leads in, and whether it has led a name in
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
            elif word in PREPOSITIONS:
                if word != "of" or words[at - 1] not in DELEGATIONS:
                    relation, filled = _LEADING_IN.get((words[at - 1], word), word), False
            elif item := self._item(at, word, "" if filled else relation, clause.last, nouns):
                items.append(item)
                filled, reached = item.kind != "noun" and not item.owner, item.last
            elif at in dates or word in RELATIVE:
                relation, filled = "", False

    def _item(self, at: int, word: str, relation: str, last: int, nouns: dict[int, Found]) -> Item | None:
        if at in self.phrases.names:
            return self._named(at, relation)
        if at in nouns:
            _, end, noun = nouns[at]
            return Item(at, end, "noun", relation, (at, end), noun=noun)
        if word in PERSONAL:
            return Item(at, at + 1, "pronoun", relation, (at, at + 1))
        if word in PEOPLE:
            return self._people_of(at, relation) if self.words[at + 1] == "of" else None
        return self._counted(at, last, relation) if word in _COUNTING else None

    def _named(self, at: int, relation: str) -> Item | None:
        name, after = self.phrases.names[at], self.words[at + 1]
        if after in PEOPLE and name.kind != "person":
            return Item(at, at + 2, "group", relation, (at, at + 2))
        if name.form == "demonym" or (name.form == "acronym" and self._repeats(at)):
            return None
        outer, owner = self.titles.get(at, (at, at + 1)), after in ("'s", "'")
        noun = self._noun_of(name) if name.kind == "meeting" else _NOUN_OF_NAME.get(name.kind)
        return Item(at, at + 1, name.kind, relation, outer, owner, name, noun)

    def _repeats(self, at: int) -> bool:
        """Does a name stand in brackets behind another name?"""
        return self.words[at - 1] == "(" and self.words[at + 1] == ")" and at - 2 in self.phrases.names

    def _noun_of(self, meeting: Name) -> Trigger:
        """What the name of a meeting stands for by its last word: a dialogue, a fair."""
        head = triggers().get(self.brief.tokens.words[meeting.last - 1].lower().split()[-1])
        nouns = [trigger for trigger in head.alone if trigger.form == "noun"] if head else []
        return nouns[0] if nouns else _NOUN_OF_NAME["meeting"]

    def _people_of(self, at: int, relation: str) -> Item | None:
        """ "the Foreign Ministers of Canada and Peru": a group without a name."""
        last = at + 2
        while last in self.phrases.names or (self.words[last] in ("the", "and") and last + 1 in self.phrases.names):
            last += 1
        first = at - (self.phrases.classes[at - 1] == _PORTFOLIO)
        return Item(at, last, "group", relation, (first, last)) if last > at + 2 else None

    def _counted(self, at: int, last: int, relation: str) -> Item | None:
        """ "the two ministers", "both leaders", "our two countries"; without an article they are a group without
        name.
        """
        for end in range(at + 1, min(at + 4, last)):
            noun = self.words[end]
            if noun in TWO_COUNTRIES or noun in TWO_PERSONS:
                known = self.words[at] == "both" or (self.words[at] == "two" and self.words[at - 1] in ("the", "our"))
                kind = "group" if not known else "countries" if noun in TWO_COUNTRIES else "persons"
                return Item(at, end + 1, kind, relation, (at, end + 1))
        return None

    def commas(self, first: int, last: int) -> list[int]:
        """The commas among some phrases, but for those between a name and its title."""
        if "," not in self.words[first:last]:
            return []
        return [at for at in range(first, last) if self.words[at] == "," and at not in self._glued]

    def possessor(self, at: int, first: int) -> Item | None:
        """Whose a noun is: the owner named before it, or "his"."""
        for before in range(at - 1, max(at - _LONGEST_OWNED, first - 1), -1):
            word = self.words[before]
            if word in OWNERS:
                return Item(before, before + 1, "pronoun", "'s", (before, before + 1))
            if before in self.phrases.names and self.phrases.names[before].form != "demonym":
                named = self._named(before, "'s")
                return named if named and (named.owner or named.kind == "group") else None
            if word in (",", ";", "(", ")") or word in PREPOSITIONS:
                return None
        return None
