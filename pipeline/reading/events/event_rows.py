"""The rows of events and of who takes part in them, every cell beside the words that give it."""

from __future__ import annotations

from ..brief import Brief, Chars
from ..document import view_of
from ..edtf import interval
from ..entities import Row
from ..ids import Slugs, slug
from ..records import Collector, Record
from .clauses import Span
from .event_merge import find_events
from .event_parts import Event, Part
from .event_rules import plover
from .modality import OCCURRED

# What an event is called: by the names of its main parts, or if it has none by its trigger.
_TITLES = {
    "visit": "Visit by {}", "meeting": "Meeting of {}", "consultation": "Consultation of {}",
    "negotiation": "Negotiation of {}", "signature": "Signature of {}", "ratification": "Ratification of {}",
    "entry_into_force": "Entry into force of {}", "adoption": "Adoption of {}", "accession": "Accession of {}",
    "announcement": "Announcement by {}", "inauguration": "Inauguration of {}", "election": "Election in {}",
    "establishment": "Establishment of {}", "designation": "Designation of {}", "programme": "Programme of {}",
    "fair": "Fair in {}",
}  # fmt: skip
_WITH_ONE = {"meeting": "Meeting with {}", "consultation": "Consultation with {}", "negotiation": "Negotiation with {}"}
# The parts that an event is called by, the first role that it has.
_CALLED_BY = {
    "visit": ("visitor",), "meeting": ("organiser", "attendee", "host"), "announcement": ("announcer",),
    "inauguration": ("other", "attendee"), "designation": ("beneficiary",), "accession": ("party", "candidate"),
    "programme": ("instrument", "manager", "supporter"), "establishment": ("other", "party"),
}  # fmt: skip
_OTHERWISE = ("instrument", "party", "organiser", "attendee", "candidate", "beneficiary", "supporter")
_ITSELF = frozenset(("meeting", "programme", "fair", "consultation"))  # may have names of their own
_BEFORE_DATE = frozenset(("in", "on", "from", "at", "by", "during"))


def write_events(brief: Brief, collector: Collector) -> None:
    """One row an event and, once all events have their ids, one for each of its parts."""
    events = find_events(brief)  # first, since it may name countries that only a longer name names
    writer = _Writer(brief, collector)
    written = [(event, writer.event(event)) for event in events]
    collector.name("events")
    for event, record in written:
        writer.participants(event, record)
    collector.name("participants")


