"""The rows of the figures table: every cell beside the words that give it, or with the rule that concludes it."""

from __future__ import annotations

from .brief import Brief, Chars
from .currency import currency
from .document import view_of
from .figures import Figure, read_figures
from .ids import Slugs, slug
from .layers import interval_cells
from .records import Collector


def write_figures(brief: Brief, collector: Collector) -> None:
    """One row a quantity, with what it measures, whose it is and when."""
    for figure in read_figures(brief):
        quantity = figure.quantity
        words = brief.chars((quantity.first, quantity.last))
        row = collector.place(words, quantity.first) | {
            "kind": quantity.kind, "statistic": figure.statistic, "comparator": quantity.comparator,
        }  # fmt: skip
        if figure.when:
            row |= interval_cells(figure.when)
        record = collector.new("figures", row, _slugs(brief, collector, figure, words))
        rule = "unit-of-caption" if quantity.caption else ""
        for span in filter(None, (quantity.number, quantity.caption)):
            record.put("value", float(figure.value), brief.chars(span), rule)
        if quantity.value_to is not None and quantity.high:
            record.put("value_to", float(quantity.value_to), brief.chars(quantity.high))
        unit, unit_words, rule = _unit(brief, figure)
        if unit:
            record.put("unit", unit, unit_words or words, rule)
        if figure.measure_span:
            record.put("measure", figure.measure, brief.chars(figure.measure_span), figure.measure_rule)
        else:
            record.put("measure", figure.measure, words, "" if figure.measure == "duration" else "no-measure-named")
        if figure.subject_span:
            record.put("subject", brief.words(figure.subject_span), brief.chars(figure.subject_span))
        if quantity.comparator != "exactly" and quantity.qualifier:
            record.put("comparator", quantity.comparator, brief.chars(quantity.qualifier))
        for field, country in (("reporter", figure.reporter), ("partner", figure.partner)):
            if country:
                record.put(field, country.iso, brief.chars(country.span), country.rule)
        if figure.scope_span:
            record.put("scope", brief.words(figure.scope_span), brief.chars(figure.scope_span))
        if figure.when:
            record.put("date", figure.when.date, brief.chars((figure.when.first, figure.when.last)), figure.when.rule)
    collector.name("figures")


def _slugs(brief: Brief, collector: Collector, figure: Figure, words: Chars) -> Slugs:
    year = f"-{slug(figure.when.date)}" if figure.when else ""
    what = figure.measure.replace("_", "-")
    subject = f"-{slug(view_of(brief.words(figure.subject_span)), 5)}" if figure.subject_span else ""
    quote = brief.document.view[words[0] : words[1]]
    stem = {
        "rank": f"rank-{what}",
        "count": f"{what}{subject}",
        "percentage": f"{what}-{figure.statistic}{year}",
        "duration": f"duration{subject or '-' + slug(quote, 4)}",
    }.get(figure.quantity.kind, f"{what}{year}")
    return Slugs(stem, collector.following(words[0]), (0, 4, 12))


def _unit(brief: Brief, figure: Figure) -> tuple[str, Chars | None, str]:
    """The unit, the words that give it and the rule that concludes it; no unit for a sign of an unknown publisher."""
    quantity = figure.quantity
    told = "unit-of-caption" if quantity.caption and quantity.kind != "count" else ""
    if quantity.kind != "money":
        if quantity.kind == "count" and not quantity.unit and figure.measure == "population":
            return "person", brief.chars(figure.measure_span or quantity.number), "population-in-persons"
        span = quantity.unit_span or (quantity.noun and (quantity.noun[1] - 1, quantity.noun[1]))
        return quantity.unit, brief.chars(span) if span else None, told
    assert quantity.unit_span
    code, rule = currency(quantity.unit, brief.pair, brief.lexicon.currency_of)
    return code, brief.chars(quantity.unit_span), rule or told
