"""Is the title of a page found among menus, trails and banners, with the two countries that the page is about?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.reading import read
from tests.wordings import source

PROSE = "Norway and Laos have had diplomatic relations since 1964. Norway imported clothing from Laos in 2013."
# The lines before the prose: the title.
TITLES = {
    "Ministry of Foreign Affairs\n\nHome > Asia > Laos > Norway in Laos\n\nNorway in Laos\n\nOur relations with Laos": (
        "Norway in Laos"
    ),
    "An official website of the Government of Norway, with all that one may need\n\nHome / Laos\n\nLaos\n\nTrade": "Laos",
    "This site uses cookies to tell visitors from one another.\n\nHome » Norway and Laos\n\nNorway and Laos": (
        "Norway and Laos"
    ),
    "Department of Foreign Affairs and Trade\n\nNorway and Laos": "Norway and Laos",
    "Foreign Office\n\nOffice: Countries: Asia: South-East Asia: Laos\n\nLaos (People's Republic)\n\nHistory": (
        "Laos (People's Republic)"
    ),
    "Foreign Office\n\nLaos\n\nBilateral relations": "Laos",
    "Foreign Office\n\nHome | Contact | Search\n\nSearch\n\nRelations between Norway and Laos": (
        "Relations between Norway and Laos"
    ),
    "Foreign Office\n\nBackground Note: Laos\n\nPROFILE\n\nGeography": "Background Note: Laos",
}


@pytest.mark.parametrize("opening", TITLES)
def test_titles(opening: str) -> None:
    """Is the title the line that the trail ends in, and no menu, banner, department or heading of a section?"""
    assert read(source(f"{opening}\n\n{PROSE}\n"))["documents"][0]["title"] == TITLES[opening]


def test_a_banner_in_two_languages() -> None:
    """Is the publisher's name in two languages a banner, which says whose page it is, and no trail?"""
    opening = "Government of Canada / Gouvernement du Canada\n\nHome → Norway → Relations\n\nNorway and Canada"
    prose = "Norway and Canada have had diplomatic relations since 1964. Norway imported clothing from Canada in 2013."
    document = read(source(f"{opening}\n\n{prose}\n"))["documents"][0]
    assert (document["title"], document["reporter"], document["partner"]) == ("Norway and Canada", "CAN", "NOR")


BANNER = "Norwegian Ministry of Foreign Affairs and the Royal Norwegian Embassy in Vientiane"


def test_a_long_banner_names_the_publisher() -> None:
    """Does a line above the title, long as one of prose but without a full stop, say who publishes the page?"""
    document = read(source(f"{BANNER}\n\nLaos country brief\n\n{PROSE}\n"))["documents"][0]
    assert (document["title"], document["reporter"], document["partner"]) == ("Laos country brief", "NOR", "LAO")


@pytest.mark.parametrize(
    ("publisher", "pair"),
    [("Embassy of Laos", ("LAO", "NOR")), ("Norwegian Embassy", ("NOR", "LAO")), ("Ministry", ("NOR", "LAO"))],
)
def test_a_publisher_given_counts(publisher: str, pair: tuple[str, str]) -> None:
    """Is the reporter the country of the publisher that is given beside the text, where its name tells one?"""
    text = source(f"Norway and Laos\n\n{PROSE}\n")
    document = read(replace(text, publisher=publisher))["documents"][0]
    assert (document["reporter"], document["partner"]) == pair


@pytest.mark.parametrize("mark", ["»", ">", "|", "/", "→", "›"])
def test_a_mark_amid_prose_makes_no_trail(mark: str) -> None:
    """Is a line of prose read that begins with, or holds, a mark that trails have?"""
    for line in (f"{mark} {PROSE}", f"It said {mark} {PROSE} {mark}"):
        assert any(row["quote"] == "2013" for row in read(source(f"Norway and Laos\n\n{line}\n"))["dates"])
