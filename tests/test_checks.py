"""Is every fault that a package can have found, and said so that a reader finds the cell?"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from pipeline import checks, descriptor, reading, sources, tables, tableschema, writing
from pipeline.arrow import to_arrow
from pipeline.checks.times import _wrong, days
from pipeline.errors import Finding, Unusable
from tests.conftest import PAGE

Rows = list[dict[str, Any]]
Fault = Callable[[dict[str, Rows]], Finding]
SCHEMAS = tableschema.tables()
TEXT = PAGE.read_bytes().decode("utf-8")


def rewrite(package: Path, change: Fault) -> Finding:
    """Plant a fault in the rows and write all files anew, so that only the fault is wrong; return what to find."""
    rows = {
        name: tables.read_csv(table, package / "data" / f"{name}.csv").to_pylist() for name, table in SCHEMAS.items()
    }
    expected = change(rows)
    for name, table in SCHEMAS.items():
        columns = [pa.array([row[field.name] for row in rows[name]], field.type) for field in to_arrow(table)]
        written = pa.Table.from_arrays(columns, schema=to_arrow(table))
        with suppress(pa.ArrowInvalid), writing.Files(table, package / "data") as files:
            files.add(written)  # Parquet itself refuses an empty cell where none may be
    describe(package)
    return expected


def describe(package: Path) -> None:
    """Write the descriptor that fits the files as they are."""
    known = sources.entries(package / descriptor.FACTS)
    about = tableschema.package()["package" if known else "collection"]
    paths = (package / "raw").glob("*.txt")
    rights = {name: str(facts["rights"]) for name, facts in known.items()}
    texts = [(path.stem, f"raw/{path.name}", rights.get(path.stem)) for path in paths]
    descriptor.write(descriptor.describe(package, about, SCHEMAS.values(), texts), package)


def first(rows: Rows, **wanted: object) -> dict[str, Any]:
    """The first row with these cells; a value of ... stands for any that is filled."""
    return next(r for r in rows if all(r[k] is not None if v is ... else r[k] == v for k, v in wanted.items()))


def cell(name: str, row: dict[str, Any], column: str, said: str) -> Finding:
    """The finding that a changed cell must give; `said` need only be part of its message."""
    return Finding(f"data/{name}.csv", row[SCHEMAS[name].primary_key], column, row[column], row.get("quote"), said)


def put(name: str, column: str, value: object, said: str, /, **wanted: object) -> Fault:
    """A fault: another value in one cell."""

    def fault(rows: dict[str, Rows]) -> Finding:
        row = first(rows[name], **wanted)
        row[column] = value(row) if callable(value) else value
        return cell(name, row, column, said)

    return fault


def shifted(rows: dict[str, Rows]) -> Finding:
    """A quote one character off: what the text has there is told as the value."""
    row = rows["dates"][0]
    row["start_char"] += 1
    row["end_char"] += 1
    there = TEXT[row["start_char"] : row["end_char"]]
    return Finding("data/dates.csv", row["date_id"], "quote", there, row["quote"], "is not the quote")


def misspelt(rows: dict[str, Rows]) -> Finding:
    """A sentence with a plain space for the no-break space of the text."""
    row = next(row for row in rows["sentences"] if "\xa0" in row["text"])
    row["text"], right = row["text"].replace("\xa0", " "), row["text"]
    return Finding("data/sentences.csv", row["sentence_id"], "text", right, row["text"], "is not the quote")


def overlapping(rows: dict[str, Rows]) -> Finding:
    """A mention inside another."""
    row = max(rows["mentions"], key=lambda row: row["end_char"] - row["start_char"])
    new = row | {"mention_id": row["mention_id"] + "-inner", "start_char": row["start_char"] + 1}
    new["quote"] = row["quote"][1:]
    rows["mentions"].append(new)
    rows["evidence"] += [
        one | {"evidence_id": one["evidence_id"] + "-inner", "row_id": new["mention_id"]}
        for one in rows["evidence"]
        if one["row_id"] == row["mention_id"]
    ]
    return cell("mentions", new, "start_char", "overlaps the mention")


def uncovered(rows: dict[str, Rows]) -> Finding:
    """A sentence that nothing refers to is gone: the gap is told at the sentence after it, with its words."""
    used = {row["sentence_id"] for name in ("mentions", "dates", "figures") for row in rows[name]}
    inside = sorted(rows["sentences"], key=lambda row: row["start_char"])
    number = next(n for n, row in enumerate(inside[:-1]) if row["sentence_id"] not in used)
    gone, after = inside[number], inside[number + 1]
    rows["sentences"].remove(gone)
    return Finding(
        "data/sentences.csv",
        after["sentence_id"],
        "start_char",
        after["start_char"],
        gone["text"],
        "lies in no sentence",
    )


def uncovered_end(rows: dict[str, Rows]) -> Finding:
    """The last sentence ends too early: the gap is told at the document."""
    last = max(rows["sentences"], key=lambda row: row["end_char"])
    last["end_char"] -= 1
    last["text"], lost = last["text"][:-1], last["text"][-1]
    return Finding("data/sentences.csv", PAGE.stem, "start_char", len(TEXT), lost, "lies in no sentence")


def covered_twice(rows: dict[str, Rows]) -> Finding:
    """Two sentences share characters."""
    one, two = sorted(rows["sentences"], key=lambda row: row["start_char"])[:2]
    one["end_char"] = two["end_char"]
    one["text"] = TEXT[one["start_char"] : one["end_char"]]
    return Finding(
        "data/sentences.csv", two["sentence_id"], "start_char", two["start_char"], two["text"], "two sentences"
    )


def repeated(rows: dict[str, Rows]) -> Finding:
    """An id that stands in two rows."""
    one, two = rows["entities"][:2]
    two["entity_id"] = one["entity_id"]
    return cell("entities", two, "entity_id", "unique")


def homonymous(rows: dict[str, Rows]) -> Finding:
    """An id that stands in two tables."""
    taken = rows["dates"][0]["date_id"]
    row = rows["evidence"][0]
    row["evidence_id"] = taken
    return Finding("data/evidence.csv", taken, "evidence_id", taken, None, "is an id in dates and evidence")


def unfounded(name: str, field: str) -> Fault:
    """A filled cell whose evidence is gone."""

    def fault(rows: dict[str, Rows]) -> Finding:
        key = SCHEMAS[name].primary_key
        row = next(row for row in rows[name] if row[field] not in (None, "exactly"))
        rows["evidence"] = [one for one in rows["evidence"] if (one["row_id"], one["field"]) != (row[key], field)]
        return cell(name, row, field, "no words in the text carry it")

    return fault


def misplaced(rows: dict[str, Rows]) -> Finding:
    """Evidence for a cell that is empty."""
    row = next(row for row in rows["figures"] if row["value_to"] is None)
    one = first(rows["evidence"], row_id=row["figure_id"], field="value")
    rows["evidence"].append(one | {"evidence_id": one["evidence_id"] + "-to", "field": "value_to"})
    return cell("evidence", rows["evidence"][-1], "field", "is empty in the row of figures")


def overstated(rows: dict[str, Rows]) -> Finding:
    """A cell that its row calls inferred and its evidence stated."""
    row = next(one for one in rows["evidence"] if one["basis"] == "inferred")
    row["basis"] = "stated"
    return cell("evidence", row, "basis", "should be inferred")


FAULTS: dict[str, Fault] = {
    "a word outside a closed list": put("mentions", "form", "nickname", "enum"),
    "a code that is no code": put("documents", "reporter", "Canada", "pattern"),
    "a number out of range": put("sentences", "paragraph", 0, "minimum 1"),
    "an empty cell that must be filled": put("entities", "name", None, "required"),
    "an id twice in a table": repeated,
    "an id in two tables": homonymous,
    "an entity that is not there": put("mentions", "entity_id", "atlantis", "foreign key"),
    "a sentence that is not there": put("figures", "sentence_id", "canada-peru-relations/none", "foreign key"),
    "a quote one character off": shifted,
    "another space than the text's": misspelt,
    "a span beyond the text": put("figures", "start_char", 10**6, "does not lie in the text"),
    "the wrong sentence": put("figures", "sentence_id", "", "does not lie in this sentence"),
    "a mention in a mention": overlapping,
    "words in no sentence": uncovered,
    "words after the last sentence": uncovered_end,
    "words in two sentences": covered_twice,
    "a year that starts late": put(
        "dates", "date_from", lambda r: r["date_from"].replace(month=2), "should be", precision="year"
    ),
    "a day that ends late": put(
        "dates", "date_to", lambda r: r["date_to"].replace(year=2099), "should be", precision="month"
    ),
    "an open end that is closed": put(
        "dates", "date_to", lambda r: r["date_from"].replace(2012), "should be empty", date="1968/.."
    ),
    "an interval that runs back": put(
        "figures", "date_to", lambda r: r["date_from"].replace(1900), "lies before", date_to=...
    ),
    "days without a date": put("figures", "date_from", lambda r: first_day(), "though date is empty", date=None),
    "a day that no calendar has": put("dates", "date", "2012-02-30", "not a date of the calendar"),
    "a value that the quote does not give": put("figures", "value", 4.2, "the quote gives 4200000000", value=4.2e9),
    "an end of a range that the quote does not give": put("figures", "value_to", 9e9, "the quote gives", value_to=None),
    "a mention without evidence": unfounded("mentions", "entity_id"),
    "a date without evidence": unfounded("dates", "date"),
    **{
        f"a figure's {field} without evidence": unfounded("figures", field)
        for field in ("value", "unit", "measure", "subject", "comparator", "reporter", "partner", "scope", "date")
    },
    "evidence for a row that is not there": put("evidence", "row_id", "canada-peru-relations/none", "is no row of"),
    "evidence for another table's column": put("evidence", "field", "unit", "is no column of dates", resource="dates"),
    "evidence for an empty cell": misplaced,
    "evidence that claims too much": overstated,
    "evidence that claims too little": put("evidence", "basis", "inferred", "is inferred, but", basis="stated"),
    "a conclusion without a rule": put("evidence", "rule", None, "name the rule", basis="inferred"),
    "an inferred cell that is empty": put("dates", "inferred", "date_to", "which is empty", date="1968/.."),
    "a text that is not there": put("documents", "path", "raw/none.txt", "no such file"),
    "a path that leads out": put("documents", "path", "raw/../../x.txt", "is not a file in raw/"),
    "another text's hash": put("documents", "sha256", "0" * 64, "not the text that was read"),
    "another text's length": put("documents", "characters", 7, "not the text that was read"),
}


def first_day() -> Any:
    """Some day."""
    return days("2012")[0]


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_planted_fault_is_found_with_its_cell(package: Path, fault: Fault) -> None:
    """Does a finding name table, row, column, value and quote, and what to do?"""
    expected = rewrite(package, fault if fault is not FAULTS["the wrong sentence"] else elsewhere)
    found = checks.check(package).findings
    alike = [
        f
        for f in found
        if (f.row, f.column, f.value, f.quote) == (expected.row, expected.column, expected.value, expected.quote)
        and (f.file == expected.file or expected.column == "path")
    ]
    assert any(expected.message in f.message for f in alike), [str(f) for f in found[:5]]
    assert all(str(f).isprintable() and ";" in f.message for f in found)


def elsewhere(rows: dict[str, Rows]) -> Finding:
    """A figure that names another sentence than its own."""
    row = rows["figures"][0]
    row["sentence_id"] = next(s["sentence_id"] for s in rows["sentences"] if s["sentence_id"] != row["sentence_id"])
    return cell("figures", row, "sentence_id", "does not lie in this sentence")


def test_a_package_without_fault_has_no_finding(built: Path, package: Path) -> None:
    """Is the harness itself innocent: are rows written anew, unchanged, still good?"""
    assert not checks.check(built).findings
    rewrite(package, lambda rows: Finding(""))
    assert not checks.check(package).findings


def test_a_header_without_rows_is_told_and_is_no_fault(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Is a page without figures a good page, and is the user told?"""
    from pipeline.cli import main

    def without_figures(rows: dict[str, Rows]) -> Finding:
        rows["figures"].clear()
        for name in ("evidence", "caveats"):
            rows[name] = [row for row in rows[name] if row["resource"] != "figures"]
        for row in rows["coverage"]:
            if row["used_resource"] == "figures":
                row |= {"status": "left_out", "used_resource": None, "used_row_id": None, "reason": "vague_quantity"}
        return Finding("")

    rewrite(package, without_figures)
    assert main(["check", str(package)]) == 0
    assert "note: data/figures.csv has only its header" in capsys.readouterr().err


