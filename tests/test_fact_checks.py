"""Is every fault that facts, coverage and caveats can have found, and told at its cell?"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipeline import checks
from pipeline.checks.evidence import NEEDED
from pipeline.cli import main
from pipeline.errors import Finding
from tests.conftest import PAGE
from tests.test_checks import SCHEMAS, TEXT, Rows, cell, rewrite

DOCUMENT = PAGE.stem
GOODS, FLOWERS, ROSES = "goods", f"{DOCUMENT}/exports-flowers", f"{DOCUMENT}/exports-roses"
VISIT, GUEST = f"{DOCUMENT}/visit-planted", f"{DOCUMENT}/visit-planted-guest"
# Rows that this page does not give, so that they meet none that it does; their words are some words of the page.
PLANTED: dict[str, list[dict[str, Any]]] = {
    "goods": [
        {"good_id": FLOWERS, "name": "flowers", "flow": "exports", "reporter": "PER", "partner": "CAN", "date": "2011"},
        {"good_id": ROSES, "name": "roses", "flow": "exports", "reporter": "PER", "partner": "CAN", "date": "2011",
         "detail_of": FLOWERS, "emphasis": "mainly"},
    ],
    "sectors": [
        {"sector_id": f"{DOCUMENT}/sector-gardening", "name": "gardening", "role": "cooperation"},
        {"sector_id": f"{DOCUMENT}/sector-greenhouses", "name": "greenhouses", "role": "cooperation",
         "detail_of": f"{DOCUMENT}/sector-gardening"},
    ],
    "events": [
        {"event_id": VISIT, "kind": "visit", "title": "Visit by a bloc", "status": "occurred", "place": "peru",
         "date": "2011", "date_from": date(2011, 1, 1), "date_to": date(2011, 12, 31)},
        {"event_id": f"{DOCUMENT}/plan", "kind": "announcement", "title": "A plan", "status": "occurred"},
        {"event_id": f"{DOCUMENT}/other-plan", "kind": "announcement", "title": "Another plan", "status": "occurred"},
    ],
    "participants": [
        {"participant_id": GUEST, "event_id": VISIT, "participant": "APEC", "role": "visitor", "entity_id": "apec"},
        {"participant_id": f"{DOCUMENT}/visit-planted-hosts", "event_id": VISIT, "participant": "gardeners",
         "role": "host"},
    ],
    "offices": [
        {"office_id": f"{DOCUMENT}/gardener", "person": "apec", "title": "Gardener", "body": "peru", "date": "2011"},
    ],
    "memberships": [
        {"membership_id": f"{DOCUMENT}/host-2001", "member": "peru", "body": "canada", "role": "host", "date": "2001"},
        {"membership_id": f"{DOCUMENT}/host-2010", "member": "peru", "body": "canada", "role": "host", "date": "2010"},
    ],
    "caveats": [
        {"caveat_id": f"{DOCUMENT}/caveat-flowers", "kind": "hedged", "resource": "goods", "row_id": FLOWERS,
         "message": "Not sure"},
        {"caveat_id": f"{DOCUMENT}/caveat-page", "kind": "missing_metadata", "resource": "documents",
         "message": "Nothing known"},
    ],
}  # fmt: skip
WORDS = "warm and growing"  # what the planted rows claim to rest on
USED, LEFT, OPEN = "candidate-used", "candidate-left", "candidate-open"


def plant(rows: dict[str, Rows]) -> None:
    """Add the planted rows with their evidence."""
    for name, planted in PLANTED.items():
        for cells in planted:
            add(rows, name, cells)
    for number, (name, cells) in enumerate(
        {
            USED: {"status": "used", "used_resource": "goods", "used_row_id": FLOWERS},
            LEFT: {"status": "left_out", "reason": "generic"},
        }.items()
    ):
        add(rows, "coverage", {"candidate_id": f"{DOCUMENT}/{name}", "kind": "name", **cells})
        rows["coverage"][-1]["end_char"] -= number + 1
        rows["coverage"][-1]["quote"] = WORDS[: -number - 1]


def add(rows: dict[str, Rows], name: str, cells: dict[str, Any]) -> dict[str, Any]:
    """Add one row that rests on some words of the page, and the evidence that its filled cells need."""
    table, start = SCHEMAS[name], TEXT.index(WORDS)
    place = {"document_id": DOCUMENT, "start_char": start, "end_char": start + len(WORDS), "quote": WORDS}
    if "sentence_id" in table.columns:
        home = next(s for s in rows["sentences"] if s["start_char"] <= start < s["end_char"])
        place["sentence_id"] = home["sentence_id"]
    row = dict.fromkeys(table.columns) | place | cells
    rows[name].append(row)
    key = row[table.primary_key]
    for field, needless in NEEDED.get(name, {}).items():
        if row[field] not in (None, needless):
            about = {"evidence_id": f"{key}-evidence-{field}", "resource": name, "field": field, "row_id": key}
            words = {column: place[column] for column in ("document_id", "start_char", "end_char", "quote")}
            rows["evidence"].append(dict.fromkeys(SCHEMAS["evidence"].columns) | about | words | {"basis": "stated"})
    return row


Fault = Callable[[dict[str, Rows]], Finding]


def planted(rows: dict[str, Rows], name: str, number: int) -> dict[str, Any]:
    """The planted row of a table with this number."""
    key = SCHEMAS[name].primary_key
    wanted = PLANTED[name][number][key] if name in PLANTED else f"{DOCUMENT}/{(USED, LEFT)[number]}"
    return next(row for row in rows[name] if row[key] == wanted)


def put(name: str, number: int, column: str, said: str, /, **cells: Any) -> Fault:
    """A fault: other values in one planted row, told at `column`."""

    def fault(rows: dict[str, Rows]) -> Finding:
        row = planted(rows, name, number)
        row.update(cells)
        return cell(name, row, column, said)

    return fault


def again(name: str, number: int, /, **cells: Any) -> Fault:
    """A fault: a planted row once more under another id, with the cells that make no difference changed."""

    def fault(rows: dict[str, Rows]) -> Finding:
        key = SCHEMAS[name].primary_key
        row = planted(rows, name, number)
        twin = add(rows, name, {c: row[c] for c in SCHEMAS[name].columns} | cells | {key: f"{row[key]}-again"})
        if name == "events":
            for guest in [guest for guest in rows["participants"] if guest["event_id"] == row["event_id"]]:
                of_twin = {"participant_id": f"{guest['participant_id']}-again", "event_id": twin["event_id"]}
                add(rows, "participants", guest | of_twin)
        return cell(name, twin, key, "says the same as")

    return fault


def unfounded(name: str, field: str) -> Fault:
    """A fault: a filled cell of a planted row has lost its evidence."""

    def fault(rows: dict[str, Rows]) -> Finding:
        key = SCHEMAS[name].primary_key
        mine = {cells[key] for cells in PLANTED[name]}
        row = next(row for row in rows[name] if row[key] in mine and row[field] not in (None, NEEDED[name][field]))
        rows["evidence"] = [one for one in rows["evidence"] if (one["row_id"], one["field"]) != (row[key], field)]
        return cell(name, row, field, "no words in the text carry it")

    return fault


def untold(rows: dict[str, Rows]) -> Finding:
    """A fault: a candidate is struck from the table."""
    row = next(row for row in rows["coverage"] if row["quote"] == "three")
    rows["coverage"].remove(row)
    return Finding("data/coverage.csv", DOCUMENT, "start_char", row["start_char"], row["quote"], "has no candidate for")


DETAIL, LATER = "is a detail of", {"date": "2013", "date_from": date(2013, 1, 1), "date_to": date(2013, 12, 31)}
FAULTS: dict[str, Fault] = {
    "a detail of the other flow": put("goods", 1, "flow", DETAIL, flow="imports"),
    "a detail of another country's trade": put("goods", 1, "reporter", DETAIL, reporter="CAN"),
    "a detail of another year": put("goods", 1, "date", DETAIL, date="2010"),
    "a detail in another document": put("goods", 1, "document_id", DETAIL, document_id="elsewhere"),
    "a detail of a sector of another role": put("sectors", 1, "role", DETAIL, role="interest"),
    "a detail of what is not there": put("goods", 1, "detail_of", "foreign key", detail_of=f"{DOCUMENT}/none"),
    "a detail of itself": put("goods", 1, "detail_of", "a detail of itself", detail_of=ROSES),
    "a detail of its detail": put("goods", 0, "detail_of", "a detail of itself", detail_of=ROSES),
    "a participant of another document": put(
        "participants", 0, "document_id", "is not the document of", document_id="elsewhere"
    ),
    "an event later than the page": put("events", 0, "date", "lies after 2012-08-31", **LATER),
    "a good told twice": again("goods", 1, name="Roses", emphasis="notably"),
    "a sector told twice": again("sectors", 0, isic="A"),
    "an event told twice in other words": again("events", 0, title="Trip of a bloc"),
    "an event without a date told twice": again("events", 1),
    "a participant told twice": again("participants", 0, participant="the bloc"),
    "a group without a name told twice": again("participants", 1),
    "an office told twice": again("offices", 0, title="gardener", date="2012"),
    "a membership told twice": again("memberships", 1),
    "a membership told again without its date": again("memberships", 1, date=None),
    "a plan without words": put("events", 0, "status", "no words in the text carry it", status="planned"),
    **{
        f"{name}: {field} without evidence": unfounded(name, field)
        for name, cells in PLANTED.items()
        for field in NEEDED.get(name, {})
        if field != "status"
    },
    "a candidate used by nothing": put("coverage", 0, "used_row_id", "is empty though", used_row_id=None),
    "a candidate used by some table": put("coverage", 0, "used_resource", "is empty though", used_resource=None),
    "a candidate used and left out": put("coverage", 0, "reason", "is filled though", reason="generic"),
    "a candidate left out for no reason": put("coverage", 1, "reason", "is empty though", reason=None),
    "a candidate used by a row that is not there": put(
        "coverage", 0, "used_row_id", "is no row of goods", used_row_id=f"{DOCUMENT}/none"
    ),
    "a candidate used by a row of another table": put(
        "coverage", 0, "used_row_id", "is no row of figures", used_resource="figures"
    ),
    "a candidate used by a row of other words": put(
        "coverage", 0, "used_row_id", "none of its evidence touches", start_char=0, end_char=10, quote=TEXT[:10]
    ),
    "a candidate that nobody accounts for": put(
        "coverage", 1, "status", "in a text marked complete", status="unaccounted", reason=None
    ),
    "a candidate of a row of another document": put(
        "coverage", 0, "used_row_id", "a row of another document", document_id="elsewhere"
    ),
    "a candidate that is not told": untold,
    "a caveat on a row that is not there": put(
        "caveats", 0, "row_id", "is no row of goods", row_id=f"{DOCUMENT}/none"
    ),
    "a caveat on no row": put("caveats", 0, "row_id", "only where resource is documents", row_id=None),
    "a caveat on a row of another document": put(
        "caveats", 0, "row_id", "a row of another document", document_id="elsewhere"
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_planted_fault_is_found_with_its_cell(package: Path, fault: Fault) -> None:
    """Does a finding name table, row, column, value and quote, and what to do?"""

    def change(rows: dict[str, Rows]) -> Finding:
        plant(rows)
        return fault(rows)

    expected = rewrite(package, change)
    found = checks.check(package).findings
    wanted = (expected.file, expected.row, expected.column, expected.value, expected.quote)
    alike = [f for f in found if (f.file, f.row, f.column, f.value, f.quote) == wanted]
    assert any(expected.message in f.message for f in alike), [str(f) for f in found[:5]]
    assert all(str(f).isprintable() and ";" in f.message for f in found)


def good(rows: dict[str, Rows]) -> Finding:
    """Planted rows, none of which is a fault."""
    plant(rows)
    add(
        rows, "events", {"event_id": f"{DOCUMENT}/next", "kind": "visit", "title": "Next", "status": "planned", **LATER}
    )
    add(rows, "caveats", {"caveat_id": f"{DOCUMENT}/caveat-peru", "kind": "anachronism", "resource": "entities",
                          "row_id": "peru", "message": "Older"})  # fmt: skip
    return Finding("")


def test_what_is_no_fault(package: Path) -> None:
    """Are the planted rows themselves good, and a plan for the future, two years of one role and two plans?"""
    rewrite(package, good)
    report = checks.check(package)
    assert [str(f) for f in report.findings] == [] and report.notes == ()


def incomplete(package: Path) -> None:
    """Say that the page is not the whole of it, in a package that leaves a candidate unaccounted."""
    facts = package / "raw" / "sources.toml"
    facts.write_text(facts.read_text(encoding="utf-8").replace("complete = true", "complete = false"), "utf-8")

    def change(rows: dict[str, Rows]) -> Finding:
        plant(rows)
        planted(rows, "coverage", 1).update(status="unaccounted", reason=None)
        return Finding("")

    rewrite(package, change)


def test_what_a_part_of_a_page_leaves_open_is_counted(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Is a candidate without account in a text that is not marked complete told in one line, and no fault?"""
    incomplete(package)
    assert main(["check", str(package)]) == 0
    said = capsys.readouterr().err.splitlines()
    assert sum("data/coverage.csv" in line and "1 unaccounted in 1 of 1 documents" in line for line in said) == 1


