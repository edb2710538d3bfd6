"""Carrying: a stint of movement ends, by the leg, the bearers' hands or reserve, a stumble or a knee, and what ended it
decides what comes next.
"""

import math

from homeward.codes import Draw, Event, Mode
from homeward.kernel.calendar import schedule
from homeward.kernel.draws import draw
from homeward.kernel.exertion import rest, settle
from homeward.kernel.fate import lay_down
from homeward.kernel.jit import inner, process
from homeward.kernel.ledger import record
from homeward.kernel.mishaps import most_impaired
from homeward.kernel.parties import entity
from homeward.kernel.people import able_bits, with_team
from homeward.kernel.policies.pace import is_fresh, rest_time
from homeward.kernel.policies.who_carries import bearer_bits, bearers_for, who_carries
from homeward.kernel.stint import begin_stint
from homeward.kernel.tables import TEAM
from homeward.kernel.treating import handle_roughly
from homeward.kernel.way import hold_position, to_go


@inner
def pause(world, in_s):
    """Set down and rest for in_s seconds."""
    team = world.parties[TEAM]
    team["mode"] = Mode.RESTING
    for i in range(len(world.people)):
        if with_team(world, i):
            rest(world, i)
    schedule(world, world.clock[0]["now_s"] + max(1, math.ceil(in_s)), Event.MOVED_ON, entity(world, TEAM))


@inner
def change_over(world):
    """A bearer is done: others take over if they are fresh, or all rest as long as the freshest need."""
    team = world.parties[TEAM]
    needed = bearers_for(team["means"])
    chosen = who_carries(world, needed, bearer_bits(world, team["casualty"], able_bits(world)))
    fresh, wait_s = True, 0.0
    for i in range(len(world.people)):
        if (chosen >> i) & 1:
            rest(world, i)
            fresh = fresh and is_fresh(world, i)
            wait_s = max(wait_s, rest_time(world, i))
    if fresh and chosen != team["bearing"]:
        team["swaps"] += 1
        record(world, Event.SWAPPED, -1 - TEAM, team["casualty"], to_go(world, TEAM), 0.0)
        pause(world, world.setting[0]["swap_s"])
        return
    team["rests"] += 1
    record(world, Event.RESTED, -1 - TEAM, team["casualty"], to_go(world, TEAM), wait_s)
    pause(world, wait_s)


@inner
def fall(world, why):
    """A stumble, or a knee that gives way: time lost, and the casualty feels it."""
    team, setting = world.parties[TEAM], world.setting[0]
    bearer, nth = most_impaired(world, team["bearing"]), team["count"]
    record(world, why, bearer, team["casualty"], to_go(world, TEAM), 0.0)
    handle_roughly(world, team["casualty"], setting["rough_rebleed"])
    pause(world, draw(world, setting["stumble_rest_dist"], team["key"], Draw.STUMBLE_REST, nth))


@process
def mount(world):
    """They reach what waits on the way, and put the casualty on it."""
    team, incident = world.parties[TEAM], world.incident[0]
    record(world, Event.MOUNTED, -1 - TEAM, team["casualty"], to_go(world, TEAM), 1.0 * incident["transport"])
    lay_down(world, team["casualty"])
    pause(world, draw(world, incident["transport_load_dist"], team["key"], Draw.MOUNT_TIME, 0))
    team["mode"] = Mode.RIDING


@inner
def leg_done(world):
    """The end of a leg. Returns whether it is the end of the way."""
    team, setting = world.parties[TEAM], world.setting[0]
    row = world.legs[team["leg"]]
    team["at_m"] = row["end_m"]
    length_m = row["end_m"] - row["start_m"]
    record(world, Event.LEG_DONE, -1 - TEAM, team["casualty"], to_go(world, TEAM), 1.0 * team["leg"])
    if team["casualty"] >= 0 and length_m > setting["march_leg_m"] and team["mode"] == Mode.MOVING:
        # A long leg is one stint: its stumbles are dealt out together here.
        stumbles = setting["stumble_per_km"] * setting["stumble_load"] * row["stumble"] * length_m / 1000.0
        handle_roughly(world, team["casualty"], 1.0 - (1.0 - setting["rough_rebleed"]) ** stumbles)
    return team["leg"] + 1 >= len(world.legs)


@process
def stint_ends(world):
    """What ended the stint decides what comes next. Returns whether the team has reached the end of the way."""
    team = world.parties[TEAM]
    why = team["why"]
    hold_position(world, TEAM, 0.0)
    for i in range(len(world.people)):
        if with_team(world, i):
            settle(world, i)
    if why == Event.LEG_DONE:
        if leg_done(world):
            return True
        begin_stint(world)
    elif why == Event.RESTED:
        change_over(world)
    elif why == Event.MOUNTED:
        mount(world)
    elif why == Event.STUMBLED and team["mode"] == Mode.RIDING:
        handle_roughly(world, team["casualty"], world.setting[0]["rough_rebleed"])
        begin_stint(world)
    elif why == Event.STUMBLED or why == Event.KNEE_GAVE_WAY:
        fall(world, why)
    else:
        begin_stint(world)
    return False
