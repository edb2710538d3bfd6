"""Patients: rows that are used again, who they are when they come, what is expected of them, and how they leave."""

from homeward.codes import Event, Fault, Stage
from homeward.kernel.calendar import cancel, schedule
from homeward.kernel.care.body import changes, reckon
from homeward.kernel.care.counts import count_in, count_out, write_visit
from homeward.kernel.care.notes import note
from homeward.kernel.care.times import NEVER_S
from homeward.kernel.jit import handler, inner

TASK_DONE, BODY_CHANGES, MOVE_ENDS = int(Event.TASK_DONE), int(Event.BODY_CHANGES), int(Event.MOVE_ENDS)
REASSESSED, LEFT_UNSEEN, LEFT_CARE = int(Event.REASSESSED), int(Event.LEFT_UNSEEN), int(Event.LEFT_CARE)
NONE, WAITING, BLOCKING, SERVED = int(Stage.NONE), int(Stage.WAITING), int(Stage.BLOCKING), int(Stage.SERVED)
WAITING_TRANSPORT, MOVING = int(Stage.WAITING_TRANSPORT), int(Stage.MOVING)
UNSORTED = 2
"""Before triage everybody waits as T3."""


@inner
def take_row(world):
    """Return a row of patients that nobody uses; -1, and a fault, when there is none."""
    clock = world.clock[0]
    p = clock["free_patient"]
    if p >= 0:
        clock["free_patient"] = world.patients[p]["next"]
        return p
    p = clock["patients"]
    if p == len(world.patients):
        clock["fault"] = Fault.PATIENTS_FULL
        return p - p - 1
    clock["patients"] = p + 1
    return p


@inner
def new_patient(world, p, key, condition):
    """Patient p comes now, well but for his condition; see `bring_body`."""
    patient, clock = world.patients[p], world.clock[0]
    now_s = clock["now_s"]
    patient["key"], patient["number"], patient["condition"] = key, clock["numbers"], condition
    clock["numbers"] += 1
    patient["since_s"] = patient["arrived_s"] = patient["touched_s"] = now_s
    patient["ends_s"] = patient["dies_s"] = patient["worsens_s"] = patient["look_s"] = NEVER_S
    patient["station"] = patient["bed"] = patient["left_s"] = patient["chosen_s"] = -1
    patient["member"] = patient["vehicle"] = -1
    patient["stage"], patient["team"], patient["visits"], patient["waited_s"] = NONE, 0, 0, 0
    patient["sorted"], patient["units"], patient["mechanism"] = 0, 0, 0
    patient["missing"] = patient["debt"] = patient["flow_per_s"] = 0.0
    patient["threat_per_s"] = patient["threat_done"] = 0.0
    patient["blood"], patient["iss"], patient["age_y"] = 1.0, -1.0, -1.0


@handler
def expect(world, p):
    """Put what happens next to patient p in the calendar: the end of what he does, or what his body does."""
    patient = world.patients[p]
    at_s, event = patient["ends_s"], TASK_DONE
    if patient["stage"] == MOVING:
        event = MOVE_ENDS
    elif patient["stage"] != SERVED:
        event = LEFT_UNSEEN
        if patient["look_s"] <= at_s:
            at_s, event = patient["look_s"], REASSESSED
    if patient["dies_s"] < at_s or (patient["dies_s"] == at_s and event > BODY_CHANGES):
        at_s, event = patient["dies_s"], BODY_CHANGES
    if at_s >= NEVER_S:
        cancel(world, p)
    else:
        schedule(world, at_s, event, p)


@inner
def come_in(world, p):
    """Patient p is inside the network from now."""
    patient = world.patients[p]
    if changes(patient):
        reckon(world, p)
    count_in(world, patient)


@inner
def give_back(world, p):
    """The row of patient p, who has left, may be used again."""
    world.patients[p]["next"] = world.clock[0]["free_patient"]
    world.clock[0]["free_patient"] = p


@inner
def leave(world, p, way_out):
    """Patient p, who holds nothing and waits for nothing any more, leaves the network; way_out: Exit."""
    patient, clock = world.patients[p], world.clock[0]
    count_out(world, patient, -way_out)
    note(world, LEFT_CARE, p, patient["station"], -1.0 * way_out)
    if len(world.visits) > 0:
        write_visit(world, patient, -way_out)
    patient["stage"], patient["exit"] = NONE, way_out
    if patient["dies_s"] < NEVER_S:
        cancel(world, p)
    if patient["member"] >= 0:
        patient["next"] = clock["left_first"]
        clock["left_first"] = p
    else:
        give_back(world, p)


@handler
def set_out(world, p, goal, travel_s):
    """Patient p walks, or is led, to a station of another facility: so long (s)."""
    patient, now_s = world.patients[p], world.clock[0]["now_s"]
    patient["stage"], patient["station"], patient["goal"] = MOVING, goal, goal
    patient["since_s"], patient["ends_s"] = now_s, now_s + travel_s
    expect(world, p)
