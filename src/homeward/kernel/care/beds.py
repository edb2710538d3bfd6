"""Beds: who holds one, and for how long they are taken.

Occupied time is summed as the time of leaving less the time of taking; while a bed is taken the sum lacks the present
time, which `bed_time_s` adds.
"""

from homeward.kernel.jit import handler, inner


@inner
def is_free(world, area):
    """Whether a bed of this area can be had."""
    row = world.areas[area]
    return row["taken"] < row["limit"]


@inner
def take_bed(world, p, area):
    """Patient p, who holds none, takes a bed."""
    row = world.areas[area]
    row["taken"] += 1
    row["most"] = max(row["most"], row["taken"])
    row["bed_s"] -= world.clock[0]["now_s"]
    world.patients[p]["bed"] = area


@inner
def leave_bed(world, p):
    """Patient p leaves the bed he holds. Returns whether he held one."""
    area = world.patients[p]["bed"]
    if area < 0:
        return False
    row = world.areas[area]
    row["taken"] -= 1
    row["bed_s"] += world.clock[0]["now_s"]
    world.patients[p]["bed"] = -1
    return True


@handler
def change_bed(world, p, area):
    """Patient p leaves the bed he holds, if any, and takes one of this area, -1: none."""
    leave_bed(world, p)
    if area >= 0:
        take_bed(world, p, area)


@inner
def bed_time_s(row, now_s):
    """Bed-seconds taken in an area since statistics began."""
    return row["bed_s"] + row["taken"] * now_s
