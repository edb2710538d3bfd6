"""How many are enough: the interval is as narrow as asked, covers as often as is said, and no life is lived twice."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.errors import HomewardError
from homeward.results.precision import ValuesOf, in_two_stages, needed, until_narrow
from homeward.results.values import Valued

WAIT = Valued("wait", "wait for triage", "min")
SEEN = Valued("seen", "seen in time", "share")


def drawn(seed: int, spread: float = 1.0) -> ValuesOf:
    """Normal values around 10, replicate by replicate."""
    values = 10 + spread * np.random.default_rng(seed).normal(size=20_000)
    return lambda first, end: values[first:end]


@pytest.mark.parametrize("rule", [until_narrow, in_two_stages])
def test_the_interval_is_as_narrow_as_asked(rule: object) -> None:
    found = rule(drawn(1), WAIT, 0.05)  # type: ignore[operator]
    assert found.met
    assert found.measure.half_width <= 0.05
    assert 1.96**2 / 0.05**2 * 0.6 < found.replicates < 1.96**2 / 0.05**2 * 2.2
    assert (found.measure.unit, found.measure.label, found.measure.n) == ("min", "wait for triage", found.replicates)


@pytest.mark.parametrize("rule", [until_narrow, in_two_stages])
def test_the_interval_covers_as_often_as_it_says(rule: object) -> None:
    found = [rule(drawn(seed), WAIT, 0.12) for seed in range(300)]  # type: ignore[operator]
    assert 0.92 <= np.mean([each.measure.low <= 10 <= each.measure.high for each in found]) <= 0.985


def test_replicates_are_asked_for_once_and_in_order() -> None:
    asked: list[tuple[int, int]] = []
    values = drawn(3)

    def values_of(first: int, end: int) -> np.ndarray:
        asked.append((first, end))
        return values(first, end)

    found = until_narrow(values_of, WAIT, 0.1, first=50)
    assert asked[0] == (0, 50)
    assert [first for first, _ in asked[1:]] == [end for _, end in asked[:-1]]
    assert (found.replicates, found.looks) == (asked[-1][1], len(asked))


def test_a_share_that_was_never_seen_is_not_certain() -> None:
    found = until_narrow(lambda first, end: np.zeros(end - first), SEEN, 0.01)
    assert found.measure.mean == 0
    assert found.measure.high is not None
    assert 0 < found.measure.high <= 0.02
    assert found.replicates > 100


def test_replicates_without_an_answer_make_it_take_longer() -> None:
    values = drawn(5)
    half = lambda first, end: np.where(np.arange(first, end) % 2, np.nan, values(first, end))  # noqa: E731
    found = in_two_stages(half, WAIT, 0.1)
    assert found.replicates > 1.6 * in_two_stages(values, WAIT, 0.1).replicates
    assert found.measure.n == found.replicates // 2 + found.replicates % 2
    assert not until_narrow(lambda first, end: np.full(end - first, np.nan), WAIT, 0.1, most=500).met


def test_there_is_an_end_to_it() -> None:
    for rule in (until_narrow, in_two_stages):
        found = rule(drawn(6, 1000.0), WAIT, 0.01, most=400)
        assert (found.replicates, found.met) == (400, False)


@given(st.integers(0, 1000), st.floats(0.02, 2.0))
def test_the_number_needed_makes_the_interval_so_narrow(seed: int, half_width: float) -> None:
    from homeward.results.intervals import t975

    pilot = np.random.default_rng(seed).normal(size=40)
    n = needed(pilot, half_width)
    assert n >= 40
    spread = pilot.std(ddof=1)
    assert t975(int(n) - 1) * spread / np.sqrt(n) <= half_width
    if n > 40:
        assert t975(int(n) - 2) * spread / np.sqrt(n - 1) > half_width


def test_nothing_can_be_planned_from_one_value() -> None:
    assert needed(np.array([1.0, np.nan]), 0.1) == np.inf


def test_what_cannot_be_aimed_at_is_refused() -> None:
    for width in (0.0, -1.0, float("nan"), float("inf")):
        with pytest.raises(HomewardError, match="a precision is half the width of an interval, above 0"):
            until_narrow(drawn(1), WAIT, width)
    with pytest.raises(HomewardError, match="the first batch must be of 30 replicates or more"):
        in_two_stages(drawn(1), WAIT, 0.1, first=10)
