"""All shards of a run become one package: shared entities in one file, one quarantine, a descriptor over the datasets.

Nothing is held in memory that grows with the number of pages, but the quarantine of one shard and the shared entities.
"""

from __future__ import annotations

import json
import os
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from pipeline import descriptor, tableschema
from pipeline.arrow import to_arrow
from pipeline.errors import Unusable
from pipeline.tables import SHARED, joined
from pipeline.tableschema import Table
from pipeline.workers import Killed, spread
from pipeline.writing import ParquetFile, csv_lines

from .place import GLOBAL, WORKING, Place, Summary, written
from .reader import TEXTS
from .shard import QUARANTINE, QUARANTINE_SCHEMA

_MEDIA = {"format": "apache-parquet", "mediatype": "application/vnd.apache.parquet"}
_SHARED_FILE = f"data/{SHARED}/{GLOBAL}.parquet"
_QUARANTINE_FILE = f"{QUARANTINE}.parquet"


def finish(
    out: Path, summaries: Sequence[Summary], lost: Iterable[Mapping[str, str]], workers: int, as_csv: bool
) -> list[str]:
    """Make a package of the shards that are done; return what is wrong with it, a line each.

    `lost` are the rows of the quarantine for shards that could not be read. The descriptor is written last. Raises
    OSError where a file cannot be written.
    """
    schemas = tableschema.tables()
    (out / descriptor.NAME).unlink(missing_ok=True)  # it speaks of other files
    _remove_others(out, {path for summary in summaries for path in summary.files})
    _merge(out, summaries, schemas[SHARED])
    shutil.rmtree(out / WORKING, ignore_errors=True)
    findings = list(_dangling(out, summaries, schemas, workers))
    with _replacing(out / _QUARANTINE_FILE) as path, ParquetFile(QUARANTINE_SCHEMA, path) as file:
        for summary in summaries:
            if summary.quarantined:
                file.add(_table(out / Place(out, summary.number).part(QUARANTINE)))
        file.add(pa.Table.from_pylist(list(lost), QUARANTINE_SCHEMA))
    for table in schemas.values():
        written(out / "schemas" / f"{table.name}.json", json.dumps(table.schema, ensure_ascii=False, indent=2) + "\n")
        if as_csv:
            _write_csv(out, summaries, table)
        else:
            (out / f"data/{table.name}.csv").unlink(missing_ok=True)
    about = tableschema.package()["collection"]
    described = _describe(out, about, summaries, schemas, as_csv)
    written(out / descriptor.NAME, json.dumps(described, ensure_ascii=False, indent=1) + "\n")
    return findings


def totals(summaries: Iterable[Summary]) -> dict[str, Any]:
    """Return the counts of a run: pages by what came of them, and rows by table."""
    skipped: Counter[str] = Counter()
    rows: Counter[str] = Counter()
    documents = quarantined = 0
    for summary in summaries:
        skipped.update(summary.skipped)
        rows.update(summary.rows)
        documents += summary.documents
        quarantined += summary.quarantined
    return {"documents": documents, "skipped": dict(sorted(skipped.items())), "quarantined": quarantined, "rows": rows}


def _remove_others(out: Path, files: set[str]) -> None:
    """Remove the files of shards that the run no longer has: those of another number, or of a plan before."""
    for path in [*out.glob("data/*/[0-9]*.parquet"), *out.glob("shards/[0-9]*")]:
        name = path.relative_to(out).as_posix()
        if name not in files and f"{name[:-5]}.{SHARED}.parquet" not in files:
            path.unlink()


def _merge(out: Path, summaries: Iterable[Summary], table: Table) -> None:
    """Write the entities that documents share, each once, with what the first shard that knows it says."""
    found = to_arrow(table).empty_table()
    for summary in summaries:
        found = joined(table, [found, _table(out / Place(out, summary.number).part(SHARED))])
    with _replacing(out / _SHARED_FILE) as path, ParquetFile(to_arrow(table), path) as file:
        file.add(found)


