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
    """Companies after the word company or firm, one or a list of them."""
    for hit in COMPANY_RULES.hits(tokens.classes):
        first, end = hit.match.span("name")
        if not _NO_COMPANIES.isdisjoint(tokens.lower[hit.first : first]):
            continue
        for at in range(first, end + 1):
            if at == end or tokens.lower[at] in _BETWEEN:
                if first < at:
                    yield Name(first, at, "organisation", "name")
                first = at + 1
