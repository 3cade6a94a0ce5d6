"""The commands: what they take and print, and the exit codes 0 good, 1 findings, 2 unusable.

Everything that is wrong is one line on stderr; a traceback never reaches a user. What a command needs is imported when
it runs, so that help and a mistyped option answer at once.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from typer.exceptions import TyperException

from pipeline.errors import Unusable, one_line

if TYPE_CHECKING:
    from pipeline.checks.package import Report
    from pipeline.progress import Advance

MANY = 20  # documents that are worth a progress bar
MOST = 200  # findings printed one by one: more come from one cause, and hide it
ROOT = Path(__file__).resolve().parent.parent
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
        _complain(f"{refusal}")
    code = _judge(outcome.report)
    if code == GOOD:
        seconds = f" in {watch.seconds():.1f} s" if verbose else ""
        typer.echo(f"built {_count(outcome.documents, 'document')}: {_sizes(outcome.report)}{seconds}")
    else:
        _complain("nothing was published")
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
    return GOOD if command.archive(names, options, typer.echo, _complain) else FINDINGS


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
    code = _judge(report)
    if code == GOOD:
        seconds = f" in {watch.seconds():.1f} s" if verbose else ""
        typer.echo(f"good: {_sizes(report)}{seconds}")
    return code


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

    good = command.score(folder or command.BRIEFS, against, update, typer.echo, _complain)
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
        command.count_rules(folders, typer.echo, _complain)
    else:
        command.list_rules(typer.echo)
    return GOOD


@app.command("explain")
def explain_command(
    row_id: Annotated[str, typer.Argument(metavar="ROW_ID", help="The id of a row of any table.")],
    package: PackagePath = ROOT,
) -> int:
    """Show a row and, for each cell, the words it rests on."""
    from pipeline import explain

    explain.show(package, row_id)
    return GOOD


@app.command("diff")
def diff_command(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="A package's folder or zip.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="Another's.")],
    form: Annotated[
        Literal["markdown", "json"], typer.Option("--format", help="For people, or all of it for programs.")
    ] = "markdown",
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit with 1 where the packages differ.")] = False,
) -> int:
    """Tell what changed between two packages: rows by their keys, columns, tables.

    Like git diff, it exits with 0 whether or not they differ, unless --exit-code is given.
    """
    from pipeline import difference
    from pipeline.published import opened

    with opened(old) as before, opened(new) as after:
        found = difference.compare(before, after)
    typer.echo(difference.as_json(found) if form == "json" else difference.as_markdown(found))
    return FINDINGS if exit_code and found else GOOD


@app.command("site")
def site_command(
    package: PackagePath = ROOT,
    out: Annotated[Path, typer.Option(metavar="DIR", help="Folder to write index.html to.", show_default="site")] = ROOT
    / "site",
) -> int:
    """Write one page that shows a package: its text with every span marked, its tables, charts."""
    from pipeline.published import opened
    from pipeline.site import page

    with opened(package) as found:
        typer.echo(f"wrote {page.write(found, out)}")
    return GOOD


@app.command("exports")
def exports_command(
    package: PackagePath = ROOT,
    out: Annotated[
        Path, typer.Option(metavar="DIR", help="Folder to write to.", show_default="dist of this project")
    ] = ROOT / "dist",
) -> int:
    """Write the package's metadata and spans for other tools: DCAT, Croissant, schema.org, Web Annotations.

    Their links start from the folder of datapackage.json: put them there before you publish them.
    """
    from pipeline import exports
    from pipeline.published import opened

    with opened(package) as found:
        for path in exports.write(found, out):
            typer.echo(path)
    return GOOD


@app.command("release")
def release_command(
    out: Annotated[
        Path, typer.Option(metavar="DIR", help="Folder to write to.", show_default="dist of this project")
    ] = ROOT / "dist",
) -> int:
    """Write this project's package as one zip, with its checksum: the same bytes on every machine."""
    from pipeline import checks, release

    report = checks.check(ROOT)
    report.findings.extend(release.disagreements(ROOT))
    if _judge(report) == GOOD:
        typer.echo(release.make(ROOT, out))
        return GOOD
    _complain("nothing was released")
    return FINDINGS


def _judge(report: Report) -> int:
    """Print what the checks found and return the exit code for it."""
    for finding in report.findings[:MOST]:
        _complain(str(finding))
    if len(report.findings) > MOST:
        _complain(f"and {_count(len(report.findings) - MOST, 'more finding')}")
    if not report.findings:
        for remark in report.remarks:
            _complain(f"note: {remark}")
    return FINDINGS if report.findings else GOOD


def _sizes(report: Report) -> str:
    return f"{_count(sum(report.rows.values()), 'row')} in {_count(len(report.rows), 'table')}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _complain(line: str) -> None:
    typer.echo(line, err=True)


class Watch:
    """Says how long each stage took, if anyone wants to know, and how far it is, if it takes long."""

    def __init__(self, verbose: bool) -> None:
        """Start the clock."""
        self.verbose = verbose
        self.start = time.perf_counter()

    def seconds(self) -> float:
        """Return the seconds since the start."""
        return time.perf_counter() - self.start

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time what happens inside."""
        start = time.perf_counter()
        yield
        if self.verbose:
            _complain(f"{name:16}{time.perf_counter() - start:8.3f} s")

    @contextmanager
    def bar(self, name: str, documents: int) -> Iterator[Advance]:
        """Show on a terminal how many of many documents are done; yield what says that so many more are."""
        if documents < MANY or not sys.stderr.isatty():
            yield lambda done: None
            return
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
        with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
            task = progress.add_task(name, total=documents)
            yield lambda done: progress.advance(task, done)


def main(arguments: list[str] | None = None) -> int:
    """Run a command and return its exit code, whatever happens."""
    try:
        code = int(app(arguments, prog_name="python -m pipeline", standalone_mode=False) or GOOD)
        if code == INTERRUPTED:  # typer turns Ctrl-C into this code and says nothing
            _complain("interrupted")
        return code
    except Unusable as error:
        _complain(f"error: {one_line(error)}")
    except TyperException as error:
        _complain(f"error: {one_line(error.format_message())} (--help lists what there is)")
    except BrokenPipeError:  # the reader of our output has gone, as in `| head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except Exception as error:
        _complain(f"error: unexpected {type(error).__name__}: {one_line(error)}; please report it with your command")
    return UNUSABLE
