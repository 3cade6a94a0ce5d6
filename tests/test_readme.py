"""Are the generated parts of README.md made from the schemas and the data, and is it noticed when they are not?"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from pipeline.readme import ROOT, caveats, dictionary, files, headline, left_out, lookup, main, rewritten, stale
from pipeline.tableschema import tables
from tests.conftest import fill

README = """# Title

<!-- generated:headline -->
<!-- /generated:headline -->

Words between.

<!-- generated:files -->
old
<!-- /generated:files -->
<!-- generated:dictionary -->
<!-- /generated:dictionary -->
The end.
"""
FIGURE = {
    "figure_id": "brief/exports-2014",
    "document_id": "brief",
    "kind": "money",
    "measure": "exports",
    "statistic": "level",
    "value": "71500000",
    "unit": "CAD",
    "comparator": "slightly_more_than",
    "reporter": "CAN",
    "partner": "GHA",
    "date": "2014",
    "start_char": "40",
    "end_char": "66",
    "quote": "just over $71.5 million",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with the true schemas, a README with empty sections and tables of a few rows."""
    shutil.copytree(ROOT / "schemas", tmp_path / "schemas")
    (tmp_path / "README.md").write_text(README, encoding="utf-8")
    (tmp_path / "data").mkdir()
    rows = {
        "documents": [{"document_id": "brief", "path": "raw/brief.txt"}],
        "entities": [
            {"entity_id": "canada", "name": "Canada", "iso3166_1": "CAN"},
            {"entity_id": "ghana", "name": "Ghana", "iso3166_1": "GHA"},
            {"entity_id": "accra", "name": "Accra"},
        ],
        "figures": [
            FIGURE,
            FIGURE | {"measure": "development_assistance", "quote": "$3 million"},
            FIGURE | {"kind": "percentage", "unit": "percent", "quote": "4 percent"},
        ],
    }
    for name in tables():
        fill(tmp_path, name, *rows.get(name, []))
        (tmp_path / "data" / f"{name}.parquet").write_bytes(b"12345")
    return tmp_path


def _set_figures(project: Path, *figures: dict[str, str]) -> list[str]:
    fill(project, "figures", *figures)
    return headline(project).splitlines()[2:]


