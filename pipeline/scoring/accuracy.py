"""The scores that this project keeps of its reading, as they are published with it; nothing where none are kept."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .runs import Kept, Score, load

FILE = Path(__file__).resolve().parent.parent.parent / "tests" / "briefs" / "scores.json"
# What two rows of a layer must have in common to be the same.
MEANINGS = {
    "dates": "words and date",
    "mentions": "words of a name and the kind of what it names",
    "figures": "words, value, kind and currency",
    "figures_full": "and what is measured, whose it is towards whom, when, and how exactly",
    "goods": "good, flow, country and year",
    "offices": "person and title",
    "events": "words, kind, date and status",
    "participants": "event and name",
    "memberships": "member, body and role",
}
ABOUT = (
    "The briefs were invented for the purpose and annotated by hand, and the rows of all of them are counted together. "
    "The rules were mended against them: a brief not seen before will fare worse, and of these tables themselves the "
    "scores say nothing."
)
# What else may be noted: its label, and which briefs and rules its scores are of.
NOTES = {
    "unseen": (
        "unseen",
        "the 18 briefs in tests/unseen, by writers who did not know the rules, and against which no rule was mended: "
        "what to expect of a brief not seen before.",
    ),
}


def kept(file: Path | None = None) -> Kept | None:
    """Return the scores kept of this project's briefs, or None where there are none. Raises Unusable for a bad file."""
    file = file or FILE
    return load(file) if file.is_file() else None


def stated() -> dict[str, Any]:
    """Return the property `accuracy` of a descriptor; no property where no scores are kept."""
    found = kept()
    if found is None:
        return {}
    said: dict[str, Any] = {
        "description": ABOUT,
        "documents": len(found.run.documents),
        "layers": _layers(found.run.scores),
    }
    for name, scores in found.others.items():
        label, of = NOTES[name]
        said[name] = {"description": f"{label.capitalize()}: {of}", "layers": _layers(scores)}
    return {"accuracy": said}


def _layers(scores: Mapping[str, Score]) -> list[dict[str, Any]]:
    rows = {layer: score.written() for layer, score in scores.items()}
    return [
        {"layer": layer, **{name: row[name] for name in ("gold", "found", "precision", "recall", "f1")}}
        for layer, row in rows.items()
    ]
