"""What a phrase of a clause stands for: a name, a group, a pronoun, or the noun of an event."""

from __future__ import annotations

import re

from ..brief import Brief
from ..name import Name
from ..patterns import class_of
from .clauses import Found, Item, Span
from .event_rules import Trigger, triggers
from .event_words import (
    MISSIONS,
    OWNERS,
    PEOPLE,
    PERSONAL,
    POSSESSIVE,
    PREPOSITIONS,
    TWO_COUNTRIES,
    TWO_PERSONS,
)
from .titles import field, first_title, last_title

NOUN_OF_NAME = {
    "meeting": Trigger("event", "meeting", "noun"), "programme": Trigger("thing", "programme", "noun"),
    "agreement": Trigger("instrument", "negotiation", "noun"),
    "organisation": Trigger("thing", "establishment", "noun"),
}  # fmt: skip
_FORUM = Trigger("forum", "meeting", "noun")  # what is named like a body and held like a meeting: the Trade Forum
_OF_ELECTION = frozenset(("was", "elected", "re-elected"))  # in "Ms. Roy was elected President"
_SAID_OF = {"meeting": frozenset(("event", "forum")), "programme": frozenset(("partnership",))}
_WITHOUT = ["non", "-"]  # before a name that only says what something is not: a non-NATO ally
COUNTING = frozenset(("two", "both", "three"))
_PORTFOLIO, _TITLE, _DEMONYM = map(class_of, ("PORTFOLIO", "TITLE", "DEMONYM"))
_OF_MISSIONS = frozenset(("trade", "business", "parliamentary", "official", "joint", "government", "military"))
_LONGEST_OWNED = 6  # phrases between an owner and what it owns: Peru's first annual trade fair


