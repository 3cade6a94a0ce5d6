"""Numbers that count nothing: those of lists and sections, of phones and codes."""

from __future__ import annotations

from .patterns import BOUNDARY, class_of
from .tokens import Tokens

_DAY, _YEAR, _NUM, _SCALE = map(class_of, ("DAY", "YEAR", "NUM", "SCALE"))
_LABELS = frozenset(("section", "article", "chapter", "no", "page", "room", "number", "resolution", "box", "+"))


def is_label_or_code(tokens: Tokens, first: int, after: int) -> bool:
    """Is the number in the tokens from `first` to before `after` that of a list, a section, a phone, and no count?"""
    opens_unit = first == 0 or tokens.classes[first - 1] == BOUNDARY
    if opens_unit and (
        tokens.words[after] in (".", ")", ">") or (tokens.words[first].count(".") and tokens.classes[after] != _SCALE)
    ):
        return True
    before, glued = tokens.words[first - 1], first > 0 and tokens.ends[first - 1] == tokens.starts[first]
    if before.lower() in _LABELS:
        return True
    return (glued and before not in ("(", "[", '"', "-", "'")) or (
        tokens.words[after] in ("/", "-") and tokens.classes[after + 1] in (_DAY, _YEAR, _NUM)
    )
