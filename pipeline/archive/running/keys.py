"""What a shard's files depend on, as one key: the code and word lists that read, the limits, and what is read."""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

from pipeline.archive.files import Input, opened
from pipeline.archive.shards import Shard
from pipeline.errors import Unusable, one_line
from pipeline.sources import reason_of
from pipeline.tableschema import SCHEMAS

from .limits import Limits

LIBRARIES = ("fastwarc", "pyarrow", "resiliparse", "sentencex")  # whose version may change what is read or written
_CODE = Path(__file__).resolve().parents[2]
_ENDINGS = {".py", ".csv", ".json", ".toml"}


def versions() -> dict[str, str]:
    """Return the versions of all that reads: of the code, by its content; of Python and the libraries, by name."""
    digest = hashlib.sha256()
    for folder in (_CODE, SCHEMAS):
        for path in sorted(path for path in folder.rglob("*") if path.suffix in _ENDINGS):
            digest.update(f"{path.relative_to(folder.parent).as_posix()}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    python = ".".join(platform.python_version_tuple()[:2])
    return {"code": digest.hexdigest(), "python": python} | {name: version(name) for name in LIBRARIES}


def digests(files: Sequence[Input], workers: int) -> dict[str, str]:
    """Return the SHA-256 of each input file by its path, of several at once. Raises Unusable."""
    with ThreadPoolExecutor(workers) as pool:
        return dict(zip((file.path for file in files), pool.map(_digest, files), strict=True))


def _digest(file: Input) -> str:
    try:
        with opened(file.path) as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()  # type: ignore[arg-type]
    except OSError as error:
        raise Unusable(f"{one_line(file.path)}: {reason_of(error)}") from error


def key(shard: Shard, contents: Mapping[str, str], about: Mapping[str, str], limits: Limits) -> str:
    """Return the key of a shard: `contents` are the digests of the input files, `about` the versions."""
    read = [[*asdict(part).values(), contents[part.path]] for part in shard.parts]
    said = [about, limits, shard.number, read, sorted(shard.repeated)]
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode("utf-8")).hexdigest()
