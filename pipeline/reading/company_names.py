"""Names of companies that have no telling word in them, found beside the word company or firm."""

from __future__ import annotations

from collections.abc import Iterator

from .name import Name
from .name_rules import COMPANY_RULES
from .tokens import Tokens

_BETWEEN = frozenset((",", "and"))
# What is listed is these, and no companies: "firms in many towns, including".
_NO_COMPANIES = frozenset((
    "towns", "cities", "places", "provinces", "regions", "districts", "states", "countries", "markets", "areas",
    "fields", "sectors", "industries", "events", "fairs", "projects", "programmes", "programs", "products",
    "brands", "zones",
))  # fmt: skip


def named_companies(tokens: Tokens) -> Iterator[Name]:
    """Companies that the words beside them tell of, one or a list of them, and programmes listed as such."""
    for hit in COMPANY_RULES.hits(tokens.classes):
        first, end = hit.match.span("name")
        kind = "programme" if hit.rule.name == "programme-listed" else "organisation"
        if kind == "organisation" and not _NO_COMPANIES.isdisjoint(tokens.lower[hit.first : first]):
            continue
        yield from (Name(*span, kind, "name") for span in listed(tokens, first, end))


def listed(tokens: Tokens, first: int, end: int) -> Iterator[tuple[int, int]]:
    """The names of a list between two tokens: Zorbing, Quelm Works and Bo & Bo."""
    for at in range(first, end + 1):
        if at == end or tokens.lower[at] in _BETWEEN:
            if first < at:
                yield first, at
            first = at + 1
