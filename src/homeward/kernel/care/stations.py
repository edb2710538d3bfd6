"""What a task asks for and what it does, as bits: a plain one goes a short way."""

from homeward.kernel.care.tables import BRANCHES, CATEGORIES, SKILLS_PER_TASK, STOCKS_PER_TASK
from homeward.kernel.care.times import CONSTANT
from homeward.kernel.jit import handler, inner

ONE, TEAM, BED, THING, STOCK = 1, 2, 4, 8, 16
"""It needs one pair of hands of one skill; more than that; a bed; equipment; stock that it waits for."""

STAYS, TREATS, ENDS_BLEEDING, MAY_KILL, DECIDES, SORTS = 1, 2, 4, 8, 16, 32
PATIENCE, INTERRUPTIBLE, PREEMPTS, REASSESSES, USES_STOCK, MAY_HOLD, GATED = 64, 128, 256, 512, 1024, 2048, 4096
THROUGH = 8192
ONE_WAY = 1 << 16
EVERY_WAY = 15 << 16
"""ONE_WAY << category: the first way on has all."""


@inner
def needs_of(world, station):
    """The bits of what this task asks for."""
    kinds, hands, needs = 0, 0, 0
    for k in range(SKILLS_PER_TASK):
        if station["skill"][k] >= 0 and station["hands"][k] > 0:
            kinds += 1
            hands += station["hands"][k]
    if kinds > 0:
        # The skill of a lone pair of hands must be the first one: that is where the short way looks.
        needs = ONE if hands == 1 and station["skill"][0] >= 0 and station["hands"][0] == 1 else TEAM
    if station["area"] >= 0:
        needs |= BED
    if station["equipment"] >= 0:
        needs |= THING
    if station["waits_for_stock"] == 1 and station["stock"][0] >= 0:
        needs |= STOCK
    return needs


@inner
def treats(station):
    """Whether this task does anything to the body at its start, or asks how much blood is missing."""
    acts = station["stops"] > 0.0 or station["restores"] > 0.0 or station["calms"] > 0.0
    for k in range(STOCKS_PER_TASK):
        acts = acts or station["stock"][k] >= 0
    return acts or station["death_per_loss"] > 0.0


@inner
def may_kill(station):
    """Whether somebody can die of, or at the end of, this task."""
    kills = station["death_per_loss"] > 0.0 or station["death_per_hour"] > 0.0
    for c in range(CATEGORIES):
        kills = kills or station["death"][c] > 0.0
    return kills


@inner
def bit_if(asked, bit):
    """The bit, or nothing."""
    return bit if asked else 0


@inner
def leads_straight_on(world, station):
    """Whether every way on from this task is out, by a link, or to a task of the same facility that turns nobody away
    and comes later, so that nobody goes in circles in no time.
    """
    straight = True
    for k in range(BRANCHES):
        to = station["next"][k]
        if to >= 0 and station["link"][k] < 0:
            other = world.stations[to]
            same = other["facility"] == station["facility"] and other["queue_limit"] < 0
            straight = straight and same and to > station["row"]
    return straight


@inner
def takes_no_time(world, station):
    """Whether this task takes no time, whoever it is for."""
    none = True
    for c in range(CATEGORIES):
        row = world.dists[station["time_dist"][c]]
        none = none and row["shape"] == CONSTANT and row["a"] < 0.5
    return none


@inner
def is_through(world, station):
    """Whether whoever comes to this task is through with it at once: it asks for nothing, and nothing can happen."""
    free = station["needs"] == 0 and station["area"] < 0 and station["queue_limit"] < 0
    simple = station["does"] & ~(TREATS | PATIENCE | REASSESSES | EVERY_WAY) == 0 and station["stock"][0] < 0
    return free and simple and takes_no_time(world, station) and leads_straight_on(world, station)


@inner
def does_of(world, station):
    """The bits of what this task does, and which categories have one way on."""
    does = bit_if(station["stays"] == 1, STAYS) | bit_if(treats(station), TREATS)
    does |= bit_if(station["stops_at_end"] > 0.0, ENDS_BLEEDING) | bit_if(may_kill(station), MAY_KILL)
    does |= bit_if(station["decides"] == 1, DECIDES) | bit_if(station["sets_category"] == 1, SORTS)
    does |= bit_if(station["patience_dist"] >= 0, PATIENCE) | bit_if(station["interruptible"] == 1, INTERRUPTIBLE)
    does |= bit_if(station["preempts"] == 1, PREEMPTS) | bit_if(station["reassess_s"] > 0, REASSESSES)
    does |= bit_if(station["stock"][0] >= 0, USES_STOCK)
    held = station["stays"] == 1 and world.facilities[station["facility"]]["hold_s"] >= 0
    does |= bit_if(held and world.facilities[station["facility"]]["evacuate_to"] >= 0, MAY_HOLD)
    gated = station["queue_limit"] >= 0 or world.facilities[station["facility"]]["divert_above"] >= 0
    does |= bit_if(gated or station["preempts"] == 1, GATED)
    for c in range(CATEGORIES):
        does |= bit_if(station["way"][c][0] >= 1.0, ONE_WAY << c)
    return does


@handler
def begin_station(world, s):
    """Reckon what station s needs and does; nobody is there."""
    station, skills = world.stations[s], 0
    facility = world.facilities[station["facility"]]
    if len(world.facilities) > 0:
        skills = len(world.skills_at) // len(world.facilities)
    for k in range(SKILLS_PER_TASK):
        station["who"][k] = 0
        if station["skill"][k] >= 0:
            station["who"][k] = world.skills_at[station["facility"] * skills + station["skill"][k]]["who"]
    station["needs"], station["does"] = needs_of(world, station), does_of(world, station)
    station["row"] = s
    if is_through(world, station):
        station["does"] |= THROUGH
    station["bit"] = 1 << (s - facility["first_station"])
    station["waiting"] = station["with_bed"] = 0
    station["serving"] = -1
    for c in range(CATEGORIES):
        station["head"][c] = station["tail"][c] = -1


@inner
def way_on(station, category, u):
    """Which way on has the chance u."""
    for k in range(BRANCHES - 1):
        if u < station["way"][category][k]:
            return k
    return BRANCHES - 1
