"""The way to a prosthesis: heard of, travelled to, measured, built, fitted, learned on, laid aside or walked with.

Nobody searches alone: a comrade on a mission meets somebody who knows a maker, at a rate times the strength of the
tie. A workshop far away means a journey with a companion, and a hazard on the road (exponential); the attack is an
incident, lived by the organisation's driver (`road_attack`).
"""

import math

from homeward.codes import Draw, DutyStatus, Event, LimbStage
from homeward.kernel.draws import exponential
from homeward.kernel.jit import inner, process
from homeward.kernel.policies.who_goes_along import who_goes_along
from homeward.kernel.year.chance import drawn, left_after, luck, scattered
from homeward.kernel.year.notes import note
from homeward.kernel.year.therapy import gain_points, takes
from homeward.kernel.year.waking import DAY_S, lost, moved

ATTACKED = -3
"""In `road_s`: the attack has been lived."""


@inner
def comrade_on_the_road(world, i):
    """Strength of member i's ties to those on missions, and the strongest of them (-1: none)."""
    mind = world.minds[i]
    total, best, most = 0.0, -1, 0.0
    for t in range(mind["ties0"], mind["ties0"] + mind["ties"]):
        tie = world.ties[t]
        if world.members[tie["to"]]["status"] == DutyStatus.ON_MISSION:
            total += tie["strength"]
            if tie["strength"] > most:
                best, most = tie["to"], tie["strength"]
    return total, best


@inner
def known_workshop(world):
    """The nearest workshop that somebody has heard of, -1."""
    best = -1
    for w in range(len(world.workshops)):
        known = world.workshops[w]["found_s"] >= 0
        if known and (best < 0 or world.workshops[w]["away_s"] < world.workshops[best]["away_s"]):
            best = w
    return best


@inner
def unknown_workshop(world):
    """The first workshop that nobody has heard of, -1."""
    for w in range(len(world.workshops)):
        if world.workshops[w]["found_s"] < 0:
            return w
    return -1


@process
def search(world, i, days):
    """Has anybody heard of a maker since yesterday?"""
    row, found = world.recoveries[i], known_workshop(world)
    if found < 0:
        total, finder = comrade_on_the_road(world, i)
        w = unknown_workshop(world)
        u = luck(world, i, Draw.LIMB_FOUND, world.clock[0]["today"])
        if w < 0 or u >= 1.0 - left_after(world.folk[0]["heard_per_s"] * total * days * DAY_S):
            return
        world.workshops[w]["found_s"] = world.clock[0]["now_s"]
        found = w
        note(world, Event.LIMB_SEARCH, i, finder, 1.0 * w)
    row["workshop"] = found
    row["limb"], row["limb_s"] = LimbStage.FOUND, -1


@inner
def is_ready(world, i):
    """Whether member i can be fitted: closed, steady on one leg, not withdrawn, out of hospital, and a place free."""
    row = world.recoveries[i]
    well = row["closed"] == 1 and row["score"] >= world.folk[0]["ready_score"] and world.minds[i]["state"] < 2
    shop = world.workshops[row["workshop"]]
    return well and world.members[i]["patient"] == -1 and row["place"] != 1 and shop["busy"] < shop["seats"]


@inner
def journey_s(world, i):
    """How long (s) the way to the workshop or back takes; out and back are drawn apart."""
    row = world.recoveries[i]
    away_s = 1.0 * world.workshops[row["workshop"]]["away_s"]
    spread = world.folk[0]["journey_spread"]
    return math.ceil(scattered(world, i, Draw.JOURNEY_LENGTH, row["returning"], away_s, spread))


@process
def take_the_road(world, i):
    """One leg of the journey: when it ends, and when the wagon is attacked on it, if it is."""
    row, now_s = world.recoveries[i], world.clock[0]["now_s"]
    length_s = journey_s(world, i)
    row["limb_s"], row["road_s"] = now_s + length_s, -1
    hazard = world.workshops[row["workshop"]]["hazard_per_s"]
    if hazard > 0.0:
        until_s = exponential(world, world.members[i]["key"], Draw.JOURNEY_HAZARD, row["returning"], 1.0 / hazard)
        if until_s < length_s:
            row["road_s"] = now_s + math.floor(until_s)
    note(world, Event.JOURNEY_STARTS, i, row["companion"], 1.0 * row["returning"])


@process
def set_out(world, i):
    """To the workshop, with a companion; without one nobody sets out. A workshop next door needs neither."""
    row, now_s = world.recoveries[i], world.clock[0]["now_s"]
    row["returning"] = 0
    if world.workshops[row["workshop"]]["away_s"] == 0:
        arrive_at_workshop(world, i)
        return
    companion = who_goes_along(world, i)
    if companion < 0:
        return
    world.workshops[row["workshop"]]["busy"] += 1
    row["companion"], row["away_s"], row["limb"] = companion, now_s, LimbStage.JOURNEY
    world.recoveries[companion]["goes_with"] = i
    moved(world, i)
    moved(world, companion)
    take_the_road(world, i)


@process
def arrive_at_workshop(world, i):
    """Measured, and measured again."""
    row = world.recoveries[i]
    row["limb"] = LimbStage.MEASURED
    row["limb_s"] = world.clock[0]["now_s"] + math.ceil(
        drawn(world, i, world.folk[0]["measuring_dist"], Draw.LEARNING, 0)
    )


@process
def end_journey(world, i):
    """Home again, or left alone by fate: nobody is away or goes along any more."""
    row = world.recoveries[i]
    if row["away_s"] >= 0:
        world.workshops[row["workshop"]]["busy"] -= 1
    if row["companion"] >= 0:
        world.recoveries[row["companion"]]["goes_with"] = -1
        moved(world, row["companion"])
    row["companion"], row["away_s"], row["road_s"], row["returning"] = -1, -1, -1, 0
    moved(world, i)


