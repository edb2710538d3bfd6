"""Draws in whole Python numbers: splitmix64, Philox4x32-10, and the inverse distribution functions by the book.

The exponential and the normal quantile are the kernel's own, to the last bit: a relief party that walks out for whole
seconds at a drawn speed comes home at a share of it after what is often a whole number of seconds exactly, and there
one bit decides which.
"""

from math import log, sqrt

from scipy.special import gammainccinv, gammaincinv

from homeward.codes import Draw, Generator, Shape
from homeward.kernel.exponential import exp
from homeward.kernel.shapes import normal_quantile
from tests.reference.given import Given, Row

WORD = 1 << 64
HALF = 1 << 32
GOLDEN, STEP = 0x9E3779B97F4A7C15, 0xD1342543DE82EF95


def mix(z: int) -> int:
    """The output function of splitmix64."""
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9 % WORD
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB % WORD
    return z ^ (z >> 31)


def philox(counter: list[int], key: list[int]) -> list[int]:
    """Ten rounds of Philox4x32 on four and two 32-bit words."""
    for _ in range(10):
        left, right = 0xD2511F53 * counter[0], 0xCD9E8D57 * counter[2]
        counter = [
            right // HALF ^ counter[1] ^ key[0],
            right % HALF,
            left // HALF ^ counter[3] ^ key[1],
            left % HALF,
        ]
        key = [(key[0] + 0x9E3779B9) % HALF, (key[1] + 0xBB67AE85) % HALF]
    return counter


class Draws:
    """The named draws of one life."""

    def __init__(self, given: Given, replicate: int) -> None:
        self.given, self.seed, self.replicate = given, given.seed, replicate
        self.by_philox = given.generator == Generator.PHILOX
        self.life = mix((mix((self.seed * GOLDEN + 1) % WORD) + replicate * STEP) % WORD)

    def bits(self, name: int, purpose: Draw, nth: int) -> int:
        """64 random bits of this name."""
        label = purpose + (nth << 16)
        if not self.by_philox:
            key = mix((self.life + name * GOLDEN) % WORD)
            return mix((key + label * STEP) % WORD)
        key = self.seed ^ mix((self.replicate // HALF << 32) + label // HALF)
        words = philox([name % HALF, name // HALF, label % HALF, self.replicate % HALF], [key % HALF, key // HALF])
        return words[0] * HALF + words[1]

    def uniform(self, name: int, purpose: Draw, nth: int = 0) -> float:
        """A number in the open (0, 1)."""
        return ((self.bits(name, purpose, nth) >> 12) + 0.5) / 2.0**52

    def normal(self, name: int, purpose: Draw, nth: int = 0) -> float:
        """A standard normal deviate."""
        return normal_quantile(self.uniform(name, purpose, nth))

    def exponential(self, mean: float, name: int, purpose: Draw, nth: int = 0) -> float:
        """A waiting time."""
        return -mean * log(1.0 - self.uniform(name, purpose, nth))

    def lognormal(self, median: float, sigma: float, name: int, purpose: Draw, nth: int = 0) -> float:
        """A skewed positive number."""
        return median * exp(sigma * self.normal(name, purpose, nth))

    def of(self, dist: int, name: int, purpose: Draw, nth: int = 0) -> float:
        """A number from a distribution of the scenario, kept within its bounds."""
        row = self.given.dists[dist]
        x = quantile(row, self.given.quantiles, self.uniform(name, purpose, nth))
        return min(max(x, row["low"]), row["high"])


def quantile(row: Row, points: list[float], p: float) -> float:
    """The value with probability p below it."""
    a, b, c = row["a"], row["b"], row["c"]
    match Shape(row["shape"]):
        case Shape.CONSTANT:
            return a
        case Shape.UNIFORM:
            return a + (b - a) * p
        case Shape.TRIANGULAR:
            if p * (c - a) <= b - a:
                return a + sqrt(p * (c - a) * (b - a))
            return c - sqrt((1.0 - p) * (c - a) * (c - b))
        case Shape.LOGNORMAL:
            return a * exp(b * normal_quantile(p))
        case Shape.NORMAL:
            return a + b * normal_quantile(p)
        case Shape.EXPONENTIAL:
            return -a * log(1.0 - p)
        case Shape.WEIBULL:
            return a * (-log(1.0 - p)) ** (1.0 / b)
        case Shape.LOGLOGISTIC:
            return a * (p / (1.0 - p)) ** (1.0 / b)
        case Shape.GAMMA:
            return a * float(gammaincinv(b, p)) if p < 0.5 else a * float(gammainccinv(b, 1.0 - p))
    mine = points[int(a) : int(a) + int(b)]
    place = p * (len(mine) - 1)
    below = int(place)
    above = min(below + 1, len(mine) - 1)
    return mine[below] + (mine[above] - mine[below]) * (place - below)
