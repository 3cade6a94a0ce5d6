"""A small language for rules over token classes: `day:DAY month:MONTH ,? year:YEAR` becomes a regular expression.

Every token of a text has a class, written as one character, so the classes of a whole text are one string and a rule
over tokens is an ordinary regular expression over that string. In a pattern a word in capitals names a class or a
union of classes, a word in small letters or a punctuation mark stands for itself, `name:` captures what follows it,
and ( ) | ? * + mean what they always mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

BOUNDARY = "\n"  # between two sentences; no pattern can cross it

# One character for each class of tokens. Punctuation marks are classes of their own; small words that a pattern
# names get one from the private use area.
_CLASSES = {
    "DAY": "d",  # 1 to 31 in one or two digits
    "YEAR": "Y",  # 1500 to 2199 in four digits
    "NUM": "N",  # any other number in digits
    "TWODIGIT": "t",  # any other number in two digits, also 00
    "FYMARK": "y",  # FY
    "NTH": "O",  # 3rd
    "DECADE": "D",  # 1990s
    "QUARTER": "Q",  # Q3
    "NUMWORD": "n",  # two, ninety, hundred, dozen
    "ORDWORD": "o",  # second
    "FRACTION": "h",  # half, third(s), quarter(s): also an ordinal in the singular
    "SCALE": "S",  # million, bn
    "PERCENT": "%",
    "SIGN": "C",  # $, US$, CAD
    "CURRENCY": "c",  # dollars
    "QUALIFIER": "A",  # more than, some
    "MONTH": "M",
    "SEASON": "s",
    "PARTOF": "e",  # early, mid, late
    "WEEKDAY": "W",
    "YEARWORD": "j",  # year
    "WEEKWORD": "k",  # week
    "UNITWORD": "u",  # month, day, years
    "MEASUREUNIT": "U",  # km, tonnes
    "MEASURE": "f",  # exports, direct investment
    "TRADEVERB": "v",  # exported, bought
    "SUPERLATIVE": "L",  # largest
    "COUNTRY": "G",
    "DEMONYM": "g",
    "REGION": "R",
    "REGIONAL": "r",  # African
    "PLACE": "P",
    "GUARDED": "p",  # a city whose name is a common word as well
    "BODY": "Z",  # an organisation, agreement, meeting or programme of the lexicon
    "HEAD": "H",  # a word that names begin or end with: Agreement, Summit, Ministry of
    "TITLE": "T",  # an office: Prime Minister
    "ROLE": "q",  # an office in small letters: foreign minister
    "HONORIFIC": "B",  # Mr., the Honourable
    "PORTFOLIO": "F",  # what a ministry is for: Foreign, Trade
    "PERSON": "I",  # a person's name, where names are one phrase each
    "WHEN": "E",  # a date, where dates are one phrase each
    "ACRONYM": "K",
    "CAPITAL": "X",  # any other word with a capital
    "LOWER": "w",
    "OTHER": "?",
}
_UNIONS = {
    "NUMBER": "DAY YEAR NUM TWODIGIT",
    "DAYNTH": "DAY NTH",
    "UNIT": "YEARWORD WEEKWORD UNITWORD",
    "TWODIGITS": "DAY TWODIGIT",
    "ORDINAL": "NTH ORDWORD FRACTION",
    "ATOM": "CAPITAL GUARDED PORTFOLIO ACRONYM HEAD COUNTRY DEMONYM REGION REGIONAL PLACE BODY",
    "FREE": "CAPITAL GUARDED PORTFOLIO ACRONYM",  # may carry a name on with "in the", "for", "and"
    "FIELDWORD": "PORTFOLIO HEAD COUNTRY DEMONYM REGION REGIONAL PLACE BODY",
    "GIVEN": "CAPITAL GUARDED PLACE",
}
_PUNCTUATION = ",.;:-()[]/'&*+=|>#\"!"
_literals: dict[str, str] = {}


def class_of(name: str) -> str:
    """The character of a class named in capitals.

    Raises KeyError for a name that is no class.
    """
    return _CLASSES[name]


def literal(word: str) -> str:
    """The character that stands for a small word or a punctuation mark, which is given one when first asked for."""
    if len(word) == 1 and word in _PUNCTUATION:
        return word
    return _literals.setdefault(word, chr(0xE000 + len(_literals)))


def literals() -> dict[str, str]:
    """All small words that patterns name, with their characters; complete once every rule module is imported."""
    return _literals


def _charset(name: str) -> str:
    if name == "WORD":  # any word in small letters, named by a pattern or not
        return "[wfujkAsveq\ue000-\uf8ff]"
    if name == "ANY":
        return "[^\n]"
    return "[" + "".join(re.escape(_CLASSES[part]) for part in _UNIONS.get(name, name).split()) + "]"


_ITEM = re.compile(
    r"(?:(?P<group>[a-z_]+):)?(?:(?P<name>[A-Z]{2,})|(?P<word>'s|[a-z]+)|(?P<mark>\\[()+*]|[^\sA-Za-z~^@{}\\]))(?P<times>\{[\d,]+\})?"
)


def compile_pattern(pattern: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The regular expression over class strings that a pattern stands for, and one for the class it can begin with.

    Raises ValueError when the pattern names a class that does not exist or holds what is not of the language.
    """
    parts: list[str] = []
    plain: list[str] = []  # the same without captures: character sets and ( ) | ? * +
    position = 0
    for item in _ITEM.finditer(pattern):
        if pattern[position : item.start()].strip():
            raise ValueError(f"{pattern!r}: cannot read {pattern[position : item.start()]!r}")
        position = item.end()
        if item["name"]:
            try:
                matched = _charset(item["name"])
            except KeyError:
                raise ValueError(f"{pattern!r}: no class {item['name']}") from None
        elif item["word"]:
            matched = f"[{literal(item['word'])}]"
        elif item["mark"] in "()|?*+":
            matched = item["mark"]
        else:
            matched = f"[{re.escape(literal(item['mark'].removeprefix(chr(92))))}]"
        plain.append(matched)
        if item["group"]:
            matched = f"(?P<{item['group']}>" + ("" if matched == "(" else matched + ")")
        elif matched == "(":
            matched = "(?:"
        times = item["times"] or ""
        parts.append(matched + times)
        if times.startswith("{0"):
            plain.append("?")
    if pattern[position:].strip():
        raise ValueError(f"{pattern!r}: cannot read {pattern[position:]!r}")
    begins, _ = _first(iter(plain))
    return re.compile("".join(parts)), re.compile("|".join(sorted(begins)))


def _first(items: Iterator[str]) -> tuple[set[str], bool]:
    """The character sets that a pattern can begin with, and whether it can be empty; reads to its closing bracket."""
    begins: set[str] = set()
    branch_open, any_empty = True, False  # has nothing of this branch been needed yet; can some branch be empty
    last: tuple[set[str], bool] | None = None  # the item before, until we know whether it may be left out

    def settle(optional: bool) -> None:
        nonlocal branch_open, last
        if last and branch_open:
            begins.update(last[0])
            branch_open = optional or last[1]
        last = None

    for item in items:
        if item in "?*+":
            settle(optional=item != "+")
            continue
        settle(optional=False)
        if item == ")":
            break
        if item == "|":
            any_empty, branch_open = any_empty or branch_open, True
        else:
            last = _first(items) if item == "(" else ({item}, False)
    settle(optional=False)
    return begins, any_empty or branch_open
