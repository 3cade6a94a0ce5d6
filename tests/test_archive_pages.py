"""Pages as they were saved: their encoding, the text in their HTML, what their heads say, and which are no briefs."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from resiliparse.parse.html import HTMLTree

from pipeline import archive, reading
from pipeline.archive.outcomes import Record
from pipeline.sources import Source
from tests.archives import BRIEF, outcomes

PAGES = Path(__file__).parent / "pages"
# Where the content of each shell stands; what stands elsewhere is furniture.
CONTENT = {
    "au-dfat": [".layout-content"],
    "canada-clf2": ["div.center"],
    "canada-gcweb": ["main > h1", "main > section:not(.pagedetails)"],
    "eu-eeas": ["article.node h1", ".node__meta", ".field--name-field-summary", ".paragraph--type--text", ".ecl-accordion__content"],
    "uk-gov": ["h1", ".gem-c-lead-paragraph", ".govspeak"],
    "us-state": ["h1", ".article-meta__publish-date", ".entry-content"],
}  # fmt: skip


def page(content: str | bytes, media_type: str = "text/html", charset: str | None = None, **facts: str) -> archive.Page:
    """The page of a record that has one."""
    found = archive.page(Record("a", content, "a.html", media_type, charset, **facts))
    assert isinstance(found, archive.Page), found
    return found


def trouble(content: str | bytes, media_type: str = "text/html", charset: str | None = None) -> archive.Trouble:
    """The trouble of a record that has one."""
    found = archive.page(Record("a", content, "a.html", media_type, charset))
    assert isinstance(found, archive.Trouble), found
    return found


def saved(name: str) -> archive.Page:
    """One of the saved pages."""
    (record,) = outcomes(PAGES / f"{name}.html")
    found = archive.page(record) if isinstance(record, Record) else None
    assert isinstance(found, archive.Page)
    return found


def lines(markup: str, selectors: list[str]) -> list[str]:
    """The text of the smallest blocks inside some elements of a page, white space folded."""
    blocks = ("p", "li", "h1", "h2", "h3", "td", "th", "dd")
    body = HTMLTree.parse(markup.replace("<br>", " ")).body
    assert body is not None
    roots = [root for selector in selectors for root in body.query_selector_all(selector)]
    found = [e for root in roots for e in ([root] if root.tag in blocks else root.query_selector_all(",".join(blocks)))]
    texts = [" ".join((e.text or "").split()) for e in found if not e.query_selector(",".join(blocks))]
    return [text for text in texts if text]


@pytest.mark.parametrize("name", CONTENT)
def test_nothing_of_the_content_is_lost(name: str) -> None:
    """Is every paragraph, heading, list item and cell of a page's content in its text?"""
    raw = (PAGES / f"{name}.html").read_bytes()
    wanted = lines(raw.decode("cp1252" if name == "canada-clf2" else "utf-8"), CONTENT[name])
    text = " ".join(saved(name).source.text.split())
    assert len(wanted) >= 9
    assert [line for line in wanted if line not in text] == []


@pytest.mark.parametrize("name", CONTENT)
def test_most_furniture_goes(name: str) -> None:
    """Do menus, bread crumbs, cookie banners, related pages, scripts and styles stay out of the text?"""
    text = saved(name).source.text
    for furniture in (
        "cookies", "Privacy", "Jobs and the workplace", "Countries & Areas", "About us", "Where we work", "Benefits",
        "Remarks at a breakfast", "Travel advice for Paraguay", "Smartraveller", "Europe Day", "Yes this page",
        "not be read from a script", "background", "drupal", "__VIEWSTATE", "Delegations", "/wEP",
    ):  # fmt: skip
        assert furniture not in text


