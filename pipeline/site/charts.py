"""Charts of a package as SVG in the colours of the page around them: trade by year, events in time, the text used.

Drawn once, by Vega-Lite, when the page is made: a reader needs no script for them; the same rows are the same bytes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

import altair as alt
import vl_convert

from pipeline.published import Cells

WIDTH = 300  # of a chart in pixels: it fits a phone unscaled
ROW = 34
INK = "currentColor"  # whatever the page writes in, light or dark
COLOURS = {"exports": "#3987e5", "imports": "#e07b39", "trade": "#7a9a3d"}
STATUSES = {"occurred": "#3987e5", "ongoing": "#7a9a3d", "recurring": "#a97fc9", "planned": "#e07b39"}
FATES = {"used": "#3987e5", "left_out": "#b9b9b3", "unaccounted": "#d0402b"}
_BILLIONS = "datum.value >= 1e9 ? datum.value / 1e9 + ' billion' : datum.value / 1e6 + ' million'"
_CONFIG = {
    "background": None,
    "font": "sans-serif",
    "view": {"stroke": None},
    "axis": {
        "labelColor": INK, "titleColor": INK, "tickColor": INK, "domainColor": INK,
        "gridColor": INK, "gridOpacity": 0.15,
    },
    "legend": {"labelColor": INK, "titleColor": INK, "orient": "top", "title": None},
    "text": {"color": INK},
}  # fmt: skip


def trade(figures: Sequence[Cells]) -> str:
    """Amounts of trade by flow and year, each labelled with its words; empty where the text states none."""
    rows = [
        {
            "label": f"{str(row['measure']).replace('_', ' ')}, {row['date'] or 'undated'} ({row['unit'] or '?'})",
            "flow": str(row["measure"]).rpartition("_")[2],
            "value": float(str(row["value"])),
            "quote": row["quote"],
        }
        for row in figures
        if row["kind"] == "money" and row["statistic"] == "level" and row["measure"]
        and str(row["measure"]).rpartition("_")[2] in COLOURS
    ]  # fmt: skip
    if not rows:
        return ""
    order = [str(row["label"]) for row in sorted(rows, key=lambda row: str(row["label"]))]
    base = alt.Chart(alt.Data(values=rows)).encode(y=alt.Y("label:N", sort=order, axis=None))
    bars = base.mark_bar(height=10, yOffset=8, tooltip=True).encode(
        x=alt.X("value:Q", axis=alt.Axis(labelExpr=_BILLIONS, tickCount=4, title=None)),
        color=alt.Color("flow:N", scale=_scale(COLOURS), legend=None),
    )
    words = base.mark_text(align="left", x=0, dy=-6).encode(text="said:N")
    chart = (bars + words.transform_calculate(said="datum.label + ': ' + datum.quote")).properties(
        width=WIDTH, height=ROW * len(rows)
    )
    return _svg(chart, "trade")


def timeline(events: Sequence[Cells]) -> str:
    """Dated events in time, those that have happened and those to come in colours of their own."""
    dated = [row for row in events if row["date_from"] or row["date_to"]]
    if not dated:
        return ""
    days = sorted(str(row["date_from"]) for row in dated if row["date_from"] and row["date_to"])
    opening = days[0] if days else min(str(row["date_from"] or row["date_to"]) for row in dated)
    closing = max(str(row["date_to"] or row["date_from"]) for row in dated)
    rows = [
        {
            "label": f"{row['date']}  {_cut(str(row['title'] or row['kind']))}",
            "start": max(str(row["date_from"] or opening), opening),
            "end": str(row["date_to"] or closing),
            "status": row["status"],
            "at": number,
        }
        for number, row in enumerate(sorted(dated, key=lambda row: (str(row["date_from"] or ""), str(row["event_id"]))))
    ]
    base = alt.Chart(alt.Data(values=rows)).encode(y=alt.Y("at:O", axis=None))
    bars = base.mark_bar(height=8, yOffset=7).encode(
        x=alt.X("start:T", axis=alt.Axis(format="%Y", title=None, tickCount=6)),
        x2="end:T",
        color=alt.Color("status:N", scale=_scale(STATUSES)),
    )
    days = base.mark_tick(height=8, thickness=4, yOffset=7).encode(  # a day is too short for a bar
        x="start:T", color=alt.Color("status:N", scale=_scale(STATUSES))
    )
    words = base.mark_text(align="left", x=0, dy=-5, fontSize=10).encode(text="label:N")
    return _svg((bars + days + words).properties(width=WIDTH, height=24 * len(rows)), "timeline")


def accounted(coverage: Sequence[Cells]) -> str:
    """How many of the numbers, dates and names in the text a row uses, and why the others are left out."""
    counted = Counter((str(row["status"]), str(row["reason"] or "")) for row in coverage)
    rows = [
        {
            "label": f"{(reason or status).replace('_', ' ')}: {count}",
            "count": count,
            "status": status.replace("_", " "),
        }
        for (status, reason), count in sorted(
            counted.items(), key=lambda item: (item[0][0] != "used", -item[1], item[0])
        )
    ]
    if not rows:
        return ""
    base = alt.Chart(alt.Data(values=rows)).encode(
        y=alt.Y("label:N", sort=None, axis=alt.Axis(title=None, labelLimit=150, ticks=False, domain=False))
    )
    bars = base.mark_bar(height=12).encode(
        x=alt.X("count:Q", axis=None),
        color=alt.Color("status:N", scale=_scale({key.replace("_", " "): value for key, value in FATES.items()})),
    )
    return _svg(bars.properties(width=WIDTH - 130, height=18 * len(rows)), "accounted")


def _scale(colours: dict[str, str]) -> alt.Scale:
    return alt.Scale(domain=list(colours), range=list(colours.values()))


def _cut(words: str, most: int = 40) -> str:
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def _svg(chart: Any, name: str) -> str:
    """Draw a chart; the ids inside are made the chart's own, since a page holds several."""
    drawn = vl_convert.vegalite_to_svg({**chart.to_dict(validate=False), "config": _CONFIG})
    return re.sub(r"(\bid=\"|url\(#)", rf"\g<1>{name}-", drawn)
