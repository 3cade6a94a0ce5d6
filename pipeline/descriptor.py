"""The files of a package and its hand-written metadata become datapackage.json (Data Package v2).

What is written is what the files are: sizes and hashes are taken from them, columns from the schemas. The result is
checked against the official profiles kept in `profiles/`, without network.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.corrections.ledger import COLUMNS
from pipeline.scoring import accuracy
from pipeline.tableschema import Table

NAME = "datapackage.json"
FACTS = "raw/sources.toml"
CORRECTIONS = "raw/corrections.csv"
LICENCES = "LICENSES.md"  # whose rights are which; it travels with the package
UNKNOWN_RIGHTS = "Rights not known: ask the publisher of the text"
PROFILES = Path(__file__).resolve().parent / "profiles"
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
DIALECT = {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "header": True}


def describe(
    folder: Path, about: Mapping[str, Any], tables: Iterable[Table], texts: Iterable[tuple[str, str, str | None]]
) -> dict[str, Any]:
    """Return the descriptor of the package in `folder`.

    `about` is its section of package.toml; `texts` are (document id, path, rights) of the texts that were read.
    Raises OSError where a file is missing, Unusable where the scores kept of the reading cannot be read.
    """
    tables, texts = list(tables), sorted(texts, key=lambda text: text[:2])
    # Tables quote the texts, so that all licences hold for them; the facts about the texts are written here.
    every, ours = {"licenses": about["licenses"]}, {"licenses": about["licenses"][:1]}
    # All tables that a reader can validate come first: a client that stops at what it does not know has them by then.
    resources = [of_csv(folder, table) | every for table in tables]
    resources += [_parquet(folder, table) | every for table in tables]
    taken: set[str] = {resource["name"] for resource in resources}
    if (folder / FACTS).is_file():
        resources.append(_facts(folder) | ours)
    if (folder / CORRECTIONS).is_file():
        resources.append(_corrections(folder) | every)
    for document_id, path, rights in texts:
        theirs = {"path": LICENCES, "title": rights or UNKNOWN_RIGHTS}
        resources.append(_text(folder, document_id, path, taken) | {"licenses": [theirs]})
    return {"$schema": PROFILE, **about, **accuracy.stated(), "resources": resources}


def of_csv(folder: Path, table: Table) -> dict[str, Any]:
    """Describe the CSV file of a table. Raises OSError where there is none."""
    path = f"data/{table.name}.csv"
    return {
        "name": table.name,
        "type": "table",
        "profile": "tabular-data-resource",  # older readers refuse the table without it
        "path": path,
        **{key: table.schema[key] for key in ("title", "description") if key in table.schema},
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        **fingerprint(folder / path),
        "dialect": DIALECT,
        "schema": f"schemas/{table.name}.json",
    }


def _parquet(folder: Path, table: Table) -> dict[str, Any]:
    """Describe a Parquet file as a plain file: as a table, its size and nullable numbers would be misread."""
    path = f"data/{table.name}.parquet"
    media = {"format": "apache-parquet", "mediatype": "application/vnd.apache.parquet"}
    return {"name": f"{table.name}-parquet", "path": path, **media, **fingerprint(folder / path)}


def _text(folder: Path, document_id: str, path: str, taken: set[str]) -> dict[str, Any]:
    """Describe a source text; its resource is named for the document in the few characters a resource name may have."""
    name = "text-" + re.sub(r"[^a-z0-9._-]+", "-", document_id.lower())
    if name != f"text-{document_id}" or name in taken:
        name += "-" + hashlib.sha256(document_id.encode("utf-8")).hexdigest()[:8]
    taken.add(name)
    media = {"format": "txt", "mediatype": "text/plain", "encoding": "utf-8"}
    return {"name": name, "path": path, **media, **fingerprint(folder / path)}


def _facts(folder: Path) -> dict[str, Any]:
    """Describe sources.toml: who has the texts without it does not know which of them are whole pages."""
    media = {"format": "toml", "mediatype": "application/toml", "encoding": "utf-8"}
    return {"name": "sources", "path": FACTS, **media, **fingerprint(folder / FACTS)}


def _corrections(folder: Path) -> dict[str, Any]:
    """Describe corrections.csv, the one table that a person writes, with its schema in place: every cell is text."""
    return {
        "name": "corrections",
        "type": "table",
        "profile": "tabular-data-resource",
        "path": CORRECTIONS,
        "title": "Corrections",
        "description": "The cells that a person overruled, each with the words for the new value and the reason.",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        **fingerprint(folder / CORRECTIONS),
        "dialect": DIALECT,
        "schema": {"fields": [{"name": name, "type": "string"} for name in COLUMNS], "missingValues": [""]},
    }


def fingerprint(path: Path) -> dict[str, Any]:
    """Return a file's size and hash as a descriptor has them."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        return {"bytes": file.tell(), "hash": f"sha256:{digest}"}


def write(descriptor: Mapping[str, Any], folder: Path) -> None:
    """Write datapackage.json into a folder."""
    text = json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n"
    (folder / NAME).write_text(text, encoding="utf-8", newline="")


def against_profile(instance: object, profile: str) -> list[tuple[str, str]]:
    """Return where an instance breaks an official profile ("datapackage", "tableschema"), and how."""
    from jsonschema.exceptions import best_match

    problems = []
    for error in _validator(profile).iter_errors(instance):
        deepest = best_match([error])
        problems.append((".".join(map(str, deepest.absolute_path)), deepest.message))
    return problems


@cache
def _validator(profile: str) -> Any:
    from jsonschema import Draft7Validator

    return Draft7Validator(json.loads((PROFILES / f"{profile}.json").read_text(encoding="utf-8")))
