"""The deep reserve comes back over days, and until then its owner is noted as short of it."""

import math

import pytest

from homeward.codes import Draw, Event
from homeward.kernel.jit import JIT
from homeward.kernel.year import folk
from homeward.kernel.year.chance import drawn
from homeward.kernel.year.waking import DAY_S
from tests.kernel.year.villages import a_village, mornings, told, when

pytestmark = [pytest.mark.jitless, pytest.mark.skipif(JIT, reason="the kernel is called row by row, in plain Python")]


def test_what_was_spent_returns_by_its_own_time_constant() -> None:
    people = a_village(1)
    folk.spend_reserve(people, 0, 0.9)
    tau_s = drawn(people, 0, people.folk[0]["reserve_tau_dist"], Draw.RECOVERY, 0)
    for day in (1, 5, 20):
        people.clock[0]["now_s"] = day * DAY_S
        assert folk.reserve_now(people, 0) == pytest.approx(1.0 - 0.9 * math.exp(-day * DAY_S / tau_s))


def test_nobody_spends_more_than_he_has() -> None:
    people = a_village(1)
    folk.spend_reserve(people, 0, 0.7)
    folk.spend_reserve(people, 0, 0.7)
    assert folk.reserve_now(people, 0) == 0.0


def test_the_carrier_is_told_when_his_chakra_is_back() -> None:
    people = a_village(1)
    folk.spend_reserve(people, 0, 0.93)
    mornings(people, 60)
    day = when(people, Event.RESERVE_BACK, 0)
    assert day is not None
    assert 5 < day < 60
    assert next(detail for _, _, _, _, detail in told(people)) >= people.duty[0]["reserve_for_mission"]


def test_a_small_effort_needs_no_look() -> None:
    people = a_village(1)
    folk.spend_reserve(people, 0, 0.1)
    mornings(people, 3)
    assert told(people) == []
