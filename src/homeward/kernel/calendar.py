"""The calendar: one entry per entity, the earliest thing that can happen to it, moved in place when anything changes.

An entry is one packed integer, so one comparison orders all: by time, then event, then entity, never at random.

Two kinds answer the same (`clock["calendar"]`). HEAP is the reference: an indexed 4-ary heap of all entries. QUEUE is a
calendar queue (Brown, "Calendar queues", CACM 31, 1988) of days 2^shift seconds long, each an unsorted linked list;
when a day comes, its entries move into the heap, which therefore stays small. The day's length follows the observed
rate of events. A QUEUE of few entities keeps no lists at all: looking at every entry is faster than any order.
"""

import numpy as np

from homeward.codes import CalendarKind, Fault
from homeward.kernel.jit import inner, process

ENTITY_BITS, EVENT_BITS, AT_BITS = 23, 7, 33
AT_SHIFT = EVENT_BITS + ENTITY_BITS
ENTITY_MASK, EVENT_MASK = (1 << ENTITY_BITS) - 1, (1 << EVENT_BITS) - 1
NEVER = (1 << 63) - 1
"""Key of an entity that has no entry."""

FAR, AWAY = -1, -2
"""Values of `slot` other than a slot of the heap: in a bucket; not in the calendar."""

FEW = 32
"""Up to this many entities a QUEUE looks at every entry."""

FIRST_SHIFT = 4
CROWDED, SPARSE = 16, 4
"""A day is made shorter above, and longer below, this many entries per day."""


def buckets_needed(entities):
    """Return the length of `World.buckets` for that many entities: the power of two that is not smaller."""
    if not 0 < entities <= ENTITY_MASK:
        raise ValueError(f"a calendar holds 1 to {ENTITY_MASK:,} entities, not {entities:,}")
    return 1 << (entities - 1).bit_length()


@inner
def pack(at_s, event, entity):
    """Return the entry of an event (code below 128) of an entity (below 2^23) at a time (s, below 2^33: 272 years)."""
    return (np.int64(at_s) << AT_SHIFT) | (np.int64(event) << ENTITY_BITS) | np.int64(entity)


@inner
def at_of(key):
    """Return the time of an entry, s."""
    return key >> AT_SHIFT


@inner
def event_of(key):
    """Return the event code of an entry."""
    return (key >> ENTITY_BITS) & EVENT_MASK


@inner
def entity_of(key):
    """Return the entity of an entry."""
    return key & ENTITY_MASK


@inner
def clear(world):
    """Empty the calendar; needed once before each life, after `clock["calendar"]` and `clock["now_s"]` are set."""
    clock = world.clock[0]
    nodes = world.calendar
    for entity in range(len(nodes)):
        nodes[entity]["key"] = NEVER
        nodes[entity]["slot"] = AWAY
    clock["pending"] = 0
    if not _looks_at_all(clock, nodes):
        _clear_days(world.buckets, clock)


@inner
def schedule(world, at_s, event, entity):
    """Enter what happens next to this entity, or move it there; a time before now is a fault."""
    clock = world.clock[0]
    nodes = world.calendar
    if at_s < clock["now_s"]:
        clock["fault"] = Fault.CALENDAR_BEFORE_NOW
    key = pack(at_s, event, entity)
    if _looks_at_all(clock, nodes):
        if nodes[entity]["key"] == NEVER:
            clock["pending"] += 1
        nodes[entity]["key"] = key
    else:
        _move(nodes, world.buckets, clock, key)


@inner
def cancel(world, entity):
    """Take this entity's entry out, if it has one."""
    clock = world.clock[0]
    nodes = world.calendar
    if nodes[entity]["key"] == NEVER:
        return
    clock["pending"] -= 1
    if not _looks_at_all(clock, nodes):
        _take_out(nodes, world.buckets, clock, entity)
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
        key = _pop_near(nodes, world.buckets, clock)
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
    if clock["near"] == 0:
        _open_next_day(nodes, world.buckets, clock)
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
    least = np.int64(NEVER)
    for entity in range(len(nodes)):
        least = min(least, nodes[entity]["key"])
    return least


# --- the heap: all entries (HEAP), or those of days that have come (QUEUE)


@inner
def _set_slot(nodes, slot, key):
    nodes[slot]["heap"] = key
    nodes[entity_of(key)]["slot"] = slot


@inner
def _rise(nodes, slot, key):
    """Put key at this slot or above it."""
    while slot > 0:
        above = (slot - 1) >> 2
        upper = nodes[above]["heap"]
        if upper <= key:
            break
        _set_slot(nodes, slot, upper)
        slot = above
    _set_slot(nodes, slot, key)


@inner
def _sink(nodes, size, slot, key):
    """Put key at this slot or below it."""
    child = 4 * slot + 1
    while child < size:
        best, least = child, nodes[child]["heap"]
        for other in range(child + 1, min(child + 4, size)):
            lower = nodes[other]["heap"]
            if lower < least:
                best, least = other, lower
        if key <= least:
            break
        _set_slot(nodes, slot, least)
        slot, child = best, 4 * best + 1
    _set_slot(nodes, slot, key)


@inner
def _enter_heap(nodes, clock, key):
    size = clock["near"]
    clock["near"] = size + 1
    _rise(nodes, size, key)


