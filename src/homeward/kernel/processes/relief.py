"""Relief: a party sent out from the end of the way to meet them, treat the casualty and carry him in on a litter."""

from homeward.codes import Draw, Event, Mode, Status
from homeward.kernel.calendar import cancel, schedule
from homeward.kernel.draws import draw
from homeward.kernel.exertion import rest
from homeward.kernel.fate import lay_down
from homeward.kernel.jit import inner, process
from homeward.kernel.ledger import record
from homeward.kernel.parties import entity
from homeward.kernel.people import able, alive, with_team
from homeward.kernel.tables import RELIEF, TEAM
from homeward.kernel.treating import applies, finish_treatment
from homeward.kernel.way import hold_position, position, to_go

COMING_NTH = 1000
"""First nth of the draws of treatments given by those who come."""


@process
def call_relief(world):
    """The call reaches those who wait; they need a while to set out."""
    incident, party = world.incident[0], world.parties[RELIEF]
    if incident["relief"] == 0 or world.clock[0]["alarm"] == 1:
        return
    world.clock[0]["alarm"] = 1
    record(world, Event.RELIEF_CALLED, -1 - RELIEF, -1, to_go(world, TEAM), 0.0)
    ready_s = draw(world, incident["relief_ready_dist"], party["key"], Draw.RELIEF_READY, 0)
    schedule(world, world.clock[0]["now_s"] + 1 + int(ready_s), Event.RELIEF_SET_OUT, entity(world, RELIEF))


@process
def relief_sets_out(world):
    """They leave the end of the way towards the team."""
    incident, party = world.incident[0], world.parties[RELIEF]
    party["mode"] = Mode.OUTBOUND
    party["at_m"] = incident["way_m"]
    party["since_s"] = world.clock[0]["now_s"]
    party["speed_mps"] = -draw(world, incident["relief_speed_dist"], party["key"], Draw.RELIEF_SPEED, 0)
    record(world, Event.RELIEF_SET_OUT, -1 - RELIEF, -1, to_go(world, TEAM), -party["speed_mps"])


@inner
def left_waiting(world):
    """The person left behind, alive or dead, nearest to the end, -1 when none: the relief party comes to him first."""
    first = -1
    for i in range(len(world.people)):
        if world.people[i]["status"] == Status.LEFT and (
            first < 0 or world.people[i]["left_m"] > world.people[first]["left_m"]
        ):
            first = i
    return first


@inner
def team_needs_meeting(world):
    """Whether the team is still out with somebody to hand over, or stuck."""
    team = world.parties[TEAM]
    if team["mode"] == Mode.ARRIVED or team["mode"] == Mode.FIGHTING:
        return False
    return team["casualty"] >= 0 or team["mode"] == Mode.STRANDED or team["mode"] == Mode.WAITING


@process
def reckon_meeting(world):
    """Put the meeting in the calendar: with the team, or with a man left behind, whichever is reached first."""
    party, slot, now_s = world.parties[RELIEF], entity(world, RELIEF), world.clock[0]["now_s"]
    if party["mode"] != Mode.OUTBOUND:
        return
    at_m, wait_s = position(world, RELIEF), 1e9
    left = left_waiting(world)
    if left >= 0:
        wait_s = max(0.0, (at_m - world.people[left]["left_m"]) / -party["speed_mps"])
    if team_needs_meeting(world) and at_m >= position(world, TEAM) - 1.0:
        closing = world.parties[TEAM]["speed_mps"] - party["speed_mps"]
        wait_s = min(wait_s, max(0.0, (at_m - position(world, TEAM)) / closing))
    if wait_s < 1e9:
        schedule(world, now_s + int(wait_s) + 1, Event.MET, slot)
    else:
        cancel(world, slot)


@inner
def is_here(world, i, at_m):
    """Whether person i is where the relief party stands."""
    person = world.people[i]
    if person["status"] == Status.LEFT:
        return abs(person["left_m"] - at_m) < 20.0
    return with_team(world, i) and abs(position(world, TEAM) - at_m) < 20.0


