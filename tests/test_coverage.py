"""Is everything in a text either in a row or left out for a good reason, and would the audit notice what is not?"""

from __future__ import annotations

import ast
import shutil
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.audit.scanner import scan
from pipeline.cli import main
from pipeline.reading import read
from pipeline.tableschema import enum
from tests.conftest import PAGE, ROOT
from tests.wordings import source

Rows = list[dict[str, Any]]
TEXT = PAGE.read_bytes().decode()


def coverage(text: str) -> Rows:
    """The coverage of a text that is read as a page of its own."""
    return read(source(text))["coverage"]


def judged(sentence: str) -> dict[str, str]:
    """What became of the candidates of one sentence in a small page: quote -> table that uses it, reason, or "open"."""
    page = (
        f"Government of Canada\n\nCanada-Peru Relations\n\n{sentence} This line ends the only paragraph of the page.\n"
    )
    start = page.index(sentence)
    return {
        row["quote"]: row["used_resource"] or row["reason"] or "open"
        for row in coverage(page)
        if start <= row["start_char"] < start + len(sentence)
    }


@pytest.fixture(scope="module")
def page() -> Rows:
    """The coverage of the project's own page."""
    return coverage(TEXT)


# Nothing in common with the reading


def imported(file: Path) -> Iterator[str]:
    """The modules that a file imports, relative ones from its package."""
    package = ".".join(file.relative_to(ROOT).parent.parts)
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield f"{package if node.level else ''}.{node.module or ''}".strip(".")


@pytest.mark.parametrize("file", sorted((ROOT / "pipeline" / "audit").glob("*.py")), ids=lambda file: file.stem)
def test_audit_takes_nothing_from_the_reading(file: Path) -> None:
    """Does the audit import no module of the reading, and the scanner and its reasons read no lexicon?"""
    assert not [name for name in imported(file) if name.startswith("pipeline.reading")]
    if file.stem != "time_caveats":  # caveats may look up when an organisation was founded
        assert "lexicon" not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("file", sorted((ROOT / "pipeline" / "reading").rglob("*.py")), ids=lambda file: file.stem)
def test_reading_takes_nothing_from_the_audit(file: Path) -> None:
    """Does no extractor import the audit? Only the flow calls it, last."""
    taken = [name for name in imported(file) if name.startswith("pipeline.audit")]
    assert taken == (["pipeline.audit"] if file.parent.name == "reading" and file.stem == "__init__" else [])


# A scanner that finds too much

WORDINGS = [
    ("over $7 million", ["$7 million"]),
    ("US$190 million and C$1.12 billion", ["US$190 million", "C$1.12 billion"]),
    ("£464m, €3bn, ¥ 2,500 or $", ["£464m", "€3bn", "¥ 2,500", "$"]),
    ("12 mines, 1,250 people, 4.5 per cent", ["12", "1,250", "4.5"]),
    ("three of forty-two mines, half a million", ["three", "forty", "two", "half", "million"]),
    ("the third, the 21st and the twentieth", ["third", "21st", "twentieth"]),
    ("several hundred, dozens, numerous", ["several", "hundred", "dozens", "numerous"]),
    ("in May 2010, on Sept. 3 or in MARCH", ["May", "2010", "Sept", "3", "MARCH"]),
    ("2013-14 and 9/2009", ["2013", "14", "9", "2009"]),
    ("Zorbania’s mines and O’Brien's", ["Zorbania", "O’Brien"]),
    ("the Canada–Peru Free Trade Agreement", ["Canada–Peru Free Trade Agreement"]),
    ("Group of Friends of Haiti", ["Group", "Friends", "Haiti"]),
    ("Émile Côté of Łódź, R&D, U.S. and G20", ["Émile Côté", "Łódź", "R&D", "U.S", "G20"]),
    ("CIDA-funded, agri-Food", ["CIDA", "Food"]),
    ("Two-way trade. Early March", ["Two", "Early", "March"]),
    ("May–June and Canada–May", ["May", "June", "Canada", "May"]),
    ("Diane\u00a0Ablonczy", ["Diane\u00a0Ablonczy"]),
    ("nothing to see here, often and anyone", []),
]


@pytest.mark.parametrize("wording", WORDINGS, ids=[text for text, _ in WORDINGS])
def test_scanner(wording: tuple[str, list[str]]) -> None:
    """Does the scanner find every number, sum, month and capital, and cut names where nothing else stands between?"""
    text, wanted = wording
    assert [text[start:end] for start, end, _ in scan(text)] == wanted


