"""How long does reading take: one page with all its layers and evidence, and importing what reads it?

    python -m benchmarks.reading        (or `make bench`)

A page is measured in CPU time, so that other programs on the machine count little; an import as a person waits for it,
each in a process of its own, because a module is imported only once.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.report import line
from pipeline.reading import read
from pipeline.sources import collect

RAW = Path(__file__).resolve().parent.parent / "raw"
WARM_UP, RUNS, PROCESSES = 20, 300, 15
TIMED = "import time; start = time.perf_counter(); {}; print(time.perf_counter() - start)"
IMPORT = "import pipeline.reading"
FIRST = f"{IMPORT}, pathlib, pipeline.sources as s; pipeline.reading.read(s.collect(pathlib.Path({str(RAW)!r}))[0][0])"


def reading() -> float:
    """Return the median CPU milliseconds that the first page of raw/ takes once everything is warm."""
    page = collect(RAW)[0][0]
    times = []
    for _ in range(WARM_UP + RUNS):
        start = time.process_time()
        read(page)
        times.append(time.process_time() - start)
    return 1000 * statistics.median(times[WARM_UP:])


def fresh(code: str) -> float:
    """Return the median seconds that a statement takes in a fresh process, started before it."""
    command = [sys.executable, "-c", TIMED.format(code)]
    runs = [subprocess.run(command, check=True, capture_output=True, text=True) for _ in range(1 + PROCESSES)]
    return statistics.median(float(run.stdout) for run in runs[1:])


def main() -> None:
    """Measure and print."""
    line("reading one page, layers and evidence, CPU median", reading(), "ms", 3)
    line("importing the reading modules, fresh process, median", fresh(IMPORT), "s", 0.2)
    line("the same and the first page, word lists compiled", fresh(FIRST), "s")


if __name__ == "__main__":
    main()
