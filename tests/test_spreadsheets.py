"""Is what a spreadsheet could take for a formula kept out where we choose the words, and told where the source does?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.checks import check
from pipeline.cli import main
from pipeline.tableschema import Table, tables
from tests.test_licences import words_of_the_source

STRINGS = [
    pytest.param(table, field["name"], id=f"{table.name}.{field['name']}")
    for table in tables().values()
    for field in table.fields
    # A message and a text's rights are sentences that people write: like the source's words, they are looked at.
    if field["type"] == "string" and field["name"] not in words_of_the_source() | {"message", "rights"}
]


@pytest.mark.parametrize(("table", "column"), STRINGS)
def test_our_own_words_are_guarded(table: Table, column: str) -> None:
    """Can no cell of a column that is ours begin like a formula, by its pattern or its closed list?"""
    constraints = table.field(column)["constraints"]
    for start in "=+-@\t\r":
        good = [value for value in constraints.get("enum", ()) if value.startswith(start)]
        if "pattern" in constraints:
            tails = ("1", "a", "A1", "2012", "x/y", "CAN", "cmd|' /C calc'!A0")
            good += [start + tail for tail in tails if re.fullmatch(constraints["pattern"], start + tail)]
        assert ("enum" in constraints or "pattern" in constraints) and not good


def _built(folder: Path, text: str) -> Path:
    (folder / "raw").mkdir()
    (folder / "raw" / "brief.txt").write_bytes(text.encode("utf-8"))
    assert main(["build", "--raw", str(folder / "raw"), "--out", str(folder / "package")]) == 0
    return folder / "package"


def test_a_bullet_is_told_and_kept(tmp_path: Path) -> None:
    """Does a line of the source that begins with a hyphen stay as it is, a note naming table, column and row?"""
    package = _built(
        tmp_path,
        "Canada-Ghana Relations\n\nCanada has three priorities in Ghana.\n\n- trade with Ghana;\n- health;\n\n=1+1\n",
    )
    assert "- trade with Ghana" in (package / "data" / "sentences.csv").read_text(encoding="utf-8")
    report = check(package)
    assert report.findings == []
    (note,) = (note for note in report.notes if note.startswith("data/sentences.csv, column text has "))
    assert "may take for a formula, as in row brief/" in note


def test_harmless_words_are_not_told(tmp_path: Path, built: Path) -> None:
    """Is nothing said of words with such characters elsewhere, of negative numbers, or of this project's own page?"""
    package = _built(tmp_path, "Canada-Ghana Relations\n\nCanadian exports to Ghana fell by 4.5% in 2014 (=1+1).\n")
    assert not any("formula" in note for folder in (package, built) for note in check(folder).notes)
    assert ",-4.5," in (package / "data" / "figures.csv").read_text(encoding="utf-8")
