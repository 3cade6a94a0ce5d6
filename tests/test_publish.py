"""Is the package on disk whole, or known to be broken, whenever a build ends?"""

from __future__ import annotations

import fcntl
import json
import os
import re
import shutil
import signal
from pathlib import Path

import pytest

from pipeline import publish
from pipeline.cli import main
from pipeline.errors import Unusable
from tests.conftest import COMMAND, PAGE, start

# Run with: the number of calls it survives, the function of os to count, and what to do: the arguments of the command
# line, or a finished package and the folder to publish it in, which spares the time of building it each time.
KILLED = """
import os, shutil, signal, sys
from pathlib import Path
left, name, arguments = int(sys.argv[1]), sys.argv[2], sys.argv[3:]
real = getattr(os, name)
def counted(*given, **options):
    global left
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    left -= 1
    return real(*given, **options)
setattr(os, name, counted)
if arguments[0] == "build":
    from pipeline.cli import main
    sys.exit(main(arguments))
from pipeline import publish
with publish.staging(Path(arguments[1])) as folder:
    shutil.copytree(arguments[0], folder, dirs_exist_ok=True)
    publish.publish(folder, Path(arguments[1]))
"""


def contents(package: Path) -> dict[str, bytes]:
    """Every file of a package by its path; what a killed build leaves in its staging folder is none."""
    paths = (path for path in package.rglob("*") if path.is_file() and publish.STAGING not in path.parts)
    return {path.relative_to(package).as_posix(): path.read_bytes() for path in paths}


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A shorter page than the project's own, with another document id."""
    folder = tmp_path / "texts"
    folder.mkdir()
    words = PAGE.read_text(encoding="utf-8").split("\n\n")
    (folder / "short.txt").write_text("\n\n".join(words[:6]) + "\n", encoding="utf-8")
    return folder


