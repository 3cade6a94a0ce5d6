"""Events told by nouns that no verb is said of: "during a visit by", "the signing of", "at the APEC Summit"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..roles.little_words import ONLY_WISHED
from .clauses import Clause, Item
from .dated_apart import beside
from .event_filling import INSTRUMENTS
from .event_parts import Event
from .event_rules import ROLES
from .event_words import BE, BESIDE, DEFINITE, HAVE, INCLUDING, THAT_OF, TO_COME, UNDER, UNDOING
from .events import Teller
from .modality import DENIED, PLANNED

_FOR_OR_AGAINST = (*ONLY_WISHED, "oppos", "advocat", "champion", "prospect", "candida")
_MET = frozenset(("visit", "meeting"))
_NEAR = 3  # phrases before a date among which the verb stands: broken off in 2010
_TIMES = frozenset(("", "the", "year", "month", "day"))  # what stands before "was marked by", a date being empty
_MANNERS = frozenset(("state", "official", "working", "royal"))  # of visits, by which a known one is meant
_ONCE = frozenset(("visit", "meeting", "fair", "election"))  # kinds that do not go on "since May"
_AGENTS = {"visit": "visitor", "meeting": "attendee", "designation": "beneficiary"}  # the parts of the clause's subject


class Occasion(NamedTuple):
    """A visit or meeting that the words take as known: "during her visit", "the President's visit"."""

    kind: str
    who: set[str]
    owner: str  # the word for an office
    manner: str  # the word for what visit it was: the state visit


def by_nouns(teller: Teller) -> tuple[list[Event], dict[int, Occasion]]:
    """The events that nouns tell of, and the occasions taken as known, by clause."""
    told: list[Event] = []
    occasions: dict[int, Occasion] = {}
    for at, clause in enumerate(teller.sentence.clauses):
        for item in (*clause.before, *clause.after):
            if item.noun is None or item.first in teller.used:
                continue
            if span := _span(teller, clause, item):
                told.append(_programme(teller, at, item, span))
            elif (item.event or _round(teller, item)) and not _doing(teller, clause, item) and _says(teller, at, item):
                event = _begun(teller, at, item)
                occasion = _occasion(teller, event, clause, item)
                if occasion:
                    occasions[at] = occasion
                else:
                    told += _dated(teller, event, clause, item)
    return told, occasions


def _round(teller: Teller, item: Item) -> bool:
    """Is it a round of what was told before, for which somebody came: For the third round, Ms. Roy came to Lima?"""
    return item.relation == "for" and teller.words[item.first] == "round" and bool(teller.sentence.kind_of(item))


def _doing(teller: Teller, clause: Clause, item: Item) -> bool:
    """Is it only what brought something about: by talks, but not by the visit in May 2010, nor what marked a year?"""
    if item.relation != "by" or teller.words[item.first] in THAT_OF:
        return False
    dated = teller.sentence.dated(item.last, _end(teller.words, clause, item))
    return not dated and not _TIMES.issuperset(teller.words[clause.first : clause.fronted])  # "2011 was marked by"


def _span(teller: Teller, clause: Clause, item: Item) -> int:
    """Where the years of a programme stand: in brackets behind it, or "since 1950" where it has done something."""
    dates = teller.phrases.dates
    if item.kind != "programme":
        return 0
    if teller.words[item.last] == "(" and item.last + 1 in dates:
        return item.last + 1 if "/" in dates[item.last + 1].date else 0
    perfect = clause.verb and not HAVE.isdisjoint(teller.words[clause.verb.first : clause.verb.last])
    acting = not item.relation and item in clause.before
    under = item.relation in UNDER and clause.verb and clause.verb.trigger is None  # "Peruvians have worked under the"
    if not perfect or not (acting or under):
        return 0
    return next((at for at, when in teller.sentence.dated(clause.first, clause.last) if when.date[-3:] == "/.."), 0)


def _programme(teller: Teller, at: int, item: Item, span: int) -> Event:
    event = Event("programme", (item.first, item.last), item.outer, at, item.first)
    teller.fill(event, teller.sentence.clauses[at], item, {}, [], [], [])
    event.dated(span, teller.phrases.dates[span])
    return event


def _behind(clause: Clause, item: Item) -> bool:
    return clause.verb is not None and item.first > clause.verb.at


def _says(teller: Teller, at: int, item: Item) -> bool:
    """Does the clause tell of the event, or deny it, or name a meeting for something else than that it was held?"""
    if item.kind == "meeting" and item.relation not in BESIDE and not _venue(teller, at):
        return False
    if item.noun and item.noun.kind == "accession" and _wished(teller, at, item):
        return False
    clause = teller.sentence.clauses[at]
    those = next((at for at in range(item.last, clause.last) if teller.words[at] == "those"), 0)
    if those and teller.words[those - 1] in INCLUDING:
        return False  # "Visits include those by Ms. Roy in 2010": these are what it tells of
    denied = teller.mode(at).status == DENIED
    return not denied or (bool(item.relation) and not _behind(clause, item))


def _venue(teller: Teller, at: int) -> list[Item]:
    """The place that a clause says was where something took place: Lima was the venue for the Summit."""
    clause = teller.sentence.clauses[at]
    verb = clause.verb
    if verb is None or verb.trigger or BE.isdisjoint(teller.words[verb.first : verb.last]):
        return []
    return [item for item in clause.before if item.kind == "place" and not item.relation]


def _wished(teller: Teller, at: int, item: Item) -> bool:
    """Is an accession only what somebody is for, against or after: has long supported Peru's accession to the OECD?"""
    before = teller.words[teller.sentence.clauses[at].first : item.first]
    return any(word.startswith(_FOR_OR_AGAINST) for word in before)


