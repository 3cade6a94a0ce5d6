"""Does each file of a package say under what terms it may be used?"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from pipeline.cli import main
from pipeline.descriptor import UNKNOWN_RIGHTS
from pipeline.tableschema import tables
from tests.conftest import PAGE, ROOT


def _licences(package: Path) -> dict[str, list[dict[str, Any]]]:
    listed = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    return {resource["path"]: resource["licenses"] for resource in listed["resources"]}


def test_tables_are_ours_and_quote_the_crown(built: Path) -> None:
    """Do tables name CC BY 4.0 for our part and Crown copyright for the quotes, and the facts on the texts ours alone?"""
    found = _licences(built)
    for name in tables():
        for form in ("csv", "parquet"):
            ours, quotes = found[f"data/{name}.{form}"]
            assert ours["name"] == "CC-BY-4.0" and "tables" in ours["title"]
            assert "Crown copyright" in quotes["title"] and quotes["path"] == "LICENSES.md"
    assert [licence["name"] for licence in found["raw/sources.toml"]] == ["CC-BY-4.0"]


def test_the_page_is_the_crowns(built: Path) -> None:
    """Is the text itself under its publisher's terms alone, which a file of the package tells?"""
    (licence,) = _licences(built)["raw/canada-peru-relations.txt"]
    assert licence["title"].startswith("Crown copyright, Government of Canada")
    assert (built / licence["path"]).is_file()


def test_other_texts_keep_their_own_rights(tmp_path: Path) -> None:
    """Is what sources.toml says of each text's rights what its resource says, and are unknown rights called unknown?"""
    raw, out = tmp_path / "raw", tmp_path / "out"
    raw.mkdir()
    shutil.copy(PAGE, raw / "known.txt")
    shutil.copy(PAGE, raw / "unknown.txt")
    (raw / "sources.toml").write_text('[known]\nrights = "Public domain"\n', encoding="utf-8")
    assert main(["build", "--raw", str(raw), "--out", str(out)]) == 0
    found = _licences(out)
    assert [licence["title"] for licence in found["raw/known.txt"]] == ["Public domain"]
    assert [licence["title"] for licence in found["raw/unknown.txt"]] == [UNKNOWN_RIGHTS]


def test_a_licence_changed_by_hand_is_found(package: Path) -> None:
    """Is a resource that claims other terms than the project gives it a finding?"""
    path = package / "datapackage.json"
    listed = json.loads(path.read_text(encoding="utf-8"))
    listed["resources"][-1]["licenses"] = [{"name": "CC0-1.0"}]
    path.write_text(json.dumps(listed), encoding="utf-8")
    assert main(["check", str(package)]) == 1


def words_of_the_source() -> set[str]:
    """The columns that LICENSES.md says hold words of a text."""
    told = (ROOT / "LICENSES.md").read_text(encoding="utf-8").partition("in the columns ")[2].partition(", for")[0]
    return {word.strip(" `\n") for word in told.replace(" and ", ",").split(",")}


def test_the_columns_that_hold_words_of_the_source_are_named() -> None:
    """Does LICENSES.md name exactly the columns that may hold words of a text?"""
    free = {
        field["name"]
        for table in tables().values()
        for field in table.fields
        if field["type"] == "string" and not {"pattern", "enum"} & set(field["constraints"])
    }
    assert words_of_the_source() == free - {"message", "rights"}
