"""Lists of known goods that no rule reads, in prose about trade and after labels: "Top products: tin, rye"."""

from __future__ import annotations

from collections.abc import Iterator

from ..directions import turns
from ..lexicon import lexicon
from ..measures import Measured
from ..patterns import BOUNDARY, class_of
from .foreign_words import FOREIGN_TO_TRADE
from .good_names import GoodLists
from .goods_flows import Flow, Flows
from .list_words import emphasis
from .loose_flows import LooseFlows
from .things import Item

_OPENERS = frozenset(BOUNDARY + ',:;(-."' + class_of("DEMONYM") + class_of("MEASURE") + class_of("TRADEVERB"))
_COUNTRY, _TRADEVERB = class_of("COUNTRY"), class_of("TRADEVERB")
_PRONOUNS = frozenset(("it", "we", "they", "that", "which", "who"))
_VERB = 3  # tokens after a list among which its verb is
_NAME = 4  # tokens from the beginning of a list among which a known good begins
_LABEL = 6  # tokens of a label with its colon


class LooseLists:
    """Finds the lists of goods of one brief that stand outside what has been read."""

    def __init__(self, lists: GoodLists, flows: Flows, covered: set[int]) -> None:
        """`covered` are the tokens of the lists that have been read."""
        self.lists, self.flows, self.covered, self.tokens = lists, flows, covered, lists.tokens
        self.loose = LooseFlows(flows)

    def within(self, unit: int) -> Iterator[tuple[list[Item], int, Flow]]:
        """The lists of one unit, where each ends, and the flow of each."""
        first, last = self.tokens.span_of(unit)
        known = self.lists.known_between(first, last)
        if not known or not self.loose.concerns(unit):
            return
        reached = first
        for at in sorted({at for one in known for at in range(one - _NAME + 1, one + 1)}):
            if at < reached:
                continue
            items, reached = self._list(at)
            measured = self._flow(unit, at, reached) if items else None
            if items and measured:
                yield items, reached, self._dated(measured, unit, items[0].first, reached)

    def _flow(self, unit: int, first: int, last: int) -> Measured | None:
        """The flow of a list: of a label's, or of one that is a line of its own, what the line above tells of."""
        return self.loose.of(unit, first, last) or (
            self.loose.carried(unit, first, lines=True) if self._is_labelled(unit, first, last) else None
        )

    def _is_labelled(self, unit: int, first: int, last: int) -> bool:
        """Is a list all that a line says, but for a label that stands for goods?"""
        opens, closes = self.tokens.span_of(unit)
        if closes - last > 1 or (closes > last and self.tokens.classes[last] != "."):
            return False
        return first == opens or (first - opens <= _LABEL and self.is_label(opens, first - 1))

    def is_label(self, first: int, colon: int) -> bool:
        """Do a few words before a colon stand for goods: "Top products:", "Comprising:", "Mainly:"?"""
        lower = self.tokens.lower
        said = any(self.lists.stands_for_goods(at) or emphasis(lower, at)[0] for at in range(first, colon))
        return self.tokens.classes[colon] == ":" and (said or lower[colon - 1].endswith("ing"))

    def _dated(self, measured: Measured, unit: int, first: int, end: int) -> Flow:
        start, close = self.loose.clause(unit, first, end)
        present = self.flows.present(start, first) or self.flows.present(end, min(end + _VERB, close))
        return self.flows.flow(measured, unit, first, first, end, present)

    def _list(self, at: int) -> tuple[list[Item], int]:
        """The list of known goods that begins at a token, and where it ends."""
        if at in self.covered or not self._may_begin(at):
            return [], at
        self.lists.sure = True
        items, end = self.lists.read(at)
        known = [item for item in items if self.lists.is_good(item) and not self.lists.is_vague(item)]
        many = len(known) + sum(len(item.details) for item in known) > 1 and len(known) * 2 > len(items)
        unknown = {word for item in items if item not in known for word in item.name.lower().split()}
        if (
            not many
            or items[0] not in known
            or not FOREIGN_TO_TRADE.isdisjoint(unknown)
            or not self.covered.isdisjoint(range(at, end))
        ):
            return [], at
        return items, end

    def _may_begin(self, at: int) -> bool:
        """May a list begin at a token: after a mark or a small word, or with a known good, but not with a verb?"""
        lower, classes = self.tokens.lower, self.tokens.classes
        doer = classes[at - 1] == _COUNTRY or lower[at - 1] in _PRONOUNS
        if classes[at] == _COUNTRY or (doer and classes[at - 2] != _TRADEVERB) or turns(lower, at):
            return False
        small = lower[at - 1] in lexicon().function_words or lower[at - 1] in self.lists.stops
        return small or classes[at - 1] in _OPENERS or lower[at - 1] == "'s" or self.lists.known_at(at)
