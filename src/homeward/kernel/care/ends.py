"""Ends: a task is done, and he goes on, is evacuated, or leaves. What was held is offered to others."""

from homeward.codes import Cause, Event, Exit
from homeward.kernel.care.beds import leave_bed
from homeward.kernel.care.body import changes, reckon, touch
from homeward.kernel.care.cases import sort_patient
from homeward.kernel.care.doors import enter, start_of
from homeward.kernel.care.links import go_by
from homeward.kernel.care.notes import note
from homeward.kernel.care.preempt import preempt_if_waiting
from homeward.kernel.care.serve import come_to, serve, wait_outside
from homeward.kernel.care.staff import release_team
from homeward.kernel.care.stations import (
    DECIDES,
    ENDS_BLEEDING,
    INTERRUPTIBLE,
    MAY_HOLD,
    MAY_KILL,
    PREEMPTS,
    SORTS,
    THING,
    THROUGH,
)
from homeward.kernel.care.survival import dies_of_task
from homeward.kernel.care.tasks import unlist_as_served
from homeward.kernel.care.ways import choose_way, go_through, leave_network
from homeward.kernel.jit import handler, inner

TASK_DONE, DIED_IN_CARE = int(Event.TASK_DONE), int(Event.DIED_IN_CARE)
DIED, UNSEEN, BEYOND = int(Exit.DIED), int(Exit.UNSEEN), int(Exit.BEYOND)
ON_THE_TABLE, IN_HOSPITAL = int(Cause.ON_THE_TABLE), int(Cause.IN_HOSPITAL)


@inner
def release(world, p, station):
    """Staff and equipment that patient p bound are free again."""
    patient = world.patients[p]
    if patient["team"] != 0:
        release_team(world, world.facilities[station["facility"]], patient)
    if station["needs"] & THING != 0:
        thing = world.equipment[station["equipment"]]
        thing["free"] += 1
        thing["used_s"] += world.clock[0]["now_s"]
    if station["does"] & INTERRUPTIBLE != 0:
        unlist_as_served(world, station, p)


@handler
def change_body(world, p, station):
    """What this task does to the body of patient p, or finds, at its end."""
    patient = world.patients[p]
    touch(world, p)
    if station["stops_at_end"] > 0.0:
        patient["flow_per_s"] *= 1.0 - station["stops_at_end"]
        reckon(world, p)
    if station["does"] & SORTS != 0:
        sort_patient(world, p)
        if changes(patient):
            reckon(world, p)


@inner
def go_on(world, p, s, link):
    """Patient p, done here, goes to station s. Returns nothing; the facility he is in is served by the caller."""
    patient, station = world.patients[p], world.stations[s]
    if link >= 0:
        go_by(world, p, link, s)
    elif station["facility"] != patient["facility"]:
        world.facilities[patient["facility"]]["inside"] -= 1
        leave_bed(world, p)
        enter(world, p, s)
    else:
        next_here(world, p, s, station)


@inner
def next_here(world, p, s, station):
    """Patient p goes to another station of the facility he is in."""
    if station["does"] & THROUGH != 0:
        go_through(world, p, s, 1)
        return
    limit = station["queue_limit"]
    if limit >= 0 and station["waiting"] >= limit:
        come_or_leave(world, p, s)
        return
    if world.patients[p]["bed"] >= 0:
        wait_outside(world, p, s)
    come_to(world, p, s, 1)
    if station["does"] & PREEMPTS != 0:
        preempt_if_waiting(world, p, world.patients[p]["facility"])


@handler
def come_or_leave(world, p, s):
    """The line of station s is full: patient p begins if he can once others have been served, or is turned away."""
    f = world.patients[p]["facility"]
    serve(world, f)
    world.facilities[f]["inside"] -= 1
    leave_bed(world, p)
    enter(world, p, s)


@handler
def evacuate(world, p):
    """The evacuation policy moves patient p on: the rest of his stay is for the facility that takes those evacuated."""
    patient = world.patients[p]
    facility = world.facilities[patient["facility"]]
    s = start_of(world, facility["evacuate_to"], patient["condition"])
    if s < 0:
        leave_network(world, p, BEYOND)
    else:
        go_on(world, p, s, facility["evacuate_link"])


@inner
def ends_well(world, p, station):
    """Patient p, alive at the end of this task, takes his way on."""
    patient = world.patients[p]
    k = choose_way(world, patient, station)
    to = station["next"][k]
    if to < 0:
        leave_network(world, p, to)
    else:
        go_on(world, p, to, station["link"][k])


@handler
def task_done(world, p):
    """The task of patient p is done."""
    patient = world.patients[p]
    s = patient["station"]
    station, f = world.stations[s], patient["facility"]
    does = station["does"]
    note(world, TASK_DONE, p, s, 0.0)
    release(world, p, station)
    world.station_counts[s]["done"] += 1
    if does & MAY_HOLD != 0 and patient["left_s"] >= 0:
        evacuate(world, p)
    elif does & (MAY_KILL | DECIDES) != 0 and dies_of_task(world, p, station):
        note(world, DIED_IN_CARE, p, s, 1.0 * (ON_THE_TABLE if does & DECIDES != 0 else IN_HOSPITAL))
        leave_network(world, p, DIED)
    else:
        if does & (ENDS_BLEEDING | SORTS) != 0:
            change_body(world, p, station)
        ends_well(world, p, station)
    if world.facilities[f]["waiting"] != 0:
        serve(world, f)


@handler
def move_ends(world, p):
    """Patient p has walked to the facility he was going to."""
    enter(world, p, world.patients[p]["goal"])
