"""A change in a text that should change certain cells changes those and no others.

Each test rewrites whole briefs (the page and those of tests/briefs), reads both versions and compares what a person
would: the cells of every row, without ids and, where the lengths of words change, without offsets.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.reading import Refused, read
from pipeline.reading.document import view_of
from pipeline.sources import Source

ROOT = Path(__file__).parent.parent
TEXTS = {
    path.stem: path.read_bytes().decode()
    for folder in ("raw", "tests/briefs")
    for path in (ROOT / folder).glob("*.txt")
}
# Every fourth brief, and the page, at every change of the code; the rest with the slow tests.
NAMES = [
    pytest.param(name, marks=[pytest.mark.slow] if number % 4 and name != "canada-peru-relations" else [])
    for number, name in enumerate(sorted(TEXTS))
]
Rows = dict[str, list[dict[str, Any]]]

_IDS = re.compile(r"(?:^|_)id$")
_POINTERS = {"detail_of", "person", "body", "member", "place", "used_row_id"}  # to ids
_OFFSETS = {"start_char", "end_char", "characters", "sha256"}


def rows_of(name: str, text: str) -> Rows:
    """The rows of a text under the name of a brief."""
    return read(Source(name, f"raw/{name}.txt", text, "0" * 64))


def cells(
    rows: Rows, change: Callable[[str, str], Any] = lambda _, cell: cell, *, offsets: bool, but: tuple[str, ...]
) -> Any:
    """How often each row occurs in each table but some, cells changed, ids named by what they point at."""
    named = {row["entity_id"]: row["name"] for row in rows["entities"]}
    named |= {row["good_id"]: row["name"] for row in rows["goods"]}
    named |= {row["sector_id"]: row["name"] for row in rows["sectors"]}
    named |= {row["event_id"]: row["quote"] for row in rows["events"]}
    found: dict[str, Counter[tuple[tuple[str, Any], ...]]] = {}
    for table, listed in rows.items():
        if table in but:
            continue
        found[table] = Counter()
        for row in listed:
            kept = {}
            for column, cell in row.items():
                if column in _POINTERS or column in ("entity_id", "event_id"):
                    cell = named.get(cell)
                elif _IDS.search(column) or (not offsets and column in _OFFSETS):
                    continue
                kept[column] = change(column, " ".join(view_of(cell).split())) if isinstance(cell, str) else cell
            found[table][tuple(kept.items())] += 1
    return found


def same(before: Any, after: Any) -> None:
    """Are the rows of two readings the same? If not, the message names those that only one of them has."""
    lost = {table: rows - after[table] for table, rows in before.items() if rows - after[table]}
    gained = {table: rows - before[table] for table, rows in after.items() if rows - before[table]}
    said = [
        f"{what} {table} {dict(row)}"
        for what, tables in (("lost", lost), ("gained", gained))
        for table, rows in tables.items()
        for row in rows
    ]
    assert not said, "\n".join(said[:12])


@pytest.mark.parametrize("name", NAMES)
def test_quotes_curled_or_straight(name: str) -> None:
    """Does nothing but the quotes change when every curly mark is written straight, and every apostrophe curly?"""
    text = TEXTS[name]
    before = cells(rows_of(name, text), offsets=True, but=())
    for old, new in (("’", "'"), ("'", "’")):
        same(before, cells(rows_of(name, text.replace(old, new)), offsets=True, but=()))


@pytest.mark.parametrize("name", NAMES)
def test_no_break_spaces(name: str) -> None:
    """Does nothing but the quotes change when every space between two words is a no-break space?"""
    text = TEXTS[name]
    changed = re.sub(r"(?<=\S) (?=\S)", "\u00a0", text)
    before = cells(rows_of(name, text), offsets=True, but=())
    same(before, cells(rows_of(name, changed), offsets=True, but=()))


@pytest.mark.parametrize("name", NAMES)
def test_line_wraps(name: str) -> None:
    """Does nothing change when the paragraphs are wrapped at 80 characters, as in a mail?"""
    text = TEXTS[name]
    wrapped = "\n".join(_wrapped(line) if len(line) > 200 else line for line in text.split("\n"))
    assert wrapped != text and len(wrapped) == len(text)
    before = cells(rows_of(name, text), offsets=True, but=())
    same(before, cells(rows_of(name, wrapped), offsets=True, but=()))


def _wrapped(line: str) -> str:
    """A line broken at spaces, one character for one, but where what follows would read as an item of a list."""
    out, start = list(line), 0
    for match in re.finditer(r"(?<![ .!?:]) (?! |\d+[.)] |[-–—] )", line):
        at = match.start()
        if at - start > 70 and len(line) - at > 20:
            out[at], start = "\n", at
    return "".join(out)


@pytest.mark.parametrize("name", NAMES)
def test_cut_off(name: str) -> None:
    """Is a text that breaks off anywhere, as in a download that failed, still read or refused, with all quotes true?"""
    text = TEXTS[name]
    for end in range(300, len(text), 397):
        try:
            rows = rows_of(name, text[:end])
        except Refused:
            continue
        quoted = [row for table in rows.values() for row in table if "quote" in row]
        assert all(text[row["start_char"] : row["end_char"]] == row["quote"] for row in quoted)


_YEAR = re.compile(
    r"(?:(?<![\d,.$€£¥])|(?<=\d\d\.\d\d\.))((?:1[789]|20)\d\d)(?![\d,]\d|\ds?|s)(?:(?<=\d{4})([-–/])(\d\d)(?!\d))?"
)
_LEAP = 28  # years after which the calendar is the same to the weekday
_DATES = ("date", "date_from", "date_to")


def _moved(match: re.Match[str]) -> str:
    """A year moved, and with it the last two digits of the year after it (2013-14)."""
    year, dash, short = match.groups()
    if dash and int(short) == (int(year) + 1) % 100:
        short = f"{(int(short) + _LEAP) % 100:02}"
    return str(int(year) + _LEAP) + (f"{dash}{short}" if dash else "")


@pytest.mark.parametrize("name", NAMES)
def test_years(name: str) -> None:
    """Do all dates move by 28 years, and nothing else, when every year of the text does?"""
    text = re.sub(r"\b(\d{3}0)s\b", r"\1", TEXTS[name])  # a decade moved by 28 years is none

    def moved(column: str, cell: str) -> str:
        if column in _DATES:
            return re.sub(r"\d{4}", lambda year: str(int(year.group()) + _LEAP), cell)
        return unread(column, cell)

    def unread(column: str, cell: str) -> str:
        return cell if column in _DATES else re.sub(r"\d", "0", cell)

    skip = ("caveats", "entities")  # which organisations existed changes with the years
    before = rows_of(name, text)
    named = {at for row in before["mentions"] for at in range(row["start_char"], row["end_char"])}  # Horizon 2020
    later = _YEAR.sub(lambda match: match.group() if match.start(1) in named else _moved(match), text)
    after = rows_of(name, later)
    same(cells(before, moved, offsets=True, but=skip), cells(after, unread, offsets=True, but=skip))


_MONEY = re.compile(r"(?<=[$€£¥])\d[\d,.]*\d(?=\s(?:million|billion|crore|lakh)\b)")
_OTHER_DIGITS = str.maketrans("23456789", "34567892")  # no 0 and 1: a number keeps its length and stays one


@pytest.mark.parametrize("name", NAMES)
def test_amounts(name: str) -> None:
    """Do the values of figures of money, and nothing else, change when the digits of the amounts do?"""
    text = TEXTS[name]
    changed = _MONEY.sub(lambda match: match.group().translate(_OTHER_DIGITS), text)

    def other(_: str, cell: str) -> str:
        return _MONEY.sub(lambda match: match.group().translate(_OTHER_DIGITS), cell)

    before, after = rows_of(name, text), rows_of(name, changed)
    moved = [(row["value"], new["value"]) for row, new in zip(before["figures"], after["figures"], strict=True)]
    for rows in (before, after):
        for row in rows["figures"]:
            row["value"] = row["value_to"] = None
    skip = ("caveats", "sentences", "coverage", "evidence")  # parts add up or not; quotes are cut within the amounts
    same(cells(before, other, offsets=True, but=skip), cells(after, offsets=True, but=skip))
    assert changed == text or any(old != new for old, new in moved)


_SPELLINGS = {
    "totalled": "totaled", "labour": "labor", "programme": "program", "per cent": "percent", "centre": "center",
    "organisation": "organization", "defence": "defense", "travelled": "traveled", "favour": "favor",
}  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_spellings(name: str) -> None:
    """Is a brief read alike in British and in American spelling?"""
    text = TEXTS[name]

    def american(_: str, cell: str) -> str:
        for british, spelling in _SPELLINGS.items():
            cell = re.sub(rf"\b{british}", spelling, cell)
        return cell

    skip = ("sentences", "caveats", "entities", "evidence", "coverage", "documents")
    before = cells(rows_of(name, american("", text)), american, offsets=False, but=skip)
    changed = text
    for british, spelling in _SPELLINGS.items():
        changed = re.sub(rf"\b{spelling}(?!m)", british, changed)
    same(before, cells(rows_of(name, changed), american, offsets=False, but=skip))


_PAIRS = {
    "Canada": "Australia", "Canadian": "Australian", "CAN": "AUS", "CAD": "AUD",
    "Peru": "Chile", "Peruvian": "Chilean", "PER": "CHL",
}  # fmt: skip


def test_country_pair() -> None:
    """Are the same figures, goods, sectors and dates read of another pair of countries, each with its own codes?"""
    name, pair = "canada-peru-relations", re.compile(rf"\b(?:{'|'.join(_PAIRS)})(?=s?\b)")

    def other(_: str, cell: str) -> str:
        return pair.sub(lambda match: _PAIRS[match.group()], cell)

    # What is known of a country besides its name differs: its ministries, agencies and agreements.
    skip = ("documents", "entities", "mentions", "events", "participants", "offices", "memberships", "evidence", "caveats", "coverage")  # fmt: skip
    before, after = rows_of(name, TEXTS[name]), rows_of(name, other("", TEXTS[name]))
    same(cells(before, other, offsets=False, but=skip), cells(after, offsets=False, but=skip))
    kinds = [[(row["kind"], row["date"], row["status"]) for row in rows["events"]] for rows in (before, after)]
    assert kinds[0] == kinds[1]
