"""Tables become files as their rows come: CSV and Parquet, whose bytes do not tell how many rows came at once.

A table written in either form and read back is the same table; the same table is always the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from decimal import Decimal
from pathlib import Path
from types import TracebackType
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from pipeline.arrow import to_arrow
from pipeline.tables import SHARED, joined
from pipeline.tableschema import Table

ROWS_A_GROUP = 20_000  # in a row group of Parquet, and in memory before they are written
# The tables whose ids do not all begin with "DOCUMENT-ID/": they are kept, and sorted in the end. They are small.
KEPT = ("documents", SHARED)


def write(tables: Mapping[str, Table], batches: Iterable[Mapping[str, pa.Table]], folder: Path) -> None:
    """Write `FOLDER/NAME.csv` and `FOLDER/NAME.parquet` for every table, from batches in the order of their documents.

    Each table of a batch lies in the order of its ids. Raises OSError where a file cannot be written.
    """
    kept: dict[str, list[pa.Table]] = {name: [] for name in KEPT}
    with ExitStack() as stack:
        files = {name: stack.enter_context(Files(table, folder)) for name, table in tables.items()}
        for batch in batches:
            for name, rows in batch.items():
                kept[name].append(rows) if name in kept else files[name].add(rows)
        for name, found in kept.items():
            if found:
                files[name].add(joined(tables[name], found))


class Files:
    """The CSV and the Parquet file of one table, which grow as rows are added, and are whole once closed.

    CSV: UTF-8, "\\n" ends a line, quotes only where needed, an empty cell is null.
    """

    def __init__(self, table: Table, folder: Path) -> None:
        """Open the files."""
        self._key = table.primary_key
        self._last: str | None = None
        with ExitStack() as stack:
            self._csv = stack.enter_context((folder / f"{table.name}.csv").open("w", encoding="utf-8", newline=""))
            self._parquet = stack.enter_context(ParquetFile(to_arrow(table), folder / f"{table.name}.parquet"))
            self._stack = stack.pop_all()
        self._csv.write(",".join(table.columns) + "\n")

    def __enter__(self) -> Files:
        """Return the files."""
        return self

    def __exit__(self, *error: Any) -> None:
        """Close the files."""
        self._stack.__exit__(*error)

    def add(self, rows: pa.Table) -> None:
        """Add rows whose ids come after those before; ValueError where they do not."""
        if not rows.num_rows:
            return
        if self._last is not None and (first := rows[self._key][0].as_py()) < self._last:
            raise ValueError(
                f"the id {first} comes after {self._last}; ids must begin with their document's and a slash"
            )
        self._last = rows[self._key][-1].as_py()
        self._csv.writelines(csv_lines(rows))
        self._parquet.add(rows)


class ParquetFile:
    """A Parquet file that grows as rows are added, and is whole once closed.

    Its compression is snappy, which every reader knows; it has no metadata but the fields' own. Who leaves it by an
    error leaves a file that is not whole, though it can be read.
    """

    def __init__(
        self, schema: pa.Schema, path: Path, rows: int | None = None, encoding: Mapping[str, str] | None = None
    ) -> None:
        """Open the file, which is to have so many rows in a row group; `encoding` names Parquet's for some columns."""
        self._rows = rows or ROWS_A_GROUP
        self._waiting = [pa.Table.from_batches([], schema)]
        self._begun = False
        with ExitStack() as stack:
            # Python's own file: Arrow refuses a path that is not UTF-8
            file = stack.enter_context(path.open("wb"))
            listed = [name for name in schema.names if name not in encoding] if encoding else True
            parquet = pq.ParquetWriter(
                file, schema, compression="snappy", use_dictionary=listed, column_encoding=encoding or None
            )
            self._parquet = stack.enter_context(parquet)
            self._stack = stack.pop_all()

    def __enter__(self) -> ParquetFile:
        """Return the file."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Write what waits, unless something has failed, and close the file."""
        with self._stack:
            rows = pa.concat_tables(self._waiting)
            if kind is None and (rows.num_rows or not self._begun):
                self._write(rows)

    def add(self, rows: pa.Table) -> None:
        """Add rows; they are written a group at a time."""
        self._waiting.append(rows)
        if sum(map(len, self._waiting)) >= self._rows:
            found = pa.concat_tables(self._waiting)
            whole = len(found) - len(found) % self._rows
            for start in range(0, whole, self._rows):
                self._write(found.slice(start, self._rows))
            self._waiting = [found.slice(whole)]

    def _write(self, rows: pa.Table) -> None:
        self._begun = True
        self._parquet.write_table(rows.combine_chunks(), self._rows)


def csv_lines(rows: pa.Table) -> Iterator[str]:
    """Yield the lines of a table's rows in CSV."""
    for chunk in rows.to_batches(ROWS_A_GROUP):
        cells = [_written(column) for column in chunk.columns]
        lines = pc.binary_join_element_wise(*cells, ",", null_handling="replace", null_replacement="")
        yield from (f"{line}\n" for line in lines.to_pylist())


def _written(column: pa.Array) -> pa.Array:
    """Return a column's cells as CSV has them.

    Quoting is done here because Python's csv module quotes a lone carriage return in some versions and not in others.
    """
    if pa.types.is_floating(column.type):
        return pa.array([None if value is None else number(value) for value in column.to_pylist()], pa.string())
    text = column.cast(pa.string())
    quoted = pc.binary_join_element_wise('"', pc.replace_substring(text, '"', '""'), '"', "")
    return pc.if_else(pc.match_substring_regex(text, '[",\r\n]'), quoted, text)


def number(value: float) -> str:
    """Return a number without exponent or trailing zeros, exact to its last bit: 4453000000, 4.5."""
    return str(int(value)) if value.is_integer() else format(Decimal(repr(value)), "f")
