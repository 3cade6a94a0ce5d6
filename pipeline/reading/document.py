"""A document to be read: its text, never changed, and a view of it that is easier to match, one character for one."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from pipeline.sources import Source

_QUOTES = dict.fromkeys(map(ord, "\u2018\u2019\u201a\u201b\u2032\u02bc"), "'") | dict.fromkeys(
    map(ord, "\u201c\u201d\u201e\u2033\u00ab"), '"'
)
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-")
# Not the tab: it parts the cells of a table, whose numbers are not one, and no reader needs it as a space.
_SPACES = dict.fromkeys(
    map(
        ord,
        "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u205f\u3000\ufeff\r\x0b\x0c",
    ),
    " ",
)


def _accents() -> dict[int, str]:
    """Latin letters with a diacritic -> the bare letter; one character for one, so no ligatures."""
    bare: dict[int, str] = {
        ord("\u0142"): "l",
        ord("\u0141"): "L",
        ord("\u00f8"): "o",
        ord("\u00d8"): "O",
        ord("\u0111"): "d",
        ord("\u0131"): "i",
    }
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        letter = unicodedata.normalize("NFD", chr(code))[0]
        if letter.isascii():
            bare[code] = letter
    return bare


_VIEW = {chr(code): plain for code, plain in (_accents() | _QUOTES | _DASHES | _SPACES).items()}
_SPECIAL = re.compile(r"[^\n -~]")


def view_of(text: str) -> str:
    """The text with quotes straight, dashes as hyphens, spaces plain and accents gone; every offset stays true."""
    return _SPECIAL.sub(lambda match: _VIEW.get(match.group(), match.group()), text)


_LINE_IN_CAPITALS = re.compile(r"(?m)^[^a-z\n]*(?:[A-Z]{4}|\bMAY\b)[^a-z\n]*$")
_WORD_IN_CAPITALS = re.compile(r"[A-Z]{2,}")
_SMALL_WORDS = frozenset(("A", "AN", "AND", "AS", "AT", "BY", "FOR", "FROM", "IN", "OF", "ON", "OR", "THE", "TO"))
_SHORT_WORDS = frozenset(("MAY", "NEW", "SAN"))  # of names; others of two or three letters are taken for acronyms


def without_shouting(view: str) -> str:
    """The view with lines set in capitals as if they were in title case: "BUREAU OF AFRICAN AFFAIRS".

    Words that stand in capitals elsewhere too are acronyms and stay so.
    """
    lines = list(_LINE_IN_CAPITALS.finditer(view))
    if not lines:
        return view
    rest = _LINE_IN_CAPITALS.sub("", view)

    def lowered(match: re.Match[str]) -> str:
        word = match.group()
        if word in _SMALL_WORDS:
            return word.lower()
        title = (len(word) > 3 or word in _SHORT_WORDS) and not re.search(rf"\b{word}\b", rest)
        return word.capitalize() if title else word

    return _LINE_IN_CAPITALS.sub(lambda line: _WORD_IN_CAPITALS.sub(lowered, line.group()), view)


@dataclass(frozen=True)
class Document:
    """One text to be read, with what is known about it from outside the text."""

    source: Source

    @property
    def text(self) -> str:
        """The text as it was decoded; all offsets point into it."""
        return self.source.text

    @cached_property
    def view(self) -> str:
        """The normalised view of the text; `view[i]` stands for `text[i]`."""
        return without_shouting(view_of(self.text))
