"""One document -> the rows of every table, with the evidence for each cell.

A cascade: `document` and `layout` (text, view, units) -> `tokens` (typed by the `lexicon`) -> `dates`, `names`,
`quantities` (small named rules over token classes) -> `entities`, `measures`, `figures` (what they stand for together)
-> `records` (rows with their evidence). Pure: the same source always gives the same rows.
"""

from __future__ import annotations

from pipeline.sources import Source

from .dates import Calendar, When, read_dates
from .document import Document
from .entities import Resolver
from .figures import Figure, read_figures
from .frame import Refused, language_of, page_date, pair_of, title_of
from .layout import Unit, units
from .lexicon import Lexicon, lexicon
from .measures import Country, Measures, Pair, Span
from .names import Name, find_names
from .quantities import read_quantities, reread
from .records import Chars, Collector, Row, Slugs, slug
from .tokens import Tokens, tokenise

__all__ = ["Refused", "read", "reread"]

_FURNITURE = ("banner", "navigation", "notice")
_NO_FIGURES = (*_FURNITURE, "dateline")
_CONTEXT = 60  # characters of context that an id may take up


class _Writer:
    """Turns what was found in one document into records."""

    def __init__(self, document: Document, tokens: Tokens, lex: Lexicon, pair: Pair) -> None:
        self.document, self.tokens, self.lexicon, self.pair = document, tokens, lex, pair
        self.collector = Collector(document)
        self.document_id = document.source.document_id

    def chars(self, span: Span) -> Chars:
        return self.tokens.starts[span[0]], self.tokens.ends[span[1] - 1]

    def words(self, span: Span) -> str:
        return " ".join(self.collector.quote(self.chars(span)).split())

    def following(self, at: int) -> str:
        """What stands from an offset on, for ids that need more content."""
        return self.document.view[at : at + _CONTEXT]

    def words_slug(self, span: Span, count: int = 12) -> str:
        start, end = self.chars(span)
        return slug(self.document.view[start:end], count)

    def place(self, words: Chars, at: int) -> Row:
        """The cells that say where a row's quote stands."""
        sentence = self.collector.records["sentences"][self.tokens.units[at]].row["sentence_id"]
        return {
            "document_id": self.document_id, "sentence_id": sentence,
            "start_char": words[0], "end_char": words[1], "quote": self.collector.quote(words),
        }  # fmt: skip

    def sentences(self, found: list[Unit]) -> None:
        for unit in found:
            text = self.document.text[unit.start : unit.end]
            row: Row = {
                "document_id": self.document_id, "paragraph": unit.paragraph, "kind": unit.kind,
                "start_char": unit.start, "end_char": unit.end, "text": text,
            }  # fmt: skip
            view = self.document.view[unit.start : min(unit.end, unit.start + 300)]
            self.collector.new("sentences", row, Slugs(unit.kind, view, (6, 12, 24)))
        self.collector.name("sentences")

    def mentions(self, names: list[Name], resolver: Resolver) -> None:
        for name in names:
            words = resolver.chars(name)
            row = {**self.place(words, name.first), "form": name.form}
            record = self.collector.new("mentions", row, Slugs("mention", self.following(words[0]), (5, 8, 12)))
            record.put("entity_id", resolver.entity_id(name), words)
        self.collector.name("mentions")

    def dates(self, found: list[When]) -> None:
        for when in found:
            words = self.chars((when.first, when.last))
            row = self.place(words, when.first) | self.interval(when) | {"precision": when.precision}
            stem = f"date-{slug(when.date)}"
            record = self.collector.new("dates", row, Slugs(stem, self.following(words[1]), (0, 5, 10)))
            record.put("date", when.date, words, when.rule)
        self.collector.name("dates")

    def interval(self, when: When) -> Row:
        """First and last day of a date, marked as inferred where a convention or a rule gives them."""
        inferred = "date_from date_to" if when.rule or when.convention else None
        return {"date_from": when.date_from or None, "date_to": when.date_to or None, "inferred": inferred}

    def figures(self, found: list[Figure]) -> None:
        for figure in found:
            quantity = figure.quantity
            words = self.chars((quantity.first, quantity.last))
            row = self.place(words, quantity.first) | {
                "kind": quantity.kind, "statistic": figure.statistic, "comparator": quantity.comparator,
            }  # fmt: skip
            if figure.when:
                row |= self.interval(figure.when)
            record = self.collector.new("figures", row, self.figure_slugs(figure, words))
            number = self.chars(quantity.number)
            record.put("value", float(figure.value), number)
            if quantity.value_to is not None and quantity.high:
                record.put("value_to", float(quantity.value_to), self.chars(quantity.high))
            unit, unit_words, rule = self.unit(figure)
            if unit:
                record.put("unit", unit, unit_words or words, rule)
            if figure.measure_span:
                record.put("measure", figure.measure, self.chars(figure.measure_span))
            else:
                record.put("measure", figure.measure, words, "" if figure.measure == "duration" else "no-measure-named")
            if figure.subject_span:
                record.put("subject", self.words(figure.subject_span), self.chars(figure.subject_span))
            if quantity.comparator != "exactly" and quantity.qualifier:
                record.put("comparator", quantity.comparator, self.chars(quantity.qualifier))
            for field, country in (("reporter", figure.reporter), ("partner", figure.partner)):
                if country:
                    record.put(field, country.iso, self.chars(country.span), country.rule)
            if figure.scope_span:
                record.put("scope", self.words(figure.scope_span), self.chars(figure.scope_span))
            if figure.when:
                record.put("date", figure.when.date, self.chars((figure.when.first, figure.when.last)), figure.when.rule)
        self.collector.name("figures")

    def figure_slugs(self, figure: Figure, words: Chars) -> Slugs:
        year = f"-{slug(figure.when.date)}" if figure.when else ""
        what = figure.measure.replace("_", "-")
        subject = f"-{self.words_slug(figure.subject_span, 5)}" if figure.subject_span else ""
        quote = self.document.view[words[0] : words[1]]
        stem = {
            "rank": f"rank-{what}",
            "count": f"{what}{subject}",
            "percentage": f"{what}-{figure.statistic}{year}",
            "duration": f"duration{subject or '-' + slug(quote, 4)}",
        }.get(figure.quantity.kind, f"{what}{year}")
        return Slugs(stem, self.following(words[0]), (0, 4, 12))

    def unit(self, figure: Figure) -> tuple[str, Chars | None, str]:
        """The unit, the words that give it and the rule that concludes it; no unit for a sign of an unknown publisher."""
        quantity = figure.quantity
        if quantity.kind != "money":
            if quantity.kind == "count" and not quantity.unit and figure.measure == "population":
                return "person", self.chars(figure.measure_span or quantity.number), "population-in-persons"
            span = quantity.unit_span or (quantity.noun and (quantity.noun[1] - 1, quantity.noun[1]))
            return quantity.unit, self.chars(span) if span else None, ""
        assert quantity.unit_span
        known = self.lexicon.currency_of
        words = self.chars(quantity.unit_span)
        sign = quantity.unit
        owner = getattr(self.tokens.entries[quantity.unit_span[0] - 1].value, "iso3166_1", "") if quantity.unit_span[0] else ""
        if (owner, sign) in known and owner:
            return known[owner, sign], words, ""
        if ("", sign) in known:
            return known["", sign], words, ""
        publisher = self.pair.reporter.iso if self.pair.reporter else ""
        return known.get((publisher, sign), ""), words, "currency-of-publisher"


