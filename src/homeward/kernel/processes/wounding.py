"""Wounding: from a hit to what it does to the body. AIS by region, ISS, bleeding, threat to airway or chest, gait."""

from homeward.codes import Awareness, Draw, Event, Fault, Mechanism, Region, Side, Threat
from homeward.kernel.body import touch
from homeward.kernel.draws import draw, normal_quantile, uniform
from homeward.kernel.fate import update_awareness
from homeward.kernel.jit import inner, process
from homeward.kernel.ledger import record
from homeward.kernel.severity import injury_severity_score, new_injury_severity_score
from homeward.kernel.treating import walking_impairment
from homeward.kernel.way import person_to_go


@process
def first_wound_of(world, i):
    """Draw what is personal in person i's answer to bleeding, once, when he first needs it."""
    person, setting, key = world.people[i], world.setting[0], world.people[i]["key"]
    shift = setting["loss_sd"] * normal_quantile(uniform(world, key, Draw.RESILIENCE, 0))
    person["compensated_ml"] = person["blood0_ml"] * (1.0 - setting["compensation_loss"] - shift)
    person["zero_ml"] = person["blood0_ml"] * (1.0 - setting["collapse_loss"] - shift)
    z = normal_quantile(uniform(world, key, Draw.AWARENESS, 0))
    person["dim"] = 1.0 + setting["awareness_spread"] * max(-2.5, min(2.5, z))
    person["debt_limit"] = draw(world, setting["debt_limit_dist"], key, Draw.DEBT_LIMIT, 0)
    person["wounded_s"] = world.clock[0]["now_s"]


@inner
def refill_share(world, flow_ml_s):
    """Share of a bleed made good from the tissues: falls with its flow, because refilling takes time (Bighamian-
    Hahn 2016).
    """
    setting = world.setting[0]
    return setting["refill_share"] / (1.0 + flow_ml_s / setting["refill_flow_ml_s"])


@process
def wound(world, w):
    """Wound row w opens now on its person: all that varies from life to life is drawn. Then `feel_wounds`."""
    row = world.wounds[w]
    i = row["who"]
    person = world.people[i]
    if person["awareness"] == Awareness.DEAD:
        return
    if person["first_wound"] < 0:
        first_wound_of(world, i)
    touch(world, i)
    key = person["key"]
    flow = draw(world, row["flow_dist"], key, Draw.BLEED_RATE, w) if row["flow_dist"] >= 0 else 0.0
    row["flow0_ml_s"] = flow
    row["outer_ml_s"] = flow * row["compressible"]
    row["inner_ml_s"] = flow - row["outer_ml_s"]
    row["control"], row["control_inner"] = 1.0, 1.0
    row["refill"] = refill_share(world, flow)
    row["clot_per_s"] = draw(world, row["clot_dist"], key, Draw.CLOT_RATE, w) if row["clot_dist"] >= 0 else 0.0
    row["impairment"] = draw(world, row["impairment_dist"], key, Draw.GAIT, w) if row["impairment_dist"] >= 0 else 0.0
    if row["threat"] != Threat.NONE and row["threat_dist"] >= 0:
        person["threat"] = max(person["threat"], row["threat"])
        person["threat_per_s"] += 1.0 / max(1.0, draw(world, row["threat_dist"], key, Draw.THREAT_TIME, w))
    row["next"], person["first_wound"] = person["first_wound"], w
    person["mechanism"] = max(person["mechanism"], row["mechanism"])
    record(world, Event.WOUNDED, i, w, person_to_go(world, i), float(row["ais"]))


@process
def feel_wounds(world, i):
    """All wounds of a moment are open: what they do together to person i's gait, score and awareness."""
    person = world.people[i]
    if person["first_wound"] >= 0 and person["awareness"] != Awareness.DEAD:
        touch(world, i)
        person["impairment"] = walking_impairment(world, i)
        person["iss"] = injury_severity_score(world, i)
        person["niss"] = new_injury_severity_score(world, i)
        update_awareness(world, i)


@inner
def step_of(u, cumulative):
    """The first index whose cumulative probability reaches u."""
    index = 0
    while index + 1 < len(cumulative) and u > cumulative[index]:
        index += 1
    return index


@process
def hit(world, i, nth):
    """A hit in the fight wounds person i: region, severity and bleeding from the setting's weapon tables. nth names
    the hit.
    """
    w = world.clock[0]["wounds"]
    if w >= len(world.wounds):
        world.clock[0]["fault"] = Fault.WOUNDS_FULL
        return
    world.clock[0]["wounds"] = w + 1
    setting, key, row = world.setting[0], world.people[i]["key"], world.wounds[w]
    where = step_of(uniform(world, key, Draw.HIT_REGION, nth), setting["hit_region"])
    u = uniform(world, key, Draw.HIT_SEVERITY, nth)
    row["who"], row["mechanism"], row["amputation"] = i, Mechanism.PENETRATING, 0
    row["ais"] = 1 + step_of(u, setting["hit_ais"])
    row["side"], row["compressible"], row["threat"] = Side.TRUNK, 0.2, Threat.NONE
    row["region"] = Region.HEAD
    row["threat_dist"] = row["clot_dist"] = row["impairment_dist"] = -1
    row["flow_dist"] = setting["hit_flow_dist"][where] if row["ais"] >= 2 else -1
    if where == 1:
        row["region"] = Region.CHEST
        if row["ais"] >= 3:
            row["threat"], row["threat_dist"] = Threat.OPEN_CHEST, setting["hit_threat_dist"]
    elif where == 2:
        row["region"] = Region.ABDOMEN
    elif where == 3:
        row["region"], row["compressible"] = Region.LIMB, 1.0
        row["side"] = Side.LEG if uniform(world, key, Draw.HIT_SIDE, nth) < 0.6 else Side.ARM
        row["impairment_dist"] = setting["hit_gait_dist"] if row["side"] == Side.LEG else -1
    row["clot_dist"] = setting["hit_clot_dist"]
    wound(world, w)
    feel_wounds(world, i)
