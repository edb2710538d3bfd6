"""Commands about scenario files: check, assumptions, schema."""

from pathlib import Path
from typing import Annotated

import typer

from homeward.cli.options import Json, Scenario


def check(file: Scenario, json_output: Json = False) -> None:
    """Check a scenario file: every mistake at once, each with its line.

    \b
    homeward check my-incident.toml
    """
    from homeward.cli.check import check as check_file

    raise typer.Exit(check_file(file, json_output))


def assumptions(file: Scenario, json_output: Json = False) -> None:
    """List the numbers of a scenario that no source gives, with their ranges.

    \b
    homeward assumptions izumo
    """
    from homeward.cli.assumptions import assumptions as list_assumptions

    raise typer.Exit(list_assumptions(file, json_output))


def schema(
    kind: Annotated[str, typer.Option(help="Of which kind of scenario.")] = "incident",
    out: Annotated[Path | None, typer.Option(help="Write it to this file.", show_default=False)] = None,
) -> None:
    """Print the JSON Schema of scenario files, for editors that complete and check.

    \b
    homeward schema --out incident.schema.json
    homeward schema --kind network
    """
    from homeward.cli.schema import schema as print_schema

    raise typer.Exit(print_schema(out, kind))
