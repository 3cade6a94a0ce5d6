"""The rows of many documents become one typed table for each schema, sorted by primary key, and those become files.

A table written as CSV or Parquet and read back is the same table; the same table is always the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv
import pyarrow.parquet as pq

from pipeline import tableschema
from pipeline.errors import Finding, one_line
from pipeline.tableschema import Table
from pipeline.validators import to_arrow

Rows = Mapping[str, Sequence[Mapping[str, object]]]
SHARED = "entities"  # ids without a slash in this table are global: several documents may name one
ROWS_A_CHUNK = 50_000
LARGEST_BLOCK = 2**26  # a row has to fit in one: the reader of CSV stops at a row that is longer
WRITTEN = {"integer": r"-?\d+", "number": r"-?\d+(\.\d+)?", "boolean": "true|false", "date": r"\d{4}-\d{2}-\d{2}"}


class Malformed(Exception):
    """Rows or a CSV file that are not the table their schema describes; `findings` says where."""

    def __init__(self, *findings: Finding) -> None:
        """Keep the findings."""
        super().__init__("; ".join(map(str, findings)))
        self.findings = findings


def build(readings: Iterable[Rows], tables: Mapping[str, Table] | None = None) -> dict[str, pa.Table]:
    """Return one Arrow table per schema from the readings of all documents, in published order.

    A reading is table name -> rows; a row has every column of its schema. Readings come in the order of their
    documents' ids: of a global entity that several of them name, each column keeps the first value that is not empty.
    Raises Malformed for empty cells that must be filled, KeyError for a row without one of its columns and
    pa.ArrowException for a value of another type.
    """
    tables = tables or tableschema.tables()
    waiting: dict[str, dict[str, list[object]]] = {
        name: {column: [] for column in t.columns} for name, t in tables.items()
    }
    chunks: dict[str, list[pa.Table]] = {name: [] for name in tables}
    shared: dict[str, dict[str, object]] = {}
    for reading in readings:
        for name, rows in reading.items():
            table, columns = tables[name], waiting[name]
            if name == SHARED:
                rows = _merge(rows, table, shared)
            for column, cells in columns.items():
                cells.extend(row[column] for row in rows)
            if len(columns[table.primary_key]) >= ROWS_A_CHUNK:
                _flush(table, columns, chunks[name])
    for name, table in tables.items():
        if name == SHARED:
            for column, cells in waiting[name].items():
                cells.extend(row[column] for row in shared.values())
        _flush(table, waiting[name], chunks[name])
    found = {name: _sorted(table, pa.concat_tables(chunks.pop(name))) for name, table in tables.items()}
    empty = [finding for name, rows in found.items() for finding in _empty(tables[name], rows)]
    if empty:
        raise Malformed(*empty)
    return found


def _merge(
    rows: Sequence[Mapping[str, object]], table: Table, shared: dict[str, dict[str, object]]
) -> list[Mapping[str, object]]:
    """Move the rows with a global id into `shared`, filling what was empty there; return the others."""
    own: list[Mapping[str, object]] = []
    for row in rows:
        key = str(row[table.primary_key])
        if "/" in key:
            own.append(row)
            continue
        known = shared.setdefault(key, dict(row))
        for column, value in row.items():
            if known[column] is None:
                known[column] = value
    return own


def _flush(table: Table, columns: dict[str, list[object]], chunks: list[pa.Table]) -> None:
    """Turn the waiting cells into an Arrow table, appended to `chunks`, and empty them."""
    schema = to_arrow(table)
    arrays = []
    for field in schema:
        cells = columns[field.name]
        array = pa.array(cells, pa.string()) if pa.types.is_date(field.type) else pa.array(cells, field.type)
        arrays.append(array.cast(field.type))
        cells.clear()
    chunks.append(pa.Table.from_arrays(arrays, schema=schema))


def _sorted(table: Table, rows: pa.Table) -> pa.Table:
    """Return the rows in the order of their ids, in one chunk, so that the files' bytes do not tell how they came."""
    return rows.sort_by(table.primary_key).combine_chunks().replace_schema_metadata(None)


