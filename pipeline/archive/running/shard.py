"""One shard becomes its files, whole or not at all; it is a pure function of the shard, and any engine may run it.

What it is given is all that it depends on, and what it leaves are the same bytes however often it was tried, wherever
and beside what. A shard that is done is not read again.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from pipeline import tableschema
from pipeline.archive.outcomes import Record, Skipped, Trouble
from pipeline.archive.shards import Shard, records
from pipeline.arrow import to_arrow
from pipeline.descriptor import fingerprint
from pipeline.tables import SHARED, joined
from pipeline.writing import ParquetFile

from .guard import Guard
from .limits import Limits
from .place import Place, Summary
from .reader import TEXTS, TEXTS_SCHEMA, Batch, Numbered, joined_batch

PAGES, CHARACTERS = 24, 250_000  # most of a batch; a single page may be larger
# Rows in a row group of Parquet, and of each table in memory: many where a batch brings many, few where a row is large.
GROUP = 5_000
_GROUPS = {"evidence": 20_000, "coverage": 20_000, TEXTS: 1_000}
QUARANTINE = "quarantine"
QUARANTINE_SCHEMA = pa.schema(
    [
        pa.field("document", pa.string(), False, {"description": "Document id; empty where none is known."}),
        pa.field("stage", pa.string(), False, {"description": "Where it failed: open, frame, decode, extract, read…"}),
        pa.field("error", pa.string(), False, {"description": "What is wrong, in one line."}),
        pa.field("excerpt", pa.string(), False, {"description": "How the page begins."}),
        pa.field("where", pa.string(), False, {"description": "The input file and the place in it."}),
    ]
)
_schemas = cache(tableschema.tables)


class Task(NamedTuple):
    """A shard to read, and the key of all that its files depend on."""

    shard: Shard
    key: str


def read_shard(task: Task, out: Path, limits: Limits) -> Summary:
    """Read the pages of a shard and write its files into `out`; return what came of them.

    A shard that is done with this key is left as it is. Raises OSError where files cannot be written.
    """
    shard, key = task
    place = Place(out, shard.number)
    done = place.done(key)
    if done is None:
        with place.alone():
            done = place.done(key) or _read(shard, place, key, limits)
    return done


def _read(shard: Shard, place: Place, key: str, limits: Limits) -> Summary:
    pool = pa.system_memory_pool()  # Arrow's own keeps memory that has been given back to it, and this one may too
    pa.set_memory_pool(pool)
    skipped: Counter[str] = Counter()
    troubles: list[Trouble] = []
    entities = [pa.Table.from_batches([], to_arrow(_schemas()[SHARED]))]
    schemas = {name: to_arrow(table) for name, table in _schemas().items()} | {TEXTS: TEXTS_SCHEMA}
    rows = dict.fromkeys(schemas, 0)
    documents = 0
    reported = time.monotonic()
    with ExitStack() as stack:
        guard = stack.enter_context(Guard(limits))
        files = {
            name: stack.enter_context(
                ParquetFile(schema, place.temporary(place.table(name)), _GROUPS.get(name, GROUP), _encoding(name))
            )
            for name, schema in schemas.items()
        }
        for batch in _batches(shard, guard):
            for _, outcome in sorted(batch.passed, key=lambda passed: passed[0]):
                if isinstance(outcome, Skipped):
                    skipped[outcome.reason] += 1
                else:
                    troubles.append(outcome)
            documents += batch.documents
            for name, found in batch.tables.items():
                if name == SHARED:  # those without a slash are of no document
                    own = pc.match_substring(found[_schemas()[SHARED].primary_key], "/")
                    entities = [joined(_schemas()[SHARED], [*entities, found.filter(pc.invert(own))])]
                    found = found.filter(own)
                rows[name] += len(found)
                files[name].add(found)
            if time.monotonic() - reported > 1:
                reported = time.monotonic()
                pool.release_unused()
                place.report(documents + len(troubles) + skipped.total(), len(troubles))
    paths = [place.table(name) for name in schemas]
    quarantine = pa.Table.from_pylist([_row(trouble) for trouble in troubles], QUARANTINE_SCHEMA)
    for name, table in ((SHARED, entities[0]), (QUARANTINE, quarantine)):
        path = place.part(name)
        paths.append(path)
        with ParquetFile(table.schema, place.temporary(path)) as file:
            file.add(table)
    about = {path: fingerprint(place.temporary(path)) for path in paths}
    summary = Summary(shard.number, key, documents, len(troubles), dict(sorted(skipped.items())), rows, about)
    place.publish(summary)
    return summary


def _batches(shard: Shard, guard: Guard) -> Iterator[Batch]:
    """Yield what came of the outcomes of a shard, so many at a time: the same ones whatever happens to the reader."""
    pages: list[Numbered] = []
    batch = Batch()
    size = 0
    for number, outcome in enumerate(records(shard)):
        if isinstance(outcome, Record):
            size += len(outcome.content)
            pages.append((number, outcome))
        else:
            batch.passed.append((number, outcome))
        if len(pages) + len(batch.passed) == PAGES or size >= CHARACTERS:
            yield joined_batch([batch, *guard.read(pages)])
            pages, batch, size = [], Batch(), 0
    yield joined_batch([batch, *guard.read(pages)])


def _encoding(name: str) -> dict[str, str]:
    """Return Parquet's encoding of the columns whose values differ from row to row, each only little from the last."""
    if name not in _schemas():
        return {}
    table = _schemas()[name]
    named = {table.primary_key, "row_id", "used_row_id"}
    encodings = {"string": "DELTA_BYTE_ARRAY", "integer": "DELTA_BINARY_PACKED"}
    return {
        field["name"]: encodings[field["type"]]
        for field in table.fields
        if field["name"] in named or field["type"] == "integer"
    }


def _row(trouble: Trouble) -> dict[str, str]:
    about = asdict(trouble)
    return {"document": about.pop("document_id"), **about}
