"""Every quote is the text at its offsets, mentions lie apart, and sentences hold every character once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from pipeline.checks.package import Package
from pipeline.errors import Finding
from pipeline.sources import BLANK

Span = tuple[int, int, str, str]  # start, end, row id, quote
MEND = "mend the rule that gave it"


def quotes(package: Package) -> Iterator[Finding]:
    """Yield the rows whose quote is not the text between their offsets, or lies outside the sentence they name."""
    sentences = {
        row[0]: row[1:] for row in package.cells("sentences", ["sentence_id", "document_id", "start_char", "end_char"])
    }
    for table in package.with_columns("document_id", "start_char", "end_char"):
        column = "quote" if "quote" in table.columns else "text"
        names = [table.primary_key, "document_id", "start_char", "end_char", column]
        sentence = "sentence_id" in table.columns and table.name != "sentences"
        for row, document_id, start, end, quote, *inside in package.cells(
            table.name, names + ["sentence_id"] * sentence
        ):
            text = package.texts.get(document_id)
            if text is None or None in (start, end, quote):
                continue  # told by the schema, the keys or the files
            file = f"data/{table.name}.csv"
            if not 0 <= start < end <= len(text):
                said = f"{start}:{end} does not lie in the text of {len(text)} characters; {MEND}"
                yield Finding(file, row, "start_char", start, quote, said)
            elif text[start:end] != quote:
                yield Finding(
                    file, row, column, text[start:end], quote, f"the text at {start}:{end} is not the quote; {MEND}"
                )
            elif inside and inside[0] in sentences:
                home, first, last = sentences[inside[0]]
                if None not in (first, last) and (home != document_id or not first <= start < end <= last):
                    said = f"the quote at {start}:{end} does not lie in this sentence; {MEND}"
                    yield Finding(file, row, "sentence_id", inside[0], quote, said)


def overlaps(package: Package) -> Iterator[Finding]:
    """Yield the mentions that begin before the one before them has ended."""
    for spans in _by_document(package, "mentions", "mention_id", "quote").values():
        for (_, end, other, words), (start, _, row, quote) in pairwise(spans):
            if start < end:
                said = f'overlaps the mention {other} of "{words}"; the longest name wins'
                yield Finding("data/mentions.csv", row, "start_char", start, quote, said)


def coverage(package: Package) -> Iterator[Finding]:
    """Yield the characters of a text, white space apart, that lie in no sentence or in two."""
    found = _by_document(package, "sentences", "sentence_id", "text")
    for document_id, text in package.texts.items():
        reached = 0
        # The end of the text closes the last gap as a sentence's start closes the others.
        for start, end, row, _ in [*found.get(document_id, []), (len(text), len(text), "", "")]:
            if not BLANK.fullmatch(text, min(reached, start), max(reached, start)):
                words = text[min(reached, start) : max(reached, start)].strip()
                said = "lies in no sentence" if start > reached else "lies in two sentences"
                place = row or document_id
                yield Finding(
                    "data/sentences.csv", place, "start_char", start, words, f"{said} of {document_id}; {MEND}"
                )
            reached = max(reached, end)


def _by_document(package: Package, name: str, key: str, quote: str) -> dict[str, list[Span]]:
    spans: dict[str, list[Span]] = defaultdict(list)
    for document_id, *span in package.cells(name, ["document_id", "start_char", "end_char", key, quote]):
        if None not in (document_id, *span):
            spans[document_id].append(tuple(span))
    for found in spans.values():
        found.sort()
    return spans
