"""Do the package's metadata and spans say the same in other vocabularies?"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from pipeline.cli import main
from pipeline.tableschema import tables
from tests.conftest import PAGE

TABLES = tables()
Captured = pytest.CaptureFixture[str]


def _export(package: Path, out: Path) -> dict[str, Any]:
    assert main(["exports", "--package", str(package), "--out", str(out)]) == 0
    return {path.name: json.loads(path.read_text(encoding="utf-8")) for path in sorted(out.iterdir()) if path.is_file()}


@pytest.fixture(scope="module")
def exported(built: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Every export of the project's own package, parsed."""
    return _export(built, tmp_path_factory.mktemp("exports"))


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_same_package_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    """Do a folder and a zip of it give the same files twice?"""
    archive = shutil.make_archive(str(tmp_path / "package"), "zip", built)
    _export(built, tmp_path / "a")
    _export(Path(archive), tmp_path / "b")
    names = sorted(path.name for path in (tmp_path / "a").iterdir())
    assert names == ["annotations.jsonld", "croissant.json", "dataset.jsonld", "dcat.jsonld"]
    assert all((tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes() for name in names)


def test_every_annotation_leads_to_its_words(built: Path, exported: dict[str, Any]) -> None:
    """Do offsets and quote of each annotation find the same words, with those before and after them?"""
    text = PAGE.read_bytes().decode("utf-8")
    collection = exported["annotations.jsonld"]
    items = collection["first"]["items"]
    assert collection["total"] == len(items) == len({item["id"] for item in items}) > 1000
    for item in items:
        position, quote = item["target"]["selector"]
        start, end = position["start"], position["end"]
        assert (position["type"], quote["type"]) == ("TextPositionSelector", "TextQuoteSelector")
        assert text[start:end] == quote["exact"]
        assert text[:start].endswith(quote["prefix"]) and text[end:].startswith(quote["suffix"])
        assert (len(quote["prefix"]) == 32 or start < 32) and (len(quote["suffix"]) == 32 or end > len(text) - 32)
        assert (built / item["target"]["source"]).is_file()


def test_annotations_are_the_rows(built: Path, exported: dict[str, Any]) -> None:
    """Has each row with a span one annotation, which tells its other cells?"""
    items = {unquote(item["id"]): item for item in exported["annotations.jsonld"]["first"]["items"]}
    spans = [table for table in TABLES.values() if "start_char" in table.columns]
    assert {name[1:].partition("/")[0] for name in items} == {table.name for table in spans}
    bodies = items["#figures/canada-peru-relations/exports-2011"]["body"]
    assert [body["value"] for body in bodies if body["purpose"] == "tagging"] == ["figures", "money"]
    assert {"measure: exports", "value: 522000000", "unit: CAD"} <= set(bodies[-1]["value"].splitlines())


def test_offsets_are_code_points_in_any_text(tmp_path: Path) -> None:
    """Do emoji, Windows line ends and a byte-order mark before the words leave the selectors right?"""
    (tmp_path / "texts").mkdir()
    text = "\ufeffCanada 🇨🇦👍🏽\r\n\r\nCanada exported $7 million to Peru in 2012.\r\n"
    (tmp_path / "texts" / "a b.txt").write_bytes(text.encode("utf-8"))
    package = tmp_path / "package"
    assert main(["build", "--raw", str(tmp_path / "texts"), "--out", str(package)]) == 0
    items = _export(package, tmp_path / "out")["annotations.jsonld"]["first"]["items"]
    assert {item["target"]["source"] for item in items} == {"raw/a%20b.txt"}
    found = {(s["start"], s["end"], q["exact"]) for item in items for s, q in [item["target"]["selector"]]}
    assert all(text[start:end] == exact for start, end, exact in found)
    assert any(exact == "$7 million" for _, _, exact in found)


def test_every_file_is_a_download(built: Path, exported: dict[str, Any]) -> None:
    """Do all three catalogues list each file of the descriptor with its size, hash, type and licences?"""
    resources = json.loads((built / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    wanted = {resource["path"]: (_hash(built / resource["path"]), resource["bytes"]) for resource in resources}
    dcat = {
        file["dcat:downloadURL"]["@id"]: (
            file["spdx:checksum"]["spdx:checksumValue"]["@value"],
            int(file["dcat:byteSize"]["@value"]),
        )
        for file in exported["dcat.jsonld"]["dcat:distribution"]
    }
    schema_org, croissant = (
        {
            file["contentUrl"]: (file["sha256"], int(file["contentSize"].removesuffix(" B")))
            for file in exported[name]["distribution"]
        }
        for name in ("dataset.jsonld", "croissant.json")
    )
    assert dcat == schema_org == croissant == wanted
    text = next(f for f in exported["dataset.jsonld"]["distribution"] if f["contentUrl"].endswith(PAGE.name))
    table = next(f for f in exported["dataset.jsonld"]["distribution"] if f["contentUrl"] == "data/figures.csv")
    assert text["license"] == ["LICENSES.md"]
    assert table["license"] == ["https://creativecommons.org/licenses/by/4.0/", "LICENSES.md"]


def test_every_table_is_a_record_set(exported: dict[str, Any]) -> None:
    """Are the tables, columns, keys and references in Croissant those of the schemas?"""
    found = {records["name"]: records for records in exported["croissant.json"]["recordSet"]}
    assert list(found) == list(TABLES)
    for name, table in TABLES.items():
        fields = {field["name"]: field for field in found[name]["field"]}
        assert tuple(fields) == table.columns
        assert found[name]["key"] == {"@id": f"{name}/{table.primary_key}"}
        for column, target, there in (key for key in table.foreign_keys if key[1] != name):
            assert fields[column]["references"] == {"field": {"@id": f"{target}/{there}"}}


def test_other_vocabularies_say_what_the_descriptor_says(built: Path, exported: dict[str, Any]) -> None:
    """Are title, version, day and period the descriptor's own in each?"""
    about = json.loads((built / "datapackage.json").read_text(encoding="utf-8"))
    dcat, dataset, croissant = (exported[name] for name in ("dcat.jsonld", "dataset.jsonld", "croissant.json"))
    assert dcat["dct:title"]["@value"] == dataset["name"] == croissant["alternateName"] == about["title"]
    assert dcat["dcat:version"] == dataset["version"] == croissant["version"] == about["version"]
    assert dcat["dct:issued"]["@value"] == dataset["datePublished"] == about["created"][:10]
    start, end = (dcat["dct:temporal"][f"dcat:{side}Date"]["@value"] for side in ("start", "end"))
    assert f"{start}/{end}" == dataset["temporalCoverage"] == about["dc:temporal"]


def test_a_collection_has_its_own(raw: Path, tmp_path: Path) -> None:
    """Does a package of other texts, which says less of itself, have good exports under its own name?"""
    assert main(["build", "--raw", str(raw), "--out", str(tmp_path / "out")]) == 0
    found = _export(tmp_path / "out", tmp_path / "exports")
    assert found["dataset.jsonld"]["name"] == "Briefs on bilateral relations"
    assert "dct:temporal" not in found["dcat.jsonld"] and "temporalCoverage" not in found["dataset.jsonld"]


def test_corrections_are_a_download_and_no_record_set(raw: Path, tmp_path: Path) -> None:
    """Is the table that a person writes, whose rows have no key, listed with the files alone?"""
    (raw / "corrections.csv").write_text(
        "document_id,resource,row_id,field,old_value,new_value,words,reason\n"
        "good,figures,good/merchandise-imports-2011,unit,CAD,USD,$4.453 billion,a note\n"
    )
    assert main(["build", "--raw", str(raw), "--out", str(tmp_path / "out")]) == 0
    found = _export(tmp_path / "out", tmp_path / "exports")["croissant.json"]
    assert "raw/corrections.csv" in [file["contentUrl"] for file in found["distribution"]]
    assert [records["name"] for records in found["recordSet"]] == list(TABLES)
    assert main(["diff", str(tmp_path / "out"), str(tmp_path / "out"), "--exit-code"]) == 0


def test_what_cannot_be_exported_is_one_line(package: Path, tmp_path: Path, capsys: Captured) -> None:
    """Are a folder that cannot be written, no package, and a descriptor that says too little one line, code 2?"""
    (tmp_path / "file").write_text("mine")
    listed = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    del listed["title"]
    (package / "datapackage.json").write_text(json.dumps(listed))
    for folder, out, said in (
        (package, tmp_path / "out", "does not say 'title'"),
        (tmp_path, tmp_path / "out", "no such file"),
        (package, tmp_path / "file", "file exists"),
    ):
        assert main(["exports", "--package", str(folder), "--out", str(out)]) == 2
        (line,) = capsys.readouterr().err.splitlines()
        assert said in line


@pytest.mark.skipif(not shutil.which("mlcroissant"), reason="mlcroissant is not installed")
def test_mlcroissant_reads_every_table(package: Path) -> None:
    """Does the reference reader of Croissant find the metadata valid and every row of every table?"""
    _export(package, package / "exports")
    shutil.copy(package / "exports" / "croissant.json", package)

    def run(*arguments: str) -> str:
        command = ["mlcroissant", *arguments, "--jsonld", "croissant.json"]
        done = subprocess.run(command, cwd=package, capture_output=True, text=True, encoding="utf-8", timeout=300)
        assert done.returncode == 0, done.stderr
        return done.stdout + done.stderr

    said = run("validate")
    assert "WARNING" not in said and "warning(s)" not in said
    for name in TABLES:
        rows = [line for line in run("load", "--record_set", name, "--num_records=-1").splitlines() if line[:1] == "{"]
        assert len(rows) == (package / "data" / f"{name}.csv").read_text(encoding="utf-8").count("\n") - 1, name
