"""Runs: a folder each, in one place, written whole or not at all, and never written over.

A run folder holds one Parquet file per table, `scenario.json` (the scenario as it was resolved) and `run.json` (the
record: what was asked, with which versions, when). Which tables there are is for the one who writes them to say.
"""

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from homeward.errors import HomewardError
from homeward.model.base import did_you_mean

PLACE = "HOMEWARD_RUNS"
DEFAULT_PLACE = "homeward-runs"
RECORD, SCENARIO = "run.json", "scenario.json"
FORMAT = 1
"""Of the run folder; a later one is refused with a sentence, not misread."""


def runs_folder() -> Path:
    """Return where runs are kept: what HOMEWARD_RUNS says, else homeward-runs in the folder we are in."""
    return Path(os.environ.get(PLACE) or DEFAULT_PLACE)


@contextmanager
def telling_where(folder: Path) -> Iterator[None]:
    """Turn what the system, or DuckDB, says of a file into a sentence with a remedy."""
    import duckdb

    try:
        yield
    except (OSError, duckdb.IOException) as error:
        reason = getattr(error, "strerror", None) or str(error).splitlines()[0]
        raise HomewardError(f"cannot keep a run in {folder}: {reason}; free some space or set {PLACE}") from None


@dataclass(frozen=True)
class Run:
    """A run that was kept: its folder and its record."""

    folder: Path
    record: Mapping[str, Any] = field(repr=False)

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def tables(self) -> dict[str, Path]:
        """Table -> its Parquet file."""
        return {file.stem: file for file in sorted(self.folder.glob("*.parquet"))}

    @property
    def size_bytes(self) -> int:
        return sum(file.stat().st_size for file in self.folder.iterdir() if file.is_file())

    def table(self, name: str) -> Path:
        """Return the file of a table; HomewardError when this run has none of that name."""
        if name not in self.tables:
            raise HomewardError(f"the run {self.name} has no table {name!r}; it has {', '.join(self.tables) or 'none'}")
        return self.tables[name]

    def scenario(self) -> dict[str, Any]:
        """Return the scenario as it was resolved, plain data; HomewardError when it cannot be read."""
        return read_json(self.folder / SCENARIO)


def kept_runs(place: Path | None = None) -> list[Run]:
    """Return every run that is kept, the oldest first; one whose record cannot be read has an empty record."""
    place = place or runs_folder()
    folders = [each.parent for each in place.glob(f"*/{RECORD}") if not each.parent.name.startswith(".")]
    runs = [Run(folder, readable_record(folder)) for folder in folders]
    return sorted(runs, key=lambda run: (str(run.record.get("when", "")), run.name))


def find_run(name: str, place: Path | None = None) -> Run:
    """Return a run by its name, or by the path of its folder; HomewardError when there is none, or it is damaged."""
    place = place or runs_folder()
    for folder in (place / name, Path(name)):
        if (folder / RECORD).is_file():
            record = read_json(folder / RECORD)
            if record.get("format") != FORMAT:
                raise HomewardError(f"the run {name} was kept by another version of Homeward: read it with that one")
            return Run(folder, record)
    names = [run.name for run in kept_runs(place)][-9:]
    hint = did_you_mean(name, names) if names else f": nothing is kept there; keep a run with --keep, or set {PLACE}"
    raise HomewardError(f"there is no run {name!r} in {place}{hint}")


def readable_record(folder: Path) -> dict[str, Any]:
    try:
        return read_json(folder / RECORD)
    except HomewardError:
        return {}


def read_json(file: Path) -> dict[str, Any]:
    """Return the object in a JSON file; HomewardError when it cannot be read."""
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "it is not JSON").lower()
        raise HomewardError(f"{file} cannot be read: {reason}; the run is damaged, keep it anew") from None
    if not isinstance(data, dict):
        raise HomewardError(f"{file} cannot be read: it is not an object; the run is damaged, keep it anew")
    return data
