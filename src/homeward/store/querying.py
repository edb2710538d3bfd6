"""SQL over a run: its tables and nothing else, to be read and not written."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import duckdb

from homeward.errors import HomewardError
from homeward.store.duck import literal, literals, open_duck, quoted
from homeward.store.runs import Run

AT_ONCE = 10_000
"""Rows fetched at a time."""

READING = (duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN)


@dataclass(frozen=True)
class Answer:
    """Columns by name, and rows as they come, once."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[Any, ...]]


@contextmanager
def opened(run: Run) -> Iterator[duckdb.DuckDBPyConnection]:
    """Yield a connection in which every table of the run is a view, and from which no other file can be reached."""
    with open_duck() as duck:
        for name, file in run.tables.items():
            try:
                duck.execute(f"CREATE VIEW {quoted(name)} AS SELECT * FROM read_parquet({literal(file)})")
            except duckdb.Error as error:
                raise HomewardError(f"the run {run.name} is damaged: {first_line(error)}; keep it anew") from None
        duck.execute(f"SET allowed_paths = {literals(run.tables.values())}")
        duck.execute("SET enable_external_access = false")
        duck.execute("SET lock_configuration = true")
        yield duck


@contextmanager
def asked(run: Run, sql: str) -> Iterator[Answer]:
    """Yield the answer to one SELECT over the run's tables; HomewardError, in a sentence, when there is none."""
    with opened(run) as duck, in_a_sentence(run):
        check_it_only_reads(duck, sql)
        result = duck.execute(sql)
        columns = tuple(column[0] for column in result.description or ())
        yield Answer(columns, fetched(run, result))


def check_it_only_reads(duck: duckdb.DuckDBPyConnection, sql: str) -> None:
    """Refuse all but a single statement that reads: a run that was kept is never changed."""
    statements = duck.extract_statements(sql)
    if len(statements) != 1 or statements[0].type not in READING:
        raise HomewardError("a query is one SELECT (or FROM, WITH, DESCRIBE): a run that is kept is only read")


def fetched(run: Run, result: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    """Yield rows as they come; an error in the middle is told in a sentence too."""
    while True:
        with in_a_sentence(run):
            rows = result.fetchmany(AT_ONCE)
        if not rows:
            return
        yield from rows


@contextmanager
def in_a_sentence(run: Run) -> Iterator[None]:
    """Turn what DuckDB says of a query into one sentence that ends with what could be asked instead."""
    try:
        yield
    except duckdb.OutOfMemoryException:
        raise HomewardError("this query needs more memory than it is given: narrow it with WHERE or LIMIT") from None
    except duckdb.PermissionException:
        raise HomewardError(f"a query reads the tables of {run.name} and no other file; {tables_of(run)}") from None
    except duckdb.IOException as error:
        raise HomewardError(f"the run {run.name} is damaged: {first_line(error)}; keep it anew") from None
    except duckdb.Error as error:
        raise HomewardError(f"{first_line(error)}; {tables_of(run)}") from None


def first_line(error: Exception) -> str:
    """Return what DuckDB says, without its class and the picture it draws below."""
    line = str(error).strip().splitlines()[0]
    kind, _, rest = line.partition(" Error: ")
    return (rest or kind).rstrip(".!:")


def tables_of(run: Run) -> str:
    """Name every table, and how to ask for its columns, as a sentence tells it."""
    names = list(run.tables)
    return (
        f"the tables are {', '.join(names)} (DESCRIBE {names[0]} names its columns)" if names else "there is no table"
    )
