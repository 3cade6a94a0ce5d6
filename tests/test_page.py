"""What a careful reader finds in the Canada–Peru page, sentence by sentence, must be in the rows."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from pipeline.reading import read
from pipeline.sources import Source

RAW = Path(__file__).parent.parent / "raw" / "canada-peru-relations.txt"
Rows = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def page() -> Rows:
    """The rows of the page."""
    return read(Source("canada-peru-relations", "raw/canada-peru-relations.txt", RAW.read_bytes().decode(), "0" * 64))


def quotes(rows: list[dict[str, Any]]) -> list[str]:
    """The quotes of rows, white space folded."""
    return [" ".join(row["quote"].split()) for row in rows]


def test_frame(page: Rows) -> None:
    """Does the page say who published it, about which pair, and when?"""
    (document,) = page["documents"]
    said = {
        key: document[key] for key in ("title", "publisher", "reporter", "partner", "language", "date", "characters")
    }
    assert said == {
        "title": "Canada-Peru Relations", "publisher": "Government of Canada", "reporter": "CAN", "partner": "PER",
        "language": "en", "date": "2012-08", "characters": 7212,
    }  # fmt: skip


def test_units(page: Rows) -> None:
    """Are there 54 units, the sentence without a space before it among them, and no non-space character outside?"""
    text = RAW.read_bytes().decode()
    assert len(page["sentences"]) == 54
    kinds = Counter(row["kind"] for row in page["sentences"])
    assert kinds == {"banner": 3, "navigation": 3, "heading": 1, "sentence": 44, "dateline": 2, "notice": 1}
    assert any(row["text"].startswith("Canada’s tradition of promoting") for row in page["sentences"])
    inside = Counter(at for row in page["sentences"] for at in range(row["start_char"], row["end_char"]))
    assert all(inside[at] == 1 for at, character in enumerate(text) if not character.isspace())


@pytest.mark.parametrize("table", ["sentences", "mentions", "dates", "figures", "evidence"])
def test_spans(page: Rows, table: str) -> None:
    """Is every quote the very characters its offsets name?"""
    text = RAW.read_bytes().decode()
    for row in page[table]:
        assert text[row["start_char"] : row["end_char"]] == row["text" if table == "sentences" else "quote"]


FIGURES = [
    # quote, kind, measure, value, unit, comparator, reporter, partner, date
    ("three goals", "count", "count", 3, "goal", "exactly", None, None, None),
    ("three years", "duration", "duration", 3, "year", "exactly", None, None, None),
    ("more than $4.2 billion", "money", "merchandise_trade", 4_200_000_000, "CAD", "more_than", "CAN", "PER", "2010"),
    ("slightly over $522 million", "money", "exports", 522_000_000, "CAD", "slightly_more_than", "CAN", "PER", "2011"),
    ("$4.453 billion", "money", "merchandise_imports", 4_453_000_000, "CAD", "exactly", "CAN", "PER", "2011"),
    ("second largest", "rank", "trade", 2, "rank", "exactly", "CAN", "PER", None),
    ("third largest", "rank", "outward_direct_investment", 3, "rank", "exactly", "CAN", "PER", None),
    ("over 100 publicly listed extractive companies", "count", "count", 100, "company", "more_than", None, None, None),
    ("six additional mines", "count", "count", 6, "mine", "exactly", None, None, None),
    ("90-day", "duration", "duration", 90, "day", "exactly", None, None, None),
    ("20 countries of focus", "count", "count", 20, "country", "exactly", None, None, "2009"),
]


@pytest.mark.parametrize("wanted", FIGURES, ids=[figure[0] for figure in FIGURES])
def test_figures(page: Rows, wanted: tuple[Any, ...]) -> None:
    """Is each figure of the page a row with its measure, value, unit, comparator, countries and year?"""
    columns = ("kind", "measure", "value", "unit", "comparator", "reporter", "partner", "date")
    found = [row for row in page["figures"] if " ".join(row["quote"].split()) == wanted[0]]
    assert [tuple(row[column] for column in columns) for row in found] == [wanted[1:]]


def test_no_other_figures(page: Rows) -> None:
    """Is there no figure beyond those, not even the two of "our two countries"?"""
    assert Counter(quotes(page["figures"])) - Counter(figure[0] for figure in FIGURES) == Counter()


def test_figure_details(page: Rows) -> None:
    """Do subject and scope say what is ranked and where, and is the Canadian dollar marked as concluded?"""
    rows = {" ".join(row["quote"].split()): row for row in page["figures"]}
    assert rows["second largest"]["scope"] == "Latin America and the Caribbean (excluding Mexico)"
    assert rows["third largest"]["scope"] == "South and Central America"
    assert rows["over 100 publicly listed extractive companies"]["subject"] == "publicly listed extractive companies"
    assert rows["90-day"]["subject"] == "consultation"
    assert "unit" in rows["$4.453 billion"]["inferred"].split()
    assert "reporter" not in rows["slightly over $522 million"]["inferred"].split()


def test_dates(page: Rows) -> None:
    """Are the page's 21 dates there, each as precise as the words and no more, the concluded years marked?"""
    found = Counter((" ".join(row["quote"].split()), row["date"], row["precision"]) for row in page["dates"])
    assert found == Counter([
        ("2001", "2001", "year"), *[("2010", "2010", "year")] * 2, ("July 2011", "2011-07", "month"),
        ("March 2012", "2012-03", "month"),
        *[("April 2012", "2012-04", "month")] * 2, *[("2011", "2011", "year")] * 4, *[("2009", "2009", "year")] * 2,
        ("June 19", "2012-06-19", "day"), ("the same week", "2012-06-18/2012-06-24", "week"),
        ("July 10", "2012-07-10", "day"),
        ("early October", "2012-10", "part_of_month"), ("December 2012", "2012-12", "month"),
        ("since 1968", "1968/..", "open"),
        ("September 2012", "2012-09", "month"), ("August 2012", "2012-08", "month"),
    ])  # fmt: skip
    concluded = {row["quote"] for row in page["dates"] if "date" in str(row["inferred"] or "").split()}
    assert concluded == {"June 19", "the same week", "July 10", "early October"}
    early = next(row for row in page["dates"] if row["quote"] == "early October")
    assert (early["date_from"], early["date_to"]) == ("2012-10-01", "2012-10-10")


