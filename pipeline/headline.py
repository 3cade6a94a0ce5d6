"""What the texts say of trade and investment, in words for people: whose, how much, when, and in what words."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from pipeline.tableschema import Table, tables

_TOWARDS = {"trade": "with", "exports": "to", "imports": "from", "investment": "in"}
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


class Said(NamedTuple):
    """A figure in words, the words it rests on (offsets in code points in the text at `path`), and its row."""

    what: str
    how_much: str
    when: str
    quote: str
    start: int
    end: int
    path: str
    row: dict[str, str]


def trade(root: Path) -> list[Said]:
    """Return the amounts and ranks of trade and investment in the order of the texts; OSError without the tables."""
    figures = tables(root / "schemas")["figures"]
    paths = {row["document_id"]: row["path"] for row in rows(root, "documents")}
    names = {row["iso3166_1"]: row["name"] for row in rows(root, "entities") if row["iso3166_1"]}
    chosen = (
        Said(
            _subject(figures, row, names),
            _value(figures, row),
            row["date"] or "not stated",
            row["quote"],
            int(row["start_char"]),
            int(row["end_char"]),
            paths[row["document_id"]],
            row,
        )
        for row in rows(root, "figures")
        if row["kind"] in ("money", "rank") and _family(row["measure"]) in _TOWARDS
    )
    return sorted(chosen, key=lambda said: (said.row["document_id"], said.start))


def rows(root: Path, table: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a published table as its CSV has them."""
    with (root / "data" / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _family(measure: str) -> str:
    return measure.rpartition("_")[2]


def _label(table: Table, field: str, value: str) -> str:
    return str(next(known["label"] for known in table.field(field)["categories"] if known["value"] == value))


def _subject(figures: Table, row: dict[str, str], names: dict[str, str]) -> str:
    """What is measured, whose it is and towards whom: "merchandise imports, Canada from Peru"."""
    label = _label(figures, "measure", row["measure"])
    reporter, partner = (names.get(row[side], row[side]) for side in ("reporter", "partner"))
    towards = f"{_TOWARDS[_family(row['measure'])]} {partner}" if partner else ""
    countries = " ".join(filter(None, (reporter, towards)))
    told = "" if row["statistic"] == "level" else row["statistic"]
    return ", ".join(filter(None, (label, told, countries)))


def _value(figures: Table, row: dict[str, str]) -> str:
    """The value as a person would write it: "slightly more than CAD 522 million", "2nd in Latin America"."""
    ends = [_amount(row[end], row) for end in ("value", "value_to") if row[end]]
    comparator = "" if row["comparator"] == "exactly" else _label(figures, "comparator", row["comparator"])
    unit = row["unit"] if row["kind"] == "money" else ""
    scope = f"in {row['scope']}" if row["scope"] else ""
    return " ".join(filter(None, (comparator, unit, " to ".join(ends), scope)))


def _amount(digits: str, row: dict[str, str]) -> str:
    number = Decimal(digits)
    if row["kind"] == "rank":
        last = "th" if int(number) % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(int(number) % 10, "th")
        return f"{number}{last}"
    for scale, word in _SCALES:
        if abs(number) >= scale:
            return f"{(number / scale).normalize():f} {word}"
    return f"{number:,}"
