"""Events: what the clauses of a brief say happened, goes on, recurs or is to happen, when, where and with whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from .brief import Brief
from .clause_items import Item, Scanner, Sentence
from .clauses import DENIED, OCCURRED, ONGOING, PLANNED, PRESENT, RECURRING, Clause, Modality, Span, modality, recurrence
from .dates import When
from .event_rules import FRAMES, ROLES
from .event_slots import Part, Slots

_SOON = frozenset(("planned", "upcoming", "forthcoming", "future", "proposed", "awaits", "awaiting", "await", "pending"))
_DEFINITE = frozenset(("the", "this", "that", "same", "his", "her", "their", "'s", "'"))
_BESIDE = frozenset(("at", "beside", "during", "for", "before", "after", "following", "to", ""))
_LOOSE = frozenset(("happen", "date", "start", "stay", "run", "end"))  # verbs that may have no object
_NO_PASSIVE = frozenset(("go", "stay", "fall", "guest", "become", "date"))
INSTRUMENTS = frozenset(("signature", "ratification", "entry_into_force", "adoption"))
_OF_MEMBERS = frozenset(("member", "observer", "party", "signatory", "associate", "partner"))
_TELLS_SERIES = frozenset(("visit", "meeting", "consultation", "negotiation", "fair", "accession"))  # a clause may date several


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
    named_only: bool = False  # a meeting that is only named, as where something else was done
    known: bool = False  # its subject is somebody known from before: "she", "the two ministers"
    told_by_verb: bool = False
    again: bool = False
    aside: bool = False  # told in a relative clause, beside what the sentence tells
    told: list[Event] = field(default_factory=list)  # further places that tell the same

    def entities(self, *roles: str) -> set[str]:
        """The entities that play one of these parts, or any part."""
        return {part.entity for part in self.parts if part.entity and (not roles or part.role in roles)}

    def add(self, parts: Iterable[Part]) -> None:
        """Give the event parts that it does not have yet."""
        for part in parts:
            if part.entity not in self.entities() if part.entity else part not in self.parts:
                self.parts.append(part)


class Reader:
    """Reads the clauses of one sentence at a time; what it remembers of those before is in `slots`."""

    def __init__(self, brief: Brief) -> None:
        self.brief, self.phrases, self.scanner = brief, brief.phrases, Scanner(brief)
        self.words, self.slots = self.scanner.words, Slots(self.scanner)
        self.sentence = Sentence(0, 0, [], [])
        self.used: set[int] = set()  # nouns that an event has been told with
        self.occasions: dict[int, tuple[str, set[str], str]] = {}  # by clause: "during her visit"

    def read(self, sentence: Sentence) -> list[Event]:
        """The events of a sentence in its order."""
        self.sentence, self.used, self.occasions = sentence, set(), {}
        told = [event for at in range(len(sentence.clauses)) for event in self._by_verb(at)]
        return sorted([*told, *self._by_nouns()], key=lambda event: event.trigger)

    def _inside(self, first: int, last: int) -> list[Item]:
        return [item for item in self.sentence.items if first <= item.first < last]

    def _by_verb(self, at: int) -> Iterator[Event]:
        clause = self.sentence.clauses[at]
        verb = clause.verb
        if verb is None or verb.trigger is None:
            return
        trigger, frame, slots = verb.trigger, FRAMES[verb.trigger.frame], self.slots
        passive = clause.passive and trigger.frame not in _NO_PASSIVE
        subject, after = slots.subject(self.sentence, at), self._inside(verb.last, clause.last)
        objects = [item for item in after if not item.relation]
        if not passive and not objects and clause.opener == "which" and slots.direct(self.sentence, at):
            objects = slots.antecedent(self.sentence, at)  # "which the Senate ratified"
        mode = self._mode(at)
        if mode.status == DENIED:
            self.used.update(item.first for item in [*after, *subject] if item.noun)
            return
        kind, noun = trigger.kind, None
        if frame.takes:
            pool = subject[::-1] if passive else objects
            if trigger.frame == "spend":
                pool = [*after, *self._inside(clause.first, verb.first), *(slots.antecedent(self.sentence, at) if clause.relative else ())]
            noun = slots.said_of(pool, frame.takes, self.sentence)
            if noun is None and trigger.frame in _LOOSE and not passive:
                noun = slots.said_of(subject[::-1], frame.takes, self.sentence)
            if trigger.frame == "cancel":
                self.used.update(item.first for item in subject + after if item.noun)
                return
            if noun is None and (not kind or kind == "programme"):
                return
        if not self._complete(clause, trigger.frame, after):
            return
        event = Event(kind, (verb.at, verb.last), (verb.first, verb.last), at)
        roles = ROLES.get(kind, {}) | frame.roles
        if noun:
            event.kind = slots.kind_of(noun, self.sentence)
            if event.kind == "negotiation" and self.words[noun.first] == "talks" and any(item.kind in ("person", "persons") for item in subject):
                event.kind = "meeting"
            event.trigger, event.noun = (noun.first, noun.last), noun.first
            event.kind_rule = "kind-of-round-before" if noun.noun and noun.noun.frame == "round" else ""
            roles = ROLES[event.kind] | ({**frame.roles, "object": ""} if trigger.frame == "host" else frame.roles)
        elif trigger.frame == "host" and self._at_meeting(clause, passive, after):
            event.kind, roles = "meeting", ROLES["meeting"] | {"agent": "host", "by": "host"}
        self._mood(event, mode, clause)
        event.known = all(item.kind in ("pronoun", "persons", "countries") for item in subject) or clause.shares
        event.told_by_verb = True
        event.again, event.aside = "again" in self.words[clause.first : clause.last], clause.relative
        if passive or (noun and noun in subject):
            self._fill(event, clause, noun, roles, [], [] if noun else subject, after)
        else:
            self._fill(event, clause, noun, roles, subject, [] if noun else objects, after)
        yield from self._each(event, clause, roles, event.trigger[1] if event.trigger[0] >= clause.first else verb.last)

    def _complete(self, clause: Clause, frame: str, after: list[Item]) -> bool:
        """Does the clause hold what verbs of a frame need to tell of an event?"""
        verb = clause.verb
        assert verb
        following = self.words[verb.last]
        if frame == "become":
            return self.words[verb.at] == "admitted" or not _OF_MEMBERS.isdisjoint(self.words[verb.last : verb.last + 9])
        if frame == "name":
            listed = any(item.noun and item.noun.kind == "designation" for item in after)
            self.used.update(item.first for item in after if item.noun and item.noun.kind == "designation")
            return listed or following in ("as", "among", "one", "to")
        if frame in ("lead", "go"):
            return any(item.relation in ("to", "in") and item.kind in ("place", "country") for item in after) or (following == "there")
        return True

    def _at_meeting(self, clause: Clause, passive: bool, after: list[Item]) -> bool:
        """Is a guest received by somebody while on a visit, which is a meeting, and not received somewhere, which is a visit?"""
        somewhere = any(item.relation == "in" and item.kind == "place" for item in after)
        return passive and not somewhere and (clause.shares or clause.opener in ("where", "when"))

    def _mode(self, at: int) -> Modality:
        """The modality of a clause; that of a gerund is that of the clause it depends on."""
        clause = self.sentence.clauses[at]
        mode = modality(self.words, clause)
        gerund = clause.verb and clause.verb.trigger and clause.verb.trigger.form == "ing"
        if gerund and clause.parent >= 0 and mode.status == OCCURRED:
            outer = self._mode(clause.parent)
            return outer if outer.status in (PLANNED, DENIED) else mode
        return mode

    def _mood(self, event: Event, mode: Modality, clause: Clause) -> None:
        event.status, event.status_words = mode.status, mode.words
        again = recurrence(self.words, clause.first, clause.last)
        if again and mode.status in (PRESENT, PLANNED, ONGOING):
            event.status, event.status_words = RECURRING, again

    def _fill(self, event: Event, clause: Clause, noun: Item | None, roles: dict[str, str], agents: list[Item], objects: list[Item], after: list[Item]) -> None:
        """Give an event its parts, its place and the words that tell it."""
        slots, sentence = self.slots, self.sentence
        if roles.get("object") == "place":
            event.place = slots.place(objects, sentence)
        else:
            event.add(slots.parts(objects, roles.get("object", ""), sentence))
        event.add(slots.parts(agents, roles.get("agent", ""), sentence))
        led = after
        if noun:
            self._of_noun(event, noun, roles)
            led = [*after, *self._inside(noun.last, clause.fronted)] if noun.first < clause.fronted else after
        for thing in objects:
            if thing.noun and thing.noun.frame == "instrument":  # "the trade agreement with Chile was signed"
                between = [item for item in self._inside(thing.last, clause.fronted) if item.relation in ("with", "between")]
                owner = slots.scanner.possessor(thing.first, sentence.first)
                event.add(slots.parts([owner, *between] if owner else between, "party", sentence))
        nested = False
        for item in led:
            nested = nested or bool(item.noun and item.noun.frame == "event" and item is not noun and item.relation not in ("beside", "at", "during"))
            role = roles.get(item.relation, "") if item.relation and not nested else ""
            if item.relation == "in" and role in ("place", "beneficiary") and event.place is None:
                event.place = slots.place([item], sentence)
            if role == "place":
                event.place = event.place or slots.place([item], sentence)
            elif not (item.owner and role != "party"):
                event.add(slots.parts([item], role, sentence))
        if event.place is None and roles.get("in") == "place":
            event.place = slots.place((item for item in self._inside(clause.first, clause.fronted) if item.relation == "in" and item.kind == "place"), sentence)
        event.about = event.about or next((part.entity for part in event.parts if part.role == "instrument"), "")
        instruments = {part.span for part in event.parts if part.role == "instrument"}
        for item in (*agents, *objects, *led, *((noun,) if noun else ())):
            if item is noun or (item.first, item.last) in instruments:
                event.add(slots.parties(item, roles.get("with", "")))
        self._quote(event, clause, noun)

    def _of_noun(self, event: Event, noun: Item, roles: dict[str, str]) -> None:
        """The parts that belong to the noun an event is told with: its owner, the meeting or agreement that it names."""
        slots, sentence = self.slots, self.sentence
        self.used.add(noun.first)
        owner = self.scanner.possessor(noun.first, sentence.first) if noun.kind == "noun" else None
        if owner:
            event.add(slots.parts([owner], roles.get("'s", ""), sentence))
        if noun.kind in ("meeting", "agreement", "programme"):
            event.about = slots.entity(noun)
        if noun.noun and (noun.noun.frame == "instrument" or noun.kind == "programme"):
            event.add(slots.parts([noun], "instrument", sentence))
        elif noun.kind == "organisation":
            event.add(slots.parts([noun], "other", sentence))

    def _quote(self, event: Event, clause: Clause, noun: Item | None) -> None:
        filled = {part.span for part in event.parts} | ({event.place.span} if event.place else set())
        inside = [item.outer for item in self._inside(clause.first, clause.last) if (item.first, item.last) in filled or item is noun]
        phrases = [span for span in filled if clause.first <= span[0] < clause.last]
        event.words = hull(event.words, event.trigger, *inside, *phrases)

    def _each(self, event: Event, clause: Clause, roles: dict[str, str], anchor: int) -> Iterator[Event]:
        """The event with its date; once more for each further date that "and" joins, and once for each instrument."""
        dates = self.dates(clause.first, clause.last)
        after = [(at, when) for at, when in dates if at >= anchor]
        if after or dates:
            self.date(event, *(after[0] if after else dates[-1]))
        instruments = [part for part in event.parts if part.role == "instrument"]
        if len(instruments) > 1 and event.kind in INSTRUMENTS:
            others = [part for part in event.parts if part.role != "instrument"]
            for part in instruments:
                yield replace(event, parts=[part, *others], about=part.entity)
            return
        yield event
        if event.kind in _TELLS_SERIES:
            yield from self._series(event, after, roles)

    def _series(self, event: Event, dates: list[tuple[int, When]], roles: dict[str, str]) -> Iterator[Event]:
        """A further event for each further date that "and" joins: "in May 2010 and again in 2012", "by Mr. Kos in 2013"."""
        for (before, _), (at, when) in zip(dates, dates[1:], strict=False):
            joints = [word for word in range(before + 1, at) if self.words[word] == "and"]
            if not joints or ";" in self.words[before:at] or when.date.endswith(".."):
                continue
            items, own = self._inside(joints[0], at), [part for part in event.parts if joints[0] < part.span[0] < at]
            event.parts = [part for part in event.parts if part not in own]
            new = [part for item in items for part in self.slots.parts([item], roles.get(item.relation or "object", ""), self.sentence) if part.role != "place"]
            replaced = {part.role for part in new}
            twin = replace(event, parts=[part for part in event.parts if part.role not in replaced] + new, words=(joints[0] + 1, at + 1))
            twin.place = self.slots.place((item for item in items if roles.get(item.relation or "object") == "place"), self.sentence) or event.place
            self.date(twin, at, when)
            yield twin

    def dates(self, first: int, last: int) -> list[tuple[int, When]]:
        """The dates among some phrases, but for those that belong to a name ("an Action Plan for 2016-2018")."""
        dates, names = self.phrases.dates, self.phrases.names
        return [(at, dates[at]) for at in range(first, last) if at in dates and not (self.words[at - 1] == "for" and at - 2 in names)]

    def date(self, event: Event, at: int, when: When, rule: str = "") -> None:
        """Date an event by the words at phrase `at` of its own clause, or by the named rule from elsewhere."""
        event.when, event.date, event.date_rule = when, when.date, rule or when.rule
        if not rule:
            event.words = hull(event.words, (at, at + 1))

    def _by_nouns(self) -> Iterator[Event]:
        """Events told by nouns that no verb was said of: "during a visit by", "the signing of", "at the APEC Summit"."""
        for item in self.sentence.items:
            if item.noun is None or item.noun.frame != "event" or item.first in self.used or item.relation == "by":
                continue
            at = next(number for number, clause in enumerate(self.sentence.clauses) if clause.first <= item.first < clause.last)
            clause = self.sentence.clauses[at]
            mode = self._mode(at)
            behind = clause.verb is not None and item.first > clause.verb.at
            if item.kind == "meeting" and item.relation not in _BESIDE or mode.status == DENIED and (behind or not item.relation):
                continue
            event = Event(self.slots.kind_of(item, self.sentence), (item.first, item.last), item.outer, at, item.first)
            before = self.words[item.first - 1]
            if before in _SOON:
                event.status, event.status_words = PLANNED, (item.first - 1, item.first)
            elif mode.status == PLANNED and behind:
                event.status, event.status_words = PLANNED, mode.words
            yield from self._named_event(event, clause, item, before in _DEFINITE)

    def _named_event(self, event: Event, clause: Clause, noun: Item, definite: bool) -> Iterator[Event]:
        stop = clause.verb.first if clause.verb and clause.verb.first > noun.first else clause.last
        following = self._inside(noun.last, stop)
        nested = next((number for number, item in enumerate(following) if item.noun and item.noun.frame == "event"), len(following))
        roles = ROLES[event.kind]
        if noun.kind == "meeting":
            event.named_only = True
            roles = {"in": "place"}
        self._fill(event, clause, noun, roles, [], [], following[:nested])
        dates = self.dates(clause.first, clause.last)
        after = [(at, when) for at, when in dates if at >= noun.last]
        fronted = [(at, when) for at, when in dates if at < noun.first]
        own = after[:1] or ([] if event.status == PLANNED else fronted[-1:])
        if definite and not after and event.kind in ("visit", "meeting") and not event.named_only and event.place is None and not event.entities("attendee"):
            owner = self.words[noun.first - 2] if self.words[noun.first - 1] in ("'s", "'") else ""
            self.occasions[event.clause] = (event.kind, event.entities(), owner)
            return
        if event.kind in ("visit", "meeting", "designation") and not event.named_only and not event.entities("visitor"):
            agent = "beneficiary" if event.kind == "designation" else roles["agent"]
            event.add(self.slots.parts(self.slots.subject(self.sentence, event.clause), agent, self.sentence))
        if event.kind == "designation":
            event.add(self.slots.parts((item for item in following if item.owner), "supporter", self.sentence))
        if own:
            self.date(event, *own[0])
        yield event
        if noun.kind == "noun" and event.kind in _TELLS_SERIES and self.words[noun.last - 1][-1] == "s":
            yield from self._series(event, after, roles)


def hull(*spans: Span) -> Span:
    """The span that covers all spans."""
    return min(first for first, _ in spans), max(last for _, last in spans)
