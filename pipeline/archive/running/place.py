"""The folder of a run: where each file of a shard lies, and which shards are done.

    data/TABLE/NNNNN.parquet     the rows of a shard
    shards/NNNNN.json            its marker, written last: what it was made from, what came of it
    shards/NNNNN.NAME.parquet    what is taken together in the end: shared entities, quarantine
    .working/                    what is being written

Names tell the shard, and neither time nor process: a second run writes the very same files.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

WORKING = ".working"
GLOBAL = "global"  # in place of a shard's number: the rows that belong to no shard


@dataclass(frozen=True, slots=True)
class Summary:
    """What came of a shard: its pages by outcome, its rows by table, and its files with their sizes and hashes.

    `key` says what it was made from. `skipped` has the number of pages by reason; `files` are relative to the folder.
    """

    number: int
    key: str
    documents: int = 0
    quarantined: int = 0
    skipped: dict[str, int] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)
    files: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def entries(self) -> int:
        """How many entries of the input it stands for."""
        return self.documents + self.quarantined + sum(self.skipped.values())


class Place:
    """The files of one shard in the folder `out`."""

    def __init__(self, out: Path, number: int) -> None:
        """Look at nothing yet."""
        self.out = out
        self.name = f"{number:05}"
        self.working = out / WORKING / self.name
        self.marker = out / "shards" / f"{self.name}.json"

    def table(self, name: str) -> str:
        """Return the path of a table's file, relative to the folder."""
        return f"data/{name}/{self.name}.parquet"

    def part(self, name: str) -> str:
        """Return the path of what is taken together in the end, relative to the folder."""
        return f"shards/{self.name}.{name}.parquet"

    def done(self, key: str) -> Summary | None:
        """Return what came of the shard, if it is done with this key and its files are all there."""
        try:
            summary = Summary(**json.loads(self.marker.read_text(encoding="utf-8")))
            whole = all((self.out / path).stat().st_size == about["bytes"] for path, about in summary.files.items())
        except (OSError, ValueError, TypeError):
            return None
        return summary if whole and summary.key == key else None

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Wait until no other process writes this shard; an engine may have given it to two."""
        self.working.parent.mkdir(parents=True, exist_ok=True)
        with self.working.with_suffix(".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            self.working.mkdir(exist_ok=True)
            yield
            shutil.rmtree(self.working, ignore_errors=True)

    def report(self, entries: int, quarantined: int) -> None:
        """Say how far the shard is, for those who watch."""
        with suppress(OSError):  # nobody may be watching, and that must not cost the shard
            written(self.working / "progress", f"{entries} {quarantined}\n")

    def publish(self, summary: Summary) -> None:
        """Move the files of the shard where they belong, the marker last."""
        self.marker.unlink(missing_ok=True)
        for path in summary.files:
            (self.out / path).parent.mkdir(parents=True, exist_ok=True)
            os.replace(self.temporary(path), self.out / path)
        written(self.marker, json.dumps(asdict(summary), ensure_ascii=False, indent=1) + "\n")

    def temporary(self, path: str) -> Path:
        """Return where a file is written that will become `path`."""
        return self.working / path.replace("/", ".")


def written(path: Path, text: str) -> None:
    """Write a small file so that others see the old one or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}")
    temporary.write_text(text, encoding="utf-8", newline="")
    os.replace(temporary, path)
