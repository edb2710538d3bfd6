"""Who comes, who moves in, who grieves: only people who are not elsewhere, by what they are to each other."""

import pytest

from homeward.codes import DutyStatus, Event, Tie
from homeward.kernel.jit import JIT
from homeward.kernel.organisation import Organisation
from homeward.kernel.year import folk
from homeward.run.lower_folk import Bond
from tests.kernel.year.villages import a_village, discharge, mornings, told, wound

pytestmark = [pytest.mark.jitless, pytest.mark.skipif(JIT, reason="the kernel is called row by row, in plain Python")]

PATIENT, PARTNER, FRIEND, STRANGER = range(4)


def in_hospital(*bonds: Bond) -> Organisation:
    people = a_village(4, bonds)
    wound(people, PATIENT, 20)
    return people


def visitors(people: Organisation) -> set[int]:
    return {other for _, event, who, other, _ in told(people) if event == "VISIT" and who == PATIENT}


def test_those_come_who_are_tied_to_him_and_not_elsewhere() -> None:
    bonds = Bond(PATIENT, PARTNER, Tie.PARTNER, 1.0), Bond(PATIENT, FRIEND, Tie.FRIEND, 1.0)
    people = in_hospital(*bonds)
    people.members[FRIEND]["status"], people.members[FRIEND]["mission"] = DutyStatus.ON_MISSION, 0
    mornings(people, 10)
    assert visitors(people) == {PARTNER}


def test_children_come_when_the_ward_lets_them() -> None:
    people = in_hospital(Bond(PATIENT, PARTNER, Tie.PUPIL, 1.0, after_s=6 * 86400))
    mornings(people, 20)
    days = [day for day, event, *_ in told(people) if event == "VISIT"]
    assert days
    assert min(days) >= 6


def test_a_death_reaches_everybody_tied_to_the_dead_by_the_strength_of_the_tie() -> None:
    bonds = (Bond(PATIENT, PARTNER, Tie.PARTNER, 1.0), Bond(PATIENT, FRIEND, Tie.COMRADE, 0.5))
    people = a_village(4, bonds, folk_is={"reactivity_spread": 0.0})
    people.members[PATIENT]["status"] = DutyStatus.FALLEN
    folk.fell(people, PATIENT)
    folk.bereave(people, PATIENT)
    pools = people.minds["acute"].tolist()
    assert pools[PARTNER] > pools[FRIEND] > 0.0
    assert pools[STRANGER] == 0.0
    assert {who for _, event, who, _, _ in told(people) if event == "GRIEF"} == {PARTNER, FRIEND}


def carer_of(people: Organisation) -> int:
    discharge(people, PATIENT)
    mornings(people, 60)
    return next((other for _, event, _, other, _ in told(people) if event == "CARER_MOVES_IN"), -1)


def leg_lost(*bonds: Bond, carers_come: int = 1) -> Organisation:
    people = a_village(4, bonds, folk_is={"carers_come": carers_come, "infection": 0.0, "setback_per_s": 0.0})
    wound(people, PATIENT, 20, limb=True)
    mornings(people, 6)
    return people


def test_the_strongest_tie_who_would_and_can_moves_in() -> None:
    would = (Bond(PATIENT, PARTNER, Tie.PARTNER, 0.6, cares=True), Bond(PATIENT, FRIEND, Tie.FRIEND, 0.9, cares=True))
    assert carer_of(leg_lost(*would)) == FRIEND
    people = leg_lost(*would)
    people.members[FRIEND]["status"], people.members[FRIEND]["mission"] = DutyStatus.ON_MISSION, 0
    assert carer_of(people) == PARTNER


def test_a_child_visits_and_does_not_move_in() -> None:
    people = leg_lost(Bond(PATIENT, PARTNER, Tie.PUPIL, 0.9, cares=True))
    people.physique[PARTNER]["age_y"] = 10.0
    assert carer_of(people) == -1
    assert visitors(people) == {PARTNER}


def test_without_a_carer_he_stays_in_the_ward_longer() -> None:
    bond = Bond(PATIENT, PARTNER, Tie.PARTNER, 0.6, cares=True)
    homes = []
    for carers_come in (1, 0):
        people = leg_lost(bond, carers_come=carers_come)
        carer_of(people)
        homes.append(people.recoveries[PATIENT]["home_s"])
    assert 0 < homes[0] < homes[1]


def test_the_door_is_taught_to_those_he_trusts_and_not_to_the_dead() -> None:
    bonds = (
        Bond(PATIENT, PARTNER, Tie.PARTNER, 0.6, cares=True, trusted=True),
        Bond(PATIENT, FRIEND, Tie.FRIEND, 0.9, trusted=True),
    )
    people = leg_lost(*bonds)
    people.members[FRIEND]["status"] = DutyStatus.FALLEN
    carer_of(people)
    assert {other for _, event, _, other, _ in told(people) if event == Event.DOOR.name} == {PARTNER}
