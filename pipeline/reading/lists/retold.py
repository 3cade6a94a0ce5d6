"""Cells of a row that several sentences tell: where one states a value, what others only imply is no evidence."""

from __future__ import annotations

from ..brief import Chars
from ..entities import Value
from ..records import Record


def put_again(record: Record, field: str, value: Value, words: Chars, rule: str = "") -> None:
    """Set a cell as `Record.put` does, so that all its evidence is of one basis, stated or inferred."""
    rules = [known for (cell, _), known in record.grounds.items() if cell == field]
    if rule and "" in rules:
        return
    if not rule and any(rules):
        record.grounds = {ground: known for ground, known in record.grounds.items() if ground[0] != field}
    record.put(field, value, words, rule)