FACTS: dict[str, tuple[Callable[[Path], object], str]] = {
    "gone": (Path.unlink, "is no part of the package"),
    "changed": (lambda file: file.write_text("[canada-peru-relations]\n"), "column hash"),
    "no TOML": (lambda file: file.write_text("complete"), "build the package again"),
}


@pytest.mark.parametrize(("harm", "said"), FACTS.values(), ids=FACTS)
def test_nobody_takes_back_that_a_page_is_whole(package: Path, harm: Callable[[Path], object], said: str) -> None:
    """Is it a finding if sources.toml, which marks whole pages, is not the one that the package was built with?"""
    harm(package / "raw" / "sources.toml")
    found = [str(f) for f in checks.check(package).findings]
    assert any(line.startswith("raw/sources.toml") and said in line for line in found), found


def test_what_is_known_of_the_texts_travels_with_them(raw: Path, tmp_path: Path) -> None:
    """Does a package of other texts carry their sources.toml, and lose it with the next build that has none?"""
    out, facts = tmp_path / "out", b"[good]\ncomplete = false # only a part\n"
    (raw / "sources.toml").write_bytes(facts)
    assert main(["build", "--raw", str(raw), "--out", str(out)]) == 0
    assert (out / "raw" / "sources.toml").read_bytes() == facts
    (raw / "sources.toml").unlink()
    assert main(["build", "--raw", str(raw), "--out", str(out)]) == 0
    assert not (out / "raw" / "sources.toml").exists()
    assert main(["check", str(out)]) == 0
