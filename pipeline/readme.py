"""The generated parts of README.md, all that repeats data or schemas, between markers, and the pictures that it shows.

    python -m pipeline.readme           writes them
    python -m pipeline.readme --check   exits 1 and names each section and picture that is stale

A section stands between `<!-- generated:NAME -->` and `<!-- /generated:NAME -->`; nobody edits it by hand.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

from pipeline.errors import Unusable
from pipeline.headline import rows, trade
from pipeline.picture import pictures
from pipeline.scoring import accuracy as scores
from pipeline.tableschema import Table, tables

ROOT = Path(__file__).resolve().parent.parent

_SECTION = re.compile(r"(<!-- generated:(\w+) -->\n).*?(<!-- /generated:\2 -->)", re.DOTALL)
_MARKER = re.compile(r"<!-- /?generated:(\w+) -->")
_BOUNDS = {"minimum": "at least", "maximum": "at most"}
_STATUSES = {"used": "used by a row", "left_out": "left out for a reason", "unaccounted": "not accounted for"}


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
    lines = (
        (said.what, said.how_much, said.when, f"“{_prose(said.quote)}” ([{said.start}:{said.end}]({said.path}))")
        for said in trade(root)
    )
    return _grid(("what", "how much", "when", "in the words of the source, and their offsets there"), lines)


def lookup(root: Path) -> str:
    """Three commands that lead from a cell to its words, for the greatest amount among the headline figures."""
    money = [said for said in trade(root) if said.row["kind"] == "money"]
    if not money:
        return ""
    said = max(money, key=lambda said: Decimal(said.row["value"]))
    found = f'open("{said.path}", encoding="utf-8", newline="").read()[{said.start}:{said.end}]'
    commands = (
        f"grep '^{said.row['figure_id']},' data/figures.csv",
        f"python3 -c 'print({found})'",
        f".venv/bin/python -m pipeline explain {said.row['figure_id']}",
    )
    return "```sh\n{}\n```\n".format("\n".join(commands))


def left_out(root: Path) -> str:
    """How much of what the scanner found is used, and for which reasons the rest is not, with words for each."""
    field = tables(root / "schemas")["coverage"].field("reason")
    found: dict[str, list[str]] = {}
    statuses: Counter[str] = Counter()
    for row in rows(root, "coverage"):
        statuses[row["status"]] += 1
        if row["reason"]:
            found.setdefault(row["reason"], []).append(row["quote"])
    lines = (
        (
            known["label"],
            f"{len(found[known['value']]):,}",
            ", ".join(map(_code, islice(dict.fromkeys(found[known["value"]]), 5))),
        )
        for known in field["categories"]
        if known["value"] in found
    )
    told = ", ".join(f"{statuses[status]:,} are {said}" for status, said in _STATUSES.items())
    return f"Of {statuses.total():,} candidates {told}.\n\n" + _grid(("left out because", "how many", "such as"), lines)


def caveats(root: Path) -> str:
    """How many caveats there are of each kind, with the first of each."""
    field = tables(root / "schemas")["caveats"].field("kind")
    found: dict[str, list[str]] = {}
    for row in rows(root, "caveats"):
        found.setdefault(row["kind"], []).append(row["message"])
    lines = (
        (known["label"], f"{len(found[known['value']]):,}", _prose(found[known["value"]][0]))
        for known in field["categories"]
        if known["value"] in found
    )
    return _grid(("what there is to know", "how often", "such as"), lines)


def files(root: Path) -> str:
    """The download table: for each table its number of rows and its two files with their sizes in bytes."""
    lines = []
    for name, table in tables(root / "schemas").items():
        count = sum(1 for _ in rows(root, name))
        lines.append((table.schema["title"], f"{count:,}", _link(root, name, "csv"), _link(root, name, "parquet")))
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
    for name, others in kept.others.items():
        label, of = scores.NOTES[name]
        head = (*head, f"F1 {label}")
        found = [others.get(layer) for layer in kept.run.scores]
        lines = [(*line, _places(other.f1) if other else "") for line, other in zip(lines, found, strict=True)]
        about += f" {label.capitalize()}: {of}"
    return f"{about}\n\n{_grid(head, lines)}"


SECTIONS: dict[str, Callable[[Path], str]] = {
    "headline": headline,
    "files": files,
    "lookup": lookup,
    "left_out": left_out,
    "caveats": caveats,
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
        drawn = pictures(root)
        if not check:
            readme.write_text(rewritten(text, root), encoding="utf-8", newline="\n")
            for path, picture in drawn.items():
                (root / path).parent.mkdir(exist_ok=True)
                (root / path).write_text(picture, encoding="utf-8", newline="\n")
            return 0
        old = stale(text, root) + [path for path, picture in drawn.items() if _read(root / path) != picture]
    except (Unusable, OSError, ValueError, KeyError) as error:
        print(f"README.md cannot be made: {error}", file=sys.stderr)
        return 2
    if old:
        print(f"README.md: stale: {', '.join(old)}: run python -m pipeline.readme", file=sys.stderr)
    return 1 if old else 0


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


def _link(root: Path, table: str, form: str) -> str:
    path = f"data/{table}.{form}"
    return f"[{path}]({path}) ({(root / path).stat().st_size:,} bytes)"


def _grid(head: tuple[str, ...], cells: Iterable[tuple[str, ...]]) -> str:
    """A Markdown table; a bar or a line break inside a cell would end the cell."""
    lines = [head, ("---",) * len(head), *(tuple(map(_cell, row)) for row in cells)]
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


if __name__ == "__main__":
    sys.exit(main())
