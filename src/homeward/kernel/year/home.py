"""Home: the walk there, the stairs, the door, the days indoors and the first time out.

Nobody says how long the walk takes or whether the stairs are climbed: see walking.py.
"""

from homeward.codes import Aid, Draw, Event, LimbStage, Mind, Watch
from homeward.kernel.jit import inner, process
from homeward.kernel.policies.who_cares import who_cares
from homeward.kernel.year.aids import leg_is_hurt
from homeward.kernel.year.chance import left_after, luck
from homeward.kernel.year.folk_tables import HOME, SOFT, WARD
from homeward.kernel.year.mind import felt
from homeward.kernel.year.notes import note
from homeward.kernel.year.recovery import end_convalescence, leaves_convalescence
from homeward.kernel.year.waking import DAY_S, lost, moved
from homeward.kernel.year.walking import can_walk, climbs, full_wprime_j_kg, walk

RECENT_S = 3 * DAY_S // 2
"""A visitor of the day before still is company for an outing."""


@inner
def steady_enough(world, i, alone):
    """Whether member i can manage at home: on two crutches with somebody there, alone only with a hand free."""
    row, folk = world.recoveries[i], world.folk[0]
    if not leg_is_hurt(world, i):
        return row["aid"] != Aid.BED
    return row["score"] >= (folk["home_score"] if alone else folk["score_two"])


@inner
def may_go_home(world, i):
    """Whether the ward lets member i go, leaving aside who looks after him."""
    row, folk, now_s = world.recoveries[i], world.folk[0], world.clock[0]["now_s"]
    if row["wound"] != SOFT and now_s - row["began_s"] < folk["home_ward_s"]:
        return False
    return now_s >= row["stops_until_s"] and world.minds[i]["state"] != Mind.UNRESPONSIVE


@inner
def needs_company(world, i):
    """Whether somebody should move in with member i: he can do little, or is watched closely."""
    row, folk = world.recoveries[i], world.folk[0]
    weak = row["function"] < folk["needs_carer"] and row["wound"] != SOFT
    return weak or world.minds[i]["watch"] >= Watch.WITHIN_SIGHT


@process
def move_in(world, i, carer):
    """The carer moves in with member i, and goes on no mission meanwhile."""
    world.recoveries[i]["carer"] = carer
    world.recoveries[carer]["cares_for"] = i
    note(world, Event.CARER_MOVES_IN, i, carer, 0.0)
    moved(world, carer)


@process
def move_out(world, i):
    """Member i's carer leaves."""
    carer = world.recoveries[i]["carer"]
    if carer >= 0:
        world.recoveries[i]["carer"] = -1
        world.recoveries[carer]["cares_for"] = -1
        note(world, Event.CARER_LEAVES, i, carer, 0.0)
        moved(world, carer)


@process
def teach_the_door(world, i):
    """Those he trusts learn to open it."""
    mind = world.minds[i]
    for t in range(mind["ties0"], mind["ties0"] + mind["ties"]):
        if world.ties[t]["trusted"] == 1 and not lost(world, world.ties[t]["to"]):
            note(world, Event.DOOR, i, world.ties[t]["to"], 0.0)


@process
def walk_home(world, i):
    """The way home on foot, or on wheels, and the stairs at its end; somebody carries him where he cannot."""
    row, now_s = world.recoveries[i], world.clock[0]["now_s"]
    time_s, left = walk(world, i, row["home_m"], full_wprime_j_kg(world, i))
    row["walked_s"] = int(time_s)
    row["place"], row["home_s"] = HOME, now_s
    note(world, Event.WENT_HOME, i, row["carer"], time_s / 60.0)
    if row["flights"] > 0:
        climb(world, i, left)
    teach_the_door(world, i)
    moved(world, i)


@process
def climb(world, i, left):
    """His stairs, with what the walk has left of W'; noted on the way home, and the first time he climbs them."""
    row = world.recoveries[i]
    alone = climbs(world, i, row["flights"], left)
    if row["climbed_s"] < 0 and (alone == 1 or row["outings"] == 0):
        note(world, Event.STAIRS, i, -1, 1.0 * alone)
    if alone == 1 and row["climbed_s"] < 0:
        row["climbed_s"] = world.clock[0]["now_s"]


@process
def leave_ward(world, i):
    """Home, when the ward lets him go and he manages there, alone or with somebody who moves in."""
    row = world.recoveries[i]
    if row["place"] != WARD or row["away_s"] >= 0 or not may_go_home(world, i):
        return
    if needs_company(world, i):
        carer = who_cares(world, i) if steady_enough(world, i, False) else -1
        if carer >= 0:
            move_in(world, i, carer)
            walk_home(world, i)
            return
        if world.minds[i]["watch"] >= Watch.WITHIN_SIGHT:
            return
    if steady_enough(world, i, True):
        walk_home(world, i)


@inner
def has_company(world, i):
    """Whether somebody would come along."""
    mind = world.minds[i]
    recent = mind["visited_s"] >= 0 and world.clock[0]["now_s"] - mind["visited_s"] <= RECENT_S
    return world.recoveries[i]["carer"] >= 0 or recent


@inner
def wants_out(world, i, days):
    """Whether member i leaves the house today: at full distress he does not, with company he does more often."""
    folk = world.folk[0]
    mood = max(0.0, 1.0 - felt(world, i) / folk["threshold"][2])
    factor = folk["company_out"] if has_company(world, i) else 1.0
    u = luck(world, i, Draw.OUTING, world.clock[0]["today"])
    return u < 1.0 - left_after(folk["goes_out_per_s"] * mood * factor * days * DAY_S)


@process
def go_out(world, i):
    """To the market and back, and up the stairs."""
    row, now_s = world.recoveries[i], world.clock[0]["now_s"]
    row["outings"] += 1
    time_s, left = walk(world, i, world.folk[0]["errand_m"], full_wprime_j_kg(world, i))
    if row["out_s"] < 0:
        row["out_s"] = now_s
        note(world, Event.OUT_OF_HOUSE, i, row["carer"], time_s / 60.0)
    if row["flights"] > 0:
        climb(world, i, left)


@process
def home_day(world, i, days):
    """The morning's look at somebody who is convalescent at home."""
    row = world.recoveries[i]
    if row["place"] != HOME or row["away_s"] >= 0:
        return
    if row["out_s"] < 0:
        row["indoors"] = (world.clock[0]["now_s"] - row["home_s"]) // DAY_S
    stairs_ok = row["flights"] == 0 or has_company(world, i) or row["climbed_s"] >= 0
    if can_walk(world, i) and stairs_ok and wants_out(world, i, days):
        go_out(world, i)
    if row["carer"] >= 0 and not needs_carer_still(world, i):
        move_out(world, i)
    if leaves_convalescence(world, i):
        end_convalescence(world, i)


@inner
def needs_carer_still(world, i):
    """Whether the carer stays: until he can do enough, or has a hand free, and is not withdrawn."""
    row, folk = world.recoveries[i], world.folk[0]
    able = row["function"] >= folk["carer_leaves"] or row["score"] >= folk["home_score"]
    learning = row["limb"] == LimbStage.LEARNING and row["score"] < folk["walks_score"]
    return (
        not able
        or learning
        or world.minds[i]["state"] >= Mind.WITHDRAWN
        or (row["climbed_s"] < 0 and row["flights"] > 0)
    )
