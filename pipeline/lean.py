"""A process begins sooner and is smaller: it imports no library of libraries that is not needed here."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.abc import MetaPathFinder


class _No(MetaPathFinder):
    """Finds no module of a name, and leaves all else to others."""

    def __init__(self, module: str) -> None:
        self.module = module

    def find_spec(self, fullname: str, path: object, target: object = None) -> None:
        if fullname == self.module:
            raise ModuleNotFoundError("not needed here", name=fullname)


@contextmanager
def without(module: str) -> Iterator[None]:
    """Let what is imported inside do without a module, which must be optional there, unless it is imported already."""
    finder = _No(module)
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)


def tidy_seldom() -> None:
    """Let Python look for objects that only refer to each other a hundred times less often than by itself.

    Rows and tables have no such circles, and looking through all that imports make took a tenth of a short build.
    """
    gc.set_threshold(70_000, 10, 10)


def keep_lean() -> None:
    """Let this process, which must be one of our own, do without pandas where it has not been imported yet.

    Arrow looks for it when it first makes an array, and only then: some 50 MiB and a quarter of a second a process.
    """
    import pyarrow as pa

    with without("pandas"):
        pa.array([])
