"""Who is next: waiting for a task, and being called when what it needs is there.

Between events nobody waits who could begin. So whoever comes with nothing freed begins if he can, and when something is
freed the one who could begin, is most urgent, and has waited longest, begins, until nobody can.
"""

from homeward.kernel.care.beds import is_free, leave_bed
from homeward.kernel.care.bits import lowest
from homeward.kernel.care.lines import LAST, first_in, order_of
from homeward.kernel.care.staff import team_from
from homeward.kernel.care.stations import BED, ONE, STOCK, TEAM, THING
from homeward.kernel.care.tables import CATEGORIES, STOCKS_PER_TASK
from homeward.kernel.care.tasks import begin, can_start
from homeward.kernel.care.waiting import join_line, leave_line
from homeward.kernel.jit import handler, inner


@inner
def come_to(world, p, s, freed):
    """Patient p comes to station s of his facility. freed: something has just been freed there, so he takes his turn
    among those who wait, and the caller serves the facility; otherwise he begins if he can.
    """
    station = world.stations[s]
    world.station_counts[s]["came"] += 1
    world.patients[p]["since_s"] = world.clock[0]["now_s"]
    waiting = world.facilities[station["facility"]]["waiting"]
    if (freed == 0 or waiting == 0) and can_start(world, p, station):
        begin(world, p, s, 0)
    else:
        join_line(world, p, s)


@handler
def first_with(world, station):
    """The first in order who waits here and can start, where bed or blood decide person by person; -1."""
    for c in range(CATEGORIES):
        p = station["head"][c]
        while p >= 0:
            if can_start(world, p, station):
                return p
            p = world.patients[p]["next"]
    return -1


@handler
def lacks_for_all(world, station, facility):
    """Whether something is missing without which nobody who waits here can start."""
    needs = station["needs"]
    if needs & TEAM != 0 and team_from(station, facility["free"]) == 0:
        return True
    if needs & THING != 0 and world.equipment[station["equipment"]]["free"] == 0:
        return True
    for k in range(STOCKS_PER_TASK):
        if needs & STOCK != 0 and station["stock"][k] >= 0:
            if world.stocks[station["stock"][k]]["units"] < station["uses"][k]:
                return True
    return False


@inner
def first_ready(world, station):
    """The first in order of those who wait at this station who can start now, -1."""
    needs = station["needs"]
    facility = world.facilities[station["facility"]]
    if needs & ONE != 0 and facility["free"] & station["who"][0] == 0:
        return -1
    if needs & (TEAM | THING | STOCK) != 0 and lacks_for_all(world, station, facility):
        return -1
    bed_lacks = needs & BED != 0 and not is_free(world, station["area"])
    if bed_lacks or needs & STOCK != 0:
        # Without a free bed only somebody who holds one already could start.
        return -1 if bed_lacks and station["with_bed"] == 0 else first_with(world, station)
    return first_in(station)


@inner
def next_ready(world, facility):
    """The most urgent of those who wait in a facility and can start now, then who has waited longest, then the first
    station; -1.
    """
    best, best_order = -1, LAST
    waiting = facility["waiting"]
    while waiting != 0:
        p = first_ready(world, world.stations[facility["first_station"] + lowest(waiting)])
        if p >= 0:
            order = order_of(world.patients[p])
            if order < best_order:
                best, best_order = p, order
        waiting &= waiting - 1
    return best


@handler
def serve(world, f):
    """Something has been freed at facility f: begin whatever can begin, the most urgent first."""
    facility = world.facilities[f]
    while facility["waiting"] != 0:
        p = next_ready(world, facility)
        if p < 0:
            return
        s = world.patients[p]["station"]
        leave_line(world, p, s)
        begin(world, p, s, world.clock[0]["now_s"] - world.patients[p]["since_s"])


@inner
def wait_outside(world, p, s):
    """Whether patient p, whose next task is at station s, leaves his bed at once: he does unless it is the same area,
    or the task lets him keep the bed until it begins. Returns whether a bed was freed.
    """
    station = world.stations[s]
    if station["blocks"] == 1 or world.patients[p]["bed"] == station["area"]:
        return False
    return leave_bed(world, p)