@process
def treat_those_here(world, at_m, skill):
    """Whoever is here and alive is in trained hands from now on; the orders for this moment are carried out on him."""
    for i in range(len(world.people)):
        if is_here(world, i, at_m) and alive(world, i) and world.people[i]["care_s"] < 0:
            world.people[i]["care_s"] = world.clock[0]["now_s"]
    for order in range(len(world.orders)):
        row = world.orders[order]
        i = row["patient"]
        if row["stage"] == 1 and row["state"] == 0 and row["stock"] > 0 and is_here(world, i, at_m):
            row["state"] = 2
            if skill >= world.treatments[row["treatment"]]["skill"] and applies(world, i, row["treatment"]):
                finish_treatment(world, -1, i, row["treatment"], skill, COMING_NTH + order)


@process
def meet(world):
    """They meet: the team halts, the medics treat, and load the casualty on the litter."""
    incident, party, team = world.incident[0], world.parties[RELIEF], world.parties[TEAM]
    hold_position(world, RELIEF, 0.0)
    party["mode"] = Mode.HALTED
    record(world, Event.MET, -1 - RELIEF, team["casualty"], to_go(world, RELIEF), to_go(world, RELIEF))
    if abs(position(world, TEAM) - party["at_m"]) < 20.0 and team["mode"] != Mode.ARRIVED:
        hold_position(world, TEAM, 0.0)
        team["mode"] = Mode.HALTED
        cancel(world, entity(world, TEAM))
        for i in range(len(world.people)):
            if with_team(world, i):
                rest(world, i)
    treat_those_here(world, party["at_m"], incident["relief_skill"])
    load_s = draw(world, incident["relief_load_dist"], party["key"], Draw.RELIEF_LOAD, 0)
    schedule(world, world.clock[0]["now_s"] + 1 + int(load_s), Event.CASUALTY_LOADED, entity(world, RELIEF))


@process
def load_and_return(world):
    """Whoever cannot walk goes on the litter, alive or dead; who can walks beside it, in their care."""
    incident, party, team = world.incident[0], world.parties[RELIEF], world.parties[TEAM]
    for i in range(len(world.people)):
        if is_here(world, i, party["at_m"]) and not able(world, i):
            world.people[i]["status"] = Status.WITH_RELIEF
            record(world, Event.CASUALTY_LOADED, -1 - RELIEF, i, to_go(world, RELIEF), 0.0)
            lay_down(world, i)
    if left_waiting(world) >= 0:
        # Somebody was left farther back: they go on for him, and bring both in.
        party["mode"] = Mode.OUTBOUND
        hold_position(world, RELIEF, -draw(world, incident["relief_speed_dist"], party["key"], Draw.RELIEF_SPEED, 0))
        reckon_meeting(world)
    else:
        take_along(world)
        return_home(world)
    if team["mode"] == Mode.HALTED:
        team["casualty"], team["mode"] = -1, Mode.RESTING
        schedule(world, world.clock[0]["now_s"], Event.MOVED_ON, entity(world, TEAM))


@process
def take_along(world):
    """The team goes home with the relief party, whose members help those who limp; nobody is left to walk alone."""
    at_m, team = world.parties[RELIEF]["at_m"], world.parties[TEAM]
    for i in range(len(world.people)):
        if with_team(world, i) and is_here(world, i, at_m):
            world.people[i]["status"] = Status.WITH_RELIEF
            record(world, Event.HANDED_OVER, i, -1, to_go(world, RELIEF), 0.0)
            team["mode"] = Mode.ARRIVED


@process
def return_home(world):
    """The relief party turns for home with its litter."""
    incident, party = world.incident[0], world.parties[RELIEF]
    speed = draw(world, incident["relief_speed_dist"], party["key"], Draw.RELIEF_SPEED, 0) * incident["relief_laden"]
    party["mode"] = Mode.INBOUND
    hold_position(world, RELIEF, speed)
    home_s = to_go(world, RELIEF) / speed + 1e-6
    schedule(world, world.clock[0]["now_s"] + 1 + int(home_s), Event.ARRIVED, entity(world, RELIEF))
