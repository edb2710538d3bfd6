"""Exams: places, proctors, and the friend who did not come back."""

from typing import Any

import numpy as np
import pytest

from homeward.codes import DutyStatus, Event
from homeward.kernel.year import duty_tables as duty
from tests.organisations import DAY_S, Dists, Lived, duty_of, live, members_of, mission_type, organisation, rows_of

pytestmark = pytest.mark.jitless
CHUUNIN, SPECIAL, JOUNIN = 1, 2, 3


def an_exam(**fields: Any) -> dict[str, Any]:
    """Two days for the jounin exam: the list closes on day 2, it begins on day 4."""
    usual = {"enter_s": 2 * DAY_S, "at_s": 4 * DAY_S, "days": 2, "from_rank": CHUUNIN, "to_rank": SPECIAL}
    return usual | {"missions": 0, "proctors": 1, "proctor_rank": JOUNIN, "places": 2, "pass_share": 1.0} | fields


def sit(
    ranks: list[int], missions: list[int], days: int = 9, types: Any = None, least: int = 0, **fields: Any
) -> Lived:
    """Live until after the exam."""
    dists = Dists()
    none = mission_type("none", length_dist=dists.constant(DAY_S))
    members = members_of(ranks, missions=missions)
    return live(
        organisation(
            dists,
            members,
            none if types is None else types(dists),
            duty_of(days, body_found=1.0),
            exams=rows_of(duty.EXAM, an_exam(missions=least, **fields)),
        )
    )


def test_those_with_the_most_missions_get_the_places() -> None:
    lived = sit([CHUUNIN] * 4 + [JOUNIN], [3, 9, 5, 9, 40])
    assert [who for who, *_ in lived.told(Event.PASSED)] == [1, 3]
    assert lived.world.members["rank"].tolist() == [CHUUNIN, SPECIAL, CHUUNIN, SPECIAL, JOUNIN]
    assert lived.world.tally[0]["strength"][:4].tolist() == [0, 2, 2, 1]


def test_too_few_missions_and_nobody_sits_it() -> None:
    lived = sit([CHUUNIN] * 2 + [JOUNIN], [3, 9, 40], least=10)
    assert lived.world.exams[0]["sat"] == 0


def test_without_a_proctor_nobody_sits_it_and_with_half_of_them_half_of_the_places_are_left() -> None:
    assert sit([CHUUNIN] * 2, [9, 9]).world.exams[0]["sat"] == 0
    assert sit([CHUUNIN] * 4 + [JOUNIN], [9] * 5, proctors=2, places=4).world.exams[0]["sat"] == 2


def test_candidates_and_proctors_are_nowhere_else_meanwhile() -> None:
    def errand(dists: Dists) -> np.ndarray:
        length = dists.constant(0.5 * DAY_S)
        return mission_type("errand", gap_dist=dists.constant(DAY_S), length_dist=length, size=1, least=1)

    lived = sit([CHUUNIN, JOUNIN], [9, 9], types=errand, places=1)
    assert {4, 5}.isdisjoint(lived.days_of(Event.MISSION_STARTS))
    assert lived.years.days[0]["status"][4, DutyStatus.AT_EXAM] == 2
    assert {3, 6} <= set(lived.days_of(Event.MISSION_STARTS))


def test_whoever_is_away_on_the_day_loses_his_place() -> None:
    def long_one(dists: Dists) -> np.ndarray:
        return mission_type("long", at_s=2 * DAY_S + 1, length_dist=dists.constant(20.0 * DAY_S), size=1, least=1)

    lived = sit([CHUUNIN, CHUUNIN, JOUNIN], [9, 9, 9], types=long_one)
    exam = lived.world.exams[0]
    assert (exam["entered"], exam["sat"], exam["unfit"], exam["passed"]) == (2, 1, 1, 1)
