"""What stands in a clause besides its verb: names, groups, pronouns and nouns of events, each with what leads it in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .brief import Brief
from .clauses import BE, RELATIVES, Clause, Span, Verb, find_clauses, find_verbs
from .event_rules import Trigger, triggers
from .names import Name
from .office_rules import OFFICE_RULES
from .patterns import BOUNDARY

_PREPOSITIONS = frozenset((
    "in", "at", "to", "with", "by", "of", "for", "on", "from", "between", "among", "under", "into", "during", "toward", "towards", "through", "against", "near",
    "about", "over", "across", "via", "than", "as", "behind", "after", "before", "since", "following", "including", "until", "without",
))  # fmt: skip
_MARGINS = frozenset(("margins", "sidelines", "fringes", "margin"))
_DELEGATIONS = frozenset(("delegation", "mission", "group", "team"))
_MEMBERS = frozenset((
    "members", "leaders", "officials", "ministers", "parliamentarians", "representatives", "companies", "firms", "businesses", "governments", "countries", "states",
    "authorities", "negotiators", "legislators", "diplomats", "experts",
))  # fmt: skip
_PERSONAL = frozenset(("he", "she", "they", "it"))
_OWNERS = frozenset(("his", "her", "their", "its"))
_DETERMINERS = frozenset(("a", "an", "the", "its", "their", "his", "her"))
_PAIRS = {
    **dict.fromkeys(("countries", "governments", "sides", "nations", "states", "parties", "partners", "capitals"), "countries"),
    **dict.fromkeys(("leaders", "ministers", "presidents", "premiers", "counterparts"), "persons"),
}  # fmt: skip
# What a verb follows, where its form is also that of a noun ("to visit", "they support", "is meeting").
_BEFORE_VERB = frozenset(("to", "will", "would", "may", "might", "can", "could", "should", "must", "shall", "not", "who", "also", "they", "we", "and", "both"))
_BEFORE_ING = BE | {"before", "after", "while", "by", "without"}
_AFTER_NOUN = frozenset(("to", "by", "of", "in", "and"))
_COMPOUNDS = frozenset(("partner", "partners", "status", "member", "members", "process", "campaign", "room", "sector", "team", "house", "houses"))
_OTHERWISE_NO_OBJECT = frozenset(("and", "but", "jointly", "last", "once", "provisionally", "early", "recently", "there"))
# What a participle without an auxiliary may be said of, and what not: "the treaty, signed in Lima", "Mr. Kos, met by".
_PARTICIPLES = frozenset(("signature", "ratification", "negotiation", "adoption", "entry_into_force", "announcement", "inauguration", "other", "programme", ""))
_ACTORS = frozenset(("person", "place", "country", "region"))
_NOUN_OF_NAME = {
    "meeting": Trigger("event", "meeting", "noun"), "programme": Trigger("thing", "programme", "noun"),
    "agreement": Trigger("instrument", "negotiation", "noun"), "organisation": Trigger("thing", "establishment", "noun"),
}  # fmt: skip


class Item(NamedTuple):
    """The phrases `first` to `last` that stand for somebody or something; `relation` is the preposition, empty for none.

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


class Sentence(NamedTuple):
    """A sentence with triggers in it: its clauses and items in its order."""

    first: int
    last: int
    clauses: list[Clause]
    items: list[Item]


