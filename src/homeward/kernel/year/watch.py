"""Observation: at which level somebody is watched, who keeps it, and crises.

Only states, supervision and outcome: a crisis means that he was in danger and was found; he is watched within sight
from then on, in the ward. Its rate rises with distress and falls with the level that is kept (NCISH 2015: looking in
now and then does not protect by itself).
"""

from homeward.codes import Draw, Event, Watch
from homeward.kernel.jit import inner, process
from homeward.kernel.policies.who_is_watched import who_is_watched
from homeward.kernel.policies.who_watches import NOBODY, NURSE, who_watches
from homeward.kernel.year.chance import left_after, luck
from homeward.kernel.year.folk_tables import HOME, WARD
from homeward.kernel.year.home import move_out
from homeward.kernel.year.mind import felt
from homeward.kernel.year.notes import note
from homeward.kernel.year.waking import DAY_S, lost, moved

INTERMITTENT, WITHIN_SIGHT = int(Watch.INTERMITTENT), int(Watch.WITHIN_SIGHT)


@inner
def crisis_rate(world, i):
    """Crises per second of member i at his distress, under the observation that is kept."""
    folk, points = world.folk[0], felt(world, i)
    if points < folk["threshold"][1]:
        return 0.0
    rate = folk["crisis_per_s"] * left_after((folk["crisis_from"] - points) / folk["crisis_scale"])
    return rate * folk["watch_factor"][world.minds[i]["kept"]]


@process
def look_for_crisis(world, i, days):
    """Since yesterday: was there a crisis?"""
    mind, row = world.minds[i], world.recoveries[i]
    u = luck(world, i, Draw.CRISIS, world.clock[0]["today"])
    if u >= 1.0 - left_after(crisis_rate(world, i) * days * DAY_S):
        return
    mind["crises"] += 1
    note(world, Event.CRISIS, i, -1, felt(world, i))
    mind["acute"] += world.folk[0]["crisis_points"]
    mind["watch"], mind["watch_s"] = max(mind["watch"], WITHIN_SIGHT), world.clock[0]["now_s"]
    if row["place"] == HOME and row["away_s"] < 0:
        move_out(world, i)
        row["place"] = WARD
        moved(world, i)


@inner
def set_level(world, i, level):
    """The level that is wanted from now on."""
    mind = world.minds[i]
    if level != mind["watch"]:
        mind["watch"], mind["watch_s"] = level, world.clock[0]["now_s"]


@process
def keep_level(world, i):
    """Find somebody for a level that binds a person; without anybody it falls to looking in now and then."""
    mind, before, who_before = world.minds[i], world.minds[i]["kept"], world.minds[i]["watcher"]
    mind["kept"], mind["watcher"] = mind["watch"], NOBODY
    if mind["watch"] >= WITHIN_SIGHT:
        mind["watcher"] = who_watches(world, i)
        if mind["watcher"] == NOBODY:
            mind["kept"] = INTERMITTENT
            mind["unwatched"] += 1
        elif mind["watcher"] == NURSE:
            world.folk_day[0]["nurses"] += 1
        else:
            world.recoveries[mind["watcher"]]["sits_day"] = world.clock[0]["today"]
    if mind["kept"] != before or mind["watcher"] != who_before:
        note(world, Event.WATCH, i, mind["watcher"], 1.0 * mind["kept"])


@process
def keep_watch(world):
    """Levels of the day, and who keeps them, for those looked at this morning."""
    day = world.folk_day[0]
    day["nurses"], day["watched"] = 0, 0
    i = day["first"]
    while i >= 0:
        if not lost(world, i) and world.members[i]["mission"] < 0:
            set_level(world, i, who_is_watched(world, i))
            if world.minds[i]["watch"] > 0 or world.minds[i]["kept"] > 0:
                keep_level(world, i)
                day["watched"] += 1 if world.minds[i]["kept"] > 0 else 0
        i = world.recoveries[i]["next"]
