"""Pursuit: a race with a lead. The catch is reckoned anew whenever the team's speed changes."""

import numpy as np

from homeward.codes import Draw, Event, Mode, Status
from homeward.kernel.calendar import cancel, schedule
from homeward.kernel.draws import draw
from homeward.kernel.jit import inner, process
from homeward.kernel.ledger import record
from homeward.kernel.parties import entity
from homeward.kernel.people import alive
from homeward.kernel.tables import PURSUERS, TEAM
from homeward.kernel.way import hold_position, position, to_go

NO_END = 1 << 30
"""A moment, in s, that no life reaches: they never lose the trail."""


@process
def begin_pursuit(world):
    """They take up the trail: lead, speed and how long they keep it."""
    incident, hunters = world.incident[0], world.parties[PURSUERS]
    hunters["left"] = incident["pursuers"]
    if incident["pursuers"] == 0:
        return
    hunters["at_m"] = -draw(world, incident["lead_dist"], hunters["key"], Draw.PURSUIT_LEAD, 0)
    hunters["speed_mps"] = draw(world, incident["pursuit_speed_dist"], hunters["key"], Draw.PURSUIT_SPEED, 0)
    hunters["since_s"] = world.clock[0]["now_s"]
    # count holds the moment they lose the trail
    hunters["count"] = NO_END
    if incident["trail_lost_dist"] >= 0:
        hunters["count"] = 1 + int(draw(world, incident["trail_lost_dist"], hunters["key"], Draw.TRAIL_LOST, 0))


@inner
def is_catchable(world):
    """Whether the team is somewhere the hunters could come upon it."""
    mode = world.parties[TEAM]["mode"]
    return mode != Mode.ARRIVED and mode != Mode.FIGHTING and mode != Mode.IDLE


@inner
def catch_at(world):
    """The second in which they come up with the team as things stand; -1 when they do not: it is as fast, they have
    lost the trail by then, or turned back near the gate.
    """
    incident, hunters, team = world.incident[0], world.parties[PURSUERS], world.parties[TEAM]
    if not is_catchable(world):
        return np.int64(-1)
    now_s, at_m, in_s = world.clock[0]["now_s"], position(world, TEAM), 0.0
    gap_m = at_m - position(world, PURSUERS)
    if gap_m > 0.0:
        closing = hunters["speed_mps"] - team["speed_mps"]
        if closing <= 0.0:
            return np.int64(-1)
        in_s = gap_m / closing
    too_late = now_s + in_s >= hunters["count"]
    if too_late or at_m + team["speed_mps"] * in_s > incident["way_m"] - incident["give_up_m"]:
        return np.int64(-1)
    return now_s + 1 + int(in_s)


@inner
def somebody_is_out(world):
    """Whether there is anybody they could still find: the team, or a man left behind."""
    if world.parties[TEAM]["mode"] != Mode.ARRIVED:
        return True
    for i in range(len(world.people)):
        if world.people[i]["status"] == Status.LEFT and alive(world, i):
            return True
    return False


@inner
def reckon_catch(world):
    """Put the moment of the catch in the calendar, or that in which they lose the trail first."""
    hunters = world.parties[PURSUERS]
    if hunters["left"] <= 0:
        return
    at_s = catch_at(world)
    if at_s >= 0:
        schedule(world, at_s, Event.CAUGHT, entity(world, PURSUERS))
    elif hunters["count"] < NO_END and somebody_is_out(world):
        lost_s = max(world.clock[0]["now_s"], hunters["count"])
        schedule(world, lost_s, Event.TRAIL_LOST, entity(world, PURSUERS))
    else:
        cancel(world, entity(world, PURSUERS))


@process
def lose_trail(world):
    """They have lost the trail, and hunt no more."""
    world.parties[PURSUERS]["left"] = 0
    hold_position(world, PURSUERS, 0.0)
    record(world, Event.TRAIL_LOST, -1 - PURSUERS, -1, to_go(world, TEAM), 0.0)


@process
def catch(world):
    """They are upon the team. Returns how many."""
    hunters = world.parties[PURSUERS]
    many = hunters["left"]
    hunters["left"] = 0
    hold_position(world, PURSUERS, 0.0)
    world.clock[0]["caught"] += 1
    record(world, Event.CAUGHT, -1 - PURSUERS, -1, to_go(world, TEAM), 1.0 * many)
    return many
