"""The file of corrections: one line a cell, which cell it overrules, what stands there and what should, and why."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from pipeline.errors import Unusable, brief
from pipeline.sources import reason_of

NAME = "corrections.csv"


@dataclass(frozen=True, slots=True)
class Correction:
    """One line of the file; the columns are its own, `place` says where it stands.

    `old_value` and `new_value` are written as in CSV, empty for an empty cell; `words` are those of the text that carry
    the new value, to the letter.
    """

    document_id: str
    resource: str
    row_id: str
    field: str
    old_value: str
    new_value: str
    words: str
    reason: str
    place: str = ""

    @property
    def cell(self) -> tuple[str, str, str]:
        """Table, row and column."""
        return self.resource, self.row_id, self.field

    def refuse(self, said: str) -> Unusable:
        """The error that says what is wrong with this line, naming the cell."""
        return Unusable(f"{self.place}: {self.resource}, row {self.row_id}, column {self.field}: {said}")


COLUMNS = tuple(field.name for field in fields(Correction))[:-1]


def load(file: Path, shown: str = "") -> dict[str, list[Correction]]:
    """Return the corrections of a file by document id; no file is no corrections. Its lines are told by `shown`.

    Raises Unusable, naming the line, where it is no table of these columns or overrules a cell twice.
    """
    name = shown or str(file)
    try:
        text = file.read_bytes().decode("utf-8-sig")  # spreadsheets begin their CSV files with a mark
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise Unusable(f"{name}: cannot be read as UTF-8 text ({reason_of(error)})") from error
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    found: dict[str, list[Correction]] = defaultdict(list)
    seen: dict[tuple[str, str, str], str] = {}
    try:
        if tuple(next(reader, ())) != COLUMNS:
            raise Unusable(f"{name}: the first line must be {','.join(COLUMNS)}")
        for cells in filter(None, reader):
            place = f"{name}, line {reader.line_num}"
            if len(cells) != len(COLUMNS):
                raise Unusable(f"{place}: has {len(cells)} cells, not {len(COLUMNS)}; quote a cell that holds a comma")
            one = Correction(**dict(zip(COLUMNS, cells, strict=True)), place=place)
            for column in ("document_id", "resource", "row_id", "field", "reason"):
                if not getattr(one, column).strip():
                    raise Unusable(f"{place}: {column} is empty; fill it")
            if one.cell in seen:
                raise one.refuse(f"was overruled before ({seen[one.cell]}); keep one of the two")
            seen[one.cell] = place
            found[one.document_id].append(one)
    except csv.Error as error:
        raise Unusable(f"{name}, line {reader.line_num}: is not readable as CSV ({error})") from error
    return dict(found)


def unread(corrections: Mapping[str, Sequence[Correction]], documents: Iterable[str]) -> None:
    """Raise Unusable where a correction is of a document that is not among those read."""
    known = set(documents)
    for document_id, lines in corrections.items():
        if document_id not in known:
            raise lines[0].refuse(f"there is no document {brief(document_id)} among those that are read")
