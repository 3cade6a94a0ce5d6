"""A version of the package becomes one zip that anybody can make again byte for byte, and its checksum.

Only a good package is released, and only where all that names a version names the same: schemas/package.toml decides,
pyproject.toml, CITATION.cff, CHANGELOG.md and datapackage.json follow.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from pipeline import exports, tableschema
from pipeline.bundle import named, zipped
from pipeline.descriptor import NAME
from pipeline.errors import Finding, Unusable
from pipeline.picture import PICTURES
from pipeline.published import opened
from pipeline.sources import reason_of

BESIDE = ("README.md", "LICENSE", "LICENSES.md", "CITATION.cff", "CHANGELOG.md", *PICTURES)
SUMS = "SHA256SUMS"
SECTIONS = ("Data", "Schema", "Pipeline")  # of each version in CHANGELOG.md


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

    Raises Unusable where a file is missing or the folder cannot be written.
    """
    with opened(root) as package:
        paths = {*named(package), "schemas/package.toml", *BESIDE}
        files = {path: package.read(path) for path in paths}
        files |= {name: "".join(exports.told(package, name)).encode("utf-8") for name in exports.EXPORTS}
        name = f"{package.descriptor['name']}-{package.descriptor['version']}"
    files[SUMS] = "".join(f"{sha256(data).hexdigest()}  {path}\n" for path, data in sorted(files.items())).encode()
    whole = zipped(files, name)
    try:
        out.mkdir(parents=True, exist_ok=True)
        (out / f"{name}.zip").write_bytes(whole)
        (out / SUMS).write_text(f"{sha256(whole).hexdigest()}  {name}.zip\n", encoding="utf-8", newline="")
    except OSError as error:
        raise Unusable(f"{error.filename or out}: {reason_of(error)}; name a folder that can be written") from None
    return out / f"{name}.zip"


def _line(text: str, key: str) -> str | None:
    found = re.search(rf'^{key}: "?([^"\n]*)"?$', text, re.MULTILINE)
    return found[1] if found else None


def _text(root: Path, name: str) -> str:
    try:
        return (root / name).read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise Unusable(f"{root / name}: {reason_of(error)}; a release needs it") from error
