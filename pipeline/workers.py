"""Work in other processes: results come in the order of their tasks, and a worker that is killed costs only its task.

Each worker has a pipe of its own, so that it is known which task it died of. None outlives the process that started it.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from typing import Any, TypeVar

from pipeline.errors import Unusable

Task = TypeVar("Task")
Result = TypeVar("Result")
# Workers start afresh: forking a process that has threads, as Arrow and progress bars have, can hang.
START = multiprocessing.get_context("spawn")


class Killed(Exception):
    """The process that was at work on a task ended without an answer: killed, out of memory, or crashed."""


def cores() -> int:
    """The number of cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def spread(
    work: Callable[[Task], Result], tasks: Sequence[Task], workers: int
) -> Iterator[tuple[Task, Result | Killed]]:
    """Yield what `in_order` does; a single worker, or a single task, is for this process."""
    if workers == 1 or len(tasks) == 1:
        return ((task, work(task)) for task in tasks)
    return in_order(work, tasks, workers)


def in_order(
    work: Callable[[Task], Result], tasks: Sequence[Task], workers: int
) -> Iterator[tuple[Task, Result | Killed]]:
    """Yield each task with its result, in their order, worked on by so many processes at once.

    No more than two results a worker wait for those before them. What `work` raises is raised here. Raises Unusable
    where no process can be started.
    """
    done: dict[int, Result | Killed | Exception] = {}
    number = 0
    for at, answer in as_done(work, tasks, workers, lambda: len(done) < workers):
        done[at] = answer
        while number in done:
            finished = done.pop(number)
            if isinstance(finished, Exception) and not isinstance(finished, Killed):
                raise finished
            yield tasks[number], finished
            number += 1


def as_done(
    work: Callable[[Task], Result], tasks: Sequence[Task], workers: int, more: Callable[[], bool] = lambda: True
) -> Iterator[tuple[int, Result | Killed | Exception]]:
    """Yield the number of each task with its result, or what `work` raised, as soon as it is there.

    A task is begun only while there is to be `more`. Raises Unusable where no process can be started.
    """
    left = enumerate(tasks)
    crew: dict[Connection, _Worker] = {}
    try:
        for _ in range(min(workers, len(tasks))):
            worker = _Worker(work)
            crew[worker.end] = worker
        for _ in tasks:
            at = None
            while at is None:
                for worker in crew.values():
                    if worker.idle and more() and (task := next(left, None)):
                        worker.send(task)
                end = wait([end for end, worker in crew.items() if not worker.idle])[0]
                worker = crew[end]  # type: ignore[index]
                answer = worker.receive()
                at = worker.at
                worker.at = None
                if isinstance(answer, Killed):
                    if at is None:
                        raise Unusable("a worker process ended before it could begin; build again with --workers 1")
                    crew.pop(worker.end).kill()
                    worker = _Worker(work)
                    crew[worker.end] = worker
            yield at, answer
    finally:
        for worker in crew.values():
            worker.kill()


class _Worker:
    """A process, the end of its pipe, and the number of its task; its first answer says that it is there."""

    def __init__(self, work: Callable[[Any], Any]) -> None:
        self.end, theirs = START.Pipe()
        self.process = START.Process(target=_serve, args=(work, theirs), daemon=True)
        with _uninterrupted():
            self.process.start()
        theirs.close()
        self.at: int | None = None
        self.idle = False

    def send(self, task: tuple[int, Any]) -> None:
        self.at, self.idle = task[0], False
        with suppress(ConnectionError):  # it is dead, and `receive` will say so
            self.end.send(task[1])

    def receive(self) -> Any:
        """Return the answer: a result, what the work raised, or Killed if there will be none."""
        try:
            answer = self.end.recv()
        except (EOFError, ConnectionError):
            return Killed()
        self.idle = True
        return answer

    def kill(self) -> None:
        self.process.kill()
        self.process.join()
        self.end.close()


def _serve(work: Callable[[Any], Any], end: Connection) -> None:
    """Answer one task after the other until there is nobody to answer."""
    threading.Thread(target=_outlive_nobody, daemon=True).start()
    try:
        end.send(None)
        while True:
            task = end.recv()
            try:
                answer = work(task)
            except Exception as error:
                answer = error
            end.send(answer)
    except (EOFError, ConnectionError):
        return


def _outlive_nobody() -> None:
    """End this process at once when the one that started it has ended, in the midst of a task or not."""
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let a process that starts inside never hear of Ctrl-C, which ends the build, and with it the worker."""
    resource_tracker.ensure_running()  # else the first process starts it, and that lets the signal in again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
