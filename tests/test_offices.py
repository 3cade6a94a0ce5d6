"""Who holds which office: what the page says, wordings in and rows out, and what must give none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pipeline.reading import read
from pipeline.reading.lexicon import lexicon, rows
from pipeline.reading.roles.office_rules import OFFICE_RULES
from pipeline.reading.rules import Rule
from pipeline.sources import Source
from tests.wordings import page as page_of
from tests.wordings import phrase_quotes

RAW = Path(__file__).parent.parent / "raw" / "canada-peru-relations.txt"
Tables = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def page() -> Tables:
    """The rows of the page."""
    return read(Source("canada-peru-relations", "raw/canada-peru-relations.txt", RAW.read_bytes().decode(), "0" * 64))


def offices(text: str, **pair: str) -> list[tuple[str, ...]]:
    """The offices that a text tells of: person, title, body, date."""
    found: list[dict[str, Any]] = read(page_of(text, **pair))["offices"]
    return [(_last(row["person"]), row["title"], _last(row["body"]), row["date"] or "") for row in found]


def _last(entity: str | None) -> str:
    """The id of an entity without its document's."""
    return (entity or "").rpartition("/")[2]


def bodies(text: str, **pair: str) -> dict[str, str]:
    """Whose office each person has."""
    return {person: body for person, _, body, _ in offices(text, **pair)}


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.name) for rule in OFFICE_RULES.rules])
def test_rules(rule: Rule) -> None:
    """Does each rule find what its examples name, and nothing in its counter-examples?"""
    assert len(rule.examples) >= 2 and len(rule.counter) >= 1
    for sentence, quote in rule.examples:
        assert quote in phrase_quotes(OFFICE_RULES, rule.name, sentence)
    for sentence in rule.counter:
        assert phrase_quotes(OFFICE_RULES, rule.name, sentence) == []


PAGE = {
    "diane-ablonczy": ("Minister of State of Foreign Affairs (Americas and Consular Affairs)", "canada", "2011-07", 1),
    "ed-fast": ("Minister of International Trade", "canada", "2012-04", 1),
    "harper": ("Prime Minister", "canada", "2011", 3),
    "humala": ("President", "peru", "2011-07", 3),
}


def test_page(page: Tables) -> None:
    """Are the page's four office holders there, each once, with evidence at every place that shows them in office?"""
    found = {}
    for row in page["offices"]:
        places = [e for e in page["evidence"] if (e["row_id"], e["field"]) == (row["office_id"], "person")]
        found[row["person"].rpartition("/")[2]] = (row["title"], row["body"], row["date"], len(places))
    assert found == PAGE


