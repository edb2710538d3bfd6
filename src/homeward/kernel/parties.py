"""Parties in the calendar: the team, its enemies, and those who come for it."""

from homeward.kernel.jit import inner


@inner
def entity(world, m):
    """Calendar entity of party m."""
    return 2 * len(world.people) + m


@inner
def hands(world, i):
    """Calendar entity of what is being done by, or for, person i."""
    return len(world.people) + i
