"""Names: what a wording names, and as what kind of thing."""

from __future__ import annotations

import pytest

from pipeline.reading import read
from tests.wordings import names_in, page

Names = list[tuple[str, str]]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("It cost 3 million US dollars, or 2 million Swiss francs.", []),
        ("It cost 3 million US Dollars.", []),
        ("See smart.gov.uk and GOV.UK for more.", []),
        ("The Minister for European Affairs came.", []),
        ("The Director for African and European Affairs came.", []),
        ("It is at 63 Zor Thai To Street.", []),
        ("It drew on Young Norwegian Makers.", [("Norwegian", "country")]),
        ("Ottawa gave as much, dollar for dollar, in Ottawa.", [("Ottawa", "place"), ("Ottawa", "place")]),
    ],
)
def test_words_of_the_world_in_other_things(sentence: str, names: Names) -> None:
    """Are countries and regions no names where they are part of money, addresses and offices?"""
    assert [found for found in names_in(sentence) if found[1] != "person"] == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Offices of Tourism Norway opened.", [("Tourism Norway", "organisation")]),
        ("Historically Norway did well.", [("Norway", "country")]),
        ("It is part of Grand Norway 2025 and more.", [("Grand Norway 2025", "programme")]),
        ("The Paths to Learning in Ulvik program ran.", [("Paths to Learning in Ulvik", "programme")]),
        ("Under the ZORB scheme it ran.", [("ZORB", "programme")]),
        ("He toured Ulvik, Zorbing and Quelm.", [("Ulvik", "place"), ("Zorbing", "place"), ("Quelm", "place")]),
        ("The Norwegian programme ran.", [("Norwegian", "country")]),
        ("They adopted a Joint Declaration, ‘Makers in Trade’.", [("Makers in Trade", "agreement")]),
        ("The Norwegian company Zorbing came.", [("Norwegian", "country"), ("Zorbing", "organisation")]),
        (
            "Firms such as Quelm Works, ZRB and Bo & Bo came.",
            [("Quelm Works", "organisation"), ("ZRB", "organisation"), ("Bo & Bo", "organisation")],
        ),
        ("It is run by Zorbing Power Limited.", [("Zorbing Power Limited", "organisation")]),
        (
            "Some 30 firms came, among them Zorbing and Quelm Works.",
            [("Zorbing", "organisation"), ("Quelm Works", "organisation")],
        ),
        ("Companies are found in many towns, including Zorbing.", []),
        ("The drinks maker Zorbing came.", [("Zorbing", "organisation")]),
        (
            "The mining giant Zorbing Gold and the retailer Quelm came.",
            [("Zorbing Gold", "organisation"), ("Quelm", "organisation")],
        ),
        ("A maker of tea came.", []),
        ("Oslo-based Zorbing opened it.", [("Oslo", "place"), ("Zorbing", "organisation")]),
        ("An Oslo-based firm opened it.", [("Oslo", "place")]),
        ("It bought the Quelm Bo brewery.", [("Quelm Bo", "organisation")]),
        ("Zorbing Works of Oslo employs 300.", [("Zorbing Works", "organisation"), ("Oslo", "place")]),
        ("It joined programmes such as ZORBsoc+ and ZR-QUELM.", [("ZORBsoc+", "programme"), ("ZR-QUELM", "programme")]),
        ("Schemes like Young Makers ran.", [("Young Makers", "programme")]),
        (
            "Zorbing Gold, a Norwegian mining company, came.",
            [("Zorbing Gold", "organisation"), ("Norwegian", "country")],
        ),
        ("ZRB, an Oslo-based airline, came.", [("ZRB", "organisation"), ("Oslo", "place")]),
        ("In Lima, a mining company came.", [("Lima", "place")]),
        ("Companies such as Rio Zorbing and Quelm came.", [("Rio Zorbing", "organisation"), ("Quelm", "organisation")]),
        ("Air Norway flies to Lima.", [("Air Norway", "organisation"), ("Lima", "place")]),
        ("Gradually Norway came.", [("Norway", "country")]),
        ("Programmes such as training ran.", []),
        ("It announced Zorb Quelm, a five-year, $3 million programme.", [("Zorb Quelm", "programme")]),
        ("It began Young Makers, a training project in schools.", [("Young Makers", "programme")]),
        ("In Lima, a training programme began.", [("Lima", "place")]),
        (
            "Some 30 companies are here; among them are Zorbing and ZRB.",
            [("Zorbing", "organisation"), ("ZRB", "organisation")],
        ),
    ],
)
def test_names_without_a_head_word(sentence: str, names: Names) -> None:
    """Are brands, programmes, quoted titles and companies found by what stands beside them, and not without it?"""
    assert names_in(sentence) == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("We opened a High Commission there.", []),
        ("They opened an Australian Consulate-General.", [("Australian", "country")]),
        ("Norway belongs to International Organizations.", [("Norway", "country")]),
        ("The Zorbing Network Upgrade began.", []),
        (
            "The 3rd Meeting of the Joint Economic Commission took place.",
            [("Joint Economic Commission", "organisation")],
        ),
        ("The first Swiss-Peruvian Business Forum met.", [("Swiss-Peruvian Business Forum", "meeting")]),
        ("The Statement of Partnership was signed.", [("Statement of Partnership", "agreement")]),
        ("The third Zorbing Forum met.", [("Zorbing Forum", "meeting")]),
        ("The Zorbing Forum has offices.", [("Zorbing Forum", "organisation")]),
        ("The Rural Women’s Credit Project ran.", [("Rural Women’s Credit Project", "programme")]),
        ("It is the Farmers' Trade Council.", [("Farmers' Trade Council", "organisation")]),
        ("It is Norway's Trade Council.", [("Norway", "country"), ("Trade Council", "organisation")]),
        (
            "The University of Oslo and the Ulvik Institute run it.",
            [("University of Oslo", "organisation"), ("Ulvik Institute", "organisation")],
        ),
        (
            "The Ministry of Trade and the Environment runs it.",
            [("Ministry of Trade and the Environment", "organisation")],
        ),
        (
            "The Embassy of Norway to Laos, Fiji and Peru is in Lima.",
            [("Embassy of Norway to Laos, Fiji and Peru", "organisation"), ("Lima", "place")],
        ),
        ("Norway, Fiji and Peru opened embassies.", [("Norway", "country"), ("Fiji", "country"), ("Peru", "country")]),
        ("Embassy of Norway to Laos", [("Embassy of Norway to Laos", "organisation")]),
        ("It went to Banco Zorbing.", [("Banco Zorbing", "organisation")]),
        (
            "The Universidad de Lima and Université Zorbing met.",
            [("Universidad de Lima", "organisation"), ("Université Zorbing", "organisation")],
        ),
        ("She opened the Zorbing Development Days.", [("Zorbing Development Days", "meeting")]),
        ("The Oslo Office of the embassy opened.", [("Oslo", "place")]),
        ("This makes the Union Norway's third-largest partner.", [("Norway", "country")]),
        ("It belongs to the G-16.", [("G-16", "organisation")]),
        ("They met at the ECOWAS summit in Lima.", [("ECOWAS summit", "meeting"), ("Lima", "place")]),
        ("HMS Wellington and USS Lima came.", []),
        (
            "He attended the Summit for Makers and the Norway-Laos Leaders Summit.",
            [("Summit for Makers", "meeting"), ("Norway-Laos Leaders Summit", "meeting")],
        ),
        (
            "Professor Ana Novak of the University of Oslo came.",
            [("Ana Novak", "person"), ("University of Oslo", "organisation")],
        ),
        ("Dr Kos of the Ulvik Institute came.", [("Kos", "person"), ("Ulvik Institute", "organisation")]),
        ("It held the Makers' Week.", []),
        ("It held the Zorbing Week.", [("Zorbing Week", "meeting")]),
        ("A Task Force on Ports was set up.", [("Task Force on Ports", "organisation")]),
        ("The Agreement on a Wider Partnership holds.", [("Agreement on a Wider Partnership", "agreement")]),
        (
            "A Treaty on Assistance in Customs and Labour Matters holds.",
            [("Treaty on Assistance in Customs and Labour Matters", "agreement")],
        ),
        ("The Treaty on Ports in Lima holds.", [("Treaty on Ports", "agreement"), ("Lima", "place")]),
        ("Norway's Membership in International Organizations", [("Norway", "country")]),
        ("Recent Visits and Meetings", []),
        ("Major Agreements", []),
        ("The Zorbing Meetings took place.", [("Zorbing Meetings", "meeting")]),
        (
            "The Agreement on Cooperation in the Uses of Rural Energy holds.",
            [("Agreement on Cooperation in the Uses of Rural Energy", "agreement")],
        ),
        ("An Agreement on Cooperation in Lima holds.", [("Agreement on Cooperation", "agreement"), ("Lima", "place")]),
        ("An Agreement on Cooperation in May 2012.", [("Agreement on Cooperation", "agreement")]),
        ("They spoke at the Zorbing Forum.", [("Zorbing Forum", "meeting")]),
        ("An EU Zorbing Quelm Mission came.", [("EU Zorbing Quelm Mission", "organisation")]),
        (
            "The Convention between Norway and Laos for the Avoidance of Tolls holds.",
            [("Convention between Norway and Laos for the Avoidance of Tolls", "agreement")],
        ),
        (
            "The Norway-Laos Parliamentarians’ Friendship League met.",
            [("Norway-Laos Parliamentarians’ Friendship League", "organisation")],
        ),
        ("It met at COP21 and COP 26.", [("COP21", "meeting"), ("COP 26", "meeting")]),
        ("It lent COP 21 million.", []),
        ("It went to Upper Norway.", [("Upper Norway", "place")]),
        ("The Norwegian Red Cross came.", [("Norwegian Red Cross", "organisation")]),
        ("It became a Strategic Partnership.", []),
        ("The Quelm Partnership for Schools ran.", [("Quelm Partnership for Schools", "programme")]),
        ("The Zorbing project and the Skills for Makers project ran.", [("Skills for Makers", "programme")]),
        ("They sailed on Lake Zorbing.", [("Lake Zorbing", "place")]),
        ("It is at the British Embassy Oslo.", [("British Embassy Oslo", "organisation")]),
    ],
)
def test_head_words(sentence: str, names: Names) -> None:
    """Does a head word make a name of the words that are one, of the right kind and length?"""
    assert names_in(sentence) == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The Known Seasonal Maker (KSM) scheme began.", [("Known Seasonal Maker", "programme"), ("KSM", "programme")]),
        (
            "The Zorb Hands for Mines and Quarries (ZHMQ) came.",
            [("Zorb Hands for Mines and Quarries", "organisation"), ("ZHMQ", "organisation")],
        ),
        (
            "The Summit of the Conference on Trust in Asia (CTA) met.",
            [("Summit of the Conference on Trust in Asia", "meeting"), ("CTA", "meeting")],
        ),
        (
            "The Zorbing Training for Teachers (ZTT) ran.",
            [("Zorbing Training for Teachers", "programme"), ("ZTT", "programme")],
        ),
        ("Norway works on corporate social duty (NCSD) and more.", [("Norway", "country")]),
        (
            "It granted Norway Favoured Zorbing Rank (FZR).",
            [("Norway", "country"), ("Favoured Zorbing Rank", "organisation"), ("FZR", "organisation")],
        ),
    ],
)
def test_acronyms_tell_long_names(sentence: str, names: Names) -> None:
    """Are the words whose initials an acronym in brackets has its long name, and no others?"""
    assert names_in(sentence) == names


