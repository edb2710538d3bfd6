"""Who goes along on a journey: the strongest tie that can be spared, the first of equals; else his carer."""

from homeward.kernel.jit import inner
from homeward.kernel.year.waking import can_be_spared


@inner
def who_goes_along(world, i):
    """The member who accompanies member i, or -1."""
    mind = world.minds[i]
    best, most = -1, 0.0
    for t in range(mind["ties0"], mind["ties0"] + mind["ties"]):
        tie = world.ties[t]
        if tie["strength"] > most and can_be_spared(world, tie["to"]):
            best, most = tie["to"], tie["strength"]
    return best if best >= 0 else world.recoveries[i]["carer"]
