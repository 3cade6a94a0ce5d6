"""What is traded: the goods of the page, wordings in and rows out, and what must not become a row."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pipeline.reading import read
from pipeline.reading.lexicon import rows as lexicon_rows
from pipeline.reading.lists.goods_rules import CARRIED_RULES, CLOSING_RULES, OPENING_RULES
from pipeline.reading.lists.wordings import fold, goods_wordings
from pipeline.reading.rules import Rule, Rules
from pipeline.sources import Source
from tests.test_rules import matched_by
from tests.wordings import source

RAW = Path(__file__).parent.parent / "raw" / "canada-peru-relations.txt"
PAGE = """Government of Canada

Canada-Norway Relations

Canada and Norway are old friends and partners in many fields of work around the world.

{}

June 2014
"""
Rows = dict[str, list[dict[str, Any]]]
Good = tuple[str, str, str]  # flow, reporter and partner; date; name, with what it is a detail of


def goods_in(text: str) -> list[Good]:
    """The goods of a Canadian page of June 2014 about Norway."""
    rows = read(source(PAGE.format(text), "canada-norway"))["goods"]
    names = {row["good_id"]: row["name"] for row in rows}
    flow = {"exports": "{0} > {1}", "imports": "{0} < {1}"}
    return [
        (
            flow[str(row["flow"])].format(row["reporter"], row["partner"]),
            str(row["date"] or ""),
            " / ".join(filter(None, (str(names.get(row["detail_of"], "")), str(row["name"])))),
        )
        for row in rows
    ]


@pytest.fixture(scope="module")
def page() -> Rows:
    """The rows of the page."""
    return read(Source("canada-peru-relations", "raw/canada-peru-relations.txt", RAW.read_bytes().decode(), "0" * 64))


GOODS = [  # flow, name, detail of, emphasis, Harmonized System, columns inferred
    ("exports", "cereals", "", "", "10", ""), ("exports", "machinery", "", "", "84", ""),
    ("exports", "paper and paperboard", "", "", "48", ""),
    ("exports", "newsprint", "paper and paperboard", "mainly", "4801", ""),
    ("exports", "electrical machinery", "", "", "85", ""), ("exports", "vegetables", "", "", "07", ""),
    ("imports", "precious stones and metals", "", "", "71", ""),
    ("imports", "gold", "precious stones and metals", "", "7108", ""),
    ("imports", "silver", "precious stones and metals", "", "7106", ""), ("imports", "mineral ores", "", "", "26", ""),
    ("imports", "copper ores", "mineral ores", "mainly", "2603", "name"),
    ("imports", "lead ores", "mineral ores", "mainly", "2607", "name"),
    ("imports", "precious metal ores", "mineral ores", "mainly", "2616", ""),
    ("imports", "mineral fuels and oils", "", "", "27", ""), ("imports", "coffee", "", "", "0901", ""),
    ("imports", "vegetables", "", "", "07", ""), ("imports", "tin", "", "", "80", ""),
]  # fmt: skip


def test_goods_of_the_page(page: Rows) -> None:
    """Are the rows just the seventeen goods that the page names, six of them exports?"""
    names = {row["good_id"]: row["name"] for row in page["goods"]}
    found = [
        (row["flow"], row["name"], names.get(row["detail_of"], ""), row["emphasis"] or "", row["hs_code"] or "", row["inferred"] or "")
        for row in page["goods"]
    ]  # fmt: skip
    assert found == GOODS
    assert {(row["reporter"], row["partner"], row["date"]) for row in page["goods"]} == {("CAN", "PER", "2011")}


def test_evidence_of_goods(page: Rows) -> None:
    """Does every cell of a good point at its words, a shared head at both of its parts?"""
    words: dict[tuple[str, str], list[str]] = {}
    for row in page["evidence"]:
        if row["resource"] == "goods":
            words.setdefault((row["row_id"].partition("/")[2], row["field"]), []).append(row["quote"])
    assert words["exports-newsprint-2011", "name"] == ["newsprint"]
    assert words["exports-newsprint-2011", "flow"] == ["exports"]
    assert words["exports-newsprint-2011", "reporter"] == ["Canadian"]
    assert words["exports-newsprint-2011", "partner"] == ["Peru"]
    assert words["exports-newsprint-2011", "date"] == ["2011"]
    assert words["exports-newsprint-2011", "emphasis"] == ["mainly"]
    assert words["exports-newsprint-2011", "detail_of"] == ["paper and paperboard"]
    assert words["imports-copper-ores-2011", "name"] == ["copper", "ores"]
    rules = {row["rule"] for row in page["evidence"] if row["resource"] == "goods" and row["basis"] == "inferred"}
    assert rules == {"shared-head"}


OUT, IN, BACK = "CAN > NOR", "CAN < NOR", "NOR > CAN"
WORDINGS: list[tuple[str, list[Good]]] = [
    # after a verb, a colon, a bracket, a dash
    ("In 2013, exports to Norway consisted chiefly of nickel (mattes and unwrought), copper, and fish oil.",
     [(OUT, "2013", name) for name in ("nickel", "nickel / nickel mattes", "nickel / unwrought nickel", "copper", "fish oil")]),
    ("Norwegian exports to Canada are dominated by petroleum products, followed by ships and boats, and fish.",
     [(BACK, "", "petroleum products"), (BACK, "", "ships and boats"), (BACK, "", "fish")]),
    ("Top Canadian exports to Norway in 2012: vegetables ($410 million), potash (19%) and wood pulp.",
     [(OUT, "2012", "vegetables"), (OUT, "2012", "potash"), (OUT, "2012", "wood pulp")]),
    ("Exports (2013): $1.1 billion (nickel, 45 per cent; wheat, 12 per cent; machinery)",
     [(OUT, "2013", "nickel"), (OUT, "2013", "wheat"), (OUT, "2013", "machinery")]),
    ("In 2013, exports came to $9 million - oats, motor-vehicle parts and T-shirts - and imports to $5 million.",
     [(OUT, "2013", "oats"), (OUT, "2013", "motor-vehicle parts"), (OUT, "2013", "T-shirts")]),
    ("In 2010 Norway bought $5 million of Canadian wheat, along with pulses and 12 helicopters.",
     [("NOR < CAN", "2010", "wheat"), ("NOR < CAN", "2010", "pulses"), ("NOR < CAN", "2010", "helicopters")]),
    ("Canada sells Norway nickel, aircraft parts and medical equipment.",
     [(OUT, "", "nickel"), (OUT, "", "aircraft parts"), (OUT, "", "medical equipment")]),
    ("Major export commodities were, in order of value, coal, iron ore and beef; imports comprised, inter alia, tea.",
     [(OUT, "", "coal"), (OUT, "", "iron ore"), (OUT, "", "beef"), (IN, "", "tea")]),
    ("In 2012 exports ranged from pulses and rye to trains, and imports, principally of oil, were driven by kerosene.",
     [(OUT, "2012", "pulses"), (OUT, "2012", "rye"), (OUT, "2012", "trains"), (IN, "2012", "oil"), (IN, "2012", "kerosene")]),
    ("Exports reached $9 million in 2012 (rye, oats), of which rye accounted for half.",
     [(OUT, "2012", "rye"), (OUT, "2012", "oats")]),
    ("Canada exports a variety of goods to Norway, such as rye, IT equipment and, to a lesser extent, toys.",
     [(OUT, "", "rye"), (OUT, "", "IT equipment"), (OUT, "", "toys")]),
    ("Norway exports mainly cod to Canada and imports tea.", [(BACK, "", "cod"), ("NOR < CAN", "", "tea")]),
    # before it
    ("Rye and oats are exported to Norway, while salmon, which dominates imports, is by far the largest purchase.",
     [(OUT, "", "rye"), (OUT, "", "oats"), (IN, "", "salmon")]),
    ("Cereals, among them rye and oats, represented 30% of exports in 2012; tin was the second-largest item exported.",
     [(OUT, "2012", "cereals"), (OUT, "2012", "cereals / rye"), (OUT, "2012", "cereals / oats"), (OUT, "2012", "tin")]),
    ("Pulses, wheat and paper accounted for over 60 per cent of Canada's exports to Norway in 2009.",
     [(OUT, "2009", "pulses"), (OUT, "2009", "wheat"), (OUT, "2009", "paper")]),
    ("In 2012, rye, tractors [notably used ones (red)] and Scotch whisky headed the list of Canadian goods.",
     [(OUT, "2012", "rye"), (OUT, "2012", "tractors"), (OUT, "2012", "Scotch whisky")]),
    ("Coal, fish and seafood (hake, cod) and tin are the mainstays of Canadian sales, while Norway's consist of oil.",
     [*((OUT, "", name) for name in ("coal", "fish and seafood", "fish and seafood / hake", "fish and seafood / cod", "tin")),
      (BACK, "", "oil")]),
    # details
    ("Imports in 2011 included vehicles [notably trucks (dumpers)], fruit (grapes and plums in particular), and tea.",
     [(IN, "2011", name) for name in ("vehicles", "vehicles / trucks", "trucks / dumpers", "fruit", "fruit / grapes", "fruit / plums", "tea")]),
    ("Exports in 2011 were led by vegetable oils, mostly canola oil; toys, including dolls and puppets; and salt.",
     [(OUT, "2011", name) for name in
      ("vegetable oils", "vegetable oils / canola oil", "toys", "toys / dolls", "toys / puppets", "salt")]),
    ("Imports in 2011 were made up of wheat, machinery, including turbines, pumps and valves, and footwear.",
     [(IN, "2011", name) for name in
      ("wheat", "machinery", "machinery / turbines", "machinery / pumps", "machinery / valves", "footwear")]),
    ("Exports in 2011 included crafts such as toys and candles, tools such as saws and knives, and raw materials (e.g. tin).",
     [(OUT, "2011", name) for name in ("crafts", "crafts / toys", "crafts / candles", "tools", "tools / saws", "tools / knives",
                                       "raw materials", "raw materials / tin")]),
    # shared heads
    ("Imports in 2011 included iron, copper and zinc ores, sunflower and palm oil, and gold and silver jewellery.",
     [(IN, "2011", name) for name in
      ("iron ores", "copper ores", "zinc ores", "sunflower oil", "palm oil", "gold jewellery", "silver jewellery")]),
    ("Imports in 2011 included coffee (green and instant), nickel, copper ores, wheat, barley and canary seed.",
     [(IN, "2011", name) for name in
      ("coffee", "coffee / green coffee", "coffee / instant coffee", "nickel", "copper ores", "wheat", "barley", "canary seed")]),
    # titles of one chapter
    ("Exports in 2011 included ores, slag and ash; arms and ammunition; aircraft and parts; and iron and steel.",
     [(OUT, "2011", name) for name in ("ores, slag and ash", "arms and ammunition", "aircraft and parts", "iron and steel")]),
    ("Exports in 2011 included widgets and gadgets, tractors and parts, wheat and barley, and machinery.",
     [(OUT, "2011", name) for name in ("widgets and gadgets", "tractors and parts", "wheat", "barley", "machinery")]),
    ("Imports in 2011 included food and drink, machinery and transport equipment, engines and parts thereof, and gold and silver.",
     [(IN, "2011", name) for name in
      ("food and drink", "machinery and transport equipment", "engines and parts thereof", "gold", "silver")]),
    # the flow and the date told before
    ("Two-way trade reached $3 billion in 2012, up from $2 billion in 2010. Imports comprised mainly fish and chemicals.",
     [(IN, "2012", "fish"), (IN, "2012", "chemicals")]),
    ("Wheat made up half of 2012 exports; other leading products were pulses and machinery.",
     [(OUT, "2012", "wheat"), (OUT, "2012", "pulses"), (OUT, "2012", "machinery")]),
    ("Imports from Norway reached $3 billion in 2012. They consisted mainly of oil and nickel.",
     [(IN, "2012", "oil"), (IN, "2012", "nickel")]),
    ("Rye makes up 30% of exports to Norway, followed by oats (10%). Norway is a market for Canadian wheat and pulses.",
     [(OUT, "", "rye"), (OUT, "", "oats"), (OUT, "", "wheat"), (OUT, "", "pulses")]),
    ("Imports from Norway reached $3 billion in 2012. They were led by oil and nickel; the top categories included tea.",
     [(IN, "2012", "oil"), (IN, "2012", "nickel"), (IN, "2012", "tea")]),
    ("Norway's imports from Canada reached $3 billion in 2012. The main imports were rye and tin.",
     [("NOR < CAN", "2012", "rye"), ("NOR < CAN", "2012", "tin")]),
    ("Imports from Norway grew by 7% on the previous year in 2012. Oil accounts for 70% of imports.", [(IN, "2012", "oil")]),
    ("Over 80% of imports in 2012 were accounted for by coal, personal travel, and chemical and rubber products.",
     [(IN, "2012", "coal"), (IN, "2012", "chemical products"), (IN, "2012", "rubber products")]),
    # lines
    ("Exports to Norway include:\n\n- Cereals: wheat, rye\n- Machinery",
     [(OUT, "", "cereals"), (OUT, "", "cereals / wheat"), (OUT, "", "cereals / rye"), (OUT, "", "machinery")]),
    ("(1) Trade (2012, national statistics)\n\nMajor export items: Rye, wood pulp\n\nMajor import items: Crude oil",
     [(OUT, "2012", "rye"), (OUT, "2012", "wood pulp"), (IN, "2012", "crude oil")]),
    ("Main Exports to Norway (2013):\n\n• Wheat\n• Fish and Seafood\n\n- Imports: Oil and Gas, Scotch whisky",
     [(OUT, "2013", "wheat"), (OUT, "2013", "fish and seafood"), (IN, "2013", "oil and gas"), (IN, "2013", "Scotch whisky")]),
    ("Main Canadian exports to Norway in 2013:\n\n- Nickel (45%)\n- Aircraft and parts\n- Odds and ends\n\nMain imports:\n\n1. Crude oil\n2. Salmon",
     [(OUT, "2013", "nickel"), (OUT, "2013", "aircraft and parts"), (OUT, "2013", "odds and ends"),
      (IN, "2013", "crude oil"), (IN, "2013", "salmon")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WORDINGS)
def test_wordings(text: str, expected: list[Good]) -> None:
    """Does each usual wording give its goods, with flow, countries, date and details?"""
    assert goods_in(text) == expected


def test_all_that_a_country_sells() -> None:
    """Is the partner left open where a country's exports to all the world may be meant?"""
    assert goods_in("Norway's main exports are oil and fish.") == [
        ("NOR > None", "", "oil"),
        ("NOR > None", "", "fish"),
    ]