@process
def fit_limb(world, i):
    """It is joined to him: it works, or it does not work on another man."""
    row, folk = world.recoveries[i], world.folk[0]
    if luck(world, i, Draw.LIMB_FIT, 0) < folk["fails"]:
        row["limb"], row["limb_s"] = LimbStage.REJECTED, -1
        note(world, Event.LIMB_FAILED, i, -1, 0.0)
    else:
        row["limb"], row["limb_s"] = LimbStage.LEARNING, -1
        row["score"] = folk["score_two"]
        note(world, Event.LIMB_FITTED, i, -1, row["score"])


@process
def next_stage(world, i):
    """A stage that takes its time has ended."""
    row, folk, now_s = world.recoveries[i], world.folk[0], world.clock[0]["now_s"]
    if row["limb"] == LimbStage.JOURNEY:
        note(world, Event.JOURNEY_ENDS, i, row["companion"], 0.0)
        arrive_at_workshop(world, i)
    elif row["limb"] == LimbStage.MEASURED:
        note(world, Event.LIMB_MEASURED, i, -1, 0.0)
        row["limb"] = LimbStage.BUILT
        row["limb_s"] = now_s + math.ceil(drawn(world, i, folk["building_dist"], Draw.LIMB_BUILD, 0))
    elif row["limb"] == LimbStage.BUILT:
        note(world, Event.LIMB_BUILT, i, -1, 0.0)
        row["limb"] = LimbStage.FITTED
        row["limb_s"] = now_s + math.ceil(drawn(world, i, folk["fitting_dist"], Draw.LIMB_BUILD, 1))
    elif row["limb"] == LimbStage.FITTED:
        fit_limb(world, i)
        if row["away_s"] >= 0:
            row["returning"] = 1
            take_the_road(world, i)


@process
def learn(world, i, days):
    """Days of walking on it; when the crutch is no longer needed he walks with it, or lays it aside."""
    row, folk = world.recoveries[i], world.folk[0]
    gain_points(world, i, folk["learning_gain"] * days * takes(world, i))
    if row["score"] < folk["walks_score"]:
        return
    if luck(world, i, Draw.LIMB_REJECTION, 0) < folk["rejection"]:
        row["limb"] = LimbStage.REJECTED
        note(world, Event.LIMB_REJECTED, i, -1, row["score"])
    else:
        row["limb"] = LimbStage.WALKING
        plan_upkeep(world, i)


@inner
def plan_upkeep(world, i):
    """When the prosthesis needs repair next. (`limb_s` may still hold the way home.)"""
    row = world.recoveries[i]
    if row["returning"] == 0:
        nth = row["upkeeps"]
        row["limb_s"] = world.clock[0]["now_s"] + math.ceil(
            drawn(world, i, world.folk[0]["upkeep_dist"], Draw.UPKEEP, 2 * nth)
        )


@process
def keep_up(world, i):
    """Wear and repair; meanwhile he is on his crutch again."""
    row, now_s = world.recoveries[i], world.clock[0]["now_s"]
    if row["repair_s"] >= 0 and now_s >= row["repair_s"]:
        row["repair_s"] = -1
        note(world, Event.REPAIR, i, -1, 1.0 * row["upkeeps"])
        plan_upkeep(world, i)
    elif row["repair_s"] < 0 and row["limb_s"] >= 0 and now_s >= row["limb_s"]:
        nth = 2 * row["upkeeps"] + 1
        row["repair_s"] = now_s + math.ceil(drawn(world, i, world.folk[0]["repair_dist"], Draw.UPKEEP, nth))
        row["upkeeps"] += 1


@process
def come_home(world, i):
    """The way back has ended."""
    row = world.recoveries[i]
    note(world, Event.JOURNEY_ENDS, i, row["companion"], 1.0)
    end_journey(world, i)
    row["limb_s"] = -1
    if row["limb"] == LimbStage.WALKING:
        plan_upkeep(world, i)


@process
def limb_day(world, i, days):
    """The morning's look at member i's way to a prosthesis."""
    row, now_s = world.recoveries[i], world.clock[0]["now_s"]
    stage = row["limb"]
    if row["returning"] == 1 and now_s >= row["limb_s"]:
        come_home(world, i)
    if stage == LimbStage.SEARCHING:
        search(world, i, days)
    elif stage == LimbStage.LEARNING:
        learn(world, i, days)
    elif stage == LimbStage.WALKING:
        if row["returning"] == 0:
            keep_up(world, i)
    elif stage >= LimbStage.JOURNEY and stage <= LimbStage.FITTED and row["limb_s"] >= 0 and now_s >= row["limb_s"]:
        next_stage(world, i)


@process
def road_attack(world):
    """The next member of this morning's list whose wagon has been attacked and not yet defended; -1: none."""
    i = world.folk_day[0]["first"]
    while i >= 0:
        row = world.recoveries[i]
        if row["away_s"] >= 0 and row["road_s"] >= 0 and row["road_s"] <= world.clock[0]["now_s"]:
            row["road_s"] = ATTACKED
            return i
        i = row["next"]
    return -1


@process
def start_journeys(world):
    """Whoever is ready sets out, in order of row."""
    i = world.folk_day[0]["first"]
    while i >= 0:
        row = world.recoveries[i]
        if row["limb"] == LimbStage.FOUND and row["workshop"] >= 0 and not lost(world, i) and is_ready(world, i):
            set_out(world, i)
        i = row["next"]
