"""One page becomes the text to read: decoded, for HTML its main text, with what its head says of it."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.sources import Source

from .outcomes import Record, Trouble


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
    raise NotImplementedError
