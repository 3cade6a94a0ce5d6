"""The events of a brief, each once: told twice is one event, and what is told without a date may be dated elsewhere."""

from __future__ import annotations

from ..brief import Brief
from .agreement_lists import listed_agreements
from .bracketed import bracketed
from .event_filling import INSTRUMENTS
from .event_nouns import by_nouns
from .event_parts import Event, Part, hull
from .event_times import borrow_date, happen_on, meant, settle
from .events import Teller
from .followed import followed
from .modality import OCCURRED, PLANNED, PRESENT, RECURRING
from .retold import retold
from .standing import stands
from .visit_lists import listed_visits

_MET = frozenset(("visit", "meeting"))
_ON_VISITS = frozenset(("meeting", "signature", "announcement"))  # what visitors do


def find_events(brief: Brief) -> list[Event]:
    """All events of a brief in the order of the text, each with all places that tell it."""
    teller = Teller(brief)
    heard: list[Event] = []
    near: list[Event] = []  # those in the paragraph
    paragraph, last_round = 0, ""
    for sentence in teller.scanner.sentences():
        unit = brief.tokens.units[teller.phrases.firsts[sentence.first]]
        if brief.units[unit].paragraph != paragraph:
            paragraph, near, last_round = brief.units[unit].paragraph, [], ""
            teller.cast.paragraph, teller.cast.people = sentence.first, []
        sentence.round = last_round
        teller.turn_to(sentence)
        by_verbs = [event for at in range(len(sentence.clauses)) for event in teller.by_verb(at)]
        named, occasions = by_nouns(teller)
        said = [*by_verbs, *named, *retold(teller)]
        done = [event for event in (*said, *bracketed(teller, said)) if not _undone(event, teller.denied)]
        done += followed(teller, done, near)
        told = _by_noun(sorted(done, key=lambda event: event.trigger))
        for event in told:
            event.sentence, event.paragraph = unit, paragraph
            teller.label(event)
            occasion = occasions.get(event.clause)
            borrow_date(teller, sentence, event, told, meant(teller, heard, event, occasion))
            _same_occasion(teller, event, near)
            settle(teller, event)
            near.append(event)
            heard.append(event)
        last_round = sentence.round_before(sentence.last)
        _remember(teller, told)
    listed = [*listed_visits(teller), *listed_agreements(teller)]
    leads = {event.trigger for event in listed}
    heard = [event for event in heard if event.trigger not in leads] + listed  # "have signed these agreements: …"
    return _merged(teller, [event for event in heard if stands(event, teller.words)])


def _undone(event: Event, denied: dict[int, int]) -> bool:
    """Was it called off, and not put off to another day: had to be postponed and is now expected in May?"""
    return event.noun in denied and not (event.status == PLANNED and event.clause > denied[event.noun])


def _by_noun(told: list[Event]) -> list[Event]:
    """Two verbs said of one noun tell of one event: "the round, chaired by Ms. Roy, took place"."""
    kept: list[Event] = []
    for event in told:
        same = next((other for other in kept if _one_noun(other, event)), None)
        if same is None:
            kept.append(event)
            continue
        same.add(event.parts)
        same.words, same.place = hull(same.words, event.words), same.place or event.place
        if event.date and not same.date:
            same.date, same.when, same.date_rule = event.date, event.when, event.date_rule
        until = event.date[:3] == "../"  # "a scheme launched in May, will run until 2020"
        if not until and (event.date or same.status in (OCCURRED, PRESENT)):
            same.status, same.status_words, same.status_rule = event.status, event.status_words, event.status_rule
    return kept


def _one_noun(event: Event, other: Event) -> bool:
    if (
        (event.noun, event.kind) != (other.noun, other.kind)
        or event.noun < 0
        or (event.status == RECURRING) != (other.status == RECURRING)
    ):
        return False
    return not event.date or not other.date or event.date == other.date or other.date[:3] == "../"


