"""Does the picture on the front page show what the tables hold?"""

from __future__ import annotations

import shutil
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from pipeline.picture import MOST, PICTURES, pictures
from pipeline.tableschema import tables
from tests.conftest import ROOT, fill

SVG = "{http://www.w3.org/2000/svg}"
LIGHT = PICTURES[0]
FIGURE = {
    "document_id": "b", "kind": "money", "measure": "exports", "statistic": "level", "unit": "CAD", "start_char": "1",
    "end_char": "2", "comparator": "exactly", "date": "2014",
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A package with the true schemas and empty tables."""
    shutil.copytree(ROOT / "schemas", tmp_path / "schemas")
    (tmp_path / "data").mkdir()
    for name in tables():
        fill(tmp_path, name)
    fill(tmp_path, "documents", {"document_id": "b", "path": "raw/b.txt"})
    return tmp_path


def _texts(svg: str) -> list[str]:
    return ["".join(text.itertext()) for text in ET.fromstring(svg).iter(f"{SVG}text")]


def test_light_and_dark_differ_in_colours_alone(built: Path) -> None:
    """Do both pictures say the same in other colours?"""
    light, dark = (pictures(built)[path] for path in PICTURES)
    assert light != dark and _texts(light) == _texts(dark)


def test_bars_are_as_long_as_the_amounts(folder: Path) -> None:
    """Is a quarter of the greatest amount a quarter as long, and is one that is only exceeded pointed?"""
    most = FIGURE | {"value": "4000", "quote": "$4,000"}
    fill(folder, "figures", most, FIGURE | {"value": "1000", "quote": "over <$1,000>", "comparator": "more_than"})
    drawing = ET.fromstring(pictures(folder)[LIGHT])
    (bar,) = drawing.iter(f"{SVG}rect")
    (pointed,) = drawing.iter(f"{SVG}path")
    assert bar.get("width") == "360" and "h90l" in pointed.get("d", "")
    told = _texts(pictures(folder)[LIGHT])
    assert "CAD 4,000“$4,000”" in told and "more than CAD 1,000“over <$1,000>”" in told


def test_an_amount_of_nothing_has_no_bar(folder: Path) -> None:
    """Is a sum of 0 drawn, too, with nothing to compare it with?"""
    fill(folder, "figures", FIGURE | {"value": "0", "quote": "nil"})
    (bar,) = ET.fromstring(pictures(folder)[LIGHT]).iter(f"{SVG}rect")
    assert bar.get("width") == "0"


def test_amounts_of_one_currency_are_compared(folder: Path) -> None:
    """Is an amount in another currency, a growth or a rank left out, since its bar would say nothing?"""
    good = FIGURE | {"value": "4000", "quote": "good"}
    others = ({"unit": "USD"}, {"statistic": "growth"}, {"kind": "rank", "unit": "rank"}, {"measure": "gdp"})
    fill(folder, "figures", good, *(good | other | {"quote": "other", "start_char": "9"} for other in others))
    told = "".join(_texts(pictures(folder)[LIGHT]))
    assert told.count("good") == 1 and "other" not in told


def test_events_stand_in_the_order_of_time(folder: Path) -> None:
    """Are the last dated events listed by their first day, planned ones hollow, intervals and long titles shortened?"""
    days = [f"2011-01-{day:02}" for day in range(1, MOST + 2)]
    events = [
        {"event_id": day, "date": day, "date_from": day, "status": "occurred", "title": f"T{day}"} for day in days
    ]
    late = {"date": "2012-06-18/2012-06-24", "date_from": "2012-06-18", "status": "planned", "title": "a word " * 20}
    fill(folder, "events", late, *reversed(events), {"title": "undated", "status": "occurred"})
    told = _texts(pictures(folder)[LIGHT])
    lines = [line for line in told if line.startswith("20")]
    assert len(lines) == MOST and lines[:-1] == [f"{day}T{day}" for day in days[2:]]
    assert lines[-1].startswith("2012-06-18 …a word") and lines[-1].endswith("…") and "undated" not in "".join(told)
    fills = [circle.get("fill") for circle in ET.fromstring(pictures(folder)[LIGHT]).iter(f"{SVG}circle")]
    assert [fill == "none" for fill in fills] == [False] * (MOST - 1) + [True]


def test_nothing_to_show_is_an_empty_picture(folder: Path) -> None:
    """Is a package without trade and events still drawn?"""
    assert _texts(pictures(folder)[LIGHT])


def test_the_pictures_need_nothing_from_elsewhere(built: Path) -> None:
    """Does a picture load no font, style or image, and has it words for who cannot see it?"""
    for svg in pictures(built).values():
        assert svg.count("http") == 1 and "xlink" not in svg and "<style" not in svg and "<script" not in svg
        drawing = ET.fromstring(svg)
        assert drawing.get("role") == "img" and drawing.findtext(f"{SVG}title") and drawing.findtext(f"{SVG}desc")
