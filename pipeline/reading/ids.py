"""Readable ids: slugs made from content, with more content where two would be the same."""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

_PART = re.compile(r"[a-z0-9]+")


def slug(view: str, words: int = 12) -> str:
    """Small letters, digits and hyphens, of at most so many words: part of a readable id. Takes normalised text."""
    return "-".join([part.group() for part in islice(_PART.finditer(view.lower()), words)]) or "mark"


class Slugs(NamedTuple):
    """Ids to try, each with more content than the one before: `stem` and so many words of `view` as `counts` say."""

    stem: str
    view: str
    counts: tuple[int, ...]

    def at(self, level: int) -> str:
        """The id of one level."""
        count = self.counts[min(level, len(self.counts) - 1)]
        return f"{self.stem}-{slug(self.view, count)}" if count else self.stem
