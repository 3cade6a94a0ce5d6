"""The page that shows a package, in a real browser as its readers have it; without one, what the file itself says."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.cli import main
from pipeline.published import opened
from pipeline.site.page import render
from pipeline.site.spans import Mark, pieces
from tests.conftest import run

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FIGURE = "canada-peru-relations/merchandise-imports-2011"
PHONE = 380  # pixels


@pytest.fixture(scope="module")
def page_file(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of this project's package."""
    out = tmp_path_factory.mktemp("site")
    assert main(["site", "--package", str(built), "--out", str(out)]) == 0
    return out / "index.html"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A headless Chromium."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        chromium = started.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"],
        )
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Any, page_file: Path) -> Iterator[Any]:
    """The page, opened from disk; any error, console message or request by it fails the test."""
    context = browser.new_context(viewport={"width": 1200, "height": 900}, accept_downloads=True)
    opened_page = context.new_page()
    said: list[str] = []
    opened_page.on("console", lambda message: said.append(message.text))
    opened_page.on("pageerror", lambda error: said.append(str(error)))
    opened_page.on("request", lambda request: said.append(request.url) if not request.url.startswith(("file:", "data:")) else None)  # fmt: skip
    opened_page.goto(page_file.as_uri())
    yield opened_page
    assert said == []
    context.close()


def test_pieces_leave_nothing_out() -> None:
    """Do the pieces of a text follow one another without gaps, each with the rows over it, the shortest first?"""
    marks = [Mark(2, 9, "events", "e"), Mark(4, 6, "dates", "d"), Mark(8, 12, "mentions", "m")]
    found = [(piece.start, piece.end, [mark.row_id for mark in piece.marks]) for piece in pieces(0, 10, marks)]
    assert found == [(0, 2, []), (2, 4, ["e"]), (4, 6, ["d", "e"]), (6, 8, ["e"]), (8, 9, ["m", "e"]), (9, 10, ["m"])]


def test_same_package_same_page(built: Path) -> None:
    """Does the same package always make the same page?"""
    with opened(built) as package:
        assert render(package, b"") == render(package, b"")


def test_the_page_tells_search_engines_what_it_is(built: Path, tmp_path: Path) -> None:
    """Does the page that is written hold the package's schema.org Dataset?"""
    assert main(["site", "--package", str(built), "--out", str(tmp_path)]) == 0
    drawn = (tmp_path / "index.html").read_text(encoding="utf-8")
    told = json.loads(drawn.partition('<script type="application/ld+json">')[2].partition("</script>")[0])
    assert (told["@type"], told["name"]) == ("Dataset", "Canada–Peru Relations")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(("--package", "nowhere"), "nowhere"), (("--out", "/dev/null/x"), "name a folder")],
    ids=["no package", "no folder"],
)
def test_bad_input(arguments: tuple[str, str], said: str) -> None:
    """Does a package or a folder that cannot be used give one clear line and exit code 2?"""
    found = run("site", *arguments)
    assert found.returncode == 2
    assert said in found.stderr and len(found.stderr.splitlines()) == 1


def test_markup_in_a_text_stays_text(tmp_path: Path) -> None:
    """Is a text that holds markup shown as it is, not run?"""
    raw = tmp_path / "texts"
    raw.mkdir()
    evil = "Canada-Peru Relations\n\nCanada <script>alert(1)</script> and Peru met in Lima in 2012 & talked about <b>trade</b> and mines.\n"
    (raw / "canada-x.txt").write_text(evil, encoding="utf-8")
    assert main(["build", "--raw", str(raw), "--out", str(tmp_path / "out")]) == 0
    with opened(tmp_path / "out") as package:
        drawn = render(package, b"")
    assert "<script>alert" not in drawn and "&lt;script&gt;alert" in drawn


@pytest.mark.slow
def test_text_is_whole(page: Any) -> None:
    """Is the text on the page the text that was read, but for white space?"""
    shown = "".join(page.locator("article p").all_text_contents())
    source = (Path(__file__).parent.parent / "raw" / "canada-peru-relations.txt").read_text(encoding="utf-8")
    assert "".join(shown.split()) == "".join(source.split())


