"""Named rules over token classes, each with its proof, and where they match."""

from __future__ import annotations

import re
from typing import NamedTuple

from .patterns import compile_pattern


class Rule(NamedTuple):
    """A named rule: `pattern` over class strings, `begins` for the classes it can begin with.

    `examples` are (sentence, quote found) and `counter` sentences in which the rule finds nothing; the tests run both.
    """

    name: str
    pattern: re.Pattern[str]
    begins: re.Pattern[str]
    examples: tuple[tuple[str, str], ...]
    counter: tuple[str, ...]


def rule(name: str, pattern: str, examples: tuple[tuple[str, str], ...], counter: tuple[str, ...]) -> Rule:
    """A rule from a pattern in the language of `patterns`."""
    return Rule(name, *compile_pattern(pattern), examples, counter)


class Hit(NamedTuple):
    """Where a rule matched: tokens `first` up to but not including `last`, with the match and the rule."""

    first: int
    last: int
    match: re.Match[str]
    rule: Rule


class Rules(dict[str, tuple[Rule, ...]]):
    """The rules of one layer, in order, and by the class that they can begin with."""

    def __init__(self, *rules: Rule) -> None:
        """Keep the rules in the order given."""
        super().__init__()
        self.rules = rules

    def __missing__(self, klass: str) -> tuple[Rule, ...]:
        self[klass] = found = tuple(rule for rule in self.rules if rule.begins.match(klass))
        return found

    def hits(self, classes: str) -> list[Hit]:
        """All matches that do not overlap: the earliest wins, then the longest, then the rule listed first."""
        found: list[Hit] = []
        reached = 0
        for at, klass in enumerate(classes):
            if at < reached or not (rules := self[klass]):
                continue
            for rule in rules:
                match = rule.pattern.match(classes, at)
                if match and match.end() > reached:
                    if reached > at:
                        found.pop()
                    reached = match.end()
                    found.append(Hit(at, reached, match, rule))
        return found
