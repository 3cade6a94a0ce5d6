"""The flow: a folder of texts becomes a published package, batch by batch and stage by stage.

A document that cannot be read is told with its reason and the others are built; a package with a finding is not
published.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import batches, descriptor, publish, tableschema
from pipeline.corrections import ledger
from pipeline.errors import Finding, Unusable
from pipeline.progress import Advance, Bar, Watch, unseen
from pipeline.sources import Refusal, listing
from pipeline.workers import cores

if TYPE_CHECKING:
    import pyarrow as pa

    from pipeline.batches import Batch
    from pipeline.checks.package import Report

ROOT = tableschema.SCHEMAS.parent
RAW = ROOT / "raw"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a build: how many documents were read, which were refused, and the report of the checks."""

    documents: int
    refused: list[Refusal]
    report: Report


def build(raw: Path, out: Path, watch: Watch = nullcontext, bar: Bar = unseen, workers: int | None = None) -> Outcome:
    """Read every text in `raw` and publish the package in `out`; where the report has findings, nothing is published.

    `watch(name)` surrounds each stage and `bar(name, documents)` what goes through all documents, for those who want to
    see progress; so many `workers` read them, one a core if none is named, and their number changes no byte. Raises
    Unusable where nothing can be read or written.
    """
    if out.resolve() == raw.resolve() or raw.resolve() in out.resolve().parents:
        raise Unusable(f"{out}: lies inside {raw}, whose texts it would mix with; name a folder outside it")
    with watch("collect texts"):
        files = listing(raw)
        overruled = ledger.load(raw / ledger.NAME)
    with batches.read(batches.batches(files), overruled, workers or cores()) as found:
        with watch("import"):  # meanwhile; what cannot be read was told before
            from pipeline import checks, writing
            from pipeline.checks.package import Report

            checks.prepare()
        schemas = tableschema.tables()
        read = Reading([], [], [])
        # What the package already has as its own input is looked at by the checks, and never written.
        inputs = frozenset(name for name in ("raw", "schemas") if _is_input(out / name, raw))
        with publish.staging(out) as folder:
            with watch("read and write"), bar("reading", len(files)) as advance:
                writing.write(schemas, read.kept(found, folder, advance), folder / "data")
            if read.findings:
                return Outcome(len(read.texts), read.refused, Report(read.findings, {}))
            ledger.unread(overruled, (document_id for document_id, *_ in read.texts))
            if not read.texts:
                raise Unusable("; ".join(map(str, read.refused)))
            with watch("describe"):
                _furnish(raw, folder)
                about = tableschema.package()["package" if raw.resolve() == RAW.resolve() else "collection"]
                descriptor.write(descriptor.describe(folder, about, schemas.values(), read.texts), folder)
            # The checks read the files: what they judge is what is published.
            report = checks.check(folder, watch, bar, workers)
            if not report.findings:
                with watch("publish"):
                    publish.publish(folder, out, inputs)
    return Outcome(len(read.texts), read.refused, report)


def _furnish(raw: Path, folder: Path) -> None:
    """Put into a package what it needs to travel alone: facts and corrections of its texts, schemas and licences."""
    for kept in (descriptor.FACTS, descriptor.CORRECTIONS):
        if (raw / Path(kept).name).is_file():
            shutil.copyfile(raw / Path(kept).name, folder / kept)
    for path in tableschema.SCHEMAS.iterdir():
        shutil.copyfile(path, folder / "schemas" / path.name)
    shutil.copyfile(ROOT / descriptor.LICENCES, folder / descriptor.LICENCES)


@dataclass(frozen=True, slots=True)
class Reading:
    """What has become of the documents so far, in order; of those that were read, `texts` has id, path and rights."""

    texts: list[tuple[str, str, str | None]]
    refused: list[Refusal]
    findings: list[Finding]

    def kept(self, found: Iterable[Batch], folder: Path, advance: Advance) -> Iterator[dict[str, pa.Table]]:
        """Yield the tables of each batch; put its texts into raw/ of `folder` and what was refused into the lists."""
        for batch in found:
            for document in batch.documents:
                (folder / document.path).write_bytes(document.text.encode("utf-8"))
                self.texts.append((document.document_id, document.path, document.rights))
            self.refused.extend(batch.refused)
            self.findings.extend(batch.findings)
            yield batch.tables
            advance(len(batch.documents) + len(batch.refused))


def _is_input(folder: Path, raw: Path) -> bool:
    return folder.resolve() in (raw.resolve(), tableschema.SCHEMAS.resolve())
