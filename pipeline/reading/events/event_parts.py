"""Events with their parts: what one clause tells of an event, and how that is joined to what others tell."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import NamedTuple

from ..brief import Chars
from ..when import When
from .clauses import Item, Span
from .modality import OCCURRED

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
