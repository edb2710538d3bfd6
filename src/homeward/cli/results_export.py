"""The command `homeward results export`."""

from pathlib import Path
from typing import Annotated

import typer

from homeward.cli.options import OUTPUT, WHICH, option
from homeward.cli.results_options import OfArm, RunName, find
from homeward.errors import HomewardError

CsvFolder = Annotated[Path | None, option(OUTPUT, "A CSV file per table, in this folder.", "--csv", metavar="DIR")]
XlsxFile = Annotated[Path | None, option(OUTPUT, "One workbook, a sheet per table.", "--xlsx", metavar="FILE")]
VidigiFile = Annotated[
    Path | None, option(OUTPUT, "The kept events as an event log for vidigi.", "--vidigi", metavar="FILE")
]
Tables = Annotated[list[str] | None, option(WHICH, "Only this table; may be repeated. (default: all)", "--table")]


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
