"""Is the same input the same bytes, whatever the machine's clock, language and place?"""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import tables, tableschema, writing
from pipeline.arrow import to_arrow
from pipeline.tableschema import Table
from tests.conftest import COMMAND, ROOT, keep_scores, start


def contents(package: Path) -> dict[str, bytes]:
    """Every file of a package by its path."""
    return {path.relative_to(package).as_posix(): path.read_bytes() for path in package.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    "env",
    [
        {
            "TZ": "Pacific/Kiritimati",
            "PYTHONHASHSEED": "1",
            "LC_ALL": "C",
            "PYTHONUTF8": "0",
            "PYTHONCOERCECLOCALE": "0",
        },
        {"TZ": "America/Lima", "PYTHONHASHSEED": "4294967295", "LC_ALL": "tr_TR.UTF-8", "PYTHONOPTIMIZE": "2"},
    ],
)
def test_a_rebuild_elsewhere_is_byte_identical(built: Path, tmp_path: Path, env: dict[str, str]) -> None:
    """Are all files the same from another folder, timezone, locale and hash seed?"""
    done = start([*COMMAND, "build", "--out", str(tmp_path / "ö")], cwd=tmp_path, **env)
    assert done.returncode == 0, done.stderr
    assert contents(tmp_path / "ö") == contents(built)


def test_a_copy_of_the_project_builds_itself_into_the_same_bytes(built: Path, tmp_path: Path) -> None:
    """Is a package built in place, in a project that lies elsewhere, the same, and its raw/ untouched?"""
    for name in ("pipeline", "raw", "schemas"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copyfile(ROOT / "LICENSES.md", tmp_path / "LICENSES.md")
    keep_scores(tmp_path)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "raw").iterdir()}
    done = start([*COMMAND, "build"], cwd=tmp_path, PYTHONPATH=str(tmp_path))
    assert done.returncode == 0, done.stderr
    for name, data in contents(built).items():
        assert (tmp_path / name).read_bytes() == data, name
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "raw").iterdir()} == before
    made = {"data", "datapackage.json", "LICENSES.md"}
    assert {path.name for path in tmp_path.iterdir()} == {"pipeline", "raw", "schemas", "tests"} | made


def test_the_files_speak_of_no_machine(built: Path) -> None:
    """Do the published files tell nothing of the place they were made in, and nothing of pandas?"""
    for name, data in contents(built).items():
        assert str(ROOT).encode() not in data, name
        assert not name.endswith(".parquet") or b"pandas" not in data


def test_rows_are_sorted_however_the_documents_came(built: Path) -> None:
    """Is every table in the order of its ids?"""
    for name, table in tableschema.tables().items():
        ids = tables.read_csv(table, built / "data" / f"{name}.csv")[table.primary_key].to_pylist()
        assert ids == sorted(ids)


def test_global_entities_are_merged_and_own_ones_kept() -> None:
    """Does a second document only fill what the first left empty?"""

    def entity(key: str, **known: object) -> dict[str, object]:
        empty = dict.fromkeys(("acronym", "iso3166_1", "wikidata"))
        return {"entity_id": key, "name": key, "kind": "country", **empty, **known}

    first = {"entities": [entity("peru", name="Republic of Peru"), entity("a/x")]}
    second = {"entities": [entity("peru", name="Peru", iso3166_1="PER"), entity("b/x")]}
    rows = tables.build([first, second])["entities"].to_pylist()
    assert rows == [entity("a/x"), entity("b/x"), entity("peru", name="Republic of Peru", iso3166_1="PER")]


SAMPLE = Table(
    "sample",
    {
        "primaryKey": "id",
        "fields": [
            {"name": name, "type": kind, "description": "", "constraints": {}}
            for name, kind in (
                ("id", "string"),
                ("n", "integer"),
                ("x", "number"),
                ("b", "boolean"),
                ("d", "date"),
                ("t", "string"),
            )
        ],
    },
)
TEXT = st.text(st.characters(codec="utf-8"), min_size=1)
ROWS = st.lists(
    st.tuples(
        TEXT,
        st.none() | st.integers(-(2**63), 2**63 - 1),
        st.none() | st.floats(allow_nan=False, allow_infinity=False),
        st.none() | st.booleans(),
        st.none() | st.dates(),
        st.none() | TEXT | st.sampled_from(["NA", "null", "\r", "a\r\nb", '"', ",", " ", "-0", "1e5", "'"]),
    )
)


@settings(deadline=None)  # how long a disk takes is not the question
@given(ROWS)
def test_a_table_survives_csv_and_parquet(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[object, ...]]
) -> None:
    """Is a table read back the same, cell by cell, "NA" and carriage returns included?"""
    folder = tmp_path_factory.getbasetemp()
    schema = to_arrow(SAMPLE)
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    table = pa.Table.from_arrays(
        [pa.array(cells, field.type) for cells, field in zip(columns, schema, strict=True)], schema=schema
    )
    with writing.Files(SAMPLE, folder) as files:
        files.add(table)
    assert tables.read_csv(SAMPLE, folder / "sample.csv").equals(table)
    assert pa.parquet.read_table(folder / "sample.parquet").equals(table)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (4453000000.0, "4453000000"),
        (4.5, "4.5"),
        (1e21, "1" + "0" * 21),
        (1e-7, "0.0000001"),
        (0.1, "0.1"),
        (-3.0, "-3"),
        (0.0, "0"),
    ],
)
def test_numbers_have_no_exponent_and_no_trailing_zeros(value: float, written: str) -> None:
    """Does a number print as people write it?"""
    assert writing.number(value) == written


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is not readable as CSV"),
        ("id,n,x,b,d\na,1,1,true,2012-01-01\n", "lacks the columns t"),
        ("n,id,x,b,d,t\n1,a,1,true,2012-01-01,t\n", "in another order"),
        ("id,n,x,b,d,t,u\na,1,1,true,2012-01-01,t,u\n", "column u: has other columns"),
        ("id,n,x,b,d,t\na,1\n", "is not readable as CSV"),
        ("id,n,x,b,d,t\na,1.0,1,true,2012-01-01,t\n", 'row a, column n, value "1.0": is not a integer'),
        ("id,n,x,b,d,t\na,1,1e5,true,2012-01-01,t\n", 'row a, column x, value "1e5"'),
        ("id,n,x,b,d,t\na,1,nan,true,2012-01-01,t\n", 'row a, column x, value "nan"'),
        ("id,n,x,b,d,t\na,1,1,True,2012-01-01,t\n", 'row a, column b, value "True"'),
        ("id,n,x,b,d,t\na,1,1,true,2012-02-30,t\n", 'row a, column d, value "2012-02-30"'),
        ("id,n,x,b,d,t\n,1,1,true,31/12/2012,t\n", 'row line 2, column d, value "31/12/2012"'),
        ("id,n,x,b,d,t\na,99999999999999999999,1,true,2012-01-01,t\n", 'row a, column n, value "99999999999999999999"'),
    ],
)
def test_a_spoiled_csv_is_told_by_its_cells(tmp_path: Path, text: str, said: str) -> None:
    """Does a reader learn which cell is no value of its column?"""
    (tmp_path / "sample.csv").write_text(text)
    with pytest.raises(tables.Malformed) as caught:
        tables.read_csv(SAMPLE, tmp_path / "sample.csv")
    assert said in str(caught.value)


def test_dates_are_dates(built: Path) -> None:
    """Is a day in the table a day for those who read it?"""
    cells = tables.read_csv(tableschema.tables()["dates"], built / "data" / "dates.csv")["date_from"]
    assert any(isinstance(cell, date) for cell in cells.to_pylist())