class _Writer:
    def __init__(self, brief: Brief, collector: Collector) -> None:
        self.brief, self.collector, self.phrases = brief, collector, brief.phrases
        self.plover = plover()
        self.names = {str(row["entity_id"]): str(row["name"]) for row in brief.resolver.rows()}

    def _chars(self, span: Span) -> Chars:
        firsts, tokens = self.phrases.firsts, self.brief.tokens
        return tokens.starts[firsts[span[0]]], tokens.ends[firsts[span[1]] - 1]

    def _text(self, span: Span) -> str:
        return " ".join(self.brief.quote(self._chars(span)).split())

    def _date_words(self, event: Event) -> Chars:
        assert event.when
        return self.brief.chars((event.when.first, event.when.last))

    def _clause(self, event: Event) -> Span:
        """The words that tell an event, with the preposition of a date and the brackets of both sides."""
        (first, last), words, classes = event.words, self.phrases.words, self.phrases.classes
        if first in self.phrases.dates and words[first - 1] in _BEFORE_DATE:
            first -= 1
        inside = classes[first:last]
        first -= inside.find(")") > inside.find("(") == -1 and words[first - 1] == "("
        last += inside.rfind("(") > inside.rfind(")") and words[last] == ")"
        return first, last

    def event(self, event: Event) -> Record:
        """The row of one event."""
        clause = self._clause(event)
        words = self._chars(clause)
        row = self.collector.place(words, self.phrases.firsts[clause[0]])
        called = self._called(event)
        row |= {"title": self._title(event, called), "plover": self.plover.get(event.kind)} | self._interval(event)
        when = f"-{slug(event.date)}" if event.date else ""
        main = slug(view_of(" and ".join(called) or self._text(event.trigger)), 8)
        stem = f"{event.kind.replace('_', '-')}{when}-{main}"
        slugs = Slugs(stem, self.collector.following(words[0]), (0, 4, 10))
        record = self.collector.new("events", row, slugs)
        for told in (event, *event.told):
            if bool(told.kind_rule) == bool(event.kind_rule):
                record.put("kind", event.kind, self._chars(told.trigger), told.kind_rule)
            if told.when and told.date == event.date and bool(told.date_rule) == bool(event.date_rule):
                record.put("date", event.date, self._date_words(told), told.date_rule)
            if told.place and event.place and _one_place(told.place, event.place):
                record.put("place", event.place.entity, self._chars(told.place.span), told.place.rule)
        record.row["status"] = event.status
        if event.status != OCCURRED:
            given = self._chars(event.status_words or event.trigger)
            if event.when and not event.status_words:
                given = self._date_words(event)
            record.put("status", event.status, given, event.status_rule)
        return record

    def _interval(self, event: Event) -> Row:
        if event.when is None:
            return {}
        start, end = event.when.date_from, event.when.date_to
        if event.date != event.when.date:
            start, end = interval(event.date, self.brief.calendar.hemisphere)
        inferred = "date_from date_to" if event.date_rule or event.when.convention else None
        return {"date_from": start or None, "date_to": end or None, "inferred": inferred}

    def _name(self, part: Part) -> str:
        """The name of who plays a part, or the words for who has none."""
        return self.names[part.entity] if part.entity else self._text(part.span)

    def _called(self, event: Event) -> list[str]:
        """What an event is called by: the names of its main parts, or of the meeting or programme that it is."""
        if event.about and event.kind in _ITSELF:
            return [self.names[event.about]]
        roles = {part.role for part in event.parts}
        for role in (*_CALLED_BY.get(event.kind, ()), *_OTHERWISE):
            if role in roles:
                return [self._name(part) for part in event.parts if part.role == role]
        return [self.names[event.place.entity]] if event.place else []

    def _title(self, event: Event, called: list[str]) -> str:
        if not called or event.kind not in _TITLES:
            return self._text(event.trigger)
        title = called[0] if len(called) < 2 else f"{', '.join(called[:-1])} and {called[-1]}"
        if event.about and event.kind in _ITSELF:
            return title
        if event.kind == "accession":
            joined = next((self._name(part) for part in event.parts if part.role == "other"), "")
            return f"Accession of {title} to {joined}" if joined else f"Accession of {title}"
        if event.kind == "announcement" and not any(part.role == "announcer" for part in event.parts):
            return f"Announcement on {title}"  # nobody is said to announce it: support for Mexico took place
        alone = len(called) == 1 and not any(part.role in ("instrument", "organiser") for part in event.parts)
        form = _WITH_ONE.get(event.kind) if alone else None
        return (form or _TITLES[event.kind]).format(title)

    def participants(self, event: Event, record: Record) -> None:
        """The rows of the parts of one event, whose row has its id."""
        event_id, trigger = str(record.row["event_id"]), self._chars(event.trigger)
        stem, document_id = event_id.partition("/")[2], self.collector.document_id
        for part in event.parts:
            words, name = part.words or self._chars(part.span), self._name(part)
            row: Row = {
                "document_id": document_id, "event_id": event_id, "entity_id": part.entity or None,
                "start_char": words[0], "end_char": words[1], "quote": self.brief.quote(words),
                "inferred": "entity_id" if part.rule and part.entity else None,
            }  # fmt: skip
            slugs = Slugs(f"{stem}-{slug(view_of(name), 8)}", self.collector.following(words[0]), (0, 4, 10))
            mine = self.collector.new("participants", row, slugs)
            mine.put("participant", name, words, part.rule)
            mine.put("role", part.role, trigger)


def _one_place(one: Part, two: Part) -> bool:
    return one.entity == two.entity and bool(one.rule) == bool(two.rule)
