"""The events of a brief, each once: told twice is one event, and what is told without a date may be dated elsewhere."""

from __future__ import annotations

from .brief import Brief
from .clauses import OCCURRED, Span
from .edtf import interval
from .event_times import _adopt, borrow_date, settle, stands
from .events import INSTRUMENTS, Event, Reader

_MET = frozenset(("visit", "meeting"))


def find_events(brief: Brief) -> list[Event]:
    """All events of a brief in the order of the text, each with all places that tell it."""
    reader = Reader(brief)
    heard: list[Event] = []
    paragraph = 0
    for sentence in reader.scanner.sentences():
        unit = brief.tokens.units[reader.phrases.firsts[sentence.first]]
        if brief.units[unit].paragraph != paragraph:
            paragraph, reader.slots.people, reader.slots.round = brief.units[unit].paragraph, [], ""
        told = _by_noun(reader.read(sentence))
        for event in told:
            event.sentence, event.paragraph = unit, paragraph
            borrow_date(reader, sentence, event, told, heard)
            _same_occasion(reader, event, [*heard, *(other for other in told if other.trigger < event.trigger)])
            settle(brief, reader.words, event)
        heard += told
        _remember(reader, told)
    return _merged([event for event in heard if stands(event)])


def _by_noun(told: list[Event]) -> list[Event]:
    """Two verbs said of one noun tell of one event: "the round, chaired by Ms. Roy, took place"."""
    kept: dict[tuple[int, str], Event] = {}
    for event in told:
        key = (event.noun, event.date) if event.noun >= 0 else (-1, str(len(kept)))
        same = kept.get(key) or next((other for (noun, _), other in kept.items() if noun == event.noun >= 0 and not (other.date and event.date)), None)
        if same is None:
            kept[key] = event
        else:
            _join(same, event)
    return list(kept.values())


def _join(event: Event, other: Event) -> None:
    event.add(other.parts)
    event.words = (min(event.words[0], other.words[0]), max(event.words[1], other.words[1]))
    event.place = event.place or other.place
    if other.date and not event.date:
        event.date, event.when, event.date_rule = other.date, other.when, other.date_rule
    if event.status == OCCURRED != other.status or other.date and other.status != OCCURRED:
        event.status, event.status_words, event.status_rule = other.status, other.status_words, other.status_rule


def _remember(reader: Reader, told: list[Event]) -> None:
    """Keep who was talked about, for pronouns to come."""
    slots, sentence = reader.slots, reader.sentence
    for item in sentence.items:
        slots.remember(item)
    if told and told[-1].kind in ("consultation", "negotiation"):
        slots.round = told[-1].kind
    subjects = [item for at, clause in enumerate(sentence.clauses) if not clause.relative for item in slots.direct(sentence, at)]
    if any(item.kind == "pronoun" for item in subjects) and slots.person:
        return
    acting = [item for item in subjects if item.kind == "person"]
    visitors = [part.entity for event in told for part in event.parts if part.role == "visitor" and part.entity]
    people = [item for item in sentence.items if item.kind == "person"]
    if acting or visitors or people:
        slots.person = slots.entity(acting[0]) if acting else visitors[0] if visitors else slots.entity(people[0])


def _same_occasion(reader: Reader, event: Event, heard: list[Event]) -> None:
    """What visitors do, told right after their visit without a date, they did on it; "again" they go where they went."""
    earlier = [other for other in heard if other.paragraph == event.paragraph and not other.named_only]
    if event.kind == "visit" and event.again and event.place is None:
        there = next((other.place for other in reversed(earlier) if other.kind == "visit" and other.place), None)
        event.place = there._replace(rule="place-of-visit-before") if there else None
    if event.date or event.kind not in ("meeting", "signature") or event.status != OCCURRED:
        return
    last = next((other for other in reversed(earlier) if not other.aside), None)
    if last is None or last.kind not in _MET or last.when is None or last.sentence < event.sentence - 1:
        return
    people = event.entities("party", "attendee")
    if people & last.entities() and last.status == OCCURRED:
        _adopt(reader, event, last, near=True)


def _merged(events: list[Event]) -> list[Event]:
    kept: list[Event] = []
    for event in sorted(events, key=lambda event: (not event.date, event.named_only and not event.place)):
        same = next((other for other in kept if _same(event, other)), None)
        if same is None:
            kept.append(event)
        else:
            same.told.append(event)
            same.add(part for part in event.parts)
            same.place = same.place or event.place
            if same.date_rule and not event.date_rule and event.date == same.date:
                same.when, same.date_rule = event.when, ""
            same.named_only = same.named_only and event.named_only
    kept = [event for event in kept if event.date or not event.named_only]
    return sorted(kept, key=lambda event: event.trigger)


def _same(event: Event, other: Event) -> bool:
    """Do two places tell the same? Kind and date must agree, and who or what it is about."""
    if event.kind != other.kind or (event.date and event.date != other.date) or event.status != other.status and event.date:
        return False
    if event.status != other.status:
        return False
    if event.about or other.about:
        if event.about == other.about:
            return event.kind in INSTRUMENTS or bool(event.date) or event.named_only or other.named_only
        return False
    mine, its = event.entities(), other.entities()
    if not mine or event.sentence == other.sentence and event.trigger != other.trigger and event.clause == other.clause:
        return not mine and not its and bool(event.date) and event.place == other.place
    if not event.date:
        return mine == its and event.kind in _MET
    return mine == its or event.kind == "meeting" and (mine <= its or its <= mine) and len(mine | its) > 1 and bool(mine & its)
