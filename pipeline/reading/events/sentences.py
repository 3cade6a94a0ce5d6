"""Sentences taken apart, and what stands in the slots of their clauses: the subject, what a relative clause is about,
the noun that a verb is said of.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass

from ..when import When
from .clauses import Clause, Item, resumed
from .clefts import named_behind
from .event_words import ABOUT, AND, CONJUNCTIONS, ORDINALS

ROUNDS = frozenset(("consultation", "negotiation", "meeting", "fair", "election"))  # kinds that come in rounds
_WHO = frozenset(("person", "country", "organisation"))
_PEOPLE = frozenset(("person", "persons", "pronoun"))
_SURE = frozenset(("noun", "meeting", "agreement"))  # rather stand for an event than bodies and programmes do
_WHERE = frozenset(("place", "region"))
_BODIES = frozenset(("thing", "forum", "partnership"))
_BETWEEN = frozenset(("with", "between"))  # what leads in with whom talks are a meeting
_NEAREST = 3  # items before a relative clause that it may be about


def _rank(item: Item) -> int:
    """How far a relative clause is from being about an item: the nearest event or text first, a place last."""
    return 2 * (item.kind in _WHERE) or int(item.noun is None or item.noun.frame in _BODIES)


@dataclass(slots=True)
class Sentence:
    """A sentence that may tell of events: its clauses, items and dates in its order, beside all words of the text."""

    words: list[str]
    first: int
    last: int
    clauses: list[Clause]
    items: list[Item]
    dates: list[tuple[int, When]]  # but for those that belong to a name ("an Action Plan for 2016-2018")
    round: str = ""  # the kind of event that the text before last told a round of

    def inside(self, first: int, last: int) -> list[Item]:
        """The items among some phrases."""
        return [item for item in self.items if first <= item.first < last]

    def dated(self, first: int, last: int) -> list[tuple[int, When]]:
        """The dates among some phrases."""
        return [(at, when) for at, when in self.dates if first <= at < last]

    def direct(self, at: int) -> list[Item]:
        """What stands before the verb of a clause without a preposition."""
        clause = self.clauses[at]
        before = clause.before
        found = [item for item in before if not item.relation and not item.owner]
        if clause.verb and clause.opener not in AND and self.words[clause.verb.first - 1] in AND:
            return self._joined(found)  # "He addressed the Houses and met Ms. Roy": the first verb is not known
        last = before[-1] if before and not found else None
        acting = clause.verb and clause.verb.form == "ing"  # "with Mr. Kos travelling to Lima in 2010"
        leads = CONJUNCTIONS | {"with"} if acting else CONJUNCTIONS
        if last and last.relation in leads and self.end(last) == clause.fronted and not last.owner:
            return [last]  # "before the treaty took effect"
        return found

    def end(self, item: Item) -> int:
        """Where an item ends, what stands in brackets behind it included."""
        if self.words[item.last] != "(" or ")" not in self.words[item.last : self.last]:
            return item.last
        return self.words.index(")", item.last) + 1

    def _joined(self, items: list[Item]) -> list[Item]:
        """The first of some items, with those that "and" joins to it."""
        kept = items[:1]
        for one, two in itertools.pairwise(items):
            between = [self.words[at] for at in range(one.outer[1], two.outer[0])]
            if "and" not in between or any(word.isalpha() and word != "and" for word in between):
                break
            kept.append(two)
        return kept

    def subject(self, at: int) -> list[Item]:
        """The subject of a clause: its own, that of one whose subject it shares, or what a relative clause is about."""
        clause = self.clauses[at]
        if clause.verb and self.words[clause.verb.at] == "there":
            return []  # "There has been a mission in Lima"
        if at == 0 and (was := named_behind(self.words, clause.first, clause.last)):
            return [item for item in clause.after if item.first > was and item.kind in _WHO and not item.relation]
        own = [] if clause.opener == "whose" else self.direct(at)
        if own:
            return own
        if clause.relative:
            return self.antecedent(at)
        gerund = clause.verb is not None and clause.verb.form == "ing"
        if gerund and not clause.opener and at:
            text = next((item for item in self.clauses[at - 1].after if item.last == clause.first), None)
            if text and text.noun and text.noun.frame == "instrument":
                return [text]  # "signed a treaty establishing a commission"
        having = clause.verb and self.words[clause.verb.first] == "having"  # "Having opened in 2010, the office is"
        begins = clause.verb and clause.verb.first == (clause.first if clause.opener == ":" else self.first)
        if begins and (clause.reduced or having):
            return self._following()
        before = self.clauses[at - 1]  # "(signed in May 2010; entered into force in 2012)"
        last = before.after[-1] if at and not clause.opener and before.after else None
        if last and last.relation in CONJUNCTIONS and self.end(last) == clause.first and not last.owner:
            return [item for item in before.after if item.relation == last.relation]  # "since Peru joined the OECD"
        if clause.opener == ";" and before.opener == "(" and ")" not in self.words[before.first : clause.first]:
            return self.antecedent(at - 1)
        if not clause.shares or clause.parent < 0:
            return own
        return resumed(self.words, self.clauses, at) or self.subject(clause.parent)

    def after(self, at: int) -> list[Item]:
        """What stands behind the verb of a clause, but for the subject that a further clause resumes."""
        clauses, after = self.clauses, self.clauses[at].after
        further = [one for one in range(at + 2, len(clauses)) if clauses[one].parent == at and clauses[one].shares]
        others = [item for one in further for item in resumed(self.words, clauses, one)]
        return [item for item in after if item not in others]

    def antecedent(self, at: int, most: int = 1) -> list[Item]:
        """What a relative clause is about: the person before "who", the nearest event, text or body before the
        others; `most` of what it may be about.
        """
        clause = self.clauses[at]
        if clause.opener == "where":
            return []
        before = self.inside(self.clauses[clause.parent].first, clause.first)
        elected = clause.reduced and clause.verb and clause.verb.trigger and clause.verb.trigger.kind == "election"
        if clause.opener in ("who", "whom") or elected:
            return [item for item in before if item.kind in _PEOPLE][-1:]
        found = [item for item in reversed(before) if item.kind not in _PEOPLE and not item.owner][:_NEAREST]
        about = sorted(found, key=_rank)[:most]
        return self._pair(before, about[0], clause) if most == 1 and about else about

    def _pair(self, before: list[Item], last: Item, clause: Clause) -> list[Item]:
        """An antecedent with the country before it that is meant as well: Peru and Chile, which established ties."""
        first = before[before.index(last) - 1]
        between = self.words[first.last : last.first]
        if first.kind != "country" or between not in (["and"], ["and", "the"]):
            return [last]
        opens = first.first - (self.words[first.first - 1] == "the") == self.clauses[clause.parent].first
        paired = first.relation == "between" or opens
        return [first, last] if paired else [last]

    def _following(self) -> list[Item]:
        """The subject behind what a sentence begins with: Signed in 2010, it is old; Also signed was a treaty."""
        after = self.clauses[1] if len(self.clauses) > 1 else None
        if after and after.verb and after.first == after.verb.first and after.verb.trigger is None:
            return [item for item in after.after if not item.relation][:1]
        main = (at for at, clause in enumerate(self.clauses) if at and not clause.relative)
        listed = [item for item in self.clauses[0].after if not item.relation]
        behind = [item for item in listed if "," in self.words[item.outer[0] - _NEAREST : item.outer[0]]]
        return next(filter(None, map(self.direct, main)), behind[:1])

    def of_object(self, at: int) -> bool:
        """Has a relative clause a subject of its own, so that what it is about is its object: which the EU opened?"""
        clause = self.clauses[at]
        led = self.words[clause.first] in ABOUT or self.words[clause.first] == "in"  # "on which talks were held"
        return clause.opener == "which" and not led and bool(self.direct(at))

    def said_of(self, items: Iterable[Item], takes: frozenset[str]) -> Item | None:
        """The noun, or the name that stands for an event or thing, that a verb without a kind of its own is said of."""
        unsure: Item | None = None
        for item in items:
            noun = item.noun
            fits = noun and (noun.frame in takes or (noun.kind in takes and noun.frame != "help"))
            if noun is None or item.owner or not fits:
                continue
            if noun.frame == "round":
                inner = next((other for other in self.items if self._complements(other, item)), None)
                if inner or not self.kind_of(item):
                    return inner
            if item.kind in _SURE:
                return item
            unsure = unsure or item
        return unsure

    def _complements(self, item: Item, whole: Item) -> bool:
        """Is it what "the next round of negotiations" is about?"""
        return item.event and whole.last < item.first < whole.last + 5 and item.relation == "of"

    def kind_of(self, item: Item) -> str:
        """The kind of event that a noun stands for: talks with a person are a meeting, a round is of the last kind."""
        if item.noun is None:
            return ""
        if item.noun.frame != "round":
            counterpart = next((other for other in self.items if other.first >= item.last), None)
            met = item.event and counterpart is not None and counterpart.kind == "person"
            if met and counterpart and counterpart.relation in _BETWEEN and item.noun.kind == "negotiation":
                return "meeting"
            return item.noun.kind
        if self.words[item.first] in ("one", "ones") and self.words[item.first - 1] not in ORDINALS:
            return ""
        return self.round_before(item.first)

    def round_before(self, at: int) -> str:
        """The kind of the last event named before a phrase that there may be further rounds of."""
        for item in reversed(self.items):
            if item.noun and item.noun.kind in ROUNDS and item.event and item.first < at:
                return item.noun.kind
        return self.round
