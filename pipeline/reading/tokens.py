"""Tokens: the words, numbers and marks of a text, each with one class, lexicon phrases already joined."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .lexicon import TOKEN, Entry, lexicon
from .patterns import BOUNDARY, class_of, literals

_DAY, _YEAR, _NUM, _TWODIGIT, _NTH, _DECADE = map(class_of, ("DAY", "YEAR", "NUM", "TWODIGIT", "NTH", "DECADE"))
_SCALE, _ACRONYM, _CAPITAL, _LOWER, _OTHER = map(class_of, ("SCALE", "ACRONYM", "CAPITAL", "LOWER", "OTHER"))
_MEASURE, _PORTFOLIO = class_of("MEASURE"), class_of("PORTFOLIO")
_SCALE_LETTERS = frozenset(("m", "M", "b", "B", "bn", "Bn", "k", "K", "tn"))  # scales only where they touch a number
_OPENERS = frozenset('.:;!?*"' + class_of("OTHER"))  # what a capital follows for no other reason
_LARGEST_CACHE = 50_000
_NO_ENTRY = Entry("", None)


class Tokens(NamedTuple):
    """All tokens of a document in step: `classes[i]` is the class, `starts[i]` and `ends[i]` the offsets in the text.

    `words[i]` is the token in the view, `entries[i]` its lexicon entry, where it has one, and `units[i]` the number of
    its sentence. A token of class BOUNDARY, without length, stands between two sentences.
    """

    classes: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    entries: list[Entry]
    units: list[int]


def _class_of_number(word: str) -> str:
    if word.isdecimal():
        if len(word) <= 2:
            return _DAY if 1 <= int(word) <= 31 else _TWODIGIT if len(word) == 2 else _NUM
        return _YEAR if len(word) == 4 and "1500" <= word <= "2199" else _NUM
    return _DECADE if word[-1] == "s" else _NTH if word[-1].isalpha() else _NUM


def _class_of_word(word: str, opens: bool, small: dict[str, str], openers: frozenset[str]) -> str:
    known = small.get(word)
    if known:
        return known
    first = word[0]
    if first.isdecimal():
        return _class_of_number(word)
    if not first.isalpha():
        return word if len(word) == 1 and word.isascii() else _OTHER
    if first.islower():
        return _LOWER
    lower = word.lower()
    known = small.get(lower)
    if known:
        return known
    if opens and lower in openers:
        return _LOWER
    return _ACRONYM if len(word) > 1 and word.isupper() else _CAPITAL


class _Classes(dict[str, str]):
    """The classes of words already met, so that each is worked out once; emptied when it has grown large."""

    def __init__(self, opens: bool) -> None:
        super().__init__()
        self.opens = opens

    def __missing__(self, word: str) -> str:
        if len(self) > _LARGEST_CACHE:
            self.clear()
        self[word] = klass = _class_of_word(word, self.opens, literals(), lexicon().openers)
        return klass


_OPENING, _INSIDE = _Classes(opens=True), _Classes(opens=False)


def tokenise(view: str, spans: Sequence[tuple[int, int]]) -> Tokens:
    """The tokens of the sentences at `spans`, in one scan of the view; the longest lexicon phrase wins."""
    heads = lexicon().heads
    items: list[tuple[str, int, int, str, Entry, int]] = []
    for unit, (start, end) in enumerate(spans):
        found = [match.span() for match in TOKEN.finditer(view, start, end)]
        raw = [view[at:stop] for at, stop in found]
        after, known = 0, _OPENING
        for position, word in enumerate(raw):
            if position < after:
                continue
            at, stop = found[position]
            entry, after = _NO_ENTRY, position + 1
            if word in heads:
                for rest, candidate in heads[word]:
                    if not rest or tuple(raw[position + 1 : position + 1 + len(rest)]) == rest:
                        entry, after = candidate, position + 1 + len(rest)
                        break
            klass = entry.klass
            if not klass:
                klass = known[word]
                if (
                    len(word) <= 2
                    and word in _SCALE_LETTERS
                    and items
                    and items[-1][2] == at
                    and items[-1][3][-1:].isdecimal()
                ):
                    klass = _SCALE
            elif klass == _MEASURE and known is _INSIDE and word[1:2].islower() and word[0].isupper():
                klass = _PORTFOLIO  # "Minister of International Trade", not trade itself
            if after > position + 1:
                stop = found[after - 1][1]
                word = view[at:stop]
            known = _OPENING if klass in _OPENERS or (position == 0 and word[0].isdecimal()) else _INSIDE
            items.append((klass, at, stop, word, entry, unit))
        items.append((BOUNDARY, end, end, "", _NO_ENTRY, unit))
    classes, starts, ends, words, entries, units = map(list, zip(*items, strict=True))
    return Tokens("".join(classes), starts, ends, words, entries, units)
