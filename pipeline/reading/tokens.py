"""Tokens: the words, numbers and marks of a text, each with one class, lexicon phrases already joined."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .lexicon import TOKEN, Entry, Head, lexicon
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
    """The classes of words already met, so that each is worked out once; emptied when it has grown large.

    Empty for words that only their neighbours tell: heads of lexicon phrases, scale letters, words that open sentences.
    """

    def __missing__(self, word: str) -> str:
        if len(self) > _LARGEST_CACHE:
            self.clear()
        lex = lexicon()
        depends = word in lex.heads or word in _SCALE_LETTERS or (word[0].isupper() and word.lower() in lex.openers)
        self[word] = klass = "" if depends else _class_of_word(word, False, literals(), lex.openers)
        return klass


_CLASSES = _Classes()


def _longest(raw: list[str], position: int, heads: dict[str, Head]) -> tuple[int, Entry]:
    """How many tokens the longest phrase at a position has, and its entry; (1, no entry) where none begins."""
    head = heads.get(raw[position])
    if head is None:
        return 1, _NO_ENTRY
    if head.longer and position + 1 < len(raw):
        for rest, entry in head.longer.get(raw[position + 1], ()):
            if not rest or tuple(raw[position + 2 : position + 2 + len(rest)]) == rest:
                return 2 + len(rest), entry
    return 1, head.alone or _NO_ENTRY


def tokenise(view: str, spans: Sequence[tuple[int, int]]) -> Tokens:
    """The tokens of the sentences at `spans`, in one scan of the view; the longest lexicon phrase wins."""
    lex, small = lexicon(), literals()
    tokens = Tokens("", [], [], [], [], [])
    text_classes: list[str] = []
    for unit, (start, end) in enumerate(spans):
        found = [match.span() for match in TOKEN.finditer(view, start, end)]
        words = [view[at:stop] for at, stop in found]
        classes = [_CLASSES[word] for word in words]
        entries = [_NO_ENTRY] * len(words)
        ends = [stop for _, stop in found]
        gone: list[tuple[int, int]] = []  # tokens that a phrase has taken in
        after = 0
        for position in [position for position, klass in enumerate(classes) if not klass]:
            if position < after:
                continue
            word = words[position]
            length, entry = _longest(words, position, lex.heads)
            before = position - 1 if not gone or gone[-1][1] != position else gone[-1][0] - 1
            opens = position == 0 or classes[before] in _OPENERS or (position == 1 and words[0][0].isdecimal())
            klass = entry.klass or _class_of_word(word, opens, small, lex.openers)
            if klass == _MEASURE and not opens and word[0].isupper() and word[1:2].islower():
                klass = _PORTFOLIO  # "Minister of International Trade", not trade itself
            elif (
                word in _SCALE_LETTERS
                and position
                and ends[before] == found[position][0]
                and words[before][-1].isdecimal()
            ):
                klass = _SCALE
            classes[position], entries[position] = klass, entry
            after = position + length
            if length > 1:
                ends[position] = ends[after - 1]
                words[position] = view[found[position][0] : ends[position]]
                gone.append((position + 1, after))
        starts = [at for at, _ in found]
        for first, last in reversed(gone):
            del classes[first:last], starts[first:last], ends[first:last], words[first:last], entries[first:last]
        text_classes += [*classes, BOUNDARY]
        tokens.starts.extend([*starts, end])
        tokens.ends.extend([*ends, end])
        tokens.words.extend([*words, ""])
        tokens.entries.extend([*entries, _NO_ENTRY])
        tokens.units.extend([unit] * (len(classes) + 1))
    return tokens._replace(classes="".join(text_classes))
