"""Made up once, at lowering: what the members of a cohort are like, from keys that depend on nothing but their names.

A key is the splitmix64 chain of the cohort's name and the member's number, and a uniform is the key scrambled with the
name of what is asked. So one more member, or one more thing asked, changes nothing for anybody else.
"""

from collections.abc import Callable
from statistics import NormalDist

import numpy as np
import numpy.typing as npt

from homeward.codes import Shape
from homeward.model.quantity import Quantity
from homeward.run.lower_people import name_key

Keys = npt.NDArray[np.uint64]
Numbers = npt.NDArray[np.float64]

_MIX_1, _MIX_2 = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_CELL = 2.0**-52


def mix(words: Keys) -> Keys:
    """Return words scrambled one to one, as kernel.draws.mix does: Stafford's variant 13. Any shape, uint64."""
    words = (words ^ (words >> np.uint64(30))) * _MIX_1
    words = (words ^ (words >> np.uint64(27))) * _MIX_2
    return words ^ (words >> np.uint64(31))


def keys_of(cohort: str, count: int) -> Keys:
    """Return the names for draws of the members of a cohort, (count,) uint64."""
    return mix(np.uint64(name_key("cohort", cohort)) + np.arange(1, count + 1, dtype=np.uint64) * _GOLDEN)


def uniforms(keys: Keys, asked: str, nth: int = 0) -> Numbers:
    """Return a number in the open (0, 1) for each key: the answer to what is asked for the nth time."""
    words = mix(keys + np.uint64(name_key("asked", f"{asked} {nth}")))
    return ((words >> np.uint64(12)).astype(np.float64) + 0.5) * _CELL


def made_up(keys: Keys, asked: str, quantity: Quantity, nth: int = 0) -> Numbers:
    """Return a value of the quantity for each key, in its base unit."""
    return np.clip(_quantiles(quantity, uniforms(keys, asked, nth)), quantity.low, quantity.high)


def _normal(p: Numbers) -> Numbers:
    quantile = NormalDist().inv_cdf
    return np.array([quantile(x) for x in p.tolist()], np.float64)


def _triangular(q: Quantity, p: Numbers) -> Numbers:
    low, mode, high = q.a, q.b, q.c
    rising = low + np.sqrt(p * (high - low) * (mode - low))
    falling = high - np.sqrt((1.0 - p) * (high - low) * (high - mode))
    return np.where(p * (high - low) <= mode - low, rising, falling)


_QUANTILES: dict[Shape, Callable[[Quantity, Numbers], Numbers]] = {
    Shape.CONSTANT: lambda q, p: np.full(len(p), q.a),
    Shape.UNIFORM: lambda q, p: q.a + (q.b - q.a) * p,
    Shape.TRIANGULAR: _triangular,
    Shape.LOGNORMAL: lambda q, p: q.a * np.exp(q.b * _normal(p)),
    Shape.NORMAL: lambda q, p: q.a + q.b * _normal(p),
    Shape.EXPONENTIAL: lambda q, p: -q.a * np.log(1.0 - p),
    Shape.WEIBULL: lambda q, p: q.a * (-np.log(1.0 - p)) ** (1.0 / q.b),
    Shape.LOGLOGISTIC: lambda q, p: q.a * (p / (1.0 - p)) ** (1.0 / q.b),
    Shape.EMPIRICAL: lambda q, p: np.interp(p, np.linspace(0.0, 1.0, len(q.points)), q.points),
}


def _quantiles(quantity: Quantity, p: Numbers) -> Numbers:
    return _QUANTILES[quantity.shape](quantity, p)


def word_of(key: int, asked: str) -> int:
    """Return a 64-bit word for one key: the answer to what is asked."""
    return int(mix(np.array([key], np.uint64) + np.uint64(name_key("asked", asked)))[0])
