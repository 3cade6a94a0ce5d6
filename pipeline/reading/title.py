"""The line that is the title of a page: that which the trail of crumbs ends in, else that which sounds like one."""

from __future__ import annotations

import re

from .patterns import BOUNDARY, class_of
from .tokens import tokenise

_COUNTRY = class_of("COUNTRY")
_MARKS = (" > ", " » ", " / ", " | ", " → ", " › ")  # one of which a trail of crumbs has: far quicker to look for
_BETWEEN = re.compile(r" [>»/|→›] ")
_HOME = frozenset(("home", "homepage", "home page", "start", "main"))  # where a trail of two crumbs begins
_COLONS = re.compile(r"[^\d.:]+(?:: [^\d.:]+){3,}")  # a trail of crumbs between colons
_CRUMB_LENGTH = 80  # no crumb is longer: a mark amid prose makes no trail of it
_TITLE = re.compile(
    r"\b(?:relations|relationship|partnership|(?:country|background) (?:brief|note|profile)|fact ?sheet|bilateral)\b",
    re.IGNORECASE,
)
_OF_SECTION = re.compile(  # the heading of a section, which names no country, or the name of a department
    r"(?:department|ministry|government|embassy|high commission)\b.*"
    r"|(?:\d+\. *)?(?:(?:bilateral|political|economic|trade|commercial|foreign|diplomatic"
    r"|international|cultural|our|key|overview|relations|relationship|partnership|cooperation|and|of|the|&)\W*)+",
    re.IGNORECASE,
)
_PAIR = re.compile(r"[A-Z][\w' ]+(?: and (?:the )?| ?[-/] ?)[A-Z]")  # Norway and Laos


def crumbs_of(text: str) -> list[str]:
    """The crumbs of a trail or menu such as "Home > Countries > Norway"; none for a line that is neither."""
    if any(mark in text for mark in _MARKS):
        crumbs = _BETWEEN.split(text)
        if len(crumbs) == 2 and " / " in text and crumbs[0].casefold() not in _HOME:
            return []  # a name in two languages
    elif text.count(": ") >= 3 and _COLONS.fullmatch(text):
        crumbs = text.split(": ")
    else:
        return [""] if text in (">", "»", "|", "→", "›") else []
    return crumbs if max(map(len, crumbs)) <= _CRUMB_LENGTH and text[-1] not in ".!?" else []


def title_among(headings: list[int], lines: list[str]) -> int:
    """The number of the line that is the title, of the headings before the prose; 0 where there are none.

    In order: the heading that a trail of crumbs ends in or that begins with the end of the last trail; the longest
    that sounds like a title; the first that holds the end of the trail; the first pair of names; the last that is
    the name of a country; the last.
    """
    if not headings:
        return 0
    trails = [crumbs_of(line) for line in lines[: headings[-1]] if " | " not in line]
    ends = [crumbs[-1].casefold() for crumbs in trails if crumbs and crumbs[-1]]
    folded = {number: lines[number].casefold() for number in headings}
    told = [number for number in headings if folded[number] in ends]
    told += [number for number in headings if ends and folded[number].startswith(ends[-1])]
    if told:
        return told[0]
    proper = [number for number in headings if not _OF_SECTION.fullmatch(lines[number])]
    sounding = [number for number in proper if _TITLE.search(lines[number])]
    if sounding:
        return max(sounding, key=lambda number: (len(lines[number]), -number))
    named = [number for number in headings if ends and ends[-1] in folded[number]]
    named += [number for number in proper if _PAIR.match(lines[number])]
    if named:
        return named[0]
    return max((number for number in headings if _is_country(lines[number])), default=headings[-1])


def _is_country(line: str) -> bool:
    """Is a line the name of a country and nothing else?"""
    return tokenise(line, [(0, len(line))]).classes == _COUNTRY + BOUNDARY
