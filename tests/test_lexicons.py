"""The word lists: are they kept as a maintainer would wish to find them?"""

from __future__ import annotations

from collections import Counter

import pytest

from pipeline.reading.lexicon import LEXICONS

FILES = sorted(path.relative_to(LEXICONS).as_posix() for path in LEXICONS.rglob("*.csv"))


@pytest.mark.parametrize("name", FILES)
def test_rows_stand_once(name: str) -> None:
    """Does no row of a word list stand in it twice, so that who takes one out has taken it out?"""
    lines = (LEXICONS / name).read_text(encoding="utf-8").splitlines()
    assert [line for line, times in Counter(lines).items() if times > 1] == []


@pytest.mark.parametrize("name", FILES)
def test_source_is_told(name: str) -> None:
    """Does the README of the word lists say where a list, or its folder, comes from?"""
    assert name.partition("/")[0] in (LEXICONS / "README.md").read_text(encoding="utf-8")
