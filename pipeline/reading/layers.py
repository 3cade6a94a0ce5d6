"""The rows of the frame and of the simple layers: the document, its sentences, mentions and dates."""

from __future__ import annotations

from .brief import Brief
from .entities import Row
from .ids import Slugs, slug
from .records import Collector
from .when import When

_PUBLISHED_IN = ("banner", "navigation", "heading", "notice")
_LONGEST_OPENING = 300  # characters of a sentence that its id is made from


def write_document(brief: Brief, collector: Collector) -> None:
    """One row: what the page says of itself, and what is known from outside the text."""
    source, pair = brief.document.source, brief.pair
    collector.new("documents", {
        "document_id": source.document_id, "url": source.url, "retrieved": source.retrieved, "rights": source.rights,
        "title": brief.title or None, "publisher": source.publisher or _publisher(brief) or None,
        "reporter": pair.reporter.iso if pair.reporter else None, "partner": pair.partner.iso if pair.partner else None,
        "language": brief.language, "date": brief.calendar.page or None,
        "path": source.path, "sha256": source.sha256, "characters": len(source.text),
    }, Slugs("", "", (0,)))  # fmt: skip


def _publisher(brief: Brief) -> str:
    """The first organisation named in the banner, else in other furniture, as the page writes it."""
    named: dict[str, str] = {}
    for name in brief.names:
        kind = brief.units[brief.tokens.units[name.first]].kind
        if kind in _PUBLISHED_IN and kind not in named and name.kind == "organisation":
            named[kind] = brief.words((name.first, name.last))
    return next((named[kind] for kind in _PUBLISHED_IN if kind in named), "")


def write_sentences(brief: Brief, collector: Collector) -> None:
    """One row a unit of the layout; named first, since all other tables point at them."""
    for unit in brief.units:
        row: Row = {
            "document_id": collector.document_id, "paragraph": unit.paragraph, "kind": unit.kind,
            "start_char": unit.start, "end_char": unit.end, "text": brief.quote((unit.start, unit.end)),
        }  # fmt: skip
        opening = collector.following(unit.start, min(unit.end - unit.start, _LONGEST_OPENING))
        collector.new("sentences", row, Slugs(unit.kind, opening, (6, 12, 24)))
    collector.name("sentences")


def write_mentions(brief: Brief, collector: Collector) -> None:
    """One row a name, with the entity it stands for."""
    for name in brief.names:
        words = brief.chars((name.first, name.last))
        row = collector.place(words, name.first)
        row["form"] = name.form
        record = collector.new("mentions", row, Slugs("mention", collector.following(words[0]), (5, 8, 12)))
        record.put("entity_id", brief.resolver.entity_id(name), words)
    collector.name("mentions")


def write_dates(brief: Brief, collector: Collector) -> None:
    """One row a date, as precise as the words."""
    for when in brief.dates:
        words = brief.chars((when.first, when.last))
        row = collector.place(words, when.first) | interval_cells(when) | {"precision": when.precision}
        record = collector.new(
            "dates", row, Slugs(f"date-{slug(when.date)}", collector.following(words[1]), (0, 5, 10))
        )
        record.put("date", when.date, words, when.rule)
    collector.name("dates")


def interval_cells(when: When) -> Row:
    """First and last day of a date, marked as inferred where a convention or a rule gives them."""
    inferred = "date_from date_to" if when.rule or when.convention else None
    return {"date_from": when.date_from or None, "date_to": when.date_to or None, "inferred": inferred}
