"""What every vocabulary asks of a package's descriptor, in one place: addresses, licences, names, hashes, times."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from pipeline.published import Published

Node = dict[str, Any]


def dumped(node: Node) -> str:
    """Return JSON for people to read, too; what has no value is left out."""
    return json.dumps({key: value for key, value in node.items() if value}, ensure_ascii=False, indent=2) + "\n"


def address(path: str) -> str:
    """Return the path of a file in the package, or a web address, as the relative or absolute IRI that leads there."""
    return path if "://" in path else quote(path)


def licences(descriptor: Node) -> list[str]:
    """Return where each licence of a package or a resource can be read, each once."""
    return list(
        dict.fromkeys(address(str(known["path"])) for known in descriptor.get("licenses", []) if "path" in known)
    )


def sha256(resource: Node) -> str:
    """Return a resource's hash, without the name of its algorithm."""
    return str(resource["hash"]).removeprefix("sha256:")


def creators(descriptor: Node) -> list[str]:
    """Return the names of those who made the package."""
    return [str(known["title"]) for known in descriptor.get("contributors", []) if "creator" in known.get("roles", [])]


def day(descriptor: Node) -> str | None:
    """Return the day on which this version was made, as YYYY-MM-DD."""
    return str(descriptor["created"])[:10] if "created" in descriptor else None


def titles(package: Published) -> dict[str, str]:
    """Return what each resource is for people, by its name: "Figures (Parquet)", "Text of canada-peru-relations"."""
    found = {}
    texts = {path: document_id for document_id, path in package.texts.items()}
    for resource in package.descriptor["resources"]:
        name, path = resource["name"], resource["path"]
        table = package.tables.get(name.removesuffix("-parquet"))
        if table:
            found[name] = f"{table.schema['title']} ({'CSV' if name == table.name else 'Parquet'})"
        elif path in texts:
            found[name] = f"Text of {texts[path]}"
        else:
            found[name] = resource.get("title") or f"What is known of the texts ({path})"
    return found
