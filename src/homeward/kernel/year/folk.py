"""The way back, as the year's loop sees it: what befalls a member, the morning's look, and what others may ask.

Every function takes the World and rows of members. The morning passes over whoever needs no look (`wakes`); whatever
happens to somebody wakes him. Formulas stand in the modules that are imported here.
"""

import math

from homeward.codes import Draw, LimbStage
from homeward.kernel.jit import inner, process
from homeward.kernel.year.aids import choose_aid, days_since, detrain, regain_points, walks
from homeward.kernel.year.chance import drawn, left_after
from homeward.kernel.year.folk_tables import FREE, HOME, NEVER_DAY, SOFT, WARD, WOUND_SHOCK
from homeward.kernel.year.home import home_day, leave_ward, move_out
from homeward.kernel.year.mind import (
    at_rest,
    distress_now,
    find_state,
    find_work,
    lose_work,
    responds,
    settle_mind,
    suffer,
    tell_of_loss,
)
from homeward.kernel.year.prosthesis import end_journey, limb_day, road_attack, start_journeys
from homeward.kernel.year.recovery import (
    begin_healing,
    classify,
    function_after,
    function_at_first,
    has_healed,
    heal,
)
from homeward.kernel.year.reserve_back import let_reserve_return, reserve_now, spend_reserve
from homeward.kernel.year.support import bereave, hear_of_wound, make_visits
from homeward.kernel.year.therapy import give_therapy
from homeward.kernel.year.waking import DAY_S, lost, moved, next_moved, wake
from homeward.kernel.year.walking import capacity
from homeward.kernel.year.watch import keep_watch, look_for_crisis

__all__ = [
    "after_sweep",
    "begin_folk",
    "begin_morning",
    "begin_recovery",
    "bereave",
    "brought_in",
    "distress_now",
    "fell",
    "find_work",
    "fitness",
    "knows",
    "lose_work",
    "morning",
    "next_moved",
    "place_of",
    "reserve_now",
    "responds",
    "road_attack",
    "spend_reserve",
    "strength_left",
    "suffer",
    "walks",
]

TRAVELLING, CARING = 3, 4
"""What `place_of` says beyond FREE, WARD and HOME."""

WEEK = 7
SAME_AS_EVER = 0.01
"""Share of capacity lost that nobody notices."""


@process
def begin_folk(world):
    """Begin a replicate: the morning's lists are empty; those not well and rested at the start are looked at."""
    day = world.folk_day[0]
    day["first"], day["last"], day["moved"], day["turn"] = -1, -1, -1, -1
    day["mind"][0] = len(world.members)
    for i in range(len(world.members)):
        row = world.recoveries[i]
        rested = row["reserve"] >= 1.0
        world.wakes[i]["folk"] = NEVER_DAY if rested else 0
        row["reserve_low"] = 1 if row["reserve"] < world.duty[0]["reserve_for_mission"] else 0


@process
def brought_in(world, i):
    """Member i reaches the hospital's door. His service row says the wounds, his recovery row leg and blood lost."""
    row, now_s = world.recoveries[i], world.clock[0]["now_s"]
    unbind(world, i)
    before = row["amputee"]
    classify(world, i)
    row["function0"] = function_at_first(world, i)
    row["function"] = row["healed"] = row["function0"]
    row["began_s"], row["touched_s"], row["place"] = -1, now_s, FREE
    if row["amputee"] == before:
        well = row["score"] if before == 1 else world.folk[0]["score_most"][0]
        row["score"] = well * (1.0 - row["leg"])
    else:
        row["score"] = 0.0
    suffer(world, i, WOUND_SHOCK, math.sqrt(world.service[i]["iss"] / 16.0))
    if world.service[i]["limb_lost"] > 0 and world.minds[i]["told"] == 0:
        nth = world.service[i]["wounded"]
        told_s = drawn(world, i, world.folk[0]["told_dist"], Draw.SHOCK, nth)
        world.minds[i]["news_s"] = now_s + math.ceil(told_s)
    hear_of_wound(world, i)
    wake(world, i)


@process
def begin_recovery(world, i):
    """Member i has left acute care alive, or was hurt before the run began (`wounded_s` below -1)."""
    if world.service[i]["iss"] <= 0 and world.service[i]["limb_lost"] == 0:
        world.recoveries[i]["function"] = world.recoveries[i]["healed"] = 1.0
        moved(world, i)
        return
    row = world.recoveries[i]
    if world.service[i]["wounded_s"] < -1:
        classify(world, i)
    begin_healing(world, i)
    if world.service[i]["limb_lost"] > 0 and len(world.workshops) > 0 and row["limb"] == LimbStage.NONE:
        row["limb"] = LimbStage.SEARCHING
    if world.service[i]["wounded_s"] < -1:
        hurt_before(world, i)
    choose_aid(world, i)
    if row["wound"] == SOFT:
        leave_ward(world, i)


