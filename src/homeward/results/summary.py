"""From counts to answers: shares and means with their intervals, differences, curves, causes and places."""

from collections.abc import Sequence

import numpy as np

from homeward.codes import Cause
from homeward.results import tally as t
from homeward.results.intervals import mean_interval, paired_share_interval, sample_variance, wilson
from homeward.results.measures import TEN_THOUSANDTHS, Definition
from homeward.results.quantity import Difference, Measure
from homeward.results.results import DeathPlace, PersonFate, Spread
from homeward.results.survival import SurvivalCurve, quantile_s

RESERVE_OF_A_PERSON = Definition(
    "reserve_spent", "reserve spent", "%", lambda lives: (lives.fates["reserve_spent"], None), TEN_THOUSANDTHS
)
SPREADS = {"minutes_to_death": t.DEATH, "minutes_to_arrival": t.ARRIVAL, "minutes_to_care": t.CARE}


def share_of(hits: int, n: int, label: str) -> Measure:
    """Return a share with its Wilson interval; empty when n is 0."""
    if n == 0:
        return Measure(None, None, None, 0, "share", label)
    return Measure(hits / n, *wilson(hits, n), n, "share", label)


def measure_of(definition: Definition, sums: np.ndarray) -> Measure:
    """Return a share (Wilson) or a mean (t) from a row of `Tally.sums`; a mean needs two lives."""
    n, total, squares = (int(value) for value in sums)
    if definition.is_share:
        return share_of(total, n, definition.label)
    interval = mean_interval(n, total, squares)
    if interval is None:
        return Measure(None, None, None, n, definition.unit, definition.label)
    mean, low, high = (end / definition.scale for end in interval)
    return Measure(mean, low, high, n, definition.unit, definition.label)


def difference_of(definition: Definition, pairs: np.ndarray) -> Difference:
    """Return the paired difference from a row of `Tally.pairs`; empty when fewer than two pairs answered."""
    row = [int(value) for value in pairs]
    n, total, squares = row[t.PAIRS], row[t.DIFFERENCE], row[t.DIFFERENCE_SQUARES]
    if n < 2:
        return Difference(None, None, None, n, None, definition.unit, definition.label)
    if definition.is_share:
        interval = paired_share_interval((squares + total) // 2, (squares - total) // 2, n)
    else:
        interval = mean_interval(n, total, squares) or (0.0, 0.0, 0.0)
    difference, low, high = (end / definition.scale for end in interval)
    return Difference(difference, low, high, n, variance_reduction(row), definition.unit, definition.label)


def variance_reduction(row: Sequence[int]) -> float | None:
    """Return the variance of the difference on independent draws over that on the same; None when the latter is 0."""
    n = row[t.PAIRS]
    paired = sample_variance(n, row[t.DIFFERENCE], row[t.DIFFERENCE_SQUARES])
    arm = sample_variance(n, row[t.ARM_TOTAL], row[t.ARM_SQUARES])
    base = sample_variance(n, row[t.BASE_TOTAL], row[t.BASE_SQUARES])
    return (arm + base) / paired if paired > 0 else None


def causes_of(counts: np.ndarray) -> dict[str, int]:
    """Return deaths by cause, the commonest first; causes that never came are left out."""
    found = [(Cause(code).name.lower(), int(n)) for code, n in enumerate(counts) if n]
    return dict(sorted(found, key=lambda cause: -cause[1]))


def places_of(counts: np.ndarray, way_m: float) -> tuple[DeathPlace, ...]:
    """Return deaths by tenth of the way still to go, farthest first; the last place is after arrival."""
    step = way_m / t.SEGMENTS
    on_the_way = [DeathPlace(k * step, (k + 1) * step, int(counts[k])) for k in reversed(range(t.SEGMENTS))]
    return (*on_the_way, DeathPlace(0.0, 0.0, int(counts[t.SEGMENTS])))


def spreads_of(times: np.ndarray) -> dict[str, Spread]:
    """Return quantiles in minutes of the durations that came to an end in at least one life."""
    shares = (0.05, 0.25, 0.5, 0.75, 0.95)
    return {
        name: Spread(*(quantile_s(times[row], share) / 60 for share in shares))
        for name, row in SPREADS.items()
        if times[row].any()
    }


def survival_of(tally: t.Tally) -> SurvivalCurve:
    return SurvivalCurve.from_counts(tally.times[t.DEATH], tally.lives)


def fate_of(tally: t.Tally, person: int, name: str, with_team: bool, is_base: bool) -> PersonFate:
    """Return how it went for one person of an arm; nothing is measured of those who were not with the team."""
    sums = tally.people[:, person] * int(with_team)
    labels = ("alive on arrival", "alive at 30 days", "wounded", "collapsed", "deserted")
    arrival, month, wounded, collapsed, deserted = (
        share_of(int(sums[row, t.TOTAL]), int(sums[row, t.N]), label) for row, label in enumerate(labels)
    )
    reserve = measure_of(RESERVE_OF_A_PERSON, sums[t.RESERVE_SPENT])
    versus = None if is_base else life_difference(tally.people_pairs[person])
    return PersonFate(name, with_team, arrival, month, wounded, collapsed, deserted, reserve, versus)


def life_difference(row: np.ndarray) -> Difference | None:
    """Return the difference an arm makes to a life from a row of `Tally.people_pairs`; None without pairs."""
    pairs, gained, lost = (int(value) for value in row)
    if not pairs:
        return None
    return Difference(*paired_share_interval(gained, lost, pairs), pairs, None, "share", "alive at 30 days")
