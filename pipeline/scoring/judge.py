"""When a row that was read is the row that a careful reader wrote down, layer by layer.

Each layer asks for the same words (spans that meet) and the same values. Names are the same where one holds the
other. Rows are paired one to one: each gold row takes the first free row that is the same, required rows first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

Row = Mapping[str, Any]

SAME_MENTION = 0.6  # least share of a mention's characters, its own and the gold's, that both have
SAME_GOOD = 0.7  # the same for a good whose name is written otherwise
TOLERANCE = 2e-4  # relative: one third may be written 33.33


class Verdict(NamedTuple):
    """The outcome for one layer of one document: how many required gold rows were found, which not, what is false."""

    hits: int
    missed: list[Row]
    false: list[Row]


def judge(layer: str, gold: Iterable[Row], found: Sequence[Row]) -> Verdict:
    """Pair the gold of a layer with the rows found. An optional row that is found counts for nothing, but takes one."""
    same, free = _SAME[layer], list(found)
    hits, missed = 0, []
    for wanted in sorted(gold, key=lambda row: bool(row.get("optional"))):
        at = next((at for at, row in enumerate(free) if same(wanted, row)), None)
        if at is not None:
            del free[at]
        if not wanted.get("optional"):
            hits += at is not None
            missed += [wanted] if at is None else []
    return Verdict(hits, missed, free)


def _shared(one: Row, other: Row) -> int:
    """How many characters lie in both spans."""
    return max(0, min(one["end"], other["end"]) - max(one["start"], other["start"]))


def _share(one: Row, other: Row) -> float:
    """The characters in both spans by those from the first to the last of either."""
    return _shared(one, other) / (max(one["end"], other["end"]) - min(one["start"], other["start"]))


@lru_cache(maxsize=10_000)
def _plain(name: str) -> str:
    name = name.replace("\u2019", "'").replace("\u00a0", " ").casefold()
    return " ".join(name.split()).removeprefix("the ")


def _called(one: str, other: str) -> bool:
    one, other = _plain(one), _plain(other)
    return bool(one and other) and (one in other or other in one)


def _known(wanted: str, names: Iterable[str]) -> bool:
    return any(_called(wanted, name) for name in names)


def _close(one: object, other: object) -> bool:
    numbers = [float(value) for value in (one, other) if isinstance(value, (int, float))]
    if len(numbers) < 2:
        return not numbers  # neither says how much
    return abs(numbers[0] - numbers[1]) <= TOLERANCE * max(1, *map(abs, numbers))


def _agree(gold: Row, found: Row, *columns: str) -> bool:
    """Are the columns that the gold fills filled alike?"""
    return all(not gold.get(column) or gold[column] == found[column] for column in columns)


def _same_year(gold: Row, found: Row) -> bool:
    year = str(gold.get("date") or "")[:4]
    return not year or str(found["date"])[:4] == year


def _date(gold: Row, found: Row) -> bool:
    return _shared(gold, found) > 0 and gold["date"] == found["date"]


def _mention(gold: Row, found: Row) -> bool:
    return _share(gold, found) >= SAME_MENTION and gold["kind"] == found["kind"]


def _figure(gold: Row, found: Row) -> bool:
    bare = {"start": gold.get("num_start", gold["start"]), "end": gold.get("num_end", gold["end"])}
    return (
        _shared(bare, found) > 0
        and gold["kind"] == found["kind"]
        and (gold["kind"] != "money" or gold["unit"] == found["unit"])
        and _close(gold["value"], found["value"])
    )


def _figure_full(gold: Row, found: Row) -> bool:
    return (
        _figure(gold, found)
        and not {gold["measure"], *gold.get("also", ())}.isdisjoint((found["measure"], found["statistic"]))
        and _agree(gold, found, "reporter", "partner")
        and _same_year(gold, found)
        and (gold.get("comparator") or "exactly") == (found["comparator"] or "exactly")
    )


def _good(gold: Row, found: Row) -> bool:
    return (
        _shared(gold, found) > 0
        and (_called(gold["name"], found["name"]) or _share(gold, found) >= SAME_GOOD)
        and gold["flow"] == found["flow"]
        and _agree(gold, found, "reporter")
        and _same_year(gold, found)
    )


def _office(gold: Row, found: Row) -> bool:
    return (
        _shared(gold, found) > 0 and _known(gold["person"], found["person"]) and _called(gold["title"], found["title"])
    )


def _event(gold: Row, found: Row) -> bool:
    return (
        _shared(gold, found) > 0
        and found["kind"] in (gold["kind"], *gold.get("also_kinds", ()))
        and found["date"] in (gold.get("date") or "", *gold.get("also_dates", ()))
        and found["status"] == gold.get("status", "occurred")
    )


def _participant(gold: Row, found: Row) -> bool:
    return (
        _shared(gold, found) > 0 and found["event_kind"] in gold["event_kinds"] and _known(gold["name"], found["name"])
    )


def _membership(gold: Row, found: Row) -> bool:
    """A membership holds wherever the text says it: the words are not compared."""
    return (
        gold["role"] == found["role"]
        and _known(gold["member"], found["member"])
        and _known(gold["body"], found["body"])
    )


# In the order in which they are printed.
_SAME: dict[str, Callable[[Row, Row], bool]] = {
    "dates": _date, "mentions": _mention, "figures": _figure, "figures_full": _figure_full, "goods": _good,
    "offices": _office, "events": _event, "participants": _participant, "memberships": _membership,
}  # fmt: skip
LAYERS = tuple(_SAME)
