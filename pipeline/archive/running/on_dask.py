"""The engine of a cluster: Dask's workers read shards, here or wherever a scheduler has them.

Imported only when asked for. Dask schedules and nothing more: what makes a shard whole lies in `shard`.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from importlib.util import find_spec
from itertools import islice

from distributed import Client, Future, LocalCluster, as_completed
from distributed.scheduler import KilledWorker

from pipeline.errors import Unusable, one_line

from .local import TRIES, Answer, Read
from .shard import Task

WINDOW = 1000  # shards at most with the scheduler at once: more would only cost it memory
LOST = "the Dask scheduler was lost; what is done is kept: go on with --resume"
_SECONDS = 30  # to find a scheduler


def read_all(
    read: Read, tasks: Sequence[Task], workers: int, address: str | None, tell: Callable[[str], None]
) -> Iterator[Answer]:
    """Yield what came of each shard, as soon as it is there, from the scheduler at `address` or a cluster started here.

    A shard whose worker dies goes to another one by itself; where Dask gives it up, maybe for the fault of another, it
    is submitted again. `tell` is told the address of the dashboard. Raises what `read` raises, and Unusable where there
    is no scheduler or it is lost.
    """
    for name in ("distributed", "distributed.client"):  # what a user needs of it is told by what comes of the shards
        logging.getLogger(name).setLevel(logging.CRITICAL)
    with ExitStack() as stack:
        try:
            if address is None:
                cluster = LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address="127.0.0.1:0")
                client = stack.enter_context(Client(stack.enter_context(cluster)))
            else:
                client = stack.enter_context(Client(address, timeout=_SECONDS))
        except (OSError, ValueError) as error:
            raise Unusable(f"{address}: no Dask scheduler there: {one_line(error)}") from error
        if address or find_spec("bokeh"):  # which draws the dashboard
            tell(f"dashboard: {client.dashboard_link}")
        yield from _answers(client, read, tasks)


def _answers(client: Client, read: Read, tasks: Sequence[Task]) -> Iterator[Answer]:
    left = iter(tasks)
    tried: dict[int, int] = {}
    at_work: dict[Future, Task] = {}

    def submitted(task: Task) -> Future:
        number = task.shard.number
        tried[number] = tried.get(number, 0) + 1
        future = client.submit(read, task, key=f"shard-{number:05}-{tried[number]}", pure=False)
        at_work[future] = task
        return future

    answers = as_completed([submitted(task) for task in islice(left, WINDOW)])
    for future in answers:
        task = at_work.pop(future)
        # A lost scheduler leaves futures cancelled, without an exception: their status tells.
        if future.status == "finished":
            try:
                found = future.result()
            except Exception as lost:  # what the reading raised would be an error: this is of the way here
                raise Unusable(LOST) from lost
            yield task, found
        elif future.status != "error":
            raise Unusable(LOST)
        elif isinstance(error := future.exception(), KilledWorker):
            if tried[task.shard.number] < TRIES:
                answers.add(submitted(task))
                continue
            yield task, f"the workers that read it were killed or crashed: {one_line(error)}"
        else:
            raise error
        answers.update([submitted(task) for task in islice(left, 1)])
