"""The natural logarithm and powers in plain arithmetic, for the same reasons as `exponential`.

x = 2^e m with m from 1 to 2; m is held against the middle c of one of 128 steps, and log(m / c) is the series of
log(1 + (m - c) / c), of which eight terms are enough; 1 / c is kept, for a division takes longer than all else. Above
the square root of two it counts as 2^(e+1) (m / 2). Near x = 1 nothing cancels, for there c is 1, or 2. Within two
units in the last place.
"""

import math

from llvmlite import ir
from numba import types
from numba.extending import intrinsic

from homeward.kernel.exponential import constants, exp
from homeward.kernel.jit import JIT, inner

STEPS = 128
TO_TURN = 75
"""So many steps before the last the square root of two is passed."""

LN2_HIGH, LN2_LOW = 0.6931471805601177, -1.7239444525614835e-13
"""ln 2 in two parts: a product with a whole number below 2^11 is exact in the first."""

MANTISSA, ONE_BITS = (1 << 52) - 1, 1023 << 52


THIRD, SIXTH, SEVENTH = 1.0 / 3.0, 1.0 / 6.0, 1.0 / 7.0
MIDDLES = constants([1.0, *(1.0 + (step + 0.5) / STEPS for step in range(1, STEPS - 1)), 2.0])
INVERSES = constants([1.0 / MIDDLES[step] for step in range(STEPS)])
LOGS = constants([math.log(MIDDLES[step] / (1 << ((step + TO_TURN) >> 7))) for step in range(STEPS)])


@intrinsic
def bits_of(typingctx, x):
    """The 64 bits of a number as a whole number."""

    def codegen(context, builder, signature, args):
        return builder.bitcast(args[0], ir.IntType(64))

    return types.int64(types.float64), codegen


@intrinsic
def number_of(typingctx, bits):
    """The number that has these 64 bits."""

    def codegen(context, builder, signature, args):
        return builder.bitcast(args[0], ir.DoubleType())

    return types.float64(types.int64), codegen


def _parted(x):
    """In plain Python: exponent and mantissa (1 to 2) of x, and the step of the mantissa."""
    m, e = math.frexp(x)
    return e - 1, 2.0 * m, int((2.0 * m - 1.0) * STEPS)


@inner
def _parted_bits(x):
    """The same from the bits."""
    bits = bits_of(x)
    return (bits >> 52) - 1023, number_of((bits & MANTISSA) | ONE_BITS), (bits >> 45) & 127


parted = _parted_bits if JIT else _parted


@inner
def log(x):
    """The natural logarithm of a normal positive number."""
    e, m, step = parted(x)
    e += (step + TO_TURN) >> 7
    r = (m - MIDDLES[step]) * INVERSES[step]
    s = r * r
    high = (0.2 - SIXTH * r) + s * (SEVENTH - 0.125 * r)
    series = s * (r * ((THIRD - 0.25 * r) + s * high) - 0.5)
    return e * LN2_HIGH + (LOGS[step] + (r + (series + e * LN2_LOW)))


@inner
def power(x, y):
    """x, not negative, to the power y, not 0. It loses a digit for each factor of ten in y log x."""
    return exp(y * log(x)) if x > 0.0 else 0.0
