"""Quantities in the wordings of briefs: what each is, what it is worth, and what is none."""

from __future__ import annotations

import pytest

from pipeline.reading import read, reread
from tests.wordings import page, quantities_in

Told = tuple[str, str, float, str]  # quote, kind, value, unit

MONEY: dict[str, list[Told]] = {
    "Aid of one hundred and twenty-five million dollars came.": [
        ("one hundred and twenty-five million dollars", "money", 125e6, "dollars")
    ],
    "Rs. 1.5 lakh crore was lent, and Rupees 50 lakh.": [
        ("Rs. 1.5 lakh crore", "money", 1.5e12, "Rs."), ("Rupees 50 lakh", "money", 5e6, "rupees"),
    ],
    "It lent half a billion U.S. dollars, and a quarter of a million Swiss francs.": [
        ("half a billion U.S. dollars", "money", 5e8, "USD"), ("a quarter of a million Swiss francs", "money", 250e3, "CHF"),
    ],
    "Trade came to 7.5 billion US Dollars (exports: 20 million Euro).": [
        ("7.5 billion US Dollars", "money", 7.5e9, "USD"), ("20 million Euro", "money", 20e6, "EUR"),
    ],
    "It gave US $5 million, $US 7 million and $A8 million.": [
        ("US $5 million", "money", 5e6, "US $"), ("$US 7 million", "money", 7e6, "$US"), ("$A8 million", "money", 8e6, "$A"),
    ],
    "Imports fell from US$4.2 million to US$3.1 million.": [
        ("US$4.2 million", "money", 4.2e6, "US$"), ("US$3.1 million", "money", 3.1e6, "US$"),
    ],
    "It met at COP 21 on SDG 5, and lent COP 21 million.": [("COP 21 million", "money", 21e6, "COP")],
}  # fmt: skip
RANKS: dict[str, list[Told]] = {
    "It is the twenty-first largest economy.": [("twenty-first largest", "rank", 21, "rank")],
    "Kenya is its first trading partner.": [("first", "rank", 1, "rank")],
    "Chile is its number one trading partner.": [("one", "rank", 1, "rank")],
    "It ranks 41 out of many and ranked number three before.": [
        ("41", "rank", 41, "rank"),
        ("three", "rank", 3, "rank"),
    ],
    "It stood in fifth place.": [("fifth", "rank", 5, "rank")],
    "It is second only to gold.": [("second", "rank", 2, "rank")],
    "It is one of our top-10 markets.": [("top-10", "rank", 10, "rank")],
    "It is among the world's five largest producers.": [("five largest", "rank", 5, "rank")],
    "Rank among buyers (by value): 84": [("84", "rank", 84, "rank")],
    "They agreed in the first place.": [],
    "The first trade talks and the third round were held.": [],
    "It ranked five firms.": [("five firms", "count", 5, "firm")],
}
COUNTS: dict[str, list[Told]] = {
    "A 26-member delegation came, a 12-strong team and a 40-bed ward.": [
        ("26-member", "count", 26, "member"), ("12-strong", "count", 12, "person"), ("40-bed", "count", 40, "bed"),
    ],
    "A 14 member team met 14 member states.": [("14 member", "count", 14, "member"), ("14 member states", "count", 14, "state")],
    "Number of Kenyan firms in Peru: 54": [("54", "count", 54, "firm")],
    "Honorary consuls in Peru: 3": [("3", "count", 3, "consul")],
    "The number of guests rose from 120 to 350.": [("120", "count", 120, "guest"), ("350", "count", 350, "guest")],
    "It employs 45 nurses, 30 of them women.": [("45 nurses", "count", 45, "nurse"), ("30", "count", 30, "nurse")],
    "Of the 54 wells, 12 are dry.": [("54 wells", "count", 54, "well"), ("12", "count", 12, "well")],
    "It has 45 Lima-based and locally engaged staff.": [("45 Lima-based and locally engaged staff", "count", 45, "person")],
    "It had 35 mining and exploration companies.": [("35 mining and exploration companies", "count", 35, "company")],
    "A hundred schools and several hundred pupils took part.": [("A hundred schools", "count", 100, "school")],
    "The two sides met the three mayors.": [("three mayors", "count", 3, "mayor")],
    "It has 3 MoUs, 12 NGO partners and 15 UN agencies.": [
        ("3 MoUs", "count", 3, "MoU"), ("12 NGO partners", "count", 12, "partner"), ("15 UN agencies", "count", 15, "agency"),
    ],
    "It sent 45 businessmen, 12 policewomen and 9 businesspeople, with 3 specimens.": [
        ("45 businessmen", "count", 45, "businessman"), ("12 policewomen", "count", 12, "policewoman"),
        ("9 businesspeople", "count", 9, "businessperson"), ("3 specimens", "count", 3, "specimen"),
    ],
    "Since 2005, 13 of the 35 chapters were opened, and one of the 35 closed.": [
        ("13", "count", 13, "chapter"), ("35 chapters", "count", 35, "chapter"),
    ],
    "Volunteers came, and 26 of them stayed; two of its four wells are dry.": [
        ("26", "count", 26, ""), ("two", "count", 2, "well"), ("four wells", "count", 4, "well"),
    ],
    "Peru has six consulates in Canada, and Canada four in Peru.": [("six consulates", "count", 6, "consulate"), ("four", "count", 4, "consulate")],
    "They met four times in 2013.": [("four times", "count", 4, "time")],
    "Peru has six consulates in Canada, and Canada four.": [("six consulates", "count", 6, "consulate")],
    "It offered 14 grants in 2013 (2012: 11; 2011: 9), and rooms (floor: 12).": [
        ("14 grants", "count", 14, "grant"), ("11", "count", 11, "grant"), ("9", "count", 9, "grant"),
    ],
    "Some 9,000 or so attended 40 or more schools, and 12 or fewer failed.": [
        ("Some 9,000", "count", 9000, ""), ("40 or more schools", "count", 40, "school"), ("12 or fewer", "count", 12, ""),
    ],
    "It is to reach 35 to 40 million by then.": [("35 to 40 million", "count", 35e6, "")],
    "It had two mayors.": [("two mayors", "count", 2, "mayor")],
    "Exports: 12": [],
}  # fmt: skip
OTHERS: dict[str, list[Told]] = {
    "Sales rose by a third, then nearly a quarter to little.": [
        ("a third", "percentage", 100 / 3, "percent"), ("nearly a quarter", "percentage", 25, "percent"),
    ],
    "It fell from 12% to 9% in the second half.": [("12%", "percentage", 12, "percent"), ("9%", "percentage", 9, "percent")],
    "It opened six years later, for a four-year term, for two years before the war.": [
        ("four-year", "duration", 4, "year"), ("two years", "duration", 2, "year"),
    ],
    "It opened eight years after the war, two years after 1990 and a month before its end.": [
        ("eight years", "duration", 8, "year"),
    ],
    "It cost $3 million or so, or more, and 5 per cent or less was lost.": [
        ("$3 million or so", "money", 3e6, "$"), ("5 per cent or less", "percentage", 5, "percent"),
    ],
    "Exports (-9.6%) and imports (+4%) grew by (5-6%).": [
        ("-9.6%", "percentage", -9.6, "percent"), ("4%", "percentage", 4, "percent"), ("5-6%", "percentage", 5, "percent"),
    ],
    "A 60-km road of some 6,000 to 7,000 tonnes.": [
        ("60-km", "measurement", 60, "km"), ("some 6,000 to 7,000 tonnes", "measurement", 6000, "t"),
    ],
    "Population: approx. 31.2 million": [("approx. 31.2 million", "count", 31.2e6, "")],
    "The Laotian community in Oslo, most of it young, numbers some 6,000.": [("some 6,000", "count", 6000, "person")],
    "There is a Laotian diaspora of about 6,000.": [("about 6,000", "count", 6000, "person")],
    "The community sent over 6,000 home.": [("over 6,000", "count", 6000, "")],
    "It has 30 mines, 12 of them in Laos.": [("30 mines", "count", 30, "mine"), ("12", "count", 12, "mine")],
}  # fmt: skip
NONE = [
    "Tel: 00-968-2400 0100 and +81-(0)3-5555-0119", "Phone: (+51 1) 319 3200", "Lima 18, Peru", "Postal code 11013 Berlin",
    "UNSCR 1540 and Resolution 2250 apply.", "Law No. 27 and Regulation (EU) 2016/679 apply.", "(2) Main donors",
    "Phase 2 talks, Annex 1 parties and Tier 2 cities", "Under two-way and one-stop rules, a three-pillar plan",
    "It was three times as many as before and four times the average, or ten times more.",
    "COVID-19 tests, F-35 jets and the EU-27 states", "The G20, the Group of 77 and the 21st century", "Hundreds of millions were spent by tens of thousands.",
]  # fmt: skip
TOLD = [*(MONEY | RANKS | COUNTS | OTHERS).items(), *((wording, []) for wording in NONE)]


