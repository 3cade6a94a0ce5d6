"""Does every file in a raw folder become a document or get a reason?"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from pipeline.errors import Unusable
from pipeline.sources import LARGEST, Source, collect
from tests.conftest import PAGE


def test_the_projects_own_page_is_the_page_byte_for_byte() -> None:
    """Is the committed text the one whose hash was handed over?"""
    assert (
        hashlib.sha256(PAGE.read_bytes()).hexdigest()
        == "97111fb44251fab518396674a537eb1f71c75c762e325c4d15f59298c0d55251"
    )


def test_sources_toml_reaches_the_document() -> None:
    """Do rights and completeness arrive, and does what nobody knows stay empty?"""
    (source,), refused = collect(PAGE.parent)
    assert not refused
    assert (source.document_id, source.path) == ("canada-peru-relations", "raw/canada-peru-relations.txt")
    assert source.rights is not None and source.rights.startswith("Crown copyright")
    assert (source.url, source.retrieved, source.publisher, source.complete) == (None, None, None, True)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"Canada imported \xe9toffes", "is not UTF-8: byte 16 is 0xe9; save it as UTF-8"),
        (b"Canada \xf0\x9f\x87", "is not UTF-8: byte 7 is 0xf0; save it as UTF-8"),
        (b"\xed\xa0\x80", "is not UTF-8: byte 0 is 0xed; save it as UTF-8"),
        (b"", "is empty; put the page's text into it or remove it"),
        (b" \r\n\t\xc2\xa0\xe2\x80\x83\n", "holds only white space; put the page's text into it or remove it"),
        (b"\xef\xbb\xbf\n", "holds only white space; put the page's text into it or remove it"),
        (b"Peru\0Canada", "has a NUL byte at byte 4, so it is not a text; save it as UTF-8"),
        ("Canada".encode("utf-16"), "is UTF-16, not UTF-8; save it as UTF-8"),
        (b"\xfe\xff\0C", "is UTF-16, not UTF-8; save it as UTF-8"),
        ("Canada".encode("utf-32"), "is UTF-32, not UTF-8; save it as UTF-8"),
        ("Canada".encode("utf-16-le"), "has a NUL byte at byte 1, so it is not a text; save it as UTF-8"),
        (b"x" * (LARGEST + 1), "a brief is a page; split it into its pages"),
    ],
)
def test_bytes_that_are_no_text_are_refused_with_the_reason(raw: Path, data: bytes, reason: str) -> None:
    """Does the user read which file it is, what is wrong and what to do, while the good page is kept?"""
    (raw / "bad.txt").write_bytes(data)
    found, refused = collect(raw)
    assert [source.document_id for source in found] == ["good"]
    assert [refusal.name for refusal in refused] == [str(raw / "bad.txt")]
    assert refused[0].reason.endswith(reason)


@pytest.mark.parametrize(
    "text",
    [
        "Canada\r\nand Peru\r\n",
        "x" * 1_000_000,
        "Canada 🇨🇦 and Peru 🇵🇪",
        "كندا وبيرو Canada",
        "\ufeffCanada",
        "a\rb\u2028c\x0cd",
        "NA",
    ],
)
def test_odd_but_honest_texts_are_kept_as_they_are(raw: Path, text: str) -> None:
    """Are line ends, a byte-order mark, emoji and right-to-left text left alone?"""
    (raw / "odd.txt").write_bytes(text.encode("utf-8"))
    found, refused = collect(raw)
    assert not refused
    assert found[1] == Source("odd", "raw/odd.txt", text, hashlib.sha256(text.encode("utf-8")).hexdigest())


@pytest.mark.parametrize(
    "name",
    [
        "=sum.txt",
        "+1.txt",
        "-rf.txt",
        "@home.txt",
        " a.txt",
        "a\tb.txt",
        "a\nb.txt",
        "a\\b.txt",
        "a\u202eb.txt",
        "a.TXT",
    ],
)
def test_names_that_would_harm_a_table_or_a_reader_are_refused(raw: Path, name: str) -> None:
    """Is a file whose name cannot be an id refused with the advice to rename it, in one line?"""
    (raw / name).write_text("Canada and Peru")
    found, refused = collect(raw)
    assert len(found) == len(refused) == 1
    assert "rename the file" in refused[0].reason
    assert str(refused[0]).isprintable()


def test_a_name_that_is_not_unicode_is_refused(raw: Path) -> None:
    """Does a file name in another encoding end in a reason too?"""
    try:
        Path(os.fsdecode(os.fsencode(raw) + b"/p\xe9rou.txt")).write_text("Peru")
    except OSError:
        pytest.skip("this file system has no such names")
    _, (refusal,) = collect(raw)
    assert str(refusal).isprintable()


def test_two_files_with_one_stem_are_both_refused(raw: Path) -> None:
    """Which of a.txt and a.TXT is the document a? Neither, until the user says."""
    (raw / "a.txt").write_text("Canada")
    (raw / "a.TXT").write_text("Peru")
    if len(list(raw.iterdir())) < 3:
        pytest.skip("this file system does not tell a.txt from a.TXT")
    found, refused = collect(raw)
    assert [source.document_id for source in found] == ["good"]
    assert {"same name as another file" in refusal.reason for refusal in refused} == {True}
    assert len(refused) == 2


def test_what_is_no_file_is_refused(raw: Path) -> None:
    """Do a folder, a pipe, a broken link and a link to itself get a reason, and does the pipe not block?"""
    (raw / "folder.txt").mkdir()
    os.mkfifo(raw / "pipe.txt")
    (raw / "broken.txt").symlink_to(raw / "nowhere")
    (raw / "loop.txt").symlink_to(raw / "loop.txt")
    found, refused = collect(raw)
    assert [source.document_id for source in found] == ["good"]
    assert {Path(refusal.name).name: refusal.reason.split(";")[0] for refusal in refused} == {
        "broken.txt": "no such file or directory",
        "folder.txt": "is not a file",
        "loop.txt": "too many levels of symbolic links",
        "pipe.txt": "is not a file",
    }


def test_an_unreadable_file_is_refused(raw: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Is a file that may not be read told with its name?"""
    (raw / "secret.txt").write_text("Canada")
    real = Path.read_bytes

    def read_bytes(path: Path) -> bytes:
        if path.name == "secret.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    _, (refusal,) = collect(raw)
    assert str(refusal) == f"{raw / 'secret.txt'}: permission denied"


