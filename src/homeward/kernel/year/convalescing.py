"""The way back by itself: people brought in on one day, and those who visit them, with nobody on missions.

Used to compare with published cohorts; an organisation's year calls the same functions from its own loop.
"""

import numpy as np
from numba import typeof, types

from homeward.kernel import compiled
from homeward.kernel.jit import JIT, entry, inner, process
from homeward.kernel.organisation import KIND, ORGANISATION
from homeward.kernel.year.folk import after_sweep, begin_folk, begin_morning, begin_recovery, brought_in, morning
from homeward.kernel.year.mind import distress_now, settle_mind
from homeward.kernel.year.waking import DAY_S, next_moved
from homeward.kernel.year.walking import climbs, full_wprime_j_kg, walk

FIELDS = 4
DISTRESS, FUNCTION, SUPPORT, SCORE = range(FIELDS)
"""What is written down of each patient on each day."""

world_behind = KIND.behind


@inner
def one_way(world, i, metres, found):
    """Member i, rested, walks so far, then climbs a flight with what that leaves; `found`: (2,) s, 1 when he can."""
    time_s, left = walk(world, i, metres, full_wprime_j_kg(world, i))
    found[0], found[1] = time_s, 1.0 * climbs(world, i, 1, left)


@entry
def one_way_behind(world, i, metres, found):
    """`one_way` for a world behind a handle."""
    one_way(world_behind(world), i, metres, found)


def walked(world, i, metres):
    """Return the time (s) member i takes for so many metres as he is now, and whether he climbs a flight at the end."""
    found = np.zeros(2)
    if JIT:
        one_way_behind(KIND.handle(world), i, float(metres), found)
    else:
        one_way(world, i, float(metres), found)
    return float(found[0]), bool(found[1])


@process
def one_morning(world, day):
    """The morning of this day, without a desk."""
    clock = world.clock[0]
    clock["today"], clock["now_s"] = day, day * DAY_S
    begin_morning(world)
    for i in range(len(world.members)):
        if world.wakes[i]["folk"] <= day:
            morning(world, i)
    after_sweep(world)
    while next_moved(world) >= 0:
        pass


@inner
def live_through(world, leaves, days, seen):
    """Bring in the first len(leaves) members, discharge each from acute care on his day of `leaves`, and write down
    `seen` (days, patients, FIELDS) every morning. Returns the mornings.
    """
    begin_folk(world)
    for i in range(len(leaves)):
        world.members[i]["patient"] = 0
        brought_in(world, i)
    for day in range(days + 1):
        world.clock[0]["now_s"] = day * DAY_S
        for i in range(len(leaves)):
            if leaves[i] == day:
                world.members[i]["patient"] = -1
                begin_recovery(world, i)
        if day == 0:
            continue
        one_morning(world, day)
        for i in range(len(leaves)):
            seen[day - 1, i, DISTRESS] = distress_now(world, i)
            seen[day - 1, i, FUNCTION] = world.recoveries[i]["function"]
            seen[day - 1, i, SUPPORT] = world.minds[i]["support"]
            seen[day - 1, i, SCORE] = world.recoveries[i]["score"]
    return days


@entry
def live_through_behind(world, leaves, days, seen):
    """`live_through` for a world behind a handle."""
    return live_through(world_behind(world), leaves, days, seen)


def signature_of_entry():
    """Argument types with which Python calls it."""
    shown = np.zeros((1, 2), np.int64), np.zeros(1, np.int64), 1, np.zeros((1, 1, 1))
    return tuple(map(typeof, shown))


def compile_convalescing(progress=None):
    """Compile from the bottom up. progress(done, of, name) is called before each stage."""
    number = types.int64
    stages = (
        (settle_mind, (ORGANISATION, number)),
        (brought_in, (ORGANISATION, number)),
        (begin_recovery, (ORGANISATION, number)),
        (morning, (ORGANISATION, number)),
        (after_sweep, (ORGANISATION,)),
        (one_morning, (ORGANISATION, number)),
        (live_through_behind, signature_of_entry()),
    )
    compiled.compile_stages(stages, progress)


def convalesce(world, leaves, days):
    """Live so many days with the first members of `world` brought in; `leaves`: (patients,) int64 days of acute care.

    Returns (days, patients, FIELDS) of what was seen each morning. `world` is changed.
    """
    seen = np.zeros((days, len(leaves), FIELDS))
    if not JIT:
        live_through(world, leaves, days, seen)
        return seen
    if not compiled.is_compiled(live_through_behind, signature_of_entry()):
        compile_convalescing()
    live_through_behind(KIND.handle(world), leaves, days, seen)
    return seen
