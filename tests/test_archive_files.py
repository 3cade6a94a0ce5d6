"""Pages in text files, JSON Lines and Parquet: what is read, and what becomes of what cannot be."""

from __future__ import annotations

import gzip
import random
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline import archive
from tests.archives import BRIEF, ids, json_lines, outcomes, parquet, troubles


def row(document_id: Any = "a", text: Any = BRIEF, **facts: Any) -> dict[str, Any]:
    """A row of a table of pages."""
    return {"document_id": document_id, "text": text, **facts}


def test_a_folder_of_texts() -> None:
    """Does the project's own folder of texts give its page, byte for byte?"""
    (found,) = outcomes("raw/*.txt")
    page = archive.page(found) if isinstance(found, archive.Record) else None
    assert isinstance(page, archive.Page)
    assert page.source.text.encode() == Path("raw/canada-peru-relations.txt").read_bytes()
    assert (page.source.document_id, page.source.path) == (
        "canada-peru-relations",
        "raw/canada-peru-relations.txt",
    )


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz"])
def test_json_lines(tmp_path: Path, name: str) -> None:
    """Do lines become records with what stands beside the text, and blank lines nothing?"""
    facts = {"url": "https://x.example/a", "date": "2012-08-31T10:00:00Z", "publisher": "Government of Canada"}
    rows: list[object] = [row("a", **facts), b"\n", row("b", other=[1])]
    first, second = outcomes(json_lines(tmp_path / name, rows))
    assert isinstance(first, archive.Record) and isinstance(second, archive.Record)
    assert (first.document_id, first.content, first.url, first.date, first.publisher) == (
        "a", BRIEF, "https://x.example/a", "2012-08-31", "Government of Canada",
    )  # fmt: skip
    assert (second.document_id, second.url) == ("b", None)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b'{"document_id": "a", \n', "is no JSON"),
        (b"\xff\xfe{}\n", "is no JSON"),
        (b"[" * 100_000 + b"\n", "is no JSON"),
        (b"[1]\n", "is no JSON object"),
        (row(text=None), "text = None is no text"),
        ({"document_id": "a"}, "text = None is no text"),
        (row(None), "document_id = None is no name"),
        (row(7), "document_id = 7 is no name"),
        (row("a/b"), 'document_id = "a/b" is no name'),
        (row(url="x.example"), 'url = "x.example" is not an address'),
        (row(date="last May"), 'date = "last May" is not a date'),
        (row(date="2012-13-01"), 'date = "2012-13-01" is not a date'),
        (row(publisher=5), "publisher = 5 is not a text"),
    ],
)
def test_a_line_that_is_no_page(tmp_path: Path, line: object, said: str) -> None:
    """Does a line that is no page give one trouble that says why, and are its neighbours read?"""
    found = outcomes(json_lines(tmp_path / "a.jsonl", [row("before"), line, row("after")]))
    (trouble,) = troubles(found)
    assert said in trouble.error and trouble.where.endswith("a.jsonl, record 2") and trouble.stage == "frame"
    assert ids(found) == ["before", "after"]


