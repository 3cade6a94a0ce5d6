"""What does `python -m pipeline archive` cost beside the reading of its pages, and what do more workers gain?

    python -m benchmarks.archive [PAGES]          (1,000 pages if left out: some ten minutes)

The pages are those of `benchmarks.build`, in one Parquet file. What is compared is measured in turn, several times, and
medians are printed, so that a slow moment of the machine hits both sides. The costs of a page are measured on at most
1,000 pages; runs of more than 2,000 pages are long enough to be timed once.
"""

from __future__ import annotations

import itertools
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.build import ROOT, Cost, pages, run
from benchmarks.report import line

PAGES, ROUNDS, SHARDS = 1000, 5, 8
ARCHIVE = [sys.executable, "-m", "pipeline", "archive"]
READING = """
import sys, time
import pyarrow.parquet as pq
from pipeline import reading
from pipeline.sources import Source
def read(rows):
    for row in rows:
        reading.read(Source(row["document_id"], "raw/x.txt", row["text"], ""), of_a_pair=True)
rows = pq.read_table(sys.argv[1]).to_pylist()
read(rows[:20])
start = time.process_time()
read(rows)
print(time.process_time() - start)
"""


def archive_of(folder: Path, count: int) -> Path:
    """Write so many pages into one file, and return it."""
    path = folder / f"{count}.parquet"
    found = list(itertools.islice(pages(), count))
    if len(found) < count:
        raise SystemExit(f"there are not enough countries in the word lists for {count:,} pages")
    names = [name.replace(" ", "-") for name, _ in found]
    pq.write_table(pa.table({"document_id": names, "text": [text for _, text in found]}), path, row_group_size=100)
    return path


def read(source: Path, shard: int, *options: str) -> Cost:
    """Return what reading an archive costs, so many pages a shard."""
    out = source.with_suffix("")
    cost = run([*ARCHIVE, str(source), "--out", str(out), "--shard-pages", str(shard), *options])
    shutil.rmtree(out)
    return cost


def alone(source: Path) -> float:
    """Return the CPU seconds of reading the pages of an archive, and nothing else."""
    done = subprocess.run(
        [sys.executable, "-c", READING, str(source)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def overhead(few: Path, many: Path, pages_more: int) -> Iterator[tuple[float, float]]:
    """Yield CPU milliseconds a page, of reading alone and of the command on top: by the difference of two archives."""
    for _ in range(ROUNDS):
        reading = alone(many) - alone(few)
        whole = read(many, 10_000, "--workers", "1").cpu - read(few, 10_000, "--workers", "1").cpu
        yield 1000 * reading / pages_more, 1000 * (whole - reading) / pages_more


def main(count: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        part = min(count, PAGES)
        few, some, many = archive_of(folder, part // 8), archive_of(folder, part), archive_of(folder, count)
        measured = list(overhead(few, some, part - part // 8))
        line("reading a page, CPU", statistics.median(reading for reading, _ in measured), "ms")
        line("the command on top of it, CPU", statistics.median(more for _, more in measured), "ms", 4)
        ways: dict[str, tuple[str, ...]] = {"one": ("--workers", "1"), "two": ("--workers", "2")}
        if find_spec("distributed"):
            ways["dask"] = ("--workers", "2", "--engine", "dask")
        rounds = ROUNDS if count <= 2 * PAGES else 1
        costs = [{way: read(many, count // SHARDS, *options) for way, options in ways.items()} for _ in range(rounds)]
        for way in ways:
            line(f"{count:,} pages, {' '.join(ways[way])}: wall", statistics.median(c[way].wall for c in costs), "s")
        line(
            "two workers beside one, wall",
            statistics.median(c["two"].wall / c["one"].wall for c in costs),
            "×",
            1 / 1.8,
        )
        if "dask" in ways:
            ratio = statistics.median(c["dask"].wall / c["two"].wall for c in costs)
            line("Dask beside the local workers, wall", ratio, "×", 1.1)
        for pages_read, source in dict([(part // 8, few), (part, some), (count, many)]).items():
            cost = read(source, 10_000, "--workers", "1")
            line(f"{pages_read:,} pages: peak memory of a worker with its reader", cost.worker / 2**20, "MiB", 300)
            line(f"{pages_read:,} pages: peak memory of the command", cost.resident / 2**20, "MiB")
        out = folder / "sizes"
        run([*ARCHIVE, str(some), "--out", str(out)])
        size = sum(path.stat().st_size for path in (out / "data").rglob("*.parquet"))
        line("Parquet written", size / part / 1000, "kB a page")
        line(
            "Parquet written without the texts",
            (size - sum(p.stat().st_size for p in (out / "data" / "texts").iterdir())) / part / 1000,
            "kB a page",
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else PAGES)
