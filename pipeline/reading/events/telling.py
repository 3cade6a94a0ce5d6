"""Whether a sentence may tell of events, by the words and names in it."""

from __future__ import annotations

from .clauses import Found
from .frame_rules import FRAMES
from .items import NOUN_OF_NAME

_STANDING = frozenset(("meeting", "programme"))


def may_tell(found: list[Found], kinds: set[str]) -> bool:
    """Is there the noun of an event, a verb with a kind of its own, or one beside a noun that it may be said of?

    `kinds` are those of the names that may stand for an event or thing.
    """
    if not found:
        return not kinds.isdisjoint(_STANDING)
    taken: set[str] = set()
    for _, _, trigger in found:
        if trigger.frame == "event" or (trigger.form != "noun" and trigger.kind not in ("", "programme")):
            return True
        taken.update(FRAMES[trigger.frame].takes if trigger.form != "noun" else ())
    told = [trigger for _, _, trigger in found if trigger.form == "noun"]
    told += [NOUN_OF_NAME[kind] for kind in kinds]
    return not kinds.isdisjoint(_STANDING) or any(noun.frame in taken or noun.kind in taken for noun in told)
