"""The commands `homeward results ...`: what was kept, asked again."""

from typing import Annotated

import typer

from homeward.cli import results_again, results_export
from homeward.cli.options import OUTPUT, Json, option
from homeward.cli.results_options import OfArm, RunName, find
from homeward.errors import HomewardError

app = typer.Typer(invoke_without_command=True, rich_markup_mode="rich")

Csv = Annotated[bool, option(OUTPUT, "Print CSV instead of a table: every row.", "--csv")]


@app.callback()
def results(context: typer.Context, json_output: Json = False) -> None:
    """What was kept: list runs, look at one, ask it in SQL, export it, live one of its lives again.

    study, compare and review keep their lives with --keep, in the folder that HOMEWARD_RUNS names (homeward-runs
    when it names none), each run in a folder of its own that is never written over.

    \b
    homeward results                        which runs there are
    homeward results show gate              what it came to, what stands out
    homeward results query gate "DESCRIBE fates"
    homeward results export gate --xlsx gate.xlsx --table outcomes
    homeward results replay gate 17         the same life, bit for bit?
    homeward results steady queue census_waiting --at 0
    """
    if context.invoked_subcommand is not None:
        return
    from homeward.cli.render import print_json, stdout
    from homeward.cli.results_tables import described, runs_table
    from homeward.store.runs import kept_runs, runs_folder

    runs = kept_runs()
    if json_output:
        print_json([described(run) for run in runs])
    elif runs:
        stdout().print(runs_table(runs))
    else:
        typer.echo(f"No run is kept in {runs_folder()}: keep one with --keep, such as homeward study izumo --keep")


@app.command()
def show(run: RunName, arm: OfArm = None, json_output: Json = False) -> None:
    """What a run came to: its measures, its tables, its best and worst life, and lives that stand out.

    A life stands out when a measure of it lies beyond Tukey's outer fences (three times the distance between the
    quartiles away from them), or when it came near the number of events at which a life is stopped. Look at such a
    life before believing or discarding it.

    \b
    homeward results show gate
    homeward results show gate --arm "the medic lives"
    """
    from homeward.cli.render import print_json, stdout
    from homeward.cli.results_tables import shown, shown_json
    from homeward.store.scenarios import arm_named

    found = find(run)
    name = arm_named(found, arm)["name"]
    if json_output:
        print_json(shown_json(found, name))
        return
    for part in shown(found, name):
        stdout().print(part, markup=False)


@app.command()
def query(
    run: RunName,
    sql: Annotated[str, typer.Argument(help="One SELECT over the run's tables.")],
    json_output: Json = False,
    csv_output: Csv = False,
) -> None:
    """Ask a run in SQL: its tables are outcomes, fates, measures and events; nothing else can be read or written.

    \b
    homeward results query gate "SELECT avg(end_s) / 60 FROM outcomes"
    homeward results query gate "DESCRIBE fates"
    homeward results query gate "FROM events LIMIT 9" --csv
    """
    from homeward.cli.results_answers import print_answer
    from homeward.store.querying import asked

    if json_output and csv_output:
        raise HomewardError("--json and --csv are two ways to print one answer: give one of them")
    with asked(find(run), sql) as answer:
        print_answer(answer, "json" if json_output else "csv" if csv_output else "table")


app.command()(results_export.export)
app.command()(results_again.replay)
app.command()(results_again.steady)
