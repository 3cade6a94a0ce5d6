"""Readable ids: slugs made from content, with more content where two would be the same."""

from __future__ import annotations

from string import ascii_letters, digits
from typing import NamedTuple

_FOLD = bytes(ord(chr(code).lower()) if chr(code) in ascii_letters + digits else ord(" ") for code in range(256))


def slug(view: str, words: int = 12) -> str:
    """Small letters, digits and hyphens, of at most so many words: part of a readable id. Takes normalised text."""
    parts = view.encode("ascii", "replace").translate(_FOLD).split(None, words)
    return b"-".join(parts[:words]).decode() or "mark"


class Slugs(NamedTuple):
    """Ids to try, each with more content than the one before: `stem` and so many words of `view` as `counts` say."""

    stem: str
    view: str
    counts: tuple[int, ...]

    def at(self, level: int) -> str:
        """The id of one level."""
        count = self.counts[level] if level < len(self.counts) else self.counts[-1]
        return f"{self.stem}-{slug(self.view, count)}" if count else self.stem
