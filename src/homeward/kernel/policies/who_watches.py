"""Who sits with somebody who must not be alone: his carer, else the strongest tie who is here and free, else a nurse.

Somebody who is available for missions is not asked: the desk may send him away within the hour.
"""

from homeward.codes import DutyStatus
from homeward.kernel.jit import inner
from homeward.kernel.year.waking import can_look_after

NURSE, NOBODY = -2, -1


@inner
def who_watches(world, i):
    """The member who sits with member i today, NURSE, or NOBODY."""
    if world.recoveries[i]["carer"] >= 0:
        return world.recoveries[i]["carer"]
    mind, today = world.minds[i], world.clock[0]["today"]
    best, most = NOBODY, 0.0
    for t in range(mind["ties0"], mind["ties0"] + mind["ties"]):
        tie = world.ties[t]
        v = tie["to"]
        free = can_look_after(world, v) and world.recoveries[v]["sits_day"] != today
        if free and world.members[v]["status"] != DutyStatus.AVAILABLE and tie["strength"] > most:
            best, most = v, tie["strength"]
    if best == NOBODY and world.folk_day[0]["nurses"] < world.folk[0]["nurses"]:
        return NURSE
    return best
