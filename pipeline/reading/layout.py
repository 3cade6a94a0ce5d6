"""What stands where: the text cut into units (sentences, headings, list items, furniture), nothing left over."""

from __future__ import annotations

import itertools
import re
from typing import NamedTuple

from sentencex import get_sentence_boundaries

from .document import Document


class Unit(NamedTuple):
    """A stretch of the text without outer white space; `paragraph` numbers the line or wrapped block it stands in."""

    kind: str
    paragraph: int
    start: int
    end: int


class _Block(NamedTuple):
    """One line, or several that one wrapped paragraph was broken into; `lines` are the spans of its lines."""

    start: int
    end: int
    text: str


_LINE = re.compile(r"[^\n]*[^\s][^\n]*")
_BULLET = re.compile(r"(?:[•●▪◦·*+]|-(?!\d)|[a-z]\)|\(?(?:\d{1,2}|[ivx]{1,4})[.)])(?=\s|$)")
_MONTHS = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATE = (
    rf"(?:(?:\d{{1,2}} )?{_MONTHS}(?: \d{{1,2}})?,? \d{{4}}"  # 9 April 2013, April 9, 2013, April 2013
    r"|\d{4}-\d{2}(?:-\d{2})?|\d{1,2}/\d{1,2}/\d{4}|\d{1,2}\.\d{1,2}\.\d{4})"  # 2013-04-09, 9/4/2013, 9.4.2013
)
_DATE_LABEL = (
    r"(?:(?:(?:date|last|page|content|this|was) ){0,4}"  # This page was last
    r"(?:modified|updated|reviewed|published|posted|issued|as of|date)[^.:\d]{0,12}:?)"  # updated on:
)
_DATELINE = re.compile(rf"(?:{_DATE_LABEL} *{_DATE}?|{_DATE})", re.IGNORECASE)
_CRUMB = re.compile(r"\S.* [>»/|] \S|^[>»|]$")
_CRUMB_MARKS = (" > ", " » ", " / ", " | ")  # one of which a trail of crumbs has: far quicker to look for
_NAVIGATION = re.compile(
    r"(?:skip to|language selection|fran[cç]ais$|english$|search$|menu$|home$|on this page|main menu|"
    r"share this|print$|back to top|you are here|breadcrumb|table of contents|contents$|topics$|toggle)",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"^\* *\S.*(?:plug-in|third-party|software|reader|help page|file|format)|"
    r"^\W*©|© ?(?:crown|\d{4})|\(c\) \d{4}|copyright|"
    r"\b(?:tel|telephone|fax|phone|e-?mail|toll-free)\b ?[.:(+]|\bcall \+?[\d(-]{6}|"
    r"\b[A-Z]\d[A-Z] +\d[A-Z]\d\b|p\.o\. box|\btelephone \(?\+?\d|\b(?:questions\?|write to:|abn \d)|^published by\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"^(?:(?:high commission|embassy|consulate|mission)\b[^.]*"
    r"|\S.{0,60}\b(?:no|street|road|avenue|avenida|carrera|calle|room|floor|piso)\b.*\d)",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\b(?:relations|relationship|partnership|country (?:brief|note|profile)|fact ?sheet|bilateral)\b", re.IGNORECASE
)
_PAIR = re.compile(r"[A-Z][\w' ]+(?: and (?:the )?| ?[-/] ?)[A-Z]")  # Norway and Laos
_PROSE_LENGTH = 60  # a line as long as this is prose, or the first line of a wrapped paragraph
_WRAPPED = 100  # a line longer than this was not wrapped by hand
_LABEL_LENGTH = 80
_NOTICE_LENGTH = 300  # a notice is never longer
_ENDS = (".", "!", "?", ":", ";", '"', ")")


# A full stop that ends no sentence, though the splitter takes it for one, and one that does: "Viña del Mar."
_TITLE_BEFORE_NAME = re.compile(r"M(?<!\wM)(?:s|ses|essrs|mes?)\. +(?=[A-Z])")
_SHORTENED = re.compile(r"\b[Aa]pprox\. +(?=\S)")
_NO_MONTH = re.compile(r"\b(?:del|de|do|da|du|di|la|le|el) Mar\. +(?=[A-Z])")


def _blocks(view: str) -> list[_Block]:
    """The lines of the text, lines that one paragraph was wrapped into joined."""
    blocks: list[_Block] = []
    last_raw_end = -1
    for match in _LINE.finditer(view):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        stripped = view[start:end]
        if blocks and start and view.count("\n", last_raw_end, match.start()) == 1:
            before = blocks[-1]
            tail = before.text.rpartition("\n")[2].strip()
            small = stripped[
                0
            ].islower()  # in the midst of a sentence: no label, and no item after one that ends in ";"
            wraps = len(tail) >= _PROSE_LENGTH and (
                tail[-1] not in ".!?:;" or (len(tail) <= _WRAPPED and (tail[-1] == "." or (tail[-1] == ";" and small)))
            )
            labelled = not small and (_labelled(stripped) or _labelled(tail))
            alone = labelled or _BULLET.match(stripped) or _DATELINE.fullmatch(stripped)
            if wraps and not alone:
                blocks[-1] = _Block(before.start, end, view[before.start : end])
                last_raw_end = match.end()
                continue
        blocks.append(_Block(start, end, stripped))
        last_raw_end = match.end()
    return blocks


def _is_notice(text: str) -> bool:
    return len(text) <= _NOTICE_LENGTH and bool(_NOTICE.search(text))


def _is_prose(text: str) -> bool:
    if len(text) < _PROSE_LENGTH or " " not in text:
        return False
    return not (any(mark in text for mark in _CRUMB_MARKS) and _CRUMB.match(text))


def _kinds(blocks: list[_Block]) -> list[str]:
    """The kind of every block; `sentence` for prose, which is cut into sentences later."""
    prose = [number for number, block in enumerate(blocks) if _is_prose(block.text) and not _is_notice(block.text)]
    first = prose[0] if prose else len(blocks)
    last = prose[-1] if prose else -1
    kinds = [_kind(blocks, number, first, last) for number in range(len(blocks))]
    for number in range(first - 1):  # the items below "On this page" are navigation
        if kinds[number] == "navigation" and kinds[number + 1] == "list_item":
            kinds[number + 1] = "navigation"
    title = _title([number for number in range(first) if kinds[number] == "heading"], blocks)
    footer = max((number for number, kind in enumerate(kinds) if kind == "notice"), default=0)
    for number in range(last + 1, footer):  # an address line by line, its last one with the telephone number
        if kinds[number] == "heading":
            kinds[number] = "notice"
    for number in range(title):
        if kinds[number] == "heading":
            kinds[number] = "banner"
    return kinds


def _title(headings: list[int], blocks: list[_Block]) -> int:
    """The number of the block that is the page's title: the longest that sounds like one, else the first pair."""
    titles = [number for number in headings if _TITLE.search(blocks[number].text)]
    pairs = [number for number in headings if _PAIR.match(blocks[number].text)]
    longest = max(titles, key=lambda number: (len(blocks[number].text), -number), default=None)
    return longest if longest is not None else min(pairs, default=max(headings, default=0))


def _kind(blocks: list[_Block], number: int, first: int, last: int) -> str:
    text = blocks[number].text
    if _DATELINE.fullmatch(text):
        return "dateline"
    if (number > last or number < first or text[0] in "*©") and _is_notice(text):
        return "notice"
    if number > last and (_ADDRESS.match(text) or text.startswith("* ")):
        return "notice"
    if number < first and (_CRUMB.search(text) or _NAVIGATION.match(text)):
        return "navigation"
    bullet = _BULLET.match(text)
    if bullet and number < first and len(text) < 40 and text[0].isdigit():
        following = blocks[number + 1].text if number + 1 < len(blocks) else ""
        preceding = blocks[number - 1].text if number else ""
        if _BULLET.match(following) or _BULLET.match(preceding):
            return "navigation"
    if bullet and text[0].isdigit() and len(text) < _PROSE_LENGTH and text[-1] not in _ENDS:
        return "heading"
    if bullet and not text[0].isdigit():
        return "list_item"
    if text[-1] in ".!?;" or _is_prose(text):
        return "sentence"
    if _labelled(text):
        return "list_item"
    return "heading"


def _labelled(text: str) -> bool:
    """Is this a label with its value, such as "Exports from Canada (2015): $412.6 million"?"""
    label, colon, value = text.partition(":")
    closed = len(label) <= _LABEL_LENGTH and label.count("(") == label.count(")")
    return bool(colon and closed and value.strip() and any(character.isdecimal() for character in text))


def _sentences(document: Document, block: _Block) -> list[tuple[int, int]]:
    """The spans of the sentences of one block of prose."""
    text = document.view[block.start : block.end].replace("\n", " ")
    cuts = {boundary["start_index"] for boundary in get_sentence_boundaries("en", text)}
    cuts -= {match.end() for match in _TITLE_BEFORE_NAME.finditer(text)}
    if "pprox. " in text:
        cuts -= {match.end() for match in _SHORTENED.finditer(text)}
    if " Mar. " in text:  # looking for a few letters is far quicker than trying the expression everywhere
        cuts |= {match.end() for match in _NO_MONTH.finditer(text)}
    spans = []
    for start, end in itertools.pairwise(sorted({0, *cuts, len(text)})):
        sentence = text[start:end]
        first = block.start + start + len(sentence) - len(sentence.lstrip())
        last = block.start + start + len(sentence.rstrip())
        if first < last:
            spans.append((first, last))
    return spans


def units(document: Document) -> list[Unit]:
    """The units of a document in the order of the text; every non-space character lies in exactly one of them."""
    blocks = _blocks(document.view)
    found: list[Unit] = []
    for number, (block, kind) in enumerate(zip(blocks, _kinds(blocks), strict=True), 1):
        if kind in ("sentence", "list_item"):
            found += [Unit(kind, number, start, end) for start, end in _sentences(document, block)]
        else:
            found.append(Unit(kind, number, block.start, block.end))
    return found
