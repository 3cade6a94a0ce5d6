"""A batch of pages becomes tables that keep what their schemas demand; a page that cannot be read is told.

Run in a process of its own (`child`), which a page that takes too long or needs too much memory ends.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

import pyarrow as pa

from pipeline import reading, tables, tableschema
from pipeline.archive.outcomes import Record, Skipped, Trouble, excerpt_of
from pipeline.archive.pages import Page, page
from pipeline.errors import one_line

from .demands import broken
from .limits import Limits
from .notes import TABLES

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


@dataclass(frozen=True, slots=True)
class Batch:
    """What came of some pages: the tables of those that were read, empty if none was, and the outcome of the others."""

    tables: dict[str, pa.Table] = field(default_factory=dict)
    passed: list[Passed] = field(default_factory=list)
    documents: int = 0


def read_batch(pages: Sequence[Numbered], tell: Callable[[int], None], limits: Limits) -> Batch:
    """Read some pages one after the other; `tell` which one comes, and TABLES before the tables are made.

    Pages whose rows break a schema are found by reading each page of the batch alone: they are passed over.
    """
    passed: list[Passed] = []
    texts: list[tuple[str | None, ...]] = []
    try:
        found = _checked(_readings(pages, tell, limits, passed, texts))
    except MemoryError:  # what is left of the process is not to be trusted
        os._exit(OUT_OF_MEMORY)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    if isinstance(found, str) and len(pages) > 1:
        return joined_batch([read_batch([page], tell, limits) for page in pages])
    if isinstance(found, str):
        place, record = pages[0]
        trouble = Trouble(record.document_id, "check", found, record.where, excerpt_of(record.content))
        return Batch(passed=[(place, trouble)])
    if not texts:
        return Batch(passed=passed)
    columns = [pa.array(column, pa.string()) for column in zip(*texts, strict=True)]
    return Batch(found | {TEXTS: pa.Table.from_arrays(columns, schema=TEXTS_SCHEMA)}, passed, len(texts))


def joined_batch(parts: Sequence[Batch]) -> Batch:
    """Return the batch that its parts make up, the same one whether it was read at once or in parts."""
    passed = [one for part in parts for one in part.passed]
    full = [part.tables for part in parts if part.tables]
    found = {name: _joined(name, [part[name] for part in full]) for name in (full[0] if full else ())}
    return Batch(found, passed, sum(part.documents for part in parts))


def _joined(name: str, parts: list[pa.Table]) -> pa.Table:
    if len(parts) == 1:
        return parts[0]
    return tables.joined(_schemas()[name], parts) if name in _schemas() else pa.concat_tables(parts)


def _readings(
    pages: Sequence[Numbered], tell: Callable[[int], None], limits: Limits,
    passed: list[Passed], texts: list[tuple[str | None, ...]],
) -> Iterator[_Rows]:  # fmt: skip
    """Yield the rows of the pages that can be read; put a row of TEXTS into `texts`, other outcomes into `passed`.

    The system ends this process where a page, or what follows the last one, takes too long.
    """
    for place, record in pages:
        tell(place)
        signal.setitimer(signal.ITIMER_REAL, limits.seconds)
        found = _read(record)
        if isinstance(found, tuple):
            texts.append(_text(record, found[0]))
            yield found[1]
        else:
            passed.append((place, found))
    tell(TABLES)
    signal.setitimer(signal.ITIMER_REAL, limits.seconds)


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


def _text(record: Record, head: Page) -> tuple[str | None, ...]:
    """The row of TEXTS of one page."""
    source = head.source
    return source.document_id, source.text, record.where, head.title, head.issued, head.modified, head.language


def _checked(readings: Iterator[_Rows]) -> dict[str, pa.Table] | str:
    """Return the tables of some pages, or the first thing that is wrong with them."""
    try:
        found = tables.build(readings, _schemas())
    except tables.Malformed as error:
        return one_line(error)
    except MemoryError:
        raise
    except Exception as error:
        return f"no tables can be made of it ({type(error).__name__}: {one_line(error)}); please report it"
    return next(broken(_schemas(), found), found)
