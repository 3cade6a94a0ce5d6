"""Words that a list says once for several things, given back to each: copper, lead and precious metal ores."""

from __future__ import annotations

from ..plurals import singular
from .list_words import STATES
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
            if lists.wordings.code(f"{alone} {head}") is None:
                break
            _give(lists, other, item, head)
            if other.joint != ",":
                break


def _chapter(lists: Lists, text: str) -> str:
    return (lists.wordings.code(text) or "")[:2]


def _from_parent(lists: Lists, detail: Item, parent: Item) -> None:
    """The head of what it is a detail of: "mineral ores (copper)", "coffee (green and instant)", "lentils (red)"."""
    head, name = head_of(parent.name), detail.name
    alone, whole, above = map(lists.wordings.code, (name, f"{name} {head}", parent.name))
    if name in STATES and not alone:
        _give(lists, detail, parent, head)
        return
    if above and whole is None and " " not in parent.name and lists.wordings.code(f"{parent.name} {name}") is not None:
        _name_by(lists, detail, parent)
        return
    if singular(name) != name.lower() or whole is None or above is None:
        return  # "intermediate goods (chemicals)"
    if not alone or (alone[:2] != above[:2] and whole[:2] == above[:2]):
        _give(lists, detail, parent, head)


def _name_by(lists: Lists, detail: Item, parent: Item) -> None:
    """Put the name of what it is a detail of before its own: "cocoa (beans and butter)"."""
    first, last = lists.tokens.starts[parent.first], lists.tokens.ends[parent.last - 1]
    detail.name, detail.rule, detail.head = f"{parent.name.lower()} {detail.name}", "named-by-whole", (first, last)


def _give(lists: Lists, item: Item, other: Item, head: str) -> None:
    """Add to the name of an item the head of another, which stands last among its words."""
    end = lists.tokens.ends[other.last - 1]
    small = head.istitle() and item.name.islower()  # "- Lentils (red)"
    item.name += f" {head.lower() if small else head}"
    item.rule, item.head = "shared-head", (end - len(head), end)
