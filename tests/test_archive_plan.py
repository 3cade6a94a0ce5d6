"""What a user names and how it is cut: which files are read, in which order, into which shards."""

from __future__ import annotations

import importlib
import pickle
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from pipeline import archive
from pipeline.archive.files import changed
from pipeline.errors import Unusable
from tests.archives import BRIEF, ids, json_lines, outcomes, parquet, response, troubles, warc


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """A folder of all formats, 60 pages."""
    texts: list[object] = [BRIEF] * 10
    json_lines(tmp_path / "a.jsonl", [{"document_id": f"lines-{n}", "text": BRIEF} for n in range(20)])
    json_lines(tmp_path / "b.jsonl.gz", [{"document_id": f"zipped-{n}", "text": BRIEF} for n in range(10)])
    parquet(tmp_path / "c.parquet", {"document_id": [f"row-{n}" for n in range(10)], "text": texts}, rows_a_group=4)
    warc(tmp_path / "d.warc.gz", [response(f"http://x.example/{n}", BRIEF.encode(), "text/plain") for n in range(10)])
    (tmp_path / "texts").mkdir()
    for number in range(10):
        (tmp_path / "texts" / f"text-{number}.txt").write_text(BRIEF)
    return tmp_path


@pytest.mark.parametrize("size", [1, 7, 10, 1000])
def test_shards_hold_about_so_many_pages(mixed: Path, size: int) -> None:
    """However large a shard is, is every page in exactly one, in the same order, and none too large?"""
    found = outcomes(mixed, pages=size)
    assert ids(found) == ids(outcomes(mixed)) and len(set(ids(found))) == 60 and not troubles(found)
    plan = archive.pieces([str(mixed)], size)
    assert max(shard.count for shard in plan.shards) <= size
    assert [shard.number for shard in plan.shards] == list(range(len(plan.shards)))
    assert 60 / size <= len(plan.shards) <= 60 / size + 6


def test_a_plan_is_always_the_same(mixed: Path) -> None:
    """Is the plan the same each time, whoever looks through the files, and does a shard survive the way to a worker?"""
    plan = archive.pieces([str(mixed)], 7)
    with ThreadPoolExecutor(2) as pool:
        assert archive.pieces([str(mixed)], 7, pool.map) == plan
    assert pickle.loads(pickle.dumps(plan.shards)) == plan.shards


def test_a_shard_is_read_by_itself(mixed: Path) -> None:
    """Does a shard give the same whether or not the others are read?"""
    shards = archive.pieces([str(mixed)], 7).shards
    whole = [outcome for shard in shards for outcome in archive.records(shard)]
    again = [outcome for shard in reversed(shards) for outcome in reversed(list(archive.records(shard)))]
    assert whole == again[::-1]


def test_ids_that_repeat(tmp_path: Path) -> None:
    """Is only the first page of an id read, within a file, across files and across formats, and each other one told?"""
    json_lines(tmp_path / "b.jsonl", [{"document_id": name, "text": BRIEF} for name in ("x", "y", "x")])
    (tmp_path / "a.txt").write_text(BRIEF)
    (tmp_path / "a.html").write_text(f"<p>{BRIEF}")
    (tmp_path / "y.txt").write_text(BRIEF)
    for size in (1, 100):
        found = outcomes(tmp_path, pages=size)
        assert ids(found) == ["a", "x", "y"]
        assert [trouble.document_id for trouble in troubles(found)] == ["a", "x", "y"]


def test_the_first_of_many_is_read(tmp_path: Path) -> None:
    """Where ids repeat a thousand times, is it the first page of each that is read?"""
    rows = [{"document_id": "xyz"[n % 3], "text": str(n)} for n in range(1000)]
    found = outcomes(json_lines(tmp_path / "a.jsonl", rows), pages=100)
    assert [outcome.content for outcome in found if isinstance(outcome, archive.Record)] == ["0", "1", "2"]


def test_names(mixed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Do paths, folders and globs stand for their files, each once, as the user wrote them, hidden ones left out?"""
    monkeypatch.chdir(mixed)
    for hidden in (".hidden.txt", "_SUCCESS", "texts/.git/x.txt", "notes.md"):
        (mixed / hidden).parent.mkdir(exist_ok=True)
        (mixed / hidden).write_text(BRIEF)
    plan = archive.pieces(["texts", "*.jsonl*", "texts/text-1.txt", "."])
    assert [file.path for file in plan.inputs][:5] == [
        "a.jsonl",
        "b.jsonl.gz",
        "c.parquet",
        "d.warc.gz",
        "texts/text-0.txt",
    ]
    assert len(plan.inputs) == 14 and plan.ignored == ["notes.md"]
    assert plan.inputs[4].size == len(BRIEF)
    assert [file.path for file in archive.pieces(["**/*-7.txt"]).inputs] == ["texts/text-7.txt"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("nothing", "nothing: no such file or directory"),
        ("*.none", "*.none: no file to read there"),
        ("empty", "empty: no file to read there; known endings are .txt, .html"),
        ("notes.md", "notes.md: cannot be read; known endings are"),
        ("s3://bucket/x.warc.gz", "s3fs"),
        ("gs://bucket/x.warc.gz", "gcsfs"),
        ("foo://x/y.txt", "foo:// cannot be opened"),
    ],
)
def test_names_that_stand_for_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, said: str) -> None:
    """Is a name that stands for nothing refused in one line that says what to do?"""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "notes.md").write_text("x")
    for package in ("s3fs", "gcsfs"):  # as if not installed
        monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(Unusable) as raised:
        archive.pieces([name])
    assert said in str(raised.value) and "\n" not in str(raised.value)


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Is a person without the packages that archives need told in one line which, and how to install them?"""
    monkeypatch.setitem(sys.modules, "fastwarc", None)
    for module in ("pipeline.archive", "pipeline.archive.needs"):
        monkeypatch.delitem(sys.modules, module)
    with pytest.raises(Unusable, match=r'archives need fastwarc.*pip install "\.\[archive\]"'):
        importlib.import_module("pipeline.archive")


def test_urls(mixed: Path) -> None:
    """Are the files behind a URL the same pages as beside the user?"""
    import fsspec

    memory = fsspec.filesystem("memory")
    memory.put(str(mixed), "/archive", recursive=True)
    try:
        for name in ("memory://archive", "memory://archive/**"):
            found = outcomes(name, pages=7)
            assert ids(found) == ids(outcomes(mixed)) and not troubles(found)
        (remote,) = archive.pieces(["memory://archive/c.parquet"]).inputs
        assert remote.path.startswith("memory://")
        before = changed(remote.path)
        memory.pipe("/archive/c.parquet", memory.cat("/archive/c.parquet")[::-1])  # of the same size
        assert changed(remote.path) != before
    finally:
        memory.rm("/archive", recursive=True)
