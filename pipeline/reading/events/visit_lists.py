"""Visits in lists that a heading says are of visits: "Official visits", "Peru to Chile", "May 2008 – Minister Roy"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .clauses import Span
from .event_parts import Event, Part, hull
from .event_times import settle
from .events import Teller
from .list_lines import lines_among, phrases_of, tells_itself

# A section begins with a heading of visits; lines that begin with a date are its entries, each with the person who
# visited. A line "Peru to Chile" says where to. Any other heading but that of a table's columns ends the section.
_VISITS = re.compile(r"\bvisits?\b", re.IGNORECASE)
_COLUMNS = frozenset(("year", "month", "date", "dates", "name", "names", "title", "visitor", "visitors", "position"))
_RULE = "list-of-visits"


def listed_visits(teller: Teller) -> Iterator[Event]:
    """The visits that the lists of a brief tell of."""
    units, view = teller.brief.units, teller.brief.document.view
    heads = [n for n, unit in enumerate(units) if unit.kind == "heading" and _VISITS.search(view, unit.start, unit.end)]
    for number in heads:
        said = phrases_of(teller, number)
        # A heading may be taken for a name as a whole, and is one phrase then.
        trigger = next(((at, at + 1) for at in range(*said) if teller.words[at] in ("visit", "visits")), said)
        there = _direction(teller, said)
        for unit in range(number + 1, len(units)):
            lines = list(lines_among(teller, phrases_of(teller, unit)))
            dated = [line for line in lines if line[0] in teller.phrases.dates]
            if units[unit].kind == "heading" and not dated:
                found = _direction(teller, lines[0]) if unit not in heads and lines else None
                if found is None and (unit in heads or not lines or not _columns(teller, lines[0])):
                    break
                there = found or there
            for line in dated:
                yield from _entry(teller, trigger, there, line, unit)


def _direction(teller: Teller, span: Span) -> int | None:
    """The country that a heading says the visits are to."""
    countries = [at for at in range(*span) if at in teller.phrases.names and teller.cast.countries.country(at)]
    led = [at for at in countries if "to" in teller.words[at - 2 : at]]
    return led[-1] if led else None


def _columns(teller: Teller, span: Span) -> bool:
    """Does a line name the columns of a table?"""
    return _COLUMNS.issuperset(word for word in teller.words[slice(*span)] if word.isalpha())


def _entry(teller: Teller, trigger: Span, there: int | None, line: Span, unit: int) -> Iterator[Event]:
    """The visit that a line without a verb tells of."""
    (first, last), words, names = line, teller.words, teller.phrases.names
    titled = teller.scanner.titled
    if tells_itself(teller, line, nouns=True):
        return
    aside = next((at for at in range(first, last) if words[at] in ("(", "with", "to", ";") and at not in titled), last)
    people = [at for at in range(first, aside) if at in names and names[at].kind == "person"]
    if not people:
        return
    outer = [teller.scanner.titles.get(at, (at, at + 1)) for at in people]
    event = Event("visit", trigger, hull((first, first + 1), *outer), 0, kind_rule=_RULE, sentence=unit)
    event.dated(first, teller.phrases.dates[first])
    event.paragraph = teller.brief.units[unit].paragraph
    entity_id = teller.brief.resolver.entity_id
    event.add([Part("visitor", entity_id(names[at]), (at, at + 1)) for at in people])
    places = [at for at in range(people[0], last) if at in names and names[at].kind == "place"]
    place = next((at for at in places if words[at - 1] in ("(", "in", "to")), None)
    if place is not None:
        event.place = Part("place", entity_id(names[place]), (place, place + 1))
    elif there is not None:
        event.place = Part("place", entity_id(names[there]), (there, there + 1), _RULE)
    settle(teller, event)
    yield event
