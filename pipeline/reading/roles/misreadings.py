"""Where a membership rule matches and the words around it say something else."""

from __future__ import annotations

from ..patterns import BOUNDARY
from ..phrases import Phrases
from ..rules import Hit
from .line_rules import of_line
from .little_words import AFTER_A_BODY, ARTICLES, ENDED, PREPOSITIONS, RESUMING

_LEFT = 4  # words before a body among which one may say that one has left it
_SITTINGS = frozenset(("meeting", "meetings", "session", "round", "summit", "conference", "edition", "forum"))
_OF_SITTING = frozenset(("of", "the", "'s"))  # between these and the body
_TAKING_IN = ("body-welcomes-as", "body-grants")
_COMING_BACK = frozenset(("back", "return", "returns", "returned"))
_SEATED = ("sits-on", "holds-seat")  # on a body, or on the board of one


def misread(phrases: Phrases, hit: Hit) -> bool:
    """Do the words around a match say something else than its rule?"""
    words = phrases.words
    before, after = words[max(hit.first - _LEFT, 0) : hit.first], words[hit.last]
    if hit.rule.name in _SEATED:  # "sat on the committee of the OAS"
        own = words[hit.first : hit.match.start("list")]
        return {"on", "of"} <= set(own) and "board" not in own
    if hit.rule.name == "besides":  # "members of the OAS as well as APEC, and Peru is an observer to it"
        return phrases.classes[hit.first - 1 : hit.first] not in ("", BOUNDARY)
    if hit.rule.name == "body-which":  # "withdrew from the OAS, which it had joined"
        return any(word.startswith(ENDED) for word in before)
    if hit.rule.name == "body-led-by":  # "the next meeting of the OAS will be hosted by Peru"
        return not _SITTINGS.isdisjoint(before) and before[-1] in _OF_SITTING
    if of_line(hit):  # "OAS: both countries want reform", "NATO: members of the mission"
        ends = not after.isalpha() or after in (*RESUMING, "as") or hit.last + 1 in phrases.dates
        return not ends or (after == "," and words[hit.last + 1] in ARTICLES)
    if hit.rule.name == "body-made-up-of":  # "the EU brings together Canada and Peru for talks"
        return "together" in words[hit.first : hit.last] and after in PREPOSITIONS
    if hit.rule.name in _TAKING_IN:  # "the EU welcomed Peru as an observer to the vote", "the UN gave Peru a seat"
        further = after in PREPOSITIONS and hit.last + 1 not in phrases.dates
        return further or "seat" in words[hit.first : hit.last]
    if hit.rule.name == "joined":  # "returned to the UN with a complaint"
        return after in ("with", "for") and not _COMING_BACK.isdisjoint(words[hit.first : hit.match.start("list")])
    if hit.rule.name == "body-on-which":  # "the UN, where Peru served notice"
        return after.isalpha() and after != "as" and after not in AFTER_A_BODY
    return False
