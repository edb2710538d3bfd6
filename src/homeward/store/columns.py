"""What a column of a table holds, and how NumPy's values become DuckDB's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np

from homeward.store.duck import literals, quoted

SQL_TYPES = {
    "b1": "BOOLEAN",
    "i1": "TINYINT",
    "i2": "SMALLINT",
    "i4": "INTEGER",
    "i8": "BIGINT",
    "u1": "UTINYINT",
    "u2": "USMALLINT",
    "u4": "UINTEGER",
    "u8": "UBIGINT",
    "f4": "FLOAT",
    "f8": "DOUBLE",
}
"""NumPy's name of a column's type -> DuckDB's."""

TEXT = "text"


@dataclass(frozen=True)
class Words:
    """A column given as whole numbers and stored as words: `words[code]`, and nothing for a code that has none."""

    words: tuple[str, ...]

    @classmethod
    def of(cls, words: Sequence[str]) -> Self:
        return cls(tuple(words))

    @classmethod
    def by_code(cls, words: Mapping[int, str]) -> Self:
        """Return the column for codes with gaps: nothing where no code is."""
        return cls(tuple(words.get(code, "") for code in range(max(words, default=-1) + 1)))


Kind = str | Words
"""What a column holds: a NumPy type ("i8", "f4", "b1"), "text" (str or None), or Words.

In a column of floats NaN is stored as nothing, and -0 as 0.
"""

Columns = Mapping[str, Kind]
Chunk = Mapping[str, np.ndarray]
"""Column -> (n,) values, every column equally long."""


def is_kind(kind: Kind) -> bool:
    return isinstance(kind, Words) or kind == TEXT or kind in SQL_TYPES


def kind_of(array: np.ndarray) -> Kind:
    """Return what a column holds, from an array."""
    return TEXT if array.dtype.kind in "OU" else array.dtype.str[1:]


def dtype_of(kind: Kind) -> np.dtype:
    if isinstance(kind, Words):
        return np.dtype("i4")
    return np.dtype(object if kind == TEXT else kind)


def expression(name: str, kind: Kind) -> str:
    """Return the SQL that turns a column of a chunk into what is stored."""
    column = quoted(name)
    if isinstance(kind, Words):
        # DuckDB counts a list from 1, and an element that is not there is nothing.
        return f"nullif(({literals(kind.words)}::VARCHAR[])[CASE WHEN {column} >= 0 THEN {column} + 1 END], '')"
    if kind == TEXT:
        return f"{column}::VARCHAR"
    if kind in ("f4", "f8"):
        # A Parquet dictionary takes 0 and -0 for one value, whichever comes first: store 0 for both, always.
        return f"(CASE WHEN isnan({column}) THEN NULL ELSE {column} + 0 END)::{SQL_TYPES[kind]}"
    return f"{column}::{SQL_TYPES[kind]}"


def kinds_of(dtype: np.dtype) -> dict[str, Kind]:
    """Return the columns for the fields of the kernel's rows, each of its own type."""
    return {name: dtype[name].str[1:] for name in dtype.names or ()}


def fields_of(rows: np.ndarray) -> dict[str, np.ndarray]:
    return {name: rows[name] for name in rows.dtype.names or ()}
