"""The deep reserve: spent on missions, back over days to weeks; until then its owner is on restricted duty.

r(t) = 1 - (1 - r0) left_after(t / tau), tau personal, drawn once (settings/human/exertion.toml: recovery).
"""

import math

from homeward.codes import Draw, Event
from homeward.kernel.jit import inner, process
from homeward.kernel.year.chance import drawn, left_after
from homeward.kernel.year.notes import note
from homeward.kernel.year.waking import DAY_S, wake


@inner
def reserve_tau(world, i):
    """Time constant (s) with which member i's reserve returns."""
    return drawn(world, i, world.folk[0]["reserve_tau_dist"], Draw.RECOVERY, 0)


@process
def reserve_now(world, i):
    """Share (0..1) of member i's deep reserve at present."""
    row = world.recoveries[i]
    if row["reserve"] >= 1.0:
        return 1.0
    passed_s = 1.0 * (world.clock[0]["now_s"] - row["reserve_s"])
    return 1.0 - (1.0 - row["reserve"]) * left_after(passed_s / reserve_tau(world, i))


@process
def spend_reserve(world, i, share):
    """Member i has spent this share of a full reserve; never below nothing."""
    row = world.recoveries[i]
    row["reserve"] = max(0.0, reserve_now(world, i) - share)
    row["reserve_s"] = world.clock[0]["now_s"]
    if row["reserve"] < world.duty[0]["reserve_for_mission"]:
        row["reserve_low"] = 1
        wake(world, i)


@process
def reserve_back_s(world, i, level):
    """When (s) member i's reserve is back at `level` (below 1); now when it is there."""
    row = world.recoveries[i]
    if row["reserve"] >= level:
        return row["reserve_s"]
    return row["reserve_s"] + math.ceil(reserve_tau(world, i) * math.log((1.0 - row["reserve"]) / (1.0 - level)))


@process
def let_reserve_return(world, i):
    """The morning's look; returns the day of the next one, or a far one when nothing is missing."""
    row, now_s = world.recoveries[i], world.clock[0]["now_s"]
    if row["reserve_low"] == 0:
        return 2**31 - 1
    back_s = reserve_back_s(world, i, world.duty[0]["reserve_for_mission"])
    if back_s <= now_s:
        row["reserve_low"] = 0
        world.wakes[i]["duty"] = world.clock[0]["today"]
        note(world, Event.RESERVE_BACK, i, -1, reserve_now(world, i))
        return 2**31 - 1
    return world.clock[0]["today"] + (back_s - now_s + DAY_S - 1) // DAY_S
