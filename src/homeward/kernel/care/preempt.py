"""Preemption: a T1 who cannot start interrupts a task of somebody less urgent that holds what he needs."""

from homeward.codes import Event
from homeward.kernel.calendar import cancel
from homeward.kernel.care.beds import is_free, leave_bed
from homeward.kernel.care.body import changes
from homeward.kernel.care.lines import put_after
from homeward.kernel.care.notes import note
from homeward.kernel.care.patients import BLOCKING, SERVED, WAITING
from homeward.kernel.care.serve import serve
from homeward.kernel.care.staff import release_team, team_from
from homeward.kernel.care.stations import BED, INTERRUPTIBLE, ONE, PATIENCE, STOCK, TEAM, THING
from homeward.kernel.care.stock import has_stock
from homeward.kernel.care.tasks import begin, unlist_as_served
from homeward.kernel.care.times import NEVER_S
from homeward.kernel.care.waiting import expect_while_waiting, leave_line, note_waiting
from homeward.kernel.jit import handler, inner

INTERRUPTED = int(Event.INTERRUPTED)


@inner
def gives_bed(world, p, station, victim):
    """Whether patient p lacks a bed for this task that the victim holds."""
    patient, area = world.patients[p], station["area"]
    lacks = station["needs"] & BED != 0 and patient["bed"] != area and not is_free(world, area)
    return lacks and world.patients[victim]["bed"] == area


@inner
def would_do(world, p, station, victim):
    """Whether patient p could start if the victim's task were interrupted."""
    facility, needs = world.facilities[station["facility"]], station["needs"]
    held, theirs = world.patients[victim], world.stations[world.patients[victim]["station"]]
    free = facility["free"] | (held["team"] & facility["on"])
    if needs & (ONE | TEAM) != 0 and team_from(station, free) == 0:
        return False
    if needs & BED != 0 and world.patients[p]["bed"] != station["area"] and not is_free(world, station["area"]):
        if held["bed"] != station["area"]:
            return False
    if needs & THING != 0 and world.equipment[station["equipment"]]["free"] == 0:
        if theirs["equipment"] != station["equipment"]:
            return False
    return needs & STOCK == 0 or has_stock(world, p, station)


@handler
def find_victim(world, p, station):
    """Whose task is interrupted for patient p: of the least urgent, the one begun last; -1 when none would do."""
    facility = world.facilities[station["facility"]]
    victim, worst, since_s = -1, 0, -1
    for s in range(facility["first_station"], facility["first_station"] + facility["stations"]):
        other = world.stations[s]["serving"] if world.stations[s]["does"] & INTERRUPTIBLE != 0 else -1
        while other >= 0:
            row = world.patients[other]
            later = row["category"] == worst and row["since_s"] > since_s
            if row["category"] > 0 and (row["category"] > worst or later) and would_do(world, p, station, other):
                victim, worst, since_s = other, row["category"], row["since_s"]
            other = row["next"]
    return victim


@handler
def interrupt(world, victim, leaves_bed):
    """The victim's task stops now; he waits at the head of his line for what is left of it."""
    patient, now_s = world.patients[victim], world.clock[0]["now_s"]
    s = patient["station"]
    station = world.stations[s]
    unlist_as_served(world, station, victim)
    release_team(world, world.facilities[station["facility"]], patient)
    if station["equipment"] >= 0:
        thing = world.equipment[station["equipment"]]
        thing["free"] += 1
        thing["used_s"] += now_s
    patient["left_s"] = patient["ends_s"] - now_s
    if leaves_bed:
        leave_bed(world, victim)
    patient["stage"], patient["since_s"] = WAITING if patient["bed"] < 0 else BLOCKING, now_s
    put_after(world, station, victim, -1)
    note_waiting(world, station, victim, 1)
    world.station_counts[s]["preempted"] += 1
    note(world, INTERRUPTED, victim, s, 1.0 * patient["left_s"])
    patient["ends_s"] = NEVER_S
    cancel(world, victim)
    if station["does"] & PATIENCE != 0 or changes(patient):
        expect_while_waiting(world, victim, station)


@handler
def try_to_preempt(world, p):
    """Patient p, a T1 who waits for a task that may preempt, interrupts another's if that helps. Returns whether."""
    patient = world.patients[p]
    s = patient["station"]
    victim = find_victim(world, p, world.stations[s])
    if victim < 0:
        return False
    interrupt(world, victim, gives_bed(world, p, world.stations[s], victim))
    leave_line(world, p, s)
    begin(world, p, s, world.clock[0]["now_s"] - patient["since_s"])
    return True


@handler
def preempt_if_waiting(world, p, f):
    """Patient p has come to a task that may preempt: if he is T1 and waits, he may interrupt somebody."""
    patient = world.patients[p]
    if patient["stage"] != SERVED and patient["category"] == 0 and try_to_preempt(world, p):
        serve(world, f)
