"""What moving costs a body and what it has left: metabolic power under load, critical power and W', the hands' hold.

Power: LCDA backpacking equation (Looney 2022, PMC8919998) or Pandolf 1977; speed on slopes: Tobler.
Reserve: W' in two pools. Above critical power both empty together at the rate P - CP; below it each recovers
exponentially, at a pace proportional to CP - P (Skiba 2015). One pool cannot meet Ferguson 2010 (37, 65, 86 % at 2,
6, 15 min); two can.
"""

import math

from homeward.codes import EnergyModel
from homeward.kernel.exponential import exp
from homeward.kernel.jit import inner, process
from homeward.kernel.logarithm import power

GRAVITY = 9.80665
LOG_1_05, LOG_1_1 = math.log(1.05), math.log(1.1)


@inner
def lcda_w_per_kg(rest, speed_mps, grade, load_share, terrain):
    """Metabolic rate (W per kg body mass) walking at speed_mps on a grade (rise over run) with a load of
    load_share body masses.

    Looney 2022: M = rest + [0.19 + eta (1.78 S^0.58 + 0.27 S^4) + Mg] (1 + 1.96 (L/W)^1.36),
    Mg = 34 S G (1 - 1.05^(1 - 1.1^(100 G + 32))). Checked by its authors to S = 1.97 m/s and L/W = 0.66: beyond is
    extrapolation.
    """
    climb = 0.0
    if grade != 0.0:
        climb = 34.0 * speed_mps * grade * (1.0 - exp(LOG_1_05 * (1.0 - exp(LOG_1_1 * (100.0 * grade + 32.0)))))
    square = speed_mps * speed_mps
    walk = 0.19 + terrain * (1.78 * power(speed_mps, 0.58) + 0.27 * square * square) + climb
    return rest + max(0.0, walk) * (1.0 + 1.96 * power(load_share, 1.36))


@inner
def pandolf_w_per_kg(speed_mps, grade, load_share, terrain):
    """Pandolf 1977, per kg body mass: 1.5 + 2 (1 + l) l^2 + eta (1 + l)(1.5 V^2 + 0.35 V G), G in percent, l the
    load share.

    It was not fitted downhill: a falling grade is taken as level there.
    """
    climb = 35.0 * speed_mps * max(0.0, grade)
    carried = 1.0 + load_share
    return 1.5 + 2.0 * carried * load_share * load_share + terrain * carried * (1.5 * speed_mps * speed_mps + climb)


@inner
def walking_power(world, i, speed_mps, grade, load_kg, terrain):
    """Metabolic power (W) of person i walking at speed_mps under load_kg."""
    setting, mass_kg = world.setting[0], world.people[i]["mass_kg"]
    if setting["energy_model"] == EnergyModel.PANDOLF:
        return mass_kg * pandolf_w_per_kg(speed_mps, grade, load_kg / mass_kg, terrain)
    return mass_kg * lcda_w_per_kg(setting["rest_w_per_kg"], speed_mps, grade, load_kg / mass_kg, terrain)


@process
def speed_at_power(world, i, power_w, grade, load_kg, terrain, fastest_mps):
    """The speed (m/s, at most fastest_mps) at which person i spends power_w: power rises with speed, so halve the
    interval.
    """
    if walking_power(world, i, fastest_mps, grade, load_kg, terrain) <= power_w:
        return fastest_mps
    slow, fast = 0.0, fastest_mps
    for _ in range(24):
        middle = 0.5 * (slow + fast)
        if walking_power(world, i, middle, grade, load_kg, terrain) <= power_w:
            slow = middle
        else:
            fast = middle
    return slow


@inner
def tobler_mps(grade):
    """Walking speed (m/s) on a path: 6 exp(-3.5 |G + 0.05|) km/h (Tobler 1993)."""
    return 6.0 / 3.6 * exp(-3.5 * abs(grade + 0.05))


