"""The mean of a steady state with its interval, once the warm-up is left out.

Two ways, for two ways of running. Source: Law (2015), Simulation Modeling and Analysis, 5th ed., sections 9.5.2 and
9.5.3; how many batches: Schmeiser (1982), "Batch size effects in the analysis of simulation output", Operations
Research 30:556 (more than 30 gain nothing, fewer than 10 lose much).
"""

from dataclasses import dataclass
from math import sqrt

import numpy as np

from homeward.errors import HomewardError
from homeward.results.intervals import Z95, t975
from homeward.results.warm_up import across

BATCHES = 20


@dataclass(frozen=True)
class SteadyMean:
    """A mean with its 95 % interval, from `pieces` replicates or batches of `length` observations each.

    `correlation` is that of neighbouring batches (None for replicates, which are independent); `correlated` says that
    it is larger than chance explains: then the interval is too narrow, and longer batches are needed.
    """

    mean: float
    low: float
    high: float
    pieces: int
    length: int
    correlation: float | None = None

    @property
    def half_width(self) -> float:
        return (self.high - self.low) / 2

    @property
    def correlated(self) -> bool:
        # The correlation of k independent values with their neighbours has a standard error of about 1 / sqrt(k).
        return self.correlation is not None and self.correlation > Z95 / sqrt(self.pieces)


def by_replicates(observations: np.ndarray, cut: int) -> SteadyMean:
    """Return the steady mean of (replicates, n) observations, the first `cut` of each left out.

    Replication and deletion: the replicates' means are independent, whatever goes on within each. HomewardError for
    fewer than two replicates, or when nothing is left.
    """
    table = np.atleast_2d(np.asarray(observations, float))
    across(table)
    check_cut(cut, table.shape[1])
    if len(table) < 2:
        raise HomewardError("one replicate does not say how replicates differ: give two or more, or use batches")
    return interval_of(table[:, cut:].mean(axis=1), table.shape[1] - cut)


def by_batches(observations: np.ndarray, cut: int, batches: int = BATCHES) -> SteadyMean:
    """Return the steady mean of one long replicate of (n,) observations, the first `cut` left out, by batch means.

    What is left is cut into equal batches (what is over at its beginning is left out too). The interval holds when
    batches are so long that their means hardly depend on each other; see `SteadyMean.correlated`. HomewardError when
    there are fewer than ten observations per batch.
    """
    series = across(np.asarray(observations, float).reshape(1, -1))
    check_cut(cut, len(series))
    length = (len(series) - cut) // batches
    if not batches >= 2 or length < 10:
        raise HomewardError(f"{len(series) - cut} observations are too few for {batches} batches of ten or more")
    means = series[-batches * length :].reshape(batches, length).mean(axis=1)
    return interval_of(means, length, neighbours(means))


def check_cut(cut: int, n: int) -> None:
    if not 0 <= cut < n:
        raise HomewardError(f"the cut must be from 0 to {n - 1}, so that something is left, not {cut}")


def interval_of(means: np.ndarray, length: int, correlation: float | None = None) -> SteadyMean:
    """Return Student's interval from (k,) means of equally long pieces."""
    k, mean = len(means), float(means.mean())
    half = t975(k - 1) * float(means.std(ddof=1)) / sqrt(k)
    return SteadyMean(mean, mean - half, mean + half, k, length, correlation)


def neighbours(values: np.ndarray) -> float:
    """Return the correlation of each value with the next; 0 when all are the same."""
    centred = values - values.mean()
    total = float((centred**2).sum())
    return float((centred[1:] * centred[:-1]).sum() / total) if total > 0 else 0.0
