"""Do the schemas say everything about every column, truly and in words that every reader of them understands?"""

from __future__ import annotations

import csv
import hashlib
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import frictionless
import jsonschema
import pyarrow as pa
import pytest

from pipeline import tableschema
from pipeline.arrow import to_arrow
from pipeline.errors import Unusable
from pipeline.tableschema import SCHEMAS, Table, enum, package, tables
from pipeline.validators import violations

ROOT = SCHEMAS.parent
TABLES = tables()
FIELDS = [
    pytest.param(table, field, id=f"{table.name}.{field['name']}")
    for table in TABLES.values()
    for field in table.fields
]
# fmt: off
EDTF = (
    "2011", "2011-07", "2012-06-19", "2013-21", "2014-24", "199X",
    "1968/..", "../2012-12", "2013/2014", "2012-06-18/2012-06-24", "195X/..", "2013-08-01/..",
)
NOT_EDTF = (
    "11", "2011-7", "2011-13", "2011-00", "2011-20", "2011-25",
    "2011-02-32", "2011-21-03", "19XX", "199x", "../..", "2011/",
    "/2011", "2011/2012/2013", "June",
)
# fmt: on
QUOTED = [table for table in TABLES.values() if "start_char" in table.columns]


def _with(table: Table, field: str) -> str:
    example: str = table.field(field)["example"]
    return example


@pytest.mark.parametrize(("table", "field"), FIELDS)
def test_every_field_is_described(table: Table, field: dict[str, Any]) -> None:
    """Has the field a title, a description, an example and constraints that say whether it may be empty?"""
    assert field["title"][0].isupper()
    assert field["description"].endswith(".")
    assert isinstance(field["example"], str) and field["example"]
    assert isinstance(field["constraints"]["required"], bool)


@pytest.mark.parametrize(("table", "field"), FIELDS)
def test_examples_satisfy_frictionless(table: Table, field: dict[str, Any]) -> None:
    """Would frictionless read the example as a cell of that column?"""
    cell, faults = frictionless.Field.from_descriptor(field).read_cell(field["example"])
    assert cell is not None and not faults


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_examples_satisfy_pandera(table: Table) -> None:
    """Is the row of all examples a good row?"""
    cells = {f.name: pa.array([_with(table, f.name)]).cast(f.type) for f in to_arrow(table)}
    frame = pa.table(cells).to_pandas(types_mapper=_arrow_backed)
    assert violations(table, frame) == []


def _arrow_backed(kind: pa.DataType) -> Any:
    import pandas as pd

    return pd.ArrowDtype(kind)


@pytest.mark.parametrize("table", QUOTED, ids=lambda table: table.name)
def test_examples_quote_the_page(table: Table) -> None:
    """Do the examples of start and end point at the example of the words, in the page itself?"""
    text = (ROOT / _with(TABLES["documents"], "path")).read_bytes().decode("utf-8")
    words = "quote" if "quote" in table.columns else "text"
    assert text[int(_with(table, "start_char")) : int(_with(table, "end_char"))] == _with(table, words)


