"""WARC files, plain or gzipped by record, WET too: a page is a response, resource or conversion that is HTML or text.

Its id is a slug of its address with a digest of it, so that the same address has the same id in any file and run.
Places count bytes of the file; a file gzipped as a whole cannot be cut.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Iterator

from pipeline.errors import brief, one_line
from pipeline.reading.ids import slug

from .facts import day_in, is_address
from .files import opened
from .formats import Entry
from .http_body import body_of, media_of, response_of
from .outcomes import END, Outcome, Part, Record, Skipped, Trouble, excerpt_of
from .warc_blocks import Block, begins, blocks

_PAGES = ("response", "resource", "conversion")
_OTHERS = ("warcinfo", "request", "metadata", "revisit", "continuation")
_TEXT = {"text/html": "text/html", "application/xhtml+xml": "text/html", "text/plain": "text/plain"}
_WORDS = 8  # of an address in an id: enough to know the page by
_DIGITS = 16  # of the address's digest: two of a hundred million addresses share them once in four thousand archives


def scan(path: str, size: int) -> Iterator[Entry]:
    """Yield the records and damaged stretches of a file.

    A part may begin where a record's place is its own, and one is found there: in a file gzipped as a whole places are
    those of the reader's buffer.
    """
    with opened(path) as file:
        before, entry = -1, None
        for block in blocks(file, 0, END):
            if entry:
                yield entry._replace(cut=entry.cut and block.start > entry.start and begins(file, entry.start))
            found = outcome_of(block, path)
            name = found.document_id if isinstance(found, Record) else None
            entry = Entry(block.start, block.start > before and bool(block.headers), name)
            before = block.start
        if entry:
            yield entry._replace(cut=entry.cut and begins(file, entry.start))


def read(part: Part) -> Iterator[Outcome]:
    """Yield the outcome of each record of a stretch."""
    with opened(part.path) as file:
        for block in blocks(file, part.start, part.end):
            yield outcome_of(block, part.path)


def outcome_of(block: Block, path: str) -> Outcome:
    """Return what comes of one record of the file at a path."""
    where = f"{path}, byte {block.start}"
    kind, url = block.headers.get("warc-type", "").lower(), block.headers.get("warc-target-uri", "").strip("<>")
    if kind in _PAGES and not url and not block.problem:
        return Trouble("", "frame", "the record has no WARC-Target-URI", where, excerpt_of(block.content))
    name = document_id(url) if url else ""
    if block.problem:
        return Trouble(name, "frame", block.problem, where, excerpt_of(block.content))
    if kind in _OTHERS:
        return Skipped(name, f"record of type {kind}", where)
    if kind not in _PAGES:
        return Trouble(name, "frame", f"the record is of type {brief(kind)}, which is none", where)
    if url.split("?")[0].endswith("/robots.txt"):
        return Skipped(name, "robots.txt", where)
    try:
        _hold_against_digest(block)
        return _page(block, kind, name, url, where)
    except ValueError as error:
        return Trouble(name, "frame", f"the page {one_line(error)}", where, excerpt_of(block.content))


def document_id(url: str) -> str:
    """Return the id of the page at an address: some of its words and a digest of all of it."""
    words = url.split("://")[-1].removeprefix("www.")
    return f"{slug(words, _WORDS)}-{hashlib.sha256(url.encode('utf-8', 'replace')).hexdigest()[:_DIGITS]}"


def _page(block: Block, kind: str, name: str, url: str, where: str) -> Outcome:
    """Return the page of a whole record; ValueError says why there is none."""
    content = block.content
    media_type, charset = media_of(block.headers.get("content-type", ""))
    if kind == "response" and url.startswith("http"):
        response = response_of(content)
        if response.status != 200:
            return Skipped(name, f"HTTP status {response.status}", where)
        media_type, charset = response.media_type, response.charset
        if media_type in _TEXT or not media_type:
            content = body_of(response)
    if not media_type and content.lstrip()[:1] == b"<":
        media_type = "text/html"
    if media_type not in _TEXT:
        return Skipped(name, "not HTML or text", where)
    if "warc-truncated" in block.headers:
        raise ValueError(f"was cut short when it was saved ({block.headers['warc-truncated']})")
    saved = day_in(block.headers.get("warc-date", "")[:10])
    return Record(
        name, content, where, _TEXT[media_type], charset, url if is_address(url) else None,
        retrieved=saved if saved and len(saved) == len("2012-08-31") else None,
    )  # fmt: skip


def _hold_against_digest(block: Block) -> None:
    """Raise ValueError where a record names the digest of its block, in base 32 or 16, and has another."""
    algorithm, _, digest = block.headers.get("warc-block-digest", "").partition(":")
    if algorithm.lower() not in ("sha1", "sha256", "md5"):
        return
    found = hashlib.new(algorithm.lower(), block.content, usedforsecurity=False).digest()
    try:
        named = bytes.fromhex(digest) if len(digest) == 2 * len(found) else base64.b32decode(digest.upper())
    except (ValueError, binascii.Error):
        return
    if named != found:
        raise ValueError(f"is not what was saved: its {algorithm} digest is another than the record names")
