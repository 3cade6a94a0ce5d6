"""Does `diff` tell what changed between two packages, and nothing else?"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from pipeline.cli import main
from pipeline.difference import _code
from tests.conftest import make

Captured = pytest.CaptureFixture[str]
EXPORTS = "canada-peru-relations/exports-2011"


def _rewrite(package: Path, name: str, old: str, new: str) -> None:
    path = package / name
    text = path.read_bytes().decode("utf-8")
    assert old in text
    path.write_bytes(text.replace(old, new).encode("utf-8"))


def _drop(package: Path, table: str, start: str) -> None:
    path = package / "data" / f"{table}.csv"
    lines = path.read_bytes().decode("utf-8").splitlines(keepends=True)
    path.write_bytes("".join(line for line in lines if not line.startswith(start)).encode("utf-8"))


def _diff(capsys: Captured, *arguments: object) -> str:
    capsys.readouterr()
    assert main(["diff", *map(str, arguments)]) == 0
    return capsys.readouterr().out


def _json(capsys: Captured, *arguments: object) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(_diff(capsys, *arguments, "--format", "json"))
    return told


def test_the_same_is_no_difference(built: Path, capsys: Captured) -> None:
    """Is a package the same as itself, in words, as JSON and by --exit-code?"""
    assert "No row, column or table differs." in _diff(capsys, built, built)
    assert _json(capsys, built, built)["tables"] == {}
    assert main(["diff", str(built), str(built), "--exit-code"]) == 0


def test_a_changed_cell(built: Path, package: Path, capsys: Captured) -> None:
    """Is a cell told by row, column, old and new value, emptied cells included, and the other way round too?"""
    _rewrite(package, "data/figures.csv", ",522000000,,CAD,", ",523000000,,,")
    changed = {EXPORTS: {"value": ["522000000", "523000000"], "unit": ["CAD", None]}}
    assert _json(capsys, built, package)["tables"] == {
        "figures": {
            "rows": [11, 11],
            "columns_added": [],
            "columns_removed": [],
            "added": [],
            "removed": [],
            "changed": changed,
        }
    }
    assert _json(capsys, package, built)["tables"]["figures"]["changed"][EXPORTS]["unit"] == [None, "CAD"]
    told = _diff(capsys, built, package)
    assert "Rows: 0 added, 0 removed, 1 changed, in 1 of 15 tables." in told.splitlines()
    assert f"- `{EXPORTS}`: value `522000000` → `523000000`; unit `CAD` → empty" in told.splitlines()


def test_rows_that_come_and_go(built: Path, package: Path, capsys: Captured) -> None:
    """Is each row on one side alone told, three as a sample in words and all of them in JSON?"""
    _drop(package, "events", "canada-peru-relations/a")
    gone = _json(capsys, built, package)["tables"]["events"]
    assert len(gone["removed"]) > 3 and not gone["added"] and not gone["changed"]
    assert all(row.startswith("canada-peru-relations/a") for row in gone["removed"])
    assert _json(capsys, package, built)["tables"]["events"]["added"] == gone["removed"]
    told = _diff(capsys, built, package).partition("\nRemoved\n")[2].strip().splitlines()
    assert len(told) == 4 and told[-1] == f"- and {len(gone['removed']) - 3} more"


def test_the_order_of_rows_is_no_difference(built: Path, package: Path, capsys: Captured) -> None:
    """Are rows compared by their keys, wherever they stand?"""
    path = package / "data" / "figures.csv"
    head, *rows = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(head + b"".join(reversed(rows)))
    assert _json(capsys, built, package)["tables"] == {}


def test_columns_and_tables_that_come_and_go(built: Path, package: Path, capsys: Captured) -> None:
    """Is a changed schema told as such, the rows compared by the columns that both have?"""
    for name in ("schemas/goods.json", "data/goods.csv"):
        _rewrite(package, name, "hs_code", "hs")
    listed = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    listed["resources"] = [resource for resource in listed["resources"] if resource["name"] != "caveats"]
    listed["version"] = "2.0.0"
    (package / "datapackage.json").write_text(json.dumps(listed))
    told = _json(capsys, built, package)
    assert (told["new"], told["tables_removed"], told["tables_added"]) == (
        "canada-peru-relations 2.0.0",
        ["caveats"],
        [],
    )
    assert len(told["tables"]["caveats"]["removed"]) == 33
    goods = told["tables"]["goods"]
    assert (goods["columns_added"], goods["columns_removed"], goods["changed"]) == (["hs"], ["hs_code"], {})
    words = _diff(capsys, built, package)
    assert "Tables removed: caveats." in words and "Columns added: `hs`." in words
    assert _json(capsys, package, built)["tables_added"] == ["caveats"]


def test_a_zip_against_a_folder(built: Path, package: Path, tmp_path: Path, capsys: Captured) -> None:
    """Does it not matter whether a package is a folder or a zip?"""
    archive = shutil.make_archive(str(tmp_path / "old"), "zip", built)
    assert _json(capsys, archive, package)["tables"] == {}


def test_exit_code_on_request(built: Path, package: Path, capsys: Captured) -> None:
    """Are differences code 1 only where they are asked to be, as with git diff?"""
    _rewrite(package, "data/figures.csv", ",522000000,", ",523000000,")
    assert main(["diff", str(built), str(package)]) == 0
    assert main(["diff", str(built), str(package), "--exit-code"]) == 1


def test_an_id_that_stands_twice_is_one_line(built: Path, package: Path, capsys: Captured) -> None:
    """Is a table whose rows cannot be told apart refused with the id, code 2?"""
    _rewrite(package, "data/figures.csv", "canada-peru-relations/count-goals,", f"{EXPORTS},")
    assert main(["diff", str(built), str(package)]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert f'figures: the id "{EXPORTS}" stands there twice' in line


@pytest.mark.parametrize(
    "arguments", [[], ["x"], ["x", "y", "z"], ["/nowhere", "/nowhere"], [".", ".", "--format", "x"]]
)
def test_bad_arguments_are_one_line(capsys: Captured, arguments: list[str]) -> None:
    """Is what cannot be compared told in one line, code 2?"""
    assert main(["diff", *arguments]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize(("text", "code"), [("a", "`a`"), ("a`b", "`` a`b ``"), ("``", "``` `` ```")])
def test_backticks_do_not_break_out(text: str, code: str) -> None:
    """Is a value with backticks still shown as it is?"""
    assert _code(text) == code


def _git(folder: Path, *arguments: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *arguments],
        cwd=folder,
        check=True,
        capture_output=True,
    )


def test_make_diff_compares_with_a_git_ref(project: Path, built: Path) -> None:
    """Does `make diff REF=…` take the old package from git, and say so where there is no such ref or none is named?"""
    shutil.copytree(built, project, dirs_exist_ok=True)
    _git(project, "init", "-q")
    _git(project, "add", "datapackage.json", "data", "schemas", "raw")
    _git(project, "commit", "-q", "-m", "first")
    _git(project, "tag", "some/tag")
    _rewrite(project, "data/figures.csv", ",522000000,", ",523000000,")
    done = make(project, "diff", "REF=some/tag")
    assert done.returncode == 0, done.stderr
    assert "value `522000000` → `523000000`" in done.stdout
    assert make(project, "diff", "REF=nothing").returncode == 2
    assert "name a git ref" in make(project, "diff").stderr
