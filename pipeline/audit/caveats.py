"""What to know before using a value: every rule over the finished rows, none of them written for one text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from . import figure_caveats, text_caveats, time_caveats
from .naming import Words
from .readings import Caveat, Reading, Row

RULES: tuple[Callable[[Reading], Iterator[Caveat]], ...] = (
    figure_caveats.figures,
    figure_caveats.ranks,
    figure_caveats.years,
    figure_caveats.scopes,
    figure_caveats.sums,
    time_caveats.inferred,
    time_caveats.anachronisms,
    time_caveats.foretold,
    time_caveats.meetings,
    time_caveats.spans,
    text_caveats.wordings,
    text_caveats.planned,
    text_caveats.places,
    text_caveats.metadata,
    text_caveats.slips,
)


def warn(document_id: str, text: str, words: Words, rows: Mapping[str, Sequence[Row]]) -> list[dict[str, Any]]:
    """The rows of the table caveats for one document, from all its other rows."""
    reading = Reading(text, words, rows)
    found = [caveat for rule in RULES for caveat in rule(reading)]
    stems = [_stem(caveat) for caveat in found]
    ids = words.ids(document_id, stems, [caveat.start for caveat in found], (0, 4, 12))
    return [
        {
            "caveat_id": caveat_id, "document_id": document_id, "kind": caveat.kind,
            "resource": caveat.resource, "row_id": caveat.row_id, "message": caveat.message,
            "start_char": caveat.start, "end_char": caveat.end, "quote": text[caveat.start : caveat.end],
        }
        for caveat_id, caveat in zip(ids, found, strict=True)
    ]  # fmt: skip


def _stem(caveat: Caveat) -> str:
    kind = caveat.kind.replace("_", "-")
    return f"caveat-{kind}-{caveat.row_id.rpartition('/')[2]}" if caveat.row_id else f"caveat-{kind}"
