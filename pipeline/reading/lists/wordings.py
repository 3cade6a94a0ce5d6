"""Wordings of goods and sectors with their codes, looked up as written, else whatever their number."""

from __future__ import annotations

import re
from functools import lru_cache

from ..document import view_of
from ..lexicon import TOKEN, rows
from ..plurals import singular
from ..tokens import Tokens

_WORD = re.compile(r"[^\W\d_]+|\d+|[^\s-]")
_CACHED = 20_000

Folded = tuple[str, ...]


@lru_cache(maxsize=_CACHED)
def _singular(word: str) -> str:
    """The singular of a word, "&" being "and"."""
    return singular(word) if word.isalpha() else "and" if word == "&" else word


@lru_cache(maxsize=_CACHED)
def fold(phrase: str) -> Folded:
    """The words of a phrase in small letters and the singular, hyphens gone: (motor, vehicle, part)."""
    return tuple(_singular(word) for word in _WORD.findall(phrase.lower()))


class Wordings:
    """The phrases of one lexicon file with their codes, found in running tokens and looked up by name."""

    def __init__(self, file: str, column: str) -> None:
        """Read `lexicons/<file>.csv`, the codes from `column`."""
        self._exact: dict[str, str] = {}
        self._capitals: dict[str, str] = {}
        self._folded: dict[Folded, str] = {}
        self._phrases: set[tuple[str, ...]] = set()  # the tokens of each in the singular
        self._lengths: dict[str, dict[str, list[int]]] = {}  # first of these -> second -> how many, most first
        for row in rows(file):
            phrase, code = view_of(row["phrase"]), row[column]
            self._exact[phrase.lower()] = code
            if not phrase.islower():
                self._capitals[phrase.lower()] = phrase
            self._folded.setdefault(fold(phrase), code)
            words = tuple(_singular(word) for word in TOKEN.findall(phrase.lower()))
            self._phrases.add(words)
            first, second = (*words, "")[:2]
            lengths = self._lengths.setdefault(first, {}).setdefault(second, [])
            if len(words) not in lengths:
                lengths.append(len(words))
                lengths.sort(reverse=True)

    def code(self, name: str) -> str | None:
        """The code of a wording, empty where it has none that fits, None where the wording is not known."""
        found = self._exact.get(name.lower())
        return self._folded.get(fold(name)) if found is None else found

    def written(self, name: str) -> bool:
        """Is a wording known in the very number that it has here? Chemical is not, chemicals are."""
        return name.lower() in self._exact

    def capitals(self, name: str) -> bool:
        """Is a wording written with a capital wherever it stands? Scotch whisky is, rye is not."""
        return self._capitals.get(name.lower(), "")[:1].isupper()

    def ends(self, tokens: Tokens) -> dict[int, int]:
        """Where the longest known phrase ends that begins at a token, for the tokens at which one does, in order."""
        words = list(map(_singular, tokens.lower))
        found = {}
        for at in [at for at, word in enumerate(words) if word in self._lengths]:
            seconds = self._lengths[words[at]]
            for length in (*seconds.get(words[at + 1], ()), *seconds.get("", ())):
                if length == 1 or tuple(words[at : at + length]) in self._phrases:
                    found[at] = at + length
                    break
        return found


@lru_cache(maxsize=1)
def goods_wordings() -> Wordings:
    """Wordings of goods with their chapter or heading of the Harmonized System of 2012."""
    return Wordings("goods", "hs_code")


@lru_cache(maxsize=1)
def sector_wordings() -> Wordings:
    """Wordings of sectors and fields with their section or division of ISIC Rev. 4."""
    return Wordings("sectors", "isic")
