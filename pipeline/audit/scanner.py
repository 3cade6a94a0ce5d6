"""Everything in a text that could be a value, found by a scanner that is made to find too much.

It shares no pattern and no word list with the reading, or it would miss what the reading misses: what a letter case, a
digit, a money sign or one of the words below gives away is a candidate, whatever it may mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

Candidate = tuple[int, int, str]  # start, end and kind, one of the closed list of the table coverage

_ONES = "one two three four five six seven eight nine ten eleven twelve"
_TEENS = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SCALES = "hundred thousand million billion trillion dozen score"
_PARTS = "half halves thirds quarters twice double doubled doubles doubling triple tripled triples tripling quadrupled"
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth "
    "ninetieth hundredth thousandth"
)
_MONTHS = "January February March April May June July August September October November December"
_SHORT_MONTHS = "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"

_VAGUE = "several few many numerous countless couple dozens scores hundreds thousands millions billions"

VAGUE = frozenset(_VAGUE.split())
_KINDS = {
    **dict.fromkeys(f"{_MONTHS} {_SHORT_MONTHS}".lower().split(), "date"),
    **dict.fromkeys(_ORDINALS.split(), "ordinal"),
    **dict.fromkeys(f"{_ONES} {_TEENS} {_TENS} {_SCALES} {_PARTS} {_VAGUE}".split(), "number_word"),
}

_CAPITALS = "".join(letter for letter in map(chr, range(0x530)) if letter.isupper())
_SIGNS = "$€£¥₹₩₪₦₱₴₫฿¢"
_SCALED = "(?:[ \u00a0-]?(?:(?:m|b|tr)illion|thousand|hundred|bn|mn|tn)(?![a-z])|[mkMBK]\\b)?"
_DIGITS = r"\d+(?:[.,'’]\d+)*"
_PART = rf"\w*(?:(?:['’](?!s\b|\W)|\.(?=[{_CAPITALS}]\b)|&)\w+)*"  # O’Brien, U.S, R&D; but no possessive
# What its first character gives away. That one is matched as a class and told apart afterwards, because a pattern that
# starts with a class of characters passes quickly over all others.
_SHOWN = re.compile(
    rf"[{_CAPITALS}0-9{_SIGNS}](?:"
    rf"(?<=[0-9])(?P<number>\d*(?:[.,'’]\d+)*(?:(?:st|nd|rd|th)\b|{_SCALED}))"
    rf"|(?<=[{_SIGNS}])(?P<money>(?:[ \u00a0]?{_DIGITS}{_SCALED})?)"
    rf"|(?P<coded>[A-Z]{{0,3}}[{_SIGNS}](?:[ \u00a0]?{_DIGITS}{_SCALED})?)"
    rf"|{_PART}(?:(?:[ \u00a0]+|[‐‑–-])[{_CAPITALS}]{_PART})*)"
)
_HYPHEN = re.compile("[‐‑–-]")
WORD = re.compile(rf"[{_CAPITALS}]{_PART}")
_SUFFIXES = ("st", "nd", "rd", "th")
_YEAR = re.compile(r"(?:1[5-9]|2[01])\d\d")


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words: quicker than trying each at every place."""
    grouped = groupby(sorted(words), key=lambda word: word[0])
    return "|".join(
        f"{first}(?:{'|'.join(sorted((word[1:] for word in group), reverse=True))})" for first, group in grouped
    )


# After anything but a letter or a digit; a capital first letter is found as such.
_COUNTED = re.compile(rf"[^0-9A-Za-z_](?:{any_of(word for word, kind in _KINDS.items() if kind != 'date')})(?!\w)")


def scan(text: str) -> list[Candidate]:
    """All candidates of a text in its order, none overlapping."""
    found: list[Candidate] = []
    scaled: set[int] = set()  # where sums and numbers end, some of them with a word such as "million"
    for match in _SHOWN.finditer(text):
        start, end = match.span()
        quote = match.group()
        if match.lastgroup is None:
            if quote.isalpha():
                found.append((start, end, _KINDS.get(quote.lower(), "name")))
            elif _KINDS.keys().isdisjoint(_HYPHEN.sub(" ", quote.lower()).split()):
                found.append((start, end, "name"))
            else:
                found += _cut(quote, start)
            continue
        scaled.add(end)
        kind = "money"
        if match.lastgroup == "number":
            kind = "ordinal" if quote[-2:] in _SUFFIXES else "date" if _YEAR.fullmatch(quote) else "number"
        found.append((start, end, kind))
    for match in _COUNTED.finditer(f" {text}"):
        start, end = match.start(), match.end() - 1  # without the character before, in the text itself
        if end not in scaled:
            found.append((start, end, _KINDS[text[start:end]]))
    found.sort()
    return found


def _cut(run: str, start: int) -> list[Candidate]:
    """The candidates in a run of words with capital letters, cut where one of them is a month or counts."""
    found: list[Candidate] = []
    for match in WORD.finditer(run):
        first, last = start + match.start(), start + match.end()
        kind = _KINDS.get(match.group().lower(), "name")
        if kind == "name" and found and found[-1][2] == "name":
            found[-1] = (found[-1][0], last, kind)
        else:
            found.append((first, last, kind))
    return found