def _begun(teller: Teller, at: int, item: Item) -> Event:
    """An event with its kind, its status and what stands around the noun."""
    clause, sentence, words = teller.sentence.clauses[at], teller.sentence, teller.words
    event = Event(sentence.kind_of(item), (item.first, item.last), item.outer, at, item.first)
    event.named_only = item.kind == "meeting"
    mode = teller.mode(at)
    if words[item.first - 1] in TO_COME:
        event.status, event.status_words = PLANNED, (item.first - 1, item.first)
    elif mode.status == PLANNED and _behind(clause, item):
        event.status, event.status_words = PLANNED, mode.words
    roles = {"in": "place"} if event.named_only else ROLES[event.kind]
    end = _end(words, clause, item)
    was_by = clause.verb and words[clause.verb.last] == "by"  # "the last visit to Peru was by Ms. Roy"
    stop = end if _behind(clause, item) or clause.verb is None or was_by else clause.verb.first
    dates = [date for date, _ in teller.sentence.dated(item.last, stop)]
    if words[item.last - 1][-1:] == "s" and len(dates) > 1:
        stop = dates[0]  # "visits by Mr. Kos in 2010 and by Ms. Roy in 2011": the first has its own
    following = sentence.inside(item.last, stop)
    nested = next((number for number, other in enumerate(following) if other.event), len(following))
    teller.fill(event, clause, item, roles, [], [], following[:nested])
    event.add(teller.cast.parts([(place, "place") for place in _venue(teller, at) if event.kind in _ONCE]))
    return event


def _occasion(teller: Teller, event: Event, clause: Clause, item: Item) -> Occasion | None:
    """The occasion that a noun takes as known: with an article or owner, without a date, a place or people of its
    own.
    """
    words = teller.words
    manner = words[item.first - 1] if words[item.first - 2] == "the" and words[item.first - 1] in _MANNERS else ""
    known = bool(manner) or words[item.first - 1] in DEFINITE
    if not known or event.kind not in _MET or event.named_only or event.place:
        return None
    if event.entities("attendee") or teller.sentence.dated(item.last, _end(words, clause, item)):
        return None
    owner = words[item.first - 2] if words[item.first - 1] in ("'s", "'") else ""
    return Occasion(event.kind, event.entities(), owner, manner)


def _dated(teller: Teller, event: Event, clause: Clause, item: Item) -> Iterator[Event]:
    sentence, cast = teller.sentence, teller.cast
    dates = teller.sentence.dated(clause.first, _end(teller.words, clause, item))
    done = [(at, when) for at, when in dates if UNDOING.isdisjoint(teller.words[at - _NEAR : at])]
    dates = done or dates  # "Talks, broken off in 2010, were taken up again in 2013"
    if event.kind in _ONCE:
        dates = [(at, when) for at, when in dates if when.date[-3:] != "/.."]
    after = [(at, when) for at, when in dates if at >= item.last]
    before = [(at, when) for at, when in dates if at < item.first and when.date[-3:] != "/.."]
    if event.kind in _AGENTS and not event.named_only and not any(part.role == "visitor" for part in event.parts):
        event.add(cast.parts([(one, _AGENTS[event.kind]) for one in sentence.subject(event.clause)]))
    if event.kind in INSTRUMENTS and event.status == PLANNED and not event.about:
        event.add(cast.parts([(one, "instrument") for one in sentence.subject(event.clause)]))
    if teller.words[item.first - 1] == "(":
        texts = [other for other in sentence.items if other.last == item.first - 1]
        event.add(cast.parts([(one, "instrument") for one in texts]))  # "the treaty (entry into force: 2010)"
    if event.kind == "visit" and teller.words[item.last - 1][-1:] == "s":
        listed = [other for other in sentence.inside(item.last, clause.last) if not other.relation]
        event.add(cast.parts([(other, "visitor") for other in listed if not other.event]))
        if apart := beside(teller.phrases, event):  # "visits include Mr. Kos (May 2010) and Ms. Roy (June 2011)"
            yield from apart
            return
    if event.kind == "establishment" and item.relation == "of" and not after:
        return  # "the anniversary of the opening of the embassy"
    if after or (before and event.status != PLANNED):
        event.dated(*(after[0] if after else before[-1]))
    yield from teller.by_text(event)
    several = teller.words[item.last - 1][-1:] == "s" or teller.words[item.first] == "those"
    if item.kind == "noun" and event.kind in _MET and several:
        yield from teller.series(event, after, ROLES[event.kind])


def _end(words: list[str], clause: Clause, item: Item) -> int:
    """Where the words about a noun end: before "that of", which stands for one more of its kind, or with its clause."""
    others = (other.first for other in (*clause.before, *clause.after) if other.event and other.first > item.first)
    return next((at for at in others if words[at] in THAT_OF), clause.last)