@pytest.mark.slow
def test_from_words_to_row_and_back(page: Any) -> None:
    """Do marked words show their row, lead to it in its table, and does the row lead back?"""
    words = page.locator(f'article a[href="#row-{FIGURE}"]').first
    words.focus()
    assert "4453000000" in page.locator("#panel").inner_text()
    assert "currency" in page.locator("#panel .caveat").first.inner_text()
    words.press("Enter")
    row = page.locator(f"[id='row-{FIGURE}']")
    assert row.is_visible() and page.evaluate("document.querySelector(':target').id") == f"row-{FIGURE}"
    row.locator("a.back").click()
    assert page.locator("article :target").inner_text() in "$4.453 billion"


@pytest.mark.slow
def test_a_closed_table_opens_for_its_row(page: Any) -> None:
    """Does a link to a row in a closed table open it, also where a search has hidden the row?"""
    page.locator("#table-goods summary").click()
    page.locator('input[data-search="goods"]').fill("no such good")
    page.evaluate("location.hash = 'row-canada-peru-relations/imports-coffee-2011'")
    page.locator("[id='row-canada-peru-relations/imports-coffee-2011']").wait_for(state="visible")


@pytest.mark.slow
def test_search_and_sort(page: Any) -> None:
    """Does searching leave the rows with all words, and sorting order numbers as numbers, what is empty last?"""
    table = page.locator('table[data-table="figures"]')
    page.locator('input[data-search="figures"]').fill("4.453 cad")
    assert table.locator("tbody tr:visible").count() == 1
    assert page.locator('[data-found="figures"]').inner_text() == "1 found"
    page.locator('input[data-search="figures"]').fill("")
    head = table.get_by_role("button", name="value", exact=True)
    column = head.evaluate("button => button.closest('th').cellIndex")
    for direction in ("ascending", "descending"):
        head.click()
        assert head.locator("xpath=..").get_attribute("aria-sort") == direction
        values = [float(cell) for cell in table.locator(f"tbody td:nth-child({column + 1})").all_inner_texts() if cell]
        assert values == sorted(values, reverse=direction == "descending") and len(values) > 5


@pytest.mark.slow
def test_downloads(page: Any, built: Path) -> None:
    """Are the downloads the package's own files, and the zip one of all of them?"""
    for name in ("figures.csv", "figures.parquet"):
        with page.expect_download() as started:
            page.locator(f'a[download="{name}"]').click()
        assert Path(started.value.path()).read_bytes() == (built / "data" / name).read_bytes()
    with page.expect_download() as started:
        page.locator('a[download$=".zip"]').click()
    with zipfile.ZipFile(io.BytesIO(Path(started.value.path()).read_bytes())) as archive:
        inside = {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}
    assert inside["datapackage.json"] == (built / "datapackage.json").read_bytes()
    assert inside["raw/canada-peru-relations.txt"] == (built / "raw" / "canada-peru-relations.txt").read_bytes()


@pytest.mark.slow
def test_layers(page: Any) -> None:
    """Does a layer that is switched off lose its marks, and no other?"""
    dates, figures = page.locator("article .on-dates"), page.locator("article .on-figures")
    before = figures.count()
    assert dates.count() and before
    page.locator('[data-layer="dates"]').uncheck()
    assert dates.count() == 0 and figures.count() == before
    page.locator('[data-layer="dates"]').check()
    assert dates.count()


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_phone(page: Any, scheme: str) -> None:
    """Is there nothing to scroll sideways on a phone, and enough contrast between text and paper, by day and night?"""
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": PHONE, "height": 800})
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE
    paper, ink = page.evaluate(
        "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]"
    )
    light, dark = sorted((_luminance(paper), _luminance(ink)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 7  # WCAG 2.2, level AAA


def _luminance(colour: str) -> float:
    """Relative luminance of "rgb(r, g, b)" as WCAG defines it."""
    parts = [int(part) / 255 for part in colour.removeprefix("rgb(").rstrip(")").split(",")]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.slow
def test_keyboard_and_reader(page: Any) -> None:
    """Can the page be used without a mouse: one heading of first rank, names for all controls, focus that shows?"""
    assert page.locator("h1").count() == 1
    unnamed = page.evaluate(
        "[...document.querySelectorAll('button, input, a[href], summary')].filter(one => !(one.textContent.trim()"
        " || one.getAttribute('aria-label') || (one.labels && one.labels.length))).length"
    )
    assert unnamed == 0
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the text"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('[data-layer]')")
