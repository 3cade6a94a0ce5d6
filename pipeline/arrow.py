"""A Table Schema as an Arrow schema; it needs no pandas, and so nothing does that only reads and writes rows."""

from __future__ import annotations

import pyarrow as pa

from pipeline.tableschema import Table

TYPES = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "date": pa.date32(),
    "boolean": pa.bool_(),
}


def to_arrow(table: Table) -> pa.Schema:
    """The Arrow schema: types, which columns may be null, and each field's description as metadata."""
    return pa.schema(
        pa.field(
            field["name"],
            TYPES[field["type"]],
            nullable=not field["constraints"].get("required", False),
            metadata={"description": field["description"]},
        )
        for field in table.fields
    )
