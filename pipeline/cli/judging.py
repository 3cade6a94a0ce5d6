"""Commands that tell how good the reading is, and by which rules it reads."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .app import FINDINGS, GOOD, app
from .saying import complain


@app.command("score")
def score_command(
    folder: Annotated[
        Path | None, typer.Argument(metavar="[DIR]", help="Folder of briefs with gold; tests/briefs if left out.")
    ] = None,
    against: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Run to compare with; the folder's scores.json if left out.")
    ] = None,
    update: Annotated[bool, typer.Option("--update", help="Keep this run in that file, whatever fell.")] = False,
) -> int:
    """Compare the reading of briefs with gold made by hand, and with the last run kept."""
    from pipeline.scoring import command

    good = command.score(folder or command.BRIEFS, against, update, typer.echo, complain)
    return GOOD if good else FINDINGS


@app.command("rules")
def rules_command(
    folders: Annotated[
        list[Path] | None, typer.Argument(metavar="[DIR]...", help="Folders of texts to count over.")
    ] = None,
) -> int:
    """List the rules with their examples; given folders, count how often each fires there."""
    from pipeline.rulebook import command

    if folders:
        command.count_rules(folders, typer.echo, complain)
    else:
        command.list_rules(typer.echo)
    return GOOD
