"""A shard is read: the parts of files that it names give their entries, in order.

`records` opens, seeks and splits; it never raises for what lies in a file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.errors import one_line
from pipeline.sources import reason_of

from .formats import format_of
from .outcomes import Outcome, Part, Record, Trouble, excerpt_of


@dataclass(frozen=True, slots=True)
class Shard:
    """A self-contained, picklable description of pages to read together.

    `number` is its place in the plan (from 0); `parts` are read in order; `count` is the number of outcomes that
    `records` gives, unless a file was changed since; `repeated` holds the places among them (from 0) of pages whose
    document id an earlier page of the plan has, in this shard or in one before.
    """

    number: int
    parts: tuple[Part, ...]
    count: int
    repeated: frozenset[int] = frozenset()


def records(shard: Shard) -> Iterator[Outcome]:
    """Yield what comes of each entry of a shard, one outcome each, in the order of the files; pages come undecoded.

    Memory is bounded by LARGEST_PAGE times a small number whatever the files' size. Never raises for what a file holds
    or that it is gone: that is a Trouble, and the rest is read.
    """
    place = 0
    for part in shard.parts:
        for outcome in _outcomes(part):
            if place in shard.repeated and isinstance(outcome, Record):
                said = "has the document id of an earlier page; only that one is read: give each page an id of its own"
                yield Trouble(outcome.document_id, "frame", said, outcome.where, excerpt_of(outcome.content))
            else:
                yield outcome
            place += 1


def _outcomes(part: Part) -> Iterator[Outcome]:
    try:
        yield from format_of(part.path).read(part)
    except OSError as error:
        yield Trouble("", "open", reason_of(error), part.path)
    except Exception as error:  # what a library stumbles over in one file must not cost the other files
        yield Trouble("", "frame", f"{type(error).__name__}: {one_line(error)}", part.path)
