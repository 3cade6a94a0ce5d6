"""Where a name that a head word tells begins and ends: what it is for, where it holds, which of two it is."""

from __future__ import annotations

from collections.abc import Iterator

from .name import Name
from .patterns import class_of, classes_of
from .tokens import Tokens

_PLACE, _COUNTRY, _HEAD = map(class_of, ("PLACE", "COUNTRY", "HEAD"))
_CAPITAL, _ACRONYM, _GUARDED = map(class_of, ("CAPITAL", "ACRONYM", "GUARDED"))
_FIRST = frozenset((  # head words before a name's own, without accents, as in the view
    "Banco", "Banque", "Camp", "Cape", "Exercise", "Fort", "Fundacion", "Fundacao", "Institut", "Instituto", "Lake",
    "Mount", "Operation", "Universidad", "Universidade", "Universita", "Universitat", "Universite",
))  # fmt: skip
_SMALL_OF_FIRST = frozenset(("da", "de", "del", "des", "do", "du", "la", "las", "los"))  # within such names
_MISSIONS = frozenset(("Consulate", "Consulate General", "Delegation", "Embassy", "High Commission"))
_OWN_OF_FIRST = frozenset((_CAPITAL, _ACRONYM, _GUARDED, _PLACE))
_BEFORE_PERSON = frozenset(map(class_of, ("HONORIFIC", "TITLE")))
_WORLD = frozenset((_COUNTRY, class_of("REGION")))
_IN_FIELDS = frozenset(("Cooperation", "Co-operation", "Collaboration", "Assistance"))
_IN_A_FIELD = frozenset((",", "and", "of", "the", "&"))
# What is no field: signed "in Lima", "in May".
_WHERE = frozenset(map(class_of, ("PLACE", "COUNTRY", "REGION", "GUARDED", "BODY", "MONTH", "SEASON")))
_PARTS = classes_of("ATOM")
# What a name may be of, said before its own words.
_PEOPLE = frozenset((
    "Women", "Children", "Girls", "People", "Peoples", "Farmers", "Leaders", "Ministers", "Presidents", "Workers",
    "Teachers", "Producers", "Entrepreneurs", "Fishermen", "Students", "Veterans", "Parliamentarians",
    "Officials", "Judges",
))  # fmt: skip


def own_of_first(tokens: Tokens, first: int, last: int, kind: str) -> int:
    """Where a name ends that begins with its head word: Lake Victoria, Universidad de los Andes; 0 where it is none."""
    if tokens.words[first] not in _FIRST:
        return 0
    at = last
    while kind == "organisation" and tokens.words[at] in _SMALL_OF_FIRST:
        at += 1
    end = at + (at > last and tokens.classes[at] in _WORLD)  # Universidad de Chile, de los Andes
    while tokens.classes[end] in _OWN_OF_FIRST and (kind == "organisation" or end == at):
        end += 1
    return end if end > at else 0


def to_countries(tokens: Tokens, head: int, last: int) -> int:
    """Where the name of a mission to several countries ends: the Embassy of Norway to "Laos, Fiji and Peru"."""
    classes, lower = tokens.classes, tokens.lower
    opens = last - 2 - (lower[last - 2] == "the")
    if tokens.words[head] not in _MISSIONS or classes[last - 1] != _COUNTRY or lower[opens] not in ("to", "for"):
        return last
    at = last
    while classes[at] == "," and classes[at + 1] == _COUNTRY:
        at += 2
    at += classes[at] == ","
    if lower[at] != "and":
        return last
    ends = at + 1 + (lower[at + 1] == "the")
    return ends + 1 if classes[ends] == _COUNTRY and lower[ends + 1] != "'s" else last


def two(tokens: Tokens, name: Name) -> Iterator[Name]:
    """A name, or the two that "and the" joins: the University of Oslo and the Ulvik Institute."""
    heads = [at for at in range(name.first, name.last) if tokens.classes[at] == _HEAD]
    joint = next((at for at in heads[1:] if at == name.last - 1), 0)
    first = next((at for at in range(joint - 1, name.first, -1) if tokens.lower[at - 2 : at] == ["and", "the"]), 0)
    if not first or heads[0] > first or tokens.entries[joint].value != name.kind:
        yield name
        return
    yield name._replace(last=first - 2)
    yield name._replace(first=first)


def of_people(tokens: Tokens, first: int) -> int:
    """Where a name begins whose found part follows those it is for: "the Rural Women's [Enterprise Project]"."""
    at = first - 2
    if tokens.words[first - 1] not in ("'s", "'") or tokens.words[at].rpartition(" ")[2] not in _PEOPLE:
        return first
    while tokens.classes[at - 1] in _PARTS or (tokens.classes[at - 1] == "-" and tokens.classes[at - 2] in _PARTS):
        at -= 1
    return at


def after_person(tokens: Tokens, first: int, head: int) -> int:
    """Where a name begins that a person is of: Dr Kos of the "Ulvik Institute"."""
    if tokens.classes[first - 1] not in _BEFORE_PERSON:
        return first
    of = next((at for at in range(first, head) if tokens.lower[at] == "of"), 0)
    return of + 1 + (tokens.lower[of + 1] == "the") if of else first


def in_field(tokens: Tokens, last: int) -> int:
    """Where a name ends that says in what it holds: an Agreement on "Cooperation in the Uses of Energy"."""
    if tokens.words[last] != "in" or tokens.words[last - 1] not in _IN_FIELDS:
        return last
    at = end = last + 1 + (tokens.words[last + 1] == "the")
    while (tokens.words[at][:1].isupper() and tokens.classes[at] not in _WHERE) or tokens.words[at] in _IN_A_FIELD:
        at += 1
        end = at if tokens.words[at - 1][0].isupper() else end
    return end if tokens.words[end - 1][:1].isupper() else last