def test_write_then_check(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Is a README stale before it is written and good after, with the words around the sections untouched?"""
    assert main(["--check"], project) == 1
    assert capsys.readouterr().err == (
        "README.md: stale: headline, files, dictionary, docs/picture-light.svg, docs/picture-dark.svg: "
        "run python -m pipeline.readme\n"
    )
    assert main([], project) == 0
    assert main(["--check"], project) == 0
    text = (project / "README.md").read_text(encoding="utf-8")
    assert text.startswith("# Title\n") and "\n\nWords between.\n\n" in text and text.endswith("-->\nThe end.\n")
    assert rewritten(text, project) == text


def test_a_changed_schema_makes_the_dictionary_stale(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Is it noticed, and which section is named, when a column's description changes?"""
    main([], project)
    path = project / "schemas" / "dates.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    schema["fields"][0]["description"] += " And more."
    path.write_text(json.dumps(schema), encoding="utf-8")
    assert stale((project / "README.md").read_text(encoding="utf-8"), project) == ["dictionary"]
    assert main(["--check"], project) == 1
    assert "stale: dictionary:" in capsys.readouterr().err


def test_changed_data_make_headline_and_files_stale(project: Path) -> None:
    """Is it noticed when a figure changes?"""
    main([], project)
    _set_figures(project, FIGURE | {"value": "9"})
    assert stale((project / "README.md").read_text(encoding="utf-8"), project) == ["headline", "files"]


def test_a_picture_changed_by_hand_is_stale(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Is a picture that is not what the tables give told, and made anew?"""
    main([], project)
    picture = project / "docs" / "picture-dark.svg"
    drawn = picture.read_bytes()
    picture.write_bytes(drawn + b"\n")
    assert main(["--check"], project) == 1
    assert capsys.readouterr().err == "README.md: stale: docs/picture-dark.svg: run python -m pipeline.readme\n"
    main([], project)
    assert picture.read_bytes() == drawn


def test_left_out_counts_reasons(project: Path) -> None:
    """Are the candidates counted by what became of them, and those left out by reason, with words for each?"""
    names = {"status": "left_out", "reason": "sentence_start"}
    used = {"status": "used", "quote": "$7 million"}
    fill(project, "coverage", used, {**names, "quote": "In"}, {**names, "quote": "As"}, {**names, "quote": "In"})
    told = left_out(project)
    assert told.startswith("Of 4 candidates 1 are used by a row, 3 are left out for a reason, 0 are not accounted for.")
    (line,) = [line for line in told.splitlines() if "`In`" in line]
    assert line.endswith("| 3 | `In`, `As` |")


def test_caveats_are_counted_by_kind(project: Path) -> None:
    """Is each kind of caveat told once, with how often it occurs and the first of it?"""
    hedged = {"kind": "hedged", "message": "likely $ to be"}
    fill(project, "caveats", hedged, {**hedged, "message": "other"}, {"kind": "planned", "message": "is to come"})
    lines = caveats(project).splitlines()[2:]
    assert [line.split(" | ")[1:] for line in lines] == [["2", "likely \\$ to be |"], ["1", "is to come |"]]


def test_lookup_takes_the_greatest_amount(project: Path) -> None:
    """Do the three commands lead to the greatest of the headline amounts, and are there none without one?"""
    _set_figures(project, FIGURE, FIGURE | {"figure_id": "brief/imports-2014", "value": "71600000", "start_char": "50"})
    assert "grep '^brief/imports-2014,'" in lookup(project) and "[50:66]" in lookup(project)
    _set_figures(project)
    assert lookup(project) == ""


def test_headline_says_value_and_words(project: Path) -> None:
    """Does a headline figure carry its value in words, its year, its quote and where that stands, and aid stay out?"""
    assert headline(project).splitlines()[2:] == [
        "| exports, Canada to Ghana | slightly more than CAD 71.5 million | 2014 "
        "| “just over \\$71.5 million” ([40:66](raw/brief.txt)) |"
    ]


@pytest.mark.parametrize(
    ("figure", "shown"),
    [
        ({"value": "4453000000", "comparator": "exactly"}, "CAD 4.453 billion"),
        ({"value": "1000000000000", "comparator": "about"}, "about CAD 1 trillion"),
        ({"value": "400000000", "value_to": "500000000", "comparator": "exactly"}, "CAD 400 million to 500 million"),
        ({"value": "12500", "comparator": "exactly"}, "CAD 12,500"),
        ({"value": "2", "kind": "rank", "unit": "rank", "comparator": "exactly", "scope": "Africa"}, "2nd in Africa"),
        ({"value": "11", "kind": "rank", "unit": "rank", "comparator": "exactly"}, "11th"),
        ({"value": "5", "kind": "rank", "unit": "rank", "comparator": "up_to"}, "up to 5th"),
        ({"value": "1000000", "unit": "", "comparator": "exactly"}, "1 million"),
    ],
)
def test_values_are_written_as_people_write_them(project: Path, figure: dict[str, str], shown: str) -> None:
    """Is an amount or a rank shown as a person would write it, without loss?"""
    assert _set_figures(project, FIGURE | figure)[0].split(" | ")[1] == shown


@pytest.mark.parametrize(
    ("figure", "shown"),
    [
        ({"measure": "merchandise_imports"}, "merchandise imports, Canada from Ghana"),
        ({"measure": "merchandise_trade"}, "merchandise trade in both directions, Canada with Ghana"),
        ({"measure": "outward_direct_investment", "partner": "XYZ"}, "outward direct investment, Canada in XYZ"),
        ({"measure": "exports", "partner": ""}, "exports, Canada"),
        ({"measure": "imports", "reporter": "", "partner": "", "statistic": "growth"}, "imports, growth"),
    ],
)
def test_who_trades_with_whom(project: Path, figure: dict[str, str], shown: str) -> None:
    """Is it said whose trade or investment it is and towards whom, as far as the figure knows?"""
    assert _set_figures(project, FIGURE | figure)[0].removeprefix("| ").split(" | ")[0] == shown


def test_headline_follows_the_text(project: Path) -> None:
    """Do the figures come in the order in which the text gives them, not by id or by the digits of their offset?"""
    late, early = FIGURE | {"start_char": "100", "quote": "late"}, FIGURE | {"start_char": "99", "quote": "early"}
    assert ["early" in line for line in _set_figures(project, late, early)] == [True, False]


def test_files_are_counted(project: Path) -> None:
    """Does the download table give rows and bytes of each table, a line break inside a cell being no row?"""
    _set_figures(project, FIGURE | {"quote": "$71.5\nmillion"})
    size = (project / "data" / "figures.csv").stat().st_size
    links = (f"[data/figures.{form}](data/figures.{form})" for form in ("csv", "parquet"))
    line = f"| Figures | 1 | {next(links)} ({size:,} bytes) | {next(links)} (5 bytes) |"
    assert line in files(project).splitlines()


def test_dictionary_has_every_column() -> None:
    """Does the dictionary give each table's description and a line for each column, unbroken by bars in patterns?"""
    text = dictionary(ROOT)
    for table in tables().values():
        section = text.split(f"(`{table.name}`)\n")[1].split("\n### ")[0]
        assert table.schema["description"] in section
        lines = [line.replace("\\|", "") for line in section.splitlines() if line.startswith("| `")]
        assert [line.split(" | ")[0] for line in lines] == [f"| `{column}`" for column in table.columns]
        assert all(line.count("|") == 6 for line in lines)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<!-- generated:weather -->\n<!-- /generated:weather -->\n", "no section is called weather"),
        ("<!-- generated:files -->\n", "must be opened once and closed once"),
        ("<!-- generated:files -->\n<!-- /generated:files -->\n" * 2, "must be opened once and closed once"),
    ],
)
def test_broken_markers(project: Path, capsys: pytest.CaptureFixture[str], text: str, reason: str) -> None:
    """Is a README with unknown or unpaired markers left as it is, with one line that says why?"""
    (project / "README.md").write_text(text, encoding="utf-8")
    assert main([], project) == 2
    assert reason in capsys.readouterr().err
    assert (project / "README.md").read_text(encoding="utf-8") == text


def test_missing_data(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Is one line said, and the README kept, when there are no data to make it from?"""
    (project / "data" / "entities.csv").unlink()
    assert main([], project) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert (project / "README.md").read_text(encoding="utf-8") == README


def test_the_readme_of_this_project(capsys: pytest.CaptureFixture[str]) -> None:
    """Are the generated sections of this project's README what its schemas and data say?"""
    for needed in ("README.md", "data"):
        if not (ROOT / needed).exists():
            pytest.skip(f"{needed} is not there yet")
    assert main(["--check"]) == 0, capsys.readouterr().err
