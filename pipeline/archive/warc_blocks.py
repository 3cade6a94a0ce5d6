"""The records of a WARC file, and the damaged stretches between them, after which the next record is looked for.

FastWARC splits. It accepts a record that is cut short or whose length is wrong, and gives up a file at the first damage
(measured with 2.0.1), so lengths are held against what was read, and the search for the next record is here: the next
gzip member, or the next line that begins a record, after the last one read.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from fastwarc.warc import ArchiveIterator, WarcRecord

from pipeline.errors import one_line

from .outcomes import LARGEST_PAGE

LARGEST_BLOCK = LARGEST_PAGE + (1 << 20)  # bytes: a page with its HTTP header
_GZIP = b"\x1f\x8b\x08"
_LINE = re.compile(rb"WARC/[01]\.\d\r?\n")
_SWALLOWED = re.compile(rb"\r?\n\r?\nWARC/1\.[01]\r?\nWARC-")
_CHUNK = 1 << 20
_OVERLAP = 16  # bytes: longer than what is looked for


class Block(NamedTuple):
    """One record, or a damaged stretch (no headers): the place, headers in small letters, content, what is wrong."""

    start: int
    headers: dict[str, str]
    content: bytes
    problem: str


def blocks(file: BinaryIO, start: int, end: int) -> Iterator[Block]:
    """Yield the records that begin between two places, in order, and one Block for each damaged stretch."""
    size = file.seek(0, 2)
    file.seek(0)
    zipped = file.read(2) == _GZIP[:2]
    told = False  # the damage before `start` has been told
    while start < min(end, size):
        file.seek(start)
        problem, begun = "", start
        try:
            for record in ArchiveIterator(file, parse_http=False):
                at = max(start, record.stream_pos)
                if at >= end:
                    return
                block = _block(record, at)
                start, told, problem = at, bool(block.problem), block.problem
                yield block
                if problem:
                    break
        except (KeyboardInterrupt, SystemExit, GeneratorExit):
            raise
        except BaseException as error:  # a panic of FastWARC is no Exception
            problem = one_line(error)
        if not problem and zipped and not _ends_whole(file, start if begins(file, start) else begun):
            problem = "the file ends inside a gzip member"
        if not problem:
            return
        if not told:
            yield Block(start, {}, b"", f"cannot be read further here: {problem}; what follows the damage is read")
            told = True
        start = _next(file, start + 1, zipped)


def _block(record: WarcRecord, at: int) -> Block:
    """Read one record, and hold what was read against what it declares."""
    headers = {name.lower(): value for name, value in record.headers.items()}
    declared = headers.get("content-length", "")
    if not declared.isdecimal():
        return Block(at, headers, b"", "the record has no Content-Length")
    if int(declared) > LARGEST_BLOCK:
        return Block(at, headers, b"", f"the record has {int(declared):,} bytes, more than {LARGEST_PAGE:,}")
    content = record.reader.read(int(declared))
    if len(content) < int(declared):
        said = f"the record is cut short: {len(content):,} of {int(declared):,} bytes"
        return Block(at, headers, content, said)
    if _SWALLOWED.search(content):
        return Block(at, headers, content, "the record's Content-Length is wrong: another record stands inside it")
    return Block(at, headers, content, "")


def begins(file: BinaryIO, start: int) -> bool:
    """Does a record begin at this place of the file? The file's own place stays."""
    place = file.tell()
    file.seek(start)
    head = file.read(512)
    file.seek(place)
    if head.startswith(_GZIP):
        try:
            head = zlib.decompressobj(31).decompress(head, 16)
        except zlib.error:
            return False
    return bool(_LINE.match(head))


def _ends_whole(file: BinaryIO, start: int) -> bool:
    """Do the gzip members from a place on end with the file? What they hold is not kept."""
    file.seek(start)
    inflater, rest = zlib.decompressobj(31), b""
    while rest := rest or file.read(_CHUNK):
        try:
            inflater.decompress(rest, _CHUNK)
        except zlib.error:
            return False
        rest = inflater.unconsumed_tail
        if inflater.eof:
            rest = inflater.unused_data.lstrip(b"\0")
            inflater = zlib.decompressobj(31) if rest else inflater
    return inflater.eof


def _next(file: BinaryIO, start: int, zipped: bool) -> int:
    """The place of the next record from a place on; the file's size where there is none."""
    sign = _GZIP if zipped else b"\nWARC/"
    while True:
        file.seek(start)
        chunk = file.read(_CHUNK)
        at = chunk.find(sign)
        while at >= 0:
            place = start + at + (0 if zipped else 1)
            if begins(file, place):
                return place
            at = chunk.find(sign, at + 1)
        if len(chunk) < _CHUNK:
            return start + len(chunk)
        start += _CHUNK - _OVERLAP
