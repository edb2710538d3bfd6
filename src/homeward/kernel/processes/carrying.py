"""Carrying: stints of movement, each until something ends it: the leg, the bearers' hands or reserve, a stumble, a
knee.
"""

import math

from homeward.codes import Draw, Event, Means, Mode, Status
from homeward.kernel.body import flow_at_full_pressure, touch
from homeward.kernel.calendar import cancel, schedule, scheduled_at
from homeward.kernel.draws import draw, exponential, lognormal
from homeward.kernel.exertion import (
    GRAVITY,
    exert,
    hold_time,
    rest,
    settle,
    tobler_mps,
    walking_power,
    wprime_left,
)
from homeward.kernel.fate import lay_down, update_awareness
from homeward.kernel.jit import inner, process
from homeward.kernel.ledger import record
from homeward.kernel.parties import entity
from homeward.kernel.people import able, able_bits, alive, with_team
from homeward.kernel.policies.pace import chosen_speed, is_fresh, rest_time, resume_share
from homeward.kernel.policies.who_carries import (
    bearers_for,
    count_bearers,
    means_possible,
    who_carries,
)
from homeward.kernel.tables import TEAM, WATCH
from homeward.kernel.treating import handle_roughly
from homeward.kernel.way import hold_position, leg_at, to_go

BY_NOBODY = int(Means.NONE)
UNFELT_LOSS = 0.005
"""Share of blood volume whose loss changes no bearer's pace."""

MECHANICAL_EFFICIENCY = 0.22
"""Mechanical work per metabolic energy (databook 6: W' metabolic = W'/0.22)."""


@inner
def is_helpless(world, i):
    """Whether person i is with the team and cannot go on his own feet: alive, or the dead man the incident is about."""
    return with_team(world, i) and not able(world, i) and (alive(world, i) or i == world.incident[0]["focus"])


@inner
def find_casualty(world):
    """The person to carry: the one the incident is about before any other; -1 when all walk."""
    focus = world.incident[0]["focus"]
    if is_helpless(world, focus):
        return focus
    for i in range(len(world.people)):
        if is_helpless(world, i):
            return i
    return -1


@inner
def leave_those_nobody_can_carry(world, casualty, fit):
    """With more helpless people than bearers, those beyond must be left for the relief party to fetch."""
    spare = count_bearers(world, casualty, fit) - 1
    for i in range(len(world.people)):
        if i != casualty and is_helpless(world, i):
            spare -= 1
            if spare < 0:
                person = world.people[i]
                person["status"], person["left_m"] = Status.LEFT, world.parties[TEAM]["at_m"]
                record(world, Event.LEFT_BEHIND, i, -1, to_go(world, TEAM), 0.0)
                lay_down(world, i)


@inner
def load_of(world, i, casualty, means):
    """What bearer i carries (kg): his kit and his share of the casualty."""
    load_kg, mass_kg = world.people[i]["load_kg"], world.people[casualty]["mass_kg"]
    if means == Means.ON_THE_BACK:
        return load_kg + mass_kg
    if means == Means.TWO_PERSON:
        return load_kg + 0.5 * mass_kg
    if means == Means.LITTER:
        return load_kg + 0.25 * (mass_kg + world.setting[0]["litter_kg"])
    return load_kg


@inner
def held_load(world, i, casualty, means):
    """What hangs on bearer i's hands (kg), kit not counted."""
    if means == Means.DRAG:
        return world.people[casualty]["mass_kg"] * world.setting[0]["drag_friction"]
    return load_of(world, i, casualty, means) - world.people[i]["load_kg"]


@inner
def bearer_power(world, i, casualty, means, speed_mps, leg):
    """Metabolic power (W) of bearer i at a speed; dragging adds the work against friction."""
    row = world.legs[leg]
    load_kg = load_of(world, i, casualty, means)
    power_w = walking_power(world, i, speed_mps, row["grade"], load_kg, row["terrain"])
    if means == Means.DRAG:
        pull_n = world.setting[0]["drag_friction"] * world.people[casualty]["mass_kg"] * GRAVITY
        power_w += pull_n * speed_mps / MECHANICAL_EFFICIENCY
    return power_w


