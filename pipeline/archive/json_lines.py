"""JSON Lines, plain or gzipped: one page a line, with the columns of `rows`. Offsets count bytes once inflated."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from pipeline.errors import brief, one_line

from .files import opened
from .formats import Entry
from .outcomes import LARGEST_PAGE, Outcome, Part, Record, Trouble, excerpt_of
from .rows import record_of

_DAMAGED = (EOFError, gzip.BadGzipFile, zlib.error)
_LONGEST = 2 * LARGEST_PAGE  # bytes of a line: escapes make a page longer than its text
_CHUNK = 1 << 20


def scan(path: str, size: int) -> Iterator[Entry]:
    """Yield the lines of a file; a stretch that cannot be inflated is one entry."""
    with opened(path) as file:
        for start, found in _outcomes(file, path, 0, 0):
            yield Entry(start, True, found.document_id if isinstance(found, Record) else None)


def read(part: Part) -> Iterator[Outcome]:
    """Yield the outcome of each line of a stretch."""
    with opened(part.path) as file:
        for start, found in _outcomes(file, part.path, part.start, part.first):
            if start >= part.end:
                return
            yield found


def _outcomes(file: BinaryIO, path: str, start: int, number: int) -> Iterator[tuple[int, Outcome]]:
    """Yield place and outcome of each line from an offset on; the line there is the `number`-th entry (from 0)."""
    lines = cast(BinaryIO, gzip.GzipFile(fileobj=file)) if path.lower().endswith(".gz") else file
    try:
        lines.seek(start)
        while line := lines.readline(_LONGEST + 1):
            length, where = len(line), f"{path}, record {number + 1}"
            if length > _LONGEST:
                length += _skip_line(lines, line)
                said = f"is a line of {length:,} bytes, more than {_LONGEST:,}: a brief is a page"
                yield start, Trouble("", "frame", said, where, excerpt_of(line))
                number += 1
            elif not line.isspace():
                yield start, _outcome(line, where)
                number += 1
            start += length
    except _DAMAGED as error:
        said = f"cannot be inflated further: {one_line(error)}; what stands before is read"
        yield start, Trouble("", "frame", said, f"{path}, record {number + 1}")


def _skip_line(lines: BinaryIO, begun: bytes) -> int:
    """Pass over the rest of a line without keeping it; return its length in bytes."""
    length = 0
    while not begun.endswith(b"\n") and (begun := lines.readline(_CHUNK)):
        length += len(begun)
    return length


def _outcome(line: bytes, where: str) -> Outcome:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Trouble("", "frame", f"is no JSON: {one_line(error)}", where, excerpt_of(line))
    if not isinstance(row, dict):
        return Trouble("", "frame", f"{brief(row)} is no JSON object", where, excerpt_of(line))
    return record_of(row, where)
