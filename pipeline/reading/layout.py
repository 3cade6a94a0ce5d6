"""What stands where: the text cut into units (sentences, headings, list items, furniture), nothing left over."""

from __future__ import annotations

import itertools
import re
from typing import NamedTuple

from sentencex import get_sentence_boundaries

from .document import Document
from .lines import BULLET, DATELINE, LABEL, PROSE_LENGTH, Block, blocks_of, labelled
from .title import crumbs_of, title_among


class Unit(NamedTuple):
    """A stretch of the text without outer white space; `paragraph` numbers the line or wrapped block it stands in."""

    kind: str
    paragraph: int
    start: int
    end: int


_RUNNING = 150  # a line of this many characters is prose even without a full stop at its end
_NAVIGATION = re.compile(
    r"(?:skip to|language selection|fran[cç]ais$|english$|search$|menu$|home$|on this page|main menu|"
    r"share this|print$|back to top|you are here|breadcrumb|table of contents|contents$|topics$|toggle)",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"^\* *\S.*(?:plug-in|third-party|software|reader|help page|file|format)|"
    r"\buses? cookies\b|^\W*©|© ?(?:crown|\d{4})|\(c\) \d{4}|copyright|"
    r"\b(?:tel|telephone|fax|phone|e-?mail|toll-free)\b ?[.:(+]|\bcall \+?[\d(-]{6}|"
    r"\b[A-Z]\d[A-Z] +\d[A-Z]\d\b|p\.o\. box|\btelephone \(?\+?\d|\b(?:questions\?|write to:|abn \d)|^published by\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"^(?:(?:high commission|embassy|consulate|mission)\b[^.]*"
    r"|\S.{0,60}\b(?:no|street|road|avenue|avenida|carrera|calle|room|floor|piso)\b.*\d)",
    re.IGNORECASE,
)
_NOTICE_LENGTH = 300  # a notice is never longer
_ENDS = (".", "!", "?", ":", ";", '"', ")")


# A full stop that ends no sentence, though the splitter takes it for one, and one that does: "Viña del Mar."
_TITLE_BEFORE_NAME = re.compile(r"M(?<!\wM)(?:s|ses|essrs|mes?)\. +(?=[A-Z])")
_OTHER_TITLES = ("Smt. ", "Shri. ", "Amb. ", "Lic. ", "Engr. ")
_OTHER_TITLE = re.compile(r"\b(?:Smt|Shri|Amb|Lic|Engr)\. +(?=[A-Z])")
_SHORTENED = re.compile(r"\b[Aa]pprox\. +(?=\S)")
_NO_MONTH = re.compile(r"\b(?:del|de|do|da|du|di|la|le|el) Mar\. +(?=[A-Z])")


def _is_notice(text: str) -> bool:
    return len(text) <= _NOTICE_LENGTH and bool(_NOTICE.search(text))


def _is_prose(text: str) -> bool:
    return len(text) >= PROSE_LENGTH and " " in text and not crumbs_of(text)


def _runs(text: str) -> bool:
    """Does a line run on as prose does, to a full stop or for long? A banner may be as long as a line of prose."""
    return len(text) >= _RUNNING or text.rstrip("\"')")[-1:] in (".", "!", "?", ":")


def _kinds(blocks: list[Block]) -> list[str]:
    """The kind of every block; `sentence` for prose, which is cut into sentences later."""
    prose = [number for number, block in enumerate(blocks) if _is_prose(block.text) and not _is_notice(block.text)]
    running = [number for number in prose if _runs(blocks[number].text)] or prose
    first = running[0] if running else len(blocks)
    last = prose[-1] if prose else -1
    kinds = [_kind(blocks, number, first, last) for number in range(len(blocks))]
    for number in range(first - 1):  # the items below "On this page" are navigation
        if kinds[number] == "navigation" and kinds[number + 1] == "list_item":
            kinds[number + 1] = "navigation"
    headings = [number for number in range(first) if kinds[number] == "heading"]
    title = title_among(headings, [block.text for block in blocks])
    footer = max((number for number, kind in enumerate(kinds) if kind == "notice"), default=0)
    for number in range(last + 1, footer):  # an address line by line, its last one with the telephone number
        if kinds[number] == "heading":
            kinds[number] = "notice"
    for number in range(title):
        if kinds[number] == "heading":
            kinds[number] = "banner"
    return kinds


def _kind(blocks: list[Block], number: int, first: int, last: int) -> str:
    text = blocks[number].text
    if DATELINE.fullmatch(text):
        return "dateline"
    if (number > last or number < first or text[0] in "*©") and _is_notice(text):
        return "notice"
    if number > last and (_ADDRESS.match(text) or text.startswith("* ")):
        return "notice"
    if number < first and (crumbs_of(text) or _NAVIGATION.match(text)):
        return "navigation"
    bullet = BULLET.match(text)
    if bullet and number < first and len(text) < 40 and text[0].isdigit():
        beside = [block.text for block in blocks[max(number - 1, 0) : number + 2] if block.text is not text]
        if any(other[0].isdigit() and BULLET.match(other) for other in beside):
            return "navigation"
    if bullet and text[0].isdigit() and len(text) < PROSE_LENGTH and text[-1] not in _ENDS:
        return "heading"
    if bullet and not text[0].isdigit():
        return "list_item"
    if text[-1] in ".!?;" or (_is_prose(text) and (number >= first or _runs(text))):
        return "sentence"
    if labelled(text):
        return "list_item"
    return "heading"


def _sentences(document: Document, block: Block) -> list[tuple[int, int]]:
    """The spans of the sentences of one block of prose."""
    text = document.view[block.start : block.end].replace("\n", " ")
    cuts = {boundary["start_index"] for boundary in get_sentence_boundaries("en", text)}
    cuts -= {match.end() for match in _TITLE_BEFORE_NAME.finditer(text)}
    # Looking for a few letters is far quicker than trying the expressions everywhere.
    if any(title in text for title in _OTHER_TITLES):
        cuts -= {match.end() for match in _OTHER_TITLE.finditer(text)}
    if "pprox. " in text:
        cuts -= {match.end() for match in _SHORTENED.finditer(text)}
    if " Mar. " in text:
        cuts |= {match.end() for match in _NO_MONTH.finditer(text)}
    spans = []
    for start, end in itertools.pairwise(sorted({0, *cuts, len(text)})):
        sentence = text[start:end]
        first = block.start + start + len(sentence) - len(sentence.lstrip())
        last = block.start + start + len(sentence.rstrip())
        if first < last:
            spans.append((first, last))
    return spans


def profile_length(units: list[Unit], view: str) -> int:
    """How many units open a page before its first paragraph of running prose, labels with their values among them."""
    labels: set[int] = set()  # paragraphs that begin with a label
    for number, unit in enumerate(units):
        opens = number == 0 or units[number - 1].paragraph != unit.paragraph
        if opens and LABEL.match(view, unit.start, unit.end):
            labels.add(unit.paragraph)
        if unit.kind == "sentence" and unit.paragraph not in labels:
            return number
    return len(units)


def units(document: Document) -> list[Unit]:
    """The units of a document in the order of the text; every non-space character lies in exactly one of them."""
    blocks = blocks_of(document.view)
    found: list[Unit] = []
    for number, (block, kind) in enumerate(zip(blocks, _kinds(blocks), strict=True), 1):
        if kind in ("sentence", "list_item"):
            found += [Unit(kind, number, start, end) for start, end in _sentences(document, block)]
        else:
            found.append(Unit(kind, number, block.start, block.end))
    return found
