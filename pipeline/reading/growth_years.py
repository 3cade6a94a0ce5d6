"""The two years that a growth lies between, where the text states both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from .figure_dates import Dating
from .patterns import BOUNDARY
from .quantities import Quantity
from .tokens import Tokens
from .when import When

_RULE = "growth-between-years"
_COMPARED = 4  # tokens from a growth to the year that it is compared with: up 12 per cent from 2013
_OPENING = 4  # tokens of a comparison before its year: In comparison with
_TOLD = 3  # tokens from an amount to its year


def growth_years(dating: Dating, quantity: Quantity, unit: int, when: When | None) -> When | None:
    """The interval that a growth covers; None where fewer than two years of it are stated.

    Both are those of two amounts told before ("from $2 million in 2010 to $3 million in 2013, or by 50 per cent"), or
    the earlier is the one it is compared with, and `when` the other.
    """
    years = next(_compared(dating, quantity, unit, when), None) or _of_amounts(dating, quantity, unit)
    if years is None:
        return None
    earlier, later = years
    return replace(earlier, date=f"{earlier.date[:4]}/{_year(later)[-4:]}", date_to=later.date_to, rule=_RULE)


def _compared(dating: Dating, quantity: Quantity, unit: int, when: When | None) -> Iterator[tuple[When, When]]:
    """The year that a growth is compared with, right after it or for its whole sentence, and the year of the growth."""
    for earlier in dating.dates.get(unit, []) if when else []:
        if earlier.rule or earlier.first not in dating.compared:
            continue
        near = quantity.last <= earlier.first <= quantity.last + _COMPARED
        if (near or _is_of_sentence(dating.tokens, earlier)) and when and _is_before(earlier, when):
            yield earlier, when


def _is_of_sentence(tokens: Tokens, earlier: When) -> bool:
    """Is what a sentence opens or closes with a comparison: "Compared with 2012, …", "…, compared with 2012."?"""
    opens = tokens.classes.rfind(BOUNDARY, 0, earlier.first) + 1
    if tokens.classes[earlier.last] == "," and earlier.first - opens <= _OPENING:
        return True
    comma = tokens.classes.rfind(",", opens, earlier.first)
    return tokens.classes[earlier.last] in "." + BOUNDARY and 0 <= earlier.first - comma - 1 <= _OPENING and comma >= 0


def _of_amounts(dating: Dating, quantity: Quantity, unit: int) -> tuple[When, When] | None:
    """The years of the amounts after "from" and "to" before a growth in its sentence, or right after it."""
    told: dict[str, When] = {}
    for last, first in dating.sentences.ends.items():
        if dating.tokens.units[first] != unit or (first >= quantity.first and not _goes_on(dating.tokens, quantity)):
            continue
        near = (when for when in dating.dates.get(unit, []) if 0 <= when.first - last <= _TOLD)
        year = next(near, None)
        if year:
            told[dating.tokens.lower[first - 1]] = year
    if "from" in told and "to" in told and _is_before(told["from"], told["to"]):
        return told["from"], told["to"]
    return None


def _goes_on(tokens: Tokens, quantity: Quantity) -> bool:
    """Do the amounts of a growth follow it: rose by 50 per cent, from $2 million in 2010 to $3 million in 2013?"""
    after = tokens.lower[quantity.last : quantity.last + _OPENING + 1]
    return after[0] == "from" or any(pair == (",", "from") for pair in pairwise(after))


def _is_before(earlier: When, later: When) -> bool:
    """Are both years, or both fiscal years, one after the other?"""
    fiscal = earlier.precision == later.precision == "fiscal_year"
    years = len(earlier.date) == 4 == len(_year(later))
    return (years or fiscal) and earlier.date < _year(later)


def _year(when: When) -> str:
    """The date of a year, also where it is told by its last month: the year ended December 2012."""
    year = when.date[:4]
    return year if when.date == f"{year}-01/{year}-12" else when.date
