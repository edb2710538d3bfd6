"""God's Step: a day's travel in a second, paid from the user's own reserve; landing is hard, overdrawing kills."""

import math

from homeward.codes import Cause, Draw, Event, Status
from homeward.kernel.calendar import schedule
from homeward.kernel.draws import draw, uniform
from homeward.kernel.exertion import tobler_mps
from homeward.kernel.fate import collapse, die
from homeward.kernel.jit import process
from homeward.kernel.ledger import record
from homeward.kernel.parties import hands
from homeward.kernel.people import able, with_team
from homeward.kernel.tables import TEAM
from homeward.kernel.treating import handle_roughly
from homeward.kernel.way import hold_position, to_go


@process
def others_follow_on_foot(world, user, casualty):
    """Only two travel by the step; the rest come home in their own time, or wait to be fetched."""
    hours = world.setting[0]["march_hours"] / 24.0
    for i in range(len(world.people)):
        if i != user and i != casualty and with_team(world, i):
            person = world.people[i]
            person["left_m"] = world.parties[TEAM]["at_m"]
            if not able(world, i):
                # Hurt or dead, he waits where he is for the relief party.
                person["status"] = Status.LEFT
                continue
            person["status"] = Status.FOLLOWING
            speed_mps = tobler_mps(0.0) * world.legs[0]["speed"] * max(0.1, 1.0 - person["impairment"]) * hours
            walk_s = to_go(world, TEAM) / speed_mps
            schedule(world, world.clock[0]["now_s"] + int(walk_s) + 1, Event.ARRIVED, hands(world, i))


@process
def pay(world, user, cost):
    """The step's cost leaves the user's reserve; below nothing it costs his life with a chance that grows with the
    debt.
    """
    person, setting = world.people[user], world.setting[0]
    person["reserve"] -= cost
    person["reserve_spent"] += cost
    if person["reserve"] < 0.0:
        chance = 1.0 - math.exp(setting["step_death"] * person["reserve"])
        if uniform(world, person["key"], Draw.OVERDRAWN, world.parties[TEAM]["steps_left"]) < chance:
            die(world, user, Cause.OVERDRAWN)
            return
    if person["reserve"] < setting["step_collapse"]:
        collapse(world, user)
    elif person["reserve"] < setting["step_stagger"]:
        record(world, Event.STAGGERED, user, -1, to_go(world, TEAM), person["reserve"])


@process
def take_step(world, casualty):
    """One step: they are a day's travel nearer, he has paid, the casualty has felt the landing. Returns whether
    they are home.
    """
    team, setting, incident = world.parties[TEAM], world.setting[0], world.incident[0]
    user = incident["step_user"]
    others_follow_on_foot(world, user, casualty)
    nth = team["steps_left"]
    team["steps_left"] = nth - 1
    cost = draw(world, setting["step_cost_dist"], world.people[user]["key"], Draw.STEP_COST, nth)
    team["at_m"] = min(incident["way_m"], team["at_m"] + setting["step_range_m"])
    hold_position(world, TEAM, 0.0)
    record(world, Event.STEP_READY, user, casualty, to_go(world, TEAM), cost)
    record(world, Event.LANDED_HARD, user, casualty, to_go(world, TEAM), setting["step_noise_m"])
    pay(world, user, cost)
    if casualty >= 0:
        handle_roughly(world, casualty, setting["step_jolt"])
    return to_go(world, TEAM) <= 1e-6
