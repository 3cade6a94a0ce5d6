"""What the verb of a clause is done to, and the noun, or the name of an event or thing, that it is said of."""

from __future__ import annotations

from .clauses import Item, Verb
from .event_rules import Trigger
from .event_words import NO_OBJECT
from .frame_rules import FRAMES
from .sentences import ROUNDS, Sentence

_LOOSE = frozenset(
    ("happen", "continue", "date", "follow", "start", "stay", "run", "end", "finish", "gather")
)  # frames of verbs that may have no object
_UNNAMED = frozenset(("follow", "exchange"))  # frames of verbs said of no body: The OECD followed in 2010
# frames of verbs said of what stands anywhere in their clause
_ANYWHERE = frozenset(("spend", "invest", "link", "represent", "mission"))
_BARE = frozenset(("fall", "apply", "assume"))  # verbs without an object
_OF_WHICH = frozenset(("act", "approve", "join"))  # verbs of which a clause says more: which Peru ratified
_WORKING = frozenset(
    ("work", "operations", "operating", "its", "again")
)  # what a body begins: the Fund began operations
_MET = frozenset(("visit", "meeting"))
_FOR = frozenset(("for", "on"))
_OCCASIONS = frozenset(("event", "round"))
_MEMBERS = frozenset(("country", "countries", "organisation"))  # what may be a member of a forum
_RESULT = frozenset(("to", "of"))  # what leads in that which something is raised to: to (the level of) a partnership


def noun_of_verb(
    sentence: Sentence, at: int, passive: bool, subject: list[Item], objects: list[Item]
) -> Item | None:  # fmt: skip
    """The noun that the verb of a clause, whose frame takes some, is said of."""
    clause = sentence.clauses[at]
    assert clause.verb and clause.verb.trigger
    frame = clause.verb.trigger.frame
    takes = FRAMES[frame].takes
    owned = [item for item in sentence.direct(at) if item.event] if clause.opener == "whose" else []
    subjects = owned or subject[::-1]
    if frame in _UNNAMED:
        subjects, objects = ([item for item in items if not item.name] for items in (subjects, objects))
    pool = subjects if passive else objects
    if frame in _ANYWHERE:
        pool = [*clause.after, *clause.before, *(subject if clause.relative else ())]
        pool += sentence.antecedent(at) if clause.relative else []
    elif frame == "raise":
        came = passive and any(item.relation == "from" for item in clause.after)  # "was elevated from a committee"
        pool = [item for item in clause.after if item.relation in _RESULT and item.kind != "organisation"]
        pool += subjects if came else []
    acting = [item for item in subject if item.kind == "programme"] if frame in _ANYWHERE else []
    noun = sentence.said_of(acting, takes) or sentence.said_of(pool, takes)
    about = sentence.of_object(at) and not passive
    done = about or any(item.kind == "country" and _alone(sentence, item) for item in subject)
    if noun is None and frame in _LOOSE and not passive and not done:
        other = frame == "start" and _does_more(sentence.words, clause.verb)  # "Zorbing Air began direct flights"
        noun = sentence.said_of([item for item in subjects if not other or not item.name], takes)
    if noun is None and clause.relative and (about or not clause.before):
        noun = sentence.said_of(sentence.antecedent(at, 3), takes)
    if frame == "attend" and noun and noun.noun and noun.noun.frame == "forum" and all(map(_member, subject)):
        return None  # a country takes part in it as its member
    return noun


def _does_more(words: list[str], verb: Verb) -> bool:
    """Does somebody begin something that is no event, and not open it or begin to work?"""
    word = words[verb.last]
    return word.isalpha() and word not in NO_OBJECT | _WORKING and "open" not in words[verb.at]


def objects_of(sentence: Sentence, at: int, passive: bool, after: list[Item]) -> list[Item]:
    """The objects of the verb of a clause, among what stands `after` it or what a relative clause is about."""
    verb = sentence.clauses[at].verb
    assert verb and verb.trigger
    frame = verb.trigger.frame
    objects = [item for item in after if not item.relation] if frame not in _BARE else []
    if frame == "join":
        objects = [item for item in objects if not item.owner]  # "joined NATO's Partnership for Peace"
    if passive or not sentence.of_object(at):
        return objects
    further = frame in _OF_WHICH and all(item.kind == "country" for item in objects)  # who else did: and Chile in 1997
    return sentence.antecedent(at) if further or not objects else objects


def aim_of_verb(sentence: Sentence, trigger: Trigger, subject: list[Item], after: list[Item]) -> Item | None:
    """The talks that people met for or that met themselves, or the visit that they came on: met for the third round of
    consultations, the Lima Dialogue met.
    """
    if trigger.kind not in _MET:
        return None
    itself = subject if trigger.kind == "meeting" else []
    aim = sentence.said_of([*itself, *(item for item in after if item.relation in _FOR)], _OCCASIONS)
    kind = sentence.kind_of(aim) if aim else ""
    return aim if (kind in ROUNDS if trigger.kind == "meeting" else kind == "visit") else None


def _alone(sentence: Sentence, item: Item) -> bool:
    """Does a name stand for itself, and not as in Canada-Peru consultations?"""
    return "-" not in (sentence.words[item.first - 1], sentence.words[item.last])


def _member(item: Item) -> bool:
    return item.kind in _MEMBERS
