"""What one thread needs to live an organisation: its world, and for every incident one to fill and one to live in."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from homeward.codes import FAULT_SENTENCE, Fault
from homeward.errors import HomewardError
from homeward.kernel import handle, lives
from homeward.kernel.jit import JIT
from homeward.kernel.organisation import KIND, MUTABLE, Organisation
from homeward.kernel.tables import FATE, OUTCOME, World
from homeward.kernel.year import loop, years
from homeward.run.replicate import copy_world

OVER = loop.OVER
NO_INCIDENT = np.zeros((16, 2), np.int64)
"""Stands for the worlds of an incident where there is none to live."""


def as_bytes(table: np.ndarray) -> np.ndarray:
    """Return a view of the table's bytes: copying them is many times faster than copying records."""
    return table.view(np.uint8)


def with_room(template: Organisation) -> Organisation:
    """Return the template with a row of `bodies` for each casualty who may be on his way."""
    beds = np.zeros(len(template.casualties), template.bodies.dtype)
    return template._replace(bodies=np.concatenate([template.bodies, beds]))


class Stage(NamedTuple):
    """One incident, ready to be lived: as lowered, filled with a team, the world of its lives, and what comes out."""

    given: World
    filled: World
    lived: World
    handles: tuple[np.ndarray, np.ndarray, np.ndarray]
    outcomes: np.ndarray
    fates: np.ndarray


def stage(incident: World) -> Stage:
    """Return the stage of a lowered incident."""
    filled = incident._replace(people=incident.people.copy(), clock=incident.clock.copy())
    lived = copy_world(incident)
    handles = (handle.handle(incident), handle.handle(filled), handle.handle(lived))
    return Stage(incident, filled, lived, handles, np.zeros(1, OUTCOME), np.zeros((1, len(incident.people)), FATE))


class Scratch:
    """The worlds of one thread. `template` is the organisation as given."""

    def __init__(self, template: Organisation, incidents: Sequence[World]) -> None:
        self.template = template
        roomy = with_room(template)
        self.world = roomy._replace(**{name: getattr(roomy, name).copy() for name in MUTABLE})
        self.stages = [stage(incident) for incident in incidents]
        self.ends = np.zeros(len(template.members), years.END)
        self.replicate = np.zeros(1, np.int64)
        self._roomy = roomy
        self._settle_tables()
        make_ready()

    def _settle_tables(self) -> None:
        """Note where the tables lie: the handle of the world, and what to copy before each replicate."""
        self.handle = KIND.handle(self.world) if JIT else None
        rewritten = [name for name in MUTABLE if name not in ("ledger", "contacts", "visits", "census")]
        self.copies = [
            (as_bytes(getattr(self.world, name)), as_bytes(getattr(self._roomy, name))) for name in rewritten
        ]

    def lengthen_ledger(self, rows: int) -> None:
        """Give the world's ledger room for so many rows."""
        self.world = self.world._replace(ledger=np.zeros(rows, self.world.ledger.dtype))
        self._settle_tables()

    def reset(self, keep: bool) -> None:
        """Put the tables back to how they were lowered. keep: keep the ledger of what comes."""
        for mine, given in self.copies:
            mine[:] = given
        self.world.clock[0]["ledger_on"] = keep

    def act(self, what: int, number: int, on: Stage | None = None) -> int:
        """Ask the kernel for something; see `years.act`."""
        if self.handle is None:
            worlds: tuple[Any, ...] = (None, None, None) if on is None else (on.given, on.filled, on.lived)
            return int(years.act(self.world, *worlds, self.ends, what, number))
        handles = (NO_INCIDENT,) * 3 if on is None else on.handles
        return int(years.act_behind(self.handle, *handles, self.ends, what, number))

    def begin(self, replicate: int) -> int:
        """Begin a replicate and live to its first incident, or its end."""
        return self.act(years.BEGIN, replicate)

    def live_incident(self, replicate: int) -> int:
        """Live the incident for which the year has stopped, and go on to the next, or to the end."""
        clock = self.world.clock[0]
        on = self.stages[int(self.world.missions[int(clock["stopped_for"])]["incident"])]
        row = self.act(years.PREPARE, 0, on)
        if row < 0:
            return OVER
        self.replicate[0] = replicate
        if self.handle is None:
            lives.relive(on.filled, on.lived, self.replicate, on.outcomes, on.fates)
        else:
            lives.live_each_behind(on.handles[1], on.handles[2], self.replicate, on.outcomes, on.fates)
        fault = int(on.outcomes[0]["fault"])
        if fault != Fault.NONE:
            raise HomewardError(f"replicate {replicate}, an incident inside the year: {FAULT_SENTENCE[Fault(fault)]}")
        return self.act(years.SETTLE, row, on)

    def finish(self, ends: np.ndarray) -> None:
        """Close the year and write what became of everybody, (members,) END."""
        self.act(years.FINISH, 0)
        ends[:] = self.ends


def room_for_ledger(scratch: Scratch, rows: int) -> None:
    """Make the ledger of a scratch world longer, at least this long."""
    scratch.lengthen_ledger(max(rows, 1 << 16))


def make_ready() -> None:
    """Compile what is not compiled yet: the kernel of the year, and that of its incidents."""
    if not JIT:
        return
    if not lives.is_compiled():
        lives.compile_kernel()
    if not years.is_compiled():
        years.compile_kernel()
