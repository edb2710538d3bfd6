"""Who is next: waiting for a task, and being called when what it needs is there.

Between events nobody waits who could begin. So whoever comes with nothing freed begins if he can, and when something is
freed the one who could begin, is most urgent, and has waited longest, begins, until nobody can.
"""

from homeward.codes import Draw, Event
from homeward.kernel.care.beds import is_free, leave_bed
from homeward.kernel.care.bits import lowest
from homeward.kernel.care.body import category_of, changes, reckon, touch
from homeward.kernel.care.lines import LAST, append, first_in, order_of, take_out
from homeward.kernel.care.notes import note
from homeward.kernel.care.patients import BLOCKING, WAITING, expect
from homeward.kernel.care.staff import team_from
from homeward.kernel.care.stations import BED, ONE, PATIENCE, REASSESSES, STOCK, TEAM, THING
from homeward.kernel.care.tables import CATEGORIES, STOCKS_PER_TASK
from homeward.kernel.care.tasks import begin, can_start, choose_ahead
from homeward.kernel.care.times import NEVER_S, drawn_s
from homeward.kernel.jit import handler, inner

QUEUED, BLOCKED = int(Event.QUEUED), int(Event.BLOCKED)


@handler
def look_again_s(patient, every_s):
    """When the worsening of somebody who waits is noticed: at once (every_s 0), or when he is next looked at."""
    # Somebody interrupted may have worsened while he was served: that is seen now.
    worsens_s = max(patient["worsens_s"], patient["since_s"])
    if worsens_s >= NEVER_S or every_s <= 0:
        return worsens_s
    return patient["since_s"] + -(-(worsens_s - patient["since_s"]) // every_s) * every_s


@handler
def worsen_before_line(world, p):
    """Patient p, about to wait, is put into the category that his body shows, if that is more urgent."""
    patient = world.patients[p]
    touch(world, p)
    patient["category"] = min(patient["category"], category_of(world, p))
    reckon(world, p)


@inner
def look_before_waiting(world, p):
    """Somebody whose body can show a more urgent category is looked at before he waits."""
    patient, care = world.patients[p], world.care[0]
    bleeds = care["delayed_map_mmhg"] > 0.0 or care["immediate_map_mmhg"] > 0.0
    if changes(patient) and (
        bleeds or care["immediate_iss"] + care["delayed_iss"] > 0.0 or patient["threat_per_s"] > 0.0
    ):
        worsen_before_line(world, p)


@handler
def expect_while_waiting(world, p, station):
    """Patience, and what the body does while patient p waits."""
    patient = world.patients[p]
    every_s = station["reassess_s"] if station["does"] & REASSESSES != 0 else 0
    patient["look_s"] = look_again_s(patient, every_s)
    patient["ends_s"] = NEVER_S
    if station["does"] & PATIENCE != 0:
        nth = patient["visits"]
        patient["ends_s"] = patient["since_s"] + drawn_s(
            world, station["patience_dist"], patient["key"], Draw.PATIENCE, nth
        )
    expect(world, p)


@inner
def note_waiting(world, station, p, there):
    """The words of bits and counts know that patient p waits here (there 1) or does no more (-1)."""
    facility = world.facilities[station["facility"]]
    if world.patients[p]["bed"] >= 0 and world.patients[p]["bed"] == station["area"]:
        station["with_bed"] += there
    if station["waiting"] == 0:
        facility["waiting"] &= ~station["bit"]
    else:
        facility["waiting"] |= station["bit"]


@inner
def join_line(world, p, s):
    """Patient p waits for the task of station s, since now."""
    patient, station = world.patients[p], world.stations[s]
    look_before_waiting(world, p)
    patient["station"] = s
    patient["stage"] = WAITING if patient["bed"] < 0 else BLOCKING
    append(world, station, p)
    note_waiting(world, station, p, 1)
    choose_ahead(world, patient, station)
    if patient["bed"] >= 0 and patient["bed"] != station["area"]:
        world.station_counts[s]["blocked"] += 1
        note(world, BLOCKED, p, s, 0.0)
    else:
        note(world, QUEUED, p, s, 0.0)
    if station["does"] & PATIENCE != 0 or changes(patient):
        expect_while_waiting(world, p, station)


@inner
def leave_line(world, p, s):
    """Patient p no longer waits at station s."""
    station = world.stations[s]
    take_out(world, station, p)
    note_waiting(world, station, p, -1)


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
