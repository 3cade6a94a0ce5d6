"""The command `rules`: list every rule with its proof, or count how often each fires in the texts of some folders."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby
from pathlib import Path

from pipeline.errors import Unusable, one_line
from pipeline.sources import collect

from . import firing
from .catalogue import Entry, entries
from .conclusions import CONCLUSIONS

Say = Callable[[str], None]
_WIDTH = 28  # of a name


def list_rules(say: Say) -> None:
    """Print each rule on a line: its name, its first example with what it finds there, and its pattern."""
    for layer, rules in groupby(entries(), key=lambda rule: rule.layer):
        say(f"{layer}:")
        for rule in rules:
            say(f"  {rule.name:<{_WIDTH}} {_example(rule)}    {rule.pattern}")
    say(f"{firing.CONCLUDED}, by the name in evidence.rule:")
    for name, conclusion in CONCLUSIONS.items():
        say(f"  {name:<{_WIDTH}} {conclusion.meaning}, as in “{one_line(conclusion.example)}”")


def count_rules(folders: Iterable[Path], say: Say, complain: Say) -> None:
    """Print how often each rule fires in the texts of some folders, and at the end those that fire nowhere.

    Raises Unusable where a folder holds no text. A text that is refused is told and passed over.
    """
    sources = []
    for folder in folders:
        found, refused = collect(folder)
        sources += found
        for refusal in refused:
            complain(f"{refusal}")
    if not sources:
        raise Unusable("no text can be read: name folders of *.txt files")
    counts, names = firing.fired(sources), _names()
    silent = []
    for layer, group in groupby(names, key=lambda pair: pair[0]):
        say(f"{layer}:")
        for _, name in group:
            say(f"  {name:<{_WIDTH}} {counts[layer, name]:>6,}")
            silent += [] if counts[layer, name] else [f"{layer} {name}"]
    if silent:
        complain(f"note: {len(silent)} of {len(names)} fire nowhere in these texts: {', '.join(silent)}")


def _names() -> list[tuple[str, str]]:
    return [(rule.layer, rule.name) for rule in entries()] + [(firing.CONCLUDED, name) for name in CONCLUSIONS]


def _example(rule: Entry) -> str:
    if not rule.examples:
        return f"nothing in “{one_line(rule.counter[0])}”"
    sentence, finding = rule.examples[0]
    return f"“{one_line(finding)}” in “{one_line(sentence)}”"
