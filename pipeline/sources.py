"""A folder of texts becomes the documents to read, byte for byte, and a reason for every file that cannot be one.

A document is a file `NAME.txt` in UTF-8; its id is NAME. What is known about it besides its words comes from
`sources.toml` beside it. Nothing is repaired: line ends, a byte-order mark and odd characters stay as they are.
"""

from __future__ import annotations

import codecs
import hashlib
import re
import stat
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline.errors import Unusable, brief, one_line

LARGEST = 20_000_000
NAME = re.compile(r"[^\s/=+@-][^/\t\r\n]*")
BLANK = re.compile(r"[\s\u200b\ufeff]*")
KEYS = {"url": str, "retrieved": str, "rights": str, "publisher": str, "complete": bool, "note": str}
MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


@dataclass(frozen=True, slots=True)
class Source:
    """One text to read, and what is known about it besides its words.

    `path` is where the package keeps it ("raw/NAME.txt"); `sha256` is that of the file's bytes; `url`, `retrieved`
    (ISO date), `rights`, `publisher` and `complete` (the file holds the whole page) come from sources.toml. `date`
    (EDTF) is what was said of it elsewhere, as in the head of its HTML: a date in the text counts more.
    """

    document_id: str
    path: str
    text: str
    sha256: str
    url: str | None = None
    retrieved: str | None = None
    rights: str | None = None
    complete: bool = False
    publisher: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that is not read: its name as the user wrote it, and the reason with what to do."""

    name: str
    reason: str

    def __str__(self) -> str:
        """Return the refusal as one line."""
        return f"{one_line(self.name)}: {one_line(self.reason)}"


@dataclass(frozen=True, slots=True)
class File:
    """A file that is to be a document: where it lies, what sources.toml says of it, its size in bytes.

    `doubled` is true where another file has the same name but for the ending.
    """

    path: Path
    facts: Mapping[str, str | bool]
    size: int
    doubled: bool = False


def listing(folder: Path) -> list[File]:
    """Return the folder's files to read, none of them opened yet, in the order in which the rows of tables lie.

    That is the order of id + "/", with which the ids of a document's rows begin. Raises Unusable where the folder or
    its sources.toml cannot be used, or where it holds no *.txt at all.
    """
    try:
        # Hidden files are passed over as a shell's *.txt does: some systems leave a binary "._NAME.txt" beside a text.
        files = sorted(p for p in folder.iterdir() if p.suffix.lower() == ".txt" and not p.name.startswith("."))
    except OSError as error:
        raise Unusable(f"{folder}: {reason_of(error)}; name a folder of *.txt files") from error
    if not files:
        raise Unusable(f"{folder}: no *.txt file in it; put the texts to read there")
    known = entries(folder / "sources.toml")
    stems = Counter(file.stem for file in files)
    for document_id in known:
        if document_id not in stems:
            said = f"[{document_id}] has no file {document_id}.txt; remove the entry or add the file"
            raise Unusable(f"{folder / 'sources.toml'}: {said}")
    files.sort(key=lambda file: f"{file.stem}/")
    return [File(file, known.get(file.stem, {}), _size(file), stems[file.stem] > 1) for file in files]


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:  # told when it is opened
        return 0


def opened(file: File) -> Source | Refusal:
    """Return the document of one file, or why it is refused."""
    try:
        if file.doubled:
            raise ValueError("has the same name as another file but for the ending; rename one of them")
        return _source(file.path, file.facts)
    except (ValueError, OSError) as error:
        return Refusal(str(file.path), reason_of(error))


def collect(folder: Path) -> tuple[list[Source], list[Refusal]]:
    """Return all documents of a folder at once, and the files that are refused. Raises Unusable as `listing` does."""
    found = [opened(file) for file in listing(folder)]
    return [one for one in found if isinstance(one, Source)], [one for one in found if isinstance(one, Refusal)]


def _source(file: Path, facts: Mapping[str, str | bool]) -> Source:
    """Return the document of one file; ValueError or OSError says why it is refused."""
    if not NAME.fullmatch(file.stem) or not file.name.isprintable() or "\\" in file.name:
        raise ValueError("cannot name a document; rename the file (letters, digits and hyphens are safe)")
    if file.suffix != ".txt":
        raise ValueError(f"ends in {file.suffix}; rename the file to {file.stem}.txt")
    about = file.stat()
    if not stat.S_ISREG(about.st_mode):
        raise ValueError("is not a file; move it elsewhere or rename it")
    if about.st_size > LARGEST:
        raise ValueError(
            f"has {about.st_size:,} bytes, more than {LARGEST:,}: a brief is a page; split it into its pages"
        )
    data = file.read_bytes()
    text = decode(data)
    known = {key: value for key, value in facts.items() if key != "note"}
    return Source(file.stem, f"raw/{file.name}", text, hashlib.sha256(data).hexdigest(), **known)  # type: ignore[arg-type]


def decode(data: bytes) -> str:
    """Return the text of a file's bytes; ValueError says why they are none."""
    for mark, name in MARKS:
        if data.startswith(mark):
            raise ValueError(f"is {name}, not UTF-8; save it as UTF-8")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ValueError(f"is not UTF-8: byte {error.start} is 0x{data[error.start]:02x}; save it as UTF-8") from error
    if not data:
        raise ValueError("is empty; put the page's text into it or remove it")
    if "\0" in text:
        raise ValueError(f"has a NUL byte at byte {data.index(0)}, so it is not a text; save it as UTF-8")
    if BLANK.fullmatch(text):
        raise ValueError("holds only white space; put the page's text into it or remove it")
    return text


def entries(file: Path) -> dict[str, dict[str, str | bool]]:
    """Return sources.toml as document id -> facts; no file is no facts. Raises Unusable and names what is wrong."""
    try:
        listed = tomllib.loads(file.read_bytes().decode("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise Unusable(f"{file}: {reason_of(error)}; mend it or remove it") from error
    for document_id, facts in listed.items():
        where = f"{file}: [{document_id}]"
        if not isinstance(facts, dict):
            raise Unusable(f"{file}: {document_id} stands outside a table; put it under [DOCUMENT-ID]")
        for key, value in facts.items():
            if key not in KEYS:
                raise Unusable(f"{where} has the unknown key {key}; known are {', '.join(KEYS)}")
            if key == "retrieved" and type(value) is date:
                facts[key] = value = value.isoformat()
            if type(value) is not KEYS[key] or value == "":
                raise Unusable(
                    f"{where} {key} = {brief(value)} is no {KEYS[key].__name__}; leave out what is not known"
                )
            if key == "retrieved" and not _is_day(str(value)):
                raise Unusable(f"{where} retrieved = {brief(value)} is not a day as in 2012-08-31")
            if key == "url" and not re.fullmatch(r"https?://\S+", str(value)):
                raise Unusable(f"{where} url = {brief(value)} is not an address that starts with https://")
    return listed


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def reason_of(error: Exception) -> str:
    """Return an error's reason in one line, without Python's own decoration."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[0].lower() + error.strerror[1:]
    return one_line(error)
