"""Tokens: the words, numbers and marks of a text, each with one class, lexicon phrases already joined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, compress
from operator import itemgetter, sub
from typing import NamedTuple

from .lexicon import TOKEN, Entry, lexicon
from .patterns import BOUNDARY, class_of, literals, only_small

_DAY, _YEAR, _NUM, _TWODIGIT, _NTH, _DECADE = map(class_of, ("DAY", "YEAR", "NUM", "TWODIGIT", "NTH", "DECADE"))
_DOTTED_DATE = class_of("DOTTEDDATE")
_SCALE, _ACRONYM, _CAPITAL, _LOWER, _OTHER = map(class_of, ("SCALE", "ACRONYM", "CAPITAL", "LOWER", "OTHER"))
_MEASURE, _PORTFOLIO, _SIGN = class_of("MEASURE"), class_of("PORTFOLIO"), class_of("SIGN")
_SCALE_LETTERS = frozenset(
    ("m", "M", "b", "B", "bn", "Bn", "k", "K", "tn")
)  # scales only where they touch a number or sign
_OPENERS = frozenset(BOUNDARY + '.:;!?*"' + class_of("OTHER"))  # what a capital follows for no other reason
_OF_HEADINGS = ("Exports", "Imports")  # measures with a capital too: "Main Exports to Norway", which no ministry is of
_LARGEST_CACHE = 50_000
_DOTTED = re.compile(r"[0-3]?\d\.[01]?\d\.(?:19|20)\d\d")  # the day first, as all who use full stops write it
_NO_ENTRY = Entry("", None)
_PIECE = re.compile(rf"[^\S{BOUNDARY}]*(?:{TOKEN.pattern}|{BOUNDARY})")  # a token with the white space before it


class Tokens(NamedTuple):
    """All tokens of a document in step: `classes[i]` is the class, `starts[i]` and `ends[i]` the offsets in the text.

    `words[i]` is the token in the view, `lower[i]` the same in small letters, `entries[i]` its lexicon entry, where it
    has one, and `units[i]` the number of its sentence. A token of class BOUNDARY, without length, stands behind each
    sentence; `opens[n]` is the first token of sentence n, and of one more that would follow the last.
    """

    classes: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    lower: list[str]
    entries: list[Entry]
    units: list[int]
    opens: list[int]

    def span_of(self, unit: int) -> tuple[int, int]:
        """The first token of a sentence, and the BOUNDARY behind it."""
        return self.opens[unit], self.opens[unit + 1] - 1


def _class_of_number(word: str) -> str:
    if word.isdecimal():
        if len(word) <= 2:
            return _DAY if 1 <= int(word) <= 31 else _TWODIGIT if len(word) == 2 else _NUM
        return _YEAR if len(word) == 4 and "1500" <= word <= "2199" else _NUM
    if _DOTTED.fullmatch(word):
        return _DOTTED_DATE
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
    in_name = not opens and (lower not in lexicon().function_words or lower in only_small())  # a Support Programme
    known = None if in_name else small.get(lower)
    if known:
        return known
    if opens and lower in openers:
        return _LOWER
    return _ACRONYM if len(word) > 1 and word.isupper() else _CAPITAL


class _Word(NamedTuple):
    """A word met before: its class within a sentence and where it opens one, its entry, the phrases it begins.

    `settled` is the class where nothing around the word can change it, else empty.
    """

    word: str
    lower: str
    settled: str
    entry: Entry
    within: str
    opening: str
    longer: dict[str, list[tuple[tuple[str, ...], Entry]]]


class _Words(dict[str, _Word]):
    """The words already met, by the piece of text each was found in, so that each is looked into once.

    Emptied when it has grown large.
    """

    def __missing__(self, piece: str) -> _Word:
        if len(self) > _LARGEST_CACHE:
            self.clear()
        self[piece] = known = _look_into(piece.lstrip())
        return known


def _look_into(word: str) -> _Word:
    if not word:
        return _Word("", "", BOUNDARY, _NO_ENTRY, BOUNDARY, BOUNDARY, {})
    lex, small = lexicon(), literals()
    head = lex.heads.get(word)
    entry = (head and head.alone) or _NO_ENTRY
    letter = entry.klass == _SIGN and len(word) == 1 and word.isalpha()  # money only right before an amount
    entry = _NO_ENTRY if letter else entry
    longer = head.longer if head else {}
    opening = entry.klass or _class_of_word(word, True, small, lex.openers)
    within = _within(word, entry) or _class_of_word(word, False, small, lex.openers)
    settled = "" if longer or letter or opening != within or word in _SCALE_LETTERS else within
    return _Word(word, word.lower(), settled, entry, within, opening, longer)


def _within(first: str, entry: Entry) -> str:
    """The class that an entry gives a phrase within a sentence: "Minister of International Trade", not trade itself."""
    named = entry.klass == _MEASURE and first[0].isupper() and first[1:2].islower() and first not in _OF_HEADINGS
    return _PORTFOLIO if named else entry.klass


def _is_amount(number: str, after: _Word) -> bool:
    """Is a number an amount of money by its looks alone: 4.1 billion, 5m and 1,250,000, but not the 4 of a road N4?"""
    grouped = "," in number or " " in number
    return grouped or after.within == _SCALE or after.word in _SCALE_LETTERS


_WORDS = _Words()
_WORD, _LOWER_WORD, _SETTLED, _ENTRY = map(itemgetter, range(4))  # of a `_Word`


def tokenise(view: str, spans: Sequence[tuple[int, int]]) -> Tokens:
    """The tokens of the sentences at `spans`, between which is only white space; the longest lexicon phrase wins."""
    line, stops = view.replace(BOUNDARY, " "), [end for _, end in spans]
    pieces = _PIECE.findall("".join([line[at:end] + BOUNDARY for at, end in zip([0, *stops], stops, strict=False)]))
    known = list(map(_WORDS.__getitem__, pieces))
    words, lower = list(map(_WORD, known)), list(map(_LOWER_WORD, known))
    classes, entries = list(map(_SETTLED, known)), list(map(_ENTRY, known))
    at = -1
    for _ in stops:
        at = words.index("", at + 1)
        pieces[at] = pieces[at][:-1]  # the mark of a boundary is not in the view
    ends = list(accumulate(map(len, pieces)))
    starts = list(map(sub, ends, map(len, words)))
    kept = bytearray(b"\1") * len(words)  # 0 for tokens that a phrase has taken in
    phrase = after = -1  # the last phrase found
    for at in [at for at, klass in enumerate(classes) if not klass]:
        if at < after:
            continue
        word, _, _, entry, within, opening, longer = known[at]
        phrases = longer.get(words[at + 1], ())
        if len(word) == 1 and word.isupper() and words[at + 1][:1].isdecimal() and starts[at + 1] == ends[at]:
            sign = lexicon().heads[word].alone if word in lexicon().heads else None
            if sign and sign.klass == _SIGN and not phrases and _is_amount(words[at + 1], known[at + 2]):
                classes[at], entries[at] = _SIGN, sign
                continue
        if not phrases and within == opening and word not in _SCALE_LETTERS:
            classes[at] = within
            continue
        before = phrase if after == at else at - 1  # of the first token this is the last, a boundary as well
        for rest, entry_of_phrase in phrases:
            if not rest or tuple(words[at + 2 : at + 2 + len(rest)]) == rest:
                phrase, after, entry = at, at + 2 + len(rest), entry_of_phrase
                within, opening = _within(word, entry), entry.klass
                kept[at + 1 : after] = bytes(after - at - 1)
                ends[at] = ends[after - 1]
                words[at] = line[starts[at] : ends[at]]
                lower[at] = words[at].lower()
                break
        entries[at] = entry
        touches = word in _SCALE_LETTERS and ends[before] == starts[at]
        if touches and (words[before][-1:].isdecimal() or classes[before] == _SIGN):
            classes[at] = _SCALE
        elif within == opening:
            classes[at] = within
        else:
            numbered = classes[at - 2] == BOUNDARY and words[at - 1][:1].isdecimal()
            classes[at] = opening if numbered or classes[before] in _OPENERS else within
    row = "".join(compress(classes, kept))
    units: list[int] = []
    opens = [0]
    for unit, sentence in enumerate(row.split(BOUNDARY)[:-1]):
        units += [unit] * (len(sentence) + 1)
        opens.append(len(units))
    return Tokens(
        row,
        list(compress(starts, kept)),
        list(compress(ends, kept)),
        list(compress(words, kept)),
        list(compress(lower, kept)),
        list(compress(entries, kept)),
        units,
        opens,
    )
