"""Tables: NumPy columns in, Parquet files out and back, a part at a time, so that memory stays flat for any length.

    with Table(folder / "waits.parquet", {"replicate": "i8", "station": Words(stations), "wait_s": "f8"}) as table:
        for chunk in chunks:
            table.add({"replicate": numbers, "station": codes, "wait_s": waits})

The file appears under its name when the block ends well, and not at all when it does not.
"""

import os
import shutil
import threading
from pathlib import Path
from typing import Self

import numpy as np

from homeward.errors import HomewardError
from homeward.store.columns import TEXT, Chunk, Columns, dtype_of, expression, is_kind, kind_of
from homeward.store.duck import literal, literals, open_duck, quoted

ROWS_IN_A_PART = 122_880
"""One row group of a Parquet file as DuckDB writes it: what is held in memory before it goes to disk."""


class Table:
    """A Parquet file that grows by `add`; rows keep the order in which they were added. A context manager.

    Any thread may add. Raises HomewardError for a chunk that does not fit the columns, OSError when the disk refuses.
    """

    def __init__(self, path: Path, columns: Columns) -> None:
        self.path = path
        self.columns = dict(columns)
        self.rows = 0
        self._parts = path.with_name(f".{path.name}.parts")
        self._waiting: list[dict[str, np.ndarray]] = []
        self._lock = threading.Lock()
        self._written: list[Path] = []
        unknown = [f"{name}: {kind}" for name, kind in self.columns.items() if not is_kind(kind)]
        if unknown or not self.columns:
            raise HomewardError(
                f"{path.name} cannot hold {', '.join(unknown) or 'no columns'}: give {TEXT} or a number"
            )
        self._parts.mkdir(parents=True)
        self._duck = open_duck(self._parts)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, *exc: object) -> None:
        try:
            if kind is None:
                self.close()
        finally:
            self.discard()

    def add(self, chunk: Chunk) -> None:
        """Append rows."""
        checked = self._checked(chunk)
        with self._lock:
            self._waiting.append(checked)
            self.rows += len_of(checked)
            if sum(map(len_of, self._waiting)) >= ROWS_IN_A_PART:
                self._write_part()

    def close(self) -> None:
        """Put the parts together under the table's name."""
        with self._lock:
            if self._waiting or not self._written:
                self._write_part()
            if len(self._written) == 1:
                os.replace(self._written[0], self.path)
                return
            whole = self._parts / "whole.parquet"
            self._duck.execute(f"COPY (SELECT * FROM read_parquet({literals(self._written)})) TO {to_parquet(whole)}")
            os.replace(whole, self.path)

    def discard(self) -> None:
        """Let go of what is not part of the finished file."""
        self._duck.close()
        shutil.rmtree(self._parts, ignore_errors=True)

    def _checked(self, chunk: Chunk) -> dict[str, np.ndarray]:
        """Return the chunk as arrays that are our own; HomewardError when it is not of this table."""
        odd = set(chunk) ^ set(self.columns)
        if odd:
            raise HomewardError(f"{self.path.name} has the columns {', '.join(self.columns)}; check {', '.join(odd)}")
        # A copy: whoever lives the next chunk uses the same arrays again.
        arrays = {name: np.array(chunk[name], dtype_of(kind)) for name, kind in self.columns.items()}
        lengths = {name: len(array) for name, array in arrays.items()}
        if len(set(lengths.values())) > 1 or any(array.ndim != 1 for array in arrays.values()):
            raise HomewardError(f"{self.path.name}: every column must be one row of equally many values, not {lengths}")
        return arrays

    def _write_part(self) -> None:
        waiting, self._waiting = self._waiting, []
        merged = {
            name: np.concatenate([each[name] for each in waiting] or [np.zeros(0, dtype_of(kind))])
            for name, kind in self.columns.items()
        }
        part = self._parts / f"{len(self._written):06}.parquet"
        self._duck.register("part", merged)
        chosen = ", ".join(f"{expression(name, kind)} AS {quoted(name)}" for name, kind in self.columns.items())
        self._duck.execute(f"COPY (SELECT {chosen} FROM part) TO {to_parquet(part)}")
        self._duck.unregister("part")
        self._written.append(part)


def write_table(path: Path, columns: Chunk) -> None:
    """Write one table at once: column -> (n,) array of numbers, booleans or texts; at least one column."""
    arrays = {name: np.asarray(values) for name, values in columns.items()}
    with Table(path, {name: kind_of(array) for name, array in arrays.items()}) as table:
        table.add(arrays)


def read_table(path: Path, *names: str, where: str = "true") -> dict[str, np.ndarray]:
    """Return columns (all when none is named) of the rows for which `where` holds, an SQL condition of our own.

    Nothing becomes NaN in a column of floats and None in one of texts. OSError when there is no such file.
    """
    if not path.is_file():
        raise FileNotFoundError(2, "there is no such file", str(path))
    with open_duck(path.parent) as duck:
        wanted = ", ".join(map(quoted, names)) or "*"
        columns = duck.execute(f"SELECT {wanted} FROM read_parquet({literal(path)}) WHERE {where}").fetchnumpy()
    return {name: without_mask(values) for name, values in columns.items()}


def columns_of(file: Path) -> list[str]:
    """Return the columns of a table."""
    with open_duck() as duck:
        described = duck.execute(f"DESCRIBE SELECT * FROM read_parquet({literal(file)})").fetchall()
    return [row[0] for row in described]


def without_mask(values: np.ndarray) -> np.ndarray:
    """Return a plain array: a missing number is NaN (whole numbers become floats then), a missing text None."""
    if not isinstance(values, np.ma.MaskedArray):
        return values
    missing = np.ma.getmaskarray(values)
    plain = values.data.astype(values.dtype if values.dtype.kind in "fO" else float)
    plain[missing] = None if plain.dtype.kind == "O" else np.nan
    return plain


def to_parquet(path: Path) -> str:
    return f"{literal(path)} (FORMAT parquet, COMPRESSION zstd)"


def len_of(chunk: Chunk) -> int:
    return len(next(iter(chunk.values())))
