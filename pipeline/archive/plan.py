"""The files of an archive are cut into shards of about so many pages, the same ones each time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from .inputs import Input
from .shards import Shard

PAGES = 10_000  # in a shard: some 50 s of reading, and few enough files for a hundred million pages
Map = Callable[[Callable[[Any], Any], Iterable[Any]], Iterable[Any]]


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be read: the files, the shards over them, and the files of named folders that no format knows."""

    inputs: list[Input]
    shards: list[Shard]
    ignored: list[str]


def pieces(names: Sequence[str], pages_per_shard: int = PAGES, each: Map = map) -> Plan:
    """Plan the shards over what a user names: paths, folders, globs or URLs.

    Files are taken in the order of their paths, entries in the order of their file; a file with more pages than a
    shard holds is cut where its format can seek, small files are put together. Planning looks through every file once
    for the places and ids of its pages; `each` may spread that over files, in order, as `Executor.map` does. The same
    files give the same plan. Raises Unusable where a name is nothing that can be read.
    """
    raise NotImplementedError
