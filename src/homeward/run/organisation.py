"""A year of an organisation, many times: each replicate in this thread's own world, its incidents lived inside it."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np

from homeward.codes import FAULT_SENTENCE, Fault
from homeward.errors import HomewardError
from homeward.kernel.organisation import Organisation
from homeward.kernel.tables import World
from homeward.kernel.year.duty_tables import CHECKPOINTS, CONTACT, DAY, END, STATES, TALLY
from homeward.kernel.year.folk_tables import MIND, RECOVERY
from homeward.run.organisation_scratch import OVER, Scratch, room_for_ledger

COUNTED = ("clock", "station_counts", "areas", "staff", "equipment", "stocks", "links", "vehicles", "cases")
"""Tables of the network that are copied out of each replicate."""


@dataclass
class Years:
    """What became of n replicates of an organisation, in the order asked for.

    replicates: (n,). days: (n, days) DAY. flows: (n, quarters, STATES, STATES), people by DutyStatus at the start of a
    quarter and at its end. ends: (n, members) END. totals: (n,) TALLY. contacts: for each replicate (k,) CONTACT.
    ledgers: for each replicate (k,) LEDGER, empty unless kept. recoveries, minds: (n, followed) RECOVERY and MIND at
    the end. network: the tables of COUNTED, (n, rows).
    """

    replicates: np.ndarray
    days: np.ndarray
    flows: np.ndarray
    ends: np.ndarray
    totals: np.ndarray
    contacts: list[np.ndarray]
    ledgers: list[np.ndarray]
    recoveries: np.ndarray
    minds: np.ndarray
    network: dict[str, np.ndarray]

    def __add__(self, other: "Years") -> "Years":
        joined = {f.name: _joined(getattr(self, f.name), getattr(other, f.name)) for f in fields(self)}
        return Years(**joined)

    def in_order(self) -> "Years":
        """Return the same replicates in rising order, whichever thread lived which."""
        order = np.argsort(self.replicates, kind="stable")
        return Years(**{f.name: _taken(getattr(self, f.name), order) for f in fields(self)})


def _joined(mine: Any, theirs: Any) -> Any:
    if isinstance(mine, dict) and isinstance(theirs, dict):
        return {name: np.concatenate([mine[name], theirs[name]]) for name in mine}
    if isinstance(mine, list) and isinstance(theirs, list):
        return mine + theirs
    return np.concatenate([mine, theirs])


def _taken(what: Any, order: np.ndarray) -> Any:
    if isinstance(what, dict):
        return {name: table[order] for name, table in what.items()}
    if isinstance(what, list):
        return [what[k] for k in order]
    return what[order]


def room_for(template: Organisation, replicates: np.ndarray, follow: Sequence[int]) -> Years:
    """Return Years with a row for each replicate, nothing lived yet."""
    n, days, members = len(replicates), int(template.duty[0]["days"]), len(template.members)
    return Years(
        replicates=replicates,
        days=np.zeros((n, days), DAY),
        flows=np.zeros((n, CHECKPOINTS - 1, STATES, STATES), np.int64),
        ends=np.zeros((n, members), END),
        totals=np.zeros(n, TALLY),
        contacts=[np.zeros(0, CONTACT)] * n,
        ledgers=[np.zeros(0, template.ledger.dtype)] * n,
        recoveries=np.zeros((n, len(follow)), RECOVERY),
        minds=np.zeros((n, len(follow)), MIND),
        network={
            name: np.zeros((n, *getattr(template, name).shape), getattr(template, name).dtype) for name in COUNTED
        },
    )


class PerThread(threading.local):
    """The scratch worlds of this thread: those of the organisation lived last."""

    scratch: Scratch | None = None

    def of(self, template: Organisation, incidents: Sequence[World]) -> Scratch:
        if self.scratch is None or self.scratch.template is not template:
            self.scratch = None  # lets go of the old one before the new one is made: they may be large
            self.scratch = Scratch(template, incidents)
        return self.scratch


_here = PerThread()


def scratch_of(template: Organisation, incidents: Sequence[World]) -> Scratch:
    """Return this thread's scratch worlds for an organisation; after a life its last world lies there."""
    return _here.of(template, incidents)


def live_years(
    template: Organisation,
    incidents: Sequence[World],
    replicates: np.ndarray,
    keep: bool = False,
    follow: Sequence[int] = (),
) -> Years:
    """Live these replicate numbers, (n,) int64, one after another in this thread.

    incidents: the lowered incidents that missions name, by number. keep: keep every ledger. follow: members whose
    RECOVERY and MIND rows are copied out. Raises HomewardError, naming the replicate, when the kernel reports a fault.
    """
    replicates = np.asarray(replicates, np.int64)
    scratch, years = scratch_of(template, incidents), room_for(template, replicates, follow)
    for k, replicate in enumerate(replicates.tolist()):
        live_year(scratch, replicate, years.ends[k], keep)
        copy_out(scratch.world, years, k, follow)
    return years


def live_year(scratch: Scratch, replicate: int, ends: np.ndarray, keep: bool) -> None:
    """Live one replicate in the scratch world; a kept ledger that is too short is made longer, and the year relived."""
    while True:
        scratch.reset(keep)
        state = scratch.begin(replicate)
        while state != OVER:
            state = scratch.live_incident(replicate)
        scratch.finish(ends)
        fault = Fault(int(scratch.world.clock[0]["fault"]))
        if fault != Fault.LEDGER_FULL:
            break
        room_for_ledger(scratch, 4 * len(scratch.world.ledger))
    if fault != Fault.NONE:
        seed = scratch.template.clock[0]["seed"]
        raise HomewardError(f"replicate {replicate} of seed {seed}: {FAULT_SENTENCE[fault]}")


def copy_out(world: Organisation, years: Years, k: int, follow: Sequence[int]) -> None:
    """Copy what the replicate just lived came to into row k."""
    clock = world.clock[0]
    years.days[k], years.totals[k] = world.days, world.tally[0]
    years.flows[k] = world.flows.reshape(years.flows.shape[1:])
    years.contacts[k] = world.contacts[: int(clock["contacts"])].copy()
    years.ledgers[k] = world.ledger[: int(clock["ledger"])].copy()
    for name, table in years.network.items():
        table[k] = getattr(world, name)
    for f, i in enumerate(follow):
        years.recoveries[k, f], years.minds[k, f] = world.recoveries[i], world.minds[i]
