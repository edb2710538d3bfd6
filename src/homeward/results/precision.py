"""How many replicates are enough for one measure, found while they are lived: by looking again, or in two stages.

`until_narrow` looks after a first batch and then whenever there are twice as many, and stops at the first look at which
the interval is narrow enough. To stop at a look because the interval happens to be narrow there makes it a little too
narrow: it covers the truth somewhat less often than 95 %. Not much, as looks are few and the first batch is not small.
Measured with a first batch of 100 (2,000 trials for each target, which 100 to 1,600 replicates reached): 95 % for
normally distributed values, 94 to 95 % for exponential, 90 to 94 % for lognormal with sigma 1, whose means are hard for
any interval of this kind. With a first batch of 10 it fell to 79 % for the last, hence the least that is taken.

`in_two_stages` (Stein's) looks once: the first batch says how many are needed and how wide the interval is, the mean is
over all. For normally distributed values its interval covers 95 % or more, exactly, at the price of some replicates.

Sources: Chow and Robbins (1965) Ann Math Stat 36:457 (the coverage tends to what it should be as intervals shrink);
Stein (1945) Ann Math Stat 16:243; Law (2015), Simulation Modeling and Analysis, 5th ed., section 9.4.1.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, inf, sqrt

import numpy as np

from homeward.errors import HomewardError
from homeward.results.intervals import t975
from homeward.results.quantity import Measure
from homeward.results.values import Valued, measure_of_values

FIRST = 100
"""Replicates before the first look."""

FEWEST_FIRST = 30
MOST = 1_000_000

ValuesOf = Callable[[int, int], np.ndarray]
"""(first, end) -> (end - first,) values of replicates first to end - 1; NaN where a replicate has no answer."""


@dataclass(frozen=True)
class Enough:
    """What `replicates` came to. `met`: the interval is as narrow as asked; `looks`: how often it was looked at."""

    replicates: int
    measure: Measure
    looks: int
    met: bool


def until_narrow(
    values_of: ValuesOf, measure: Valued, half_width: float, first: int = FIRST, most: int = MOST
) -> Enough:
    """Live replicates until half the 95 % interval of a measure is no wider than `half_width`, or `most` are lived.

    The number is doubled from look to look. A share has Wilson's interval, which has a width even where no replicate
    differs; a mean has Student's. HomewardError for a first batch below 30 or a width that is not above 0.
    """
    check(half_width, first, most)
    values, looks = np.zeros(0), 0
    while True:
        looks += 1
        aim = min(most, max(first, 2 * len(values)))
        values = np.concatenate([values, values_of(len(values), aim)])
        found = measure_of_values(measure, values)
        if found.half_width <= half_width or len(values) >= most:
            return Enough(len(values), found, looks, found.half_width <= half_width)


def in_two_stages(
    values_of: ValuesOf, measure: Valued, half_width: float, first: int = FIRST, most: int = MOST
) -> Enough:
    """Live a first batch, then as many more as it says are needed, and stop: Stein's two stages, for a mean.

    The interval has the spread and the freedom of the first batch alone; that makes it honest. When `most` replicates
    are fewer than needed it is as wide as they leave it. HomewardError as `until_narrow`.
    """
    check(half_width, first, most)
    pilot = values_of(0, first)
    answered = pilot[~np.isnan(pilot)]
    if len(answered) < 2:
        return Enough(first, measure_of_values(measure, pilot), 1, False)
    wide, spread = t975(len(answered) - 1), float(answered.std(ddof=1))
    share_answered = len(answered) / first
    due = max(first, ceil((wide * spread / half_width) ** 2 / share_answered))
    total = min(due, most)
    values = np.concatenate([pilot, values_of(first, total)]) if total > first else pilot
    there = values[~np.isnan(values)]
    mean, half = float(there.mean()), wide * spread / sqrt(len(there))
    found = Measure(mean, mean - half, mean + half, len(there), measure.unit, measure.label)
    return Enough(total, found, 1, half <= half_width)


def needed(pilot: np.ndarray, half_width: float) -> float:
    """Return about how many replicates make half the 95 % interval of the mean this narrow, from (n,) pilot values.

    The least n of at least the pilot's whose interval would be so narrow if the spread stayed what it is; infinite when
    fewer than two have an answer. For planning: an interval quoted afterwards should be that of what was lived.
    """
    answered = pilot[~np.isnan(pilot)]
    if len(answered) < 2:
        return inf
    spread = float(answered.std(ddof=1))

    def too_wide(n: int) -> bool:
        return t975(n - 1) * spread / sqrt(n) > half_width

    enough = len(answered)
    few = enough - 1
    while too_wide(enough):
        few, enough = enough, 2 * enough
    while enough - few > 1:
        middle = (few + enough) // 2
        few, enough = (middle, enough) if too_wide(middle) else (few, middle)
    return enough


def check(half_width: float, first: int, most: int) -> None:
    """Refuse what cannot be aimed at."""
    if not 0 < half_width < inf:
        raise HomewardError(f"a precision is half the width of an interval, above 0, not {half_width}")
    if not FEWEST_FIRST <= first <= most:
        raise HomewardError(f"the first batch must be of {FEWEST_FIRST} replicates or more, and no more than {most:,}")
