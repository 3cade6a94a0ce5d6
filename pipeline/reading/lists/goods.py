"""The lists of goods in a brief, each with the flow it belongs to."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..brief import Brief
from ..measure_words import EARNED
from ..measures import Measured, Span
from ..patterns import class_of, literal, only
from ..rules import Hit
from ..when import When
from .bullets import read_below
from .good_names import GoodLists
from .goods_clauses import barred, ends_well, going_on, is_subject, starts, tells
from .goods_flows import Flow, Flows, names_country
from .goods_rules import CARRIED_RULES, CLOSING_RULES, OPENING_RULES
from .hit_flows import FLOW_UNSAID, flow_closed, flow_opened
from .list_words import unreal
from .loose import LooseLists
from .shared_heads import give_back
from .things import Item

_COUNTRY, _DEMONYM, _MEASURE = class_of("COUNTRY"), class_of("DEMONYM"), class_of("MEASURE")
_PERCENT = class_of("PERCENT")
_PROSE = ("sentence", "list_item", "heading")
_SURE = ("consist-of", "led-by", "include", "leading-products")  # after these stands a list and nothing else
_NO_TENSE = ("led-by", "concentrated-in")  # rules whose verb has no tense of its own: exports are, or were, led by
_SUPPLY = {literal(word, small=True) for word in (
    "supplier", "suppliers", "supplies", "supplied", "source", "sources", "goods", "merchandise",
)}  # fmt: skip
_TURN = {literal(word, small=True) for word in ("direction", "way", "return")}
_TELLING = _SUPPLY | _TURN | {_DEMONYM}


@dataclass(frozen=True)
class GoodsList:
    """One list of goods with its flow."""

    items: list[Item]
    flow: Flow


class _Finder:
    def __init__(self, brief: Brief) -> None:
        self.brief, self.tokens, self.flows = brief, brief.tokens, Flows(brief)
        self.lists = GoodLists(brief)
        self.covered: set[int] = set()
        self.found: list[GoodsList] = []

    def find(self) -> list[GoodsList]:
        """All lists of goods of the brief, in the order of the text."""
        classes = self.telling()
        for rules, read in ((OPENING_RULES, self.opened), (CLOSING_RULES, self.closed), (CARRIED_RULES, self.carried)):
            for hit in rules.hits(classes):
                unit = self.tokens.units[hit.first]
                if hit.first not in self.covered and self.brief.units[unit].kind in _PROSE:
                    read(hit, unit)
        loose = LooseLists(self.lists, self.flows, self.covered)
        for unit in [number for number, unit in enumerate(self.brief.units) if unit.kind in _PROSE]:
            self.bullets(unit, loose)
        for unit in [number for number, unit in enumerate(self.brief.units) if unit.kind in _PROSE]:
            for items, end, flow in loose.within(unit):
                self.add(items, end, flow)
        return self.dated()

    def dated(self) -> list[GoodsList]:
        """The lists in the order of the text; one that goes on with a flow shares the date of the list before it."""
        lists: list[GoodsList] = []
        whens: dict[Span, When | None] = {}
        for one in sorted(self.found, key=lambda one: one.items[0].first):
            span = one.flow.measured.span
            when = whens[span] = one.flow.when or whens.get(span)
            lists.append(replace(one, flow=replace(one.flow, when=when)))
        return lists

    def telling(self) -> str:
        """The classes of the sentences that can tell of goods: of trade, after one of trade, of what is Canadian, of
        what is supplied or comes and goes, or of the other direction.
        """
        told = self.flows.measures.by_unit
        return only(
            self.tokens.classes,
            lambda unit, sentence: unit in told or unit - 1 in told or not _TELLING.isdisjoint(sentence),
        )

    def add(self, items: list[Item], end: int, flow: Flow) -> None:
        give_back(self.lists, items)
        self.lists.finish(items)
        self.covered.update(range(items[0].first, end))
        self.found.append(GoodsList(items, flow))

    def opened(self, hit: Hit, unit: int) -> None:
        """A list after the words for its flow."""
        if hit.rule.name == "dash" and not self.apart(hit.first):
            return
        if self.words(hit)[0] == "of" and hit.rule.name == "among-exports":
            return  # "half of exports, …", where "Of Canada's exports, …" would open the sentence
        measured = flow_opened(self.flows, hit, unit)
        if measured is None or unreal(self.lists.before(hit.first)):
            return
        if hit.rule.name == "exports":
            measured = self.flows.of_subject(measured, unit, hit.first)
        doubtful = hit.rule.name == "exported" or (hit.rule.name == "exports-of" and "of" in self.words(hit))
        if doubtful and not self.is_fact(measured, unit):
            return
        self.lists.sure = hit.rule.name in _SURE and "including" not in self.words(hit)
        items, end = self.lists.read(hit.last)
        if hit.rule.name == "ranging-from" and items and self.tokens.lower[end] == "to":
            others, end = self.lists.read(end + 1)
            items += others
        if not ends_well(self.tokens, hit, end):
            return
        enough = all if hit.rule.name in FLOW_UNSAID else any  # a delegation comes from a country as well
        if items and enough(map(self.lists.is_good, items)) and not self.lists.is_vague(items[0]):
            verb = hit.first if hit.rule.name in _NO_TENSE else hit.last
            told = self.tokens.opens[unit] if hit.rule.name == "dash" else measured.span[0]
            ranked = hit.rule.name == "source-of"  # a rank among suppliers is that of a year, as a share is
            present = not ranked and (self.flows.present(told, verb) or self.is_verb(hit))
            flow = self.flows.flow(measured, unit, hit.first, items[0].first, end, present)
            self.add(items, end, flow)
            self.go_on(end, flow)

    def go_on(self, at: int, flow: Flow) -> None:
        """Add what goes on with a flow after one of its lists."""
        for items, end in going_on(self.lists, at):
            self.add(items, end, flow)

    def is_fact(self, measured: Measured, unit: int) -> bool:
        """Do words such as "exports of wheat" or "buy souvenirs" tell of trade, and not of a subject of talks or of
        travellers? By a country or an amount.
        """
        first, last = self.tokens.span_of(unit)
        if barred(self.tokens, measured.span[0]):
            return False
        flows = [one for one in self.flows.told(unit) if self.flows.is_flow(one)]
        return any(map(names_country, (measured, *flows))) or any(first <= at < last for at in self.lists.amounts)

    def apart(self, at: int) -> bool:
        """Does a dash stand between spaces, a bracket after an amount? A colon always will do."""
        tokens, mark = self.tokens, self.tokens.words[at]
        if mark == "(":
            place = tokens.classes[at - 1] in (_COUNTRY, _MEASURE)
            return place or at in self.lists.amounts.values() or at in self.lists.apart.values()
        return mark == ":" or tokens.ends[at - 1] < tokens.starts[at]

    def is_verb(self, hit: Hit) -> bool:
        """Are exports or imports a verb here? "Canada imports coffee", "local firms import tea"."""
        before = self.tokens.classes[hit.first - 1]
        return hit.rule.name == "exports" and (before == _COUNTRY or self.tokens.lower[hit.first][-1] != "s")

    def words(self, hit: Hit) -> list[str]:
        """The words that a rule matched."""
        return self.tokens.words[hit.first : hit.last]

    def carried(self, hit: Hit, unit: int) -> None:
        """A list of "other leading products", which belongs to the flow told before."""
        measured = self.flows.carried(unit, hit.first)
        if hit.rule.name == "those-of" and (
            self.tokens.classes[hit.last] == _COUNTRY or not (measured and self.is_fact(measured, unit))
        ):
            return  # "… and those of Norway oil"
        self.lists.sure = hit.rule.name in _SURE
        items, end = self.lists.read(hit.last) if measured else ([], hit.last)
        if measured and items and ends_well(self.tokens, hit, end):
            present = self.flows.present(hit.first, hit.last)
            self.add(items, end, self.flows.flow(measured, unit, hit.first, items[0].first, end, present))

    def closed(self, hit: Hit, unit: int) -> None:
        """A list before the words for its flow."""
        measured = flow_closed(self.flows, hit, unit)
        if measured is None or not tells(self.tokens, hit.first, hit.last):
            return
        if self.tokens.lower[hit.last] in EARNED and not names_country(measured):
            return  # of export earnings the country told of is meant, which may be either
        self.lists.sure, self.lists.verb = False, hit.first
        found = [(start, *self.lists.read(start)) for start in starts(self.lists, hit.first)]
        self.lists.verb = -1
        for start, items, end in found:
            if items and is_subject(self.lists, items, start, end, hit.first):
                verb = hit.first + 1 if hit.rule.name == "are-exported" else hit.last
                present = self.flows.present(hit.first, verb) and _PERCENT not in hit.match.group()
                flow = self.flows.flow(measured, unit, hit.last, items[0].first, hit.last, present)
                self.add(items, end, flow)
                self.go_on(hit.last, flow)
                return

    def bullets(self, unit: int, loose: LooseLists) -> None:
        """A list of the lines below a line that names a flow, or goods of the flow told above it."""
        first, last = self.tokens.span_of(unit)
        self.lists.sure = self.tokens.classes[last - 1] == ":"
        measured = next((one for one in reversed(self.flows.told(unit)) if self.flows.is_flow(one)), None)
        if measured is None and self.lists.sure and loose.is_label(first, last - 1):
            measured = loose.loose.carried(unit, last, lines=True)
        if measured is None or not (self.lists.sure or self.brief.units[unit].kind == "heading"):
            return
        flow: Flow | None = None
        for items, end in read_below(self.brief, self.lists, unit, self.is_read):
            present = self.flows.present(measured.span[0], last)
            flow = flow or self.flows.flow(measured, unit, last, items[0].first, last, present)
            self.add(items, end, flow)

    def is_read(self, unit: int) -> bool:
        """Does a line tell of a flow itself, or has it been read?"""
        return bool(self.flows.told(unit)) or self.tokens.opens[unit] in self.covered


def read_goods(brief: Brief) -> list[GoodsList]:
    """The lists of goods of a brief, in the order of the text."""
    return _Finder(brief).find()
