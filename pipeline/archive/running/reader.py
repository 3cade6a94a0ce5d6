"""A batch of pages becomes tables that keep what their schemas demand; a page that cannot be read is told.

Run in a process of its own (`child`), which a page that takes too long or needs too much memory ends.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from multiprocessing.connection import Connection
from typing import NamedTuple

import pyarrow as pa

from pipeline import reading, tables, tableschema
from pipeline.archive.outcomes import Record, Skipped, Trouble, excerpt_of
from pipeline.archive.pages import Page, page
from pipeline.errors import one_line

from .demands import broken
from .limits import Limits

OUT_OF_MEMORY = 12  # exit code of a process whose page needs more memory than it may have
TEXTS = "texts"
TEXTS_SCHEMA = pa.schema(
    [
        pa.field("document_id", pa.string(), False, {"description": "Document, as in the table documents."}),
        pa.field("text", pa.string(), False, {"description": "What was read; every offset counts its characters."}),
        pa.field("place", pa.string(), False, {"description": "The input file and the place in it."}),
        pa.field("title", pa.string(), True, {"description": "Title in the head of the page."}),
        pa.field("issued", pa.string(), True, {"description": "Date of issue in the head of the page, as written."}),
        pa.field("modified", pa.string(), True, {"description": "Date of change in the head, as written."}),
        pa.field("language", pa.string(), True, {"description": "Language that the page declares (BCP 47)."}),
    ]
)
Numbered = tuple[int, Record]  # a page with its place among the outcomes of its shard, from 0
Passed = tuple[int, "Skipped | Trouble"]
_Rows = dict[str, list[reading.Row]]
_schemas = cache(tableschema.tables)


class _Read(NamedTuple):
    place: int
    page: Page
    rows: _Rows
    record: Record


@dataclass(frozen=True, slots=True)
class Batch:
    """What came of some pages: the tables of those that were read, empty if none was, and the outcome of the others."""

    tables: dict[str, pa.Table] = field(default_factory=dict)
    passed: list[Passed] = field(default_factory=list)
    documents: int = 0


def read_batch(pages: Sequence[Numbered], end: Connection, limits: Limits) -> Batch:
    """Read some pages one after the other; say through `end` which one comes, and None before the tables are made."""
    read: list[_Read] = []
    passed: list[Passed] = []
    for place, record in pages:
        end.send(place)
        with _alarm(limits.seconds):
            found = _read(record)
        if isinstance(found, tuple):
            read.append(_Read(place, *found, record))
        else:
            passed.append((place, found))
    end.send(None)
    with _alarm(limits.seconds):
        return _tables(read, passed)


def _read(record: Record) -> tuple[Page, _Rows] | Skipped | Trouble:
    """Return the rows of one page, or why there are none."""
    excerpt = excerpt_of(record.content)
    stage = "extract"
    try:
        found = page(record)
        if isinstance(found, Trouble):
            return found
        stage = "read"
        return found, reading.read(found.source, of_a_pair=True)
    except reading.NotABrief as error:
        return Skipped(record.document_id, error.reason, record.where)
    except reading.Refused as error:
        return Trouble(record.document_id, stage, one_line(error), record.where, excerpt)
    except MemoryError:  # what is left of the process is not to be trusted
        os._exit(OUT_OF_MEMORY)
    except Exception as error:
        said = f"the reading failed ({type(error).__name__}: {one_line(error)}); please report it"
        return Trouble(record.document_id, stage, said, record.where, excerpt)


def _tables(read: list[_Read], passed: list[Passed]) -> Batch:
    """Return the tables of the pages read; a page whose rows break a schema is passed over."""
    try:
        found = _checked(read)
        if isinstance(found, str):
            alone = [(one, _checked([one])) for one in read]
            for one, said in alone:
                if isinstance(said, str):
                    record = one.record
                    trouble = Trouble(record.document_id, "check", said, record.where, excerpt_of(record.content))
                    passed.append((one.place, trouble))
            read = [one for one, said in alone if not isinstance(said, str)]
            found = _checked(read)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    assert not isinstance(found, str), found  # good each, bad together: the batch is then read in parts
    if not read:
        return Batch(passed=passed)
    columns = zip(*map(_text, read), strict=True)
    texts = pa.Table.from_arrays([pa.array(column, pa.string()) for column in columns], schema=TEXTS_SCHEMA)
    return Batch(found | {TEXTS: texts}, passed, len(read))


def _text(one: _Read) -> tuple[str | None, ...]:
    """The row of TEXTS of one page."""
    source, head = one.page.source, one.page
    return source.document_id, source.text, one.record.where, head.title, head.issued, head.modified, head.language


def _checked(read: Sequence[_Read]) -> dict[str, pa.Table] | str:
    """Return the tables of some pages, or the first thing that is wrong with them."""
    try:
        found = tables.build((one.rows for one in read), _schemas())
    except tables.Malformed as error:
        return one_line(error)
    except MemoryError:
        raise
    except Exception as error:
        return f"no tables can be made of it ({type(error).__name__}: {one_line(error)}); please report it"
    return next(broken(_schemas(), found), found)


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    """Let the system end this process where what happens inside takes longer."""
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
