"""Rows that are born with their evidence: a cell that rests on words cannot be set without them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from pipeline.tableschema import tables

from .document import Document

Value = str | int | float | None
Row = dict[str, Value]
Chars = tuple[int, int]  # first and last (exclusive) code point

_PART = re.compile(r"[a-z0-9]+")
_COLUMNS = {name: table.columns for name, table in tables().items()}
_EMPTY: dict[str, Row] = {name: dict.fromkeys(columns) for name, columns in _COLUMNS.items()}
_KEYS = {name: table.primary_key for name, table in tables().items()}


def slug(view: str, words: int = 12) -> str:
    """Small letters, digits and hyphens, of at most so many words: part of a readable id. Takes normalised text."""
    return "-".join(_PART.findall(view.lower())[:words]) or "mark"


class Slugs(NamedTuple):
    """Ids to try, each with more content than the one before: `stem` and so many words of `view` as `counts` say."""

    stem: str
    view: str
    counts: tuple[int, ...]

    def at(self, level: int) -> str:
        """The id of one level."""
        count = self.counts[min(level, len(self.counts) - 1)]
        return f"{self.stem}-{slug(self.view, count)}" if count else self.stem


class Record:
    """One row in the making, its evidence beside it."""

    __slots__ = ("table", "row", "slugs", "cells")

    def __init__(self, table: str, row: Row, slugs: Slugs) -> None:
        self.table, self.row, self.slugs = table, row, slugs
        self.cells: list[tuple[str, Chars, str]] = []

    def put(self, field: str, value: Value, words: Chars, rule: str = "") -> None:
        """Set a cell to what the words state, or to what the named rule concludes from them."""
        self.row[field] = value
        self.cells.append((field, words, rule))


class Collector:
    """Collects the records of one document and gives them their ids: content first, numbers only where content ends."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.records: dict[str, list[Record]] = {name: [] for name in _COLUMNS}
        self._used: set[str] = set()

    def new(self, table: str, row: Row, slugs: Slugs) -> Record:
        """A new record of a table, with the cells that need no evidence."""
        record = Record(table, _EMPTY[table] | row, slugs)
        self.records[table].append(record)
        return record

    def quote(self, words: Chars) -> str:
        """The text between two offsets, to the letter."""
        return self.document.text[words[0] : words[1]]

    def name(self, table: str) -> None:
        """Give the records of a table their ids; called before other tables refer to them."""
        records, key = self.records[table], _KEYS[table]
        prefix = self.document.source.document_id + "/"
        names = [record.slugs.at(0) for record in records]
        for level in range(1, 3):
            counts = Counter(names)  # every record of a colliding group gets more content, whichever came first
            names = [record.slugs.at(level) if counts[name] > 1 else name for record, name in zip(records, names, strict=True)]
        for record, name in zip(records, names, strict=True):
            record.row[key] = self._unique(prefix + name)

    def _unique(self, wanted: str) -> str:
        candidate, number = wanted, 1
        while candidate in self._used:
            number += 1
            candidate = f"{wanted}-{number}"
        self._used.add(candidate)
        return candidate

    def rows(self, known: Iterable[Row]) -> dict[str, list[Row]]:
        """All tables' rows in their columns' order, evidence collected; `known` are rows made elsewhere (entities)."""
        text, document_id = self.document.text, self.document.source.document_id
        result: dict[str, list[Row]] = {}
        evidence: list[Row] = []
        for table, columns in _COLUMNS.items():
            key = _KEYS[table]
            rows: list[Row] = []
            for record in self.records[table]:
                row_id = record.row[key]
                concluded: list[str] = []
                for field, (start, end), rule in record.cells:
                    if rule and field not in concluded:
                        concluded.append(field)
                    stem = f"{document_id}/evidence-{str(row_id)[len(document_id) + 1 :]}-{field.replace('_', '-')}"
                    evidence.append(
                        {
                            "evidence_id": self._unique(stem), "document_id": document_id, "resource": table, "field": field, "row_id": row_id,
                            "start_char": start, "end_char": end, "quote": text[start:end],
                            "basis": "inferred" if rule else "stated", "rule": rule or None,
                        }  # fmt: skip
                    )
                if "inferred" in columns:
                    also = str(record.row.get("inferred") or "").split()
                    listed = [column for column in columns if column in concluded or column in also]
                    record.row["inferred"] = " ".join(listed) or None
                rows.append(record.row)
            result[table] = rows
        result["entities"] = [{column: row.get(column) for column in _COLUMNS["entities"]} for row in known]
        result["evidence"] = evidence
        return result
