"""Who needs a look: the morning passes over the well, so whatever happens to somebody must wake him."""

from homeward.codes import DutyStatus
from homeward.kernel.jit import inner

DAY_S = 86400


@inner
def wake(world, i):
    """Look at the recovery and mind of member i on the next morning, and at his duty."""
    row, today = world.wakes[i], world.clock[0]["today"]
    row["folk"] = min(row["folk"], today)
    row["duty"] = min(row["duty"], today)


@inner
def moved(world, i):
    """Where member i is has changed: duty takes him off its lists before anybody is sent away (`next_moved`)."""
    wake(world, i)
    row, day = world.recoveries[i], world.folk_day[0]
    if row["moved_next"] == -2:
        row["moved_next"] = day["moved"]
        day["moved"] = i


@inner
def next_moved(world):
    """Take a member off the list of those whose place has changed and return him; -1 when there is none."""
    day = world.folk_day[0]
    i = day["moved"]
    if i >= 0:
        day["moved"] = world.recoveries[i]["moved_next"]
        world.recoveries[i]["moved_next"] = -2
    return i


@inner
def lost(world, i):
    """Whether member i is dead, missing or never was part of this organisation."""
    status = world.members[i]["status"]
    return status == DutyStatus.FALLEN or status == DutyStatus.MISSING or status == DutyStatus.ABSENT


@inner
def is_here(world, i):
    """Whether member i is in the village and on his feet: neither away, nor in hospital, nor looking after somebody."""
    row, member = world.recoveries[i], world.members[i]
    if lost(world, i) or member["mission"] >= 0 or member["patient"] != -1:
        return False
    status = member["status"]
    if status == DutyStatus.ON_MISSION or status == DutyStatus.TRAVELLING or status == DutyStatus.AT_EXAM:
        return False
    if row["away_s"] >= 0 or row["goes_with"] >= 0 or row["place"] != 0:
        return False
    return world.minds[i]["state"] < 2


@inner
def can_look_after(world, i):
    """Whether member i is here, grown up, and not looking after somebody already."""
    grown = world.physique[i]["age_y"] >= world.folk[0]["grown_y"]
    return grown and world.recoveries[i]["cares_for"] < 0 and is_here(world, i)


@inner
def can_be_spared(world, i):
    """Whether member i can look after somebody for longer: nothing binds him."""
    status = world.members[i]["status"]
    if not can_look_after(world, i):
        return False
    free = status == DutyStatus.AVAILABLE or status == DutyStatus.VILLAGE_ONLY or status == DutyStatus.RETIRED
    return free or status == DutyStatus.ON_LEAVE or status == DutyStatus.RESTING