@given(st.text(alphabet=st.sampled_from("Ab Éz9 .,-$€'’\u00a0\nMay one third &"), max_size=60))
def test_nothing_escapes_the_scanner(text: str) -> None:
    """Does every capital letter, digit and money sign lie in a candidate, and no two candidates overlap?"""
    found = scan(text)
    inside = {at for start, end, _ in found for at in range(start, end)}
    assert inside >= {at for at, letter in enumerate(text) if letter.isupper() or letter.isdecimal() or letter in "$€"}
    assert all(before[1] <= after[0] for before, after in pairwise(found))


# The page

LEFT_OUT = {
    "navigation": ["Symbol", "Home", "Bilateral Relations"],
    "boilerplate": ["If", "Date Modified"],
    "heading": ["Relations"],
    "list_marker": ["1", "2", "3"],
    "sentence_start": [
        *["In"] * 7, *["The"] * 5, *["On"] * 2, "As", "Both", "Once", "Opportunities", "Our", "Since", "Strong",
        "Support", "To", "With",
    ],
    "title_of_office": ["Members", "Parliament"],
    "generic": ["Ministerial Priorities"],
    "theme": ["Securing Futures", "Children", "Youth", "Sustainable Economic Growth"],
    "vague_quantity": ["one", "numerous"],
    "sequence": ["first", "first"],
    "part_of_word": ["Two", "third"],
    "refers_back": ["two"],
}  # fmt: skip
EITHER = {"ICT", "CSR"}  # used by a sector, or an acronym of common words


def test_page_is_accounted_for(page: Rows) -> None:
    """Is nothing of the page passed over?"""
    assert [row["quote"] for row in page if row["status"] == "unaccounted"] == []


def test_page_leaves_out_nothing_else(page: Rows) -> None:
    """Is each thing left out of the page one that a reader would leave out, and for that reason?"""
    left = Counter(
        (row["reason"], row["quote"]) for row in page if row["status"] == "left_out" and row["quote"] not in EITHER
    )
    assert left == Counter((reason, quote) for reason, quotes in LEFT_OUT.items() for quote in quotes)


def test_page_uses_are_cells() -> None:
    """Is each candidate that a row uses inside a cell of that row: its evidence, not the clause around it?"""
    rows: dict[str, Rows] = read(source(TEXT))
    spans: dict[str, list[tuple[int, int]]] = {}
    for row in rows["evidence"]:
        spans.setdefault(row["row_id"], []).append((row["start_char"], row["end_char"]))
    for row in rows["coverage"]:
        if row["status"] == "used":
            first = next(
                (at for at in range(row["start_char"], row["end_char"]) if TEXT[at].isdecimal()), row["start_char"]
            )
            cells = spans[row["used_row_id"]]
            assert any(start <= first and row["end_char"] <= end for start, end in cells), row["quote"]


def test_ids_are_words(page: Rows) -> None:
    """Is each id unique and made of the words that stand there?"""
    ids = [row["candidate_id"] for row in page]
    assert len(set(ids)) == len(ids)
    assert {"candidate-100-publicly-listed-extractive", "candidate-4-453-billion-in"} <= {
        candidate.partition("/")[2] for candidate in ids
    }
    assert all(any(letter.isalpha() for letter in candidate.rpartition("candidate-")[2]) for candidate in ids)


# Reasons

REASONS = [
    # sentence, what is left out of it, why
    ("They met on Monday.", "Monday", "weekday"),
    ("Many Peruvians speak Mandarin.", "Mandarin", "language"),
    ("The Right Honourable guests came.", "Right Honourable", "honorific"),
    ("The Canadian Foreign Minister travelled.", "Foreign Minister", "title_of_office"),
    ("They saw the Minister of Fisheries and spoke.", "Fisheries", "title_of_office"),
    ("Growth was led by R&D and exports.", "R&D", "common_acronym"),
    ("They seek sound waste disposal (SWD) for all.", "SWD", "common_acronym"),
    ("It has three priorities: Food Security, Youth and Peace.", "Food Security", "theme"),
    ("It works with the Government.", "Government", "generic"),
    ("The Lima Trade Agreement was signed. Both praised the Agreement.", "Agreement", "refers_back"),
    ("Mining is one of the pillars.", "one", "vague_quantity"),
    ("Dozens of firms came, and hundreds more.", "hundreds", "vague_quantity"),
    ("They help one another.", "one", "idiom"),
    ("This is the second time.", "second", "sequence"),
    ("Schools opened in Lima and Ica; a third, in Cusco, is planned.", "third", "sequence"),
    ("Students gain first-hand knowledge.", "first", "part_of_word"),
    ("It adopted Resolution 1325 then.", "1325", "reference_number"),
    ("• Exports grew.\n• Imports fell.", "Imports", "sentence_start"),
    ("1. Exports grew in the whole of the country.\n2. Imports fell in the whole of the country.", "2", "list_marker"),
    ("Trade and links\n\nThey grew.", "Trade", "heading"),
]  # fmt: skip
OPEN = [
    # sentence, what must not be left out of it
    ("Zorbania is near.", "Zorbania"),
    ("Accord was reached with Quelm.", "Quelm"),
    ("They met in the halls of Zorbania.", "Zorbania"),
    ("It has three priorities: Food Security, Zorbania and Peace.", "Zorbania"),
    ("They saw the Minister of Zorbania again.", "Zorbania"),
    ("It told the QZX and others.", "QZX"),
    ("This is the third market by size.", "third"),
    ("Peru ranked third.", "third"),
    ("The Growth Club and others came.", "Growth Club"),
    ("They joined the Trade Quorum at once.", "Trade Quorum"),
]


