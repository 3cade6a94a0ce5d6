"""What can go wrong, in the two forms that the command line knows: unusable input, and findings in the data."""

from __future__ import annotations

from dataclasses import dataclass

LONGEST = 80


class Unusable(Exception):
    """The arguments or the input cannot be used at all (exit code 2); the message is one line for the user."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong in a package (exit code 1), said so that a reader can find the cell and knows what to do.

    `file` is relative to the package; `row` is the row's id, `column`, `value` and `quote` are those of the cell, each
    empty where it does not apply; `message` says what is wrong and what to do.
    """

    file: str
    row: str = ""
    column: str = ""
    value: object = None
    quote: str | None = None
    message: str = ""

    def __str__(self) -> str:
        """Return the finding as one line."""
        where = [one_line(self.file)]
        if self.row:
            where.append(f"row {one_line(self.row)}")
        if self.column:
            where.append(f"column {self.column}")
        if self.value is not None:
            where.append(f"value {brief(self.value)}")
        if self.quote is not None:
            where.append(f"quote {brief(self.quote)}")
        return f"{', '.join(where)}: {one_line(self.message)}"


def one_line(text: object) -> str:
    """Return the text on one line: no line break, no control character that would move a terminal's cursor."""
    return "".join(char if char.isprintable() else " " if char.isspace() else "\ufffd" for char in str(text))


def brief(value: object) -> str:
    """Return a value as a user should see it in a message: strings quoted, cut where they are long."""
    text = one_line(value)
    cut = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
    return f'"{cut}"' if isinstance(value, str) else cut
