"""Caveats about figures: currencies concluded, ranks without a date, totals and parts that do not fit each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .readings import Caveat, Reading, Row

# A total -> the measures that make it up; one line for each way to split it.
_PARTS = (
    ("trade", "exports", "imports"),
    ("merchandise_trade", "merchandise_exports", "merchandise_imports"),
    ("services_trade", "services_exports", "services_imports"),
    ("trade", "merchandise_trade", "services_trade"),
    ("exports", "merchandise_exports", "services_exports"),
    ("imports", "merchandise_imports", "services_imports"),
)
_FLOWS = ("trade", "exports", "imports")
_OPEN = re.compile(r"\b(?:additional|further|other|another|extra)\b", re.IGNORECASE)
_PRODUCTS = re.compile(r"\b(?:goods|services|merchandise)\b", re.IGNORECASE)
_DIGITS = re.compile(r"(\d[\d,'’ \u00a0]*)(?:\.(\d+))?")
# How far a figure may lie from the value that is written, as a part of it, by how it is qualified.
_SLACK = {"exactly": 0.0, "about": 0.05, "almost": 0.05, "slightly_more_than": 0.05}
_LOOSE = 0.1


def figures(reading: Reading) -> Iterator[Caveat]:
    """What there is to know of each figure by itself."""
    for row in reading.table("figures"):
        inferred = (row["inferred"] or "").split()
        if row["kind"] == "money" and (row["unit"] is None or "unit" in inferred):
            start, end = reading.words_of(row, "figure_id", "unit")
            sign = reading.text[start:end]
            if row["unit"] is None:
                yield _caveat("unit_unknown", row, f"“{sign}” does not say which currency, and nothing else does")
            else:
                said = (
                    f"The text writes {sign} without a country; taken as {row['unit']}, the currency of its publisher"
                )
                yield Caveat("currency_inferred", "figures", row["figure_id"], said, start, end)
        if row["kind"] == "rank" and row["date"] is None:
            yield _caveat("undated_rank", row, f"No date is stated for this rank{_as_of(reading)}")
        opened = _OPEN.search(row["quote"]) if row["kind"] == "count" else None
        if opened:
            start = row["start_char"]
            said = f"The text does not say to what these are “{opened.group().lower()}”"
            yield Caveat(
                "open_comparison", "figures", row["figure_id"], said, start + opened.start(), start + opened.end()
            )


def _as_of(reading: Reading) -> str:
    return f"; the document is of {reading.page}" if reading.page else ""


def _caveat(kind: str, row: Row, message: str) -> Caveat:
    return Caveat(kind, "figures", row["figure_id"], message, row["start_char"], row["end_char"])


def ranks(reading: Reading) -> Iterator[Caveat]:
    """Ranks of one pair of countries within different regions."""
    ranked = [row for row in reading.table("figures") if row["kind"] == "rank" and row["scope"]]
    for row in ranked:
        scopes = [other["scope"] for other in ranked if _pair(other) == _pair(row) and other["scope"] != row["scope"]]
        if scopes:
            start, end = reading.words_of(row, "figure_id", "scope")
            said = f"A rank within {row['scope']}; another rank in this text is within {scopes[0]}"
            yield Caveat("different_scopes", "figures", row["figure_id"], said, start, end)


def _pair(row: Row) -> frozenset[str]:
    """The countries of a figure, whichever reports."""
    return frozenset(filter(None, (row["reporter"], row["partner"])))


def _levels(reading: Reading) -> list[Row]:
    return [
        row
        for row in reading.table("figures")
        if row["kind"] == "money" and row["statistic"] == "level" and row["measure"].rpartition("_")[2] in _FLOWS
    ]


def years(reading: Reading) -> Iterator[Caveat]:
    """Totals and parts, or exports and imports, of which no two are of the same year."""
    found = [row for row in _levels(reading) if row["date"]]
    flows = {flow: [row for row in found if row["measure"].rpartition("_")[2] == flow] for flow in _FLOWS}
    for row in flows["trade"]:
        parts = [part for part in flows["exports"] + flows["imports"] if _pair(part) == _pair(row)]
        if parts and row["date"] not in {part["date"] for part in parts}:
            told = ", ".join(sorted({part["date"] for part in parts}))
            yield _of_year(reading, row, f"This total is of {row['date']}, exports and imports are of {told}")
    for one, other in ((one, other) for one in flows["exports"] for other in flows["imports"]):
        same = [row for row in flows["exports"] + flows["imports"] if _pair(row) == _pair(one) == _pair(other)]
        if len(same) == 2 and one["date"] != other["date"]:
            said = f"These imports are of {other['date']}, the exports of {one['date']}"
            yield _of_year(reading, other, said)


def _of_year(reading: Reading, row: Row, message: str) -> Caveat:
    start, end = reading.words_of(row, "figure_id", "date")
    return Caveat("different_years", "figures", row["figure_id"], f"{message}: they do not add up", start, end)


def scopes(reading: Reading) -> Iterator[Caveat]:
    """Trade of which is not said whether it is of goods alone, in a text that says so of other trade of the pair."""
    found = _levels(reading)
    told = {_pair(row) for row in found if row["measure"] not in _FLOWS}
    for row in found:
        if row["measure"] in _FLOWS and _pair(row) in told:
            start, end = reading.words_of(row, "figure_id", "measure")
            if _PRODUCTS.search(reading.text, start, end):
                continue
            said = "Not said to be of goods alone or of services too, unlike other trade in this text"
            yield Caveat("scope_not_stated", "figures", row["figure_id"], said, start, end)


def sums(reading: Reading) -> Iterator[Caveat]:
    """Totals that are not the sum of their parts, where pair, year, unit and products are the same."""
    found: dict[tuple[object, ...], dict[str, list[Row]]] = {}
    for row in _levels(reading):
        if row["date"] and row["value_to"] is None:
            found.setdefault((_pair(row), row["date"], row["unit"]), {}).setdefault(row["measure"], []).append(row)
    for measures in found.values():
        for names in _PARTS:
            if all(len(measures.get(name, ())) == 1 for name in names):
                total, *parts = (measures[name][0] for name in names)
                gap = abs(total["value"] - sum(part["value"] for part in parts))
                if gap > sum(_tolerance(reading, row) for row in (total, *parts)):
                    made = " and ".join(f"{part['value']:.15g}" for part in parts)
                    yield _caveat("arithmetic", total, f"{total['value']:.15g} is not the sum of its parts, {made}")


def _tolerance(reading: Reading, row: Row) -> float:
    """How far the true value may lie from the value that is written: rounding, and what the qualifier allows."""
    start, end = reading.words_of(row, "figure_id", "value")
    written = _DIGITS.search(reading.text, start, end)
    value = float(row["value"])
    rounding = 0.0
    if written:
        whole, decimals = re.sub(r"\D", "", written.group(1)), written.group(2) or ""
        number = float(f"{whole}.{decimals or 0}")
        rounding = value / number / 10 ** len(decimals) / 2 if number else 0.0
    return rounding + value * _SLACK.get(row["comparator"], _LOOSE)
