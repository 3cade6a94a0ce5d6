"""Are the scores kept of the reading published with it, in the descriptor and in README.md, and only where there are any?"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from pipeline import readme
from pipeline.cli import main
from pipeline.errors import Unusable
from pipeline.scoring import accuracy
from pipeline.scoring.judge import LAYERS
from tests.briefs_with_gold import gold_of_ghana, write_briefs, write_gold

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of scores, of two briefs with one date wrong, where the project keeps its own."""
    folder = write_briefs(tmp_path / "briefs")
    gold = gold_of_ghana()
    gold["dates"][0]["date"] = "2012"
    write_gold(folder, "canada-ghana", gold)
    assert main(["score", str(folder), "--update"]) == 0
    monkeypatch.setattr(accuracy, "FILE", folder / "scores.json")
    return folder / "scores.json"


def note(kept: Path) -> None:
    """Note scores of one layer on briefs that nobody had seen."""
    first = {"unseen": {"dates": {"gold": 4, "found": 4, "hits": 2}}}
    kept.write_text(json.dumps(json.loads(kept.read_text("utf-8")) | first), encoding="utf-8")


def described(folder: Path) -> dict[str, object]:
    """The descriptor of a package."""
    found: dict[str, object] = json.loads((folder / "datapackage.json").read_text("utf-8"))
    return found


def test_the_descriptor_states_the_scores(kept: Path, tmp_path: Path) -> None:
    """Are the scores of every layer a property of the package, with what they mean, and does the package pass its check?"""
    note(kept)
    out = tmp_path / "out"
    assert main(["build", "--out", str(out)]) == main(["check", str(out)]) == 0
    stated = described(out)["accuracy"]
    assert isinstance(stated, dict) and stated["documents"] == 2 and "invented" in stated["description"]
    assert [row["layer"] for row in stated["layers"]] == [*LAYERS]
    dates = {"layer": "dates", "gold": 4, "found": 4, "precision": 0.75, "recall": 0.75, "f1": 0.75}
    assert stated["layers"][0] == dates
    assert stated["unseen"]["layers"] == [dates | {"precision": 0.5, "recall": 0.5, "f1": 0.5}]


def test_check_finds_scores_that_are_not_those_kept(kept: Path, tmp_path: Path, capsys: Captured) -> None:
    """Is a package found out that states better scores than are kept, or any where none are?"""
    out = tmp_path / "out"
    assert main(["build", "--out", str(out)]) == 0
    path = out / "datapackage.json"
    path.write_text(path.read_text("utf-8").replace('"f1": 0.75', '"f1": 0.99'), encoding="utf-8")
    assert main(["check", str(out)]) == 1
    assert "column accuracy" in capsys.readouterr().err
    kept.unlink()
    assert main(["check", str(out)]) == 1
    assert main(["build", "--out", str(out)]) == main(["check", str(out)]) == 0
    assert "accuracy" not in described(out)


def test_a_broken_file_of_scores_stops_the_build(kept: Path, tmp_path: Path, capsys: Captured) -> None:
    """Is it one line and code 2, with nothing published?"""
    kept.write_text("{", encoding="utf-8")
    with pytest.raises(Unusable):
        accuracy.stated()
    capsys.readouterr()
    assert main(["build", "--out", str(tmp_path / "out")]) == 2
    assert capsys.readouterr().err.count("\n") == 1 and not (tmp_path / "out").exists()


def test_the_readme_shows_the_scores(kept: Path) -> None:
    """Has each layer a line that says what counts, a column of unseen briefs only where somebody noted it, and without
    scores none?
    """
    root = kept.parent.parent / "project"
    assert "not there" in readme.accuracy(root) and "|" not in readme.accuracy(root)
    (root / "tests" / "briefs").mkdir(parents=True)
    shutil.copy(kept, root / "tests" / "briefs")
    about, _, *grid = readme.accuracy(root).splitlines()
    assert about.startswith("Measured on 2 briefs. ") and "Unseen: " not in about
    assert grid[2] == "| dates | words and date | 4 | 4 | 0.750 | 0.750 | 0.750 |"
    assert [line.split(" | ")[0].removeprefix("| ") for line in grid[2:]] == [*LAYERS] == [*accuracy.MEANINGS]
    note(root / "tests" / "briefs" / kept.name)
    about, _, head, _, dates, mentions, *_ = readme.accuracy(root).splitlines()
    assert "Unseen: " in about and head.endswith("| F1 unseen |")
    assert dates.endswith("| 0.750 | 0.500 |") and mentions.endswith("|  |")
