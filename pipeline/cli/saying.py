"""What the commands say: findings and errors a line each on stderr, counts, how long a stage took and how far it is."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from .app import FINDINGS, GOOD

if TYPE_CHECKING:
    from pipeline.checks.package import Report
    from pipeline.progress import Advance

MANY = 20  # documents that are worth a progress bar
MOST = 200  # findings printed one by one: more come from one cause, and hide it


def judge(report: Report) -> int:
    """Print what the checks found and return the exit code for it."""
    for finding in report.findings[:MOST]:
        complain(str(finding))
    if len(report.findings) > MOST:
        complain(f"and {count(len(report.findings) - MOST, 'more finding')}")
    if not report.findings:
        for remark in report.remarks:
            complain(f"note: {remark}")
    return FINDINGS if report.findings else GOOD


def sizes(report: Report) -> str:
    """Return how many rows and tables a package has, in words."""
    return f"{count(sum(report.rows.values()), 'row')} in {count(len(report.rows), 'table')}"


def count(number: int, noun: str) -> str:
    """Return a number with its noun: 1 row, 1,173 rows."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def complain(line: str) -> None:
    """Print a line on stderr."""
    typer.echo(line, err=True)


class Watch:
    """Says how long each stage took, if anyone wants to know, and how far it is, if it takes long."""

    def __init__(self, verbose: bool) -> None:
        """Start the clock."""
        self.verbose = verbose
        self.start = time.perf_counter()

    def seconds(self) -> float:
        """Return the seconds since the start."""
        return time.perf_counter() - self.start

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time what happens inside."""
        start = time.perf_counter()
        yield
        if self.verbose:
            complain(f"{name:16}{time.perf_counter() - start:8.3f} s")

    @contextmanager
    def bar(self, name: str, documents: int) -> Iterator[Advance]:
        """Show on a terminal how many of many documents are done; yield what says that so many more are."""
        if documents < MANY or not sys.stderr.isatty():
            yield lambda done: None
            return
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
        with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
            task = progress.add_task(name, total=documents)
            yield lambda done: progress.advance(task, done)
