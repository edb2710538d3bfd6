"""Ends: a task is done, a body worsens or dies, patience is over, a walk ends. What was held is offered to others."""

from homeward.codes import Cause, Draw, Event, Exit, Mechanism
from homeward.kernel.care.beds import leave_bed
from homeward.kernel.care.body import awareness_of, category_of, changes, pressure, reckon, severity, touch
from homeward.kernel.care.doors import enter, start_of
from homeward.kernel.care.lines import insert, take_out
from homeward.kernel.care.links import go_by
from homeward.kernel.care.notes import note
from homeward.kernel.care.patients import MOVING, SERVED, WAITING_TRANSPORT, expect, leave, sort_patient
from homeward.kernel.care.preempt import preempt_if_waiting
from homeward.kernel.care.serve import come_to, leave_line, look_again_s, serve, wait_outside
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
from homeward.kernel.care.tasks import unlist_as_served
from homeward.kernel.care.transport import get_off
from homeward.kernel.care.ways import choose_way, go_through, leave_network
from homeward.kernel.draws import draw, uniform
from homeward.kernel.exponential import exp
from homeward.kernel.jit import handler, inner
from homeward.kernel.trauma_score import (
    COMA_SCALE,
    SYSTOLIC_PER_MEAN,
    breathing_rate,
    revised_trauma_score,
    survival_probability,
)

TASK_DONE, DIED_IN_CARE = int(Event.TASK_DONE), int(Event.DIED_IN_CARE)
REASSESSED, LEFT_UNSEEN = int(Event.REASSESSED), int(Event.LEFT_UNSEEN)
DIED, UNSEEN, BEYOND = int(Exit.DIED), int(Exit.UNSEEN), int(Exit.BEYOND)
HAEMORRHAGE, AIRWAY_OR_CHEST = int(Cause.HAEMORRHAGE), int(Cause.AIRWAY_OR_CHEST)
ON_THE_TABLE, IN_HOSPITAL = int(Cause.ON_THE_TABLE), int(Cause.IN_HOSPITAL)
BLUNT = int(Mechanism.BLUNT)
HOUR_S = 3600.0


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
def survival(world, p):
    """Chance that patient p (touched) lives through the surgery of his wounds: TRISS, and what oxygen debt leaves."""
    patient, condition = world.patients[p], world.conditions[world.patients[p]["condition"]]
    care = world.care[0]
    if patient["age_y"] < 0.0:
        patient["age_y"] = 30.0
        if condition["age_dist"] >= 0:
            patient["age_y"] = draw(world, condition["age_dist"], patient["key"], Draw.AGE, 0)
    mmhg = pressure(world, patient, patient["blood"])
    breaths = breathing_rate(1.0 - patient["blood"], mmhg, patient["threat_done"])
    rts = revised_trauma_score(COMA_SCALE[awareness_of(world, patient)], mmhg * SYSTOLIC_PER_MEAN, breaths)
    # Deaths of children under 15 are predicted by the blunt set whatever the mechanism.
    b = care["triss"][BLUNT if patient["age_y"] < 15.0 else patient["mechanism"]]
    lives = survival_probability(b[0], b[1], b[2], b[3], rts, severity(world, p), patient["age_y"])
    return lives * exp(-care["debt_death"] * patient["debt"] / 1000.0)


@handler
def dies_of_task(world, p, station):
    """Whether patient p dies at the end of this task: by its own chance, and by his wounds where it decides."""
    patient = world.patients[p]
    risk = station["death"][patient["category"]] + station["death_per_loss"] * patient["missing"]
    risk += min(station["death_wait_most"], station["death_per_hour"] * patient["wait_s"] / HOUR_S)
    if station["does"] & DECIDES != 0:
        touch(world, p)
        patient["lives"] = survival(world, p)
        risk = 1.0 - (1.0 - min(1.0, risk)) * patient["lives"]
    if risk <= 0.0:
        return False
    return uniform(world, patient["key"], Draw.TASK_DEATH, patient["visits"] - 1) < risk


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


@handler
def move_ends(world, p):
    """Patient p has walked to the facility he was going to."""
    enter(world, p, world.patients[p]["goal"])
