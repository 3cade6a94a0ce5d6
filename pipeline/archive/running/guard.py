"""Pages are read by a process that they may kill: what it did not survive is told, and every other page is read."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from pipeline.archive.outcomes import Trouble, excerpt_of
from pipeline.errors import Unusable

from .limits import Limits
from .notes import TABLES, note, noted
from .reader import OUT_OF_MEMORY, Batch, Numbered
from .wire import Gone, Wire

_ROOT = Path(__file__).resolve().parents[3]
# A reader has one core, and gives back what memory it does not need: Arrow's own keeping of it took a fifth more.
# But what one batch needed is kept for the next: the system clears what it gives, page by page.
_FRUGAL = {
    "OPENBLAS_NUM_THREADS": "1",
    "ARROW_DEFAULT_MEMORY_POOL": "system",
    "MALLOC_MMAP_THRESHOLD_": str(2**25),
    "MALLOC_TRIM_THRESHOLD_": str(2**26),
}


class _Died(NamedTuple):
    """What ended the reading process, and the place of the page that it was at; TABLES while it made them."""

    at: int
    why: str


class Guard:
    """A reading process, started when there is something to read, and again after one has died.

    No module of Python's own starts it: those refuse to inside the worker processes of some engines.
    """

    def __init__(self, limits: Limits) -> None:
        """Start nothing yet."""
        self.limits = limits
        self._process: subprocess.Popen[bytes] | None = None
        self._wire: Wire
        self._note = tempfile.TemporaryFile()  # noqa: SIM115  # closed with the guard

    def __enter__(self) -> Guard:
        """Return the guard."""
        return self

    def __exit__(self, *error: object) -> None:
        """End the process."""
        self._stop()
        self._note.close()

    def read(self, pages: Sequence[Numbered], again: bool = False) -> Iterator[Batch]:
        """Yield what came of some pages, in one batch or, around a page that kills, in several.

        A page is given up when the process has died of it alone, a second time: the first time, somebody else may have
        killed it. `again` says that this is the second time.
        """
        answer = self._ask(pages) if pages else None
        if isinstance(answer, Batch):
            yield answer
        elif isinstance(answer, _Died) and len(pages) == 1:
            if again:
                yield _given_up(pages[0], answer.why)
            else:
                yield from self.read(pages, again=True)
        elif isinstance(answer, _Died):
            places = [place for place, _ in pages]
            if answer.at == TABLES:
                middle = len(pages) // 2
                yield from self.read(pages[:middle])
                yield from self.read(pages[middle:])
            else:
                middle = places.index(answer.at)
                yield from self.read(pages[:middle])
                yield from self.read(pages[middle : middle + 1], again=True)
                yield from self.read(pages[middle + 1 :])

    def _ask(self, pages: Sequence[Numbered]) -> Batch | _Died:
        if self._process is None:
            self._start()
        note(self._note.fileno(), TABLES)
        try:
            self._wire.send(pages)
            return self._wire.receive_batch()
        except Gone:
            return _Died(noted(self._note.fileno()), self._stop())

    def _start(self) -> None:
        ours, theirs = socket.socketpair()
        paths = [str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
        command = [sys.executable, "-m", f"{__package__}.child"]
        files = theirs.fileno(), self._note.fileno()
        with theirs:
            self._process = subprocess.Popen(
                [*command, *map(str, (*files, self.limits.seconds, self.limits.memory))],
                env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), **_FRUGAL},
                pass_fds=files,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        self._wire = Wire(ours)
        try:
            self._wire.receive()
        except Gone:
            raise Unusable(f"the process that reads pages cannot start: {self._stop()}") from None

    def _stop(self) -> str:
        """End the process, and return what had ended it, if anything, before."""
        process, self._process = self._process, None
        if process is None:
            return ""
        self._wire.close()
        try:
            code = process.wait(timeout=0.5)
        except subprocess.TimeoutExpired:
            process.kill()
            code = process.wait()
        if code == -signal.SIGALRM:
            return f"was not read within {self.limits.seconds:g} s"
        if code == OUT_OF_MEMORY:
            return f"needs more than {self.limits.memory / 2**20:,.0f} MiB of memory to be read"
        how = signal.Signals(-code).name if code < 0 else f"exit code {code}"
        return f"the process that read it was killed or crashed, twice ({how})"


def _given_up(page: Numbered, why: str) -> Batch:
    place, record = page
    said = f"{why}; take the page away, or report it"
    return Batch(passed=[(place, Trouble(record.document_id, "read", said, record.where, excerpt_of(record.content)))])
