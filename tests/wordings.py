"""Small readings for tests: a sentence in, what a layer finds in it out."""

from __future__ import annotations

from pipeline.reading.dates import Calendar, read_dates
from pipeline.reading.document import view_of
from pipeline.reading.lexicon import lexicon
from pipeline.reading.quantities import Quantity, read_quantities
from pipeline.reading.tokens import Tokens, tokenise
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
