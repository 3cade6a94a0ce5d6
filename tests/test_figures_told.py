"""Is a figure that goes on from what another told, or that someone gives, read with what it measures, and of whom?"""

from __future__ import annotations

import pytest

from pipeline.reading import read
from tests.test_figures import BACK, Said, figures_of, flow
from tests.wordings import page, source

AID = "development_assistance"
AGAIN = {
    "Shipments to Peru reached $9 million in 2012, while those from Peru rose to $4 million.": {
        "$9 million": flow("exports", "2012"),
        "$4 million": flow("imports", "2012"),
    },
    "Canada's exports to Peru totalled $9 million in 2012 and those from Peru $4 million.": {
        "$9 million": flow("exports", "2012"),
        "$4 million": flow("exports", "2012", pair=BACK),
    },
    "Trade was worth $5 million in 2013, of which $3 million were Canadian exports.": {
        "$5 million": flow("trade", "2013"),
        "$3 million": flow("exports", "2013"),
    },
    "Canadian investment in Peru grew between 2005 and 2012, reaching $7 million.": {
        "$7 million": flow("outward_direct_investment", "2012"),
    },
    "Exports rose between 2005 and 2012 to reach a record $7 million.": {"$7 million": flow("exports", "2012")},
    "Exports between 2005 and 2012 came to $7 million.": {"$7 million": flow("exports", "2005/2012")},
    "Imports fell by 8 per cent, from $5 million in 2012 to $4 million in 2013.": {
        "8 per cent": flow("imports", "2012/2013", "growth"),
        "$5 million": flow("imports", "2012"),
        "$4 million": flow("imports", "2013"),
    },
    "Trade has doubled in five years, from $1 million in 2008 to $2 million in 2013.": {
        "doubled": flow("trade", "2008/2013", "growth"),
    },
    "Canada's imports from Peru fell from 5 per cent of the total in 2001 to 4 per cent in 2012.": {
        "5 per cent": flow("imports", "2001", "share"),
        "4 per cent": flow("imports", "2012", "share"),
    },
    "Poverty fell from 55 per cent in 2001 to 26 per cent in 2012.": {
        "55 per cent": Said("other", "share", date="2001"),
        "26 per cent": Said("other", "share", date="2012"),
    },
    "Growth slowed from 5 per cent in 2011 to 3 per cent in 2012.": {
        "5 per cent": Said("gdp", "growth", "PER", "", "2011"),
        "3 per cent": Said("gdp", "growth", "PER", "", "2012"),
    },
    "Total trade in goods reached $5 million in 2013.": {"$5 million": flow("merchandise_trade", "2013")},
    "Exports stood at $3 million in 2012, 12 per cent down on a year earlier.": {
        "12 per cent": flow("exports", "2012", "growth"),
    },
    "Tourist arrivals from Canada rose by 5 per cent in 2012.": {"5 per cent": Said("other", "growth", date="2012")},
    "Last year Peru grew by 5 per cent.": {"5 per cent": Said("gdp", "growth", "PER", "", "2013")},
    "The goods exchanged between the two countries reached $8 million in 2013.": {
        "$8 million": flow("merchandise_trade", "2013"),
    },
    "Canada is home to a Peruvian community of about 25,000.": {"about 25,000": Said("count", "level")},
    "The Peruvian-born population of Canada is about 25,000.": {"about 25,000": Said("count", "level")},
    "The Peruvian population of Canada is about 25,000.": {"about 25,000": Said("count", "level")},
    "The population of Peru is about 30 million.": {"about 30 million": Said("population", "level", "PER")},
    "Peru sent 500 students to Canada in 2013, compared with 300 in 2010.": {
        "300": Said("count", "level", date="2010")
    },
    "Exports to Peru totalled $9 million in 2012, and those of wheat $4 million.": {
        "$4 million": flow("exports", "2012"),
    },
    "Canada exported machinery. In the other direction, copper represented 47 per cent of the value in 2012.": {
        "47 per cent": flow("imports", "2012", "share"),
    },
    "Canada imported tin. In return, wheat alone was worth $3 million in 2012.": {
        "$3 million": flow("exports", "2012"),
    },
    "Canada imported tin. In turn, wheat alone was worth $3 million in 2012.": {
        "$3 million": flow("imports", "2012"),
    },
    "Canada imported tin. In the opposite direction, wheat alone was worth $3 million in 2012.": {
        "$3 million": flow("exports", "2012"),
    },
    "Canada exported machinery. In the other provinces, copper represented 47 per cent of the value in 2012.": {
        "47 per cent": Said("other", "share", date="2012"),
    },
    "Trade reached $60 million in 2011, 12 per cent more than in 2010. Exports went up from $14 million to $18 million.": {
        "$14 million": flow("exports", "2010"),
        "$18 million": flow("exports", "2011"),
    },
    "Trade reached $60 million in 2011. Exports went up from $14 million to $18 million.": {
        "$14 million": flow("exports"),
        "$18 million": flow("exports", "2011"),
    },
    "Having shrunk by 3 per cent in 2012, Peru's economy is strong.": {
        "3 per cent": Said("gdp", "growth", "PER", "", "2012"),
    },
    "After growing by 5 per cent in 2011, exports to Peru were stable.": {
        "5 per cent": flow("exports", "2011", "growth"),
    },
    "Sales of tea grew by 5 per cent in 2011, while exports to Peru were stable.": {
        "5 per cent": flow("exports", "2011", "growth"),
    },
    "Peruvian investors held assets of $6 million in Canada at the end of 2012.": {
        "$6 million": flow("outward_direct_investment", "2012", pair=BACK),
    },
    "Canadian investors had holdings of $6 million in Peru in 2012.": {
        "$6 million": flow("outward_direct_investment", "2012"),
    },
    "The bank held assets of $6 million in 2012.": {"$6 million": Said("other", "level", date="2012")},
    "Since 2011, Canadian aid has:\n\n- kept 16,000 children in school\n- trained 750 nurses": {
        "16,000 children": Said("count", "level", date="2011/.."),
        "750 nurses": Said("count", "level", date="2011/.."),
    },
    "Canada has been active since 2011.\n\n- 750 nurses work there": {"750 nurses": Said("count", "level")},
    "There were 842 students in Canada in 2012. Since 2009, it has helped 64 of them.": {
        "64": Said("count", "level", date="2009/.."),
    },
    "In 2012, exports and imports were $5 million and $4 million, with tin making\nup 60 per cent of the former and "
    "gold 30 per cent of the latter.": {
        "60 per cent": flow("exports", "2012", "share"),
        "30 per cent": flow("imports", "2012", "share"),
    },
    "Exports and imports were worth $4 and $9 million respectively in 2012.": {"$9 million": flow("imports", "2012")},
    "Exports and imports were worth $4 million and $9 million respectively in 2012, against $3 million and $7 million in 2011.": {
        "$4 million": flow("exports", "2012"),
        "$9 million": flow("imports", "2012"),
        "$3 million": flow("exports", "2011"),
        "$7 million": flow("imports", "2011"),
    },
    "Trade was $9 million in 2012, with exports of $5 million and imports of $4 million, up 31 and 7 per cent respectively from 2011.": {
        "31": flow("exports", "2011/2012", "growth"),
        "7 per cent": flow("imports", "2011/2012", "growth"),
    },
    "In 2012, exports and imports rose by 5 per cent and 7 per cent, respectively.": {
        "5 per cent": flow("exports", "2012", "growth"),
        "7 per cent": flow("imports", "2012", "growth"),
    },
    "In 2012, exports and imports rose respectively by 5 per cent and 7 per cent.": {
        "5 per cent": flow("exports", "2012", "growth"),
        "7 per cent": flow("imports", "2012", "growth"),
    },
    "Trade was $9 million, with exports up 5 per cent and 7 per cent in 2011 and 2012 respectively.": {
        "5 per cent": flow("exports", "2011", "growth"),
    },
    "Trade stood at $9 million in 2013, with Canadian exports at $5 million and imports at $4 million. "
    "The corresponding figures for 2012 were $8 million, $3 million and $6 million respectively.": {
        "$8 million": flow("trade", "2012"),
        "$3 million": flow("exports", "2012"),
        "$6 million": flow("imports", "2012"),
    },
    "Exports were $9 million and imports $5 million in 2013. In 2012, these figures were $8 million and $3 million respectively.": {
        "$8 million": flow("exports", "2012"),
        "$3 million": flow("imports", "2012"),
    },
    "Exports were $9 million and imports $5 million in 2013. The corresponding figures for 2012 were $8 million and $3 million.": {
        "$8 million": flow("exports", "2012"),
        "$3 million": flow("imports", "2012"),
    },
    "Exports were $9 million and imports $5 million in 2013. Two bridges were built in 2012 for $8 million and $3 million respectively.": {
        "$8 million": Said("other", "level", date="2012"),
        "$3 million": Said("other", "level", date="2012"),
    },
    "Exports were $9 million and imports $5 million in 2013. The corresponding figures for 2012 were $8 million, $3 million and $1 million.": {
        "$8 million": Said("other", "level", date="2012"),
    },
    "Exports and imports of services were worth $4 million and $9 million respectively.": {
        "$4 million": flow("services_exports"),
        "$9 million": flow("services_imports"),
    },
    "In 2012, merchandise exports and imports came to $4 million and $9 million respectively.": {
        "$4 million": flow("merchandise_exports", "2012"),
        "$9 million": flow("merchandise_imports", "2012"),
    },
    "In 2012, exports and services imports came to $4 million and $9 million respectively.": {
        "$4 million": flow("exports", "2012"),
        "$9 million": flow("services_imports", "2012"),
    },
    "Canadian direct investment in Peru was $7 billion; that of Peru in Canada was below $2 million.": {
        "below $2 million": flow("outward_direct_investment", pair=BACK),
    },
    "Canada's exports to Peru were $7 million, those of Peru to Canada $5 million.": {
        "$5 million": flow("exports", pair=BACK)
    },
    "Canada's exports to Peru were $7 million; Peru's came to $5 million.": {"$5 million": flow("exports", pair=BACK)},
    "Trade was $9 million in 2013, with exports of $5 million and imports of $4 million, compared with $7 million, "
    "$6 million and $3 million respectively in 2012.": {
        "$9 million": flow("trade", "2013"),
        "$7 million": flow("trade", "2012"),
        "$6 million": flow("exports", "2012"),
        "$3 million": flow("imports", "2012"),
    },
    "Canada's exports to Peru were $7 million, those of the province $5 million.": {"$5 million": flow("exports")},
    "Canada's exports were $3 million and its imports $9 million in 2013. Gold was more than half of the latter.": {
        "more than half": flow("imports", "2013", "share"),
    },
    "In 2013 Canadian aid to Peru came to $40 million. Of this, $11 million went to Cusco, with 60 per cent devoted to health.": {
        "60 per cent": flow(AID, "2013", "share"),
    },
    "In 2013 Canadian aid to Peru came to $40 million. The bank has nine rooms, with 60 per cent painted.": {
        "60 per cent": Said("other", "share"),
    },
}
GIVEN = {
    "Under the plan, Peru was granted $6 million, of which $3 million went to schools.": {
        "$6 million": flow(AID),
        "$3 million": flow(AID),
    },
    "In 2012, Peru was awarded $3 million for schools.": {"$3 million": flow(AID, "2012")},
    "Through our aid agency, we are providing $3 million for schools.": {"$3 million": flow(AID)},
    "We have also donated $3 million for schools.": {"$3 million": flow(AID)},
    "Canada has given $5 million to the fund.": {"$5 million": flow(AID)},
    "The Government of Canada has released $5 million.": {"$5 million": flow(AID)},
    "Peru has granted $5 million.": {"$5 million": Said("other", "level", "PER")},
    "The firm was lent $5 million.": {"$5 million": Said("other", "level")},
    "We also visited a mine that cost $3 million.": {"$3 million": Said("other", "level")},
    "CIDA's budget for Peru was $30 million in 2012.": {"$30 million": flow(AID, "2012")},
    "CIDA spending in Peru was $30 million in 2012.": {"$30 million": flow(AID, "2012")},
    "The city's budget was $30 million in 2012.": {"$30 million": Said("other", "level", date="2012")},
    "Canada provided $9 million in aid between 2012 and 2015, against $3 million in the previous three years.": {
        "$9 million": flow(AID, "2012/2015"),
        "$3 million": flow(AID),
    },
    "Peru has received $20 million from Canada since 2005.": {"$20 million": flow(AID, "2005/..")},
    "Peru has received $20 million from visitors since 2005.": {"$20 million": Said("other", "level", date="2005/..")},
    "The firm was granted $20 million in 2005.": {"$20 million": Said("other", "level", date="2005")},
    "In 2011, Canada donated $3 million towards famine relief, of which $2 million was for Cusco.": {
        "$3 million": flow(AID, "2011"),
        "$2 million": flow(AID, "2011"),
    },
    "In 2011, Canada donated $3 million towards relief in Central America, of which $2 million was for Honduras.": {
        "$3 million": Said(AID, "level", "CAN", "", "2011"),
        "$2 million": flow(AID, "2011", pair="CAN-HND"),
    },
    "Canada is also providing up to $4 million for schools.": {"up to $4 million": flow(AID)},
    "Medicines worth $3 million were gifted to a hospital in 2012.": {"$3 million": flow(AID, "2012")},
    "The Embassy donated $50,000 to a clinic in Cusco.": {"$50,000": flow(AID)},
    "A Line of Credit of $6 million for a dam was signed in 2011; another, of $5 million, was extended to a bank in 2013.": {
        "$6 million": flow(AID, "2011"),
        "$5 million": flow(AID, "2013"),
    },
    "Lines of credit worth $6 million and a donation of $5,000 were announced.": {
        "$6 million": flow(AID),
        "$5,000": flow(AID),
    },
    "The Norwegian Institute of Health (NIH) has set aside $9 million.": {"$9 million": flow(AID, pair="NOR-PER")},
    "The Japan Science Agency has set aside $9 million and Canada $2 million.": {"$2 million": flow(AID)},
    "Norway has provided $3 million to Peru.": {"$3 million": flow(AID, pair="NOR-PER")},
    "The World Bank has committed $3 million.": {"$3 million": Said(AID, "level")},
    "The company committed $4 million to a mine.": {"$4 million": Said("other", "level")},
    "The Inter-American Development Bank provided $3 million to Peru.": {
        "$3 million": Said(AID, "level", "", "PER"),
    },
    "Peru gives $4 million a year to its schools.": {"$4 million": Said("other", "level", "PER")},
    "In 2012 the Canadian International Development Agency spent $4 million on schools in Peru, up from $1 million in 2011.": {
        "$4 million": flow(AID, "2012"),
        "$1 million": flow(AID, "2011"),
    },
    "Global Affairs Canada is spending $4 million from its fund on projects in Peru.": {"$4 million": flow(AID)},
    "Canada spent $4 million on its army.": {"$4 million": Said("other", "level")},
    "Norwegian firms donated $3 million to schools.": {"$3 million": Said("other", "level")},
    "The mine provides $3 million a year, and the winner was given $4,000.": {
        "$3 million": Said("other", "level"),
        "$4,000": Said("other", "level"),
    },
    "The mine earned $3 million in 2012, up from $2 million in 2011.": {
        "$2 million": Said("other", "level", date="2011"),
    },
    "International assistance\n\nCurrent projects include:\n\n- $9 million to a fund for meals;\n- up to $2 million for clinics.": {
        "$9 million": flow(AID),
        "up to $2 million": flow(AID),
    },
    "International assistance\n\nCulture:\n\n- $9 million for a museum;\n- $2 million for books.": {
        "$9 million": Said("other", "level"),
        "$2 million": Said("other", "level"),
    },
}
DATED = {
    "In 2013, trade totalled $98 million. Compared with 2012, exports were down 6.3%, whereas imports rose by 11%.": {
        "6.3%": flow("exports", "2012/2013", "growth"),
        "11%": flow("imports", "2012/2013", "growth"),
    },
    "In 2013, trade totalled $98 million. Exports were down 6.3%, and imports up 11%, in comparison with 2012.": {
        "6.3%": flow("exports", "2012/2013", "growth"),
        "11%": flow("imports", "2012/2013", "growth"),
    },
    "Relative to 2012, exports were down 6.3%.": {"6.3%": flow("exports", "", "growth")},
    "Exports came to $9 million in 2012-13, 4 per cent more than in 2011-12.": {
        "4 per cent": flow("exports", "2011/2013", "growth"),
    },
    "Exports totalled $4 million in 2012 (-9.6%) and imports $5 million (+1.5%).": {
        "-9.6%": flow("exports", "2012", "growth"),
        "1.5%": flow("imports", "2012", "growth"),
    },
    "Exports in 2012: $4 million, +6.2% on 2011": {"6.2%": flow("exports", "2011/2012", "growth")},
    "Exports totalled $4 million in 2012 (9.6%).": {"9.6%": flow("exports", "2012", "share")},
    "Peru was Canada's fifth-largest export market and tenth-largest trading partner overall in 2012.": {
        "fifth-largest": flow("exports", "2012", "rank"),
        "tenth-largest": flow("trade", "2012", "rank"),
    },
    "Peru was Canada's fifth-largest export market and became its tenth-largest trading partner in 2012.": {
        "fifth-largest": flow("exports", "", "rank"),
        "tenth-largest": flow("trade", "2012", "rank"),
    },
    "In 2013, exports fell to $6 million (2012: $7 million).": {
        "$6 million": flow("exports", "2013"),
        "$7 million": flow("exports", "2012"),
    },
    "Between 2006 and 2012, $9 million in aid was disbursed, a third of it in response to the earthquake of August 15, 2007.": {
        "a third": flow(AID, "2006/2012", "share"),
    },
    "In 2012 Canada gave $3 million in aid to the victims of the 2010 floods.": {"$3 million": flow(AID, "2012")},
    "Trade grew in 2012. In response to the drought of 2011 Canada gave $3 million in aid.": {
        "$3 million": flow(AID, "2011"),
    },
    "Ms. Roy, leading a delegation of nine deans, came to Lima, Cusco and Puno from May 3 to May 9, 2013.": {
        "nine deans": Said("count", "level", date="2013-05-03/2013-05-09"),
    },
    "Lima has nine deans, and Ms. Roy came in 2013.": {"nine deans": Said("count", "level")},
    "During the drought of 2010 Canada gave $3 million in aid.": {"$3 million": flow(AID, "2010")},
    "Canada announced $4 million for a school, to be built in Cusco by 2018.": {"$4 million": flow(AID)},
    "Canada announced $4 million for a school in aid, to be spent by 2018.": {"$4 million": flow(AID, "2018")},
    "Ms. Roy came in 2013. An election is to be held on May 9, 2015, for which Canada is providing $4 million.": {
        "$4 million": flow(AID)
    },
    "On May 9, 2013, a school was opened, for which Canada provided $4 million.": {
        "$4 million": flow(AID, "2013-05-09")
    },
}
RANKED = {
    "Among our customers in South America, Peru occupies seventh place.": {"seventh": flow("exports", "", "rank")},
    "Peru takes third place among Canada's suppliers.": {"third": flow("imports", "", "rank")},
    "Peru ranks seventh among the export markets of Canada.": {"seventh": flow("exports", "", "rank")},
    "Peru is Canada's third-largest customer.": {"third-largest": flow("exports", "", "rank")},
    "Peru takes third place among the customers of banks.": {"third": Said("other", "rank")},
    "Peru is Canada's second-largest services partner.": {"second-largest": flow("services_trade", "", "rank")},
    "Peru is our fifth-largest goods trading partner.": {"fifth-largest": flow("merchandise_trade", "", "rank")},
    "Peru is a large country. It ranks fourth among contributors of personnel.": {
        "fourth": Said("other", "rank", "PER"),
    },
    "They met in Lima. It ranks fourth among towns of that size.": {"fourth": Said("other", "rank")},
    "Peru, a nation of 30 million people, is the tenth-largest giver of boats.": {
        "tenth-largest": Said("other", "rank")
    },
    "Peru has a population of 30 million, the fifth-largest in the region.": {
        "fifth-largest": Said("population", "rank", "PER"),
    },
    "Human Development Index: 63rd out of 187 countries (2012)": {"63rd": Said("other", "rank", "PER", "", "2012")},
    "Corruption Perceptions Index (2012): 12th of 176": {"12th": Said("other", "rank", "PER", "", "2012")},
    "Peru ranks 41st out of 190 economies.": {"41st": Said("other", "rank", "PER")},
    "The university ranks 41st in Latin America.": {"41st": Said("other", "rank")},
    "Peru is Canada's third largest market in Latin America.": {"third largest": flow("exports", "", "rank")},
    "Peru is the third largest market in Latin America.": {"third largest": Said("other", "rank")},
    "Peru is Canada's third largest market for tourists.": {"third largest": Said("other", "rank")},
    "Peruvian direct investment in Canada totalled $9 million in 2013, the seventh-largest stock held by any country; "
    "Canadian direct investment in Peru, $4 million.": {
        "seventh-largest": flow("outward_direct_investment", "2013", "rank", BACK),
    },
    "The EU is Peru's second-largest trading partner, with 17 per cent of the country's trade.": {
        "17 per cent": flow("trade", "", "share", "PER-EUE"),
    },
    "China took 17 per cent of the country's exports in 2012.": {
        "17 per cent": flow("exports", "2012", "share", "PER-CHN"),
    },
    "In force since May 1, 2010, it frees 78 per cent of Canada's imports from Peru by 2018.": {
        "78 per cent": flow("imports", "2018", "share"),
    },
}


