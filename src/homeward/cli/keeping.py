"""What --keep asks for: under which name, with whose events, and what is said once it is done."""

import re
import shlex
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import typer

from homeward.errors import HomewardError

if TYPE_CHECKING:
    from homeward.cli.answering import Telling
    from homeward.model.root import Root
    from homeward.store.recording import Keeping
    from homeward.store.runs import Run

MOST_EVENTS = 10_000
"""Lives whose events are kept on request: each is lived again, one by one."""


@dataclass(frozen=True)
class Wish:
    """Keep what a command lives under a name (None: one made of the time), ranked by a measure (None: the usual)."""

    command: str
    name: str | None
    events: tuple[int, ...]
    measure: str | None
    sets: Mapping[str, Any] | None

    def begin(self, scenario: "Root") -> "Keeping":
        """Try the place, before the work begins."""
        from homeward.store.kinds import keeping

        return keeping(scenario, self.command, self.name, self.events)

    def publish(self, kept: "Keeping", results: Any, telling: "Telling") -> None:
        """Finish the run and say where it is; beside JSON, on stderr."""
        run = kept.publish(results, self.measure, self.sets, ["homeward", *sys.argv[1:]])
        if not telling.quiet:
            typer.echo(done(run), err=telling.as_json)


def wish_of(
    command: str,
    keep: bool,
    name: str | None,
    events: str | None,
    measure: str | None,
    sets: Mapping[str, Any] | None,
) -> Wish | None:
    """Return what is to be kept, None for nothing; HomewardError for what cannot be read."""
    if not keep and name is None:
        if events is not None:
            raise HomewardError("--keep-events says what is kept beside the lives: give --keep or --keep-as NAME too")
        return None
    return Wish(command, name, numbers_in(events) if events else (), measure, sets)


def numbers_in(written: str) -> tuple[int, ...]:
    """Read '0-9,17' as replicate numbers, in order, each once."""
    found: set[int] = set()
    for part in written.split(","):
        match = re.fullmatch(r"\s*(\d{1,9})\s*(?:-\s*(\d{1,9})\s*)?", part)
        if match is None:
            raise HomewardError(f"{written!r} names no lives: write numbers and ranges, such as '0-9,17'")
        first, last = int(match[1]), int(match[2] or match[1])
        if not first <= last < first + MOST_EVENTS:
            raise HomewardError(f"{part.strip()!r} is not a range of at most {MOST_EVENTS:,} lives, the smaller first")
        found.update(range(first, last + 1))
    if len(found) > MOST_EVENTS:
        raise HomewardError(f"events of at most {MOST_EVENTS:,} lives are kept, not of {len(found):,}: name fewer")
    return tuple(sorted(found))


def done(run: "Run") -> str:
    """Say where a run is and what to do with it."""
    rows = ", ".join(f"{name} {count:,}" for name, count in run.record["rows"].items())
    return f"Kept in {run.folder} ({rows} rows). Look at it: homeward results show {shlex.quote(run.name)}"
