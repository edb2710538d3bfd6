"""A stint of movement begins: who bears, how, how fast, and what will end it; or they are stranded."""

import math

from homeward.codes import Draw, Event, Means, Mode
from homeward.kernel.bearing import march_share, pace_the_march, put_to_work, set_posture, team_speed
from homeward.kernel.calendar import cancel, schedule, scheduled_at
from homeward.kernel.draws import draw, exponential
from homeward.kernel.exertion import rest
from homeward.kernel.helpless import find_casualty, leave_those_nobody_can_carry
from homeward.kernel.jit import inner, process
from homeward.kernel.ledger import record
from homeward.kernel.mishaps import knee_time, stumble_time
from homeward.kernel.parties import entity
from homeward.kernel.people import able_bits, with_team
from homeward.kernel.policies.who_carries import bearer_bits, bearers_for, means_possible, who_carries
from homeward.kernel.tables import TEAM, WATCH
from homeward.kernel.way import hold_position, leg_at, to_go

BY_NOBODY = int(Means.NONE)


@process
def strand(world):
    """Nobody can go on: they wait where they are, until somebody comes."""
    team = world.parties[TEAM]
    team["mode"] = Mode.STRANDED
    hold_position(world, TEAM, 0.0)
    for i in range(len(world.people)):
        if with_team(world, i):
            rest(world, i)
    cancel(world, entity(world, TEAM))
    record(world, Event.STRANDED, -1 - TEAM, team["casualty"], to_go(world, TEAM), 0.0)
    overdue_dist = world.incident[0]["overdue_dist"]
    if overdue_dist >= 0 and scheduled_at(world, entity(world, WATCH)) < 0:
        missed_s = draw(world, overdue_dist, world.parties[WATCH]["key"], Draw.OVERDUE, team["count"])
        schedule(world, world.clock[0]["now_s"] + 1 + int(missed_s), Event.OVERDUE, entity(world, WATCH))


@inner
def go(world, speed_mps, in_s, why):
    """The team moves at this speed; the stint ends in in_s seconds for the reason why."""
    team = world.parties[TEAM]
    hold_position(world, TEAM, speed_mps)
    team["why"] = why
    schedule(world, world.clock[0]["now_s"] + max(1, math.ceil(in_s)), Event.STINT_ENDS, entity(world, TEAM))


@inner
def next_stop(world, leg):
    """Where this stint ends at the latest (m), and why: the end of the leg, or a mount that waits on it."""
    incident, team = world.incident[0], world.parties[TEAM]
    end_m, why = world.legs[leg]["end_m"], Event.LEG_DONE
    at_m = incident["transport_at_m"]
    if incident["transport"] > 0 and team["casualty"] >= 0 and at_m < incident["way_m"]:
        if team["at_m"] - 1e-6 <= at_m <= end_m:
            end_m, why = at_m, Event.MOUNTED
    return end_m, why


@process
def ride(world, leg, end_m):
    """A stint on a horse, wagon or vehicle: to the end of the leg or to the next jolt."""
    incident, team = world.incident[0], world.parties[TEAM]
    speed_mps = incident["transport_mps"]
    in_s, why = (end_m - team["at_m"]) / speed_mps, Event.LEG_DONE
    if incident["transport_jolt"] > 0.0:
        mean_s = 1000.0 / incident["transport_jolt"] / speed_mps
        jolt_s = exponential(world, team["key"], Draw.STUMBLE, team["count"], mean_s)
        if jolt_s < in_s:
            in_s, why = jolt_s, Event.STUMBLED
    for i in range(len(world.people)):
        if with_team(world, i):
            rest(world, i)
    go(world, speed_mps, in_s, why)


@inner
def first_of(in_s, why, other_s, other_why):
    """The sooner of two ends of a stint."""
    if other_s < in_s:
        return other_s, other_why
    return in_s, why


@process
def begin_stint(world):
    """They move on: who bears, how, how fast, and what will end it."""
    team = world.parties[TEAM]
    team["count"] += 1
    hold_position(world, TEAM, 0.0)
    leg = leg_at(world, team["at_m"])
    team["leg"] = leg
    if team["mode"] == Mode.RIDING:
        ride(world, leg, world.legs[leg]["end_m"])
        return
    fit = able_bits(world)
    casualty = find_casualty(world)
    team["casualty"] = casualty
    end_m, why = next_stop(world, leg)
    means, bearing = BY_NOBODY, 0
    if casualty >= 0:
        bearers = bearer_bits(world, casualty, fit)
        leave_those_nobody_can_carry(world, casualty, bearers)
        means = means_possible(world.incident[0]["means"], bearers)
        bearing = who_carries(world, bearers_for(means), bearers)
    team["means"], team["bearing"] = means, bearing
    if (casualty >= 0 and bearing == 0) or fit == 0:
        strand(world)
        return
    if casualty >= 0:
        set_posture(world, casualty, means)
    team["mode"] = Mode.MOVING
    speed_mps = team_speed(world, leg, casualty, means, bearing, fit)
    tired_s = put_to_work(world, leg, casualty, means, bearing, speed_mps, fit)
    in_s = (end_m - team["at_m"]) / speed_mps
    if end_m - team["at_m"] > world.setting[0]["march_leg_m"]:
        speed_mps *= march_share(world, casualty, means, bearing, fit)
        pace_the_march(world)
        in_s = (end_m - team["at_m"]) / speed_mps
    elif bearing != 0:
        in_s, why = first_of(in_s, why, tired_s, Event.RESTED)
        in_s, why = first_of(in_s, why, stumble_time(world, leg, bearing, speed_mps, in_s), Event.STUMBLED)
        in_s, why = first_of(in_s, why, knee_time(world, bearing, in_s), Event.KNEE_GAVE_WAY)
    record(world, Event.MOVED_ON, -1 - TEAM, casualty, to_go(world, TEAM), speed_mps)
    go(world, speed_mps, in_s, why)
