"""How often each rule fires in some texts: matches that it wins against the rules it competes with.

What a match is worth is decided later, so a rule may fire and still give no row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from pipeline import reading
from pipeline.reading.brief import Brief, understand
from pipeline.reading.events.event_triggers import find_triggers
from pipeline.reading.patterns import BOUNDARY
from pipeline.sources import Source

from .catalogue import EVENTS, OVER_PHRASES, OVER_TOKENS

CONCLUDED = "concluded"  # the layer of the names that stand in evidence.rule
Fired = Counter[tuple[str, str]]  # by layer and rule


def fired(sources: Iterable[Source]) -> Fired:
    """Count the matches of each rule and the cells that each conclusion gave; texts that are refused have none."""
    counts: Fired = Counter()
    for source in sources:
        try:
            brief, tables = understand(source), reading.read(source)
        except reading.Refused:
            continue
        counts.update(_matches(brief))
        counts.update((CONCLUDED, str(row["rule"])) for row in tables["evidence"] if row["rule"])
    return counts


def _matches(brief: Brief) -> Iterable[tuple[str, str]]:
    for layer, groups in (OVER_TOKENS | OVER_PHRASES).items():
        classes = brief.phrases.classes if layer in OVER_PHRASES else brief.tokens.classes
        if layer == "quantities":
            classes = _without_names_and_dates(brief)
        for rules in groups:
            yield from ((layer, hit.rule.name) for hit in rules.hits(classes))
    yield from ((EVENTS, trigger.frame) for _, _, trigger in find_triggers(brief.tokens, brief.phrases, set()))


def _without_names_and_dates(brief: Brief) -> str:
    """The classes with a boundary where a name or a date stands, as quantities are looked for."""
    classes = list(brief.tokens.classes)
    spans = [(name.first, name.last) for name in brief.names] + [(when.first, when.last) for when in brief.dates]
    for first, last in spans:
        classes[first:last] = BOUNDARY * (last - first)
    return "".join(classes)
