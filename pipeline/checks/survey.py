"""One pass over the two files of a table: they are equal cell by cell, and it is known where each document's rows lie.

No more than one block of either file is in memory, unless the table is to be kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from pipeline.arrow import to_arrow
from pipeline.checks import spreadsheets
from pipeline.checks.spreadsheets import Formulas
from pipeline.errors import Finding
from pipeline.sources import reason_of
from pipeline.tables import LARGEST_BLOCK, Malformed, csv_chunks
from pipeline.tableschema import Table

REBUILD = "build the package again"
ROWS_AT_A_TIME = 20_000
BLOCK = 2**20  # Arrow reads up to 32 of them ahead


@dataclass(frozen=True, slots=True)
class Survey:
    """What a pass over a table's files has shown.

    `rows` is their number, None where the CSV is no such table. `homes` has the number of rows of each document, in the
    order in which they lie; it is None where the rows do not lie in the order of their ids, each of which begins with
    its document's. `cells` is the table, if it was to be kept; `formulas` are what `spreadsheets` tells of.
    """

    findings: list[Finding]
    rows: int | None = None
    homes: dict[str, int] | None = None
    cells: pa.Table | None = None
    formulas: Formulas = field(default_factory=dict)


class _Unfit(Exception):
    """A Parquet file that cannot be compared; its one argument is the finding that says why."""


def survey(table: Table, folder: Path, keep: bool, block: int = BLOCK) -> Survey:
    """Compare a table's CSV and Parquet files in a package's folder, so many bytes of CSV at a time."""
    order = _Order(table)
    kept = [to_arrow(table).empty_table()]
    formulas: Formulas = {}
    count = 0

    def read() -> Iterator[pa.Table]:
        nonlocal count
        for chunk in csv_chunks(table, folder / "data" / f"{table.name}.csv", block):
            count += len(chunk)
            order.add(chunk)
            spreadsheets.count(table, chunk, formulas)
            if keep:
                kept.append(chunk)
            yield chunk

    mine = read()
    try:
        try:
            findings = _differences(table, mine, _stored(table, folder))
        except _Unfit as error:
            findings = [error.args[0]]
            for _ in mine:  # the rest of the CSV is looked at all the same
                pass
    except Malformed as error:
        if block < LARGEST_BLOCK:  # a row may be longer than the block
            return survey(table, folder, keep, 8 * block)
        return Survey(list(error.findings))
    except OSError as error:
        return Survey([Finding(f"data/{table.name}.csv", message=f"{reason_of(error)}; {REBUILD}")])
    return Survey(findings, count, order.homes, pa.concat_tables(kept) if keep else None, formulas)


def _stored(table: Table, folder: Path) -> Iterator[pa.Table]:
    """Yield the rows of a Parquet file; raises _Unfit."""
    path = f"data/{table.name}.parquet"
    try:
        # From a path, Arrow would take folder names for columns, and refuse one that is not UTF-8.
        with (folder / path).open("rb") as file:
            parquet = pq.ParquetFile(file)
            if not parquet.schema_arrow.equals(to_arrow(table)):
                raise _Unfit(Finding(path, message=f"has other columns or types than its schema; {REBUILD}"))
            for batch in parquet.iter_batches(ROWS_AT_A_TIME, use_threads=False):
                yield pa.Table.from_batches([batch])
    except (OSError, pa.ArrowException) as error:
        raise _Unfit(Finding(path, message=f"is not readable as Parquet ({reason_of(error)}); {REBUILD}")) from error


def _differences(table: Table, mine: Iterable[pa.Table], theirs: Iterable[pa.Table]) -> list[Finding]:
    """Return each cell in which the rows of a Parquet file, `theirs`, are not those of its CSV."""
    path = f"data/{table.name}.parquet"
    findings: list[Finding] = []
    rows = others = 0
    empty = to_arrow(table).empty_table()
    for one, other in zip_longest(_grouped(mine), _grouped(theirs), fillvalue=empty):
        if len(one) == len(other):
            findings += _unequal(table, one, other, rows)
        rows, others = rows + len(one), others + len(other)
    if rows != others:
        return [Finding(path, message=f"has {others} rows, its CSV {rows}; {REBUILD}")]
    return findings


def _grouped(tables: Iterable[pa.Table]) -> Iterator[pa.Table]:
    """Yield the same rows in tables of the same length, but for the last."""
    waiting: list[pa.Table] = []
    for found in tables:
        waiting.append(found)
        if sum(map(len, waiting)) >= ROWS_AT_A_TIME:
            rows = pa.concat_tables(waiting)
            whole = len(rows) - len(rows) % ROWS_AT_A_TIME
            for start in range(0, whole, ROWS_AT_A_TIME):
                yield rows.slice(start, ROWS_AT_A_TIME)
            waiting = [rows.slice(whole)]
    if waiting:
        yield pa.concat_tables(waiting)


def _unequal(table: Table, rows: pa.Table, others: pa.Table, before: int) -> Iterator[Finding]:
    """Yield each cell in which so many rows of both files differ, after as many rows `before`."""
    for column in table.columns:
        mine, theirs = rows[column], others[column]
        if mine.equals(theirs):
            continue
        same = pc.or_kleene(
            pc.and_kleene(mine.is_null(), theirs.is_null()), pc.fill_null(pc.equal(mine, theirs), False)
        )
        for row in pc.indices_nonzero(pc.invert(same)).to_pylist():
            said = f"is {theirs[row].as_py()!r} in data/{table.name}.parquet; {REBUILD}"
            quote = rows["quote"][row].as_py() if "quote" in table.columns else None
            key = rows[table.primary_key][row].as_py() or f"line {before + row + 2}"
            yield Finding(f"data/{table.name}.csv", key, column, mine[row].as_py(), quote, said)


class _Order:
    """How many rows each document has, as long as rows come in the order of ids that begin with their document's."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.last = pa.array([], pa.string())
        self.homes: dict[str, int] | None = {}

    def add(self, rows: pa.Table) -> None:
        if self.homes is None or not len(rows):
            return
        ids = pa.chunked_array([self.last, *rows[self.table.primary_key].chunks], pa.string()).combine_chunks()
        homes = homes_of(self.table, rows)
        if ids.null_count or homes is None or pc.all(pc.less(ids[:-1], ids[1:])).as_py() is False:
            self.homes = None
            return
        self.last = ids[-1:]
        ended = pc.run_end_encode(homes)
        begun = 0
        for home, end in zip(ended.values.to_pylist(), ended.run_ends.to_pylist(), strict=True):
            if home is not None:
                self.homes[home] = self.homes.get(home, 0) + end - begun
            begun = end


def homes_of(table: Table, rows: pa.Table) -> pa.Array | None:
    """Return the document that each row belongs to, which a global entity does not; None where an id says otherwise."""
    ids = rows[table.primary_key].combine_chunks()
    if table.name == "documents":
        return ids
    slash = pc.match_substring(ids, "/")
    homes = pc.if_else(slash, pc.list_element(pc.split_pattern(ids, "/", max_splits=1), 0), None)
    if "document_id" not in table.columns or homes.equals(rows["document_id"].combine_chunks()):
        return homes
    return None
