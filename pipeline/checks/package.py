"""A package as the checks see it: its tables, and the texts that they were read from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from pipeline.corrections.ledger import Correction
from pipeline.errors import Finding
from pipeline.tableschema import Table

ROWS_AT_A_TIME = 20_000


@dataclass(frozen=True, slots=True)
class Package:
    """The schemas and rows of a package's tables by name, its texts by document id, the ids of whole pages, and what a
    person overruled.
    """

    tables: dict[str, Table]
    rows: dict[str, pa.Table]
    texts: dict[str, str]
    complete: frozenset[str] = frozenset()
    corrections: tuple[Correction, ...] = ()

    def cells(self, name: str, columns: Sequence[str]) -> Iterator[tuple[Any, ...]]:
        """Yield a table's rows as tuples of these columns, without holding all of them as Python objects."""
        for batch in self.rows[name].select(columns).to_batches(max_chunksize=ROWS_AT_A_TIME):
            yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)

    def with_columns(self, *columns: str) -> list[Table]:
        """Return the tables that have all of these columns."""
        return [table for table in self.tables.values() if set(columns) <= set(table.columns)]


@dataclass(frozen=True, slots=True)
class Report:
    """What the checks found, the number of rows of each table that could be read, and what is worth a word besides."""

    findings: list[Finding]
    rows: dict[str, int]
    notes: tuple[str, ...] = ()

    @property
    def remarks(self) -> tuple[str, ...]:
        """What is no fault but worth a word, as lines: the tables without a row first."""
        empty = (name for name, rows in self.rows.items() if not rows)
        return (*(f"data/{name}.csv has only its header: nothing of the kind was found" for name in empty), *self.notes)