@pytest.mark.parametrize(
    ("sentence", "person"),
    [
        ("The Ambassador of Norway to Laos is Kari Lund.", "Kari Lund"),
        ("Consul General, Oslo: Piet van Dyck", "Piet van Dyck"),
        ("Ana Novak, ambassador of Norway to Laos, spoke.", "Ana Novak"),
        ("President Kim Geun-hye spoke.", "Kim Geun-hye"),
        ("A President Kim-led delegation spoke.", "Kim"),
        ("An honorary consul in Santa Zorbing, Ana Novak, spoke.", "Ana Novak"),
        ("Her ambassador to Laos and Fiji, Kari Lund, spoke.", "Kari Lund"),
        ("He met his opposite number, Kari Lund, twice.", "Kari Lund"),
        ("She and her colleague Kari Lund spoke.", "Kari Lund"),
        ("Kari Lund, NATO Secretary General, spoke.", "Kari Lund"),
        ("The Governor of Ulvik Province, Kari Lund, spoke.", "Kari Lund"),
        ("The Mayor of Zorbing, Kari Lund, spoke.", "Kari Lund"),
        ("His wife, Kari Lund, spoke.", "Kari Lund"),
        ("His son visited Oslo.", None),
        ("It was led by Kari Lund, Member of the European Parliament.", "Kari Lund"),
        ("The consul in Oslo, and that in Bergen, spoke.", None),
        ("Zorbing Quelm, Part of the European Union, spoke.", None),
        ("The Minister Responsible for Trade spoke.", None),
        ("It is a Major Non-NATO Ally.", None),
    ],
)
def test_persons(sentence: str, person: str | None) -> None:
    """Are persons found beside offices said in full, in labels and in small letters?"""
    assert [name for name, kind in names_in(sentence) if kind == "person"] == ([person] if person else [])


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("She visited Lima and Zorbing to see.", ["Lima", "Zorbing"]),
        ("It lies in the province of Zor Bing.", ["Zor Bing"]),
        ("It was built on Java.", ["Java"]),
        ("It works in the provinces of Zorbing, Quelm and Ulvik Bo.", ["Zorbing", "Quelm", "Ulvik Bo"]),
        ("It works in the Zorbing region and on the Quelm salt flats.", ["Zorbing", "Quelm"]),
        ("It works along the Ulvik valley.", ["Ulvik"]),
        ("It works along the Ulvik river and on the Zorbing island.", ["Ulvik", "Zorbing"]),
        ("It has consulates in Zorbing, Quelm and Lima.", ["Zorbing", "Quelm", "Lima"]),
        ("It works in the Andean region and the coastal districts.", []),
        ("It works in communities of makers and Zorbing.", []),
        ("It was set up at Ministerial level in Lima.", ["Lima"]),
        ("The Trafficking in Persons Protocol is discussed in Lima.", ["Lima"]),
    ],
)
def test_places(sentence: str, places: list[str]) -> None:
    """Are places found beside known ones and behind what kind of place they are, and levels and titles no places?"""
    assert [name for name, kind in names_in(sentence) if kind == "place"] == places


def test_lines_in_capitals() -> None:
    """Are names on a line set in capitals found, and acronyms there left as they are?"""
    rows = read(page("PERU AND NATO: BUREAU OF AFRICAN AFFAIRS\n\nNATO met."))
    quotes = [row["quote"] for row in rows["mentions"]]
    assert [name for name in ("PERU", "NATO", "BUREAU OF AFRICAN AFFAIRS") if name not in quotes] == []


def test_companies_come_back() -> None:
    """Is a company that the text introduces found where it is named again?"""
    rows = read(page("The mining company Zorbing came to Lima. In 2012, Zorbing left."))
    assert [row["quote"] for row in rows["mentions"]].count("Zorbing") == 2