def _empty(table: Table, rows: pa.Table) -> Iterator[Finding]:
    """Yield the empty cells that must be filled; Parquet could not hold them."""
    for field in rows.schema:
        if not field.nullable and rows[field.name].null_count:
            for key in rows.filter(rows[field.name].is_null())[table.primary_key].to_pylist():
                yield Finding(
                    f"data/{table.name}.csv", key or "", field.name, message="is empty; mend the rule that gave it"
                )


def write_parquet(rows: pa.Table, path: Path) -> None:
    """Write a table as Parquet: snappy, which every reader knows, and no metadata but the fields' own."""
    with path.open("wb") as file:  # Python's own files: Arrow refuses a path that is not UTF-8
        pq.write_table(rows, file, compression="snappy")


def write_csv(rows: pa.Table, path: Path) -> None:
    """Write a table as CSV: UTF-8, "\\n" ends a line, quotes only where needed, an empty cell is null."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(",".join(rows.column_names) + "\n")
        for chunk in rows.to_batches(max_chunksize=ROWS_A_CHUNK):
            cells = [_written(column) for column in chunk.columns]
            lines = pc.binary_join_element_wise(*cells, ",", null_handling="replace", null_replacement="")
            file.writelines(f"{line}\n" for line in lines.to_pylist())


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


def read_csv(table: Table, path: Path) -> pa.Table:
    """Return a CSV file as the table that its schema describes; an empty cell is null, "NA" is Namibia.

    Raises Malformed, with every cell that is not of its column's type, and OSError where the file cannot be read.
    """
    name = f"data/{path.name}"
    try:
        with path.open("rb") as file:
            found = pacsv.read_csv(
                file,
                pacsv.ReadOptions(use_threads=False, block_size=min(path.stat().st_size + 1, LARGEST_BLOCK)),
                pacsv.ParseOptions(newlines_in_values=True),
                pacsv.ConvertOptions(
                    column_types=dict.fromkeys(table.columns, pa.string()), null_values=[""], strings_can_be_null=True
                ),
            )
    except pa.ArrowInvalid as error:
        raise Malformed(Finding(name, message=f"is not readable as CSV ({one_line(error)}); rebuild it")) from error
    if tuple(found.column_names) != table.columns:
        missing = [column for column in table.columns if column not in found.column_names]
        wrong = next((column for column in found.column_names if column not in table.columns), "")
        said = f"lacks the columns {', '.join(missing)}" if missing else "has other columns, or in another order"
        raise Malformed(Finding(name, column=wrong, message=f"{said}; rebuild it from its schema"))
    schema = to_arrow(table)
    ids = found[table.primary_key].to_pylist()
    findings: list[Finding] = []
    arrays = [_typed(table, field, found[field.name], ids, findings) for field in schema]
    if findings:
        raise Malformed(*findings)
    return pa.Table.from_arrays(arrays, schema=schema)


def _typed(
    table: Table, field: pa.Field, cells: pa.ChunkedArray, ids: list[str | None], findings: list[Finding]
) -> pa.ChunkedArray:
    """Return a column of strings as its schema's type; cells that are not of it are added to `findings`."""
    kind = str(table.field(field.name)["type"])
    if kind not in WRITTEN:
        return cells
    good = pc.match_substring_regex(cells, f"^({WRITTEN[kind]})$")
    if pc.all(good).as_py() is not False:
        try:
            return cells.cast(field.type)
        except pa.ArrowInvalid:  # a shape that is right, a value that is not: 2012-02-30
            good = pa.chunked_array([[_fits(cell, field.type) for cell in cells]], pa.bool_())
    for row, (cell, fits) in enumerate(zip(cells.to_pylist(), good.to_pylist(), strict=True)):
        if cell is not None and not fits:
            where = ids[row] or f"line {row + 2}"
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