def test_hidden_files_and_other_endings_are_passed_over(raw: Path) -> None:
    """Is a folder with an editor's leavings read like one without?"""
    (raw / "._good.txt").write_bytes(b"\0\5\x16\7")
    (raw / "notes.md").write_text("notes")
    found, refused = collect(raw)
    assert ([source.document_id for source in found], refused) == (["good"], [])


def test_a_folder_without_texts_is_unusable(tmp_path: Path) -> None:
    """Are a missing folder, a file in its place and an empty folder each one clear line?"""
    (tmp_path / "file").write_text("x")
    for folder, words in (
        (tmp_path / "none", "no such file"),
        (tmp_path / "file", "not a directory"),
        (tmp_path, "no *.txt file"),
    ):
        with pytest.raises(Unusable, match=words.replace("*", r"\*")) as caught:
            collect(folder)
        assert str(folder) in str(caught.value)


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        ("[good]\nlicence = 'x'", r"\[good\] has the unknown key licence; known are url, "),
        ("[gone]\nurl = 'https://example.org'", r"\[gone\] has no file gone.txt"),
        ("title = 'x'", "title"),
        ("[good]\ncomplete = 'yes'", 'complete = "yes" is no bool'),
        ("[good]\nrights = ''", 'rights = "" is no str'),
        ("[good]\nretrieved = '31/08/2012'", "is not a day as in 2012-08-31"),
        ("[good]\nretrieved = 2012-08-31T10:00:00", "is no str"),
        ("[good]\nurl = 'example.org'", "not an address"),
        ("[good\n", "mend it"),
        ("[good]\nnote = '\udce9'", "utf-8"),
    ],
)
def test_a_faulty_sources_toml_is_unusable(raw: Path, toml: str, words: str) -> None:
    """Is what is wrong in sources.toml named, with its entry, in one line?"""
    (raw / "sources.toml").write_bytes(toml.encode("utf-8", "surrogateescape"))
    with pytest.raises(Unusable, match=words) as caught:
        collect(raw)
    assert "sources.toml" in str(caught.value) and "\n" not in str(caught.value)


def test_all_that_sources_toml_can_say_is_taken(raw: Path) -> None:
    """Does each key arrive where the reading looks for it, a TOML date as an ISO date?"""
    (raw / "sources.toml").write_text(
        "[good]\nurl = 'https://example.org/p'\nretrieved = 2012-08-31\nrights = 'r'\npublisher = 'p'\n"
        "complete = true\nnote = 'n'\n"
    )
    (source,), _ = collect(raw)
    assert (source.url, source.retrieved, source.rights) == ("https://example.org/p", "2012-08-31", "r")
    assert (source.publisher, source.complete) == ("p", True)
