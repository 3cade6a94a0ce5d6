"""Can a person overrule a cell, does what rests on it follow, and does a correction that fits no longer stop the build?"""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest

from pipeline import reading
from pipeline.audit import audit
from pipeline.cli import main
from pipeline.corrections import dating
from pipeline.corrections.apply import apply
from pipeline.corrections.ledger import COLUMNS, NAME, Correction
from pipeline.errors import Unusable
from tests.conftest import ROOT
from tests.wordings import page

Captured = pytest.CaptureFixture[str]
DOCUMENT = "canada-peru-relations"
IMPORTS = f"{DOCUMENT}/merchandise-imports-2011"
VISIT = f"{DOCUMENT}/visit-2012-04-ed-fast"


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    """A folder with the project's page and what is known about it."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for name in (f"{DOCUMENT}.txt", "sources.toml"):
        shutil.copy(ROOT / "raw" / name, folder)
    return folder


def line(resource: str, row: str, field: str, old: str, new: str, words: str) -> dict[str, str]:
    """A line of the file of corrections."""
    return dict(zip(COLUMNS, (DOCUMENT, resource, row, field, old, new, words, "read by eye"), strict=True))


def build(raw: Path, *lines: dict[str, str]) -> int:
    """Write the corrections and build the package beside the texts; the exit code."""
    with (raw / NAME).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(lines)
    return main(["build", "--raw", str(raw), "--out", str(raw.parent / "out")])


def rows(raw: Path, table: str) -> list[dict[str, str]]:
    """The rows of a table of the package."""
    with (raw.parent / "out" / "data" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def one(raw: Path, table: str, row_id: str) -> dict[str, str]:
    """A row of the package by its id."""
    (row,) = [row for row in rows(raw, table) if row_id == next(iter(row.values()))]
    return row


def proof(raw: Path, row_id: str, field: str) -> list[tuple[str, ...]]:
    """The evidence of a cell: words, where they start, basis, rule."""
    found = [row for row in rows(raw, "evidence") if (row["row_id"], row["field"]) == (row_id, field)]
    return [(row["quote"], row["start_char"], row["basis"], row["rule"]) for row in found]


def test_an_overruled_cell_rests_on_the_words_given(raw: Path) -> None:
    """Has the cell the new value and curated evidence at its words, is it inferred no more, and is all else as before?"""
    assert main(["build", "--raw", str(raw), "--out", str(raw.parent / "out")]) == 0
    before = {table: rows(raw, table) for table in ("figures", "evidence", "caveats", "coverage")}
    assert build(raw, line("figures", IMPORTS, "unit", "CAD", "USD", "$4.453")) == 0
    row = one(raw, "figures", IMPORTS)
    assert (row["unit"], row["inferred"], row["value"]) == ("USD", "", "4453000000")
    assert proof(raw, IMPORTS, "unit") == [("$4.453", "2724", "curated", "")]
    others = [row for row in before["figures"] if row["figure_id"] != IMPORTS]
    assert [row for row in rows(raw, "figures") if row["figure_id"] != IMPORTS] == others
    assert len(rows(raw, "evidence")) == len(before["evidence"]) and rows(raw, "coverage") == before["coverage"]
    told = [row for row in before["caveats"] if (row["kind"], row["row_id"]) != ("currency_inferred", IMPORTS)]
    assert len(told) == len(before["caveats"]) - 1
    assert [row["message"] for row in rows(raw, "caveats")] == [row["message"] for row in told]


def test_the_file_travels_with_the_package(raw: Path) -> None:
    """Is the file in the package and its descriptor, does the package pass its check, and does it go when it is not needed?"""
    assert build(raw, line("figures", IMPORTS, "unit", "CAD", "USD", "$4.453")) == 0
    out = raw.parent / "out"
    assert (out / "raw" / NAME).read_bytes() == (raw / NAME).read_bytes()
    resources = {row["name"]: row for row in json.loads((out / "datapackage.json").read_text("utf-8"))["resources"]}
    assert resources["corrections"]["path"] == "raw/corrections.csv" and resources["corrections"]["bytes"]
    assert main(["check", str(out)]) == 0
    (raw / NAME).unlink()
    assert main(["build", "--raw", str(raw), "--out", str(out)]) == 0
    assert not (out / "raw" / NAME).exists()


def test_the_example_of_the_readme_can_be_made(raw: Path) -> None:
    """Does the file that README.md shows overrule its cell?"""
    shown = (ROOT / "README.md").read_text("utf-8").partition("```csv\n")[2].partition("```")[0]
    (raw / NAME).write_text(shown, encoding="utf-8")
    assert main(["build", "--raw", str(raw), "--out", str(raw.parent / "out")]) == 0
    assert proof(raw, IMPORTS, "unit") == [("$4.453 billion", "2724", "curated", "")]


def test_a_file_with_only_its_header_changes_nothing(raw: Path) -> None:
    """Is an empty file of corrections a good one, with the mark that spreadsheets write as without?"""
    assert build(raw) == 0
    (raw / NAME).write_bytes(b"\xef\xbb\xbf" + (raw / NAME).read_bytes())
    assert main(["build", "--raw", str(raw), "--out", str(raw.parent / "out")]) == 0


def test_words_that_recur_are_those_nearest_to_the_row(raw: Path) -> None:
    """Of words that stand in several places, do those nearest to the row's quote become the evidence?"""
    assert build(raw, line("figures", IMPORTS, "reporter", "CAN", "PER", "Peru")) == 0
    text = (raw / f"{DOCUMENT}.txt").read_text("utf-8")
    ((_, start, _, _),) = proof(raw, IMPORTS, "reporter")
    places = [at for at in range(len(text)) if text.startswith("Peru", at)]
    assert int(start) == min(places, key=lambda at: abs(at - 2724)) and len(places) > 5


