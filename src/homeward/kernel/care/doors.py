"""Doors: coming into a facility from outside it, and being turned away where it is full."""

from homeward.codes import Draw, Event, Exit
from homeward.kernel.care.notes import note
from homeward.kernel.care.patients import leave, set_out
from homeward.kernel.care.preempt import preempt_if_waiting
from homeward.kernel.care.serve import come_to
from homeward.kernel.care.stations import PREEMPTS, THROUGH
from homeward.kernel.care.tasks import can_start
from homeward.kernel.care.times import drawn_s
from homeward.kernel.care.ways import go_through
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


@inner
def step_in(world, p, s):
    """Patient p comes in at station s, where nobody is turned away and nobody interrupted: he begins, or waits."""
    f = world.stations[s]["facility"]
    world.facilities[f]["inside"] += 1
    world.patients[p]["facility"] = f
    if world.stations[s]["does"] & THROUGH == 0:
        come_to(world, p, s, 0)
    else:
        go_through(world, p, s, 0)


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
