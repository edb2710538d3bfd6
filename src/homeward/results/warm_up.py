"""Where a steady state begins: how many first observations to leave out, because the start still shows in them.

Observations are (replicates, n): the same quantity observed at n places one after another (the k-th patient's wait, the
beds taken on day k), in independent replicates of one system that began empty, or full, or otherwise unlike itself.

- `welch` smooths the mean over replicates, for the eye: Welch (1983), "The statistical analysis of simulation results",
  in Lavenberg (ed.), The Computer Performance Modeling Handbook; as in Law (2015), Simulation Modeling and Analysis,
  5th ed., section 9.5.1.
- `mser` finds the cut by rule: leave out what makes the standard error of the mean of the rest smallest. White (1997),
  "An effective truncation heuristic for bias reduction in simulation output", Simulation 69:323; on means of five
  observations (MSER-5) as compared by White, Cobb and Spratt (2000), Winter Simulation Conference.
"""

from dataclasses import dataclass, field

import numpy as np

from homeward.errors import HomewardError

FIVE = 5
"""Observations in each of MSER-5's batches."""

LAST = 0.1
"""Share of the batches that is never all that is left: the spread of a few neighbours is small by chance alone."""

FEWEST = 10
"""Batches below which nothing is said."""


@dataclass(frozen=True)
class WarmUp:
    """Leave out the first `cut` of `n` observations.

    `found` is False when the cut fell into the second half: then nothing says that the steady state was reached at all,
    and longer replicates are needed (White's rule). `statistic` is (batches,): MSER for leaving out 0, 1, 2, ...
    batches of `batch` observations, NaN where too few would be left.
    """

    cut: int
    n: int
    found: bool
    batch: int
    statistic: np.ndarray = field(repr=False)

    def sentence(self) -> str:
        """Say it in words."""
        if not self.found:
            return (
                f"No steady state is in sight within {self.n:,} observations: the rule would leave out {self.cut:,} of "
                "them. Observe for longer."
            )
        if not self.cut:
            return f"Nothing needs to be left out of {self.n:,} observations."
        return f"Leave out the first {self.cut:,} of {self.n:,} observations: the start still shows in them."


def across(observations: np.ndarray) -> np.ndarray:
    """Return (n,) means over replicates; HomewardError when the table is not (replicates, n) of numbers."""
    table = np.atleast_2d(np.asarray(observations, float))
    if table.ndim != 2 or not table.size:
        raise HomewardError("a warm-up is looked for in a table of replicates by observations: give one of two axes")
    if not np.isfinite(table).all():
        raise HomewardError("a warm-up needs every observation of every replicate: leave out those that have gaps")
    return np.asarray(table.mean(axis=0))


def welch(observations: np.ndarray, window: int) -> np.ndarray:
    """Return the mean over replicates, smoothed: (n - window,) for (replicates, n) observations.

    Each point is the mean of the 2 `window` + 1 observations around it, of fewer near the beginning, where it takes as
    many on either side as there are before it. HomewardError for a window that is longer than a quarter of the run.
    """
    means = across(observations)
    n = len(means)
    if not 0 <= window <= n // 4:
        raise HomewardError(f"the window must be from 0 to {n // 4}, a quarter of the {n} observations, not {window}")
    sums = np.concatenate([[0.0], np.cumsum(means)])
    middle = np.arange(n - window)
    reach = np.minimum(middle, window)
    return np.asarray((sums[middle + reach + 1] - sums[middle - reach]) / (2 * reach + 1))


def mser(observations: np.ndarray, batch: int = FIVE) -> WarmUp:
    """Return how many of the first observations to leave out: MSER-5, or MSER of another batch.

    (replicates, n) observations, or (n,) of one replicate; several are averaged first. With the batch means
    Z(1) ... Z(k), MSER(d) is the sum of squared deviations of Z(d + 1) ... Z(k) from their own mean, divided by
    (k - d) squared; the cut is at the smallest d for which it is least. HomewardError for fewer than ten batches.
    """
    means = across(observations)
    batches = len(means) // batch if batch > 0 else 0
    if batches < FEWEST:
        raise HomewardError(f"{len(means)} observations are too few: ten batches of {batch} are the least")
    blocks = means[: batches * batch].reshape(batches, batch).mean(axis=1)
    statistic = mser_statistic(blocks)
    best = int(np.nanargmin(statistic))
    return WarmUp(best * batch, len(means), best <= batches // 2, batch, statistic)


def mser_statistic(values: np.ndarray) -> np.ndarray:
    """Return MSER for leaving out the first 0, 1, 2, ... of (k,) values; NaN where less than a tenth would be left."""
    k = len(values)
    left = np.arange(k, 0, -1)
    # Sums from the end, about the overall mean: the difference of two large numbers would lose the small ones.
    centred = values - values.mean()
    sums, squares = (np.cumsum(each[::-1])[::-1] for each in (centred, centred**2))
    deviations = np.maximum(squares - sums**2 / left, 0.0)
    return np.where(left < max(2, LAST * k), np.nan, deviations / left**2)