def test_days_follow_a_date(raw: Path) -> None:
    """Do first and last day and precision follow a date, in every table that has them?"""
    date = f"{DOCUMENT}/date-2001"
    assert build(raw, line("events", VISIT, "date", "2012-04", "2012-04-17", "April 2012"), line("dates", date, "date", "2001", "2001-09/..", "2001")) == 0  # fmt: skip
    visit, when = one(raw, "events", VISIT), one(raw, "dates", date)
    assert [visit[column] for column in ("date", "date_from", "date_to")] == ["2012-04-17"] * 3
    assert [when[column] for column in ("date", "date_from", "date_to", "precision")] == ["2001-09/..", "2001-09-01", "", "open"]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "date_from", "new", "days", "precision", "convention"),
    [
        ("2011", "2011-01-01", "2012", ("2012-01-01", "2012-12-31"), "year", False),
        ("2011", "2011-01-01", "2012-06", ("2012-06-01", "2012-06-30"), "month", False),
        ("2011", "2011-01-01", "2012-06-18/2012-06-24", ("2012-06-18", "2012-06-24"), "week", False),
        ("2011", "2011-01-01", "2012-06-18/2012-06-20", ("2012-06-18", "2012-06-20"), "day", False),
        ("2011", "2011-01-01", "199X", ("1990-01-01", "1999-12-31"), "decade", False),
        ("2011", "2011-01-01", "../2012", (None, "2012-12-31"), "open", False),
        ("2011", "2011-01-01", "2012-21", ("2012-03-01", "2012-05-31"), "season", True),
        ("2011", "2011-01-01", "2012/2013", ("2012-01-01", "2013-12-31"), "year", False),
        ("2011/2012", "2011-04-01", "2012/2013", ("2012-04-01", "2013-03-31"), "fiscal_year", True),
        ("2011/2012", "2011-01-01", "2012/2013", ("2012-01-01", "2013-12-31"), "year", False),
    ],
)  # fmt: skip
def test_days_and_precision_of_dates(
    old: str, date_from: str, new: str, days: tuple[str | None, str | None], precision: str, convention: bool
) -> None:
    """Are days, precision and convention those that the reading gives such a date, fiscal years where the old one was?"""
    fiscal = dating.fiscal_start(old, new, date_from)
    assert dating.days(new, "N", fiscal) == days
    assert (dating.precision(new, fiscal), dating.by_convention(new, fiscal)) == (precision, convention)


def test_reference_data_follow_a_name(raw: Path) -> None:
    """Do the code of a good, the type of an event and the entity of a participant follow what was overruled?"""
    good, party = f"{DOCUMENT}/exports-cereals-2011", f"{DOCUMENT}/accession-2012-10-canada-canada"
    assert build(
        raw,
        line("goods", good, "name", "cereals", "wheat", "cereals"),
        line("events", VISIT, "kind", "visit", "meeting", "visited"),
        line("participants", party, "participant", "Canada", "Peru", "Peru"),
    ) == 0  # fmt: skip
    assert (one(raw, "goods", good)["hs_code"], one(raw, "participants", party)["entity_id"]) == ("1001", "peru")
    assert one(raw, "events", VISIT)["plover"] == "CONSULT"