@pytest.mark.parametrize("text", RANKED)
def test_ranked(text: str) -> None:
    """Is a rank or a share that of the country that has it, in what the words say is ranked?"""
    found = figures_of(text)
    assert {quote: found.get(quote) for quote in RANKED[text]} == RANKED[text]


def test_rank_at_the_end() -> None:
    """Is a rank read that nothing follows, neither a word nor the end of its sentence?"""
    figures = read(source("Canada-Peru Relations\n\nThe two have had good relations for long. Peru ranks number 20"))[
        "figures"
    ]
    assert [row["quote"] for row in figures] == ["20"]


def test_all_that_are_ranked() -> None:
    """Is a rank out of so many told as one among them, and is nothing else of theirs ranked?"""
    figures = read(page("Peru ranks 41st out of 190 economies. Chile is 12th of 35 states in it."))["figures"]
    ranks = [(row["quote"], row["scope"], row["subject"]) for row in figures if row["kind"] == "rank"]
    assert ranks == [("41st", "190 economies", None), ("12th", "35 states", None)]


@pytest.mark.parametrize("text", DATED)
def test_dated(text: str) -> None:
    """Has a figure the date that its own words give, and not that of what it is for or of the figure beside it?"""
    found = figures_of(text)
    assert {quote: found.get(quote) for quote in DATED[text]} == DATED[text]