def test_one_good_told_twice() -> None:
    """Is a good that two sentences tell of one row, with evidence at both places?"""
    text = "In 2012, exports to Norway included wheat. Wheat accounted for half of exports to Norway in 2012."
    assert goods_in(text) == [(OUT, "2012", "wheat")]
    evidence = read(source(PAGE.format(text), "canada-norway"))["evidence"]
    assert len([row for row in evidence if row["resource"] == "goods" and row["field"] == "name"]) == 2


def test_one_cell_stated_and_implied() -> None:
    """Is a cell that one sentence states and another implies stated, with the words of the first alone?"""
    text = "In 2012, imports included oil. In 2012, oil accounted for half of Canada's imports from Norway."
    rows = read(source(PAGE.format(text), "canada-norway"))
    assert [(row["name"], row["inferred"]) for row in rows["goods"]] == [("oil", None)]
    told = [row for row in rows["evidence"] if row["resource"] == "goods" and row["field"] == "reporter"]
    assert [(row["quote"], row["basis"]) for row in told] == [("Canada", "stated")]


@pytest.mark.parametrize(
    "text",
    [
        "Canada's exports to Norway include services such as tourism and education.",
        "Exports to more than 20 countries, including Norway and Chile, reached $4 billion in 2012.",
        "Exports grew in 2012, led by strong growth, and imports were driven by demand for machinery.",
        "Exports are not dominated by wheat and no longer include asbestos.",
        "Canada could export beef and hopes to export wheat; its exports will include barley.",
        "Ministers discussed exports of wheat and pork.",
        "Bilateral trade is dominated by oil. Canadian investment in Norway includes aluminum and paper.",
        "Canadian exporters include large firms, and exports support 3,000 jobs, including jobs in Quebec.",
        "The International Exports Protection Agreement covers fish and paper.",
        "Imports are subject to duties and include a small number of restrictions.",
        "Tin is not exported to Norway. Tourists buy souvenirs. The export basket is small.",
        "Exports of $3 million, of which half came from Quebec, ranged from $1 million to $2 million.",
        "Norway is a source of oil, and products such as cheese are made there. They are led by their minister.",
    ],
)
def test_no_goods(text: str) -> None:
    """Is what is no good, not traded, denied or only hoped for left out?"""
    assert goods_in(text) == []


