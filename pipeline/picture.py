"""The picture on the front page: amounts of trade as bars, dated events as a list in time, for light and dark pages.

Drawn from the tables alone by the template picture.svg; the same tables give the same bytes.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from pipeline.headline import rows, trade

FOLDER = "docs"
# Text, softer text, bars and dots: each at least 4.5:1 against the page it is for.
PALETTES = {
    "light": {"ink": "#1f2328", "soft": "#59636e", "mark": "#0a5c8a"},
    "dark": {"ink": "#f0f6fc", "soft": "#9198a1", "mark": "#58a6e0"},
}
PICTURES = tuple(f"{FOLDER}/picture-{name}.svg" for name in PALETTES)
MOST = 18  # events
LONGEST = 54  # characters of an event's title


def pictures(root: Path) -> dict[str, str]:
    """Return each picture's text by its path in the project; OSError without the tables."""
    templates = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    drawn = {"bars": _bars(root), "events": _events(root)}
    svg = templates.get_template("picture.svg")
    return dict(zip(PICTURES, (svg.render(**drawn, **palette) for palette in PALETTES.values()), strict=True))


def _bars(root: Path) -> list[dict[str, Any]]:
    """Return the amounts of one currency, that of the first, each with its share of the greatest in thousandths."""
    money = [said for said in trade(root) if said.row["kind"] == "money" and said.row["statistic"] == "level"]
    money = [said for said in money if said.row["unit"] == money[0].row["unit"]]
    greatest = max((float(said.row["value"]) for said in money), default=0) or 1
    return [
        {
            "what": f"{said.what[:1].upper()}{said.what[1:]}, {said.when}",
            "how_much": said.how_much,
            "quote": said.quote,
            "share": round(1000 * float(said.row["value"]) / greatest),
            "open": said.row["comparator"] in ("more_than", "slightly_more_than", "at_least"),
        }
        for said in money
    ]


def _events(root: Path) -> list[dict[str, str]]:
    """Return the last of the dated events in the order of time."""
    dated = [row for row in rows(root, "events") if row["date"]]
    dated.sort(key=lambda row: (row["date_from"] or row["date_to"], row["date"], row["event_id"]))
    return [
        {"date": _short(row["date"]), "status": row["status"], "title": _cut(row["title"])} for row in dated[-MOST:]
    ]


def _short(date: str) -> str:
    """Return a date as it is, an interval by its start."""
    first, slash, _ = date.partition("/")
    return f"{first} …" if slash else date


def _cut(title: str) -> str:
    return title if len(title) <= LONGEST else title[: LONGEST - 1].rpartition(" ")[0] + "…"
