"""A name as found: where it stands, what kind of thing it names, and which, where the lexicon knows."""

from __future__ import annotations

from typing import NamedTuple

from .lexicon import Entity


class Name(NamedTuple):
    """A name in the tokens `first` up to but not including `last`.

    `entity` is the lexicon's, where it has one; else `kind` is what the rule takes it for. `form` is that of mentions.
    """

    first: int
    last: int
    kind: str
    form: str
    entity: Entity | None = None
