"""Commands that show a package, compare two, or write it in other forms."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from .app import FINDINGS, GOOD, ROOT, PackagePath, app
from .saying import complain, judge


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
    if judge(report) == GOOD:
        typer.echo(release.make(ROOT, out))
        return GOOD
    complain("nothing was released")
    return FINDINGS
