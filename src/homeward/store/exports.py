"""A run for other programs: its tables as CSV files, or as the sheets of one workbook."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

from homeward.errors import HomewardError
from homeward.store.duck import literal, open_duck
from homeward.store.runs import Run

MOST_ROWS = 1_048_575
"""Of a sheet, below its headings; Excel's limit."""

MOST_CELLS = 32_767
"""Letters of one cell; Excel's limit."""

AT_ONCE = 10_000


@contextmanager
def telling_file(path: Path) -> Iterator[None]:
    """Turn what the system, or DuckDB, says of a place to write to into a sentence with a remedy."""
    try:
        yield
    except (OSError, duckdb.IOException) as error:
        reason = getattr(error, "strerror", None) or str(error).splitlines()[0]
        raise HomewardError(f"cannot write {path}: {reason}; free some space or choose another place") from None


def chosen_tables(run: Run, names: Sequence[str] | None) -> dict[str, Path]:
    """Return the tables asked for (None: all); HomewardError for one there is not."""
    return {name: run.table(name) for name in names} if names else run.tables


def write_csv(run: Run, folder: Path, names: Sequence[str] | None = None) -> list[Path]:
    """Write a CSV file per table into a folder, each whole or not at all; return the files."""
    tables = chosen_tables(run, names)
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    with open_duck() as duck:
        for name, source in tables.items():
            draft, file = folder / f".{name}.csv.part", folder / f"{name}.csv"
            try:
                chosen = f"SELECT * FROM read_parquet({literal(source)})"
                duck.execute(f"COPY ({chosen}) TO {literal(draft)} (FORMAT csv, HEADER)")
                draft.replace(file)
            finally:
                draft.unlink(missing_ok=True)
            written.append(file)
    return written


def write_xlsx(
    run: Run, file: Path, names: Sequence[str] | None = None, progress: Callable[[str], None] = lambda name: None
) -> Path:
    """Write a workbook with a sheet per table and one that says where it comes from.

    HomewardError when a table has more rows than a sheet holds.
    """
    import xlsxwriter
    from xlsxwriter.exceptions import FileCreateError

    tables = chosen_tables(run, names)
    check_it_fits(run, tables)
    draft = file.with_name(f".{file.name}.part")
    try:
        draft.touch()  # a place that cannot be written to is found before the work
        with xlsxwriter.Workbook(str(draft), {"constant_memory": True, "nan_inf_to_errors": True}) as book:
            bold = book.add_format({"bold": True})
            write_about(book.add_worksheet("run"), run, bold)
            for name, source in tables.items():
                progress(name)
                write_sheet(book.add_worksheet(name[:31]), source, bold)
        draft.replace(file)
    except FileCreateError as error:
        raise error.args[0] from None
    finally:
        draft.unlink(missing_ok=True)
    return file


def check_it_fits(run: Run, tables: dict[str, Path]) -> None:
    """Refuse before the work what a sheet cannot hold: rows are never left out silently."""
    rows = run.record.get("rows", {})
    long = [f"{name} has {rows[name]:,} rows" for name in tables if rows.get(name, 0) > MOST_ROWS]
    if long:
        raise HomewardError(
            f"a sheet holds {MOST_ROWS:,} rows and {' and '.join(long)}: choose other tables (--table), "
            "use --csv, or narrow it: homeward results query RUN SQL --csv"
        )


def write_about(sheet: Any, run: Run, bold: Any) -> None:
    """Write the record, one line per entry."""
    plain = {key: value for key, value in run.record.items() if not isinstance(value, dict | list)}
    for row, (key, value) in enumerate({**plain, **run.record.get("provenance", {})}.items()):
        sheet.write_string(row, 0, key, bold)
        sheet.write(row, 1, value)
    sheet.set_column(0, 0, 20)


def write_sheet(sheet: Any, source: Path, bold: Any) -> None:
    """Write a table below its headings, some thousand rows at a time."""
    with open_duck() as duck:
        result = duck.execute(f"SELECT * FROM read_parquet({literal(source)})")
        headings = [column[0] for column in result.description or ()]
        for column, heading in enumerate(headings):
            sheet.write_string(0, column, heading, bold)
        sheet.freeze_panes(1, 0)
        row = 0
        while rows := result.fetchmany(AT_ONCE):
            for values in rows:
                row += 1
                write_row(sheet, row, values)


def write_row(sheet: Any, row: int, values: Sequence[Any]) -> None:
    for column, value in enumerate(values):
        if isinstance(value, str):
            sheet.write_string(row, column, value[:MOST_CELLS])
        elif isinstance(value, bool):
            sheet.write_boolean(row, column, value)
        elif value is not None:
            sheet.write_number(row, column, value)
