"""Tasks: whether one can begin, and what happens when it does. Beginning frees at most the bed left behind."""

from homeward.codes import Draw, Event
from homeward.kernel.calendar import schedule
from homeward.kernel.care.beds import change_bed, is_free
from homeward.kernel.care.body import reckon, touch
from homeward.kernel.care.notes import note
from homeward.kernel.care.patients import SERVED, TASK_DONE, expect
from homeward.kernel.care.staff import team_from
from homeward.kernel.care.stations import (
    BED,
    INTERRUPTIBLE,
    MAY_HOLD,
    ONE,
    STAYS,
    STOCK,
    TEAM,
    THING,
    TREATS,
    USES_STOCK,
)
from homeward.kernel.care.stock import has_stock, use_stock
from homeward.kernel.care.times import drawn_s
from homeward.kernel.jit import handler, inner

TASK_BEGUN, TASK_TIME = int(Event.TASK_BEGUN), int(Draw.TASK_TIME)


@handler
def can_start_large(world, p, station, facility):
    """`can_start` for a task that needs more than one pair of hands and a bed."""
    needs = station["needs"]
    if needs & TEAM != 0 and team_from(station, facility["free"]) == 0:
        return False
    if needs & THING != 0 and world.equipment[station["equipment"]]["free"] == 0:
        return False
    return needs & STOCK == 0 or has_stock(world, p, station)


@inner
def can_start(world, p, station):
    """Whether all that this task needs for patient p is there now."""
    needs = station["needs"]
    facility = world.facilities[station["facility"]]
    if needs & ONE != 0 and facility["free"] & station["who"][0] == 0:
        return False
    if needs & BED != 0 and world.patients[p]["bed"] != station["area"] and not is_free(world, station["area"]):
        return False
    return needs & (TEAM | THING | STOCK) == 0 or can_start_large(world, p, station, facility)


@handler
def take_team(world, patient, station):
    """Bind the staff and the equipment of a task to this patient."""
    facility = world.facilities[station["facility"]]
    if station["needs"] & (ONE | TEAM) != 0 and station["does"] & STAYS == 0:
        patient["team"] = team_from(station, facility["free"])
        facility["free"] &= ~patient["team"]
    if station["equipment"] >= 0:
        thing = world.equipment[station["equipment"]]
        thing["free"] -= 1
        thing["used_s"] -= world.clock[0]["now_s"]


@handler
def treat(world, p, station):
    """Do to the body of patient p what this task does at its start."""
    patient = world.patients[p]
    touch(world, p)
    patient["missing"] = 1.0 - patient["blood"]
    restored = station["restores"]
    if station["does"] & USES_STOCK != 0:
        units = use_stock(world, p, station)
        patient["units"] += units
        restored += units * world.care[0]["blood_unit_share"]
    patient["flow_per_s"] *= 1.0 - station["stops"]
    patient["threat_per_s"] *= 1.0 - station["calms"]
    patient["blood"] = min(1.0, patient["blood"] + restored)
    reckon(world, p)


@inner
def choose_ahead(world, patient, station):
    """Draw how long the task will take as soon as the patient waits for it: the draw then keeps nobody waiting who
    could begin, and is the same whenever it is made.
    """
    if patient["left_s"] < 0:
        dist = station["time_dist"][patient["category"]]
        patient["chosen_s"] = drawn_s(world, dist, patient["key"], TASK_TIME, patient["visits"])


@inner
def task_time_s(world, patient, station):
    """How long the task takes: what is left of it when it was begun before, else as drawn."""
    left_s = patient["left_s"]
    if left_s >= 0:
        patient["left_s"] = -1
        return left_s
    chosen_s = patient["chosen_s"]
    if chosen_s >= 0:
        patient["chosen_s"] = -1
        return chosen_s
    dist = station["time_dist"][patient["category"]]
    return drawn_s(world, dist, patient["key"], TASK_TIME, patient["visits"])


@handler
def shorten_stay(world, patient, station, stay_s):
    """The evacuation policy: return the stay (s) as it is here; the rest of it is kept for the next facility."""
    hold_s = world.facilities[station["facility"]]["hold_s"]
    if stay_s <= hold_s:
        return stay_s
    patient["left_s"] = stay_s - hold_s
    return hold_s


@inner
def list_as_served(world, station, p):
    """Keep patient p among those whose task may be interrupted."""
    patient, first = world.patients[p], station["serving"]
    patient["prev"], patient["next"] = -1, first
    if first >= 0:
        world.patients[first]["prev"] = p
    station["serving"] = p


@inner
def unlist_as_served(world, station, p):
    """Patient p is no longer in service here."""
    patient = world.patients[p]
    before, after = patient["prev"], patient["next"]
    if before >= 0:
        world.patients[before]["next"] = after
    else:
        station["serving"] = after
    if after >= 0:
        world.patients[after]["prev"] = before


@handler
def begin(world, p, s, waited_s):
    """The task of station s, all of whose needs are there, begins for patient p, who waited so long for it (s)."""
    patient, station, count = world.patients[p], world.stations[s], world.station_counts[s]
    now_s, does = world.clock[0]["now_s"], station["does"]
    if station["needs"] & (TEAM | THING) != 0 or does & STAYS != 0:
        take_team(world, patient, station)
    elif station["needs"] & ONE != 0:
        facility = world.facilities[station["facility"]]
        able = facility["free"] & station["who"][0]
        patient["team"] = able & -able
        facility["free"] &= ~patient["team"]
    if patient["bed"] != station["area"]:
        change_bed(world, p, station["area"])
    patient["stage"], patient["station"], patient["since_s"] = SERVED, s, now_s
    patient["wait_s"] = waited_s
    count["started"] += 1
    if waited_s > 0:
        patient["waited_s"] += waited_s
        count["waited_s"] += waited_s
        count["waited2_s2"] += 1.0 * waited_s * waited_s
        count["longest_s"] = max(count["longest_s"], waited_s)
    time_s = task_time_s(world, patient, station)
    patient["visits"] += 1
    count["planned_s"] += time_s
    if does & (TREATS | MAY_HOLD | INTERRUPTIBLE) != 0:
        if does & INTERRUPTIBLE != 0:
            list_as_served(world, station, p)
        if does & MAY_HOLD != 0:
            time_s = shorten_stay(world, patient, station, time_s)
        if does & TREATS != 0:
            treat(world, p, station)
    patient["ends_s"] = now_s + time_s
    note(world, TASK_BEGUN, p, s, 1.0 * waited_s)
    if patient["dies_s"] > patient["ends_s"]:
        schedule(world, now_s + time_s, TASK_DONE, p)
    else:
        expect(world, p)
