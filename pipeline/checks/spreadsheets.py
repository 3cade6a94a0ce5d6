"""Cells that a spreadsheet may take for formulas are told; they are the source's words, so they are not changed.

Ids, codes and dates are guarded by the patterns of their schemas, and what is no text is a number or a date.
"""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.checks.package import Package

RISKY = r"^[=+\-@\t\r]"


def formulas(package: Package) -> Iterator[str]:
    """Yield a note for each column of text with cells that begin with = + - @, a tab or a carriage return."""
    for name, rows in package.rows.items():
        key = package.tables[name].primary_key
        for field in rows.schema:
            if not pa.types.is_string(field.type):
                continue
            found = rows.filter(pc.match_substring_regex(rows[field.name], RISKY))
            if found.num_rows:
                cells = f"{found.num_rows:,} cell{'' if found.num_rows == 1 else 's'}"
                yield (
                    f"data/{name}.csv, column {field.name} has {cells} that a spreadsheet may take for a formula, "
                    f"as in row {found[key][0].as_py()}; import the column as text"
                )
