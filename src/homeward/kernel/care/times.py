"""Times of the network: whole seconds, rounded to nearest."""

from homeward.codes import Shape
from homeward.kernel.draws import draw, exponential
from homeward.kernel.jit import inner

CONSTANT, EXPONENTIAL = int(Shape.CONSTANT), int(Shape.EXPONENTIAL)
NEVER_S = 1 << 40
"""Later than any run."""

LONGEST_S = 1e10
"""No task and no journey lasts longer: 317 years."""

DAY_S = 86_400
WEEK_S = 7 * DAY_S


@inner
def whole_s(seconds):
    """Return a time (s) rounded to the nearest whole second, not negative."""
    return int(min(max(seconds, 0.0), LONGEST_S) + 0.5)


@inner
def drawn_s(world, dist, key, purpose, nth):
    """Return a duration of row `dist` in whole s; a constant needs no draw."""
    row = world.dists[dist]
    if row["shape"] == EXPONENTIAL:
        return whole_s(min(max(exponential(world, key, purpose, nth, row["a"]), row["low"]), row["high"]))
    if row["shape"] == CONSTANT:
        return whole_s(row["a"])
    return whole_s(draw(world, dist, key, purpose, nth))
