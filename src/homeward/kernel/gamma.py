"""The gamma distribution's quantile, in plain arithmetic: the same bits on every machine and in plain Python.

Newton's method on the logarithm of the smaller tail, as a function of the logarithm of x. Both are concave there (the
density of log x is log-concave), so that it converges from any start; the start is Wilson and Hilferty's (PNAS 1931,
17:684) or, far down, the leading term of the series. Tails: series and continued fraction, Abramowitz and Stegun 6.5.29
and 6.5.31; log gamma: Stirling's series, 6.1.41.
"""

from math import log, sqrt

from homeward.kernel.exponential import exp
from homeward.kernel.jit import inner, process

MOST_STEPS, MOST_TERMS = 60, 100_000
CLOSE_STEP, CLOSE_TERM = 1e-11, 1e-17
HALF_LOG_2PI = 0.9189385332046727


@inner
def log_gamma(k):
    """The logarithm of the gamma function for k above 0, to about 1e-15."""
    product = 1.0
    while k < 12.0:
        product *= k
        k += 1.0
    r = 1.0 / (k * k)
    series = (1.0 / 12.0 - r * (1.0 / 360.0 - r * (1.0 / 1260.0 - r * (1.0 / 1680.0 - r / 1188.0)))) / k
    return (k - 0.5) * log(k) - k + HALF_LOG_2PI + series - log(product)


@inner
def lower_factor(k, x):
    """The probability below x divided by x^k exp(-x) / gamma(k)."""
    term = total = 1.0 / k
    n = 1
    while term > CLOSE_TERM * total and n < MOST_TERMS:
        term *= x / (k + n)
        total += term
        n += 1
    return total


@inner
def upper_factor(k, x):
    """The probability above x divided by x^k exp(-x) / gamma(k): the fraction by Lentz's method, x above k + 1."""
    b = x + 1.0 - k
    c = 1e300
    d = 1.0 / b
    h = d
    n = 1
    change = 2.0
    while abs(change - 1.0) > 1e-16 and n < MOST_TERMS:
        a = -n * (n - k)
        b += 2.0
        d = 1.0 / (a * d + b)
        c = b + a / c
        change = c * d
        h *= change
        n += 1
    return h


@process
def gamma_quantile(k, p):
    """Return the value with probability p below it, p in the open (0, 1), of a gamma of shape k above 0 and scale 1."""
    log_g = log_gamma(k)
    u = _start(k, p, log_g)
    lower = p < 0.5
    target = log(p) if lower else log(1.0 - p)
    for _ in range(MOST_STEPS):
        x = exp(u)
        log_front = k * u - x - log_g  # logarithm of x times the density
        below = x < k + 1.0
        factor = lower_factor(k, x) if below else upper_factor(k, x)
        if below == lower:
            tail = log_front + log(factor)
            slope = 1.0 / factor
        else:
            other = max(1.0 - exp(log_front) * factor, 1e-300)
            tail = log(other)
            slope = exp(log_front) / other
        step = (tail - target) / slope if lower else (target - tail) / slope
        step = min(max(step, -40.0), 40.0)
        u -= step
        if abs(step) < CLOSE_STEP:
            break
    return exp(u)


@inner
def _start(k, p, log_g):
    """A first guess of the logarithm of the quantile."""
    low = (log(p) + log(k) + log_g) / k
    tail = sqrt(-2.0 * log(min(p, 1.0 - p)))
    z = tail - (2.30753 + tail * 0.27061) / (1.0 + tail * (0.99229 + tail * 0.04481))  # A&S 26.2.22
    if p < 0.5:
        z = -z
    root = 1.0 - 1.0 / (9.0 * k) + z / (3.0 * sqrt(k))
    if root <= 0.1:
        return low
    return log(k) + 3.0 * log(root)
