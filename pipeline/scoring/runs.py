"""A run over briefs with gold: the scores of each layer and the rows missed and false, kept in a file, and compared.

Precision is the share of the rows found that the gold has, recall the share of the gold that was found, F1 their
harmonic mean; all are micro-averaged: rows of all documents are counted together.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.errors import Unusable
from pipeline.sources import reason_of

from .judge import LAYERS, Row, judge

Rows = dict[str, dict[str, list[str]]]  # layer -> document -> rows in words, sorted

Layers = Mapping[str, Mapping[str, Sequence[Row]]]  # document -> layer -> rows

# What a row is told by besides its words. A row that an entity's names tell is told by its words alone.
_TOLD = {
    "dates": ("date",), "mentions": ("kind",), "figures": ("kind", "value", "unit"),
    "figures_full": ("measure", "value", "unit", "comparator", "reporter", "partner", "date"),
    "goods": ("flow", "name", "reporter", "date"), "offices": ("person", "title"), "events": ("kind", "date", "status"),
    "participants": ("name",), "memberships": ("member", "role", "body"),
}  # fmt: skip
_LONGEST = 60
NOTED = ("unseen",)  # scores of runs over other briefs that a file may keep; no run rewrites them


class Score(NamedTuple):
    """The count of one layer: rows in the gold, rows found, and how many of them are the same."""

    gold: int
    found: int
    hits: int

    @property
    def precision(self) -> float:
        """The share of the rows found that the gold has; 0 where nothing was found."""
        return self.hits / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold that was found; 0 where there is no gold."""
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.hits / (self.gold + self.found) if self.hits else 0.0

    def written(self) -> dict[str, float]:
        """The counts, and the scores to three places."""
        scores = {name: round(getattr(self, name), 3) for name in ("precision", "recall", "f1")}
        return {**self._asdict(), **scores}


@dataclass(frozen=True)
class Run:
    """What came of a run: the documents, each layer's score, and the rows missed and false in words."""

    documents: list[str]
    scores: dict[str, Score]
    missed: Rows
    false: Rows


class Change(NamedTuple):
    """One row that came out otherwise than in the run before."""

    document: str
    layer: str
    words: str
    outcome: str

    def __str__(self) -> str:
        """Return the change as one line."""
        return f"{self.outcome:<11} {self.layer:<12} {self.document}: {self.words}"


def judged(gold: Layers, found: Layers) -> Run:
    """Judge the rows found in each document by its gold; a document that could not be read has none."""
    scores: dict[str, Score] = {}
    missed: Rows = {}
    false: Rows = {}
    for layer in LAYERS:
        count = Counter[str]()
        for document in sorted(gold):
            verdict = judge(layer, gold[document][layer], found.get(document, {}).get(layer, []))
            count["hits"] += verdict.hits
            for rows, kept in ((verdict.missed, missed), (verdict.false, false)):
                if rows:
                    kept.setdefault(layer, {})[document] = sorted(_in_words(layer, row) for row in rows)
            count["gold"] += verdict.hits + len(verdict.missed)
            count["found"] += verdict.hits + len(verdict.false)
        scores[layer] = Score(count["gold"], count["found"], count["hits"])
    return Run(sorted(gold), scores, missed, false)


def _in_words(layer: str, row: Row) -> str:
    """A row as one line: the same for the same row in every run, whatever stands before it in the text."""
    cells = (row.get(column) for column in _TOLD[layer])
    told = [_cell(cell) for cell in cells if cell not in (None, "", "exactly")]
    quote = " ".join(row["quote"].split())
    if len(quote) > _LONGEST:
        quote = quote[: _LONGEST - 1] + "…"
    return " ".join([f"“{quote}”", *told])


def _cell(cell: Any) -> str:
    if isinstance(cell, (set, frozenset)):
        return min(cell, key=lambda name: (-len(name), name))
    return f"{cell:.15g}" if isinstance(cell, (int, float)) else str(cell)


def changes(old: Run, new: Run) -> Iterator[Change]:
    """Yield the rows that came out otherwise, in the documents that both runs have."""
    both = [document for document in new.documents if document in old.documents]
    outcomes = (
        ("hit→missed", new.missed, old.missed),
        ("missed→hit", old.missed, new.missed),
        ("new false", new.false, old.false),
        ("false gone", old.false, new.false),
    )
    for layer in LAYERS:
        for document in both:
            for outcome, here, there in outcomes:
                before = Counter(there.get(layer, {}).get(document, ()))
                rows = Counter(here.get(layer, {}).get(document, ())) - before
                for words in sorted(rows.elements()):
                    yield Change(document, layer, words, outcome)


def as_text(run: Run, noted: Mapping[str, Any] | None = None) -> str:
    """The run as it is kept in a file, with the other scores that somebody noted there."""
    kept: dict[str, Any] = {
        "documents": run.documents,
        "scores": {layer: score.written() for layer, score in run.scores.items()},
    }
    kept |= noted or {}
    kept |= {"missed": run.missed, "false": run.false}
    return json.dumps(kept, ensure_ascii=False, indent=1) + "\n"


class Kept(NamedTuple):
    """A run as it was kept, and the scores of earlier runs that a person noted beside it, by what they are of."""

    run: Run
    others: dict[str, dict[str, Score]]
    text: str
    noted: dict[str, Any]


def load(path: Path) -> Kept:
    """Return the run kept in a file. Raises Unusable where there is none that can be read."""
    try:
        text = path.read_bytes().decode("utf-8")
        kept = json.loads(text)
        noted = {name: kept[name] for name in NOTED if name in kept}
        run = Run(kept["documents"], _scores(kept["scores"]), kept["missed"], kept["false"])
        if set(run.scores) != set(LAYERS):
            raise ValueError(f"scores must have the layers {', '.join(LAYERS)}")
        return Kept(run, {name: _scores(scores) for name, scores in noted.items()}, text, noted)
    except OSError as error:
        raise Unusable(f"{path}: {reason_of(error)}; --update writes it") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Unusable(f"{path}: is no file of scores ({reason_of(error)}); restore it, or write it anew") from error


def _scores(written: Mapping[str, Mapping[str, int]]) -> dict[str, Score]:
    scores = {layer: Score(row["gold"], row["found"], row["hits"]) for layer, row in written.items()}
    for layer, score in scores.items():
        if not 0 <= score.hits <= min(score.gold, score.found):
            raise ValueError(f"{layer}: {score.hits} hits do not fit {score.gold} rows of gold and {score.found} found")
    return scores
