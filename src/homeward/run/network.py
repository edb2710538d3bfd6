"""Many replicates of one care network, on a pool of threads, gathered in order.

Each replicate is a function of its number, so the result is the same for any number of threads and any size of chunk.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Self

import numpy as np

from homeward.codes import FAULT_SENTENCE, Fault
from homeward.errors import HomewardError
from homeward.kernel.care import networks
from homeward.kernel.organisation import LEDGER, MUTABLE, Organisation
from homeward.run.replicate import Crew

BATCH = 64
"""Most replicates lived in one call of the kernel."""


@dataclass
class Lived:
    """What n replicates came to. totals: (n,) TOTALS; the others (n, rows) of their tables (kernel/care/tables.py)."""

    totals: np.ndarray
    station_counts: np.ndarray
    areas: np.ndarray
    staff: np.ndarray
    equipment: np.ndarray
    stocks: np.ndarray
    links: np.ndarray
    vehicles: np.ndarray
    cases: np.ndarray

    @classmethod
    def joined(cls, parts: "list[Lived]") -> Self:
        """Return the replicates of several parts as one, in order."""
        return cls(*(np.concatenate([getattr(part, field.name) for part in parts]) for field in fields(cls)))


def copy_organisation(template: Organisation) -> Organisation:
    """Return a world with its own copies of what a replicate changes; the rest is shared with the template."""
    return template._replace(**{name: getattr(template, name).copy() for name in MUTABLE})


def live(template: Organisation, world: Organisation, replicates: np.ndarray) -> Lived:
    """Live these replicate numbers, (n,) int64, in a world copied from the template.

    Raises HomewardError, naming the replicate, when the kernel reports a fault.
    """
    room = networks.room_for(template, len(replicates))
    networks.live_networks(template, world, replicates, room)
    lived = Lived(*room)
    faults = np.flatnonzero(lived.totals["fault"])
    if len(faults):
        sentence = FAULT_SENTENCE[Fault(int(lived.totals["fault"][faults[0]]))]
        raise HomewardError(f"replicate {replicates[faults[0]]} of seed {template.clock[0]['seed']}: {sentence}")
    return lived


@dataclass
class Kept:
    """One replicate in full: what it came to, and (n,) LEDGER, VISIT and CENSUS rows."""

    lived: Lived
    ledger: np.ndarray
    visits: np.ndarray
    census: np.ndarray


def live_one(template: Organisation, replicate: int, ledger_rows: int = 0) -> Kept:
    """Live one replicate and keep its rows. ledger_rows: room for that many, 0: as many as the template has."""
    if ledger_rows:
        clock = template.clock.copy()
        clock["ledger_on"] = 1
        template = template._replace(clock=clock, ledger=np.zeros(ledger_rows, LEDGER))
    world = copy_organisation(template)
    lived = live(template, world, np.asarray([replicate], np.int64))
    clock = world.clock[0]
    return Kept(
        lived,
        world.ledger[: int(clock["ledger"])],
        world.visits[: int(clock["visits"])],
        world.census[: int(clock["census"])],
    )


class Scratch(threading.local):
    """One world per thread, made when first needed."""

    def __init__(self) -> None:
        self.world: tuple[Organisation, Organisation] | None = None

    def world_for(self, template: Organisation) -> Organisation:
        """Return this thread's world of the template."""
        if self.world is None or self.world[0] is not template:
            self.world = template, copy_organisation(template)
        return self.world[1]


def batches(replicates: range, threads: int) -> list[np.ndarray]:
    """Cut replicate numbers into pieces, small enough that no thread waits long for the last one."""
    size = max(1, min(BATCH, len(replicates) // (4 * threads)))
    return [np.asarray(replicates[at : at + size], np.int64) for at in range(0, len(replicates), size)]


@dataclass
class Parts:
    """Lived pieces by their first replicate; adding keeps them all."""

    lived: dict[int, Lived]

    def __add__(self, other: "Parts") -> "Parts":
        return Parts(self.lived | other.lived)


def live_many(
    template: Organisation, crew: Crew, replicates: range, on_done: Callable[[int], None] = lambda replicates: None
) -> Lived:
    """Live these replicates on the crew's threads; on_done(n) is called as n more are done. When the crew is stopped
    the result holds what was lived by then, in order. Raises HomewardError for a fault, and when nothing was lived.
    """
    scratch = Scratch()

    def work(numbers: np.ndarray) -> Parts:
        return Parts({int(numbers[0]): live(template, scratch.world_for(template), numbers)})

    counted = crew.count(work, batches(replicates, crew.threads), on_done)
    if counted.total is None:
        raise HomewardError("stopped before the first replicate was over")
    return Lived.joined([counted.total.lived[first] for first in sorted(counted.total.lived)])
