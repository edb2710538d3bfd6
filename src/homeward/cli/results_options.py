"""What the commands of `homeward results` have in common."""

from typing import TYPE_CHECKING, Annotated

import typer

from homeward.cli.options import WHICH, option

if TYPE_CHECKING:
    from homeward.store.runs import Run

RunName = Annotated[str, typer.Argument(metavar="RUN", help="Name of a run (see 'homeward results'), or its folder.")]
OfArm = Annotated[str | None, option(WHICH, "Of this arm. (default: the first)", "--arm")]


def find(name: str) -> "Run":
    """Return a run by name or folder; HomewardError when there is none."""
    from homeward.store.runs import find_run

    return find_run(name)
