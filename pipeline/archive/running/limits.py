"""What a single page may take of the process that reads it."""

from __future__ import annotations

from typing import NamedTuple


class Limits(NamedTuple):
    """Wall seconds for a page (and for making tables of a batch), and bytes of memory beside what the process needs."""

    seconds: float = 10.0
    memory: int = 2**30
