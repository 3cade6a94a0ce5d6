"""The rows of documents become one typed table for each schema, sorted by primary key; tables of batches become one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv

from pipeline import tableschema
from pipeline.arrow import to_arrow
from pipeline.errors import Finding, one_line
from pipeline.tableschema import Table

Rows = Mapping[str, Sequence[Mapping[str, object]]]
SHARED = "entities"  # ids without a slash in this table are global: several documents may name one
LARGEST_BLOCK = 2**26  # a row has to fit in one: the reader of CSV stops at a row that is longer
WRITTEN = {"integer": r"-?\d+", "number": r"-?\d+(\.\d+)?", "boolean": "true|false", "date": r"\d{4}-\d{2}-\d{2}"}


class Malformed(Exception):
    """Rows or a CSV file that are not the table their schema describes; `findings` says where."""

    def __init__(self, *findings: Finding) -> None:
        """Keep the findings."""
        super().__init__("; ".join(map(str, findings)))
        self.findings = findings


def build(readings: Iterable[Rows], tables: Mapping[str, Table] | None = None) -> dict[str, pa.Table]:
    """Return one Arrow table per schema from the readings of some documents, in published order.

    A reading is table name -> rows; a row has every column of its schema. Readings come in the order of their
    documents. Raises Malformed for empty cells that must be filled, KeyError for a row without one of its columns and
    pa.ArrowException for a value of another type.
    """
    tables = tables or tableschema.tables()
    cells: dict[str, dict[str, list[object]]] = {
        name: {column: [] for column in table.columns} for name, table in tables.items()
    }
    for reading in readings:
        for name, rows in reading.items():
            for column, values in cells[name].items():
                values.extend(map(itemgetter(column), rows))
    found = {name: joined(table, [_typed_columns(table, cells.pop(name))]) for name, table in tables.items()}
    empty = [finding for name, rows in found.items() for finding in _empty(tables[name], rows)]
    if empty:
        raise Malformed(*empty)
    return found


def joined(table: Table, batches: Iterable[pa.Table]) -> pa.Table:
    """Return one table from those of batches of documents, in the order of their ids and in one chunk.

    Of a global entity that several batches name, each column keeps the first value that is not empty.
    """
    rows = pa.concat_tables(batches)
    if table.name == SHARED:
        own = pc.match_substring(rows[table.primary_key], "/")
        others = rows.filter(pc.invert(own)).group_by(table.primary_key, use_threads=False)
        merged = others.aggregate([(column, "first") for column in table.columns if column != table.primary_key])
        columns = [merged[c if c == table.primary_key else f"{c}_first"] for c in table.columns]
        rows = pa.concat_tables([rows.filter(own), pa.Table.from_arrays(columns, schema=rows.schema)])
    return rows.sort_by(table.primary_key).combine_chunks().replace_schema_metadata(None)


def _typed_columns(table: Table, cells: Mapping[str, list[object]]) -> pa.Table:
    """Return columns of cells as an Arrow table; days are strings before."""
    schema = to_arrow(table)
    arrays = []
    for field in schema:
        written = pa.types.is_date(field.type)
        array = pa.array(cells[field.name], pa.string() if written else field.type)
        arrays.append(array.cast(field.type) if written else array)
    return pa.Table.from_arrays(arrays, schema=schema)


def _empty(table: Table, rows: pa.Table) -> Iterator[Finding]:
    """Yield the empty cells that must be filled; Parquet could not hold them."""
    for field in rows.schema:
        if not field.nullable and rows[field.name].null_count:
            for key in rows.filter(rows[field.name].is_null())[table.primary_key].to_pylist():
                yield Finding(
                    f"data/{table.name}.csv", key or "", field.name, message="is empty; mend the rule that gave it"
                )


def read_csv(table: Table, path: Path) -> pa.Table:
    """Return a CSV file as the table that its schema describes. Raises what `csv_chunks` raises."""
    return pa.concat_tables([to_arrow(table).empty_table(), *csv_chunks(table, path)])


def csv_chunks(table: Table, path: Path, block: int = LARGEST_BLOCK) -> Iterator[pa.Table]:
    """Yield the rows of a CSV file as its schema describes them; an empty cell is null, "NA" is Namibia.

    So many rows come at a time as a `block` of bytes holds; a row that is longer cannot be read.

    Raises Malformed, once all is read, with every cell that is not of its column's type, at once where the file is no
    such table, and OSError where it cannot be read.
    """
    name = f"data/{path.name}"
    schema = to_arrow(table)
    findings: list[Finding] = []
    lines = 0
    try:
        with path.open("rb") as file:
            reader = pacsv.open_csv(
                file,
                pacsv.ReadOptions(use_threads=False, block_size=min(path.stat().st_size + 1, block)),
                pacsv.ParseOptions(newlines_in_values=True),
                pacsv.ConvertOptions(
                    column_types=dict.fromkeys(table.columns, pa.string()), null_values=[""], strings_can_be_null=True
                ),
            )
            if tuple(reader.schema.names) != table.columns:
                raise Malformed(_other_columns(table, name, reader.schema.names))
            for batch in reader:
                ids = batch[table.primary_key]
                arrays = [_typed(table, field, batch[field.name], ids, lines + 2, findings) for field in schema]
                lines += len(ids)
                yield pa.Table.from_arrays(arrays, schema=schema)
    except pa.ArrowInvalid as error:
        raise Malformed(Finding(name, message=f"is not readable as CSV ({one_line(error)}); rebuild it")) from error
    if findings:
        raise Malformed(*findings)


def _other_columns(table: Table, name: str, columns: Sequence[str]) -> Finding:
    missing = [column for column in table.columns if column not in columns]
    wrong = next((column for column in columns if column not in table.columns), "")
    said = f"lacks the columns {', '.join(missing)}" if missing else "has other columns, or in another order"
    return Finding(name, column=wrong, message=f"{said}; rebuild it from its schema")


def _typed(
    table: Table, field: pa.Field, cells: pa.Array, ids: pa.Array, line: int, findings: list[Finding]
) -> pa.Array:
    """Return a column of strings as its schema's type; cells that are not of it are added to `findings`.

    `ids` are those of the rows, the first of which is in this `line` of the file if no cell holds a line break.
    """
    kind = str(table.field(field.name)["type"])
    if kind not in WRITTEN:
        return cells
    good = pc.match_substring_regex(cells, f"^({WRITTEN[kind]})$")
    if pc.all(good).as_py() is not False:
        try:
            return cells.cast(field.type)
        except pa.ArrowInvalid:  # a shape that is right, a value that is not: 2012-02-30
            good = pa.array([_fits(cell, field.type) for cell in cells], pa.bool_())
    for row, (cell, fits) in enumerate(zip(cells.to_pylist(), good.to_pylist(), strict=True)):
        if cell is not None and not fits:
            where = ids[row].as_py() or f"line {line + row}"
            findings.append(
                Finding(f"data/{table.name}.csv", where, field.name, cell, message=f"is not a {kind}; rebuild it")
            )
    return pa.nulls(len(cells), field.type)


def _fits(cell: pa.StringScalar, kind: pa.DataType) -> bool:
    try:
        cell.cast(kind)
    except pa.ArrowInvalid:
        return False
    return True