@inner
def remembered_hold(world, i, casualty, means):
    """Median hold time (s) of bearer i under this load; reckoned again only when the load has changed."""
    person, load = world.people[i], 8 * casualty + means + 1
    if person["load_known"] != load:
        person["load_known"], person["speed_known"] = load, -1.0
        held_kg = held_load(world, i, casualty, means)
        person["hold_known"] = hold_time(world, means, held_kg, person["grip_kg"])
    return person["hold_known"]


@inner
def remembered_power(world, i, casualty, means, speed_mps, leg):
    """Power (W) of bearer i; reckoned again only when load, leg or speed have changed. After `remembered_hold`."""
    person = world.people[i]
    if person["speed_known"] != speed_mps or person["leg_known"] != leg:
        person["speed_known"], person["leg_known"] = speed_mps, leg
        person["power_known"] = bearer_power(world, i, casualty, means, speed_mps, leg)
    return person["power_known"]


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
def most_impaired(world, bearing):
    """The bearer whose own wounds hinder him most."""
    worst = -1
    for i in range(len(world.people)):
        if (bearing >> i) & 1 and (worst < 0 or world.people[i]["impairment"] > world.people[worst]["impairment"]):
            worst = i
    return worst


@inner
def stumble_time(world, leg, bearing, speed_mps):
    """Seconds to the next stumble: more often on bad ground, under load, when spent, when hurt."""
    setting, team = world.setting[0], world.parties[TEAM]
    person = world.people[most_impaired(world, bearing)]
    spent = 1.0 - (person["fast_j"] + person["slow_j"]) / person["wprime_j"]
    per_m = setting["stumble_per_km"] / 1000.0 * world.legs[leg]["stumble"] * setting["stumble_load"]
    per_m *= (1.0 + (setting["stumble_tired"] - 1.0) * spent) * (1.0 + person["impairment"])
    return exponential(world, team["key"], Draw.STUMBLE, team["count"], 1.0 / (per_m * speed_mps))


@inner
def knee_time(world, bearing):
    """Seconds until a wounded bearer's leg gives way under him."""
    worst = most_impaired(world, bearing)
    per_min = world.setting[0]["knee_per_min"] * world.people[worst]["impairment"]
    if per_min <= 0.0:
        return 1e9
    return exponential(world, world.people[worst]["key"], Draw.KNEE, world.parties[TEAM]["count"], 60.0 / per_min)


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
    teams = count_bearers(world, casualty, fit) / max(1, bearers_for(means))
    return min(1.0, max(1.0, teams) * work_s / (work_s + rest_s)) * setting["march_hours"] / 24.0


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
    means = BY_NOBODY
    if casualty >= 0:
        leave_those_nobody_can_carry(world, casualty, fit)
        means = means_possible(world, world.incident[0]["means"], casualty, fit)
    bearing = who_carries(world, casualty, bearers_for(means), fit)
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
        in_s, why = first_of(in_s, why, stumble_time(world, leg, bearing, speed_mps), Event.STUMBLED)
        in_s, why = first_of(in_s, why, knee_time(world, bearing), Event.KNEE_GAVE_WAY)
    record(world, Event.MOVED_ON, -1 - TEAM, casualty, to_go(world, TEAM), speed_mps)
    go(world, speed_mps, in_s, why)


@inner
def first_of(in_s, why, other_s, other_why):
    """The sooner of two ends of a stint."""
    if other_s < in_s:
        return other_s, other_why
    return in_s, why


@inner
def pace_the_march(world):
    """On a long leg bearers take turns below critical power, so nobody's hold or W' decides."""
    for i in range(len(world.people)):
        if able(world, i):
            person = world.people[i]
            exert(world, i, min(person["power_w"], 0.99 * person["cp_w"]), 0.0)


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
    chosen = who_carries(world, team["casualty"], needed, able_bits(world))
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
