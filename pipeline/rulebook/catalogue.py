"""Every rule that matches words, layer by layer, with the pattern as it is written and the sentences that prove it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pipeline import reading
from pipeline.reading.date_rules import DATE_RULES
from pipeline.reading.events.frame_rules import FRAMES
from pipeline.reading.lexicon import rows
from pipeline.reading.lists.goods_rules import CARRIED_RULES, CLOSING_RULES, OPENING_RULES
from pipeline.reading.lists.sector_rules import SECTOR_RULES
from pipeline.reading.name_rules import COMPANY_RULES, FRAMED_RULES, HEADED_RULES, PERSON_RULES, PLACE_RULES
from pipeline.reading.quantity_rules import QUANTITY_RULES
from pipeline.reading.roles.line_rules import LINE_RULES
from pipeline.reading.roles.member_rules import MEMBER_RULES
from pipeline.reading.roles.membership_rules import RELATIVE_RULES, ROLE_RULES
from pipeline.reading.roles.office_rules import OFFICE_RULES

# The rules of each layer, in the order in which they are tried; each group competes for the same words.
OVER_TOKENS = {
    "names": (PERSON_RULES, HEADED_RULES, FRAMED_RULES, COMPANY_RULES, PLACE_RULES),
    "dates": (DATE_RULES,),
    "quantities": (QUANTITY_RULES,),
    "goods": (OPENING_RULES, CLOSING_RULES, CARRIED_RULES),
    "sectors": (SECTOR_RULES,),
}
OVER_PHRASES = {"offices": (OFFICE_RULES,), "memberships": (ROLE_RULES, RELATIVE_RULES, MEMBER_RULES, LINE_RULES)}
EVENTS = "events"
_SHOWN = 4  # words of a frame


class Entry(NamedTuple):
    """One rule, its pattern on one line, and its proof: (sentence, what it finds there), and sentences without."""

    layer: str
    name: str
    pattern: str
    examples: tuple[tuple[str, str], ...]
    counter: tuple[str, ...]


def entries() -> Iterator[Entry]:
    """Yield every rule, grouped by layer. The frames of events have words of `triggers.csv` in place of a pattern."""
    written = _patterns()
    for layer, groups in (OVER_TOKENS | OVER_PHRASES).items():
        for rule in (rule for group in groups for rule in group.rules):
            yield Entry(layer, rule.name, written[rule.name], rule.examples, rule.counter)
    words = _words_of_frames()
    for name, frame in FRAMES.items():
        yield Entry(EVENTS, name, _first(words[name]), frame.examples, frame.counter)


def _first(words: list[str]) -> str:
    return " | ".join(words[:_SHOWN]) + (" | …" if len(words) > _SHOWN else "")


@cache
def _patterns() -> dict[str, str]:
    """The pattern of each rule as its module writes it; what stands in braces is a part that several rules share."""
    found: dict[str, str] = {}
    for file in sorted(Path(reading.__file__).parent.rglob("*_rules.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("rule", "clause_rule"):
                name, pattern = node.args[:2]
                if isinstance(name, ast.Constant):
                    found[str(name.value)] = " ".join("".join(_pieces(pattern)).split())
    return found


def _pieces(pattern: ast.expr) -> Iterator[str]:
    for piece in pattern.values if isinstance(pattern, ast.JoinedStr) else [pattern]:
        yield str(piece.value) if isinstance(piece, ast.Constant) else ast.unparse(piece)


@cache
def _words_of_frames() -> dict[str, list[str]]:
    words: dict[str, dict[str, None]] = {name: {} for name in FRAMES}
    for row in rows("triggers"):
        if row["frame"] in words:
            words[row["frame"]][next(filter(None, row["forms"].split("|")))] = None  # some verbs lack a base form
    return {name: [*forms] for name, forms in words.items()}
