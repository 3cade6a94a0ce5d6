"""The generated parts of README.md between markers: headline figures, list of files, scores, data dictionary.

    python -m pipeline.readme           writes them
    python -m pipeline.readme --check   exits 1 and names each section that is stale

A section stands between `<!-- generated:NAME -->` and `<!-- /generated:NAME -->`; nobody edits it by hand.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections.abc import Callable, Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

from pipeline.errors import Unusable
from pipeline.scoring import accuracy as scores
from pipeline.tableschema import Table, tables

ROOT = Path(__file__).resolve().parent.parent

_SECTION = re.compile(r"(<!-- generated:(\w+) -->\n).*?(<!-- /generated:\2 -->)", re.DOTALL)
_MARKER = re.compile(r"<!-- /?generated:(\w+) -->")
_TOWARDS = {"trade": "with", "exports": "to", "imports": "from", "investment": "in"}
_BOUNDS = {"minimum": "at least", "maximum": "at most"}
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


def dictionary(root: Path) -> str:
    """The data dictionary: for each table its description, then its columns with meaning, example and constraints."""
    parts = []
    for table in tables(root / "schemas").values():
        columns = [
            (_code(f["name"]), f["type"], _prose(f["description"]), _code(f["example"]), _demands(table, f))
            for f in table.fields
        ]
        heading = f"### {table.schema['title']} (`{table.name}`)\n\n{table.schema['description']}\n\n"
        parts.append(heading + _grid(("column", "type", "meaning", "example", "constraints"), columns))
    return "\n".join(parts)


def headline(root: Path) -> str:
    """What the texts say of trade and investment: amounts and ranks in their order, with the words they rest on."""
    figures = tables(root / "schemas")["figures"]
    paths = {row["document_id"]: row["path"] for row in _rows(root, "documents")}
    names = {row["iso3166_1"]: row["name"] for row in _rows(root, "entities") if row["iso3166_1"]}
    told = (row for row in _rows(root, "figures") if row["kind"] in ("money", "rank"))
    chosen = [row for row in told if _family(row["measure"]) in _TOWARDS]
    chosen.sort(key=lambda row: (row["document_id"], int(row["start_char"])))
    lines = (
        (
            _subject(figures, row, names),
            _value(figures, row),
            row["date"] or "not stated",
            f"“{_prose(row['quote'])}” ([{row['start_char']}:{row['end_char']}]({paths[row['document_id']]}))",
        )
        for row in chosen
    )
    return _grid(("what", "how much", "when", "in the words of the source, and their offsets there"), lines)


def files(root: Path) -> str:
    """The download table: for each table its number of rows and its two files with their sizes in bytes."""
    lines = []
    for name, table in tables(root / "schemas").items():
        rows = sum(1 for _ in _rows(root, name))
        lines.append((table.schema["title"], f"{rows:,}", _link(root, name, "csv"), _link(root, name, "parquet")))
    return _grid(("table", "rows", "CSV", "Parquet"), lines)


def accuracy(root: Path) -> str:
    """The scores kept of the project's briefs: for each layer what counts, and precision, recall and F1."""
    kept = scores.kept(root / "tests" / "briefs" / scores.FILE.name)
    if kept is None:
        return "No scores are kept: `tests/briefs/scores.json` is not there.\n"
    head: tuple[str, ...] = ("layer", "what counts", "gold", "found", "precision", "recall", "F1")
    lines: list[tuple[str, ...]] = [
        (layer, scores.MEANINGS[layer], *map(str, score[:2]), *map(_places, (score.precision, score.recall, score.f1)))
        for layer, score in kept.run.scores.items()
    ]
    about = f"Measured on {len(kept.run.documents)} briefs. {scores.ABOUT}"
    if kept.first_sight:
        head = (*head, "F1 at first sight")
        firsts = [kept.first_sight.get(layer) for layer in kept.run.scores]
        lines = [(*line, _places(first.f1) if first else "") for line, first in zip(lines, firsts, strict=True)]
        about += f" At first sight: {scores.FIRST_SIGHT}"
    return f"{about}\n\n{_grid(head, lines)}"


SECTIONS: dict[str, Callable[[Path], str]] = {
    "headline": headline,
    "files": files,
    "accuracy": accuracy,
    "dictionary": dictionary,
}


def rewritten(text: str, root: Path) -> str:
    """The text with every marked section made anew; Unusable for a marker unknown or unpaired, OSError without data."""
    found = [match.group(2) for match in _SECTION.finditer(text)]
    for name in _MARKER.findall(text):
        if name not in SECTIONS:
            raise Unusable(f"README.md: no section is called {name}: known are {', '.join(SECTIONS)}")
        if found.count(name) != 1 or _MARKER.findall(text).count(name) != 2:
            raise Unusable(f"README.md: generated:{name} must be opened once and closed once")
    return _SECTION.sub(lambda match: f"{match.group(1)}\n{SECTIONS[match.group(2)](root)}\n{match.group(3)}", text)


