"""A process of ours is kept small: Arrow would load pandas, which reading and writing an archive does without."""

from __future__ import annotations

import pyarrow as pa

from pipeline.lean import without


def keep_lean() -> None:
    """Let this process, which must be one of our own, do without pandas where it has not been imported yet.

    Arrow looks for it when it first makes an array, and only then: some 50 MiB and half a second a process.
    """
    with without("pandas"):
        pa.array([])
