"""Are many documents read by many processes into the very same package, whatever happens to a process?"""

from __future__ import annotations

import os
import pty
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow as pa
import pytest

from pipeline import batches, checks, tables, tableschema, workers, writing
from pipeline.checks import parts
from pipeline.cli import main
from pipeline.errors import Finding
from tests.conftest import COMMAND, PAGE, ROOT, start
from tests.test_bytes import contents
from tests.test_checks import FAULTS, Fault, elsewhere, rewrite

# Ids of which one is the beginning of another, followed by what sorts before a slash and what sorts after it.
NAMES = ("a", "a b", "a-b", "a.c", "a0", "b", "page-10", "page-2", "Z", "é")
FRENCH = "Le Canada et le Pérou entretiennent des relations chaleureuses et sont membres de l'organisation.\n" * 20
# A command line whose reading of the document "page-2" is changed; worker processes run this file too.
CHANGED = """
import os, signal, sys, time
from pathlib import Path
from pipeline import batches, checks, reading
batches.DOCUMENTS = 2
real = reading.read
def read(source):
    if source.document_id == "page-2":
        {change}
    return real(source)
reading.read = read
if __name__ == "__main__":
    from pipeline.cli import main
    signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever runs the tests in the background ignores it
    sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ten short texts, and among them one that is not UTF-8 and one in French."""
    folder = tmp_path_factory.mktemp("many")
    words = PAGE.read_text(encoding="utf-8").split("\n\n")
    for number, name in enumerate(NAMES):
        (folder / f"{name}.txt").write_text("\n\n".join(words[: 6 + number % 4]) + "\n", encoding="utf-8")
    (folder / "a-bad.txt").write_bytes(b"Canada \xe9")
    (folder / "french.txt").write_text(FRENCH, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def reference(texts: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The package of these texts, read one after the other as one batch."""
    out = tmp_path_factory.mktemp("reference") / "out"
    assert main(["build", "--raw", str(texts), "--out", str(out), "--workers", "1"]) == 1
    return contents(out)


@pytest.mark.slow
@pytest.mark.parametrize(("count", "size"), [(1, 3), (2, 1), (3, 2)])
def test_the_bytes_do_not_tell_how_many_worked_on_how_much(
    texts: Path,
    reference: dict[str, bytes],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    count: int,
    size: int,
) -> None:
    """Are all files the same for any number of workers and documents in a batch, and the refusals told in order?"""
    monkeypatch.setattr(batches, "DOCUMENTS", size)
    monkeypatch.setattr(checks, "SMALL", 0)
    monkeypatch.setattr(parts, "ROWS", 200 * size)
    assert main(["build", "--raw", str(texts), "--out", str(tmp_path / "out"), "--workers", str(count)]) == 1
    assert contents(tmp_path / "out") == reference
    refused = [line for line in capsys.readouterr().err.splitlines() if not line.startswith("note: ")]
    assert [line.split(":")[0].rpartition("/")[2] for line in refused] == ["a-bad.txt", "french.txt"]
    assert "is not UTF-8" in refused[0] and "language fr" in refused[1]


def test_every_table_of_many_documents_is_in_the_order_of_its_ids(reference: dict[str, bytes], tmp_path: Path) -> None:
    """Does "a b/…" stand before "a/…", and "a" before "a b", as they sort?"""
    for name, table in tableschema.tables().items():
        (tmp_path / "x.csv").write_bytes(reference[f"data/{name}.csv"])
        ids = tables.read_csv(table, tmp_path / "x.csv")[table.primary_key].to_pylist()
        assert ids == sorted(set(ids)), name


@pytest.mark.parametrize("step", [1, 7, 20, 1000])
def test_files_do_not_tell_how_many_rows_came_at_once(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """Are row groups cut after a fixed number of rows, however the rows are added?"""
    monkeypatch.setattr(writing, "ROWS_A_GROUP", 20)
    table = tableschema.tables()["mentions"]
    rows = tables.read_csv(table, built / "data" / "mentions.csv")
    for name, size in (("whole", len(rows)), ("steps", step)):
        (tmp_path / name).mkdir()
        with writing.Files(table, tmp_path / name) as files:
            for first in range(0, len(rows), size):
                files.add(rows.slice(first, size))
    assert contents(tmp_path / "steps") == contents(tmp_path / "whole")
    assert (tmp_path / "steps" / "mentions.csv").read_bytes() == (built / "data" / "mentions.csv").read_bytes()
    parquet = pa.parquet.ParquetFile(tmp_path / "steps" / "mentions.parquet")
    sizes = [parquet.metadata.row_group(group).num_rows for group in range(parquet.num_row_groups)]
    assert len(sizes) > 2 and set(sizes[:-1]) == {20}


def test_rows_out_of_order_are_never_written(built: Path, tmp_path: Path) -> None:
    """Is a batch whose ids sort before those of the batch before refused, rather than published unsorted?"""
    table = tableschema.tables()["dates"]
    rows = tables.read_csv(table, built / "data" / "dates.csv")
    with pytest.raises(ValueError, match="comes after"), writing.Files(table, tmp_path) as files:
        files.add(rows.slice(2))
        files.add(rows.slice(0, 2))


def build_changed(change: str, texts: Path, out: Path) -> subprocess.CompletedProcess[str]:
    """Build with two workers and a reading that does something else to one document."""
    script = out.parent / "changed.py"
    script.write_text(CHANGED.format(change=change), encoding="utf-8")
    return start([COMMAND[0], str(script), "build", "--raw", str(texts), "--out", str(out), "--workers", "2"])


@pytest.mark.slow
def test_a_document_that_kills_its_reader_is_refused_alone(texts: Path, tmp_path: Path) -> None:
    """Is it found among those read with it, told with what to do, and are all others read?"""
    done = build_changed("os.kill(os.getpid(), signal.SIGKILL)", texts, tmp_path / "out")
    assert done.returncode == 1, done.stderr
    told = [line for line in done.stderr.splitlines() if "page-2" in line]
    assert len(told) == 1 and "was killed or crashed, twice; take the file away" in told[0]
    read = {path.stem for path in (tmp_path / "out" / "raw").iterdir()}
    assert read == {*NAMES} - {"page-2"}
    assert main(["check", str(tmp_path / "out")]) == 0


@pytest.mark.slow
def test_no_page_ends_a_build_of_few(raw: Path, tmp_path: Path) -> None:
    """Is a page that crashes the interpreter told in a line, and the one beside it built?"""
    shutil.copy(raw / "good.txt", raw / "page-2.txt")
    done = build_changed("os.kill(os.getpid(), signal.SIGSEGV)", raw, tmp_path / "out")
    assert done.returncode == 1 and len(done.stderr.splitlines()) == 1, done.stderr
    assert "page-2.txt: the process that read it was killed or crashed, twice" in done.stderr
    assert [path.stem for path in (tmp_path / "out" / "raw").iterdir()] == ["good"]


@pytest.mark.slow
def test_a_worker_killed_from_outside_costs_nothing(texts: Path, reference: dict[str, bytes], tmp_path: Path) -> None:
    """Is what a worker was at when it was killed read again, and is the package the same to the byte?"""
    flag = tmp_path / "killed"
    change = f"if not Path({str(flag)!r}).exists(): Path({str(flag)!r}).touch(); os.kill(os.getpid(), signal.SIGKILL)"
    done = build_changed(change, texts, tmp_path / "out")
    assert flag.exists() and done.returncode == 1 and "killed" not in done.stderr
    assert contents(tmp_path / "out") == reference


def test_a_check_whose_process_is_killed_is_one_line(
    built: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Does the user learn that the check did not come to an end, with code 2?"""
    monkeypatch.setattr(checks, "SMALL", 0)
    monkeypatch.setattr(checks, "cores", lambda: 2)
    monkeypatch.setattr(checks, "_survey", killed)
    assert main(["check", str(built)]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("error: a process that checked the package was killed or crashed; ")


def killed(*_: object) -> None:
    """A work that ends its process."""
    os.kill(os.getpid(), signal.SIGKILL)


def late(number: int) -> int:
    """A work that takes longer for smaller numbers."""
    time.sleep(0.3 / (1 + number))
    return number


def failing(number: int) -> int:
    """A work that fails for one number."""
    return 1 // (number - 3)


def test_results_come_in_the_order_of_their_tasks() -> None:
    """Does a task that takes long hold back those after it, and does a failure come to the one who asked?"""
    assert list(workers.spread(late, range(6), 3)) == [(number, number) for number in range(6)]
    with pytest.raises(ZeroDivisionError):
        list(workers.spread(failing, range(6), 2))


def children(process: int) -> list[int]:
    """The processes that a process has started."""
    return [int(found) for found in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def begin(texts: Path, out: Path, folder: Path) -> tuple[subprocess.Popen[str], list[int]]:
    """Start a build that would take a minute, and return it and its workers once they are at work."""
    if not Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").exists():
        pytest.skip("needs Linux to see who is whose child")
    script = folder / "slow.py"
    script.write_text(CHANGED.format(change="Path(__file__).with_name('begun').touch(); time.sleep(60)"))
    command = [COMMAND[0], str(script), "build", "--raw", str(texts), "--out", str(out), "--workers", "2"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    build = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True, start_new_session=True)
    for _ in range(600):
        if (folder / "begun").exists():
            return build, children(build.pid)
        time.sleep(0.1)
    raise AssertionError("it did not begin")


@pytest.mark.parametrize(
    ("sent", "code"), [(signal.SIGINT, 130), pytest.param(signal.SIGKILL, -signal.SIGKILL, marks=pytest.mark.slow)]
)
def test_a_build_that_is_stopped_leaves_the_old_package_and_no_process(
    package: Path, texts: Path, tmp_path: Path, sent: signal.Signals, code: int
) -> None:
    """Does Ctrl-C end all processes at once in one word, and do the workers of a killed build end too?"""
    before = contents(package)
    build, crew = begin(texts, package, tmp_path)
    assert len(crew) >= 2
    stopped = time.monotonic()
    # A terminal sends Ctrl-C to all of them; a kill is for one.
    os.killpg(build.pid, sent) if sent == signal.SIGINT else os.kill(build.pid, sent)
    said = build.communicate(timeout=30)[1]
    assert (build.returncode, said) == (code, "interrupted\n" if sent == signal.SIGINT else "")
    while any(map(alive, crew)):
        assert time.monotonic() - stopped < 20, "a process is left"
        time.sleep(0.1)
    assert {name: data for name, data in contents(package).items() if not name.startswith(".staging/")} == before
    assert (package / ".staging").exists() == (sent == signal.SIGKILL)


def alive(process: int) -> bool:
    """Whether a process is still at work; one that has ended may be listed until somebody asks for its code."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_bar_shows_on_a_terminal_and_nowhere_else(
    texts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Does a person see how far the reading is, and does a log stay free of it?"""
    (tmp_path / "raw").mkdir()
    for number in range(20):
        shutil.copy(texts / "a.txt", tmp_path / "raw" / f"{number}.txt")
    arguments = ["build", "--raw", str(tmp_path / "raw"), "--out", str(tmp_path / "out")]
    command = [*COMMAND, *arguments]
    theirs, ours = pty.openpty()
    done = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=ours, env={**os.environ, "TERM": "xterm"}
    )
    os.close(ours)
    seen = b""
    while True:
        try:
            part = os.read(theirs, 4096)
        except OSError:  # Linux says so when the other end is closed
            part = b""
        if not part:
            break
        seen += part
    assert done.wait() == 0
    assert b"reading" in seen and b"/20" in seen
    assert main(arguments) == 0 and "reading" not in capsys.readouterr().err


QUICK = ("an id twice in a table", "an id in two tables", "an entity that is not there", "another text's hash",
         "words after the last sentence", "evidence for an empty cell", "a mention in a mention")  # fmt: skip


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package of this project's page and of two parts of it, which sort after it."""
    folder = tmp_path_factory.mktemp("several")
    (folder / "raw").mkdir()
    shutil.copy(PAGE, folder / "raw")
    for number, name in enumerate(("canada-peru-relations-2", "d")):
        words = PAGE.read_text(encoding="utf-8").split("\n\n")
        (folder / "raw" / f"{name}.txt").write_text("\n\n".join(words[: 5 + number]), encoding="utf-8")
    assert main(["build", "--raw", str(folder / "raw"), "--out", str(folder / "out")]) == 0
    return folder / "out"


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=() if name in QUICK else pytest.mark.slow)
        for name in FAULTS
        if name != "words in two sentences"  # that one takes them from two documents, where they are no fault
    ],
)
def test_parts_are_judged_as_the_whole_is(
    several: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Is every planted fault found in a package that is judged document by document, with the very same findings?"""
    package = Path(shutil.copytree(several, tmp_path / "package"))

    def fault(rows: dict[str, list[dict[str, object]]]) -> Finding:
        planted: Fault = elsewhere if name == "the wrong sentence" else FAULTS[name]
        finding = planted(rows)
        for table, schema in tableschema.tables().items():
            rows[table].sort(key=lambda row: str(row[schema.primary_key]))
        return finding

    rewrite(package, fault)
    whole = checks.check(package).findings
    monkeypatch.setattr(checks, "SMALL", 0)
    monkeypatch.setattr(parts, "ROWS", 1)
    assert whole and {*map(str, checks.check(package, workers=1).findings)} == {*map(str, whole)}


def test_a_good_package_is_good_in_parts(several: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Do the parts find nothing where there is nothing, count the same, and are there parts at all?"""
    whole = checks.check(several)
    monkeypatch.setattr(checks, "SMALL", 0)
    monkeypatch.setattr(parts, "ROWS", 1)
    divided = []
    real = parts.divide

    def divide(*given: object) -> list[parts.Part]:
        divided.extend(real(*given))  # type: ignore[arg-type]
        return divided

    monkeypatch.setattr(parts, "divide", divide)
    assert checks.check(several, workers=1) == whole
    assert not whole.findings and len(divided) == 3
    assert [part.documents for part in divided] == [("canada-peru-relations-2",), ("canada-peru-relations",), ("d",)]


MEASURED = """
import resource, sys
from pipeline import checks
checks.SMALL = 0
if __name__ == "__main__":
    from pipeline.cli import main
    code = main(sys.argv[1:])
    print(*(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))
    sys.exit(code)
"""


@pytest.mark.slow
def test_memory_does_not_grow_with_documents(tmp_path: Path) -> None:
    """Do four times as many pages take hardly more memory, in the build itself and in its workers?"""
    script = tmp_path / "measured.py"
    script.write_text(MEASURED)
    peaks = []
    for count in (150, 600):
        raw = tmp_path / f"raw-{count}"
        raw.mkdir()
        for number in range(count):
            shutil.copy(PAGE, raw / f"page-{number}.txt")
        command = [sys.executable, str(script), "build", "--raw", str(raw), "--out", str(tmp_path / f"out-{count}")]
        done = subprocess.run(
            [*command, "--workers", "2"], capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)}
        )
        assert done.returncode == 0, done.stderr
        peaks.append([int(number) for number in done.stdout.splitlines()[-1].split()])
    kilobytes = 1 if sys.platform != "darwin" else 1024
    for few, many in zip(*peaks, strict=True):
        # A page has 700 of rows in Arrow and in texts: kept, they would show. A heap that is still warming up takes less.
        assert (many - few) / 450 / kilobytes < 350, peaks
