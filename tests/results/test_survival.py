"""The survival curve is one less the empirical distribution of deaths, on a grid that grows coarser with time."""

import numpy as np
import pytest
from scipy import stats

from homeward.results.survival import BINS, DAY_S, EDGES_S, SurvivalCurve, count_times, quantile_s

pytestmark = pytest.mark.jitless

DEATHS_S = np.random.default_rng(3).lognormal(7.5, 1.5, 900).astype(np.int64).clip(1, 31 * DAY_S)
LIVES = 1000
CURVE = SurvivalCurve.from_counts(count_times(DEATHS_S), LIVES)


def test_the_curve_agrees_with_scipy_at_the_edges_of_the_grid() -> None:
    survivors = np.full(LIVES - len(DEATHS_S), 10**9)
    theirs = stats.ecdf(np.concatenate([DEATHS_S, survivors])).sf
    assert CURVE.alive == pytest.approx(theirs.evaluate(CURVE.times_s))


def test_it_starts_with_everybody_and_ends_with_those_who_live() -> None:
    assert (CURVE.times_s[0], CURVE.alive[0]) == (0, 1.0)
    assert CURVE.alive[-1] == pytest.approx(1 - len(DEATHS_S) / LIVES)


def test_it_never_rises_and_stays_within_its_band() -> None:
    assert (np.diff(CURVE.times_s) > 0).all()
    assert (np.diff(CURVE.alive) <= 0).all()
    assert (CURVE.low <= CURVE.alive).all()
    assert (CURVE.alive <= CURVE.high).all()


def test_between_steps_nobody_dies() -> None:
    step = CURVE.times_s[5]
    assert CURVE.at(step) == CURVE.alive[5]
    assert CURVE.at(step - 1) == CURVE.alive[4]


def test_a_time_after_the_grid_is_counted_and_never_drawn() -> None:
    counts = count_times(np.asarray([EDGES_S[-1] + 1]))
    assert counts[BINS - 1] == 1
    assert SurvivalCurve.from_counts(counts, 1).alive[-1] == 1.0


def test_a_quantile_is_within_a_bin_of_the_true_one() -> None:
    early = DEATHS_S[DEATHS_S < 7200]
    assert quantile_s(count_times(early), 0.5) == pytest.approx(np.quantile(early, 0.5), abs=11)


def test_json_keeps_both_ends_and_about_a_hundred_points() -> None:
    points = CURVE.to_json()
    assert len(points["times_s"]) == len(points["alive"]) == 100
    assert (points["times_s"][0], points["times_s"][-1]) == (0, EDGES_S[-1])


def test_when_nobody_dies_the_curve_is_flat() -> None:
    flat = SurvivalCurve.from_counts(count_times(np.zeros(0, np.int64)), 50)
    assert flat.alive.tolist() == [1.0, 1.0]
