"""What a figure states of its measure: a level, how it grew, what part it is, a balance or a target."""

from __future__ import annotations

import re

_GROWTH = re.compile(
    r"\b(?:grew|grow|grown|[Gg]rowth|[Gg]rowing|increase[ds]?|increasing|rose|risen|rise|rising|expand(?:ed|ing)?|climb(?:ed|ing)|"
    r"fell|fallen|fall|falling|declin(?:ed?|ing)|slip(?:ped|ping)|dropp(?:ed|ing)|decreas(?:ed?|ing)|"
    r"shrank|shrunk|shrinking|contract(?:ed|ing)|slump(?:ed|ing)|plunged|tumbled|plummeted|dipped|soared|swelled|"
    r"(?<!ma[dk]e )(?<!makes )(?<!making )up|down|averaged|doubled|tripled|jump(?:ed|ing)|surg(?:ed|ing))\b"
)
_FALL = re.compile(
    r"\b(?:fell|fallen|falling|fall of|declin(?:ed?|ing)|slip(?:ped|ping)|dropp(?:ed|ing)|decreas(?:ed?|ing)|"
    r"shrank|shrunk|shrinking|contract(?:ed|ing)|slump(?:ed|ing)|plunged|tumbled|plummeted|dipped|down(?! from))"
    r"\b[^;,]*$"
)
_GROWTH_TO = re.compile(r"\bgrowth\b[^;,]*\bto\W*$", re.IGNORECASE)  # the growth itself fell, and is still one
_GREW_AFTER = re.compile(r"\s*(?:more|higher|growth|increase|rise|up(?= on| from|,|\.))\b")
_FELL_AFTER = re.compile(r"\s*(?:lower|fewer|less|decrease|decline|fall|drop|reduction|down(?= on| from|,|\.))\b")
_SHARE = re.compile(
    r"\b(?:account(?:s|ed|ing)? for|ma[dk]e?s? up|making up|represent(?:s|ed|ing)?|compris\w+)(?:\W+\w+){0,2}\W*$"
)
_SHARE_OF = re.compile(r"\bshare (?:of|in)\b[^;]*(?<!\bby)$")  # a share rose to 5 per cent, not by
_TARGET = re.compile(r"\b(?:target|goal|aim(?:s|ed|ing)?|objective) (?:of|(?:is )?to)\b[^;,]*$")
_OF_TOLD = re.compile(  # a target that names no other thing than what was told before
    r"\b(?:target|goal|objective) (?:of(?: reaching)?|(?:is )?to reach)$"
    r"|\b(?:raise|increase|bring|lift|boost|expand) (?:this|it|that)(?: \w+)? to$"
)
_BALANCE = re.compile(r"\b(?:deficit|surplus|[Bb]alance)\b")
_OF_STATE = re.compile(
    r"\b(?:budget|fiscal|current.account|payments|primary) (?:deficit|surplus|balance)|\bof payments\b", re.IGNORECASE
)
_NEAR = 40  # characters before an amount that say that it is a balance


def has_grown(clause: str) -> bool:
    """Do the words before a percentage say that something grew or fell?"""
    return _GROWTH.search(clause) is not None


def change(clause: str, view: str, end: int) -> int:
    """1 where a percentage that ends at `end` of the view says how something grew, -1 where it fell, 0 for a share."""
    fell = _FELL_AFTER.match(view, end)
    part = _SHARE.search(clause) or _SHARE_OF.search(clause)
    if not (fell or _GREW_AFTER.match(view, end) or (_GROWTH.search(clause) and not part)):
        return 0
    return -1 if fell or (_FALL.search(clause) and not _GROWTH_TO.search(clause)) else 1


def aims(before: str) -> bool:
    """Do the words before an amount say that it is a target?"""
    return _TARGET.search(before) is not None


def aims_at_told(before: str) -> bool:
    """Is an amount a target for what was told before, since it names nothing of its own: a goal of $3 million?"""
    return _OF_TOLD.search(before) is not None


def of_trade(before: str) -> bool:
    """Is a balance one of trade, and not of a budget or of payments?"""
    return _OF_STATE.search(before[-_NEAR:]) is None


def statistic_of_money(before: str, clause: str) -> str:
    """Is an amount a balance, a target or the level itself?"""
    return "balance" if _BALANCE.search(before[-_NEAR:]) else "target" if aims(clause) else "level"
