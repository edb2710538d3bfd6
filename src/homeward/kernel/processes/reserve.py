"""Reserve: what a person brings to the way, and the days until what he spent has come back."""

import math

from homeward.codes import Draw
from homeward.kernel.draws import draw, lognormal
from homeward.kernel.jit import process


@process
def bring_reserve(world, i):
    """The fitness of person i on this day: critical power, W', hold, and the deep reserve: that of the day, or what he
    has got back of it where that is less.
    """
    person, setting = world.people[i], world.setting[0]
    fitness = lognormal(world, person["key"], Draw.FITNESS, 0, 1.0, person["fitness_spread"])
    person["cp0_w"] = setting["cp_share"] * person["vo2max_w"] * fitness
    person["cp_w"] = person["cp0_w"]
    person["wprime_j"] *= fitness
    person["fast_j"] = setting["fast_share"] * person["wprime_j"]
    person["slow_j"] = (1.0 - setting["fast_share"]) * person["wprime_j"]
    person["power_w"] = setting["rest_w_per_kg"] * person["mass_kg"]
    person["hold"] = 1.0
    of_the_day = draw(world, setting["reserve_start_dist"], person["key"], Draw.RESERVE_START, 0)
    person["reserve"] = min(person["reserve"], of_the_day)


@process
def fit_again_s(world, i):
    """When person i's deep reserve is back at the duty level, in s from the start; -1 when it never fell below,
    or he is dead.

    The reserve recovers exponentially over days with a personal time constant.
    """
    person, duty = world.people[i], world.setting[0]["duty_reserve"]
    if person["alive_30"] != 1 or person["reserve_spent"] <= 0.0 or person["reserve"] >= duty:
        return -1
    tau_s = draw(world, world.setting[0]["recovery_tau_dist"], person["key"], Draw.RECOVERY, 0)
    return max(0, person["arrived_s"]) + int(tau_s * math.log((1.0 - person["reserve"]) / (1.0 - duty)))
