"""Where a text has the words that tell of events, and whether each is used as a noun or as a verb."""

from __future__ import annotations

from bisect import bisect_left

from ..brief import Brief
from .clauses import Verb
from .event_rules import Trigger, triggers
from .event_words import (
    AFTER_NOUN,
    BE,
    BEFORE_ING,
    BEFORE_VERB,
    COMPOUNDS,
    DETERMINERS,
    HAVE,
    MODALS,
    NO_OBJECT,
)  # fmt: skip

Found = tuple[int, int, Trigger]  # the phrases of a trigger, and what it is

# What a participle without an auxiliary may be said of, and what not: "the treaty, signed in Lima", "Mr. Kos, met by".
_PARTICIPLES = frozenset((
    "signature", "ratification", "negotiation", "adoption", "entry_into_force", "announcement", "inauguration", "other",
    "programme", "",
))  # fmt: skip
_ACTORS = frozenset(("person", "place", "country", "region"))
_FINITE = frozenset(("happen", "continue", "date", "assume", "go", "guest"))  # frames without such a participle
_RUN = "run"  # a participle that has the form of the infinitive


class Finder:
    """Finds the triggers of one brief; `titled` are the phrases of titles, which tell of nothing."""

    def __init__(self, brief: Brief, titled: set[int]) -> None:
        self.phrases, self.words, self.titled = brief.phrases, brief.phrases.words, titled
        self.heads = heads = triggers()
        self._places = [at for at, word in enumerate(self.words) if word in heads]  # where a trigger may begin

    def find(self, first: int, last: int) -> list[Found]:
        """The triggers of a sentence in its order, the longest winning."""
        found: list[Found] = []
        reached = first
        for at in self._places[bisect_left(self._places, first) : bisect_left(self._places, last)]:
            if at >= reached and at not in self.titled and self.words[at - 1] != "-":
                one = self._at(at)
                if one:
                    found.append(one)
                    reached = one[1]
        return found

    def _at(self, at: int) -> Found | None:
        for rest, readings in self.heads[self.words[at]]:
            end = at + 1 + len(rest)
            if not rest or tuple(self.words[at + 1 : end]) == rest:
                reading = readings[0] if len(readings) == 1 else self._reading(at, end, readings)
                return (at, end, reading) if self._holds(at, end, reading) else None
        return None

    def _reading(self, at: int, end: int, readings: tuple[Trigger, ...]) -> Trigger:
        """Noun or verb: "a visit to Peru", "he will visit Peru"."""
        noun, verb = sorted(readings, key=lambda trigger: trigger.form != "noun")
        before, after = self.words[at - 1], self.words[end]
        if verb.form == "ing":
            return verb if (before in BE or before in BEFORE_ING) and after != "of" else noun
        return verb if before in BEFORE_VERB or (at - 1 in self.phrases.names and after not in AFTER_NOUN) else noun

    def _holds(self, at: int, end: int, trigger: Trigger) -> bool:
        """Is the word used as what the lexicon takes it for?"""
        before, after = self.words[at - 1], self.words[end]
        if trigger.form == "noun":
            return after not in COMPOUNDS
        if trigger.form == "base" and before in BE:
            return False  # "is open"
        if trigger.frame == "end" and after in ("to", "that"):
            return False  # "agreed to meet"
        if trigger.frame == "stay" and self.words[at] in BE:
            there = self.phrases.names.get(end)
            return there is not None and there.kind in ("place", "country")
        return not (trigger.frame == "lead" and after == "by") and not (before in DETERMINERS and after != "by")

    def reduced(self, verb: Verb, first: int) -> bool:
        """Is it a participle without its auxiliary, "signed in Lima", "managed by the bank"?"""
        trigger, words, names = verb.trigger, self.words, self.phrases.names
        if trigger is None or (verb.first < verb.at and words[verb.first] in BE | HAVE | MODALS):
            return False
        participle = trigger.form == "past" or words[verb.at] == _RUN
        if trigger.frame in _FINITE or (trigger.frame == "fall" and words[verb.at] not in ("in", "under")):
            return False
        if not participle or trigger.kind not in _PARTICIPLES or self.takes_object(verb.last):
            return False
        before = verb.first - 1 - (words[verb.first - 1] in (",", "("))
        if words[before] == ")":
            before = max(self.phrases.classes.rfind("(", first, before) - 1, first)
        if before in names:
            return names[before].kind not in _ACTORS
        return before > first and words[before][:1].isalpha()

    def takes_object(self, at: int) -> bool:
        """Does what stands here look like the object of the verb before it?"""
        if at in self.phrases.dates or self.phrases.classes[at] in ",;.:()\n-":
            return False
        return self.words[at] not in NO_OBJECT
