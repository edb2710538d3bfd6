"""Wounds that heal: closure, infection, setbacks, and function rising towards what the body will allow in the end.

Healing is counted in days from the wounding. A day counts 1 for a flesh wound and in acute care; after a deep wound or
the loss of a limb 1 with therapy and `unaided` without; none while infected or set back. Function after h days:

    f(h) = ceiling (1 - (1 - f0) ((1 - fit) / (1 - f0)) ^ (h / needs)),    f0 = fit max(0.05, 1 - ISS / bedridden)

so that whoever returns to full duty (ceiling 1) reaches `fit` after `needs` days: the days to duty of his band of ISS
(databook 9). Whoever never returns settles at `lighter`; without a limb function stays below `limb_cap`, on a
prosthesis below `prosthesis_cap`: how long that takes is no number of its own, wound, aid and prosthesis decide.
Infection by class of wound: Stewart 2019. Return after amputation by rank: Stinner 2010, Hurley 2015.
"""

import math

from homeward.codes import Draw, Event, LimbStage
from homeward.kernel.jit import inner, process
from homeward.kernel.year.chance import drawn, left_after, luck
from homeward.kernel.year.folk_tables import (
    AMPUTATION,
    DEEP,
    FREE,
    FULL,
    HOME,
    LIGHTER,
    NO_RETURN,
    SETBACK_SHOCK,
    SOFT,
    WARD,
)
from homeward.kernel.year.mind import suffer
from homeward.kernel.year.notes import note
from homeward.kernel.year.waking import DAY_S, moved

LEAST, NEVER_D = 0.05, 1e9


@process
def classify(world, i):
    """Say which class of wound member i has: SOFT, DEEP, or AMPUTATION when it has just cost him a limb."""
    service, row = world.service[i], world.recoveries[i]
    row["wound"] = DEEP if service["iss"] >= world.folk[0]["deep_iss"] else SOFT
    if service["limb_lost"] > 0 and row["amputee"] == 0:
        row["wound"], row["amputee"] = AMPUTATION, 1


@inner
def band(iss):
    """Band of ISS: 1-3, 4-8, 9-15, 16-24, 25 and more."""
    if iss < 9:
        return 0 if iss < 4 else 1
    if iss < 25:
        return 2 if iss < 16 else 3
    return 4


@inner
def tier(world, i):
    """Tier of member i's rank: 0 the lowest, 2 the highest, 1 between."""
    rank = world.members[i]["rank"]
    if rank == 0:
        return 0
    return 2 if rank == len(world.ranks) - 1 else 1


@inner
def function_at_first(world, i):
    """Function (0..1) that a wounding leaves."""
    folk = world.folk[0]
    return folk["fit"] * max(LEAST, 1.0 - world.service[i]["iss"] / folk["bedridden_iss"])


@process
def what_becomes(world, i):
    """Draw what member i's body will allow in the end, and after how many days of healing.

    Whoever lost a limb before keeps what was said then.
    """
    row, folk, nth = world.recoveries[i], world.folk[0], world.service[i]["wounded"]
    u, k = luck(world, i, Draw.RETURNS, nth), band(world.service[i]["iss"])
    row["needs_d"] = drawn(world, i, folk["return_dist"][k], Draw.RETURN, nth) / DAY_S
    if row["wound"] == AMPUTATION:
        serves_on = folk["limb_returns"][tier(world, i)]
        row["returns"] = NO_RETURN
        if u < serves_on:
            row["returns"] = FULL if u < serves_on * folk["limb_full"] else LIGHTER
    elif row["amputee"] == 0:
        row["returns"] = FULL if u < folk["returns"][k] else LIGHTER


@process
def how_it_closes(world, i):
    """Draw the days of healing until the wound is closed, and those after which it becomes infected, if it does."""
    row, folk, nth = world.recoveries[i], world.folk[0], world.service[i]["wounded"]
    row["closes_d"] = drawn(world, i, folk["closure_dist"][row["wound"]], Draw.CLOSURE, nth) / DAY_S
    chance = folk["infection"][row["wound"]]
    u = luck(world, i, Draw.INFECTION, nth)
    # Given that u is below the chance, u / chance is uniform: one draw says whether and when.
    row["infected_d"] = 0.5 * row["closes_d"] * u / chance if u < chance else NEVER_D


@process
def begin_healing(world, i):
    """Member i has left acute care: to the rehabilitation ward after a deep wound or the loss of a limb, or home."""
    row, now_s = world.recoveries[i], world.clock[0]["now_s"]
    row["began_s"] = now_s
    row["healed_d"] = max(0, now_s - world.service[i]["wounded_s"]) / DAY_S
    row["closed"], row["fit_s"], row["stops_until_s"] = 0, -1, now_s
    row["touched_s"], row["out_s"], row["home_s"], row["indoors"] = now_s, -1, -1, 0
    row["function0"] = function_at_first(world, i)
    what_becomes(world, i)
    how_it_closes(world, i)
    row["function"] = function_after(world, i)
    row["place"] = WARD
    moved(world, i)


