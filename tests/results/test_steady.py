"""The steady mean: right where it is known by formula, as uncertain as it says, and honest about batches."""

import numpy as np
import pytest

from homeward.errors import HomewardError
from homeward.results.steady import by_batches, by_replicates
from homeward.results.warm_up import mser
from tests.results.test_warm_up import autocorrelated


def waits(seed: int, replicates: int, patients: int, load: float) -> np.ndarray:
    """Waits in an M/M/1 queue that begins empty, service of mean 1, by Lindley's recursion."""
    draws = np.random.default_rng(seed)
    served = draws.exponential(1.0, (replicates, patients))
    between = draws.exponential(1 / load, (replicates, patients))
    found = np.zeros((replicates, patients))
    for k in range(1, patients):
        found[:, k] = np.maximum(0.0, found[:, k - 1] + served[:, k - 1] - between[:, k])
    return found


def test_the_wait_in_a_queue_is_the_one_known_by_formula() -> None:
    load = 0.7
    exact = load / (1 - load)  # mean wait of M/M/1 with service of mean 1
    observed = waits(1, 60, 3000, load)
    mean = by_replicates(observed, mser(observed).cut)
    assert mean.low <= exact <= mean.high
    assert mean.half_width < 0.15
    early = by_replicates(observed[:, :20], 0)
    assert early.high < exact  # the first patients find an empty queue: that is what has to be left out


def test_the_interval_over_replicates_covers_as_often_as_it_says() -> None:
    hits = [
        mean.low <= 0 <= mean.high
        for mean in (by_replicates(autocorrelated(seed, 10, 300, 0.8, 50.0), 60) for seed in range(200))
    ]
    assert 0.91 <= np.mean(hits) <= 0.99


def test_the_interval_over_batches_covers_as_often_as_it_says_when_batches_are_long() -> None:
    means = [by_batches(autocorrelated(seed, 1, 3000, 0.7, 0.0)[0], 0) for seed in range(200)]
    assert 0.90 <= np.mean([mean.low <= 0 <= mean.high for mean in means]) <= 0.99
    assert np.mean([mean.correlated for mean in means]) < 0.1


def test_batches_that_are_too_short_say_so() -> None:
    means = [by_batches(autocorrelated(seed, 1, 400, 0.99, 0.0)[0], 0) for seed in range(20)]
    assert np.mean([mean.correlated for mean in means]) > 0.8


def test_what_is_left_out_does_not_count() -> None:
    values = np.concatenate([np.full((4, 10), 1e9), np.arange(4.0)[:, None] + np.zeros((4, 90))], axis=1)
    mean = by_replicates(values, 10)
    assert (mean.mean, mean.pieces, mean.length) == (1.5, 4, 90)
    assert by_batches(np.concatenate([np.full(15, 1e9), np.ones(200)]), 15).mean == 1.0


def test_a_constant_has_an_interval_of_no_width() -> None:
    mean = by_batches(np.full(400, 3.0), 0)
    assert (mean.low, mean.mean, mean.high, mean.correlated) == (3.0, 3.0, 3.0, False)


def test_what_says_nothing_of_a_spread_is_refused() -> None:
    with pytest.raises(HomewardError, match="one replicate does not say how replicates differ"):
        by_replicates(np.zeros(100), 0)
    with pytest.raises(HomewardError, match="the cut must be from 0 to 99"):
        by_replicates(np.zeros((3, 100)), 100)
    with pytest.raises(HomewardError, match="150 observations are too few for 20 batches of ten or more"):
        by_batches(np.zeros(150), 0)
