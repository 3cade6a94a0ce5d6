"""Sectors and fields: those of the page, wordings in and rows out, and what must not become a row."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.reading import read
from pipeline.reading.lexicon import rows as lexicon_rows
from pipeline.reading.lists.sector_rules import SECTOR_RULES
from pipeline.reading.rules import Rule
from pipeline.sources import Source
from tests.test_goods import PAGE, RAW
from tests.test_rules import matched_by
from tests.wordings import source

Rows = dict[str, list[dict[str, Any]]]


def named(rows: list[dict[str, Any]]) -> list[str]:
    """The rows of the sectors table as "role: what it is a detail of / name"."""
    names = {row["sector_id"]: row["name"] for row in rows}
    return [f"{row['role']}: " + " / ".join(filter(None, (names.get(row["detail_of"]), row["name"]))) for row in rows]


def sectors_in(text: str) -> list[str]:
    """The sectors of a Canadian page about Norway."""
    return named(read(source(PAGE.format(text), "canada-norway"))["sectors"])


@pytest.fixture(scope="module")
def page() -> Rows:
    """The rows of the page."""
    return read(Source("canada-peru-relations", "raw/canada-peru-relations.txt", RAW.read_bytes().decode(), "0" * 64))


SECTORS = [
    ("cooperation: good governance", ""), ("cooperation: combating drug trafficking", ""),
    ("priority: mining", "B"), ("priority: mining / gold projects", "07"), ("priority: mining / silver projects", "07"),
    ("priority: mining / copper projects", "07"), ("priority: mining / base metal projects", "07"),
    ("priority: oil & gas", "06"), ("priority: oil & gas / exploration and production", "06"),
    ("priority: oil & gas / equipment exports", ""), ("priority: oil & gas / technology exports", ""),
    ("priority: oil & gas / services exports", ""),
    ("priority: agriculture & agri-food", "A"), ("priority: agriculture & agri-food / re-opening of the beef market", ""),
    ("priority: infrastructure projects", "F"),
    ("priority: infrastructure projects / private-public partnership models", ""),
    ("priority: ICT", "J"), ("priority: ICT / health-related products and services", ""),
    ("interest: extractive sector", "B"), ("interest: extractive sector / mining", "B"),
    ("interest: extractive sector / oil & gas", "06"), ("cooperation: corporate social responsibility", ""),
    ("assistance: education", "P"), ("assistance: natural resource governance", ""),
    ("assistance: natural resource governance / extractive sectors", "B"),
    ("assistance: conflict management and prevention", ""),
    ("assistance: conflict management and prevention / energy", "D"),
    ("assistance: conflict management and prevention / mining", "B"), ("assistance: energy resources", "D"),
]  # fmt: skip


def test_sectors_of_the_page(page: Rows) -> None:
    """Are the rows just the sectors and fields that the page names, in their roles, with their details?"""
    found = list(zip(named(page["sectors"]), (row["isic"] or "" for row in page["sectors"]), strict=True))
    assert found == SECTORS


def test_evidence_of_sectors(page: Rows) -> None:
    """Does every cell of a sector point at its words, and say where a rule concludes it?"""
    words: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for row in page["evidence"]:
        if row["resource"] == "sectors":
            key = (row["row_id"].partition("/")[2], row["field"])
            words.setdefault(key, []).append((row["quote"], row["rule"] or ""))
    assert words["priority-mining", "role"] == [("priority sectors", "")]
    assert words["priority-gold-projects", "name"] == [("gold", "shared-head"), ("projects", "shared-head")]
    assert words["priority-gold-projects", "detail_of"] == [("mining", "")]
    assert words["priority-technology-exports", "name"] == [("technology", "shared-head"), ("exports", "shared-head")]
    assert words["cooperation-combating-drug-trafficking", "name"] == [("combat drug trafficking", "activity-as-field")]
    assert words["assistance-education", "role"] == [("bilateral aid", "")]


WORDINGS = [
    ("Priority sectors for Canadian business in Norway are:\n\n- Mining and metals\n- Agriculture and agri-food (notably pulses)\n- Ports",
     ["priority: mining and metals", "priority: agriculture and agri-food", "priority: agriculture and agri-food / pulses", "priority: ports"]),
    ("Promising sectors include aerospace, ICT and life sciences, while opportunities also exist in tourism and ports.",
     ["interest: aerospace", "interest: ICT", "interest: life sciences", "interest: tourism", "interest: ports"]),
    ("Over 50 Canadian companies are active in mining, oil and gas, and engineering.",
     ["interest: mining", "interest: oil and gas", "interest: engineering"]),
    ("Canadian investment in Norway, chiefly in fish farming and aluminum, reached $3 million.",
     ["interest: fish farming", "interest: aluminum"]),
    ("Some 30 Norwegian energy firms (wind and solar) have offices in Canada.", ["interest: wind", "interest: solar"]),
    ("Areas of cooperation include education, science and technology, and clean energy (wind and hydropower).",
     ["cooperation: education", "cooperation: science and technology", "cooperation: clean energy",
      "cooperation: clean energy / wind", "cooperation: clean energy / hydropower"]),
    ("They cooperate on Arctic issues, fisheries management and on efforts to reduce air pollution.",
     ["cooperation: Arctic issues", "cooperation: fisheries management", "cooperation: reducing air pollution"]),
    ("Both wish to enhance cooperation in the energy and mining sectors and collaborate in the fields of health and sport.",
     ["cooperation: energy", "cooperation: mining", "cooperation: health", "cooperation: sport"]),
    ("The two countries are working closely together to promote gender equality and to fight organized crime.",
     ["cooperation: gender equality"]),
    ("Canada's assistance focuses on democratic governance, maternal and child health, and basic education.",
     ["assistance: democratic governance", "assistance: maternal and child health", "assistance: basic education"]),
    ("Canada disbursed $98 million in 2012; over half of the total went to food security, health and sanitation.",
     ["assistance: food security", "assistance: health", "assistance: sanitation"]),
    ("The minister announced support for vocational training, and for better use of water resources.",
     ["assistance: vocational training"]),
    ("Some 80 Canadian firms operate in Norway in shipping and oil services, others in sectors ranging from fintech to tourism.",
     ["interest: shipping", "interest: oil services", "interest: fintech", "interest: tourism"]),
    ("Scholars work together in the fields of oceanography, ice cores and permafrost, and in areas such as public health.",
     ["cooperation: oceanography", "cooperation: ice cores", "cooperation: permafrost"]),
    ("The sectors with the greatest potential are ICT and ports. Trade opportunities lie in the sectors of mining and rail.",
     ["interest: ICT", "interest: ports", "interest: mining", "interest: rail"]),
    ("Canada's aid priorities are education and governance. Its aid supports projects in maternal health and justice.",
     ["priority: education", "priority: governance", "assistance: maternal health", "assistance: justice"]),
    ("Aid to Norway totalled $6 million, half of which went to health programs and women's rights.",
     ["assistance: health", "assistance: women's rights"]),
    ("Areas of focus: climate resilience; decent work.", ["priority: climate resilience", "priority: decent work"]),
    ("Canada works with Norway on demining. Cooperation covers political dialogue and the fight against terrorism.",
     ["cooperation: demining", "cooperation: political dialogue", "cooperation: fight against terrorism"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WORDINGS)
def test_wordings(text: str, expected: list[str]) -> None:
    """Does each usual wording give its sectors in their role?"""
    assert sectors_in(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They work together closely in regional and multilateral organizations and at the United Nations.",
        "They work together on a number of regional issues. Cooperation in recent years has grown.",
        "Canada and Norway do not cooperate on mining, and Canada has no interest in fishing.",
        "Both leaders agreed to work together to enhance cooperation in these areas.",
        "All members announced their support for Canada to join the talks, and for Norway's participation in them.",
        "Officials are engaged in talks and present in Oslo. Canada has an interest in peace and in Norway's stability.",
        "A Memorandum of Understanding on Mining Cooperation was signed. Exports consisted of fish and energy.",
        "Canada promotes equal opportunities through public services.",
        "Exports support jobs in sectors such as fishing and mining, and the embassy covers the areas of Oslo and Bergen.",
        "Aid priorities are set each year. Assistance projects in Oslo ended, and activities in 2012 included a fair.",
    ],
)
def test_no_sectors(text: str) -> None:
    """Is what is no field, denied, or no business of the two countries left out?"""
    assert sectors_in(text) == []


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.name) for rule in SECTOR_RULES.rules])
def test_rules(rule: Rule) -> None:
    """Does each rule find its examples and keep its hands off its counter-examples?"""
    assert len(rule.examples) >= 2 and len(rule.counter) >= 1
    for sentence, quote in rule.examples:
        assert quote in matched_by(SECTOR_RULES, rule.name, sentence), sentence
    for sentence in rule.counter:
        assert not matched_by(SECTOR_RULES, rule.name, sentence), sentence


def test_lexicon_of_sectors() -> None:
    """Does every wording stand once, with no code or that of a section or division?"""
    rows = list(lexicon_rows("sectors"))
    assert len({row["phrase"] for row in rows}) == len(rows) > 600
    sections = set("ABCDEFGHIJKLMNOPQRSTU")
    assert all(row["isic"] in sections | {""} or (row["isic"].isdecimal() and len(row["isic"]) == 2) for row in rows)