def spoil(package: Path, name: str, old: bytes, new: bytes) -> None:
    """Replace bytes in a file."""
    data = (package / name).read_bytes()
    assert old in data
    (package / name).write_bytes(data.replace(old, new, 1))


FILES: dict[str, tuple[Callable[[Path], object], str]] = {
    "a table is gone": (lambda p: (p / "data/dates.csv").unlink(), "data/dates.csv: no such file"),
    "a Parquet file is gone": (lambda p: (p / "data/dates.parquet").unlink(), "data/dates.parquet: is not readable"),
    "a Parquet file is no Parquet": (
        lambda p: (p / "data/dates.parquet").write_bytes(b"x"),
        "data/dates.parquet: is not",
    ),
    "the text is gone": (lambda p: (p / "raw" / PAGE.name).unlink(), f"raw/{PAGE.name}"),
    "the text has changed": (lambda p: spoil(p, f"raw/{PAGE.name}", b"warm", b"cold"), "column sha256"),
    "the text is no text": (lambda p: spoil(p, f"raw/{PAGE.name}", b"warm", b"\xff\xff\xff\xff"), "can't decode byte"),
    "a table is not UTF-8": (
        lambda p: spoil(p, "data/sentences.csv", b"Canada", b"\xff"),
        "data/sentences.csv: is not",
    ),
    "a byte of a table": (
        lambda p: spoil(p, "data/mentions.csv", b"name\n", b"alias\n"),
        "data/mentions.csv, column bytes",
    ),
    "CSV is not Parquet": (
        lambda p: spoil(p, "data/mentions.csv", b"name\n", b"alias\n"),
        "is 'name' in data/mentions.parq",
    ),
    "an unlisted file": (lambda p: (p / "data/x.csv").write_text("a"), "data/x.csv: is not listed"),
    "a column of another name": (
        lambda p: spoil(p, "data/dates.csv", b"precision", b"accuracy"),
        "lacks the columns prec",
    ),
    "another schema": (
        lambda p: spoil(p, "schemas/mentions.json", b'"demonym"', b'"nickname"'),
        "schemas/mentions.json",
    ),
}


