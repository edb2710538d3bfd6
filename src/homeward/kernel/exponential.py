"""The exponential function in plain arithmetic.

A life takes some hundred exponentials, and through the C library each is a call that saves every register. This one
is put into its callers, and gives the same bits on every machine and in plain Python, whatever the library. Table and
polynomial after Tang, "Table-driven implementation of the exponential function", ACM TOMS 15, 1989, with 256 steps, for
what counts is how many products wait for one another. Within one and a half units in the last place down to -708,
below which numbers themselves lose digits.
"""

import numpy as np

from homeward.kernel.jit import JIT, inner

STEPS = 256
PER_STEP = 369.3299304675746
STEP_HIGH, STEP_LOW = 0.0027076061742263846, -1.6409824502660487e-13
"""ln 2 / 256 in two parts: a product with a whole number below 2^20 is exact in the first."""

TO_WHOLE = 1.5 * 2.0**52
"""Added and taken away again it leaves the nearest whole number, sooner than by way of an integer."""

SMALLEST = -745.0
LARGEST = 709.0


def constants(values):
    """A table for compiled code, or for plain Python."""
    return np.array(values) if JIT else [float(value) for value in values]


ROOTS = constants([2.0 ** (j / STEPS) for j in range(STEPS)])
POWERS = constants([2.0**m for m in range(-1076, 1024)])


@inner
def exp(x):
    """e to the power x; 0 below -745, and x above 709 counts as 709."""
    if x < SMALLEST:
        return 0.0
    x = min(x, LARGEST)
    whole = (x * PER_STEP + TO_WHOLE) - TO_WHOLE
    k = int(whole)
    r = (x - whole * STEP_HIGH) - whole * STEP_LOW
    square = r * r
    p = (r + square * (0.5 + r * (1.0 / 6.0))) + square * square * (1.0 / 24.0)
    scale = ROOTS[k & 255] * POWERS[(k >> 8) + 1076]
    return scale + scale * p