def test_page_concludes_bodies(page: Tables) -> None:
    """Is the country of each office marked as concluded, by rules that are named, and nothing else?"""
    assert {row["inferred"] for row in page["offices"]} == {"body"}
    rules = {
        e["row_id"].rpartition("/")[2]: e["rule"]
        for e in page["evidence"]
        if (e["resource"], e["field"]) == ("offices", "body")
    }
    assert rules == {
        "diane-ablonczy-minister-of-state-of-foreign-affairs-americas-and-consular-affairs": "office-of-publisher",
        "humala-president": "only-one-has-the-office",
        "ed-fast-minister-of-international-trade": "visitor-of-the-other",
        "harper-prime-minister": "other-than-whom-they-meet",
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Canada's Trade Minister, Ann Lee, visited Lima in May 2013.",
            ("ann-lee", "Trade Minister", "canada", "2013-05"),
        ),
        ("Ann Lee, Minister of Mines, spoke on 3 June 2013.", ("ann-lee", "Minister of Mines", "canada", "2013-06-03")),
        ("The President of Chile, Ana Ruiz, came in 2012.", ("ana-ruiz", "President", "chile", "2012")),
        ("In 2012 they met President Ruiz of Chile.", ("ruiz", "President", "chile", "2012")),
        ("Igor Kos was elected President of Peru in June 2011.", ("igor-kos", "President", "peru", "2011-06")),
        ("Mr. Kos, President of Peru since July 2011, spoke.", ("kos", "President", "peru", "2011-07/..")),
        (
            "Ann Lee MP, who was then Minister of Mines, spoke on 3 June 2013.",
            ("ann-lee", "Minister of Mines", "canada", ""),
        ),
        ("President Ana Ruiz and Piet van Dyck spoke.", ("ana-ruiz", "President", "peru", "")),
        ("In 2010 Mr. Kos came to Ottawa as Minister of Defence.", ("kos", "Minister of Defence", "peru", "2010")),
        ("then-Foreign Minister Bob Roe went to Lima in 2009", ("bob-roe", "Foreign Minister", "canada", "2009")),
        ("UN Secretary-General Kofi Roe spoke.", ("kofi-roe", "Secretary-General", "un", "")),
        (
            "The Secretary-General of the Commonwealth, Ann Roe, spoke.",
            ("ann-roe", "Secretary-General", "commonwealth-of-nations", ""),
        ),
        ("Alberta Premier Piet Noor led them.", ("piet-noor", "Premier", "alberta", "")),
        ("The Mayor of Lima, Susana Vega, spoke.", ("susana-vega", "Mayor", "lima", "")),
        ("The Ambassador of Canada to Peru, Louise Roy, spoke.", ("louise-roy", "Ambassador to Peru", "canada", "")),
        ("The Speaker of the Senate, Ann Roe, flew to Cusco.", ("ann-roe", "Speaker of the Senate", "canada", "")),
        (
            "The President of the Council of Ministers of Peru, Ana Jara, spoke.",
            ("ana-jara", "President of the Council of Ministers", "peru", ""),
        ),
        ("Former Prime Minister Ann Lee came in 2013.", ("ann-lee", "Prime Minister", "canada", "")),
        ("The Ambassador of Peru to Chile is Ms Ana Ruiz.", ("ana-ruiz", "Ambassador to Chile", "peru", "")),
        ("Peru's Foreign Minister was Mr. Kos in 2012.", ("kos", "Foreign Minister", "peru", "2012")),
        ("Dr. Ann Lee, director of the World Bank, came.", ("ann-lee", "director", "world-bank", "")),
        ("Dr. Ann Lee, head of the World Bank, came.", ("ann-lee", "head", "world-bank", "")),
        (
            "The Director General for American and European Affairs of Peru, Mr. Kos, came.",
            ("kos", "Director General for American and European Affairs", "peru", ""),
        ),
        (
            "Parliamentary Vice-Minister for Foreign Affairs Ann Lee flew to Lima.",
            ("ann-lee", "Parliamentary Vice-Minister for Foreign Affairs", "canada", ""),
        ),
        ("Mr. Kos has stayed on as President.", ("kos", "President", "peru", "")),
        ("Ann Lee continues as Minister of Mines.", ("ann-lee", "Minister of Mines", "canada", "")),
        ("Ann Lee took over as Minister of Mines in 2012.", ("ann-lee", "Minister of Mines", "canada", "2012")),
        ("Ann Lee has served as Minister of Mines since 2012.", ("ann-lee", "Minister of Mines", "canada", "2012/..")),
        (
            "Ms. Lee, a career diplomat, is High Commissioner in Ghana.",
            ("lee", "High Commissioner in Ghana", "canada", ""),
        ),
        ("Mr. Kos, who studied in Ottawa, was elected President of Peru.", ("kos", "President", "peru", "")),
        (
            "Ms. Lee, a lawyer, has been Canada's Ambassador in Lima since 2012.",
            ("lee", "Ambassador in Lima", "canada", "2012/.."),
        ),
        ("Mr. Lee succeeded Mr. Kos as Foreign Minister in 2013.", ("lee", "Foreign Minister", "canada", "2013")),
        (
            "Agnès Delvaux, NATO Special Representative for Women, spoke.",
            ("agnes-delvaux", "Special Representative for Women", "nato", ""),
        ),
        ("Igor Kos, Peru's new Foreign Minister, spoke.", ("igor-kos", "Foreign Minister", "peru", "")),
        (
            "Canada is served by an honorary consul in Santa Cruz, Rosario Antelo.",
            ("rosario-antelo", "honorary consul in Santa Cruz", "canada", ""),
        ),
        (
            "The Secretary of State for Foreign and Commonwealth Affairs, Ann Lee, spoke.",
            ("ann-lee", "Secretary of State for Foreign and Commonwealth Affairs", "canada", ""),
        ),
    ],
)
def test_wordings(text: str, wanted: tuple[str, ...]) -> None:
    """Does each way of naming an office give one row with its title, body and date?"""
    assert offices(text) == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Deputy Prime Minister and Minister of Mines Ann Lee came.", {"Deputy Prime Minister", "Minister of Mines"}),
        ("The Taoiseach and Minister for Trade, Ann Lee, came.", {"Taoiseach", "Minister for Trade"}),
        (
            "Ms Ann Lee, Deputy Prime Minister and Minister of Mines of Peru, came.",
            {"Deputy Prime Minister", "Minister of Mines"},
        ),
        ("Senator Ann Lee, President of the Senate, came.", {"Senator", "President of the Senate"}),
        ("They met Senator Ann Lee, Peru's Minister of Mines.", {"Senator", "Minister of Mines"}),
        ("They met Senator Ann Lee, Peruvian Minister of Mines, in Lima.", {"Senator", "Minister of Mines"}),
        ("Ambassador Ann Lee, Special Envoy of Peru, came.", {"Ambassador", "Special Envoy"}),
        ("The Australian Foreign Minister, Senator the Hon Ann Lee, came.", {"Foreign Minister", "Senator"}),
        ("The Special Envoy, Ambassador Ann Lee, came.", {"Special Envoy", "Ambassador"}),
        ("Prime Minister and Minister of Mines: Ms Ann Lee", {"Prime Minister", "Minister of Mines"}),
        ("Head of Mission: Ambassador Ann Lee", {"Head of Mission", "Ambassador"}),
        ("They met the Prime Minister and the Minister of Mines, Ann Lee.", {"Minister of Mines"}),
        ("State Councillor and Foreign Minister Ann Lee came.", {"State Councillor", "Foreign Minister"}),
        ("They met the Prime Minister and Foreign Minister Ann Lee.", {"Foreign Minister"}),
        ("They met the President and Prime Minister Ann Lee.", {"Prime Minister"}),
        ("They met the President and Minister of Mines Ann Lee.", {"Minister of Mines"}),
    ],
)
def test_two_titles(text: str, wanted: set[str]) -> None:
    """Are two titles of one person two rows of one country, and those of two people not given to one?"""
    rows = offices(text)
    assert {row[1] for row in rows} == wanted and {row[0] for row in rows} == {"ann-lee"}
    assert len({row[2] for row in rows}) == 1