@pytest.mark.parametrize(
    ("name", "reporter", "partner", "date", "value", "unit"),
    [
        ("canada-clf2", "CAN", "ECU", "2012-08-31", 741e6, "CAD"),
        ("canada-gcweb", "CAN", "VNM", "2023-03-17", 13.8e9, "CAD"),
        ("us-state", "USA", "URY", "2020-07-23", 1.6e9, "USD"),
        ("eu-eeas", "EUE", "BWA", "2021-07-30", 1.1e9, "EUR"),
        ("uk-gov", "GBR", "PRY", "2014-11-20", 48e6, "GBP"),
    ],
)
def test_a_saved_page_is_read(name: str, reporter: str, partner: str, date: str, value: float, unit: str) -> None:
    """Does the reading find in a saved page who tells of whom, its date, and its figures?"""
    source = saved(name).source
    rows = reading.read(source, of_a_pair=True)
    (document,) = rows["documents"]
    assert (document["reporter"], document["partner"], document["date"]) == (reporter, partner, date)
    assert document["path"] == f"raw/{name}.txt" and document["characters"] == len(source.text)
    assert (value, unit) in {(row["value"], row["unit"]) for row in rows["figures"]}


def test_what_the_head_says() -> None:
    """Are title, dates, language, address and publisher taken from the head?"""
    found = saved("canada-clf2")
    assert (found.title, found.issued, found.modified, found.language) == (
        "Canada-Ecuador Relations", "2011-02-14", "2012-08-31", "en",
    )  # fmt: skip
    assert found.source.url == "http://www.example.gc.ca/ecuador-equateur/bilateral_relations_bilaterales/index.aspx"
    assert (found.source.publisher, found.source.date) == ("Government of Canada, Foreign Affairs", "2012-08-31")
    assert (saved("eu-eeas").source.date, saved("us-state").language) == ("2021-07-30", "en-US")


def test_what_stands_beside_a_page_counts_more() -> None:
    """Do address, date and publisher of the record come before those of its head?"""
    markup = (PAGES / "canada-clf2.html").read_bytes()
    found = page(markup, url="https://x.example/a", date="2010", publisher="X", retrieved="2013-05-02").source
    assert (found.url, found.date, found.publisher, found.retrieved) == (
        "https://x.example/a",
        "2010",
        "X",
        "2013-05-02",
    )


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Words without a head",
        "<html lang><head><meta><link rel=canonical><link rel=canonical href='/relative'><title></title></head><p>Words",
        "<p>Words<table><tr><td>" * 3000,
        "<div>" * 100_000 + "Words",
        "<p>Words &#0; &#xD800; &bogus; \ufffe",
        "<!-- <p>Words <p>Words",
        "<p>Words<script>never closed",
    ],
)
def test_markup_that_is_hard_to_parse(markup: str) -> None:
    """Does markup of any kind give a page without facts, or a trouble, never an error?"""
    found = archive.page(Record("a", markup, "a.html", "text/html"))
    assert isinstance(found, archive.Trouble) or found.source.url is found.source.date is None


@pytest.mark.parametrize(
    ("content", "charset", "text"),
    [
        ("Bogotá – Lima".encode(), None, "Bogotá – Lima"),
        ("Bogotá – Lima".encode(), "iso-8859-1", "Bogotá – Lima"),
        ("Bogotá – Lima, Perú".encode("cp1252"), "windows-1252", "Bogotá – Lima, Perú"),
        ("Bogotá – Lima, Perú".encode("cp1252"), "ISO-8859-1", "Bogotá – Lima, Perú"),
        ("Bogotá – Lima, Perú and Canada’s exports to it".encode("cp1252"), None, None),
        ("Bogotá – Lima, Perú and Canada’s exports to it".encode("cp1252"), "utf-8", None),
        ("Bogotá – Lima, Perú and Canada’s exports to it".encode("cp1252"), "no such", None),
        ("Bogotá’s and Perú’s – “Canadá”".encode("cp1252"), None, None),
        ("Bogotá".encode("utf-16"), None, "Bogotá"),
        ("Bogotá".encode("utf-16-le"), "utf-16le", "Bogotá"),
        ("\ufeffBogotá".encode(), None, "\ufeffBogotá"),
        ("Łódź i Kraków".encode("iso-8859-2"), "iso-8859-2", "Łódź i Kraków"),
        ("日本とカナダ".encode("shift_jis"), "Shift_JIS", "日本とカナダ"),
    ],
)
def test_encodings(content: bytes, charset: str | None, text: str | None) -> None:
    """Is a text decoded as it is, whatever is said of it?"""
    assert page(content, "text/plain", charset).source.text == (text or content.decode("cp1252"))


