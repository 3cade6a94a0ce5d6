"""Who, where and when of one event: its parts by their place in the clause, its dates, the others of its series."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from ..brief import Brief
from ..when import When
from .clause_items import Scanner
from .clauses import Clause, Item
from .event_parts import Cast, Event, Part, Role, hull
from .event_words import BEING_MEMBER, FUNDED, JOINING, LATEST, SERIES
from .modality import OCCURRED, RECURRING
from .sentences import Sentence

INSTRUMENTS = frozenset(("signature", "ratification", "entry_into_force", "adoption"))  # each of one text
_SERIES = frozenset(("visit", "meeting", "consultation", "negotiation", "fair", "accession"))  # one clause, many dates
_WITH_TITLES = frozenset(("person", "group"))
_TOLD_TO_END = frozenset(("announcement", "designation"))  # what is announced is the rest of the clause


class Filler:
    """Fills the events of one sentence at a time; who was named before is in `cast`."""

    def __init__(self, brief: Brief) -> None:
        self.brief, self.phrases, self.scanner = brief, brief.phrases, Scanner(brief)
        self.words, self.cast = self.phrases.words, Cast(self.scanner)
        self.turn_to(self.cast.sentence)

    def turn_to(self, sentence: Sentence) -> None:
        """Begin with a sentence."""
        self.sentence = self.cast.sentence = sentence
        self.used: set[int] = set()  # nouns that an event has been told with

    def fill(
        self, event: Event, clause: Clause, noun: Item | None, roles: dict[str, str],
        agents: list[Item], objects: list[Item], after: list[Item],
    ) -> None:  # fmt: skip
        """Give an event its parts, its place and the words that tell it."""
        given = [(item, roles.get("object", "")) for item in objects]
        given += [(item, roles.get("agent", "")) for item in agents]
        for thing in (*agents, *objects):
            if thing.noun and thing.noun.frame == "instrument":
                given += [(item, "party") for item in self._parties_of(thing, clause)]
        led = after
        if noun:
            given += self._of_noun(event, noun, roles)
            if noun.first < clause.fronted:
                led = [*after, *self.sentence.inside(noun.last, clause.fronted)]
        given += self._led(event, led, noun, roles)
        if roles.get("in") == "place":
            given += [(item, "place") for item in clause.before if item.relation == "in" and item.kind == "place"]
        event.add(self.cast.parts(given))
        instruments = {part.span: part for part in event.parts if part.role == "instrument"}
        if "with" in roles:
            for item in (*agents, *objects, *led, *((noun,) if noun else ())):
                if item.name and (item is noun or (item.first, item.last) in instruments):
                    event.add(self.cast.parties(item.name, (item.first, item.last), roles["with"]))
        event.about = event.about or next((part.entity for part in instruments.values()), "")
        self._quote(event, clause)

    def _parties_of(self, thing: Item, clause: Clause) -> list[Item]:
        """The parties of a text that has no name of its own: the EU's trade agreement with Chile was signed."""
        between = self.sentence.inside(thing.last, clause.fronted)
        owner = self.scanner.possessor(thing.first, self.sentence.first)
        return [*([owner] if owner else []), *(item for item in between if item.relation in ("with", "between"))]

    def _of_noun(self, event: Event, noun: Item, roles: dict[str, str]) -> list[Role]:
        """What belongs to the noun an event is told with: its owner, the meeting or text that it names."""
        self.used.add(noun.first)
        owner = self.scanner.possessor(noun.first, self.sentence.first) if noun.kind == "noun" else None
        found = [(owner, roles.get("'s", ""))] if owner else []
        if noun.kind in ("meeting", "agreement", "programme"):
            event.about = self.cast.entity(noun)
        if noun.noun and (noun.noun.frame == "instrument" or noun.kind == "programme"):
            found.append((noun, "instrument"))
        elif noun.kind == "organisation":
            found.append((noun, "other"))
        return found

    def _led(self, event: Event, led: list[Item], noun: Item | None, roles: dict[str, str]) -> list[Role]:
        """What prepositions lead in, up to another event that has parts of its own."""
        found: list[Role] = []
        for item in led:
            other = item.noun is not None and item is not noun and item.event and item.noun.kind != event.kind
            if other and item.relation not in ("beside", "at", "during"):
                break
            role = self._role(event, item, roles)
            if role == "beneficiary" and item.relation == "in":
                found.append((item, "place"))
            if role:
                found.append((item, role))
        return found

    def _role(self, event: Event, item: Item, roles: dict[str, str]) -> str:
        """The role of what a preposition leads in, and of some owners and adjectives."""
        after, next_word = self.words[item.last], self.words[item.last + 1]
        role = roles.get(item.relation, "") if item.relation else ""
        if (after == "to" and next_word in JOINING) or (item.owner and next_word in BEING_MEMBER):
            return "candidate" if role == "beneficiary" else role  # "support for Peru to join", "for Peru's accession"
        if (item.owner and event.kind == "designation") or (after == "-" and next_word in FUNDED):
            return "supporter"  # "a priority of Canada's assistance", "a CIDA-funded project"
        return role if role == "party" or not item.owner else ""

    def _quote(self, event: Event, clause: Clause) -> None:
        """Give an event the words of its clause from the first to the last that tell of it."""
        filled = [part.span for part in event.parts]
        if event.place:
            filled.append(event.place.span)
        told = [span for span in filled if clause.first <= span[0] < clause.last]
        for item in (*clause.before, *clause.after):
            if item.kind in _WITH_TITLES and (item.first, item.last) in filled:
                told.append(item.outer)
        if event.kind in _TOLD_TO_END:
            end = self._end(clause)
            told.append((end - 1, end - (self.phrases.classes[end - 1] in ".,;:)")))
        event.words = hull(event.words, event.trigger, *told)

    def _end(self, clause: Clause) -> int:
        """Where a clause ends with the infinitive that belongs to it: support for Peru to join the talks."""
        for other in self.sentence.clauses:
            if other.first == clause.last and other.verb and self.words[other.first] == "to":
                return other.last
        return clause.last

    def each(self, event: Event, clause: Clause, roles: dict[str, str]) -> Iterator[Event]:
        """The event with its date; once more for each further date of a series, and once for each text."""
        assert clause.verb
        after = self._dates(event, clause)
        if after:
            event.dated(*after[0])
        if event.status == RECURRING:
            yield from [event, *self._latest(event)]
            return
        further = len(after) > 1 and (event.kind in _SERIES or event.kind in INSTRUMENTS)
        told = [event, *(self.series(event, after, roles) if further else ())]
        for one in told:
            yield from self._by_text(one) if event.kind in INSTRUMENTS else (one,)

    def _dates(self, event: Event, clause: Clause) -> list[tuple[int, When]]:
        """The dates of an event in its clause: those behind what tells it, else the last before it, or the last two."""
        assert clause.verb
        dates = self.sentence.dated(clause.first, clause.last)
        anchor = event.trigger[1] if event.trigger[0] >= clause.first else clause.verb.last
        after = [(at, when) for at, when in dates if at >= anchor]
        if after or "agreed" in self.words[clause.verb.first : clause.verb.at]:
            return after  # what stands before "agreed to meet" says when they agreed
        joined = len(dates) > 1 and SERIES.issuperset(self.words[dates[-2][0] + 1 : dates[-1][0]])
        return dates[-2:] if joined and event.kind in _SERIES else dates[-1:]

    def _by_text(self, event: Event) -> Iterator[Event]:
        """The event once for each text that is signed, adopted or enters into force."""
        texts = [part for part in event.parts if part.role == "instrument"]
        if len(texts) < 2:
            yield event
            return
        others = [part for part in event.parts if part.role != "instrument"]
        for part in texts:
            twin = event.like([part, *(other for other in others if other.words is None or other.span == part.span)])
            twin.about = part.entity
            yield twin

    def _latest(self, event: Event) -> Iterator[Event]:
        """The last time of what recurs: every year, most recently in Lima in May 2010."""
        if event.when and event.date[-2:] != ".." and not LATEST.isdisjoint(self.words[slice(*event.words)]):
            twin = event.like(event.parts)
            twin.status, twin.status_words = OCCURRED, None
            event.place = None
            yield twin

    def series(self, event: Event, dates: list[tuple[int, When]], roles: dict[str, str]) -> Iterator[Event]:
        """A further event for each further date of a series: in May 2010 and again in 2012, by Mr. Kos in 2013."""
        for (before, _), (at, when) in itertools.pairwise(dates):
            joint = self._joint(event, before, at)
            if joint is None or ";" in self.words[before:at] or when.date[-2:] == "..":
                continue
            items = self.sentence.inside(joint, at)
            new = [part for item in items for part in self._own(item, roles) if part.role != "place"]
            if event.kind in INSTRUMENTS and not any(part.role == "instrument" for part in new):
                continue
            event.parts = [part for part in event.parts if not joint < part.span[0] < at]
            replaced = {part.role for part in new}
            twin = event.like([*(part for part in event.parts if part.role not in replaced), *new])
            places = [(item, "place") for item in items if roles.get(item.relation or "object") == "place"]
            twin.place, twin.words = None, (joint + 1, at + 1)
            twin.add(self.cast.parts(places))
            twin.place = twin.place or (None if event.kind in INSTRUMENTS else event.place)
            event.words = (event.words[0], max(event.words[0] + 1, min(event.words[1], joint)))
            twin.about = next((part.entity for part in new if part.role == "instrument"), event.about)
            twin.dated(at, when)
            yield twin

    def _joint(self, event: Event, before: int, at: int) -> int | None:
        """Where between two dates the words about the second begin."""
        joining = ("and", ",") if event.kind in INSTRUMENTS else ("and",)
        joints = [word for word in range(before + 1, at) if self.words[word] in joining]
        if not joints and SERIES.issuperset(self.words[before + 1 : at]):
            return before + 1
        return joints[0] if joints else None

    def _own(self, item: Item, roles: dict[str, str]) -> list[Part]:
        agent = roles.get("agent", "") if item.kind == "person" and not item.relation else ""
        return self.cast.parts([(item, agent or roles.get(item.relation or "object", ""))])
