"""Laws of the way back, whatever befalls whom: nobody in two places, carers and companions bound both ways, the dead
at rest, everything in its bounds.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from homeward.codes import DutyStatus, Mind, Tie
from homeward.kernel.jit import JIT
from homeward.kernel.organisation import Organisation
from homeward.kernel.year import folk
from homeward.kernel.year.folk_tables import FREE
from homeward.run.lower_folk import Bond
from tests.kernel.year.villages import a_village, discharge, mornings, next_morning, told, wound

pytestmark = [pytest.mark.jitless, pytest.mark.skipif(JIT, reason="the kernel is called row by row, in plain Python")]

PEOPLE = 4
PAIRS = [(i, j) for i in range(PEOPLE) for j in range(PEOPLE) if i != j]
BONDS = [Bond(i, j, Tie((i + j) % 7), 0.3 + 0.15 * j, cares=True) for i, j in PAIRS]

events = some.lists(
    some.tuples(
        some.integers(0, PEOPLE - 1),
        some.sampled_from(["wound", "limb", "die", "letter", "spend"]),
        some.integers(1, 40),
    ),
    min_size=1,
    max_size=6,
)


def befall(people: Organisation, who: int, what: str, size: int) -> None:
    """Something happens to somebody; the dead and patients are left alone."""
    status = people.members[who]["status"]
    if status == DutyStatus.FALLEN or people.members[who]["patient"] >= 0:
        return
    if what in ("wound", "limb"):
        lost = what == "limb" or people.recoveries[who]["amputee"] == 1
        wound(people, who, size, limb=lost, leg=0.4, lost=0.3)
    elif what == "die":
        people.members[who]["status"] = DutyStatus.FALLEN
        folk.fell(people, who)
        folk.bereave(people, who)
    elif what == "letter":
        folk.suffer(people, who, 2, size / 20.0)
    else:
        folk.spend_reserve(people, who, size / 40.0)


def check(people: Organisation) -> None:
    for i in range(PEOPLE):
        row, mind = people.recoveries[i], people.minds[i]
        if row["carer"] >= 0:
            assert people.recoveries[row["carer"]]["cares_for"] == i
            assert folk.place_of(people, int(row["carer"])) in (3, 4)
        if row["companion"] >= 0:
            assert people.recoveries[row["companion"]]["goes_with"] == i
        assert not (row["cares_for"] >= 0 and row["place"] != FREE)
        assert 0.0 <= row["function"] <= 1.0
        assert 0.0 <= folk.reserve_now(people, i) <= 1.0
        assert 0.0 <= folk.distress_now(people, i) <= 27.0
        assert 0.0 <= mind["support"] <= 1.0
        assert 0 <= mind["kept"] <= mind["watch"]
    assert sum(people.folk_day[0]["mind"]) == PEOPLE
    assert people.folk_day[0]["sessions"] <= people.folk[0]["therapists"] * people.folk[0]["sessions_each"]


@settings(max_examples=10)
@given(events, some.integers(0, 1000))
def test_whatever_happens_the_village_stays_in_order(happens: list[tuple[int, str, int]], replicate: int) -> None:
    people = a_village(PEOPLE, BONDS, replicate=replicate, workshop={"found_s": 0, "away_s": 3 * 86400})
    for who, what, size in happens:
        befall(people, who, what, size)
        for _ in range(12):
            next_morning(people)
            check(people)
        for i in range(PEOPLE):
            if people.members[i]["patient"] >= 0:
                discharge(people, i)
    fallen = [i for i in range(PEOPLE) if people.members[i]["status"] == DutyStatus.FALLEN]
    before = len(told(people))
    mornings(people, 10)
    assert not {who for _, _, who, _, _ in told(people)[before:]} & set(fallen)
    assert all(people.minds[i]["state"] in list(Mind) for i in range(PEOPLE))


def test_arms_are_identical_before_the_first_difference() -> None:
    ledgers = []
    for letter in (False, True):
        people = a_village(PEOPLE, BONDS, replicate=3)
        wound(people, 0, 20, limb=True)
        mornings(people, 5)
        discharge(people, 0)
        mornings(people, 35)
        if letter:
            folk.suffer(people, 0, 2, 1.0)
        mornings(people, 40)
        ledgers.append(told(people))
    before = [[line for line in ledger if line[0] < 40.0] for ledger in ledgers]
    assert before[0] == before[1]
    assert ledgers[0] != ledgers[1]


def test_another_visitor_changes_nothing_about_how_a_wound_heals() -> None:
    closed = []
    for bonds in ([], [Bond(0, 1, Tie.FRIEND, 0.9)]):
        people = a_village(2, bonds, replicate=5)
        wound(people, 0, 4)
        discharge(people, 0)
        mornings(people, 40)
        closed.append([day for day, event, *_ in told(people) if event in ("WOUND_CLOSED", "INFECTED")])
    assert closed[0] == closed[1]
