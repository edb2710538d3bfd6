"""The calendar's days: a calendar queue (Brown, CACM 31, 1988) for entries whose time is still far.

A day is 2^shift seconds long and is kept in the bucket of its number modulo the number of buckets, as a linked list in
no order. When a day comes, its entries move into the heap, which therefore stays small. The length of a day follows
the observed rate of events.
"""

import numpy as np

from homeward.codes import CalendarKind
from homeward.kernel.heap import enter_heap, leave_heap, rise, sink
from homeward.kernel.jit import handler, inner, keep_out_of_line, process
from homeward.kernel.packing import AT_BITS, AT_SHIFT, AWAY, FAR, NEVER, entity_of

FIRST_SHIFT = 4
CROWDED, SPARSE = 16, 4
"""A day is made shorter above, and longer below, this many entries per day."""


@process
def clear_days(buckets, clock):
    """Empty heap and buckets, with days of the first length from the present time on."""
    for bucket in range(len(buckets)):
        buckets[bucket] = -1
    clock["near"] = 0
    clock["few"] = 1 if clock["calendar"] == CalendarKind.QUEUE else 0
    clock["looked"] = 0
    clock["moved"] = 0
    clock["shift"] = FIRST_SHIFT
    clock["day"] = (clock["now_s"] >> FIRST_SHIFT) - 1


@process
def spread_over_days(nodes, buckets, clock):
    """There are too many entries to look at each: enter them all into their days."""
    entries, shift = clock["near"], clock["shift"]
    clock["near"] = clock["few"] = 0
    clock["day"] = (clock["now_s"] >> shift) - 1
    for slot in range(entries):
        key = nodes[slot]["heap"]
        _enter_day(nodes, buckets, _day_of(key, shift), entity_of(key))


@process
def move(nodes, buckets, clock, key):
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
        leave_heap(nodes, clock, slot)
    nodes[entity]["key"] = key
    if far:
        _enter_day(nodes, buckets, day, entity)
    elif slot < 0:
        clock["moved"] += 1
        enter_heap(nodes, clock, key)
    elif key < old:
        rise(nodes, slot, key)
    else:
        sink(nodes, clock["near"], slot, key)


@process
def take_out(nodes, buckets, clock, entity):
    """Take this entity's entry, which it must have, out of the heap or of its day."""
    slot = nodes[entity]["slot"]
    if slot >= 0:
        leave_heap(nodes, clock, slot)
    else:
        _leave_day(nodes, buckets, _day_of(nodes[entity]["key"], clock["shift"]), entity)
    nodes[entity]["slot"] = AWAY


@process
def pop_near(nodes, buckets, clock):
    """Take the first entry out of the heap and return it; some entry must be pending."""
    if clock["near"] == 0:
        open_next_day(nodes, buckets, clock)
    key = nodes[0]["heap"]
    leave_heap(nodes, clock, 0)
    nodes[entity_of(key)]["slot"] = AWAY
    return key


@handler
def open_next_day(nodes, buckets, clock):
    """Move the entries of the next day that has any into the heap, which must be empty while some entry is pending."""
    keep_out_of_line()  # its loops' constants would be loaded anew after every event
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
            enter_heap(nodes, clock, key)
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
