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
        self._lengths: dict[str, dict[str, list[int]]] = {}  # first word -> second -> lengths in tokens, longest first
        for row in rows(file):
            phrase, code = view_of(row["phrase"]), row[column]
            self._exact[phrase.lower()] = code
            if not phrase.islower():
                self._capitals[phrase.lower()] = phrase
            self._folded.setdefault(fold(phrase), code)
            words = TOKEN.findall(phrase)
            first, second = (_singular(word.lower()) for word in (*words, "")[:2])
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

    def end(self, tokens: Tokens, at: int, view: str) -> int:
        """Where the longest known phrase that begins at a token ends; `at` where none does."""
        seconds = self._lengths.get(_singular(tokens.lower[at]))
        if seconds is None:
            return at
        start, last = tokens.starts[at], len(tokens.words) - 1
        second = _singular(tokens.lower[at + 1])
        for length in (*seconds.get(second, ()), *seconds.get("", ())):
            end = at + length
            inside = end <= last and tokens.units[end - 1] == tokens.units[at] and tokens.words[end - 1][-1:].isalnum()
            if inside and self.code(" ".join(view[start : tokens.ends[end - 1]].split())) is not None:
                return end
        return at


@lru_cache(maxsize=1)
def goods_wordings() -> Wordings:
    """Wordings of goods with their chapter or heading of the Harmonized System of 2012."""
    return Wordings("goods", "hs_code")


@lru_cache(maxsize=1)
def sector_wordings() -> Wordings:
    """Wordings of sectors and fields with their section or division of ISIC Rev. 4."""
    return Wordings("sectors", "isic")
