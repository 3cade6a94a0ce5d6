"""Events with their parts, and who plays a part: names, groups without a name, and what pronouns stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import NamedTuple

from ..brief import Chars
from ..lexicon import Entity, lexicon
from ..name import Name
from ..roles.parties import Parties
from ..when import When
from .clause_items import Scanner
from .clauses import Item, Span
from .event_rules import PLAYERS
from .event_words import AFTER_COMPLEMENT, COMPLEMENTS, ENDS_PHRASE, SINGULAR
from .modality import OCCURRED
from .sentences import Sentence

_WORDS = re.compile(r"(?=([A-Z][A-Za-z]+))(?:[A-Z][a-z]+ [A-Z][a-z]+|\1)")  # two capitalised words, and the first


Role = tuple[Item, str]  # an item and the role that its place in the clause gives it, empty for none


class Part(NamedTuple):
    """Who plays a part in an event: an entity, or words for what has no name; the rule where it is concluded.

    `words` are offsets, where it is told by a part of a phrase only.
    """

    role: str
    entity: str
    span: Span
    rule: str = ""
    words: Chars | None = None


@dataclass(slots=True)
class Event:
    """One event as one clause tells it; spans are of phrases. `trigger` gives the kind, `words` is the clause.

    `about` is the entity of the meeting, agreement or programme itself; `noun` where a noun stands for the event.
    """

    kind: str
    trigger: Span
    words: Span
    clause: int
    noun: int = -1
    kind_rule: str = ""
    status: str = OCCURRED
    status_words: Span | None = None
    status_rule: str = ""
    date: str = ""
    when: When | None = None
    date_rule: str = ""
    place: Part | None = None
    parts: list[Part] = field(default_factory=list)
    about: str = ""
    sentence: int = 0
    paragraph: int = 0
    by_verb: bool = False  # is there a verb that says it
    named_only: bool = False  # a meeting that is only named, as where something else was done
    aside: bool = False  # told in a relative clause, beside what the sentence tells
    again: bool = False
    told: list[Event] = field(default_factory=list)  # further places that tell the same

    def entities(self, *roles: str) -> set[str]:
        """The entities that play one of these parts, or any part."""
        return {part.entity for part in self.parts if part.entity and (not roles or part.role in roles)}

    def add(self, parts: list[Part]) -> None:
        """Give the event the parts that it does not have yet, and a place if it has none."""
        held = [part.entity or part for part in self.parts]
        for part in parts:
            who = part.entity or part
            if part.role == "place":
                self.place = self.place or part
            elif who not in held:
                self.parts.append(part)
                held.append(who)

    def like(self, parts: list[Part]) -> Event:
        """A further event of the same clause, with parts of its own."""
        twin = replace(self, parts=[], told=[])
        twin.add(parts)
        return twin

    def dated(self, at: int, when: When) -> None:
        """Date the event by words of its own clause."""
        self.when, self.date, self.date_rule = when, when.date, when.rule
        self.words = hull(self.words, (at, at + 1))

    def dated_by(self, when: When, rule: str) -> None:
        """Date the event by words from elsewhere."""
        self.when, self.date, self.date_rule = when, when.date, rule


def hull(*spans: Span) -> Span:
    """The span that covers all spans."""
    return min(spans)[0], max([last for _, last in spans])


@lru_cache(maxsize=1024)
def _countries_in(name: str) -> tuple[tuple[Entity, int, int], ...]:
    """The countries that a name names, and where; kept, since briefs name the same texts and meetings often."""
    heads, found = lexicon().heads, []
    for match in _WORDS.finditer(name):
        words, first = match.group(), match.group(1)
        head = heads.get(first)
        longer = head.longer.get(words[len(first) + 1 :], ()) if head else ()
        entries = [(entry, match.end()) for after, entry in longer if not after]
        if head and head.alone:
            entries.append((head.alone, match.end(1)))
        countries = [(entry, end) for entry, end in entries if getattr(entry.value, "kind", "") == "country"]
        if countries and countries[0][0].form != "demonym":
            found.append((countries[0][0].value, match.start(), countries[0][1]))
    return tuple(found)


class Cast:
    """Knows who the items of a sentence are, remembering who was named in the sentences before."""

    def __init__(self, scanner: Scanner) -> None:
        self.words, self.phrases, self.brief = scanner.words, scanner.phrases, scanner.brief
        self.countries = Parties(scanner.brief)
        self.sentence = Sentence([], 0, 0, [], [], [])
        self.person = ""  # who "he" or "she" is
        self.people: list[str] = []  # persons in the order named, in this paragraph
        self.instrument = ""  # the agreement that "it" is

    def entity(self, item: Item) -> str:
        """The id of the entity that a name stands for."""
        return self.brief.resolver.entity_id(item.name) if item.name else ""

    def parts(self, given: Iterable[Role]) -> list[Part]:
        """The parts that items can play in their roles; none where the role is not one for them."""
        found: list[Part] = []
        for item, role in given:
            if role:
                players = PLAYERS[role]
                if not item.name:
                    found += self._nameless(item, role, players)
                elif item.kind in players:
                    found.append(Part(role, self.brief.resolver.entity_id(item.name), (item.first, item.last)))
        return found

    def _nameless(self, item: Item, role: str, players: frozenset[str]) -> list[Part]:
        """The parts that a group, a noun or a pronoun can play in a role."""
        span = (item.first, item.last)
        if item.kind == "group":
            return [Part(role, "", span)] if "group" in players else []
        if item.kind == "noun":
            if role != "instrument" or item.noun is None or item.noun.frame != "instrument":
                return []
            known = self._it(item) if self._definite(item) else ""
            return [Part(role, known, span if known else self._noun_phrase(item), "agreement-before" if known else "")]
        if item.kind == "pronoun":
            word = self.words[item.first]
            who = self._he(item) if word in SINGULAR and "person" in players else ""
            who = self._it(item) if word == "it" and role == "instrument" else who
            return [Part(role, who, span, "pronoun")] if who else []
        if item.kind == "countries" and "country" in players:
            subject = self.countries.ending(item.last)
            return [Part(role, party.entity, span, party.rule) for party in subject.parties] if subject else []
        if item.kind == "persons" and "person" in players:
            people = self._two_people(item)
            return [Part(role, person, span, "persons-before") for person in people] or [Part(role, "", span)]
        return []

    def _he(self, item: Item) -> str:
        """Who "he" is: the subject of the sentence so far, or of the clause that "his" begins, else of those before."""
        people = [other for other in self.sentence.items if other.kind == "person" and not other.owner]
        before = [other for other in people if other.first < item.first]
        subjects = [other for other in before if not other.relation]
        if not subjects and self.words[item.first] in ("his", "her"):
            clauses = [clause for clause in self.sentence.clauses if clause.verb]
            fronted = any(clause.first <= item.first < clause.fronted for clause in clauses)
            subjects = [other for other in people if fronted and other.first > item.first and not other.relation]
        if subjects or before:
            return self.entity(subjects[0] if subjects else before[-1])
        return self.person

    def _definite(self, item: Item) -> bool:
        """Does a noun alone stand for a text named before: the agreement, this treaty?"""
        before, after = self.words[item.first - 1], self.words[item.last]
        return before in ("the", "this", "that") and after not in COMPLEMENTS and self.words[item.last - 1][-1] != "s"

    def _it(self, item: Item) -> str:
        """The agreement that "it" is: the last one named."""
        before = [other for other in self.sentence.items if other.kind == "agreement" and other.first < item.first]
        return self.entity(before[-1]) if before else self.instrument

    def _two_people(self, item: Item) -> list[str]:
        here = [other for other in self.sentence.items if other.kind == "person" and other.first < item.first]
        named = [*self.people, *(self.entity(other) for other in here)]
        last = list(dict.fromkeys(reversed(named)))[:2]
        return last[::-1] if len(last) == 2 else []

    def parties(self, name: Name, span: Span, role: str) -> list[Part]:
        """The countries that the name of an agreement or a meeting names: the Canada-Peru Free Trade Agreement."""
        start, end = self.brief.resolver.chars(name)
        found = [
            Part(role, self.brief.resolver.known(country), span, "named-in-its-name", (start + first, start + last))
            for country, first, last in _countries_in(self.brief.document.view[start:end])
        ]
        return found if len(found) > 1 else []

    def _noun_phrase(self, item: Item) -> Span:
        """The words around a noun that say what it is: "air services agreement", "parallel agreements on labour"."""
        words, names, classes = self.words, self.phrases.names, self.phrases.classes
        found = [clause.verb for clause in self.sentence.clauses if clause.verb]
        verbs = {at for verb in found for at in range(verb.first, verb.last)}

        def back(at: int) -> int:
            while at > self.sentence.first and at - 1 not in verbs and words[at - 1] not in ENDS_PHRASE:
                if not words[at - 1][:1].isalpha() and at - 1 not in names:
                    break
                at -= 1
            return at

        first = back(item.first)
        if words[first - 1] == "and" and words[item.last - 1][-1] != "s":  # "a promotion and protection agreement"
            start = back(first - 1)
            first = start if words[start - 1] in ("a", "an") else first
        last = item.last
        if words[last] in COMPLEMENTS and last + 1 < self.sentence.last:
            last += 1
            stops = verbs | self.phrases.dates.keys()
            while last < self.sentence.last and last not in stops and classes[last] not in ",;.:()":
                if words[last] in AFTER_COMPLEMENT:
                    break
                last += 1
        return first, last
