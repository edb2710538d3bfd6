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
def bearer_bits(world, casualty, fit):
    """Bit per person who takes turns at carrying the casualty: the first of those fit (bits) that the plan lets."""
    bits, turns = 0, world.incident[0]["bearers"]
    for i in range(len(world.people)):
        if turns > 0 and (fit >> i) & 1 and i != casualty and world.people[i]["can_carry"] == 1:
            bits |= 1 << i
            turns -= 1
    return bits


@inner
def count_bits(bits):
    """How many people a word of bits names."""
    count = 0
    while bits != 0:
        bits &= bits - 1
        count += 1
    return count


@inner
def means_possible(wanted, bearers):
    """The means wanted, or the best that the able bearers (bits) allow."""
    count, means = count_bits(bearers), wanted
    if means == Means.LITTER and count < 4:
        means = TWO_PERSON
    if means == Means.TWO_PERSON and count < 2:
        means = ON_THE_BACK
    if count < 1:
        means = BY_NOBODY
    return means


@inner
def who_carries(world, needed, bearers):
    """Bits of the `needed` freshest of the bearers (bits)."""
    chosen = 0
    for _ in range(needed):
        best, best_hold = -1, -1.0
        for i in range(len(world.people)):
            if ((bearers & ~chosen) >> i) & 1 and world.people[i]["hold"] > best_hold:
                best, best_hold = i, world.people[i]["hold"]
        if best >= 0:
            chosen |= 1 << best
    return chosen