@inner
def _leave_heap(nodes, clock, slot):
    """Take out the entry at this slot; the last one takes its place."""
    size = clock["near"] - 1
    clock["near"] = size
    last = nodes[size]["heap"]
    if slot == size:
        return
    if slot > 0 and last < nodes[(slot - 1) >> 2]["heap"]:
        _rise(nodes, slot, last)
    else:
        _sink(nodes, size, slot, last)


@process
def _pop_near(nodes, buckets, clock):
    """Take the first entry out of the heap and return it; some entry must be pending."""
    if clock["near"] == 0:
        _open_next_day(nodes, buckets, clock)
    key = nodes[0]["heap"]
    _leave_heap(nodes, clock, 0)
    nodes[entity_of(key)]["slot"] = AWAY
    return key


# --- the days


@inner
def _day_of(key, shift):
    return key >> (AT_SHIFT + shift)


@inner
def _enter_day(nodes, buckets, day, entity):
    """Put this entity first in the bucket of that day."""
    bucket = day & (len(buckets) - 1)
    first = buckets[bucket]
    node = nodes[entity]
    node["next"] = first
    node["prev"] = -1
    node["slot"] = FAR
    if first >= 0:
        nodes[first]["prev"] = entity
    buckets[bucket] = entity


@inner
def _leave_day(nodes, buckets, day, entity):
    """Take this entity out of the bucket of that day."""
    after, before = nodes[entity]["next"], nodes[entity]["prev"]
    if before >= 0:
        nodes[before]["next"] = after
    else:
        buckets[day & (len(buckets) - 1)] = after
    if after >= 0:
        nodes[after]["prev"] = before


@process
def _take_out(nodes, buckets, clock, entity):
    """Take this entity's entry, which it must have, out of the heap or of its day."""
    slot = nodes[entity]["slot"]
    if slot >= 0:
        _leave_heap(nodes, clock, slot)
    else:
        _leave_day(nodes, buckets, _day_of(nodes[entity]["key"], clock["shift"]), entity)
    nodes[entity]["slot"] = AWAY


@process
def _move(nodes, buckets, clock, key):
    """Enter or move this entry: into the heap when its day has come, else into its day."""
    entity = entity_of(key)
    slot, old = nodes[entity]["slot"], nodes[entity]["key"]
    day = _day_of(key, clock["shift"])
    far = clock["calendar"] == CalendarKind.QUEUE and day > clock["day"]
    if old == NEVER:
        clock["pending"] += 1
    elif slot < 0:
        _leave_day(nodes, buckets, _day_of(old, clock["shift"]), entity)
    elif far:
        _leave_heap(nodes, clock, slot)
    nodes[entity]["key"] = key
    if far:
        _enter_day(nodes, buckets, day, entity)
    elif slot < 0:
        clock["moved"] += 1
        _enter_heap(nodes, clock, key)
    elif key < old:
        _rise(nodes, slot, key)
    else:
        _sink(nodes, clock["near"], slot, key)


@process
def _clear_days(buckets, clock):
    for bucket in range(len(buckets)):
        buckets[bucket] = -1
    clock["near"] = 0
    clock["looked"] = 0
    clock["moved"] = 0
    clock["shift"] = FIRST_SHIFT
    clock["day"] = (clock["now_s"] >> FIRST_SHIFT) - 1


@process
def _open_next_day(nodes, buckets, clock):
    """Move the entries of the next day that has any into the heap, which must be empty while some entry is pending."""
    if clock["looked"] + clock["moved"] > 2 * len(buckets):
        _adapt(nodes, buckets, clock)
    day = clock["day"]
    for _ in range(len(buckets)):
        day += 1
        clock["looked"] += 1
        _open_day(nodes, buckets, clock, day)
        if clock["near"] > 0:
            return
    first = np.int64(NEVER)  # the calendar is empty for a whole year: look at every entry instead
    for entity in range(len(nodes)):
        first = min(first, nodes[entity]["key"])
    _open_day(nodes, buckets, clock, _day_of(first, clock["shift"]))


@inner
def _open_day(nodes, buckets, clock, day):
    """Move the entries of this day into the heap; those of the same bucket a year or more later stay."""
    clock["day"] = day
    entity = buckets[day & (len(buckets) - 1)]
    while entity >= 0:
        after, key = nodes[entity]["next"], nodes[entity]["key"]
        if _day_of(key, clock["shift"]) == day:
            _leave_day(nodes, buckets, day, entity)
            clock["moved"] += 1
            _enter_heap(nodes, clock, key)
        entity = after


@inner
def _adapt(nodes, buckets, clock):
    """Set the length of a day by the entries seen per day since it was last set; the heap must be empty."""
    looked, moved, shift = max(clock["looked"], 1), clock["moved"], clock["shift"]
    while moved > CROWDED * looked and shift > 0:
        moved >>= 1
        shift -= 1
    while moved < SPARSE * looked and shift < AT_BITS:
        looked >>= 1
        shift += 1
    clock["looked"] = 0
    clock["moved"] = 0
    if shift != clock["shift"]:
        _set_length(nodes, buckets, clock, shift)


@inner
def _set_length(nodes, buckets, clock, shift):
    """Enter every entry anew in days of 2^shift s, from the day before the present one on."""
    for bucket in range(len(buckets)):
        buckets[bucket] = -1
    clock["shift"] = shift
    clock["day"] = (clock["now_s"] >> shift) - 1
    for entity in range(len(nodes)):
        key = nodes[entity]["key"]
        if key != NEVER:
            _enter_day(nodes, buckets, _day_of(key, shift), entity)