def stale(text: str, root: Path) -> list[str]:
    """The names of the sections whose text is not what the schemas and the data now say."""
    pairs = zip(_SECTION.finditer(text), _SECTION.finditer(rewritten(text, root)), strict=True)
    return [old.group(2) for old, new in pairs if old.group() != new.group()]


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Write or check README.md; 0 where it is (now) up to date, 1 where it is stale, 2 where it cannot be made."""
    parser = argparse.ArgumentParser("python -m pipeline.readme", description="Write the generated parts of README.md.")
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 where a section is stale")
    check = parser.parse_args(arguments).check
    readme = root / "README.md"
    try:
        text = readme.read_text(encoding="utf-8")
        if not check:
            readme.write_text(rewritten(text, root), encoding="utf-8", newline="\n")
            return 0
        old = stale(text, root)
    except (Unusable, OSError, ValueError, KeyError) as error:
        print(f"README.md cannot be made: {error}", file=sys.stderr)
        return 2
    if old:
        print(f"README.md: stale: {', '.join(old)}: run python -m pipeline.readme", file=sys.stderr)
    return 1 if old else 0


def _rows(root: Path, table: str) -> Iterable[dict[str, str]]:
    with (root / "data" / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _link(root: Path, table: str, form: str) -> str:
    path = f"data/{table}.{form}"
    return f"[{path}]({path}) ({(root / path).stat().st_size:,} bytes)"


def _grid(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A Markdown table; a bar or a line break inside a cell would end the cell."""
    lines = [head, ("---",) * len(head), *(tuple(map(_cell, row)) for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _places(score: float) -> str:
    return f"{score:.3f}"


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())


def _code(text: str) -> str:
    return f"`{text}`"


def _prose(text: str) -> str:
    """Text to be shown as it is: GitHub would set what stands between two dollar signs as a formula."""
    return text.replace("$", "\\$")


def _demands(table: Table, field: dict[str, Any]) -> str:
    """The constraints, keys and unit of a column in words."""
    name, constraints = field["name"], field["constraints"]
    demands = ["primary key"] if name == table.primary_key else []
    demands += [f"points into {target}" for column, target, _ in table.foreign_keys if column == name]
    demands.append("required" if constraints.get("required") else "may be empty")
    if constraints.get("unique"):
        demands.append("unique")
    if "enum" in constraints:
        demands.append("one of " + ", ".join(map(_code, constraints["enum"])))
    if "pattern" in constraints:
        demands.append(f"pattern {_code(constraints['pattern'])}")
    demands += [f"{words} {constraints[key]}" for key, words in _BOUNDS.items() if key in constraints]
    demands += [f"unit: {field['unit']}"] if "unit" in field else []
    return "; ".join(demands)


def _family(measure: str) -> str:
    return measure.rpartition("_")[2]


def _label(table: Table, field: str, value: str) -> str:
    return str(next(known["label"] for known in table.field(field)["categories"] if known["value"] == value))


def _subject(figures: Table, row: dict[str, str], names: dict[str, str]) -> str:
    """What is measured, whose it is and towards whom: "merchandise imports, Canada from Peru"."""
    label = _label(figures, "measure", row["measure"])
    reporter, partner = (names.get(row[side], row[side]) for side in ("reporter", "partner"))
    towards = f"{_TOWARDS[_family(row['measure'])]} {partner}" if partner else ""
    countries = " ".join(filter(None, (reporter, towards)))
    told = "" if row["statistic"] == "level" else row["statistic"]
    return ", ".join(filter(None, (label, told, countries)))


def _value(figures: Table, row: dict[str, str]) -> str:
    """The value as a person would write it: "slightly more than CAD 522 million", "2nd in Latin America"."""
    ends = [_amount(row[end], row) for end in ("value", "value_to") if row[end]]
    comparator = "" if row["comparator"] == "exactly" else _label(figures, "comparator", row["comparator"])
    unit = row["unit"] if row["kind"] == "money" else ""
    scope = f"in {row['scope']}" if row["scope"] else ""
    return " ".join(filter(None, (comparator, unit, " to ".join(ends), scope)))


def _amount(digits: str, row: dict[str, str]) -> str:
    number = Decimal(digits)
    if row["kind"] == "rank":
        last = "th" if int(number) % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(int(number) % 10, "th")
        return f"{number}{last}"
    for scale, word in _SCALES:
        if abs(number) >= scale:
            return f"{(number / scale).normalize():f} {word}"
    return f"{number:,}"


if __name__ == "__main__":
    sys.exit(main())
