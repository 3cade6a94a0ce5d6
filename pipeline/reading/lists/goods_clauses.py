"""Lists before the verb of their clause, and what goes on after a list with an amount or a place of its own."""

from __future__ import annotations

from collections.abc import Iterator

from ..directions import turns
from ..patterns import BOUNDARY, class_of
from ..rules import Hit
from ..tokens import Tokens
from .good_names import GoodLists
from .list_words import AND, APART, emphasis
from .things import Item

_TRADE = class_of("MEASURE") + class_of("TRADEVERB")
_GOING_ON = AND | APART
_CAME = frozenset(("came", "come", "comes", "ranked", "ranks", "was", "were", "is", "are"))
_ENDS = frozenset(".;" + BOUNDARY)
_MAKING = frozenset(("accounted", "made", "represented", "constituted", "formed", "was", "were", "is", "are", "came"))
_PLACES = frozenset(("second", "third", "fourth", "next"))
# words between a good and the word for a flow, or before that word, with which the good is not told to flow
_NO_LIST = frozenset((
    "not", "no", "never", "neither", "nor", "hardly", "subject", "talks", "negotiations", "dispute", "agreement", "ban",
    "banned", "excluded", "restrictions", "restricted", "tariff", "tariffs", "duty", "duties", "quota", "quotas",
    "sanctions", "despite", "affected", "exempt", "promote", "promotion", "potential", "without", "if", "because",
    "before", "after", "expected", "topic", "theme", "themes",
))  # fmt: skip
# what is no flow after the word for one: export quotas
_OF_FLOW = frozenset((
    "duties", "duty", "tariff", "tariffs", "quota", "quotas", "ban", "bans", "licence", "licences", "licensing",
    "restrictions", "controls", "prices", "price", "substitution", "permits", "requirements", "rules", "credits",
    "promotion", "growth", "potential", "opportunities", "forum", "agency", "strategy", "finance", "insurance",
))  # fmt: skip
_NEAR = 5  # tokens near the words for a flow: "tariffs on all Canadian exports"
_CLOSING = {"(": ")", "-": "-"}  # what ends a list that these begin: "Two goods (tin and rye) are"
_WITH = AND | {"with"}  # after a comma these begin a list before a participle: ", with oats making up the rest"
_LEAD = 12  # tokens of an opening phrase before a list: "In the same year, "
_BE = frozenset(("is", "are", "was", "were", "been", "remain", "remains", "remained"))
_LISTED = frozenset(("ranked", "included", "counted", "listed", "numbered", "exported", "imported", "purchased"))


def starts(lists: GoodLists, at: int) -> Iterator[int]:
    """Where a list that ends at a token may begin: with its clause, after an opening phrase and a comma, after a comma
    and an "and", or after a word for goods and a dash, bracket, comma or "such as" ("Five products – tin, rye …").
    """
    tokens, first = lists.tokens, at
    while first and tokens.classes[first - 1] not in ";:.\n" and tokens.lower[first - 1] not in APART:
        first -= 1
    yield first
    along = _WITH if tokens.lower[at].endswith("ing") else AND
    opening = tokens.classes.find(",", first, min(first + _LEAD, at))
    for mark in range(first, at):
        said = emphasis(tokens.lower, mark)[1]
        if said > mark and lists.stands_for_goods(mark - 1):
            yield said
        again = tokens.classes[mark] == "," and tokens.lower[mark + 1] in along
        apart = tokens.classes[mark] in "-(," and lists.stands_for_goods(mark - 1)
        if mark == opening or again or apart:
            yield mark + 1 + again


def is_subject(lists: GoodLists, items: list[Item], start: int, end: int, verb: int) -> bool:
    """Does a list reach to its verb, but for an aside ("tin, refined here, is"), and name more than "products"?"""
    if lists.is_vague(items[0]) and not items[0].details:
        return False
    marks = lists.tokens.classes
    comma = end + (marks[end] == _CLOSING.get(marks[start - 1], ","))
    return verb in (end, comma) or (comma > end and marks[verb] == "," and marks.find(",", comma) == verb)


def ends_well(tokens: Tokens, hit: Hit, end: int) -> bool:
    """Does a list end as its rule needs: "of which oats [made up]", not "In the other direction, boats are dear"?"""
    if "then" in tokens.lower[hit.first : hit.last] or (
        hit.rule.name == "other-way" and tokens.classes[hit.last - 1] == ","
    ):
        return tokens.classes[end] in _ENDS
    if hit.rule.name == "among-exports":
        return _NO_LIST.isdisjoint(tokens.lower[end : end + _NEAR])
    return hit.rule.name != "of-which" or tokens.lower[end] in _MAKING


def going_on(lists: GoodLists, at: int) -> Iterator[tuple[list[Item], int]]:
    """The goods after a list that have their own amount or place, and where each run of them ends.

    "… half of exports, [fish] 9 per cent, while [oats] came next"; what is told of another flow is none of them.
    """
    tokens, (_, last) = lists.tokens, lists.tokens.span_of(lists.tokens.units[at - 1])
    while at < last and tokens.classes[at] not in _TRADE and not turns(tokens.lower, at):
        if tokens.classes[at] not in ",;" and tokens.lower[at] not in _GOING_ON:
            at += 1
            continue
        lists.sure = False
        items, end = lists.read(at + 1)
        ranked = tokens.lower[end] in _CAME and tokens.lower[end + 1] in _PLACES
        told = ranked or bool(items and end > items[-1].last and not items[-1].details)
        if items and told and all(map(lists.is_good, items)) and not _flows_itself(tokens, end, last):
            yield items, end
        at = max(at + 1, end)


def _flows_itself(tokens: Tokens, at: int, last: int) -> bool:
    """Does the rest of a clause say how its goods flow: "…; mangoes and tea are imported from there"?"""
    while at < last and tokens.classes[at] not in ",;.":
        if tokens.classes[at] in _TRADE:
            return True
        at += 1
    return False


def tells(tokens: Tokens, first: int, last: int) -> bool:
    """Do the words from a verb to those for a flow say that goods flow? "Are subject to import duties" do not."""
    lower = tokens.lower
    if lower[first] in _BE and lower[first + 1].endswith("ed") and lower[first + 1] not in _LISTED:
        return False  # "oil was discovered and exports followed"
    return _NO_LIST.isdisjoint(lower[first:last]) and lower[last - 2] != "for" and lower[last] not in _OF_FLOW


def barred(tokens: Tokens, at: int, start: int = 0) -> bool:
    """Do the words before those for a flow, back to `start`, tell of what bears on it: "tariffs on exports of beef"?"""
    return not _NO_LIST.isdisjoint(tokens.lower[max(at - _NEAR, start) : at])
