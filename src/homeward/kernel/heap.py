"""The calendar's heap: an indexed 4-ary heap of entries, in the `heap` field of the calendar's rows.

Row s keeps the entry at heap slot s, and row e, in `slot`, the slot of entity e's entry: removal needs no search.
"""

from homeward.kernel.jit import inner
from homeward.kernel.packing import entity_of


@inner
def _set_slot(nodes, slot, key):
    nodes[slot]["heap"] = key
    nodes[entity_of(key)]["slot"] = slot


@inner
def rise(nodes, slot, key):
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
def sink(nodes, size, slot, key):
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
def enter_heap(nodes, clock, key):
    """Add this entry, whose entity has none in the heap."""
    size = clock["near"]
    clock["near"] = size + 1
    rise(nodes, size, key)


@inner
def leave_heap(nodes, clock, slot):
    """Take out the entry at this slot; the last one takes its place."""
    size = clock["near"] - 1
    clock["near"] = size
    last = nodes[size]["heap"]
    if slot == size:
        return
    if slot > 0 and last < nodes[(slot - 1) >> 2]["heap"]:
        rise(nodes, slot, last)
    else:
        sink(nodes, size, slot, last)
