"""A stretch of an input file, and what comes of each entry in it: a page, one passed over with a reason, a trouble.

Each entry gives exactly one of the three, so that the counts of a run add up to the number of entries.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass

END = sys.maxsize  # beyond any place in a file
LARGEST_PAGE = 20_000_000  # bytes of one page once inflated: a brief has some thousand; more is poison, and is not read
_EXCERPT = 200  # characters of a page that a trouble quotes


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of one input file.

    `path` is as the user wrote it; `start` and `end` (exclusive) count what the format can seek to: bytes (of the
    inflated stream for .jsonl.gz), rows for Parquet; `end` is END where the stretch goes on to the file's end.
    `count` is the number of entries in the stretch, `first` the number of the first of them in its file (from 0).
    """

    path: str
    start: int
    end: int
    first: int
    count: int


@dataclass(frozen=True, slots=True)
class Record:
    """One page as it lies in its file, neither decoded nor parsed.

    `content` is text where the format decodes it (Parquet, JSON Lines), else bytes, of at most LARGEST_PAGE;
    `media_type` is "text/html" or "text/plain"; `charset` is what the transport declared, if anything. `url`, `date`
    (EDTF), `publisher` and `retrieved` (ISO day) are what stands beside the page. `where` names file and place.
    """

    document_id: str
    content: str | bytes
    where: str
    media_type: str = "text/plain"
    charset: str | None = None
    url: str | None = None
    date: str | None = None
    publisher: str | None = None
    retrieved: str | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """An entry that is whole but no brief: it is counted under `reason`, one of a few, and nothing is wrong."""

    document_id: str
    reason: str
    where: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """An entry, or a damaged stretch of a file, that cannot be read: one row of the quarantine.

    `document_id` is empty where none is known; `stage` is where it failed ("open", "frame", "decode", "extract");
    `error` says what is wrong in one line, `excerpt` shows its first characters.
    """

    document_id: str
    stage: str
    error: str
    where: str
    excerpt: str = ""


Outcome = Record | Skipped | Trouble


def excerpt_of(content: str | bytes) -> str:
    """Return the beginning of a page's content, fit for a message."""
    text = content[:_EXCERPT].decode("utf-8", "replace") if isinstance(content, bytes) else content[:_EXCERPT]
    return " ".join(text.split())
