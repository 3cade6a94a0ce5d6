"""Lists of the lines below a line: bullets, numbered lines, and bare lines that are a known thing and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..brief import Brief
from .listing import Lists
from .things import Item

_ENDS = frozenset(".;,")


def read_below(brief: Brief, lists: Lists, unit: int, skip: Callable[[int], bool]) -> Iterator[tuple[list[Item], int]]:
    """The things of each line below a unit and where they end, up to a line that is none or is to be skipped.

    Below a line that ends in a colon bullets may begin with a thing and say more; elsewhere they must be known things.
    """
    tokens = brief.tokens
    headed = tokens.classes[tokens.opens[unit + 1] - 2] == ":"
    for below in range(unit + 1, len(brief.units)):
        kind, (first, last) = brief.units[below].kind, tokens.span_of(below)
        marked = kind == "list_item" or (kind == "heading" and tokens.words[first].isdecimal())
        if kind not in ("list_item", "heading") or skip(below):
            return
        while first < last and not tokens.words[first][0].isalpha():
            first += 1
        items, end = lists.read(first, one=True)
        if len(items) == 1 and tokens.classes[end] == ":":  # "- Cereals: wheat, rye"
            details, after = lists.read(end + 1)
            items[0].details += details
            end = after if details else end
        while end < last and tokens.classes[end] in _ENDS:
            end += 1
        whole = end == last and all(lists.known(item) for item in items)
        if items and (whole or (headed and marked)):
            yield items, end
        elif not (headed and marked):
            return
