"""A mean beside an exact value: chance is allowed for, and nothing else."""

import numpy as np
import pytest

from homeward.validation import FAIL, PASS, Study
from homeward.validation.queues_estimate import beside, estimate

pytestmark = pytest.mark.jitless

STUDY = Study("Somebody 1917", "M", "by hand")


def sample(mean: float, sd: float = 1.0, n: int = 400) -> np.ndarray:
    return np.random.default_rng(3).normal(mean, sd, n)


def test_a_right_simulation_passes_and_a_wrong_one_fails() -> None:
    assert beside(STUDY, "wait", 20.0, sample(20.0), "min").verdict == PASS
    assert beside(STUDY, "wait", 20.0, sample(20.3), "min").verdict == FAIL


def test_a_wide_interval_proves_nothing() -> None:
    assert beside(STUDY, "wait", 20.0, sample(22.0, sd=200.0), "min").verdict == FAIL


def test_the_usual_interval_covers_the_truth_as_often_as_it_says() -> None:
    rng = np.random.default_rng(4)
    found = [estimate(rng.normal(5.0, 2.0, 10)) for _ in range(2000)]
    assert np.mean([abs(each.mean - 5.0) <= each.half95 for each in found]) == pytest.approx(0.95, abs=0.015)
    assert np.mean([abs(each.mean - 5.0) <= each.half999 for each in found]) > 0.995


def test_a_replicate_without_a_value_stays_out() -> None:
    assert estimate(np.array([1.0, np.nan, 3.0])).mean == 2.0


def test_the_figure_shows_the_interval_in_words() -> None:
    assert "95 % interval 19" in beside(STUDY, "wait", 20.0, sample(20.0), "min").tolerance
