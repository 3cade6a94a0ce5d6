"""What the commands share: the application that they belong to, its exit codes, options that several take."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

ROOT = Path(__file__).resolve().parent.parent.parent
GOOD, FINDINGS, UNUSABLE, INTERRUPTED = 0, 1, 2, 130

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Read government briefs into a checked data package. Exit codes: 0 good, 1 findings, 2 unusable input.",
)
PackagePath = Annotated[
    Path, typer.Option("--package", metavar="DIR", help="A package's folder or zip.", show_default="this project's")
]
Verbose = Annotated[bool, typer.Option("--verbose", help="Show how long each stage took.")]
