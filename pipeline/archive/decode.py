"""The bytes of a page become text: as they say of themselves, else as they look, else not at all."""

from __future__ import annotations

import codecs
import re

from resiliparse.parse.encoding import detect_encoding, map_encoding_to_html5

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META = re.compile(
    rb"<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,80}?encoding)\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.IGNORECASE
)
_META_WITHIN = 4096  # bytes; browsers look at 1,024, old pages put scripts before
# Letters with accents and curly quotes in UTF-8; read as windows-1252 they would be Ã, Â or â€ and a sign.
_UTF8_LETTER = re.compile(rb"\xc3[\x80-\xbf]|\xc2[\xa0-\xbf]|\xe2\x80[\x80-\xbf]")
_WIDE = ("utf-16", "utf-32")
_LATIN = (None, "utf-8", "cp1252")  # declared of a page that may be in either of the last two


def decode(content: bytes, charset: str | None = None, markup: bool = False) -> str:
    """Return the text of a page; `charset` is what the transport declared, `markup` tells that it may declare its own.

    Valid UTF-8 is UTF-8, whatever is declared. Bytes that are no UTF-8 and hold its letters are two encodings in one,
    of which none gives the text. Raises ValueError where no encoding does.
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            return _checked(content.decode(name), name)
    declared = _codec(charset) or (_codec_in(content) if markup else None)
    if declared and declared.startswith(_WIDE):
        return _checked(content.decode(declared), declared)
    try:
        return _checked(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        odd = error
    if declared in _LATIN and _UTF8_LETTER.search(content):
        raise ValueError(f"mixes UTF-8 with another encoding: byte {odd.start} is 0x{content[odd.start]:02x}")
    for label in (declared, _codec(detect_encoding(content, from_html_meta=False))):
        if label and label != "utf-8":
            try:
                return _checked(content.decode(label), label)
            except UnicodeDecodeError:
                continue
    raise ValueError(f"is in no known encoding: byte {odd.start} is 0x{content[odd.start]:02x}, not UTF-8")


def _codec(label: str | None) -> str | None:
    """Python's name for what the web means by a label (latin-1 means windows-1252 there), if it means anything."""
    if not label:
        return None
    found = map_encoding_to_html5(label.strip().lower(), fallback_utf8=False)
    try:
        return codecs.lookup(found).name if found else None
    except LookupError:
        return None


def _codec_in(content: bytes) -> str | None:
    """The encoding that a page's own head declares."""
    match = _META.search(content[:_META_WITHIN])
    return _codec(match[1].decode("ascii")) if match else None


def _checked(text: str, name: str) -> str:
    """Return the text if it is one."""
    if "\0" in text:
        raise ValueError(f"has a NUL character as {name}, so it is not a text")
    return text
