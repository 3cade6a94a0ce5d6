"""Every span of every table as W3C Web Annotations, which other tools can show over the texts.

An annotation's target is a text at two selectors that mean the same: its offsets in code points, and the words with
those around them. Its bodies say what they are: the table and kind as tags, the row's other cells as a description.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import quote

from pipeline.exports.metadata import Node, address
from pipeline.published import Cells, Published
from pipeline.tableschema import Table

AROUND = 32  # characters before and after the words, as other tools give them too
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
SPAN = {"document_id", "start_char", "end_char"}
WORDS = ("quote", "text")


def pieces(package: Published) -> Iterator[str]:
    """Yield the file's text: a collection with one page of all annotations, one on a line."""
    about = package.descriptor
    tables = [table for table in package.tables.values() if set(table.columns) >= SPAN]
    total = sum(package.rows(table.name).num_rows for table in tables)
    head = {
        "@context": CONTEXT,
        "id": f"{about['id']}#annotations" if "id" in about else None,
        "type": "AnnotationCollection",
        "label": f"Spans of {about['title']} {about['version']}",
        "total": total,
    }
    page = {"type": "AnnotationPage", "startIndex": 0}
    start = json.dumps({key: value for key, value in head.items() if value is not None}, ensure_ascii=False)
    yield f'{start[:-1]},\n"first": {json.dumps(page)[:-1]}, "items": [\n'
    for number, item in enumerate(_items(package, tables)):
        yield (",\n" if number else "") + json.dumps(item, ensure_ascii=False)
    yield "\n]}}\n"


def _items(package: Published, tables: list[Table]) -> Iterator[Node]:
    texts: dict[str, str] = {}
    for table in tables:
        for row in package.cells(table.name):
            document_id = str(row["document_id"])
            if document_id not in texts:
                texts[document_id] = package.text(package.texts[document_id])
            yield annotation(table, row, package.texts[document_id], texts[document_id])


def annotation(table: Table, row: Cells, path: str, text: str) -> Node:
    """Return a row of a table with a span as an annotation of the text at `path`."""
    start, end = int(row["start_char"] or 0), int(row["end_char"] or 0)
    told = {key: value for key, value in row.items() if value and key not in {*SPAN, *WORDS, table.primary_key}}
    tags = [table.name, *filter(None, [told.get("kind")])]
    return {
        "id": f"#{table.name}/{quote(str(row[table.primary_key]))}",
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            *({"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in tags),
            {
                "type": "TextualBody",
                "purpose": "describing",
                "format": "text/plain",
                "value": "\n".join(f"{key}: {value}" for key, value in told.items()),
            },
        ],
        "target": {
            "source": address(path),
            "selector": [
                {"type": "TextPositionSelector", "start": start, "end": end},
                {
                    "type": "TextQuoteSelector",
                    "exact": text[start:end],
                    "prefix": text[max(0, start - AROUND) : start],
                    "suffix": text[end : end + AROUND],
                },
            ],
        },
    }
