"""A process of ours is kept small: Arrow would load pandas, which reading and writing an archive does without."""

from __future__ import annotations

import sys
from importlib.abc import MetaPathFinder

import pyarrow as pa


class _NoPandas(MetaPathFinder):
    """Finds no pandas, and leaves all else to others."""

    def find_spec(self, fullname: str, path: object, target: object = None) -> None:
        if fullname == "pandas":
            raise ModuleNotFoundError("not needed here", name=fullname)


def keep_lean() -> None:
    """Let this process, which must be one of our own, do without pandas where it has not been imported yet.

    Arrow looks for it when it first makes an array, and only then: some 50 MiB and half a second a process.
    """
    finder = _NoPandas()
    sys.meta_path.insert(0, finder)
    pa.array([])
    sys.meta_path.remove(finder)
