"""The small words of lists: what joins things, singles one out, stands before one, or ends a list."""

from __future__ import annotations

from functools import lru_cache

from ..lexicon import lexicon, rows

AND = frozenset(("and", "or", "plus"))
ALSO = (("as", "well", "as"), ("along", "with"), ("together", "with"), ("followed", "by"), ("alongside",))
NOT = frozenset(("not", "but", "excluding", "except", "without", "formerly"))
DETERMINERS = frozenset(("the", "a", "an", "its", "their", "other", "various", "some", "both", "re"))
RANGES = frozenset(("range", "variety", "number", "mix", "array", "series", "basket", "quantities", "amounts"))
OF_AMOUNT = frozenset(("worth", "at", "valued", "of", "in", "for"))  # around an amount: wheat worth $5 million
TAILS = frozenset(("parts", "accessories", "components", "equipment", "products", "derivatives", "preparations"))
_EMPHASES = {
    tuple(words.split()): kind
    for kind, wordings in {
        "mainly": ("mainly", "mostly", "chiefly", "primarily", "largely", "principally", "predominantly", "essentially",
                   "overwhelmingly", "almost entirely", "almost exclusively", "for the most part"),
        "including": ("including", "among them", "among others"),
        "such_as": ("such as", "like", "for example", "for instance"),
        "notably": ("notably", "most notably", "especially", "particularly", "in particular", "above all"),
    }.items()
    for words in wordings
}  # fmt: skip
_UNREAL = frozenset((
    "no", "never", "neither", "nor", "cannot", "will", "would", "could", "may", "might", "should", "must", "can", "if",
))  # fmt: skip
_NEAR = 3  # words before a verb among which these tell
_EMPHASISED = frozenset(words[0] for words in _EMPHASES)


def unreal(before: list[str]) -> bool:
    """Do the last words before a verb deny it or put it off: "do not", "could", "hopes to", "will be"?

    "to" counts only right before the verb, since it may stand before a country as well.
    """
    if before[-1:] == ["be"]:
        before = before[:-1]
    near = before[-_NEAR:]
    return before[-1:] == ["to"] or ("not" in near and "only" not in near) or any(word in _UNREAL for word in near)


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
