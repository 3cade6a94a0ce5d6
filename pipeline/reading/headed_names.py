"""Names that a word in them tells: a head word such as Agreement, a country after a brand, "programme" behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .company_names import named_companies
from .headed_spans import after_person, in_field, of_people, own_of_first, to_countries, two
from .name import Name
from .name_rules import FRAMED_RULES, HEADED_RULES
from .patterns import BOUNDARY, class_of, classes_of, literal
from .rules import Hit
from .tokens import Tokens

_PLACE, _COUNTRY, _HEAD, _YEAR = map(class_of, ("PLACE", "COUNTRY", "HEAD", "YEAR"))
_CAPITAL, _ACRONYM, _PORTFOLIO = map(class_of, ("CAPITAL", "ACRONYM", "PORTFOLIO"))
_TITLE, _HEADS_ALONE = class_of("TITLE"), {_HEAD, "/"}
_KIND_OF_RULE = {
    "body-event": "meeting",
    "programme-apposed": "programme",
    "programme-named": "programme",
    "national-brand": "organisation",
    "national-brand-first": "organisation",
}
_ALSO_OTHERS = ("project", "scholarships", "fellowships")  # words that not only programmes have behind them
_PROGRAMMES = "".join(map(literal, ("activity", "program", "programme", "initiative", "scheme", *_ALSO_OTHERS)))
_ANCHORS = re.compile(f"[{_PROGRAMMES}'\"]|(?<=[{''.join(sorted(classes_of('BRAND')))}]){_COUNTRY}")
_BEFORE_ANCHOR, _BEHIND_ANCHOR = 20, 20  # tokens
_OWN = frozenset(map(class_of, ("CAPITAL", "GUARDED", "PORTFOLIO", "ACRONYM", "HEAD")))
_ALONE = "institution"  # a head word that is a name by itself: Senate, Parliament
_SITTINGS = frozenset(("Meeting", "Meetings", "Session", "Sessions"))  # of a body, which has the name
# Head words that make no name with words of these classes alone: International Organizations, the Indian Community.
_ORDINALS = classes_of("ORDINAL")
_RANKS = _ORDINALS | {class_of("SUPERLATIVE")}
_FIELDS = frozenset(map(class_of, ("DEMONYM", "PORTFOLIO", "COUNTRY", "REGIONAL")))
_NATIONS = frozenset(map(class_of, ("DEMONYM", "COUNTRY")))
_COMMON = {
    "Office": frozenset((_PLACE,)),  # the Oslo Office of an embassy
    **dict.fromkeys(("Services", "Organizations", "Organisations", "Agencies", "Institutes", "Universities"), _FIELDS),
    "Community": _NATIONS,
}
SHIPS = frozenset(("HMS", "HMAS", "HMCS", "HMNZS", "INS", "USNS", "USS"))  # before a ship's name: HMS Wellington
_BRANDS = frozenset(("Air", "Destination", "Invest", "Team", "Tourism"))  # that open a sentence with a country
_COMPANY_ENDS = frozenset(
    (
        "Limited",
        "Ltd",
        "Ltd.",
        "Inc",
        "Inc.",
        "Corp",
        "Corp.",
        "PLC",
        "plc",
        "LLC",
        "GmbH",
        "AG",
        "ASA",
        "S.A.",
        "NV",
        "Oyj",
    )
)
_PROPER = frozenset(map(class_of, ("CAPITAL", "GUARDED", "ACRONYM")))
_BETWEEN = frozenset((",", "and"))
_OF_HEADINGS = frozenset((
    "Recent", "Major", "Main", "Key", "Other", "Official", "Bilateral", "Selected", "Important", "Current", "Past",
    "Upcoming", "Latest", "Principal", "Visits", "Contacts", "Relevant", "Ongoing",
))  # fmt: skip
_SMALL = frozenset(("of", "for", "to", "in", "with", "without"))
_COMPASS = frozenset((
    "Upper", "Lower", "Northern", "Southern", "Eastern", "Western", "Central", "North-East", "Northeast", "North-West",
    "Northwest", "South-East", "Southeast", "South-West", "Southwest", "Greater",
))  # fmt: skip
_QUOTES, _INDEFINITE = frozenset("'\""), frozenset(("a", "an"))


def headed_names(tokens: Tokens) -> Iterator[Name]:
    """The names that a word in or behind them tells, with the kind it stands for."""
    framed = list(_framed(tokens))
    quoted = {last for _, last in framed if last}
    for hit in HEADED_RULES.hits(tokens.classes):
        span = hit.match.span("name")
        name = _headed(tokens, hit) if "head" in hit.match.re.groupindex else _branded(tokens, hit.rule.name, *span)
        if name and name.last not in quoted:
            yield from two(tokens, name)
    yield from (name for name, _ in framed)
    yield from named_companies(tokens)


def _framed(tokens: Tokens) -> Iterator[tuple[Name, int]]:
    """Names that quotes, a country or "programme" behind them tell; with the end of the head word before a quoted one.

    That head word names nothing of its own then: a Joint Declaration, "Partners in Trade".
    """
    reached = 0
    for anchor in _ANCHORS.finditer(tokens.classes):
        start = max(reached, tokens.classes.rfind(BOUNDARY, 0, anchor.start()) + 1, anchor.start() - _BEFORE_ANCHOR)
        for hit in FRAMED_RULES.hits(tokens.classes[start : anchor.end() + _BEHIND_ANCHOR]):
            first, last = (at + start for at in hit.match.span("name"))
            if hit.rule.name == "quoted":
                at = hit.match.start("head") + start
                yield Name(first, last, tokens.entries[at].value, "name"), at + 1
            elif name := _branded(tokens, hit.rule.name, first, last):
                yield name, 0
            reached = start + hit.last


def _branded(tokens: Tokens, rule: str, first: int, last: int) -> Name | None:
    """A name without a head word, of the kind that its rule finds, where one of its words is its own."""
    kind = _KIND_OF_RULE[rule]
    if tokens.classes[last - 1] == _YEAR:
        kind = "programme"  # Global Ireland 2025
    if rule == "national-brand" and tokens.words[first] in _COMPASS:
        return Name(first, last, "place", "name")  # Upper Egypt
    goes_on = rule == "national-brand" and (tokens.classes[last] in (_CAPITAL, "-", "'") or _is_ranking(tokens, last))
    if rule == "programme-named" and last - first == 1 and tokens.classes[first] not in (_CAPITAL, _ACRONYM):
        return None  # the Government programme
    loose = rule == "programme-named" and tokens.lower[last] in _ALSO_OTHERS
    if loose and _SMALL.isdisjoint(tokens.lower[first:last]):
        return None  # the project of a mine or dam, scholarships of a country
    opens = last - first == 2 and tokens.classes[first - 1] == BOUNDARY and tokens.classes[first] == _CAPITAL
    if rule == "national-brand" and ((opens and tokens.words[first] not in _BRANDS) or tokens.words[first] in SHIPS):
        return None  # "Historically Norway has", "Visiting Norway"
    nameless = rule != "body-event" and _OWN.isdisjoint(tokens.classes[first:last])
    return None if goes_on or nameless else Name(first, last, kind, "name")


def _is_ranking(tokens: Tokens, at: int) -> bool:
    """Does a rank that a country gives follow its name: makes the Union "Peru's third-largest partner"?"""
    return tokens.words[at] == "'s" and tokens.classes[at + 1] in _RANKS


def _headed(tokens: Tokens, hit: Hit) -> Name | None:
    (first, last), at = hit.match.span("name"), hit.match.start("head")
    kind = tokens.entries[at].value
    first, last = after_person(tokens, of_people(tokens, first), at), to_countries(tokens, at, in_field(tokens, last))
    if tokens.words[at] in _SITTINGS and tokens.lower[at + 1] == "of" and _HEAD in tokens.classes[at + 1 : last]:
        first = at + 2 + (tokens.lower[at + 2] == "the")  # "the Meeting of the Joint Commission": the Commission
        kind = tokens.entries[tokens.classes.rindex(_HEAD, first, last)].value
    elif at == last - 2 and tokens.classes[at + 1] in (_PLACE, _COUNTRY):
        # "British Embassy Oslo", but no "Trade Agreement Norway", nor "makes the Union Norway's largest partner"
        last -= kind != "organisation" or tokens.words[last] == "'s"
    if last - first == 1 and (own := own_of_first(tokens, first, last, kind)):
        return Name(first, own, kind, "name")  # Lake Victoria
    onward = tokens.classes[last] == _CAPITAL or (tokens.classes[last] == _PORTFOLIO and kind == "place")
    onward = onward or (tokens.classes[last] == _TITLE and kind == _ALONE)  # "Cabinet Secretary"
    if onward and tokens.classes[last - 1] == _HEAD:
        return None  # the name goes on: a Sectoral Dialogue Partner
    if tokens.words[at] == "Forum" and (
        tokens.classes[first - 1] in _ORDINALS or tokens.lower[first - 2 : first] == ["at", "the"]
    ):
        kind = "meeting"  # the second Science Forum; else it may be a body
    if tokens.words[at] in _COMPANY_ENDS:  # no list: Zorbing, Quelm and Makers Ltd
        first = max([first, *(mark + 1 for mark in range(first, at) if tokens.lower[mark] in _BETWEEN)])
    if set(tokens.classes[first:last]) == _HEADS_ALONE or (last == at + 1 and _is_heading(tokens, first, at)):
        return None  # MoUs/Agreements, Recent Visits and Meetings
    if tokens.words[at] == "Partnership" and "signed" in tokens.words[last : last + 3]:
        kind = "agreement"
    may_be_common = kind == "organisation" or tokens.words[at] == "Partnership"
    if may_be_common and _is_common(tokens, first, at, last):
        return None
    if last - first > 1 or kind == _ALONE or " " in tokens.words[first]:
        return Name(first, last, "organisation" if kind == _ALONE else kind, "name")
    return None


def _is_heading(tokens: Tokens, first: int, head: int) -> bool:
    """Is this what a page calls several things of a kind, not the name of one: "Major Agreements"?"""
    return tokens.words[head][-1] == "s" and tokens.words[first] in _OF_HEADINGS


def _is_common(tokens: Tokens, first: int, head: int, last: int) -> bool:
    """Is this what any country may have: "an Australian High Commission", "Work in International Organizations"?"""
    if last != head + 1:
        return False
    proper = sum(klass in _PROPER for klass in tokens.classes[first:head])
    if proper < 2 and tokens.lower[first - 1 - (tokens.classes[first - 1] in _QUOTES)] in _INDEFINITE:
        return True
    small = [at for at in range(first, head) if tokens.words[at].isalpha() and tokens.words[at].islower()]
    own = tokens.classes[small[-1] + 1 if small else first : head]
    return set(own) <= _COMMON.get(tokens.words[head], frozenset("\0"))
