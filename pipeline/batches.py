"""A batch of documents becomes Arrow tables: one way to read, for one page and for many, in this process or another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

import pyarrow as pa

from pipeline import reading, tables
from pipeline.corrections import ledger
from pipeline.errors import Finding
from pipeline.sources import File, Refusal, Source, opened
from pipeline.workers import Killed, in_order, spread

DOCUMENTS, BYTES = 32, 500_000  # most of a batch; a single document may be larger
FEW = 3  # batches that are read sooner in one process
Overruled = Mapping[str, Sequence[ledger.Correction]]  # a person's corrections by document id


@dataclass(frozen=True, slots=True)
class Batch:
    """What came of some documents: those that were read, the tables of their rows, and those that were refused.

    `tables` is empty where `findings` says which cells must be filled and are not.
    """

    documents: list[Source] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    tables: dict[str, pa.Table] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


def batches(files: Iterable[File]) -> list[list[File]]:
    """Divide the files of a package, in their order, into batches that take about as long and as much memory."""
    found: list[list[File]] = []
    size = 0
    for file in files:
        if not found or size + file.size > BYTES or len(found[-1]) == DOCUMENTS:
            found.append([])
            size = 0
        found[-1].append(file)
        size += file.size
    return found


def read_batch(files: Sequence[File], overruled: Overruled) -> Batch:
    """Read some documents, and correct them where a person overruled them: lines of corrections by document id.

    Pure: the same files always give the same batch. Raises Unusable for a correction that cannot be made.
    """
    batch = Batch()
    try:
        batch.tables.update(tables.build(_readings(files, overruled, batch)))
    except tables.Malformed as error:
        return Batch(batch.documents, batch.refused, {}, error.findings)
    return batch


def _readings(files: Iterable[File], overruled: Overruled, batch: Batch) -> Iterator[dict[str, list[reading.Row]]]:
    """Yield the rows of the documents that can be read; put each document into `documents` or `refused`."""
    for file in files:
        source = opened(file)
        if isinstance(source, Refusal):
            batch.refused.append(source)
            continue
        try:
            rows = reading.read(source)
        except reading.Refused as error:
            batch.refused.append(Refusal(source.path, str(error)))
        except Exception as error:  # one page that the rules stumble over must not cost an archive
            said = f"the reading failed ({type(error).__name__}: {error}); please report it"
            batch.refused.append(Refusal(source.path, said))
        else:
            batch.documents.append(source)
            yield _corrected(source, rows, overruled.get(source.document_id, ()))


def _corrected(
    source: Source, rows: dict[str, list[reading.Row]], lines: Sequence[ledger.Correction]
) -> dict[str, list[reading.Row]]:
    """Return the rows with a person's corrections made; to make them takes imports that few documents need."""
    if not lines:
        return rows
    from pipeline.corrections.apply import apply

    return apply(source, rows, lines)


def read(found: Sequence[Sequence[File]], overruled: Overruled, workers: int) -> Iterator[Batch]:
    """Yield the batches, read by so many processes, in the order of their documents; a batch may come in parts.

    A document that kills the process that reads it is refused. Few documents are read in this process: to start another
    one takes as long as to read a hundred.
    """
    work = partial(read_batch, overruled=overruled)
    for files, batch in spread(work, found, 1 if len(found) <= FEW else workers):
        if isinstance(batch, Killed):
            yield from _parts(files, overruled)
        else:
            yield batch


def _parts(files: Sequence[File], overruled: Overruled) -> Iterator[Batch]:
    """Read a batch whose reader was killed again, in ever smaller parts, until the document that kills is alone."""
    for _, batch in in_order(partial(read_batch, overruled=overruled), [files], 1):
        if not isinstance(batch, Killed):
            yield batch
        elif len(files) == 1:
            said = "the process that read it was killed or crashed, twice; take the file away, or report it"
            yield Batch(refused=[Refusal(str(files[0].path), said)])
        else:
            yield from _parts(files[: len(files) // 2], overruled)
            yield from _parts(files[len(files) // 2 :], overruled)
