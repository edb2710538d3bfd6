"""Who moves in: of those who would, the one with the strongest tie who can be spared; the first of equals."""

from homeward.kernel.jit import inner
from homeward.kernel.year.waking import can_be_spared


@inner
def who_cares(world, i):
    """The member who would move in with member i, or -1."""
    mind = world.minds[i]
    best, most = -1, 0.0
    if world.folk[0]["carers_come"] == 0:
        return best
    for t in range(mind["ties0"], mind["ties0"] + mind["ties"]):
        tie = world.ties[t]
        if tie["cares"] == 1 and tie["strength"] > most and can_be_spared(world, tie["to"]):
            best, most = tie["to"], tie["strength"]
    return best
