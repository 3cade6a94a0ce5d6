"""Who does what a verb says: the country, or the one whose body it is, right before it."""

from __future__ import annotations

from .measures import Country
from .name import Name
from .owners import Owners
from .patterns import class_of
from .tokens import Tokens

_COUNTRY, _DEMONYM = class_of("COUNTRY"), class_of("DEMONYM")
_NAMING = _COUNTRY + _DEMONYM
_HELPING = frozenset(("has", "have", "had", "will", "also", "already", "since", "recently", "now", "to"))
_BEING = frozenset(("is", "are", "was", "were", "been", "be"))  # with what is going on: is providing


class Doers:
    """Finds, for one text, the subjects of active verbs that are countries or bodies."""

    def __init__(self, tokens: Tokens, names: list[Name], owners: Owners) -> None:
        self.tokens, self.owners = tokens, owners
        self.bodies = {name.last: name for name in names if name.kind == "organisation"}

    def doer(self, verb: int) -> Country | None:
        """The country, or the one whose body it is, that stands before an active verb: Norway has also given."""
        at = self.before_verb(verb)
        country = self.owners.country_at(at)
        if country:
            return country if self.tokens.classes[at] != _DEMONYM else None
        body = self.bodies.get(at + 1)
        return self._home_of(body) if body else None

    def before_verb(self, verb: int) -> int:
        """The token that ends the subject of an active verb, brackets left out: Norway (NO) has also given."""
        lower, classes, at = self.tokens.lower, self.tokens.classes, verb - 1
        helping = _HELPING | _BEING if lower[verb].endswith("ing") else _HELPING
        while lower[at] in helping:
            at -= 1
        return classes.rfind("(", 0, at) - 1 if classes[at] == ")" else at

    def _home_of(self, body: Name) -> Country | None:
        """The country of a national body: as the lexicon has it, else the only one that its name names."""
        span = (body.first, body.last)
        if body.entity:
            return Country(body.entity.country, span) if body.entity.country else None
        entries, classes = self.tokens.entries[slice(*span)], self.tokens.classes[slice(*span)]
        named = {entry.value.iso3166_1 for entry, klass in zip(entries, classes, strict=True) if klass in _NAMING}
        return Country(named.pop(), span) if len(named) == 1 else None
