"""Where a text has the words that tell of events, and whether each is used as a noun or as a verb."""

from __future__ import annotations

from functools import lru_cache
from itertools import compress, count

from ..dashes import is_dash
from ..patterns import BOUNDARY
from ..phrases import Phrases
from ..tokens import Tokens
from .clauses import Found, Verb
from .event_rules import Trigger, told_of, triggers
from .event_words import (
    ADVERBS,
    AFTER_NOUN,
    AFTER_NUMBERED,
    AND,
    BE,
    BEFORE_ING,
    BEFORE_VERB,
    COMPOUNDS,
    DETERMINERS,
    HAVE,
    INCLUDING,
    MODALS,
    NO_OBJECT,
    NUMBERED,
    SERVING,
)  # fmt: skip

# What a participle without an auxiliary may be said of, and what not: "the treaty, signed in Lima", "Mr. Kos, met by".
_PARTICIPLES = frozenset((
    "signature", "ratification", "negotiation", "adoption", "entry_into_force", "announcement", "inauguration", "other",
    "programme", "",
))  # fmt: skip
_ACTORS = frozenset(("person", "place", "country", "region"))
_HELD = frozenset(("meeting", "agreement"))
_FINITE = frozenset(
    ("happen", "continue", "date", "follow", "assume", "go", "bargain")
)  # frames without such a participle
_SHORTEST_MANNER = 4  # letters that a word in -ly has, if it says how
_LONGEST_FOUNDED = 7  # words of what is opened: of a resident Peruvian consulate
_DOERS = frozenset(("country", "organisation"))
_STARTING = ("beg", "start", "commenc")
_STATES = frozenset(("active", "at", "engaged", "involved", "present"))
_LATEST = frozenset(("last", "latest", "most"))  # "the last was held in 2010"
_CONVENTIONS = frozenset(("convention", "conventions"))
_GATHERING = frozenset(("attend", "host"))  # frames of what is done with a meeting
_MEETING = Trigger("event", "meeting", "noun")
_MISSION = Trigger("mission", "", "past")
_COMING = frozenset(("come", "comes", "came"))  # said of what follows: an embassy came in 1950
_FOLLOWING = Trigger("follow", "", "past")
_HELPED = BE | HAVE | MODALS
_RUN = "run"  # a participle that has the form of the infinitive


def find_triggers(tokens: Tokens, phrases: Phrases, titled: set[int]) -> list[Found]:
    """The triggers of a text in its order, the longest winning; none in `titled`, the phrases of titles.

    A word behind a hyphen is a part of another, but not one behind a dash.
    """
    words, heads = phrases.words, triggers()
    found: list[Found] = []
    reached = 0
    for at in compress(count(), map(heads.__contains__, words)):
        if at < reached or at in titled or (words[at - 1] == "-" and not is_dash(tokens, phrases, at - 1)):
            continue
        head = heads[words[at]]
        end, readings = at + 1, head.alone
        for rest, longer in head.longer.get(words[end], ()):
            if words[end + 1 : end + 1 + len(rest)] == rest:
                end, readings = end + 1 + len(rest), longer
                break
        if readings:
            trigger = readings[0] if len(readings) == 1 else _reading(phrases, at, end, readings)
            if words[at] in _CONVENTIONS and _attended(phrases, found, at):
                trigger = _MEETING
            if words[at] in _COMING and trigger.frame == "go" and _dated_next(phrases, end):
                trigger = _FOLLOWING
            if trigger.frame == "represent" and words[at - 1] in BE and words[end] != "at":
                trigger = _MISSION  # "has been represented in Lima by an embassy", not at a meeting by somebody
            if _holds(phrases, at, end, trigger):
                found.append((at, end, trigger))
                reached = end
    return found


def _reading(phrases: Phrases, at: int, end: int, readings: tuple[Trigger, ...]) -> Trigger:
    """Noun or verb: "a visit to Peru", "he will visit Peru"."""
    noun, verb = sorted(readings, key=lambda trigger: trigger.form != "noun")
    before, after = phrases.words[at - 1], phrases.words[end]
    if verb.form == "ing" and before in BEFORE_ING:
        return verb if after != "of" else noun  # "before meeting Ms. Roy"
    return verb if before in BEFORE_VERB or (at - 1 in phrases.names and after not in AFTER_NOUN) else noun


def _dated_next(phrases: Phrases, at: int) -> bool:
    """Does a date stand here, perhaps behind a preposition: in 1950, the following year?"""
    return at in phrases.dates or (phrases.words[at] in NO_OBJECT and at + 1 in phrases.dates)


def _attended(phrases: Phrases, found: list[Found], at: int) -> bool:
    """Is it a convention that people attend or host, and no text: attended the mining convention?"""
    before = found[-1] if found else None
    return bool(before and before[2].frame in _GATHERING and BOUNDARY not in phrases.classes[before[1] : at])


