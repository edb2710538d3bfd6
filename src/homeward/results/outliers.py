"""Replicates that lie far from all others, or that came near a limit of the machine: to be looked at, not left out.

Tukey's outer fences stand three times the distance between the quartiles beyond either quartile; of normally
distributed values about 2 in a million lie outside them. A value beyond them is not wrong: a skewed measure has many.
Source: Tukey (1977), Exploratory Data Analysis, section 2D ("far out").
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

FAR = 3.0
"""Times the distance between the quartiles."""

FEWEST = 20
"""With fewer values than this the quartiles say too little."""

NEAR_A_LIMIT = 0.9
"""Share of a limit from which on a replicate is told: it may have been about to be cut short."""


@dataclass(frozen=True)
class Fences:
    """Outside of `low` to `high` is far out; `spread` is the distance between the quartiles."""

    low: float
    high: float
    spread: float

    def distance(self, values: np.ndarray) -> np.ndarray:
        """Return how far outside each value lies, in units of the spread; 0 inside, and for NaN."""
        outside = np.maximum(self.low - values, values - self.high) / self.spread
        return np.where(outside > 0, outside, 0.0)


@dataclass(frozen=True)
class FarOut:
    """One measure's replicates beyond its fences: how many of how many, and which, the farthest first.

    `replicates` and `values` hold the farthest few.
    """

    measure: str
    fences: Fences
    beyond: int
    answered: int
    replicates: tuple[int, ...]
    values: tuple[float, ...]


@dataclass(frozen=True)
class NearLimit:
    """Replicates whose count reached nine tenths of a limit, the nearest first; the farthest along are named."""

    what: str
    limit: float
    near: int
    replicates: tuple[int, ...]
    values: tuple[float, ...]


def far_fences(values: np.ndarray) -> Fences | None:
    """Return the outer fences of (n,) values, NaN left out.

    None where there are fewer than 20 values, or where more than half of them are one and the same: then the quartiles
    coincide, every other value would be far out, and a share (0 or 1) has no outliers.
    """
    answered = values[~np.isnan(values)]
    if len(answered) < FEWEST:
        return None
    low, high = np.quantile(answered, (0.25, 0.75))
    spread = float(high - low)
    if spread <= 0 or len(np.unique(answered[:10_000])) <= 2:
        return None
    return Fences(float(low) - FAR * spread, float(high) + FAR * spread, spread)


def far_out(measure: str, replicates: np.ndarray, values: np.ndarray, most: int = 5) -> FarOut | None:
    """Return which of (n,) replicates lie beyond the fences of their (n,) values; None when none does."""
    fences = far_fences(values)
    if fences is None:
        return None
    distance = fences.distance(values)
    beyond = int((distance > 0).sum())
    if not beyond:
        return None
    farthest = first_of(-distance, min(most, beyond))
    return FarOut(measure, fences, beyond, int((~np.isnan(values)).sum()), *named(farthest, replicates, values))


def near_limit(what: str, limit: float, replicates: np.ndarray, counts: np.ndarray, most: int = 5) -> NearLimit | None:
    """Return which of (n,) replicates came within a tenth of a limit; None when none did."""
    near = int((counts >= NEAR_A_LIMIT * limit).sum())
    if not near:
        return None
    return NearLimit(what, limit, near, *named(first_of(-counts, min(most, near)), replicates, counts))


def first_of(values: np.ndarray, count: int) -> np.ndarray:
    """Return the places of the smallest values, the first of those that are equal."""
    return np.argsort(values, kind="stable")[:count]


def named(places: np.ndarray, replicates: np.ndarray, values: np.ndarray) -> tuple[tuple[int, ...], tuple[float, ...]]:
    return tuple(int(each) for each in replicates[places]), tuple(float(each) for each in values[places])


def flagged(
    replicates: np.ndarray,
    measures: Mapping[str, np.ndarray],
    counts: Mapping[str, tuple[np.ndarray, float]] | None = None,
) -> list[FarOut | NearLimit]:
    """Return everything worth a look in a table: measure -> (n,) values, and count -> (n,) counts with their limit."""
    far = [far_out(name, replicates, values) for name, values in measures.items()]
    near = [near_limit(name, limit, replicates, values) for name, (values, limit) in (counts or {}).items()]
    return [each for each in (*near, *far) if each is not None]