@pytest.mark.parametrize("text", AGAIN)
def test_told_again(text: str) -> None:
    """Does a figure whose measure another sentence or clause says have that one, in its place?"""
    found = figures_of(text)
    assert {quote: found.get(quote) for quote in AGAIN[text]} == AGAIN[text]


@pytest.mark.parametrize("text", GIVEN)
def test_given(text: str) -> None:
    """Is money that a country, its government or one of its bodies gives its aid, and no other money?"""
    found = figures_of(text)
    assert {quote: found.get(quote) for quote in GIVEN[text]} == GIVEN[text]


ALONE = {
    "Exports to Peru reached $9 million in 2012. Wheat alone brought in $3 million.": {
        "$3 million": flow("exports", "2012"),
    },
    "In 2012, Canada sold $9 million worth of goods to Peru. The largest item was wheat, at $3 million.": {
        "$3 million": flow("merchandise_exports", "2012"),
    },
    "Exports to Peru reached $9 million in 2012. A Canadian company bought a brewery for $3 million.": {
        "$3 million": Said("imports", "level", "CAN", "PER", "2012"),
    },
    "Exports to Peru reached $9 million in 2012. A contract for a bridge was worth $3 million.": {
        "$3 million": Said("other", "level", date="2012"),
    },
    "Canadian investors are prominent in Peru. Their assets were worth $3 million in 2012.": {
        "$3 million": flow("outward_direct_investment", "2012"),
    },
    "Canadian investors are prominent in Peru. The value of these holdings reached $3 million in 2012.": {
        "$3 million": flow("outward_direct_investment", "2012"),
    },
    "Canadian investors are prominent in Peru. Lima has a budget of $3 million.": {
        "$3 million": Said("other", "level")
    },
    "In services, Canada sold $3 million to Peru in 2011.": {"$3 million": flow("services_exports", "2011")},
    "As for services, imports from Peru were $3 million in 2011.": {"$3 million": flow("services_imports", "2011")},
    "In other services, tourism grew. Imports were $3 million in 2011.": {"$3 million": flow("imports", "2011")},
    "Imports from Peru multiplied, from $3 million to $5 million.": {
        "$3 million": flow("imports"),
        "$5 million": flow("imports"),
    },
    "Imports from Peru were lifted from $3 million to $5 million.": {
        "$3 million": flow("imports"),
        "$5 million": flow("imports"),
    },
    "Foreign direct investment from Peru in Canada stands at $3 million.": {
        "$3 million": Said("outward_direct_investment", "level", "PER", "CAN"),
    },
    "Canada is home to some 27,000 people of Peruvian origin.": {"some 27,000 people": Said("count", "level")},
    "Canada is home to 27,000 people of Peruvian descent.": {"27,000 people": Said("count", "level")},
    "Peru is home to some 27 million people of great hospitality.": {
        "some 27 million people": Said("population", "level", "PER"),
    },
    "Development Cooperation\n\n- Textbooks: printed in 2013 at a cost of $3 million": {
        "$3 million": flow(AID, "2013"),
    },
    "Tourism\n\n- Hotel: built in 2013 at a cost of $3 million": {"$3 million": Said("other", "level", date="2013")},
    "CIDA in Peru\n\n- Total since 2005: $3 million": {"$3 million": flow(AID, "2005/..")},
}


@pytest.mark.parametrize("text", ALONE)
def test_amounts_that_name_no_measure(text: str) -> None:
    """Does an amount alone take its measure from what its sentence opens with, the sentence before or the heading?"""
    found = figures_of(text)
    assert {quote: found.get(quote) for quote in ALONE[text]} == ALONE[text]
