"""The process that reads pages: whatever a page does to it, no other page and no file is harmed.

`python -m pipeline.archive.running.child FD SECONDS BYTES` answers batches of pages that come through a socket, until
that ends. Before each page it says which one comes. A page that takes too long ends it by the alarm of the
system, which strikes in the midst of a regular expression too, and when nobody is left to watch.
"""

from __future__ import annotations

import resource
import signal
import sys
from multiprocessing.connection import Connection
from pathlib import Path

import pyarrow as pa

from .limits import Limits
from .reader import read_batch

STATM = Path("/proc/self/statm")  # pages of memory, the first number those that the process has the use of


def serve(end: Connection, limits: Limits) -> None:
    """Answer one batch after the other until there is nobody to answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C ends the run, and so this process
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if STATM.exists():  # where it does not, the system takes no notice of the limit either
        most = int(STATM.read_text().split()[0]) * resource.getpagesize() + limits.memory
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    pa.set_cpu_count(1)
    try:
        end.send(None)
        while True:
            end.send(read_batch(end.recv(), end, limits))
    except (EOFError, ConnectionError):
        return


if __name__ == "__main__":
    serve(Connection(int(sys.argv[1])), Limits(float(sys.argv[2]), int(sys.argv[3])))
