"""The text once more as a row of phrases: each name and each date one item, every other token as it was.

Rules about clauses ("PERSON , TITLE of COUNTRY", "members of BODY , BODY and BODY") match over `classes`, in which a
name of several words is as long as one of one word.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .dates import When
from .names import Name
from .patterns import class_of, literals
from .tokens import Tokens

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
    lower = [word.lower() for word in tokens.words]
    named: dict[int, Name] = {}
    dated: dict[int, When] = {}
    reached = 0
    things: list[Name | When] = [*names, *dates]
    for thing in sorted(things, key=lambda thing: thing.first):
        if thing.first < reached:
            continue
        parts.append(_plain(tokens, lower, reached, thing.first))
        firsts.extend(range(reached, thing.first))
        words.extend(lower[reached : thing.first])
        if isinstance(thing, When):
            dated[len(firsts)] = thing
            klass = _WHEN
        else:
            named[len(firsts)] = thing
            klass = tokens.classes[thing.first]
            if thing.last - thing.first > 1 or klass not in _AS_THEY_ARE or thing.kind == "person":
                klass = _CLASS_OF_KIND.get(thing.kind, _BODY)
        parts.append(klass)
        firsts.append(thing.first)
        words.append("")
        reached = thing.last
    parts.append(_plain(tokens, lower, reached, len(lower)))
    firsts.extend(range(reached, len(tokens.classes) + 1))
    words.extend([*lower[reached:], ""])
    return Phrases("".join(parts), firsts, words, named, dated)


def _plain(tokens: Tokens, lower: list[str], first: int, last: int) -> str:
    """The classes of tokens outside names, where a capital means nothing: an Associate Member, a Dialogue Partner."""
    classes = tokens.classes[first:last]
    found = list(_CAPITALS.finditer(classes))
    if not found:
        return classes
    small, plain = literals(), list(classes)
    for match in found:
        plain[match.start()] = small.get(lower[first + match.start()], match.group())
    return "".join(plain)
