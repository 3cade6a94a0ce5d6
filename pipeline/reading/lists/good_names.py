"""Names of goods: what the lexicon knows, what ends as a good does, and what a list that is sure may name besides."""

from __future__ import annotations

from ..brief import Brief
from ..patterns import BOUNDARY
from .list_words import TAILS
from .listing import Lists
from .things import Item
from .wordings import fold, goods_wordings, sector_wordings

_VAGUE = frozenset(map(fold, (
    "good", "product", "item", "other", "thing", "commodity", "merchandise", "rest", "remainder", "bulk", "list",
    "total", "value", "volume", "number", "service", "goods and services", "category", "article", "group", "one",
)))  # fmt: skip
_NO_THING = ("ed", "ing", "ly")  # endings of words that are no head of a thing's name
_SERVICES = ("services", "travel", "tourism", "education")
_AFTER_ITEM = frozenset(",;.:()[]-" + BOUNDARY)


class GoodLists(Lists):
    """Lists of goods; `sure` says that where one is read now a list stands and nothing else."""

    def __init__(self, brief: Brief) -> None:
        """Read lists of goods of one brief."""
        super().__init__(brief, goods_wordings(), self.takes)
        self.sure = False

    def takes(self, item: Item) -> bool:
        """Is this the name of a good? In a list that is sure, also where the lexicon does not have it."""
        text = item.name
        if self.is_good(item):
            return True
        if self.is_vague(item) or self.passes(item) or " of " in text or sector_wordings().code(text) is not None:
            return False
        if self.shares(item):
            return True
        closed = self.tokens.classes[item.last] in _AFTER_ITEM or self.tokens.words[item.last] in ("and", "or")
        return self.sure and closed and text[1:].islower() and not text.lower().endswith(_NO_THING)

    def whole(self, item: Item) -> bool:
        """Is this the whole name of a good?"""
        return self.is_good(item)

    def passes(self, item: Item) -> bool:
        """Are these services, which may stand among goods: "coal, education-related travel and wool"?"""
        return item.name.rpartition(" ")[2] in _SERVICES

    def is_vague(self, item: Item) -> bool:
        """Is this no good but a word for goods, such as "commodities"?"""
        return fold(item.name) in _VAGUE

    def stands_for_goods(self, at: int) -> bool:
        """Is a token a word for goods, such as "commodities", that a list may follow?"""
        return fold(self.lower[at]) in _VAGUE

    def is_good(self, item: Item) -> bool:
        """Does the lexicon have a thing by its name or by the last words of it?"""
        text, code = item.name, self.wordings.code
        if code(text) is not None:
            return True
        if self.is_vague(item) or sector_wordings().code(text) is not None:
            return False
        head = text.lower().partition(" of ")[0]  # "concentrates of copper", but not "source of copper"
        words = head.removesuffix(" thereof").split()
        if words[1:] and words[-1] in TAILS and code(" ".join(words[:-1])) is not None:
            return True  # pork products
        return any(code(" ".join(words[-length:])) is not None for length in (1, 2))
