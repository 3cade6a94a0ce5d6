"""Whose office it is as far as the words say: Peru's, the President of Peru, the UN Secretary-General."""

from __future__ import annotations

from dataclasses import dataclass

from ..brief import Brief, Chars
from ..measures import Span
from ..name import Name
from ..patterns import class_of

_BODY = class_of("BODY")
_OF_PLACES = frozenset(("Premier", "Mayor", "Governor", "Lieutenant Governor", "Minister-President", "First Minister"))


@dataclass(frozen=True, slots=True)
class Body:
    """Whose office it is: an entity, the words that name it, and the rule where it is concluded from them."""

    entity: str
    words: Chars
    rule: str = ""


class Owners:
    """Reads the names beside the titles of one brief."""

    def __init__(self, brief: Brief) -> None:
        self.brief, self.phrases, self.words = brief, brief.phrases, brief.phrases.words

    def named(self, at: int) -> Body:
        """The body whose name a phrase is."""
        name = self.phrases.names[at]
        return Body(self.brief.resolver.entity_id(name), self.brief.chars(self.phrases.tokens(at, at + 1)))

    def after(self, at: int, office: str) -> Body | None:
        """The body that "of" names after the title: the President of Peru, the Secretary-General of the UN."""
        name = self.phrases.names[at]
        preposition = self.words[at - 1 - (self.words[at - 1] == "the")]
        if preposition == "and" and self.phrases.names.get(at - 2, name).kind == "country" == name.kind:
            preposition = "of"  # the Presidents of Chile and Peru
        if name.form == "demonym" or preposition not in ("of", "for") or name.kind == "region":
            return None
        if preposition == "for" and (name.kind != "country" or office.startswith("Minister")):
            return None
        return None if self._national(name) else self.named(at)

    def before(self, at: int, end: int, office: str) -> tuple[Body | None, bool]:
        """The body before the title, and whether its name is part of the title ("Foreign Office Minister")."""
        name = self.phrases.names.get(at)
        if name is None or name.kind == "meeting":
            return None, False
        if name.kind == "country" or (name.kind == "place" and (end > at + 1 or office in _OF_PLACES)):
            return self.named(at), False
        if self.phrases.classes[at] != _BODY:
            return None, False
        return (self.institution(at), end == at + 1) if self._national(name) else (self.named(at), False)

    def institution(self, at: int) -> Body | None:
        """The country of the pair that a national body is of: an office of the Senate is an office of its state."""
        name = self.phrases.names.get(at)
        if name is None or name.entity is None or not self._national(name):
            return None
        pair = (self.brief.pair.reporter, self.brief.pair.partner)
        if name.entity.country not in [side.iso for side in pair if side]:
            return None
        country = self.brief.lexicon.country_of_iso[name.entity.country]
        return Body(country.entity_id, self.named(at).words, "country-of-institution")

    def _national(self, name: Name) -> bool:
        """Is it a body of a state, as the Foreign Office or the Senate?"""
        if name.entity:
            return bool(name.kind not in ("country", "place") and name.entity.country and not name.entity.iso3166_1)
        return self.brief.tokens.entries[name.first].value == "institution"

    def respectively(self, title: Span, body: Body | None) -> list[Body | None]:
        """The bodies of two holders: the Presidents of Chile and Peru, Ana Ruiz and Igor Kos."""
        names = self.phrases.names
        countries = [
            at for at in range(*title) if at in names and names[at].kind == "country" and names[at].form != "demonym"
        ]
        return [self.named(at) for at in countries] if len(countries) == 2 else [body, body]