def test_a_cell_can_be_emptied_where_its_schema_allows(raw: Path) -> None:
    """Does an empty new value empty the cell and take its evidence away, of a date with the days and evidence?"""
    lines = [line("figures", IMPORTS, column, old, "", "") for column, old in (("partner", "PER"), ("date", "2011"))]
    assert build(raw, *lines) == 0
    row = one(raw, "figures", IMPORTS)
    assert [row[column] for column in ("partner", "date", "date_from", "date_to")] == [""] * 4
    assert proof(raw, IMPORTS, "partner") == proof(raw, IMPORTS, "date") == []


def test_an_overruled_value_need_not_stand_in_its_quote(raw: Path) -> None:
    """Is a value that a person gave not held against the numbers of its quote?"""
    assert build(raw, line("figures", IMPORTS, "value", "4453000000", "4500000000", "$4.453 billion")) == 0
    assert one(raw, "figures", IMPORTS)["value"] == "4500000000"


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        (line("figures", IMPORTS, "unit", "EUR", "USD", "$"), 'old_value is "EUR", but the reading gives "CAD"'),
        (line("figures", f"{DOCUMENT}/exports-1999", "unit", "CAD", "USD", "$"), "has no such row"),
        (line("figures", IMPORTS, "start_char", "2724", "2725", "$"), "cannot be overruled"),
        (line("figures", IMPORTS, "figure_id", IMPORTS, "x/y", "$"), "cannot be overruled"),
        (line("figures", IMPORTS, "statistic", "level", "share", "$"), "cannot be overruled"),
        (line("mentions", f"{DOCUMENT}/accra", "entity_id", "peru", "chile", "Peru"), "cannot be overruled"),
        (line("documents", DOCUMENT, "date", "2012-08", "2012", "2012"), "none of this table"),
        (line("weather", IMPORTS, "unit", "CAD", "USD", "$"), "cannot be overruled"),
        (line("figures", IMPORTS, "unit", "CAD", "USD", "US$"), 'the words "US$" are not in the text'),
        (line("figures", IMPORTS, "unit", "CAD", "USD", ""), "are not in the text"),
        (line("figures", IMPORTS, "unit", "CAD", "", "$"), "leave words empty"),
        (line("figures", IMPORTS, "comparator", "exactly", "roughly", "reached"), "breaks its schema (enum"),
        (line("figures", IMPORTS, "measure", "merchandise_imports", "", ""), "breaks its schema (required)"),
        (line("figures", IMPORTS, "reporter", "CAN", "Canada", "Canadian"), "breaks its schema (pattern"),
        (line("figures", IMPORTS, "value", "4453000000", "4.5 billion", "$4.453 billion"), "is not a number"),
        (line("figures", IMPORTS, "date", "2011", "2011-02-30", "2011"), "not a date of the calendar"),
        (line("figures", IMPORTS, "date", "2011", "last year", "2011"), "not a date of the calendar"),
        (line("events", VISIT, "place", "peru", "atlantis", "Peru"), "is no entity_id of entities"),
        (line("figures", IMPORTS, "unit", "CAD", "USD", "$") | {"document_id": "canada-chile"}, "no document"),
        (line("figures", IMPORTS, "unit", "CAD", "USD", "$") | {"reason": " "}, "reason is empty"),
    ],
)  # fmt: skip
def test_a_correction_that_cannot_be_made_stops_the_build(
    built: Path, raw: Path, capsys: Captured, bad: dict[str, str], told: str
) -> None:
    """Is it one line with file, line and cell, code 2, and is the old package whole?"""
    shutil.copytree(built, raw.parent / "out")
    before = {path: path.read_bytes() for path in (raw.parent / "out").rglob("*") if path.is_file()}
    capsys.readouterr()
    assert build(raw, line("figures", IMPORTS, "partner", "PER", "PER", "Peru"), bad) == 2
    (said,) = capsys.readouterr().err.splitlines()
    assert f"{NAME}, line 3: " in said and told in said and len(said) < 500
    assert before == {path: path.read_bytes() for path in (raw.parent / "out").rglob("*") if path.is_file()}
    assert not (raw.parent / "out" / ".staging").exists()


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (b"", "the first line must be"),
        (b"document,resource\n", "the first line must be"),
        (",".join(COLUMNS).encode() + b"\na,b\n", "line 2: has 2 cells"),
        (",".join(COLUMNS).encode() + b'\na,"b" c\n', "line 2: is not readable as CSV"),
        (b"\xff\xfe", "UTF-8"),
        (",".join(COLUMNS).encode() + b"\na,b,c,d,e,f,g,h\na,b,c,d,e,f,g,h\n", "line 3: b, row c, column d: was overruled before"),
    ],
)  # fmt: skip
def test_a_file_that_is_none_is_unusable(raw: Path, capsys: Captured, written: bytes, told: str) -> None:
    """Is a file with other columns, broken quotes or a cell overruled twice one line and code 2?"""
    (raw / NAME).write_bytes(written)
    assert main(["build", "--raw", str(raw), "--out", str(raw.parent / "out")]) == 2
    (said,) = capsys.readouterr().err.splitlines()
    assert NAME in said and told in said


