"""Rows that are born with their evidence: a cell that rests on words cannot be set without them."""

from __future__ import annotations

from collections import Counter

from pipeline.tableschema import tables

from .brief import Brief, Chars
from .entities import Row, Value
from .ids import Slugs, fold

_CONTEXT = 60  # characters of context that an id may take up
_COLUMNS = {name: table.columns for name, table in tables().items()}
_EMPTY: dict[str, Row] = {name: dict.fromkeys(columns) for name, columns in _COLUMNS.items()}
_KEYS = {name: table.primary_key for name, table in tables().items()}
_DASHED = {column: column.replace("_", "-") for columns in _COLUMNS.values() for column in columns}


class Record:
    """One row in the making, its evidence beside it."""

    __slots__ = ("grounds", "row", "slugs", "table")

    def __init__(self, table: str, row: Row, slugs: Slugs) -> None:
        self.table, self.row, self.slugs = table, row, slugs
        self.grounds: dict[tuple[str, Chars], str] = {}  # the rule, if any, for each cell and its words

    def put(self, field: str, value: Value, words: Chars, rule: str = "") -> None:
        """Set a cell to what the words state, or to what the named rule concludes from them."""
        self.row[field] = value
        self.grounds[field, words] = rule  # once, however often the row is told by the same words


class Collector:
    """Collects the records of one document and gives them their ids: content first, numbers only where content ends."""

    def __init__(self, brief: Brief) -> None:
        self.brief, self.document_id = brief, brief.document.source.document_id
        self._text, self._units = brief.document.text, brief.tokens.units
        self._folded = fold(brief.document.view)
        self.records: dict[str, list[Record]] = {name: [] for name in _COLUMNS}
        self._sentences = self.records["sentences"]
        self._used: dict[str, int] = {}  # id -> how often it was wanted

    def new(self, table: str, row: Row, slugs: Slugs) -> Record:
        """A new record of a table, with the cells that need no evidence."""
        record = Record(table, _EMPTY[table] | row, slugs)
        self.records[table].append(record)
        return record

    def following(self, at: int, characters: int = _CONTEXT) -> str:
        """What stands from an offset on, folded, for ids that need more content."""
        return self._folded[at : at + characters]

    def place(self, words: Chars, at: int) -> Row:
        """The cells that say where a row's quote stands, in the sentence of token `at`."""
        start, end = words
        return {
            "document_id": self.document_id, "sentence_id": self._sentences[self._units[at]].row["sentence_id"],
            "start_char": start, "end_char": end, "quote": self._text[start:end],
        }  # fmt: skip

    def name(self, table: str) -> None:
        """Give the records of a table their ids; called before other tables refer to them."""
        records, key = self.records[table], _KEYS[table]
        prefix = self.document_id + "/"
        names = [record.slugs.at(0) for record in records]
        for level in range(1, 3):
            counts = Counter(names)  # every record of a colliding group gets more content, whichever came first
            if len(counts) == len(names):
                break
            names = [
                record.slugs.at(level) if counts[name] > 1 else name
                for record, name in zip(records, names, strict=True)
            ]
        for record, name in zip(records, names, strict=True):
            record.row[key] = self._unique(prefix + name)

    def _unique(self, wanted: str) -> str:
        used = self._used
        candidate = wanted
        while candidate in used:
            used[wanted] += 1
            candidate = f"{wanted}-{used[wanted]}"
        used[candidate] = 1
        return candidate

    def rows(self) -> dict[str, list[Row]]:
        """All tables' rows in their columns' order, the entities that the brief names and the evidence among them."""
        result: dict[str, list[Row]] = {}
        evidence: list[Row] = []
        for table, columns in _COLUMNS.items():
            for record in self.records[table]:
                row = record.row
                concluded = self._prove(record, evidence) if record.grounds else []
                if (concluded or row.get("inferred")) and "inferred" in columns:
                    concluded += str(row["inferred"] or "").split()
                    filled = [name for name in columns if name in concluded and row[name] is not None]
                    row["inferred"] = " ".join(filled) or None
            result[table] = [record.row for record in self.records[table]]
        result["entities"] = [_EMPTY["entities"] | row for row in self.brief.resolver.rows()]
        result["evidence"] = evidence
        return result

    def _prove(self, record: Record, evidence: list[Row]) -> list[str]:
        """Add the evidence for the cells of a record; the fields that rules concluded."""
        document_id, text, table = self.document_id, self._text, record.table
        row_id = record.row[_KEYS[table]]
        stem = f"{document_id}/evidence-{str(row_id)[len(document_id) + 1 :]}-"
        concluded = []
        for (field, (start, end)), rule in record.grounds.items():
            if rule:
                concluded.append(field)
            evidence.append({
                "evidence_id": self._unique(stem + _DASHED[field]), "document_id": document_id,
                "resource": table, "field": field, "row_id": row_id,
                "start_char": start, "end_char": end, "quote": text[start:end],
                "basis": "inferred" if rule else "stated", "rule": rule or None,
            })  # fmt: skip
        return concluded
