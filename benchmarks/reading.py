"""How long does reading take: one page with all its layers and evidence, and importing what reads it?

    python -m benchmarks.reading        (or `make bench`)

A page is measured in CPU time, so that other programs on the machine count little; an import as a person waits for it,
each in a process of its own, because a module is imported only once.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.report import line
from pipeline.reading import read
from pipeline.reading.brief import understand
from pipeline.reading.figure_rows import write_figures
from pipeline.reading.layers import write_dates, write_document, write_mentions, write_sentences
from pipeline.reading.records import Collector
from pipeline.sources import Source, collect

RAW = Path(__file__).resolve().parent.parent / "raw"
WARM_UP, RUNS, PROCESSES = 20, 300, 15
TIMED = "import time; start = time.perf_counter(); {}; print(time.perf_counter() - start)"
IMPORT = "import pipeline.reading"
FIRST = f"{IMPORT}, pathlib, pipeline.sources as s; pipeline.reading.read(s.collect(pathlib.Path({str(RAW)!r}))[0][0])"


LAYERS = (write_document, write_sentences, write_mentions, write_dates, write_figures)


def layers(page: Source) -> None:
    """Read the frame and the layers of a page, with their evidence, and nothing more."""
    brief = understand(page)
    collector = Collector(brief)
    for write in LAYERS:
        write(brief, collector)
    collector.rows()


def reading(work: Callable[[Source], object]) -> float:
    """Return the median CPU milliseconds that work on the first page of raw/ takes once everything is warm."""
    page = collect(RAW)[0][0]
    times = []
    for _ in range(WARM_UP + RUNS):
        start = time.process_time()
        work(page)
        times.append(time.process_time() - start)
    return 1000 * statistics.median(times[WARM_UP:])


def fresh(code: str) -> float:
    """Return the median seconds that a statement takes in a fresh process, started before it."""
    command = [sys.executable, "-c", TIMED.format(code)]
    # Compiled modules are kept, as anywhere outside a throw-away environment; the first run makes them.
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    runs = [subprocess.run(command, check=True, capture_output=True, text=True, env=env) for _ in range(1 + PROCESSES)]
    return statistics.median(float(run.stdout) for run in runs[1:])


def main() -> None:
    """Measure and print."""
    line("reading one page, layers and evidence, CPU median", reading(layers), "ms", 3)
    line("reading one page, all tables and the audit, CPU median", reading(read), "ms", 6)
    line("importing the reading modules, fresh process, median", fresh(IMPORT), "s", 0.2)
    line("the same and the first page, word lists compiled", fresh(FIRST), "s")


if __name__ == "__main__":
    main()
