"""From counts to answers: what a table says is what a plain calculation over the lives says."""

import numpy as np
import pytest

from homeward.results import summary
from homeward.results import tally as t
from homeward.results.intervals import Z95
from tests.results.counted import ALL, CARRIER, FOCUS, OTHER, WAY_M, row_of, some_lives, tally_of

pytestmark = pytest.mark.jitless

LIVES, BASE = some_lives(4000, seed=1), some_lives(4000, seed=2)
TALLY = tally_of(LIVES, BASE)


def measured(name: str):
    return summary.measure_of(ALL[row_of(name)], TALLY.sums[row_of(name)])


def differs(name: str, tally: t.Tally = TALLY):
    return summary.difference_of(ALL[row_of(name)], tally.pairs[row_of(name)])


def test_a_share_is_the_mean_of_yes_and_no() -> None:
    assert measured("alive_at_30_days").mean == (LIVES.fates[:, FOCUS]["alive_30"] == 1).mean()


def test_a_time_is_told_in_minutes_and_says_in_how_many_lives() -> None:
    care = LIVES.fates[:, FOCUS]["care_s"]
    time = measured("minutes_to_care")
    assert time.mean == pytest.approx(care[care >= 0].mean() / 60)
    assert time.n == (care >= 0).sum() < len(care)
    assert time.unit == "min"


def test_what_no_life_can_answer_is_nothing_rather_than_zero() -> None:
    lives = some_lives(20)
    lives.fates["care_s"] = -1
    row = row_of("minutes_to_care")
    answer = summary.measure_of(ALL[row], tally_of(lives).sums[row])
    assert (answer.mean, answer.low, answer.high, answer.n) == (None, None, None, 0)
    assert answer.half_width == float("inf")


def test_a_percentage_keeps_its_hundredths() -> None:
    spent = 100 * LIVES.fates[:, CARRIER]["reserve_spent"].astype(float)
    assert measured("reserve_spent").mean == pytest.approx(spent.mean(), abs=0.01)


def test_a_difference_is_between_paired_lives() -> None:
    here, there = (lives.fates[:, FOCUS]["alive_30"] == 1 for lives in (LIVES, BASE))
    difference = differs("alive_at_30_days")
    assert difference.difference == pytest.approx(here.mean() - there.mean())
    spread = (here.astype(int) - there).std(ddof=1) / np.sqrt(len(here))
    assert difference.half_width == pytest.approx(Z95 * spread, rel=0.01)


def test_independent_arms_gain_nothing_by_pairing() -> None:
    assert differs("alive_at_30_days").variance_reduction == pytest.approx(1, abs=0.1)


def test_arms_that_keep_step_gain_much() -> None:
    later = LIVES._replace(fates=LIVES.fates.copy())
    later.fates["care_s"][::2] += (later.fates["care_s"][::2] >= 0) * 30
    assert differs("minutes_to_care", tally_of(later, LIVES)).variance_reduction > 1000


def test_arms_that_never_differ_need_no_number() -> None:
    same = differs("minutes_to_care", tally_of(LIVES))
    assert (same.difference, same.variance_reduction) == (0.0, None)


def test_causes_come_commonest_first() -> None:
    causes = summary.causes_of(TALLY.causes)
    assert list(causes.values()) == sorted(causes.values(), reverse=True)
    assert "none" not in causes


def test_places_run_from_the_far_end_to_after_arrival() -> None:
    places = summary.places_of(TALLY.places, WAY_M)
    assert places[0].high_m == WAY_M
    assert (places[-1].low_m, places[-1].high_m) == (0, 0)
    assert sum(place.deaths for place in places) == sum(summary.causes_of(TALLY.causes).values())


def test_half_of_those_who_got_care_had_it_by_the_median() -> None:
    care = LIVES.fates[:, FOCUS]["care_s"]
    spread = summary.spreads_of(TALLY.times)["minutes_to_care"]
    assert spread.p50 == pytest.approx(np.median(care[care >= 0]) / 60, abs=0.4)
    assert spread.p05 < spread.p25 < spread.p50 < spread.p75 < spread.p95


def test_nothing_is_said_of_a_person_who_was_not_there() -> None:
    fate = summary.fate_of(TALLY, OTHER, "Medic", with_team=False, is_base=True)
    assert fate.alive_at_30_days.n == fate.reserve_spent.n == 0
    assert fate.versus_base is None


def test_the_difference_to_another_mans_life_is_told() -> None:
    fate = summary.fate_of(TALLY, OTHER, "Arya", with_team=True, is_base=False)
    here, there = ((lives.fates[:, OTHER]["alive_30"] == 1).mean() for lives in (LIVES, BASE))
    assert fate.versus_base is not None
    assert fate.versus_base.difference == pytest.approx(here - there)
