"""The engine of one machine: worker processes, each with a shard at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from pipeline.lean import keep_lean
from pipeline.workers import Crew, Killed

from .place import Summary
from .shard import Task

TRIES = 3
Read = Callable[[Task], Summary]
Answer = tuple[Task, "Summary | str"]  # what came of a shard, or in a word why nothing did


def read_all(read: Read, tasks: Sequence[Task], workers: int) -> Iterator[Answer]:
    """Yield what came of each shard, as soon as it is there; a shard whose worker is killed is tried again.

    Raises what `read` raises, and Unusable where a process does not come to begin.
    """
    for _ in range(TRIES):
        killed: list[Task] = []
        with Crew(partial(_lean, read), tasks, workers) as crew:
            for at, answer in crew.as_done():
                if isinstance(answer, Killed):
                    killed.append(tasks[at])
                elif isinstance(answer, Exception):
                    raise answer
                else:
                    yield tasks[at], answer
        if not killed:
            return
        tasks = killed
    for task in tasks:
        yield task, f"the process that read it was killed or crashed, {TRIES} times"


def _lean(read: Read, task: Task) -> Summary:
    keep_lean()
    return read(task)
