"""What the schemas demand of the rows of some documents, asked of Arrow tables: no pandas, and a fraction of its time.

The same demands as in `pipeline.validators`, types apart, which Arrow tables have from their schemas.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.tableschema import Table

_SPACES = "".join([rf"\x{{{code:x}}}" for code in range(sys.maxunicode + 1) if chr(code).isspace()])


def broken(tables: Mapping[str, Table], rows: Mapping[str, pa.Table]) -> Iterator[str]:
    """Yield everything that the rows of whole documents break, keys among them included, a line each."""
    for name, table in tables.items():
        proven = {  # columns whose values, looked up below, have the pattern because those they refer to have it
            column
            for column, target, there in table.foreign_keys
            if _pattern(table, column) == _pattern(tables[target], there)
        }
        for field in table.fields:
            cells = rows[name][field["name"]]
            for demand, wrong in _cells(field, cells, field["name"] == table.primary_key, field["name"] in proven):
                yield f"{name}.{field['name']} breaks its schema ({demand}): {wrong!r}"
        for group in table.unique_keys:
            if rows[name].group_by(list(group), use_threads=False).aggregate([]).num_rows < rows[name].num_rows:
                yield f"{name} breaks its schema (unique together: {', '.join(group)})"
        for column, target, there in table.foreign_keys:
            cells = pc.unique(rows[name][column]).drop_null()
            for wrong in cells.filter(pc.invert(pc.is_in(cells, value_set=rows[target][there]))).to_pylist():
                yield f"{name}.{column} breaks its schema (foreign key: {target} has no such {there}): {wrong!r}"


def _cells(field: Mapping[str, Any], cells: pa.ChunkedArray, key: bool, proven: bool) -> Iterator[tuple[str, Any]]:
    """Yield each demand that a column's cells break, with a value that breaks it; nulls break none but `required`.

    `key` says that it is a primary key, `proven` that its pattern need not be asked of it.
    """
    demands = {name: demand for name, demand in field["constraints"].items() if not (proven and name == "pattern")}
    if demands.get("required") and cells.null_count:
        yield "required", None
    if demands.keys() & {"minimum", "maximum"}:
        least, most = pc.min_max(cells).values()
        for demand, end, fits in (("minimum", least, pc.greater_equal), ("maximum", most, pc.less_equal)):
            if demand in demands and fits(end, _bound(field, demands[demand])).as_py() is False:
                yield demand, end.as_py()
    if not demands.keys() & {"enum", "pattern", "unique"} and not key:
        return
    distinct = pc.unique(cells).drop_null()
    if (key or demands.get("unique")) and len(distinct) < len(cells) - cells.null_count:
        counts = pc.value_counts(cells)
        yield "unique", counts.filter(pc.greater(counts.field("counts"), 1)).field("values")[0].as_py()
    tests = {
        "enum": lambda wanted: pc.is_in(distinct, value_set=pa.array(wanted)),
        "pattern": lambda wanted: pc.match_substring_regex(distinct, as_arrow(wanted)),
    }
    for demand in tests.keys() & demands.keys():
        wrong = distinct.filter(pc.invert(tests[demand](demands[demand])))
        if len(wrong):
            yield demand, wrong[0].as_py()


def _pattern(table: Table, column: str) -> str | None:
    found: str | None = table.field(column)["constraints"].get("pattern")
    return found


@cache
def as_arrow(pattern: str) -> str:
    r"""Return a pattern of a schema as Arrow's engine has to be told it, whose \s is of ASCII alone."""
    return f"^({pattern.replace(chr(92) + 'S', f'[^{_SPACES}]').replace(chr(92) + 's', _SPACES)})$"


def _bound(field: Mapping[str, Any], wanted: Any) -> Any:
    return date.fromisoformat(wanted) if field["type"] == "date" else wanted
