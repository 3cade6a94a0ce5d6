"""A dash parts what a hyphen joins; the view writes both with one character."""

from __future__ import annotations

from .phrases import Phrases
from .tokens import Tokens


def is_dash(tokens: Tokens, phrases: Phrases, at: int) -> bool:
    """Does the mark at a phrase stand behind a space: talks – in Lima, but not NATO-led?"""
    token = phrases.firsts[at]
    return token > 0 and tokens.starts[token] > tokens.ends[token - 1]
