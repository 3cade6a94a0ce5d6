"""What became of everything that the scanner found: used by a row, left out for a reason, or not accounted for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any

from .naming import Words
from .reasons import Reasons
from .scanner import WORD, Candidate, scan

Row = Mapping[str, Any]
Rows = Mapping[str, Sequence[Row]]
Use = tuple[str, str]  # table and row id
Span = tuple[int, int, Use]
Judged = tuple[Candidate, Use | None, str]  # with the row that uses it, or the reason to leave it out, or neither

# The cells besides mentions and dates that use candidates, and as what: values (0), names (1) or goods and sectors (2).
_CELLS = {"value": 0, "value_to": 0, "title": 1, "unit": 1, "name": 2}


class _Cells:
    """Finds the row, if any, one of whose cells rests on all the words between two offsets."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.reach: list[tuple[int, Use]] = [(0, ("", ""))]  # the cells that end after all that start before them
        self.starts: list[int] = []
        last = 0
        for start, end, use in sorted(spans, key=itemgetter(0)):
            if end > last:
                last = end
                self.starts.append(start)
                self.reach.append((end, use))

    def over(self, start: int, end: int) -> Use | None:
        """The row of a cell over these words."""
        last, use = self.reach[bisect_right(self.starts, start)]
        return use if end <= last else None


def _cells(rows: Rows) -> tuple[_Cells, ...]:
    """The cells that state values, those that hold names and dates, and those that name goods and sectors."""
    spans: tuple[list[Span], ...] = ([], [], [])
    for table, key in (("mentions", "mention_id"), ("dates", "date_id")):
        spans[1].extend([(row["start_char"], row["end_char"], (table, row[key])) for row in rows[table]])
    for row in rows["evidence"]:
        if row["field"] in _CELLS:
            spans[_CELLS[row["field"]]].append((row["start_char"], row["end_char"], (row["resource"], row["row_id"])))
    return tuple(map(_Cells, spans))


def _unwrapped(text: str, rows: Rows) -> str:
    """The text with a space for each line end inside a sentence, so that a name broken over two lines is one run."""
    wrapped = [row for row in rows["sentences"] if "\n" in row["text"]]
    for row in wrapped:
        text = text[: row["start_char"]] + row["text"].replace("\n", " ") + text[row["end_char"] :]
    return text


def _reasons(text: str, rows: Rows) -> Reasons:
    persons = {row["entity_id"] for row in rows["entities"] if row["kind"] == "person"}
    spans = [(row["start_char"], row["end_char"]) for row in rows["mentions"] if row["entity_id"] in persons]
    names = [row["quote"].split() for row in rows["mentions"]]
    heads = {word for words in names if len(words) > 1 for word in words}
    return Reasons(text, spans, heads)


def cover(document_id: str, text: str, words: Words, rows: Rows) -> list[dict[str, Any]]:
    """The rows of the table coverage for one document, from all its other rows."""
    values, names, wares = _cells(rows)
    view = _unwrapped(text, rows)
    reasons = _reasons(view, rows)
    units = iter(rows["sentences"])
    unit = next(units)
    judged: list[Judged] = []
    for candidate in scan(view):
        start, end, kind = candidate
        while start >= unit["end_char"]:
            unit = next(units)
        if kind == "money":  # used by its number: what the sign means may be open
            first = next((at for at in range(start, end) if text[at].isdecimal()), start)
            judged.append((candidate, values.over(first, end), ""))
            continue
        use = names.over(start, end)
        if use:
            judged.append((candidate, use, ""))
        elif kind == "name":
            use = wares.over(start, end)
            if use and reasons.is_common(start, end, unit):  # else a name that the name of a good has swallowed
                judged.append((candidate, use, ""))
            elif view[start:end].isalpha():
                judged.append((candidate, None, reasons.of_words([(start, end)], unit)))
            else:
                judged += _parts(start, end, unit, names, reasons)
        else:
            use = values.over(start, end)
            judged.append((candidate, use, "" if use else reasons.of_number(candidate, unit)))
    starts = [candidate[0] for candidate, _, _ in judged]
    ids = words.ids(document_id, ["candidate"] * len(starts), starts, (4, 8, 16))
    return [
        {
            "candidate_id": candidate_id, "document_id": document_id,
            "start_char": start, "end_char": end, "quote": text[start:end], "kind": kind,
            "status": "used" if use else "left_out" if reason else "unaccounted",
            "used_resource": use[0] if use else None, "used_row_id": use[1] if use else None, "reason": reason or None,
        }
        for candidate_id, ((start, end, kind), use, reason) in zip(ids, judged, strict=True)
    ]  # fmt: skip


def _parts(start: int, end: int, unit: Row, names: _Cells, reasons: Reasons) -> Iterator[Judged]:
    """What became of the words of a run that no row uses as a whole, those together that stand side by side.

    A plain first word of a sentence is a part of its own: what follows it may be a name.
    """
    parts: list[tuple[Use | None, list[tuple[int, int]]]] = []
    for match in WORD.finditer(reasons.text, start, end):
        span = match.span()
        use = names.over(*span)
        if parts and parts[-1][0] == use:
            parts[-1][1].append(span)
        else:
            parts.append((use, [span]))
            if use is None and span[1] < end and reasons.opens_sentence(span[0], match.group().lower(), unit):
                parts.append((None, []))
    for use, words in parts:
        if words:
            yield (words[0][0], words[-1][1], "name"), use, "" if use else reasons.of_words(words, unit)
