"""Visits in lists that a heading says are of visits: "Official visits", "Peru to Chile", "May 2008 – Minister Roy"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from .clauses import Span
from .event_parts import Event, Part, hull
from .event_rules import triggers
from .event_times import settle
from .event_words import AUXILIARIES
from .events import Teller

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
        said = _phrases(teller, number)
        # A heading may be taken for a name as a whole, and is one phrase then.
        trigger = next(((at, at + 1) for at in range(*said) if teller.words[at] in ("visit", "visits")), said)
        there = _direction(teller, said)
        for unit in range(number + 1, len(units)):
            lines = list(_lines(teller, _phrases(teller, unit)))
            dated = [line for line in lines if line[0] in teller.phrases.dates]
            if units[unit].kind == "heading" and not dated:
                found = _direction(teller, lines[0]) if unit not in heads and lines else None
                if found is None and (unit in heads or not lines or not _columns(teller, lines[0])):
                    break
                there = found or there
            for line in dated:
                yield from _entry(teller, trigger, there, line, unit)


def _phrases(teller: Teller, unit: int) -> Span:
    """The phrases of a unit."""
    units, firsts = teller.brief.tokens.units, teller.phrases.firsts
    first, last = bisect_left(units, unit), bisect_left(units, unit + 1)
    return bisect_left(firsts, first), bisect_left(firsts, last)


def _lines(teller: Teller, span: Span) -> Iterator[Span]:
    """The lines among some phrases, each without the bullet before it."""
    starts, firsts, view = teller.brief.tokens.starts, teller.phrases.firsts, teller.brief.document.view
    cuts = [at for at in range(*span) if at == span[0] or view[starts[firsts[at]] - 1] == "\n"]
    for first, last in zip(cuts, [*cuts[1:], span[1]], strict=True):
        begin = next((at for at in range(first, last) if not teller.words[at] or teller.words[at].isalnum()), None)
        if begin is not None:
            yield begin, last


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
    heads, titled = triggers(), teller.scanner.titled
    if any(
        words[at] in AUXILIARIES or (words[at] in heads and heads[words[at]].alone)
        for at in range(*line)
        if at not in titled
    ):
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