def _holds(phrases: Phrases, at: int, end: int, trigger: Trigger) -> bool:
    """Is the word used as what the lexicon takes it for?"""
    before, after = phrases.words[at - 1], phrases.words[end]
    if trigger.frame == "event" and trigger.kind == "establishment":
        return after == "of" and not _founded().isdisjoint(phrases.words[end + 1 : end + _LONGEST_FOUNDED])
    if phrases.words[at] == "visitors":
        return not INCLUDING.isdisjoint(phrases.words[end : end + _LONGEST_FOUNDED])  # "visitors to Lima include"
    if trigger.frame == "round" and after == "-":
        return False  # "a one-day visit", "third-party"
    if trigger.form == "noun":
        told = after in AFTER_NUMBERED or (after == "," and phrases.words[end + 1] == "which")
        if trigger.frame == "help" and after in told_of():
            return False  # "a cooperation agreement"
        return (
            after not in COMPOUNDS
            and (phrases.words[at] not in NUMBERED or told)
            and (phrases.words[at] not in _LATEST or (told and before == "the"))
        )
    if trigger.form == "base" and (before in BE or before in ("as", "in")):
        return False  # "is open", "as host", "in return"
    if trigger.form == "ing" and trigger.frame == "run":
        return before == "," or before in BE or before in BEFORE_ING or before in ADVERBS  # no "funding for Peru"
    if trigger.frame == "end" and after in ("to", "that"):
        return False  # "agreed to meet"
    if trigger.frame == "start" and after == "to" and phrases.words[at].startswith(_STARTING):
        return False  # "began to grow"
    if phrases.words[at] == "there" and before.isalpha() and before not in AND:
        return False  # "Elections there have been called"
    if trigger.frame == "stay" and phrases.words[at] in BE:
        there = phrases.names.get(end)
        return there is not None and there.kind in ("place", "country")
    if trigger.frame == "bargain" and phrases.words[at] == "in":
        return before in BE or before == "engaged"
    if trigger.frame == "serve":
        state = before == "," and phrases.words[at] in _STATES  # "the OECD, active in Peru since 2010"
        doer = phrases.names.get(at - 1)  # "From 2005 to 2010 the OECD trained judges", "Peruvian troops served in"
        acts = before in SERVING or (doer is not None and doer.kind in _DOERS and doer.form != "demonym")
        return state or acts or before in HAVE or before in ADVERBS or before == "been"  # no "shared values"
    return not (trigger.frame in ("lead", "accompany") and after == "by") and not (
        before in DETERMINERS and after != "by"
    )


@lru_cache(maxsize=1)
def _founded() -> frozenset[str]:
    """The words for what is opened or established: an embassy, ties."""
    found = ((word, trigger) for word, head in triggers().items() for trigger in head.alone)
    return frozenset(word for word, trigger in found if trigger.kind == "establishment" and trigger.frame != "event")


def reduced(phrases: Phrases, verb: Verb, trigger: Trigger, first: int) -> bool:
    """Is it a participle without its auxiliary, "signed in Lima", "managed by the bank"?"""
    words, names = phrases.words, phrases.names
    if verb.first < verb.at and words[verb.first] in _HELPED:
        return False
    participle = trigger.form == "past" or words[verb.at] == _RUN
    if trigger.frame in _FINITE or (trigger.frame == "fall" and words[verb.at] not in ("in", "under")):
        return False
    if trigger.kind == "election":
        person = names.get(verb.first - 2)  # "Mr. Kos, elected in 2010"
        return participle and person is not None and person.kind == "person"
    named = trigger.kind == "designation" and verb.first == first  # "Chosen in 2010 as a partner, Peru is"
    if not participle or not (named or trigger.kind in _PARTICIPLES) or takes_object(phrases, verb.last):
        return False
    if verb.first == first:
        return True  # "Signed in Lima in 2010, the treaty is old"
    before = verb.first - 1 - (words[verb.first - 1] in (",", "(", ":", "-"))
    led = words[verb.last] == "by" and words[verb.first - 1] == ","  # "took place in Lima, chaired by Ms. Roy"
    if words[before] == ")":
        before = max(phrases.classes.rfind("(", first, before) - 1, first)
    if before in names and names[before].kind == "place" and words[before - 1] == "in":
        held = names.get(before - 2)  # "met at the Summit in Lima, held in May"
        before -= 2 if led or (held and held.kind in _HELD) or words[before - 2] in told_of() else 0
    if before in names and words[verb.first - 1] == "(" and names[before].kind == "country":
        return any(at in names and names[at].kind == "agreement" for at in range(first, before))
    if before in names:
        return names[before].kind not in _ACTORS
    return before >= first and (words[before][:1].isalpha() or (led and before in phrases.dates))


def takes_object(phrases: Phrases, at: int) -> bool:
    """Does what stands here look like the object of the verb before it?"""
    if at in phrases.dates or phrases.classes[at] in ",;.:()\n-":
        return False
    word = phrases.words[at]
    if word in ("in", "on") and at + 1 in phrases.dates:
        return phrases.words[at + 2] in DETERMINERS or phrases.words[at + 2] == "that"  # "announced in May a grant"
    return word not in NO_OBJECT and not (word.endswith("ly") and len(word) > _SHORTEST_MANNER)
