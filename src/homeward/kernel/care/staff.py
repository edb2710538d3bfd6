"""Staff: individuals as bits of their facility's word, bound by tasks, on shift or off it.

Who is free and has the skill is one word and another; of several the lowest bit is taken, and the rows of a facility
are in the order in which its staff are chosen: those with the fewest skills first.
"""

from homeward.codes import Event
from homeward.kernel.calendar import schedule
from homeward.kernel.care.bits import first_of, lowest
from homeward.kernel.care.notes import note_plain
from homeward.kernel.care.tables import SKILLS_PER_TASK
from homeward.kernel.care.times import WEEK_S
from homeward.kernel.jit import handler, inner

SHIFT_STARTS, SHIFT_ENDS = int(Event.SHIFT_STARTS), int(Event.SHIFT_ENDS)


@inner
def team_from(station, free):
    """The bits of those who would do this task out of those free; 0 when they do not suffice."""
    team, left = 0, free
    for k in range(SKILLS_PER_TASK):
        if station["skill"][k] >= 0:
            for _ in range(station["hands"][k]):
                bit = first_of(left & station["who"][k])
                if bit == 0:
                    return 0
                team |= bit
                left &= ~bit
    return team


@inner
def release_team(world, facility, patient):
    """Those who were bound to this patient since `since_s` are free again, if they are still on shift."""
    team, clock = patient["team"], world.clock[0]
    facility["free"] |= team & facility["on"]
    if facility["late"] & team != 0:
        go_off_late(world, facility, facility["late"] & team)
    busy_s = clock["now_s"] - max(patient["since_s"], clock["counts_from_s"])
    while team != 0:
        world.staff[facility["staff0"] + lowest(team)]["busy_s"] += busy_s
        team &= team - 1
    patient["team"] = 0


@handler
def go_off_late(world, facility, late):
    """These staff are done with what kept them after their shift."""
    facility["late"] &= ~late
    while late != 0:
        count_overrun(world, world.staff[facility["staff0"] + lowest(late)])
        late &= late - 1


@inner
def count_overrun(world, member):
    """Add what this member of staff has worked since the end of his shift; nothing when he was called away."""
    clock = world.clock[0]
    if member["on"] == 0:
        member["overrun_s"] += clock["now_s"] - max(member["on_since_s"], clock["counts_from_s"])


@inner
def turn_after(world, member, at_s):
    """Row of the turn that contains a time of the week (s), or else the first after it; -1 when none is left."""
    for k in range(member["shifts"]):
        if world.shifts[member["shift0"] + k]["until_s"] > at_s:
            return member["shift0"] + k
    return -1


@handler
def turn_begins_s(world, member, time_s):
    """When this member of staff's turn that runs at time_s began, or the next one begins; s since second 0."""
    monday_s = world.care[0]["starts_at_s"]
    week_s = (monday_s + time_s) // WEEK_S * WEEK_S - monday_s
    row = turn_after(world, member, time_s - week_s)
    if row < 0:
        row, week_s = member["shift0"], week_s + WEEK_S
    return week_s + world.shifts[row]["from_s"]


@handler
def turn_ends_s(world, member, time_s):
    """When the turn that runs at time_s ends; turns that touch are one. -1: it never ends."""
    monday_s = world.care[0]["starts_at_s"]
    end_s = time_s
    for _ in range(member["shifts"] + 1):
        week_s = (monday_s + end_s) // WEEK_S * WEEK_S - monday_s
        row = turn_after(world, member, end_s - week_s)
        if row < 0 or week_s + world.shifts[row]["from_s"] > end_s:
            return end_s
        end_s = week_s + world.shifts[row]["until_s"]
    return -1


@inner
def be_there(facility, member):
    """A member of staff on shift can be called on: now, or when he is done with what he is still at."""
    bit = 1 << member["bit"]
    facility["on"] |= bit
    if facility["late"] & bit == 0:
        facility["free"] |= bit
    facility["late"] &= ~bit


@inner
def be_gone(facility, member):
    """A member of staff can be called on no more; what he is at he ends."""
    bit = 1 << member["bit"]
    if facility["on"] & ~facility["free"] & bit != 0:
        facility["late"] |= bit
    facility["on"] &= ~bit
    facility["free"] &= ~bit


@handler
def come_on(world, i):
    """Member of staff i is on shift from now."""
    member = world.staff[i]
    facility = world.facilities[member["facility"]]
    if facility["late"] & (1 << member["bit"]) != 0:
        count_overrun(world, member)
    member["on"], member["on_since_s"] = 1, world.clock[0]["now_s"]
    if facility["away"] & (1 << member["bit"]) == 0:
        be_there(facility, member)


@handler
def begin_shift(world, i):
    """A turn of member of staff i begins; its end is expected."""
    come_on(world, i)
    end_s = turn_ends_s(world, world.staff[i], world.clock[0]["now_s"])
    if end_s >= 0:
        schedule(world, end_s, SHIFT_ENDS, world.clock[0]["first_staff"] + i)
    note_plain(world, SHIFT_STARTS, -1, i, 0, 0.0)


@handler
def end_shift(world, i):
    """A turn of member of staff i ends: if he is at work he finishes that, then goes."""
    member, clock = world.staff[i], world.clock[0]
    member["on_s"] += clock["now_s"] - max(member["on_since_s"], clock["counts_from_s"])
    member["on"], member["on_since_s"] = 0, clock["now_s"]
    be_gone(world.facilities[member["facility"]], member)
    schedule(world, turn_begins_s(world, member, clock["now_s"]), SHIFT_STARTS, clock["first_staff"] + i)
    note_plain(world, SHIFT_ENDS, -1, i, 0, 0.0)


@handler
def begin_staff(world, i):
    """Second 0 of the run: member of staff i is there, or expected."""
    member = world.staff[i]
    member["on"], member["on_since_s"] = 0, 0
    if member["shifts"] == 0:
        come_on(world, i)
    else:
        start_s = max(turn_begins_s(world, member, 0), 0)
        schedule(world, start_s, SHIFT_STARTS, world.clock[0]["first_staff"] + i)


@handler
def call_away(world, i):
    """The organisation has other use for member of staff i: he ends what he does here and is not free after it."""
    member = world.staff[i]
    facility = world.facilities[member["facility"]]
    facility["away"] |= 1 << member["bit"]
    be_gone(facility, member)


@handler
def call_back(world, i):
    """Member of staff i is back, and on shift if it is his turn. The caller then serves his facility."""
    member = world.staff[i]
    facility = world.facilities[member["facility"]]
    facility["away"] &= ~(1 << member["bit"])
    if member["on"] == 1:
        be_there(facility, member)
