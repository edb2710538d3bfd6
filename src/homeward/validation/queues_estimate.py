"""A mean over replicates beside an exact value: the verdict is what chance allows, and chance must allow little."""

from dataclasses import dataclass
from math import sqrt

import numpy as np
from scipy.special import stdtrit

from homeward.results.intervals import t975
from homeward.validation.figure import Figure, Study

ALLOWED = 0.999
"""How often a right simulation is told that it is right; the interval that is shown is the usual one of 95 %."""

COARSEST = 0.03
"""The largest share of the exact value that chance may be said to explain: a wider interval proves nothing."""


@dataclass(frozen=True)
class Estimate:
    """The mean of independent replicates, and the half widths of its intervals."""

    mean: float
    half95: float
    half999: float


def estimate(values: np.ndarray) -> Estimate:
    """Return the estimate from one value per replicate, (n,) with n at least 2; replicates without a value are out."""
    values = values[np.isfinite(values)]
    error = float(values.std(ddof=1)) / sqrt(len(values))
    freedom = len(values) - 1
    return Estimate(float(values.mean()), t975(freedom) * error, float(stdtrit(freedom, 0.5 + ALLOWED / 2)) * error)


def beside(study: Study, item: str, exact: float, values: np.ndarray, unit: str, decimals: int = 2) -> Figure:
    """Return the figure of an exact value and of one value per replicate."""
    ours = estimate(values)
    by = min(ours.half999, COARSEST * exact)
    low, high = ours.mean - ours.half95, ours.mean + ours.half95
    shown = f"chance over {len(values)} replicates; 95 % interval {low:.{decimals}f} to {high:.{decimals}f}"
    return Figure(
        item=item,
        published=f"{exact:.{decimals}f} {unit}".strip(),
        value=ours.mean,
        unit=unit,
        low=exact - by,
        high=exact + by,
        tolerance=f"± {by:.{decimals}g} {unit}".strip() + f": {shown}",
        source=study.source,
        tag=study.tag,
        decimals=decimals,
        how=study.how,
    )
