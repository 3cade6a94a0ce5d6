"""Commands that read texts or pages into packages, and that check what lies there."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from pipeline.errors import Unusable

from .app import FINDINGS, GOOD, ROOT, Verbose, app
from .saying import Watch, complain, count, judge, sizes


@app.command("build")
def build_command(
    raw: Annotated[Path | None, typer.Option(metavar="DIR", help="Folder of *.txt to read; needs --out.")] = None,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Folder to write the package to.")] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Processes that read; one a core if left out.")
    ] = None,
    verbose: Verbose = False,
) -> int:
    """Read texts, publish the package.

    Without options, raw/ of this project is read into this project. --out alone writes the same package elsewhere.
    --raw needs --out: a package of other texts is not written over this project's by mistake.
    """
    from pipeline import build

    if raw is not None and out is None:
        raise Unusable("--raw needs --out: name the folder for the package of these texts")
    watch = Watch(verbose)
    outcome = build.build(raw or build.RAW, out or build.ROOT, watch.stage, watch.bar, workers)
    for refusal in outcome.refused:
        complain(f"{refusal}")
    code = judge(outcome.report)
    if code == GOOD:
        seconds = f" in {watch.seconds():.1f} s" if verbose else ""
        typer.echo(f"built {count(outcome.documents, 'document')}: {sizes(outcome.report)}{seconds}")
    else:
        complain("nothing was published")
    return code or (FINDINGS if outcome.refused else GOOD)


@app.command("archive")
def archive_command(
    names: Annotated[
        list[str],
        typer.Argument(metavar="INPUT...", help="Files, folders, globs or URLs of pages.", show_default=False),
    ],
    out: Annotated[Path, typer.Option(metavar="DIR", help="Folder to write to.")],
    engine: Annotated[Literal["local", "dask"], typer.Option(help="What runs the workers.")] = "local",
    workers: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Processes that read; one a core if left out.")
    ] = None,
    scheduler: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="A Dask scheduler that has workers; implies --engine dask.")
    ] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on where an earlier run stopped.")] = False,
    page_timeout: Annotated[float, typer.Option(min=0.1, metavar="S", help="Seconds for one page.")] = 10.0,
    shard_pages: Annotated[int, typer.Option(min=1, metavar="N", help="Pages that are read as one shard.")] = 10_000,
    shard_index: Annotated[
        int | None, typer.Option(min=0, metavar="I", help="Number of this job in an array of jobs, from 0.")
    ] = None,
    shard_count: Annotated[int | None, typer.Option(min=1, metavar="N", help="Number of jobs in the array.")] = None,
    as_csv: Annotated[bool, typer.Option("--csv", help="Write CSV files too.")] = False,
) -> int:
    """Read archives of pages into datasets.

    Pages may lie in text, HTML, WARC, Parquet or JSON Lines files. What cannot be read is listed in quarantine.parquet
    with its reason, and the exit code is then 1.
    """
    from pipeline.archive.running import command

    if (shard_index is None) != (shard_count is None):
        raise Unusable("--shard-index and --shard-count go together: which job, of how many")
    options = command.Options(
        out,
        command.Limits(page_timeout),
        "dask" if scheduler else engine,
        workers,
        scheduler,
        resume,
        None if shard_index is None or shard_count is None else (shard_index, shard_count),
        as_csv,
        shard_pages,
    )
    return GOOD if command.archive(names, options, typer.echo, complain) else FINDINGS


@app.command("check")
def check_command(
    folder: Annotated[
        Path | None, typer.Argument(metavar="[DIR]", help="The package's folder; this project's if left out.")
    ] = None,
    form: Annotated[
        Literal["text", "json", "junit"], typer.Option("--format", help="For people, programs or a CI server.")
    ] = "text",
    verbose: Verbose = False,
) -> int:
    """Check a package, building nothing."""
    from pipeline import checks, reports

    watch = Watch(verbose)
    report = checks.check(folder or ROOT, watch.stage, watch.bar)
    if form != "text":
        typer.echo(reports.as_json(report) if form == "json" else reports.as_junit(report))
        return FINDINGS if report.findings else GOOD
    code = judge(report)
    if code == GOOD:
        seconds = f" in {watch.seconds():.1f} s" if verbose else ""
        typer.echo(f"good: {sizes(report)}{seconds}")
    return code
