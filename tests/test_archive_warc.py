"""Pages in web archives: which records are pages, what is told of damage, and that the rest is read."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import random
import zlib
from pathlib import Path

import pytest
from fastwarc.stream_io import ChunkedWriter

from pipeline import archive
from pipeline.archive.warc import document_id
from tests.archives import BRIEF, ids, outcomes, record, response, troubles, warc

HTML = f"<html><body><p>{BRIEF}</p></body></html>".encode()


def pages(count: int) -> list[bytes]:
    """Records that compress badly, so that damage hits one of them."""
    noise = random.Random(1)
    return [response(f"http://x.example/{n}", HTML + noise.randbytes(900).hex().encode()) for n in range(count)]


def name(number: int) -> str:
    """The id of one of those pages."""
    return document_id(f"http://x.example/{number}")


@pytest.mark.parametrize("file", ["a.warc", "a.warc.gz"])
def test_which_records_are_pages(tmp_path: Path, file: str) -> None:
    """Are the pages read and all other records passed over, each with its reason?"""
    found = outcomes(
        warc(
            tmp_path / file,
            [
                record("warcinfo", "", b"software: x"),
                record("request", "http://x.example/a", b"GET / HTTP/1.1\r\n\r\n", "application/http"),
                response("https://www.x.example/canada-peru?menu_id=7", HTML, "text/html; charset=UTF-8"),
                record("metadata", "http://x.example/a", b"via: y"),
                response("http://x.example/robots.txt", b"User-agent: *", "text/plain"),
                response("http://x.example/logo.gif", b"GIF89a", "image/gif"),
                response("http://x.example/gone", HTML, status="404 Not Found"),
                record("revisit", "http://x.example/a", b""),
                record("resource", "http://x.example/text", BRIEF.encode(), "text/plain"),
                record("resource", "dns:x.example", b"20130502 x.example. A 1.2.3.4", "text/dns"),
            ],
        )
    )
    assert [outcome.reason for outcome in found if isinstance(outcome, archive.Skipped)] == [
        "record of type warcinfo", "record of type request", "record of type metadata", "robots.txt",
        "not HTML or text", "HTTP status 404", "record of type revisit", "not HTML or text",
    ]  # fmt: skip
    first, second = [outcome for outcome in found if isinstance(outcome, archive.Record)]
    assert (first.content, first.media_type, first.charset, first.retrieved) == (
        HTML,
        "text/html",
        "UTF-8",
        "2013-05-02",
    )
    assert first.url == "https://www.x.example/canada-peru?menu_id=7"
    assert first.document_id.startswith("x-example-canada-peru-menu-id-7-")
    assert (second.content, second.media_type) == (BRIEF.encode(), "text/plain")
    assert not troubles(found)


def test_wet(tmp_path: Path) -> None:
    """Are the conversions of a WET file read as text?"""
    (found,) = outcomes(warc(tmp_path / "a.warc.wet.gz", [record("conversion", "http://x.example/a", BRIEF.encode())]))
    assert isinstance(found, archive.Record) and (found.media_type, found.content) == ("text/plain", BRIEF.encode())


def test_a_day_that_is_none(tmp_path: Path) -> None:
    """Is a page read whose record was saved at no possible time, without a day?"""
    for day in (b"WARC-Date: 2013-02-31T", b"WARC-Date: soon"):
        (found,) = outcomes(warc(tmp_path / "a.warc", [pages(1)[0].replace(b"WARC-Date: 2013-05-02T", day)]))
        assert isinstance(found, archive.Record) and found.retrieved is None


def test_ids_tell_addresses_apart() -> None:
    """Do addresses that differ in one sign have different ids, and the same address always the same?"""
    addresses = ["http://x.example/a-b", "http://x.example/a_b", "https://x.example/a-b", "http://x.example/a-b/"]
    assert len({document_id(address) for address in addresses}) == 4
    assert (
        document_id("http://x.example/a-b") == "x-example-a-b-" + hashlib.sha256(addresses[0].encode()).hexdigest()[:16]
    )


def test_an_address_saved_twice(tmp_path: Path) -> None:
    """Is the second page of an address told, not dropped and not renamed, though it lies in another file and shard?"""
    warc(tmp_path / "a.warc.gz", pages(3))
    warc(tmp_path / "b.warc.gz", [pages(3)[1], response("http://x.example/other", HTML)])
    found = outcomes(tmp_path, pages=2)
    assert ids(found) == [name(0), name(1), name(2), document_id("http://x.example/other")]
    (trouble,) = troubles(found)
    assert trouble.document_id == name(1) and "document id of an earlier page" in trouble.error
    assert "b.warc.gz" in trouble.where


def chunked(body: bytes) -> bytes:
    """A body as a server sends it in chunks."""
    out = io.BytesIO()
    writer = ChunkedWriter(out)
    writer.write(body)
    writer.finish()
    return out.getvalue() or b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ("Content-Encoding: gzip\r\n", gzip.compress(HTML)),
        ("Content-Encoding: x-gzip\r\n", gzip.compress(HTML)),
        ("Content-Encoding: deflate\r\n", zlib.compress(HTML)),
        ("Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", chunked(gzip.compress(HTML))),
        ("Transfer-Encoding: chunked\r\n", chunked(HTML)),
        ("Content-Encoding: gzip\r\n", HTML),
        ("Transfer-Encoding: chunked\r\n", HTML),
        ("Content-Encoding: identity\r\n", HTML),
    ],
)
def test_encoded_bodies(tmp_path: Path, headers: str, body: bytes) -> None:
    """Is a body given as its author wrote it, also where the archive kept the header and not the encoding?"""
    (found,) = outcomes(warc(tmp_path / "a.warc", [response("http://x.example/a", body, headers=headers)]))
    assert isinstance(found, archive.Record) and found.content == HTML


def test_brotli(tmp_path: Path) -> None:
    """Is a body in Brotli inflated?"""
    body = b"\x0b\x02\x80hello\x03"  # the word as the format's definition writes it, uncompressed
    (found,) = outcomes(
        warc(tmp_path / "a.warc", [response("http://x.example/a", body, headers="Content-Encoding: br\r\n")])
    )
    assert isinstance(found, archive.Record) and found.content == b"hello"


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (response("http://x.example/bad", gzip.compress(HTML)[:-20], headers="Content-Encoding: gzip\r\n"), "cannot be inflated"),
        (response("http://x.example/bad", HTML, headers="Content-Encoding: br\r\n"), "cannot be inflated"),
        (response("http://x.example/bad", HTML, headers="Content-Encoding: foo\r\n"), "Content-Encoding foo, which is unknown"),
        (record("response", "http://x.example/bad", HTML), "does not begin with an HTTP header"),
        (response("http://x.example/bad", HTML, extra="WARC-Truncated: length\r\n"), "cut short when it was saved (length)"),
        (response("http://x.example/bad", HTML, extra=f"WARC-Block-Digest: sha1:{base64.b32encode(b'x' * 20).decode()}\r\n"), "digest"),
        (response("http://x.example/bad", HTML, extra=f"WARC-Block-Digest: sha256:{'0' * 64}\r\n"), "digest"),
        (record("respomse", "http://x.example/bad", HTML), "which is none"),
        (record("response", "", HTML), "no WARC-Target-URI"),
    ],
)  # fmt: skip
def test_a_bad_page(tmp_path: Path, bad: bytes, said: str) -> None:
    """Does a page that cannot be had give one trouble that says why, and are its neighbours read?"""
    for file in ("a.warc", "a.warc.gz"):
        found = outcomes(warc(tmp_path / file, [pages(2)[0], bad, pages(2)[1]]))
        (trouble,) = troubles(found)
        assert said in trouble.error and ids(found) == [name(0), name(1)]
        (tmp_path / file).unlink()


def test_a_digest_that_is_right(tmp_path: Path) -> None:
    """Is a page read whose block has the digest that its record names?"""
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + HTML
    digest = base64.b32encode(hashlib.sha1(block).digest()).decode()
    good = response("http://x.example/0", HTML, extra=f"WARC-Block-Digest: sha1:{digest}\r\n")
    assert ids(outcomes(warc(tmp_path / "a.warc", [good]))) == [name(0)]


def test_a_bomb(tmp_path: Path) -> None:
    """Is a body that inflates without end left alone at the limit?"""
    bomb = zlib.compressobj(9, zlib.DEFLATED, 31)
    body = b"".join(bomb.compress(bytes(1_000_000)) for _ in range(100)) + bomb.flush()
    found = outcomes(
        warc(
            tmp_path / "a.warc.gz",
            [response("http://x.example/bomb", body, headers="Content-Encoding: gzip\r\n"), pages(1)[0]],
        )
    )
    assert "more than 20,000,000 bytes once inflated" in troubles(found)[0].error
    assert ids(found) == [name(0)]


@pytest.mark.parametrize("file", ["a.warc", "a.warc.gz"])
def test_a_record_beyond_the_limit(tmp_path: Path, file: str) -> None:
    """Is a record that is too long passed over without being read, and the next one found?"""
    long = record("resource", "http://x.example/long", bytes(22_000_000), "text/html")
    found = outcomes(warc(tmp_path / file, [pages(2)[0], long, pages(2)[1]]))
    (trouble,) = troubles(found)
    assert trouble.document_id == document_id("http://x.example/long") and "more than 20,000,000" in trouble.error
    assert ids(found) == [name(0), name(1)]


@pytest.mark.parametrize("size", [3, 1000])
@pytest.mark.parametrize("file", ["a.warc", "a.warc.gz"])
def test_a_file_that_is_cut_short(tmp_path: Path, file: str, size: int) -> None:
    """Is what stands whole in a file read, and told that its end is missing?"""
    path = warc(tmp_path / file, pages(10))
    for missing in (9, 300):
        path.write_bytes(path.read_bytes()[:-missing])
        found = outcomes(path, pages=size)
        assert ids(found)[:9] == [name(n) for n in range(9)]
        assert len(troubles(found)) == 1


@pytest.mark.parametrize("size", [3, 1000])
@pytest.mark.parametrize("file", ["a.warc", "a.warc.gz"])
def test_damage_within_a_file(tmp_path: Path, file: str, size: int) -> None:
    """Wherever bytes are overwritten, are all records read but those hit, and the damage told?"""
    good = warc(tmp_path / file, pages(10)).read_bytes()
    length = len(good) / 10
    chance = random.Random(2)
    for _ in range(40):
        at = chance.randrange(len(good) - 60)
        data = bytearray(good)
        data[at : at + 60] = bytes(60)
        (tmp_path / file).write_bytes(data)
        found = outcomes(tmp_path / file, pages=size)
        hit = {name(min(9, int(place / length + slack))) for place in (at, at + 60) for slack in (-0.1, 0, 0.1)}
        lost = {name(n) for n in range(10)} - set(ids(found))
        assert lost <= hit
        assert len(troubles(found)) <= 2 and (troubles(found) or not lost)


@pytest.mark.parametrize("wrong", ["Content-Length: 9", "Content-Length: -", "Content-Lenght: "])
@pytest.mark.parametrize("file", ["a.warc", "a.warc.gz"])
def test_a_wrong_length(tmp_path: Path, file: str, wrong: str) -> None:
    """Does a record whose length is wrong cost no other record?"""
    records = pages(6)
    records[2] = records[2].replace(b"Content-Length: ", wrong.encode(), 1)
    found = outcomes(warc(tmp_path / file, records))
    assert ids(found) == [name(n) for n in (0, 1, 3, 4, 5)]
    assert len(troubles(found)) == 1


@pytest.mark.parametrize("file", ["a.warc", "a.warc.gz"])
def test_a_length_that_takes_in_the_next_record(tmp_path: Path, file: str) -> None:
    """Are records found that stand inside the one before, whose length is too great?"""
    records = pages(6)
    block = records[2].partition(b"\r\n\r\n")[2][:-4]
    for more in (300, len(records[3])):
        longer = b"Content-Length: %d" % (len(block) + more)
        damaged = records[2].replace(b"Content-Length: %d" % len(block), longer, 1)
        found = outcomes(warc(tmp_path / file, [*records[:2], damaged, *records[3:]]))
        assert ids(found) == [name(n) for n in (0, 1, 3, 4, 5)]
        assert [t.document_id for t in troubles(found)] == [name(2)]


def test_a_file_gzipped_as_a_whole(tmp_path: Path) -> None:
    """Is a file of one gzip member, whose records cannot be found by seeking, read once and as one part?"""
    path = tmp_path / "a.warc.gz"
    path.write_bytes(gzip.compress(b"".join(pages(200))))
    found = outcomes(path, pages=10)
    assert ids(found) == [name(n) for n in range(200)] and not troubles(found)
    assert len(archive.pieces([str(path)], 10).shards) == 1


def test_members_of_several_records(tmp_path: Path) -> None:
    """Is a file whose gzip members hold some records each read whole, however it is cut?"""
    records = pages(40)
    path = tmp_path / "a.warc.gz"
    path.write_bytes(b"".join(gzip.compress(b"".join(records[n : n + 4])) for n in range(0, 40, 4)))
    found = outcomes(path, pages=3)
    assert ids(found) == [name(n) for n in range(40)] and not troubles(found)


@pytest.mark.parametrize("data", [b"", b"\0" * 5000, b"not a web archive\n" * 100, b"\x1f\x8b\x08nor this"])
def test_a_file_that_is_no_archive(tmp_path: Path, data: bytes) -> None:
    """Is a file that holds no record told, unless it is empty?"""
    for file in ("a.warc", "b.warc.gz"):
        (tmp_path / file).write_bytes(data)
    assert len(troubles(outcomes(tmp_path))) == (2 if data else 0)
