"""Who carries: of those who can, the ones whose hands have most left; bearers needed by each means."""

from homeward.codes import Means
from homeward.kernel.jit import inner

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
def can_bear(world, i, casualty, fit):
    """Whether person i can carry the casualty. fit: bits of those able."""
    return (fit >> i) & 1 and i != casualty and world.people[i]["can_carry"] == 1


@inner
def count_bearers(world, casualty, fit):
    """How many of the team can carry the casualty, at most as many as the plan lets take turns."""
    count = 0
    for i in range(len(world.people)):
        if can_bear(world, i, casualty, fit):
            count += 1
    return min(count, world.incident[0]["bearers"])


@inner
def means_possible(world, wanted, casualty, fit):
    """The means wanted, or the best that the able bearers allow."""
    count = count_bearers(world, casualty, fit)
    means = wanted
    if means == Means.LITTER and count < 4:
        means = TWO_PERSON
    if means == Means.TWO_PERSON and count < 2:
        means = ON_THE_BACK
    if count < 1:
        means = BY_NOBODY
    return means


@inner
def who_carries(world, casualty, needed, fit):
    """Bits of the `needed` freshest bearers. Only the first `bearers` able people of the plan take turns."""
    chosen, turns = 0, 0
    for _ in range(needed):
        best, best_hold, turns = -1, -1.0, 0
        for i in range(len(world.people)):
            if can_bear(world, i, casualty, fit) and turns < world.incident[0]["bearers"]:
                turns += 1
                if not (chosen >> i) & 1 and world.people[i]["hold"] > best_hold:
                    best, best_hold = i, world.people[i]["hold"]
        if best >= 0:
            chosen |= 1 << best
    return chosen
