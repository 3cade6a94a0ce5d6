"""The lines of a text, and the blocks that wrapped lines make: what a line is by its looks alone."""

from __future__ import annotations

import re
from typing import NamedTuple


class Block(NamedTuple):
    """One line, or several that one wrapped paragraph was broken into, with its text in the view."""

    start: int
    end: int
    text: str


_LINE = re.compile(r"[^\n]*[^\s][^\n]*")
BULLET = re.compile(r"(?:[•●▪◦·*+o]|-(?!\d)|[a-z]\)|\(?(?:\d{1,2}|[ivx]{1,4})[.)])(?=\s|$)")
_MONTHS = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATE = (
    rf"(?:(?:\d{{1,2}} )?{_MONTHS}(?: \d{{1,2}})?,? \d{{4}}"  # 9 April 2013, April 9, 2013, April 2013
    r"|\d{4}-\d{2}(?:-\d{2})?|\d{1,2}/\d{1,2}/\d{4}|\d{1,2}\.\d{1,2}\.\d{4})"  # 2013-04-09, 9/4/2013, 9.4.2013
)
_DATE_LABEL = (
    r"(?:(?:(?:date|last|first|page|content|this|was) ){0,4}"  # This page was last
    r"(?:modified|modification|updated?|reviewed|published|posted|issued|as of|date)[^.:\d]{0,12}:?)"  # updated on:
)
_TIME = r"(?:\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: \([^)\d]{1,20}\))?,? )?"  # Last updated at 11:42 (UK time)
_PLACE = r"[^\W\d]+, (?=\d)"  # Brussels, 11/06/2019
_AFTER_DATE = (
    r"(?:,? ?[-|]? ?(?:\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?"  # 11/06/2019 - 14:20
    r"|unique id:? \w+|article|press release|news|see all updates)){0,3}"  # 18.05.2020 - Article
)
DATELINE = re.compile(
    rf"(?:{_DATE_LABEL} *(?:{_TIME}{_DATE}{_AFTER_DATE})?|(?:{_PLACE})?{_DATE}{_AFTER_DATE})", re.IGNORECASE
)
PROSE_LENGTH = 60  # a line as long as this is prose, or the first line of a wrapped paragraph
_WRAPPED = 100  # a line longer than this was not wrapped by hand
_LABEL_LENGTH, _LONG_VALUE = 80, 45
LABEL = re.compile(r"[^\W\d][^.:\n]{0,40}?(?::\s|--)")  # Area: 20 sq km, Imports (2012)--$3 million
_SENTENCE_END = re.compile(r"(?:\)|[a-z]{3})\. ")  # and no "No. of"


def blocks_of(view: str) -> list[Block]:
    """The lines of the text, lines that one paragraph was wrapped into joined."""
    blocks: list[Block] = []
    last_raw_end = -1
    for match in _LINE.finditer(view):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        stripped = view[start:end]
        if blocks and start and view.count("\n", last_raw_end, match.start()) == 1:
            before = blocks[-1]
            tail = before.text.rpartition("\n")[2].strip()
            # Amid a sentence no label begins, and no item after one that ends in ";".
            small = stripped[0].islower() or (stripped[0].isdecimal() and not labelled(stripped))
            within = small or "\n" in before.text  # the paragraph has been wrapped before
            wraps = len(tail) >= PROSE_LENGTH and (
                tail[-1] not in ".!?:;" or (len(tail) <= _WRAPPED and (tail[-1] == "." or (tail[-1] == ";" and within)))
            )
            apart = not small and (labelled(stripped) or _whole_label(tail))
            # A short line set out from an indented list is none of its items, and heads what comes: "To Australia".
            out = not within and start == match.start() and view[before.start - 1] in " \t" and stripped[-1] != "."
            apart = apart or (out and len(stripped) < PROSE_LENGTH and BULLET.match(before.text) is not None)
            alone = apart or BULLET.match(stripped) or DATELINE.fullmatch(stripped)
            if wraps and not alone:
                blocks[-1] = Block(before.start, end, view[before.start : end])
                last_raw_end = match.end()
                continue
        blocks.append(Block(start, end, stripped))
        last_raw_end = match.end()
    return blocks


def _whole_label(text: str) -> bool:
    """Is this a label with all of its value, and not one whose value goes on in the next line?"""
    return labelled(text) and text[-1] != "," and len(text.partition(":")[2]) < _LONG_VALUE


def labelled(text: str) -> bool:
    """Is this a label with its value, such as "Exports from Canada (2015): $412.6 million"?"""
    label, colon, value = text.partition(":")
    closed = len(label) <= _LABEL_LENGTH and label.count("(") == label.count(")") and not _SENTENCE_END.search(label)
    return bool(colon and closed and value.strip() and any(character.isdecimal() for character in text))
