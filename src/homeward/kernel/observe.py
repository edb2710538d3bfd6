"""Holding a life against what was seen: each observation is a sign of one person within a window of time."""

from homeward.codes import Awareness, Sign
from homeward.kernel.jit import inner, process

FOREVER_S = 1 << 40
DEAD, SIGN_SURVIVED = int(Awareness.DEAD), int(Sign.SURVIVED)


@inner
def mark(world, b, holds):
    """Note that observation b holds, or that it can no longer hold."""
    clock = world.clock[0]
    if holds:
        clock["seen"] |= 1 << b
    else:
        clock["broken"] |= 1 << b


@process
def note_awareness(world, i, level, until_s):
    """Person i has been at this level since `awareness_s` until until_s: which observations does that meet or break?

    An observation holds when its sign is seen at some moment of its window; one marked `throughout` also breaks when
    another sign is seen within it.
    """
    since_s = world.people[i]["awareness_s"]
    for b in range(len(world.observed)):
        seen = world.observed[b]
        if seen["who"] != i or seen["sign"] >= 64:
            continue
        if since_s <= seen["until_s"] and until_s > seen["from_s"]:
            if (seen["sign"] >> level) & 1:
                mark(world, b, True)
            elif seen["throughout"] == 1:
                mark(world, b, False)
        if until_s > seen["until_s"] and not (world.clock[0]["seen"] >> b) & 1:
            mark(world, b, False)


@process
def note_death(world, i):
    """Person i is dead from now on: what is still unseen of him alive never will be."""
    world.people[i]["awareness_s"] = world.clock[0]["now_s"]
    note_awareness(world, i, DEAD, FOREVER_S)


@process
def note_event(world, i, sign):
    """Something that is an event and not a state happens to person i now (Sign.ARRIVED, Sign.COLLAPSED)."""
    now_s = world.clock[0]["now_s"]
    for b in range(len(world.observed)):
        seen = world.observed[b]
        if seen["who"] == i and seen["sign"] == sign:
            mark(world, b, seen["from_s"] <= now_s <= seen["until_s"])


@process
def conclude(world):
    """The life is over: whoever is alive stays as he is, and the thirty days are known."""
    for b in range(len(world.observed)):
        seen = world.observed[b]
        if seen["sign"] == SIGN_SURVIVED:
            mark(world, b, world.people[seen["who"]]["alive_30"] == 1)
    for i in range(len(world.people)):
        if world.people[i]["awareness"] != Awareness.DEAD:
            note_awareness(world, i, world.people[i]["awareness"], FOREVER_S)
