"""A finished staging folder becomes the package, whole or not at all.

Files are made in a folder inside the package's own, so that each can be moved into place in one step of the file
system; datapackage.json moves last. A build that fails touches nothing. One that is killed leaves the old package, the
new one, or files that datapackage.json does not fit, which `check` rejects and the next build repairs.
"""

from __future__ import annotations

import fcntl
import filecmp
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from pipeline.descriptor import CORRECTIONS, FACTS, NAME
from pipeline.errors import Unusable
from pipeline.sources import reason_of

STAGING = ".staging"


@contextmanager
def staging(out: Path) -> Iterator[Path]:
    """Yield an empty folder inside `out` for the new files, and remove it in the end.

    Raises Unusable where `out` cannot be written, where the disk is full, or while another build is at work there.
    """
    made = not out.exists()
    try:
        out.mkdir(parents=True, exist_ok=True)
        # The folder itself carries the lock: no file is left behind, and the lock ends with the process that held it.
        lock = os.open(out, os.O_RDONLY | os.O_DIRECTORY)
    except OSError as error:
        raise Unusable(f"{out}: {reason_of(error)}; name a folder that can be written") from error
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Unusable(f"{out}: another build is writing there; wait until it has finished") from error
        folder = out / STAGING
        try:
            if folder.exists():
                shutil.rmtree(folder)
            for inner in ("data", "raw", "schemas"):
                (folder / inner).mkdir(parents=True)
            yield folder
        except OSError as error:
            raise Unusable(f"{out}: {reason_of(error)}; nothing was published, mend that and build again") from error
        finally:
            shutil.rmtree(folder, ignore_errors=True)
            if made:
                with suppress(OSError):  # not empty: the build succeeded
                    out.rmdir()
    finally:
        os.close(lock)


def publish(folder: Path, out: Path, inputs: frozenset[str] = frozenset()) -> None:
    """Move the staged files into the package, datapackage.json last, and remove tables that it no longer lists.

    `inputs` are top folders ("raw", "schemas") that the package already has as its own input: they are never written.
    Files that already have the right bytes are left alone. Raises Unusable: before the first move where a place is
    taken, later where the system refuses a move.
    """
    names = [path.relative_to(folder) for path in sorted(folder.rglob("*")) if path.is_file()]
    moves = [name for name in names if name.parts[0] not in inputs and not _same(folder / name, out / name)]
    moves.sort(key=lambda name: name.name == NAME)
    folders = sorted({out / name.parent for name in moves})
    for parent in folders:
        parent.mkdir(exist_ok=True)
        if not os.access(parent, os.W_OK | os.X_OK):
            raise Unusable(f"{parent}: cannot be written; nothing was published, make it writable and build again")
    for name in moves:
        if (out / name).is_dir():
            raise Unusable(f"{out / name}: is a folder where a file of the package goes; move it away and build again")
        _sync(folder / name)
    try:
        for name in moves:
            if name.name == NAME:
                # Everything that it describes has to be on the disk before it is.
                for parent in folders:
                    _sync(parent)
            os.replace(folder / name, out / name)
        _sync(out)
        for stale in _stale(out):
            stale.unlink()
    except OSError as error:
        said = "the package is neither the old nor the new one; mend that and build again"
        raise Unusable(f"{error.filename2 or error.filename or out}: {reason_of(error)}; {said}") from error


def _same(new: Path, old: Path) -> bool:
    return old.is_file() and filecmp.cmp(new, old, shallow=False)


def _sync(path: Path) -> None:
    """Wait until a file, or a folder's list of names, is on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _stale(out: Path) -> list[Path]:
    """Return the tables in data/, and the facts and corrections of other texts, that datapackage.json does not list.

    Other files there may be a user's own.
    """
    listed = {resource["path"] for resource in json.loads((out / NAME).read_text(encoding="utf-8"))["resources"]}
    files = [*(out / "data").glob("*.csv"), *(out / "data").glob("*.parquet"), *out.glob(FACTS), *out.glob(CORRECTIONS)]
    return sorted(file for file in files if file.relative_to(out).as_posix() not in listed)
