"""Visits in lists that a line says are of visits: "Official visits", "Peru to Chile", "May 2008 – Minister Roy"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from .clauses import Span
from .event_parts import Event, Part, hull
from .event_times import settle
from .event_words import DELEGATIONS
from .events import Teller
from .list_lines import lines_among, phrases_of, tells_itself
from .modality import PLANNED

# A section begins with a heading of visits, or a line that leads a list in: "Recent visits to Peru include:". Entries
# are the lines that begin with a date, each with the person who visited, and in lists those that begin with the person
# and end with the date. A line "Peru to Chile" or "To Chile:" says where to. Any other heading but that of a table's
# columns ends the section, and what is no item of a list ends one that a line leads in. "Inward" visits are to the
# country that publishes the page, "outward" ones to the other.
_VISITS = re.compile(
    r"\bvisits?\b|\b(?:high[- ]level|ministerial|political|official) (?:exchanges|contacts)\b", re.IGNORECASE
)
_EXCHANGES = frozenset(("exchanges", "contacts"))  # meetings as well as visits, which are those with a place
_HEADS = _EXCHANGES | {"visit", "visits"}
_COLUMNS = frozenset(("year", "month", "date", "dates", "name", "names", "title", "visitor", "visitors", "position"))
_LONGEST_LEAD = 120
_ASIDES = frozenset(("(", "with", "to", "for", ";", "as", "at"))  # behind the person
_MORE = frozenset(("who", "where", "when", "during"))  # begin what is told beside the visit
_INWARD = frozenset(("inward", "incoming", "inbound"))
_OUTWARD = frozenset(("outward", "outgoing", "outbound"))
_PLANS = frozenset(("planned", "expected", "scheduled", "confirmed", "tbc"))
_INVITING = frozenset(("guest", "guests", "invitation"))
_HEADED = {("led", "by"), ("headed", "by")}
_FEW = 6  # phrases among which a line about a delegation names it
_RULE = "list-of-visits"


def listed_visits(teller: Teller) -> Iterator[Event]:
    """The visits that the lists of a brief tell of."""
    units = teller.brief.units
    for number in (heads := [number for number in range(len(units)) if _heads(teller, number)]):
        said = phrases_of(teller, number)
        # A heading may be taken for a name as a whole, and is one phrase then.
        trigger = next(((at, at + 1) for at in range(*said) if teller.words[at] in _HEADS), said)
        there = _direction(teller, said)
        for unit in range(number + 1, len(units)):
            lines = list(lines_among(teller, phrases_of(teller, unit)))
            dated = [(line, date) for line in lines if (date := _date(teller, line, units[unit].kind == "list_item"))]
            if units[number].kind != "heading" and units[unit].kind != "list_item":
                break
            if units[unit].kind == "heading" and not dated:
                found = _direction(teller, lines[0]) if unit not in heads and lines else None
                if found is None and (unit in heads or not lines or not _columns(teller, lines[0])):
                    break
                there = found or there
            for line, date in dated:
                entries = _entry(teller, trigger, there, line, date, unit)
                yield from (one for one in entries if one.place or teller.words[trigger[0]] not in _EXCHANGES)


def _heads(teller: Teller, number: int) -> bool:
    """Does a unit head visits: a heading about them, or a line without a date that leads a list in?"""
    unit, view = teller.brief.units[number], teller.brief.document.view
    if unit.kind != "heading" and (view[unit.end - 1] != ":" or unit.end - unit.start > _LONGEST_LEAD):
        return False
    if not _VISITS.search(view, unit.start, unit.end):
        return False
    return unit.kind == "heading" or not any(at in teller.phrases.dates for at in range(*phrases_of(teller, number)))


def _date(teller: Teller, line: Span, listed: bool) -> int:
    """The date that a line begins with, or in a list the only one, with which a line ends; 0 for none."""
    first, last = line
    dates = teller.phrases.dates
    if first in dates:
        return first
    last -= teller.words[last - 1] in (".", ";", ",")
    last -= teller.words[last - 1] == ")"
    ends = listed and last - 1 in dates and not any(at in dates for at in range(first, last - 1))
    return last - 1 if ends else 0


def _direction(teller: Teller, span: Span) -> Part | None:
    """The country that a heading says the visits are to, by its name or as the one that they are inward to."""
    countries = [at for at in range(*span) if at in teller.phrases.names and teller.cast.countries.country(at)]
    led = [at for at in countries if "to" in teller.words[at - 2 : at]]
    if led:
        country = teller.brief.resolver.entity_id(teller.phrases.names[led[-1]])
        return Part("place", country, (led[-1], led[-1] + 1), _RULE)
    pair, known = teller.brief.pair, teller.brief.lexicon.country_of_iso
    for at in range(*span):
        side = pair.reporter if teller.words[at] in _INWARD else pair.partner if teller.words[at] in _OUTWARD else None
        if side:
            return Part("place", known[side.iso].entity_id, (at, at + 1), _RULE)
    return None


def _columns(teller: Teller, span: Span) -> bool:
    """Does a line name the columns of a table?"""
    return _COLUMNS.issuperset(word for word in teller.words[slice(*span)] if word.isalpha())


def _entry(
    teller: Teller, trigger: Span, there: Part | None, line: Span, date: int, unit: int
) -> Iterator[Event]:  # fmt: skip
    """The visit that a line without a verb tells of."""
    (first, last), words, names = line, teller.words, teller.phrases.names
    led = _led(teller, line)
    starts = led or first
    untitled = (at for at in range(starts, last) if at not in teller.scanner.titled)
    aside = next((at for at in untitled if words[at] in _ASIDES or words[at] in _MORE), last)
    plan = _plan(teller, (aside, last))
    more = date == first and words[aside] in _MORE  # what has the date behind it may be that, and no visit
    more = more or (words[aside] == ";" and "in" in words[starts:aside])  # "in Lima; he met Ms. Roy"
    beside = plan is None and not more and tells_itself(teller, (aside, last), nouns=False)
    if tells_itself(teller, (first, aside), nouns=True) or beside:
        return
    people = [at for at in range(starts, aside) if at in names and names[at].kind == "person"]
    outer = [teller.scanner.titles.get(at, (at, at + 1)) for at in people]
    if not people or (date != first and outer[0][0] > first + 1):
        return
    event = Event("visit", trigger, hull((first, first + 1), *outer), 0, kind_rule=_RULE, sentence=unit)
    event.dated(date, teller.phrases.dates[date])
    event.paragraph = teller.brief.units[unit].paragraph
    entity_id = teller.brief.resolver.entity_id
    event.add([Part("visitor", entity_id(names[at]), (at, at + 1)) for at in people])
    event.add(_host(teller, (aside, last)))
    places = [at for at in range(first if led else people[0], last) if at in names and names[at].kind == "place"]
    place = next((at for at in places if words[at - 1] in ("(", "in", "to")), None)
    if place is not None:
        event.place = Part("place", entity_id(names[place]), (place, place + 1))
    else:
        event.place = there
    if plan:
        event.status, event.status_words = PLANNED, plan
    settle(teller, event)
    yield event


def _host(teller: Teller, aside: Span) -> list[Part]:
    """Whose guest the visitor was, or at whose invitation the visit was made."""
    of = next((at for at in range(*aside) if teller.words[at] == "of" and teller.words[at - 1] in _INVITING), aside[1])
    names, titles = teller.phrases.names, teller.scanner.titles
    host = next((at for at in range(of, aside[1]) if at in names and names[at].kind == "person"), None)
    if host is None or titles.get(host, (host, host))[0] > of + _FEW:
        return []
    return [Part("host", teller.brief.resolver.entity_id(names[host]), (host, host + 1))]


def _plan(teller: Teller, aside: Span) -> Span | None:
    """The words in brackets that say that a visit is to come: (planned), (to be confirmed)."""
    words = teller.words
    plan = next((at for at in range(*aside) if words[at] in _PLANS and words[at + 1] == ")"), 0)
    first = plan - 2 * (words[plan - 2 : plan] == ["to", "be"])
    return (first, plan + 1) if words[first - 1] == "(" else None


def _led(teller: Teller, line: Span) -> int:
    """Where the words begin that say who heads a delegation: Delegation of 12 firms to Lima, led by Ms. Roy."""
    words = teller.words[slice(*line)]
    if DELEGATIONS.isdisjoint(words[:_FEW]):
        return 0
    pairs = itertools.pairwise(words)
    return next((line[0] + at + 2 for at, pair in enumerate(pairs) if pair in _HEADED), 0)
