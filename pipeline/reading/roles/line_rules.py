"""The rules for lines that begin with a body and tell who is what there: OAS: both countries; NATO: Canada is a member."""

from __future__ import annotations

import re

from ..brief import Brief
from ..dashes import is_dash
from ..patterns import BOUNDARY, compile_pattern, only
from ..rules import Hit, Rules, rule
from .member_rules import BOTH, COUNTRY_LIST
from .membership_rules import ROLE, SHORT

_LABEL = re.compile(
    "(?m)^" + compile_pattern(f"ANY{{0,2}} list:(BODY {SHORT}? ((,|and|&) the? BODY {SHORT}?)*) mark:(:|-)")[0]
)

# Their body is that of the line; `members` are who belongs to it.
LINE_RULES = Rules(
    rule("line-members", f"(:|-|;) role:(members:({BOTH} | {COUNTRY_LIST}))",
         (("G20: both countries", ": both countries"), ("WTO: Canada, Chile and Peru", ": Canada, Chile and Peru"), ("OAS – both", "– both")), ("OAS: a forum",)),
    rule("line-role", f"{ROLE}",
         (("NATO: Canada is a founding member", "member"), ("Arctic Council: Germany takes part as an observer", "observer")), ("OAS: a forum",)),
    rule("line-verb", "verb:(joined|rejoined|acceded|chaired|presides|participates|belongs|belong)",
         (("NATO: Poland joined in 1999", "joined"), ("OAS: Peru chaired in 2015", "chaired")), ("OAS: a forum",)),
    rule("line-led", f"verb:(chaired|hosted|founded|presided QUALIFIER) by members:({COUNTRY_LIST})",
         (("Arctic Council: chaired by Canada since May 2013", "chaired by Canada"), ("G20: currently hosted by Mexico", "hosted by Mexico")), ("OAS: chaired by a judge",)),
)  # fmt: skip
_NAMES = frozenset(rule.name for rule in LINE_RULES.rules)


def of_line(hit: Hit) -> bool:
    """Is it a match in a line that begins with a body?"""
    return hit.rule.name in _NAMES


def label_of(brief: Brief, at: int) -> tuple[int, int] | None:
    """The phrases of the bodies that the line of a phrase begins with, a colon or a dash behind them."""
    classes = brief.phrases.classes
    label = _LABEL.match(classes, classes.rfind(BOUNDARY, 0, at) + 1)
    if label is None:
        return None
    apart = label["mark"] == ":" or is_dash(brief.tokens, brief.phrases, label.start("mark"))  # not "NATO-led"
    return label.span("list") if apart else None


def line_hits(brief: Brief) -> list[Hit]:
    """Where the rules match in the lines of a brief that begin with a body."""
    classes = brief.phrases.classes
    if not _LABEL.search(classes):
        return []
    return LINE_RULES.hits(only(classes, lambda _, one: _LABEL.match(one) is not None))
