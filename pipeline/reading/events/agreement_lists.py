"""Agreements in lists that a heading or a lead line says are of signatures or entries into force, a date behind each:
"Agreements signed:", "- Air Services Agreement (May 1992)"; in the same line, semicolons part them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..patterns import BOUNDARY
from .clauses import Span
from .event_parts import Event, Part
from .event_rules import triggers
from .event_times import settle
from .event_words import DETERMINERS
from .events import Teller
from .list_lines import lines_among, phrases_of, tells_itself
from .telling_dates import lasts

# A section begins with a short line about texts that says what their dates are, of one thing only; "in force" does not
# say it, for the year behind a text is as often that of its signature. It ends with the list.
_TEXTS = re.compile(
    r"\b(?:agreements|treaties|conventions|accords|instruments|memoranda|protocols|MOUs)\b", re.IGNORECASE
)
_KINDS = {
    "entry_into_force": re.compile(r"\b(?:entry|entered|entering|came|coming) into (?:force|effect)\b", re.IGNORECASE),
    "signature": re.compile(r"\b(?:signed|signature|signing|concluded and signed)\b", re.IGNORECASE),
    "ratification": re.compile(r"\b(?:ratified|ratification)\b", re.IGNORECASE),
}
_NOT_YET = re.compile(r"\b(?:not|yet|pending|awaiting|negotiation|negotiated|to be|ready)\b", re.IGNORECASE)
_LONGEST_LEAD = 120
_MARKS = frozenset(("-", ",", ":"))  # between a text and its date
_RULE = "list-of-agreements"


def listed_agreements(teller: Teller) -> Iterator[Event]:
    """The events that the lists of agreements of a brief tell of."""
    units, view = teller.brief.units, teller.brief.document.view
    for number, unit in enumerate(units):
        colon = view.find(":", unit.start, min(unit.start + _LONGEST_LEAD, unit.end))
        if colon < 0 and (unit.kind != "heading" or unit.end - unit.start > _LONGEST_LEAD):
            continue
        end = unit.end if colon < 0 else colon
        found = _TEXTS.search(view, unit.start, end) and _kind(view, unit.start, end)
        if not found:
            continue
        kind, start = found
        lead, line = _parted(teller, phrases_of(teller, number), end)
        if any(not lasts(teller.phrases.dates[at]) for at in range(*lead) if at in teller.phrases.dates):
            continue  # "They signed two agreements in 2012:", but not "since 2012"
        trigger = _phrase_at(teller, lead, start)
        for entry in _entries_among(teller, line):
            yield from _entry(teller, kind, trigger, entry, number)
        for below in range(number + 1, len(units) if line[0] >= line[1] else 0):
            if units[below].kind != "list_item":
                break
            for entry in lines_among(teller, phrases_of(teller, below)):
                yield from _entry(teller, kind, trigger, entry, below)


def _parted(teller: Teller, span: Span, end: int) -> tuple[Span, Span]:
    """The phrases of a unit before an offset, and those behind the colon there."""
    starts, firsts = teller.brief.tokens.starts, teller.phrases.firsts
    at = next((at for at in range(*span) if starts[firsts[at]] >= end), span[1])
    last = span[1] - (teller.phrases.classes[span[1] - 1] == BOUNDARY)
    return (span[0], at), (at + 1, last)


def _entries_among(teller: Teller, line: Span) -> Iterator[Span]:
    """What semicolons part in a line: Trade Agreement (1981); Ulvik Treaty (2013)."""
    first, last = line
    for at in range(first, last):
        if teller.words[at] == ";":
            yield first, at
            first = at + 1
    if first < last:
        yield first, last


def _kind(view: str, start: int, end: int) -> tuple[str, int] | None:
    """What a line says the dates below it are, and where, if it says one thing."""
    found = [(kind, match.start()) for kind, said in _KINDS.items() if (match := said.search(view, start, end))]
    return found[0] if len(found) == 1 and not _NOT_YET.search(view, start, end) else None


def _phrase_at(teller: Teller, span: Span, start: int) -> Span:
    """The phrase that begins at an offset."""
    starts, firsts = teller.brief.tokens.starts, teller.phrases.firsts
    return next((at, at + 1) for at in range(*span) if starts[firsts[at]] == start)


def _entry(teller: Teller, kind: str, trigger: Span, line: Span, unit: int) -> Iterator[Event]:
    """What a line with one text and one date tells of, where it has no verb of its own."""
    dates = [at for at in range(*line) if at in teller.phrases.dates]
    text = _text(teller, line, dates[0]) if len(dates) == 1 else None
    text = text and (text[0] + (teller.words[text[0]] in DETERMINERS), text[1])
    if text is None or tells_itself(teller, line, nouns=False):
        return
    name = teller.phrases.names.get(text[0])
    named = name is not None and name.kind == "agreement"
    if not named and not any(_instrument(teller.words[at]) for at in range(*text)):
        return
    event = Event(kind, trigger, text, 0, kind_rule=_RULE, sentence=unit)
    event.dated(dates[0], teller.phrases.dates[dates[0]])
    event.paragraph = teller.brief.units[unit].paragraph
    if named and name:
        entity, span = teller.brief.resolver.entity_id(name), (text[0], text[0] + 1)
        event.about = entity
        event.add([Part("instrument", entity, span), *teller.cast.parties(name, span, "party")])
    else:
        event.add([Part("instrument", "", text)])
    settle(teller, event)
    yield event


def _text(teller: Teller, line: Span, date: int) -> Span | None:
    """The words of a line but for its date, which ends it, perhaps in brackets, or begins it."""
    (first, last), words = line, teller.words
    last -= words[last - 1] in (".", ";", ",")
    if words[date - 1] == "(" and words[date + 1] == ")" and date + 2 == last:
        return (first, date - 1) if date - 1 > first else None
    if date + 1 == last and words[date - 1] in _MARKS:
        return first, date - 1
    if date == first and words[date + 1] in _MARKS and date + 2 < last:
        return date + 2, last
    return None


def _instrument(word: str) -> bool:
    """Is a word one for a text: a treaty, a protocol?"""
    head = triggers().get(word)
    return head is not None and any(trigger.frame == "instrument" for trigger in head.alone)
