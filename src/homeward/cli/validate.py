"""The command `homeward validate`: published figures, ours, and a verdict from a stated tolerance."""

from typing import Annotated

import typer

from homeward.cli.options import Json

FAILED = 1

Page = Annotated[bool, typer.Option("--markdown", help="Print a page of Markdown instead of a table.")]


def validate(json_output: Json = False, markdown_output: Page = False) -> None:
    """Compare our numbers with published ones; exit code 1 when one is out of its tolerance.

    \b
    homeward validate
    homeward validate --json
    """
    from homeward.cli import network
    from homeward.cli.progress import make_kernel_ready, progress_bar
    from homeward.cli.render import print_json, stdout, validation_table
    from homeward.validation import markdown, run

    quiet = json_output or markdown_output
    make_kernel_ready(quiet)
    network.make_ready(quiet)
    with progress_bar(quiet, things="items") as progress:
        rows = run(progress=progress)
    if json_output:
        print_json([row.to_json() for row in rows])
    elif markdown_output:
        typer.echo(markdown(rows), nl=False)
    else:
        stdout().print(validation_table(rows))
        missed = [row.item for row in rows if not row.passed]
        typer.echo(f"Outside their tolerance: {'; '.join(missed)}." if missed else "All within their tolerance.")
    if not all(row.passed for row in rows):
        raise typer.Exit(FAILED)
