"""The command `archive`: files of pages become a package of datasets, on one machine or many, in one run or several."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeVar

from pipeline.archive.plan import PAGES, Plan
from pipeline.errors import Unusable, one_line
from pipeline.sources import reason_of
from pipeline.workers import Killed, cores, spread

from . import local
from .finish import finish, totals
from .keys import key, versions
from .limits import Limits
from .meter import Meter, clock
from .place import Place, Summary, written
from .planning import planned, shared
from .shard import Task, read_shard

RUN = "run.json"
Tell = Callable[[str], None]
Entry = TypeVar("Entry")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Options:
    """How an archive is read: `array` is (index, count) of a job in an array of jobs, which finishes nothing."""

    out: Path
    limits: Limits
    engine: str = "local"
    workers: int | None = None
    scheduler: str | None = None
    resume: bool = False
    array: tuple[int, int] | None = None
    as_csv: bool = False
    shard_pages: int = PAGES


def archive(names: Sequence[str], options: Options, say: Tell, complain: Tell) -> bool:
    """Read an archive into `options.out`; return whether all of it could be read.

    `say` is told what came of it, `complain` what is wrong and how far it is. Raises Unusable where nothing can be read
    or written.
    """
    begun = time.monotonic()
    _usable(names, options)
    workers = options.workers or cores()
    try:
        about = versions()
        find = partial(planned, names, options.shard_pages, workers, partial(_spread, workers))
        plan, contents = shared(options.out, names, options.shard_pages, about, find) if options.array else find()
        if plan.ignored:
            first = one_line(plan.ignored[0])
            complain(f"note: {len(plan.ignored):,} files in folders have no known ending, as {first}")
        index, count = options.array or (0, 1)
        tasks = [Task(shard, key(shard, contents, about, options.limits)) for shard in plan.shards[index::count]]
        looked = time.monotonic()
        summaries, lost = _read(tasks, options, workers, complain)
        read = time.monotonic()
        done = totals(summaries)
        if options.array:
            say(f"job {index} of {count}: {_told(done)}; when all have ended, finish with --resume")
            return not (done["quarantined"] or lost)
        findings = finish(options.out, summaries, lost, workers, options.as_csv)
        done["quarantined"] += len(lost)
        seconds = {"plan": looked - begun, "read": read - looked, "finish": time.monotonic() - read}
        _record(plan, contents, about, options, done, seconds)
    except OSError as error:
        raise Unusable(f"{options.out}: {reason_of(error)}; what is done is kept: go on with --resume") from error
    for finding in findings:
        complain(finding)
    say(f"read {_told(done)} in {clock(time.monotonic() - begun)}")
    if done["quarantined"]:
        complain(f"{done['quarantined']:,} quarantined, with the reasons in {options.out / 'quarantine.parquet'}")
    return not (findings or done["quarantined"])


def _usable(names: Sequence[str], options: Options) -> None:
    """Raise Unusable for options that do not fit together, or cannot be met here."""
    if options.array and not options.array[0] < options.array[1]:
        raise Unusable(f"--shard-index {options.array[0]} is not below --shard-count {options.array[1]}; count from 0")
    if options.array and options.engine == "dask":
        raise Unusable("--shard-index is for arrays of jobs, which need no engine; leave out --engine and --scheduler")
    if options.engine == "dask" and find_spec("distributed") is None:
        raise Unusable('--engine dask needs Dask, which is not installed: pip install ".[cluster]"')
    if options.scheduler:
        for name in [*names, str(options.out)]:
            if "://" not in name and not Path(name).is_absolute():
                raise Unusable(f"{name}: workers of a scheduler run in other folders; name it by its absolute path")
    if not options.resume and not options.array and options.out.is_dir() and any(options.out.iterdir()):
        raise Unusable(f"{options.out}: is not empty; name a new folder, or go on in it with --resume")


def _read(
    tasks: Sequence[Task], options: Options, workers: int, complain: Tell
) -> tuple[list[Summary], list[dict[str, str]]]:
    """Read the shards that are not done; return what came of all, in order, and quarantine rows of those lost."""
    meter = Meter(options.out, sum(task.shard.count for task in tasks), len(tasks))
    found: dict[int, Summary] = {}
    lost: dict[int, dict[str, str]] = {}
    left = []
    for task in tasks:
        kept = Place(options.out, task.shard.number).done(task.key)
        if kept:
            found[kept.number] = kept
            meter.add(kept, kept=True)
        else:
            left.append(task)
    if found:
        complain(f"{len(found):,} of {len(tasks):,} shards are done already")
    with meter.shown(sys.stderr.isatty(), complain):
        for (shard, _), answer in _answers(left, options, workers, complain):
            if isinstance(answer, Summary):
                found[shard.number] = answer
                meter.add(answer)
            else:
                where = ", ".join(dict.fromkeys(part.path for part in shard.parts))
                said = f"{answer}; its {shard.count:,} pages were not read: go on with --resume, or report it"
                complain(f"shard {shard.number} of {one_line(where)}: {said}")
                lost[shard.number] = {"document": "", "stage": "shard", "error": said, "excerpt": "", "where": where}
    return [found[number] for number in sorted(found)], [lost[number] for number in sorted(lost)]


def _answers(tasks: Sequence[Task], options: Options, workers: int, complain: Tell) -> Iterator[local.Answer]:
    """Read shards on the engine that was asked for; yield what came of each as soon as it is there."""
    if not tasks:
        return iter(())
    read = partial(read_shard, out=options.out, limits=options.limits)
    if options.engine == "local":
        return local.read_all(read, tasks, workers)
    from . import on_dask

    return on_dask.read_all(read, tasks, workers, options.scheduler, complain)


def _record(
    plan: Plan,
    contents: dict[str, str],
    about: dict[str, str],
    options: Options,
    done: dict[str, Any],
    seconds: dict[str, float],
) -> None:
    """Write run.json: what was read by what, and what came of it; only `seconds` differ from run to run."""
    run = {
        "inputs": [{"path": file.path, "bytes": file.size, "sha256": contents[file.path]} for file in plan.inputs],
        "ignored": plan.ignored,
        "versions": about,
        "limits": options.limits._asdict(),
        "shards": len(plan.shards),
        "counts": done,
        "seconds": {name: round(value, 3) for name, value in seconds.items()},
    }
    written(options.out / RUN, json.dumps(run, ensure_ascii=False, indent=1) + "\n")


def _told(done: dict[str, Any]) -> str:
    skipped = sum(done["skipped"].values())
    reasons = ", ".join(f"{reason}: {count:,}" for reason, count in done["skipped"].items())
    told = f"{skipped:,} ({reasons})" if reasons else f"{skipped:,}"
    return f"{done['documents']:,} documents; skipped {told}; quarantined {done['quarantined']:,}"


def _spread(workers: int, work: Callable[[Entry], Result], tasks: Iterable[Entry]) -> Iterator[Result]:
    """Map over all cores, in order."""
    for _, result in spread(work, list(tasks), workers):
        if isinstance(result, Killed):
            raise Unusable("a process that looked through the input was killed; see to its memory and try again")
        yield result
