"""What the words that tell of events mean: their kinds, and who plays which part where in the clause."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from ..document import view_of
from ..lexicon import TOKEN, rows

_FORMS = ("base", "present", "past", "past", "ing")
_NOUN_FRAMES = frozenset(("event", "forum", "round", "relations", "thing", "partnership", "instrument", "help", "same"))


class Trigger(NamedTuple):
    """A word or phrase that tells of an event; `form` is that of a verb (base, present, past, ing) or noun."""

    frame: str
    kind: str
    form: str


class Head(NamedTuple):
    """What a word that begins trigger phrases may be: `alone`, or by the next word with (further words, what it may be)."""

    alone: tuple[Trigger, ...]
    longer: dict[str, list[tuple[list[str], tuple[Trigger, ...]]]]


# What the parts of a clause are in an event of each kind: agent and object of the verb, what prepositions lead in, and
# the owner of a noun ('s). "place" is no participant.
ROLES: dict[str, dict[str, str]] = {
    "visit": {"agent": "visitor", "by": "visitor", "of": "visitor", "'s": "visitor", "object": "place", "to": "place", "in": "place", "inviting": "host", "from": "visitor"},
    "meeting": {"agent": "attendee", "object": "attendee", "with": "attendee", "between": "attendee", "'s": "attendee", "by": "attendee", "of": "organiser", "in": "place"},
    "consultation": {"agent": "party", "with": "party", "between": "party", "'s": "party", "by": "attendee", "of": "organiser", "in": "place"},
    "negotiation": {"agent": "party", "object": "instrument", "with": "party", "between": "party", "by": "party", "'s": "party", "of": "instrument", "on": "instrument",
                    "for": "instrument", "toward": "instrument", "towards": "instrument", "in": "place"},
    "signature": {"agent": "party", "object": "instrument", "of": "instrument", "by": "party", "with": "party", "between": "party", "in": "place"},
    "ratification": {"agent": "party", "object": "instrument", "of": "instrument", "by": "party", "'s": "party"},
    "entry_into_force": {"agent": "party", "object": "instrument", "of": "instrument", "with": "party", "between": "party", "for": "party"},
    "adoption": {"agent": "party", "object": "instrument", "of": "instrument", "by": "party", "in": "place"},
    "accession": {"agent": "party", "object": "other", "to": "other", "into": "other", "of": "party", "'s": "party"},
    "announcement": {"agent": "announcer", "by": "announcer", "'s": "announcer", "for": "beneficiary", "to": "beneficiary"},
    "inauguration": {"agent": "attendee", "by": "attendee", "object": "other", "of": "other", "'s": "other", "in": "place"},
    "election": {"in": "place", "object": "candidate"},
    "establishment": {"agent": "party", "object": "other", "of": "other", "by": "party", "with": "party", "between": "party", "'s": "party", "in": "place"},
    "designation": {"agent": "supporter", "by": "supporter", "'s": "supporter", "object": "beneficiary"},
    "programme": {"agent": "manager", "by": "manager", "with": "manager", "'s": "manager", "object": "instrument", "for": "beneficiary", "to": "beneficiary", "in": "beneficiary"},
    "fair": {"agent": "organiser", "by": "organiser", "in": "place"},
    "other": {"agent": "party", "object": "instrument", "of": "instrument", "by": "party"},
}  # fmt: skip

# The same for an event that only a verb tells of: what "of" leads in belongs to some other noun, but for a text, and
# "from" says where somebody came from, not from whom a visit was.
OF_VERBS = {
    kind: {lead: role for lead, role in roles.items() if lead not in ("of", "from") or role == "instrument"}
    for kind, roles in ROLES.items()
}

_ACTORS = frozenset(("person", "country", "organisation", "group"))
# What can play which part; what cannot is left out.
PLAYERS: dict[str, frozenset[str]] = {
    "visitor": frozenset(("person", "organisation", "group")), "host": _ACTORS, "attendee": _ACTORS, "party": _ACTORS,
    "instrument": frozenset(("agreement", "programme", "words")), "announcer": _ACTORS, "candidate": _ACTORS, "beneficiary": _ACTORS | {"programme"},
    "supporter": _ACTORS, "organiser": frozenset(("organisation", "country")), "manager": frozenset(("organisation", "country")),
    "other": frozenset(("organisation", "agreement", "programme", "meeting", "person")), "place": frozenset(("place", "country", "region")),
}  # fmt: skip


@lru_cache(maxsize=1)
def triggers() -> dict[str, Head]:
    """All trigger phrases by their first word, the longest first."""
    found: dict[tuple[str, ...], dict[bool, Trigger]] = {}  # by words and whether they are a noun
    for row in rows("triggers"):
        noun = row["frame"] in _NOUN_FRAMES
        forms = row["forms"].split("|")
        for number, form in enumerate(forms):
            whole = view_of(form).lower()
            words = tuple(TOKEN.findall(whole))
            name = "noun" if noun else "past" if form == forms[2] else _FORMS[number]
            joined = {(" ".join(words),), (whole,)}  # a phrase that the tokens have joined is one word
            for key in ({words} | joined) - {(), ("",)}:
                found.setdefault(key, {}).setdefault(noun, Trigger(row["frame"], row["kind"], name))
    heads: dict[str, Head] = {}
    for (first, *rest), readings in sorted(found.items(), key=lambda item: -len(item[0])):
        head = heads.setdefault(first, Head((), {}))
        if rest:
            head.longer.setdefault(rest[0], []).append((rest[1:], tuple(readings.values())))
        else:
            heads[first] = head._replace(alone=tuple(readings.values()))
    return heads


@lru_cache(maxsize=1)
def told_of() -> frozenset[str]:
    """The single words for events, texts and bodies, which "that" may go on about: the treaty that Peru signed."""
    return frozenset(word for word, head in triggers().items() if any(one.form == "noun" for one in head.alone))


@lru_cache(maxsize=1)
def plover() -> dict[str, str]:
    """The PLOVER event type of each kind that has one."""
    return {row["kind"]: row["plover"] for row in rows("triggers") if row["plover"]}
