"""The exponential function in plain arithmetic.

A life takes some hundred exponentials, and through the C library each is a call that saves every register. This one
is put into its callers, and gives the same bits on every machine and in plain Python, whatever the library. Table and
polynomial after Tang, "Table-driven implementation of the exponential function", ACM TOMS 15, 1989: within one unit
in the last place.
"""

import numpy as np

from homeward.kernel.jit import JIT, inner

STEPS = 32
PER_STEP = STEPS / 0.6931471805599453
STEP_HIGH, STEP_LOW = 0.021660849390173098, 2.325192846878874e-12
"""ln 2 / 32 in two parts: a product with a whole number below 2^20 is exact in the first."""

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
    k = int(x * PER_STEP + (0.5 if x >= 0.0 else -0.5))
    r = (x - k * STEP_HIGH) - k * STEP_LOW
    p = r + r * r * (0.5 + r * (1.0 / 6.0 + r * (1.0 / 24.0 + r * (1.0 / 120.0 + r * (1.0 / 720.0)))))
    root = ROOTS[k & 31]
    return (root + root * p) * POWERS[(k >> 5) + 1076]
