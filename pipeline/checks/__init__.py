"""Everything that a package must keep, looked at in the files themselves; each thing broken is one finding.

The same checks judge a package before it is published and one that lies on disk: `files` (descriptor, hashes, CSV
equals Parquet), then the schemas and keys, `spans` (quotes against the texts), `times` (dates in their intervals),
`values` (figures against their quotes), `facts` (what rows say of each other), `evidence` (no cell without words),
`curated` (what a person overruled) and `accounts` (no words without a cell or a reason). `spreadsheets` notes
what is no fault.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from pipeline import validators
from pipeline.checks import accounts, curated, evidence, facts, files, spans, spreadsheets, times, values
from pipeline.checks.package import Package, Report
from pipeline.errors import Finding

Watch = Callable[[str], AbstractContextManager[object]]


def check(folder: Path, watch: Watch = nullcontext) -> Report:
    """Return what is wrong in the package that lies in `folder`, and what its tables hold.

    `watch(name)` surrounds each stage, for those who want to time it. Raises Unusable where there is no package.
    """
    with watch("check files"):
        package, findings = files.load(folder)
    if package is None:
        return Report(findings, {})
    rows = {name: table.num_rows for name, table in package.rows.items()}
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
    return Report(findings, rows, (*accounts.remaining(package), *spreadsheets.formulas(package)))


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
