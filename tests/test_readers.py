"""Do the programs that people read such packages with take ours, whole and with the right types?"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow.dataset as ds
import pytest

from pipeline.arrow import to_arrow
from pipeline.tableschema import Table, tables
from pipeline.validators import to_ddl

TABLES = tables()
NPM_READER = "datapackage@1.1.10"
READ_WITH_NODE = """
const { Package } = require("datapackage");

(async () => {
  const found = await Package.load(process.argv[2]);
  if (!found.valid) throw new Error(found.errors.join("; "));
  const rows = {};
  for (const resource of found.resources.filter((resource) => resource.tabular)) {
    rows[resource.name] = (await resource.read({ relations: true })).length;
  }
  console.log(JSON.stringify(rows));
})().catch((error) => {
  console.error([error.message, ...(error.errors || [])].join("; "));
  process.exit(1);
});
"""


def _rows(package: Path) -> dict[str, int]:
    return {name: ds.dataset(package / "data" / f"{name}.parquet").count_rows() for name in TABLES}


def _frictionless(package: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "frictionless", "validate", "datapackage.json"]
    return subprocess.run(command, cwd=package, capture_output=True, text=True, encoding="utf-8", timeout=60)


def _loaded(package: Path, form: str) -> duckdb.DuckDBPyConnection:
    """Every table of the package in a database whose tables are made from the schemas."""
    readers = {"csv": "read_csv(?, header = true, all_varchar = true)", "parquet": "read_parquet(?)"}
    database = duckdb.connect()
    for name, table in TABLES.items():
        database.execute(to_ddl(table))
        path = str(package / "data" / f"{name}.{form}")
        insert = f"INSERT INTO {name} SELECT * FROM {readers[form]} WHERE {table.primary_key} NOT IN ({_ids(table)})"
        for column, target, _ in table.foreign_keys:
            if target == name:
                insert += f" AND ({column} IS NULL OR {column} IN ({_ids(table)}))"
        # DuckDB looks a key up in what stood there before the statement: rows that point at rows of their own table
        # have to come after those.
        while database.execute(insert, [path]).fetchall()[0][0]:
            pass
    return database


def _ids(table: Table) -> str:
    return f"SELECT {table.primary_key} FROM {table.name}"


def test_frictionless_validates_the_package(built: Path) -> None:
    """Does the plain command line of frictionless find every resource valid?"""
    done = _frictionless(built)
    assert done.returncode == 0, done.stdout
    assert all(f"data/{name}.csv" in done.stdout for name in TABLES)


def test_frictionless_rejects_a_spoilt_package(package: Path) -> None:
    """Does it really look into the files, so that its yes is worth something?"""
    file = package / "data" / "figures.csv"
    file.write_bytes(file.read_bytes().replace(b",CAD,", b",cad,", 1))
    assert _frictionless(package).returncode == 1


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_duckdb_loads_every_table(built: Path, form: str) -> None:
    """Does every row pass the keys and constraints of tables created from the schemas?"""
    database = _loaded(built, form)
    counts = {name: database.execute(f"SELECT count(*) FROM {name}").fetchall()[0][0] for name in TABLES}
    assert counts == _rows(built)


def test_duckdb_reads_the_same_rows_from_both_forms(built: Path) -> None:
    """Is a table the same, in order and cell by cell, whichever file it was loaded from?"""
    csv, parquet = _loaded(built, "csv"), _loaded(built, "parquet")
    for name in TABLES:
        assert csv.execute(f"FROM {name}").fetchall() == parquet.execute(f"FROM {name}").fetchall()


@pytest.mark.parametrize("name", TABLES)
def test_pandas_reads_both_forms(built: Path, name: str) -> None:
    """Does pandas see the schema's columns, the same rows and the same empty cells in both files?"""
    csv = pd.read_csv(built / "data" / f"{name}.csv", keep_default_na=False, na_values=[""])
    parquet = pd.read_parquet(built / "data" / f"{name}.parquet")
    assert tuple(csv.columns) == tuple(parquet.columns) == TABLES[name].columns
    assert len(csv) == len(parquet) == _rows(built)[name]
    pd.testing.assert_frame_equal(csv.isna(), parquet.isna())


@pytest.mark.parametrize("name", TABLES)
def test_polars_reads_both_forms(built: Path, name: str) -> None:
    """Does Polars read the CSV, told the types of the Parquet file, as the very same table?"""
    parquet = pl.read_parquet(built / "data" / f"{name}.parquet")
    csv = pl.read_csv(built / "data" / f"{name}.csv", schema_overrides=parquet.schema)
    assert csv.equals(parquet)


@pytest.mark.parametrize("name", TABLES)
def test_arrow_reads_the_declared_types(built: Path, name: str) -> None:
    """Does a pyarrow dataset have the columns, types and descriptions that the schema declares?"""
    found = ds.dataset(built / "data" / f"{name}.parquet").schema
    assert found.equals(to_arrow(TABLES[name]), check_metadata=True)


@pytest.mark.slow
def test_the_npm_reader_reads_every_table(built: Path, tmp_path: Path) -> None:
    """Does the JavaScript package `datapackage` accept the descriptor, cast every cell and follow every key?"""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        pytest.skip("node and npm are not installed")
    install = [npm, "install", "--no-audit", "--no-fund", NPM_READER]
    installed = subprocess.run(install, cwd=tmp_path, capture_output=True, text=True, timeout=300)
    if installed.returncode:
        pytest.skip(f"npm cannot install {NPM_READER}: {installed.stderr.strip().splitlines()[-1:]}")
    (tmp_path / "read.js").write_text(READ_WITH_NODE, encoding="utf-8")
    command = [node, "read.js", str(built / "datapackage.json")]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", timeout=60)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == _rows(built)
