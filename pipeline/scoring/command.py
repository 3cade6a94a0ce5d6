"""The command `score`: read the briefs of a folder, judge them by their gold, say what was gained and lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pipeline import reading
from pipeline.errors import Finding, Unusable
from pipeline.sources import Source, collect

from . import found, gold, runs

BRIEFS = Path(__file__).resolve().parent.parent.parent / "tests" / "briefs"
FILE = "scores.json"
TOLERATED = 0.005  # by which the F1 of a layer may fall before somebody has to say yes
Say = Callable[[str], None]


def score(folder: Path, against: Path | None, update: bool, say: Say, complain: Say) -> bool:
    """Print the scores of a folder of briefs and what differs from the run kept in `against`; False where one fell.

    Without `against` it is the folder's own scores.json, if there is one. With `update`, this run is kept there and
    nothing is held against it. Raises Unusable where text or gold cannot be used, each fault told before.
    """
    run, unread = _run(folder, complain)
    for line in unread:
        complain(f"note: {line}: its gold counts as missed")
    _table(run, say)
    file = against or folder / FILE
    known = runs.load(file) if file.is_file() or (against and not update) else None
    if known:
        _differences(known.run, run, say)
    text = runs.as_text(run, known.noted if known else None)
    if update:
        try:
            file.write_text(text, encoding="utf-8", newline="\n")
        except OSError as error:
            raise Unusable(f"{file}: cannot be written ({error.strerror}); name another file") from error
        say(f"kept in {file}")
        return True
    fallen = [_fall(layer, known.run.scores[layer], run.scores[layer]) for layer in run.scores] if known else []
    for line in filter(None, fallen):
        complain(f"{file}: {line}; mend the rule, or accept it with --update (make score UPDATE=1)")
    if known and not any(fallen) and text != known.text:
        complain(f"note: {file} is not what this run says; --update keeps this run instead (make score UPDATE=1)")
    return not any(fallen)


def briefs(folder: Path) -> tuple[dict[str, Source], dict[str, gold.Gold], list[Finding]]:
    """Return the texts of a folder and their gold, each by document id, and what is wrong with the gold.

    Raises Unusable where the folder holds no text, one that cannot be read, or one without gold, or gold without text.
    """
    sources, refused = collect(folder)
    if refused:
        raise Unusable("; ".join(map(str, refused)))
    texts = {source.document_id: source for source in sources}
    names = {path.name.removesuffix(gold.ENDING) for path in folder.glob(f"*{gold.ENDING}")}
    for name in sorted(names ^ set(texts)):
        here, missing = (".txt", gold.ENDING) if name in texts else (gold.ENDING, ".txt")
        raise Unusable(f"{folder / (name + here)}: has no {name}{missing} beside it; add it or move the file away")
    rows, faults = {}, []
    for name, source in texts.items():
        rows[name], wrong = gold.load(folder / (name + gold.ENDING), source.text)
        faults += wrong
    return texts, rows, faults


def _run(folder: Path, complain: Say) -> tuple[runs.Run, list[str]]:
    texts, rows, faults = briefs(folder)
    if faults:
        for fault in faults[:-1]:
            complain(f"error: {folder}/{fault}")
        raise Unusable(f"{folder}/{faults[-1]}")
    readings, unread = {}, []
    for name, source in texts.items():
        try:
            readings[name] = reading.read(source)
        except reading.Refused as error:
            unread.append(f"{source.path.removeprefix('raw/')} is not read ({error})")
    return runs.judged(rows, found.arrange(readings)), unread


def _table(run: runs.Run, say: Say) -> None:
    say(f"{'layer':<14}{'gold':>6}{'found':>7}{'precision':>11}{'recall':>8}{'F1':>7}")
    for layer, row in run.scores.items():
        say(f"{layer:<14}{row.gold:>6}{row.found:>7}{row.precision:>11.3f}{row.recall:>8.3f}{row.f1:>7.3f}")


def _differences(old: runs.Run, new: runs.Run, say: Say) -> None:
    for document in sorted({*old.documents} ^ {*new.documents}):
        say(f"{'new brief' if document in new.documents else 'brief gone'}: {document}")
    for change in runs.changes(old, new):
        say(str(change))


def _fall(layer: str, old: runs.Score, new: runs.Score) -> str:
    if old.f1 - new.f1 <= TOLERATED:
        return ""
    return f"F1 of {layer} fell from {old.f1:.3f} to {new.f1:.3f}"
