"""How those who want to see progress are told of it: stages that begin and end, and documents that are done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

Watch = Callable[[str], AbstractContextManager[object]]  # surrounds a stage, of this name
Advance = Callable[[int], None]  # so many more documents are done
Bar = Callable[[str, int], AbstractContextManager[Advance]]  # surrounds what goes through so many documents


@contextmanager
def unseen(name: str, documents: int) -> Iterator[Advance]:
    """A bar that nobody sees."""
    yield lambda done: None
