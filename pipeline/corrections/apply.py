"""Corrections are made in the rows of a document right after it was read, and what rests on those rows anew.

Only cells that rest on words can be overruled, and only while the reading still gives the old value: a correction that
the rules have caught up with stops the build. The cell's evidence becomes the words given, its basis `curated`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd
import pyarrow as pa

from pipeline.arrow import to_arrow
from pipeline.audit import audit
from pipeline.checks.evidence import NEEDED
from pipeline.errors import brief
from pipeline.reading.events.event_rules import plover
from pipeline.reading.lexicon import lexicon
from pipeline.reading.lists.sector_names import code_of
from pipeline.reading.lists.wordings import goods_wordings, sector_wordings
from pipeline.sources import Source
from pipeline.tables import WRITTEN
from pipeline.tableschema import Table
from pipeline.tableschema import tables as schemas
from pipeline.validators import violations
from pipeline.writing import number

from . import dating
from .ledger import Correction

Row = dict[str, Any]
Tables = dict[str, list[Row]]

_AUDITS = ("coverage", "caveats")
_IDENTIFIER = "entity_id"  # it rests on words, but says which entity they name


def apply(source: Source, tables: Tables, corrections: Sequence[Correction]) -> Tables:
    """Return the rows of a document with its corrections made, coverage and caveats computed from them.

    Pure: the rows given stay as they are. Raises Unusable for the first correction that cannot be made.
    """
    corrected = {name: [dict(row) for row in rows] for name, rows in tables.items() if name not in _AUDITS}
    for one in corrections:
        _correct(source, corrected, one)
    return corrected | audit(source, corrected)


def written(value: object) -> str:
    """Return a cell as CSV has it, an empty one as an empty string."""
    return "" if value is None else number(float(value)) if isinstance(value, (int, float)) else str(value)


def _correct(source: Source, tables: Tables, one: Correction) -> None:
    correctable = [field for field in NEEDED.get(one.resource, ()) if field != _IDENTIFIER]
    if one.field not in correctable:
        known = ", ".join(correctable) or "none of this table"
        raise one.refuse(f"cannot be overruled; the columns that can be: {known}")
    schema = schemas()[one.resource]
    row = next((row for row in tables[one.resource] if row[schema.primary_key] == one.row_id), None)
    if row is None:
        raise one.refuse(f"{one.document_id} has no such row; look its id up in data/{one.resource}.csv")
    if written(row[one.field]) != one.old_value:
        now = brief(written(row[one.field]))
        raise one.refuse(f"old_value is {brief(one.old_value)}, but the reading gives {now}; mend or remove the line")
    row[one.field] = _value(one, str(schema.field(one.field)["type"]))
    inferred = set(str(row.get("inferred") or "").split()) - {one.field}
    if one.field == "date" and "date_from" in row:
        inferred = inferred - dating.FOLLOWING | _redate(one, row, tables)
    if "inferred" in row:
        row["inferred"] = " ".join(column for column in row if column in inferred) or None
    _follow(one, row, tables)
    _fit(one, schema, row, tables)
    tables["evidence"] = _evidence(source, tables["evidence"], row, one)


def _value(one: Correction, kind: str) -> object:
    if not one.new_value:
        return None
    if kind != "number":
        return one.new_value
    if not re.fullmatch(WRITTEN[kind], one.new_value):
        raise one.refuse(f"new_value {brief(one.new_value)} is not a number as in 4453000000 or 4.5")
    return float(one.new_value)


def _redate(one: Correction, row: Row, tables: Tables) -> set[str]:
    """Give a row the days and the precision of its new date; the columns that a convention chose, not the words."""
    new, publisher = one.new_value, tables["documents"][0]["reporter"]
    fiscal = dating.fiscal_start(one.old_value, new, row["date_from"])
    try:
        row["date_from"], row["date_to"] = (
            dating.days(new, lexicon().hemisphere.get(publisher or "", "N"), fiscal) if new else (None, None)
        )
    except ValueError as error:
        raise one.refuse(f"new_value {brief(new)} is not a date of the calendar in EDTF, as in 2012-06") from error
    if "precision" in row and new:
        row["precision"] = dating.precision(new, fiscal)
    return {"date_from", "date_to"} if dating.by_convention(new, fiscal) else set()


def _follow(one: Correction, row: Row, tables: Tables) -> None:
    """Look up anew the reference data of a row whose name or kind was overruled."""
    if (one.resource, one.field) == ("goods", "name"):
        row["hs_code"] = goods_wordings().code(one.new_value) or None
    elif (one.resource, one.field) == ("sectors", "name"):
        row["isic"] = code_of(sector_wordings(), one.new_value) or None
    elif (one.resource, one.field) == ("events", "kind"):
        row["plover"] = plover().get(one.new_value)
    elif one.field == "participant":
        named = (entity["entity_id"] for entity in tables["entities"] if entity["name"] == one.new_value)
        row["entity_id"] = next(named, None)


def _fit(one: Correction, schema: Table, row: Row, tables: Tables) -> None:
    """Raise Unusable where the row breaks its schema in the column overruled."""
    days = {field["name"] for field in schema.fields if field["type"] == "date"}
    cells = {name: date.fromisoformat(cell) if cell and name in days else cell for name, cell in row.items()}
    frame = pa.Table.from_pylist([cells], to_arrow(schema)).to_pandas(types_mapper=pd.ArrowDtype)
    for violation in violations(schema, frame):
        if violation.column == one.field:
            raise one.refuse(f"new_value {brief(one.new_value)} breaks its schema ({violation.constraint})")
    for column, target, there in schema.foreign_keys:
        known = (other[there] for other in tables[target])
        if column == one.field and row[column] is not None and row[column] not in known:
            raise one.refuse(f"new_value {brief(one.new_value)} is no {there} of {target} in this document")


def _evidence(source: Source, evidence: list[Row], row: Row, one: Correction) -> list[Row]:
    """The evidence with that of the cell replaced by the words given, those nearest to the row where they recur."""
    kept = [known for known in evidence if (known["resource"], known["row_id"], known["field"]) != one.cell]
    if not one.new_value:
        if one.words:
            raise one.refuse("new_value is empty, so no words carry it; leave words empty too")
        return kept
    starts = [match.start() for match in re.finditer(f"(?={re.escape(one.words)})", source.text)] if one.words else []
    if not starts:
        raise one.refuse(
            f"the words {brief(one.words)} are not in the text; copy them to the letter, no-break spaces included"
        )
    start = min(starts, key=lambda at: max(row["start_char"] - at - len(one.words), at - row["end_char"], 0))
    ids = {known["evidence_id"] for known in kept}
    name = f"{one.document_id}/evidence-{one.row_id.partition('/')[2]}-{one.field.replace('_', '-')}"
    number = 1
    while (evidence_id := name if number == 1 else f"{name}-{number}") in ids:
        number += 1
    return [
        *kept,
        {
            "evidence_id": evidence_id, "document_id": one.document_id,
            "resource": one.resource, "field": one.field, "row_id": one.row_id,
            "start_char": start, "end_char": start + len(one.words), "quote": one.words,
            "basis": "curated", "rule": None,
        },
    ]  # fmt: skip
