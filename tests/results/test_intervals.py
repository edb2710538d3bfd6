"""Intervals agree with SciPy's, and with a worked example where SciPy has none."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from homeward.results.intervals import mean_interval, paired_share_interval, t975, wilson, wilson_bounds

pytestmark = pytest.mark.jitless


@pytest.mark.parametrize(("hits", "n"), [(0, 10), (1, 10), (5, 10), (10, 10), (37, 1000), (99_999, 100_000)])
def test_wilson_is_the_one_of_scipy(hits: int, n: int) -> None:
    theirs = stats.binomtest(hits, n).proportion_ci(method="wilson")
    assert wilson(hits, n) == pytest.approx((theirs.low, theirs.high), abs=1e-12)


def test_a_share_of_none_or_all_touches_its_end() -> None:
    assert wilson(0, 50)[0] == 0.0
    assert wilson(50, 50)[1] == 1.0


def test_without_lives_a_share_can_be_anything() -> None:
    low, high = wilson_bounds(np.asarray([0]), 0)
    assert (low[0], high[0]) == (0.0, 1.0)


@pytest.mark.parametrize("freedom", [1, 2, 3, 5, 10, 29, 1000])
def test_student_t_is_the_one_of_scipy(freedom: int) -> None:
    assert t975(freedom) == pytest.approx(stats.t.ppf(0.975, freedom), rel=2e-3 if freedom < 10 else 1e-5)


def test_a_mean_has_the_interval_of_scipy() -> None:
    seconds = np.random.default_rng(1).integers(600, 3600, 200)
    mean, low, high = mean_interval(len(seconds), int(seconds.sum()), int((seconds**2).sum())) or (0, 0, 0)
    theirs = stats.t.interval(0.95, len(seconds) - 1, seconds.mean(), stats.sem(seconds))
    assert mean == pytest.approx(seconds.mean())
    assert (low, high) == pytest.approx(theirs, rel=1e-6)


def test_one_life_says_nothing_of_how_lives_differ() -> None:
    assert mean_interval(1, 60, 3600) is None


def test_paired_shares_have_the_interval_of_bonett_and_price() -> None:
    # The worked example of ci.prop.ps in the R package statpsych, by Bonett: 26 pairs one way, 4 the other, of 48.
    difference, low, high = paired_share_interval(26, 4, 48)
    assert difference == pytest.approx(22 / 48)
    assert (low, high) == pytest.approx((0.2548067, 0.6251933), abs=1e-7)


def test_pairs_that_never_differed_leave_room_for_some_that_would() -> None:
    difference, low, high = paired_share_interval(0, 0, 100)
    assert difference == 0.0
    assert low < -0.01
    assert high > 0.01


@given(st.integers(0, 500), st.integers(0, 500), st.integers(0, 500))
def test_a_paired_difference_lies_within_its_interval(gained: int, lost: int, same: int) -> None:
    n = gained + lost + same
    if n:
        difference, low, high = paired_share_interval(gained, lost, n)
        assert -1 <= low <= difference <= high <= 1


def test_the_paired_interval_covers_what_it_should() -> None:
    draws = np.random.default_rng(5)
    up, down, n, covered, trials = 0.08, 0.03, 60, 0, 4000
    for gained, lost, _ in draws.multinomial(n, [up, down, 1 - up - down], size=trials):
        _, low, high = paired_share_interval(int(gained), int(lost), n)
        covered += low <= up - down <= high
    assert covered / trials > 0.94
