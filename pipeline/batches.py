"""A batch of documents becomes Arrow tables: one way to read, for one page and for many, in this process or another.

What reads is imported where it reads.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from pipeline.corrections import ledger
from pipeline.errors import Finding
from pipeline.lean import keep_lean, tidy_seldom
from pipeline.sources import File, Refusal, Source, opened
from pipeline.workers import Crew, Killed

if TYPE_CHECKING:
    import pyarrow as pa

    from pipeline.reading import Row

DOCUMENTS, BYTES = 32, 500_000  # most of a batch; a single document may be larger
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
    from pipeline import tables

    batch = Batch()
    try:
        batch.tables.update(tables.build(_readings(files, overruled, batch)))
    except tables.Malformed as error:
        return Batch(batch.documents, batch.refused, {}, error.findings)
    return batch


def _readings(files: Iterable[File], overruled: Overruled, batch: Batch) -> Iterator[dict[str, list[Row]]]:
    """Yield the rows of the documents that can be read; put each document into `documents` or `refused`."""
    from pipeline import reading

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


def _corrected(source: Source, rows: dict[str, list[Row]], lines: Sequence[ledger.Correction]) -> dict[str, list[Row]]:
    """Return the rows with a person's corrections made; to make them takes imports that few documents need."""
    if not lines:
        return rows
    from pipeline.corrections.apply import apply

    return apply(source, rows, lines)


@contextmanager
def read(found: Sequence[Sequence[File]], overruled: Overruled, workers: int) -> Iterator[Iterator[Batch]]:
    """Let so many processes read the batches, from now on; they come in the order of their documents, one or in parts.

    A document that kills the process that reads it is refused. A single worker is this process.
    """
    if workers == 1:
        yield (read_batch(files, overruled) for files in found)
        return
    with (
        Crew(partial(_apart, overruled=overruled), found, workers) as crew,
        closing(_whole(crew, overruled)) as batches,  # and with it the crew that reads a batch again
    ):
        yield batches


def _apart(files: Sequence[File], overruled: Overruled) -> Batch:
    """Do what `read_batch` does, in a process that does nothing else."""
    tidy_seldom()
    keep_lean()
    return read_batch(files, overruled)


def _whole(crew: Crew[Sequence[File], Batch], overruled: Overruled) -> Generator[Batch, None, None]:
    for files, batch in crew.in_order():
        if isinstance(batch, Killed):
            yield from _parts(files, overruled)
        else:
            yield batch


def _parts(files: Sequence[File], overruled: Overruled) -> Iterator[Batch]:
    """Read a batch whose reader was killed again, in ever smaller parts, until the document that kills is alone."""
    with Crew(partial(_apart, overruled=overruled), [files], 1) as crew:
        for _, batch in crew.in_order():
            if not isinstance(batch, Killed):
                yield batch
            elif len(files) == 1:
                said = "the process that read it was killed or crashed, twice; take the file away, or report it"
                yield Batch(refused=[Refusal(str(files[0].path), said)])
            else:
                yield from _parts(files[: len(files) // 2], overruled)
                yield from _parts(files[len(files) // 2 :], overruled)
