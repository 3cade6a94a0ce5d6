"""Files as one zip whose bytes depend on theirs alone: not on a clock, a folder or permissions."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from pipeline.descriptor import NAME
from pipeline.published import Published

_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can name
_READABLE = 0o100644 << 16


def bundle(package: Published, folder: str) -> bytes:
    """Return a compressed zip of the descriptor and of all that it names, under `folder`.

    Raises Unusable where the descriptor or a file it names cannot be read.
    """
    return zipped({path: package.read(path) for path in named(package)}, folder, compression=zipfile.ZIP_DEFLATED)


def named(package: Published) -> set[str]:
    """Return the paths of the descriptor and of all that it names: files, their schemas, licences kept beside them."""
    resources = package.descriptor["resources"]
    paths = {NAME, *(str(resource["path"]) for resource in resources)}
    paths |= {resource["schema"] for resource in resources if isinstance(resource.get("schema"), str)}
    return paths | {
        one["path"] for one in package.descriptor.get("licenses", []) if "://" not in one.get("path", "://")
    }


def zipped(files: Mapping[str, bytes], folder: str, compression: int = zipfile.ZIP_STORED) -> bytes:
    """Return a zip of files by their paths, under `folder`.

    Stored, it has the same bytes on every machine; compressors differ from one to the next.
    """
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", compression, compresslevel=9) as archive:
        for path, data in sorted(files.items()):
            entry = zipfile.ZipInfo(f"{folder}/{path}", _EARLIEST)
            entry.external_attr, entry.create_system, entry.compress_type = _READABLE, 3, compression
            archive.writestr(entry, data)
    return written.getvalue()
