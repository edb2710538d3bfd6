"""Wounds close, become infected, are set back; function rises to what the body allows, sooner with therapy."""

from typing import Any

import numpy as np
import pytest

from homeward.codes import Aid, Event
from homeward.kernel.jit import JIT
from homeward.kernel.organisation import Organisation
from homeward.kernel.year import folk
from homeward.kernel.year.folk_tables import FULL, HOME, WARD
from tests.kernel.year.villages import a_village, discharge, mornings, told, when, wound

pytestmark = [pytest.mark.jitless, pytest.mark.skipif(JIT, reason="the kernel is called row by row, in plain Python")]


def patient(
    iss: int, days: int = 0, replicate: int = 0, limb: bool = False, leg: float = 0.5, **given: Any
) -> Organisation:
    """Somebody who left acute care on the second day, that many days ago."""
    people = a_village(1, replicate=replicate, **given)
    wound(people, 0, iss, limb=limb, leg=0.0 if limb else leg)
    mornings(people, 2)
    discharge(people, 0)
    mornings(people, days)
    return people


def test_a_scratch_heals_within_days_at_home() -> None:
    people = patient(2, 4, leg=0.0)
    assert folk.fitness(people, 0) >= people.folk[0]["fit"]
    assert folk.place_of(people, 0) == 0


def test_a_deep_wound_goes_through_the_ward_and_home() -> None:
    people = patient(16)
    assert folk.place_of(people, 0) == WARD
    mornings(people, 60)
    assert people.recoveries[0]["home_s"] > 0
    assert when(people, Event.WOUND_CLOSED, 0) is not None


def test_function_never_falls_while_nothing_happens_and_never_passes_the_cap_of_a_lost_limb() -> None:
    people = patient(20, limb=True)
    seen = []
    for _ in range(150):
        mornings(people, 1)
        seen.append(folk.fitness(people, 0))
    assert np.all(np.diff(seen) >= 0.0)
    assert max(seen) <= people.folk[0]["limb_cap"]


def test_who_returns_is_fit_after_his_days_and_who_does_not_stays_below() -> None:
    outcomes = set()
    for replicate in range(5):
        people = patient(12, 400, replicate, therapists=1)
        row = people.recoveries[0]
        outcomes.add(int(row["returns"]))
        assert (row["fit_s"] >= 0) == (row["returns"] == FULL)
    assert len(outcomes) == 2


def test_without_a_therapist_healing_takes_longer() -> None:
    with_one, without = (patient(20, 60, limb=True, therapists=n).recoveries[0] for n in (1, 0))
    assert with_one["function"] > without["function"]
    assert with_one["score"] > without["score"]


def test_an_infection_stops_the_healing() -> None:
    people = patient(20, limb=True)
    people.recoveries[0]["infected_d"] = people.recoveries[0]["healed_d"]
    mornings(people, 1)
    assert when(people, Event.INFECTED, 0) is not None
    healed = people.recoveries[0]["healed_d"]
    mornings(people, 1)
    assert people.recoveries[0]["healed_d"] == healed


def test_aids_come_in_their_order() -> None:
    people = patient(20, 120, limb=True)
    aids = [Aid(int(detail)) for _, event, _, _, detail in told(people) if event == "AID"]
    assert aids == [Aid.BED, Aid.WHEELCHAIR, Aid.TWO_CRUTCHES, Aid.ONE_CRUTCH]


def test_an_old_amputee_with_a_scratch_is_not_an_amputation_again() -> None:
    people = patient(20, 150, limb=True)
    score = people.recoveries[0]["score"]
    wound(people, 0, 2, limb=True)
    discharge(people, 0)
    assert people.recoveries[0]["score"] == score
    assert folk.place_of(people, 0) == HOME


def test_those_hurt_before_it_begins_are_where_they_would_be() -> None:
    people = a_village(1)
    people.service[0]["iss"], people.service[0]["limb_lost"] = 20, 1
    people.service[0]["wounded_s"] = -60 * 86400
    folk.begin_recovery(people, 0)
    assert folk.place_of(people, 0) == HOME
    assert folk.knows(people, 0) == 1
    assert people.recoveries[0]["aid"] in (Aid.TWO_CRUTCHES, Aid.ONE_CRUTCH)
