"""Pages that something has gone wrong with: whatever comes in, the reading ends with rows or says why not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from pipeline.reading import Refused, read
from tests.wordings import source

ROOT = Path(__file__).resolve().parent
TEXTS = [
    path.read_text("utf-8") for path in sorted([*(ROOT / "briefs").glob("*.txt"), *(ROOT.parent / "raw").glob("*.txt")])
]
PAGES = 150  # of each way and seed
MARKS = ",;:()-\"'."


def lines_lost(text: str, random: Random) -> str:
    """A third of the lines are missing."""
    return "\n".join(line for line in text.split("\n") if random.random() > 0.3)


def pages_mixed(text: str, random: Random) -> str:
    """Lines of another page stand among its own, in any order."""
    lines = text.split("\n")
    return "\n".join(lines[:8] + random.sample(pool := lines[8:] + random.choice(TEXTS).split("\n"), len(pool)))


def words_lost(text: str, random: Random) -> str:
    """One word in seven is missing."""
    return " ".join(word for word in text.split(" ") if random.random() > 0.15)


def words_moved(text: str, random: Random) -> str:
    """Some words have changed places."""
    words = text.split(" ")
    for _ in range(60):
        one, other = random.randrange(len(words)), random.randrange(len(words))
        words[one], words[other] = words[other], words[one]
    return " ".join(words)


def marks_changed(text: str, random: Random) -> str:
    """Some punctuation marks are other ones."""
    return "".join(random.choice(MARKS) if mark in MARKS and random.random() < 0.3 else mark for mark in text)


def capitals(text: str, random: Random) -> str:
    """Some lines are set like titles."""
    return "\n".join(line.title() if random.random() < 0.4 else line for line in text.split("\n"))


@pytest.mark.slow
@pytest.mark.parametrize("mangle", [lines_lost, pages_mixed, words_lost, words_moved, marks_changed, capitals])
def test_mangled(mangle: Callable[[str, Random], str]) -> None:
    """Is every page read or refused, however it is mangled, and is each quote what stands there?"""
    random = Random(mangle.__name__)
    for _ in range(PAGES):
        text = mangle(random.choice(TEXTS), random)
        try:
            rows = read(source(text))
        except Refused:
            continue
        for row in (row for table in rows.values() for row in table if "quote" in row):
            start, end = row["start_char"], row["end_char"]
            assert isinstance(start, int) and isinstance(end, int) and text[start:end] == row["quote"]
