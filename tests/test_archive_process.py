"""Archives: the small parts between a worker and the process that reads for it, and what Arrow is asked of schemas."""

from __future__ import annotations

import copy
import re
import socket
import subprocess
import sys
import tempfile

import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import tables, tableschema
from pipeline.archive.outcomes import Skipped
from pipeline.archive.running.demands import as_arrow, broken
from pipeline.archive.running.notes import TABLES, note, noted
from pipeline.archive.running.reader import Batch, joined_batch
from pipeline.archive.running.wire import Gone, Wire
from tests.conftest import ROOT

SCHEMAS = tableschema.tables()
PATTERNS = sorted(
    {
        field["constraints"]["pattern"]
        for table in tableschema.tables().values()
        for field in table.fields
        if "pattern" in field["constraints"]
    }
)
ODD = st.sampled_from([chr(code) for code in range(0x3001) if chr(code).isspace()] + list("/=+-@\t\rX\u00e9\U0001f600"))


@given(st.data(), st.sampled_from(PATTERNS))
def test_arrow_reads_a_pattern_as_python_does(data: st.DataObject, pattern: str) -> None:
    """Do both find the same values good, with white space of any kind at any place?"""
    value = data.draw(st.one_of(st.from_regex(pattern, fullmatch=True), st.text(max_size=12)))
    at = data.draw(st.integers(0, len(value)))
    for text in (value, value[:at] + data.draw(ODD) + value[at:]):
        if not any(0xD800 <= ord(letter) < 0xE000 for letter in text):  # no text that Arrow could hold
            theirs = pc.match_substring_regex(pa.array([text]), as_arrow(pattern))[0].as_py()
            assert theirs == bool(re.fullmatch(pattern, text)), (pattern, text)


def test_a_reference_is_excused_from_nothing_but_its_pattern() -> None:
    """Is a column that refers to another table still asked all else, and its pattern where that of the key differs?"""
    for demand, wanted in (("enum", ["another"]), ("unique", True), ("pattern", "another")):
        schemas = copy.deepcopy(SCHEMAS)
        schemas["sentences"].field("document_id")["constraints"][demand] = wanted
        rows = {name: tables.read_csv(table, ROOT / "data" / f"{name}.csv") for name, table in SCHEMAS.items()}
        assert list(broken(SCHEMAS, rows)) == []
        assert [line.split(":")[0] for line in broken(schemas, rows)] == [
            f"sentences.document_id breaks its schema ({demand})"
        ]


def test_a_batch_comes_through_as_it_was_sent() -> None:
    """Is every table the same at the other end, and is it told when nobody is there?"""
    one, other = map(Wire, socket.socketpair())
    sent_tables = {"a": pa.table({"x": ["1", None]}), "b": pa.table({"y": pa.array([], pa.int64())})}
    sent = Batch(sent_tables, [(3, Skipped("d", "no country pair", "f:3"))], 2)
    one.send_batch(sent)
    found = other.receive_batch()
    assert found.passed == sent.passed and found.documents == 2 and list(found.tables) == ["a", "b"]
    assert all(found.tables[name].equals(table, check_metadata=True) for name, table in sent_tables.items())
    one.close()
    with pytest.raises(Gone):
        other.receive_batch()
    with pytest.raises(Gone):
        other.send(b"x" * 1_000_000)
    other.close()


def test_a_batch_that_breaks_off_is_told() -> None:
    """Is half a table, from a process that was killed while it sent it, no batch?"""
    ours, theirs = socket.socketpair()
    wire = Wire(ours)
    other = Wire(theirs)
    other.send(({"a": 1000}, [], 1))
    theirs.sendall(b"half")
    other.close()
    with pytest.raises(Gone):
        wire.receive_batch()
    wire.close()


def test_a_note_outlives_who_wrote_it() -> None:
    """Is the last place noted by a process that was killed still there?"""
    with tempfile.TemporaryFile() as file:
        note(file.fileno(), TABLES)
        assert noted(file.fileno()) == TABLES
        code = (
            f"import os; from pipeline.archive.running.notes import note; "
            f"[note({file.fileno()}, n) for n in (1, 2**40)]; os.kill(os.getpid(), 9)"
        )
        subprocess.run([sys.executable, "-c", code], pass_fds=[file.fileno()], check=False)
        assert noted(file.fileno()) == 2**40


def test_parts_without_tables_make_a_batch_without_tables() -> None:
    """Do the outcomes of parts come together where nothing could be read?"""
    parts = [Batch(passed=[(n, Skipped(str(n), "no country pair", "f"))]) for n in range(3)]
    assert [place for place, _ in joined_batch(parts).passed] == [0, 1, 2] and joined_batch(parts).tables == {}


@pytest.mark.slow
def test_the_process_that_reads_is_without_pandas() -> None:
    """Do Arrow's arrays and a read page leave pandas where it is, and is it there for who asks for it later?"""
    code = (
        "import sys; from pathlib import Path; import pyarrow as pa\n"
        "from pipeline.lean import keep_lean\n"
        "keep_lean(); pa.array(['a']); assert 'pandas' not in sys.modules\n"
        "from pipeline import reading, sources, tables\n"
        "tables.build([reading.read(sources.collect(Path('raw'))[0][0])]); assert 'pandas' not in sys.modules\n"
        "import pandas; assert pandas.Series([1]).sum() == 1"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
