"""Cells that a spreadsheet may take for formulas are told; they are the source's words, so they are not changed.

Ids, codes and dates are guarded by the patterns of their schemas, and what is no text is a number or a date.
"""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.tableschema import Table

RISKY = r"^[=+\-@\t\r]"
Formulas = dict[str, tuple[int, str]]  # by column: how many of its cells, and the id of the first row with one


def count(table: Table, rows: pa.Table, known: Formulas) -> None:
    """Add to what is known of a table the cells of these rows that begin with = + - @, a tab or a carriage return."""
    for field in rows.schema:
        if not pa.types.is_string(field.type):
            continue
        found = rows.filter(pc.match_substring_regex(rows[field.name], RISKY))
        if found.num_rows:
            before, first = known.get(field.name, (0, str(found[table.primary_key][0].as_py())))
            known[field.name] = before + found.num_rows, first


def notes(name: str, known: Formulas) -> Iterator[str]:
    """Yield a note for each column of a table that has such cells."""
    for column, (number, first) in known.items():
        cells = f"{number:,} cell{'' if number == 1 else 's'}"
        yield (
            f"data/{name}.csv, column {column} has {cells} that a spreadsheet may take for a formula, "
            f"as in row {first}; import the column as text"
        )
