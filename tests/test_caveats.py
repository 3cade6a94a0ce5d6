"""Is a reader told what was concluded, what the text leaves open and where it contradicts itself, and no more?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import pytest

from pipeline.audit import audit
from pipeline.reading import read
from pipeline.sources import Source
from pipeline.tableschema import enum, tables
from tests.conftest import PAGE
from tests.wordings import source

Rows = dict[str, list[dict[str, Any]]]
TEXT = PAGE.read_bytes().decode()
HEAD = "Government of Canada\n\nCanada-Peru Relations\n\n"


def told(caveats: Sequence[dict[str, Any]], *kinds: str) -> list[tuple[str, str]]:
    """Kind and words of the caveats, of some kinds or all, in the order of the text."""
    found = sorted(caveats, key=lambda row: row["start_char"])
    return [(row["kind"], " ".join(row["quote"].split())) for row in found if not kinds or row["kind"] in kinds]


def caveats(prose: str, *kinds: str, head: str = HEAD, foot: str = "\n\nAugust 2012\n") -> list[tuple[str, str]]:
    """The caveats of a small page with some prose in it."""
    return told(read(source(f"{head}{prose}{foot}"))["caveats"], *kinds)


def page_with(prose: str, **more: list[dict[str, Any]]) -> tuple[Source, Rows]:
    """A small page and its rows, with others in place of events and participants; `words` become a row's quote."""
    page = source(f"{HEAD}{prose}\n\nAugust 2012\n")
    rows: Rows = {**read(page), "events": [], "participants": []}
    for name, added in more.items():
        for number, row in enumerate(added):
            table = tables()[name]
            start = page.text.index(row["words"])
            sentence = next(unit for unit in rows["sentences"] if unit["start_char"] <= start < unit["end_char"])
            own = {"start_char": start, "end_char": start + len(row["words"]), "quote": row["words"]}
            own |= {"sentence_id": sentence["sentence_id"], table.primary_key: f"canada-atlantis/{name}-{number}"}
            given = {key: value for key, value in row.items() if key != "words"}
            rows[name].append(dict.fromkeys(table.columns) | own | given)
    return page, rows


