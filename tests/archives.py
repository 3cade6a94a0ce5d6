"""What tests of archives share: files of pages as people have them, and what reading them gives."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline import archive
from pipeline.archive.outcomes import Outcome

BRIEF = (
    "Canada-Peru Relations\n\nCanada and Peru have warm and growing bilateral relations.\n\n"
    "In 2011, Canadian exports to Peru reached $522 million.\n"
)


def outcomes(*names: object, pages: int = archive.PAGES) -> list[Outcome]:
    """Plan what is named, and read all shards; each gives as many outcomes as it promised."""
    plan = archive.pieces([str(name) for name in names], pages)
    found: list[Outcome] = []
    for shard in plan.shards:
        inside = list(archive.records(shard))
        assert len(inside) == shard.count, (shard, inside)
        found += inside
    return found


def ids(found: Iterable[Outcome]) -> list[str]:
    """The ids of the records among some outcomes."""
    return [outcome.document_id for outcome in found if isinstance(outcome, archive.Record)]


def troubles(found: Iterable[Outcome]) -> list[archive.Trouble]:
    """The troubles among some outcomes."""
    return [outcome for outcome in found if isinstance(outcome, archive.Trouble)]


def json_lines(path: Path, rows: Iterable[object]) -> Path:
    """Write JSON Lines, gzipped where the name says so; what is bytes is a line as it stands."""
    data = b"".join(row if isinstance(row, bytes) else json.dumps(row).encode() + b"\n" for row in rows)
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


def parquet(path: Path, columns: dict[str, list[object]], rows_a_group: int = 1000) -> Path:
    """Write a Parquet file."""
    pq.write_table(pa.table(columns), path, row_group_size=rows_a_group, use_dictionary=False, write_page_checksum=True)
    return path


def response(
    url: str, body: bytes, content_type: str = "text/html", status: str = "200 OK", headers: str = "", extra: str = ""
) -> bytes:
    """One WARC record of a page as a server sent it."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\n{headers}\r\n".encode() + body
    return record("response", url, http, "application/http; msgtype=response", extra)


def record(kind: str, url: str, block: bytes, content_type: str = "text/plain", extra: str = "") -> bytes:
    """One WARC record."""
    target = f"WARC-Target-URI: {url}\r\n" if url else ""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\n{target}WARC-Date: 2013-05-02T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n{extra}"
        f"Content-Type: {content_type}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def warc(path: Path, records: Iterable[bytes]) -> Path:
    """Write a WARC file; where the name says so, each record a gzip member of its own."""
    zipped = path.suffix == ".gz"
    path.write_bytes(b"".join(gzip.compress(data, mtime=0) if zipped else data for data in records))
    return path
