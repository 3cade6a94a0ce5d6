"""A shard is read: the parts of files that it names give their entries, in order.

`records` opens, seeks and splits; it never raises for what lies in a file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .outcomes import Outcome


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of one input file.

    `path` is as the user wrote it; `start` and `end` (exclusive) count what the format can seek to: bytes (of the
    inflated stream for .jsonl.gz), rows for Parquet; a file that is one page has 0 and its size. `count` is the number
    of entries in the stretch, `first` the number of the first of them in its file (from 0).
    """

    path: str
    start: int
    end: int
    first: int
    count: int


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
    raise NotImplementedError
