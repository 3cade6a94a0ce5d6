"""Does the book of rules hold every rule there is, each with its proof, and tell which of them some texts need?"""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

import pytest

from pipeline import reading
from pipeline.cli import main
from pipeline.reading.events.frame_rules import FRAMES
from pipeline.reading.rules import Rules
from pipeline.rulebook import firing
from pipeline.rulebook.catalogue import EVENTS, OVER_PHRASES, OVER_TOKENS, entries
from pipeline.rulebook.conclusions import CONCLUSIONS
from pipeline.sources import collect
from tests.conftest import ROOT
from tests.wordings import page, source

Captured = pytest.CaptureFixture[str]
TEXTS = [folder for folder in (ROOT / "raw", ROOT / "tests" / "briefs") if folder.is_dir()]


def test_the_catalogue_is_whole() -> None:
    """Is every group of rules in every module of rules listed, under one layer?"""
    listed = [rules for groups in (OVER_TOKENS | OVER_PHRASES).values() for rules in groups]
    modules = [module.name for module in pkgutil.walk_packages(reading.__path__, "pipeline.reading.")]
    held = [vars(importlib.import_module(name)).values() for name in modules if name.endswith("_rules")]
    there = {id(value) for values in held for value in values if isinstance(value, Rules)}
    assert sorted(map(id, listed)) == sorted(there)


def test_a_name_stands_for_one_rule() -> None:
    """Is no name used twice, within a layer or across, for rules or for conclusions?"""
    names = [rule.name for rule in entries() if rule.layer != EVENTS] + [*CONCLUSIONS]
    assert len(names) == len(set(names))


def test_every_rule_has_its_proof() -> None:
    """Has every rule two examples and a counter-example, and a frame that cancels events two counter-examples?"""
    bare = [rule.name for rule in entries() if len(rule.examples) < 2 or not rule.counter]
    assert bare == ["cancel"] and len(FRAMES["cancel"].counter) >= 2


def test_the_list_shows_name_example_and_pattern(capsys: Captured) -> None:
    """Is each rule one line, below its layer, with what it finds in its first example and its pattern as written?"""
    assert main(["rules"]) == 0
    lines = capsys.readouterr().out.splitlines()
    layers = [line for line in lines if not line.startswith(" ")]
    assert len(lines) == len(layers) + len([*entries()]) + len(CONCLUSIONS)
    assert [line.split(":")[0].split(",")[0] for line in layers] == [*OVER_TOKENS, *OVER_PHRASES, "events", "concluded"]
    assert (
        "  iso-date                     “2018-02-09” in “Date modified: 2018-02-09”    year:YEAR - month:DAY - day:DAY"
    ) in lines
    assert all(
        " in “" in line and line.rpartition("”    ")[2] for line in lines[1 : lines.index(layers[-1])] if line[0] == " "
    )


@pytest.mark.parametrize("name", CONCLUSIONS)
def test_conclusions_are_drawn(name: str) -> None:
    """Is each conclusion drawn from its example?"""
    rows = reading.read(page(CONCLUSIONS[name].example))["evidence"]
    assert name in {row["rule"] for row in rows}


def test_every_conclusion_is_listed() -> None:
    """Does every name in evidence.rule, of the page, the briefs and all examples, stand in the book?"""
    texts = [text for folder in TEXTS for text in collect(folder)[0]]
    texts += [page(conclusion.example) for conclusion in CONCLUSIONS.values()]
    texts += [page(sentence) for rule in entries() for sentence, _ in rule.examples]
    known = {*CONCLUSIONS, *(rule.name for rule in entries())}
    named = {name for layer, name in firing.fired(texts) if layer == firing.CONCLUDED}
    assert named - known == set()


def test_rules_are_counted() -> None:
    """Is each match of a rule counted once, a rule that loses to a longer one not, and a conclusion by its cells?"""
    text = (
        "Ministers of Trade Ann Lee and Igor Kos met in Lima in May 2012 and pledged $3 million and £4 million to Peru."
    )
    counts = firing.fired([page(text)])
    assert counts["quantities", "money"] == 2 and counts["dates", "month-year"] == 2
    assert counts["dates", "bare-month"] == counts["quantities", "count"] - 1 == 0  # "two countries" of the page
    assert counts["offices", "office-holders"] == 1 and counts["offices", "office-holder"] == 0
    assert counts["events", "act"] == 2 and counts["concluded", "currency-of-publisher"] == 1
    assert firing.fired([source("Rien du tout.\n")]) == {}


def test_what_fires_nowhere_is_told(capsys: Captured, tmp_path: Path) -> None:
    """Given folders, is each rule's count printed and are those without a match named on stderr?"""
    (tmp_path / "canada-peru.txt").write_text(page("It met on 2013-05-02 in Lima.").text, encoding="utf-8")
    assert main(["rules", str(tmp_path), str(tmp_path)]) == 0
    said = capsys.readouterr()
    counted = {line.split()[0]: line.split()[1] for line in said.out.splitlines() if line.startswith(" ")}
    assert len(counted) == len([*entries()]) + len(CONCLUSIONS) and counted["iso-date"] == "2"
    (note,) = said.err.splitlines()
    assert note.startswith("note: ") and "dates numeric-date" in note and "iso-date" not in note
    assert main(["rules", str(tmp_path / "none")]) == 2
