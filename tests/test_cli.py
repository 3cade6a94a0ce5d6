"""Does the command line say in one line what is wrong, and end with the right code?"""

from __future__ import annotations

import errno
import json
import os
import shutil
from pathlib import Path

import pyarrow as pa
import pytest

from pipeline import build, reading, writing
from pipeline.cli import main
from tests.conftest import COMMAND, PAGE, run, start

Captured = pytest.CaptureFixture[str]


def errors(capsys: Captured) -> list[str]:
    """The lines on stderr but for notes on empty tables; nothing in them may look like a traceback."""
    said = capsys.readouterr().err
    assert "Traceback" not in said
    return [line for line in said.splitlines() if not line.startswith("note: ")]


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["bild"],
        ["build", "--raw"],
        ["build", "--bogus"],
        ["build", "extra"],
        ["check", "a", "b"],
        ["build", "--raw", "x"],
    ],
)
def test_a_mistyped_command_is_one_line_and_code_2(capsys: Captured, arguments: list[str]) -> None:
    """Does a usage error name itself and where help is?"""
    assert main(arguments) == 2
    (line,) = errors(capsys)
    assert line.startswith("error: ")


def test_help_lists_both_commands(capsys: Captured) -> None:
    """Does --help end well and name what there is?"""
    assert main(["--help"]) == 0
    assert {"build", "check"} <= set(capsys.readouterr().out.split())


def test_build_and_check_print_one_line(package: Path, capsys: Captured) -> None:
    """Is a good build one summary line, and a good check another?"""
    assert main(["build", "--out", str(package)]) == 0
    assert capsys.readouterr().out.startswith("built 1 document: ")
    assert main(["check", str(package)]) == 0
    assert capsys.readouterr().out.startswith("good: ")


def test_verbose_shows_the_time_of_each_stage(package: Path, capsys: Captured) -> None:
    """Does --verbose tell what took how long, on stderr?"""
    assert main(["build", "--out", str(package), "--verbose"]) == 0
    stages = [line.rsplit(maxsplit=2)[0] for line in errors(capsys) if line.endswith(" s")]
    assert {"collect texts", "read and write", "describe", "check files", "check evidence", "publish"} <= set(stages)


@pytest.mark.parametrize(
    "data", [b"\xff\xfe\x00", b"Canada \xe9", b"", b" \n", b"a\0b", "Canada".encode("utf-16"), b"x" * 50_000_000]
)
def test_one_bad_text_alone_is_unusable(tmp_path: Path, capsys: Captured, data: bytes) -> None:
    """Is a text that cannot be read, with nothing else to build, code 2 and one line, and is no folder left?"""
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "bad.txt").write_bytes(data)
    assert main(["build", "--raw", str(tmp_path / "raw"), "--out", str(tmp_path / "out")]) == 2
    (line,) = errors(capsys)
    assert "bad.txt" in line
    assert not (tmp_path / "out").exists()


def test_one_bad_text_among_good_ones_costs_only_itself(raw: Path, tmp_path: Path, capsys: Captured) -> None:
    """Are the good texts built, the bad ones told with name and reason, and the code 1?"""
    (raw / "bad.txt").write_bytes(b"\xe9")
    (raw / "french.txt").write_text(
        "Le Canada et le Pérou entretiennent des relations chaleureuses. Les échanges commerciaux ont atteint 4,2 "
        "milliards de dollars en 2010, et les deux pays sont membres de l'organisation depuis longtemps.\n" * 5
    )
    out = tmp_path / "out"
    assert main(["build", "--raw", str(raw), "--out", str(out)]) == 1
    bad, french = errors(capsys)
    assert "bad.txt: is not UTF-8" in bad
    assert "french.txt: language fr is not supported yet" in french
    assert (out / "raw" / "good.txt").read_bytes() == PAGE.read_bytes()
    assert sorted(path.name for path in (out / "raw").iterdir()) == ["good.txt"]
    assert main(["check", str(out)]) == 0


