"""A page of HTML becomes the text to read, and what its head says of it.

Resiliparse parses and writes the text. Elements that are furniture by their tag or ARIA role are left out, as are those
that the shells of the genre name alike (menus, bread crumbs, cookies); the rest stays, for the reading knows banner,
navigation, date line and notice by itself and takes the publishing country from them.

Measured on the six shells of tests/pages, which the list of furniture was made with (83 lines of content, 123 of
furniture; Resiliparse 2.0.1, trafilatura 2.3.1; milliseconds of CPU a page, median of 31):

    extractor                            content lost   furniture kept     ms
    Resiliparse without furniture               0              19        0.25
    Resiliparse, everything                     0             120        0.09
    Resiliparse, main_content                   4              11        0.15
    trafilatura                                 8               3        3.4
    trafilatura, fast                           8               3        2.7
    trafilatura, favor_recall                   3               3        2.9
    trafilatura, favor_precision                8               1        3.6

What was lost: list items and a folded paragraph by main_content, titles, headings and labelled figures by trafilatura.
Lost content weighs most, for nothing after can bring it back; of the 19 lines kept, all are banner, date or notice.
"""

from __future__ import annotations

from typing import NamedTuple

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree

# No `form`: old ASP.NET pages lie in one as a whole.
_FURNITURE = (
    "nav", "aside", "footer", "button", "noscript", "template",
    "[role=navigation]", "[role=contentinfo]", "[role=search]", "[role=complementary]", "[role=dialog]",
    ".nav", ".menu", "[class*=breadcrumb]", "[class*=cookie]", "[id*=cookie]", "[class*=skip-link]",
    "[class*=visually-hidden]",
    ".related", "[class*=related-links]", "[class*=related-navigation]", "[class*=view-related]",
    "[class*=social-share]",
)  # fmt: skip
_TITLE = ("dcterms.title", "og:title")
_ISSUED = ("dcterms.issued", "dcterms.date", "dcterms.created", "article:published_time")
_MODIFIED = ("dcterms.modified", "article:modified_time")
_PUBLISHER = ("dcterms.publisher", "dcterms.creator")


class Head(NamedTuple):
    """What a page's head says, each None where it does not: dates as written there, `language` a BCP 47 tag."""

    title: str | None
    issued: str | None
    modified: str | None
    language: str | None
    url: str | None
    publisher: str | None


def read_html(markup: str) -> tuple[str, Head]:
    """Return the text of a page without its furniture, and its head. Raises ValueError where it cannot be parsed."""
    tree = HTMLTree.parse(markup)
    head = head_of(tree)
    text = extract_plain_text(tree, alt_texts=True, skip_elements=_FURNITURE)
    return text, head


def head_of(tree: HTMLTree) -> Head:
    """Return what the head of a parsed page says."""
    said: dict[str, str] = {}
    canonical = None
    if tree.head is not None:
        for meta in tree.head.get_elements_by_tag_name("meta"):
            name = (meta.getattr("name") or meta.getattr("property") or "").lower()
            said.setdefault(name, " ".join((meta.getattr("content") or "").split()))
        for link in tree.head.get_elements_by_tag_name("link"):
            if (link.getattr("rel") or "").lower() == "canonical" and canonical is None:
                canonical = link.getattr("href")
    root = tree.document.query_selector("html") if tree.document is not None else None
    language = (root.getattr("lang") or root.getattr("xml:lang") if root is not None else None) or None

    def first(names: tuple[str, ...]) -> str | None:
        return next((said[name] for name in names if said.get(name)), None)

    return Head(
        first(_TITLE) or " ".join((tree.title or "").split()) or None,
        first(_ISSUED), first(_MODIFIED), language, canonical or None, first(_PUBLISHER),
    )  # fmt: skip
