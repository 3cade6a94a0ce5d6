"""Words that a list says once for several things, given back to each: copper, lead and precious metal ores."""

from __future__ import annotations

from ..counted import singular
from .listing import Lists
from .things import Item

_ORES = ("ore", "ores", "concentrates")  # "gold, copper and iron ores": ores of each, though gold is a good as well
_LAST_WORDS = (("ores", "and", "concentrates"), ("ore", "and", "concentrates"))


def head_of(text: str) -> str:
    """The head of a thing's name: its last word, or the last few where they belong together."""
    words = text.split()
    for last in _LAST_WORDS:
        if tuple(words[-len(last) :]) == last:
            return " ".join(last)
    return words[-1]


def give_back(lists: Lists, items: list[Item]) -> None:
    """Give the items of a list, and their details, the head that they share, where the lexicon knows them with it."""
    _among(lists, items)
    for item in items:
        give_back(lists, item.details)
        for detail in item.details:
            if not detail.head:
                _from_parent(lists, detail, item)


def _among(lists: Lists, items: list[Item]) -> None:
    """The head of the thing that ends a run: "sunflower and olive oil", "gold, silver and platinum jewellery"."""
    for number, item in enumerate(items):
        text = item.name
        if item.joint != "and" or item.head or " " not in text:
            continue
        head = head_of(text)
        material = _chapter(lists, text.removesuffix(head).strip())
        for other in reversed(items[:number]):
            alone = other.name
            alike = material and _chapter(lists, alone) == material and singular(alone) == alone.lower()
            if (
                other.details
                or other.head
                or text.lower().startswith(f"{alone.lower()} ")  # paper and paper pulp
                or not (head.startswith(_ORES) or alike or not lists.wordings.written(alone))
            ):
                break
            if not _give(lists, other, item, head) or other.joint != ",":
                break


def _chapter(lists: Lists, text: str) -> str:
    return (lists.wordings.code(text) or "")[:2]


def _from_parent(lists: Lists, detail: Item, parent: Item) -> None:
    """The head of what it is a detail of: "mineral ores (copper)", "coffee (green and instant)"."""
    head = head_of(parent.name)
    if singular(detail.name) != detail.name.lower():
        return  # "intermediate goods (chemicals)"
    whole, above = lists.wordings.code(f"{detail.name} {head}"), lists.wordings.code(parent.name)
    if whole is None or above is None:
        return
    alone = lists.wordings.code(detail.name)
    if not alone or (alone[:2] != above[:2] and whole[:2] == above[:2]):
        _give(lists, detail, parent, head)


def _give(lists: Lists, item: Item, other: Item, head: str) -> bool:
    name = f"{item.name} {head}"
    if lists.wordings.code(name) is None:
        return False
    end = lists.tokens.ends[other.last - 1]
    item.name, item.rule, item.head = name, "shared-head", (end - len(head), end)
    return True
