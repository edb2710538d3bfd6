"""The commands `homeward results ...`: what was kept, asked again."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from homeward.cli.options import OUTPUT, WHICH, Json, Quiet, option
from homeward.errors import HomewardError

if TYPE_CHECKING:
    from homeward.store.runs import Run

app = typer.Typer(invoke_without_command=True, rich_markup_mode="rich")

RunName = Annotated[str, typer.Argument(metavar="RUN", help="Name of a run (see 'homeward results'), or its folder.")]
OfArm = Annotated[str | None, option(WHICH, "Of this arm. (default: the first)", "--arm")]
Csv = Annotated[bool, option(OUTPUT, "Print CSV instead of a table: every row.", "--csv")]
CsvFolder = Annotated[Path | None, option(OUTPUT, "A CSV file per table, in this folder.", "--csv", metavar="DIR")]
XlsxFile = Annotated[Path | None, option(OUTPUT, "One workbook, a sheet per table.", "--xlsx", metavar="FILE")]
VidigiFile = Annotated[
    Path | None, option(OUTPUT, "The kept events as an event log for vidigi.", "--vidigi", metavar="FILE")
]
Tables = Annotated[list[str] | None, option(WHICH, "Only this table; may be repeated. (default: all)", "--table")]

DIFFERS = 1


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
    homeward results steady ward beds       where a steady state begins
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
    from homeward.cli.results_tables import print_answer
    from homeward.store.querying import asked

    if json_output and csv_output:
        raise HomewardError("--json and --csv are two ways to print one answer: give one of them")
    with asked(find(run), sql) as answer:
        print_answer(answer, "json" if json_output else "csv" if csv_output else "table")


@app.command()
def export(
    run: RunName,
    csv_folder: CsvFolder = None,
    xlsx: XlsxFile = None,
    vidigi: VidigiFile = None,
    tables: Tables = None,
    arm: OfArm = None,
) -> None:
    """A run for other programs: CSV files, a workbook, or an event log in the columns of vidigi.

    --arm is for the event log; tables hold every arm, in a column.

    \b
    homeward results export gate --csv gate-csv
    homeward results export gate --xlsx gate.xlsx --table outcomes --table measures
    homeward results export gate --vidigi log.csv --arm "the medic lives"
    """
    from homeward.store.exports import telling_file, write_csv, write_xlsx
    from homeward.store.vidigi import write_vidigi

    found = find(run)
    if csv_folder is None and xlsx is None and vidigi is None:
        raise HomewardError("say what to write: --csv DIR, --xlsx FILE or --vidigi FILE")
    if csv_folder is not None:
        with telling_file(csv_folder):
            files = write_csv(found, csv_folder, tables)
        typer.echo(f"{len(files)} tables in {csv_folder}: {', '.join(file.name for file in files)}")
    if xlsx is not None:
        with telling_file(xlsx):
            typer.echo(f"Workbook: {write_xlsx(found, xlsx, tables)}")
    if vidigi is not None:
        with telling_file(vidigi):
            typer.echo(f"Event log: {vidigi}, {write_vidigi(found, vidigi, arm):,} rows")


@app.command()
def steady(
    run: RunName,
    table: Annotated[str, typer.Argument(help="A table with a row per place: by day, or by patient in order.")],
    at: Annotated[
        list[int] | None, option(WHICH, "Which of the further places (place_2, ...); once for each.", metavar="NUMBER")
    ] = None,
    arm: OfArm = None,
    json_output: Json = False,
    out: Annotated[Path | None, option(OUTPUT, "Save Welch's plot in this folder.")] = None,
) -> None:
    """Where a steady state begins, and the mean after that: what to leave out because the start still shows in it.

    MSER-5 says how many first places to leave out; the mean of the rest has a 95 % interval over replicates (over
    twenty batches when there is one replicate only). When no steady state is in sight, no mean is told.

    \b
    homeward results steady ward beds
    homeward results steady ward beds --at 2 --out ward-beds
    """
    from homeward.cli.render import print_json, stdout
    from homeward.store.scenarios import arm_named
    from homeward.store.steady import settled

    found = find(run)
    answer = settled(found, table, arm_named(found, arm)["name"], tuple(at or ()))
    if json_output:
        print_json(answer.to_json())
    else:
        for sentence in answer.sentences():
            stdout().print(sentence, markup=False)
    if out is not None:
        from homeward.cli.results_figures import save_welch

        save_welch(found, answer, out)


@app.command()
def replay(
    run: RunName,
    replicate: Annotated[int, typer.Argument(help="Which of its lives.")],
    arm: OfArm = None,
    json_output: Json = False,
    quiet: Quiet = False,
) -> None:
    """Live one life of a run again, from the scenario and the seed that were kept, and hold it against what was kept.

    Exit code 0: it is the same, bit for bit. 1: it is not; what differs is said, and in what this machine, or this
    version, is not the one that kept the run.

    \b
    homeward results replay gate 17
    homeward results replay gate 17 --arm "the medic lives" --quiet
    """
    from homeward.cli.kinds import teller_of
    from homeward.cli.quick_start import leave_scipy_out
    from homeward.cli.render import print_json, stdout
    from homeward.cli.results_tables import replayed

    found = find(run)
    leave_scipy_out()
    from homeward.store.replay import replay as live_again
    from homeward.store.scenarios import scenario_of

    teller_of(scenario_of(found)).make_ready(quiet)
    life = live_again(found, replicate, arm)
    if json_output:
        print_json(life.to_json())
    else:
        for part in replayed(life, quiet):
            stdout().print(part, markup=False)
    if not life.equal:
        raise typer.Exit(DIFFERS)


def find(name: str) -> "Run":
    from homeward.store.runs import find_run

    return find_run(name)
