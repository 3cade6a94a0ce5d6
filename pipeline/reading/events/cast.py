"""Who plays a part in an event: names, groups without a name, and what pronouns and nouns stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from ..lexicon import Entity, lexicon
from ..name import Name
from ..patterns import BOUNDARY
from ..roles.parties import Parties
from .clauses import Item, Span
from .event_parts import Part, Role
from .event_rules import PLAYERS
from .event_words import AFTER_COMPLEMENT, COMPLEMENTS, ENDS_PHRASE, SINGULAR
from .items import Items
from .sentences import Sentence

_WORDS = re.compile(r"(?=([A-Z][A-Za-z]+))(?:[A-Z][a-z]+ [A-Z][a-z]+|\1)")  # two capitalised words, and the first
_HELD = frozenset(("visitor", "attendee", "host"))  # the parts that a holder of office without a name is given


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

    def __init__(self, scanner: Items) -> None:
        self.words, self.phrases, self.brief, self.titles = (
            scanner.words,
            scanner.phrases,
            scanner.brief,
            scanner.titles,
        )
        self.countries = Parties(scanner.brief)
        self.sentence = Sentence([], 0, 0, [], [], [])
        self.paragraph = 0  # the phrase that this paragraph begins at
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
            known = self._it(item) if self._definite(item) and item.noun.kind == "negotiation" else ""
            return [Part(role, known, span if known else self._noun_phrase(item), "agreement-before" if known else "")]
        if item.kind == "holder":
            known = self._holder(item)
            return [Part(role, known, span, "office-before" if known else "")] if role in _HELD else []
        if item.kind == "pronoun":
            word = self.words[item.first]
            if word == "latter" and "organisation" in players and (body := self._latter(item)):
                return [Part(role, body, span, "body-before")]
            if word == "it" and "country" in players:
                item = item._replace(kind="countries")
            who = self._he(item) if word in SINGULAR and "person" in players else ""
            who = self._it(item) if word == "it" and role == "instrument" else who
            if who:
                return [Part(role, who, span, "pronoun")]
        if item.kind == "countries" and "country" in players:
            subject = self.countries.ending(item.last)
            return [Part(role, party.entity, span, party.rule) for party in subject.parties] if subject else []
        if item.kind == "persons" and "person" in players:
            people = self._two_people(item)
            return [Part(role, person, span, "persons-before") for person in people] or [Part(role, "", span)]
        return []

    def _holder(self, item: Item) -> str:
        """Who "the Minister" is, named with that title in this paragraph: who acted in it, else who was named last."""
        word = self.words[item.last - 1]
        if item.last - item.first > 1 or self.words[item.first - 1] not in ("the", "our"):
            return ""
        named = [at for at, title in self.titles.items() if word in " ".join(self.words[slice(*title)]).split()]
        near = [at for at in sorted(named) if self.paragraph <= at < item.first]
        people = [self.brief.resolver.entity_id(self.phrases.names[at]) for at in near]
        return self.person if self.person in people else people[-1] if people else ""

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

    def _latter(self, item: Item) -> str:
        """The body that "the latter" is: the last one named before, in its sentence or the one before."""
        start = self.phrases.classes.rfind(BOUNDARY, 0, item.first)
        for at in range(item.first - 1, self.phrases.classes.rfind(BOUNDARY, 0, max(start, 0)), -1):
            name = self.phrases.names.get(at)
            if name and name.kind == "organisation":
                return self.brief.resolver.entity_id(name)
        return ""

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
            while self.words[last - 1] in ENDS_PHRASE:  # "the financing agreement for the 2018 programme"
                last -= 1
        return first, last
