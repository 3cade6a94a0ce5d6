"""Events with their parts, and who plays a part: names, groups without a name, and what pronouns stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from ..brief import Chars
from ..lexicon import Entry
from ..roles.parties import Parties
from ..when import When
from .clause_items import Item, Scanner, Sentence
from .clauses import OCCURRED, Span
from .event_rules import PLAYERS
from .event_words import AFTER_COMPLEMENT, COMPLEMENTS, ENDS_PHRASE, SINGULAR

_WORDS = re.compile(r"(?=([A-Z][A-Za-z]+))(?:[A-Z][a-z]+ [A-Z][a-z]+|\1)")  # two capitalised words, and the first


@dataclass(frozen=True, slots=True)
class Part:
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

    def add(self, parts: Iterable[Part]) -> None:
        """Give the event parts that it does not have yet."""
        for part in parts:
            if not any(part.entity == other.entity if part.entity else part == other for other in self.parts):
                self.parts.append(part)

    def like(self, parts: Iterable[Part]) -> Event:
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
    return min(first for first, _ in spans), max(last for _, last in spans)


class Cast:
    """Knows who the items of a sentence are, remembering who was named in the sentences before."""

    def __init__(self, scanner: Scanner) -> None:
        self.scanner, self.words, self.phrases, self.brief = scanner, scanner.words, scanner.phrases, scanner.brief
        self.countries = Parties(scanner.brief)
        self.person = ""  # who "he" or "she" is
        self.people: list[str] = []  # persons in the order named, in this paragraph
        self.instrument = ""  # the agreement that "it" is

    def entity(self, item: Item) -> str:
        """The id of the entity that a name stands for."""
        return self.brief.resolver.entity_id(item.name) if item.name else ""

    def parts(self, items: Iterable[Item], role: str, sentence: Sentence) -> list[Part]:
        """The parts that items can play in a role; none where the role is not one for them."""
        return [part for item in items for part in self._part(item, role, sentence)] if role else []

    def place(self, items: Iterable[Item], sentence: Sentence) -> Part | None:
        """The first of some items that is a place."""
        return next(iter(self.parts(items, "place", sentence)), None)

    def _part(self, item: Item, role: str, sentence: Sentence) -> Iterator[Part]:
        players, span = PLAYERS[role], (item.first, item.last)
        if item.kind == "group":
            if "group" in players:
                yield Part(role, "", span)
        elif item.name:
            if item.kind in players:
                yield Part(role, self.entity(item), span)
        elif item.kind == "noun":
            if role == "instrument" and item.noun and item.noun.frame == "instrument":
                known = self._it(item, sentence) if self._definite(item) else ""
                span = span if known else self._noun_phrase(item, sentence)
                yield Part(role, known, span, "agreement-before" if known else "")
        elif item.kind == "pronoun":
            word = self.words[item.first]
            who = self._he(item, sentence) if word in SINGULAR and "person" in players else ""
            who = self._it(item, sentence) if word == "it" and role == "instrument" else who
            if who:
                yield Part(role, who, span, "pronoun")
        elif item.kind == "countries" and "country" in players:
            found = self.countries.ending(item.last)
            for party in found.parties if found else ():
                yield Part(role, party.entity, span, party.rule)
        elif item.kind == "persons" and "person" in players:
            people = self._two_people(item, sentence)
            yield from [Part(role, person, span, "persons-before") for person in people] or [Part(role, "", span)]

    def _he(self, item: Item, sentence: Sentence) -> str:
        """Who "he" is: the subject of the sentence so far, or of the clause that "his" begins, else of those before."""
        people = [other for other in sentence.items if other.kind == "person" and not other.owner]
        before = [other for other in people if other.first < item.first]
        subjects = [other for other in before if not other.relation]
        if not subjects and self.words[item.first] in ("his", "her"):
            fronted = any(clause.verb and clause.first <= item.first < clause.fronted for clause in sentence.clauses)
            subjects = [other for other in people if fronted and other.first > item.first and not other.relation]
        if subjects or before:
            return self.entity(subjects[0] if subjects else before[-1])
        return self.person

    def _definite(self, item: Item) -> bool:
        """Does a noun alone stand for a text named before: the agreement, this treaty?"""
        before, after = self.words[item.first - 1], self.words[item.last]
        return before in ("the", "this", "that") and after not in COMPLEMENTS and self.words[item.last - 1][-1] != "s"

    def _it(self, item: Item, sentence: Sentence) -> str:
        """The agreement that "it" is: the last one named."""
        before = [other for other in sentence.items if other.kind == "agreement" and other.first < item.first]
        return self.entity(before[-1]) if before else self.instrument

    def _two_people(self, item: Item, sentence: Sentence) -> list[str]:
        here = [other for other in sentence.items if other.kind == "person" and other.first < item.first]
        named = [*self.people, *(self.entity(other) for other in here)]
        last = list(dict.fromkeys(reversed(named)))[:2]
        return last[::-1] if len(last) == 2 else []

    def parties(self, item: Item, role: str) -> list[Part]:
        """The countries that the name of an agreement or a meeting names: the Canada-Peru Free Trade Agreement."""
        name, tokens = item.name, self.brief.tokens
        if name is None or not role:
            return []
        start = tokens.starts[name.first]
        found: list[Part] = []
        for match in _WORDS.finditer(self.brief.document.view[start : tokens.ends[name.last - 1]]):
            entry = self._country(match.group()) or self._country(match.group(1))
            if entry and entry.form != "demonym":
                end = match.end() if self._country(match.group()) else match.end(1)
                words = (start + match.start(), start + end)
                found.append(
                    Part(
                        role,
                        self.brief.resolver.known(entry.value),
                        (item.first, item.last),
                        "named-in-its-name",
                        words,
                    )
                )
        return found if len(found) > 1 else []

    def _country(self, words: str) -> Entry | None:
        """The country that one or two words name."""
        first, *rest = words.split()
        head = self.brief.lexicon.heads.get(first)
        if head is None:
            return None
        found = [entry for after, entry in head.longer.get(rest[0], ()) if not after] if rest else [head.alone]
        return next((entry for entry in found if entry and getattr(entry.value, "kind", "") == "country"), None)

    def _noun_phrase(self, item: Item, sentence: Sentence) -> Span:
        """The words around a noun that say what it is: "air services agreement", "parallel agreements on labour"."""
        words, names, classes = self.words, self.phrases.names, self.phrases.classes
        verbs = {at for clause in sentence.clauses if clause.verb for at in range(clause.verb.first, clause.verb.last)}

        def back(at: int) -> int:
            while at > sentence.first and at - 1 not in verbs and words[at - 1] not in ENDS_PHRASE:
                if not words[at - 1][:1].isalpha() and at - 1 not in names:
                    break
                at -= 1
            return at

        first = back(item.first)
        if words[first - 1] == "and" and words[item.last - 1][-1] != "s":  # "a promotion and protection agreement"
            start = back(first - 1)
            first = start if words[start - 1] in ("a", "an") else first
        last = item.last
        if words[last] in COMPLEMENTS and last + 1 < sentence.last:
            last += 1
            stops = verbs | self.phrases.dates.keys()
            while last < sentence.last and last not in stops and classes[last] not in ",;.:()":
                if words[last] in AFTER_COMPLEMENT:
                    break
                last += 1
        return first, last
