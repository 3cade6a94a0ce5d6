"""Things that a number counts which the clause told before: "Of the 85 companies, 19 take part", "they number 28"."""

from __future__ import annotations

from .patterns import BOUNDARY, class_of, classes_of
from .tokens import Tokens

_COUNTING = classes_of("NUMBER") | {class_of("NUMWORD"), class_of("QUALIFIER")}
_OWN = frozenset(map(class_of, ("DEMONYM", "REGIONAL", "CAPITAL", "BODY")))  # begin a thing of its own
_PLACES = frozenset(map(class_of, ("COUNTRY", "PLACE", "REGION")))  # students in Norway now number 300
_WHOSE = frozenset(("the", "its", "their", "these", "those", "our", "all"))
_NUMBERING = frozenset(("number", "numbered", "numbering"))
COMMUNITIES = frozenset(("community", "diaspora"))
_SIZED = frozenset(
    ("at", "exceeds", "is", "number", "numbered", "numbering", "numbers", "of", "reached", "totals", "was")
)
_NOW = frozenset(("today", "now", "currently", "still", "together"))
_WHO = frozenset((",", "who", "which", "that", "they"))  # stand for the subject, as a clause does that is told aside
_PARTS = 6  # tokens from "of" to the thing that some are of: Of the more than 2,000 young Canadians


def is_part_of_opening(tokens: Tokens, told: int, first: int, after: int) -> bool:
    """Does a sentence open with the things, told at a token, that a number without a thing counts some of?

    The number stands in the tokens from `first` to before `after`: Of the roughly 85 companies there, 19 take part.
    """
    lower, classes = tokens.lower, tokens.classes
    if classes[first - 1] != "," or classes[after] in _OWN:
        return False
    opens = classes.rfind(BOUNDARY, 0, first) + 1
    opens += lower[opens : opens + 2] == ["out", "of"]
    if lower[opens] != "of" or not opens < told <= opens + _PARTS:
        return False
    return classes[opens + 1 + (lower[opens + 1] in _WHOSE)] in _COUNTING


def community_before(tokens: Tokens, first: int) -> int:
    """The community that a number before which it is told is the size of: "the Laotian community in Oslo numbers 300".

    It is 0 where there is none, or where the number is not said to be its size.
    """
    lower = tokens.lower
    if lower[first - 1] not in _SIZED:
        return 0
    opens = tokens.classes.rfind(BOUNDARY, 0, first) + 1
    return next((at for at in range(first - 2, opens, -1) if lower[at] in COMMUNITIES), 0)


def numbering(tokens: Tokens, first: int) -> int | None:
    """The token that ends the subject of the verb of number before a number: "mines number 28", "they now number 28".

    It is the first token of the sentence where the subject stands further off, and None where there is no such verb.
    """
    lower, at = tokens.lower, first - 1
    if lower[at] not in _NUMBERING:
        return None
    verb, at = lower[at], at - 1
    while lower[at] in _NOW:
        at -= 1
    if verb == "numbering":
        at -= lower[at] == ","
    elif lower[at] in _WHO:
        opens = tokens.classes.rfind(BOUNDARY, 0, at) + 1
        return opens + (lower[opens] in _WHOSE)
    return at - 2 if tokens.classes[at] in _PLACES and lower[at - 1] == "in" else at
