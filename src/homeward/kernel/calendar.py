"""The calendar: one entry per entity, the earliest thing that can happen to it, moved in place when anything changes.

Entries come by time, then event, then entity, never at random. Two kinds of calendar answer the same
(`clock["calendar"]`). HEAP is the reference: every entry in one indexed heap. QUEUE keeps what is far in days and only
what is near in the heap; with few entities, and until there have been more than a few entries, it keeps neither, for
looking at every entry is faster than any order.
"""

import numpy as np

from homeward.codes import CalendarKind, Fault
from homeward.kernel.days import clear_days, move, open_next_day, pop_near, spread_over_days, take_out
from homeward.kernel.few import MOST, first_of_few, put_among_few, put_new_among_few, take_from_few
from homeward.kernel.jit import inner, process
from homeward.kernel.packing import AWAY, ENTITY_MASK, LAST_S, NEVER, at_of, entity_of, event_of, pack

__all__ = [
    "at_of",
    "buckets_needed",
    "cancel",
    "clear",
    "entity_of",
    "event_of",
    "next_at",
    "pack",
    "pop_next",
    "schedule",
    "schedule_new",
    "scheduled_at",
]

FEW = 32
"""Up to this many entities a QUEUE looks at every entry."""


def buckets_needed(entities):
    """Return the length of `World.buckets` for that many entities: the power of two that is not smaller."""
    if not 0 < entities <= ENTITY_MASK:
        raise ValueError(f"a calendar holds 1 to {ENTITY_MASK:,} entities, not {entities:,}")
    return 1 << (entities - 1).bit_length()


@inner
def clear(world):
    """Empty the calendar; needed once before each life, after `clock["calendar"]` and `clock["now_s"]` are set."""
    clock = world.clock[0]
    nodes = world.calendar
    for entity in range(len(nodes)):
        nodes[entity]["key"] = NEVER
        nodes[entity]["slot"] = AWAY
    clock["pending"] = clock["few"] = 0
    if not _looks_at_all(clock, nodes):
        clear_days(world.buckets, clock)


@process
def schedule(world, at_s, event, entity):
    """Enter what happens next to this entity at at_s, whole s, or move it there.

    A time before now is a fault. One after `LAST_S` becomes that: no life lasts 272 years, so neither ever comes.
    """
    clock = world.clock[0]
    nodes = world.calendar
    if at_s < clock["now_s"]:
        clock["fault"] = Fault.CALENDAR_BEFORE_NOW
    key = pack(min(at_s, LAST_S), event, entity)
    if _looks_at_all(clock, nodes):
        if nodes[entity]["key"] == NEVER:
            clock["pending"] += 1
        nodes[entity]["key"] = key
    elif clock["few"] == 1 and (clock["near"] < MOST or nodes[entity]["key"] != NEVER):
        put_among_few(nodes, clock, key)
    else:
        if clock["few"] == 1:
            spread_over_days(nodes, world.buckets, clock)
        move(nodes, world.buckets, clock, key)


@inner
def schedule_new(world, at_s, event, entity):
    """`schedule` for an entity that has no entry, at a time not before now: put into its caller."""
    clock = world.clock[0]
    if clock["few"] == 1 and clock["near"] < MOST:
        put_new_among_few(world.calendar, clock, pack(min(at_s, LAST_S), event, entity), entity)
    else:
        schedule(world, at_s, event, entity)


@process
def cancel(world, entity):
    """Take this entity's entry out, if it has one."""
    clock = world.clock[0]
    nodes = world.calendar
    if nodes[entity]["key"] == NEVER:
        return
    clock["pending"] -= 1
    if clock["few"] == 1:
        take_from_few(nodes, clock, nodes[entity]["slot"])
    elif not _looks_at_all(clock, nodes):
        take_out(nodes, world.buckets, clock, entity)
    nodes[entity]["key"] = NEVER


@inner
def pop_next(world):
    """Take out the first entry and return it, with the clock set to its time; -1 when there is none."""
    clock = world.clock[0]
    nodes = world.calendar
    if _looks_at_all(clock, nodes):
        key = _least(nodes)
        if key == NEVER:
            return np.int64(-1)
    else:
        if clock["pending"] == 0:
            return np.int64(-1)
        if clock["few"] == 1:
            slot = first_of_few(nodes, clock)
            key = nodes[slot]["heap"]
            take_from_few(nodes, clock, slot)
        else:
            key = pop_near(nodes, world.buckets, clock)
    nodes[entity_of(key)]["key"] = NEVER
    clock["pending"] -= 1
    clock["now_s"] = at_of(key)
    return key


@inner
def next_at(world):
    """Return the time of the first entry, s; -1 when there is none."""
    clock = world.clock[0]
    nodes = world.calendar
    if clock["pending"] == 0:
        return np.int64(-1)
    if _looks_at_all(clock, nodes):
        return at_of(_least(nodes))
    if clock["few"] == 1:
        return at_of(nodes[first_of_few(nodes, clock)]["heap"])
    if clock["near"] == 0:
        open_next_day(nodes, world.buckets, clock)
    return at_of(nodes[0]["heap"])


@inner
def scheduled_at(world, entity):
    """Return the time of this entity's entry, s; -1 when it has none."""
    key = world.calendar[entity]["key"]
    if key == NEVER:
        return np.int64(-1)
    return at_of(key)


@inner
def _looks_at_all(clock, nodes):
    return clock["calendar"] == CalendarKind.QUEUE and len(nodes) <= FEW


@inner
def _least(nodes):
    """Return the first entry by looking at every one; NEVER when there is none."""
    even = odd = np.int64(NEVER)  # two in turn: neither waits for the comparison before
    for entity in range(0, len(nodes) - 1, 2):
        even = min(even, nodes[entity]["key"])
        odd = min(odd, nodes[entity + 1]["key"])
    if len(nodes) & 1:
        even = min(even, nodes[len(nodes) - 1]["key"])
    return min(even, odd)
