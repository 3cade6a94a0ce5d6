"""Named rules over token classes, each with its proof, and where they match."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from .patterns import Prefix, beginning, compile_pattern, prefixes


@dataclass(frozen=True)
class Rule:
    """A named rule: its `expression` over class strings, as text, and the parts that say what it can begin with.

    `examples` are (sentence, quote found) and `counter` sentences in which the rule finds nothing; the tests run both.
    """

    name: str
    expression: str
    parts: tuple[str, ...]
    examples: tuple[tuple[str, str], ...]
    counter: tuple[str, ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The expression, compiled when the rule is first tried: who only imports the reading need not wait for it."""
        return re.compile(self.expression)

    @cached_property
    def begins(self) -> frozenset[Prefix]:
        """The classes that a match can begin with, one or two in a row."""
        return prefixes(self.parts)


def rule(name: str, pattern: str, examples: tuple[tuple[str, str], ...], counter: tuple[str, ...]) -> Rule:
    """A rule from a pattern in the language of `patterns`."""
    return Rule(name, *compile_pattern(pattern), examples, counter)


def clause_rule(name: str, pattern: str, examples: tuple[tuple[str, str], ...], counter: tuple[str, ...]) -> Rule:
    """A rule whose words are words of clauses: with a capital within a sentence they belong to a name instead."""
    return Rule(name, *compile_pattern(pattern, small=True), examples, counter)


class Hit(NamedTuple):
    """Where a rule matched: tokens `first` up to but not including `last`, with the match and the rule."""

    first: int
    last: int
    match: re.Match[str]
    rule: Rule


class Rules:
    """The rules of one layer in order, found by the classes that they can begin with."""

    def __init__(self, *rules: Rule) -> None:
        """Keep the rules in the order given."""
        self.rules = rules
        self._by_classes: dict[str, tuple[Rule, ...]] = {}  # by two classes in a row

    @cached_property
    def _begins(self) -> re.Pattern[str]:
        return beginning({prefix for rule in self.rules for prefix in rule.begins})

    @cached_property
    def _beginnings(self) -> list[tuple[Rule, re.Pattern[str]]]:
        return [(rule, beginning(rule.begins)) for rule in self.rules]

    def _beginning(self, classes: str) -> tuple[Rule, ...]:
        rules = self._by_classes.get(classes)
        if rules is None:
            rules = self._by_classes[classes] = tuple(
                [rule for rule, begins in self._beginnings if begins.match(classes)]
            )
        return rules

    def hits(self, classes: str) -> list[Hit]:
        """All matches that do not overlap: the earliest wins, then the longest, then the rule listed first."""
        found: list[Hit] = []
        reached = 0
        for begin in self._begins.finditer(classes):
            at = begin.start()
            if at < reached:
                continue
            best: Hit | None = None
            for rule in self._beginning(classes[at : at + 2]):
                match = rule.pattern.match(classes, at)
                if match and match.end() > reached:
                    reached = match.end()
                    best = Hit(at, reached, match, rule)
            if best:
                found.append(best)
        return found
