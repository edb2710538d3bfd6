"""What study, compare and review have in common: ask, tell, save, and say so when it was stopped early."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from homeward.cli.keeping import Wish
    from homeward.cli.saving import Draft
    from homeward.model.root import Root
    from homeward.results.keeping import Keeper
    from homeward.run.replicate import Progress

CTRL_C = 130


@dataclass(frozen=True)
class Telling:
    """How an answer is told: as JSON or tables, with or without remarks, and saved where (None: nowhere).

    `keep` says under which name its lives are kept; None: they are not.
    """

    as_json: bool
    quiet: bool
    out: Path | None
    keep: "Wish | None" = None


def answer(
    scenario: "Root",
    ask: Callable[["Progress", "Keeper"], Any],
    tell: Callable[[Any], Sequence[Any]],
    telling: Telling,
) -> None:
    """Ask, print and save; exits with 130 when the results are partial.

    `tell` returns tables and sentences. The folder is tried first: nobody waits for an answer that cannot be kept.
    """
    from homeward.cli.kinds import teller_of
    from homeward.cli.progress import progress_bar
    from homeward.cli.quick_start import leave_scipy_out
    from homeward.cli.saving import Draft

    leave_scipy_out()
    from homeward.results.keeping import NOTHING

    with ExitStack() as stack:
        draft = stack.enter_context(Draft(telling.out)) if telling.out else None
        kept = stack.enter_context(telling.keep.begin(scenario)) if telling.keep else None
        teller_of(scenario).make_ready(telling.quiet)
        with progress_bar(telling.quiet) as progress:
            results = ask(progress, kept.keeper if kept else NOTHING)
        show(results, tell, telling)
        if draft is not None:
            keep(results, scenario, draft, telling)
        if telling.keep and kept:
            telling.keep.publish(kept, results, telling)
    if results.partial:
        raise typer.Exit(CTRL_C)


def show(results: Any, tell: Callable[[Any], Sequence[Any]], telling: Telling) -> None:
    """Print the results."""
    from homeward.cli.render import opening, print_json, stdout, stopped_early

    if telling.as_json:
        print_json(results.to_json())
        return
    console = stdout()
    for part in (opening(results), *tell(results)):
        console.print(part, markup=False)
    if results.partial:
        console.print(stopped_early(results), style="bold red")


def keep(results: Any, scenario: "Root", draft: "Draft", telling: Telling) -> None:
    """Save the results and say where."""
    from homeward.cli.saving import save

    files = save(results, scenario, draft)
    pictures = [file.name for file in files if file.suffix == ".png"]
    if not (telling.quiet or telling.as_json):
        typer.echo(f"Pictures saved in {draft.folder}: {', '.join(pictures)}")
        typer.echo(f"Report: {draft.folder / 'report.html'}")