def _remember(teller: Teller, told: list[Event]) -> None:
    """Keep who was talked about, for pronouns to come."""
    cast, sentence = teller.cast, teller.sentence
    people: list[str] = []
    for item in sentence.items:
        if item.kind == "person":
            people.append(cast.entity(item))
        elif item.kind == "agreement":
            cast.text = item
    cast.people += people
    acting: list[str] = []
    if people or "pronoun" in [item.kind for item in sentence.items]:
        main = [at for at, clause in enumerate(sentence.clauses) if not clause.relative]
        subjects = [item for at in main for item in sentence.direct(at)]
        if cast.person and any(item.kind == "pronoun" for item in subjects):
            cast.person = next(filter(None, map(cast.latter, subjects)), cast.person)
            return
        acting = [cast.entity(item) for item in subjects if item.kind == "person"]
    visitors = [part.entity for event in told for part in event.parts if part.role == "visitor" and part.entity]
    cast.person = next(iter([*acting, *visitors, *people]), cast.person)


def _same_occasion(teller: Teller, event: Event, near: list[Event]) -> None:
    """What visitors do, told right after their visit without a date, they did on it; "again" they go where they
    went.
    """
    if event.kind == "visit" and event.again and event.place is None:
        there = next((other.place for other in reversed(near) if other.kind == "visit" and other.place), None)
        event.place = Part("place", there.entity, there.span, "place-of-visit-before") if there else None
    if event.date or event.kind not in _ON_VISITS or event.status != OCCURRED:
        return
    here = (event.sentence, event.clause)
    known = [other for other in near if other.date or other.parts]  # no "It was the first such visit"
    before = (other for other in reversed(known) if not other.aside and not other.named_only)
    before = (other for other in before if other.kind in _MET or other.sentence != event.sentence)
    last = next((other for other in before if (other.sentence, other.clause) != here), None)
    if last is None or last.kind not in _MET or last.status != OCCURRED or last.sentence < event.sentence - 2:
        return
    told = event.kind == "signature" and event.sentence == last.sentence
    crowning = told and event.by_verb and "had" not in teller.words[slice(*event.words)]
    if crowning or event.entities("party", "attendee", "announcer") & last.entities():
        happen_on(event, last, near=True)  # also "He visited Lima in May; in all, twelve contracts were signed"


def _merged(teller: Teller, events: list[Event]) -> list[Event]:
    """The events, what is told without a date or a name joined to what is told with one."""
    kept: list[Event] = []
    alike: dict[tuple[str, str], list[Event]] = {}  # those kept, by kind and status
    for event in sorted(events, key=lambda event: (not event.date, event.named_only and not event.place)):
        others = alike.setdefault((event.kind, event.status), [])
        same = next((other for other in others if _same(teller, event, other)), None)
        if same is None:
            kept.append(event)
            others.append(event)
            continue
        same.told.append(event)
        same.add(event.parts)
        same.place, same.named_only = same.place or event.place, same.named_only and event.named_only
        if same.date_rule and event.date == same.date and not event.date_rule:
            same.when, same.date_rule = event.when, ""
    told = [event for event in kept if event.date or not event.named_only]
    return sorted(told, key=lambda event: event.trigger)


def _same(teller: Teller, event: Event, other: Event) -> bool:
    """Do two places tell the same, of one kind and status? Date and place must agree, and who or what it is about."""
    if event.date and event.date != other.date:
        return False
    if event.about or other.about:
        return event.about == other.about and (event.kind in INSTRUMENTS or bool(event.date) or event.named_only)
    if event.place and other.place and event.place.entity != other.place.entity:
        return False
    mine, its = _who(teller, event), _who(teller, other)
    if mine == its:
        words = [teller.words[one.trigger[0]] for one in (event, other)]
        return bool(event.date or not other.date or event.kind in _MET) and (bool(mine) or words[0] == words[1])
    if event.kind == "election" and event.date == other.date:
        return True  # "In the election of June 2011, Mr. Kos was elected"
    if event.sentence == other.sentence:
        return False  # "attended the conference and met Ms. Roy"
    return event.kind == "meeting" and bool(event.date) and bool(mine & its) and (mine <= its or its <= mine)


def _who(teller: Teller, event: Event) -> set[str]:
    """Who takes part: entities, and the words for those without a name."""
    return {part.entity or " ".join(teller.words[slice(*part.span)]) for part in event.parts}