def told_in(sentence: str) -> list[Told]:
    """The quantities of a sentence."""
    return [(quote, one.kind, float(one.value), one.unit) for quote, one in quantities_in(sentence)]


@pytest.mark.parametrize(("sentence", "told"), TOLD, ids=[sentence for sentence, _ in TOLD])
def test_wordings(sentence: str, told: list[Told]) -> None:
    """Is each wording read as the quantities it states, and do their quotes say the values again?"""
    found = told_in(sentence)
    assert [(quote, kind, pytest.approx(value), unit) for quote, kind, value, unit in told] == found
    for quote, one in quantities_in(sentence):
        assert float(one.value) in reread(quote)


def test_hedges_after() -> None:
    """Is what stands after a number of how exact it is its comparator, where none stands before it?"""
    found = quantities_in("Some 90 or so came, 40 or more schools or less, 12 or fewer firms and $3 million or so.")
    assert [one.comparator for _, one in found] == ["about", "at_least", "up_to", "about"]


TABLES: dict[str, list[Told]] = {
    "Trade (in US$ million)\n\nExports 2,379.4; imports 12.5\n\nTotal 45": [
        ("2,379.4", "money", 2379.4e6, "USD"), ("12.5", "money", 12.5e6, "USD"), ("45", "money", 45e6, "USD"),
    ],
    "Exports (A$m)\n\nWheat\t120\t130": [("120", "money", 120e6, "AUD"), ("130", "money", 130e6, "AUD")],
    "Donors (million US dollars)\n\n1. Norway (733)\n2. Chile (421)": [
        ("733", "money", 733e6, "USD"), ("421", "money", 421e6, "USD"),
    ],
    "GDP (US$ billion): 203.8\n\nDoctors: 31": [("203.8", "money", 203.8e9, "USD"), ("31", "count", 31, "doctor")],
    "Inflation (%): 2.4": [("2.4", "percentage", 2.4, "percent")],
    "Number of guests (thousands): 12.5": [("12.5", "count", 12500, "guest")],
    "Exports ($m)\tGrowth (%)\n\nWheat\t12.5\t3": [],
    "Trade (in US$ million)\n\nIt is told below.\n\nIt is brisk.\n\nIt is new.\n\nTotal 45": [],
}  # fmt: skip


@pytest.mark.parametrize(("text", "told"), TABLES.items())
def test_captions(text: str, told: list[Told]) -> None:
    """Do bare numbers take unit and scale from the caption above, in its rows and columns and no further?"""
    tables = read(page(text))
    found = [(row["quote"], row["kind"], row["value"], row["unit"] or "") for row in tables["figures"]]
    assert found == told
    assert ("unit-of-caption" in {row["rule"] for row in tables["evidence"]}) == bool(told)


@pytest.mark.parametrize(
    ("title", "text", "code"),
    [
        ("Brazil and the United Kingdom: bilateral relations", "Exports to Brazil reached £2 million.", "GBP"),
        ("Japan-Norway Relations", "Exports to Norway reached kr 2 million.", "NOK"),
        ("Japan-Norway Relations", "Exports to Norway reached $2 million.", ""),
        ("Australia-Canada Relations", "Exports to Canada reached $2 million.", "AUD"),
    ],
)
def test_shared_signs(title: str, text: str, code: str) -> None:
    """Is a sign that many share the publisher's, else that of the one country of the page that has it?"""
    rows = read(page(text, title, banner="News"))["figures"]
    assert [row["unit"] or "" for row in rows] == [code]
