"""Every rule against its own examples and counter-examples, and the language the rules are written in."""

from __future__ import annotations

import pytest

from pipeline.reading.date_rules import DATE_RULES
from pipeline.reading.document import view_of
from pipeline.reading.lexicon import lexicon
from pipeline.reading.name_rules import COMPANY_RULES, FRAMED_RULES, HEADED_RULES, PERSON_RULES, PLACE_RULES
from pipeline.reading.patterns import compile_pattern, literals
from pipeline.reading.quantity_rules import QUANTITY_RULES
from pipeline.reading.rules import Rule, Rules
from pipeline.reading.tokens import tokenise
from tests.wordings import layer_quotes

LAYERS = {
    "dates": DATE_RULES,
    "names": PERSON_RULES,
    "headed": HEADED_RULES,
    "framed": FRAMED_RULES,
    "companies": COMPANY_RULES,
    "places": PLACE_RULES,
    "quantities": QUANTITY_RULES,
}
ALL = [pytest.param(layer, rule, id=f"{layer}:{rule.name}") for layer, rules in LAYERS.items() for rule in rules.rules]


def matched_by(rules: Rules, name: str, sentence: str) -> list[str]:
    """The quotes that one rule finds among all rules of its layer."""
    tokens = tokenise(view_of(sentence), [(0, len(sentence))])
    quotes = []
    for hit in rules.hits(tokens.classes):
        if hit.rule.name == name:
            groups = hit.match.re.groupindex
            first, last = hit.match.span("name") if "name" in groups else (hit.first, hit.last)
            quotes.append(sentence[tokens.starts[first] : tokens.ends[last - 1]])
    return quotes


@pytest.mark.parametrize(("layer", "rule"), ALL)
def test_examples(layer: str, rule: Rule) -> None:
    """Does each rule find the quote that its examples name?"""
    assert len(rule.examples) >= 2 and len(rule.counter) >= 1
    for sentence, quote in rule.examples:
        found = matched_by(LAYERS[layer], rule.name, sentence)
        if layer in ("quantities", "dates"):
            found += layer_quotes(layer, sentence)
        assert quote in found, (sentence, found)


@pytest.mark.parametrize(("layer", "rule"), ALL)
def test_counter_examples(layer: str, rule: Rule) -> None:
    """Does each rule keep its hands off its counter-examples?"""
    for sentence in rule.counter:
        rows = layer_quotes(layer, sentence) if layer in ("quantities", "dates") else None
        assert not matched_by(LAYERS[layer], rule.name, sentence) or rows == [], (sentence, rows)


def test_literals_are_free() -> None:
    """Is every small word that a pattern over tokens names left to it by the lexicon?"""
    heads = lexicon().heads
    named = "".join(rule.pattern.pattern for rules in LAYERS.values() for rule in rules.rules)
    taken = [word for word, klass in literals().items() if klass in named and word in heads and heads[word].alone]
    assert taken == []


@pytest.mark.parametrize("pattern", ["NOSUCH", "year:YEAR ~", "DAY ^ MONTH"])
def test_bad_patterns_are_refused(pattern: str) -> None:
    """Does a pattern with a class that does not exist, or a sign out of the language, raise at once?"""
    with pytest.raises(ValueError):
        compile_pattern(pattern)