RULES = [
    pytest.param(rules, rule, id=rule.name) for rules in (OPENING_RULES, CLOSING_RULES, CARRIED_RULES) for rule in rules.rules
]  # fmt: skip


@pytest.mark.parametrize(("rules", "rule"), RULES)
def test_rules(rules: Rules, rule: Rule) -> None:
    """Does each rule find its examples and keep its hands off its counter-examples?"""
    assert len(rule.examples) >= 2 and len(rule.counter) >= 1
    for sentence, quote in rule.examples:
        assert quote in matched_by(rules, rule.name, sentence), sentence
    for sentence in rule.counter:
        assert not matched_by(rules, rule.name, sentence), sentence


def test_lexicon_of_goods() -> None:
    """Does every wording stand once, with no code or that of a chapter or heading, and is it found in any number?"""
    rows = list(lexicon_rows("goods"))
    assert len({row["phrase"] for row in rows}) == len(rows) > 2000
    assert all(row["hs_code"] == "" or (row["hs_code"].isdecimal() and len(row["hs_code"]) in (2, 4)) for row in rows)
    wordings = goods_wordings()
    assert wordings.code("Copper ore") == wordings.code("copper ores") == "2603"
    assert (wordings.code("lime"), wordings.code("limes")) == ("2522", "0805")
    assert (wordings.code("fresh produce"), wordings.code("gizmos")) == ("", None)
    assert fold("Motor-vehicle parts") == fold("motor vehicle part")
