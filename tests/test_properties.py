"""Wordings made by the machine: whatever number, amount or date is written, is it read back at its offsets?"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.reading import read, reread
from tests.wordings import dates_in, quantities_in, source

ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
SCALES = {
    "": 1,
    " thousand": 10**3,
    " million": 10**6,
    " billion": 10**9,
    "\u00a0million": 10**6,
    "bn": 10**9,
    " trillion": 10**12,
}
QUALIFIERS = {"": "exactly", "about ": "about", "more than ": "more_than", "slightly over ": "slightly_more_than",
              "just under ": "almost",
              "at least ": "at_least", "less than ": "less_than", "up to ": "up_to"}  # fmt: skip


def in_words(number: int) -> str:
    """A number below a million in English words, British style."""
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    if number < 1000:
        return f"{ONES[number // 100]} hundred" + (f" and {in_words(number % 100)}" if number % 100 else "")
    rest = number % 1000
    return f"{in_words(number // 1000)} thousand" + (f" {'and ' if rest < 100 else ''}{in_words(rest)}" if rest else "")


@given(st.integers(2, 999_999))
def test_number_words(number: int) -> None:
    """Is every number below a million read back from its words?"""
    ((quote, quantity),) = quantities_in(f"They counted {in_words(number)} mines there.")
    assert quantity.value == number
    assert quote == f"{in_words(number)} mines"


@given(
    st.decimals("0.01", "9999", places=2),
    st.sampled_from(sorted(SCALES)),
    st.sampled_from(sorted(QUALIFIERS)),
    st.sampled_from(["US$", "€", "£"]),
)
def test_money(amount: Decimal, scale: str, qualifier: str, sign: str) -> None:
    """Is an amount read with its scale, sign and comparator, and read again from its quote alone?"""
    figure = f"{qualifier}{sign}{amount:,}{scale}"
    ((quote, quantity),) = quantities_in(f"Exports were worth {figure} at that time.")
    assert (quote, quantity.kind, quantity.comparator) == (figure, "money", QUALIFIERS[qualifier])
    assert quantity.value == amount * SCALES[scale]
    assert reread(quote) == [float(quantity.value)]


@given(st.integers(1, 99), st.integers(1, 98), st.sampled_from([" per cent", " percent", "%"]))
def test_percentages(whole: int, tenths: int, unit: str) -> None:
    """Is a percentage read to the decimal?"""
    ((quote, quantity),) = quantities_in(f"Trade grew by {whole}.{tenths:02}{unit} then.")
    assert (quote, quantity.value) == (f"{whole}.{tenths:02}{unit}", Decimal(f"{whole}.{tenths:02}"))


@given(st.dates(date(1800, 1, 1), date(2100, 12, 31)), st.sampled_from(["dmy", "mdy", "iso", "ordinal"]))
def test_full_dates(day: date, style: str) -> None:
    """Is a full date the same day in every style of writing?"""
    month = MONTHS[day.month - 1]
    suffix = "th" if 10 < day.day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    written = {
        "dmy": f"{day.day} {month} {day.year}",
        "mdy": f"{month} {day.day}, {day.year}",
        "iso": day.isoformat(),
        "ordinal": f"{day.day}{suffix} of {month}, {day.year}",
    }[style]
    assert dates_in(f"They met on {written} in Rome.") == [(written, day.isoformat())]


@given(st.integers(1, 12), st.integers(1900, 2099))
def test_months_and_since(month: int, year: int) -> None:
    """Is a month as precise as it is written, and "since" an interval without an end?"""
    written = f"{MONTHS[month - 1]} {year}"
    assert dates_in(f"It opened in {written}.") == [(written, f"{year}-{month:02}")]
    assert dates_in(f"It has run since {written}.") == [(f"since {written}", f"{year}-{month:02}/..")]


@given(st.integers(1950, 2098))
def test_fiscal_years(year: int) -> None:
    """Is a fiscal year two years joined, whichever dash or stroke is used?"""
    ending = f"{(year + 1) % 100:02}"
    for written in (
        f"{year}-{ending}",
        f"{year}/{ending}",
        f"{year}\u2013{ending}",
        f"FY {year}-{ending}",
        f"fiscal year {year}-{ending}",
    ):
        assert dates_in(f"Aid came to little in {written}.") == [(written, f"{year}/{year + 1}")]


LETTERS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=30)


@settings(max_examples=60, deadline=None)
@given(LETTERS, LETTERS, st.sampled_from(["\n", "\r\n", "\n\n", "\r\n\r\n"]))
def test_offsets_hold_beside_anything(before: str, after: str, end: str) -> None:
    """Do all offsets hold with emoji, right-to-left letters, odd spaces and Windows line ends around the words?"""
    prose = (
        "Canadian exports to Peru reached slightly over $522\u00a0million in 2011, "
        "and President Ollanta Humala met Prime Minister Harper."
    )
    text = end.join(
        ["Canada-Peru Relations", f"Officials said {before} {prose} {after}", f"{after}{before}", "August 2012"]
    )
    rows = read(source(text))
    for table in ("mentions", "dates", "figures", "evidence"):
        for row in rows[table]:
            assert text[int(row["start_char"] or 0) : int(row["end_char"] or 0)] == row["quote"]
    inside = [0] * len(text)
    for row in rows["sentences"]:
        for at in range(row["start_char"], row["end_char"]):  # type: ignore[arg-type]
            inside[at] += 1
    assert all(count == 1 for count, character in zip(inside, text, strict=True) if not character.isspace())


@pytest.mark.parametrize("digits", ["1,44", "12,34,5"])
def test_broken_groups_are_no_numbers(digits: str) -> None:
    """Is a number with commas in odd places left alone rather than guessed at?"""
    assert quantities_in(f"It cost US${digits} there.") == []
