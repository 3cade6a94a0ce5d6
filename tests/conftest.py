"""What the tests share: the project's own page, built once into a folder that each test may copy and spoil."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from pipeline.cli import main

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "raw" / "canada-peru-relations.txt"

try:
    from pipeline.reading import read  # noqa: F401

    COMMAND = [sys.executable, "-m", "pipeline"]
    PRELUDE = ""
except ImportError:
    import fake_reading

    fake_reading.install()
    COMMAND = [sys.executable, str(ROOT / "tests" / "fake_reading.py")]
    PRELUDE = "import sys; sys.path.insert(0, 'tests'); import fake_reading; fake_reading.install();"

Run = Callable[..., subprocess.CompletedProcess[str]]


def run(*arguments: object, env: dict[str, str] | None = None, cwd: Path = ROOT, command: Sequence[str] = COMMAND) -> subprocess.CompletedProcess[str]:
    """Run the command line as a user does, in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **(env or {})}
    return subprocess.run(
        [*command, *map(str, arguments)], cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=120
    )


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
