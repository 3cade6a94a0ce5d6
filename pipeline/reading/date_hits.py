"""What the groups of a matched date rule say: numbers and words."""

from __future__ import annotations

import re
from typing import NamedTuple

from .rules import Hit
from .tokens import Tokens

_DIGITS = re.compile(r"\d+")


class Said(NamedTuple):
    """Where a date rule matched, in the tokens of the text."""

    hit: Hit
    tokens: Tokens

    @property
    def rule(self) -> str:
        """The name of the rule."""
        return self.hit.rule.name

    def at(self, group: str) -> int:
        """The first token of a group, or -1 where the rule has no such group or it matched nothing."""
        return self.hit.match.start(group) if group in self.hit.match.re.groupindex else -1

    def number(self, group: str) -> int | None:
        """The number that a group says, in figures or in a word of the lexicon."""
        at = self.at(group)
        if at < 0:
            return None
        entry = self.tokens.entries[at]
        return int(entry.value) if entry.klass else int(_DIGITS.match(self.tokens.words[at]).group())  # type: ignore[union-attr]

    def word(self, group: str) -> str:
        """The first word of a group in small letters, or nothing."""
        at = self.at(group)
        return self.tokens.lower[at] if at >= 0 else ""
