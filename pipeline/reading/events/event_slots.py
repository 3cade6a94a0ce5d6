"""What stands in the slots of a clause: its subject, what a relative clause is about, the noun that a verb is said
of.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable

from ..when import When
from .clause_items import Item, Scanner, Sentence
from .event_words import AND, CONJUNCTIONS, ORDINALS

_ROUNDS = frozenset(("consultation", "negotiation", "meeting", "fair"))
_PEOPLE = frozenset(("person", "persons", "pronoun"))
_SURE = frozenset(
    ("noun", "meeting", "agreement")
)  # items that rather stand for an event than bodies and programmes do
_NEAREST = 3  # items before a relative clause that it may be about


class Slots:
    """Finds the slots of clauses, remembering the kind of the last series of talks."""

    def __init__(self, scanner: Scanner) -> None:
        self.words, self.phrases = scanner.words, scanner.phrases
        self.round = ""  # the kind of event that "the next round" is one of

    def direct(self, sentence: Sentence, at: int) -> list[Item]:
        """What stands before the verb of a clause without a preposition."""
        clause = sentence.clauses[at]
        before = sentence.inside(clause.first, clause.fronted)
        found = [item for item in before if not item.relation and not item.owner]
        if clause.verb and clause.opener not in AND and self.words[clause.verb.first - 1] in AND:
            return self._joined(found)  # "He addressed the Houses and met Ms. Roy": the first verb is not known
        last = before[-1] if before and not found else None
        if last and last.relation in CONJUNCTIONS and self._end(last) == clause.fronted and not last.owner:
            return [last]  # "before the treaty took effect"
        return found

    def _end(self, item: Item) -> int:
        """Where an item ends, its acronym in brackets included."""
        last = item.last
        return self.phrases.classes.index(")", last) + 1 if self.words[last] == "(" else last

    def _joined(self, items: list[Item]) -> list[Item]:
        """The first of some items, with those that "and" joins to it."""
        kept = items[:1]
        for one, two in itertools.pairwise(items):
            between = [self.words[at] for at in range(one.outer[1], two.outer[0])]
            if "and" not in between or any(word.isalpha() and word != "and" for word in between):
                break
            kept.append(two)
        return kept

    def subject(self, sentence: Sentence, at: int) -> list[Item]:
        """The subject of a clause: its own, that of the clause whose subject it shares, or what a relative clause
        is about.
        """
        clause = sentence.clauses[at]
        own = [] if clause.opener == "whose" else self.direct(sentence, at)
        if own:
            return own
        if clause.relative:
            return self.antecedent(sentence, at)
        return self.subject(sentence, clause.parent) if clause.shares and clause.parent >= 0 else own

    def antecedent(self, sentence: Sentence, at: int) -> list[Item]:
        """What a relative clause is about: the person before "who", the nearest event, text or body before the
        others.
        """
        clause = sentence.clauses[at]
        if clause.opener == "where":
            return []
        before = sentence.inside(sentence.clauses[clause.parent].first, clause.first)
        if clause.opener in ("who", "whom"):
            return [item for item in before if item.kind in _PEOPLE][-1:]
        found = [item for item in reversed(before) if item.kind not in _PEOPLE and not item.owner][:_NEAREST]
        return sorted(found, key=lambda item: item.noun is None or item.noun.kind == "establishment")[:1]

    def said_of(self, items: Iterable[Item], takes: frozenset[str], sentence: Sentence) -> Item | None:
        """The noun, or the name that stands for an event or thing, that a verb without a kind of its own is said of."""
        unsure: Item | None = None
        for item in items:
            noun = item.noun
            if noun is None or (noun.frame not in takes and (noun.kind not in takes or noun.frame == "help")):
                continue
            if noun.frame == "round":
                inner = next((other for other in sentence.items if self._complements(other, item)), None)
                if inner or not self.kind_of(item, sentence):
                    return inner
            if item.kind in _SURE:
                return item
            unsure = unsure or item
        return unsure

    def _complements(self, item: Item, whole: Item) -> bool:
        """Is it what "the next round of negotiations" is about?"""
        return (
            item.event and whole.last < item.first < whole.last + 5 and self.words[whole.last] == "of" == item.relation
        )

    def kind_of(self, item: Item, sentence: Sentence) -> str:
        """The kind of event that a noun stands for; talks with a person are a meeting.

        "The next round", "another" or "the next one" is of the last kind named.
        """
        if item.noun is None:
            return ""
        if item.noun.frame != "round":
            counterpart = next((other for other in sentence.items if other.first >= item.last), None)
            met = item.event and counterpart is not None and counterpart.kind == "person"
            if met and counterpart and counterpart.relation == "with" and item.noun.kind == "negotiation":
                return "meeting"
            return item.noun.kind
        if self.words[item.first] == "one" and self.words[item.first - 1] not in ORDINALS:
            return ""
        for other in reversed(sentence.items):
            if other.first < item.first and other.event and other.noun and other.noun.kind in _ROUNDS:
                return other.noun.kind
        return self.round

    def remember(self, item: Item) -> None:
        """Keep what later rounds may be rounds of."""
        if item.event and item.noun and item.noun.kind in _ROUNDS:
            self.round = item.noun.kind

    def dates(self, first: int, last: int) -> list[tuple[int, When]]:
        """The dates among some phrases, but for those that belong to a name ("an Action Plan for 2016-2018")."""
        dates, names, words = self.phrases.dates, self.phrases.names, self.words
        found = [at for at in range(first, last) if at in dates]
        return [(at, dates[at]) for at in found if words[at - 1] != "for" or at - 2 not in names]
