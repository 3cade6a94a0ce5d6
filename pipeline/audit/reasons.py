"""Why words that no row uses may be left out: general tests, each giving one reason of a closed list.

There is no test that everything passes. A capitalised word that is not plain English, known here or written in small
letters elsewhere in the text, stays unaccounted for, and so does a number outside the few idioms below.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from .scanner import VAGUE, Candidate
from .vocabulary import ACRONYMS, FURNITURE, HONORIFICS, LANGUAGES, OPENERS, PLAIN, PORTFOLIOS, THEMES, TITLES, WEEKDAYS

Row = Mapping[str, Any]

_SPACE = "[ \u00a0]"
_COMPOUND = re.compile(r"-(?:way|ways|party|parties|hand|hander|handed|sided|stop|class|rate|time|timers?)\b")
_FIXED = re.compile(rf"{_SPACE}+(?:another|or{_SPACE}more|day|and{_SPACE}foremost|of{_SPACE}all|to{_SPACE}none)\b")
_PARTITIVE = re.compile(
    rf"{_SPACE}+of{_SPACE}+(?:the|its|their|our|his|her|these|those|them|whom|which|several|many)\b"
)
# "One" for a noun said before: the one with, the next one is.
_BEFORE_PRONOUN = re.compile(rf"\b(?:the|this|that|which|next|last|other|every|each|not|only){_SPACE}+$", re.I)
_AFTER_PRONOUN = re.compile(
    rf"[,.;:)]|{_SPACE}+(?:is|are|was|were|has|had|will|with|in|on|to|for|from|that|who|which)\b"
)
_NAMED_PAIR = re.compile(
    rf"{_SPACE}+(?:countries|nations|governments|sides|leaders|economies|partners|peoples|parties|states)\b"
)
_BEFORE_PAIR = re.compile(rf"\b(?:the|our|these|those|its|their|all){_SPACE}+$", re.I)
# An ordinal that ranks, divides or dates: second largest, ranked third, a third of, fourth quarter.
_RANKED = re.compile(
    rf"(?:{_SPACE}+|-)(?:(?:most|least|top|leading|biggest|[a-z]+est|place|rank|position|in|among)\b"
    r"|(?:market|partner|supplier|source|destination|customer|buyer|investor|donor|economy|producer|export|import)"
    r"|(?:quarter|half|semester|trimester|century|decade|week|day|month|year)s?\b)"
)
_RANKS = re.compile(
    rf"\b(?:rank(?:s|ed|ing)?|place[sd]?|position|comes?|came|stands?|stood){_SPACE}+(?:as{_SPACE}+)?$", re.I
)
# with a noun, or for one said before: a third, in Cusco,
_BEFORE_NOUN = re.compile(rf"{_SPACE}+\w|,{_SPACE}+(?:in|on|at|near|led|held|planned|scheduled)\b")
_OF = re.compile(rf"s?{_SPACE}+of\b")
_MARKED = re.compile(r"[.)](?!\w)")
_SECTION = re.compile(rf"\d{{1,2}}(?:\.\d{{1,2}})+(?={_SPACE}+[A-Z])")
_STARTING = re.compile(r"(?:^|[.!?:•\n])[\W\d]*$")
_REFERENCE = re.compile(
    rf"\b(?:resolutions?|articles?|sections?|chapters?|annex|bill|nos?\.|number|pages?|volume|version){_SPACE}*$", re.I
)
_CONTACT = re.compile(
    r"\b(?:tel|telephone|phone|fax|call|e-?mail|toll-free|street|avenue|road|suite|floor|box|abn)\b", re.I
)
_COPYRIGHT = re.compile(r"©|\(c\) \d|\bcopyright\b|\b(?:isbn|issn|cat\. no)\b", re.I)
_LINK = r"(?:[\s,&()-]|\b(?:and|of|for|the|to)\b)"
_THEMED = re.compile(
    rf"\b(?:[Pp]riorit(?:y|ies)|[Tt]hemes?|[Pp]illars?)(?:{_SPACE}+(?:of|are|include)|:)(?:{_LINK}+[A-Z][\w-]*)+"
)
_TITLED = re.compile(rf"[A-Z][\w'’-]*(?:{_LINK}+[A-Z][\w'’-]*)*")
_BESIDE = re.compile(rf"{_SPACE}*,?{_SPACE}+(?:(?:the|then|former){_SPACE}+)?")
_TAKEN_UP = re.compile(rf"\b(?:the|this|that|these|those|its|their|both|each|our){_SPACE}+$", re.I)
_TITLE_WORDS = TITLES | PORTFOLIOS
_LOOK_BACK = 24  # characters before a candidate that decide about it

_FURNITURE = {"banner": "navigation", "navigation": "navigation", "notice": "boilerplate", "dateline": "boilerplate"}


class Reasons:
    """The tests over one text, whose candidates are put to them in its order.

    `persons` are the spans of persons' names, `heads` the words in names of several words.
    """

    def __init__(self, text: str, persons: Collection[tuple[int, int]], heads: AbstractSet[str]) -> None:
        self.text, self.heads = text, heads
        self.starts, self.ends = map(set, zip(*persons, strict=True)) if persons else (set(), set())
        self._small: dict[str, bool] = {}
        self._title_end, self._title_held = 0, False  # how far the last title reaches; does a name stand beside it?

    def of_number(self, candidate: Candidate, unit: Row) -> str:
        """The reason to leave out a number, ordinal or date in a unit of the layout; empty where there is none."""
        start, end, kind = candidate
        text = self.text
        if kind == "number" and self._opens(start, unit) and (_MARKED.match(text, end) or _SECTION.match(text, start)):
            return "list_marker"
        if unit["kind"] == "notice" and kind in ("number", "date"):
            if _COPYRIGHT.search(unit["text"]):
                return "boilerplate"
            if _CONTACT.search(unit["text"]):
                return "contact"
        before = text[max(start - _LOOK_BACK, unit["start_char"]) : start]
        if kind == "number":
            return "reference_number" if _REFERENCE.search(before) else ""
        if kind == "date":
            return ""
        word = text[start:end].lower()
        if word in VAGUE or (word == "one" and _PARTITIVE.match(text, end)):
            return "vague_quantity"
        if _COMPOUND.match(text, end):
            return "part_of_word"
        pronoun = word == "one" and _BEFORE_PRONOUN.search(before) and _AFTER_PRONOUN.match(text, end)
        if pronoun or _FIXED.match(text, end):
            return "idiom"
        if kind == "number_word":
            return "refers_back" if _NAMED_PAIR.match(text, end) and _BEFORE_PAIR.search(before) else ""
        divides = word not in ("first", "second") and _OF.match(text, end)
        ranks = divides or _RANKED.match(text, end) or _RANKS.search(before)
        return "sequence" if not ranks and _BEFORE_NOUN.match(text, end) else ""

    def of_words(self, words: list[tuple[int, int]], unit: Row) -> str:
        """The reason to leave out words with capital letters that stand side by side; empty where there is none."""
        start, kind = words[0][0], unit["kind"]
        quotes = [self.text[first:last] for first, last in words]
        small = [quote.lower() for quote in quotes]
        if kind in _FURNITURE:
            plain = all(word in FURNITURE or self._is_plain(word) for word in small)
            return _FURNITURE[kind] if plain else ""
        if kind == "heading":
            return "heading" if all(map(self._is_plain, small)) else ""
        if len(words) == 1 and self.opens_sentence(start, small[0], unit):
            return "sentence_start"
        for reason, listed in (("honorific", HONORIFICS), ("weekday", WEEKDAYS), ("language", LANGUAGES)):
            if listed.issuperset(small):
                return reason
        if self._is_title(start, small, unit):
            return "title_of_office"
        if start < self._title_end and self._title_held:
            return ""  # a title whose holder is named belongs into the offices
        if len(words) == 1 and (quotes[0] in ACRONYMS or self._spells(start, quotes[0])):
            return "common_acronym"
        if THEMES.issuperset(small) and self._in_theme(start, unit):
            return "theme"
        if PLAIN.issuperset(small):
            return "generic"
        taken_up = self.heads >= set(quotes) and _TAKEN_UP.search(self.text, max(start - _LOOK_BACK, 0), start)
        return "refers_back" if taken_up else ""

    def is_common(self, start: int, end: int, unit: Row) -> bool:
        """May this be a common word for all its capital letters: the first of its unit, or an acronym such as ICT?"""
        return self.text[start:end] in ACRONYMS or self._opens(start, unit)

    def opens_sentence(self, start: int, word: str, unit: Row) -> bool:
        """Is this a plain word that has its capital letter from being the first of a sentence or a list item?"""
        return unit["kind"] in ("sentence", "list_item") and self._opens(start, unit) and self._is_plain(word)

    def _opens(self, start: int, unit: Row) -> bool:
        """Is this the first word of its unit, or of a sentence inside it that the layout did not tell apart?"""
        first: int = unit["start_char"]
        return start == first or bool(_STARTING.search(self.text[max(first, start - _LOOK_BACK) : start]))

    def _is_plain(self, small: str) -> bool:
        """Is this a word of plain English, known as one or also written in small letters by the text?"""
        if small in OPENERS or small in PLAIN:
            return True
        if small not in self._small:
            self._small[small] = self._occurs(small)
        return self._small[small]

    def _occurs(self, small: str) -> bool:
        text, at = self.text, self.text.find(small)
        while at >= 0:
            end = at + len(small)
            if not text[at - 1 : at].isalpha() and not text[end : end + 1].isalpha():
                return True
            at = text.find(small, at + 1)
        return False

    def _is_title(self, start: int, small: list[str], unit: Row) -> bool:
        """Is this the title of an office, or its portfolio, that no person's name stands beside?"""
        if start >= self._title_end and TITLES.issuperset(small):
            titled = _TITLED.match(self.text, start, unit["end_char"])
            assert titled  # it starts with a capital letter
            after = _BESIDE.match(self.text, titled.end())
            self._title_end = titled.end()
            self._title_held = not self.starts.isdisjoint(range(start, (after or titled).end() + 1)) or any(
                (before := _BESIDE.match(self.text, at)) and before.end() == start
                for at in self.ends.intersection(range(start - 12, start))
            )
        return start < self._title_end and _TITLE_WORDS.issuperset(small) and not self._title_held

    def _spells(self, start: int, acronym: str) -> bool:
        """Does the text give this acronym in brackets right after words in small letters that it stands for?"""
        at = self.text.find(f"({acronym})")
        if at < 0 or not acronym.isupper():
            return False
        words = self.text[max(at - 80, 0) : at].replace("-", " ").split()[-len(acronym) :]
        return "".join(word[0] for word in words) == acronym.lower()

    def _in_theme(self, start: int, unit: Row) -> bool:
        """Does this stand in a list of priorities, themes or pillars?"""
        return any(
            match.start() <= start < match.end()
            for match in _THEMED.finditer(self.text, unit["start_char"], unit["end_char"])
        )
