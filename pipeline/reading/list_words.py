"""The small words of lists: what joins things, singles one out, stands before one, or ends a list."""

from __future__ import annotations

from functools import lru_cache

from .lexicon import lexicon, rows

AND = frozenset(("and", "or", "plus"))
ALSO = (("as", "well", "as"), ("along", "with"), ("together", "with"), ("followed", "by"), ("alongside",))
NOT = frozenset(("not", "but", "excluding", "except", "without", "formerly"))
DETERMINERS = frozenset(("the", "a", "an", "its", "their", "other", "various", "some", "both", "re"))
RANGES = frozenset(("range", "variety", "number", "mix", "array", "series", "basket", "quantities", "amounts"))
OF_AMOUNT = frozenset(("worth", "at", "valued", "of", "in", "for"))  # around an amount: wheat worth $5 million
TAILS = frozenset(("parts", "accessories", "components", "equipment", "products", "derivatives", "preparations"))
_EMPHASES = {
    ("mainly",): "mainly", ("mostly",): "mainly", ("chiefly",): "mainly", ("primarily",): "mainly", ("largely",): "mainly",
    ("principally",): "mainly", ("predominantly",): "mainly", ("essentially",): "mainly", ("almost", "entirely"): "mainly",
    ("overwhelmingly",): "mainly", ("almost", "exclusively"): "mainly", ("for", "the", "most", "part"): "mainly",
    ("including",): "including", ("among", "them"): "including", ("among", "others"): "including",
    ("such", "as"): "such_as", ("like",): "such_as", ("for", "example"): "such_as", ("for", "instance"): "such_as",
    ("notably",): "notably", ("most", "notably"): "notably", ("especially",): "notably", ("particularly",): "notably",
    ("in", "particular"): "notably", ("above", "all"): "notably",
}  # fmt: skip
_EMPHASISED = frozenset(words[0] for words in _EMPHASES)


def emphasis(words: list[str]) -> tuple[str, int]:
    """The emphasis that some words begin with, and how many of them say it; ("", 0) where they begin with none."""
    if words[0] in _EMPHASISED:
        for said, kind in _EMPHASES.items():
            if tuple(words[: len(said)]) == said:
                return kind, len(said)
    return "", 0


@lru_cache(maxsize=1)
def list_ends() -> frozenset[str]:
    """The words with which a clause goes on after a list: what is no part of a thing's name."""
    return lexicon().function_words | {row["word"] for row in rows("list_ends")}