def test_a_line_beyond_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Is a line that is too long passed over without being kept, in a plain file as in one that inflates to it?"""
    from pipeline.archive import json_lines as module

    monkeypatch.setattr(module, "_LONGEST", 1000)
    monkeypatch.setattr(module, "_CHUNK", 100)
    for name in ("a.jsonl", "b.jsonl.gz"):
        found = outcomes(json_lines(tmp_path / name, [row("before"), row("long", "x" * 5000), row("after")]))
        assert ids(found) == ["before", "after"]
        (trouble,) = troubles(found)
        assert "more than 1,000" in trouble.error


def test_a_gzip_file_that_ends_too_early(tmp_path: Path) -> None:
    """Are the lines before the damage read, and the damage told once?"""
    path = json_lines(tmp_path / "a.jsonl.gz", [row(f"page-{n}", BRIEF + str(n) * n) for n in range(100)])
    path.write_bytes(path.read_bytes()[:-50])
    found = outcomes(path, pages=30)
    assert ids(found)[:50] == [f"page-{n}" for n in range(50)]
    assert [trouble.error.split(":")[0] for trouble in troubles(found)] == ["cannot be inflated further"]


def test_a_gzip_file_that_is_none(tmp_path: Path) -> None:
    """Is a file that is not what its name says one trouble, and are the other files read?"""
    (tmp_path / "a.jsonl.gz").write_bytes(b"no gzip")
    (tmp_path / "b.parquet").write_bytes(b"no parquet")
    json_lines(tmp_path / "c.jsonl", [row("c")])
    found = outcomes(tmp_path)
    assert len(troubles(found)) == 2 and ids(found) == ["c"]


def test_parquet(tmp_path: Path) -> None:
    """Do rows become records, dates of any type dates, and rows without text troubles?"""
    columns: dict[str, list[object]] = {
        "document_id": ["a", "b", None, "d"],
        "text": [BRIEF, None, BRIEF, BRIEF],
        "date": [date(2012, 8, 31), None, None, None],
    }
    found = outcomes(parquet(tmp_path / "a.parquet", columns))
    assert ids(found) == ["a", "d"]
    assert isinstance(found[0], archive.Record) and found[0].date == "2012-08-31"
    assert [(t.document_id, t.where.rpartition(", ")[2]) for t in troubles(found)] == [("b", "row 2"), ("", "row 3")]


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"id": ["a"], "text": [BRIEF]}, "it has no column document_id"),
        ({"document_id": ["a"], "text": [1]}, "its column text is of type int64"),
    ],
)
def test_parquet_of_something_else(tmp_path: Path, columns: dict[str, list[object]], said: str) -> None:
    """Does a table without pages give one trouble that names the column?"""
    (trouble,) = troubles(outcomes(parquet(tmp_path / "a.parquet", columns)))
    assert said in trouble.error


def test_parquet_as_other_tools_write_it(tmp_path: Path) -> None:
    """Are texts read that are kept as a dictionary or with long offsets?"""
    for kind in (pa.dictionary(pa.int32(), pa.string()), pa.large_string()):
        table = pa.table({"document_id": pa.array(["a", "b"], kind), "text": pa.array([BRIEF, None], kind)})
        pq.write_table(table, tmp_path / "a.parquet")
        found = outcomes(tmp_path / "a.parquet")
        assert ids(found) == ["a"] and [t.document_id for t in troubles(found)] == ["b"]


def test_a_damaged_row_group(tmp_path: Path) -> None:
    """Where the texts of one row group are damaged, is each of its rows told by its id, and the rest read?"""
    names: list[object] = [f"page-{n}" for n in range(30)]
    noise = random.Random(1)  # or it would compress to a few bytes
    texts: list[object] = [noise.randbytes(600).hex() for _ in names]
    path = parquet(tmp_path / "a.parquet", {"document_id": names, "text": texts}, rows_a_group=10)
    chunk = pq.ParquetFile(path).metadata.row_group(1).column(1)
    data = bytearray(path.read_bytes())
    end = chunk.data_page_offset + chunk.total_compressed_size
    data[end - 80 : end - 40] = b"\xff" * 40
    path.write_bytes(data)
    found = outcomes(path, pages=7)
    assert [t.document_id for t in troubles(found)] == names[10:20]
    assert ids(found) == names[:10] + names[20:]


def test_a_value_beyond_the_limit_in_parquet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Is a page that is too long told, and its neighbour read?"""
    from pipeline.archive import parquet as module

    monkeypatch.setattr(module, "LARGEST_PAGE", 1000)
    found = outcomes(parquet(tmp_path / "a.parquet", {"document_id": ["a", "b"], "text": ["x" * 2000, BRIEF]}))
    assert (ids(found), troubles(found)[0].document_id) == (["b"], "a")


def test_a_large_file_is_not_read(tmp_path: Path) -> None:
    """Is a page of 200 MB told without being read into memory?"""
    with open(tmp_path / "a.txt", "wb") as file:
        file.truncate(200_000_000)
    (trouble,) = troubles(outcomes(tmp_path))
    assert trouble.document_id == "a" and "more than 20,000,000 bytes" in trouble.error


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    """Is a file that vanished after planning a trouble, and are the others read?"""
    for name in ("a.txt", "b.jsonl", "c.txt"):
        (tmp_path / name).write_text(BRIEF)
    plan = archive.pieces([str(tmp_path)])
    (tmp_path / "a.txt").unlink()
    (tmp_path / "b.jsonl").unlink()
    found = [outcome for shard in plan.shards for outcome in archive.records(shard)]
    assert {t.error for t in troubles(found)} == {"no such file or directory"} and ids(found) == ["c"]


def test_gzip_members(tmp_path: Path) -> None:
    """Is a gzip file of several members, as two files put together give one, read as a whole?"""
    one, two = (gzip.compress(b'{"document_id": "%s", "text": "x"}\n' % name) for name in (b"a", b"b"))
    (tmp_path / "a.jsonl.gz").write_bytes(one + two)
    assert ids(outcomes(tmp_path)) == ["a", "b"]
