"""The body of a stored HTTP response: header taken off, chunks joined, inflated, all up to a limit."""

from __future__ import annotations

import io
import zlib
from typing import NamedTuple

from fastwarc.stream_io import BrotliReader, ChunkedReader, ZstdReader
from fastwarc.warc import HeaderMap

from pipeline.errors import one_line

from .outcomes import LARGEST_PAGE

_READERS = {"br": BrotliReader, "zstd": ZstdReader}
_INFLATED = (b"\x1f\x8b", b"\x78")  # how gzip and zlib begin


class Response(NamedTuple):
    """Status code, media type in small letters and declared charset of a response, and its body; 0 and empty if absent.

    The body is still as it was sent.
    """

    status: int
    media_type: str
    charset: str | None
    body: bytes
    encodings: tuple[str, ...]
    chunked: bool


def response_of(block: bytes) -> Response:
    """Split a block into HTTP header and body; ValueError where it begins with none."""
    headers = HeaderMap()
    length = headers.parse(io.BytesIO(block))
    if headers.status_code is None:
        raise ValueError("does not begin with an HTTP header")
    media_type, charset = media_of(headers.get("content-type") or "")
    encodings = tuple(name.strip().lower() for name in (headers.get("content-encoding") or "").split(",") if name)
    chunked = "chunked" in (headers.get("transfer-encoding") or "").lower()
    return Response(headers.status_code, media_type, charset, block[length:], encodings, chunked)


def media_of(content_type: str) -> tuple[str, str | None]:
    """Return media type and charset of a Content-Type as in `text/html; charset=utf-8`."""
    media_type, _, parameters = content_type.partition(";")
    found = [value for name, _, value in (p.partition("=") for p in parameters.split(";")) if name.strip() == "charset"]
    return media_type.strip().lower(), found[0].strip(" \"'") or None if found else None


def body_of(response: Response) -> bytes:
    """Return the body as the page's author wrote it; ValueError where it cannot be inflated or is beyond the limit.

    An archive often stores a body already joined or inflated and keeps the header that said otherwise: a body that does
    not begin as its header says is taken as it is.
    """
    body = response.body
    try:
        if response.chunked and b"\r\n" in body[:20] and _is_hex(body.split(b"\r\n", 1)[0]):
            body = ChunkedReader(io.BytesIO(body)).read(LARGEST_PAGE + 1)
        for encoding in reversed(response.encodings):
            if encoding in ("gzip", "x-gzip", "deflate"):
                body = _inflated(body) if body.startswith(_INFLATED) else body
            elif encoding in _READERS:
                body = _READERS[encoding](io.BytesIO(body)).read(LARGEST_PAGE + 1)
            elif encoding != "identity":
                raise ValueError(f"has the Content-Encoding {encoding}, which is unknown")
    except (OSError, zlib.error) as error:
        raise ValueError(f"cannot be inflated: {one_line(error)}") from error
    if len(body) > LARGEST_PAGE:
        raise ValueError(f"has more than {LARGEST_PAGE:,} bytes once inflated: a brief is a page")
    return body


def _is_hex(line: bytes) -> bool:
    size = line.split(b";")[0].strip()
    return bool(size) and all(chr(digit) in "0123456789abcdefABCDEF" for digit in size)


def _inflated(body: bytes) -> bytes:
    inflater = zlib.decompressobj(47)  # gzip or zlib, whichever it begins as
    found = inflater.decompress(body, LARGEST_PAGE + 1)
    if len(found) <= LARGEST_PAGE and not inflater.eof:
        raise ValueError(f"cannot be inflated: it ends after {len(found):,} bytes though more is announced")
    return found
