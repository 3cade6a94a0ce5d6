"""Imports of other libraries that are not needed here are not found, so that a process is smaller and begins sooner."""

from __future__ import annotations

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
