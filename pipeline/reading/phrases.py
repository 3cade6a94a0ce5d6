"""The text once more as a row of phrases: each name and each date one item, every other token as it was.

Rules about clauses ("PERSON , TITLE of COUNTRY", "members of BODY , BODY and BODY") match over `classes`, in which a
name of several words is as long as one of one word.
"""

from __future__ import annotations

import re
from operator import attrgetter
from typing import NamedTuple

from .name import Name
from .patterns import class_of, literals
from .tokens import Tokens
from .when import When

_BODY, _PERSON, _PLACE, _WHEN = map(class_of, ("BODY", "PERSON", "PLACE", "WHEN"))
_CAPITALS = re.compile(f"[{class_of('CAPITAL')}{class_of('HEAD')}]")
_CLASS_OF_KIND = {"person": _PERSON, "place": _PLACE, "region": _PLACE, "country": class_of("COUNTRY")}
_AS_THEY_ARE = frozenset(class_of(name) for name in ("COUNTRY", "DEMONYM", "REGION", "REGIONAL", "PLACE"))


class Phrases(NamedTuple):
    """All phrases of a document in step: `classes[i]` is the class, `firsts[i]` the first token of phrase i.

    `words[i]` is the word in small letters, empty for a name or a date; `names[i]` and `dates[i]` are what phrase i is.
    `firsts` and `words` have one item more, the end of the text.
    """

    classes: str
    firsts: list[int]
    words: list[str]
    names: dict[int, Name]
    dates: dict[int, When]

    def tokens(self, first: int, last: int) -> tuple[int, int]:
        """The span of tokens of the phrases `first` up to but not including `last`."""
        return self.firsts[first], self.firsts[last]


def phrases_of(tokens: Tokens, names: list[Name], dates: list[When]) -> Phrases:
    """The phrases of a text from its names and dates, which do not overlap."""
    parts: list[str] = []
    firsts: list[int] = []
    words: list[str] = []
    classes, lower = _plain(tokens), tokens.lower
    named: dict[int, Name] = {}
    dated: dict[int, When] = {}
    reached = 0
    things: list[Name | When] = [*names, *dates]
    for thing in sorted(things, key=attrgetter("first")):
        first = thing.first
        if first < reached:
            continue
        parts.append(classes[reached:first])
        firsts.extend(range(reached, first))
        words.extend(lower[reached:first])
        if isinstance(thing, When):
            dated[len(firsts)] = thing
            klass = _WHEN
        else:
            named[len(firsts)] = thing
            klass = tokens.classes[first]
            if thing.last - first > 1 or klass not in _AS_THEY_ARE or thing.kind == "person":
                klass = _CLASS_OF_KIND.get(thing.kind, _BODY)
        parts.append(klass)
        firsts.append(first)
        words.append("")
        reached = thing.last
    parts.append(classes[reached:])
    firsts.extend(range(reached, len(classes) + 1))
    words.extend([*lower[reached:], ""])
    return Phrases("".join(parts), firsts, words, named, dated)


def _plain(tokens: Tokens) -> str:
    """The classes of tokens as they are outside names, where a capital means nothing: an Associate Member."""
    small, lower = literals(), tokens.lower
    return _CAPITALS.sub(lambda match: small.get(lower[match.start()], match.group()), tokens.classes)
