"""Shapes: the inverse distribution functions, which turn one uniform into one variate."""

from math import sqrt

from homeward.codes import Shape
from homeward.kernel.exponential import exp
from homeward.kernel.gamma import gamma_quantile
from homeward.kernel.jit import inner, process
from homeward.kernel.logarithm import log, power


@inner
def quantile(row, quantiles, p):
    """Return the value of a DIST row with probability p below it, clipped to low..high. Shapes: see `Shape`.

    1 - p is exact for every p that `open_unit` returns, so log(1 - p) loses nothing and is faster than log1p(-p).
    """
    shape, a, b, c = row["shape"], row["a"], row["b"], row["c"]
    if shape == Shape.LOGNORMAL:
        x = a * exp(b * normal_quantile(p))
    elif shape == Shape.CONSTANT:
        x = a
    elif shape == Shape.UNIFORM:
        x = a + (b - a) * p
    elif shape == Shape.TRIANGULAR:
        x = _triangular(a, b, c, p)
    elif shape == Shape.NORMAL:
        x = a + b * normal_quantile(p)
    elif shape == Shape.EXPONENTIAL:
        x = -a * log(1.0 - p)
    elif shape == Shape.WEIBULL:
        x = a * power(-log(1.0 - p), 1.0 / b)
    elif shape == Shape.LOGLOGISTIC:
        x = a * power(p / (1.0 - p), 1.0 / b)
    elif shape == Shape.GAMMA:
        x = a * gamma_quantile(b, p)
    else:
        x = _empirical(quantiles, int(a), int(b), p)
    return min(max(x, row["low"]), row["high"])


@inner
def _triangular(low, mode, high, p):
    """Return the quantile of a triangular distribution, which may be a single point."""
    span = high - low
    if p * span <= mode - low:
        return low + sqrt(p * span * (mode - low))
    return high - sqrt((1.0 - p) * span * (high - mode))


@inner
def _empirical(quantiles, first, rows, p):
    """Return the quantile between `rows` given ones at equal steps of probability, the first at 0 and the last at 1."""
    if rows == 1:
        return quantiles[first]
    place = p * (rows - 1)
    below = int(place)  # at most rows - 2: even the largest p below 1 does not round up to the last row
    start = quantiles[first + below]
    return start + (quantiles[first + below + 1] - start) * (place - below)


@process
def normal_quantile(p):
    """Return the standard normal deviate with probability p below it, p in the open (0, 1).

    Relative error about 1e-16: algorithm AS 241, PPND16 (Wichura, Applied Statistics 37, 1988).
    """
    q = p - 0.5
    if abs(q) <= 0.425:
        return q * _centre(0.180625 - q * q)
    r = sqrt(-log(min(p, 1.0 - p)))
    x = _shoulder(r - 1.6) if r <= 5.0 else _tail(r - 5.0)
    return -x if q < 0.0 else x


@inner
def _centre(r):
    """AS 241, coefficients a and b."""
    s = r * r
    q = s * s  # Estrin's order: seven products in a row would be the slowest part of most draws
    a = (2.5090809287301226727e3 * r + 3.3430575583588128105e4) * s
    a = (a + (6.7265770927008700853e4 * r + 4.5921953931549871457e4)) * q
    a += (1.3731693765509461125e4 * r + 1.9715909503065514427e3) * s
    a += 1.3314166789178437745e2 * r + 3.3871328727963666080e0
    b = (5.2264952788528545610e3 * r + 2.8729085735721942674e4) * s
    b = (b + (3.9307895800092710610e4 * r + 2.1213794301586595867e4)) * q
    b += (5.3941960214247511077e3 * r + 6.8718700749205790830e2) * s
    b += 4.2313330701600911252e1 * r + 1.0
    return a / b


@inner
def _shoulder(r):
    """AS 241, coefficients c and d."""
    c = 7.74545014278341407640e-4 * r + 2.27238449892691845833e-2
    c = ((c * r + 2.41780725177450611770e-1) * r + 1.27045825245236838258e0) * r + 3.64784832476320460504e0
    c = ((c * r + 5.76949722146069140550e0) * r + 4.63033784615654529590e0) * r + 1.42343711074968357734e0
    d = 1.05075007164441684324e-9 * r + 5.47593808499534494600e-4
    d = ((d * r + 1.51986665636164571966e-2) * r + 1.48103976427480074590e-1) * r + 6.89767334985100004550e-1
    d = ((d * r + 1.67638483018380384940e0) * r + 2.05319162663775882187e0) * r + 1.0
    return c / d


@inner
def _tail(r):
    """AS 241, coefficients e and f."""
    e = 2.01033439929228813265e-7 * r + 2.71155556874348757815e-5
    e = ((e * r + 1.24266094738807843860e-3) * r + 2.65321895265761230930e-2) * r + 2.96560571828504891230e-1
    e = ((e * r + 1.78482653991729133580e0) * r + 5.46378491116411436990e0) * r + 6.65790464350110377720e0
    f = 2.04426310338993978564e-15 * r + 1.42151175831644588870e-7
    f = ((f * r + 1.84631831751005468180e-5) * r + 7.86869131145613259100e-4) * r + 1.48753612908506148525e-2
    f = ((f * r + 1.36929880922735805310e-1) * r + 5.99832206555887937690e-1) * r + 1.0
    return e / f
