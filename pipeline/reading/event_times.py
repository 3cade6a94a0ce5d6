"""When an event was, where its own clause does not say, and what that makes of its status; what is too little to tell."""

from __future__ import annotations

from .brief import Brief
from .clause_items import Sentence
from .clauses import OCCURRED, ONGOING, PLANNED, PRESENT, RECURRING
from .edtf import interval
from .event_slots import Part
from .events import INSTRUMENTS, Event, Reader

_BEGINS = frozenset((*INSTRUMENTS, "designation", "establishment", "accession"))  # what is done once: "in force since 2007"
_WITHIN = frozenset(("where", "when", "before", "after", "while", "by"))  # what such a clause tells happened on the same occasion
_JOINED = frozenset(("visit", "meeting", "signature", "announcement"))
_OCCASIONAL = frozenset(("meeting", "signature", "announcement"))  # what visitors do on their visit
_AT_ONCE = frozenset(("visit", "meeting"))


def borrow_date(reader: Reader, sentence: Sentence, event: Event, told: list[Event], before: list[Event]) -> None:
    """A date, and perhaps a place, that other words give: "where", "during her visit", a clause in front."""
    if event.date or event.status in (RECURRING, ONGOING) or event.named_only:
        return
    clause = sentence.clauses[event.clause]
    others = [other for other in told if other is not event and other.date and not other.named_only]
    occasion: Event | None = None
    if event.clause in reader.occasions:
        occasion = _meant(reader, before, *reader.occasions[event.clause])
    if occasion is None and clause.opener in _WITHIN:
        occasion = next((other for other in others if other.clause == clause.parent), None)
    if occasion is None and event.kind in _AT_ONCE:
        occasion = next((other for other in others if other.clause == event.clause and other.kind in _AT_ONCE), None)
    if occasion is None and clause.shares and event.kind in _JOINED:
        occasion = next((other for other in reversed(others) if other.clause == clause.parent and other.kind in _JOINED and other.trigger < event.trigger), None)
    if occasion and occasion.when:
        _adopt(reader, event, occasion, near=clause.opener in ("where", "") or event.clause in reader.occasions)
        return
    opening = _elsewhere(reader, sentence, event)
    if opening:
        reader.date(event, *opening[0], "date-of-sentence")


def _adopt(reader: Reader, event: Event, occasion: Event, near: bool) -> None:
    assert occasion.when
    reader.date(event, -1, occasion.when, "date-of-occasion")
    event.date = occasion.date
    if event.place is None and occasion.place and near and event.kind in ("signature", "meeting"):
        event.place = occasion.place._replace(rule="place-of-occasion")


def _meant(reader: Reader, before: list[Event], kind: str, who: set[str], owner: str) -> Event | None:
    """The visit or meeting that "during her visit" or "the President's visit" means: the last one of those people."""
    for other in reversed(before):
        if other.kind != kind or other.named_only or (who and not who & other.entities()):
            continue
        if owner and not any(owner in reader.words[slice(*title)] for part in other.parts if (title := reader.scanner.titles.get(part.span[0]))):
            continue
        return other
    return None


def _elsewhere(reader: Reader, sentence: Sentence, event: Event) -> list[tuple[int, object]]:
    """The date that the words in front of a sentence give to all its clauses, or that a clause joined to this one gives."""
    clauses = sentence.clauses
    clause = outer = clauses[event.clause]
    while outer.parent >= 0 and outer.shares:
        outer = clauses[outer.parent]
    if outer is not clause and (found := reader.dates(outer.first, outer.fronted)):
        return found[-1:]
    if event.clause == 1 and clauses[0].opener and not clauses[0].relative:
        return reader.dates(clauses[0].first, clauses[0].last)[-1:]  # "Once this is done in October, Peru will join"
    if event.kind in ("announcement", "signature", "programme"):
        for inner in clauses:
            if inner.opener == "when" and inner.parent == event.clause and (found := reader.dates(inner.first, inner.last)):
                return found[:1]
    if event.kind == "programme":
        return reader.dates(sentence.first, clause.first)[-1:]
    following = clauses[event.clause + 1] if event.clause + 1 < len(clauses) else None
    if following and following.opener == "and" and following.shares and event.kind in _JOINED and reader.words[following.first - 1] != ",":
        return reader.dates(following.first, following.last)[:1]
    return []


def settle(brief: Brief, words: list[str], event: Event) -> None:
    """What the verb leaves open the date decides: words about a later day are about a plan, a span that lasts goes on."""
    when, calendar = event.when, brief.calendar
    if when and event.date.endswith("/..") and event.kind in _BEGINS:
        event.date, event.date_rule = event.date.partition("/")[0], event.date_rule or "start-of-since"
    if event.place is None:
        host = next((part for part in event.parts if part.role == "host" and part.entity in _countries(brief)), None)
        event.place = Part("place", host.entity, host.span, "host-is-place") if host else None
    if when is None:
        if event.status == PRESENT and event.kind == "programme":
            event.status = ONGOING
        return
    today = interval(calendar.page)[1] if calendar.page else ""
    if event.status == RECURRING and event.date[-2:] != "..":
        event.when, event.date, event.date_rule = None, "", ""
        return
    lasting = not when.date_to or bool(today and when.date_to > today)
    if event.kind == "programme" and event.status in (OCCURRED, PRESENT) and lasting and (not today or when.date_from <= today or when.date.startswith("..")):
        event.status, event.status_words, event.status_rule = (ONGOING, event.status_words, "") if "/" in event.date else (event.status, event.status_words, "")
    if today and when.date_from > today and event.status not in (PLANNED, RECURRING):
        event.status, event.status_words, event.status_rule = PLANNED, None, "after-date-of-page"
    if event.status == PRESENT:
        event.status, event.status_words = (ONGOING, event.status_words) if event.kind == "programme" else (OCCURRED, None)


def _countries(brief: Brief) -> set[str]:
    return {entity.entity_id for entity in brief.lexicon.country_of_iso.values()}


def stands(event: Event) -> bool:
    """Do the words say enough to make it an event of its own?"""
    dated, parts, kind = bool(event.date), bool(event.parts), event.kind
    if event.status == PRESENT or not kind:
        return False
    if kind == "visit":
        return bool(event.entities("visitor")) and (dated or event.place is not None)
    if kind == "meeting":
        return event.named_only or (dated or event.status == RECURRING) and (parts or bool(event.about) or event.told_by_verb) or len(event.parts) > 1
    if kind in ("consultation", "negotiation"):
        return dated or event.status in (RECURRING, ONGOING)
    if kind in INSTRUMENTS or kind in ("inauguration", "establishment"):
        return parts or dated
    if kind == "accession":
        return bool(event.entities("other")) and bool(event.entities("party", "candidate"))
    if kind == "announcement":
        return parts and dated
    return dated or (kind == "fair" and (event.place is not None or event.status == RECURRING))
