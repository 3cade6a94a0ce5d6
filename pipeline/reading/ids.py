"""Readable ids: slugs made from content, with more content where two would be the same."""

from __future__ import annotations

from string import ascii_letters, digits
from typing import NamedTuple

_FOLD = bytes(ord(chr(code).lower()) if chr(code) in ascii_letters + digits else ord(" ") for code in range(256))


def fold(view: str) -> str:
    """Normalised text in small letters and digits, a space for all else; one character for one."""
    return view.encode("ascii", "replace").translate(_FOLD).decode()


def slug(view: str, words: int = 12) -> str:
    """Small letters, digits and hyphens, of at most so many words: part of a readable id. Takes normalised text."""
    return _joined(fold(view), words)


def _joined(folded: str, words: int) -> str:
    return "-".join(folded.split(None, words)[:words]) or "mark"


class Slugs(NamedTuple):
    """Ids to try, each with more content than the one before: `stem` and so many words of `folded` as `counts` say."""

    stem: str
    folded: str
    counts: tuple[int, ...]

    def at(self, level: int) -> str:
        """The id of one level."""
        count = self.counts[level] if level < len(self.counts) else self.counts[-1]
        return f"{self.stem}-{_joined(self.folded, count)}" if count else self.stem
