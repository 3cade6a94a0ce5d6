"""What a quantity is, and the numbers that spans of tokens state."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from .numerals import ordinal, value
from .tokens import Tokens

Span = tuple[int, int]


class Quantity(NamedTuple):
    """A quantity in the tokens `first` up to but not including `last`; its pieces are token spans, empty where absent.

    `number` is the bare number (with its sign), `value_to` the end of a range, `unit_span` the word or sign that gives
    the unit, `noun` the thing counted with its adjectives, `caption` the words above a table that give unit and scale.
    """

    first: int
    last: int
    kind: str
    rule: str
    value: Decimal
    value_to: Decimal | None
    unit: str
    comparator: str
    number: Span
    high: Span | None
    unit_span: Span | None
    qualifier: Span | None
    noun: Span | None
    caption: Span | None = None


def value_of(tokens: Tokens, span: Span) -> Decimal | None:
    """The value of the number in a span, or None where it has none."""
    return value((tokens.classes[at], tokens.words[at], tokens.entries[at]) for at in range(*span))


def ordinal_of(tokens: Tokens, span: Span) -> Decimal:
    """The rank that the ordinal in a span states."""
    return Decimal(ordinal((tokens.classes[at], tokens.words[at], tokens.entries[at]) for at in range(*span)))


def is_signed(tokens: Tokens, quantity: Quantity) -> bool:
    """Has a quantity a sign, which says that it is a change: "exports reached $3 million (+4%)", "$3 million, +4%"?"""
    at = quantity.first if tokens.words[quantity.first] == "-" else quantity.first - 1
    return tokens.words[at] in ("-", "+") and tokens.classes[at - 1] in "(,;"
