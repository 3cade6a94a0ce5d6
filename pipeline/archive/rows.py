"""One row of a table of pages, Parquet or JSON Lines, becomes a record or the trouble why it is none."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from pipeline.errors import brief
from pipeline.sources import NAME

from .facts import day_in, is_address
from .outcomes import LARGEST_PAGE, Outcome, Record, Trouble, excerpt_of

REQUIRED = ("document_id", "text")
OPTIONAL = ("url", "date", "publisher")


def record_of(row: Mapping[str, object], where: str) -> Outcome:
    """Return the page of one row: column -> value; what other columns hold is left alone."""
    document_id, text = row.get("document_id"), row.get("text")
    name = document_id if isinstance(document_id, str) else ""
    excerpt = excerpt_of(text) if isinstance(text, str) else ""
    facts: dict[str, str] = {}
    try:
        if not NAME.fullmatch(name):
            raise ValueError(f"document_id = {brief(document_id)} is no name for a document: letters, digits, hyphens")
        if not isinstance(text, str):
            raise ValueError(f"text = {brief(text)} is no text")
        if len(text) > LARGEST_PAGE:
            raise ValueError(f"has {len(text):,} characters, more than {LARGEST_PAGE:,}: a brief is a page")
        for column in OPTIONAL:
            value = row.get(column)
            if isinstance(value, date):
                value = value.isoformat()
            if value is None or value == "":
                continue
            facts[column] = _fact(column, value)
    except ValueError as error:
        return Trouble(name, "frame", str(error), where, excerpt)
    assert isinstance(text, str)
    return Record(name, text, where, **facts)


def _fact(column: str, value: object) -> str:
    """The value of an optional column; ValueError where it is none."""
    found: str | None = value if isinstance(value, str) else None
    if found and column == "date":
        found = day_in(found)
    if not found or (column == "url" and not is_address(found)):
        like = {"url": "an address as in https://a.example/b", "date": "a date as in 2012-08-31"}.get(column, "a text")
        raise ValueError(f"{column} = {brief(value)} is not {like}; leave it empty where it is not known")
    return found