@pytest.mark.parametrize(
    "case", [case for case in REASONS if case[2]], ids=[f"{c[2]}: {c[1]}" for c in REASONS if c[2]]
)
def test_reason(case: tuple[str, str, str]) -> None:
    """Is what says nothing left out, for the reason that holds?"""
    sentence, quote, reason = case
    found = judged(sentence)
    parts = {part: found[part] for part in found if part in quote}
    assert reason in parts.values(), found


@pytest.mark.parametrize("case", OPEN, ids=[sentence for sentence, _ in OPEN])
def test_no_reason(case: tuple[str, str]) -> None:
    """Does what may be a name or a rank stay unaccounted for, unless a row has it?"""
    sentence, quote = case
    found = judged(sentence)
    told = [what for part, what in found.items() if quote in part or part in quote]
    assert told and all(what == "open" or what in ("mentions", "figures") for what in told), found


def test_every_reason_is_shown() -> None:
    """Is there an example here for each reason of the schema's closed list, and none beside it?"""
    contact = coverage(
        "Canada-Peru Relations\n\nTrade between the two countries has grown in all of the last years.\n\n"
        "Embassy of Canada, tel.: 555-0100\n"
    )
    shown = {
        *LEFT_OUT,
        *(reason for _, _, reason in REASONS),
        *(row["reason"] for row in contact if row["reason"]),
    }
    assert shown == set(enum("coverage", "reason"))


# Mutations

PLANTS = {
    "$7 million": "figures",
    "12 mines": "figures",
    "May 2010": "dates",
    "Zorbania": "mentions",
    "the Lima Accord": "mentions",
}
PLACES = [  # the words of the page that the planted ones follow
    "Symbol of the Government of Canada", "3. Bilateral Relations", "Canada-Peru Relations", "warm and growing",
    "hosted the OAS General Assembly in 2010.", "drug trafficking.", "visited again in", "In 2009,",
    "reached more than", "(excluding Mexico", "six additional mines", "a key player in", "in a more democratic and",
    "Ministerial Priorities of", "education in Canada", "numerous tourist attractions,", "August 2012",
    "third-party software",
]  # fmt: skip


def planted(plant: str, after: str) -> tuple[str, int]:
    """The page with words planted once more after some of its own, and where."""
    at = TEXT.index(after) + len(after)
    return f"{TEXT[:at]} {plant}{TEXT[at:]}", at + 1


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("plant", PLANTS)
def test_planted_words_are_noticed(plant: str, place: str) -> None:
    """Do words planted in the page make a row of the right table, or stay unaccounted for?"""
    text, start = planted(plant, place)
    inside = [row for row in coverage(text) if row["start_char"] < start + len(plant) and start < row["end_char"]]
    assert inside
    if all(row["status"] != "unaccounted" for row in inside):
        assert {row["used_resource"] for row in inside} == {PLANTS[plant]}


@pytest.mark.parametrize("name", ["Zorbania", "Quelm", "Accord", "QZX"])
def test_an_unknown_name_at_a_sentence_start_is_noticed(name: str) -> None:
    """Does a capital at the start of a sentence hide no name?"""
    text, start = planted(f"{name} is a partner too.", "drug trafficking.")
    (row,) = (row for row in coverage(text) if row["start_char"] == start)
    assert row["status"] == "unaccounted" or row["used_resource"] == "mentions"


@pytest.mark.parametrize("complete", [True, False])
def test_a_page_marked_complete_is_not_published_with_a_gap(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], complete: bool
) -> None:
    """Does the build fail for a planted name where the page is complete, and name it, and only count it elsewhere?"""
    raw = tmp_path / "raw"
    raw.mkdir()
    shutil.copy(PAGE, raw)
    text, _ = planted("Zorbania", "warm and growing")
    (raw / PAGE.name).write_text(text, encoding="utf-8")
    (raw / "sources.toml").write_text(f"[{PAGE.stem}]\ncomplete = {str(complete).lower()}\n", encoding="utf-8")
    assert main(["build", "--raw", str(raw), "--out", str(tmp_path / "out")]) == (1 if complete else 0)
    said = capsys.readouterr().err
    assert ("Zorbania" in said and "unaccounted" in said) is complete
