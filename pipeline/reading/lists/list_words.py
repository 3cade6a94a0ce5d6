"""The small words of lists: what joins things, singles one out, stands before one, or ends a list."""

from __future__ import annotations

from functools import lru_cache

from ..lexicon import lexicon, rows

AND = frozenset(("and", "or", "plus"))
APART = frozenset(("while", "whereas", "but", "although", "whilst"))  # between clauses that tell of different things
_ALSO = ("as well as", "along with", "together with", "followed by", "alongside", "but also")
_ASIDES = [words.split() for words in (
    "to a lesser extent", "to a lesser degree", "to a smaller extent", "increasingly", "more recently",
    "in smaller quantities", "in smaller amounts", "in smaller volumes", "in lesser quantities", "on a smaller scale",
)]  # fmt: skip
NOT = frozenset(("not", "but", "excluding", "except", "without", "formerly"))
DETERMINERS = frozenset(
    (
        "the",
        "a",
        "an",
        "its",
        "their",
        "our",
        "other",
        "various",
        "some",
        "both",
        "re",
        "more",
        "less",
        "fewer",
        "few",
        "several",
        "many",
        "certain",
        "numerous",
    )
)
RANGES = frozenset(("range", "variety", "number", "mix", "array", "series", "basket", "quantities", "amounts"))
OF_AMOUNT = frozenset(("worth", "at", "valued", "of", "in", "for"))  # around an amount: wheat worth $5 million
TAILS = frozenset(
    ("parts", "accessories", "components", "equipment", "products", "derivatives", "preparations", "articles")
)
# what goods are alike in but for, as brackets after one tell: lentils (red and green)
STATES = frozenset((
    "red", "green", "yellow", "white", "black", "brown", "pink", "blond", "fresh", "frozen", "chilled", "dried",
    "dry", "canned", "smoked", "salted", "cooked", "roasted", "unroasted", "raw", "refined", "unrefined", "crude",
    "powdered", "condensed", "evaporated", "skimmed", "whole", "live", "processed", "unprocessed", "cut", "uncut",
    "rough", "polished", "unpolished", "wrought", "unwrought", "used", "soft", "hard", "durum", "sawn", "liquid",
    "liquefied", "bottled", "knitted", "woven", "organic", "instant", "ground", "split", "peeled", "shelled",
    "milled", "parboiled", "pitted", "semi-finished", "thermal", "coking", "metallurgical", "farmed", "wild",
))  # fmt: skip
_EMPHASES = [
    (words.split(), kind)
    for kind, wordings in {
        "mainly": ("mainly", "mostly", "chiefly", "primarily", "largely", "principally", "predominantly", "essentially",
                   "overwhelmingly", "almost entirely", "almost exclusively", "for the most part"),
        "including": ("including", "among them", "among others"),
        "such_as": ("such as", "like", "for example", "for instance", "e . g .", "e . g . ,", "eg"),
        "notably": ("notably", "most notably", "especially", "particularly", "in particular", "above all"),
    }.items()
    for words in wordings
]  # fmt: skip
_UNREAL = frozenset((
    "no", "never", "neither", "nor", "cannot", "will", "would", "could", "may", "might", "should", "must", "can", "if",
))  # fmt: skip
_NEAR = 3  # words before a verb among which these tell
_ALSO_BY_FIRST = {words.split()[0]: words.split() for words in _ALSO}
_EMPHASES_BY_FIRST = {
    first: [(said, kind) for said, kind in _EMPHASES if said[0] == first]
    for first in {said[0] for said, _ in _EMPHASES}
}


def unreal(before: list[str]) -> bool:
    """Do the last words before a verb deny it or put it off: "do not", "could", "hopes to", "will be"?

    "to" counts only right before the verb, since it may stand before a country as well.
    """
    if before[-1:] == ["be"]:
        before = before[:-1]
    near = before[-_NEAR:]
    return before[-1:] == ["to"] or ("not" in near and "only" not in near) or any(word in _UNREAL for word in near)


def emphasis(words: list[str], at: int) -> tuple[str, int]:
    """The emphasis that some words give at a place, empty where they give none, and the place after it."""
    for said, kind in _EMPHASES_BY_FIRST.get(words[at], ()):
        if words[at : at + len(said)] == said:
            return kind, at + len(said)
    return "", at


def also(words: list[str], at: int) -> int:
    """The place after "as well as" and the like at a place; the place itself where no such words stand there."""
    said = _ALSO_BY_FIRST.get(words[at])
    return at + len(said) if said and words[at : at + len(said)] == said else at


def aside(words: list[str], at: int) -> int:
    """The place after ", to a lesser extent," and the like at a place; the place itself where none stands there."""
    first = at + (words[at] == ",")
    for said in _ASIDES:
        end = first + len(said)
        if words[first:end] == said:
            return end + (words[end] == ",")
    return at


@lru_cache(maxsize=1)
def list_ends() -> frozenset[str]:
    """The words with which a clause goes on after a list: what is no part of a thing's name."""
    return lexicon().function_words | {row["word"] for row in rows("list_ends")}
