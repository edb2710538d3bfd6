"""Departure: how they mean to get home, once the survivors have been treated."""

from homeward.codes import Draw, Evacuation, Event, Mode, Status
from homeward.kernel.calendar import schedule
from homeward.kernel.draws import draw, lognormal
from homeward.kernel.exertion import rest
from homeward.kernel.fate import lay_down
from homeward.kernel.jit import inner, process
from homeward.kernel.ledger import record
from homeward.kernel.parties import entity, hands
from homeward.kernel.people import able, able_bits, alive, with_team
from homeward.kernel.tables import PURSUERS, TEAM
from homeward.kernel.way import hold_position, to_go


@inner
def set_pace(world):
    """This life's speed relative to the median, drawn once."""
    team = world.parties[TEAM]
    if team["pace_factor"] <= 0.0:
        spread = world.setting[0]["speed_spread"]
        team["pace_factor"] = lognormal(world, team["key"], Draw.HURRY_SPEED, 0, 1.0, spread)


@inner
def first_helpless(world):
    """A living person of the team who cannot walk, the one the incident is about first; -1 when all can."""
    focus = world.incident[0]["focus"]
    if with_team(world, focus) and alive(world, focus) and not able(world, focus):
        return focus
    for i in range(len(world.people)):
        if with_team(world, i) and alive(world, i) and not able(world, i):
            return i
    return -1


@process
def leave_behind(world, i):
    """They go on without person i, to send somebody back for him; whoever follows them may find him first."""
    person, incident = world.people[i], world.incident[0]
    person["status"], person["left_m"] = Status.LEFT, world.parties[TEAM]["at_m"]
    record(world, Event.LEFT_BEHIND, i, -1, to_go(world, TEAM), 0.0)
    lay_down(world, i)
    if world.parties[PURSUERS]["left"] > 0 and incident["found_dist"] >= 0:
        found_s = draw(world, incident["found_dist"], person["key"], Draw.FOUND_BY_ENEMY, 0)
        schedule(world, world.clock[0]["now_s"] + 1 + int(found_s), Event.FOUND_BY_ENEMY, hands(world, i))


@inner
def can_step(world):
    """Whether somebody can still take them home by God's Step."""
    user = world.incident[0]["step_user"]
    return world.parties[TEAM]["steps_left"] > 0 and user >= 0 and able(world, user) and to_go(world, TEAM) > 0.0


@process
def gather(world):
    """The user gathers himself for the next step."""
    team, setting = world.parties[TEAM], world.setting[0]
    user = world.people[world.incident[0]["step_user"]]
    team["mode"] = Mode.GATHERING
    prepare_s = draw(world, setting["step_prepare_dist"], user["key"], Draw.STEP_PREPARE, team["steps_left"])
    schedule(world, world.clock[0]["now_s"] + max(1, int(prepare_s)), Event.STEP_READY, entity(world, TEAM))


@inner
def wait_for_them(world):
    """They stay where they are until somebody comes."""
    hold_position(world, TEAM, 0.0)
    world.parties[TEAM]["mode"] = Mode.WAITING
    for i in range(len(world.people)):
        if with_team(world, i):
            rest(world, i)


@process
def set_off(world):
    """The plan for getting home is carried out from here."""
    team, incident = world.parties[TEAM], world.incident[0]
    set_pace(world)
    casualty = first_helpless(world)
    if able_bits(world) != 0:
        record(world, Event.SET_OFF, -1 - TEAM, casualty, to_go(world, TEAM), 1.0 * incident["means"])
    if casualty >= 0 and can_step(world):
        gather(world)
    elif casualty >= 0 and incident["evacuation"] == Evacuation.WAIT:
        wait_for_them(world)
    else:
        if casualty >= 0 and incident["evacuation"] == Evacuation.LEAVE_AND_SEND:
            leave_behind(world, casualty)
        team["mode"] = Mode.RESTING
        schedule(world, world.clock[0]["now_s"], Event.MOVED_ON, entity(world, TEAM))


@process
def found_by_enemy(world, i):
    """Those who followed have come upon the man left behind. Returns whether he was still there, and they still
    hunting.
    """
    return world.people[i]["status"] == Status.LEFT and alive(world, i) and world.parties[PURSUERS]["left"] > 0
