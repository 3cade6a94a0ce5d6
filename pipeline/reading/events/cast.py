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
from .event_words import SINGULAR
from .items import Items
from .texts import Texts

_WORDS = re.compile(r"(?=([A-Z][A-Za-z]+))(?:[A-Z][a-z]+ [A-Z][a-z]+|\1)")  # two capitalised words, and the first
_LATTER = frozenset(("organisation", "person"))
_JOINED = frozenset(("organisation", "agreement"))
_HELD = frozenset(
    ("visitor", "attendee", "host", "announcer")
)  # the parts that a holder of office without a name is given


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


class Cast(Texts):
    """Knows who the items of a sentence are, remembering who was named in the sentences before."""

    def __init__(self, scanner: Items) -> None:
        super().__init__(scanner)
        self.countries = Parties(scanner.brief)
        self.person = ""  # who "he" or "she" is
        self.people: list[str] = []  # persons in the order named, in this paragraph

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
            known = self.text_before(item) if item.noun.kind == "negotiation" else ""
            if known:
                return [Part(role, known, span, "agreement-before")]
            words = self.noun_phrase(item)
            return [] if self.only_counted(words) else [Part(role, "", words)]
        if item.kind == "holder":
            known = self._holder(item)
            return [Part(role, known, span, "office-before" if known else "")] if role in _HELD else []
        if item.kind == "pronoun":
            word = self.words[item.first]
            if word == "latter" and (last := self._named_before(item, players)):
                rule = "person-before" if last.kind == "person" else "body-before"
                return [Part(role, self.brief.resolver.entity_id(last), span, rule)]
            if word == "its" and "country" in players and (owner := self._ahead(item)):
                return [Part(role, self.entity(owner), span, "pronoun")]
            if word == "it" and "country" in players:
                item = item._replace(kind="countries")
            who = self._he(item) if word in SINGULAR and "person" in players else ""
            who = self.it(item) if word == "it" and role == "instrument" else who
            if who:
                return [Part(role, who, span, "pronoun")]
        if item.kind == "countries" and "country" in players:
            subject = self.countries.ending(item.last)
            return [Part(role, party.entity, span, party.rule) for party in subject.parties] if subject else []
        if item.kind == "persons" and "person" in players:
            return [Part(role, person, span, "persons-before") for person in self._two_people(item)]
        return []

    def _ahead(self, item: Item) -> Item | None:
        """The country that "its" is of where it is named behind only: Since its accession in 2004, Poland has grown."""
        named = [other for other in self.sentence.items if other.kind == "country" and not other.owner]
        subject = next((other for other in named if not other.relation), None)
        return subject if subject and named[0] is subject and subject.first > item.first else None

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
        people = [other for other in people if other.relation != "alongside"]  # "Accompanied by Mr. Kos, she"
        before = [other for other in people if other.first < item.first]
        subjects = [other for other in before if not other.relation]
        if not subjects and self.words[item.first] in ("his", "her"):
            clauses = [clause for clause in self.sentence.clauses if clause.verb]
            fronted = any(clause.first <= item.first < clause.fronted for clause in clauses)
            subjects = [other for other in people if fronted and other.first > item.first and not other.relation]
        if latter := next(filter(None, map(self.latter, self.sentence.inside(self.sentence.first, item.first))), ""):
            return latter
        if subjects or before:
            return self.entity(subjects[0] if subjects else before[-1])
        return self.person

    def latter(self, item: Item) -> str:
        """The person that an item stands for as "the latter"."""
        name = self._named_before(item, _LATTER) if self.words[item.first] == "latter" else None
        return self.brief.resolver.entity_id(name) if name and name.kind == "person" else ""

    def _named_before(self, item: Item, players: frozenset[str]) -> Name | None:
        """The body or person that "the latter" is: the last one named before, in its sentence or the one before."""
        kinds = players & _LATTER
        start = self.phrases.classes.rfind(BOUNDARY, 0, item.first)
        for at in range(item.first - 1, self.phrases.classes.rfind(BOUNDARY, 0, max(start, 0)), -1):
            name = self.phrases.names.get(at)
            if name and name.kind in kinds:
                return name
        return None

    def _two_people(self, item: Item) -> list[str]:
        here = [other for other in self.sentence.items if other.kind == "person" and other.first < item.first]
        named = [*self.people, *(self.entity(other) for other in here)]
        last = list(dict.fromkeys(reversed(named)))[:2]
        return last[::-1] if len(last) == 2 else []

    def joined(self, at: int) -> list[Part]:
        """The body that a country joined and a clause does not name: OECD: Peru is a founder; Chile joined in 2010."""
        clause, sentence = self.sentence.clauses[at], self.sentence
        if not any(item.kind == "country" for item in sentence.subject(at)):
            return []
        before = sentence.inside(sentence.first, clause.first)
        named = [item for item in before if item.kind in _JOINED]
        leading = [item for item in named if not item.relation]  # the label of the line, or the subject
        text = [self.text] if self.text and self.text.first >= self.paragraph else []
        return [
            part._replace(rule="body-before")
            for part in self.parts([(item, "other") for item in [*leading[:1], *named[-1:], *text][:1]])
        ]

    def parties(self, name: Name, span: Span, role: str) -> list[Part]:
        """The countries that the name of an agreement or a meeting names: the Canada-Peru Free Trade Agreement."""
        start, end = self.brief.resolver.chars(name)
        found = [
            Part(role, self.brief.resolver.known(country), span, "named-in-its-name", (start + first, start + last))
            for country, first, last in _countries_in(self.brief.document.view[start:end])
        ]
        return found if len(found) > 1 else []
