"""A published package opened for reading, from its folder or from a zip of it: descriptor, schemas, rows and texts.

It is read as its own datapackage.json describes it, whatever version wrote it, and every cell is the text that its CSV
has; an empty one is None. Nothing is checked here: that is what `checks` does.
"""

from __future__ import annotations

import json
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

import pyarrow as pa
import pyarrow.csv as pacsv

from pipeline.descriptor import NAME
from pipeline.errors import Unusable, one_line
from pipeline.sources import reason_of
from pipeline.tables import LARGEST_BLOCK
from pipeline.tableschema import Table

Cells = dict[str, str | None]
_BROKEN = (OSError, KeyError, RuntimeError, zipfile.BadZipFile, zlib.error)  # RuntimeError: a zip with a password


class Published:
    """One package; its files are read when they are asked for."""

    def __init__(self, name: Path, root: Path | zipfile.Path) -> None:
        """Remember what the user called the package, for messages, and where its files lie."""
        self.name, self.root = name, root

    @cached_property
    def descriptor(self) -> dict[str, Any]:
        """The package's datapackage.json; raises Unusable where it is not one."""
        found = self._json(NAME)
        resources = found.get("resources")
        if not isinstance(resources, list) or not all(isinstance(resource, dict) for resource in resources):
            raise self._unusable(NAME, "lists no resources")
        return found

    @cached_property
    def tables(self) -> dict[str, Table]:
        """The tables whose rows have a key, by name, in the package's own order.

        Corrections, which a person writes, have none. Raises Unusable for a schema that is missing or no schema.
        """
        found = {}
        for resource in self.descriptor["resources"]:
            schema, name = resource.get("schema"), str(resource.get("name"))
            if isinstance(schema, str):
                schema = self._json(schema)
            if not isinstance(schema, dict) or "primaryKey" not in schema:
                continue
            found[name] = Table(name, schema)
            try:
                if found[name].primary_key not in found[name].columns:
                    raise KeyError
            except (KeyError, TypeError):
                raise self._unusable(NAME, f"the schema of {name} has no such column as its primary key") from None
        return found

    def rows(self, name: str) -> pa.Table:
        """A table's rows, every cell a string or null, with the columns that its file has.

        Raises Unusable where its file cannot be read or lacks its primary key, KeyError for no such table.
        """
        path = self.paths[name]
        data = self.read(path)
        try:
            rows = _strings(data)
        except (pa.ArrowInvalid, UnicodeDecodeError) as error:
            raise self._unusable(path, f"is not readable as CSV ({one_line(error)})") from None
        if self.tables[name].primary_key not in rows.column_names:
            raise self._unusable(path, f"has no column {self.tables[name].primary_key}")
        return rows

    def cells(self, name: str) -> Iterator[Cells]:
        """Yield a table's rows in the order of its file; nothing where the package has no such table."""
        if name in self.tables:
            for batch in self.rows(name).to_batches():
                yield from batch.to_pylist()

    def text(self, path: str) -> str:
        """A source text, decoded; raises Unusable where it is missing or not UTF-8."""
        try:
            return self.read(path).decode("utf-8")
        except UnicodeDecodeError:
            raise self._unusable(path, "is not UTF-8") from None

    @cached_property
    def texts(self) -> dict[str, str]:
        """The path of each document's text by the document's id."""
        return {str(row["document_id"]): str(row.get("path")) for row in self.cells("documents")}

    @cached_property
    def paths(self) -> dict[str, str]:
        """The path of each resource by its name."""
        return {str(resource.get("name")): str(resource.get("path")) for resource in self.descriptor["resources"]}

    def _json(self, path: str) -> dict[str, Any]:
        try:
            found = json.loads(self.read(path).decode("utf-8"))
        except (ValueError, RecursionError) as error:
            raise self._unusable(path, f"is not JSON ({reason_of(error)})") from None
        if not isinstance(found, dict):
            raise self._unusable(path, "is not a JSON object")
        return found

    def read(self, path: str) -> bytes:
        """A file of the package; raises Unusable where it is missing or lies outside."""
        parts = PurePosixPath(path)
        if parts.is_absolute() or ".." in parts.parts:
            raise self._unusable(path, "leads out of the package")
        try:
            return (self.root / path).read_bytes()
        except _BROKEN as error:
            raise self._unusable(path, _reason(error)) from None

    def _unusable(self, path: str, reason: str) -> Unusable:
        return Unusable(f"{self.name}: {path}: {reason}; `check` tells what else is wrong with the package")


@contextmanager
def opened(path: Path) -> Iterator[Published]:
    """Yield the package in a folder, or in a zip with its files at the top or in one folder.

    Raises Unusable where there is none.
    """
    if path.is_dir():
        yield Published(path, path)
        return
    try:
        archive = zipfile.ZipFile(path)
    except _BROKEN as error:
        raise Unusable(f"{path}: {_reason(error)}; name the folder of a package, or a zip of one") from None
    with archive:
        found = [name for name in archive.namelist() if PurePosixPath(name).name == NAME]
        if not found:
            raise Unusable(f"{path}: no {NAME} in it; name the zip of a package")
        top = min(found, key=lambda name: (name.count("/"), name)).removesuffix(NAME)
        yield Published(path, zipfile.Path(archive, top))


def _reason(error: Exception) -> str:
    return reason_of(error) if isinstance(error, OSError) else one_line(error).strip("'\"").lower()


def _strings(data: bytes) -> pa.Table:
    """Parse CSV, every column as text: the first line alone says which columns there are."""
    block = min(len(data) + 1, LARGEST_BLOCK)
    read = pacsv.ReadOptions(use_threads=False, block_size=block)
    parse = pacsv.ParseOptions(newlines_in_values=True)
    with pacsv.open_csv(pa.BufferReader(data), read, parse) as file:
        types = dict.fromkeys(file.schema.names, pa.string())
    convert = pacsv.ConvertOptions(column_types=types, null_values=[""], strings_can_be_null=True)
    return pacsv.read_csv(pa.BufferReader(data), read, parse, convert)
