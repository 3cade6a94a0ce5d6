"""What stands in a clause besides its verb: names, groups, pronouns and nouns of events, each with what leads it in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..brief import Brief
from ..name import Name
from ..patterns import BOUNDARY, class_of
from ..roles.office_rules import OFFICE_RULES
from .clauses import Clause, Span, find_clauses, find_verbs
from .event_rules import FRAMES, Trigger, triggers
from .event_triggers import Finder, Found
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

_NOUN_OF_NAME = {
    "meeting": Trigger("event", "meeting", "noun"), "programme": Trigger("thing", "programme", "noun"),
    "agreement": Trigger("instrument", "negotiation", "noun"),
    "organisation": Trigger("thing", "establishment", "noun"),
}  # fmt: skip
_STANDING = frozenset(("meeting", "programme"))
_COUNTING = frozenset(("two", "both", "three"))
# Words that lead in or stand for something, a name or date (which is empty here) among them; all others say nothing.
_TELLING = PREPOSITIONS | RELATIVE | PERSONAL | PEOPLE | _COUNTING | {"", ",", "and", "or", "(", "as"}
_PORTFOLIO = class_of("PORTFOLIO")
_LONGEST_OWNED = 6  # phrases between an owner and what it owns: Peru's first annual trade fair


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


class Sentence(NamedTuple):
    """A sentence with triggers in it: its clauses and items in its order."""

    first: int
    last: int
    clauses: list[Clause]
    items: list[Item]

    def inside(self, first: int, last: int) -> list[Item]:
        """The items among some phrases."""
        return [item for item in self.items if first <= item.first < last]


class Scanner:
    """Finds the sentences of a brief that may tell of events and takes them apart."""

    def __init__(self, brief: Brief) -> None:
        self.brief, self.phrases, self.words = brief, brief.phrases, brief.phrases.words
        names = self.phrases.names
        self.titles: dict[int, Span] = {}  # a person's name with its title, by the person
        self._titled: set[int] = set()  # the phrases of all titles
        # commas between a name and its title, and the colon of "May 2010: Ms. Roy visited"
        self._glued = {at + 1 for at in self.phrases.dates if self.words[at + 1] == ":"}
        for hit in OFFICE_RULES.hits(self.phrases.classes):
            people = [at for at in range(hit.first, hit.last) if at in names and names[at].kind == "person"]
            if people and people[0] != hit.match.start("person") and people[0] == hit.first:
                del people[0]  # "Mr. Kos, Foreign Minister Ann Lee": two people
                hit = hit._replace(first=hit.first + 2)
            span = (hit.first, hit.last)
            if people:
                self.titles.update(dict.fromkeys(people, span))
                self._titled.update(set(range(*span)).difference(people))
                inside = [at for at in range(*span) if self.words[at] == ","]
                self._glued.update([*inside, hit.last] if inside else [])
        self._finder = Finder(brief, self._titled)

    def sentences(self) -> Iterator[Sentence]:
        """The sentences in the order of the text."""
        classes, firsts, units = self.phrases.classes, self.phrases.firsts, self.brief.tokens.units
        prose = [unit.kind in ("sentence", "list_item") for unit in self.brief.units]
        first = 0
        while first < len(classes):
            last = classes.index(BOUNDARY, first)
            if last > first and prose[units[firsts[first]]]:
                found = self._finder.find(first, last)
                if self._may_tell(first, last, found):
                    yield self._sentence(first, last, found)
            first = last + 1

    def _may_tell(self, first: int, last: int, found: list[Found]) -> bool:
        """Is there the noun of an event, a verb with a kind of its own, or one beside a noun that it may be said of?"""
        names = self.phrases.names
        kinds = {names[at].kind for at in range(first, last) if at in names}
        if not found:
            return not kinds.isdisjoint(_STANDING)
        taken: set[str] = set()
        for _, _, trigger in found:
            if trigger.frame == "event" or (trigger.form != "noun" and trigger.kind not in ("", "programme")):
                return True
            taken.update(FRAMES[trigger.frame].takes if trigger.form != "noun" else ())
        told = [trigger for _, _, trigger in found if trigger.form == "noun"]
        told += [_NOUN_OF_NAME[kind] for kind in kinds & _NOUN_OF_NAME.keys()]
        return not kinds.isdisjoint(_STANDING) or any(noun.frame in taken or noun.kind in taken for noun in told)

    def _sentence(self, first: int, last: int, found: list[Found]) -> Sentence:
        finder = self._finder
        verbs = find_verbs(self.words, first, last, [one for one in found if one[2].form != "noun"])
        reduced = {verb.at for verb in verbs if finder.reduced(verb, first)}
        clauses = find_clauses(self.words, (first, last), verbs, self._glued, reduced)
        for clause in clauses:  # "was signed in 2010 and ratified in 2012"
            verb, parent = clause.verb, clauses[clause.parent]
            bare = verb is not None and verb.trigger is not None and verb.first == verb.at
            if clause.shares and verb and bare and parent.helped and not finder.takes_object(verb.last):
                clause.helped = True
        nouns = {one[0]: one for one in found if one[2].form == "noun"}
        return Sentence(first, last, clauses, [item for clause in clauses for item in self._items(clause, nouns)])

    def _items(self, clause: Clause, nouns: dict[int, Found]) -> Iterator[Item]:
        fronted, resumed = clause.fronted, clause.verb.last if clause.verb else clause.last
        last_comma = next(reversed(self.commas(clause.first, fronted)), -1)
        relation, filled = "", False  # the preposition that leads in, and whether it has led a name in
        at = clause.first
        while at < clause.last:
            word = self.words[at]
            if fronted <= at < resumed:
                relation, filled, at = "", False, resumed
                continue
            if word not in _TELLING and at not in nouns:
                at += 1
                continue
            item = self._item(at, "" if filled else relation, clause.last, nouns) if at not in self._titled else None
            if item:
                yield item
                filled = item.kind != "noun" and not item.owner
            elif at in self._titled:
                filled = filled and word not in ("and", ",")
            else:
                relation, filled = self._led(at, relation, filled, at == last_comma)
            at = item.last if item else at + 1

    def _led(self, at: int, relation: str, filled: bool, parts: bool) -> tuple[str, bool]:
        """The preposition that leads in what follows a word; `parts` is true of a comma that ends what leads in."""
        word, before = self.words[at], self.words[at - 1]
        if at in self.phrases.dates or word in RELATIVE or parts or (word == "by" and before in ("headed", "led")):
            return "", False
        if word in (",", "and", "or", "(", "as"):
            return relation, False
        if word == "of" and before in MARGINS:
            return "beside", False
        if word in PREPOSITIONS and not (word == "of" and before in DELEGATIONS):
            return word, False
        return relation, filled

    def _item(self, at: int, relation: str, last: int, nouns: dict[int, Found]) -> Item | None:
        word = self.words[at]
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
        in_brackets = self.words[at - 1] == "(" and self.words[at + 1] == ")" and at - 2 in self.phrases.names
        if name.form == "demonym" or (in_brackets and name.form == "acronym"):
            return None
        outer = self.titles.get(at, (at, at + 1))
        return Item(at, at + 1, name.kind, relation, outer, after in ("'s", "'"), name, self._noun_of(name))

    def _noun_of(self, name: Name) -> Trigger | None:
        """What a name stands for besides itself: a meeting, a programme, or by its last word a dialogue or a fair."""
        if name.kind == "meeting":
            last = self.brief.tokens.words[name.last - 1].lower().split()[-1]
            for rest, readings in triggers().get(last, ()):
                for trigger in readings:
                    if not rest and trigger.form == "noun":
                        return trigger
        return _NOUN_OF_NAME.get(name.kind)

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