@pytest.mark.parametrize(
    "head",
    ['<meta charset="windows-1251">', '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
     '<?xml version="1.0" encoding="windows-1251"?>'],
)  # fmt: skip
def test_an_encoding_that_the_head_declares(head: str) -> None:
    """Is a page decoded as its own head says?"""
    assert "Канада и Перу" in page(f"{head}<p>Канада и Перу".encode("cp1251")).source.text


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("Bogotá ".encode() + "Perú".encode("cp1252"), "mixes UTF-8 with another encoding: byte 11 is 0xfa"),
        (b"Lima\0Ottawa", "NUL"),
        ("Lima".encode("utf-16-le"), "NUL"),
        (b"\xff\xfeL", "truncated data"),
        (b"", "is empty"),
        (" \n\u200b".encode(), "is empty"),
    ],
)
def test_a_text_that_cannot_be_decoded(content: bytes, said: str) -> None:
    """Does a text that is none give a trouble that says why, and shows its beginning?"""
    found = trouble(content, "text/plain")
    assert said in found.error and found.stage in ("decode", "extract") and found.document_id == "a"


def test_a_lone_surrogate() -> None:
    """Is a text with half a character, as JSON can hold, a trouble?"""
    assert "surrogates" in trouble("Lima \ud83d", "text/plain").error


@pytest.mark.parametrize("markup", ["", "<html><nav>Menu</nav><script>x()</script></html>", "<img src=x>"])
def test_a_page_without_text(markup: str) -> None:
    """Is a page without text in it a trouble?"""
    assert trouble(markup).error == "the page has no text in it"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "Bilateral relations\n\nLe Canada et le Pérou sont des partenaires dans les Amériques pour la paix.",
            "another language",
        ),
        ("Canada-Peru Relations\n\nOttawa", "no prose"),
        (
            "A page on gardens\n\nThe roses of the park in the middle of the town are in full bloom in June.",
            "no country pair",
        ),
        (
            "A page on one country\n\nThe exports of Peru reached $4 billion in 2011, and Peru is glad of it.",
            "no country pair",
        ),
    ],
)
def test_what_is_no_brief(text: str, reason: str) -> None:
    """Is a page that is no brief told apart from one that cannot be read, with a reason to count by?"""
    with pytest.raises(reading.NotABrief) as raised:
        reading.read(Source("a", "raw/a.txt", text, ""), of_a_pair=True)
    sent = pickle.loads(pickle.dumps(raised.value))
    assert sent.reason == raised.value.reason == reason and str(sent) == str(raised.value) != reason


def test_one_country_is_enough_where_no_pair_is_asked_for() -> None:
    """Is a text of one country read, as ever, where a person put it into the folder of texts?"""
    assert reading.read(Source("a", "raw/a.txt", "Peru\n\nThe exports of Peru reached $4 billion in 2011.", ""))[
        "figures"
    ]
    assert reading.read(Source("a", "raw/a.txt", BRIEF, ""), of_a_pair=True)["documents"][0]["partner"] == "PER"


def test_a_date_in_the_text_counts_more() -> None:
    """Does the date of the head serve where the text has none, and only there?"""
    for text, date in ((BRIEF, "2012-08-31"), (f"{BRIEF}\nDate modified: 2013-05-02\n", "2013-05-02")):
        (document,) = reading.read(Source("a", "raw/a.txt", text, "", date="2012-08-31"))["documents"]
        assert document["date"] == date
