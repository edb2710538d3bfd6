"""A run being written: tried before the work begins, whole or not at all, never over another."""

import json
import os
import re
import shutil
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from homeward.errors import HomewardError
from homeward.store.columns import Columns
from homeward.store.runs import FORMAT, RECORD, SCENARIO, Run, runs_folder, telling_where
from homeward.store.tables import Table

NEEDED_BYTES = 64 * 1024 * 1024
"""Room without which keeping a run is not begun."""


class RunDraft:
    """A run being written, in a hidden folder beside where it will be; `publish` makes it a run. A context manager.

    Making it shows that the name is free and the place can be written to; leaving it unpublished leaves nothing.
    """

    def __init__(self, name: str | None, about: str, place: Path | None = None) -> None:
        self.place = place or runs_folder()
        self.began = datetime.now(UTC)
        self.name = checked(name) if name is not None else f"{about}-{self.began:%Y%m%d-%H%M%S}"
        self.tables: dict[str, Table] = {}
        self._chosen = name is not None
        with telling_where(self.place):
            self._made = [each for each in (self.place, *self.place.parents) if not each.exists()]
            self.place.mkdir(parents=True, exist_ok=True)
            if self._chosen and (self.place / self.name).exists():
                raise taken(self.place, self.name)
            if shutil.disk_usage(self.place).free < NEEDED_BYTES:
                raise OSError(28, "the disk is full")
            self.path = Path(tempfile.mkdtemp(prefix=".draft-", dir=self.place))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.discard()

    def table(self, name: str, columns: Columns) -> Table:
        """Open a table of this run; it is closed when the run is published."""
        self.tables[name] = Table(self.path / f"{name}.parquet", columns)
        return self.tables[name]

    def write_json(self, file: str, data: Any) -> None:
        (self.path / file).write_text(json.dumps(data, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")

    def publish(self, record: Mapping[str, Any], scenario: Mapping[str, Any]) -> Run:
        """Close the tables, write record and scenario, and give the folder its name. Returns the run."""
        with telling_where(self.place):
            self.close_tables()
            self.write_json(SCENARIO, scenario)
            rows = {name: table.rows for name, table in self.tables.items()}
            when = self.began.isoformat(timespec="seconds")
            return self._named({"format": FORMAT, "when": when, **record, "rows": rows})

    def close_tables(self) -> None:
        """Finish every table; they can be read from then on."""
        for table in self.tables.values():
            if not table.path.exists():
                table.close()
            table.discard()

    def _named(self, record: dict[str, Any]) -> Run:
        """Rename the draft. A name taken meanwhile is a mistake when it was asked for; else another is found."""
        self.path.chmod(0o755)
        for name in [self.name, *([] if self._chosen else [f"{self.name}-{n}" for n in range(2, 1000)])]:
            self.write_json(RECORD, {"name": name, **record})
            if not (self.place / name).exists():
                os.rename(self.path, self.place / name)
                return Run(self.place / name, {"name": name, **record})
        raise taken(self.place, self.name)

    def discard(self) -> None:
        """Remove what was not published, and the folders made for it when nothing is in them."""
        for table in self.tables.values():
            table.discard()
        shutil.rmtree(self.path, ignore_errors=True)
        for folder in self._made:
            try:
                folder.rmdir()
            except OSError:
                return


def checked(name: str) -> str:
    """Return a name that may be a folder's; HomewardError otherwise."""
    if not re.fullmatch(r"\w[\w .+=,-]{0,99}", name) or name != name.strip(" ."):
        raise HomewardError(
            f"{name!r} cannot be the name of a run: begin with a letter or digit and use letters, digits, spaces, . _ -"
        )
    return name


def taken(place: Path, name: str) -> HomewardError:
    return HomewardError(f"there is a run {name!r} in {place} already; runs are never written over: take another name")
