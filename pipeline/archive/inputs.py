"""What a user names becomes the list of files to read, in one order: paths, folders, globs, URLs that fsspec opens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO


@dataclass(frozen=True, slots=True)
class Input:
    """One file to read: its path or URL as the user wrote it, completed by what a folder or glob adds; bytes."""

    path: str
    size: int


def inputs(names: Sequence[str]) -> tuple[list[Input], list[str]]:
    """Return the files that the names stand for, each once and sorted by path, and those passed over in folders.

    A folder stands for all files in it, at any depth, whose endings are known; hidden ones (".x", "_x") do not count.
    Raises Unusable for a name that stands for nothing, a file with an unknown ending, or a URL whose reader is not
    installed (and says which to install).
    """
    raise NotImplementedError


def opened(path: str) -> BinaryIO:
    """Open a path or URL for reading, seekable. Raises OSError."""
    raise NotImplementedError
