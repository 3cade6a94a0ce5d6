"""Does `explain` show why a row says what it says, and help who mistyped its id?"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from rich.console import Console

from pipeline.cli import main
from pipeline.explain import explain, near
from pipeline.published import opened

Captured = pytest.CaptureFixture[str]
BRIEF = """Canada-Ghana Relations

Government of Canada. Canadian exports to Ghana reached just over $71.5 million in 2014. Ghana joined the Commonwealth in 1957.
"""


@pytest.fixture(scope="module")
def ghana(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of a small brief."""
    folder = tmp_path_factory.mktemp("ghana")
    (folder / "texts").mkdir()
    (folder / "texts" / "brief.txt").write_text(BRIEF, encoding="utf-8")
    assert main(["build", "--raw", str(folder / "texts"), "--out", str(folder / "package")]) == 0
    return folder / "package"


def _explained(capsys: Captured, package: Path, row_id: str) -> dict[str, list[str]]:
    """The lines printed for a row: beneath each column its value and its words, beneath "" what stands before them."""
    capsys.readouterr()
    assert main(["explain", row_id, "--package", str(package)]) == 0
    head, _, cells = capsys.readouterr().out.partition("\n\n")
    found, column = {"": head.splitlines()}, ""
    for line in cells.splitlines():
        first, _, rest = line.partition(" ")
        column = first or column
        found.setdefault(column, []).append(rest.strip())
    return found


def test_each_cell_has_its_words_and_its_basis(ghana: Path, capsys: Captured) -> None:
    """Are the words of a stated and of an inferred cell marked in their sentence, with the rule of the second?"""
    told = _explained(capsys, ghana, "brief/exports-2014")
    sentence = "Canadian exports to Ghana reached just over $71.5 million in 2014."
    assert told[""][0] == "figures brief/exports-2014"
    assert told["value"] == ["71500000", "stated: " + sentence.replace("71.5 million", "⟦71.5 million⟧")]
    assert told["unit"] == ["CAD", "inferred by currency-of-publisher: " + sentence.replace("$", "⟦$⟧")]
    assert told["partner"] == ["GHA", "stated: " + sentence.replace("Ghana", "⟦Ghana⟧")]
    assert told["scope"] == ["—"]
    assert any(line.startswith("currency_inferred: ") for line in told["caveat"])


def test_every_row_can_be_explained(built: Path) -> None:
    """Is each row of each table told with all its columns, and marked at the words that the row itself quotes?"""
    with opened(built) as package:
        for name, table in package.tables.items():
            for row in list(package.cells(name))[:5]:
                lines = [line.plain for line in explain(package, str(row[table.primary_key]))]
                assert lines[0] == f"{name} {row[table.primary_key]}"
                assert all(any(line.startswith(f"{column} ") for line in lines) for column in table.columns)
                quote = row.get("quote") or (row["text"] if name == "sentences" else None)
                if quote:
                    assert f"⟦{quote}⟧" in lines[2].replace("\n", " ") or "\n" in quote


def test_an_entity_shows_where_it_is_named(ghana: Path, capsys: Captured) -> None:
    """Has an entity, which rests on no single words, the places that name it?"""
    capsys.readouterr()
    assert main(["explain", "ghana", "--package", str(ghana)]) == 0
    assert "  name: ⟦Ghana⟧ joined the Commonwealth in 1957." in capsys.readouterr().out.splitlines()


def test_a_terminal_gets_colours_instead_of_brackets(ghana: Path) -> None:
    """Are the words set off by their style where there is one to see?"""
    console = Console(force_terminal=True, color_system="standard", highlight=False, soft_wrap=True, no_color=False)
    with opened(ghana) as package, console.capture() as shown:
        for line in explain(package, "brief/exports-2014", bracketed=False):
            console.print(line)
    assert "\x1b[1;7m$71.5 million\x1b[0m" in shown.get().replace("just over ", "") and "⟦" not in shown.get()


def test_a_zip_is_a_package_too(ghana: Path, tmp_path: Path, capsys: Captured) -> None:
    """Is the same said of a package in a zip, at its top or in a folder of it?"""
    whole = _explained(capsys, ghana, "brief/exports-2014")
    for top in (ghana, ghana.parent):
        archive = shutil.make_archive(str(tmp_path / top.name), "zip", top)
        assert _explained(capsys, Path(archive), "brief/exports-2014") == whole


@pytest.mark.parametrize("mistyped", ["exports-2014", "brief/export-2014", "BRIEF/Exports-2014"])
def test_a_mistyped_id_is_told_its_neighbours(ghana: Path, capsys: Captured, mistyped: str) -> None:
    """Is the id that was meant among those named, in one line with code 2?"""
    assert main(["explain", mistyped, "--package", str(ghana)]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert f'no row is called "{mistyped}"; near it are brief/exports-2014, ' in line


def test_nothing_is_near_nonsense() -> None:
    """Are ids that share nothing with what was typed left unsaid?"""
    assert near("qqqq", ["peru", "canada"]) == near("", ["peru"]) == []


def _spoil(package: Path, name: str, data: bytes | None) -> None:
    if data is None:
        (package / name).unlink()
    else:
        (package / name).write_bytes(data)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("datapackage.json", None, "no such file"),
        ("datapackage.json", b"{", "is not JSON"),
        ("datapackage.json", b"[]", "is not a JSON object"),
        ("datapackage.json", b"{}", "lists no resources"),
        (
            "datapackage.json",
            b'{"resources": [{"name": "a", "schema": {"primaryKey": "b"}}]}',
            "no such column as its primary key",
        ),
        (
            "datapackage.json",
            b'{"resources": [{"name": "a", "path": "../a", "schema": {"fields": [{"name": "b"}], "primaryKey": "b"}}]}',
            "leads out of the package",
        ),
        ("schemas/figures.json", None, "no such file"),
        ("data/figures.csv", None, "no such file"),
        ("data/figures.csv", b"", "is not readable as CSV"),
        ("data/figures.csv", b"a,b\n1\n", "is not readable as CSV"),
        ("data/figures.csv", b"a,b\n1,2\n", "has no column figure_id"),
        ("data/figures.csv", b"figure_id\n\xff\n", "is not readable as CSV"),
        ("raw/canada-peru-relations.txt", None, "no such file"),
        ("raw/canada-peru-relations.txt", b"\xff", "is not UTF-8"),
    ],
)
def test_a_broken_package_is_one_line(
    package: Path, capsys: Captured, name: str, data: bytes | None, said: str
) -> None:
    """Is what is missing or unreadable named, with code 2?"""
    _spoil(package, name, data)
    assert main(["explain", "canada-peru-relations/exports-2011", "--package", str(package)]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert said in line and "unexpected" not in line


def test_what_is_no_zip_is_one_line(tmp_path: Path, capsys: Captured) -> None:
    """Are a file that is no zip, and a zip without a package, told with code 2?"""
    (tmp_path / "a.zip").write_bytes(b"PK")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "a").write_text(json.dumps({}))
    empty = shutil.make_archive(str(tmp_path / "b"), "zip", tmp_path / "folder")
    for path, said in (
        (tmp_path / "a.zip", "not a zip file"),
        (Path(empty), "no datapackage.json in it"),
        (tmp_path / "none", "no such file"),
    ):
        assert main(["explain", "x", "--package", str(path)]) == 2
        (line,) = capsys.readouterr().err.splitlines()
        assert said in line
