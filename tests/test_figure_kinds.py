"""Are figures read alike in other words of the same kind: money with a letter, parts, profiles, inflows, populations?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import pytest

from pipeline.reading import read
from pipeline.reading.lexicon import lexicon, rows
from pipeline.sources import Source
from tests.wordings import page, source

PERU = ("Canada-Peru Relations", "Government of Canada")
GHANA = ("South Africa and Ghana", "Republic of South Africa")
ZAMBIA = ("Botswana and Zambia", "Republic of Botswana")
LUSAKA = ("Zambia and Botswana", "Republic of Zambia")
KENYA = ("Canada and Kenya", "Government of Canada")
MANILA = ("The Philippines and Australia", "Government of the Philippines")
GUATEMALA = ("Guatemala and Peru", "Government of Guatemala")


class Told(NamedTuple):
    """What a figure is found to say."""

    measure: str
    statistic: str
    unit: str
    reporter: str
    partner: str
    date: str


Said = tuple[str, str, str, str, str, str]  # the same, in order

# By kind: the page, the text, and what is told by quote; None where a quote is no figure.
BODY: list[tuple[tuple[str, str], str, dict[str, Said | None]]] = [
    # money with a letter for a sign
    (GHANA, "South African exports to Ghana came to R4.1 billion in 2012.",
     {"R4.1 billion": ("exports", "level", "ZAR", "ZAF", "GHA", "2012")}),
    (GHANA, "Imports of some R950 million were recorded in 2013.",
     {"some R950 million": ("imports", "level", "ZAR", "ZAF", "GHA", "2013")}),
    (GHANA, "Trade is worth between R2 billion and R3 billion.",
     {"between R2 billion and R3 billion": ("trade", "level", "ZAR", "ZAF", "GHA", "")}),
    (GHANA, "In 2013 Ghana bought wine worth R1 250 000 from South Africa.",
     {"R1 250 000": ("imports", "level", "ZAR", "GHA", "ZAF", "2013")}),
    (ZAMBIA, "Botswana's exports to Zambia were worth P310 million in 2013.",
     {"P310 million": ("exports", "level", "BWP", "BWA", "ZMB", "2013")}),
    (LUSAKA, "Zambia imported goods worth K1.4bn from Botswana in 2013.",
     {"K1.4bn": ("merchandise_imports", "level", "ZMW", "ZMB", "BWA", "2013")}),
    (GUATEMALA, "Trade reached Q45.5 million in 2013.",
     {"Q45.5 million": ("trade", "level", "GTQ", "GTM", "PER", "2013")}),
    (GHANA, "The P5 met in Accra with Thomas R. Adu, and the R75 was opened.", {"R75": None, "P5": None}),
    # people
    (PERU, "Peru lies in the west of the continent and has 31 million inhabitants, of whom some 9 million live in Lima.",
     {"31 million inhabitants": ("population", "level", "person", "PER", "", ""), "some 9 million": ("count", "level", "", "", "", "")}),
    (PERU, "Canada opened a mission in Chile, a country of 17 million people, and one in Brazil, which has 200 million inhabitants.",
     {"17 million people": ("population", "level", "person", "CHL", "", ""),
      "200 million inhabitants": ("population", "level", "person", "BRA", "", "")}),
    (PERU, "Peru's 31 million inhabitants speak many languages. As a nation of 35 million people, Canada is large.",
     {"31 million inhabitants": ("population", "level", "person", "PER", "", ""),
      "35 million people": ("population", "level", "person", "CAN", "", "")}),
    (PERU, "Lima is a city of 9 million people, and Peru's second city, with 900,000 people, is Arequipa.",
     {"9 million people": ("count", "level", "person", "", "", "")}),
    (PERU, "Peru lies in the west. Its 31 million inhabitants speak many languages.",
     {"31 million inhabitants": ("population", "level", "person", "PER", "", "")}),
    (PERU, "Chile lies in the west. It has 17 million inhabitants. The country's 17 million people speak Spanish.",
     {"17 million inhabitants": ("population", "level", "person", "CHL", "", ""), "17 million people": ("population", "level", "person", "PER", "", "")}),
    (PERU, "Lima lies on the coast. Its 9 million inhabitants speak Spanish.",
     {"9 million inhabitants": ("count", "level", "person", "", "", "")}),
    (PERU, "Of the 85 Canadian companies there, 19 take part in joint ventures and some 20 in tenders.",
     {"19": ("count", "level", "company", "", "", "")}),
    (PERU, "Of the more than 2,000 Canadians who went there, 51 lost their lives.",
     {"51": ("count", "level", "person", "", "", "")}),
    (PERU, "Of its 85 schools, 19 teach girls. Of the 30 mines, 12 Canadian firms own half.",
     {"19": ("count", "level", "school", "", "", ""), "12 Canadian firms": ("count", "level", "firm", "", "", "")}),
    (PERU, "Canadian observers, who first came in 1996, today number 28 there. Trade missions now number almost 40.",
     {"28": ("count", "level", "observer", "", "", ""), "almost 40": ("count", "level", "mission", "", "", "")}),
    (PERU, "The consulates numbered six in 2012, and the mines, numbering 12, were closed.",
     {"six": ("count", "level", "consulate", "", "", "2012"), "12": ("count", "level", "mine", "", "", "2012")}),
    (PERU, "Peruvian students in Canada now number about 300, and Canada's troops in Peru, numbering 40, will leave.",
     {"about 300": ("count", "level", "student", "", "", ""), "40": ("count", "level", "soldier", "", "", "")}),
    (PERU, "The mine, worth $5 million, was taken over by a firm that is supported by CIDA. A port, worth $6 million, was closed by a bank funded by CIDA.",
     {"$5 million": ("other", "level", "CAD", "", "", ""), "$6 million": ("other", "level", "CAD", "", "", "")}),
    (PERU, "He has the office on the corner, with the number 28, in which 12 clerks work.", {"28": None}),
    (PERU, "Some 73 Royal Canadian Mounted Police (RCMP) officers were sent there.",
     {"Some 73 Royal Canadian Mounted Police (RCMP) officers": ("count", "level", "officer", "", "", "")}),
    (PERU, "In 2012, 12 World Food Programme (WFP) trucks and 30 police were sent there.",
     {"12 World Food Programme (WFP) trucks": ("count", "level", "truck", "", "", "2012"), "30 police": ("count", "level", "police officer", "", "", "2012")}),
    (PERU, "In 2012, four projects in Cusco, worth $46,500 altogether, were financed by the Canada Fund for Local Initiatives (CFLI).",
     {"$46,500": ("development_assistance", "level", "CAD", "CAN", "PER", "2012")}),
    (PERU, "A $2 million school was funded through CIDA. A $3 million mine was visited by CIDA, and a bridge of $4 million was funded by Chile.",
     {"$2 million": ("development_assistance", "level", "CAD", "CAN", "PER", ""), "$3 million": ("other", "level", "CAD", "", "", "")}),
    (PERU, "Peru's capital lies on the coast and has 9 million inhabitants.",
     {"9 million inhabitants": ("count", "level", "person", "", "", "")}),
    (PERU, "In 2013, 21 Chevening Scholarships and 12 Australia Awards scholarships went to Peruvians.",
     {"21 Chevening Scholarships": ("count", "level", "scholarship", "", "", "2013"),
      "12 Australia Awards scholarships": ("count", "level", "scholarship", "", "", "2013")}),
    # one more of a row is no part
    (PERU, "Peru has consulates in Montreal and Toronto; a third, in Calgary, was opened in 2011, and a fourth, planned for 2013, was not.",
     {"a third": None, "a fourth": None}),
    (PERU, "Exports fell by a third, to $3 million in 2013, and imports by a quarter.",
     {"a third": ("exports", "growth", "percent", "CAN", "PER", "2013")}),
    (PERU, "Wheat made up half of exports; a third of imports was copper.",
     {"a third": ("imports", "share", "percent", "CAN", "PER", "")}),
    # ranks of suppliers
    (PERU, "Canada is the sixth largest market for Peruvian exports and Peru's tenth largest supplier.",
     {"sixth largest": ("exports", "rank", "rank", "PER", "CAN", ""), "tenth largest": ("imports", "rank", "rank", "PER", "CAN", "")}),
    (PERU, "Peru ranks as the 5th largest supplier of grapes to Canada.", {"5th": ("imports", "rank", "rank", "CAN", "PER", "")}),
    # aid by who spends it
    (PERU, "In 2012 CIDA, whose office is in Lima, supported nine schools at a cost of $450,000.",
     {"$450,000": ("development_assistance", "level", "CAD", "CAN", "PER", "2012")}),
    (PERU, "USAID has invested over $40 million in schools since 2005, and American firms invested $3 billion in mines.",
     {"over $40 million": ("development_assistance", "level", "CAD", "USA", "PER", "2005/.."),
      "$3 billion": ("outward_direct_investment", "level", "CAD", "USA", "PER", "2005/..")}),
    (PERU, "The Embassy funded four clinics through the Canada Fund for Local Initiatives at a cost of $90,000 in 2013.",
     {"$90,000": ("development_assistance", "level", "CAD", "CAN", "PER", "2013")}),
    (PERU, "CIDA was closed in 2013; its building cost $3 million. Firms opened a mine at a cost of $2 billion.",
     {"$3 million": ("other", "level", "CAD", "", "", "2013"), "$2 billion": ("other", "level", "CAD", "", "", "2013")}),
    (PERU, "4. Development Cooperation\n\nThe Clean Rivers Project (2010-2014, $8.5 million) trains engineers.",
     {"$8.5 million": ("development_assistance", "level", "CAD", "CAN", "PER", "2010/2014")}),
    (PERU, "Canada's Development Assistance to Peru\n\nThe Clean Rivers Project (2010-2014; $8.5 million) trains engineers.",
     {"$8.5 million": ("development_assistance", "level", "CAD", "CAN", "PER", "2010/2014")}),
    # targets for what was told
    (PERU, "Trade reached $3 billion in 2012. The two ministers have set a goal of $5 billion by 2020.",
     {"$5 billion": ("trade", "target", "CAD", "CAN", "PER", "2020")}),
    (PERU, "Trade reached $3 billion in 2012. The goal is to reach $5 billion.",
     {"$5 billion": ("trade", "target", "CAD", "CAN", "PER", "")}),
    (PERU, "Trade reached $3 billion in 2012. Peru has a target of spending $4 million on roads.",
     {"$4 million": ("other", "target", "CAD", "", "", "")}),
    # balances
    (PERU, "- Trade (2012): $9 million\n- Exports: $5 million\n- Imports: $4 million\n- Balance of trade: a surplus of $1 million for Peru",
     {"$5 million": ("exports", "level", "CAD", "CAN", "PER", "2012"), "$4 million": ("imports", "level", "CAD", "CAN", "PER", "2012"),
      "$1 million": ("trade", "balance", "CAD", "PER", "CAN", "2012")}),
    (PERU, "In 2013 the merchandise trade balance was $1 million in favour of Canada, and the budget deficit was $2 million.",
     {"$1 million": ("merchandise_trade", "balance", "CAD", "CAN", "PER", "2013"), "$2 million": ("other", "balance", "CAD", "", "", "2013")}),
    (PERU, "- Trade (2012): $9 million\n- Direct investment (2013): $7 million\n- Imports: $4 million",
     {"$4 million": ("imports", "level", "CAD", "CAN", "PER", "")}),
    # a part told after its whole
    (PERU, "In 2013 Canadian aid to Peru came to $40 million. Of this, 25 per cent went to schools.",
     {"25 per cent": ("development_assistance", "share", "percent", "CAN", "PER", "2013")}),
    (PERU, "In 2013 Canadian aid to Peru came to $40 million. Of that amount, half was spent on roads.",
     {"half": ("development_assistance", "share", "percent", "CAN", "PER", "2013")}),
    (PERU, "In 2012 Canadian aid to Peru came to $40 million. About half of that sum went to schools; $3 million was provided in 2013.",
     {"About half": ("development_assistance", "share", "percent", "CAN", "PER", "2012")}),
    (PERU, "Canadian exports to Peru were $600 million in 2012. Of these, 45 per cent were wheat.",
     {"45 per cent": ("exports", "share", "percent", "CAN", "PER", "2012")}),
    (PERU, "Imports from Peru reached $3 billion in 2012, of which 80 per cent was gold.",
     {"80 per cent": ("imports", "share", "percent", "CAN", "PER", "2012")}),
    (PERU, "The bank has 200 branches. Of these, 15 per cent are in Lima.",
     {"15 per cent": ("other", "share", "percent", "", "", "")}),
    (PERU, "Of 30 per cent of imports, half is gold.", {"30 per cent": ("imports", "share", "percent", "CAN", "PER", "")}),
    # whose goods or services are traded
    (PERU, "Exports of Canadian services to Peru were $120 million in 2012.",
     {"$120 million": ("services_exports", "level", "CAD", "CAN", "PER", "2012")}),
    (PERU, "Imports of Peruvian goods came to $2.1 billion in 2013.",
     {"$2.1 billion": ("merchandise_imports", "level", "CAD", "CAN", "PER", "2013")}),
    (PERU, "Exports of Canadian financial services reached $30 million in 2012.",
     {"$30 million": ("services_exports", "level", "CAD", "CAN", "PER", "2012")}),
    (PERU, "Exports of Canadian goods and services were $700 million in 2013.",
     {"$700 million": ("exports", "level", "CAD", "CAN", "PER", "2013")}),
    # the people of a country
    (PERU, "Peru has 31 million inhabitants.",
     {"31 million inhabitants": ("population", "level", "person", "PER", "", "")}),
    (PERU, "With some 31 million inhabitants, Peru is the larger of the two.",
     {"some 31 million inhabitants": ("population", "level", "person", "PER", "", "")}),
    (PERU, "Peru had just over 30 million people in 2012.",
     {"just over 30 million people": ("population", "level", "person", "PER", "", "2012")}),
    (PERU, "Canada is home to 35 million inhabitants.",
     {"35 million inhabitants": ("population", "level", "person", "CAN", "", "")}),
    (PERU, "Arequipa is a city of 900,000 inhabitants.",
     {"900,000 inhabitants": ("count", "level", "person", "", "", "")}),
    # growth between two years told with their amounts
    (PERU, "Trade rose from $2 billion in 2010 to $3 billion in 2013, or by 50 per cent.",
     {"50 per cent": ("trade", "growth", "percent", "CAN", "PER", "2010/2013")}),
    (PERU, "Exports to Peru grew from $2 million in 2009 to $3 million in 2012, an increase of 50 per cent.",
     {"50 per cent": ("exports", "growth", "percent", "CAN", "PER", "2009/2012")}),
    (PERU, "Imports fell from $9 million in 2008 to $6 million in 2011, that is, by a third.",
     {"a third": ("imports", "growth", "percent", "CAN", "PER", "2008/2011")}),
    (PERU, "In 2012 exports to Peru fell, after many good years in which mostly wheat and machines were sold, by 8 per cent.",
     {"8 per cent": ("exports", "growth", "percent", "CAN", "PER", "2012")}),
    # money that comes in
    (PERU, "Foreign direct investment inflows reached $8 billion in 2013.",
     {"$8 billion": ("inward_direct_investment", "level", "CAD", "PER", "", "2013")}),
    (PERU, "Inflows of foreign direct investment into Peru were $8 billion in 2013.",
     {"$8 billion": ("inward_direct_investment", "level", "CAD", "PER", "", "2013")}),
    (PERU, "Inward direct investment in Canada from Peru was $9 million in 2012.",
     {"$9 million": ("inward_direct_investment", "level", "CAD", "CAN", "PER", "2012")}),
    (PERU, "Peru's FDI inflows were $8 billion in 2013.",
     {"$8 billion": ("inward_direct_investment", "level", "CAD", "PER", "", "2013")}),
    # what is told by how much something grew, and not of what comes after
    (PERU, "Output fell by 4 per cent in 2009 and Canada gave a loan of $9 million.",
     {"4 per cent": ("gdp", "growth", "percent", "PER", "", "2009"),
      "$9 million": ("development_assistance", "level", "CAD", "CAN", "PER", "2009")}),
    (PERU, "Prices rose by 6 per cent in 2013 while imports from Peru stayed the same.",
     {"6 per cent": ("other", "growth", "percent", "", "", "2013")}),
    # aid, and what is none
    (PERU, "Peru ranks fourth in the region in police contributions to UN missions.",
     {"fourth": ("other", "rank", "rank", "PER", "", "")}),
    (PERU, "In 2013 the Minister announced $12 million for clean water in Peru.",
     {"$12 million": ("development_assistance", "level", "CAD", "CAN", "PER", "2013")}),
    (PERU, "In 2012, $7 million was set aside for a hospital in Cusco.",
     {"$7 million": ("development_assistance", "level", "CAD", "CAN", "PER", "2012")}),
    (PERU, "In 2013 the company announced a profit of $12 million.",
     {"$12 million": ("other", "level", "CAD", "", "", "2013")}),
    # the same kinds once more
    (GHANA, "The two countries traded goods worth R780 million in 2011.",
     {"R780 million": ("merchandise_trade", "level", "ZAR", "ZAF", "GHA", "2011")}),
    (GHANA, "South Africa's imports from Ghana fell to R2,340,000 in 2012.",
     {"R2,340,000": ("imports", "level", "ZAR", "ZAF", "GHA", "2012")}),
    (GHANA, "South African direct investment in Ghana stood at R13bn at the end of 2013.",
     {"R13bn": ("outward_direct_investment", "level", "ZAR", "ZAF", "GHA", "2013")}),
    (MANILA, "Exports to Australia reached P25 billion in 2012.",
     {"P25 billion": ("exports", "level", "PHP", "PHL", "AUS", "2012")}),
    (LUSAKA, "Imports grew to nearly K900 million in 2013.",
     {"nearly K900 million": ("imports", "level", "ZMW", "ZMB", "BWA", "2013")}),
    (PERU, "Imports from Peru totalled $4 billion in 2013. Of this total, 60 per cent was gold.",
     {"60 per cent": ("imports", "share", "percent", "CAN", "PER", "2013")}),
    (PERU, "Canada's development assistance was $50 million in 2012. Of this amount, some two thirds went to mining regions.",
     {"some two thirds": ("development_assistance", "share", "percent", "CAN", "PER", "2012")}),
    (PERU, "Canadian exports to Peru were worth $600 million in 2012. More than 40 per cent of these were cereals.",
     {"More than 40 per cent": ("exports", "share", "percent", "CAN", "PER", "2012")}),
    (PERU, "In 2013, imports of Peruvian services stood at $65 million.",
     {"$65 million": ("services_imports", "level", "CAD", "CAN", "PER", "2013")}),
    (PERU, "Canada's exports of commercial services to Peru were $41 million in 2012.",
     {"$41 million": ("services_exports", "level", "CAD", "CAN", "PER", "2012")}),
    (KENYA, "Kenya has a population of 44 million people.",
     {"44 million people": ("population", "level", "person", "KEN", "", "")}),
    (KENYA, "Kenya, with more than 40 million inhabitants, is the larger market.",
     {"more than 40 million inhabitants": ("population", "level", "person", "KEN", "", "")}),
    (KENYA, "Kenya, with its 44 million people, is large; Nairobi, with its 3 million people, is its capital.",
     {"44 million people": ("population", "level", "person", "KEN", "", ""), "3 million people": ("count", "level", "person", "", "", "")}),
    (KENYA, "Nairobi has 3 million inhabitants.", {"3 million inhabitants": ("count", "level", "person", "", "", "")}),
    (KENYA, "The university has 60,000 people on its campus.",
     {"60,000 people": ("count", "level", "person", "", "", "")}),
    (KENYA, "Kenyan imports rose from $3 million in 2010 to $6 million in 2012, a rise of 100 per cent.",
     {"100 per cent": ("imports", "growth", "percent", "KEN", "CAN", "2010/2012")}),
    (KENYA, "Bilateral trade went from $100 million in 2009 to $150 million in 2013, up 50%.",
     {"50%": ("trade", "growth", "percent", "CAN", "KEN", "2009/2013")}),
    (KENYA, "Exports dropped from $90 million in 2008 to $60 million in 2009, a decline of one third.",
     {"one third": ("exports", "growth", "percent", "CAN", "KEN", "2008/2009")}),
    (KENYA, "FDI inflows into Kenya totalled US$500 million in 2013.",
     {"US$500 million": ("inward_direct_investment", "level", "USD", "KEN", "", "2013")}),
    (KENYA, "Kenya attracted foreign direct investment of US$500 million in 2013.",
     {"US$500 million": ("inward_direct_investment", "level", "USD", "KEN", "", "2013")}),
    (KENYA, "The stock of inward FDI in Kenya was US$4 billion in 2012.",
     {"US$4 billion": ("inward_direct_investment", "level", "USD", "KEN", "", "2012")}),
    (KENYA, "GDP shrank by 2 per cent in 2009, and Canadian exports fell as well.",
     {"2 per cent": ("gdp", "growth", "percent", "KEN", "", "2009")}),
    (KENYA, "Visitor numbers grew by 7 per cent in 2013, and exports by 3 per cent.",
     {"7 per cent": ("other", "growth", "percent", "", "", "2013"),
      "3 per cent": ("exports", "growth", "percent", "CAN", "KEN", "2013")}),
    (KENYA, "Kenya is the ninth largest troop contributor to UN missions.",
     {"ninth largest": ("other", "rank", "rank", "KEN", "", "")}),
    (KENYA, "In July 2011 Canada announced $72 million to fight the drought.",
     {"$72 million": ("development_assistance", "level", "CAD", "CAN", "KEN", "2011-07")}),
    (KENYA, "The Minister announced an investment of $20 million in a port in 2012.",
     {"$20 million": ("outward_direct_investment", "level", "CAD", "CAN", "KEN", "2012")}),
    (KENYA, "A further $9 million was allocated in 2012 to schools in Kisumu.",
     {"$9 million": ("development_assistance", "level", "CAD", "CAN", "KEN", "2012")}),
]  # fmt: skip
# The lines that open a page: its title, the lines, and what is told by quote.
OPENING: list[tuple[str, str, dict[str, Said]]] = [
    ("Laos", "Literacy (2011): 79%.", {"79%": ("other", "share", "percent", "LAO", "", "2011")}),
    ("Laos", "Exports (2012)--$2.2 billion: copper, timber.",
     {"$2.2 billion": ("exports", "level", "USD", "LAO", "", "2012")}),
    ("Laos", "Imports (2012): $2.5 billion", {"$2.5 billion": ("imports", "level", "USD", "LAO", "", "2012")}),
    ("Laos", "Exports (2012): $2.2 billion. Major markets: Thailand (33%), China (28%).",
     {"33%": ("exports", "share", "percent", "LAO", "THA", "2012"),
      "28%": ("exports", "share", "percent", "LAO", "CHN", "2012")}),
    ("Laos", "Imports (2012)--$2.5 billion. Main suppliers--Thailand 62%, China 26%.",
     {"62%": ("imports", "share", "percent", "LAO", "THA", "2012"),
      "26%": ("imports", "share", "percent", "LAO", "CHN", "2012")}),
    ("Laos", "Land area: 236,800 sq km", {"236,800 sq km": ("other", "level", "km2", "LAO", "", "")}),
    ("Laos", "Capital: Vientiane (pop. 780,000).", {"780,000": ("population", "level", "person", "LAO", "", "")}),
    ("The United States and Laos", "Exports (2012): $2 million",
     {"$2 million": ("exports", "level", "USD", "USA", "LAO", "2012")}),
    ("Background Note: Uruguay", "Unemployment (2010): 6.8%.",
     {"6.8%": ("other", "share", "percent", "URY", "", "2010")}),
    ("Background Note: Uruguay", "Total area: 176,215 sq. km.",
     {"176,215 sq. km": ("other", "level", "km2", "URY", "", "")}),
    ("Background Note: Uruguay", "GDP (2010): $40 billion. Trade: Exports--$6.7 billion (2010).",
     {"$6.7 billion": ("exports", "level", "USD", "URY", "", "2010"), "$40 billion": ("gdp", "level", "USD", "URY", "", "2010")}),
    ("Background Note: Uruguay", "Imports (2010): $8.6 billion: oil, cars. Principal suppliers: Argentina (17%) and Brazil (18%).",
     {"17%": ("imports", "share", "percent", "URY", "ARG", "2010"), "18%": ("imports", "share", "percent", "URY", "BRA", "2010"), "$8.6 billion": ("imports", "level", "USD", "URY", "", "2010")}),
    ("Background Note: Uruguay", "Cities: Montevideo (pop. 1.3 million), Salto (pop. 104,000).",
     {"1.3 million": ("population", "level", "person", "URY", "", ""), "104,000": ("population", "level", "person", "URY", "", "")}),
    ("Background Note: Uruguay", "U.S. exports to Uruguay (2010): $975 million",
     {"$975 million": ("exports", "level", "USD", "USA", "URY", "2010")}),
]  # fmt: skip


def _told(page_of: Source, quotes: Iterable[str]) -> dict[str, Told | None]:
    rows = {str(row["quote"]): row for row in read(page_of)["figures"]}
    found: dict[str, Told | None] = {}
    for quote in quotes:
        row = rows.get(quote)
        found[quote] = Told(*(str(row[field] or "") for field in Told._fields)) if row else None
    return found


@pytest.mark.parametrize(("about", "text", "told"), BODY, ids=[text for _, text, _ in BODY])
def test_in_the_body(about: tuple[str, str], text: str, told: dict[str, Said | None]) -> None:
    """Is each figure in a sentence read with what it measures, its unit, whose it is and when?"""
    assert _told(page(text, *about), told) == told


@pytest.mark.parametrize(("title", "line", "told"), OPENING, ids=[line for _, line, _ in OPENING])
def test_in_a_profile(title: str, line: str, told: dict[str, Said]) -> None:
    """Are the lines that open the page of a country told of that country, and of both where the page is about both?"""
    prose = "The United States has had good relations with the country since 1950, and the two work together in many fields today."
    text = f"U.S. Department of State\n\n{title}\n\n{line}\n\nRelations\n\n{prose}\n\nJune 2014\n"
    assert _told(source(text), told) == told


def test_agencies_for_aid_are_national() -> None:
    """Is each agency through which aid is given one that the lexicon of organisations has, with its country?"""
    listed = [row["entity_id"] for row in rows("aid_agencies")]
    assert len(set(listed)) == len(listed) > 20
    assert all(lexicon().entities[entity_id].country for entity_id in listed)
