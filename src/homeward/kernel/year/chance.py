"""Draws and the exponential as calls: the way back asks for few of them, and compiles the faster for it."""

from homeward.kernel.draws import draw, lognormal, uniform
from homeward.kernel.exponential import exp
from homeward.kernel.jit import process


@process
def luck(world, i, purpose, nth):
    """The uniform of member i's nth draw of this purpose."""
    return uniform(world, world.members[i]["key"], purpose, nth)


@process
def drawn(world, i, dist, purpose, nth):
    """Member i's nth variate of this purpose from row `dist`."""
    return draw(world, dist, world.members[i]["key"], purpose, nth)


@process
def scattered(world, i, purpose, nth, median, sigma):
    """Member i's nth log-normal variate of this purpose."""
    return lognormal(world, world.members[i]["key"], purpose, nth, median, sigma)


@process
def left_after(shares):
    """e to the power minus `shares`: what is left of 1 after so many time constants."""
    return exp(-shares)
