"""Which page comes is noted in a file: the note outlives the process that reads, and costs less than a message."""

from __future__ import annotations

import os
import struct

TABLES = -1  # what is noted when no page comes, but the tables of those before
_PLACE = struct.Struct("q")


def note(file: int, place: int) -> None:
    """Note the place of a page in an open file."""
    os.pwrite(file, _PLACE.pack(place), 0)


def noted(file: int) -> int:
    """Return the place noted last."""
    return int(_PLACE.unpack(os.pread(file, _PLACE.size, 0))[0])
