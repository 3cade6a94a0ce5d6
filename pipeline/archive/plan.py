"""The files of an archive are cut into shards of about so many pages, the same ones each time."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from .files import Input, inputs
from .formats import ENDINGS, ending_of, format_of
from .outcomes import END, Part
from .shards import Shard

PAGES = 10_000  # in a shard: some 50 s of reading, and few enough files for a hundred million pages
_ANONYMOUS = 0  # what stands for an entry without id
Map = Callable[[Callable[[Any], Any], Iterable[Any]], Iterable[Any]]


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be read: the files, the shards over them, and the files of named folders that no format knows."""

    inputs: list[Input]
    shards: list[Shard]
    ignored: list[str]


@dataclass(frozen=True, slots=True)
class _Scanned:
    """One file: its stretches, each with its number of pages, and a digest of each entry's id (8 bytes an entry)."""

    parts: list[tuple[Part, int]]
    ids: array[int]


def pieces(names: Sequence[str], pages_per_shard: int = PAGES, each: Map = map) -> Plan:
    """Plan the shards over what a user names: paths, folders, globs or URLs.

    Files are taken in the order of their paths, entries in the order of their file; a file with more pages than a
    shard holds is cut where its format can seek, small files are put together. Planning looks through every file once
    for the places and ids of its pages; `each` may spread that over files, in order, as `Executor.map` does. The same
    files give the same plan. Raises Unusable where a name is nothing that can be read.
    """
    found, ignored = inputs(names)
    looked_through = iter(each(partial(_scan, pages=pages_per_shard), [file for file in found if not _is_page(file)]))
    scanned = (_scan(file, pages_per_shard) if _is_page(file) else next(looked_through) for file in found)
    ids: array[int] = array("Q")
    groups = list(_groups(scanned, pages_per_shard, ids))
    repeated = _repeated(ids)
    shards: list[Shard] = []
    first = 0
    for number, parts in enumerate(groups):
        count = sum(part.count for part in parts)
        inside = repeated[np.searchsorted(repeated, first) : np.searchsorted(repeated, first + count)] - first
        shards.append(Shard(number, tuple(parts), count, frozenset(inside.tolist())))
        first += count
    return Plan(found, shards, ignored)


def _is_page(file: Input) -> bool:
    """Is the file one page, so that looking through it costs nothing?"""
    return ENDINGS[ending_of(file.path)] == "whole_files"


def _scan(file: Input, pages: int) -> _Scanned:
    """Look through one file and cut it into stretches of at most so many pages, as far as it can be cut."""
    ids: array[int] = array("Q")
    cuts = [(0, 0, 0)]  # start, number of the first entry, number of pages before it
    held = 0
    try:
        for number, entry in enumerate(format_of(file.path).scan(file.path, file.size)):
            if entry.cut and held - cuts[-1][2] >= pages:
                cuts.append((entry.start, number, held))
            held += entry.document_id is not None
            ids.append(_digest(entry.document_id))
    except Exception:  # reading the stretch comes to the same point, and tells it
        ids.append(_ANONYMOUS)
    ends = [*cuts[1:], (_end(file, len(ids)), len(ids), held)]
    parts = [
        (Part(file.path, start, end, first, last - first), after - before)
        for (start, first, before), (end, last, after) in zip(cuts, ends, strict=True)
        if last > first
    ]
    return _Scanned(parts, ids)


def _groups(scanned: Iterable[_Scanned], pages: int, ids: array[int]) -> Iterator[list[Part]]:
    """Yield the parts of each shard, at most so many pages together; the digests of all ids are added to `ids`."""
    group: list[Part] = []
    held = 0
    for file in scanned:
        ids.extend(file.ids)
        for part, count in file.parts:
            if group and held + count > pages:
                yield group
                group, held = [], 0
            group.append(part)
            held += count
    if group:
        yield group


def _end(file: Input, entries: int) -> int:
    """The place after a file's last entry: rows for Parquet, else no place, for reading goes on to the file's end."""
    return entries if ENDINGS[ending_of(file.path)] == "parquet" else END


def _digest(document_id: str | None) -> int:
    """64 bits of an id: of a hundred million ids, two share them once in four thousand archives."""
    if document_id is None:
        return _ANONYMOUS
    return int.from_bytes(hashlib.blake2b(document_id.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def _repeated(ids: array[int]) -> np.ndarray:
    """The places, ascending, of the ids that stand at an earlier place too."""
    found = np.frombuffer(ids, dtype=np.uint64) if ids else np.zeros(0, np.uint64)
    order = np.argsort(found, kind="stable")
    again = (found[order][1:] == found[order][:-1]) & (found[order][1:] != _ANONYMOUS)
    return np.sort(order[1:][again])
