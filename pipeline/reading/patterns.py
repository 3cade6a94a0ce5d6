"""A small language for rules over token classes: `day:DAY month:MONTH ,? year:YEAR` becomes a regular expression.

Every token of a text has a class, written as one character, so the classes of a whole text are one string and a rule
over tokens is an ordinary regular expression over that string. In a pattern a word in capitals names a class or a
union of classes, a word in small letters or a punctuation mark stands for itself, `name:` captures what follows it,
and ( ) | ? * + mean what they always mean.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

Prefix = tuple[str, ...]  # the character sets of the first two classes, or of one where the second may be any

BOUNDARY = "\n"  # between two sentences; no pattern can cross it

# One character for each class of tokens. Punctuation marks are classes of their own; small words that a pattern
# names get one from the private use area.
_CLASSES = {
    "DAY": "d",  # 1 to 31 in one or two digits
    "YEAR": "Y",  # 1500 to 2199 in four digits
    "NUM": "N",  # any other number in digits
    "TWODIGIT": "t",  # any other number in two digits, also 00
    "DOTTEDDATE": "x",  # 24.03.2011
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
    "BRAND": "CAPITAL GUARDED PORTFOLIO ACRONYM",  # may be named with a country: Tourism Ireland
    "GIVEN": "CAPITAL GUARDED PLACE",
}
_PUNCTUATION = ",.;:-()[]/'&*+=|>#\"!"
_literals: dict[str, str] = {}
_only_small: set[str] = set()


def class_of(name: str) -> str:
    """The character of a class named in capitals.

    Raises KeyError for a name that is no class.
    """
    return _CLASSES[name]


def classes_of(union: str) -> frozenset[str]:
    """The characters of the classes of a union named in capitals."""
    return frozenset(_CLASSES[part] for part in _UNIONS[union].split())


def literal(word: str, small: bool = False) -> str:
    """The character that stands for a small word or a punctuation mark, which is given one when first asked for.

    `small` says that the word is not meant with a capital within a sentence; that holds if every pattern says so.
    """
    if len(word) == 1 and word in _PUNCTUATION:
        return word
    if not small:
        _only_small.discard(word)
    elif word not in _literals:
        _only_small.add(word)
    return _literals.setdefault(word, chr(0xE000 + len(_literals)))


def literals() -> dict[str, str]:
    """All small words that patterns name, with their characters; complete once every rule module is imported."""
    return _literals


def only_small() -> set[str]:
    """The words among them that have their character only in small letters or where they open a sentence."""
    return _only_small


def _charset(name: str) -> str:
    if name == "WORD":  # any word in small letters, named by a pattern or not
        return "[wfujkAsveq\ue000-\uf8ff]"
    if name == "ANY":
        return "[\0-\x09\x0b-\U0010ffff]"
    return "[" + "".join(re.escape(_CLASSES[part]) for part in _UNIONS.get(name, name).split()) + "]"


def only(classes: str, telling: Callable[[int, str], bool]) -> str:
    """The classes with all sentences blank, so that no pattern matches there, but those that are telling.

    `telling` is asked with the number of each sentence and its classes.
    """
    sentences = enumerate(classes.split(BOUNDARY))
    return BOUNDARY.join([one if telling(number, one) else BOUNDARY * len(one) for number, one in sentences])


_ITEM = re.compile(
    r"(?:(?P<group>[a-z_]+):)?(?:(?P<name>[A-Z]{2,})|(?P<word>'s|[a-z]+)|(?P<mark>\\[()+*]|[^\sA-Za-z~^@{}\\]))(?P<times>\{[\d,]+\})?"
)


def compile_pattern(pattern: str, small: bool = False) -> tuple[str, tuple[str, ...]]:
    """The regular expression over class strings that a pattern stands for, as text, and its parts for `prefixes`.

    `small` is said of its words, see `literal`. Raises ValueError when the pattern names a class that does not
    exist or holds what is not of the language.
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
            matched = f"[{literal(item['word'], small)}]"
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
        if times:
            plain.append("*" if times.startswith("{0") else "+")
    if pattern[position:].strip():
        raise ValueError(f"{pattern!r}: cannot read {pattern[position:]!r}")
    return "".join(parts), tuple(plain)


def prefixes(parts: Iterable[str]) -> frozenset[Prefix]:
    """What a pattern can begin with, from its parts: one character set, or two in a row."""
    return frozenset(_prefixes(iter(parts)))


def beginning(prefixes: Iterable[Prefix]) -> re.Pattern[str]:
    """An expression that matches the first class wherever one of the prefixes may stand, and seldom elsewhere."""
    alone = {prefix[0] for prefix in prefixes if len(prefix) == 1}
    pairs = [prefix for prefix in prefixes if prefix[0] not in alone]
    paired = f"{_any_of(pair[0] for pair in pairs)}(?={_any_of(pair[1] for pair in pairs)})"
    return re.compile("|".join(([_any_of(alone)] if alone else []) + ([paired] if pairs else [])))


def _any_of(charsets: Iterable[str]) -> str:
    return "[" + "".join(sorted({charset[1:-1] for charset in charsets})) + "]"


def _prefixes(items: Iterator[str]) -> set[Prefix]:
    """The character sets, two at most, that what a pattern matches begins with; reads to its closing bracket."""
    branches: set[Prefix] = set()
    branch: set[Prefix] = {()}
    last: set[Prefix] = {()}  # of the item before, until we know how often it may stand
    for item in items:
        if item in "?*+":
            last = last | ({()} if item != "+" else set()) | (_joined(last, last) if item != "?" else set())
            continue
        branch, last = _joined(branch, last), {()}
        if item == ")":
            break
        if item == "|":
            branches, branch = branches | branch, {()}
        else:
            last = _prefixes(items) if item == "(" else {(item,)}
    return branches | _joined(branch, last)


def _joined(before: set[Prefix], after: set[Prefix]) -> set[Prefix]:
    """What begins with one and goes on with the other, cut to two."""
    if len(before) == 1 and () in before:
        return after
    if len(after) == 1 and () in after:
        return before
    firsts = {other[:1] for other in after} if () not in before else after
    full = {one for one in before if len(one) == 2}
    return full | {(one + other)[:2] for one in before - full for other in firsts}