@pytest.mark.parametrize(("harm", "said"), FILES.values(), ids=FILES)
def test_a_spoiled_file_is_found(package: Path, harm: Callable[[Path], object], said: str) -> None:
    """Is a file that is gone, changed, new or not what it says a finding, never a traceback?"""
    harm(package)
    try:
        found = [str(finding) for finding in checks.check(package).findings]
    except Unusable as error:
        found = [str(error)]
    assert any(said in line for line in found), found[:5]


def at(path: str, value: object) -> Callable[[dict[str, Any]], object]:
    """A fault in a descriptor: another value for one key of its first resource, or of itself."""
    key = path.removeprefix("resource.")

    def fault(listed: dict[str, Any]) -> None:
        (listed["resources"][0] if key != path else listed)[key] = value

    return fault


DESCRIPTORS: dict[str, tuple[Callable[[dict[str, Any]], object], str]] = {
    "an unknown hash": (at("resource.hash", "sha256:" + "0" * 64), "data/documents.csv, column hash"),
    "a size that is no number": (at("resource.bytes", "many"), "breaks the Data Package v2 profile"),
    "a path that leads out": (at("resource.path", "../x.csv"), "breaks the Data Package v2 profile"),
    "a schema of another table": (at("resource.schema", "schemas/dates.json"), "data/documents.csv, column schema"),
    "another delimiter": (at("resource.dialect", {"delimiter": ";"}), "data/documents.csv, column dialect"),
    "another title": (at("title", "Mine"), "column title"),
    "another name": (at("name", "mine"), "column name"),
    "a licence without name and path": (at("licenses", [{"title": "x"}]), "profile"),
    "a key nobody knows": (at("mine", 1), "column mine"),
    "a resource too few": (lambda d: d["resources"].pop(), f"raw/{PAGE.name}: is not listed"),
    "a resource too many": (
        lambda d: d["resources"].append({"name": "x", "path": "data/x.csv"}),
        "is no part of the package",
    ),
    "resources in another order": (lambda d: d["resources"].reverse(), "in another order"),
    "a resource twice": (lambda d: d["resources"].append(d["resources"][0]), "listed twice"),
}


