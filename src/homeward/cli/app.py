"""The commands by name, and how a mistake is told: one sentence on stderr and exit code 2."""

from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from homeward.cli import compare, listing, results, review, run, scenario_files, study, validate, warm_up
from homeward.errors import HomewardError, Interrupted
from homeward.version import __version__

MISTAKE, CTRL_C = 2, 130


class PlainSpoken(TyperGroup):
    """A group of commands that tells mistakes in a sentence, never by a traceback."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except Interrupted as interrupted:
            typer.echo(f"homeward {ctx.invoked_subcommand}: {interrupted}", err=True)
            raise typer.Exit(CTRL_C) from None
        except HomewardError as mistake:
            typer.echo(f"homeward {ctx.invoked_subcommand}: {mistake}", err=True)
            raise typer.Exit(MISTAKE) from None


app = typer.Typer(
    cls=PlainSpoken,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def say_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"homeward {__version__}")
        raise typer.Exit


@app.callback()
def homeward(
    version: Annotated[
        bool, typer.Option("--version", callback=say_version, is_eager=True, help="Say the version.")
    ] = False,
) -> None:
    """Who comes home from a mission, who does not, and what would have changed it.

    An incident goes in as a file, is lived through a hundred thousand times, and comes back as words.

    \b
    homeward review izumo              what would have saved him?
    homeward run izumo --seed 7        one life, minute by minute
    homeward study iruka               how it goes, over many lives
    homeward compare couloir           every alternative on the same draws
    homeward results                   what was kept, asked again

    Homeward supports planning and review. It is not a medical device.
    """


ANSWER, SCENARIO = "Answers", "Scenarios"
app.command(rich_help_panel=ANSWER)(review.review)
app.command(rich_help_panel=ANSWER)(run.run)
app.command(rich_help_panel=ANSWER)(study.study)
app.command(rich_help_panel=ANSWER)(compare.compare)
app.add_typer(results.app, name="results", rich_help_panel=ANSWER)
app.command("list", rich_help_panel=SCENARIO)(listing.list_scenarios)
app.command(rich_help_panel=SCENARIO)(scenario_files.check)
app.command(rich_help_panel=SCENARIO)(scenario_files.assumptions)
app.command(rich_help_panel=SCENARIO)(scenario_files.schema)
app.command(rich_help_panel="Trust")(validate.validate)
app.command("warm-up", hidden=True)(warm_up.warm_up)
