"""Draws: every random number has a name and is a pure function of it.

The name is (seed, replicate, who, purpose, nth). There is no generator state: a draw does not depend on threads, on
order or on which other draws were made. Two generators answer; a life says which in `clock["generator"]`.

- splitmix64 key chain (default): `mix`, Stafford's variant 13, is the output function of splitmix64 (Steele, Lea and
  Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014). The key of a person or party is cached in its
  row.
- Philox4x32-10 (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC11): slower; it shows that no result
  depends on the generator.

One uniform makes one variate, by the inverse of its distribution function, so that arms stay in step.
"""

from math import exp, log, sqrt

import numpy as np

from homeward.codes import Generator, Shape
from homeward.kernel.jit import JIT, inner, process

if JIT:
    word = np.uint64
else:

    def word(x):
        """Return x as an unsigned 64-bit word; plain Python keeps it an int, which wraps by `& ALL` below."""
        return int(x) & 0xFFFF_FFFF_FFFF_FFFF


# Below, every product and sum is masked: a mask of all ones costs the compiled code nothing, and Python ints need it.
ALL, LOW = word(0xFFFF_FFFF_FFFF_FFFF), word(0xFFFF_FFFF)
ONE, S12, S16, S27, S30, S31, S32 = word(1), word(12), word(16), word(27), word(30), word(31), word(32)
MIX_1, MIX_2 = word(0xBF58_476D_1CE4_E5B9), word(0x94D0_49BB_1331_11EB)
GOLDEN = word(0x9E37_79B9_7F4A_7C15)
STEP = word(0xD134_2543_DE82_EF95)  # an odd multiplier with good spectral figures; any odd one keeps names apart
PHILOX_0, PHILOX_1 = word(0xD251_1F53), word(0xCD9E_8D57)
WEYL_0, WEYL_1 = word(0x9E37_79B9), word(0xBB67_AE85)
CELL = 2.0**-52


@inner
def mix(z):
    """Return the word z scrambled, one to one, with 0 kept at 0."""
    z = ((z ^ (z >> S30)) * MIX_1) & ALL
    z = ((z ^ (z >> S27)) * MIX_2) & ALL
    return z ^ (z >> S31)


@inner
def open_unit(bits):
    """Return a number in the open (0, 1) from the upper 52 bits: cell centres, which a double holds exactly."""
    return ((bits >> S12) + 0.5) * CELL


@inner
def label(purpose, nth):
    """Return purpose (below 2^16) and nth (below 2^48) in one word."""
    return word(purpose) | ((word(nth) << S16) & ALL)


@process
def philox4x32(c0, c1, c2, c3, k0, k1):
    """Return the four 32-bit words of Philox4x32-10 for a counter of four and a key of two, all as 64-bit words."""
    for _ in range(10):
        p0, p1 = PHILOX_0 * c0, PHILOX_1 * c2
        c0, c1, c2, c3 = (p1 >> S32) ^ c1 ^ k0, p1 & LOW, (p0 >> S32) ^ c3 ^ k1, p0 & LOW
        k0, k1 = (k0 + WEYL_0) & LOW, (k1 + WEYL_1) & LOW
    return c0, c1, c2, c3


@process
def philox_bits(seed, replicate, name, labelled):
    """Return 64 bits for this name.

    The counter holds the name, the lower half of the label and the lower half of the replicate; the key is the seed.
    The upper halves (zero unless nth reaches 2^16 or the replicate 2^32) are scrambled one to one into the key, so
    within one seed no two names share counter and key.
    """
    key = seed ^ mix(((replicate >> S32) << S32) | (labelled >> S32))
    w0, w1, _, _ = philox4x32(name & LOW, name >> S32, labelled & LOW, replicate & LOW, key & LOW, key >> S32)
    return (w0 << S32) | w1


@inner
def replicate_key(seed, replicate):
    """Return the splitmix key of one life; `clock["replicate_key"]` keeps it."""
    start = mix((word(seed) * GOLDEN + ONE) & ALL)
    return mix((start + word(replicate) * STEP) & ALL)


@inner
def entity_key(world, name):
    """Return what `row["key"]` of a person or party called `name` (a stable 64-bit hash) holds during this life."""
    clock = world.clock[0]
    if clock["generator"] == Generator.PHILOX:
        return word(name)
    return mix((word(clock["replicate_key"]) + word(name) * GOLDEN) & ALL)


@inner
def uniform(world, key, purpose, nth):
    """Return the uniform of this name, in the open (0, 1).

    `key`: what `entity_key` returned in this life; `purpose`: a Draw; `nth`: which of that purpose, from 0.
    """
    clock = world.clock[0]
    labelled = label(purpose, nth)
    if clock["generator"] == Generator.PHILOX:
        bits = philox_bits(word(clock["seed"]), word(clock["replicate"]), word(key), labelled)
    else:
        bits = mix((word(key) + labelled * STEP) & ALL)
    return open_unit(bits)


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
    a = 2.5090809287301226727e3 * r + 3.3430575583588128105e4
    a = ((a * r + 6.7265770927008700853e4) * r + 4.5921953931549871457e4) * r + 1.3731693765509461125e4
    a = ((a * r + 1.9715909503065514427e3) * r + 1.3314166789178437745e2) * r + 3.3871328727963666080e0
    b = 5.2264952788528545610e3 * r + 2.8729085735721942674e4
    b = ((b * r + 3.9307895800092710610e4) * r + 2.1213794301586595867e4) * r + 5.3941960214247511077e3
    b = ((b * r + 6.8718700749205790830e2) * r + 4.2313330701600911252e1) * r + 1.0
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


@inner
def exponential(world, key, purpose, nth, mean):
    """Return an exponential variate, in the unit of `mean`."""
    return -mean * log(1.0 - uniform(world, key, purpose, nth))


@inner
def lognormal(world, key, purpose, nth, median, sigma):
    """Return a log-normal variate, in the unit of `median`; `sigma` is the standard deviation of its logarithm."""
    return median * exp(sigma * normal_quantile(uniform(world, key, purpose, nth)))


@inner
def draw(world, dist, key, purpose, nth):
    """Return a variate of row `dist` (not negative) of `world.dists`, in the unit of the row, clipped to low..high."""
    row = world.dists[dist]
    return quantile(row, world.quantiles, uniform(world, key, purpose, nth))


@process
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
        x = a * (-log(1.0 - p)) ** (1.0 / b)
    elif shape == Shape.LOGLOGISTIC:
        x = a * (p / (1.0 - p)) ** (1.0 / b)
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
