"""Long tables come from CSV: `[csv] "route.leg" = "way.csv"` puts the rows of the file into that list."""

import csv
import io
import re
from pathlib import Path as FilePath
from typing import Any

from homeward.model.base import did_you_mean
from homeward.scenario.document import Document, Spot, label, read_text
from homeward.scenario.locate import Path
from homeward.scenario.mistakes import Mistake, ScenarioError


def attach_tables(document: Document, folder: FilePath, shown: str) -> None:
    """Append the rows of each file that the `[csv]` table names to its list; ScenarioError when that cannot be."""
    tables = document.data.pop("csv", {})
    if not isinstance(tables, dict) or not all(isinstance(name, str) for name in tables.values()):
        raise ScenarioError([Mistake("names a list and its file", ', as in `"route.leg" = "way.csv"`', "csv", shown)])
    for target, name in tables.items():
        spot = document.spot(("csv", target))
        parent, path = _parent_of(document, target, spot)
        rows = parent.setdefault(str(path[-1]), [])
        if not isinstance(rows, list):
            raise ScenarioError([Mistake(f"`{target}` is not a list", "", "csv", *spot)])
        add_rows(document, (*path, len(rows)), folder / name, _beside(shown, name), spot)


def _parent_of(document: Document, target: str, spot: Spot) -> tuple[Any, Path]:
    """Return the table that holds a list, and the list's path; items of lists on the way go by their names."""
    parent: Any = document.data
    path: Path = ()
    for part in (parts := target.split("."))[:-1]:
        if isinstance(parent, list):
            names = [label(item) for item in parent]
            if part not in names:
                wrong = Mistake(
                    f"there is no '{part}'", did_you_mean(part, [name for name in names if name]), "csv", *spot
                )
                raise ScenarioError([wrong])
            parent, path = parent[names.index(part)], (*path, names.index(part))
        else:
            parent, path = parent.setdefault(part, {}), (*path, part)
    if not isinstance(parent, dict):
        raise ScenarioError([Mistake(f"`{target}` is not in a table", "", "csv", *spot)])
    return parent, (*path, parts[-1])


def _beside(shown: str, name: str) -> str:
    return str(FilePath(shown).parent / name)


def add_rows(document: Document, first: Path, file: FilePath, shown: str, spot: Spot) -> None:
    """Append the rows of a CSV file to a list; dotted column names make tables within a row, empty cells nothing."""
    if not file.is_file():
        raise ScenarioError([Mistake(f"there is no file {shown}", "; the name is relative to this file", "csv", *spot)])
    reader = csv.DictReader(io.StringIO(read_text(file, shown)), restkey="", skipinitialspace=True)
    rows = document.at(first[:-1])
    for cells in reader:
        path: Path = (*first[:-1], len(rows))
        here = Spot(shown, reader.line_num)
        if cells.get("") is not None:
            raise ScenarioError([Mistake("has more cells than the header", "", "", *here)])
        rows.append(_row(cells))
        document.spots[path] = here
        for column in cells:
            document.spots[(*path, *column.split("."))] = here


def _row(cells: dict[str, Any]) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for column, cell in cells.items():
        if cell is None or not cell.strip():
            continue
        *tables, key = column.strip().split(".")
        parent = row
        for table in tables:
            parent = parent.setdefault(table, {})
        parent[key] = _cell(cell.strip())
    return row


def _cell(written: str) -> Any:
    if written in ("true", "false"):
        return written == "true"
    return int(written) if re.fullmatch(r"[+-]?\d+", written) else written
