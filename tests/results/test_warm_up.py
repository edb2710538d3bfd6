"""Warm-up: found where the start stops showing, nothing where there is none, and said when it never ends."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.errors import HomewardError
from homeward.results.warm_up import mser, mser_statistic, welch


def autocorrelated(seed: int, replicates: int, n: int, phi: float, start: float) -> np.ndarray:
    """AR(1) with mean 0 and noise of variance 1; each replicate begins `start` above its mean."""
    noise = np.random.default_rng(seed).normal(size=(replicates, n))
    values = np.zeros((replicates, n))
    values[:, 0] = noise[:, 0] / np.sqrt(1 - phi**2) + start
    for i in range(1, n):
        values[:, i] = phi * values[:, i - 1] + noise[:, i]
    return values


@pytest.mark.parametrize("start", [20.0, 100.0, 1000.0])
def test_a_bias_that_dies_away_is_left_out_and_not_much_more(start: float) -> None:
    phi, n = 0.9, 1000
    cuts = [mser(autocorrelated(seed, 10, n, phi, start)) for seed in range(30)]
    below_the_noise = np.log(1 / start) / np.log(phi)  # where start * phi^i falls below the noise
    middle = float(np.median([each.cut for each in cuts]))
    assert 0.6 * below_the_noise <= middle <= below_the_noise + 60
    assert np.mean([each.found for each in cuts]) >= 0.9


def test_a_step_is_cut_where_it_ends() -> None:
    noise = np.random.default_rng(1).normal(size=(10, 1000))
    found = mser(noise + 5.0 * (np.arange(1000) < 200))
    assert 200 <= found.cut <= 210
    assert found.sentence() == f"Leave out the first {found.cut} of 1,000 observations: the start still shows in them."


def test_of_white_noise_hardly_anything_is_left_out() -> None:
    cuts = [mser(np.random.default_rng(seed).normal(size=(10, 1000))).cut for seed in range(50)]
    assert np.median(cuts) <= 10
    assert np.quantile(cuts, 0.9) <= 50


def test_a_queue_that_only_grows_has_no_steady_state() -> None:
    noise = np.random.default_rng(1).normal(size=(10, 1000))
    found = mser(noise + 0.01 * np.arange(1000))
    assert not found.found
    assert found.sentence().startswith("No steady state is in sight within 1,000 observations")


@given(st.lists(st.floats(-1e3, 1e3), min_size=20, max_size=60))
def test_the_statistic_is_the_one_in_the_paper(values: list[float]) -> None:
    array = np.array(values)
    k = len(array)
    by_hand = [float(((array[d:] - array[d:].mean()) ** 2).sum()) / (k - d) ** 2 for d in range(k)]
    told = mser_statistic(array)
    kept = ~np.isnan(told)
    assert kept.sum() == sum(k - d >= max(2, 0.1 * k) for d in range(k))
    assert told[kept] == pytest.approx(np.array(by_hand)[kept], rel=1e-6, abs=1e-6)


def test_mser_5_looks_at_means_of_five() -> None:
    values = np.random.default_rng(3).normal(size=104)
    assert len(mser(values).statistic) == 20
    assert mser(values).cut % 5 == 0
    assert np.array_equal(mser(values[:100]).statistic, mser_statistic(values[:100].reshape(-1, 5).mean(axis=1)), True)


def test_welch_smooths_over_the_window_and_over_less_near_the_beginning() -> None:
    observations = np.random.default_rng(2).normal(size=(7, 40))
    means = observations.mean(axis=0)
    smooth = welch(observations, 3)
    assert len(smooth) == 37
    assert smooth[0] == pytest.approx(means[0])
    assert smooth[2] == pytest.approx(means[:5].mean())
    assert smooth[20] == pytest.approx(means[17:24].mean())
    assert smooth[36] == pytest.approx(means[33:40].mean())
    assert welch(observations, 0) == pytest.approx(means)


@given(st.integers(0, 10), st.floats(-1e3, 1e3), st.floats(-10, 10))
def test_welch_leaves_a_straight_line_alone(window: int, level: float, slope: float) -> None:
    line = level + slope * np.arange(40.0)
    assert welch(line, window) == pytest.approx(line[: 40 - window], abs=1e-6)


def test_what_cannot_be_looked_at_is_refused_with_a_reason() -> None:
    with pytest.raises(HomewardError, match="49 observations are too few: ten batches of 5 are the least"):
        mser(np.zeros(49))
    with pytest.raises(HomewardError, match="too few"):
        mser(np.zeros(100), batch=0)
    with pytest.raises(HomewardError, match="leave out those that have gaps"):
        mser(np.array([1.0, np.nan] * 50))
    with pytest.raises(HomewardError, match="give one of two axes"):
        mser(np.zeros((2, 3, 4)))
    with pytest.raises(HomewardError, match="the window must be from 0 to 10"):
        welch(np.zeros(40), 11)
