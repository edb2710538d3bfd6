"""Who is watched, and how closely: by state of mind, and for some time after the news of a lost limb.

A level rises at once and falls one step at a time: planned step-down matters (NCISH 2015).
"""

from homeward.codes import Mind
from homeward.kernel.jit import inner


@inner
def level_of_state(world, i):
    """The level (codes.Watch) that member i's state asks for."""
    folk, state = world.folk[0], world.minds[i]["state"]
    if state == Mind.UNRESPONSIVE:
        return folk["watch_unresponsive"]
    return folk["watch_withdrawn"] if state == Mind.WITHDRAWN else 0


@inner
def who_is_watched(world, i):
    """The level at which member i should be watched today."""
    mind, folk, now_s = world.minds[i], world.folk[0], world.clock[0]["now_s"]
    level = level_of_state(world, i)
    if mind["told"] == 1 and now_s - mind["told_s"] < folk["watch_s"]:
        level = max(level, folk["watch_after_loss"])
    if level >= mind["watch"]:
        return level
    return mind["watch"] - 1 if now_s - mind["watch_s"] >= folk["step_down_s"] else mind["watch"]
