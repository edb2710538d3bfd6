"""The command `homeward validate`: published figures, ours, and a verdict from a stated tolerance."""

from typing import Any, Protocol

import typer

from homeward.cli.options import Json

FAILED = 1


class Row(Protocol):
    """What `homeward.validation.run` returns for each published figure, in words but for `passed`."""

    item: str
    published: str
    ours: str
    tolerance: str
    passed: bool
    source: str

    def to_json(self) -> dict[str, Any]: ...


def validate(json_output: Json = False) -> None:
    """Compare our numbers with published ones; exit code 1 when one is out of its tolerance.

    \b
    homeward validate
    """
    from homeward.cli.render import print_json, stdout, validation_table
    from homeward.validation import run

    rows: list[Row] = run()
    if json_output:
        print_json([row.to_json() for row in rows])
    else:
        stdout().print(validation_table(rows))
    if not all(row.passed for row in rows):
        raise typer.Exit(FAILED)
