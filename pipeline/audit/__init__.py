"""Why to believe a reading: what became of everything in the text, and what to know before using a value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.sources import Source

from .caveats import warn
from .coverage import cover
from .naming import Words

__all__ = ["audit"]


def audit(source: Source, rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    """The rows of the tables coverage and caveats for one document, from all its other rows."""
    words = Words(source.text)
    return {
        "coverage": cover(source.document_id, source.text, words, rows),
        "caveats": warn(source.document_id, source.text, words, rows),
    }
