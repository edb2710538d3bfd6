"""Outliers: far out is told with how far, skewed and coarse measures raise no false alarm, limits are noticed."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from homeward.results.outliers import FarOut, NearLimit, far_fences, far_out, flagged, near_limit

REPLICATES = np.arange(1000)


def some_waits(seed: int = 1) -> np.ndarray:
    return 30 + np.random.default_rng(seed).normal(size=1000)


def test_a_replicate_far_from_all_others_is_named() -> None:
    waits = some_waits()
    waits[[17, 400]] = 90.0, -20.0
    found = far_out("wait", REPLICATES + 5000, waits)
    assert found is not None
    assert (found.beyond, found.answered) == (2, 1000)
    assert (found.replicates, found.values) == ((5017, 5400), (90.0, -20.0))


def test_the_fences_are_tukeys() -> None:
    fences = far_fences(np.arange(101.0))
    assert fences is not None
    assert (fences.low, fences.high, fences.spread) == (-125.0, 225.0, 50.0)


def test_ordinary_values_are_not_far_out() -> None:
    assert sum(far_out("wait", REPLICATES, some_waits(seed)) is not None for seed in range(50)) <= 2


def test_a_share_and_a_measure_that_hardly_varies_have_no_outliers() -> None:
    rare = (REPLICATES == 3) * 1.0
    assert far_out("seen", REPLICATES, rare) is None
    assert far_out("rests", REPLICATES, np.where(REPLICATES % 10 == 0, 5.0, 0.0)) is None
    assert far_out("wait", REPLICATES[:19], np.append(np.ones(18), 1e9)) is None


def test_replicates_without_an_answer_are_left_out() -> None:
    waits = some_waits()
    waits[::2] = np.nan
    waits[7] = 99.0
    found = far_out("wait", REPLICATES, waits)
    assert found is not None
    assert (found.beyond, found.answered, found.replicates) == (1, 500, (7,))


def test_what_came_near_a_limit_is_told_whatever_the_others_did() -> None:
    events = np.full(1000, 400)
    events[[3, 9]] = 185_000, 200_000
    assert near_limit("events", 200_000, REPLICATES, events) == NearLimit(
        "events", 200_000, 2, (9, 3), (200_000.0, 185_000.0)
    )
    assert near_limit("events", 200_000, REPLICATES, np.full(1000, 400)) is None


def test_a_whole_table_is_looked_through() -> None:
    waits = some_waits()
    waits[17] = 90.0
    found = flagged(REPLICATES, {"wait": waits, "calm": some_waits(2)}, {"events": (np.full(1000, 95), 100)})
    assert [type(each) for each in found] == [NearLimit, FarOut]


@given(st.floats(0.1, 100), st.floats(-1000, 1000))
def test_neither_unit_nor_origin_decides_who_is_far_out(scale: float, shift: float) -> None:
    waits = some_waits()
    waits[[17, 400]] = 90.0, -20.0
    here, there = far_out("wait", REPLICATES, waits), far_out("wait", REPLICATES, waits * scale + shift)
    assert here is not None
    assert there is not None
    assert here.replicates == there.replicates
