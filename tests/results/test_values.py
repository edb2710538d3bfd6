"""Replicates with a row of values each: order, measures, paired differences, precision."""

import numpy as np
import pytest

from homeward.errors import HomewardError
from homeward.results.sampling import Sampling
from homeward.results.values import Gathered, Plan, Valued, difference_of_values, live_valued, measure_of_values

WAIT = Valued("wait", "mean wait", "min")
HOME = Valued("home", "came home", "share")


def a_plan(name: str, more: float = 0.0) -> Plan:
    """An arm whose replicate k waits k mod 7 minutes, and a little more."""

    def live(crew: object, replicates: np.ndarray) -> dict[str, np.ndarray]:
        return {"wait": replicates % 7 + more, "home": (replicates % 2).astype(float), "k": replicates}

    return Plan(name, "", live)


def test_pieces_come_back_in_the_order_of_the_replicates() -> None:
    late, early = Gathered(1, ((1, {"a": np.array([5.0])}),)), Gathered(1, ((0, {"a": np.array([3.0])}),))
    assert (late + early).columns()["a"].tolist() == [3.0, 5.0]


@pytest.mark.parametrize("threads", [1, 2])
def test_threads_change_nothing(threads: int) -> None:
    arms, due = live_valued([a_plan("base")], [WAIT, HOME], "wait", Sampling(replicates=100, threads=threads), print)
    assert due == 100
    assert arms[0].columns["k"].tolist() == list(range(100))


def test_an_arm_that_always_waits_a_minute_longer_differs_by_exactly_that() -> None:
    sampling = Sampling(replicates=50, threads=1)
    base, longer = live_valued([a_plan("base"), a_plan("longer", 1.0)], [WAIT, HOME], "wait", sampling, print)[0]
    found = longer.versus_base["wait"]
    assert (found.difference, found.low, found.high) == (1.0, 1.0, 1.0)
    assert longer.versus_base["home"].difference == 0.0
    assert not base.versus_base


def test_a_replicate_without_an_answer_is_left_out() -> None:
    values = np.array([1.0, np.nan, 3.0])
    assert measure_of_values(WAIT, values).n == 2
    assert difference_of_values(WAIT, values, np.array([np.nan, 1.0, 1.0])).n == 1


def test_one_replicate_says_nothing_of_how_they_differ() -> None:
    assert measure_of_values(WAIT, np.array([4.0])).mean is None


def test_a_measure_that_is_none_is_refused_by_name() -> None:
    with pytest.raises(HomewardError, match="there is no measure 'speed'; there are wait, home"):
        live_valued([a_plan("base")], [WAIT, HOME], "wait", Sampling(replicates=2, measure="speed"), print)


def test_the_precision_asked_for_is_reached() -> None:
    sampling = Sampling(precision="0.05 min", threads=1)
    arms, _ = live_valued([a_plan("base")], [WAIT], "wait", sampling, lambda *_: None)
    assert arms[0].measures["wait"].half_width <= 0.05
