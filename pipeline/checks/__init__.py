"""Everything that a package must keep, looked at in the files themselves; each thing broken is one finding.

The same checks judge a package before it is published and one that lies on disk: `files` (descriptor and hashes) and
`survey` (CSV equals Parquet), then, of a small package at once and of a large one in `parts`, the schemas and keys,
`spans` (quotes against the texts), `times` (dates in their intervals), `values` (figures against their quotes), `facts`
(what rows say of each other), `evidence` (no cell without words), `curated` (what a person overruled) and `accounts`
(no words without a cell or a reason). `spreadsheets` notes what is no fault.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from pipeline import descriptor, reading, tableschema, validators
from pipeline.arrow import to_arrow
from pipeline.checks import accounts, curated, evidence, facts, files, parts, spans, spreadsheets, times, values
from pipeline.checks.package import Package, Report
from pipeline.checks.parts import Part
from pipeline.checks.survey import Survey, survey
from pipeline.corrections.ledger import Correction
from pipeline.errors import Finding, Unusable
from pipeline.progress import Bar, Watch, unseen
from pipeline.tables import read_csv
from pipeline.tableschema import Table
from pipeline.workers import Killed, cores, spread

SMALL = 50_000_000  # bytes of CSV that are judged at once, in this process
Task = TypeVar("Task")
Result = TypeVar("Result")


class Judgement(NamedTuple):
    """What is wrong in some documents, how many candidates nobody accounts for, and in how many of the documents."""

    findings: list[Finding]
    unaccounted: int
    documents: int


def prepare() -> None:
    """Load now what the first check would load: for a process that waits for the package it is to check."""
    descriptor.against_profile({}, "datapackage")
    reading.reread("1")
    documents = tableschema.tables()["documents"]
    validators.violations(documents, to_arrow(documents).empty_table().to_pandas(types_mapper=pd.ArrowDtype))


def check(folder: Path, watch: Watch = nullcontext, bar: Bar = unseen, workers: int | None = None) -> Report:
    """Return what is wrong in the package that lies in `folder`, and what its tables hold.

    `watch(name)` surrounds each stage and `bar(name, documents)` what goes through many documents, for those who want
    to see progress; a large package is looked at by so many `workers`, one a core if none is named. Raises Unusable
    where there is no package.
    """
    workers = workers or cores()
    complete: set[str] = set()
    corrections: list[Correction] = []
    with watch("check files"):
        listed = files.listed_in(folder)
        tables = tableschema.tables(folder / "schemas")
        findings = [*files.profile(listed), *files.other_schemas(folder)]
        small = _bytes(folder, tables) <= SMALL
        surveys = _surveys(folder, tables, small, workers)
        findings += [finding for found in surveys.values() for finding in found.findings]
        findings += files.unlisted(folder, listed)
        documents = surveys["documents"].cells
        if documents is not None:
            findings += files.drift(folder, listed, tables, documents)
        findings += [*files.facts(folder, complete), *files.corrections(folder, corrections)]
    rows = {name: found.rows for name, found in surveys.items() if found.rows is not None}
    if documents is None or len(rows) < len(tables):
        findings += files.texts(folder, documents, {}) if documents is not None else []
        return Report(findings, {})
    several = [] if small else parts.divide(tables, surveys, corrections)
    if several:
        work = partial(_part, folder, tables, frozenset(complete))
        found = []
        with watch("check parts"), bar("checking", len(documents)) as advance:
            for part, judgement in _all(work, several, workers):
                found.append(judgement)
                advance(len(part.documents))
    else:
        whole = {name: _cells(folder, table, surveys[name]) for name, table in tables.items()}
        found = [_judged(folder, Package(tables, whole, {}, frozenset(complete), tuple(corrections)), watch)]
    # Global entities are in all parts.
    findings += dict.fromkeys(finding for judgement in found for finding in judgement.findings)
    formulas = (note for name, table in surveys.items() for note in spreadsheets.notes(name, table.formulas))
    return Report(findings, rows, (*_notes(found, len(documents)), *formulas))


def _bytes(folder: Path, tables: Mapping[str, Table]) -> int:
    paths = [folder / "data" / f"{name}.csv" for name in tables]
    return sum(path.stat().st_size for path in paths if path.is_file())


def _surveys(folder: Path, tables: Mapping[str, Table], small: bool, workers: int) -> dict[str, Survey]:
    tasks = [(table, small or name == "documents") for name, table in tables.items()]
    found = _all(partial(_survey, folder), tasks, 1 if small else workers)
    return {table.name: surveyed for (table, _), surveyed in found}


def _survey(folder: Path, task: tuple[Table, bool]) -> Survey:
    return survey(task[0], folder, task[1])


def _all(work: Callable[[Task], Result], tasks: Sequence[Task], workers: int) -> Iterator[tuple[Task, Result]]:
    for task, result in spread(work, tasks, workers):
        if isinstance(result, Killed):
            raise Unusable("a process that checked the package was killed or crashed; see to its memory and try again")
        yield task, result


def _cells(folder: Path, table: Table, surveyed: Survey) -> pa.Table:
    return read_csv(table, folder / "data" / f"{table.name}.csv") if surveyed.cells is None else surveyed.cells


def _part(folder: Path, tables: Mapping[str, Table], complete: frozenset[str], part: Part) -> Judgement:
    return _judged(folder, replace(parts.load(folder, tables, part), complete=complete), nullcontext)


def _judged(folder: Path, package: Package, watch: Watch) -> Judgement:
    """Return what is wrong in a package, or a part of one; the texts of its documents are read here."""
    with watch("check texts"):
        findings = [*files.texts(folder, package.rows["documents"], package.texts)]
    with watch("check schemas"):
        findings += [*against_schemas(package), *unique_ids(package)]
    with watch("check quotes"):
        findings += [*spans.quotes(package), *spans.overlaps(package), *spans.coverage(package)]
    with watch("check values"):
        findings += [*times.intervals(package), *values.rereading(package)]
    with watch("check facts"):
        findings += [*facts.details(package), *facts.participants(package)]
        findings += [*facts.foretold(package), *facts.repetitions(package)]
    with watch("check evidence"):
        findings += [*evidence.contract(package), *curated.corrections(package)]
    with watch("check coverage"):
        findings += [*accounts.statuses(package), *accounts.references(package)]
        findings += [*accounts.uses(package), *accounts.passed_over(package), *accounts.unaccounted(package)]
    return Judgement(findings, *accounts.remaining(package))


def _notes(found: Sequence[Judgement], documents: int) -> Iterator[str]:
    rows = sum(judgement.unaccounted for judgement in found)
    if rows:
        few = f"{rows:,} unaccounted in {sum(judgement.documents for judgement in found):,} of {documents:,} documents"
        yield f"data/coverage.csv has candidates that no row uses and no reason leaves out: {few}"


def against_schemas(package: Package) -> Iterator[Finding]:
    """Yield every cell that breaks its schema: type, constraint, primary, unique or foreign key."""
    frames = {name: rows.to_pandas(types_mapper=pd.ArrowDtype) for name, rows in package.rows.items()}
    for name, table in package.tables.items():
        for violation in validators.violations(table, frames[name]):
            yield _broken(package, name, *violation)
    for dangling in validators.foreign_key_violations(package.tables, frames):
        yield _broken(package, *dangling)


def _broken(package: Package, name: str, label: object, column: str, value: object, constraint: str) -> Finding:
    row = f"line {label + 2}" if isinstance(label, int) else ""
    quote = None
    if isinstance(label, int):
        cells = package.rows[name]
        row = cells[package.tables[name].primary_key][label].as_py() or row
        quote = cells["quote"][label].as_py() if "quote" in cells.column_names else None
    if hasattr(value, "item"):
        value = value.item()
    return Finding(
        f"data/{name}.csv", row, column, value, quote, f"breaks its schema ({constraint}); mend the rule that gave it"
    )


def unique_ids(package: Package) -> Iterator[Finding]:
    """Yield every id that stands in two tables; twice in one is told by its schema."""
    columns = {name: pc.unique(rows[package.tables[name].primary_key]) for name, rows in package.rows.items()}
    counts = pc.value_counts(pa.concat_arrays(columns.values()))
    twice = counts.filter(pc.greater(counts.field("counts"), 1)).field("values").drop_null()
    places: dict[str, list[str]] = defaultdict(list)
    for name, ids in columns.items():
        for row in ids.filter(pc.is_in(ids, value_set=twice)).drop_null().to_pylist():
            places[row].append(name)
    for row, names in sorted(places.items()):
        column = package.tables[names[-1]].primary_key
        said = f"is an id in {' and '.join(names)}; an id stands for one thing, rename the document or mend the rule"
        yield Finding(f"data/{names[-1]}.csv", row, column, row, None, said)
