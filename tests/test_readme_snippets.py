"""Does what README.md tells people to type work as it stands there?"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SNIPPETS = FENCE.findall((ROOT / "README.md").read_text(encoding="utf-8"))


def _snippet(language: str, words: str) -> str:
    (snippet,) = (code for tongue, code in SNIPPETS if tongue == language and words in code)
    return snippet


def _printed(command: list[str], folder: Path) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("library", ["pandas", "duckdb", "polars"])
def test_the_python_examples_print_the_amounts(built: Path, library: str) -> None:
    """Does the example print the three amounts that the page states?"""
    printed = _printed([sys.executable, "-X", "utf8", "-c", _snippet("python", f"import {library}")], built)
    assert printed.count("CAD") == 3


def test_the_r_example_prints_the_amounts(built: Path) -> None:
    """Does the example in R print them too?"""
    if not shutil.which("Rscript"):
        pytest.skip("R is not installed")
    assert _printed(["Rscript", "-e", _snippet("r", "figures")], built).count("CAD") == 3


def test_a_number_is_found_in_the_source(built: Path) -> None:
    """Do the offsets that README.md gives lead to the words of an amount, and are they those of a row?"""
    snippet = _snippet("python", "open(")
    quote, *_ = _printed([sys.executable, "-X", "utf8", "-c", snippet], built).splitlines()
    (start, end), *_ = re.findall(r"text\[(\d+):(\d+)\]", snippet)
    assert f",{start},{end},{quote}," in (built / "data" / "figures.csv").read_text(encoding="utf-8")
