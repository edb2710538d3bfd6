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

import numpy as np

from homeward.codes import Generator
from homeward.kernel.exponential import exp
from homeward.kernel.jit import JIT, inner, process
from homeward.kernel.logarithm import log
from homeward.kernel.shapes import normal_quantile, quantile


def _masked(x):
    """Return x as an unsigned 64-bit word in plain Python: an int, which wraps by `& ALL` below."""
    return int(x) & 0xFFFF_FFFF_FFFF_FFFF


word = np.uint64 if JIT else _masked
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


@inner
def exponential(world, key, purpose, nth, mean):
    """Return an exponential variate, in the unit of `mean`."""
    return -mean * log(1.0 - uniform(world, key, purpose, nth))


@inner
def exponential_before(world, key, purpose, nth, mean, limit):
    """Return `exponential` where it is below `limit`, else something not below it: most draws then need no logarithm.

    -log(1 - u) is never below u.
    """
    u = uniform(world, key, purpose, nth)
    if mean * u >= limit:
        return limit
    return -mean * log(1.0 - u)


@inner
def lognormal(world, key, purpose, nth, median, sigma):
    """Return a log-normal variate, in the unit of `median`; `sigma` is the standard deviation of its logarithm."""
    return median * exp(sigma * normal_quantile(uniform(world, key, purpose, nth)))


@process
def draw(world, dist, key, purpose, nth):
    """Return a variate of row `dist` (not negative) of `world.dists`, in the unit of the row, clipped to low..high."""
    row = world.dists[dist]
    return quantile(row, world.quantiles, uniform(world, key, purpose, nth))
