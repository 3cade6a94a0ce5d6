"""The value of a number, as figures or in words: "4.453", "1,439", "two and a half", "thirty"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from .lexicon import Entry
from .patterns import class_of

_NUMWORD, _SCALE, _FRACTION = class_of("NUMWORD"), class_of("SCALE"), class_of("FRACTION")
_GROUPED = re.compile(
    r"\d{1,3}(?:,\d{2})*(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?: \d{3})+"
)  # 1 439, 1,439 and the Indian 12,34,567
_DIGITS = re.compile(r"\d+")
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_LETTERS = {"m": 10**6, "mn": 10**6, "b": 10**9, "bn": 10**9, "k": 10**3, "tn": 10**12}


@lru_cache(maxsize=4096)
def digits(word: str) -> Decimal | None:
    """The value of a number in figures, or None where it is not one (1,44)."""
    if _GROUPED.fullmatch(word):
        word = word.replace(",", "").replace(" ", "")
    return Decimal(word) if _PLAIN.fullmatch(word) else None


def value(tokens: Iterable[tuple[str, str, Entry]]) -> Decimal | None:
    """The value of a run of tokens (class, word, entry) such as `two and a half million`, or None if it has none.

    Hundreds multiply what stands before them, scales everything since the last one, and a scale right after another
    that one (lakh crore). A fraction after "and" is added, else it is a part of what stands before it, or of one:
    two and a half, three quarters, a quarter of a million.
    """
    total, scaled, current = Decimal(0), Decimal(0), Decimal(0)
    known = seen = added = False  # anything so far, anything since the last scale, an "and"
    for klass, word, entry in tokens:
        lower = word.lower()
        if klass == _NUMWORD:
            number = Decimal(entry.value)
            if lower in ("hundred", "dozen") and seen:
                current *= number
            else:
                current += number
            seen = True
        elif klass == _SCALE:
            scale = Decimal(entry.value or _LETTERS[lower])
            if scaled and not seen:
                scaled *= scale
            else:
                total, scaled = total + scaled, (current if seen else 1) * scale
            current, seen, known = Decimal(0), False, True
            continue
        elif klass == _FRACTION:
            part = 1 / Decimal(entry.value)
            current = current + part if added else current * part if seen else part
            seen = True
        elif word[0].isdecimal():
            number_or_none = digits(word)
            if number_or_none is None:
                return None
            current, seen = current + number_or_none, True
        added = added or lower == "and"
    return total + scaled + current if seen or known else None


def ordinal(tokens: Iterable[tuple[str, str, Entry]]) -> int:
    """The rank that an ordinal such as `second`, `3rd` or `twenty-first` states."""
    return sum(
        int(entry.value or digit[0]) for _, word, entry in tokens if (digit := _DIGITS.findall(word)) or entry.value
    )