NAMES = {
    "country": {"Canada", "Peru", "Colombia", "Mexico", "New Zealand"},
    "region": {"Americas", "Latin America and the Caribbean", "South and Central America"},
    "place": {"Lima", "Cartagena"},
    "person": {"Diane Ablonczy", "Ed Fast", "Harper", "Humala"},
    "agreement": {"Inter-American Democratic Charter", "Canada-Peru Free Trade Agreement", "Trans-Pacific Partnership"},
    "meeting": {"OAS General Assembly", "Summit of the Americas", "APEC Summit"},
    "programme": {"Emerging Leaders in the Americas Program"},
    "organisation": {
        "Government of Canada", "Organization of American States", "Union of South American Nations",
        "Group of Friends of Haiti",
        "Office of the Ombudsperson", "Asia-Pacific Economic Cooperation", "Pacific Alliance", "United States Congress",
        "Foreign Affairs, Trade and Development Canada", "Canadian International Development Agency",
    },
}  # fmt: skip


def test_entities(page: Rows) -> None:
    """Are all countries, regions, places, people, bodies, agreements, meetings and programmes there, and no others?"""
    found: dict[str, set[str]] = {}
    for row in page["entities"]:
        found.setdefault(row["kind"], set()).add(row["name"])
    assert found == NAMES


def test_mentions(page: Rows) -> None:
    """Does every mention stand for the right thing, without titles or articles, and none inside another?"""
    names = {row["entity_id"]: row["name"] for row in page["entities"]}
    counted = Counter(names[row["entity_id"]] for row in page["mentions"])
    assert (counted["Harper"], counted["Humala"], counted["Lima"], counted["Summit of the Americas"]) == (3, 3, 2, 2)
    assert (
        counted["Foreign Affairs, Trade and Development Canada"],
        counted["Canadian International Development Agency"],
    ) == (5, 2)
    assert (
        counted["Canada-Peru Free Trade Agreement"],
        counted["APEC Summit"],
        counted["Trans-Pacific Partnership"],
    ) == (4, 2, 7)
    spans = sorted((row["start_char"], row["end_char"]) for row in page["mentions"])
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    forms = {(row["quote"], row["form"]) for row in page["mentions"]}
    assert {("Canadians", "demonym"), ("FTA", "acronym"), ("ELAP", "acronym"), ("Peru", "name")} <= forms


def test_every_named_word_is_covered(page: Rows) -> None:
    """Is each capitalised country, and each acronym, inside some mention?"""
    import re

    text = RAW.read_bytes().decode()
    inside = {at for row in page["mentions"] for at in range(row["start_char"], row["end_char"])}
    missed = [
        match.group() for match in re.finditer(r"Canad\w+|Peru\w*|\b[A-Z]{3,5}\b", text) if match.start() not in inside
    ]
    assert sorted(missed) == ["CSR", "ICT"]
