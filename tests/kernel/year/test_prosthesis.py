"""Heard of, travelled to with a companion, measured, built, fitted, learned on; or it does not work on him."""

import pytest

from homeward.codes import Aid, DutyStatus, Event, LimbStage, Tie
from homeward.kernel.jit import JIT
from homeward.kernel.organisation import Organisation
from homeward.kernel.year import folk
from homeward.kernel.year.waking import DAY_S
from homeward.run.lower_folk import Bond
from tests.kernel.year.villages import a_village, discharge, mornings, next_morning, told, when, wound

pytestmark = [pytest.mark.jitless, pytest.mark.skipif(JIT, reason="the kernel is called row by row, in plain Python")]

WEARER, CARRIER = range(2)
SURE = {"fails": 0.0, "rejection": 0.0, "infection": 0.0, "setback_per_s": 0.0}


def wearer(days: int, workshop: dict[str, object], **folk_is: float) -> Organisation:
    """Somebody who lost a leg so many days ago, and a comrade who is on restricted duty."""
    bond = Bond(WEARER, CARRIER, Tie.COMRADE, 0.9, cares=True)
    people = a_village(2, [bond], workshop=workshop, folk_is=SURE | folk_is)
    wound(people, WEARER, 16, limb=True)
    mornings(people, 5)
    discharge(people, WEARER)
    mornings(people, days)
    return people


def stages(people: Organisation) -> list[str]:
    kept = ("JOURNEY_STARTS", "JOURNEY_ENDS", "LIMB_MEASURED", "LIMB_BUILT", "LIMB_FITTED", "LIMB_FAILED")
    return [event for _, event, who, _, _ in told(people) if event in kept and who == WEARER]


def test_a_known_workshop_is_a_journey_there_and_back_and_then_he_walks() -> None:
    people = wearer(200, {"found_s": 0})
    there = ["JOURNEY_STARTS", "JOURNEY_ENDS", "LIMB_MEASURED", "LIMB_BUILT", "LIMB_FITTED"]
    assert stages(people) == [*there, "JOURNEY_STARTS", "JOURNEY_ENDS"]
    assert people.recoveries[WEARER]["limb"] == LimbStage.WALKING
    assert folk.walks(people, WEARER) == 1
    assert folk.fitness(people, WEARER) > people.folk[0]["limb_cap"]


def test_both_are_away_meanwhile_and_nowhere_else() -> None:
    people = wearer(0, {"found_s": 0})
    while people.recoveries[WEARER]["away_s"] < 0:
        next_morning(people)
    assert [folk.place_of(people, i) for i in (WEARER, CARRIER)] == [3, 3]
    assert people.recoveries[WEARER]["companion"] == CARRIER


def test_nobody_hears_of_a_maker_unless_a_comrade_is_on_the_road() -> None:
    people = wearer(150, {"found_s": -1})
    assert people.recoveries[WEARER]["limb"] == LimbStage.SEARCHING
    people.members[CARRIER]["status"], people.members[CARRIER]["mission"] = DutyStatus.ON_MISSION, 0
    people.folk[0]["heard_per_s"] = 1.0
    next_morning(people)
    assert when(people, Event.LIMB_SEARCH, WEARER) is not None
    assert people.recoveries[WEARER]["limb"] == LimbStage.FOUND


def test_a_workshop_next_door_needs_no_journey() -> None:
    people = wearer(200, {"found_s": 0, "away_s": 0})
    assert stages(people) == ["LIMB_MEASURED", "LIMB_BUILT", "LIMB_FITTED"]


def test_it_may_not_work_on_another_man() -> None:
    people = wearer(200, {"found_s": 0}, fails=1.0)
    assert "LIMB_FAILED" in stages(people)
    assert people.recoveries[WEARER]["aid"] == Aid.ONE_CRUTCH


@pytest.mark.parametrize(("hazard", "attacks"), [(0.0, 0), (50.0 / DAY_S, 2)])
def test_bandits_fall_upon_the_wagon_at_most_once_on_each_way(hazard: float, attacks: int) -> None:
    people = wearer(0, {"found_s": 0, "hazard_per_s": hazard})
    met = 0
    for _ in range(200):
        next_morning(people)
        while folk.road_attack(people) >= 0:
            met += 1
    assert met == attacks


def test_wear_and_repair_put_him_back_on_a_crutch_for_some_days() -> None:
    people = wearer(500, {"found_s": 0, "away_s": 0})
    assert when(people, Event.REPAIR, WEARER) is not None
    aids = [Aid(int(detail)) for _, event, _, _, detail in told(people, WEARER) if event == "AID"]
    first = aids.index(Aid.PROSTHESIS)
    assert aids[first + 1 : first + 3] == [Aid.ONE_CRUTCH, Aid.PROSTHESIS]
