"""Which thing each name stands for: acronyms to their long form, surnames to persons, one entity for one thing."""

from __future__ import annotations

from .document import Document, view_of
from .ids import slug
from .lexicon import Entity, Lexicon
from .name import Name
from .tokens import Tokens

Value = str | int | float | None
Row = dict[str, Value]  # by column


class Resolver:
    """Turns the names of one document into entities; `rows()` gives each once, in the order first named."""

    def __init__(
        self, document: Document, tokens: Tokens, lexicon: Lexicon, names: list[Name], acronyms: dict[str, Name]
    ) -> None:
        self.document, self.tokens, self.lexicon, self.acronyms = document, tokens, lexicon, acronyms
        self._rows: dict[str, Row] = {}
        self._ids: dict[int, str] = {}  # by a name's first token
        self._short = {id(name): short for short, name in acronyms.items()}
        persons = {self.words(name) for name in names if name.kind == "person" and not name.entity}
        self._persons = sorted(persons, key=lambda words: (-len(words), words))
        for name in names:  # long forms first, so that an entity has its fullest name
            self.entity_id(name)

    def words(self, name: Name) -> tuple[str, ...]:
        """The words of a name in the view, without hyphens and marks."""
        return tuple(word for word in self.tokens.words[name.first : name.last] if word[0].isalnum())

    def chars(self, name: Name) -> tuple[int, int]:
        """The offsets of a name in the text."""
        return self.tokens.starts[name.first], self.tokens.ends[name.last - 1]

    def _text(self, name: Name) -> str:
        start, end = self.chars(name)
        return " ".join(self.document.text[start:end].split())

    def _full_person(self, name: Name) -> str:
        """The longest name in the text that this one is the end or a part of."""
        words = self.words(name)
        for longer in self._persons:
            if len(longer) > len(words) and any(longer[at : at + len(words)] == words for at in range(len(longer))):
                return " ".join(longer)
        return " ".join(words)

    def entity_id(self, name: Name) -> str:
        """The id of the entity that a name stands for: global where the lexicon has it, else the document's own."""
        if name.first not in self._ids:
            self._ids[name.first] = self._resolved(name)
        return self._ids[name.first]

    def known(self, entity: Entity) -> str:
        """The id of an entity of the lexicon, which is then among the document's, also if only named in a name."""
        if entity.entity_id not in self._rows:
            self._rows[entity.entity_id] = {
                "entity_id": entity.entity_id, "name": entity.name, "kind": entity.kind,
                "acronym": entity.acronym or None,
                "iso3166_1": entity.iso3166_1 or None, "wikidata": entity.wikidata or None,
            }  # fmt: skip
        return entity.entity_id

    def _resolved(self, name: Name) -> str:
        if name.entity:
            return self.known(name.entity)
        if name.form == "acronym":
            short = "".join(self.tokens.words[name.first : name.last])
            long = self.acronyms.get(short)
            if long and long is not name:
                return self.entity_id(long)
        text = self._text(name)
        key = slug(self._full_person(name) if name.kind == "person" else view_of(text))
        entity_id = f"{self.document.source.document_id}/{key}"
        row = self._rows.setdefault(
            entity_id,
            {
                "entity_id": entity_id,
                "name": text,
                "kind": name.kind,
                "acronym": self._short.get(id(name)),
                "iso3166_1": None,
                "wikidata": None,
            },
        )
        if len(text) > len(str(row["name"])):
            row["name"] = text
        row["acronym"] = row["acronym"] or self._short.get(id(name))
        return entity_id

    def rows(self) -> list[Row]:
        """The entities of the document."""
        return list(self._rows.values())