@pytest.mark.slow
def test_a_kill_at_every_move_leaves_what_check_judges_and_the_next_build_repairs(
    package: Path, texts: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Killed before, between and after all moves: is it the old package, the new one, or one that check rejects?

    The publisher dies in a process of its own; what it publishes is the same every time.
    """
    new = tmp_path / "new"
    assert main(["build", "--raw", str(texts), "--out", str(new)]) == 0
    before, after = contents(package), contents(new)
    moves = [name for name in after if before.get(name) != after[name]]
    assert len(moves) > 14
    states = {"old": 0, "mixed": 0, "new": 0}
    for move in range(len(moves) + 1):
        out = tmp_path / f"out-{move}"
        shutil.copytree(package, out)
        done = start([COMMAND[0], "-c", KILLED, str(move), "replace", str(new), str(out)])
        assert done.returncode == (-signal.SIGKILL if move < len(moves) else 0), done.stderr
        capfd.readouterr()
        code = main(["check", str(out)])
        assert "Traceback" not in capfd.readouterr().err
        found = {name: data for name, data in contents(out).items() if name in after}
        # The old text stays in raw/: a text is never deleted, and datapackage.json does not list it.
        state = "new" if found == after else "old" if contents(out) == before else "mixed"
        states[state] += 1
        # New texts beside an old package do not make it another one: only what datapackage.json lists counts.
        listed = {name for name in after if name.startswith("raw/")}
        harmless = {name: data for name, data in contents(out).items() if name not in listed} == before
        assert (code == 0) == (state != "mixed" or harmless), f"{state} after {move} moves"
        if move % 5 == 0 or state == "new":
            assert main(["build", "--raw", str(texts), "--out", str(out)]) == 0
            assert {name: data for name, data in contents(out).items() if name in after} == after
            assert main(["check", str(out)]) == 0
            assert not (out / publish.STAGING).exists()
        shutil.rmtree(out)
    assert states["old"] >= 1 and states["mixed"] >= 10 and states["new"] == 1


@pytest.mark.slow
@pytest.mark.parametrize("call", ["replace", "fsync"])
def test_a_real_build_killed_at_every_move_or_write_is_repaired(
    package: Path, texts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], call: str
) -> None:
    """Does the whole command line, killed at each move and at each write to disk, leave no traceback and no trap?"""
    for number in range(100):
        out = tmp_path / f"out-{number}"
        shutil.copytree(package, out)
        killed = start([COMMAND[0], "-c", KILLED, str(number), call, "build", "--raw", str(texts), "--out", str(out)])
        assert main(["check", str(out)]) in (0, 1)
        assert "unexpected" not in capsys.readouterr().err
        repaired = start([*COMMAND, "build", "--raw", str(texts), "--out", str(out)])
        assert (repaired.returncode, main(["check", str(out)])) == (0, 0), repaired.stderr
        if killed.returncode == 0:
            break
        assert killed.returncode == -signal.SIGKILL
    assert number > 14


def test_the_first_build_killed_leaves_no_package(built: Path, tmp_path: Path) -> None:
    """Is a new folder without datapackage.json no package, and does the next build make it one?"""
    out = tmp_path / "out"
    command = [COMMAND[0], "-c", KILLED, "9", "replace", "build", "--out", str(out)]
    assert start(command).returncode == -signal.SIGKILL
    assert (out / publish.STAGING).is_dir()
    assert main(["check", str(out)]) == 2
    assert main(["build", "--out", str(out)]) == 0
    assert contents(out) == contents(built)


def test_the_descriptor_is_the_last_to_move(package: Path, texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Does everything lie in its place before datapackage.json says so?"""
    moved: list[str] = []
    real = os.replace

    def replace(old: Path, new: Path) -> None:
        moved.append(new.name)
        real(old, new)

    monkeypatch.setattr(os, "replace", replace)
    assert main(["build", "--raw", str(texts), "--out", str(package)]) == 0
    assert moved.index("datapackage.json") == len(moved) - 1


def test_a_build_that_changes_nothing_moves_nothing(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Are files with the right bytes left alone, their times included?"""
    monkeypatch.setattr(os, "replace", lambda old, new: pytest.fail(f"moved {new}"))
    assert main(["build", "--out", str(package)]) == 0


def test_tables_of_another_time_go_and_a_users_files_stay(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Is a table that the new descriptor does not list removed, and is what a user put there left and told?"""
    for name in ("data/gone.csv", "data/gone.parquet", "data/notes.md", "mine.csv"):
        (package / name).write_text("x")
    assert main(["check", str(package)]) == 1
    told = [line.split(":")[0] for line in capsys.readouterr().err.splitlines()]
    assert told == ["data/gone.csv", "data/gone.parquet", "data/notes.md"]
    assert main(["build", "--out", str(package)]) == 0
    assert not (package / "data" / "gone.csv").exists() and not (package / "data" / "gone.parquet").exists()
    assert (package / "data" / "notes.md").exists() and (package / "mine.csv").exists()


def test_two_builds_do_not_mix(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Is a second build told to wait while another one holds the folder, and let in afterwards?"""
    lock = os.open(package, os.O_RDONLY)
    fcntl.flock(lock, fcntl.LOCK_EX)
    assert main(["build", "--out", str(package)]) == 2
    assert "another build is writing there" in capsys.readouterr().err
    os.close(lock)
    assert main(["build", "--out", str(package)]) == 0


@pytest.mark.parametrize("name", ["data", "data/figures.csv", "datapackage.json"])
def test_a_place_that_is_taken_is_told_before_the_first_move(package: Path, texts: Path, name: str) -> None:
    """Does a folder where a file goes, or a file where a folder goes, leave the rest as it was?"""
    path = package / name
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    path.write_text("mine") if name == "data" else path.mkdir()
    before = contents(package)
    done = main(["build", "--raw", str(texts), "--out", str(package)])
    assert (done, contents(package)) == (2, before)


def test_a_move_that_fails_says_that_the_package_is_broken(
    package: Path, texts: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Does the user learn that this time the old package is not whole, and what to do?"""
    real = os.replace

    def replace(old: Path, new: Path) -> None:
        if new.name == "figures.csv":
            raise OSError(28, "No space left on device", str(old), None, str(new))
        real(old, new)

    monkeypatch.setattr(os, "replace", replace)
    assert main(["build", "--raw", str(texts), "--out", str(package)]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert re.search(r"figures.csv: no space left on device; .* mend that and build again", line)
    monkeypatch.undo()
    assert main(["check", str(package)]) == 1
    assert main(["build", "--raw", str(texts), "--out", str(package)]) == 0


def test_an_input_is_never_written(tmp_path: Path) -> None:
    """Is a text that was edited while the build ran left as its writer wants it?"""
    out = tmp_path / "out"
    with publish.staging(out) as folder:
        (folder / "raw" / "a.txt").write_text("as read")
        (folder / publish.NAME).write_text(json.dumps({"resources": []}))
        (out / "raw").mkdir()
        (out / "raw" / "a.txt").write_text("as edited")
        publish.publish(folder, out, frozenset({"raw"}))
    assert (out / "raw" / "a.txt").read_text() == "as edited"


def test_a_staging_folder_that_cannot_be_made_is_unusable(tmp_path: Path) -> None:
    """Is a file in the place of the staging folder one clear line?"""
    (tmp_path / publish.STAGING).write_text("mine")
    with pytest.raises(Unusable, match="not a directory"), publish.staging(tmp_path):
        pass
