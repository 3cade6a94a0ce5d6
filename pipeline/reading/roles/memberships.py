"""The rows of the memberships table: one a member, body and role, with the words of every place that says so."""

from __future__ import annotations

from ..brief import Brief
from ..ids import Slugs, slug
from ..records import Collector
from .affiliations import Affiliation, find_affiliations

_OF_A_TIME = ("chair", "host")  # roles that come again: another date is another row


def write_memberships(brief: Brief, collector: Collector) -> None:
    """One row for what a country is to a body, dated by the first place that gives a date."""
    for places in _rows(brief, find_affiliations(brief)):
        first = places[0]
        row = collector.place(first.words, brief.phrases.firsts[first.first])
        parts = (first.member.entity, first.body.entity, first.role)
        stem = "-".join(slug(part.rpartition("/")[2], 20) for part in parts)
        record = collector.new("memberships", row, Slugs(stem, collector.following(first.words[0]), (0, 5, 10)))
        for place in places:
            record.put("role", first.role, place.role_words, place.role_rule)
        members, bodies = [place.member for place in places], [place.body for place in places]
        for field, parties in (("member", members), ("body", bodies)):
            for party in [party for party in parties if not party.rule] or parties:
                record.put(field, party.entity, party.words, party.rule)
        dated = next((place.date for place in places if place.date is not None), None)
        if dated is not None:
            when = brief.phrases.dates[dated]
            record.put("date", when.date, brief.chars((when.first, when.last)), when.rule)
    collector.name("memberships")


def _rows(brief: Brief, affiliations: list[Affiliation]) -> list[list[Affiliation]]:
    """The places that tell of one membership, together."""
    rows: dict[tuple[str, str, str], list[list[Affiliation]]] = {}
    for place in affiliations:
        same = rows.setdefault((place.member.entity, place.body.entity, place.role), [])
        row = next((row for row in same if _agrees(brief, row, place)), None)
        if row is None:
            same.append([place])
        else:
            row.append(place)
    return [row for same in rows.values() for row in same]


def _agrees(brief: Brief, row: list[Affiliation], place: Affiliation) -> bool:
    """Can a place tell of the same as a row: is the role one for good, or the date the same or not given?"""
    dates = {brief.phrases.dates[other.date].date for other in (*row, place) if other.date is not None}
    return place.role not in _OF_A_TIME or len(dates) < 2