@inner
def most_function(world, i):
    """The most that member i's body can do with what he has: the ceiling, and the cap of a lost limb."""
    row, folk = world.recoveries[i], world.folk[0]
    if row["amputee"] == 0:
        return 1.0 if row["returns"] == FULL else folk["lighter"]
    on_it = (row["limb"] == LimbStage.WALKING or row["limb"] == LimbStage.LEARNING) and row["repair_s"] < 0
    if not on_it:
        return folk["limb_cap"]
    return 1.0 if row["returns"] == FULL else folk["prosthesis_cap"]


@inner
def healed(world, i):
    """How far (0..1) member i's body has healed, whatever it will allow in the end: f(h) with a ceiling of 1."""
    row, folk = world.recoveries[i], world.folk[0]
    if row["began_s"] == -1:
        return row["function0"]
    missing = 1.0 - row["function0"]
    pace = math.log(missing / (1.0 - folk["fit"])) / max(row["needs_d"], 1e-3)
    return 1.0 - missing * left_after(pace * row["healed_d"])


@inner
def function_after(world, i):
    """f(h) of the formula above; notes how far the body has healed."""
    row = world.recoveries[i]
    row["healed"] = healed(world, i)
    if row["amputee"] == 1:
        return min(row["healed"], most_function(world, i))
    return most_function(world, i) * row["healed"]


@process
def set_back(world, i, length_s, event):
    """Nothing heals for so long (s); his mind feels it."""
    row = world.recoveries[i]
    row["stops_until_s"] = world.clock[0]["now_s"] + math.ceil(length_s)
    row["setbacks"] += 1
    note(world, event, i, -1, length_s / DAY_S)
    suffer(world, i, SETBACK_SHOCK, 1.0)


@process
def trouble(world, i, days):
    """Infection when its day has come; other setbacks at a rate while the wound is open."""
    row, folk = world.recoveries[i], world.folk[0]
    if row["healed_d"] >= row["infected_d"]:
        row["infected_d"] = NEVER_D
        nth = world.service[i]["wounded"]
        set_back(world, i, drawn(world, i, folk["infection_length_dist"], Draw.INFECTION_LENGTH, nth), Event.INFECTED)
        return
    u = luck(world, i, Draw.SETBACK, world.clock[0]["today"])
    if row["wound"] != SOFT and u < 1.0 - left_after(folk["setback_per_s"] * days * DAY_S):
        set_back(world, i, drawn(world, i, folk["setback_dist"], Draw.SETBACK_LENGTH, row["setbacks"]), Event.SETBACK)


@inner
def pace_of_healing(world, i):
    """Days of healing in a day: less without therapy after a deep wound."""
    row = world.recoveries[i]
    treated = row["session_s"] >= 0 and world.clock[0]["now_s"] - row["session_s"] <= 2 * DAY_S
    return 1.0 if row["wound"] == SOFT or treated else world.folk[0]["unaided"]


@process
def heal(world, i, days):
    """So many days (whole or not) of healing since member i was last looked at."""
    row, now_s = world.recoveries[i], world.clock[0]["now_s"]
    if now_s >= row["stops_until_s"]:
        row["healed_d"] += days * pace_of_healing(world, i)
        if row["closed"] == 0:
            trouble(world, i, days)
    if row["closed"] == 0 and row["healed_d"] >= row["closes_d"] and now_s >= row["stops_until_s"]:
        row["closed"] = 1
        note(world, Event.WOUND_CLOSED, i, -1, row["healed_d"])
    before = row["function"]
    row["function"] = function_after(world, i)
    if row["fit_s"] < 0 and row["function"] >= world.folk[0]["fit"]:
        row["fit_s"] = now_s
    if row["function"] != before:
        world.wakes[i]["duty"] = min(world.wakes[i]["duty"], world.clock[0]["today"])


@inner
def has_healed(world, i):
    """Whether nothing more will change in member i's body by itself."""
    row = world.recoveries[i]
    return row["began_s"] == -1 or (row["closed"] == 1 and row["healed_d"] >= row["needs_d"])


@inner
def leaves_convalescence(world, i):
    """Whether member i, at home, gets on by himself: fit, or out of the house and independent, or as well as ever."""
    row, folk = world.recoveries[i], world.folk[0]
    if row["place"] != HOME:
        return False
    independent = row["function"] >= folk["carer_leaves"] or row["score"] >= folk["home_score"]
    if row["wound"] == SOFT:
        independent = row["function"] >= folk["carer_leaves"]
    return row["fit_s"] >= 0 or has_healed(world, i) or (independent and row["out_s"] >= 0 and row["carer"] < 0)


@inner
def end_convalescence(world, i):
    """Member i is about again; what he may do is for duty to say."""
    world.recoveries[i]["place"] = FREE
    moved(world, i)