def test_labels() -> None:
    """Is an office in the facts of a country that country's, and an envoy there the publisher's?"""
    assert bodies("Prime Minister: Ms Ann Lee") == {"ann-lee": "peru"}
    assert bodies("Head of State: HM Queen Ann Lee") == {"ann-lee": "peru"}
    assert bodies("Ambassador: H.E. Mr. Igor Kos") == {"igor-kos": "canada"}
    assert bodies("Minister of Mines of Canada: Ms Ann Lee") == {"ann-lee": "canada"}


def test_two_holders() -> None:
    """Are the two holders of a plural office two rows, each of the country named, or of the pair in its order?"""
    named = offices("The Presidents of Chile and Peru, Ana Ruiz and Igor Kos, met in 2012.")
    assert named == [("ana-ruiz", "President", "chile", "2012"), ("igor-kos", "President", "peru", "2012")]
    assert bodies("Foreign Ministers Ann Lee and Igor Kos met.") == {"ann-lee": "canada", "igor-kos": "peru"}
    assert bodies("Presidents Ana Ruiz of Chile and Igor Kos of Peru met.") == {"ana-ruiz": "chile", "igor-kos": "peru"}
    assert bodies("Foreign Ministers Ana Ruiz (Chile) and Igor Kos (Peru) met.") == {
        "ana-ruiz": "chile",
        "igor-kos": "peru",
    }


def test_counterpart() -> None:
    """Is a counterpart's office that of the one before, of the country named or the other one, and concluded?"""
    told = "Prime Minister Ann Lee and her Peruvian counterpart, Igor Kos, met."
    assert [row[:3] for row in offices(told)] == [
        ("ann-lee", "Prime Minister", "canada"),
        ("igor-kos", "Prime Minister", "peru"),
    ]
    assert "title" in str(read(page_of(told))["offices"][1]["inferred"]).split()
    assert (
        bodies("Chilean Trade Minister Ana Ruiz and her counterpart, Igor Kos, met.", title="Canada-Chile Relations")[
            "igor-kos"
        ]
        == "canada"
    )


