"""A package in parts that are judged one by one: some documents with all their rows, and the entities that they name.

That misses nothing where each table lies in the order of its ids, which begin with their document's: then no id stands
twice, and every key is unique in all parts if it is in each. A row that refers to another document's is found as one
that refers to none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from pipeline.checks.accounts import REFERENCES
from pipeline.checks.package import Package
from pipeline.checks.survey import Survey, homes_of
from pipeline.corrections.ledger import Correction
from pipeline.tables import SHARED
from pipeline.tableschema import Table
from pipeline.writing import KEPT

ROWS = 50_000  # of all tables, in a part; a single document may have more
# Where an entity is referred to by no foreign key.
NAMING = {name: columns[1] for name, columns in REFERENCES.items()} | {"evidence": "row_id"}


@dataclass(frozen=True, slots=True)
class Part:
    """Some documents, one after the other, and by table the numbers of their first row and of the first after them.

    `corrections` are what a person overruled in those rows.
    """

    documents: tuple[str, ...]
    rows: dict[str, tuple[int, int]]
    corrections: tuple[Correction, ...]


def divide(tables: Mapping[str, Table], surveys: Mapping[str, Survey], corrections: Iterable[Correction]) -> list[Part]:
    """Return the parts of a package; none where it has to be judged as a whole."""
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    for name, survey in surveys.items():
        for document, rows in (survey.homes or {}).items():
            counts[document][name] = rows
    overruled: dict[str, list[Correction]] = defaultdict(list)
    for one in corrections:
        # The document of its row; a global entity has none, so there it is the one that the correction names.
        overruled[one.row_id.partition("/")[0] if "/" in one.row_id else one.document_id].append(one)
    good = all(_divisible(table, surveys[name]) for name, table in tables.items())
    if not good or not overruled.keys() <= counts.keys():
        return []
    groups: list[list[str]] = [[]]
    for document in sorted(counts, key=lambda document: f"{document}/"):
        groups[-1].append(document)
        if sum(sum(counts[one].values()) for one in groups[-1]) >= ROWS:
            groups.append([])
    parts: list[Part] = []
    begun = dict.fromkeys(tables, 0)
    for group in filter(None, groups):
        ended = {name: begun[name] + sum(counts[one].get(name, 0) for one in group) for name in tables}
        spans = {name: (begun[name], ended[name]) for name in tables}
        parts.append(Part(tuple(group), spans, tuple(line for one in group for line in overruled[one])))
        begun = ended
    return parts


def _divisible(table: Table, survey: Survey) -> bool:
    """Whether a table is good as far as its survey tells, and what is unique in its parts is unique in the whole."""
    unique = [field["name"] for field in table.fields if field["constraints"].get("unique")]
    for column in set(unique) - {table.primary_key}:
        if survey.cells is None or pc.count_distinct(survey.cells[column]).as_py() != len(survey.cells):
            return False
    together = all("document_id" in group for group in table.unique_keys)
    return together and survey.homes is not None and not survey.findings


def load(folder: Path, tables: Mapping[str, Table], part: Part) -> Package:
    """Return a part of the package in a folder, without its texts."""
    rows = {name: _rows(folder, name, *part.rows[name]) for name in tables if name not in KEPT}
    home = pa.array(part.documents, pa.string())
    documents = _rows(folder, "documents")
    rows["documents"] = documents.filter(pc.is_in(documents["document_id"], value_set=home))
    named = [rows[name][column] for name, column in NAMING.items()]
    for name, table in tables.items():
        named += [rows[name][column] for column, target, _ in table.foreign_keys if target == SHARED]
    entities = _rows(folder, SHARED)
    homes, ids = homes_of(tables[SHARED], entities), entities[tables[SHARED].primary_key]
    own = pc.or_(pc.is_null(homes), pc.is_in(homes, value_set=home))
    elsewhere = pc.is_in(ids, value_set=pc.unique(pa.chunked_array([c for cells in named for c in cells.chunks])))
    rows[SHARED] = entities.filter(pc.or_(own, elsewhere))
    return Package(
        dict(tables), {name: rows[name].combine_chunks() for name in tables}, {}, corrections=part.corrections
    )


def _rows(folder: Path, name: str, first: int = 0, last: int | None = None) -> pa.Table:
    """Return the rows of a Parquet file from `first` to before `last`, reading only the row groups that hold them."""
    with (folder / "data" / f"{name}.parquet").open("rb") as file:
        parquet = pq.ParquetFile(file)
        last = parquet.metadata.num_rows if last is None else last
        groups, before, end = [], 0, 0
        for group in range(parquet.num_row_groups):
            begin, end = end, end + parquet.metadata.row_group(group).num_rows
            if begin < last and first < end:
                groups.append(group)
                before = before if len(groups) > 1 else begin
        return parquet.read_row_groups(groups, use_threads=False).slice(first - before, last - first)
