"""Does the command `archive` read every page once, into the same bytes, whatever a page or a process does?"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pandas as pd
import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest

from pipeline import tables, tableschema, validators
from pipeline.archive.files import Input
from pipeline.archive.running import local, planning
from pipeline.archive.running.demands import broken
from pipeline.archive.running.meter import Meter, clock
from pipeline.archive.running.place import Summary
from pipeline.cli import main
from tests.archives import BRIEF, json_lines
from tests.conftest import COMMAND, ROOT, start
from tests.test_bytes import contents

pytestmark = pytest.mark.slow  # each starts processes of its own

PAGES = 24
POISON = {"hang": 3, "memory": 9, "kill": 10, "error": 17, "rows": 18}  # what goes wrong, by the number of its page
# What Python runs first where it finds it: in the process that reads pages, some texts have an effect on their reader.
POISONED = """
import sys
if "pipeline.archive.running.child" in sys.orig_argv:
    import os, re, signal
    from pathlib import Path
    from pipeline import reading
    real = reading.read
    def read(source, **options):
        word = source.text.split()[0]
        if word == "hang":
            re.match("(a+)+$", "a" * 60 + "b")  # for longer than the sun will shine, and no thread can interrupt it
        if word == "memory":
            len([bytes(10_000_000) for _ in range(1000)])
        if word == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if word == "error":
            return 1 // 0
        if word == "rows":
            source = source.__class__(source.document_id, source.path, text, source.sha256)
            rows = real(source, **options)
            rows["dates"][0]["precision"] = "fortnight"
            return rows
        return real(source, **options)
    text = Path(__file__).with_name("brief.txt").read_text()
    reading.read = read
"""


def rows() -> list[object]:
    """Pages, some of which are no briefs, and begin with the word for what is to go wrong."""
    pages = [{"document_id": f"page-{at:02}", "text": f"{BRIEF}\nPage {at}."} for at in range(PAGES)]
    for word, at in POISON.items():
        pages[at]["text"] = f"{word} is no brief at all."
    return [*pages]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of pages."""
    return json_lines(tmp_path_factory.mktemp("pages") / "pages.jsonl", rows())


