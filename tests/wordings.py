"""Small readings for tests: a sentence in, what a layer finds in it out."""

from __future__ import annotations

from pipeline.reading.dates import read_dates
from pipeline.reading.document import view_of
from pipeline.reading.lexicon import lexicon
from pipeline.reading.names import find_names
from pipeline.reading.phrases import phrases_of
from pipeline.reading.quantities import Quantity, read_quantities
from pipeline.reading.rules import Rules
from pipeline.reading.tokens import Tokens, tokenise
from pipeline.reading.when import Calendar
from pipeline.sources import Source

PAGE = "2014-06"  # the date that wordings without a year are read against


def tokens_of(sentence: str) -> Tokens:
    """The tokens of one sentence."""
    return tokenise(view_of(sentence), [(0, len(sentence))])


def dates_in(sentence: str, page: str = PAGE) -> list[tuple[str, str]]:
    """The dates of one sentence on a page of the date given: (quote, EDTF)."""
    tokens = tokens_of(sentence)
    found = read_dates(tokens, view_of(sentence), Calendar(page, "N", 4), [0], set())
    return [(sentence[tokens.starts[when.first] : tokens.ends[when.last - 1]], when.date) for when in found]


def names_in(sentence: str) -> list[tuple[str, str]]:
    """The names of one sentence: (quote, kind)."""
    tokens = tokens_of(sentence)
    names, _ = find_names(tokens, {0})
    return [(sentence[tokens.starts[name.first] : tokens.ends[name.last - 1]], name.kind) for name in names]


def quantities_in(sentence: str) -> list[tuple[str, Quantity]]:
    """The quantities of one sentence: (quote, quantity), dates left out as in a whole reading."""
    tokens = tokens_of(sentence)
    dates = read_dates(tokens, view_of(sentence), Calendar(PAGE, "N", 4), [0], set())
    taken = {at for when in dates for at in range(when.first, when.last)}
    found = read_quantities(tokens, lexicon(), taken, set())
    return [(sentence[tokens.starts[quantity.first] : tokens.ends[quantity.last - 1]], quantity) for quantity in found]


def layer_quotes(layer: str, sentence: str) -> list[str]:
    """The quotes of one layer."""
    return [quote for quote, _ in (dates_in(sentence) if layer == "dates" else quantities_in(sentence))]


def source(text: str, name: str = "canada-atlantis") -> Source:
    """A source as the raw folder would give it."""
    return Source(document_id=name, path=f"raw/{name}.txt", text=text, sha256="0" * 64)


def page(text: str, title: str = "Canada-Peru Relations", banner: str = "Government of Canada") -> Source:
    """A page of June 2014 about two countries, with a text in it."""
    filler = "The two countries have good relations, and what follows here is meant to say in which ways they are good."
    return source(f"{banner}\n\n{title}\n\n{filler}\n\n{text}\n\nJune 2014\n")


def phrase_quotes(rules: Rules, name: str, sentence: str) -> list[str]:
    """The quotes that one rule over phrases finds among all rules of its kind."""
    tokens = tokens_of(sentence)
    names, _ = find_names(tokens, {0})
    dates = read_dates(tokens, view_of(sentence), Calendar(PAGE, "N", 4), [0], set())
    phrases = phrases_of(tokens, names, dates)
    spans = [phrases.tokens(hit.first, hit.last) for hit in rules.hits(phrases.classes) if hit.rule.name == name]
    return [sentence[tokens.starts[first] : tokens.ends[last - 1]] for first, last in spans]
