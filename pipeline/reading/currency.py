"""Whose money a sign or a word is: a sign that many countries share is that of the page's own country."""

from __future__ import annotations

from collections.abc import Mapping

from .measures import Pair

RULE = "currency-of-publisher"


def currency(sign: str, pair: Pair, known: Mapping[tuple[str, str], str]) -> tuple[str, str]:
    """The ISO 4217 code that a sign or word stands for, and the rule that concludes it, empty where it says so itself.

    A shared sign is the money of the country that published the page, else of the other one if only that has such
    money: £ on a page of Brazil and the United Kingdom. The code is empty where neither has.
    """
    if ("", sign) in known:
        return known["", sign], ""
    codes = [known.get((country.iso, sign), "") for country in (pair.reporter, pair.partner) if country]
    return next(filter(None, codes), ""), RULE