class Items:
    """Finds the items of a brief; what is part of a title is none."""

    def __init__(self, brief: Brief) -> None:
        self.brief, self.phrases, self.words = brief, brief.phrases, brief.phrases.words
        names, dates, words = self.phrases.names, self.phrases.dates, self.words
        self.titles: dict[int, Span] = {}  # a person's name with its title, by the person
        self.titled: set[int] = set()  # the phrases of all titles, which tell of nothing
        # commas between a name and its title, and the colon of "May 2010: Ms. Roy visited"
        self.glued = {at + 1 for at in dates if words[at + 1] == ":"}
        for hit in brief.offices:
            people = [at for at in range(hit.first, hit.last) if at in names and names[at].kind == "person"]
            span = (first_title(self.phrases, hit.first), last_title(self.phrases, hit.last))
            if people:
                self.titles.update(dict.fromkeys(people, span))
                self.titled.update(at for at in range(*span) if at not in people and words[at] not in _OF_ELECTION)
                inside = [at for at in range(*span) if words[at] == ","]
                self.glued.update([*inside, span[1]] if inside else [])
        self.holders = {hit.start() for hit in re.finditer(_TITLE, self.phrases.classes)} - self.titled

    def item(self, at: int, word: str, relation: str, last: int, nouns: dict[int, Found]) -> Item | None:
        """What phrase `at` stands for in a clause that ends at `last`, if anything; `nouns` are triggers by place."""
        if at in self.phrases.names:
            return self._named(at, relation)
        if at in nouns:
            _, end, noun = nouns[at]
            if (noun.frame == "instrument" or noun.kind == "programme") and self._repeated(at):
                return None
            end = at + 1 if noun.frame == "same" else end  # what "of" leads in stands behind "that of"
            return Item(at, end, "noun", relation, (at, end), self.words[end] in POSSESSIVE, noun=noun)
        if word in PERSONAL:
            relation = relation if word == "it" else ""  # "on that occasion he signed"
            return Item(at, at + 1, "pronoun", relation, (at, at + 1))
        if word in PEOPLE:
            return self._people_of(at, relation) if self.words[at + 1] == "of" else None
        if word in MISSIONS:
            return self._mission(at) if not relation else None
        if word in COUNTING:
            return self._counted(at, last, relation)
        return self._holder(at, relation) if at in self.holders else None

    def _mission(self, at: int) -> Item | None:
        """A delegation that acts by itself, without words for whose it is or who leads it: a trade delegation."""
        if self.words[at + 1] in ("of", "from", "led", "headed", "by", ","):
            return None
        first = at
        while self.words[first - 1] in _OF_MISSIONS or self._demonym(first - 1):
            first -= 1
        return Item(first, at + 1, "group", "", (first, at + 1))

    def _demonym(self, at: int) -> bool:
        return at in self.phrases.names and self.phrases.names[at].form == "demonym"

    def _holder(self, at: int, relation: str) -> Item | None:
        """Who holds an office, without a name: the Minister of Health, the Peruvian Foreign Minister."""
        first, last, classes = at, at + 1, self.phrases.classes
        while classes[first - 1] in (_PORTFOLIO, _DEMONYM):
            first -= 1
        if self.words[last] in ("of", "for"):
            last, _ = field(self.phrases, last)
        return Item(first, last, "holder", relation, (first, last), self.words[last] in ("'s", "'"))

    def _named(self, at: int, relation: str) -> Item | None:
        name, after = self.phrases.names[at], self.words[at + 1]
        if after in PEOPLE and name.kind != "person":
            return Item(at, at + 2, "group", relation, (at, at + 2))
        if (
            name.form == "demonym"
            or self.words[at - 2 : at] == _WITHOUT
            or (name.form == "acronym" and self._repeats(at))
        ):
            return None
        outer, owner = self.titles.get(at, (at, at + 1)), after in ("'s", "'")
        noun = NOUN_OF_NAME.get(name.kind)
        if name.kind in _SAID_OF:
            noun = self._said_in(name, _SAID_OF[name.kind]) or noun
        elif name.kind == "organisation" and self._said_in(name, _SAID_OF["meeting"]):
            noun = _FORUM
        return Item(at, at + 1, name.kind, relation, outer, owner, name, noun)

    def _repeats(self, at: int) -> bool:
        """Does a name stand in brackets behind another name?"""
        return self.words[at - 1] == "(" and at - 2 in self.phrases.names

    def _repeated(self, at: int) -> bool:
        """Does a noun only say what the text or programme named just before is: the CPTPP (TPP-11) agreement?"""
        named = at - 4 if self.words[at - 1] == ")" and self.words[at - 3] == "(" else at - 1
        name = self.phrases.names.get(named)
        return name is not None and name.kind in ("agreement", "programme")

    def _said_in(self, name: Name, frames: frozenset[str]) -> Trigger | None:
        """What the last word of a name says that it is, of these frames: a dialogue, a fair, a forum, a partnership."""
        head = triggers().get(self.brief.tokens.lower[name.last - 1].rpartition(" ")[2])
        return next((trigger for trigger in head.alone if trigger.frame in frames), None) if head else None

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
        return [at for at in range(first, last) if self.words[at] == "," and at not in self.glued]

    def country_of(self, at: int) -> Item | None:
        """The country that the adjective before a noun names: a Swiss consulate, the first Peruvian trade office."""
        names = self.phrases.names
        for before in (at - 1, at - 2):
            if self._demonym(before):
                return Item(before, before + 1, names[before].kind, "'s", (before, before + 1), name=names[before])
        return None

    def possessor(self, at: int, first: int) -> Item | None:
        """Whose a noun is: the owner named before it, or "his"."""
        for before in range(at - 1, max(at - _LONGEST_OWNED, first - 1), -1):
            word = self.words[before]
            if word in OWNERS:
                return Item(before, before + 1, "pronoun", "'s", (before, before + 1))
            if before in self.phrases.names and self.phrases.names[before].form != "demonym":
                named = self._named(before, "'s")
                return named if named and (named.owner or named.kind == "group") else None
            if before in self.holders and (holder := self._holder(before, "'s")) and holder.owner:
                return holder
            if word in (",", ";", "(", ")") or word in PREPOSITIONS:
                return None
        return None
