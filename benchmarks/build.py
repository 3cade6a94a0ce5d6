"""What does `python -m pipeline build` cost: beside the bare import of its libraries, and per page up to 2,000 pages?

    python -m benchmarks.build          (or `make bench`)

Both times of the first ratio are taken in turn, so that a slow moment of the machine hits both. The pages are copies of
raw/ and, where they exist, tests/briefs/, each under a new name and about another pair of countries.
"""

from __future__ import annotations

import itertools
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pyarrow.parquet as pq

from benchmarks.report import line

ROOT = Path(__file__).resolve().parent.parent
BUILD = [sys.executable, "-m", "pipeline", "build"]
LIBRARIES = [sys.executable, "-c", "import pandas, pandera, pyarrow, frictionless"]
PAIRS, SIZES = 9, (1, 100, 500, 1000, 2000)
# Countries and what is theirs; those of the original texts are among them.
COUNTRIES = (
    "Australia/Australian Austria/Austrian Belgium/Belgian Brazil/Brazilian Canada/Canadian Chile/Chilean "
    "Colombia/Colombian Croatia/Croatian Egypt/Egyptian Ethiopia/Ethiopian Germany/German Ghana/Ghanaian "
    "Hungary/Hungarian India/Indian Indonesia/Indonesian Italy/Italian Jamaica/Jamaican Japan/Japanese Kenya/Kenyan "
    "Latvia/Latvian Malaysia/Malaysian Mexico/Mexican Moldova/Moldovan Mongolia/Mongolian Morocco/Moroccan "
    "Nigeria/Nigerian Norway/Norwegian Panama/Panamanian Paraguay/Paraguayan Peru/Peruvian Romania/Romanian "
    "Serbia/Serbian Singapore/Singaporean Slovakia/Slovak Tanzania/Tanzanian Tunisia/Tunisian Uganda/Ugandan "
    "Ukraine/Ukrainian Uruguay/Uruguayan Zambia/Zambian"
).split()


class Cost(NamedTuple):
    """What one build took: wall seconds, peak resident bytes, and the bytes of its tables in Arrow."""

    seconds: float
    resident: int
    tables: int


def run(command: list[str]) -> tuple[float, int]:
    """Run a command of this project and return its wall seconds and its peak resident bytes."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"exit code {process.returncode}: {' '.join(command)}")
    return seconds, usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def beside_imports(folder: Path) -> tuple[float, float]:
    """Return the median seconds of a warm build, and the median of its ratio to importing its libraries alone."""
    build = [*BUILD, "--out", str(folder / "warm")]
    run(build), run(LIBRARIES)
    pairs = [(run(build)[0], run(LIBRARIES)[0]) for _ in range(PAIRS)]
    return statistics.median(built for built, _ in pairs), statistics.median(built / bare for built, bare in pairs)


def pages() -> Iterator[tuple[str, str]]:
    """Yield names and texts without end of use: every text for every ordered pair of countries."""
    files = sorted(file for folder in ("raw", "tests/briefs") for file in (ROOT / folder).glob("*.txt"))
    texts = [(file.stem, file.read_bytes().decode("utf-8")) for file in files]
    for one, other in itertools.permutations(COUNTRIES, 2):
        for stem, text in texts:
            pair = [next((c for c in COUNTRIES if c.split("/")[0].lower() in part), "") for part in halves(stem)]
            name = "-".join(country.split("/")[0].lower() for country in (one, other))
            yield f"{name}-{stem}", exchanged(text, dict(zip(pair, (one, other), strict=True)))


def halves(stem: str) -> tuple[str, str]:
    """Return the file name's part up to its first hyphen, and the rest."""
    first, _, rest = stem.partition("-")
    return first, rest


def exchanged(text: str, countries: dict[str, str]) -> str:
    """Return a text with countries and what is theirs renamed, all at the same time."""
    for number, old in enumerate(countries):
        for part, word in enumerate(reversed(old.split("/"))):
            text = text.replace(word, f"\0{number}{part}") if word else text
    for number, new in enumerate(countries.values()):
        for part, word in enumerate(reversed(new.split("/"))):
            text = text.replace(f"\0{number}{part}", word)
    return text


def cost(folder: Path, count: int) -> Cost:
    """Return what building a package of so many pages costs."""
    raw, out = folder / f"raw-{count}", folder / f"out-{count}"
    raw.mkdir()
    for name, text in itertools.islice(pages(), count):
        (raw / f"{name}.txt").write_bytes(text.encode("utf-8"))
    seconds, resident = run([*BUILD, "--raw", str(raw), "--out", str(out)])
    return Cost(seconds, resident, sum(pq.read_table(file).nbytes for file in (out / "data").glob("*.parquet")))


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        seconds, ratio = beside_imports(folder)
        line("warm build of this package, median", seconds, "s")
        line("the same beside importing its libraries alone, median ratio", ratio, "×", 2)
        costs = {count: cost(folder, count) for count in SIZES}
    times, memories = [], []
    for (few, before), (many, after) in itertools.pairwise(costs.items()):
        times.append(1000 * (after.seconds - before.seconds) / (many - few))
        memories.append((after.resident - before.resident) / (many - few) / 1024)
        tables = (after.tables - before.tables) / (many - few) / 1024
        line(f"each page from {few:,} to {many:,}: time", times[-1], "ms")
        line(f"each page from {few:,} to {many:,}: peak memory", memories[-1], "KiB")
        line(f"each page from {few:,} to {many:,}: its rows in Arrow", tables, "KiB")
    line("time of a page, last step beside the first", times[-1] / times[0], "×", 1.25)
    line("memory of a page, last step beside the first", memories[-1] / memories[0], "×", 1.25)


if __name__ == "__main__":
    main()
