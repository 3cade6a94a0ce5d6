"""Who and what fills the slots of a clause: subjects, the nouns that a verb is said of, and who plays which part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .brief import Chars
from .clause_items import Item, Scanner, Sentence
from .clauses import Span
from .event_rules import PLAYERS
from .lexicon import Entry
from .parties import Parties

_ROUNDS = frozenset(("consultation", "negotiation", "meeting", "fair"))
_ORDINALS = frozenset(("next", "last", "first", "second", "third", "previous", "latest", "following"))
_SINGULAR = frozenset(("he", "she", "his", "her"))
_PEOPLE = frozenset(("person", "persons", "pronoun"))
_ENDS_PHRASE = frozenset((
    "a", "an", "the", "its", "their", "his", "her", "our", "another", "this", "that", "each", "several", "and", "of", "to", "in", "on", "with", "for", "by", "or",
    "whose", "which", "is", "are", "was", "were", "has", "have", "be", "been",
))  # fmt: skip
_COMPLEMENT = frozenset(("on", "of", "for", "concerning", "regarding"))
_AFTER_COMPLEMENT = frozenset(("in", "at", "with", "between", "during", "from", "by", "to", "which", "that"))


_WORD = re.compile(r"(?=([A-Z][A-Za-z]+))(?:[A-Z][a-z]+ [A-Z][a-z]+|\1)")


class Part(NamedTuple):
    """Who plays a part in an event: an entity, or words for what has no name; the rule where it is concluded.

    `words` are offsets, where it is told by a part of a phrase only.
    """

    role: str
    entity: str
    span: Span
    rule: str = ""
    words: Chars | None = None


class Slots:
    """Fills slots sentence by sentence, remembering who was named before."""

    def __init__(self, scanner: Scanner) -> None:
        self.scanner, self.words, self.brief, self.phrases = scanner, scanner.words, scanner.brief, scanner.phrases
        self.countries = Parties(scanner.brief)
        self.person = ""  # who "he" or "she" is
        self.people: list[str] = []  # persons in the order named, in this paragraph
        self.instrument = ""  # the agreement that "it" is
        self.round = ""  # the kind of the last series of talks, of which "the next round" is one

    def entity(self, item: Item) -> str:
        """The id of the entity that a name stands for."""
        return self.brief.resolver.entity_id(item.name) if item.name else ""

    def direct(self, sentence: Sentence, at: int) -> list[Item]:
        """What stands before the verb of a clause without a preposition."""
        clause = sentence.clauses[at]
        before = [item for item in sentence.items if clause.first <= item.first < clause.fronted]
        found = [item for item in before if not item.relation and not item.owner]
        if clause.verb and self.words[clause.verb.first - 1] in ("and", "but") and clause.opener != "and":
            return self._first_of(found)  # "He addressed the Houses and met Ms. Roy": of two verbs, one is not known
        if not found and before and clause.verb and self.words[before[-1].last] in ("", *self.words[clause.verb.first : clause.verb.first + 1], "("):
            end = before[-1].last
            if self.words[end] == "(":
                end = self.phrases.classes.index(")", end) + 1
            return before[-1:] if end == clause.verb.first and not before[-1].owner else found  # "before the treaty took effect"
        return found

    def _first_of(self, items: list[Item]) -> list[Item]:
        """The first of some items, with those that "and" joins to it."""
        kept = items[:1]
        for one, two in zip(items, items[1:], strict=False):
            if "and" not in self.words[one.last : two.first] or self.words[two.first] == "both":
                break
            if any(word.isalpha() and word != "and" and at not in range(*two.outer) for at, word in enumerate(self.words[one.last : two.first], one.last)):
                break
            kept.append(two)
        return kept

    def subject(self, sentence: Sentence, at: int) -> list[Item]:
        """The subject of a clause: its own, that of the clause whose subject it shares, or what a relative clause is about."""
        clause = sentence.clauses[at]
        own = [] if clause.opener == "whose" else self.direct(sentence, at)
        if own:
            return own
        if clause.relative:
            return self.antecedent(sentence, at)
        return self.subject(sentence, clause.parent) if clause.shares and clause.parent >= 0 else own

    def antecedent(self, sentence: Sentence, at: int) -> list[Item]:
        """What a relative clause is about: the person before "who", the nearest event, text or body before the others."""
        clause = sentence.clauses[at]
        if clause.opener == "where":
            return []
        whole = sentence.clauses[clause.parent]
        before = [item for item in sentence.items if whole.first <= item.first < clause.first]
        if clause.opener in ("who", "whom"):
            return [item for item in before if item.kind in _PEOPLE][-1:]
        found = [item for item in reversed(before) if item.kind not in _PEOPLE and not item.owner][:3]
        return sorted(found, key=lambda item: item.noun is None or item.noun.kind == "establishment")[:1]

    def said_of(self, items: Iterable[Item], takes: frozenset[str], sentence: Sentence) -> Item | None:
        """The noun, or the name that stands for an event or thing, that a verb without a kind of its own is said of."""
        fallback: Item | None = None
        for item in items:
            noun = item.noun
            if noun is None or (noun.frame not in takes and noun.kind not in takes):
                continue
            if noun.frame == "round":
                inner = next((other for other in sentence.items if self._complements(other, item)), None)
                if inner or not self.kind_of(item, sentence):
                    return inner
            if item.kind in ("noun", "meeting", "agreement"):
                return item
            fallback = fallback or item
        return fallback

    def _complements(self, item: Item, whole: Item) -> bool:
        """Is it what "the next round of negotiations" is about?"""
        near = whole.last < item.first < whole.last + 5
        return near and self.words[whole.last] == "of" == item.relation and item.noun is not None and item.noun.frame == "event"

    def kind_of(self, item: Item, sentence: Sentence) -> str:
        """The kind of event that a noun stands for; "the next round", "another" or "the next one" is one of the last kind named.

        Talks with a person are a meeting.
        """
        noun = item.noun
        if noun is None:
            return ""
        if noun.frame != "round":
            counterpart = next((other for other in sentence.items if other.first >= item.last), None)
            if noun.kind == "negotiation" and noun.frame == "event" and counterpart and counterpart.kind == "person" and counterpart.relation == "with":
                return "meeting"
            return noun.kind
        if self.words[item.first] == "one" and self.words[item.first - 1] not in _ORDINALS:
            return ""
        for other in reversed(sentence.items):
            if other.first < item.first and other.noun and other.noun.frame == "event" and other.noun.kind in _ROUNDS:
                return other.noun.kind
        return self.round

    def remember(self, item: Item) -> None:
        """Keep what later pronouns and rounds may mean."""
        if item.kind == "person":
            self.people.append(self.entity(item))
        elif item.kind == "agreement":
            self.instrument = self.entity(item)
        if item.noun and item.noun.kind in _ROUNDS and item.noun.frame == "event":
            self.round = item.noun.kind

    def parts(self, items: Iterable[Item], role: str, sentence: Sentence) -> list[Part]:
        """The parts that items can play in a role; none where a role is not one for them."""
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
                yield Part(role, "", self.noun_phrase(item, sentence))
        elif item.kind == "pronoun":
            word = self.words[item.first]
            who = self._he(item, sentence) if word in _SINGULAR and "person" in players else self.instrument if word == "it" and role == "instrument" else ""
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
        """Who "he" is: the subject of the sentence so far, or of the clause that "his" begins, else of the sentences before."""
        people = [other for other in sentence.items if other.kind == "person" and not other.owner]
        before = [other for other in people if other.first < item.first]
        for other in before:
            if not other.relation:
                return self.entity(other)
        fronted = any(clause.verb and clause.first <= item.first < clause.fronted for clause in sentence.clauses)
        after = [other for other in people if other.first > item.first and not other.relation]
        if self.words[item.first] in ("his", "her") and fronted and after:
            return self.entity(after[0])
        return self.entity(before[-1]) if before else self.person

    def _two_people(self, item: Item, sentence: Sentence) -> list[str]:
        named = [*self.people, *(self.entity(other) for other in sentence.items if other.kind == "person" and other.first < item.first)]
        last = list(dict.fromkeys(reversed(named)))[:2]
        return last[::-1] if len(last) == 2 else []

    def parties(self, item: Item, role: str) -> list[Part]:
        """The countries that the name of an agreement or a meeting names: the Canada-Peru Free Trade Agreement."""
        name, tokens = item.name, self.brief.tokens
        if name is None or not role:
            return []
        start = tokens.starts[name.first]
        text = self.brief.document.view[start : tokens.ends[name.last - 1]]
        found: list[Part] = []
        for match in _WORD.finditer(text):  # a country of two words or of one
            entry = self._country(match.group()) or self._country(match.group(1))
            if entry and entry.form != "demonym":
                words = (start + match.start(), start + match.end())
                found.append(Part(role, entry.value.entity_id, (item.first, item.last), "named-in-its-name", words))
        return found if len(found) > 1 else []

    def _country(self, words: str) -> Entry | None:
        """The country that one or more words name."""
        first, *rest = words.split()
        head = self.brief.lexicon.heads.get(first)
        found = [head.alone] if head and not rest else [entry for after, entry in head.longer.get(rest[0], ()) if list(after) == rest[1:]] if head else []
        return next((entry for entry in found if entry and getattr(entry.value, "kind", "") == "country"), None)

    def noun_phrase(self, item: Item, sentence: Sentence) -> Span:
        """The words around a noun that say what it is: "air services agreement", "parallel agreements on labour"."""
        words, names = self.words, self.phrases.names
        verbs = {at for clause in sentence.clauses if clause.verb for at in range(clause.verb.first, clause.verb.last)}

        def back(at: int) -> int:
            while at > sentence.first and at - 1 not in verbs and (words[at - 1][:1].isalpha() or at - 1 in names) and words[at - 1] not in _ENDS_PHRASE:
                at -= 1
            return at

        first = back(item.first)
        if words[first - 1] == "and" and words[item.last - 1][-1] != "s":  # "a promotion and protection agreement" is one thing
            start = back(first - 1)
            first = start if words[start - 1] in ("a", "an") else first
        last = item.last
        if words[last] in _COMPLEMENT and last + 1 < sentence.last:
            last += 1
            while last < sentence.last and last not in verbs and last not in self.phrases.dates and self.phrases.classes[last] not in ",;.:()" and words[last] not in _AFTER_COMPLEMENT:
                last += 1
        return first, last