def with_rows(prose: str, **more: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """The caveats of a small page to whose rows others are added."""
    page, rows = page_with(prose, **more)
    return told(audit(page, rows)["caveats"])


@pytest.fixture(scope="module")
def page() -> Rows:
    """The rows of the project's own page."""
    return read(source(TEXT))


# What a careful publisher flags on the page, in the order of the text
WANTED = [
    ("text_defect", "academia and"),
    ("undated_present", "currently"),
    ("text_defect", "Agreement (FTA)"),
    ("undated_present", "over the last"),
    ("different_years", "2010"),
    ("currency_inferred", "$"),
    ("scope_not_stated", "exports"),
    ("currency_inferred", "$"),
    ("currency_inferred", "$"),
    ("undated_rank", "second largest"),
    ("different_scopes", "Latin America and the Caribbean (excluding Mexico)"),
    ("undated_rank", "third largest"),
    ("different_scopes", "South and Central America"),
    ("text_defect", "models )"),
    ("open_comparison", "additional"),
    ("year_inferred", "June 19"),
    ("year_inferred", "the same week"),
    ("undated_present", "now"),
    ("year_inferred", "July 10"),
    ("year_inferred", "early October"),
    ("hedged", "expecting"),
    ("hedged", "likely"),
    ("anachronism", "Foreign Affairs, Trade and Development Canada"),
    ("text_defect", "Peru since"),
    ("text_defect", "country.Canada’s"),
    ("anachronism", "CIDA"),
    ("text_defect", "page ."),
    ("missing_metadata", "Date Modified:"),
]
OF_EVENTS = {"planned": 3, "place_not_stated": 1, "anachronism": 1}  # their words are the events' own


def test_page(page: Rows) -> None:
    """Does every caveat of the page come out at its words, and no other?"""
    found = Counter(told(page["caveats"]))
    assert not Counter(WANTED) - found
    assert Counter(kind for kind, _ in (found - Counter(WANTED)).elements()) == OF_EVENTS


def test_page_events(page: Rows) -> None:
    """Is what was still to come told, that Lima did not host the Assembly, and that DFATD was not there in 1968?"""
    dated = {row["event_id"]: row["date"] for row in page["events"]}
    planned = {dated[row["row_id"]] for row in page["caveats"] if row["kind"] == "planned"}
    assert planned == {"2012-09", "2012-10", "2012-12"}
    (place,) = (row for row in page["caveats"] if row["kind"] == "place_not_stated")
    assert "Lima" in place["message"]
    assert "OAS General Assembly" in place["quote"]
    (manager,) = (row for row in page["caveats"] if row["resource"] == "participants")
    assert "1968" in manager["message"]
    hedged = {row["row_id"] for row in page["caveats"] if row["kind"] == "hedged"}
    assert {dated.get(row) for row in hedged} == {"2012-12"}


def test_page_has_no_contradictions(page: Rows) -> None:
    """Do the page's 90 days, its summits and its sums agree, so that nothing is said against them?"""
    assert told(page["caveats"], "arithmetic", "timing") == []


def test_every_caveat_leads_somewhere(page: Rows) -> None:
    """Does each caveat name a row that is there, quote the text to the letter and have an id of words?"""
    keys = {name: {row[table.primary_key] for row in page[name]} for name, table in tables().items()}
    for row in page["caveats"]:
        assert row["row_id"] in keys[row["resource"]] or (row["row_id"], row["resource"]) == (None, "documents")
        assert TEXT[row["start_char"] : row["end_char"]] == row["quote"]
        assert row["kind"] in enum("caveats", "kind")
        assert row["caveat_id"].startswith(f"canada-atlantis/caveat-{row['kind'].replace('_', '-')}")
    ids = [row["caveat_id"] for row in page["caveats"]]
    assert len(set(ids)) == len(ids)


# Wordings, and those that are nothing to warn of

WORDINGS: list[tuple[str, list[tuple[str, str]]]] = [
    ("In 2010, Canadian exports to Peru were valued at $5 million.", [("currency_inferred", "$")]),
    ("In 2010, Canadian exports to Peru were valued at US$5 million.", []),
    ("The agreement was signed in Lima on June 3.", [("year_inferred", "June 3")]),
    ("The agreement was signed in Lima on June 3, 2011.", []),
    ("Peru is Canada’s third largest trading partner in Latin America.", [("undated_rank", "third largest")]),
    ("In 2011, Peru was Canada’s third largest trading partner in Latin America.", []),
    ("Canada runs 12 additional projects in Peru.", [("open_comparison", "additional")]),
    ("Canada runs 12 projects in Peru.", []),
    ("Global Affairs Canada supports schools in Peru.", [("anachronism", "Global Affairs Canada")]),
    ("CIDA supports schools in Peru.", []),
    ("USAID supports schools in Peru.", []),
    ("Canada and Peru worked  together in this field for years.", [("text_defect", "worked together")]),
    ("Canada’s and Peru’s – both countries’ – ties – Canada–Peru ties – grew.", []),
    ("Two-way trade in goods and services was $5 million in 2011; exports of goods were $2 million.",
     [("currency_inferred", "$"), ("currency_inferred", "$")]),
    ("Canada and Peru worked together.  They did so for years.", []),
    ("Canada and Peru ( both large ) worked together.", [("text_defect", "( both"), ("text_defect", "large )")]),
    ("Canada and Peru worked together.They did so for years.", [("text_defect", "together.They")]),
    ("The U.S. Congress and Canada Inc. worked together in the field.", []),
    ("Peru currently holds the chair of the talks.", [("undated_present", "currently")]),
    ("Peru is known to hold the chair of the talks.", []),
    ("Talks are likely to begin again.", [("hedged", "likely")]),
    ("In May, talks began again.", [("year_inferred", "May")]),
]  # fmt: skip


@pytest.mark.parametrize("wording", WORDINGS, ids=[prose for prose, _ in WORDINGS])
def test_wordings(wording: tuple[str, list[tuple[str, str]]]) -> None:
    """Is each wording that leaves something open told at its words, and the one that does not, not?"""
    prose, wanted = wording
    kinds = {kind for _, found in WORDINGS for kind, _ in found}
    assert caveats(f"{prose} Relations between the two countries are good and have been so for long.", *kinds) == wanted


def test_a_sign_without_a_publisher() -> None:
    """Is a bare $ on a page of nobody's told as an unknown currency?"""
    prose = "In 2010, trade reached $5 million. Relations between the two countries are good and have been so for long."
    assert ("unit_unknown", "$") in [
        (kind, quote[:1]) for kind, quote in caveats(prose, "unit_unknown", head="Relations\n\n")
    ]


def test_a_page_without_date() -> None:
    """Does a page that does not say when it was written get told so, at its title?"""
    prose = "Relations between the two countries are good and have been so for a very long time."
    assert caveats(prose, "missing_metadata", foot="\n") == [("missing_metadata", "Canada-Peru Relations")]
    assert caveats(prose, "missing_metadata") == []


# Figures against each other

SUMS = [
    # exports, imports, total, do they agree?
    ("$1.5 billion", "$0.5 billion", "$2 billion", True),
    ("$1.5 billion", "$0.52 billion", "$2 billion", True),
    ("$1.5 billion", "$0.9 billion", "$2 billion", True),  # all may be rounded
    ("$1.5 billion", "$0.9 billion", "$2.0 billion", False),
    ("almost $1.5 billion", "about $0.5 billion", "$2.05 billion", True),
    ("more than $1.5 billion", "$0.5 billion", "more than $2 billion", True),
    ("$522 million", "$4.453 billion", "$4.975 billion", True),
    ("$522 million", "$4.453 billion", "$4.2 billion", False),
]


@pytest.mark.parametrize("case", SUMS, ids=[" + ".join(case[:2]) + " = " + case[2] for case in SUMS])
def test_sums(case: tuple[str, str, str, bool]) -> None:
    """Is a total that is not the sum of its parts told, as far as rounding and qualifiers let them be compared?"""
    exports, imports, total, agree = case
    prose = (
        f"In 2011, Canadian merchandise exports to Peru reached {exports}. In 2011, Canadian merchandise imports from "
        f"Peru reached {imports}. Two-way merchandise trade in 2011 reached {total}."
    )
    assert bool(caveats(prose, "arithmetic")) is not agree
    assert caveats(prose, "different_years", "scope_not_stated") == []


def test_parts_of_other_years_or_scopes_are_not_added_up() -> None:
    """Are totals compared only with parts of their own year and products?"""
    prose = (
        "In 2011, Canadian exports to Peru reached $5 million. In 2011, Canadian merchandise imports from Peru reached "
        "$7 million. Two-way merchandise trade in 2010 reached $90 million."
    )
    assert caveats(prose, "arithmetic", "different_years", "scope_not_stated") == [
        ("scope_not_stated", "exports"), ("different_years", "2010")
    ]  # fmt: skip


# Times against each other


@pytest.mark.parametrize(
    ("end", "agrees"), [("early October", True), ("October", True), ("September", False), ("late October", False)]
)
def test_a_span_ends_where_it_should(end: str, agrees: bool) -> None:
    """Is an end that does not lie the span after the start told?"""
    prose = (
        "The longest process is a 90-day consultation with Congress, which was initiated on July 10, 2012. Once this "
        f"is completed in {end} 2012, talks begin."
    )
    assert bool(caveats(prose, "timing")) is not agrees


EVENT = {"kind": "visit", "status": "occurred"}


def test_events_after_the_page() -> None:
    """Is what is told as past told to lie after the page's date, or what is planned before it?"""
    prose = (
        "The Minister visited Lima in September 2012. She will visit Peru in July 2012. She will visit Chile in "
        "September 2012 for talks."
    )
    dated = {"date": "2012-09", "date_from": "2012-09-01", "date_to": "2012-09-30"}
    past = {"date": "2012-07", "date_from": "2012-07-01", "date_to": "2012-07-31"}
    events = [
        {"words": "visited Lima in September 2012", **EVENT, **dated},
        {"words": "will visit Peru in July 2012", **EVENT, "status": "planned", **past},
        {"words": "will visit Chile in September", **EVENT, "status": "planned", **dated},
    ]
    found = with_rows(prose, events=events)
    assert [quote for kind, quote in found if kind == "timing"] == [
        "visited Lima in September 2012",
        "will visit Peru in July 2012",
    ]
    assert [quote for kind, quote in found if kind == "planned"] == [
        "will visit Peru in July 2012", "will visit Chile in September"
    ]  # fmt: skip


@pytest.mark.parametrize(("day", "agrees"), [("2012-04-15", True), ("2012-06-02", False)])
def test_an_event_lies_within_its_summit(day: str, agrees: bool) -> None:
    """Is an event at a summit told that lies outside the summit's days?"""
    prose = (
        "Peru attended the Summit of the Americas in April 2012. The Minister announced support during the Summit of "
        "the Americas that year."
    )
    events = [
        {"words": "attended the Summit of the Americas in April 2012", **EVENT, "kind": "meeting", "date": "2012-04",
         "date_from": "2012-04-01", "date_to": "2012-04-30"},
        {"words": "announced support during the Summit of the Americas", **EVENT, "kind": "announcement", "date": day,
         "date_from": day, "date_to": day},
    ]  # fmt: skip
    assert bool([kind for kind, _ in with_rows(prose, events=events) if kind == "timing"]) is not agrees


def test_organisations_before_their_founding() -> None:
    """Is a body told that takes part in what began before it was founded?"""
    prose = "DFATD has managed a program in Peru since 1968. CIDA has managed a program in Peru since 1970."
    events = [
        {"words": "DFATD has managed a program in Peru since 1968", "kind": "programme", "status": "ongoing",
         "date": "1968/..", "date_from": "1968-01-01"},
        {"words": "CIDA has managed a program in Peru since 1970", "kind": "programme", "status": "ongoing",
         "date": "1970/..", "date_from": "1970-01-01"},
    ]  # fmt: skip
    participants = [
        {"words": name, "event_id": f"canada-atlantis/events-{number}", "participant": name, "entity_id": name.lower(),
         "role": "manager"}
        for number, name in enumerate(("DFATD", "CIDA"))
    ]  # fmt: skip
    found = [
        quote for kind, quote in with_rows(prose, events=events, participants=participants) if kind == "anachronism"
    ]
    assert Counter(found) == {"DFATD": 2, "CIDA": 1}  # before its founding twice over, and beside its successor


def test_a_name_that_ended_may_be_told_of_its_own_time() -> None:
    """Is a body that has ended told only where the sentence does not speak of its time?"""
    past = "In 1970, the European Economic Community and Peru began to trade."
    now = "The European Economic Community and Peru trade in many goods and services."
    assert caveats(past, "anachronism") == []
    assert caveats(now, "anachronism") == [("anachronism", "European Economic Community")]


def test_a_place_near_by_is_not_the_place() -> None:
    """Is an event without a place told where its sentence names one for something else?"""
    prose = "The Charter was adopted in Lima in 2001; Peru hosted the OAS General Assembly in 2010."
    adopted = {"words": "was adopted in Lima in 2001", "kind": "adoption", "status": "occurred", "place": "lima"}
    hosted = {"words": "Peru hosted the OAS General Assembly in 2010", "kind": "meeting", "status": "occurred"}
    for place, wanted in ((None, 1), ("peru", 1), ("lima", 0)):
        found = with_rows(prose, events=[adopted, hosted | {"place": place}])
        assert [kind for kind, _ in found].count("place_not_stated") == wanted


def test_a_hedge_concerns_the_event_it_stands_in() -> None:
    """Does a hedge lead to the event whose clause it stands in, else to the sentence?"""
    prose = "Talks are likely to be held in Lima in December. They would be likely to go well."
    talks = {"words": "Talks are likely to be held in Lima", "kind": "negotiation", "status": "planned"}
    page, rows = page_with(prose, events=[talks])
    hedged = [row for row in audit(page, rows)["caveats"] if row["kind"] == "hedged"]
    assert [(row["resource"], row["quote"]) for row in hedged] == [("events", "likely"), ("sentences", "likely")]
    assert hedged[0]["row_id"] == "canada-atlantis/events-0"
