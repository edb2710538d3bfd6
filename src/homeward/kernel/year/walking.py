"""Walking and stairs with what a body has left: nobody sets how long the way home takes.

Metabolic power (W/kg) at speed v with an aid: P(v) = rest + c v, where c = (oxygen per metre x 20.94 J/mL - rest / v0)
is the net cost at the aid's comfortable speed v0 (databook 8.1), times 1 + novice_cost (1 - skill). Critical power and
W' are those of the well body times what wounds, bed and blood loss left of it, times the share of muscle that the aid
leaves at work. Below critical power one walks on; above it W' empties at P - CP, and one rests until a share of it is
back. A flight is climbed when W' covers what its power exceeds CP by.
"""

import math

from homeward.codes import Aid
from homeward.kernel.jit import inner, process
from homeward.kernel.year.chance import left_after

GRAVITY = 9.80665
NO_AID = 0


@inner
def blood_missing(world, i):
    """Share of the haemoglobin that member i still lacks."""
    row, folk = world.recoveries[i], world.folk[0]
    if row["lost"] <= 0.0:
        return 0.0
    since_s = 1.0 * max(0, world.clock[0]["now_s"] - world.service[i]["wounded_s"])
    return row["lost"] * folk["blood_kept"] * left_after(since_s / folk["blood_tau_s"])


@inner
def capacity(world, i):
    """Share of his power that wounds, bed and lost blood have left member i, with the muscles at work with his aid."""
    row = world.recoveries[i]
    well = 1.0 - world.folk[0]["sick"] * (1.0 - row["healed"])
    return well * (1.0 - row["detrained"]) * (1.0 - blood_missing(world, i)) * world.aids[row["aid"]]["muscle"]


@inner
def critical_w_kg(world, i):
    """Critical power (metabolic W/kg) of member i as he is now."""
    body = world.physique[i]
    return world.folk[0]["cp_share"] * body["vo2max_w"] / body["mass_kg"] * capacity(world, i)


@inner
def full_wprime_j_kg(world, i):
    """W' (metabolic J/kg) of member i, rested, as he is now."""
    body = world.physique[i]
    return body["wprime_j"] / body["mass_kg"] * capacity(world, i)


@inner
def skill(world, i):
    """Skill (0..1) with the aid in use, from the AMP score: none at the bottom of K1, full at the top of the scale."""
    row, folk = world.recoveries[i], world.folk[0]
    if row["aid"] == Aid.NONE:
        return 1.0
    on_prosthesis = row["aid"] == Aid.PROSTHESIS or row["aid"] == Aid.PROSTHESIS_AND_CRUTCH
    most = folk["score_most"][1] if on_prosthesis else folk["score_most"][0]
    return min(1.0, max(0.0, (row["score"] - folk["score_chair"]) / (most - folk["score_chair"])))


@inner
def pace_of(world, i, speed_mps):
    """Speed of member i at his skill, where a skilled user has speed_mps."""
    slow = world.folk[0]["novice_speed"]
    return speed_mps * (slow + (1.0 - slow) * skill(world, i))


@inner
def clumsiness(world, i):
    """Factor on the cost of moving with the aid at member i's skill."""
    return 1.0 + world.folk[0]["novice_cost"] * (1.0 - skill(world, i))


@inner
def net_cost_j_kg_m(world, i):
    """Net metabolic cost (J/kg/m) of member i's walking."""
    aid, folk = world.aids[world.recoveries[i]["aid"]], world.folk[0]
    gross = aid["oxygen_ml_kg_m"] * folk["oxygen_j_ml"]
    return (gross - folk["rest_w_kg"] / aid["speed_mps"]) * clumsiness(world, i)


@inner
def can_walk(world, i):
    """Whether member i gets about at all with the aid he has."""
    return world.aids[world.recoveries[i]["aid"]]["speed_mps"] > 0.0


@process
def walk(world, i, metres, left_j_kg):
    """Walk so far with left_j_kg of W' at the start. Returns the time (s) and what is left of W'; -1 when he cannot.

    He slows down to stay below critical power, but not below `slowest` of his own pace: then he stops and rests.
    """
    folk = world.folk[0]
    if not can_walk(world, i):
        return -1.0, left_j_kg
    cost, cp = net_cost_j_kg_m(world, i), critical_w_kg(world, i)
    own = pace_of(world, i, world.aids[world.recoveries[i]["aid"]]["speed_mps"])
    speed = min(own, max(folk["slowest"] * own, (cp - folk["rest_w_kg"]) / cost))
    excess = folk["rest_w_kg"] + cost * speed - cp
    if excess <= 1e-9:
        return metres / speed, full_wprime_j_kg(world, i)
    return with_rests(world, i, metres, speed, excess, left_j_kg)


@process
def with_rests(world, i, metres, speed_mps, excess_w_kg, left_j_kg):
    """Walk above critical power: W' empties, he rests until `rest_until` of it is back, and walks on."""
    folk, full = world.folk[0], full_wprime_j_kg(world, i)
    back = max(1e-3, folk["rest_until"] * full)
    passed_s, togo_m, left = 0.0, metres, max(0.0, left_j_kg)
    while togo_m * excess_w_kg > left * speed_mps:
        passed_s += left / excess_w_kg
        togo_m -= left / excess_w_kg * speed_mps
        passed_s -= folk["rest_tau_s"] * math.log(1.0 - folk["rest_until"])
        left = back
    return passed_s + togo_m / speed_mps, left - togo_m / speed_mps * excess_w_kg


@process
def climbs(world, i, flights, left_j_kg):
    """Whether (1, 0) member i climbs so many flights alone, with left_j_kg of W' at their foot.

    Mechanical work m g h at the efficiency of muscle, times what the aid costs relative to none; on every landing he
    rests until `rest_until` of W' is back.
    """
    folk, aid = world.folk[0], world.aids[world.recoveries[i]["aid"]]
    if flights == 0:
        return 1
    if aid["stairs"] <= 0.0:
        return 0
    dear = aid["oxygen_ml_kg_m"] / world.aids[NO_AID]["oxygen_ml_kg_m"] * clumsiness(world, i)
    work_j_kg = GRAVITY * folk["flight_m"] / folk["efficiency"] * dear
    time_s = folk["stair_m"] / pace_of(world, i, folk["stair_mps"] * aid["stairs"])
    needed = max(0.0, work_j_kg + (folk["rest_w_kg"] - critical_w_kg(world, i)) * time_s)
    rested = folk["rest_until"] * full_wprime_j_kg(world, i)
    left = left_j_kg
    for _ in range(flights):
        left = max(left, rested) - needed
        if left < 0.0:
            return 0
    return 1
