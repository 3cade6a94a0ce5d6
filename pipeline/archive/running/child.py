"""The process that reads pages: whatever a page does to it, no other page and no file is harmed.

`python -m pipeline.archive.running.child FD NOTE SECONDS BYTES` answers batches of pages that come through a socket,
until that ends. Before each page it notes in the file NOTE which one comes. A page that takes too long ends it by the
alarm of the system, which strikes in the midst of a regular expression too, and when nobody is left to watch.
"""

from __future__ import annotations

import gc
import resource
import signal
import socket
import sys
from functools import partial
from pathlib import Path

import pyarrow as pa

from pipeline.lean import keep_lean

from .limits import Limits
from .notes import note
from .reader import read_batch
from .wire import Gone, Wire

STATM = Path("/proc/self/statm")  # pages of memory, the first number those that the process has the use of


def serve(wire: Wire, file: int, limits: Limits) -> None:
    """Answer one batch after the other until there is nobody to answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C ends the run, and so this process
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if STATM.exists():  # where it does not, the system takes no notice of the limit either
        most = int(STATM.read_text().split()[0]) * resource.getpagesize() + limits.memory
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    keep_lean()
    pa.set_cpu_count(1)
    try:
        wire.send(None)
        while True:
            wire.send_batch(read_batch(wire.receive(), partial(note, file), limits))
            if not gc.get_freeze_count():
                gc.freeze()  # the word lists, loaded by now, stay: Python need not look through them again and again
    except Gone:
        return


if __name__ == "__main__":
    serve(Wire(socket.socket(fileno=int(sys.argv[1]))), int(sys.argv[2]), Limits(float(sys.argv[3]), int(sys.argv[4])))
