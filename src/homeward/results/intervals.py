"""Intervals, all at 95 %, from whole-number sums, so that no answer depends on the order in which lives were counted.

Wilson for a share; Student's t for a mean and for a paired difference of means; for a paired difference of shares the
Wald interval after Bonett and Price's Laplace adjustment, which stays honest when no pair differed.

Sources: Wilson (1927) JASA 22:209, eq. 2 as in Brown, Cai and DasGupta (2001) Stat Sci 16:101, eq. 4;
Bonett and Price (2012) J Educ Behav Stat 37:479, recommended by Fagerland, Lydersen and Laake (2014) Stat Med 33:2850.
"""

from math import sqrt

import numpy as np

Z95 = 1.959963984540054
"""The 97.5 % point of the normal distribution."""

_T975_FEW = {1: 12.706204736174698, 2: 4.302652729749464}


def wilson(hits: int, n: int) -> tuple[float, float]:
    """Return the 95 % interval of a share: `hits` of `n`, n at least 1."""
    low, high = wilson_bounds(np.asarray([hits]), n)
    return float(low[0]), float(high[0])


def wilson_bounds(hits: np.ndarray, n: int) -> tuple[np.ndarray, np.ndarray]:
    """Return both ends of the Wilson interval for each of many counts out of `n`; 0 to 1 when n is 0."""
    if n == 0:
        return np.zeros(len(hits)), np.ones(len(hits))
    share, z2 = hits / n, Z95 * Z95
    centre = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = Z95 * np.sqrt(share * (1 - share) / n + z2 / (4 * n * n)) / (1 + z2 / n)
    low, high = np.clip(centre - half, 0, 1), np.clip(centre + half, 0, 1)
    # At none and at all, the near end is 0 or 1 exactly; rounding would leave it a hair away.
    return np.where(hits == 0, 0.0, low), np.where(hits == n, 1.0, high)


def t975(freedom: int) -> float:
    """Return the 97.5 % point of Student's t (Abramowitz and Stegun 26.7.5; exact for 1 and 2 degrees)."""
    if freedom in _T975_FEW:
        return _T975_FEW[freedom]
    z = Z95
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160,
    )
    return z + sum(term / freedom ** (power + 1) for power, term in enumerate(terms))


def sample_variance(n: int, total: int, squares: int) -> float:
    """Return the unbiased variance from whole-number sums (n at least 2); exact until the last division."""
    return (n * squares - total * total) / (n * (n - 1))


def mean_interval(n: int, total: int, squares: int) -> tuple[float, float, float] | None:
    """Return mean and 95 % ends from the sums of n whole numbers and of their squares; None when n is below 2.

    One life says nothing of how lives differ.
    """
    if n < 2:
        return None
    mean = total / n
    half = t975(n - 1) * sqrt(sample_variance(n, total, squares) / n)
    return mean, mean - half, mean + half


def paired_share_interval(gained: int, lost: int, n: int) -> tuple[float, float, float]:
    """Return the difference of two shares over n pairs (at least 1) and its 95 % ends.

    `gained` pairs went from no to yes, `lost` from yes to no. The ends stay within -1 to 1.
    """
    up, down = (gained + 1) / (n + 2), (lost + 1) / (n + 2)
    half = Z95 * sqrt((up + down - (up - down) ** 2) / (n + 2))
    difference = (gained - lost) / n
    return difference, max(-1.0, min(up - down - half, difference)), min(1.0, max(up - down + half, difference))
