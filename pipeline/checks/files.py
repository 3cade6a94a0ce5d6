"""The files of a package are those that datapackage.json describes, byte for byte."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa

from pipeline import descriptor, tableschema
from pipeline.corrections import ledger
from pipeline.corrections.ledger import Correction
from pipeline.errors import Finding, Unusable
from pipeline.sources import entries, reason_of
from pipeline.tableschema import Table

REBUILD = "build the package again"


def listed_in(folder: Path) -> dict[str, Any]:
    """Return datapackage.json; raises Unusable where there is none or where it is no JSON object with resources."""
    path = folder / descriptor.NAME
    try:
        listed = json.loads(path.read_bytes().decode("utf-8"))
    except OSError as error:
        raise Unusable(f"{path}: {reason_of(error)}; name a folder that holds a package, or build one") from error
    except (ValueError, RecursionError) as error:
        raise Unusable(f"{path}: is not JSON ({reason_of(error)}); {REBUILD}") from error
    resources = listed.get("resources") if isinstance(listed, dict) else None
    if not isinstance(resources, list) or not all(isinstance(resource, dict) for resource in resources):
        raise Unusable(f"{path}: lists no resources; {REBUILD}")
    return listed


def profile(listed: dict[str, Any]) -> Iterator[Finding]:
    """Yield where the descriptor breaks the official profile."""
    for where, message in descriptor.against_profile(listed, "datapackage"):
        yield Finding(
            descriptor.NAME, column=where, message=f"breaks the Data Package v2 profile: {message}; {REBUILD}"
        )


def other_schemas(folder: Path) -> Iterator[Finding]:
    """Yield the schemas that are not those by which this pipeline reads: a package must not loosen its own rules."""
    for own in sorted(tableschema.SCHEMAS.glob("*.json")):
        there = folder / "schemas" / own.name
        if not there.is_file() or there.read_bytes() != own.read_bytes():
            yield Finding(f"schemas/{own.name}", message=f"is not the schema that this version publishes; {REBUILD}")


def unlisted(folder: Path, listed: dict[str, Any]) -> Iterator[Finding]:
    """Yield the files in data/ that the descriptor does not list."""
    known = {str(resource.get("path")) for resource in listed["resources"]}
    for path in sorted(folder.glob("data/**/*")):
        name = path.relative_to(folder).as_posix()
        if name not in known and not path.is_dir():
            yield Finding(name, message=f"is not listed in datapackage.json; {REBUILD}, or move it out of data/")


def texts(folder: Path, documents: pa.Table, found: dict[str, str]) -> Iterator[Finding]:
    """Fill `found` with the documents' words, and yield where a file is not the one that was read."""
    for row in documents.select(["document_id", "path", "sha256", "characters"]).to_pylist():
        document_id, path = row["document_id"], row["path"]
        if not document_id or not path or not path.startswith("raw/") or "/" in path.removeprefix("raw/"):
            yield Finding(
                "data/documents.csv", document_id or "", "path", path, message=f"is not a file in raw/; {REBUILD}"
            )
            continue
        try:
            data = (folder / path).read_bytes()
            found[document_id] = data.decode("utf-8")
        except (OSError, ValueError) as error:
            yield Finding(
                path, document_id, "path", path, message=f"{reason_of(error)}; put the text back, or {REBUILD}"
            )
            continue
        truth = {"sha256": hashlib.sha256(data).hexdigest(), "characters": len(found[document_id])}
        for column, value in truth.items():
            if row[column] != value:
                said = f"{path} has {value}: it is not the text that was read; put that back, or {REBUILD}"
                yield Finding("data/documents.csv", document_id, column, row[column], message=said)


def facts(folder: Path, complete: set[str]) -> Iterator[Finding]:
    """Fill `complete` with the documents that sources.toml says are whole pages, and yield what is wrong with it."""
    try:
        known = entries(folder / descriptor.FACTS)
    except Unusable as error:
        yield Finding(descriptor.FACTS, message=f"{error}; {REBUILD}")
    else:
        complete.update(document_id for document_id, facts in known.items() if facts.get("complete"))


def corrections(folder: Path, found: list[Correction]) -> Iterator[Finding]:
    """Fill `found` with the lines of corrections.csv, and yield what is wrong with the file."""
    try:
        known = ledger.load(folder / descriptor.CORRECTIONS, descriptor.CORRECTIONS)
    except Unusable as error:
        yield Finding(descriptor.CORRECTIONS, message=f"{error}; {REBUILD}")
    else:
        found += [one for lines in known.values() for one in lines]


def drift(folder: Path, listed: dict[str, Any], tables: dict[str, Table], documents: pa.Table) -> Iterator[Finding]:
    """Yield where datapackage.json is not what this project writes over these very files."""
    metadata = tableschema.package(folder / "schemas")
    about = metadata["collection" if listed.get("name") == metadata["collection"]["name"] else "package"]
    texts = zip(*(documents[column].to_pylist() for column in ("document_id", "path", "rights")), strict=True)
    try:
        right = descriptor.describe(folder, about, tables.values(), [text for text in texts if None not in text[:2]])
    except OSError as error:
        missing = Path(error.filename or folder).relative_to(folder).as_posix()
        yield Finding(missing, message=f"{reason_of(error)}; {REBUILD}")
        return
    for key in sorted({*right, *listed} - {"resources"}):
        if listed.get(key) != right.get(key):
            truth = "this version's own accuracy" if key == "accuracy" else "what schemas/package.toml says"
            yield Finding(descriptor.NAME, column=key, value=listed.get(key), message=f"is not {truth}; {REBUILD}")
    there = {str(resource.get("path")): resource for resource in listed["resources"]}
    for resource in right["resources"]:
        path = resource["path"]
        if path not in there:
            yield Finding(path, message=f"is not listed in datapackage.json; {REBUILD}")
            continue
        found = there.pop(path)
        for key in sorted({*resource, *found}):
            if found.get(key) != resource.get(key):
                said = f"should be {resource.get(key)!r}: datapackage.json does not describe this file; {REBUILD}"
                yield Finding(path, column=key, value=found.get(key), message=said)
    for path in there:
        yield Finding(path, message=f"is listed in datapackage.json and is no part of the package; {REBUILD}")
    if [resource.get("path") for resource in listed["resources"]] != [
        resource["path"] for resource in right["resources"]
    ] and not there:
        yield Finding(descriptor.NAME, column="resources", message=f"are listed twice or in another order; {REBUILD}")