def _dangling(out: Path, summaries: Sequence[Summary], schemas: Mapping[str, Table], workers: int) -> Iterator[str]:
    """Yield each shard's references to shared entities that are not in their file; all others were checked in it."""
    keys = [(name, column) for name, table in schemas.items() for column, to, _ in table.foreign_keys if to == SHARED]
    shared = _table(out / _SHARED_FILE)[schemas[SHARED].primary_key].combine_chunks()
    work = partial(_lost, out, keys, shared)
    for _, found in spread(work, [summary.number for summary in summaries], workers):
        if isinstance(found, Killed):
            raise Unusable("a process that checked the shards was killed; see to its memory and go on with --resume")
        yield from found


def _lost(out: Path, keys: Sequence[tuple[str, str]], shared: pa.Array, number: int) -> list[str]:
    findings = []
    for name, column in keys:
        path = Place(out, number).table(name)
        cells = pc.unique(_table(out / path, [column])[column]).drop_null()
        cells = cells.filter(pc.invert(pc.match_substring(cells, "/")))
        for wrong in cells.filter(pc.invert(pc.is_in(cells, value_set=shared))).to_pylist():
            findings.append(f"{path}, column {column}, value {wrong!r}: is no row of {_SHARED_FILE}; please report it")
    return findings


def _write_csv(out: Path, summaries: Iterable[Summary], table: Table) -> None:
    with _replacing(out / f"data/{table.name}.csv") as path, path.open("w", encoding="utf-8", newline="") as file:
        file.write(",".join(table.columns) + "\n")
        for part in _parts(out, summaries, table.name):
            with pq.ParquetFile(out / part) as parquet:
                for batch in parquet.iter_batches(use_threads=False):
                    file.writelines(csv_lines(pa.Table.from_batches([batch])))


def _parts(out: Path, summaries: Iterable[Summary], name: str) -> list[str]:
    """The files of a dataset, relative to the folder, in the order of their rows."""
    return [_SHARED_FILE] * (name == SHARED) + [Place(out, summary.number).table(name) for summary in summaries]


def _describe(
    out: Path, about: Mapping[str, Any], summaries: Sequence[Summary], schemas: Mapping[str, Table], as_csv: bool
) -> dict[str, Any]:
    """Return the descriptor: a dataset is one resource of many files, whose sizes and hashes the shards' markers have.

    As a table only CSV is described: of Parquet, readers of descriptors check nothing (see `pipeline.descriptor`).
    """
    resources = [descriptor.of_csv(out, table) for table in schemas.values()] if as_csv else []
    for name in [*schemas, TEXTS]:
        paths = _parts(out, summaries, name)
        size = sum(summary.files[Place(out, summary.number).table(name)]["bytes"] for summary in summaries)
        size += (out / _SHARED_FILE).stat().st_size if name == SHARED else 0
        what = (
            {key: schemas[name].schema[key] for key in ("title", "description")}
            if name in schemas
            else {
                "title": "Texts",
                "description": "What was read, to which every offset refers, with what its page's head says.",
            }
        )
        resources.append({"name": f"{name}-parquet", "path": paths, **what, **_MEDIA, "bytes": size})
    resources.append(
        {
            "name": QUARANTINE,
            "path": _QUARANTINE_FILE,
            "title": "Quarantine",
            "description": "The pages that could not be read, each with the reason.",
            **_MEDIA,
            **descriptor.fingerprint(out / _QUARANTINE_FILE),
        }
    )
    return {"$schema": descriptor.PROFILE, **about, "resources": resources}


def _table(path: Path, columns: list[str] | None = None) -> pa.Table:
    with path.open("rb") as file:
        return pq.ParquetFile(file).read(columns, use_threads=False).replace_schema_metadata(None)


@contextmanager
def _replacing(path: Path) -> Iterator[Path]:
    """Yield where to write what replaces a file, or makes it, once it is whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}")
    yield temporary
    os.replace(temporary, path)
