"""The lists of sectors and fields in a brief, each with its role: a priority, of interest, of cooperation, of aid."""

from __future__ import annotations

from dataclasses import dataclass

from ..brief import Brief, Chars
from ..measures import Measured
from ..rules import Hit
from .bullets import read_below
from .list_words import unreal
from .sector_names import GENERAL, SECTOR, FieldLists, code_of, finish_names
from .sector_rules import SECTOR_RULES
from .things import Item
from .wordings import fold, sector_wordings

_PROSE = ("sentence", "list_item", "heading")
_ROLES = {
    rule: role
    for role, rules in {
        "priority": ("priority-sectors",),
        "interest": (
            "sectors-of-interest",
            "opportunities-in",
            "active-in",
            "sectors-ranging",
            "interest-in",
            "invested-in",
            "companies-in",
        ),
        "cooperation": ("areas-of-cooperation", "cooperate-on", "cooperate-in", "cooperate-to", "cooperation-in"),
        "assistance": ("aid-focuses-on", "aid-for", "capacity-in", "experience-in", "support-for"),
    }.items()
    for rule in rules
}
_SURE = ("priority-sectors", "areas-of-cooperation", "cooperate-on")  # after these stands a list and nothing else
_FIELDS = frozenset(("field", "fields", "area", "areas", "sector", "sectors"))  # so does it after "in the fields of"
_IMPLIED = (
    "opportunities-in",
    "active-in",
    "sectors-ranging",
    "invested-in",
    "companies-in",
    "capacity-in",
)  # words that imply the role
_GOVERNED = {  # rules that hold only where the sentence tells of this measure
    "invested-in": "investment", "aid-for": "assistance", "experience-in": "assistance",
}  # fmt: skip
_COOPERATION = ("cooperation", "collaboration", "partnership", "co")
_BUSINESS = frozenset(
    ("companies", "firms", "businesses", "investors", "investment", "investments", "company", "exporters")
)
_VAGUE = frozenset(
    map(fold, ("area", "sector", "field", "issue", "region", "matter", "interest", "support", "number", "way"))
)
_NO_FIELD = ("ed", "ly")  # endings of words that are no head of a field's name
_AFTER_ITEM = frozenset(",;.:()[]\n")


@dataclass(frozen=True)
class Role:
    """The role of sectors, the words that give it, and the rule where they only imply it."""

    kind: str
    words: Chars
    rule: str


@dataclass(frozen=True)
class SectorList:
    """One list of sectors with their role."""

    items: list[Item]
    role: Role


class _Finder:
    def __init__(self, brief: Brief) -> None:
        self.brief, self.tokens = brief, brief.tokens
        self.lists = FieldLists(brief, sector_wordings(), self.takes, measures=True)
        self.sure = False
        self.covered: set[int] = set()
        self.found: list[SectorList] = []

    def takes(self, item: Item) -> bool:
        """Is this the name of a field? In a list that is sure, also where the lexicon does not have it."""
        lists, words = self.lists, item.name.split()
        if code_of(lists.wordings, item.name) is not None:
            return True
        if fold(item.name) in _VAGUE or words[-1] in GENERAL:
            return False
        if lists.wordings.code(words[-1]):
            return True
        sure = self.sure or bool(lists.within)
        closed = self.tokens.classes[item.last] in _AFTER_ITEM or lists.lower[item.last] in ("and", "or", "in")
        return sure and closed and item.name[1:].islower() and not words[-1].endswith(_NO_FIELD)

    def find(self) -> list[SectorList]:
        """All lists of sectors of the brief, in the order of the text."""
        hits = SECTOR_RULES.hits(self.tokens.classes)
        for hit in sorted(hits, key=lambda hit: hit.rule.name == "companies-in"):  # they look at what the others found
            unit = self.tokens.units[hit.first]
            if hit.first in self.covered or self.brief.units[unit].kind not in _PROSE:
                continue
            role = self.role(hit, unit)
            if role is None or unreal(self.lists.before(hit.first)):
                continue
            self.sure = hit.rule.name in _SURE or self.of_fields(hit.last)
            items, end = self.lists.read(hit.last)
            if hit.rule.name == "sectors-ranging" and items and self.lists.lower[end] == "to":
                others, end = self.lists.read(end + 1)
                items += others
            if items:
                self.add(items, self.scope(items, end), hit, role)
            elif self.tokens.classes[hit.last - 1] == ":" and hit.last == self.tokens.span_of(unit)[1]:
                for below, after in read_below(self.brief, self.lists, unit, lambda _: False):
                    self.add(below, after, hit, role)
        return sorted(self.found, key=lambda one: one.items[0].first)

    def of_fields(self, at: int) -> bool:
        """Do the words before a token say that a field is named there: "in the fields of"?"""
        return self.lists.lower[at - 1] == "of" and self.lists.lower[at - 2] in _FIELDS

    def role(self, hit: Hit, unit: int) -> Role | None:
        """The role that the words of a rule give, or None where the sentence tells of something else."""
        name, told = hit.rule.name, self.told(unit, hit.last)
        concluded = name if name in _IMPLIED else ""
        group = "role" if "role" in hit.match.re.groupindex else 0
        words = self.brief.chars(hit.match.span(group))
        if name in ("active-in", "sectors-ranging"):
            first = self.tokens.classes.rfind("\n", 0, hit.first) + 1
            if not any(word.lower() in _BUSINESS for word in self.tokens.words[first : hit.first]):
                return None
        elif name == "cooperation-in" and not self.lists.lower[hit.first].startswith(_COOPERATION):
            return None
        elif name == "aid-focuses-on" and told and told.span[0] == hit.first:
            if told.measure.endswith("investment"):
                return Role("interest", words, "invested-in")
            return Role("assistance", words, "") if told.measure.endswith("assistance") else None
        elif name in _GOVERNED:
            if told is None or not told.measure.endswith(_GOVERNED[name]):
                return None
            words = self.brief.chars(told.span)
        return Role(_ROLES[name], words, concluded)

    def told(self, unit: int, before: int) -> Measured | None:
        """What is measured last before a token in its sentence."""
        told = [one for one in self.brief.measures.by_unit.get(unit, ()) if one.span[0] < before]
        return told[-1] if told else None

    def scope(self, items: list[Item], end: int) -> int:
        """Read the sectors that a field lies in, as its details ("governance in the mining sector"), up to a token."""
        if self.lists.lower[end] != "in":
            return end
        inside, after = self.lists.read(end + 1)
        if not inside or self.lists.lower[inside[-1].last - 1] not in SECTOR:
            return end
        items[-1].details += inside
        return after

    def add(self, items: list[Item], end: int, hit: Hit, role: Role) -> None:
        finish_names(self.lists, items)
        self.covered.update(range(items[0].first, end))
        if hit.rule.name != "companies-in" or not self.narrowed(items, hit):
            self.found.append(SectorList(items, role))

    def narrowed(self, items: list[Item], hit: Hit) -> bool:
        """Make what "extractive companies (mining)" name details of the extractive sector, if the sentence has it."""
        for listed in self.found:
            for item in listed.items:
                words = [self.lists.lower[at] for at in range(item.first, item.last)]
                here = self.tokens.units[item.first] == self.tokens.units[hit.first] and len(words) == 2
                if here and words[0] == self.lists.lower[hit.first - 1] and words[1] in SECTOR:
                    item.details += items
                    return True
        return False


def read_sectors(brief: Brief) -> list[SectorList]:
    """The lists of sectors of a brief, in the order of the text."""
    return _Finder(brief).find()
