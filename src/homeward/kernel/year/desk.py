"""The mission desk: missions arrive, wait in line, and are handed out, delayed or refused every morning."""

from homeward.codes import Draw, Event, Fault, Reason
from homeward.kernel.calendar import schedule
from homeward.kernel.care.notes import note_plain
from homeward.kernel.draws import draw
from homeward.kernel.jit import handler, inner
from homeward.kernel.year.calendars import is_curfew
from homeward.kernel.year.dates import DAY_S
from homeward.kernel.year.missions import set_out
from homeward.kernel.year.teams import staff

MISSION_ARRIVES, MISSION_DELAYED = int(Event.MISSION_ARRIVES), int(Event.MISSION_DELAYED)
MISSION_REFUSED, MISSION_GAP = int(Event.MISSION_REFUSED), int(Draw.MISSION_GAP)
NONE, CURFEW, WINDOW_CLOSED = int(Reason.NONE), int(Reason.CURFEW), int(Reason.WINDOW_CLOSED)
MISSIONS_FULL = int(Fault.MISSIONS_FULL)
UNUSED, WAITING, OUT = 0, 1, 2
HIGHEST = 4
"""S, the highest rank of a mission."""

LAST_S = 2**62


@inner
def new_mission(world):
    """Return an unused row of missions, -1 with a fault when there is none."""
    clock = world.clock[0]
    m = clock["free_mission"]
    if m >= 0:
        clock["free_mission"] = world.missions[m]["next"]
        return m
    m = clock["missions"]
    if m == len(world.missions):
        clock["fault"] = MISSIONS_FULL
        return -1
    clock["missions"] = m + 1
    return m


@inner
def forget(world, m):
    """Row m of missions is free again."""
    clock = world.clock[0]
    world.missions[m]["state"] = UNUSED
    world.missions[m]["next"] = clock["free_mission"]
    clock["free_mission"] = m


@handler
def expect_next(world, t):
    """The next mission of type t comes after a gap, if one does."""
    kind, now_s = world.mission_types[t], world.clock[0]["now_s"]
    if kind["gap_dist"] < 0:
        return
    gap_s = draw(world, kind["gap_dist"], kind["key"], MISSION_GAP, kind["came"])
    at_s = max(now_s, kind["from_s"]) + max(1, int(gap_s))
    if kind["until_s"] < 0 or at_s <= kind["until_s"]:
        schedule(world, at_s, MISSION_ARRIVES, world.clock[0]["first_mission_types"] + t)


@handler
def open_desk(world):
    """The first mission of every type, or its only one."""
    for t in range(len(world.mission_types)):
        kind = world.mission_types[t]
        if kind["at_s"] >= 0:
            schedule(world, kind["at_s"], MISSION_ARRIVES, world.clock[0]["first_mission_types"] + t)
        else:
            expect_next(world, t)


@handler
def arrive(world, t):
    """A mission of type t comes in, and stands last in the line of its type."""
    kind, clock, tally = world.mission_types[t], world.clock[0], world.tally[0]
    m = new_mission(world)
    if m < 0:
        return
    mission = world.missions[m]
    mission["type"], mission["number"], mission["next"], mission["state"] = t, kind["came"], -1, WAITING
    mission["came_s"], mission["until_s"] = clock["now_s"], clock["now_s"] + kind["window_s"]
    mission["size"] = mission["hurt"] = mission["lost"] = mission["why"] = mission["contacts"] = 0
    mission["incident"] = kind["incident"]
    kind["came"] += 1
    kind["waiting"] += 1
    if kind["tail"] < 0:
        kind["head"] = m
    else:
        world.missions[kind["tail"]]["next"] = m
    kind["tail"] = m
    tally["came"] += 1
    tally["waiting"] += 1
    world.days[clock["today"]]["came"] += 1
    note_plain(world, MISSION_ARRIVES, -1, m, 0, 1.0 * t)
    expect_next(world, t)


@inner
def first_in_line(world, t):
    """Take the first waiting mission of type t out of its line and return it."""
    kind = world.mission_types[t]
    m = kind["head"]
    kind["head"] = world.missions[m]["next"]
    if kind["head"] < 0:
        kind["tail"] = -1
    kind["waiting"] -= 1
    world.tally[0]["waiting"] -= 1
    return m


@inner
def most_urgent(world, rank):
    """The type of this rank whose first mission's window ends first, of those not given up for today; -1: none."""
    best, ends_s = -1, LAST_S
    for t in range(len(world.mission_types)):
        kind = world.mission_types[t]
        if kind["rank"] == rank and kind["head"] >= 0 and kind["blocked_day"] != world.clock[0]["today"]:
            until_s = world.missions[kind["head"]]["until_s"]
            if until_s < ends_s:
                best, ends_s = t, until_s
    return best


@handler
def delay(world, t, why):
    """Nobody for type t today: all its missions wait, for this reason."""
    kind = world.mission_types[t]
    kind["blocked_day"] = world.clock[0]["today"]
    m = kind["head"]
    while m >= 0:
        if world.missions[m]["why"] == NONE:
            note_plain(world, MISSION_DELAYED, -1, m, why, 1.0 * t)
        world.missions[m]["why"] = why
        m = world.missions[m]["next"]


@handler
def refuse_late(world, t):
    """Refuse the missions of type t that cannot wait for another morning."""
    kind, clock, tally = world.mission_types[t], world.clock[0], world.tally[0]
    while kind["head"] >= 0 and world.missions[kind["head"]]["until_s"] <= clock["now_s"] + DAY_S:
        m = first_in_line(world, t)
        why = world.missions[m]["why"]
        if why == NONE:
            why = WINDOW_CLOSED
        tally["refused"] += 1
        tally["refused_why"][why] += 1
        world.days[clock["today"]]["refused"] += 1
        note_plain(world, MISSION_REFUSED, -1, m, why, 1.0 * t)
        forget(world, m)


@handler
def hand_out(world, rank):
    """Hand out the missions of a rank, the one whose window ends first before the others."""
    t = most_urgent(world, rank)
    while t >= 0:
        why = staff(world, world.mission_types[t]["head"])
        if why == NONE:
            set_out(world, first_in_line(world, t))
        else:
            delay(world, t, why)
        t = most_urgent(world, rank)


@handler
def decide_today(world):
    """This morning's desk: the highest rank first."""
    if is_curfew(world):
        for t in range(len(world.mission_types)):
            delay(world, t, CURFEW)
    else:
        for below in range(HIGHEST + 1):
            hand_out(world, HIGHEST - below)
    for t in range(len(world.mission_types)):
        refuse_late(world, t)
