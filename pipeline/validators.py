"""A Table Schema as the same demands in two other languages: pandera and DuckDB.

What a schema says is translated whole: `pipeline.tableschema` has already refused whatever is not translated here.
Frames hold Arrow-backed columns (`pandas.ArrowDtype`), so that an empty cell is a null and "NA" stays a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator, Mapping
from datetime import date
from importlib import import_module
from typing import Any, NamedTuple

import pandas as pd
import pandera.pandas as pandera
import pyarrow as pa
import pyarrow.compute as pc
from pandera.errors import SchemaErrors

from pipeline.arrow import TYPES
from pipeline.lean import without
from pipeline.tableschema import Table

with without("hypothesis"):  # with which pandera invents data: a tenth of a second, and nothing here asks for any
    import_module("pandera.backends.pandas.builtin_checks")

_TYPES = {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "date": "DATE", "boolean": "BOOLEAN"}
_SIGNS = {"minimum": ">=", "maximum": "<="}
# pandera's names for its own checks, in the words of Table Schema
_WHOLE_COLUMN = {
    "column_in_dataframe": "the column is missing",
    "column_in_schema": "the schema has no such column",
    "column_ordered": "the column is out of order",
}
_CASE = ("column", "check", "failure_case", "index")
_CELL = {"not_nullable": "required", "field_uniqueness": "unique"}


class Violation(NamedTuple):
    """One cell that breaks its schema: index label of its row and its value (None for a whole column), and how."""

    row: Hashable | None
    column: str
    value: Any
    constraint: str


def to_pandera(table: Table) -> pandera.DataFrameSchema:
    """The pandera schema of an Arrow-backed frame: every constraint but the foreign keys, strict and ordered."""
    return pandera.DataFrameSchema(
        {
            field["name"]: pandera.Column(
                _dtype(field),
                checks=list(_cell_checks(field)),
                nullable=not field["constraints"].get("required", False),
                unique=field["name"] == table.primary_key or field["constraints"].get("unique", False),
            )
            for field in table.fields
        },
        checks=[_joint_check(group) for group in table.unique_keys],
        name=table.name,
        strict=True,
        ordered=True,
    )


def to_ddl(table: Table) -> str:
    """The DuckDB statement that creates the table with its keys and constraints, after the tables it points into."""
    lines = [_column_ddl(table, field) for field in table.fields]
    lines.append(f"PRIMARY KEY ({_name(table.primary_key)})")
    lines += [f"UNIQUE ({', '.join(map(_name, group))})" for group in table.unique_keys]
    for column, target, there in table.foreign_keys:
        lines.append(f"FOREIGN KEY ({_name(column)}) REFERENCES {_name(target)} ({_name(there)})")
    return f"CREATE TABLE {_name(table.name)} (\n  " + ",\n  ".join(lines) + "\n)"


def violations(table: Table, frame: pd.DataFrame) -> list[Violation]:
    """Every way in which a frame breaks its schema, foreign keys apart; an empty list for a good frame."""
    try:
        to_pandera(table).validate(frame, lazy=True)
    except SchemaErrors as errors:
        return list(_violations(table, frame, errors.failure_cases))
    return []


def foreign_key_violations(
    tables: Mapping[str, Table], frames: Mapping[str, pd.DataFrame]
) -> list[tuple[str, Hashable, str, Any, str]]:
    """Every filled foreign key that finds no row: its table's name, then as in `Violation`."""
    found: list[tuple[str, Hashable, str, Any, str]] = []
    for name, table in tables.items():
        for column, target, there in table.foreign_keys:
            if column in frames[name] and there in frames[target]:  # a missing column is told by `violations`
                cells = frames[name][column].dropna()
                lost = cells[~cells.isin(frames[target][there].unique())]
                broken = f"foreign key: {target} has no such {there}"
                found += [(name, row, column, value, broken) for row, value in lost.items()]
    return found


def _dtype(field: dict[str, Any]) -> pd.ArrowDtype:
    return pd.ArrowDtype(TYPES[field["type"]])


def _cell_checks(field: dict[str, Any]) -> Iterator[pandera.Check]:
    make: dict[str, Callable[..., pandera.Check]] = {
        "enum": pandera.Check.isin,
        "pattern": _matches,
        "minimum": pandera.Check.ge,
        "maximum": pandera.Check.le,
    }
    for keyword, demand in field["constraints"].items():
        if keyword in make:
            # JSON has no dates: the bound of a date field is a string there
            bound = date.fromisoformat(demand) if field["type"] == "date" else demand
            shown = ", ".join(demand) if keyword == "enum" else demand
            yield make[keyword](bound, error=f"{keyword} {shown}")


def _matches(pattern: str, error: str) -> pandera.Check:
    """A check that whole cells match, by Python's `re` as frictionless does it, once for each distinct value."""
    fullmatch = re.compile(pattern).fullmatch

    def check(cells: pd.Series) -> pd.Series:
        distinct = pc.unique(pa.array(cells)).to_pylist()
        wrong = [value for value in distinct if value is not None and not fullmatch(value)]
        return ~cells.isin(wrong)

    return pandera.Check(check, error=error)


def _joint_check(group: tuple[str, ...]) -> pandera.Check:
    def check(frame: pd.DataFrame) -> pd.Series:
        return ~frame.duplicated(list(group), keep=False)

    return pandera.Check(check, error=_joint(group))


def _joint(group: tuple[str, ...]) -> str:
    return f"unique together: {', '.join(group)}"


def _violations(table: Table, frame: pd.DataFrame, cases: pd.DataFrame) -> Iterator[Violation]:
    """pandera's failure cases, each fault told once: a wrong type by column, a repeated joint key by row."""
    first = {_joint(group): group[0] for group in table.unique_keys}
    mistyped = {
        field["name"]: field["type"]
        for field in table.fields
        if field["name"] in frame and frame[field["name"]].dtype != _dtype(field)
    }
    for column, kind in mistyped.items():
        yield Violation(None, column, str(frame[column].dtype), f"type {kind}")
    for column, check, value, row in zip(*(cases[key].tolist() for key in _CASE), strict=True):
        if check in _WHOLE_COLUMN:
            yield Violation(None, value, None, _WHOLE_COLUMN[check])
        elif check in first:
            if column == first[check] and row is not None:
                yield Violation(row, column, value, check)
        elif column not in mistyped:
            yield Violation(row, column, None if pd.isna(value) else value, _CELL.get(check, check))


def _name(identifier: str) -> str:
    return '"' + identifier.replace('"', '""') + '"'


def _literal(value: Any) -> str:
    return str(value) if isinstance(value, (int, float)) else "'" + str(value).replace("'", "''") + "'"


def _column_ddl(table: Table, field: dict[str, Any]) -> str:
    """One column with its type and what a single cell must satisfy; a null passes every CHECK, as in Table Schema."""
    column, constraints = _name(field["name"]), field["constraints"]
    words = [column, _TYPES[field["type"]]]
    words += ["NOT NULL"] if constraints.get("required") else []
    words += ["UNIQUE"] if constraints.get("unique") and field["name"] != table.primary_key else []
    if "enum" in constraints:
        words.append(f"CHECK ({column} IN ({', '.join(map(_literal, constraints['enum']))}))")
    if "pattern" in constraints:
        words.append(f"CHECK (regexp_full_match({column}, {_literal(constraints['pattern'])}))")
    for keyword, sign in _SIGNS.items():
        if keyword in constraints:
            words.append(f"CHECK ({column} {sign} {_literal(constraints[keyword])})")
    return " ".join(words)
