"""The flow: a folder of texts becomes a published package, stage by stage.

A document that cannot be read is told with its reason and the others are built; a package with a finding is not
published.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import reading, tableschema
from pipeline.corrections import ledger
from pipeline.errors import Unusable
from pipeline.sources import Refusal, Source, collect

if TYPE_CHECKING:
    from pipeline.checks.package import Report

ROOT = tableschema.SCHEMAS.parent
RAW = ROOT / "raw"
Watch = Callable[[str], AbstractContextManager[object]]
Track = Callable[[list[Source]], Iterable[Source]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a build: how many documents were read, which were refused, and the report of the checks."""

    documents: int
    refused: list[Refusal]
    report: Report


def build(raw: Path, out: Path, watch: Watch = nullcontext, track: Track = iter) -> Outcome:
    """Read every text in `raw` and publish the package in `out`; where the report has findings, nothing is published.

    `watch(name)` surrounds each stage and `track` the documents, for those who want to see progress. Raises Unusable
    where nothing can be read or written.
    """
    if out.resolve() == raw.resolve() or raw.resolve() in out.resolve().parents:
        raise Unusable(f"{out}: lies inside {raw}, whose texts it would mix with; name a folder outside it")
    with watch("collect texts"):
        sources, refused = collect(raw)
    if not sources:
        raise Unusable("; ".join(map(str, refused)))
    overruled = ledger.load(raw / ledger.NAME)
    with watch("import"):  # not before: a folder that cannot be read is told at once
        from pipeline import checks, descriptor, publish, tables
        from pipeline.checks.package import Report
    schemas = tableschema.tables()
    documents: list[Source] = []
    with watch("read"):
        try:
            rows = tables.build(_readings(track(sources), documents, refused, overruled), schemas)
        except tables.Malformed as error:
            return Outcome(len(documents), refused, Report(list(error.findings), {}))
    ledger.unread(overruled, (document.document_id for document in documents))
    if not documents:
        raise Unusable("; ".join(map(str, refused)))
    # What the package already has as its own input is looked at by the checks, and never written.
    inputs = frozenset(name for name in ("raw", "schemas") if _is_input(out / name, raw))
    section = "package" if raw.resolve() == RAW.resolve() else "collection"
    with publish.staging(out) as folder:
        with watch("write tables"):
            for name, table in rows.items():
                tables.write_csv(table, folder / "data" / f"{name}.csv")
                tables.write_parquet(table, folder / "data" / f"{name}.parquet")
        for document in documents:
            (folder / document.path).write_bytes(document.text.encode("utf-8"))
        if (raw / "sources.toml").is_file():
            shutil.copyfile(raw / "sources.toml", folder / descriptor.FACTS)
        if (raw / ledger.NAME).is_file():
            shutil.copyfile(raw / ledger.NAME, folder / descriptor.CORRECTIONS)
        for path in tableschema.SCHEMAS.iterdir():
            shutil.copyfile(path, folder / "schemas" / path.name)
        shutil.copyfile(ROOT / descriptor.LICENCES, folder / descriptor.LICENCES)
        with watch("describe"):
            texts = [(document.document_id, document.path, document.rights) for document in documents]
            about = tableschema.package()[section]
            descriptor.write(descriptor.describe(folder, about, schemas.values(), texts), folder)
        rows.clear()  # the checks read the files: what they judge is what is published
        report = checks.check(folder, watch)
        if not report.findings:
            with watch("publish"):
                publish.publish(folder, out, inputs)
    return Outcome(len(documents), refused, report)


def _readings(
    sources: Iterable[Source],
    documents: list[Source],
    refused: list[Refusal],
    overruled: Mapping[str, Sequence[ledger.Correction]],
) -> Iterator[dict[str, list[reading.Row]]]:
    """Yield the readings of the documents that can be read, corrected where a person overruled them.

    Each document is sorted into `documents` or `refused`. Raises Unusable for a correction that cannot be made.
    """
    for source in sources:
        try:
            rows = reading.read(source)
        except reading.Refused as error:
            refused.append(Refusal(source.path, str(error)))
        except Exception as error:  # one page that the rules stumble over must not cost an archive
            refused.append(
                Refusal(source.path, f"the reading failed ({type(error).__name__}: {error}); please report it")
            )
        else:
            documents.append(source)
            yield _corrected(source, rows, overruled.get(source.document_id, ()))


def _corrected(
    source: Source, rows: dict[str, list[reading.Row]], lines: Sequence[ledger.Correction]
) -> dict[str, list[reading.Row]]:
    """Return the rows with a person's corrections made; to make them takes imports that few documents need."""
    if not lines:
        return rows
    from pipeline.corrections.apply import apply

    return apply(source, rows, lines)


def _is_input(folder: Path, raw: Path) -> bool:
    return folder.resolve() in (raw.resolve(), tableschema.SCHEMAS.resolve())
