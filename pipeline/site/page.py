"""A package becomes one HTML file, from its descriptor, tables and texts alone: same package, same bytes."""

from __future__ import annotations

import base64
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from pipeline import exports
from pipeline.bundle import bundle
from pipeline.errors import Unusable
from pipeline.published import Cells, Published
from pipeline.sources import reason_of

from . import charts
from .spans import LAYERS, Mark, pieces

ROOM = Path(__file__).parent
_MEDIA = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet", "zip": "application/zip"}
_NUMBERS = ("integer", "number")
_SCANNED = "Every number, date and name that a scanner of its own finds: used, or left out for a reason."


def write(package: Published, out: Path) -> Path:
    """Write the page of a package as index.html into a folder, made where it is missing, and return its path.

    Raises Unusable where the package cannot be read or the folder cannot be written.
    """
    about = package.descriptor
    everything = bundle(package, f"{about['name']}-{about['version']}")
    drawn = render(package, everything, "".join(exports.told(package, "dataset.jsonld")))
    try:
        out.mkdir(parents=True, exist_ok=True)
        (out / "index.html").write_text(drawn, encoding="utf-8", newline="\n")
    except OSError as error:
        raise Unusable(f"{out}: {reason_of(error)}; name a folder that can be written") from None
    return out / "index.html"


