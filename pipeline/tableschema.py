"""The schemas as plain data: which tables there are, in which order, with which columns, keys and closed lists.

Only the part of Table Schema v2 that both validators understand alike is allowed. A keyword, type or reference outside
that part raises `Unusable` when the schemas are loaded, so that nothing a schema says is ever silently skipped.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.errors import Unusable

SCHEMAS = Path(__file__).resolve().parent.parent / "schemas"

_SCHEMA = {"$schema", "title", "description", "fields", "missingValues", "primaryKey", "foreignKeys", "uniqueKeys"}
_FIELD = {"name", "title", "description", "type", "example", "unit", "rdfType", "categories", "constraints"}
_ORDERED = {"required", "minimum", "maximum"}
_CONSTRAINTS = {
    "string": {"required", "unique", "enum", "pattern"},
    "integer": _ORDERED,
    "number": _ORDERED,
    "date": _ORDERED,
    "boolean": {"required"},
}


@dataclass(frozen=True)
class Table:
    """One table: its name (the stem of its schema and data files) and its Table Schema as it stands in the file."""

    name: str
    schema: dict[str, Any]

    @property
    def fields(self) -> list[dict[str, Any]]:
        """The field descriptors in published order."""
        fields: list[dict[str, Any]] = self.schema["fields"]
        return fields

    @property
    def columns(self) -> tuple[str, ...]:
        """The column names in published order."""
        return tuple(field["name"] for field in self.fields)

    @property
    def primary_key(self) -> str:
        """The column whose values tell the rows apart."""
        key: str = self.schema["primaryKey"]
        return key

    @property
    def foreign_keys(self) -> tuple[tuple[str, str, str], ...]:
        """Each foreign key as (column, table it points into, column there); a self-reference names the table itself."""
        keys = self.schema.get("foreignKeys", [])
        return tuple((k["fields"], k["reference"]["resource"] or self.name, k["reference"]["fields"]) for k in keys)

    @property
    def unique_keys(self) -> tuple[tuple[str, ...], ...]:
        """Groups of columns whose values together occur once, besides the primary key."""
        return tuple(tuple(group) for group in self.schema.get("uniqueKeys", []))

    def field(self, name: str) -> dict[str, Any]:
        """The descriptor of one column; raises KeyError with table and column where there is none."""
        for field in self.fields:
            if field["name"] == name:
                return field
        raise KeyError(f"table {self.name} has no column {name}")


def package(folder: Path = SCHEMAS) -> dict[str, Any]:
    """The hand-written metadata of package.toml; raises Unusable where the file is missing or is not TOML."""
    import tomllib  # a fifth of this module's import time, and only needed here

    path = folder / "package.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise Unusable(f"{path}: cannot be read as TOML: {error}") from None


def tables(folder: Path = SCHEMAS) -> dict[str, Table]:
    """Every table of a schemas folder by name, in the order that package.toml lists them.

    Raises Unusable where a schema is missing, is not listed, is not JSON, or says something that is not understood.
    """
    names = package(folder).get("tables", [])
    unlisted = sorted({path.stem for path in folder.glob("*.json")} - set(names))
    if unlisted:
        where = folder / "package.toml"
        raise Unusable(f"{where}: tables does not list {', '.join(unlisted)}: add each or remove its schema")
    found = {name: Table(name, _load(folder / f"{name}.json")) for name in names}
    for table in found.values():
        for problem in _problems(table, found):
            raise Unusable(f"{folder / table.name}.json: {problem}")
    return found


@cache
def _own() -> dict[str, Table]:
    return tables()


def enum(table: str, field: str) -> tuple[str, ...]:
    """The closed list of a column of this project's own tables, in the schema's order; KeyError where it has none."""
    return tuple(_own()[table].field(field)["constraints"]["enum"])


def _load(path: Path) -> dict[str, Any]:
    try:
        schema: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise Unusable(f"{path}: cannot be read as JSON: {error}") from None
    return schema


def _problems(table: Table, among: dict[str, Table]) -> Iterator[str]:
    """What a schema says that this project does not understand, or that contradicts itself."""
    yield from _unknown("keyword", table.schema, _SCHEMA)
    if table.schema.get("missingValues") != [""]:
        yield 'missingValues must be [""]'
    for field in table.fields:
        yield from (f"field {field.get('name')}: {problem}" for problem in _field_problems(field))
    if len(set(table.columns)) < len(table.columns):
        yield "a field name occurs twice"
    # Keys hold values in every row: validators disagree about what an empty cell equals.
    for column in {table.schema.get("primaryKey"), *(column for group in table.unique_keys for column in group)}:
        if column not in table.columns or not table.field(column)["constraints"].get("required"):
            yield f"key column {column} must be a required field"
    for column, target, there in table.foreign_keys:
        if column not in table.columns:
            yield f"foreign key column {column} is not a field"
        if target not in among or among[target].schema.get("primaryKey") != there:
            yield f"foreign key {column} must point at the primary key of a listed table, not at {target}.{there}"


def _field_problems(field: dict[str, Any]) -> Iterator[str]:
    yield from _unknown("keyword", field, _FIELD)
    kind, constraints = field.get("type"), field.get("constraints", {})
    if kind not in _CONSTRAINTS:
        yield f"type {kind} is not one of {', '.join(_CONSTRAINTS)}"
    else:
        yield from _unknown(f"{kind} constraint", constraints, _CONSTRAINTS[kind])
    if constraints.get("unique") and not constraints.get("required"):
        yield "a unique field must be required"
    if [category["value"] for category in field.get("categories", [])] != constraints.get("enum", []):
        yield "categories must give a label to each value of enum, in its order"


def _unknown(what: str, given: Iterable[str], known: set[str]) -> Iterator[str]:
    for keyword in given:
        if keyword not in known:
            yield f"{what} {keyword} is not understood: known are {', '.join(sorted(known))}"
