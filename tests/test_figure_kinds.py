"""Are figures read alike in other words of the same kind: money with a letter, parts, profiles, inflows, populations?"""

from __future__ import annotations

import pytest

from pipeline.reading import read
from tests.wordings import page, source

PERU = ("Canada-Peru Relations", "Government of Canada")
GHANA = ("South Africa and Ghana", "Republic of South Africa")
ZAMBIA = ("Botswana and Zambia", "Republic of Botswana")
LUSAKA = ("Zambia and Botswana", "Republic of Zambia")
GUATEMALA = ("Guatemala and Peru", "Government of Guatemala")
Told = tuple[str, str, str, str, str, str]  # measure, statistic, unit, reporter, partner, date

# By kind: the page, the text, and what is told by quote; None where a quote is no figure.
BODY: list[tuple[tuple[str, str], str, dict[str, Told | None]]] = [
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
    # a part told after its whole
    (PERU, "In 2013 Canadian aid to Peru came to $40 million. Of this, 25 per cent went to schools.",
     {"25 per cent": ("development_assistance", "share", "percent", "CAN", "PER", "2013")}),
    (PERU, "In 2013 Canadian aid to Peru came to $40 million. Of that amount, half was spent on roads.",
     {"half": ("development_assistance", "share", "percent", "CAN", "PER", "2013")}),
    (PERU, "Canadian exports to Peru were $600 million in 2012. Of these, 45 per cent were wheat.",
     {"45 per cent": ("exports", "share", "percent", "CAN", "PER", "2012")}),
    (PERU, "Imports from Peru reached $3 billion in 2012, of which 80 per cent was gold.",
     {"80 per cent": ("imports", "share", "percent", "CAN", "PER", "2012")}),
    (PERU, "The bank has 200 branches. Of these, 15 per cent are in Lima.",
     {"15 per cent": ("other", "share", "percent", "", "", "")}),
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
]  # fmt: skip
# The lines that open a page: its title, the lines, and what is told by quote.
OPENING: list[tuple[str, str, dict[str, Told]]] = [
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
]  # fmt: skip


def _told(text_source, quotes) -> dict[str, Told | None]:  # type: ignore[no-untyped-def]
    rows = {str(row["quote"]): row for row in read(text_source)["figures"]}
    fields = ("measure", "statistic", "unit", "reporter", "partner", "date")
    return {
        quote: tuple(str(rows[quote][field] or "") for field in fields) if quote in rows else None for quote in quotes
    }


@pytest.mark.parametrize(("about", "text", "told"), BODY, ids=[text for _, text, _ in BODY])
def test_in_the_body(about: tuple[str, str], text: str, told: dict[str, Told | None]) -> None:
    """Is each figure in a sentence read with what it measures, its unit, whose it is and when?"""
    assert _told(page(text, *about), told) == told


@pytest.mark.parametrize(("title", "line", "told"), OPENING, ids=[line for _, line, _ in OPENING])
def test_in_a_profile(title: str, line: str, told: dict[str, Told]) -> None:
    """Are the lines that open the page of a country told of that country, and of both where the page is about both?"""
    prose = (
        "The United States has had good relations with Laos since 1950, and the two work together in many fields today."
    )
    text = f"U.S. Department of State\n\n{title}\n\n{line}\n\nRelations\n\n{prose}\n\nJune 2014\n"
    assert _told(source(text), told) == told
