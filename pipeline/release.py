"""A version of the package becomes one zip that anybody can make again byte for byte, and its checksum.

Only a good package is released, and only where all that names a version names the same: schemas/package.toml decides,
pyproject.toml, CITATION.cff, CHANGELOG.md and datapackage.json follow.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import tempfile
import tomllib
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from pipeline import exports, tableschema
from pipeline.descriptor import NAME
from pipeline.errors import Finding, Unusable
from pipeline.picture import PICTURES
from pipeline.published import opened
from pipeline.sources import reason_of

BESIDE = ("README.md", "LICENSE", "LICENSES.md", "CITATION.cff", "CHANGELOG.md", *PICTURES)
SUMS = "SHA256SUMS"
SECTIONS = ("Data", "Schema", "Pipeline")  # of each version in CHANGELOG.md
MODE = 0o100644 << 16  # a file that its owner may write and everybody may read


def disagreements(root: Path) -> Iterator[Finding]:
    """Yield what names another version, or another day, than schemas/package.toml, and what CHANGELOG.md lacks.

    Raises Unusable where one of the files is missing or cannot be read.
    """
    about = tableschema.package(root / "schemas")["package"]
    version, day = about["version"], about["created"][:10]
    changes = _text(root, "CHANGELOG.md")
    top = re.search(r"^## (\S+)(?: — (\S+))?\n(.*?)(?=^## |\Z)", changes, re.MULTILINE | re.DOTALL)
    citation = _text(root, "CITATION.cff")
    said: list[tuple[str, str, Any, str]] = [
        ("pyproject.toml", "version", tomllib.loads(_text(root, "pyproject.toml"))["project"].get("version"), version),
        ("CITATION.cff", "version", _line(citation, "version"), version),
        ("CITATION.cff", "date-released", _line(citation, "date-released"), day),
        ("CHANGELOG.md", "top version", top and top[1], version),
        ("CHANGELOG.md", "day of the top version", top and top[2], day),
        (NAME, "version", json.loads(_text(root, NAME)).get("version"), version),
    ]
    for file, column, value, right in said:
        if value != right:
            yield Finding(file, column=column, value=value, message=f"should be {right}, as schemas/package.toml says")
    for section in SECTIONS:
        if not re.search(rf"^### {section}\n+- ", top[3] if top else "", re.MULTILINE):
            said_so = f"the top version has nothing under ### {section}; say what changed there, or that nothing did"
            yield Finding("CHANGELOG.md", message=said_so)


def make(root: Path, out: Path) -> Path:
    """Write the zip of a good package, and SHA256SUMS beside it; return the zip.

    Its entries are sorted, dated by the version's day and stored uncompressed: compressors differ from one machine to
    the next. Raises Unusable where a file is missing or the folder cannot be written.
    """
    about = tableschema.package(root / "schemas")["package"]
    name = f"{about['name']}-{about['version']}"
    when = datetime.fromisoformat(about["created"]).timetuple()[:6]
    try:
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=out, prefix=".release-") as folder:
            staged = Path(folder) / f"{name}.zip"
            files = _files(root, Path(folder))
            sums = "".join(f"{_sha256(path)}  {inside}\n" for inside, path in files.items())
            with zipfile.ZipFile(staged, "w", zipfile.ZIP_STORED) as archive:
                for inside, path in files.items():
                    archive.writestr(_entry(f"{name}/{inside}", when), path.read_bytes())
                archive.writestr(_entry(f"{name}/{SUMS}", when), sums)
            (out / SUMS).write_text(f"{_sha256(staged)}  {staged.name}\n", encoding="utf-8", newline="")
            os.replace(staged, out / staged.name)
    except OSError as error:
        raise Unusable(f"{error.filename or out}: {reason_of(error)}; nothing was released, mend that first") from error
    return out / f"{name}.zip"


def _files(root: Path, folder: Path) -> dict[str, Path]:
    """Return what goes into the zip, by its path there, in order; the exports are written to `folder`."""
    with opened(root) as package:
        listed = [resource["path"] for resource in package.descriptor["resources"]]
        made = exports.write(package, folder / "exports")
    schemas = [path.relative_to(root).as_posix() for path in (root / "schemas").iterdir()]
    found = {path: root / path for path in [NAME, *listed, *schemas, *BESIDE]}
    return dict(sorted((found | {path.name: path for path in made}).items()))


def _entry(name: str, when: tuple[int, ...]) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, when)  # type: ignore[arg-type]  # a time tuple is six numbers
    entry.create_system, entry.external_attr = 3, MODE  # as Unix writes it, on whatever system
    return entry


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _line(text: str, key: str) -> str | None:
    found = re.search(rf'^{key}: "?([^"\n]*)"?$', text, re.MULTILINE)
    return found[1] if found else None


def _text(root: Path, name: str) -> str:
    try:
        return (root / name).read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise Unusable(f"{root / name}: {reason_of(error)}; a release needs it") from error
