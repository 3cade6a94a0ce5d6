"""The rows of the offices table: one a person, title and body, with the words of every place that shows them in it."""

from __future__ import annotations

from ..brief import Brief
from ..document import view_of
from ..ids import Slugs, slug
from ..patterns import BOUNDARY, class_of
from ..records import Collector
from ..when import When
from .holdings import Holding, find_holdings
from .little_words import NOT_YET, OF_TIME, RELATIVES
from .office_bodies import conclude_bodies

_WHEN = class_of("WHEN")


def write_offices(brief: Brief, collector: Collector) -> None:
    """One row a person in an office, dated by the first clause that shows it."""
    holdings = find_holdings(brief)
    conclude_bodies(brief, holdings)
    for places in _rows(holdings):
        first = places[0]
        person = first.person.rpartition("/")[2]
        row = collector.place(first.words, brief.phrases.firsts[first.first])
        stem = slug(f"{person} {view_of(first.title)}", 20)
        record = collector.new("offices", row, Slugs(stem, collector.following(first.words[0]), (0, 5, 10)))
        stated = [place for place in places if place.body and not place.body.rule]
        for place in places:
            record.put("person", first.person, place.name)
            if place.title.casefold() == first.title.casefold():
                record.put("title", first.title, place.title_words, place.title_rule)
        for place in stated or places[:1]:
            if place.body:
                record.put("body", place.body.entity, place.body.words, place.body.rule)
        dates = [when for place in places if (when := _when(brief, place))]
        if dates:
            when = min(dates, key=lambda when: when.date_to or when.date_from)  # the first by which it surely was so
            record.put("date", when.date, brief.chars((when.first, when.last)), when.rule)
    collector.name("offices")


def _rows(holdings: list[Holding]) -> list[list[Holding]]:
    """The places that tell of one office, together; what only repeats an office in fewer words goes with it."""
    titles: dict[str, list[Holding]] = {}
    for holding in holdings:
        titles.setdefault(holding.person, []).append(holding)
    rows: dict[tuple[str, str, str], list[Holding]] = {}
    for holding in holdings:
        others = [other for other in titles[holding.person] if other.office == holding.office and other is not holding]
        fuller = max((other.title for other in others), key=len, default="")
        if holding.title_rule and any(not other.title_rule for other in titles[holding.person]):
            continue  # "her counterpart, Ann Lee": elsewhere the text says what she is
        title = fuller if holding.title == holding.office and len(fuller) > len(holding.title) else holding.title
        key = (holding.person, title.casefold(), holding.body.entity if holding.body else "")
        rows.setdefault(key, []).append(holding)
    return [sorted(places, key=lambda place: len(place.title) == len(place.office)) for places in rows.values()]


def _when(brief: Brief, holding: Holding) -> When | None:
    """The date of the clause that shows the person in office: the first after the name, else the last before it."""
    if holding.past:
        return None
    classes, words, end = brief.phrases.classes, brief.phrases.words, holding.at + 1
    start = max(classes.rfind(BOUNDARY, 0, holding.first), classes.rfind(";", 0, holding.first)) + 1
    while classes[end] not in (BOUNDARY, ";") and words[end] not in RELATIVES:
        end += 1
    if _WHEN not in classes[start:end]:
        return None
    clause = _outside_brackets(classes, start, end)
    dated = [at for at in clause if classes[at] == _WHEN and _of_clause(brief, at)]
    if not dated:
        return None
    at = next((at for at in dated if at > holding.at), dated[-1])
    planned = NOT_YET.intersection(words[near] for near in clause if near < at or at < holding.at)
    return None if planned else brief.phrases.dates[at]


def _outside_brackets(classes: str, start: int, end: int) -> list[int]:
    """The phrases of a clause that stand in no bracket of it."""
    depth, outside = 0, []
    for at in range(start, end):
        depth += (classes[at] in "([") - (classes[at - 1 : at] in (")", "]"))
        if depth <= 0:
            outside.append(at)
    return outside


def _of_clause(brief: Brief, at: int) -> bool:
    """Does a date say when something happened, not what it is for ("a plan for 2016-2018")?"""
    words, own = brief.phrases.words, brief.tokens.lower[brief.phrases.firsts[at]]
    word = words[at - 1 - (words[at - 1] == "the")] if at > 1 else ""
    return word in OF_TIME or not word.isalpha() or own in ("since", "last", "this", "between", "from")
