"""Arrivals by the hour against the rates they were thinned by: their number, their spread, and how they fall."""

import numpy as np
from scipy.special import chdtri

from homeward.validation.figure import Figure, Study
from homeward.validation.queues_estimate import beside
from homeward.validation.queues_runs import network_of, run_days

REPLICATES = 1000
HOUR_S = 3600.0
PER_HOUR = (
    2.36666666666667, 2.8, 8.83333333333333, 10.4333333333333, 14.8, 26.2666666666667, 31.4, 18.0666666666667,
    16.4666666666667, 12.0333333333333, 11.6, 28.8666666666667, 18.0333333333333, 11.5, 5.3, 4.06666666666667, 2.2, 2.1,
)  # fmt: skip
"""The rates of `networks/by_the_hour.toml`, typed again so that the file is checked too."""

THINNING = Study(
    "Lewis and Shedler 1979; integrals ours", "D", "arrivals of a day of 18 hours, counted by the hour over replicates"
)


def counts_by_hour(replicates: int) -> np.ndarray:
    """Return how many arrived in each hour of each replicate, (replicates, hours)."""
    days = run_days(network_of("by_the_hour"), replicates)
    hours = len(PER_HOUR) + 1  # one more, in which nobody may arrive
    # Who came in the last half second of an hour is noted at its end, and still belongs to it.
    edges = np.arange(hours + 1) * HOUR_S + 0.5
    edges[0] = 0.0
    return np.array([np.histogram(visits["arrived_s"], edges)[0] for visits in days.visits])


def figures(replicates: int = REPLICATES) -> list[Figure]:
    """Return how many come in a day, how that varies, and whether they fall into the hours as the rates say."""
    counts = counts_by_hour(replicates)
    days, exact = counts.sum(1).astype(float), sum(PER_HOUR)
    spread = (days - days.mean()) ** 2 * len(days) / (len(days) - 1)  # its mean is the unbiased variance
    hours = len(PER_HOUR)
    expected = replicates * np.array(PER_HOUR)
    misfit = float((((counts[:, :hours].sum(0) - expected) ** 2) / expected).sum())
    return [
        beside(THINNING, "arrivals of a day", exact, days, ""),
        THINNING.between(
            "their variance over their mean",
            "1",
            float(spread.mean()) / exact,
            "",
            *dispersion_bounds(replicates),
            "a Poisson number, 99.9 % of chance",
            3,
        ),
        THINNING.between(
            "misfit of the hours (chi-square)",
            f"{hours}",
            misfit,
            "",
            chdtri(hours, 0.9995),
            chdtri(hours, 0.0005),
            f"{hours} hours, 99.9 % of chance",
        ),
        THINNING.between("arrivals after the profile's end", "0", float(counts[:, hours:].sum()), "", 0, 0, "none", 0),
    ]


def dispersion_bounds(replicates: int) -> tuple[float, float]:
    """Return between what the variance over the mean of so many Poisson numbers lies in 99.9 % of cases."""
    freedom = replicates - 1
    return chdtri(freedom, 0.9995) / freedom, chdtri(freedom, 0.0005) / freedom
