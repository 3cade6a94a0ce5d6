"""Is what a figure measures, whose it is and when it holds read as a careful reader would, in wordings of any page?"""

from __future__ import annotations

from typing import NamedTuple

import pytest

from pipeline.reading import read
from tests.wordings import page

CANADA = ("Canada-Peru Relations", "Government of Canada")


class Said(NamedTuple):
    """What a figure is found to say; countries and date are empty where it says none."""

    measure: str
    statistic: str
    reporter: str = ""
    partner: str = ""
    date: str = ""


def figures_of(text: str, title: str = CANADA[0], banner: str = CANADA[1]) -> dict[str, Said]:
    """The figures of a text on a page of June 2014, by their quotes."""
    return {
        str(row["quote"]): Said(
            *(str(row[field] or "") for field in ("measure", "statistic", "reporter", "partner", "date"))
        )
        for row in read(page(text, title, banner))["figures"]
    }


def flow(measure: str, date: str = "", statistic: str = "level", pair: str = "CAN-PER") -> Said:
    """What Canada trades with, invests in or gives to Peru, or another pair with one another."""
    return Said(measure, statistic, pair[:3], pair[4:], date)


BACK = "PER-CAN"
DATES = {
    "Peru was Canada's ninth-largest partner in 2011-12, when trade totalled $3 million, up 9 per cent.": {
        "$3 million": flow("trade", "2011/2012"),
        "9 per cent": flow("trade", "2011/2012", "growth"),
    },
    "Trade grew between 2009-10 and 2011-12, to $3 million.": {"$3 million": flow("trade", "2011/2012")},
    "Canadian exports to Peru fell 9 per cent from 2011 to 2012, to $3 million; imports stood at $5 million.": {
        "$5 million": flow("imports", "2012"),
        "9 per cent": flow("exports", "2011/2012", "growth"),
        "$3 million": flow("exports", "2012"),
    },
    "Exports in 2012 were worth $9 million, 4 per cent less than in 2011, while imports dropped from $3 million to $2 million.": {
        "$3 million": flow("imports", "2011"),
        "$2 million": flow("imports", "2012"),
    },
    "Exports to Peru rose from $3 million to $5 million between 2010 and 2012.": {
        "$3 million": flow("exports", "2010"),
        "$5 million": flow("exports", "2012"),
    },
    "Exports to Peru rose from $3 million to $5 million in 2012.": {
        "$3 million": flow("exports"),
        "$5 million": flow("exports", "2012"),
    },
    "In 2012, exports to Peru rose to $5 million from $3 million.": {
        "$3 million": flow("exports"),
        "$5 million": flow("exports", "2012"),
    },
    "In 2012, exports to Peru rose from $3 million to $5 million.": {
        "$3 million": flow("exports"),
        "$5 million": flow("exports", "2012"),
    },
    "Between 2010 and 2012, exports to Peru rose from $3 million to $5 million.": {
        "$3 million": flow("exports", "2010"),
        "$5 million": flow("exports", "2012"),
    },
    "In 2012, exports to Peru came to $9 million; imports, which were $3 million in 2011, now stand at $5 million.": {
        "$9 million": flow("exports", "2012"),
        "$3 million": flow("imports", "2011"),
        "$5 million": flow("imports"),
    },
    "Trade between 2010 and 2012 came to $9 million.": {"$9 million": flow("trade", "2010/2012")},
    "A bridge opened in 2008. The Andes Water Fund (2010–2013), run by a board, has a budget of $10 million.": {
        "$10 million": Said("other", "level", date="2010/2013"),
    },
    "Exports grew in 2012. The Andes Fund (2010–2011) was followed by another of 2013, with $10 million.": {
        "$10 million": Said("other", "level", date="2013"),
    },
    "On May 3, 2013, they signed a note under which Canada will pay $3 million a year in aid from 2014 to 2019.": {
        "$3 million": flow("development_assistance", "2014/2019"),
    },
    "Under a compact signed in 2010, Canada gave $3 million in aid. In 2012, a grant agreement signed in 2010 paid $9 million.": {
        "$3 million": flow("development_assistance"),
        "$9 million": flow("development_assistance", "2012"),
    },
    "Trade, at $3 billion in the year ended December 2012, was up 9 per cent on 2011.": {
        "9 per cent": flow("trade", "2011/2012", "growth"),
    },
    "Exports were worth $31 million in 2012, 4 per cent more than a year earlier. Imports were $90 million.": {
        "$31 million": flow("exports", "2012"),
        "4 per cent": flow("exports", "2012", "growth"),
        "$90 million": flow("imports", "2012"),
    },
    "In 2013, imports stood at $3 billion, down 2 per cent on the previous year.": {
        "$3 billion": flow("imports", "2013"),
        "2 per cent": flow("imports", "2013", "growth"),
    },
    "In 2013, imports stood at $3 billion, down 2 per cent from 2012.": {
        "2 per cent": flow("imports", "2012/2013", "growth"),
    },
    "In 2013, exports came to $3 million, up from $2 million a year earlier.": {
        "$3 million": flow("exports", "2013"),
        "$2 million": flow("exports", "2012"),
    },
    "Exports fell in 2013. A year earlier, they had stood at $9 million.": {"$9 million": flow("exports", "2012")},
    "Trade was worth $38 million in 2013, compared with $42 million in 2010. Exports were $6 million.": {
        "$38 million": flow("trade", "2013"),
        "$42 million": flow("trade", "2010"),
        "$6 million": flow("exports", "2013"),
    },
    "Trade grew by 12 per cent between 2010 and 2013, when it reached $38 million.": {
        "12 per cent": flow("trade", "2010/2013", "growth"),
        "$38 million": flow("trade", "2013"),
    },
    "Trade grew between 2010 and 2013, to $38 million.": {"$38 million": flow("trade", "2013")},
    "Gold accounted for 60 per cent of imports from Peru in 2012.": {"60 per cent": flow("imports", "2012", "share")},
    "Trade with Peru in 2013\n\nExports: $600 million\n\nImports: $3.1 billion": {
        "$600 million": flow("exports", "2013"),
        "$3.1 billion": flow("imports", "2013"),
    },
    "Canada's aid (2012): $8 million; Canada's exports: $9 million": {
        "$8 million": flow("development_assistance", "2012"),
        "$9 million": flow("exports", "2012"),
    },
    "Exports rose from $27 million in 2011 to $31 million in 2012.": {
        "$27 million": flow("exports", "2011"),
        "$31 million": flow("exports", "2012"),
    },
}
MEASURES = {
    "The mine was built at a cost of $900 million.": {"$900 million": Said("other", "level")},
    "Exports reached a value of $900 million in 2012.": {"$900 million": flow("exports", "2012")},
    "The fund for exports began in 2012 with a capital of $9 million.": {
        "$9 million": Said("other", "level", date="2012")
    },
    "In 2013 Canada exported $7 million worth of services to Peru and imported goods to the value of $3 million.": {
        "$7 million": flow("services_exports", "2013"),
        "$3 million": flow("merchandise_imports", "2013"),
    },
    "In 2013 Canada exported goods and services worth $7 million to Peru.": {"$7 million": flow("exports", "2013")},
    "Canadian exports to Peru (services): $7 million": {"$7 million": flow("services_exports")},
    "Canadian exports to Peru (goods and services): $7 million": {"$7 million": flow("exports")},
    "Trade in services was $210 million in 2011, of which exports made up $120 million.": {
        "$210 million": flow("services_trade", "2011"),
        "$120 million": flow("services_exports", "2011"),
    },
    "Trade was worth $90 million in 2013, of which services made up some 30 per cent.": {
        "some 30 per cent": flow("services_trade", "2013", "share"),
    },
    "Trade was worth $90 million in 2013, of which exports made up $20 million.": {
        "$20 million": flow("exports", "2013"),
    },
    "Trade in 2012 was $3 billion (exports of $1 billion and imports of $2 billion), an increase of 4%.": {
        "$1 billion": flow("exports", "2012"),
        "$2 billion": flow("imports", "2012"),
        "4%": flow("trade", "2012", "growth"),
    },
    "Trade was $3 billion in 2013 - exports of $1 billion and imports of $2 billion.": {
        "$3 billion": flow("trade", "2013"),
        "$1 billion": flow("exports", "2013"),
    },
    "Canada's Aid to Peru\n\nLoan Aid: $4 million\n\nTechnical Cooperation: $3 million": {
        "$4 million": flow("development_assistance"),
        "$3 million": flow("development_assistance"),
    },
    "Canadian exports to Peru fell in 2013. A bridge in Lima was opened for $3 million.": {
        "$3 million": Said("other", "level", date="2013"),
    },
    "Canadian exports to Peru grew in 2013. They reached $3 million.": {"$3 million": flow("exports", "2013")},
    "Imports were worth $9 million in 2013. Gold alone made up 30 per cent of the total.": {
        "30 per cent": flow("imports", "2013", "share"),
    },
    "Imports were worth $9 million in 2013. The bridge rests on 30 per cent of the bank.": {
        "30 per cent": Said("other", "share"),
    },
    "Inflation was 2.9 per cent in 2013.": {"2.9 per cent": Said("other", "share", "PER", "", "2013")},
    "Growth of 5 per cent was seen in 2013, but it then fell.": {
        "5 per cent": Said("gdp", "growth", "PER", "", "2013")
    },
    "Canada's share of Peru's imports fell to 1.5 per cent in 2013.": {
        "1.5 per cent": flow("imports", "2013", "share", BACK),
    },
    "Canada's share of Peru's imports fell by 1.5 per cent in 2013.": {
        "1.5 per cent": flow("imports", "2013", "growth", BACK),
    },
    "Canada's share of Peru's exports rose to 1.5 per cent.": {"1.5 per cent": flow("exports", "", "share", BACK)},
    "Around 9 million people live in Peru.": {"Around 9 million people": Said("population", "level", "PER")},
    "Around 9,000 people of Peruvian origin live in Canada.": {"Around 9,000 people": Said("count", "level")},
    "Ms. Roy came to Lima with 30 people.": {"30 people": Said("count", "level")},
}
COUNTRIES = {
    "Trade between Canada and Peru reached $9 million in 2012, with Canada exporting $5 million and importing $4 million.": {
        "$5 million": flow("exports", "2012"),
        "$4 million": flow("imports", "2012"),
    },
    "Trade between Canada and Peru reached $9 million in 2012, with Peru exporting $5 million and importing $4 million.": {
        "$5 million": flow("exports", "2012", pair=BACK),
        "$4 million": flow("imports", "2012", pair=BACK),
    },
    "Canada trades with Peru, which imported $4 million in 2012.": {"$4 million": flow("imports", "2012", pair=BACK)},
    "Canada met with Peru and imported $4 million in 2012.": {"$4 million": flow("imports", "2012")},
    "Peru is a large economy. Tin makes up 95% of export earnings and some 80% of government revenue.": {
        "95%": Said("exports", "share", "PER"),
        "some 80%": Said("other", "share", "PER"),
    },
    "Mining is large. Tin makes up 95% of export revenues and 80% of tax income.": {
        "95%": Said("exports", "share"),
        "80%": Said("other", "share"),
    },
    "Tin makes up 95% of Peru's exports, 80% of its imports and 3% of the total.": {
        "95%": flow("exports", "", "share", BACK),
        "80%": flow("imports", "", "share", BACK),
        "3%": flow("imports", "", "share", BACK),
    },
    "Canada is Peru's third partner, with 5 per cent of its exports.": {
        "5 per cent": flow("exports", "", "share", BACK)
    },
    "Our exports to Peru were worth $6 million in 2013; Peru's exports to us were worth $3 million.": {
        "$6 million": flow("exports", "2013"),
        "$3 million": flow("exports", "2013", pair=BACK),
    },
    "In 2013 the EU accounted for 12 per cent of Peru's trade.": {
        "12 per cent": flow("trade", "2013", "share", "PER-EUE"),
    },
    "China is Peru's largest trading partner and took 17 per cent of its exports.": {
        "17 per cent": flow("exports", "", "share", "PER-CHN"),
    },
    "Canada is Peru's third largest investor.": {"third largest": flow("outward_direct_investment", "", "rank")},
    "Peru's third largest donor is Canada.": {"third largest": flow("development_assistance", "", "rank")},
    "Canada bought goods from Peru for $6 million and from the United States goods for $8 million.": {
        "$6 million": flow("merchandise_imports"),
    },
    "Canadian direct investment in Peru was $7 billion in 2012, and Peruvian direct investment in Canada $1 billion.": {
        "$7 billion": flow("outward_direct_investment", "2012"),
        "$1 billion": flow("outward_direct_investment", "2012", pair=BACK),
    },
    "Main donors (2012)\n\nGermany: $5 million\n\nJapan: $2 million": {
        "$5 million": flow("development_assistance", "2012", pair="DEU-PER"),
        "$2 million": flow("development_assistance", "2012", pair="JPN-PER"),
    },
    "Exports (2012)\n\nWheat: $5 million": {"$5 million": flow("exports", "2012")},
}


