"""The mean of a distribution, for what is reckoned from a scenario without living it: the load of a queue."""

from math import exp, gamma, inf, pi, sin

from homeward.codes import Shape
from homeward.model.quantity import Quantity


def mean_of(quantity: Quantity) -> float:
    """Return the mean in base units, of the distribution before `low` and `high` clip it, kept within them."""
    return min(max(_mean(quantity), quantity.low), quantity.high)


def _mean(quantity: Quantity) -> float:
    a, b, c = quantity.a, quantity.b, quantity.c
    match quantity.shape:
        case Shape.UNIFORM:
            return (a + b) / 2
        case Shape.TRIANGULAR:
            return (a + b + c) / 3
        case Shape.LOGNORMAL:
            return a * exp(b * b / 2)
        case Shape.WEIBULL:
            return a * gamma(1 + 1 / b)
        case Shape.LOGLOGISTIC:
            return a * (pi / b) / sin(pi / b) if b > 1 else inf
        case Shape.GAMMA:
            return a * b
        case Shape.EMPIRICAL:
            points = quantity.points
            return (sum(points) - (points[0] + points[-1]) / 2) / (len(points) - 1)
    return a
