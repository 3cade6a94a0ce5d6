"""Acronyms in brackets and the long names that they stand for, those among them that no rule for names finds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .lexicon import lexicon
from .name import Name
from .patterns import class_of, classes_of
from .tokens import Tokens

_BODY, _HEAD, _TITLE, _COUNTRY = map(class_of, ("BODY", "HEAD", "TITLE", "COUNTRY"))
_PARTS = classes_of("ATOM") | {"-", "&"}  # what a name goes on with to the left
_STOPS = frozenset('\n.;:()"!?')
_WORD = re.compile(r"[^\W_]+")
_LONGEST, _REACH = 12, 16  # letters of an acronym; tokens that its long form may have
_SMALL = frozenset(("of", "for", "and", "the", "in", "on", "to", "with", "de", "da", "du", "des", "la"))
_PROGRAMMES = frozenset(("program", "programme", "scheme", "initiative", "project"))
# What long names without a word such as "Programme" are named for where they are one.
_ACTIVITIES = frozenset((
    "Training", "Exchange", "Exchanges", "Assistance", "Financing", "Support", "Cooperation", "Internship",
    "Internships", "Mobility", "Education", "Placements", "Monitoring", "Development",
))  # fmt: skip


class Definition(NamedTuple):
    """A long name and the acronym in the brackets behind it; `long` may be part of a longer name in the text."""

    long: Name
    acronym: Name


def definitions(tokens: Tokens, found: list[Name]) -> Iterator[Definition]:
    """The acronyms that the text defines, with what they stand for.

    A long form in small letters, as in "an investment protection agreement (IPA)", is no name, but its acronym is.
    """
    ends = {name.last: name for name in found if name.last - name.first > 1 or tokens.classes[name.first] == _BODY}
    heads = lexicon().heads
    last = tokens.classes.find("(")
    while last > 0:
        close = tokens.classes.find(")", last, last + 5)
        short = "".join(tokens.words[last + 1 : close]) if close > 0 else ""
        if sum(letter.isupper() for letter in short) >= 2 and " " not in short and len(short) <= _LONGEST:
            long = _long(tokens, found, ends.get(last), last, close, short)
            head = heads.get(tokens.words[last - 1].capitalize()) if tokens.words[last - 1].islower() else None
            kind = head.alone.value if head and head.alone and head.alone.klass == _HEAD else ""
            if long:
                yield Definition(long, Name(last + 1, close, long.kind, "acronym", long.entity))
            elif kind:
                acronym = Name(last + 1, close, kind, "acronym")
                yield Definition(acronym, acronym)
        last = tokens.classes.find("(", last + 1)


def _long(tokens: Tokens, found: list[Name], name: Name | None, last: int, close: int, short: str) -> Name | None:
    """What an acronym stands for: the name before the bracket, or the words whose initials it has."""
    if name and (name.entity or name.kind != "meeting"):
        return name
    first = _spelled(tokens, last, short)
    if name:  # "the Summit of the Conference on … (CICA)": the Conference, if it has the letters
        within = first is not None and first > name.first and _head_in(tokens, first, last)
        return _named(tokens, first, last, close) if within and first is not None else name
    if first is None or not tokens.words[first][0].isupper():
        return None
    while tokens.classes[first - 1] in _PARTS and not _is_object(tokens, first - 1):
        first -= 1
    begun = [other.first for other in found if other.first < first < other.last and other.kind != "person"]
    first += tokens.classes[first] in "-&"
    if _TITLE in tokens.classes[first:last]:
        return None  # "Cabinet Secretary (CS)" is an office
    return _named(tokens, min([first, *begun]), last, close)


def _spelled(tokens: Tokens, last: int, short: str) -> int | None:
    """The first token of the words before `last` whose initials are the letters of an acronym, from its end.

    After Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text" (2003),
    with initials alone: small words may be left out, and half as many others as there are letters.
    """
    letters = [letter for letter in short.upper() if letter.isalpha()]
    words: list[tuple[str, int]] = []  # from the end
    for at in range(last - 1, max(last - _REACH, 0) - 1, -1):
        if tokens.classes[at] in _STOPS:
            break
        if tokens.lower[at].islower() and tokens.words[at].islower() and tokens.words[at] not in _SMALL:
            break
        words += [(word, at) for word in reversed(_WORD.findall(tokens.words[at]))]

    def match(word: int, letter: int, skipped: int) -> int | None:
        if letter < 0:
            return words[word - 1][1]
        if word == len(words):
            return None
        initial = words[word][0][0]
        fits, small = initial.upper() == letters[letter], not initial.isupper()
        ways = [(letter, skipped)] if small else []
        ways += [(letter - 1, skipped)] if fits else []
        ways += [(letter, skipped + 1)] if not small and not fits and skipped < len(letters) // 2 else []
        return next((first for way in ways if (first := match(word + 1, *way)) is not None), None)

    return match(0, len(letters) - 1, 0)


def _is_object(tokens: Tokens, at: int) -> bool:
    """Is a country what a verb right before it is done to: granted Peru Most Favoured Status?"""
    before = tokens.words[at - 1]
    return tokens.classes[at] == _COUNTRY and before.islower() and before not in _SMALL


def _head_in(tokens: Tokens, first: int, last: int) -> bool:
    return not {_HEAD, _BODY}.isdisjoint(tokens.classes[first:last])


def _head_word(tokens: Tokens, first: int, last: int) -> str:
    """The word that the rest of a long name goes with: the last before "of", "for" and the like."""
    small = (
        at for at in range(first + 1, last) if tokens.words[at] in _SMALL and tokens.words[at] not in ("and", "the")
    )
    return tokens.words[next(small, last) - 1]


def _named(tokens: Tokens, first: int, last: int, close: int) -> Name:
    """The long name of these tokens, its kind that of its last head word, or of a word such as "scheme" behind it."""
    entity = tokens.entries[first].value if last - first == 1 and tokens.classes[first] == _BODY else None
    if entity:
        return Name(first, last, entity.kind, "name", entity)
    kinds = [tokens.entries[at].value for at in range(first, last) if tokens.classes[at] == _HEAD]
    if tokens.lower[close + 1] in _PROGRAMMES:
        kinds = ["programme"]
    elif tokens.classes[first] == _HEAD:
        kinds = kinds[:1]
    elif not kinds and _head_word(tokens, first, last) in _ACTIVITIES:
        kinds = ["programme"]
    return Name(first, last, kinds[-1] if kinds and kinds[-1] != "institution" else "organisation", "name")
