"""How far a run is, on a terminal as a bar, in a log as a line every ten seconds: for the one who waits."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from .place import WORKING, Summary

EVERY = 10.0  # seconds from line to line
_LOOK = 1.0  # seconds from look to look, for a bar


class Meter:
    """Counts what is done, and looks into the folder of the run for how far the shards at work are."""

    def __init__(self, out: Path, entries: int, shards: int) -> None:
        """Start the clock: so many entries in so many shards are to be read."""
        self.out, self.entries, self.shards = out, entries, shards
        self.start = time.monotonic()
        self.done = self.shards_done = self.quarantined = self.kept = 0

    def add(self, summary: Summary, kept: bool = False) -> None:
        """Count a shard that is done; one that was `kept` from another run tells nothing about the speed of this."""
        self.done += summary.entries
        self.kept += summary.entries if kept else 0
        self.quarantined += summary.quarantined
        self.shards_done += 1

    def now(self) -> tuple[int, int]:
        """Return the pages that are read and those quarantined, with those of the shards at work."""
        done, quarantined = self.done, self.quarantined
        for path in self.out.glob(f"{WORKING}/*/progress"):
            with suppress(OSError, ValueError):  # it has just become a shard that is done
                read, bad = path.read_text(encoding="utf-8").split()
                done, quarantined = done + int(read), quarantined + int(bad)
        return min(done, self.entries), quarantined

    def line(self) -> str:
        """Return how far it is, in one line."""
        done, quarantined = self.now()
        speed = (done - self.kept) / max(time.monotonic() - self.start, 1e-3)
        left = f"{clock((self.entries - done) / speed)} left" if speed > 0 else "time left unknown"
        return (
            f"{done:,} of {self.entries:,} pages, {speed:,.0f} pages/s, {self.shards_done:,} of {self.shards:,} shards,"
            f" {quarantined:,} quarantined, {left}"
        )

    @contextmanager
    def shown(self, terminal: bool, tell: Callable[[str], None]) -> Iterator[None]:
        """Show how far it is while what happens inside lasts, as a bar on the `terminal` or by lines that are told."""
        stop = threading.Event()
        with _bar(self) if terminal else _lines(self, tell) as show:
            every = _LOOK if terminal else EVERY

            def watch() -> None:
                while not stop.wait(every):
                    show()

            thread = threading.Thread(target=watch, daemon=True)
            thread.start()
            try:
                yield
            finally:
                stop.set()
                thread.join()
                if terminal:
                    show()


def clock(seconds: float) -> str:
    """Return a time in hours, minutes and seconds: 1:02:03."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}"


@contextmanager
def _lines(meter: Meter, tell: Callable[[str], None]) -> Iterator[Callable[[], None]]:
    yield lambda: tell(meter.line())


@contextmanager
def _bar(meter: Meter) -> Iterator[Callable[[], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    with Progress(BarColumn(), TextColumn("{task.description}"), console=Console(stderr=True)) as progress:
        task = progress.add_task(meter.line(), total=meter.entries)
        yield lambda: progress.update(task, completed=meter.now()[0], description=meter.line())
