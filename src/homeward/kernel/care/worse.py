"""What becomes of those who wait or are cared for by themselves: death, a more urgent category, lost patience."""

from homeward.codes import Cause, Event
from homeward.kernel.care.body import category_of, reckon, touch
from homeward.kernel.care.ends import DIED, DIED_IN_CARE, UNSEEN, release
from homeward.kernel.care.lines import insert, take_out
from homeward.kernel.care.notes import note
from homeward.kernel.care.patients import MOVING, SERVED, WAITING_TRANSPORT, expect, leave
from homeward.kernel.care.preempt import preempt_if_waiting
from homeward.kernel.care.serve import serve
from homeward.kernel.care.stations import PREEMPTS
from homeward.kernel.care.transport import get_off
from homeward.kernel.care.waiting import leave_line, look_again_s
from homeward.kernel.care.ways import leave_network
from homeward.kernel.jit import handler, inner

REASSESSED, LEFT_UNSEEN = int(Event.REASSESSED), int(Event.LEFT_UNSEEN)
HAEMORRHAGE, AIRWAY_OR_CHEST = int(Cause.HAEMORRHAGE), int(Cause.AIRWAY_OR_CHEST)


@inner
def leave_where_he_waits(world, p):
    """Patient p, who waits for a task or transport or is on the way, is taken out of line, vehicle and facility."""
    patient = world.patients[p]
    if patient["stage"] == WAITING_TRANSPORT:
        link = world.links[-1 - patient["station"]]
        take_out(world, link, p)
        link["died"] += 1
    elif patient["stage"] != MOVING:
        leave_line(world, p, patient["station"])
        patient["waited_s"] += world.clock[0]["now_s"] - patient["since_s"]
    elif patient["vehicle"] >= 0:
        get_off(world, p)


@handler
def die(world, p):
    """The body of patient p dies: he leaves line, bed, staff or seat at once, and what was his is offered to others."""
    patient, stage = world.patients[p], world.patients[p]["stage"]
    s, f = patient["station"], patient["facility"]
    touch(world, p)
    cause = AIRWAY_OR_CHEST if patient["threat_done"] >= 1.0 - 1e-9 else HAEMORRHAGE
    note(world, DIED_IN_CARE, p, s, 1.0 * cause)
    if stage == SERVED:
        release(world, p, world.stations[s])
    else:
        leave_where_he_waits(world, p)
    if stage == MOVING:
        leave(world, p, DIED)
        return
    if stage != SERVED and s >= 0:
        world.station_counts[s]["died_waiting"] += 1
    leave_network(world, p, DIED)
    serve(world, f)


@handler
def body_changes(world, p):
    """The calendar's moment for the body of patient p: it dies."""
    die(world, p)


@handler
def reassess(world, p):
    """Patient p, who waits, is seen to be worse: he moves up to the line of the category he now needs."""
    patient, at = world.patients[p], world.patients[p]["station"]
    touch(world, p)
    category = min(patient["category"], category_of(world, p))
    waits_for_task = patient["stage"] != WAITING_TRANSPORT
    if category < patient["category"]:
        note(world, REASSESSED, p, at, 1.0 + category)
        if waits_for_task:
            take_out(world, world.stations[at], p)
            patient["category"], patient["chosen_s"] = category, -1
            insert(world, world.stations[at], p)
        else:
            take_out(world, world.links[-1 - at], p)
            patient["category"] = category
            insert(world, world.links[-1 - at], p)
    reckon(world, p)
    if waits_for_task:
        patient["look_s"] = look_again_s(patient, world.stations[at]["reassess_s"])
        expect(world, p)
        if world.stations[at]["does"] & PREEMPTS != 0:
            preempt_if_waiting(world, p, patient["facility"])
    else:
        patient["look_s"] = look_again_s(patient, 0)
        expect(world, p)


@handler
def lose_patience(world, p):
    """Patient p leaves without having been seen."""
    patient = world.patients[p]
    s, f = patient["station"], patient["facility"]
    leave_where_he_waits(world, p)
    world.station_counts[s]["left_unseen"] += 1
    note(world, LEFT_UNSEEN, p, s, 0.0)
    held_bed = patient["bed"] >= 0
    leave_network(world, p, UNSEEN)
    if held_bed:
        serve(world, f)
