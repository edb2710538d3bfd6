"""Doors: coming into a facility from outside it, and being turned away where it is full."""

from homeward.codes import Draw, Event, Exit
from homeward.kernel.care.notes import note
from homeward.kernel.care.patients import MOVING, SERVED, expect, leave
from homeward.kernel.care.preempt import try_to_preempt
from homeward.kernel.care.serve import come_to, serve
from homeward.kernel.care.stations import PREEMPTS
from homeward.kernel.care.tasks import can_start
from homeward.kernel.care.times import drawn_s
from homeward.kernel.jit import handler, inner

DIVERTED, TURNED_AWAY = int(Event.DIVERTED), int(Event.TURNED_AWAY)
LOST = int(Exit.LOST)


@inner
def start_of(world, f, condition):
    """The station at which a condition begins at facility f, -1: not treated there."""
    return world.starts[f * len(world.conditions) + condition]["station"]


@inner
def is_full_for(world, p, station):
    """Whether the line of this station has reached its limit and patient p cannot begin at once."""
    limit = station["queue_limit"]
    return limit >= 0 and station["waiting"] >= limit and not can_start(world, p, station)


@handler
def turn_away(world, p, s):
    """Patient p, inside no facility, finds no place for station s: he is diverted, or lost."""
    patient = world.patients[p]
    facility = world.facilities[world.stations[s]["facility"]]
    world.station_counts[s]["turned_away"] += 1
    other = facility["divert_to"]
    goal = start_of(world, other, patient["condition"]) if other >= 0 else -1
    if goal < 0:
        note(world, TURNED_AWAY, p, s, 0.0)
        patient["station"] = s
        leave(world, p, LOST)
        return
    note(world, DIVERTED, p, other, 0.0)
    travel_s = 1
    if facility["divert_dist"] >= 0:
        travel_s = max(1, drawn_s(world, facility["divert_dist"], patient["key"], Draw.DIVERSION, patient["visits"]))
    set_out(world, p, goal, travel_s)


@handler
def set_out(world, p, goal, travel_s):
    """Patient p walks, or is led, to a station of another facility: so long (s)."""
    patient, now_s = world.patients[p], world.clock[0]["now_s"]
    patient["stage"], patient["station"], patient["goal"] = MOVING, goal, goal
    patient["since_s"], patient["ends_s"] = now_s, now_s + travel_s
    expect(world, p)


@inner
def step_in(world, p, s):
    """Patient p comes in at station s, where nobody is turned away and nobody interrupted: he begins, or waits."""
    f = world.stations[s]["facility"]
    world.facilities[f]["inside"] += 1
    world.patients[p]["facility"] = f
    come_to(world, p, s, 0)


@handler
def enter(world, p, s):
    """Patient p, inside no facility, comes to station s: he begins, waits, or is turned away."""
    station = world.stations[s]
    facility = world.facilities[station["facility"]]
    if facility["divert_above"] >= 0 or station["queue_limit"] >= 0:
        crowded = facility["divert_above"] >= 0 and facility["inside"] >= facility["divert_above"]
        if crowded or is_full_for(world, p, station):
            turn_away(world, p, s)
            return
    step_in(world, p, s)
    if station["does"] & PREEMPTS != 0:
        preempt_if_waiting(world, p, station["facility"])


@handler
def preempt_if_waiting(world, p, f):
    """Patient p has come to a task that may preempt: if he is T1 and waits, he may interrupt somebody."""
    patient = world.patients[p]
    if patient["stage"] != SERVED and patient["category"] == 0 and try_to_preempt(world, p):
        serve(world, f)
