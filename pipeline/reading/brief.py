"""One brief as far as it is understood: units, tokens, names, dates, quantities, and the two countries it is about."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from pipeline.sources import Source

from .dates import read_dates
from .document import Document
from .entities import Resolver
from .frame import NotABrief, Refused, language_of, page_date, pair_of, title_of
from .layout import Unit, profile_length, units
from .lexicon import Lexicon, lexicon
from .measure_words import Measures
from .measures import Pair, Span
from .name import Name
from .names import find_names
from .phrases import Phrases, phrases_of
from .quantities import Quantity, read_quantities
from .roles.office_rules import office_hits
from .rules import Hit
from .tokens import Tokens, tokenise
from .when import Calendar, When

Chars = tuple[int, int]  # first and last (exclusive) code point

_FURNITURE = ("banner", "navigation", "notice")
_NO_FIGURES = (*_FURNITURE, "dateline")


@dataclass(frozen=True)
class Brief:
    """What every table is written from; `names`, `dates` and `quantities` stand in the order of the text."""

    document: Document
    lexicon: Lexicon
    language: str
    title: str
    units: list[Unit]
    tokens: Tokens
    names: list[Name]
    resolver: Resolver
    pair: Pair
    calendar: Calendar
    dates: list[When]
    quantities: list[Quantity]

    @cached_property
    def measures(self) -> Measures:
        """The words that say what is measured, by unit."""
        lines = {number for number, unit in enumerate(self.units) if unit.kind in ("heading", "list_item")}
        return Measures(self.tokens, self.names, self.pair, lines, self.profile)

    @cached_property
    def profile(self) -> int:
        """The number of the first unit after those that open the page with facts on the country it is a profile of."""
        return profile_length(self.units, self.document.view) if self.pair.profiled else 0

    @cached_property
    def in_proper_names(self) -> set[int]:
        """The tokens of all names but adjectives and acronyms, which may be part of what a thing is called."""
        names = [name for name in self.names if name.form not in ("demonym", "acronym")]
        return {at for name in names for at in range(name.first, name.last)}

    @cached_property
    def phrases(self) -> Phrases:
        """The text as a row of phrases, each name and date one item: what rules about clauses match over."""
        return phrases_of(self.tokens, self.names, self.dates)

    @cached_property
    def offices(self) -> list[Hit]:
        """Where the phrases say who holds which office."""
        return office_hits(self.phrases.classes)

    def chars(self, span: Span) -> Chars:
        """The offsets in the text of a span of tokens."""
        return self.tokens.starts[span[0]], self.tokens.ends[span[1] - 1]

    def quote(self, words: Chars) -> str:
        """The text between two offsets, to the letter."""
        return self.document.text[words[0] : words[1]]

    def words(self, span: Span) -> str:
        """The words of a span of tokens, white space folded."""
        return " ".join(self.quote(self.chars(span)).split())


def understand(source: Source) -> Brief:
    """Read a document up to what its tables are written from.

    Raises NotABrief where the document is no brief that can be read: another language, or no prose in it; Refused where
    its id cannot be used.
    """
    document, lex = Document(source), lexicon()
    if source.document_id in lex.entities:
        raise Refused(f"'{source.document_id}' is the id of an entity: rename the file, for instance to two countries")
    language = language_of(document.view)
    found = units(document)
    if not any(unit.kind in ("sentence", "list_item") for unit in found):
        raise NotABrief("no prose", "no prose found, only a banner or headings: nothing to read")
    tokens = tokenise(document.view, [(unit.start, unit.end) for unit in found])
    names, acronyms = find_names(
        tokens, {number for number, unit in enumerate(found) if unit.kind in ("sentence", "list_item")}
    )
    title_number, title = title_of(document, found)
    pair = pair_of(tokens, names, found, title_number, source.publisher or "", lex)
    reporter = pair.reporter.iso if pair.reporter else ""
    own_date = page_date(document, found) or source.date or ""
    calendar = Calendar(own_date, lex.hemisphere.get(reporter, "N"), lex.fiscal_start.get(reporter, 1))
    in_names = {at for name in names for at in range(name.first, name.last)}
    furniture = {number for number, unit in enumerate(found) if unit.kind in _FURNITURE}
    dates = [
        when
        for when in read_dates(tokens, document.view, calendar, [unit.paragraph for unit in found], furniture)
        if in_names.isdisjoint(range(when.first, when.last))
    ]
    taken = in_names | {at for when in dates for at in range(when.first, when.last)}
    quantities = read_quantities(
        tokens, lex, taken, {number for number, unit in enumerate(found) if unit.kind in _NO_FIGURES}
    )
    resolver = Resolver(document, tokens, lex, names, acronyms)
    return Brief(document, lex, language, title, found, tokens, names, resolver, pair, calendar, dates, quantities)
