"""The kinds of input files by their endings, and what each must be able to do.

A format is a module with two functions. `scan(path, size)` looks through a file once, cheaply, and yields one Entry for
each outcome that `read(part)` yields for the same stretch: that they agree is what makes counts add up.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import NamedTuple, Protocol

from .outcomes import Outcome, Part

ENDINGS = {
    ".txt": "whole_files",
    ".html": "whole_files",
    ".htm": "whole_files",
    ".jsonl": "json_lines",
    ".jsonl.gz": "json_lines",
    ".parquet": "parquet",
    ".warc": "warc",
    ".warc.gz": "warc",
    ".wet": "warc",
    ".wet.gz": "warc",
}


class Entry(NamedTuple):
    """One entry of a file: the place to seek to, whether a part may begin there, and the id of a page."""

    start: int
    cut: bool
    document_id: str | None


class Format(Protocol):
    """What a format's module offers."""

    def scan(self, path: str, size: int) -> Iterator[Entry]:
        """Yield the entries of a file in order."""

    def read(self, part: Part) -> Iterator[Outcome]:
        """Yield what comes of each entry of a stretch."""


def ending_of(path: str) -> str:
    """Return the known ending of a path, the longest one, or empty text."""
    name = path.lower()
    return max((ending for ending in ENDINGS if name.endswith(ending)), key=len, default="")


def format_of(path: str) -> Format:
    """Return the module that reads a file; imported only now, since each needs a library of its own."""
    return import_module(f".{ENDINGS[ending_of(path)]}", __package__)
