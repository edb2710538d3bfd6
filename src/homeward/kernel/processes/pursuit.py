"""Pursuit: a race with a lead. The catch is reckoned anew whenever the team's speed changes."""

from homeward.codes import Draw, Event, Mode
from homeward.kernel.calendar import cancel, schedule
from homeward.kernel.draws import draw
from homeward.kernel.jit import inner, process
from homeward.kernel.ledger import record
from homeward.kernel.parties import entity
from homeward.kernel.tables import PURSUERS, TEAM
from homeward.kernel.way import hold_position, position, to_go


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
    hunters["count"] = 1 << 30
    if incident["trail_lost_dist"] >= 0:
        hunters["count"] = 1 + int(draw(world, incident["trail_lost_dist"], hunters["key"], Draw.TRAIL_LOST, 0))


@inner
def is_catchable(world):
    """Whether the team is somewhere the hunters could come upon it."""
    mode = world.parties[TEAM]["mode"]
    return mode != Mode.ARRIVED and mode != Mode.FIGHTING and mode != Mode.IDLE


@inner
def reckon_catch(world):
    """Put the moment of the catch in the calendar, or take it out: they may lose the trail, or turn back near the
    gate.
    """
    incident, hunters, team = world.incident[0], world.parties[PURSUERS], world.parties[TEAM]
    slot, now_s = entity(world, PURSUERS), world.clock[0]["now_s"]
    if hunters["left"] <= 0 or not is_catchable(world):
        cancel(world, slot)
        return
    gap_m = position(world, TEAM) - position(world, PURSUERS)
    closing = hunters["speed_mps"] - team["speed_mps"]
    if closing <= 0.0 and gap_m > 0.0:
        cancel(world, slot)
        return
    in_s = max(0.0, gap_m / closing) if gap_m > 0.0 else 0.0
    where_m = position(world, TEAM) + team["speed_mps"] * in_s
    too_late = now_s + in_s >= hunters["count"]
    if too_late or where_m > incident["way_m"] - incident["give_up_m"]:
        cancel(world, slot)
    else:
        schedule(world, now_s + max(1, int(in_s) + 1), Event.CAUGHT, slot)


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
