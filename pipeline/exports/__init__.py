"""A package told in the vocabularies in which other machines look for data, each made from the package alone.

One module and one file for each: `dcat` (catalogues), `croissant` (machine learning), `schema_org` (search engines),
`web_annotations` (tools that show marked texts). Their links are relative to the folder of datapackage.json, so that is
where they belong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from pipeline.errors import Unusable
from pipeline.exports import croissant, dcat, schema_org, web_annotations
from pipeline.published import Published
from pipeline.sources import reason_of

# Each gives a file as pieces of text, so that a large one need not be held whole.
EXPORTS: dict[str, Callable[[Published], Iterable[str]]] = {
    "annotations.jsonld": web_annotations.pieces,
    "croissant.json": croissant.pieces,
    "dataset.jsonld": schema_org.pieces,
    "dcat.jsonld": dcat.pieces,
}


def told(package: Published, name: str) -> Iterator[str]:
    """Yield the text of an export in pieces; raises Unusable where the package cannot be read or says too little."""
    try:
        yield from EXPORTS[name](package)
    except KeyError as error:
        raise Unusable(f"{package.name}: datapackage.json: does not say {error}; `check` tells what it lacks") from None


def write(package: Published, out: Path) -> list[Path]:
    """Write every export into a folder, which is made if need be, and return the files.

    Raises Unusable where the package cannot be read or the folder cannot be written.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name in EXPORTS:
            with (out / name).open("w", encoding="utf-8", newline="") as file:
                file.writelines(told(package, name))
    except OSError as error:
        raise Unusable(f"{error.filename or out}: {reason_of(error)}; name a folder that can be written") from error
    return [out / name for name in EXPORTS]