@pytest.fixture(scope="module")
def whole(pages: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an undisturbed run, by one worker, in three shards."""
    out = tmp_path_factory.mktemp("whole") / "out"
    assert run(pages, out, "--workers", "1") == 0
    return out


def run(pages: Path, out: Path, *options: str) -> int:
    """Read the pages, eight a shard."""
    return main(["archive", str(pages), "--out", str(out), "--shard-pages", "8", *options])


def files(out: Path) -> dict[str, bytes]:
    """All files of a run, without the seconds it took."""
    found = contents(out)
    record = json.loads(found.pop("run.json"))
    assert record.pop("seconds")["read"] >= 0
    return {**found, "run.json": json.dumps(record).encode()}


def quarantine(out: Path) -> list[dict[str, str]]:
    """The rows of the quarantine."""
    return pq.read_table(out / "quarantine.parquet").to_pylist()


def test_every_page_is_read_once_and_counted(whole: Path) -> None:
    """Do documents, pages passed over and the counts in run.json add up to the pages?"""
    read = ds.dataset(whole / "data" / "documents").to_table()["document_id"].to_pylist()
    assert read == [f"page-{at:02}" for at in range(PAGES) if at not in POISON.values()]
    counts = json.loads((whole / "run.json").read_text())["counts"]
    assert (counts["documents"], counts["quarantined"]) == (len(read), 0)
    assert sum(counts["skipped"].values()) == len(POISON)
    for name, table in tableschema.tables().items():
        found = ds.dataset(whole / "data" / name).to_table()
        assert tuple(found.column_names) == table.columns and (name == "entities" or len(found) == counts["rows"][name])


def test_offsets_count_the_text_that_is_kept(whole: Path) -> None:
    """Is each quote found at its place in the dataset of texts?"""
    kept = ds.dataset(whole / "data" / "texts").to_table()
    texts = dict(zip(kept["document_id"].to_pylist(), kept["text"].to_pylist(), strict=True))
    evidence = ds.dataset(whole / "data" / "evidence").to_table().to_pylist()
    assert evidence
    for row in evidence:
        assert texts[row["document_id"]][row["start_char"] : row["end_char"]] == row["quote"]


def test_entities_that_documents_share_are_in_one_file(whole: Path) -> None:
    """Is Peru one row though all shards name it, and does every mention find its entity?"""
    entities = ds.dataset(whole / "data" / "entities").to_table()["entity_id"].to_pylist()
    assert entities.count("peru") == 1 and len(set(entities)) == len(entities)
    assert set(ds.dataset(whole / "data" / "mentions").to_table()["entity_id"].to_pylist()) <= {*entities, None}


def test_the_bytes_do_not_tell_how_many_worked(pages: Path, whole: Path, tmp_path: Path) -> None:
    """Does a run by two workers leave the very same files, and no file but those?"""
    assert run(pages, tmp_path / "out", "--workers", "2") == 0
    assert files(tmp_path / "out") == files(whole)


def test_an_array_of_jobs_is_finished_by_a_last_run(pages: Path, whole: Path, tmp_path: Path) -> None:
    """Do two jobs and a run with --resume, which reads nothing more, leave what one run leaves?"""
    for index in "10":
        job = ("--shard-index", index, "--shard-count", "2", "--workers", "1")
        assert run(pages, tmp_path / "out", *job) == 0
        assert not (tmp_path / "out" / "datapackage.json").exists()
    before = {path: path.stat().st_ino for path in (tmp_path / "out").glob("[ds]*/**/0*")}
    assert run(pages, tmp_path / "out", "--resume") == 0
    assert {path: path.stat().st_ino for path in (tmp_path / "out").glob("[ds]*/**/0*")} == before and before
    assert files(tmp_path / "out") == files(whole)


def test_jobs_of_an_array_look_through_the_input_once(
    pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Does a job take what another has found, and look itself where a page has changed or nothing whole was kept?"""
    looks: list[int] = []
    real = planning.digests

    def digests(files: Sequence[Input], workers: int) -> dict[str, str]:
        looks.append(len(files))
        return real(files, workers)

    monkeypatch.setattr(planning, "digests", digests)
    copy, out = Path(shutil.copy(pages, tmp_path / "pages.jsonl")), tmp_path / "out"

    def job(index: int) -> int:
        assert run(copy, out, "--shard-index", str(index), "--shard-count", "3", "--workers", "1") == 0
        return len(looks)

    assert [job(0), job(1), job(0)] == [1, 1, 1]
    copy.write_bytes(copy.read_bytes().replace(b"Page 23", b"Page 00"))
    assert [job(1), job(2)] == [2, 2]
    (out / ".working" / "plan.json").write_text("{")
    assert job(2) == 3
    assert run(copy, out, "--resume") == 0 and len(looks) == 4
    assert run(copy, tmp_path / "again") == 0
    assert files(out) == files(tmp_path / "again")


def test_a_shard_whose_marker_or_file_is_wrong_is_read_again(pages: Path, whole: Path, tmp_path: Path) -> None:
    """Are a shard of other code, one without a file, and a file of no shard all put right by --resume?"""
    out = Path(shutil.copytree(whole, tmp_path / "out"))
    marker = out / "shards" / "00000.json"
    marker.write_text(marker.read_text().replace('"key": "', '"key": "0'))
    (out / "data" / "dates" / "00000.parquet").write_bytes(b"of other code")
    (out / "data" / "dates" / "00001.parquet").unlink()
    shutil.copy(out / "data" / "dates" / "00002.parquet", out / "data" / "dates" / "00003.parquet")
    assert run(pages, out, "--resume") == 0
    assert files(out) == files(whole)


def test_a_changed_page_is_read_again(pages: Path, whole: Path, tmp_path: Path) -> None:
    """Is what a marker vouches for the content of the input, not its name and size?"""
    copy, out = tmp_path / "pages.jsonl", tmp_path / "out"
    shutil.copy(pages, copy)
    assert run(copy, out, "--workers", "1") == 0
    copy.write_text(copy.read_text().replace("$522 million", "$525 million"))
    assert run(copy, out, "--resume") == 0
    values = ds.dataset(out / "data" / "figures").to_table()["value"].to_pylist()
    assert set(values) == {525_000_000}


@pytest.fixture
def poisoned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let some pages have their effect."""
    folder = tmp_path / "first"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(POISONED)
    (folder / "brief.txt").write_text(BRIEF)
    monkeypatch.setenv("PYTHONPATH", str(folder))


@pytest.mark.usefixtures("poisoned")
def test_a_page_that_harms_its_reader_is_one_row_of_the_quarantine(
    pages: Path, whole: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Are its reason and place told, all other pages read to the same bytes, and the code 1?"""
    out = tmp_path / "out"
    assert run(pages, out, "--workers", "2", "--page-timeout", "5") == 1
    found = quarantine(out)
    assert [row["document"] for row in found] == [f"page-{at:02}" for at in POISON.values()]
    reasons = ("not read within 5 s", "more than 1,024 MiB of memory", "SIGKILL", "ZeroDivisionError", "enum")
    for row, reason, word in zip(found, reasons, POISON, strict=True):
        assert reason in row["error"] and row["excerpt"].startswith(word) and str(pages) in row["where"], row
    assert [row["stage"] for row in found] == ["read"] * 4 + ["check"]
    data = {name: data for name, data in files(out).items() if name.startswith("data/")}
    assert data == {name: data for name, data in files(whole).items() if name.startswith("data/")}
    assert "5 quarantined" in capsys.readouterr().err


def test_what_cannot_be_framed_is_in_the_quarantine(tmp_path: Path) -> None:
    """Are a line that is no JSON and a second page of the same id told beside the pages that are read?"""
    page: dict[str, object] = {"document_id": "a", "text": BRIEF}
    archive = json_lines(tmp_path / "pages.jsonl", [page, b"{no JSON\n", page, {**page, "document_id": "b"}])
    assert run(archive, tmp_path / "out", "--workers", "1") == 1
    assert [row["stage"] for row in quarantine(tmp_path / "out")] == ["frame", "frame"]
    assert ds.dataset(tmp_path / "out" / "data" / "documents").to_table()["document_id"].to_pylist() == ["a", "b"]


def test_the_package_is_a_data_package(pages: Path, tmp_path: Path) -> None:
    """Does frictionless accept the descriptor, and the CSV files against their schemas, keys across shards included?"""
    out = tmp_path / "out"
    assert run(pages, out, "--workers", "1", "--csv") == 0
    done = subprocess.run(
        [sys.executable, "-m", "frictionless", "validate", "datapackage.json"], cwd=out, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout
    listed = json.loads((out / "datapackage.json").read_text())["resources"]
    paths = [path for one in listed for path in ([one["path"]] if isinstance(one["path"], str) else one["path"])]
    assert {path for path in paths if path.endswith(".parquet")} == {
        path.relative_to(out).as_posix() for path in out.rglob("*.parquet") if "shards" not in path.parts
    }
    for name, table in tableschema.tables().items():
        assert tables.read_csv(table, out / "data" / f"{name}.csv").equals(
            ds.dataset(out / "data" / name).to_table()
        ) or (
            name == "entities"  # the shared ones come first in CSV
        )


def test_arrow_finds_what_pandera_finds(built: Path) -> None:
    """Does a broken cell of every kind break the schema for both, and a good package for neither?"""
    schemas = tableschema.tables()
    good = {name: tables.read_csv(table, built / "data" / f"{name}.csv") for name, table in schemas.items()}
    assert list(broken(schemas, good)) == []
    kinds = set()
    for name, table in schemas.items():
        for field in table.fields:
            for demand in field["constraints"]:
                rows = spoiled(good[name], field, demand)
                if rows is None:
                    continue
                kinds.add(demand)
                said = list(broken(schemas, {**good, name: rows}))
                frame = rows.to_pandas(types_mapper=pd.ArrowDtype)
                theirs = {fault.column for fault in validators.violations(table, frame)}
                assert field["name"] in theirs and any(f"{name}.{field['name']} " in line for line in said), (
                    name,
                    field,
                )
    assert kinds == {"required", "enum", "pattern", "minimum"}
    twice = pa.concat_tables([good["evidence"], good["evidence"].slice(0, 1)])
    said = list(broken(schemas, {**good, "evidence": twice}))
    assert any("unique):" in line for line in said) and any("unique together" in line for line in said)
    for spaced in ("\u00a0a", "a\tb", "a\n"):  # what Arrow's regular expressions would let pass, or Python's `$`
        rows = spoiled(good["entities"], {**schemas["entities"].field("entity_id"), "wrong": spaced}, "pattern")
        assert any("entities.entity_id " in line for line in broken(schemas, {**good, "entities": rows})), spaced
    doubled = pa.concat_tables([good["documents"]] * 2)
    said = list(broken(schemas, {**good, "documents": doubled}))
    assert [line.split()[0] for line in said] == ["documents.document_id", "documents.path"]
    lost = {**good, "entities": good["entities"].slice(1)}
    assert any("foreign key: entities" in line for line in broken(schemas, lost))


def spoiled(rows: pa.Table, field: dict[str, object], demand: str) -> pa.Table | None:
    """The rows with one cell that breaks one demand; None where no value would, or there is no row."""
    at = rows.column_names.index(str(field["name"]))
    cells = rows.column(at).to_pylist()
    constraints = field["constraints"]
    assert isinstance(constraints, dict)
    wrong = {"required": None, "enum": "no such word", "pattern": field.get("wrong", "\t=")}
    if demand == "minimum":
        wrong[demand] = constraints[demand] - 1
    if not cells or demand not in wrong or (demand == "required" and constraints[demand] is False):
        return None
    kind = pa.field(rows.schema.field(at).name, rows.schema.field(at).type, True)
    return rows.set_column(at, kind, pa.array([wrong[demand], *cells[1:]], kind.type))


def test_options_that_do_not_fit_are_one_line(
    pages: Path, whole: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Does each mistake end with code 2 and what to do, before anything is written?"""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, "distributed", None)
    out = str(tmp_path / "out")
    for arguments, said in (
        ([str(pages), "--out", str(whole)], "go on in it with --resume"),
        ([str(tmp_path / "none.jsonl"), "--out", out], "no such file"),
        ([str(pages), "--out", out, "--shard-index", "1"], "go together"),
        ([str(pages), "--out", out, "--shard-index", "2", "--shard-count", "2"], "count from 0"),
        ([str(pages), "--out", out, "--engine", "dask"], 'not installed: pip install ".[cluster]"'),
    ):
        assert main(["archive", *arguments]) == 2
        (line,) = capsys.readouterr().err.splitlines()
        assert said in line, line
    assert not (tmp_path / "out").exists()


def test_dask_is_not_imported_unless_asked_for() -> None:
    """Does the command run where there is no Dask?"""
    code = "import sys; import pipeline.archive.running.command; sys.exit('distributed' in sys.modules)"
    assert start([sys.executable, "-c", code]).returncode == 0


def test_how_far_a_run_is_in_one_line(tmp_path: Path) -> None:
    """Do pages of shards at work count, and do those of an earlier run not count as speed?"""
    meter = Meter(tmp_path, 1000, 4)
    meter.start = time.monotonic() - 10
    meter.add(Summary(0, "", 300), kept=True)
    meter.add(Summary(1, "", 90, 2, {"language": 8}))
    (tmp_path / ".working" / "00002").mkdir(parents=True)
    (tmp_path / ".working" / "00002" / "progress").write_text("100 1\n")
    line = meter.line()
    assert line.startswith("500 of 1,000 pages, 20 pages/s, 2 of 4 shards, 3 quarantined, 0:00:25 left"), line
    assert clock(3723) == "1:02:03"


def fails(task: object) -> Summary:
    """A reading whose process is killed, or crashes, each time."""
    os.kill(os.getpid(), 9)
    raise AssertionError(task)


def test_a_shard_that_kills_every_worker_is_told() -> None:
    """Does the run go on without it, and say so?"""
    from pipeline.archive.running.shard import Task
    from pipeline.archive.shards import Shard

    tasks = [Task(Shard(number, (), 0), "") for number in range(2)]
    answers = list(local.read_all(fails, tasks, 2))
    assert {task.shard.number for task, _ in answers} == {0, 1}
    assert all(isinstance(answer, str) and "killed or crashed, 3 times" in answer for _, answer in answers)


@pytest.mark.parametrize("engine", ["local", "dask"])
def test_a_run_that_is_killed_goes_on(pages: Path, whole: Path, tmp_path: Path, engine: str) -> None:
    """After a kill at any moment, does --resume leave the same bytes?"""
    if engine == "dask":
        pytest.importorskip("distributed")
    out = tmp_path / "out"
    command = [*COMMAND, "archive", str(pages), "--out", str(out), "--shard-pages", "8", "--workers", "2", "--resume"]
    for wait in (0.5, 1, 2, 3, 4, 6):
        process = subprocess.Popen([*command, "--engine", engine], cwd=ROOT, stderr=subprocess.DEVNULL)
        time.sleep(wait)
        process.kill()
        process.wait()
    done = start([*command, "--engine", engine])
    assert done.returncode == 0, done.stderr
    assert files(out) == files(whole)


class Cluster(NamedTuple):
    """A scheduler of Dask with workers of their own, and where it listens."""

    address: str
    scheduler: subprocess.Popen[bytes]
    crew: list[subprocess.Popen[bytes]]


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    """A scheduler and two workers on loopback, ended after the test."""
    pytest.importorskip("distributed")
    address_file = tmp_path / "scheduler.json"
    at, environment = ["--scheduler-file", str(address_file)], {**os.environ, "PYTHONPATH": str(ROOT)}

    def dask(*arguments: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "dask", *arguments, "--no-dashboard", *at]
        none = subprocess.DEVNULL
        return subprocess.Popen(command, env=environment, cwd=tmp_path, stdout=none, stderr=none)

    processes = [dask("scheduler", "--host", "127.0.0.1", "--port", "0")]
    try:
        while not address_file.exists():
            time.sleep(0.1)
        processes += [dask("worker", "--nthreads", "1", "--no-nanny") for _ in range(2)]
        yield Cluster(json.loads(address_file.read_text())["address"], processes[0], processes[1:])
    finally:
        for process in processes:
            process.kill()
            process.wait()


COUNT, SIZE = 240, 20  # pages, and pages of a shard


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Many pages in one file."""
    rows = [{"document_id": f"page-{at:03}", "text": f"{BRIEF}\nPage {at}."} for at in range(COUNT)]
    return json_lines(tmp_path / "pages.jsonl", rows)


def begun(archive: Path, out: Path, cluster: Cluster) -> subprocess.Popen[str]:
    """A run on a cluster of which two shards are done, and not all."""
    command = [*COMMAND, "archive", str(archive), "--out", str(out), "--shard-pages", str(SIZE)]
    reading = subprocess.Popen([*command, "--scheduler", cluster.address], cwd=ROOT, stderr=subprocess.PIPE, text=True)
    while len(list(out.glob("shards/*.json"))) < 2:
        assert reading.poll() is None, reading.communicate()[1]
        time.sleep(0.05)
    return reading


def test_a_worker_of_a_cluster_that_is_killed_loses_nothing(tmp_path: Path, archive: Path, cluster: Cluster) -> None:
    """With a scheduler and two workers of their own, one killed in mid-run, is every document there exactly once?"""
    out = tmp_path / "out"
    reading = begun(archive, out, cluster)
    cluster.crew[0].kill()
    assert len(list(out.glob("shards/*.json"))) < COUNT / SIZE
    said = reading.communicate(timeout=300)[1]
    assert reading.returncode == 0, said
    read = ds.dataset(out / "data" / "documents").to_table()["document_id"].to_pylist()
    assert read == [f"page-{at:03}" for at in range(COUNT)]
    assert main(["archive", str(archive), "--out", str(tmp_path / "alone"), "--shard-pages", str(SIZE)]) == 0
    assert files(out) == files(tmp_path / "alone")


def test_a_scheduler_that_is_killed_is_told_and_its_shards_kept(
    tmp_path: Path, archive: Path, cluster: Cluster
) -> None:
    """Is it one line and code 2, and does --resume without it leave the bytes of an undisturbed run?"""
    out = tmp_path / "out"
    reading = begun(archive, out, cluster)
    cluster.scheduler.kill()
    said = reading.communicate(timeout=300)[1]
    assert reading.returncode == 2 and said.splitlines()[-1].startswith("error: the Dask scheduler was lost"), said
    assert "Traceback" not in said and not (out / "datapackage.json").exists()
    command = ["archive", str(archive), "--shard-pages", str(SIZE), "--out"]
    assert main([*command, str(out), "--resume"]) == main([*command, str(tmp_path / "alone")]) == 0
    assert files(out) == files(tmp_path / "alone")
