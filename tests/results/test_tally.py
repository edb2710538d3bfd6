"""Counting: whole numbers that add up the same whatever the order, the chunks or the threads."""

from dataclasses import fields
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.results import tally as t
from homeward.results.measures import columns
from tests.results.counted import ALL, FOCUS, OTHER, row_of, rows, some_lives, tally_of

pytestmark = pytest.mark.jitless

LIVES, BASE = some_lives(200, seed=1), some_lives(200, seed=2)


def assert_equal(one: t.Tally, other: t.Tally) -> None:
    for field in fields(t.Tally):
        assert np.array_equal(getattr(one, field.name), getattr(other, field.name)), field.name


@given(st.lists(st.integers(0, 200), max_size=5))
def test_however_lives_are_cut_they_count_the_same(cuts: list[int]) -> None:
    edges = [0, *sorted(cuts), 200]
    parts = [
        tally_of(rows(LIVES, slice(low, high)), rows(BASE, slice(low, high)))
        for low, high in pairwise(edges)
        if low < high
    ]
    draws = np.random.default_rng(len(cuts))
    whole, *rest = (parts[k] for k in draws.permutation(len(parts)))
    for part in rest:
        whole = whole + part
    assert_equal(whole, tally_of(LIVES, BASE))


def test_sums_of_squares_outgrow_64_bits_without_harm() -> None:
    tally = one = tally_of(LIVES)
    for _ in range(40):
        tally = tally + tally
    row = row_of("carrier_days_to_duty")
    assert tally.sums[row, t.SQUARES] == one.sums[row, t.SQUARES] * 2**40
    assert tally.sums[row, t.SQUARES] > 2**64


def test_a_life_without_care_is_left_out_of_the_time_to_care() -> None:
    values, answered = columns(LIVES, ALL)
    care = LIVES.fates[:, FOCUS]["care_s"]
    row = row_of("minutes_to_care")
    assert tally_of(LIVES).sums[row, t.N] == (care >= 0).sum()
    assert tally_of(LIVES).sums[row, t.TOTAL] == care[care >= 0].sum()
    assert not values[~answered].any()


def test_every_death_has_one_cause_and_one_place() -> None:
    tally = tally_of(LIVES)
    deaths = (LIVES.fates[:, FOCUS]["alive_30"] != 1).sum()
    assert tally.causes.sum() == tally.places.sum() == tally.times[t.DEATH].sum() == deaths


def test_those_who_died_after_arrival_have_a_place_of_their_own() -> None:
    focus = LIVES.fates[:, FOCUS]
    assert tally_of(LIVES).places[-1] == ((focus["alive_30"] != 1) & (focus["alive_on_arrival"] == 1)).sum()


def test_a_man_who_is_not_with_the_team_is_not_missed_at_home() -> None:
    lives = some_lives(50)
    lives.fates["alive_30"] = 1
    lives.fates["team0"][:, OTHER], lives.fates["alive_30"][:, OTHER] = 0, 0
    sums = tally_of(lives).sums
    assert sums[row_of("all_home_alive"), t.TOTAL] == 50
    assert sums[row_of("others_lost"), t.TOTAL] == 0


def test_one_man_lost_is_not_a_team_at_home() -> None:
    lives = some_lives(50)
    lives.fates["alive_30"] = 1
    lives.fates["alive_30"][:10, OTHER] = 0
    sums = tally_of(lives).sums
    assert sums[row_of("all_home_alive"), t.TOTAL] == 40
    assert sums[row_of("others_alive"), t.TOTAL] == 40
    assert sums[row_of("others_lost"), t.TOTAL] == 10


def test_pairs_count_only_lives_in_which_both_answer() -> None:
    row = row_of("minutes_to_care")
    here, there = LIVES.fates[:, FOCUS]["care_s"], BASE.fates[:, FOCUS]["care_s"]
    both = (here >= 0) & (there >= 0)
    pairs = tally_of(LIVES, BASE).pairs[row]
    assert pairs[t.PAIRS] == both.sum()
    assert pairs[t.DIFFERENCE] == (here - there)[both].sum()


def test_a_life_paired_with_itself_does_not_differ() -> None:
    pairs = tally_of(LIVES).pairs
    assert not pairs[:, t.DIFFERENCE].any()
    assert not pairs[:, t.DIFFERENCE_SQUARES].any()


def test_bits_of_observations_are_counted_one_by_one() -> None:
    seen = tally_of(LIVES).seen
    for bit in range(3):
        assert seen[bit] == ((LIVES.outcomes["seen"] >> bit) & 1).sum()
    assert not seen[3:].any()