def test_examples_describe_the_page() -> None:
    """Are the examples of hash and length those of the page?"""
    data = (ROOT / _with(TABLES["documents"], "path")).read_bytes()
    assert _with(TABLES["documents"], "sha256") == hashlib.sha256(data).hexdigest()
    assert _with(TABLES["documents"], "characters") == str(len(data.decode("utf-8")))


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_examples_occur_in_the_data(table: Table) -> None:
    """Is each example a value that the published column holds, unless that column is empty throughout?"""
    path = ROOT / "data" / f"{table.name}.csv"
    if not path.exists():
        pytest.skip("data/ has not been built")
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    columns = {column: {row[column] for row in rows} - {""} for column in table.columns}
    absent = {column: sorted(held)[:5] for column, held in columns.items() if held and _with(table, column) not in held}
    assert not absent, "columns whose example is none of their values, with some that are"


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_official_profile(table: Table) -> None:
    """Is the schema valid by the official profile of Table Schema v2?"""
    profile = json.loads((ROOT / "pipeline" / "profiles" / "tableschema.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator(profile).validate(table.schema)


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_frictionless_accepts_the_schema(table: Table) -> None:
    """Does frictionless find the schema itself in order?"""
    assert frictionless.Schema.validate_descriptor(json.loads(json.dumps(table.schema))).valid


def test_published_order() -> None:
    """Does every table stand after the tables that it points into, so that they can be created one after the other?"""
    names = list(TABLES)
    for table in TABLES.values():
        for _, target, _ in table.foreign_keys:
            assert names.index(target) <= names.index(table.name)


def test_same_name_same_meaning() -> None:
    """Do columns of one name have one type, and one closed list or pattern unless each table has its own?"""
    own = {"kind", "inferred", "role", "status", "resource"}
    seen: dict[str, tuple[str, Any]] = {}
    for table in TABLES.values():
        for field in table.fields:
            if field["name"] not in own:
                said = (field["type"], field["constraints"].get("enum", field["constraints"].get("pattern")))
                assert seen.setdefault(field["name"], said) == said, f"{table.name}.{field['name']}"


def _alternatives(pattern: str) -> list[str]:
    found = re.fullmatch(r"\(([a-z_|]+)\)\( \(\1\)\)\*", pattern)
    assert found
    return found.group(1).split("|")


@pytest.mark.parametrize("name", [table.name for table in TABLES.values() if "inferred" in table.columns])
def test_inferred_names_columns(name: str) -> None:
    """Are the names that `inferred` may hold columns of its table, all those that need evidence among them?"""
    table = TABLES[name]
    listed = _alternatives(table.field("inferred")["constraints"]["pattern"])
    assert set(listed) <= set(table.columns)
    assert set(enum("evidence", "field")) & set(table.columns) - {"entity_id"} <= set(listed)


def test_evidence_names_tables_and_columns() -> None:
    """Is everything that evidence may point at a column of a table that it may point at?"""
    columns = {column for name in enum("evidence", "resource") for column in TABLES[name].columns}
    assert set(enum("evidence", "field")) <= columns


@pytest.mark.parametrize(("table", "field"), FIELDS)
def test_patterns_read_alike_everywhere(table: Table, field: dict[str, Any]) -> None:
    """Does the pattern mean the same to validators that anchor it by putting ^ and $ around it?"""
    pattern = field["constraints"].get("pattern", "")
    depth, bracketed = 0, False
    for sign in re.sub(r"\\.", "", pattern):
        bracketed = sign == "[" or (bracketed and sign != "]")
        depth += (sign == "(") - (sign == ")") if not bracketed else 0
        assert sign != "|" or depth > 0, "an alternation at the outermost level"
    assert "(?" not in pattern and "^" not in re.sub(r"\[\^", "", pattern)


@pytest.mark.parametrize("date", EDTF)
def test_dates_that_edtf_has(date: str) -> None:
    """Does every date column take the forms that the tables use?"""
    for table in TABLES.values():
        if "date" in table.columns:
            assert re.fullmatch(table.field("date")["constraints"]["pattern"], date)


@pytest.mark.parametrize("date", NOT_EDTF)
def test_dates_that_edtf_has_not(date: str) -> None:
    """Is whatever is no such form refused?"""
    assert not re.fullmatch(TABLES["dates"].field("date")["constraints"]["pattern"], date)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", " ", "\t", "\u00a0", "/"])
def test_ids_are_no_formulas(start: str) -> None:
    """Is an id refused that a spreadsheet would take for a formula, or that starts with a space or a slash?"""
    for table in TABLES.values():
        pattern = table.field(table.primary_key)["constraints"]["pattern"]
        assert re.fullmatch(pattern, _with(table, table.primary_key))
        assert not re.fullmatch(pattern, start + _with(table, table.primary_key))


def test_ids_of_documents_in_any_script() -> None:
    """May a document be called by a name with spaces, dots or letters of any script, and its rows after it?"""
    for document in ("Pérou 2012", "كندا", "a.b", "=a"):
        good = not document.startswith("=")
        assert bool(re.fullmatch(TABLES["documents"].field("document_id")["constraints"]["pattern"], document)) is good
        assert (
            bool(re.fullmatch(TABLES["dates"].field("date_id")["constraints"]["pattern"], f"{document}/2012")) is good
        )


def test_closed_lists() -> None:
    """Is a closed list given in its order, and is asking for one where there is none an error that names the column?"""
    assert enum("mentions", "form") == ("name", "acronym", "demonym", "alias")
    with pytest.raises(KeyError):
        enum("mentions", "quote")
    with pytest.raises(KeyError, match="table mentions has no column colour"):
        enum("mentions", "colour")


def test_package_metadata() -> None:
    """Do both kinds of package say who made them under what licence, and is a collection not named for this page?"""
    about = package()
    for section in ("package", "collection"):
        assert {"name", "title", "description", "version", "created", "licenses", "contributors"} <= set(about[section])
        assert "Open Government" not in str(about[section])
    for key in ("name", "title", "description"):
        assert not re.search("peru", about["collection"][key], re.IGNORECASE)


def _fields(schema: dict[str, Any], **change: Any) -> None:
    schema["fields"][0] |= change


def _constraint(schema: dict[str, Any], **change: Any) -> None:
    schema["fields"][0]["constraints"] |= change


BAD: dict[str, tuple[Callable[[dict[str, Any]], object], str]] = {
    "schema keyword": (lambda s: s.update(fieldsMatch="subset"), "keyword fieldsMatch is not understood"),
    "field keyword": (lambda s: _fields(s, format="uri"), "field sentence_id: keyword format is not understood"),
    "type": (lambda s: _fields(s, type="geopoint"), "type geopoint is not one of"),
    "constraint": (lambda s: _constraint(s, minLength=3), "string constraint minLength is not understood"),
    "constraint of another type": (lambda s: _constraint(s, minimum=3), "string constraint minimum is not understood"),
    "missing values": (lambda s: s.update(missingValues=["", "NA"]), "missingValues must be"),
    "optional key": (lambda s: _constraint(s, required=False), "key column sentence_id must be a required field"),
    "composite key": (lambda s: s.update(primaryKey="sentence"), "key column sentence must be a required field"),
    "unknown unique key": (lambda s: s.update(uniqueKeys=[["place"]]), "key column place must be a required field"),
    "optional unique": (lambda s: _constraint(s, required=False, unique=True), "a unique field must be required"),
    "closed list without labels": (lambda s: _constraint(s, enum=["a"]), "categories must give a label"),
    "foreign key from nowhere": (lambda s: s["foreignKeys"][0].update(fields="place"), "foreign key column place"),
    "foreign key to nowhere": (
        lambda s: s["foreignKeys"][0]["reference"].update(resource="maps"),
        "not at maps.document_id",
    ),
    "foreign key to no key": (lambda s: s["foreignKeys"][0]["reference"].update(fields="url"), "not at documents.url"),
    "twin fields": (lambda s: s["fields"].append(s["fields"][1]), "a field name occurs twice"),
}


@pytest.fixture
def copied(tmp_path: Path) -> Iterator[Path]:
    """A copy of the schemas that a test may spoil."""
    yield shutil.copytree(SCHEMAS, tmp_path / "schemas")


@pytest.mark.parametrize("fault", BAD)
def test_nothing_is_silently_skipped(fault: str, copied: Path) -> None:
    """Is a schema refused, with file and reason, that says what the validators would not heed?"""
    change, reason = BAD[fault]
    schema = json.loads((copied / "sentences.json").read_text(encoding="utf-8"))
    change(schema)
    (copied / "sentences.json").write_text(json.dumps(schema), encoding="utf-8")
    with pytest.raises(Unusable, match=r"sentences\.json: .*" + re.escape(reason)):
        tables(copied)


def test_files_and_list_agree(copied: Path) -> None:
    """Is it refused when a schema is not listed, is listed but missing, or cannot be read?"""
    (copied / "maps.json").write_text("{}", encoding="utf-8")
    with pytest.raises(Unusable, match="does not list maps"):
        tables(copied)
    (copied / "maps.json").unlink()
    (copied / "dates.json").write_text("{", encoding="utf-8")
    with pytest.raises(Unusable, match=r"dates\.json: cannot be read as JSON"):
        tables(copied)
    (copied / "dates.json").unlink()
    with pytest.raises(Unusable, match=r"dates\.json"):
        tables(copied)
    (copied / "package.toml").write_text("tables = [", encoding="utf-8")
    with pytest.raises(Unusable, match=r"package\.toml: cannot be read as TOML"):
        tables(copied)


def test_schemas_need_no_heavy_import() -> None:
    """Can the reading ask for closed lists with nothing but the standard library loaded?"""
    code = "import sys, pipeline.tableschema as t; t.enum('dates', 'precision'); print(*sys.modules)"
    where = Path(tableschema.__file__).parent.parent
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=where, capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {"pandas", "pyarrow", "pandera", "frictionless", "numpy", "jsonschema"} & set(loaded)