def render(package: Published, everything: bytes, linked_data: str = "") -> str:
    """Return the page of a package, with `everything` (a zip of it) and `linked_data` (JSON-LD) inside.

    Raises Unusable where a file of the package is missing or cannot be read.
    """
    rows = {name: list(package.cells(name)) for name in package.tables}
    numbers = {document: number for number, document in enumerate(package.texts)}
    environment = Environment(loader=FileSystemLoader(ROOM), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.globals["branch"] = _branch
    return environment.get_template("page.html.j2").render(
        about=package.descriptor,
        count=sum(map(len, rows.values())),
        everything=_inside(everything, "zip"),
        linked_data=Markup(linked_data.replace("<", "\\u003c")),
        style=Markup((ROOM / "style.css").read_text(encoding="utf-8")),
        script=Markup((ROOM / "script.js").read_text(encoding="utf-8")),
        charts=[
            ("Trade", "Each amount with the words that state it.", charts.trade(rows["figures"])),
            ("Events", "Dated events; an open end runs to the edge.", charts.timeline(rows["events"])),
            ("What became of the text", _SCANNED, charts.accounted(rows["coverage"])),
        ],
        goods=[(flow, _tree(rows["goods"], flow)) for flow in ("exports", "imports") if _tree(rows["goods"], flow)],
        meetings=list(_meetings(rows)),
        layers=LAYERS,
        documents=[_document(package, row, rows, numbers) for row in rows["documents"]],
        tables=[_table(package, name, rows, numbers) for name in package.tables],
    )  # fmt: skip


def _inside(data: bytes, form: str) -> Markup:
    """A file as an address that holds it."""
    return Markup(f"data:{_MEDIA[form]};base64,{base64.b64encode(data).decode()}")


def _document(
    package: Published, document: Cells, rows: dict[str, list[Cells]], numbers: dict[str, int]
) -> dict[str, Any]:
    """A text in its blocks, each in pieces; the white space between sentences goes with the one before."""
    name = str(document["document_id"])
    text = package.text(str(document["path"]))
    marks = [
        Mark(int(str(row["start_char"])), int(str(row["end_char"])), table, str(row[package.tables[table].primary_key]))
        for table in LAYERS
        for row in rows[table]
        if row["document_id"] == name
    ]
    units = sorted(
        (int(str(row["start_char"])), int(str(row["end_char"])), str(row["paragraph"]), str(row["kind"]))
        for row in rows["sentences"]
        if row["document_id"] == name
    )
    blocks: list[dict[str, Any]] = []
    for number, (start, end, paragraph, kind) in enumerate(units):
        more = number + 1 < len(units) and units[number + 1][2] == paragraph
        reach = units[number + 1][0] if more else end  # with the space before the next sentence of the paragraph
        if not number or units[number - 1][2] != paragraph:
            blocks.append({"kind": kind, "pieces": []})
        for piece in pieces(start, reach, marks):
            layers = [layer for layer in LAYERS if any(mark.table == layer for mark in piece.marks)]
            blocks[-1]["pieces"].append(
                {"start": piece.start, "end": piece.end, "marks": piece.marks, "opens": piece.opens, "layers": layers}
            )
    return {"title": document["title"] or name, "number": numbers[name], "text": text, "blocks": blocks}


def _table(package: Published, name: str, rows: dict[str, list[Cells]], numbers: dict[str, int]) -> dict[str, Any]:
    """A table with its downloads, each row with its words in the text, the rows it points at and its caveats."""
    table = package.tables[name]
    targets = {column: there for column, there, _ in table.foreign_keys}
    kinds = {field["name"]: field["type"] for field in table.fields}
    known = {target: {row[package.tables[target].primary_key] for row in rows[target]} for target in targets.values()}
    caveats: dict[str, list[str]] = defaultdict(list)
    for row in rows["caveats"]:
        if row["resource"] == name:
            caveats[str(row["row_id"])].append(str(row["message"]))
    return {
        "name": name,
        "title": table.schema.get("title", ""),
        "description": table.schema.get("description", ""),
        "columns": table.fields,
        "csv": _inside(package.read(f"data/{name}.csv"), "csv"),
        "parquet": _inside(package.read(f"data/{name}.parquet"), "parquet"),
        "rows": [
            {
                "id": row[table.primary_key],
                "words": _words(row, numbers),
                "caveats": caveats[str(row[table.primary_key])],
                "cells": [
                    {
                        "text": row[column] or "",
                        "number": kinds[column] in _NUMBERS,
                        "inferred": column in str(row.get("inferred") or "").split(),
                        "row": row[column] if column in targets and row[column] in known[targets[column]] else None,
                    }
                    for column in table.columns
                ],
            }
            for row in rows[name]
        ],
    }


def _words(row: Cells, numbers: dict[str, int]) -> str:
    """The anchor of a row's words in the text; empty for a row without words there."""
    if "start_char" not in row or row["start_char"] is None:
        return ""
    return f"words-{numbers[str(row['document_id'])]}-{row['start_char']}"


def _tree(goods: Iterable[Cells], flow: str, above: str | None = None) -> list[tuple[Cells, Any]]:
    """The goods of a flow that are details of another (or of none), each with its own details."""
    goods = list(goods)
    return [
        (row, _tree(goods, flow, str(row["good_id"])))
        for row in goods
        if row["flow"] == flow and row["detail_of"] == above
    ]


def _branch(tree: list[tuple[Cells, Any]]) -> Markup:
    """A tree of goods as nested lists, each good a link to its row."""
    items = Markup("").join(
        Markup('<li><a href="#row-{}">{}</a>{}{}</li>').format(
            row["good_id"],
            row["name"],
            Markup(" <code>HS {}</code>").format(row["hs_code"]) if row["hs_code"] else "",
            _branch(details) if details else "",
        )
        for row, details in tree
    )
    return Markup("<ul>{}</ul>").format(items)


def _meetings(rows: dict[str, list[Cells]]) -> Iterator[dict[str, Any]]:
    """Visits and meetings in which a person takes part, by date, with the names of all who do."""
    persons = {row["entity_id"] for row in rows["entities"] if row["kind"] == "person"}
    present: dict[str, list[Cells]] = defaultdict(list)
    for row in rows["participants"]:
        present[str(row["event_id"])].append(row)
    for row in sorted(rows["events"], key=lambda row: (str(row["date_from"] or "9999"), str(row["event_id"]))):
        people = present[str(row["event_id"])]
        if row["kind"] in ("visit", "meeting") and any(one["entity_id"] in persons for one in people):
            names = list(dict.fromkeys(str(one["participant"]) for one in people))
            yield {
                "id": row["event_id"],
                "date": row["date"],
                "people": names,
                "title": row["title"],
                "status": row["status"],
            }
