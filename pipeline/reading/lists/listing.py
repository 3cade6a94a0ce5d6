"""Lists in a sentence: "A (mainly B and C), D, notably E, and F" becomes items with their details."""

from __future__ import annotations

from collections.abc import Callable

from ..brief import Brief
from ..patterns import BOUNDARY, class_of
from .list_words import AND, NOT, OF_AMOUNT, STATES, TAILS, also, aside, emphasis
from .things import Item, Things
from .wordings import Wordings

_ACRONYM = class_of("ACRONYM")
_CLOSERS = {"(": ")", "[": "]"}
_AHEAD = 4  # things that one looks ahead for a shared head


class Lists(Things):
    """Reads the lists of one brief; `takes` says whether a thing may be listed at all."""

    def __init__(self, brief: Brief, wordings: Wordings, takes: Callable[[Item], bool], measures: bool = False) -> None:
        """Read lists of what `wordings` knows and others; see Things for `measures`."""
        super().__init__(brief, wordings, measures)
        self.takes = takes
        self.within: list[Item] = []  # the items whose brackets are being read

    def passes(self, item: Item) -> bool:
        """Does the list go on after what is not taken?"""
        return False

    def whole(self, item: Item) -> bool:
        """Is this the whole name of a thing, not the half of "X and Y"?"""
        return self.known(item)

    def shares(self, item: Item) -> bool:
        """Does an item say in which state that is what it is a detail of, or does the lexicon have it after a word of
        that ("iron and steel (bars)"), or with the head of that, or of a later one in the list?
        """
        text = item.name
        if self.within and (text in STATES or self._follows(self.within[-1], text)):
            return True
        heads = [self.tokens.words[parent.last - 1] for parent in self.within[-1:]]
        joint, at = self._joint(item.last)
        while joint and len(heads) < _AHEAD:
            later, end = self.item(at, joint)
            if later is None:
                break
            heads.append(self.tokens.words[later.last - 1])
            joint, at = ("", at) if joint.endswith("and") else self._joint(end)
        return any(self.wordings.code(f"{text} {head}") is not None for head in heads)

    def _follows(self, parent: Item, text: str) -> bool:
        """Does the lexicon have a wording after a word of what it is a detail of: cocoa beans, steel bars?"""
        return any(self.wordings.code(f"{word} {text}") is not None for word in parent.name.split())

    def read(self, at: int, one: bool = False) -> tuple[list[Item], int]:
        """The items of the list that begins at a token and where it ends; `one` where a bullet names one thing."""
        items: list[Item] = []
        joint, end = "", at
        while True:
            item, after = self.item(at, joint)
            if item is None:
                break
            if not self.takes(item):
                following = self._joint(self._amount(self._brackets(after, item))) if self.passes(item) else ("", at)
                if not following[0]:
                    break
                joint, at = following
                continue
            closed = bool(items) and items[-1].joint.endswith("and") and not item.joint.endswith("and")
            if closed and (joint == ";" or not (self.known(item) or self.shares(item))):
                break  # after its last "and" a list goes on with what is known to be a thing, or is over
            items.append(item)
            end = self._amount(self._brackets(after, item))
            end = self._emphasised(items, end)
            joint, at = self._joint(end)
            if not joint:
                break
        return self._joined(items, one), end

    def _brackets(self, at: int, item: Item) -> int:
        """Read the brackets after an item for its details; the token after them."""
        while (opener := self.tokens.classes[at]) in _CLOSERS:
            close = self._close(at, opener)
            if close < 0:
                return at
            inside = at + 1
            acronym = close == inside + 1 and self.tokens.classes[inside] == _ACRONYM and not self.known_at(inside)
            if inside not in self.apart and self.lower[inside] not in NOT and not acronym:
                self.within.append(item)
                item.details += self._details(inside, close)
                self.within.pop()
            at = close + 1
        return at

    def _close(self, at: int, opener: str) -> int:
        depth = 0
        for position in range(at, self.tokens.classes.find(BOUNDARY, at)):
            klass = self.tokens.classes[position]
            depth += (klass == opener) - (klass == _CLOSERS[opener])
            if not depth:
                return position
        return -1

    def _details(self, at: int, close: int) -> list[Item]:
        """The list in a pair of brackets; none where more stands there than a list."""
        kind, first = emphasis(self.lower, at)
        span = (at, first) if kind else None
        items, end = self.read(first)
        if items and not kind and end < close:
            comma = self.tokens.classes[end] == ","
            kind, after = emphasis(self.lower, end + comma)  # "(grapes and blueberries in particular)"
            span, end = ((end + comma, after), after) if kind else (None, end)
        if end != close:
            return []
        for item in items:
            item.emphasis, item.emphasis_span = item.emphasis or kind, item.emphasis_span or span
        return items

    def _amount(self, at: int) -> int:
        """The token after what an item is worth: "coal worth $5 million", "wheat, 45 per cent"."""
        position = at
        while self.lower[position] in OF_AMOUNT or (self.tokens.classes[position] in ",:-" and position == at):
            position += 1
        return self.amounts.get(position, at)

    def _emphasised(self, items: list[Item], at: int) -> int:
        """Read details that follow their item after a comma or at once: ", notably lobster and crab"."""
        comma = self.tokens.classes[at] == ","
        kind, first = emphasis(self.lower, at + comma)
        if not kind:
            return at
        found, end = self.read(first)
        details = self._details_of(items, found)
        for item in details:
            item.emphasis, item.emphasis_span = item.emphasis or kind, item.emphasis_span or (at + comma, first)
        items[-1].details += details
        items += found[len(details) :]
        return end if found else at

    def _details_of(self, items: list[Item], found: list[Item]) -> list[Item]:
        """As many of the items found after an emphasis as are details; the rest goes on with the list itself."""
        awaited = len(items) > 1 and not items[-1].joint.endswith("and")  # the list has not had its last item yet
        broad = not self._chapter(items[-1])  # "manufactured goods, including toys, furniture and tools"
        for number, item in enumerate(found[1:], 1):
            awaits = awaited and not any(later.joint.endswith("and") for later in found[number + 1 :])
            alike = broad or self._chapter(item) in {self._chapter(items[-1]), self._chapter(found[0])}
            over = found[number - 1].joint == "and" and item.joint.startswith(",")  # "such as tea and rye, oil and …"
            if over or item.joint.startswith(";") or (not alike and (item.joint.startswith(",") or awaits)):
                return found[:number]
        return found

    def _chapter(self, item: Item) -> str:
        return (self.wordings.code(item.name) or "")[:2]

    def _joint(self, at: int) -> tuple[str, int]:
        """What joins the next item to the list, if anything does, and where that item begins."""
        mark = self.tokens.classes[at] if self.tokens.classes[at] in ",;" else ""
        at += bool(mark)
        if self.lower[at] in AND:
            return (f"{mark} and" if mark else "and"), aside(self.lower, at + 1)
        after = also(self.lower, at)
        return (", and", after) if after > at else (mark, at)

    def _joined(self, items: list[Item], one: bool) -> list[Item]:
        """The list with titles made whole: "tractors and parts", or "X and Y, Z" if X or Y alone is no known thing."""
        result: list[Item] = []
        for number, item in enumerate(items):
            before = result[-1] if result else None
            if before and item.joint == "and" and not before.details and before.joint != "and":
                inner = number + 1 < len(items) and items[number + 1].joint.startswith(",")
                alone = self.whole(before) and self.whole(item)
                again = self.lower[item.first] == self.lower[before.first]
                tail = self.lower[item.first] in TAILS or (again and self.lower[item.last - 1] in TAILS)
                head = f"{before.name} {self.tokens.words[item.last - 1]}"
                if tail or ((inner or one) and not alone and self.wordings.code(head) is None):
                    before.last, before.details = item.last, item.details
                    before.name = self.words(before.first, before.last)
                    continue
            result.append(item)
        return result
