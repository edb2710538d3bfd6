"""A calendar of few entries: they lie together in no order, and the first is found by looking at each.

With up to `MOST` entries this is faster than any order, however many entities there are. They use the first rows'
`heap` fields, and `slot` says where each lies.
"""

from homeward.kernel.jit import inner
from homeward.kernel.packing import AWAY, NEVER, entity_of

MOST = 16


@inner
def put_among_few(nodes, clock, key):
    """Enter or move this entry, where there is room."""
    node = nodes[entity_of(key)]
    slot = node["slot"]
    if node["key"] == NEVER:
        slot = clock["near"]
        node["slot"] = slot
        clock["near"] = slot + 1
        clock["pending"] += 1
    node["key"] = key
    nodes[slot]["heap"] = key


@inner
def put_new_among_few(nodes, clock, key, entity):
    """Enter this entry of an entity that has none, where there is room."""
    slot = clock["near"]
    node = nodes[entity]
    node["slot"], node["key"] = slot, key
    nodes[slot]["heap"] = key
    clock["near"] = slot + 1
    clock["pending"] += 1


@inner
def take_from_few(nodes, clock, slot):
    """Take out the entry in this slot; the last one takes its place."""
    last = clock["near"] - 1
    nodes[entity_of(nodes[slot]["heap"])]["slot"] = AWAY
    if slot != last:
        key = nodes[last]["heap"]
        nodes[slot]["heap"] = key
        nodes[entity_of(key)]["slot"] = slot
    clock["near"] = last


@inner
def first_of_few(nodes, clock):
    """Return the slot of the first entry; there must be one."""
    first, least = 0, nodes[0]["heap"]
    for slot in range(1, clock["near"]):
        key = nodes[slot]["heap"]
        if key < least:
            first, least = slot, key
    return first