def test_a_text_the_reading_stumbles_over_is_told(
    raw: Path, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Is a fault in a rule one line about one document, not the end of the others?"""
    shutil.copy(PAGE, raw / "strange.txt")
    real = reading.read

    def read(source: reading.Source) -> dict[str, list[reading.Row]]:
        if source.document_id == "strange":
            raise IndexError("list index\nout of range")
        return real(source)

    monkeypatch.setattr(reading, "read", read)
    assert main(["build", "--raw", str(raw), "--out", str(tmp_path / "out")]) == 1
    (line,) = errors(capsys)
    assert line == "raw/strange.txt: the reading failed (IndexError: list index out of range); please report it"


@pytest.mark.parametrize(
    "text",
    [
        PAGE.read_text(encoding="utf-8").replace("\n", "\r\n"),
        "\ufeff" + PAGE.read_text(encoding="utf-8"),
        "Canada imported $4.2 billion from Peru in 2011 and " + "more and " * 110_000 + "more.",
        "Canada 🇨🇦 and Peru 🇵🇪 traded $5 million 👍🏽 in 2011.\n\n"
        "كندا وبيرو: Canada exported $7 million to Peru in 2012.\n",
        "Canada\rand \u2028 Peru traded\x0b $5 million\x0c in 2011.\n",
    ],
    ids=["windows", "byte-order mark", "one line of 1 MB", "emoji and right-to-left", "odd line ends"],
)
def test_odd_but_honest_texts_are_built(tmp_path: Path, capsys: Captured, text: str) -> None:
    """Are Windows line ends, a line of 1 MB, emoji and right-to-left text read and checked, code 0?"""
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "odd.txt").write_bytes(text.encode("utf-8"))
    out = tmp_path / "out"
    assert main(["build", "--raw", str(tmp_path / "raw"), "--out", str(out)]) == 0, errors(capsys)[:3]
    assert (out / "raw" / "odd.txt").read_bytes() == text.encode("utf-8")
    assert main(["check", str(out)]) == 0


def test_another_folder_of_texts_is_another_package(raw: Path, tmp_path: Path) -> None:
    """Does a package of other briefs refrain from calling itself Canada–Peru Relations?"""
    out = tmp_path / "out"
    assert main(["build", "--raw", str(raw), "--out", str(out)]) == 0
    descriptor = json.loads((out / "datapackage.json").read_text(encoding="utf-8"))
    assert descriptor["name"] != "canada-peru-relations"
    assert "Canada–Peru" not in descriptor["title"]


@pytest.mark.parametrize(
    "name", ["a b.txt", "a,b;c.txt", "été 🇵🇪.txt", "a'b&c#d.txt", "UPPER.txt", "a[1].txt", "100%.txt", "a..b.txt"]
)
def test_odd_file_names_make_good_packages(raw: Path, tmp_path: Path, name: str) -> None:
    """Does a name with spaces, commas or accents travel through ids, paths and frictionless?"""
    from frictionless import validate

    shutil.move(raw / "good.txt", raw / name)
    out = tmp_path / "out"
    assert main(["build", "--raw", str(raw), "--out", str(out)]) == 0
    assert main(["check", str(out)]) == 0
    report = validate(str(out / "datapackage.json"))
    assert report.valid, report.flatten(["title", "note"])


def test_a_folder_that_is_no_place_for_a_package_is_unusable(raw: Path, tmp_path: Path, capsys: Captured) -> None:
    """Are OUT inside the texts, OUT a file, and texts that are not there told before anything is written?"""
    (tmp_path / "file").write_text("mine")
    (tmp_path / "empty").mkdir()
    for texts, out, words in (
        (raw, raw, "lies inside"),
        (raw, raw / "deep" / "out", "lies inside"),
        (raw, tmp_path / "file", "file exists"),
        (raw, tmp_path / "file" / "out", "not a directory"),
        (tmp_path / "none", tmp_path / "out", "no such file"),
        (tmp_path / "empty", tmp_path / "out", "no *.txt file"),
    ):
        assert main(["build", "--raw", str(texts), "--out", str(out)]) == 2
        (line,) = errors(capsys)
        assert words in line
    assert (tmp_path / "file").read_text() == "mine"
    assert not (tmp_path / "out").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_an_unwritable_folder_is_unusable(raw: Path, tmp_path: Path, capsys: Captured) -> None:
    """Is a folder that may not be written one line?"""
    (tmp_path / "out").mkdir(mode=0o500)
    assert main(["build", "--raw", str(raw), "--out", str(tmp_path / "out")]) == 2
    assert "permission denied" in errors(capsys)[0]


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EIO])
def test_a_disk_that_refuses_leaves_the_old_package_whole(
    package: Path, raw: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    """Does a disk that is full half-way through the tables cost a line and nothing else?"""
    before = {path: path.read_bytes() for path in package.rglob("*") if path.is_file()}
    calls = []

    real = writing.ParquetFile._write

    def write(file: writing.ParquetFile, rows: pa.Table) -> None:
        calls.append(rows)
        if len(calls) == 4:
            raise OSError(code, os.strerror(code), "data/some.parquet")
        real(file, rows)

    monkeypatch.setattr(writing.ParquetFile, "_write", write)
    assert main(["build", "--raw", str(raw), "--out", str(package)]) == 2
    (line,) = errors(capsys)
    assert os.strerror(code).lower() in line and "nothing was published" in line
    assert {path: path.read_bytes() for path in package.rglob("*") if path.is_file()} == before


def test_a_file_size_limit_is_told_like_a_full_disk(package: Path) -> None:
    """Does a real refusal of the system, not a feigned one, end the same way?"""
    script = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000)); "
        "from pipeline.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    done = start([COMMAND[0], "-c", script, "build", "--out", str(package)])
    assert (done.returncode, done.stdout) == (2, "")
    assert "file too large; nothing was published" in done.stderr and len(done.stderr.splitlines()) == 1
    assert main(["check", str(package)]) == 0


def test_findings_publish_nothing(
    built: Path, package: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Does a reading that gives a wrong value end in code 1, a line with the cell, and the old package?"""
    monkeypatch.setattr(reading, "reread", lambda quote: [])
    before = (package / "datapackage.json").stat().st_mtime_ns
    assert main(["build", "--out", str(package)]) == 1
    lines = errors(capsys)
    assert lines[-1] == "nothing was published"
    assert lines[0].startswith("data/figures.csv, row canada-peru-relations/") and "column value" in lines[0]
    assert (package / "datapackage.json").stat().st_mtime_ns == before
    assert not (package / ".staging").exists()


def test_an_empty_cell_that_must_be_filled_is_a_finding(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Is a reading that leaves a required cell empty told by row and column, before Parquet refuses it?"""
    real = reading.read

    def read(source: reading.Source) -> dict[str, list[reading.Row]]:
        rows = real(source)
        rows["dates"][0]["quote"] = None
        return rows

    monkeypatch.setattr(reading, "read", read)
    assert main(["build", "--out", str(tmp_path / "out")]) == 1
    line, last = errors(capsys)
    assert line.startswith("data/dates.csv, row canada-peru-relations/") and "column quote: is empty" in line
    assert last == "nothing was published"


def test_what_nobody_foresaw_is_one_line_too(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    """Does an error of our own making end in a plea to report it instead of a traceback?"""
    monkeypatch.setattr(build, "listing", lambda raw: 1 / 0)
    assert main(["build"]) == 2
    (line,) = errors(capsys)
    assert line.startswith("error: unexpected ZeroDivisionError")


def test_an_interrupted_build_says_so(tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    """Does Ctrl-C end in a line, the usual code and a clean folder?"""

    def interrupt(file: writing.ParquetFile, rows: pa.Table) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(writing.Files, "add", interrupt)
    assert main(["build", "--out", str(tmp_path / "out")]) == 130
    assert errors(capsys) == ["interrupted"]
    assert not (tmp_path / "out").exists()


def test_a_folder_without_a_package_is_unusable(tmp_path: Path, built: Path, capsys: Captured) -> None:
    """Does check say that there is nothing to check, or that the descriptor is no JSON, with code 2?"""
    assert main(["check", str(tmp_path)]) == 2
    assert "no such file" in errors(capsys)[0]
    for text in ("{", "[]", "{}", '{"resources": 1}', '{"resources": [1]}', "[" * 100_000, "\udcff"):
        (tmp_path / "datapackage.json").write_bytes(text.encode("utf-8", "surrogateescape"))
        assert main(["check", str(tmp_path)]) == 2
        (line,) = errors(capsys)
        assert "datapackage.json" in line
    shutil.copy(built / "datapackage.json", tmp_path)
    assert main(["check", str(tmp_path)]) == 2
    assert "package.toml" in errors(capsys)[0]


def test_the_module_runs_as_a_command() -> None:
    """Do `python -m pipeline` and its exit code work in a process of their own?"""
    done = run("check", "/nowhere")
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