@inner
def hold_time(world, means, load_kg, grip_kg):
    """Median seconds a bearer can hold load_kg without setting it down: a (load per hand / grip)^-b times the
    factor of the means.

    Fitted to the hand-carried and harness-carried stretchers of the ARL study (A585933).
    """
    setting = world.setting[0]
    per_hand = max(1e-3, 0.5 * load_kg * setting["hand_share"][means] / grip_kg)
    return setting["hold_factor"][means] * setting["grip_a_s"] * power(per_hand, -setting["grip_b"])


@inner
def wprime_left(world, i):
    """W' balance (J) of person i when last settled."""
    return world.people[i]["fast_j"] + world.people[i]["slow_j"]


@inner
def recovered(left_j, full_j, dt_s, tau_s):
    """A pool's content after recovering for dt_s seconds towards full_j."""
    return full_j - (full_j - left_j) * exp(-dt_s / tau_s)


@process
def settle(world, i):
    """Bring reserve, hold and work of person i up to now, at the power he has had since he was last settled."""
    person, setting = world.people[i], world.setting[0]
    dt_s = float(world.clock[0]["now_s"] - person["settled_s"])
    person["settled_s"] = world.clock[0]["now_s"]
    if dt_s <= 0.0:
        return
    rest_w = setting["rest_w_per_kg"] * person["mass_kg"]
    over_w = person["power_w"] - person["cp_w"]
    person["spent_j"] += max(0.0, person["power_w"] - rest_w) * dt_s
    if over_w >= 0.0:
        left_j = wprime_left(world, i)
        kept = max(0.0, left_j - over_w * dt_s) / left_j if left_j > 0.0 else 0.0
        person["fast_j"] *= kept
        person["slow_j"] *= kept
    else:
        easy = -over_w / (person["cp_w"] - rest_w) * dt_s
        full_j = person["wprime_j"]
        share = setting["fast_share"]
        if person["fast_j"] < share * full_j:
            person["fast_j"] = recovered(person["fast_j"], share * full_j, easy, setting["fast_tau_s"])
        if person["slow_j"] < (1.0 - share) * full_j:
            person["slow_j"] = recovered(person["slow_j"], (1.0 - share) * full_j, easy, setting["slow_tau_s"])
    if person["hold_per_s"] > 0.0:
        person["hold"] = max(0.0, person["hold"] - person["hold_per_s"] * dt_s)
    elif person["hold"] < 1.0:
        person["hold"] = recovered(person["hold"], 1.0, dt_s, setting["hold_tau_s"])


@inner
def exert(world, i, power_w, hold_per_s):
    """From now on person i works at power_w and empties his hold at hold_per_s (0: it recovers)."""
    if world.people[i]["settled_s"] < world.clock[0]["now_s"]:
        settle(world, i)
    world.people[i]["power_w"] = power_w
    world.people[i]["hold_per_s"] = hold_per_s


@inner
def rest(world, i):
    """From now on person i rests."""
    exert(world, i, world.setting[0]["rest_w_per_kg"] * world.people[i]["mass_kg"], 0.0)


@process
def rest_needed(world, i, share):
    """Seconds of rest after which person i (settled, resting) has this share of both W' and hold.

    Newton on a concave rising function from the left: it never overshoots.
    """
    person, setting = world.people[i], world.setting[0]
    wait_s = 0.0
    if person["hold"] < share:
        wait_s = setting["hold_tau_s"] * math.log((1.0 - person["hold"]) / (1.0 - share))
    full_j, fast = person["wprime_j"], setting["fast_share"]
    fast_gap, slow_gap = fast * full_j - person["fast_j"], (1.0 - fast) * full_j - person["slow_j"]
    allowed_j = (1.0 - share) * full_j
    t = 0.0
    if fast_gap + slow_gap <= allowed_j:
        return wait_s
    for _ in range(30):
        fast_j = fast_gap * exp(-t / setting["fast_tau_s"])
        slow_j = slow_gap * exp(-t / setting["slow_tau_s"])
        excess_j = fast_j + slow_j - allowed_j
        if excess_j <= 1e-6 * full_j:
            break
        t += excess_j / (fast_j / setting["fast_tau_s"] + slow_j / setting["slow_tau_s"])
    return max(wait_s, t)
