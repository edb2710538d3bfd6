"""DuckDB as we use it: in memory, on two threads at most, with nothing fetched, loaded or written that was not named.

Parquet and JSON are built into DuckDB. Everything else it calls an extension would be downloaded at run time, which a
ward's computer must never do: loading extensions is switched off, so that a query that needs one fails with a sentence.
"""

from collections.abc import Iterable
from pathlib import Path

import duckdb

MEMORY = "512MB"
"""What DuckDB may hold before it spills to the folder it was given."""


def open_duck(spill: Path | None = None) -> duckdb.DuckDBPyConnection:
    """Return a connection to nothing but memory; what does not fit there goes into the folder `spill`."""
    settings: dict[str, str | bool | int | float | list[str]] = {
        "threads": 2,
        "memory_limit": MEMORY,
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "allow_community_extensions": False,
        # A table that does not exist must be a mistake, never a Python variable of that name.
        "python_enable_replacements": False,
        # Without this it would spill into whatever folder the command was given in; empty means not at all.
        "temp_directory": str(spill) if spill else "",
    }
    return duckdb.connect(":memory:", config=settings)


def quoted(name: str) -> str:
    """Return a name as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str | Path) -> str:
    """Return a text or path as an SQL string."""
    return "'" + str(text).replace("'", "''") + "'"


def literals(texts: Iterable[str | Path]) -> str:
    """Return texts or paths as an SQL list of strings."""
    return "[" + ", ".join(map(literal, texts)) + "]"
