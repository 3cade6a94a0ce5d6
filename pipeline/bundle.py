"""All files of a package as one zip whose bytes depend on theirs alone: not on a clock, a folder or permissions."""

from __future__ import annotations

import io
import zipfile

from pipeline.descriptor import NAME
from pipeline.published import Published

_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can name
_READABLE = 0o100644 << 16


def bundle(package: Published, folder: str) -> bytes:
    """Return a zip of the descriptor and of all that it names, under `folder`.

    Raises Unusable where the descriptor or a file it names cannot be read.
    """
    resources = package.descriptor["resources"]
    paths = {NAME, *(str(resource["path"]) for resource in resources)}
    paths |= {resource["schema"] for resource in resources if isinstance(resource.get("schema"), str)}
    paths |= {one["path"] for one in package.descriptor.get("licenses", []) if "://" not in one.get("path", "://")}
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(paths):
            entry = zipfile.ZipInfo(f"{folder}/{path}", _EARLIEST)
            entry.external_attr, entry.create_system, entry.compress_type = _READABLE, 3, zipfile.ZIP_DEFLATED
            archive.writestr(entry, package.read(path))
    return written.getvalue()