@pytest.mark.parametrize(("harm", "said"), DESCRIPTORS.values(), ids=DESCRIPTORS)
def test_a_descriptor_that_drifts_is_found(package: Path, harm: Callable[[dict[str, Any]], object], said: str) -> None:
    """Is a descriptor that says anything else than the files and package.toml a finding?"""
    listed = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    harm(listed)
    descriptor.write(listed, package)
    found = [str(finding) for finding in checks.check(package).findings]
    assert any(said in line for line in found), found


def test_the_schemas_keep_the_official_profile() -> None:
    """Is each schema a Table Schema v2, by the profile kept here?"""
    for table in SCHEMAS.values():
        assert descriptor.against_profile(table.schema, "tableschema") == []
    assert descriptor.against_profile({"fields": [{"name": 1}]}, "tableschema")


def test_a_fall_is_reread_without_its_sign(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Is a negative growth the number in its quote, and a negative level not?"""
    monkeypatch.setattr(reading, "reread", lambda quote: [4.2e9])

    def fall(rows: dict[str, Rows]) -> Finding:
        for row in rows["figures"]:
            row["value"], row["statistic"] = -4.2e9, "growth"
        return cell("figures", rows["figures"][0], "value", "")

    rewrite(package, fall)
    assert not [f for f in checks.check(package).findings if f.column == "value"]


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("2011", "2011-01-01", "2011-12-31"),
        ("2012-02", "2012-02-01", "2012-02-29"),
        ("2012-06-19", "2012-06-19", "2012-06-19"),
        ("2012-06-18/2012-06-24", "2012-06-18", "2012-06-24"),
        ("1968/..", "1968-01-01", "None"),
        ("../2012-07", "None", "2012-07-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("2013/2014", "2013-01-01", "2014-12-31"),
        ("2012-22", "2011-12-01", "2013-02-28"),
    ],
)
def test_the_days_of_a_date(written: str, start: str, end: str) -> None:
    """Which days does a date in EDTF cover?"""
    assert tuple(map(str, days(written))) == (start, end)


@pytest.mark.parametrize(
    "written", ["2011-02-29", "2011-13", "2011-00", "../..", "2012/2011", "11", "2011-2", "May 2011", "0000", ""]
)
def test_what_is_no_date(written: str) -> None:
    """Is what no calendar has refused?"""
    with pytest.raises(ValueError):
        days(written)


def test_a_package_of_many_pages_is_checked_alike(tmp_path: Path) -> None:
    """Do pages with the same words keep apart, and does one entity stay one?"""
    from pipeline.cli import main

    (tmp_path / "raw").mkdir()
    for number in range(5):
        shutil.copy(PAGE, tmp_path / "raw" / f"page-{number}.txt")
    assert main(["build", "--raw", str(tmp_path / "raw"), "--out", str(tmp_path / "out")]) == 0
    report = checks.check(tmp_path / "out")
    assert not report.findings and report.rows["documents"] == 5


@pytest.mark.parametrize(
    ("written", "precision", "fits"), [("2012-06-21/2012-06-23", "day", False), ("2012-22", "season", True)]
)
def test_days_are_no_seasons(written: str, precision: str, fits: bool) -> None:
    """Must the days 21 to 24 of a month be those of the row, while a season may lie otherwise by its hemisphere?"""
    first, last = days(written)
    assert first is not None
    assert (_wrong(written, first.replace(day=first.day + 1), last, precision, "") is None) == fits
