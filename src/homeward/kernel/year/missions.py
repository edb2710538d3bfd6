"""Missions: setting out, the moment of contact, success or not, coming home."""

from homeward.codes import Draw, Event, Reason
from homeward.kernel.calendar import schedule
from homeward.kernel.care.notes import note_plain
from homeward.kernel.draws import draw, exponential, uniform
from homeward.kernel.jit import handler, inner
from homeward.kernel.year import folk
from homeward.kernel.year.dates import DAY_S, NEVER_DAY
from homeward.kernel.year.duty_tables import KINDS, TEAM
from homeward.kernel.year.limits import CLEARED
from homeward.kernel.year.pools import CONVALESCENT, FIT, POSTED
from homeward.kernel.year.reviewing import ask_review
from homeward.kernel.year.roster import set_status
from homeward.kernel.year.status import ON_MISSION, RESTING, keep

MISSION_STARTS, MISSION_ENDS = int(Event.MISSION_STARTS), int(Event.MISSION_ENDS)
CONTACT, ASSIGNED, CAME_HOME = int(Event.CONTACT), int(Event.ASSIGNED), int(Event.CAME_HOME)
MISSION_LENGTH, MISSION_CONTACT = int(Draw.MISSION_LENGTH), int(Draw.MISSION_CONTACT)
MISSION_SUCCESS, MISSION_EFFORT = int(Draw.MISSION_SUCCESS), int(Draw.MISSION_EFFORT)
NONE, SHORT_HANDED = int(Reason.NONE), int(Reason.SHORT_HANDED)
CONVALESCES, NEEDED_THERE = int(Reason.CONVALESCENT), int(Reason.NEEDED_THERE)
WAITING, OUT = 1, 2
CERTAIN = 1.0
"""A hazard of one or more per second: contact is certain, at the share of the time away that the type says."""


@inner
def exception(kind):
    """Why somebody of this kind (pools.py) was taken at all."""
    if kind == FIT:
        return NONE
    if kind == CONVALESCENT:
        return CONVALESCES
    return NEEDED_THERE if kind == POSTED else SHORT_HANDED


@handler
def assign(world, m, seat):
    """The member in this seat is on mission m from now on."""
    mission, tally = world.missions[m], world.tally[0]
    i, why = mission["member"][seat], exception(mission["line"][seat] % KINDS)
    member = world.members[i]
    member["mission"] = m
    member["missions"] += 1
    if member["limits"] & CLEARED:
        mission["hazard"] *= world.duty[0]["false_clear_hazard"]
    if why != NONE:
        tally["short_handed"] += 1
    note_plain(world, ASSIGNED, i, m, why, 1.0 * seat)
    set_status(world, i, ON_MISSION, why)
    world.wakes[i]["duty"] = NEVER_DAY


@handler
def contact_in(world, m, length_s):
    """Seconds from setting out to the contact, whole; past the end when there is none."""
    mission = world.missions[m]
    kind = world.mission_types[mission["type"]]
    if kind["contact_per_s"] >= CERTAIN:
        return int(kind["contact_after"] * length_s)
    rate = kind["contact_per_s"] * mission["hazard"]
    if rate <= 0.0:
        return length_s + 1
    gap_s = exponential(world, kind["key"], MISSION_CONTACT, mission["number"], 1.0 / rate)
    return int(min(gap_s, length_s + 1.0))


@handler
def set_out(world, m):
    """Mission m leaves this morning with the team it has."""
    mission, clock, tally = world.missions[m], world.clock[0], world.tally[0]
    kind, now_s = world.mission_types[mission["type"]], world.clock[0]["now_s"]
    mission["state"], mission["next"], mission["starts_s"], mission["hazard"] = OUT, -1, now_s, 1.0
    tally["started"] += 1
    tally["out"] += 1
    if mission["why"] != NONE:
        tally["delayed"] += 1
    for seat in range(mission["size"]):
        assign(world, m, seat)
    length_s = max(1, int(draw(world, kind["length_dist"], kind["key"], MISSION_LENGTH, mission["number"])))
    mission["ends_s"] = now_s + length_s
    contact_s = contact_in(world, m, length_s)
    note_plain(world, MISSION_STARTS, mission["member"][0], m, mission["why"], 1.0 * mission["type"])
    if contact_s < length_s:
        schedule(world, now_s + contact_s, CONTACT, clock["first_missions"] + m)
    else:
        schedule(world, mission["ends_s"], MISSION_ENDS, clock["first_missions"] + m)


@handler
def meet(world, m):
    """Contact. Without an incident to live the mission goes on; otherwise the year stops until it has been lived."""
    mission, clock = world.missions[m], world.clock[0]
    mission["contacts"] += 1
    world.tally[0]["contacts"] += 1
    schedule(world, max(mission["ends_s"], clock["now_s"]), MISSION_ENDS, clock["first_missions"] + m)
    if mission["incident"] >= 0:
        clock["stopped_for"] = m
    else:
        note_plain(world, CONTACT, mission["member"][0], m, 0, -1.0)


@inner
def succeeds(world, m, whole):
    """Whether mission m does what it went for; whole: how many came through unhurt."""
    mission = world.missions[m]
    kind = world.mission_types[mission["type"]]
    chance = kind["success"]
    if mission["contacts"] > 0:
        chance = kind["success_contact"] if whole > 0 else 0.0
    return uniform(world, kind["key"], MISSION_SUCCESS, mission["number"]) < chance


@handler
def come_home(world, i, m):
    """Member i is back from mission m, tired."""
    member, duty, now_s = world.members[i], world.duty[0], world.clock[0]["now_s"]
    mission = world.missions[m]
    world.tally[0]["mission_days"] += (now_s - mission["starts_s"]) / (1.0 * DAY_S)
    member["mission"] = -1
    effort = world.mission_types[mission["type"]]["effort_dist"]
    if effort >= 0:
        folk.spend_reserve(world, i, draw(world, effort, member["key"], MISSION_EFFORT, member["missions"]))
    if duty["rest_days"] > 0:
        keep(world, i, RESTING, now_s + duty["rest_days"] * DAY_S)
    note_plain(world, CAME_HOME, i, m, 0, 0.0)
    ask_review(world, i)


@handler
def bring_home(world, m):
    """Those still with mission m come home. Returns how many."""
    mission, whole = world.missions[m], 0
    for seat in range(TEAM):
        i = mission["member"][seat]
        if i >= 0:
            whole += 1
            come_home(world, i, m)
            mission["member"][seat] = -1
    return whole


@handler
def end(world, m):
    """Mission m is over: done or failed."""
    mission, tally, day = world.missions[m], world.tally[0], world.days[world.clock[0]["today"]]
    leader = mission["member"][0]
    if mission["type"] < 0:
        for seat in range(TEAM):
            mission["member"][seat] = -1
        return
    whole = bring_home(world, m)
    done = succeeds(world, m, whole)
    tally["out"] -= 1
    if done:
        tally["done"] += 1
        day["done"] += 1
    else:
        tally["failed"] += 1
        day["failed"] += 1
    note_plain(world, MISSION_ENDS, leader, m, 0, 1.0 if done else 0.0)
