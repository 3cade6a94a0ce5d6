"""One page becomes the text to read: decoded, for HTML its main text, with what its head says of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from pipeline.errors import one_line
from pipeline.sources import BLANK, Source

from .decode import decode
from .facts import day_in, is_address
from .html import Head, read_html
from .outcomes import Record, Trouble, excerpt_of

_NOTHING = Head(None, None, None, None, None, None)


@dataclass(frozen=True, slots=True)
class Page:
    """A text to read and what the page's head says of it, each None where it does not say.

    `source.text` is what every offset refers to, `source.sha256` the digest of its UTF-8 bytes; `issued` and `modified`
    are dates as written there (dcterms), `language` is the declared BCP 47 tag.
    """

    source: Source
    title: str | None = None
    issued: str | None = None
    modified: str | None = None
    language: str | None = None


def page(record: Record) -> Page | Trouble:
    """Return the text of a record, or the trouble why there is none: undecodable, empty, nothing but furniture.

    The costly step: run it where the reading runs, under the same limits.
    """
    stage, excerpt = "decode", excerpt_of(record.content)
    try:
        markup = record.media_type == "text/html"
        text = record.content
        if isinstance(text, bytes):
            text = decode(text, record.charset, markup)
        stage, head = "extract", _NOTHING
        if markup:
            text, head = read_html(text)
        if BLANK.fullmatch(text):
            raise ValueError("has no text in it" if markup else "is empty")
        digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    except ValueError as error:
        return Trouble(record.document_id, stage, f"the page {one_line(error)}", record.where, excerpt)
    address = head.url if head.url and is_address(head.url) else None
    date = record.date or day_in(head.modified or "") or day_in(head.issued or "")
    source = Source(
        record.document_id, f"raw/{record.document_id}.txt", text, digest, record.url or address, record.retrieved,
        publisher=record.publisher or head.publisher, date=date,
    )  # fmt: skip
    return Page(source, head.title, head.issued, head.modified, head.language)
