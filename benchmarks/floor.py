"""The floor: what an event costs when nothing happens in it: pop, one log-normal draw, schedule, the kernel's own."""

import time
from typing import Any

import numpy as np

from homeward.codes import Draw, Event
from homeward.kernel.calendar import clear, entity_of, pop_next, schedule
from homeward.kernel.draws import entity_key, lognormal, replicate_key
from homeward.kernel.handle import handle, world_behind
from homeward.kernel.jit import entry, process
from homeward.kernel.tables import World

PENDING = 5
"""Entries in the calendar at any time: two bodies, the team, its pursuers and the watch at the gate."""


@process
def turn_over(world: Any, key: Any, events: int) -> None:
    """Pop an entry, draw when it comes again, schedule it; so many times."""
    for nth in range(events):
        entity = entity_of(pop_next(world))
        wait_s = lognormal(world, key, Draw.HOLD_TIME, nth, 60.0, 0.5)
        schedule(world, world.clock[0]["now_s"] + 1 + int(wait_s), Event.STINT_ENDS, entity)


@entry
def turn_over_behind(rows: Any, events: int) -> None:
    """`turn_over` for a world behind a handle."""
    world = world_behind(rows)
    turn_over(world, world.people[0]["key"], events)


def an_empty_loop(world: World) -> np.ndarray:
    """Make a world (a copy, which is changed) ready for `turn_over`; return its handle."""
    clock = world.clock[0]
    clock["replicate_key"] = replicate_key(np.uint64(1), np.uint64(0))
    clear(world)
    world.people[0]["key"] = entity_key(world, world.people[0]["name"])
    for entity in range(PENDING):
        schedule(world, 1 + entity, Event.STINT_ENDS, entity)
    return handle(world)


def floor_ns(rows: np.ndarray, events: int = 1_000_000) -> float:
    """Return CPU nanoseconds per event of the empty loop."""
    began = time.process_time()
    turn_over_behind(rows, events)
    return (time.process_time() - began) / events * 1e9