@process
def hurt_before(world, i):
    """Bring somebody hurt before the run began to where he would be now: healed in part, treated, told."""
    row, folk = world.recoveries[i], world.folk[0]
    row["began_s"] = world.service[i]["wounded_s"]
    days = -world.service[i]["wounded_s"] / DAY_S
    row["healed_d"] = days
    row["closed"] = 1 if days >= row["closes_d"] else 0
    row["function"] = function_after(world, i)
    most = folk["score_most"][0]
    row["score"] = most * (1.0 - left_after(folk["therapy_gain"] * folk["unaided"] * days / most))
    regain_points(world, i)
    if days * DAY_S >= folk["home_ward_s"] and row["score"] >= folk["score_two"]:
        row["place"], row["home_s"], row["out_s"], row["climbed_s"] = HOME, 0, 0, 0
    world.minds[i]["told"] = world.service[i]["limb_lost"]
    world.minds[i]["told_s"] = row["began_s"]


@inner
def link(world, i):
    """Put member i into this morning's list."""
    day = world.folk_day[0]
    world.recoveries[i]["next"] = -1
    if day["first"] < 0:
        day["first"] = i
    else:
        world.recoveries[day["last"]]["next"] = i
    day["last"] = i


@inner
def begin_morning(world):
    """Before the sweep: nobody has been looked at."""
    day = world.folk_day[0]
    day["first"], day["last"], day["in_ward"] = -1, -1, 0


@process
def body_day(world, i, days):
    """What the night did to member i's body, and where he goes with it."""
    row = world.recoveries[i]
    detrain(world, i, days)
    if row["began_s"] == -1 and row["place"] == FREE:
        if world.members[i]["patient"] != -1 and row["function"] < 1.0:
            choose_aid(world, i)
        return
    heal(world, i, days)
    regain_points(world, i)
    limb_day(world, i, days)
    choose_aid(world, i)
    home_day(world, i, days)
    leave_ward(world, i)


@process
def morning(world, i):
    """The morning's look at member i's body, mind and reserve; sets the day of the next one."""
    if lost(world, i):
        world.wakes[i]["folk"] = NEVER_DAY
        return
    link(world, i)
    mind, days = world.minds[i], days_since(world, i)
    settle_mind(world, i)
    if mind["news_s"] >= 0 and mind["news_s"] <= world.clock[0]["now_s"]:
        tell_of_loss(world, i)
    look_for_crisis(world, i, min(days, 1.0))
    body_day(world, i, days)
    find_state(world, i)
    world.folk_day[0]["in_ward"] += 1 if world.recoveries[i]["place"] == WARD else 0
    world.wakes[i]["folk"] = next_look(world, i)


@inner
def is_settled(world, i):
    """Whether member i's body changes no more from day to day, and nothing binds him to others."""
    row = world.recoveries[i]
    limb = row["limb"] == LimbStage.NONE or row["limb"] == LimbStage.REJECTED
    alone = row["carer"] < 0 and row["away_s"] < 0 and row["place"] == FREE
    return has_healed(world, i) and limb and alone and row["detrained"] < SAME_AS_EVER


@process
def next_look(world, i):
    """The day on which member i next needs a look."""
    today = world.clock[0]["today"]
    back_day = let_reserve_return(world, i)
    waiting = world.members[i]["patient"] != -1 or world.minds[i]["watch"] > 0 or world.minds[i]["kept"] > 0
    if waiting or not is_settled(world, i):
        return today + 1
    if at_rest(world, i):
        heavy = world.minds[i]["burden"] > world.folk[0]["quiet"] or world.minds[i]["acute"] > world.folk[0]["quiet"]
        return min(back_day, today + WEEK) if heavy else back_day
    return today + 1


@process
def after_sweep(world):
    """After the sweep: therapy, visits, watch, journeys. Then `next_moved` says whom duty must look at again."""
    give_therapy(world)
    make_visits(world)
    keep_watch(world)
    start_journeys(world)


@process
def unbind(world, i):
    """Nobody cares for member i, is cared for by him, goes with him or is accompanied by him any more."""
    row = world.recoveries[i]
    move_out(world, i)
    if row["cares_for"] >= 0:
        move_out(world, row["cares_for"])
    if row["goes_with"] >= 0:
        world.recoveries[row["goes_with"]]["companion"] = -1
        row["goes_with"] = -1
        moved(world, i)
    if row["away_s"] >= 0:
        end_journey(world, i)
        if row["limb"] <= LimbStage.FITTED:
            row["limb"], row["limb_s"] = LimbStage.FOUND, -1


@process
def fell(world, i):
    """Member i is dead, or missing for ever: nobody cares for him, goes with him or is cared for by him any more."""
    row = world.recoveries[i]
    unbind(world, i)
    row["limb"], row["place"], row["began_s"] = LimbStage.NONE, FREE, -1
    world.minds[i]["watch"], world.minds[i]["kept"], world.minds[i]["watcher"] = 0, 0, -1
    world.wakes[i]["folk"] = NEVER_DAY


@inner
def fitness(world, i):
    """Function (0..1) of member i: 1 for the well."""
    return world.recoveries[i]["function"]


@inner
def knows(world, i):
    """1 when member i has been told of the loss."""
    return world.minds[i]["told"]


@inner
def place_of(world, i):
    """FREE, WARD, HOME, TRAVELLING or CARING."""
    row = world.recoveries[i]
    if row["away_s"] >= 0 or row["goes_with"] >= 0:
        return TRAVELLING
    return CARING if row["cares_for"] >= 0 else row["place"]


@inner
def strength_left(world, i):
    """Share (0..1) of his power that member i would bring into an incident now."""
    return capacity(world, i)