class Scanner:
    """Finds the sentences of a brief that hold triggers and takes them apart."""

    def __init__(self, brief: Brief) -> None:
        self.brief, self.phrases = brief, brief.phrases
        names, dates = self.phrases.names, self.phrases.dates
        self.words = self.phrases.words
        self.titles: dict[int, Span] = {}  # a person's name with its title, by the person
        self._titled: set[int] = set()  # the phrases of all titles
        self._glued: set[int] = {at + 1 for at in dates if self.words[at + 1] == ":"}  # "May 2010: Ms. Roy visited"
        for hit in OFFICE_RULES.hits(self.phrases.classes):
            people = [at for at in range(hit.first, hit.last) if at in names and names[at].kind == "person"]
            if people:
                self.titles.update(dict.fromkeys(people, (hit.first, hit.last)))
                self._titled.update(set(range(hit.first, hit.last)).difference(people))
                self._glued.update(at for at in range(hit.first, hit.last + 1) if self.words[at] == ",")

    def sentences(self) -> Iterator[Sentence]:
        """The sentences in the order of the text."""
        classes, firsts, names = self.phrases.classes, self.phrases.firsts, self.phrases.names
        kinds, units = [unit.kind for unit in self.brief.units], self.brief.tokens.units
        first = 0
        while first < len(classes):
            last = classes.index(BOUNDARY, first)
            if last > first and kinds[units[firsts[first]]] in ("sentence", "list_item"):
                found = self._triggers(first, last)
                if found or any(at in names and names[at].kind == "meeting" for at in range(first, last)):
                    yield self._sentence(first, last, found)
            first = last + 1

    def _triggers(self, first: int, last: int) -> list[tuple[int, int, Trigger]]:
        heads, words = triggers(), self.words
        found: list[tuple[int, int, Trigger]] = []
        reached = first
        for at in range(first, last):
            if words[at] not in heads or at < reached or at in self._titled or words[at - 1] == "-":
                continue
            for rest, readings in heads[words[at]]:
                end = at + 1 + len(rest)
                if tuple(words[at + 1 : end]) == rest:
                    reading = readings[0] if len(readings) == 1 else self._reading(at, end, readings)
                    if self._holds(at, end, reading):
                        found.append((at, end, reading))
                        reached = end
                    break
        return found

    def _holds(self, at: int, end: int, trigger: Trigger) -> bool:
        """Is the word used as what the lexicon takes it for?"""
        before, after = self.words[at - 1], self.words[end]
        if trigger.form == "noun":
            return after not in _COMPOUNDS
        if trigger.frame == "stay" and self.words[at] in BE:
            there = self.phrases.names.get(end)
            return there is not None and there.kind in ("place", "country")
        return not (trigger.frame == "lead" and after == "by") and not (before in _DETERMINERS and after != "by")

    def _reading(self, at: int, end: int, readings: tuple[Trigger, ...]) -> Trigger:
        """Noun or verb: "a visit to Peru", "he will visit Peru"."""
        noun, verb = sorted(readings, key=lambda trigger: trigger.form != "noun")
        before, after = self.words[at - 1], self.words[end]
        if verb.form == "ing":
            return verb if before in _BEFORE_ING and after != "of" else noun
        return verb if before in _BEFORE_VERB or (at - 1 in self.phrases.names and after not in _AFTER_NOUN) else noun

    def _sentence(self, first: int, last: int, found: list[tuple[int, int, Trigger]]) -> Sentence:
        verbs = find_verbs(self.words, first, last, [one for one in found if one[2].form != "noun"])
        reduced = {verb.at for verb in verbs if self._reduced(verb, first)}
        clauses = find_clauses(self.words, first, last, verbs, self._glued, reduced)
        nouns = {at: (end, trigger) for at, end, trigger in found if trigger.form == "noun"}
        for clause in clauses:  # "was signed in 2010 and ratified in 2012"
            verb, parent = clause.verb, clauses[clause.parent]
            if clause.shares and verb and verb.trigger and verb.first == verb.at and parent.helped and not self.takes_object(verb.last):
                clause.helped = True
        return Sentence(first, last, clauses, [item for clause in clauses for item in self._items(clause, nouns)])

    def _reduced(self, verb: Verb, first: int) -> bool:
        """Is it a participle without its auxiliary, "signed in Lima", "managed by the bank"?"""
        trigger = verb.trigger
        if trigger is None or verb.first < verb.at and self.words[verb.first] in BE | {"has", "have", "had", "will"}:
            return False
        if trigger.form != "past" and self.words[verb.at] != "run" or trigger.kind not in _PARTICIPLES or self.takes_object(verb.last):
            return False
        before = verb.first - 1
        before -= self.words[before] in (",", "(")
        while before > first and self.words[before] == ")":
            before = self.words.index("(", self.phrases.classes.rfind("(", first, before)) - 1
        name = self.phrases.names.get(before)
        return before > first and name is None and self.words[before].isalpha() or name is not None and name.kind not in _ACTORS

    def takes_object(self, at: int) -> bool:
        """Does what stands here look like the object of the verb before it?"""
        if at in self.phrases.dates or self.phrases.classes[at] in ",;.:()\n-":
            return False
        return self.words[at] not in _PREPOSITIONS and self.words[at] not in _OTHERWISE_NO_OBJECT

    def _items(self, clause: Clause, nouns: dict[int, tuple[int, Trigger]]) -> Iterator[Item]:
        words, names, dates = self.words, self.phrases.names, self.phrases.dates
        fronted = clause.fronted
        commas = [at for at in range(clause.first, fronted) if words[at] == "," and at not in self._glued]
        relation, filled, margins = "", False, False
        at = clause.first
        while at < clause.last:
            if clause.verb and fronted <= at < clause.verb.last:
                relation, filled, at = "", False, clause.verb.last
                continue
            word, item = words[at], None
            if at in self._titled:
                pass
            elif at in names:
                item = self._named(at, "" if filled else relation)
            elif at in nouns:
                item = Item(at, nouns[at][0], "noun", relation, (at, nouns[at][0]), noun=nouns[at][1])
            elif at in dates or word in RELATIVES or (word == "by" and words[at - 1] in ("headed", "led")) or (commas and at == commas[-1]):
                relation, filled = "", False
            elif word in (",", "and", "or", "(", "as"):
                filled = False
            elif word in _MARGINS:
                margins = True
            elif word == "of" and margins:
                relation, filled, margins = "beside", False, False
            elif word in _PREPOSITIONS and not (word == "of" and words[at - 1] in _DELEGATIONS):
                relation, filled = word, False
            elif word in _PERSONAL:
                item = Item(at, at + 1, "pronoun", relation, (at, at + 1))
            elif word in ("two", "both", "three"):
                item = self._pair(at, clause.last, relation)
            if item:
                yield item
                filled = item.kind != "noun" and not item.owner
            at = item.last if item else at + 1

    def _named(self, at: int, relation: str) -> Item | None:
        name, after = self.phrases.names[at], self.words[at + 1]
        if after in _MEMBERS and name.kind != "person":
            return Item(at, at + 2, "group", relation, (at, at + 2))
        if name.form == "demonym":
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

    def _pair(self, at: int, last: int, relation: str) -> Item | None:
        """ "the two ministers", "both leaders", "our two countries"; without article a group that has no name."""
        for end in range(at + 1, min(at + 4, last)):
            kind = _PAIRS.get(self.words[end].rpartition(" ")[2])
            if kind:
                known = self.words[at] == "both" or (self.words[at] == "two" and self.words[at - 1] in ("the", "these", "our"))
                return Item(at, end + 1, kind if known else "group", relation, (at, end + 1))
        return None

    def possessor(self, at: int, first: int) -> Item | None:
        """Whose a noun is: the owner named before it, or "his"."""
        for before in range(at - 1, max(at - 6, first - 1), -1):
            word = self.words[before]
            if word in _OWNERS:
                return Item(before, before + 1, "pronoun", "'s", (before, before + 1))
            if before in self.phrases.names and self.phrases.names[before].form != "demonym":
                named = self._named(before, "'s")
                return named if named and (named.owner or named.kind == "group") else None
            if word in (",", ";", "(", ")") or word in _PREPOSITIONS:
                return None
        return None
