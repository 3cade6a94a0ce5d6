"""The rows of events and of who takes part in them, every cell beside the words that give it."""

from __future__ import annotations

from .brief import Brief, Chars
from .document import view_of
from .edtf import interval
from .entities import Row
from .event_merge import find_events
from .event_rules import plover
from .event_parts import Event, Part
from .clauses import OCCURRED, Span
from .ids import Slugs, slug
from .records import Collector, Record

_TITLES = {
    "visit": "Visit by {}", "meeting": "Meeting of {}", "consultation": "Consultation of {}", "negotiation": "Negotiation of {}", "signature": "Signature of {}",
    "ratification": "Ratification of {}", "entry_into_force": "Entry into force of {}", "adoption": "Adoption of {}", "accession": "Accession of {}",
    "announcement": "Announcement by {}", "inauguration": "Inauguration of {}", "election": "Election in {}", "establishment": "Establishment of {}",
    "designation": "Designation of {}", "programme": "Programme of {}", "fair": "Fair in {}", "other": "{}",
}  # fmt: skip
# The parts that an event is called by, the first that it has.
_CALLED_BY = {
    "visit": ("visitor",), "meeting": ("attendee", "host"), "announcement": ("announcer",), "inauguration": ("other", "attendee"), "designation": ("beneficiary",),
    "programme": ("instrument", "manager", "supporter"), "accession": ("party", "candidate"), "establishment": ("other", "party"),
}  # fmt: skip
_OTHERWISE = ("instrument", "party", "organiser", "attendee")


def write_events(brief: Brief, collector: Collector) -> None:
    """One row an event and, once all events have their ids, one for each of its parts."""
    events = find_events(brief)
    names = {str(row["entity_id"]): str(row["name"]) for row in brief.resolver.rows()}
    writer = _Writer(brief, collector, names)
    written = [(event, writer.event(event)) for event in events]
    collector.name("events")
    for event, record in written:
        for part in event.parts:
            writer.participant(part, event, record)
    collector.name("participants")


class _Writer:
    def __init__(self, brief: Brief, collector: Collector, names: dict[str, str]) -> None:
        self.brief, self.collector, self.names = brief, collector, names

    def chars(self, span: Span) -> Chars:
        """The offsets in the text of a span of phrases."""
        return self.brief.chars(self.brief.phrases.tokens(*span))

    def _text(self, span: Span) -> str:
        return " ".join(self.brief.quote(self.chars(span)).split())

    def _date_words(self, event: Event) -> Chars:
        assert event.when
        return self.brief.chars((event.when.first, event.when.last))

    def called(self, part: Part) -> str:
        """The name of who plays a part, or the words for who has none."""
        return self.names[part.entity] if part.entity else self._text(part.span)

    def event(self, event: Event) -> Record:
        """The row of one event."""
        words = self.chars(event.words)
        row: Row = self.collector.place(words, self.brief.phrases.firsts[event.words[0]])
        row |= {"title": self._title(event), "plover": plover().get(event.kind)}
        if event.when:
            calendar = self.brief.calendar
            start, end = event.when.date_from, event.when.date_to
            if event.date != event.when.date:
                start, end = interval(event.date, calendar.hemisphere)
            row |= {"date_from": start or None, "date_to": end or None, "inferred": "date_from date_to" if event.date_rule or event.when.convention else None}
        when = f"-{slug(event.date)}" if event.date else ""
        main = slug(view_of(self._main(event) or self._text(event.trigger)), 8)
        record = self.collector.new("events", row, Slugs(f"{slug(event.kind)}{when}-{main}", self.collector.following(words[0]), (0, 4, 10)))
        for told in (event, *event.told):
            if bool(told.kind_rule) == bool(event.kind_rule):
                record.put("kind", event.kind, self.chars(told.trigger), told.kind_rule)
            if told.when and told.date == event.date and bool(told.date_rule) == bool(event.date_rule):
                record.put("date", event.date, self._date_words(told), told.date_rule)
            if told.place and event.place and told.place.entity == event.place.entity and bool(told.place.rule) == bool(event.place.rule):
                record.put("place", event.place.entity, self.chars(told.place.span), told.place.rule)
        if event.status != OCCURRED:
            span = self.chars(event.status_words) if event.status_words else self._date_words(event) if event.when else self.chars(event.trigger)
            record.put("status", event.status, span, event.status_rule)
        else:
            record.row["status"] = OCCURRED
        if event.place and not any(field == "place" for field, _, _ in record.cells):
            record.put("place", event.place.entity, self.chars(event.place.span), event.place.rule)
        return record

    def _main(self, event: Event) -> str:
        """What an event is called by: its main part, or the meeting, agreement or programme that it is."""
        if event.about and event.kind != "visit" and not (event.kind == "meeting" and event.entities("attendee", "visitor")):
            return self.names.get(event.about, "")
        for role in (*_CALLED_BY.get(event.kind, ()), *_OTHERWISE):
            found = [self.called(part) for part in event.parts if part.role == role]
            if found:
                return found[0] if event.kind != "meeting" or len(found) > 2 else " and ".join(found)
        return self.names[event.place.entity] if event.place else ""

    def _title(self, event: Event) -> str:
        main = self._main(event)
        if not main:
            return self._text(event.trigger)
        named = event.about and main == self.names.get(event.about) and event.kind in ("meeting", "programme", "fair", "consultation")
        return main if named else _TITLES[event.kind].format(main)

    def participant(self, part: Part, event: Event, record: Record) -> None:
        """The row of one part."""
        words = part.words or self.chars(part.span)
        event_id = str(record.row["event_id"])
        row: Row = {
            "document_id": self.collector.document_id, "event_id": event_id, "entity_id": part.entity or None,
            "start_char": words[0], "end_char": words[1], "quote": self.brief.quote(words),
        }  # fmt: skip
        if part.rule and part.entity:
            row["inferred"] = "entity_id"
        stem = f"{event_id.partition('/')[2]}-{slug(view_of(self.called(part)), 8)}"
        mine = self.collector.new("participants", row, Slugs(stem, self.collector.following(words[0]), (0, 4, 10)))
        mine.put("participant", self.called(part), words, part.rule)
        mine.put("role", part.role, self.chars(event.trigger))
