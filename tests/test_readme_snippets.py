"""Does what README.md tells people to type work as it stands there?"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.conftest import PAGE, ROOT, keep_scores, start

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SNIPPETS = FENCE.findall((ROOT / "README.md").read_text(encoding="utf-8"))


def _snippet(language: str, words: str) -> str:
    (snippet,) = (code for tongue, code in SNIPPETS if tongue == language and words in code)
    return snippet


def _printed(command: list[str], folder: Path) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("library", ["pandas", "duckdb", "polars", "pyarrow.dataset"])
def test_the_python_examples_print_the_amounts(built: Path, library: str) -> None:
    """Does the example print the three amounts that the page states?"""
    printed = _printed([sys.executable, "-X", "utf8", "-c", _snippet("python", f"import {library}")], built)
    assert printed.count("CAD") == 3


def test_the_r_example_prints_the_amounts(built: Path) -> None:
    """Does the example in R print them too?"""
    if not shutil.which("Rscript"):
        pytest.skip("R is not installed")
    assert _printed(["Rscript", "-e", _snippet("r", "figures")], built).count("CAD") == 3


def test_the_commands_of_readme_work(project: Path, built: Path) -> None:
    """Does every shell command but those of make, which CI and the tests of the Makefile run, end well in this order?"""
    shutil.copytree(built, project, dirs_exist_ok=True)
    (project / "my-briefs").mkdir()
    shutil.copy(PAGE, project / "my-briefs")
    commands = [line for tongue, code in SNIPPETS if tongue == "sh" for line in code.splitlines()]
    told = [start(["sh", "-c", command], project) for command in commands if not command.startswith("make")]
    assert [done.stderr for done in told if done.returncode] == [] and len(told) >= 6
    row, words, explained = (done.stdout for done in told[:3])
    assert words.strip() and f",{words.strip()}," in row and f"⟦{words.strip()}⟧" in explained


def test_the_workflows_for_other_peoples_ci_work(project: Path, built: Path) -> None:
    """Do both name what there is, and does the command of the second check a package and write its report?"""
    plain, ours = (re.findall(r"- run: (.+)$", code, re.MULTILINE) for tongue, code in SNIPPETS if tongue == "yaml")
    (validate,) = plain
    assert re.findall(r'"(.+)" frictionless validate datapackage.json$', validate)[0] in PROJECT["dependencies"]
    make, check = ours
    assert make == "make -C checker .venv/stamp" and "\n.venv/stamp:" in (ROOT / "Makefile").read_text()
    shutil.move(project, project.parent / "checker")
    keep_scores(project.parent / "checker")
    shutil.copytree(built, project.parent / "package")
    done = start(["sh", "-c", check], project.parent)
    assert done.returncode == 0, done.stderr
    assert 'failures="0"' in (project.parent / "report.xml").read_text(encoding="utf-8")
