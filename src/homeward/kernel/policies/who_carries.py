"""Who carries: of those who can, the ones whose hands have most left; bearers needed by each means."""

from homeward.codes import Means
from homeward.kernel.jit import inner
from homeward.kernel.people import able

BY_NOBODY, ON_THE_BACK, TWO_PERSON = int(Means.NONE), int(Means.ON_THE_BACK), int(Means.TWO_PERSON)


@inner
def bearers_for(means):
    """How many hands each means takes."""
    if means == Means.LITTER:
        return 4
    if means == Means.TWO_PERSON:
        return 2
    return 0 if means == Means.NONE else 1


@inner
def can_bear(world, i, casualty):
    """Whether person i can carry the casualty."""
    return i != casualty and world.people[i]["can_carry"] == 1 and able(world, i)


@inner
def count_bearers(world, casualty):
    """How many of the team can carry the casualty, at most as many as the plan lets take turns."""
    count = 0
    for i in range(len(world.people)):
        if can_bear(world, i, casualty):
            count += 1
    return min(count, world.incident[0]["bearers"])


@inner
def means_possible(world, wanted, casualty):
    """The means wanted, or the best that the able bearers allow."""
    count = count_bearers(world, casualty)
    means = wanted
    if means == Means.LITTER and count < 4:
        means = TWO_PERSON
    if means == Means.TWO_PERSON and count < 2:
        means = ON_THE_BACK
    if count < 1:
        means = BY_NOBODY
    return means


@inner
def who_carries(world, casualty, needed):
    """Bits of the `needed` freshest bearers. Only the first `bearers` able people of the plan take turns."""
    chosen, turns = 0, 0
    for _ in range(needed):
        best, best_hold, turns = -1, -1.0, 0
        for i in range(len(world.people)):
            if can_bear(world, i, casualty) and turns < world.incident[0]["bearers"]:
                turns += 1
                if not (chosen >> i) & 1 and world.people[i]["hold"] > best_hold:
                    best, best_hold = i, world.people[i]["hold"]
        if best >= 0:
            chosen |= 1 << best
    return chosen
