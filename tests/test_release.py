"""Is a release good, whole, and the same whoever makes it?"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from pipeline import release
from pipeline.checks import check
from pipeline.cli import main, publishing
from pipeline.errors import Unusable

Captured = pytest.CaptureFixture[str]
ROOT = publishing.ROOT
TOP = "canada-peru-relations-0.1.0"


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip of this project's package, in a folder with its checksum."""
    return release.make(ROOT, tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="module")
def unpacked(released: Path) -> Path:
    """The folder that comes out of the zip."""
    with zipfile.ZipFile(released) as archive:
        archive.extractall(released.parent / "unpacked")
    (folder,) = (released.parent / "unpacked").iterdir()
    return folder


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of what a release is made of, which a test may spoil."""
    folder = tmp_path / "project"
    folder.mkdir()
    for name in ("data", "raw", "schemas", "docs"):
        shutil.copytree(ROOT / name, folder / name)
    for name in (*release.BESIDE, "datapackage.json", "pyproject.toml"):
        shutil.copy(ROOT / name, folder / name)
    return folder


def test_the_version_names_the_zip(released: Path) -> None:
    """Is the zip named for package and version, and all in it under one folder of that name?"""
    assert released.name == f"{TOP}.zip"
    assert {Path(name).parts[0] for name in zipfile.ZipFile(released).namelist()} == {TOP}


def test_what_is_unpacked_is_valid(unpacked: Path) -> None:
    """Do our own check and the plain command line of frictionless find nothing wrong with what comes out?"""
    assert check(unpacked).findings == []
    command = [sys.executable, "-m", "frictionless", "validate", "datapackage.json"]
    done = subprocess.run(command, cwd=unpacked, capture_output=True, text=True, encoding="utf-8", timeout=120)
    assert done.returncode == 0, done.stdout


def test_nothing_is_missing(unpacked: Path) -> None:
    """Are descriptor, data, schemas, texts, documentation, licences and exports there, and what they list?"""
    names = {path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*") if path.is_file()}
    listed = json.loads((unpacked / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    assert {resource["path"] for resource in listed} <= names
    assert {"README.md", "LICENSE", "LICENSES.md", "CITATION.cff", "CHANGELOG.md", "schemas/package.toml"} <= names
    assert {"croissant.json", "dcat.jsonld", "dataset.jsonld", "annotations.jsonld", "SHA256SUMS"} <= names
    assert not any(name.startswith(("pipeline", "tests", ".")) for name in names)


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="sha256sum is not installed")
def test_checksums_are_true(released: Path, unpacked: Path) -> None:
    """Does the tool that people use find each file as SHA256SUMS says, the zip and every file that it holds?"""
    for folder in (released.parent, unpacked):
        done = subprocess.run(["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=folder, capture_output=True)
        assert done.returncode == 0, done.stdout
    names = {line.split("  ")[1] for line in (unpacked / "SHA256SUMS").read_text().splitlines()}
    files = {path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*") if path.is_file()}
    assert names == files - {"SHA256SUMS"}


def test_the_same_bytes_whoever_makes_it(released: Path, root: Path, tmp_path: Path) -> None:
    """Do another folder, other times, other permissions, another clock and another umask leave the zip as it was?"""
    for path in root.rglob("*"):
        path.chmod(0o700)
        os.utime(path, (1_000_000_000, 1_000_000_000))
    (root / "data" / "mine.txt").write_text("not part of the package")
    old = os.umask(0o077)
    try:
        again = release.make(root, tmp_path / "dist")
    finally:
        os.umask(old)
    assert again.read_bytes() == released.read_bytes()
    assert (again.parent / "SHA256SUMS").read_text() == f"{hashlib.sha256(again.read_bytes()).hexdigest()}  {TOP}.zip\n"
    assert sorted(path.name for path in again.parent.iterdir()) == ["SHA256SUMS", f"{TOP}.zip"]


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("pyproject.toml", 'version = "0.1.0"', 'version = "0.2.0"', 'value "0.2.0": should be 0.1.0'),
        ("CITATION.cff", "\nversion: 0.1.0", "\nversion: 0.1.1", "CITATION.cff, column version"),
        ("CITATION.cff", '"2026-11-24"', '"2026-11-25"', "CITATION.cff, column date-released"),
        ("CITATION.cff", "\nversion: 0.1.0", "", "CITATION.cff, column version"),
        ("CHANGELOG.md", "## 0.1.0 —", "## 0.2.0 —", "CHANGELOG.md, column top version"),
        ("CHANGELOG.md", "## 0.1.0 — 2026-11-24", "## 0.1.0", "column day of the top version"),
        ("CHANGELOG.md", "### Schema", "### Shape", "nothing under ### Schema"),
        ("CHANGELOG.md", "## 0.1.0", "## 0.1.0 — 2026-11-24\n\n## 0.1.0", "nothing under ### Data"),
        ("datapackage.json", '"version": "0.1.0"', '"version": "0.1.1"', "datapackage.json, column version"),
    ],
)
def test_versions_that_disagree(root: Path, name: str, old: str, new: str, said: str) -> None:
    """Is each file that names another version, or says nothing of what changed, a finding?"""
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text and list(release.disagreements(root)) == []
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert said in "\n".join(map(str, release.disagreements(root)))


def test_the_command(tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch, root: Path) -> None:
    """Does it print the zip's path; and is a project with a finding code 1 and nothing written?"""
    monkeypatch.setattr(publishing, "ROOT", root)
    assert main(["release", "--out", str(tmp_path / "dist")]) == 0
    assert capsys.readouterr().out == f"{tmp_path / 'dist' / TOP}.zip\n"
    (root / "CITATION.cff").write_text("")
    assert main(["release", "--out", str(tmp_path / "other")]) == 1
    assert capsys.readouterr().err.splitlines()[-1] == "nothing was released"
    assert not (tmp_path / "other").exists()


def test_what_is_missing_is_one_line(root: Path, tmp_path: Path) -> None:
    """Are a file that is not there and a folder that is a file told by name?"""
    (tmp_path / "file").write_text("mine")
    with pytest.raises(Unusable, match="file exists"):
        release.make(root, tmp_path / "file")
    (root / "README.md").unlink()
    with pytest.raises(Unusable, match=r"README\.md: no such file"):
        release.make(root, tmp_path / "dist")
    (root / "CHANGELOG.md").unlink()
    with pytest.raises(Unusable, match=r"CHANGELOG\.md: no such file"):
        list(release.disagreements(root))
