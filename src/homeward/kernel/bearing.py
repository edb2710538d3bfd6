"""A team under its load: how it holds the casualty, how fast it goes, how long its hands and reserve last."""

import math

from homeward.codes import Draw, Means
from homeward.kernel.bleeding import flow_at_full_pressure
from homeward.kernel.body import touch
from homeward.kernel.draws import lognormal
from homeward.kernel.exertion import exert, hold_time, settle, tobler_mps, walking_power, wprime_left
from homeward.kernel.fate import update_awareness
from homeward.kernel.jit import inner
from homeward.kernel.loads import held_load, load_of, remembered_hold, remembered_power
from homeward.kernel.mishaps import most_impaired
from homeward.kernel.people import able
from homeward.kernel.policies.pace import chosen_speed, resume_share
from homeward.kernel.policies.who_carries import bearer_bits, bearers_for, count_bits
from homeward.kernel.tables import TEAM
from homeward.kernel.way import to_go

UNFELT_LOSS = 0.005
"""Share of blood volume whose loss changes no bearer's pace."""


@inner
def set_posture(world, casualty, means):
    """A casualty carried upright dims at a higher pressure than one lying."""
    setting, person = world.setting[0], world.people[casualty]
    posture = setting["upright_factor"] if setting["upright"][means] > 0.0 else 1.0
    if person["posture"] != posture and person["first_wound"] >= 0:
        touch(world, casualty)
        person["posture"] = posture
        update_awareness(world, casualty)


@inner
def team_speed(world, leg, casualty, means, bearing, fit):
    """Speed of the slowest, m/s."""
    row, team = world.legs[leg], world.parties[TEAM]
    if team["path_leg"] != leg + 1:
        team["path_leg"], team["path_mps"] = leg + 1, tobler_mps(row["grade"]) * row["speed"]
    path_mps = team["path_mps"] * team["pace_factor"]
    slowest = 10.0
    for i in range(len(world.people)):
        if not (fit >> i) & 1:
            continue
        own_mps = path_mps * (1.0 - world.people[i]["impairment"])
        if (bearing >> i) & 1:
            own_mps *= world.setting[0]["carry_speed"][means]
            load_kg = load_of(world, i, casualty, means)
            own_mps = chosen_speed(world, i, own_mps, row["grade"], load_kg, row["terrain"], to_go(world, TEAM))
        slowest = min(slowest, own_mps)
    return max(0.05, slowest)


@inner
def feel_loss(world, i):
    """Critical power falls with the blood lost. A loss too small to matter is not looked up."""
    person = world.people[i]
    if person["first_wound"] < 0:
        return
    dt_s = float(world.clock[0]["now_s"] - person["touched_s"])
    if flow_at_full_pressure(world, i, 0.0) * dt_s > UNFELT_LOSS * person["blood0_ml"]:
        touch(world, i)
    person["cp_w"] = person["cp0_w"] * person["blood_ml"] / person["blood0_ml"]


@inner
def put_to_work(world, leg, casualty, means, bearing, speed_mps, fit):
    """Everyone works as his part demands; returns the seconds until the first bearer must stop."""
    row, stint = world.legs[leg], world.parties[TEAM]["count"]
    until_s = 1e9
    for i in range(len(world.people)):
        if not (fit >> i) & 1:
            continue
        person = world.people[i]
        if not (bearing >> i) & 1:
            own_w = walking_power(world, i, speed_mps, row["grade"], person["load_kg"], row["terrain"])
            exert(world, i, min(own_w, 0.99 * person["cp_w"]), 0.0)
            continue
        settle(world, i)
        feel_loss(world, i)
        median_s = remembered_hold(world, i, casualty, means)
        power_w = remembered_power(world, i, casualty, means, speed_mps, leg)
        hold_s = lognormal(world, person["key"], Draw.HOLD_TIME, stint, median_s, world.setting[0]["hold_spread"])
        exert(world, i, power_w, 1.0 / hold_s)
        until_s = min(until_s, person["hold"] * hold_s)
        if power_w > person["cp_w"]:
            until_s = min(until_s, wprime_left(world, i) / (power_w - person["cp_w"]))
    return until_s


@inner
def march_share(world, casualty, means, bearing, fit):
    """On a long leg the share of the clock spent moving: work and rest in turn, relief by those not bearing, hours
    of the day.
    """
    setting = world.setting[0]
    if means == Means.NONE:
        return setting["march_hours"] / 24.0
    bearer = most_impaired(world, bearing)
    share = resume_share(world)
    held_kg = held_load(world, bearer, casualty, means)
    work_s = share * hold_time(world, means, held_kg, world.people[bearer]["grip_kg"])
    rest_s = -setting["hold_tau_s"] * math.log(1.0 - share)
    teams = count_bits(bearer_bits(world, casualty, fit)) / max(1, bearers_for(means))
    return min(1.0, max(1.0, teams) * work_s / (work_s + rest_s)) * setting["march_hours"] / 24.0


@inner
def pace_the_march(world):
    """On a long leg bearers take turns below critical power, so nobody's hold or W' decides."""
    for i in range(len(world.people)):
        if able(world, i):
            person = world.people[i]
            exert(world, i, min(person["power_w"], 0.99 * person["cp_w"]), 0.0)
