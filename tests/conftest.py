"""What the tests share: the project's own page, built once into a folder that each test may copy and spoil."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from pipeline import build
from pipeline.cli import main
from pipeline.tableschema import tables

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "raw" / "canada-peru-relations.txt"
COMMAND = [sys.executable, "-m", "pipeline"]
# Make tells the makes below it, as one that runs these tests, how it was called itself.
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}


def run(*arguments: object, **env: str) -> subprocess.CompletedProcess[str]:
    """Run the command line as a user does, in a process of its own."""
    return start([*COMMAND, *map(str, arguments)], ROOT, **env)


def start(command: list[str], cwd: Path = ROOT, **env: str) -> subprocess.CompletedProcess[str]:
    """Run any command with the pipeline importable."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **env}
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False
    )


def make(folder: Path, *targets: str) -> subprocess.CompletedProcess[str]:
    """Run make in a folder."""
    return subprocess.run(
        ["make", *targets], cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, encoding="utf-8", timeout=120
    )


def fill(folder: Path, name: str, *rows: Mapping[str, str]) -> None:
    """Write the CSV of a table with these rows; cells that a row does not name are empty."""
    with (folder / "data" / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, tables()[name].columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def keep_scores(project: Path) -> None:
    """Copy the scores that a package of this project states into a copy of the project."""
    scores = Path("tests", "briefs", "scores.json")
    (project / scores).parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(ROOT / scores, project / scores)


@pytest.fixture(autouse=True)
def one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let tests read in their own process, which they can change and which has imported everything; all cores test."""
    monkeypatch.setattr(build, "cores", lambda: 1)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of the project's own page, built once; read it, do not write into it."""
    out = tmp_path_factory.mktemp("built") / "package"
    assert main(["build", "--out", str(out)]) == 0
    return out


@pytest.fixture
def package(built: Path, tmp_path: Path) -> Path:
    """A copy of the package that a test may spoil."""
    return Path(shutil.copytree(built, tmp_path / "package"))


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    """A folder of texts with one good page in it."""
    folder = tmp_path / "texts"
    folder.mkdir()
    shutil.copy(PAGE, folder / "good.txt")
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of what the package is made of, in a path with a space, its environment set up as if by make."""
    folder = tmp_path / "a project"
    folder.mkdir()
    for name in ("pipeline", "raw", "schemas"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("Makefile", "README.md", "LICENSES.md", "requirements.lock"):
        shutil.copy(ROOT / name, folder)
    python = folder / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    (folder / ".venv" / "stamp").touch()
    return folder
