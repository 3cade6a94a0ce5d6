"""What a user names becomes the list of files to read, in one order: paths, folders, globs, URLs that fsspec opens."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from pipeline.errors import Unusable, one_line
from pipeline.sources import reason_of

from .formats import ENDINGS, ending_of

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

_REMOTE = "://"
_MAGIC = frozenset("*?[")
_HIDDEN = (".", "_")  # ".DS_Store", "_SUCCESS": what systems and engines leave beside data


@dataclass(frozen=True, slots=True)
class Input:
    """One file to read: its path or URL as the user wrote it, completed by what a folder or glob adds; its bytes."""

    path: str
    size: int


def inputs(names: Sequence[str]) -> tuple[list[Input], list[str]]:
    """Return the files that the names stand for, each once and sorted by path, and those passed over in folders.

    A folder stands for all files in it, at any depth, whose endings are known; hidden ones (".x", "_x") do not count.
    Raises Unusable for a name that stands for nothing, a file with an unknown ending, or a URL whose reader is not
    installed (and says which to install).
    """
    found: dict[str, int] = {}
    ignored: set[str] = set()
    for name in names:
        try:
            files, in_folders = _remote(name) if _REMOTE in name else _local(name)
        except OSError as error:
            raise Unusable(f"{one_line(name)}: {reason_of(error)}; name files, folders or globs to read") from error
        for path in files:
            if not ending_of(path):
                raise Unusable(f"{one_line(path)}: cannot be read; known endings are {', '.join(ENDINGS)}")
        known = {path: size for path, size in in_folders.items() if ending_of(path)}
        if not files and not known:
            raise Unusable(f"{one_line(name)}: no file to read there; known endings are {', '.join(ENDINGS)}")
        found |= files | known
        ignored |= in_folders.keys() - known.keys()
    return [Input(path, found[path]) for path in sorted(found)], sorted(ignored - found.keys())


def opened(path: str) -> BinaryIO:
    """Open a path or URL for reading, seekable. Raises OSError."""
    if _REMOTE not in path:
        return open(path, "rb")  # the caller closes it
    return _file_system(path).open(path, "rb")


def changed(path: str) -> str:
    """Return what is another text once a path or URL has changed, as far as its file system tells. Raises OSError."""
    if _REMOTE not in path:
        return str(Path(path).stat().st_mtime_ns)
    return str(_file_system(path).ukey(path))


def _local(name: str) -> tuple[dict[str, int], dict[str, int]]:
    """The files that a path or glob names, and those in folders that it names: path -> bytes."""
    matches = [name] if Path(name).exists() or not _MAGIC.intersection(name) else glob.glob(name, recursive=True)
    files: dict[str, int] = {}
    in_folders: dict[str, int] = {}
    for match in matches:
        path = Path(match)
        if path.is_dir():
            below = (file for file in path.rglob("*") if _counts(file.relative_to(path).parts) and file.is_file())
            in_folders |= {str(file): file.stat().st_size for file in below}
        else:
            files[match] = path.stat().st_size
    return files, in_folders


def _remote(name: str) -> tuple[dict[str, int], dict[str, int]]:
    """The same for a URL."""
    system = _file_system(name)
    protocol = name.split(_REMOTE)[0] + _REMOTE
    files: dict[str, int] = {}
    in_folders: dict[str, int] = {}
    for match in system.glob(name) if _MAGIC.intersection(name) else [name]:
        if system.isdir(match):
            root = str(system._strip_protocol(match)).rstrip("/") + "/"
            below: dict[str, Any] = system.find(match, detail=True)
            counting = {at: about for at, about in below.items() if _counts(at.removeprefix(root).split("/"))}
            in_folders |= {_url(at, protocol): int(about["size"] or 0) for at, about in counting.items()}
        else:
            files[_url(match, protocol)] = int(system.info(match)["size"] or 0)
    return files, in_folders


def _counts(parts: Iterable[str]) -> bool:
    return not any(part.startswith(_HIDDEN) for part in parts)


def _url(path: str, protocol: str) -> str:
    return path if _REMOTE in path else protocol + path


def _file_system(url: str) -> AbstractFileSystem:
    from fsspec.core import url_to_fs  # only now: most archives are local, and it takes a tenth of a second

    protocol = url.split(_REMOTE)[0]
    try:
        return url_to_fs(url)[0]
    except (ImportError, ValueError) as error:  # fsspec names the package for a protocol that it knows
        said = one_line(error).rstrip(".")
        raise Unusable(f"{one_line(url)}: {protocol}:// cannot be opened: {said}") from error
