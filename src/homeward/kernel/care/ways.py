"""Ways on from a task: by chance, out of the network, and through tasks that need nothing and take no time."""

from homeward.codes import Draw, Event
from homeward.kernel.care.beds import leave_bed
from homeward.kernel.care.links import go_by
from homeward.kernel.care.notes import note
from homeward.kernel.care.patients import leave
from homeward.kernel.care.preempt import preempt_if_waiting
from homeward.kernel.care.serve import come_to
from homeward.kernel.care.stations import ONE_WAY, PREEMPTS, THROUGH, TREATS, way_on
from homeward.kernel.care.tasks import treat
from homeward.kernel.draws import uniform
from homeward.kernel.jit import handler, inner

TASK_BEGUN, TASK_DONE = int(Event.TASK_BEGUN), int(Event.TASK_DONE)


@inner
def leave_network(world, p, way_out):
    """Patient p goes out of the door of his facility, and out of the network."""
    world.facilities[world.patients[p]["facility"]]["inside"] -= 1
    leave_bed(world, p)
    leave(world, p, way_out)


@inner
def choose_way(world, patient, station):
    """Which way on patient takes; no draw where one has all."""
    category = patient["category"]
    if station["does"] & (ONE_WAY << category) != 0:
        return 0
    return way_on(station, category, uniform(world, patient["key"], Draw.BRANCH, patient["visits"] - 1))


@inner
def pass_one(world, p, s):
    """Patient p goes through the task of station s, which needs nothing and takes no time. Returns his way on."""
    patient, station, count = world.patients[p], world.stations[s], world.station_counts[s]
    patient["station"], patient["wait_s"] = s, 0
    leave_bed(world, p)
    count["came"] += 1
    count["started"] += 1
    count["done"] += 1
    patient["visits"] += 1
    if station["does"] & TREATS != 0:
        treat(world, p, station)
    note(world, TASK_BEGUN, p, s, 0.0)
    note(world, TASK_DONE, p, s, 0.0)
    return choose_way(world, patient, station)


@handler
def go_through(world, p, s, freed):
    """Patient p, in the facility of station s, goes through it and whatever follows that takes no time, to where he
    waits, is served, sets out or leaves. freed: see `come_to`.
    """
    while world.stations[s]["does"] & THROUGH != 0:
        k = pass_one(world, p, s)
        link, s = world.stations[s]["link"][k], world.stations[s]["next"][k]
        if s < 0:
            leave_network(world, p, s)
            return
        if link >= 0:
            go_by(world, p, link, s)
            return
    come_to(world, p, s, freed)
    if world.stations[s]["does"] & PREEMPTS != 0:
        preempt_if_waiting(world, p, world.patients[p]["facility"])