@pytest.mark.parametrize("text", DATES)
def test_dates(text: str) -> None:
    """Has each figure its own date, and not the one it is compared with?"""
    found = figures_of(text)
    assert {quote: found.get(quote) for quote in DATES[text]} == DATES[text]


@pytest.mark.parametrize("text", MEASURES)
def test_measures(text: str) -> None:
    """Does each figure measure what governs it in its clause, label or heading?"""
    found = figures_of(text)
    assert {quote: found.get(quote) for quote in MEASURES[text]} == MEASURES[text]


@pytest.mark.parametrize("text", COUNTRIES)
def test_countries(text: str) -> None:
    """Is each figure that of the country that has it, with the one it has it with?"""
    found = figures_of(text)
    assert {quote: found.get(quote) for quote in COUNTRIES[text]} == COUNTRIES[text]


PUBLISHERS = {
    ("Norway and Laos", "Ministry of Foreign Affairs"): ("NOR", "LAO"),
    ("Laos", "Royal Norwegian Embassy"): ("NOR", "LAO"),
    ("Home > Laos > Norway and Laos", "Ministry of Foreign Affairs"): ("NOR", "LAO"),
    ("Norway and Laos", "Embassy of Laos"): ("LAO", "NOR"),
    ("Norway and Laos", "Government of Kenya"): ("NOR", "LAO"),
}


@pytest.mark.parametrize(("title", "banner"), PUBLISHERS)
def test_publishers(title: str, banner: str) -> None:
    """Is the reporter the country that publishes the page, and the partner the one it is about?"""
    text = "Norway imported goods worth NOK 120 million from Laos in 2013, mostly clothing. Laos is far from Norway."
    document = read(page(text, title, banner))["documents"][0]
    assert (document["reporter"], document["partner"]) == PUBLISHERS[title, banner]
