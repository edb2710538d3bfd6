"""What `homeward results query` and `replay` print: answers to SQL, and whether it is still the same life."""

import csv
import math
import sys
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING, Any

import typer

from homeward.cli.render import print_json, stdout, table
from homeward.cli.words import NOTHING
from homeward.store.querying import Answer

if TYPE_CHECKING:
    from homeward.store.replay import Replay

MOST_ROWS = 200
"""Rows of an answer that a table shows; CSV and JSON have all."""


def print_answer(answer: Answer, form: str) -> None:
    """Print an answer as a table, as CSV or as JSON."""
    if form == "json":
        print_json([dict(zip(answer.columns, map(plain, row), strict=True)) for row in answer.rows])
    elif form == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(answer.columns)
        writer.writerows(["" if cell is None else cell for cell in row] for row in answer.rows)
    else:
        made = table(*answer.columns)
        for row in islice(answer.rows, MOST_ROWS):
            made.add_row(*map(cell, row))
        console = stdout()
        console.print(made)
        if console.measure(made).maximum > console.width:
            typer.echo("Too wide for this place, so columns are cut: name fewer, or print --csv or --json.", err=True)
        if next(answer.rows, None) is not None:
            typer.echo(f"The first {MOST_ROWS} rows; --csv prints all.", err=True)


def plain(value: Any) -> Any:
    """Return a value that JSON can hold: what is no number there is nothing."""
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    return value if isinstance(value, str | int | float | bool | dict | None) else str(value)


def cell(value: Any) -> str:
    if value is None:
        return NOTHING
    return f"{value:,.6g}" if isinstance(value, float) else str(value)


def replayed(life: "Replay", quiet: bool) -> Iterator[str]:
    """Yield the chronicle of a replay, and the verdict."""
    if not quiet:
        yield f"{life.title}: replicate {life.replicate} of seed {life.seed}, {life.arm}"
        yield from (f"{line.clock:>9}  {line.text}" for line in life.chronicle)
    held = " and ".join(life.held)
    if life.equal:
        yield f"The same, bit for bit: {held} as kept in {life.run}."
    else:
        yield f"NOT the same: {len(life.differing)} values differ from {held} as kept in {life.run}."
        yield from (f"  {each}" for each in life.differing[:20])
    if life.otherwise:
        yield f"Not as when it was kept: {'; '.join(life.otherwise)}."
    elif not life.equal:
        yield "Version, generator and machine are those that kept it: the files were changed, or this is a fault."
