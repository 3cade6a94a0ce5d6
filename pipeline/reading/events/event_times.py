"""When an event was, where its own clause does not say, and what that makes of its status."""

from __future__ import annotations

from collections.abc import Iterator

from ..when import When
from .event_filling import INSTRUMENTS
from .event_nouns import Occasion
from .event_parts import Event, Part
from .event_words import AND, BE, HAVE
from .events import Teller
from .modality import OCCURRED, ONGOING, PLANNED, PRESENT, RECURRING
from .sentences import Sentence

_BEGINS = frozenset((*INSTRUMENTS, "designation", "establishment", "accession"))  # done once: "in force since 2007"
_WITHIN = frozenset(("where", "when", "before", "after", "while", "by"))  # what such a clause tells was on one occasion
_MEANWHILE = frozenset(("during", "at"))  # during which, at which
_ON_WHICH = frozenset(("occasion", "time"))  # on which, at which
_AT = frozenset(("at", "during", "beside"))  # what leads in the meeting at which others met
_LEADING = frozenset(("in", "at", "during", "on"))
_JOINED = frozenset(("visit", "meeting", "signature", "announcement"))
_MET = frozenset(("visit", "meeting"))
_OCCASIONS = frozenset(("visit", "meeting", "consultation", "negotiation"))
_GIVEN = frozenset(("announcement", "signature", "programme"))  # dated by "when she visited Peru in May"


def borrow_date(
    teller: Teller, sentence: Sentence, event: Event, told: list[Event], occasion: Event | None
) -> None:  # fmt: skip
    """A date, and perhaps a place, that other words give: "where", "during her visit", a clause in front.

    `told` are the events of the sentence, `occasion` the one that the clause takes as known.
    """
    if event.date or event.status in (RECURRING, ONGOING) or event.named_only:
        return
    clause = outer = sentence.clauses[event.clause]
    while outer.shares and outer.opener in AND:  # "where she opens a road and meets"
        outer = sentence.clauses[outer.parent]
    meanwhile = clause.opener == "which" and _meanwhile(teller.words, clause.first)
    near = occasion is not None or meanwhile or clause.opener == "" or outer.opener == "where"
    if occasion is None and (others := [other for other in told if other.date and not other.named_only]):
        within = outer.parent if meanwhile or outer.opener in _WITHIN else -1
        occasion = next(_likely(teller.words, sentence, event, others, within), None)
    if occasion:
        happen_on(event, occasion, near)
    elif found := _elsewhere(teller, sentence, event):
        event.dated_by(found[1], "date-of-sentence")


def _meanwhile(words: list[str], at: int) -> bool:
    """Do words lead in what went on at the same time: during which, on which occasion, in the course of which?"""
    return words[at] in _MEANWHILE or words[at - 1] == "course" or words[at + 2] in _ON_WHICH


def _likely(
    words: list[str], sentence: Sentence, event: Event, others: list[Event], within: int
) -> Iterator[Event]:  # fmt: skip
    """The events of a sentence that another may have been part of, the likeliest first; `within` is the clause that
    its own clause says more about, -1 for none.
    """
    clause, opening = sentence.clauses[event.clause], sentence.clauses[0]
    yield from (other for other in others if other.clause == within)
    if event.clause and words[sentence.first] in _MEANWHILE:
        yield from (
            other for other in others if opening.first <= other.noun < opening.last and other.kind in _OCCASIONS
        )
    if event.kind in _MET:
        yield from (other for other in others if other.clause == event.clause and other.kind in _MET)
    if event.kind == "meeting":
        there = {item.first for item in clause.after if item.relation in _AT}
        yield from (other for other in others if other.noun in there and other.kind == "meeting")
    joined = [other for other in others if other.clause == clause.parent]
    if clause.shares and event.kind in _JOINED:
        yield from (other for other in joined[::-1] if other.kind in _JOINED and other.trigger < event.trigger)
    if event.kind == "negotiation":  # "announced in May that they had concluded talks"
        yield from (other for other in joined if other.kind == "announcement")


def happen_on(event: Event, occasion: Event, near: bool) -> None:
    """Date an event by the visit or meeting that it was part of, and place it there where the words stand `near`."""
    if occasion.when is None:
        return
    event.dated_by(occasion.when, "date-of-occasion")
    event.date = occasion.date
    if near and event.place is None and occasion.place and event.kind in ("signature", "meeting"):
        place = occasion.place
        event.place = Part("place", place.entity, place.span, "place-of-occasion")


def meant(teller: Teller, before: list[Event], event: Event, occasion: Occasion | None) -> Event | None:
    """The event that the clause of an event takes as known: "on that occasion" the one just told; "during her visit" or
    "the President's visit" the last visit or meeting of those people.
    """
    clause = teller.sentence.clauses[event.clause]
    if "occasion" in teller.words[clause.first : clause.last]:
        at = teller.words.index("occasion", clause.first)
        known = teller.words[at - 1] in ("that", "this", "same")
        last = next((other for other in reversed(before) if not other.aside), None) if known else None
        joint = last is not None and last.kind == event.kind == "signature"  # "was signed on the same occasion"
        if last and last.paragraph == event.paragraph and (joint or last.kind in _OCCASIONS):
            return last
    for other in reversed(before) if occasion else ():
        assert occasion
        if other.kind != occasion.kind or other.named_only or (occasion.who and not occasion.who & other.entities()):
            continue
        if occasion.manner and teller.words[other.trigger[0] - 1] != occasion.manner:
            continue
        titles = [teller.scanner.titles[part.span[0]] for part in other.parts if part.span[0] in teller.scanner.titles]
        if not occasion.owner or any(occasion.owner in teller.words[slice(*title)] for title in titles):
            return other
    return None


