"""Text and HTML files: one page each, whose id is the file's name without its ending."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from pipeline.errors import brief
from pipeline.sources import NAME

from .files import opened
from .formats import Entry, ending_of
from .outcomes import LARGEST_PAGE, Outcome, Part, Record, Trouble, excerpt_of


def scan(path: str, size: int) -> Iterator[Entry]:
    """Yield the file's one entry, without opening it."""
    name = _name(path)
    yield Entry(0, True, name if NAME.fullmatch(name) else None)


def read(part: Part) -> Iterator[Outcome]:
    """Yield the file's one page."""
    name = _name(part.path)
    with opened(part.path) as file:
        content = file.read(LARGEST_PAGE + 1)
    if not NAME.fullmatch(name):
        said = f"{brief(name)} cannot name a document; rename the file (letters, digits and hyphens are safe)"
        yield Trouble("", "frame", said, part.path, excerpt_of(content))
    elif len(content) > LARGEST_PAGE:
        said = f"has more than {LARGEST_PAGE:,} bytes: a brief is a page; split it into its pages"
        yield Trouble(name, "frame", said, part.path, excerpt_of(content))
    else:
        media_type = "text/plain" if ending_of(part.path) == ".txt" else "text/html"
        yield Record(name, content, part.path, media_type)


def _name(path: str) -> str:
    return PurePosixPath(path).name[: -len(ending_of(path))]
