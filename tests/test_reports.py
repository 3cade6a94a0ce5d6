"""Can other people's tools read what the checks found?"""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from pipeline.checks.package import Report
from pipeline.cli import main
from pipeline.errors import Finding
from pipeline.reports import as_json, as_junit

Captured = pytest.CaptureFixture[str]


def _spoilt(package: Path) -> Path:
    file = package / "data" / "figures.csv"
    file.write_bytes(file.read_bytes().replace(b",CAD,", b",cad,", 1))
    return package


def test_a_good_package_as_json(built: Path, capsys: Captured) -> None:
    """Is stdout one JSON object and nothing else, with the rows of each table, and the code 0?"""
    capsys.readouterr()
    assert main(["check", str(built), "--format", "json"]) == 0
    said = capsys.readouterr()
    told = json.loads(said.out)
    assert (told["valid"], told["findings"], told["rows"]["documents"], said.err) == (True, [], 1, "")


def test_findings_as_json(package: Path, capsys: Captured) -> None:
    """Are file, row, column, value and message of a finding apart, and the code 1?"""
    capsys.readouterr()
    assert main(["check", str(_spoilt(package)), "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["valid"] is False
    wrong = [f for f in told["findings"] if (f["file"], f["column"], f["value"]) == ("data/figures.csv", "unit", "cad")]
    assert {f["row"] for f in wrong} == {"canada-peru-relations/exports-2011"}
    assert any("data/figures.parquet" in f["message"] for f in wrong)


def test_findings_as_junit(package: Path, capsys: Captured) -> None:
    """Is every table a test case, and the broken one a failure that tells each finding?"""
    capsys.readouterr()
    assert main(["check", str(_spoilt(package)), "--format", "junit"]) == 1
    suites = ET.fromstring(capsys.readouterr().out)
    cases = {case.get("name"): case.find("failure") for case in suites.iter("testcase")}
    assert int(suites.get("tests", "")) == len(cases) > int(suites.get("failures", "")) > 0
    failure = cases["data/figures.csv"]
    assert failure is not None and 'value "cad"' in (failure.text or "")
    assert cases["data/events.csv"] is None


def test_odd_characters_make_good_xml_and_json() -> None:
    """Do control characters, markup and numbers of any kind get through, and is what is no fault told as well?"""
    finding = Finding("a<b>.csv", "r\x00", "c", float("nan"), "\x1b]]>&", "broken\x0b")
    report = Report([finding], {"events": 0}, ("a note\x00",))
    suites = ET.fromstring(as_junit(report))
    assert [case.get("name") for case in suites.iter("testcase")] == ["data/events.csv", "a<b>.csv"]
    assert "has only its header" in (suites.findtext(".//system-out") or "")
    (found,) = json.loads(as_json(report), parse_constant=pytest.fail)["findings"]
    assert (found["file"], found["value"], found["quote"]) == ("a<b>.csv", "nan", "\x1b]]>&")


def test_a_format_that_is_not_there(built: Path, capsys: Captured) -> None:
    """Is it one line with the formats that there are, and code 2?"""
    assert main(["check", str(built), "--format", "xml"]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "'text', 'json', 'junit'" in line


def test_no_package_stays_one_line_in_every_format(tmp_path: Path, capsys: Captured) -> None:
    """Is stdout left empty where there is nothing to report on?"""
    for form in ("json", "junit"):
        assert main(["check", str(tmp_path), "--format", form]) == 2
        said = capsys.readouterr()
        assert (said.out, len(said.err.splitlines())) == ("", 1)
