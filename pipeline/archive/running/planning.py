"""What there is to read: the plan of an archive with the hashes of its files, found once for all jobs of an array.

Jobs leave it in the run's folder for each other. A run that finishes an archive looks through all input itself, so that
what a job took on trust is looked at in the end: a shard made from other content is read again.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import NamedTuple

from pipeline.archive.files import Input, changed, inputs
from pipeline.archive.outcomes import Part
from pipeline.archive.plan import Map, Plan, pieces
from pipeline.archive.shards import Shard
from pipeline.errors import Unusable, one_line
from pipeline.sources import reason_of

from .keys import digests
from .place import WORKING, written


class Planned(NamedTuple):
    """A plan, and the SHA-256 of each input file by its path."""

    plan: Plan
    contents: dict[str, str]


def planned(names: Sequence[str], pages: int, workers: int, each: Map) -> Planned:
    """Look through the input, as `pieces` does with `each`, and hash it. Raises Unusable."""
    plan = pieces(names, pages, each)
    return Planned(plan, digests(plan.inputs, workers))


def shared(
    out: Path, names: Sequence[str], pages: int, about: Mapping[str, str], find: Callable[[], Planned]
) -> Planned:
    """Return what another job has found for these files, this many pages a shard and these versions, or find it.

    Jobs that come meanwhile wait. Whether a file is still the same is told by its size and by what its file system
    knows of changes. Raises Unusable for what cannot be looked at.
    """
    files, ignored = inputs(names)
    said = [[[file.path, file.size, _stamp(file)] for file in files], ignored, pages, about]
    stamp = hashlib.sha256(json.dumps(said, sort_keys=True).encode("utf-8", "surrogatepass")).hexdigest()
    kept = out / WORKING / "plan.json"
    kept.parent.mkdir(parents=True, exist_ok=True)
    with kept.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        found = _kept(kept, stamp)
        if found is None:
            found = find()
            shards = [{**asdict(shard), "repeated": sorted(shard.repeated)} for shard in found.plan.shards]
            plan = {**asdict(found.plan), "shards": shards}
            written(kept, json.dumps({"stamp": stamp, "plan": plan, "contents": found.contents}))
        return found


def _stamp(file: Input) -> str:
    try:
        return changed(file.path)
    except OSError as error:
        raise Unusable(f"{one_line(file.path)}: {reason_of(error)}") from error


def _kept(path: Path, stamp: str) -> Planned | None:
    """Return what was kept, if it has this stamp."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        if kept["stamp"] != stamp:
            return None
        plan = kept["plan"]
        shards = [
            Shard(one["number"], tuple(Part(**part) for part in one["parts"]), one["count"], frozenset(one["repeated"]))
            for one in plan["shards"]
        ]
        return Planned(Plan([Input(**file) for file in plan["inputs"]], shards, plan["ignored"]), kept["contents"])
    except (OSError, ValueError, TypeError, KeyError):
        return None  # not there, or not whole
