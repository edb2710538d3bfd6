"""What can go wrong under way: when bearers stumble, and when a wounded leg gives way."""

from homeward.codes import Draw
from homeward.kernel.draws import exponential_before
from homeward.kernel.jit import inner
from homeward.kernel.tables import TEAM


@inner
def most_impaired(world, bearing):
    """The bearer whose own wounds hinder him most."""
    worst = -1
    for i in range(len(world.people)):
        if (bearing >> i) & 1 and (worst < 0 or world.people[i]["impairment"] > world.people[worst]["impairment"]):
            worst = i
    return worst


@inner
def stumble_time(world, leg, bearing, speed_mps, limit_s):
    """Seconds to the next stumble, where that is sooner than limit_s: more often on bad ground, under load, when spent,
    when hurt.
    """
    setting, team = world.setting[0], world.parties[TEAM]
    person = world.people[most_impaired(world, bearing)]
    spent = 1.0 - (person["fast_j"] + person["slow_j"]) / person["wprime_j"]
    per_m = setting["stumble_per_km"] / 1000.0 * world.legs[leg]["stumble"] * setting["stumble_load"]
    per_m *= (1.0 + (setting["stumble_tired"] - 1.0) * spent) * (1.0 + person["impairment"])
    return exponential_before(world, team["key"], Draw.STUMBLE, team["count"], 1.0 / (per_m * speed_mps), limit_s)


@inner
def knee_time(world, bearing, limit_s):
    """Seconds until a wounded bearer's leg gives way under him, where that is sooner than limit_s."""
    worst = most_impaired(world, bearing)
    per_min = world.setting[0]["knee_per_min"] * world.people[worst]["impairment"]
    if per_min <= 0.0:
        return 1e9
    key, nth = world.people[worst]["key"], world.parties[TEAM]["count"]
    return exponential_before(world, key, Draw.KNEE, nth, 60.0 / per_min, limit_s)