@pytest.mark.parametrize(
    ("text", "person", "body"),
    [
        ("Signed in Lima by Ambassador Ann Lee and Defence Minister Igor Kos.", "igor-kos", "peru"),
        (
            "The President of Peru, Ana Ruiz, accompanied by Mr. Kos, was received by Trade Minister Ann Lee.",
            "ann-lee",
            "canada",
        ),
        ("Foreign Minister Ann Lee visited Ottawa.", "ann-lee", "peru"),
        ("Foreign Minister Ann Lee visited Lima.", "ann-lee", "canada"),
        ("There was a visit to Ottawa by the Minister of Mines, Ann Lee.", "ann-lee", "peru"),
        ("Foreign Minister Igor Kos hosted Canada's Trade Minister, Ann Lee, in Cusco.", "igor-kos", "peru"),
        ("President Kos and Foreign Minister Ann Lee met.", "ann-lee", "canada"),
        ("Peruvian President Igor Kos spoke. His foreign minister, Ana Vega, listened.", "ana-vega", "peru"),
        ("President Kos, accompanied by Trade Minister Ana Vega, spoke.", "ana-vega", "peru"),
        ("Trade Minister Ann Lee opened the fair.", "ann-lee", "canada"),
        ("Director General Ann Lee opened the fair.", "ann-lee", ""),
    ],
)
def test_concluded_bodies(text: str, person: str, body: str) -> None:
    """Is an office without a country given the one that the words allow to conclude, and none where they do not?"""
    assert bodies(text)[person] == body


def test_told_twice() -> None:
    """Is an office one row however often it is told, in full or in short?"""
    told = "Minister of Trade Ann Lee visited Lima in 2012. Minister Lee returned. Ann Lee, Minister of Trade, spoke."
    assert offices(told) == [("ann-lee", "Minister of Trade", "canada", "2012")]
    assert len(offices("Ann Lee, Minister of Trade, came in 2010 as Minister of Mines.")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The Foreign Minister, Ann Lee, will visit Lima in May 2015.",
        "Foreign Minister Ann Lee signed a plan for 2014-2016.",
        "They met Foreign Minister Ann Lee, who had been in Lima in 2010.",
        "Foreign Minister Ann Lee spoke; the fair took place in 2012.",
    ],
)
def test_no_date(text: str) -> None:
    """Is no date given that does not show the person in office?"""
    assert [row[3] for row in offices(text)] == [""]


@pytest.mark.parametrize(
    "text",
    [
        "The Minister visited Lima.",
        "Mr. Kos met the Minister in Lima.",
        "Members of Parliament visited Lima.",
        "Princess Ana Roe visited Lima.",
        "Father Jean Roe taught in Lima.",
        "Mr. Lee, with Mr. Kos, was Foreign Minister.",
        "Mr. Lee, who met Mr. Kos in Lima, is Foreign Minister.",
        "Peru has an honorary consul in Halifax, Nova Scotia.",
    ],
)
def test_no_office(text: str) -> None:
    """Is there no row where no person is shown in an office?"""
    assert offices(text) == []


def test_offices_of_state() -> None:
    """Does each row of the offices of state name a country of the lexicon, once, and titles that it knows?"""
    table = list(rows("offices_of_state"))
    known = {row["phrase"] for row in rows("words/offices")}
    assert len({row["iso3166_1"] for row in table}) == len(table)
    assert {row["iso3166_1"] for row in table} <= set(lexicon().country_of_iso)
    assert {title for row in table for title in row["offices"].split("|")} <= known


def test_officials_of_an_embassy() -> None:
    """Are the lines of a mission's staff read, with a double dash for a colon, a rank before the name, any attaché?"""
    lines = "Ambassador--Ruth P. Hale\nDeputy Chief of Mission--Igor Kos\nDefense Attache--Col. Ann Lee\nCommercial Counsellor: Piet Roy"
    found = [(person, title) for person, title, _, _ in offices(f"Principal Officials\n\n{lines}")]
    assert sorted(found) == [
        ("ann-lee", "Defense Attache"),
        ("igor-kos", "Deputy Chief of Mission"),
        ("piet-roy", "Commercial Counsellor"),
        ("ruth-p-hale", "Ambassador"),
    ]
    assert offices("The post of Ambassador -- vacant since May -- was filled in June 2013.") == []


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("State Secretary at the Ministry of Defence, Ann Lee, visited Lima in 2013.", "ann-lee"),
        ("The Assistant Secretary for South American Affairs Igor Kos visited Lima in 2013.", "igor-kos"),
        ("The Assistant Secretary for Latin America Affairs Ann Lee visited Lima in 2013.", "ann-lee"),
    ],
)
def test_offices_in_a_ministry_and_for_a_region(text: str, holder: str) -> None:
    """Is who serves at a ministry, or for a region of the world, found with the office?"""
    assert [person for person, _, _, _ in offices(text)] == [holder]
