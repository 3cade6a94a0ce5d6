"""Numbers that count nothing: of lists, sections, phones and codes; pairs, vague hundreds, relative dates."""

from __future__ import annotations

from .patterns import BOUNDARY, class_of
from .tokens import Tokens

_DAY, _YEAR, _NUM, _SCALE = map(class_of, ("DAY", "YEAR", "NUM", "SCALE"))
_LABELS = frozenset((
    "annex", "article", "articles", "box", "category", "chapter", "chapters", "decree", "figure", "floor", "goal",
    "grade", "item", "law", "level", "no", "number", "page", "pages", "paragraph", "paragraphs", "part", "phase",
    "pillar", "resolution", "resolutions", "room", "route", "section", "sections", "step", "table", "tier", "track",
    "type", "+",
))  # fmt: skip
_OF_PAIRS = frozenset(("the", "these", "those", "our", "both"))
_AS_MUCH = frozenset(("as", "bigger", "greater", "higher", "larger", "more", "that", "the", "what"))
_VAGUE = frozenset(("several", "few", "many"))
_APART = frozenset(("after", "before"))
_OF_ONE = frozenset(("the", "its", "their"))
_RELATIVE = frozenset(("later", "earlier", "ago", "hence", "previously", "before", "after"))


def is_label_or_code(tokens: Tokens, first: int, after: int) -> bool:
    """Is the number in the tokens from `first` to before `after` that of a list, a section, a phone, and no count?"""
    opens_unit = first == 0 or tokens.classes[first - 1] == BOUNDARY
    if tokens.classes[max(first - 2, 0) : first] in (BOUNDARY + "(", "(") and tokens.words[after] == ")":
        return True
    if opens_unit and (
        tokens.words[after] in (".", ")", ">")
        or (tokens.words[first].count(".") and tokens.classes[after] not in (_SCALE, BOUNDARY))
    ):
        return True
    before, glued = tokens.words[first - 1], first > 0 and tokens.ends[first - 1] == tokens.starts[first]
    if before.lower() in _LABELS:
        return True
    if glued and before == "-" and _is_code(tokens, first - 2):
        return True
    return (glued and before not in ("(", "[", '"', "-", "'")) or (
        tokens.words[after] in ("/", "-") and tokens.classes[after + 1] in (_DAY, _YEAR, _NUM)
    )


def _is_code(tokens: Tokens, at: int) -> bool:
    """Does the token begin a code, so that the number after its hyphen counts nothing: COVID-19 tests, F-35 jets?"""
    word = tokens.words[at]
    return (word.isupper() or word == "Covid") and tokens.ends[at] == tokens.starts[at + 1]


def is_pair(tokens: Tokens, first: int) -> bool:
    """Does a word before say that the two are known, so that "the two countries" says no more than "both"?"""
    return tokens.lower[first - 1] in _OF_PAIRS


def is_multiple(tokens: Tokens, after: int) -> bool:
    """Do the words that end before a token say how many times as much, and count nothing: three times as many as?"""
    return tokens.lower[after - 1] == "times" and tokens.lower[after].partition(" ")[0] in _AS_MUCH


def is_vague(tokens: Tokens, first: int, after: int) -> bool:
    """Is it several hundred, a few dozen?"""
    return tokens.lower[first] in ("hundred", "dozen") and tokens.lower[first - 1] in _VAGUE


def is_relative(tokens: Tokens, first: int, after: int) -> bool:
    """Does a span of time say when, and not how long: six years later, two months before, two years after 1990?

    "Eight years after the war" says how long it was.
    """
    apart = tokens.lower[after] in _APART and tokens.lower[after + 1] in _OF_ONE
    return not apart and tokens.lower[after] in _RELATIVE and tokens.lower[first - 1] != "for"
