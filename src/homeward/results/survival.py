"""Survival: the grid on which times are counted, and the curve of those still alive.

Nobody is lost to follow-up before 30 days, so the curve is one less the empirical distribution of the time of death.
"""

from dataclasses import dataclass

import numpy as np

from homeward.results.intervals import wilson_bounds
from homeward.results.shape import SurvivalJson

DAY_S = 86_400


def _grid() -> np.ndarray:
    """Return the upper edges of the counting bins in s: 10 s to 2 h, 1 min to 12 h, 10 min to 4 d, 2 h to 31 d."""
    parts = [
        np.arange(0, 7_200, 10),
        np.arange(7_200, 43_200, 60),
        np.arange(43_200, 4 * DAY_S, 600),
        np.arange(4 * DAY_S, 31 * DAY_S + 1, 7_200),
    ]
    return np.concatenate(parts).astype(np.int64)


EDGES_S = _grid()
BINS = len(EDGES_S) + 1
"""One more than the edges: the last bin is later than the last edge."""


def count_times(times_s: np.ndarray) -> np.ndarray:
    """Return how many of these times fall into each bin; a time is counted at the first edge not before it."""
    return np.bincount(np.searchsorted(EDGES_S, times_s, side="left"), minlength=BINS)


def quantile_s(counts: np.ndarray, share: float) -> float:
    """Return the time in s by which that share of the counted had come, to the width of a bin."""
    total = int(counts.sum())
    place = int(np.searchsorted(np.cumsum(counts), max(1, int(np.ceil(share * total)))))
    return float(EDGES_S[min(place, len(EDGES_S) - 1)])


@dataclass(frozen=True, eq=False)
class SurvivalCurve:
    """Share alive at each time, with pointwise 95 % intervals; a step function that falls at `times_s`.

    times_s: (k,) int64, s since the incident began, increasing, from 0. alive, low, high: (k,) shares.
    """

    times_s: np.ndarray
    alive: np.ndarray
    low: np.ndarray
    high: np.ndarray

    @classmethod
    def from_counts(cls, deaths: np.ndarray, lives: int) -> "SurvivalCurve":
        """Build it from deaths per bin (see `count_times`) among `lives` lives."""
        steps = np.flatnonzero(deaths[:-1])
        times_s = np.unique(np.concatenate([[0], EDGES_S[steps], [EDGES_S[-1]]]))
        dead_by = np.cumsum(deaths[:-1])[np.searchsorted(EDGES_S, times_s)]
        low, high = wilson_bounds(lives - dead_by, lives)
        return cls(times_s, (lives - dead_by) / max(lives, 1), low, high)

    def at(self, time_s: float) -> float:
        """Return the share alive at a time in s."""
        return float(self.alive[max(int(np.searchsorted(self.times_s, time_s, side="right")) - 1, 0)])

    def to_json(self, points: int = 100) -> SurvivalJson:
        """Return at most about `points` steps, the first and the last among them, spaced evenly over the steps."""
        keep = np.unique(np.linspace(0, len(self.times_s) - 1, min(points, len(self.times_s))).round().astype(int))
        alive, low, high = (shares[keep].round(6).tolist() for shares in (self.alive, self.low, self.high))
        return {"times_s": self.times_s[keep].tolist(), "alive": alive, "low": low, "high": high}
