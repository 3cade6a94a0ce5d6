"""What does `python -m pipeline build` cost: beside the bare import of its libraries, and per page up to 2,000 pages?

    python -m benchmarks.build          (or `make bench`)

Both times of the first ratio are taken in turn, so that a slow moment of the machine hits both. The pages are copies of
raw/ and, where they exist, the longer ones of tests/briefs/, each under a new name and about another pair of countries.
"""

from __future__ import annotations

import csv
import itertools
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.report import line

ROOT = Path(__file__).resolve().parent.parent
BUILD = [sys.executable, "-m", "pipeline", "build"]
LIBRARIES = [sys.executable, "-c", "import pandas, pandera, pyarrow, frictionless"]
SHORT = 4400  # bytes of a brief that is shorter than pages of the genre are
PAIRS, SIZES = 9, (1, 200, 1000, 2000)


class Cost(NamedTuple):
    """What a command took: wall seconds, CPU seconds of all its processes, peak resident bytes of itself and a worker.

    A worker is counted with the processes that it has started, and what it shares with others by its share (Linux's
    PSS), looked at five times a second. Where there is no /proc to see the workers' own, both peaks are that of the
    largest process.
    """

    wall: float
    cpu: float
    resident: int
    worker: int


def run(command: list[str]) -> Cost:
    """Run a command of this project and return what it took."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    own, workers, looks = 0, [0], itertools.count()
    while not (ended := os.wait4(process.pid, os.WNOHANG))[0]:
        own = max(own, peak(process.pid))
        if next(looks) % 20 == 0:
            workers += [share(one) + sum(map(share, children(one))) for one in children(process.pid)]
        time.sleep(0.01)
    _, status, usage = ended
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"exit code {process.returncode}: {' '.join(command)}")
    largest = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return Cost(wall, usage.ru_utime + usage.ru_stime, own or largest, max(workers) if own else largest)


def children(process: int) -> list[int]:
    """Return the processes that a process has started, where the system tells."""
    try:
        return [int(found) for found in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    except OSError:
        return []


def peak(process: int) -> int:
    """Return the most memory that a process has ever had at once, in bytes; 0 where the system does not tell."""
    return _bytes(process, "status", "VmHWM")


def share(process: int) -> int:
    """Return the memory that a process has now, in bytes, a page shared by n processes as 1/n; 0 as for `peak`."""
    return _bytes(process, "smaps_rollup", "Pss")


def _bytes(process: int, file: str, name: str) -> int:
    try:
        found = re.search(rf"^{name}:\s*(\d+) kB", Path(f"/proc/{process}/{file}").read_text(), re.MULTILINE)
    except OSError:
        return 0
    return 1024 * int(found[1]) if found else 0


def beside_imports(folder: Path) -> tuple[float, float]:
    """Return the median seconds of a warm build, and the median of its ratio to importing its libraries alone."""
    build = [*BUILD, "--out", str(folder / "warm")]
    run(build), run(LIBRARIES)
    pairs = [(run(build).wall, run(LIBRARIES).wall) for _ in range(PAIRS)]
    return statistics.median(built for built, _ in pairs), statistics.median(built / bare for built, bare in pairs)


def countries() -> list[tuple[str, str]]:
    """Return the countries of today, which the pages can be about, each with what is theirs: ("Peru", "Peruvian")."""
    with (ROOT / "pipeline" / "lexicons" / "countries.csv").open(encoding="utf-8", newline="") as file:
        rows = [
            row for row in csv.DictReader(file) if row["kind"] == "country" and row["demonyms"] and not row["valid_to"]
        ]
    return [(row["name"], row["demonyms"].split("|")[0]) for row in rows]


def pages() -> Iterator[tuple[str, str]]:
    """Yield names and texts: every text for every ordered pair of countries."""
    found = (file for folder in ("raw", "tests/briefs") for file in (ROOT / folder).glob("*.txt"))
    files = sorted(file for file in found if file.stat().st_size > SHORT)
    texts = [(file.stem, file.read_bytes().decode("utf-8")) for file in files]
    known = countries()
    for one, other in itertools.permutations(known, 2):
        for stem, text in texts:
            named = sorted(known, key=lambda country: -text.count(country[0]))[:2]
            yield f"{one[0]}-{other[0]}-{stem}", exchanged(text, dict(zip(named, (one, other), strict=True)))


def exchanged(text: str, pairs: dict[tuple[str, str], tuple[str, str]]) -> str:
    """Return a text with each of these countries replaced by another one, and what is theirs by what is the other's."""
    words = {old: new for pair in pairs.items() for old, new in zip(*pair, strict=True)}
    longest_first = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.sub(longest_first, lambda match: words[match.group()], text)


def of_pages(folder: Path, count: int, *options: str) -> Cost:
    """Return what building a package of so many pages costs."""
    raw, out = folder / f"raw-{count}", folder / f"out-{count}"
    if not raw.exists():
        raw.mkdir()
        for name, text in itertools.islice(pages(), count):
            (raw / f"{name}.txt").write_bytes(text.encode("utf-8"))
        if len(list(raw.iterdir())) < count:
            raise SystemExit(f"there are not enough countries in the word lists for {count:,} pages")
    cost = run([*BUILD, "--raw", str(raw), "--out", str(out), *options])
    shutil.rmtree(out)
    return cost


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        seconds, ratio = beside_imports(folder)
        line("warm build of this package, median", seconds, "s")
        line("the same beside importing its libraries alone, median ratio", ratio, "×", 2)
        costs = {count: of_pages(folder, count) for count in SIZES}
        for count, cost in costs.items():
            line(f"{count:,} pages: wall time", cost.wall, "s")
            line(f"{count:,} pages: peak memory of the build itself", cost.resident / 2**20, "MiB")
            line(f"{count:,} pages: peak memory of its largest worker", cost.worker / 2**20, "MiB")
        steps = list(itertools.pairwise(costs.items()))
        times = [1000 * (after.cpu - before.cpu) / (many - few) for (few, before), (many, after) in steps]
        for ((few, _), (many, _)), milliseconds in zip(steps, times, strict=True):
            line(f"a page, from {few:,} to {many:,}: CPU time", milliseconds, "ms")
        line("CPU time of a page, last step beside the first", times[-1] / times[0], "×", 1.25)
        (few, before), (many, after) = steps[-1]
        growth = (after.resident + after.worker - before.resident - before.worker) / 1024 / (many - few)
        line(f"a page, from {few:,} to {many:,}: peak memory, both together", growth, "KiB", 100)
        alone = of_pages(folder, SIZES[-1], "--workers", "1").wall
        line(f"{SIZES[-1]:,} pages: wall time of one worker beside all cores", alone / costs[SIZES[-1]].wall, "×")


if __name__ == "__main__":
    main()