def read(source: Source) -> dict[str, list[Row]]:
    """Read one document: table name -> rows, each with every column of its schema in order.

    Raises Refused where the document is no brief that can be read: another language, or no prose in it.
    """
    document, lex = Document(source), lexicon()
    language = language_of(document.view)
    found = units(document)
    if not any(unit.kind in ("sentence", "list_item") for unit in found):
        raise Refused("no prose found, only a banner or headings: nothing to read")
    tokens = tokenise(document.view, [(unit.start, unit.end) for unit in found])
    prose = {number for number, unit in enumerate(found) if unit.kind in ("sentence", "list_item")}
    names, acronyms = find_names(tokens, prose)
    title_number, title = title_of(document, found)
    pair = pair_of(tokens, names, found, title_number, source.publisher or "", lex)
    reporter = pair.reporter.iso if pair.reporter else ""
    calendar = Calendar(page_date(document, found), lex.hemisphere.get(reporter, "N"), lex.fiscal_start.get(reporter, 1))
    furniture = {number for number, unit in enumerate(found) if unit.kind in _FURNITURE}
    in_names = {at for name in names for at in range(name.first, name.last)}
    dates = [
        when
        for when in read_dates(tokens, document.view, calendar, [unit.paragraph for unit in found], furniture)
        if not in_names.intersection(range(when.first, when.last))
    ]
    taken = in_names | {at for when in dates for at in range(when.first, when.last)}
    no_figures = {number for number, unit in enumerate(found) if unit.kind in _NO_FIGURES}
    figures = read_figures(
        tokens, document.view, lex, read_quantities(tokens, lex, taken, no_figures), Measures(tokens, names, pair), dates
    )
    resolver = Resolver(document, tokens, lex, names, acronyms)
    writer = _Writer(document, tokens, lex, pair)
    writer.sentences(found)
    writer.mentions(names, resolver)
    writer.dates(dates)
    writer.figures(figures)
    publisher = source.publisher or _publisher(names, found, tokens, resolver)
    writer.collector.new("documents", {
        "document_id": source.document_id, "url": source.url, "retrieved": source.retrieved, "rights": source.rights,
        "title": title or None, "publisher": publisher or None, "reporter": reporter or None,
        "partner": pair.partner.iso if pair.partner else None, "language": language, "date": calendar.page or None,
        "path": source.path, "sha256": source.sha256, "characters": len(source.text),
    }, Slugs("", "", (0,)))  # fmt: skip
    return writer.collector.rows(resolver.rows())


def _publisher(names: list[Name], found: list[Unit], tokens: Tokens, resolver: Resolver) -> str:
    """The first organisation that the banner names, as the page writes it."""
    for name in names:
        if found[tokens.units[name.first]].kind == "banner" and name.kind == "organisation":
            start, end = resolver.chars(name)
            return " ".join(resolver.document.text[start:end].split())
    return ""