def test_a_text_that_is_refused_cannot_be_corrected(raw: Path, capsys: Captured) -> None:
    """Does the correction of a text that is not read stop the build of the others?"""
    (raw / "empty.txt").write_text("Canada-Peru Relations\n", encoding="utf-8")
    assert build(raw, line("figures", IMPORTS, "unit", "CAD", "USD", "$") | {"document_id": "empty"}) == 2
    assert 'no document "empty"' in capsys.readouterr().err


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (f"raw/{NAME}", "USD", "EUR", "the cell holds 'USD'"),
        (f"raw/{NAME}", "$4.453", "$4.4", "are not the words that raw/corrections.csv gives"),
        ("data/evidence.csv", ",curated,", ",stated,", "has no curated evidence"),
        ("data/evidence.csv", ",curated,", ",curated,some-rule", "a person gave the cell"),
        (f"raw/{NAME}", "merchandise-imports-2011", "exports-2020", "there is no such row"),
        (f"raw/{NAME}", ",unit,", ",colour,", "is no column"),
        (f"raw/{NAME}", "document_id", "document", "the first line must be"),
    ],
)  # fmt: skip
def test_check_holds_the_tables_against_the_corrections(
    raw: Path, capsys: Captured, file: str, old: str, new: str, told: str
) -> None:
    """Is a package whose corrections say something else than its tables found out?"""
    assert build(raw, line("figures", IMPORTS, "unit", "CAD", "USD", "$4.453")) == 0
    path = raw.parent / "out" / file
    path.write_bytes(path.read_bytes().replace(old.encode(), new.encode(), 1))
    capsys.readouterr()
    assert main(["check", str(raw.parent / "out")]) == 1
    assert told in capsys.readouterr().err


def test_check_finds_curated_evidence_of_no_correction(raw: Path, capsys: Captured) -> None:
    """Is a cell that calls itself curated found out when no line overrules it?"""
    assert build(raw, line("figures", IMPORTS, "unit", "CAD", "USD", "$4.453")) == 0
    path = raw.parent / "out" / "raw" / NAME
    path.write_bytes(path.read_bytes().splitlines(keepends=True)[0])
    capsys.readouterr()
    assert main(["check", str(raw.parent / "out")]) == 1
    said = capsys.readouterr().err
    assert "does not overrule this cell" in said and "the quote gives" not in said


def test_corrections_are_pure() -> None:
    """Do the rows given stay as they are, and are coverage and caveats those of the rows returned?"""
    source = page("In 2011, Canada's exports to Peru reached $31 million.")
    tables = reading.read(source)
    (figure,) = [row for row in tables["figures"] if row["kind"] == "money"]
    copy = json.dumps(tables)
    cells = (source.document_id, "figures", str(figure["figure_id"]), "unit", "CAD", "USD", "$31", "read by eye")
    corrected = apply(source, tables, [Correction(*cells)])
    assert json.dumps(tables) == copy != json.dumps(corrected)
    assert apply(source, tables, []) == tables
    audited = audit(source, {name: rows for name, rows in corrected.items() if name not in ("coverage", "caveats")})
    assert audited == {name: corrected[name] for name in audited}
    with pytest.raises(Unusable, match="old_value"):
        apply(source, corrected, [Correction(*cells)])
