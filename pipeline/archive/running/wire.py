"""What goes through the socket between a worker and its reader: pickles, and tables in Arrow's own form.

Pickled, tables would come as hundreds of small buffers, and leave the memory of who keeps some of them in pieces. The
socket is read as a file: Python's own connections take four times as long for what is large.
"""

from __future__ import annotations

import pickle
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import pyarrow as pa

from .reader import Batch


class Gone(Exception):
    """The process at the other end has ended."""


class Wire:
    """One end of the socket. Whatever is sent or received raises Gone once there is nobody at the other end."""

    def __init__(self, end: socket.socket) -> None:
        """Take the socket; it is closed with this."""
        self._end = end
        self._out, self._in = end.makefile("wb"), end.makefile("rb")

    def close(self) -> None:
        """Close the socket; what was not sent is lost."""
        for file in (self._out, self._in):
            with suppress(OSError):
                file.close()
        self._end.close()

    def send(self, told: object) -> None:
        """Send an object."""
        with _gone():
            pickle.dump(told, self._out, pickle.HIGHEST_PROTOCOL)
            self._out.flush()

    def receive(self) -> Any:
        """Receive an object."""
        with _gone():
            return pickle.load(self._in)

    def send_batch(self, batch: Batch) -> None:
        """Send a batch."""
        sizes = {}
        buffers = []
        for name, table in batch.tables.items():
            sink = pa.BufferOutputStream()
            with pa.ipc.new_stream(sink, table.schema) as stream:
                stream.write_table(table)
            buffers.append(sink.getvalue())
            sizes[name] = buffers[-1].size
        self.send((sizes, batch.passed, batch.documents))
        with _gone():
            for buffer in buffers:
                self._out.write(buffer)
            self._out.flush()

    def receive_batch(self) -> Batch:
        """Receive a batch."""
        sizes, passed, documents = self.receive()
        return Batch({name: self._table(size) for name, size in sizes.items()}, passed, documents)

    def _table(self, size: int) -> pa.Table:
        with _gone():
            found = self._in.read(size)
        if len(found) < size:
            raise Gone
        return pa.ipc.open_stream(found).read_all()


@contextmanager
def _gone() -> Iterator[None]:
    try:
        yield
    except (EOFError, OSError, pickle.UnpicklingError) as error:
        raise Gone from error
