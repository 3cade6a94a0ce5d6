"""Events that verbs tell of: what the clauses say happened, goes on, recurs or is to happen, when, where and with
whom.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from ..brief import Brief
from ..dates import When
from .clause_items import Item, Scanner, Sentence
from .clauses import DENIED, OCCURRED, ONGOING, PLANNED, PRESENT, RECURRING, Clause, Modality, modality, recurrence
from .event_parts import Cast, Event, Part, hull
from .event_rules import FRAMES, ROLES
from .event_slots import Slots
from .event_words import BEING_MEMBER, FUNDED, JOINING, LATEST, LISTING, OF_MEMBERS, SERIES

INSTRUMENTS = frozenset(("signature", "ratification", "entry_into_force", "adoption"))  # each of one text
_SERIES = frozenset(("visit", "meeting", "consultation", "negotiation", "fair", "accession"))  # one clause, many dates
_LOOSE = frozenset(("happen", "continue", "date", "start", "stay", "run", "end"))  # verbs that may have no object
_ACTIVE = frozenset(("go", "stay", "fall", "guest", "become", "date"))  # verbs without a passive
_ANYWHERE = frozenset(("spend",))  # verbs said of what stands anywhere in their clause
_TOLD_TO_END = frozenset(("announcement", "designation"))  # what is announced is the rest of the clause
_PEOPLE = frozenset(("person", "persons", "pronoun"))


class Teller:
    """Tells the events of one sentence at a time; what it remembers of those before is in `cast` and `slots`."""

    def __init__(self, brief: Brief) -> None:
        self.brief, self.phrases, self.scanner = brief, brief.phrases, Scanner(brief)
        self.words, self.slots, self.cast = self.phrases.words, Slots(self.scanner), Cast(self.scanner)
        self.sentence = Sentence(0, 0, [], [])
        self.used: set[int] = set()  # nouns that an event has been told with

    def mode(self, at: int) -> Modality:
        """The modality of a clause; that of a gerund is that of the clause it depends on."""
        clause = self.sentence.clauses[at]
        mode = modality(self.words, clause)
        if clause.verb and clause.verb.form == "ing" and clause.parent >= 0 and mode.status == OCCURRED:
            outer = self.mode(clause.parent)
            return outer if outer.status in (PLANNED, DENIED) else mode
        return mode

    def by_verb(self, at: int) -> Iterator[Event]:
        """The events that the verb of a clause tells of."""
        clause, slots, sentence = self.sentence.clauses[at], self.slots, self.sentence
        verb = clause.verb
        if verb is None or verb.trigger is None:
            return
        trigger, frame = verb.trigger, FRAMES[verb.trigger.frame]
        passive = clause.passive and trigger.frame not in _ACTIVE
        subject, after = slots.subject(sentence, at), sentence.inside(verb.last, clause.last)
        mode = self.mode(at)
        if mode.status == DENIED or trigger.frame == "cancel":
            self.used.update(item.first for item in [*after, *subject] if item.noun)
            return
        objects = [item for item in after if not item.relation]
        if not passive and not objects and clause.opener == "which" and slots.direct(sentence, at):
            objects = slots.antecedent(sentence, at)  # "which the Senate ratified"
        noun = None
        if frame.takes:
            pool = subject[::-1] if passive else objects
            if trigger.frame in _ANYWHERE:
                pool = [*after, *sentence.inside(clause.first, verb.first), *(subject if clause.relative else ())]
                pool += slots.antecedent(sentence, at) if clause.relative else []
            noun = slots.said_of(pool, frame.takes, sentence)
            if noun is None and trigger.frame in _LOOSE and not passive:
                noun = slots.said_of(subject[::-1], frame.takes, sentence)
            if noun is None and trigger.kind in ("", "programme"):
                return
        if not self._complete(clause, trigger.frame, after):
            return
        event, roles = self._begun(at, noun, subject, after)
        self._mood(event, mode, clause)
        agents, objects = ([], subject) if passive or (noun and noun in subject) else (subject, objects)
        self.fill(event, clause, noun, roles, agents, [] if noun else objects, after)
        yield from self._each(event, clause, roles)

    def _begun(
        self, at: int, noun: Item | None, subject: list[Item], after: list[Item]
    ) -> tuple[Event, dict[str, str]]:
        """An event with its kind and what gives it, and the roles that the items of its clause can have."""
        clause = self.sentence.clauses[at]
        verb = clause.verb
        assert verb and verb.trigger
        frame = FRAMES[verb.trigger.frame]
        event = Event(verb.trigger.kind, (verb.at, verb.last), (verb.first, verb.last), at, by_verb=True)
        event.again, event.aside = "again" in self.words[clause.first : clause.last], clause.relative
        roles = ROLES.get(event.kind, {}) | frame.roles
        hosting = verb.trigger.frame == "host"
        if noun:
            event.kind = self.slots.kind_of(noun, self.sentence)
            if self.words[noun.first] == "talks" and any(item.kind in _PEOPLE for item in subject):
                event.kind = "meeting"
            event.trigger, event.noun = (noun.first, noun.last), noun.first
            event.kind_rule = "kind-of-round-before" if noun.noun and noun.noun.frame == "round" else ""
            roles = ROLES[event.kind] | frame.roles | ({"object": ""} if hosting else {})
        elif hosting and self._at_meeting(clause, after):
            event.kind, roles = "meeting", ROLES["meeting"] | {"agent": "host", "by": "host"}
        return event, roles

    def _complete(self, clause: Clause, frame: str, after: list[Item]) -> bool:
        """Does the clause hold what verbs of a frame need to tell of an event?"""
        verb = clause.verb
        assert verb
        following = self.words[verb.last]
        if frame == "become":
            return self.words[verb.at] == "admitted" or not OF_MEMBERS.isdisjoint(self.words[verb.last : verb.last + 9])
        if frame == "name":
            lists = [item.first for item in after if item.noun and item.noun.kind == "designation"]
            self.used.update(lists)
            return bool(lists) or following in LISTING
        if frame in ("lead", "go"):
            there = any(item.relation in ("to", "in") and item.kind in ("place", "country") for item in after)
            return there or following == "there"
        return True

    def _at_meeting(self, clause: Clause, after: list[Item]) -> bool:
        """Is a guest received by somebody while on a visit, which is a meeting, and not received somewhere?"""
        somewhere = any(item.relation == "in" and item.kind == "place" for item in after)
        return clause.passive and not somewhere and (clause.shares or clause.opener in ("where", "when"))

    def _mood(self, event: Event, mode: Modality, clause: Clause) -> None:
        event.status, event.status_words = mode.status, mode.words
        if clause.verb and clause.verb.trigger and clause.verb.trigger.frame == "continue" and mode.status == PRESENT:
            event.status = ONGOING
        again = recurrence(self.words, clause.first, clause.last)
        if again and mode.status in (PRESENT, PLANNED, ONGOING):
            event.status, event.status_words = RECURRING, again

    def fill(
        self, event: Event, clause: Clause, noun: Item | None, roles: dict[str, str],
        agents: list[Item], objects: list[Item], after: list[Item],
    ) -> None:  # fmt: skip
        """Give an event its parts, its place and the words that tell it."""
        cast, sentence = self.cast, self.sentence
        if roles.get("object") == "place":
            event.place = cast.place(objects, sentence)
        else:
            event.add(cast.parts(objects, roles.get("object", ""), sentence))
        event.add(cast.parts(agents, roles.get("agent", ""), sentence))
        for thing in objects:
            if thing.noun and thing.noun.frame == "instrument":
                self._parties_of(event, thing, clause)
        led = after
        if noun:
            self._of_noun(event, noun, roles)
            if noun.first < clause.fronted:
                led = [*after, *sentence.inside(noun.last, clause.fronted)]
        self._led(event, led, noun, roles)
        if event.place is None and roles.get("in") == "place":
            before = sentence.inside(clause.first, clause.fronted)
            event.place = cast.place((one for one in before if one.relation == "in" and one.kind == "place"), sentence)
        instruments = {part.span: part for part in event.parts if part.role == "instrument"}
        for item in (*agents, *objects, *led, *((noun,) if noun else ())):
            if item is noun or (item.first, item.last) in instruments:
                event.add(cast.parties(item, roles.get("with", "")))
        event.about = event.about or next((part.entity for part in instruments.values()), "")
        self._quote(event, clause, noun)

    def _parties_of(self, event: Event, thing: Item, clause: Clause) -> None:
        """The parties of a text that has no name of its own: the EU's trade agreement with Chile was signed."""
        between = self.sentence.inside(thing.last, clause.fronted)
        owner = self.scanner.possessor(thing.first, self.sentence.first)
        parties = [owner] if owner else []
        parties += [item for item in between if item.relation in ("with", "between")]
        event.add(self.cast.parts(parties, "party", self.sentence))

    def _of_noun(self, event: Event, noun: Item, roles: dict[str, str]) -> None:
        """The parts that belong to the noun an event is told with: its owner, the meeting or text that it names."""
        cast, sentence = self.cast, self.sentence
        self.used.add(noun.first)
        owner = self.scanner.possessor(noun.first, sentence.first) if noun.kind == "noun" else None
        if owner:
            event.add(cast.parts([owner], roles.get("'s", ""), sentence))
        if noun.kind in ("meeting", "agreement", "programme"):
            event.about = cast.entity(noun)
        if noun.noun and (noun.noun.frame == "instrument" or noun.kind == "programme"):
            event.add(cast.parts([noun], "instrument", sentence))
        elif noun.kind == "organisation":
            event.add(cast.parts([noun], "other", sentence))

    def _led(self, event: Event, led: list[Item], noun: Item | None, roles: dict[str, str]) -> None:
        """The parts and the place that prepositions lead in, up to another event that has parts of its own."""
        for item in led:
            other = item.event and item is not noun and item.noun is not None and item.noun.kind != event.kind
            if other and item.relation not in ("beside", "at", "during"):
                return
            role = self._role(event, item, roles)
            if item.relation == "in" and role in ("place", "beneficiary"):
                event.place = event.place or self.cast.place([item], self.sentence)
            if role == "place":
                event.place = event.place or self.cast.place([item], self.sentence)
            elif role:
                event.add(self.cast.parts([item], role, self.sentence))

    def _role(self, event: Event, item: Item, roles: dict[str, str]) -> str:
        """The role of what a preposition leads in, and of some owners and adjectives."""
        after, next_word = self.words[item.last], self.words[item.last + 1]
        role = roles.get(item.relation, "") if item.relation else ""
        if (after == "to" and next_word in JOINING) or (item.owner and next_word in BEING_MEMBER):
            return "candidate" if role == "beneficiary" else role  # "support for Peru to join", "for Peru's accession"
        if (item.owner and event.kind == "designation") or (after == "-" and next_word in FUNDED):
            return "supporter"  # "a priority of Canada's assistance", "a CIDA-funded project"
        return role if role == "party" or not item.owner else ""

    def _quote(self, event: Event, clause: Clause, noun: Item | None) -> None:
        filled = {part.span for part in event.parts} | ({event.place.span} if event.place else set())
        inside = self.sentence.inside(clause.first, clause.last)
        titled = [item.outer for item in inside if (item.first, item.last) in filled or item is noun]
        if event.kind in _TOLD_TO_END:
            end = self._end(clause)
            titled.append((end - 1, end - (self.phrases.classes[end - 1] in ".,;:)")))
        phrases = [span for span in filled if clause.first <= span[0] < clause.last]
        event.words = hull(event.words, event.trigger, *titled, *phrases)

    def _end(self, clause: Clause) -> int:
        """Where a clause ends with the infinitive that belongs to it: support for Peru to join the talks."""
        for other in self.sentence.clauses:
            if other.first == clause.last and other.verb and self.words[other.first] == "to":
                return other.last
        return clause.last

    def _each(self, event: Event, clause: Clause, roles: dict[str, str]) -> Iterator[Event]:
        """The event with its date; once more for each further date that "and" joins, and once for each text."""
        assert clause.verb
        dates = self.slots.dates(clause.first, clause.last)
        anchor = event.trigger[1] if event.trigger[0] >= clause.first else clause.verb.last
        after = [(at, when) for at, when in dates if at >= anchor]
        if dates and not after:
            before = dates[-2:] if SERIES.issuperset(self.words[dates[-2:][0][0] + 1 : dates[-1][0]]) else dates[-1:]
            after = before if event.kind in _SERIES else dates[-1:]
        if after:
            event.dated(*after[0])
        instruments = [part for part in event.parts if part.role == "instrument"]
        if len(instruments) > 1 and event.kind in INSTRUMENTS:
            others = [part for part in event.parts if part.role != "instrument"]
            for part in instruments:
                its = [other for other in others if other.words is None or other.span == part.span]
                twin = event.like([part, *its])
                twin.about = part.entity
                yield twin
            return
        yield event
        if event.status == RECURRING:
            yield from self._latest(event)
        elif event.kind in _SERIES:
            yield from self.series(event, after, roles)

    def _latest(self, event: Event) -> Iterator[Event]:
        """The last time of what recurs: every year, most recently in Lima in May 2010."""
        if event.when and event.date[-2:] != ".." and not LATEST.isdisjoint(self.words[slice(*event.words)]):
            twin = event.like(event.parts)
            twin.status, twin.status_words = OCCURRED, None
            event.place = None
            yield twin

    def series(self, event: Event, dates: list[tuple[int, When]], roles: dict[str, str]) -> Iterator[Event]:
        """A further event for each further date that "and" joins: "in May 2010 and again in 2012", "by Mr. Kos in
        2013".
        """
        for (before, _), (at, when) in itertools.pairwise(dates):
            joints = [word for word in range(before + 1, at) if self.words[word] == "and"]
            if SERIES.issuperset(self.words[before + 1 : at]):
                joints = joints or [before + 1]
            if not joints or ";" in self.words[before:at] or when.date.endswith(".."):
                continue
            items = self.sentence.inside(joints[0], at)
            event.parts = [part for part in event.parts if not joints[0] < part.span[0] < at]
            new = [part for item in items for part in self._own(item, roles) if part.role != "place"]
            replaced = {part.role for part in new}
            twin = event.like([*(part for part in event.parts if part.role not in replaced), *new])
            places = [item for item in items if roles.get(item.relation or "object") == "place"]
            twin.place, twin.words = self.cast.place(places, self.sentence) or event.place, (joints[0] + 1, at + 1)
            twin.dated(at, when)
            yield twin

    def _own(self, item: Item, roles: dict[str, str]) -> list[Part]:
        agent = roles.get("agent", "") if item.kind == "person" and not item.relation else ""
        return self.cast.parts([item], agent or roles.get(item.relation or "object", ""), self.sentence)
