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
from typing import Any, Generic, TypeVar

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
    """Yield what a crew does in order; a single worker, or a single task, is for this process."""
    if workers == 1 or len(tasks) == 1:
        yield from ((task, work(task)) for task in tasks)
        return
    with Crew(work, tasks, workers) as crew:
        yield from crew.in_order()


class Crew(Generic[Task, Result]):
    """Processes that work on tasks, and begin at once; they end with the last task, or when the crew is left."""

    def __init__(self, work: Callable[[Task], Result], tasks: Sequence[Task], workers: int) -> None:
        """Start so many processes, each with a task."""
        self._work, self._tasks = work, tasks
        self._left = enumerate(tasks)
        self._workers: dict[Connection, _Worker] = {}
        try:
            for _ in range(min(workers, len(tasks))):
                self._hire()
            self._send()
        except BaseException:
            self.end()
            raise

    def __enter__(self) -> Crew[Task, Result]:
        """Return the crew."""
        return self

    def __exit__(self, *error: object) -> None:
        """End the processes."""
        self.end()

    def in_order(self) -> Iterator[tuple[Task, Result | Killed]]:
        """Yield each task with its result, in their order.

        No more than two results a worker wait for those before them. What `work` raises is raised here.
        """
        done: dict[int, Result | Killed | Exception] = {}
        number, most = 0, len(self._workers)
        for at, answer in self.as_done(lambda: len(done) < most):
            done[at] = answer
            while number in done:
                finished = done.pop(number)
                if isinstance(finished, Exception) and not isinstance(finished, Killed):
                    raise finished
                yield self._tasks[number], finished
                number += 1

    def as_done(self, more: Callable[[], bool] = lambda: True) -> Iterator[tuple[int, Result | Killed | Exception]]:
        """Yield the number of each task with its result, or what `work` raised, as soon as it is there.

        A task is begun only while there is to be `more`. Raises Unusable where a process does not come to begin.
        """
        for _ in self._tasks:
            at = None
            while at is None:
                self._send(more)
                end = wait([end for end, worker in self._workers.items() if worker.at is not None])[0]
                worker = self._workers[end]  # type: ignore[index]
                answer = worker.receive()
                if isinstance(answer, Killed):
                    if not worker.began:
                        raise Unusable("a worker process ended before it could begin; build again with --workers 1")
                    self._workers.pop(worker.end).kill()
                    self._hire()
                elif not worker.began:
                    worker.began = True
                    continue
                at, worker.at = worker.at, None
            yield at, answer
        self.end()

    def end(self) -> None:
        """End the processes, at work or not."""
        while self._workers:
            self._workers.popitem()[1].kill()

    def _hire(self) -> None:
        worker = _Worker(self._work)
        self._workers[worker.end] = worker

    def _send(self, more: Callable[[], bool] = lambda: True) -> None:
        """Give tasks to those who have none, one each."""
        for worker in self._workers.values():
            if worker.at is None and more() and (task := next(self._left, None)):
                worker.send(task)


class _Worker:
    """A process, the end of its pipe, and the number of its task; its first answer says that it is there."""

    def __init__(self, work: Callable[[Any], Any]) -> None:
        self.end, theirs = START.Pipe()
        self.process = START.Process(target=_serve, args=(work, theirs), daemon=True)
        with _uninterrupted():
            self.process.start()
        theirs.close()
        self.at: int | None = None
        self.began = False

    def send(self, task: tuple[int, Any]) -> None:
        self.at = task[0]
        with suppress(ConnectionError):  # it is dead, and `receive` will say so
            self.end.send(task[1])

    def receive(self) -> Any:
        """Return the answer: a result, what the work raised, or Killed if there will be none."""
        try:
            return self.end.recv()
        except (EOFError, ConnectionError):
            return Killed()

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
