"""Parquet: one page a row, with the columns of `rows`; places count rows.

pyarrow decodes a data page of a column at once, so a value beyond the limit is in memory once before it is refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from pipeline.errors import one_line

from .files import opened
from .formats import Entry
from .outcomes import LARGEST_PAGE, Outcome, Part, Trouble
from .rows import OPTIONAL, REQUIRED, record_of

_ROWS = 32  # read at a time: small, for pages may be large
_IDS = 4096  # the same for ids alone


def scan(path: str, size: int) -> Iterator[Entry]:
    """Yield the rows by their ids; a file that is no table of pages is one entry."""
    try:
        with _table(path) as table:
            for group, first in _groups(table):
                count = table.metadata.row_group(group).num_rows
                for at, name in enumerate(_ids(table, group, count)):
                    yield Entry(first + at, True, name)
    except (OSError, ValueError, pa.ArrowException):
        yield Entry(0, True, None)


def read(part: Part) -> Iterator[Outcome]:
    """Yield the outcome of each row of a stretch."""
    try:
        with _table(part.path) as table:
            for group, first in _groups(table):
                last = first + table.metadata.row_group(group).num_rows
                if first < part.end and last > part.start:
                    yield from _rows(table, group, first, max(first, part.start), min(last, part.end), part.path)
    except (OSError, ValueError, pa.ArrowException) as error:
        yield Trouble("", "open", f"is no Parquet table of pages: {one_line(error)}", part.path)


@contextmanager
def _table(path: str) -> Iterator[pq.ParquetFile]:
    """Open a file; ValueError says which column is missing or of another type."""
    with (
        opened(path) as file,
        pq.ParquetFile(file, pre_buffer=False, buffer_size=1 << 20, page_checksum_verification=True) as table,
    ):
        for name in REQUIRED:
            if name not in table.schema_arrow.names:
                raise ValueError(f"it has no column {name}")
            kind = table.schema_arrow.field(name).type
            if pa.types.is_dictionary(kind):
                kind = kind.value_type
            if not (pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind)):
                raise ValueError(f"its column {name} is of type {kind}, not string")
        yield table


def _groups(table: pq.ParquetFile) -> Iterator[tuple[int, int]]:
    """Yield the row groups with the number of their first row."""
    first = 0
    for group in range(table.num_row_groups):
        yield group, first
        first += table.metadata.row_group(group).num_rows


def _ids(table: pq.ParquetFile, group: int, count: int) -> Iterator[str | None]:
    """Yield the ids of a row group, one a row; None for null and from where the column cannot be read."""
    given = 0
    try:
        for batch in table.iter_batches(_IDS, row_groups=[group], columns=[REQUIRED[0]]):
            for name in batch.column(0):
                yield _value(name)
                given += 1
    except (OSError, pa.ArrowException):
        pass
    for _ in range(given, count):
        yield None


def _value(scalar: Any) -> Any:
    try:
        return scalar.as_py()
    except UnicodeDecodeError:
        return None


def _rows(table: pq.ParquetFile, group: int, first: int, start: int, end: int, path: str) -> Iterator[Outcome]:
    """Yield the rows `start` to `end` of a group that begins at row `first`; where it is damaged, each as a trouble."""
    columns = [name for name in (*REQUIRED, *OPTIONAL) if name in table.schema_arrow.names]
    at = first
    try:
        for batch in table.iter_batches(_ROWS, row_groups=[group], columns=columns):
            lengths = pc.binary_length(_plain(batch.column("text")))
            for row in range(batch.num_rows):
                if start <= at < end:
                    yield _row(batch, row, lengths[row].as_py(), f"{path}, row {at + 1}")
                at += 1
            if at >= end:
                return
    except (OSError, pa.ArrowException) as error:
        said = f"its row group cannot be read: {one_line(error)}"
        for number, name in enumerate(_ids(table, group, end - first), first):
            if max(at, start) <= number < end:
                yield Trouble(name or "", "frame", said, f"{path}, row {number + 1}")


def _plain(column: pa.Array) -> pa.Array:
    """The column in a form that can be measured, copied only where it must be."""
    kind = column.type
    return column if pa.types.is_string(kind) or pa.types.is_large_string(kind) else column.cast(pa.large_string())


def _row(batch: pa.RecordBatch, row: int, length: int | None, where: str) -> Outcome:
    if length is not None and length > LARGEST_PAGE:
        name = _value(batch.column("document_id")[row]) or ""
        return Trouble(name, "frame", f"has {length:,} bytes, more than {LARGEST_PAGE:,}: a brief is a page", where)
    try:
        return record_of({name: batch.column(name)[row].as_py() for name in batch.schema.names}, where)
    except UnicodeDecodeError as error:
        return Trouble("", "decode", f"is not UTF-8: {one_line(error)}", where)
