"""Entries of the calendar: time, event and entity packed in one integer, so that one comparison orders all."""

import numpy as np

from homeward.kernel.jit import inner

ENTITY_BITS, EVENT_BITS, AT_BITS = 23, 7, 33
AT_SHIFT = EVENT_BITS + ENTITY_BITS
ENTITY_MASK, EVENT_MASK = (1 << ENTITY_BITS) - 1, (1 << EVENT_BITS) - 1
LAST_S = (1 << AT_BITS) - 1
"""The last time an entry can have: 272 years."""

NEVER = (1 << 63) - 1
"""Key of an entity that has no entry."""

FAR, AWAY = -1, -2
"""Values of `slot` other than a slot of the heap: in a bucket; not in the calendar."""


@inner
def pack(at_s, event, entity):
    """Return the entry of an event (code below 128) of an entity (below 2^23) at a time (s, up to LAST_S)."""
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
