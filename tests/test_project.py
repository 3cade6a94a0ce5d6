"""Do the files around the data agree with each other: README, Makefile, CI, the lock, the version?"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from pipeline.release import disagreements
from tests.conftest import make

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PINS = re.findall(r"^([\w.-]+)==([\w.]+)(?: ; .+)? \\$", LOCK, re.MULTILINE)
DOCUMENTS = ("README.md", "LICENSES.md", "CHANGELOG.md")


def _text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_ci_runs_the_two_commands_of_the_quick_start() -> None:
    """Does CI start with exactly what a new user types?"""
    quick_start = _text("README.md").partition("## Quick start")[2]
    (commands, *_) = re.findall(r"^```sh\n(.*?)^```$", quick_start, re.MULTILINE | re.DOTALL)
    stages = re.findall(r"^stage (.+)$", _text(".ci/run"), re.MULTILINE)
    assert commands.splitlines() == stages[:2] == ["make", "make test"]


def test_make_help_lists_every_target() -> None:
    """Does `make help` explain every target there is, and every one that README.md and CI name?"""
    listed = {line.split()[0] for line in make(ROOT, "help").stdout.splitlines()}
    (targets,) = re.findall(r"^\.PHONY: (.+)$", _text("Makefile"), re.MULTILINE)
    assert listed == set(targets.split()) - {"FORCE"}
    named = re.findall(r"(?:`|^|stage )make ([a-z-]+)", _text("README.md") + _text(".ci/run"), re.MULTILINE)
    assert set(named) <= listed


@pytest.mark.slow
def test_make_does_only_what_is_needed(project: Path) -> None:
    """Does a second make do nothing and say so, and does one put right what was deleted or edited by hand?"""
    first = make(project)
    assert first.returncode == 0, first.stdout + first.stderr
    again = make(project)
    assert again.stdout.startswith("Nothing to do") and again.stdout.count("\n") == 1
    for spoil in (Path.unlink, lambda path: path.write_bytes(path.read_bytes() + b"\n")):
        file = project / "data" / "figures.csv"
        before = file.read_bytes()
        spoil(file)
        assert make(project).returncode == 0
        assert file.read_bytes() == before
    assert make(project).stdout == again.stdout


@pytest.mark.slow
def test_a_make_that_failed_is_not_taken_for_done(project: Path) -> None:
    """Does make go on failing until the cause is gone?"""
    (project / "raw" / "empty.txt").touch()
    assert [make(project).returncode for _ in range(2)] == [2, 2]
    (project / "raw" / "empty.txt").unlink()
    assert make(project).returncode == 0


def test_the_lock_fits_the_requirements() -> None:
    """Is everything that pyproject.toml asks for locked, at a version that it allows?"""
    locked = {name.lower(): version for name, version in PINS}
    extras = [wanted for extra in PROJECT["optional-dependencies"].values() for wanted in extra]
    for wanted in map(Requirement, PROJECT["dependencies"] + extras):
        assert wanted.specifier.contains(locked[wanted.name.lower()]), wanted


def test_the_lock_is_plain_and_hashed() -> None:
    """Has every locked package a hash, and does the lock name no address and no folder?"""
    blocks = re.split(r"^(?=[\w.-]+==)", LOCK, flags=re.MULTILINE)[1:]
    assert len(blocks) == len(PINS)
    assert all("--hash=sha256:" in block for block in blocks)
    assert not re.search(r"://|^-|\s/|@ ", LOCK, re.MULTILINE)


def test_the_version_is_the_same_everywhere() -> None:
    """Do code, package, citation and changelog speak of one version, and does the changelog say what changed?"""
    assert list(disagreements(ROOT)) == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_somewhere(name: str) -> None:
    """Is there a file behind every link that stays in the project?"""
    targets = re.findall(r"\]\((?!https?://|#)([^)#]+)", _text(name))
    assert [target for target in targets if not (ROOT / target).exists()] == []