def _elsewhere(teller: Teller, sentence: Sentence, event: Event) -> tuple[int, When] | None:
    """The date that the words in front of a sentence give to all its clauses, or that a clause joined to this one
    gives.
    """
    clauses, dates = sentence.clauses, sentence.dated
    clause = outer = clauses[event.clause]
    while outer.parent >= 0 and outer.shares:
        outer = clauses[outer.parent]
    if outer is not clause and (found := dates(outer.first, outer.fronted)):
        return found[-1]
    held = clauses[0].reduced and teller.words[sentence.first] in _LEADING  # "At talks held in May, they agreed"
    if event.clause == 1 and (held or (clauses[0].opener and not clauses[0].relative)):
        found = dates(clauses[0].first, clauses[0].last)  # "Once this is done in October, Peru will join"
        return found[-1] if found else None
    for inner in clauses if event.kind in _GIVEN else ():
        if inner.opener == "when" and inner.parent == event.clause and (found := dates(inner.first, inner.last)):
            return found[0]
    beside = clause.relative and event.status == PRESENT  # "In 2010 the fund, which is run by the OECD, paid for it"
    if event.kind == "programme" and (found := dates(sentence.first + 2 * beside, clause.first)):
        return found[-1]
    following = clauses[event.clause + 1] if event.clause + 1 < len(clauses) else None
    if following and following.relative and following.parent == event.clause:
        found = [one for one in dates(following.fronted, following.last) if _resumes(teller, one[0])]
        return found[-1] if found else None
    if following and following.opener == "and" and following.shares and event.kind in _JOINED:
        found = dates(following.first, following.last)
        return found[0] if found and teller.words[following.first - 1] != "," else None
    return None


def _resumes(teller: Teller, at: int) -> bool:
    """Does a date go on with the clause around an aside: "joined the OECD, which it had left, in 2010"?"""
    return teller.words[at - 1] in ("in", "on") and teller.words[at - 2] == ","


def settle(teller: Teller, event: Event) -> None:
    """What the verb leaves open the date decides: words about a later day are about a plan, a span that lasts goes
    on.
    """
    when = event.when
    if event.place is None:
        hosts = [part for part in event.parts if part.role == "host" and part.entity]
        host = next((part for part in hosts if _country(teller, part.entity)), None)
        event.place = Part("place", host.entity, host.span, "host-is-place") if host else None
    if event.status == RECURRING and event.date[-2:] != "..":
        event.when, event.date, event.date_rule = None, "", ""
    if when is None and event.status == PRESENT and event.kind == "negotiation":
        event.status = ONGOING
    if when is None or event.status == RECURRING:
        return
    if event.date[-3:] == "/.." and event.kind in ("consultation", "negotiation") and event.by_verb:
        event.status, event.status_words = ONGOING, None
    if event.date[-3:] == "/.." and event.kind in _BEGINS:
        event.date, event.date_rule = event.date[:-3], event.date_rule or "start-of-since"
    today = teller.today
    if event.kind == "programme":
        over = bool(today and when.date_to and when.date_to < today)
        begun = not today or when.date_from <= today
        if event.status == PRESENT:
            event.status = OCCURRED if over else ONGOING
        elif event.status == OCCURRED and "/" in event.date and begun and not over and not _done(teller, event):
            event.status, event.status_words = ONGOING, None
    if today and when.date_from > today and event.status not in (PLANNED, RECURRING) and not _until(teller, when):
        event.status, event.status_words, event.status_rule = PLANNED, None, "after-date-of-page"
    if event.status == PRESENT:
        event.status, event.status_words = OCCURRED, None
    if event.kind == "accession" and event.status == PLANNED:
        event.parts = [part._replace(role="candidate") if part.role == "party" else part for part in event.parts]


def _done(teller: Teller, event: Event) -> bool:
    """Is it told in the simple past, of a span that has an end: spent in 2014-15?"""
    clause = teller.sentence.clauses[event.clause]
    verb = clause.verb if event.by_verb and not clause.reduced else None
    if verb is None or event.date[-3:] == "/..":
        return False
    return verb.form == "past" and (BE | HAVE).isdisjoint(teller.words[verb.first : verb.at])


def _country(teller: Teller, entity_id: str) -> bool:
    entity = teller.brief.lexicon.entities.get(entity_id)
    return entity is not None and entity.kind == "country"


def _until(teller: Teller, when: When) -> bool:
    return any(date is when and teller.words[at - 1] == "until" for at, date in teller.phrases.dates.items())
