"""Sessions are limited by therapists, the list goes round, and who despairs gains less."""

import pytest

from homeward.kernel.jit import JIT
from homeward.kernel.organisation import Organisation
from tests.kernel.year.villages import a_village, discharge, mornings, told, wound

pytestmark = [pytest.mark.jitless, pytest.mark.skipif(JIT, reason="the kernel is called row by row, in plain Python")]


def ward(patients: int, **folk_is: float) -> Organisation:
    """A ward full of people who lost a leg."""
    people = a_village(patients, folk_is={"infection": 0.0, "setback_per_s": 0.0, **folk_is})
    for i in range(patients):
        wound(people, i, 20, limb=True)
    mornings(people, 3)
    for i in range(patients):
        discharge(people, i)
    return people


def sessions(people: Organisation) -> list[int]:
    return people.recoveries["sessions"].tolist()


def test_no_more_sessions_than_therapists_give() -> None:
    people = ward(5, sessions_each=2, answers_alone=27.0)
    for _ in range(10):
        before = sum(sessions(people))
        mornings(people, 1)
        assert sum(sessions(people)) - before <= 2
        assert people.folk_day[0]["sessions"] <= 2


def test_the_list_goes_round() -> None:
    people = ward(5, sessions_each=2, answers_alone=27.0, shock=0.0)
    mornings(people, 10)
    assert max(sessions(people)) - min(sessions(people)) <= 1


def test_who_does_not_respond_has_no_session() -> None:
    people = ward(1, sessions_each=8)
    people.minds[0]["state"], people.minds[0]["acute"] = 3, 40.0
    mornings(people, 3)
    assert sessions(people) == [0]


def test_despair_takes_a_share_of_what_is_offered() -> None:
    glad, sad = ward(1, shock=0.0, limit_points=0.0), ward(1, shock=0.0, limit_points=0.0)
    sad.minds[0]["burden"] = 12.0
    for people in (glad, sad):
        mornings(people, 5)
    assert sad.recoveries[0]["score"] < glad.recoveries[0]["score"]
    assert [event for _, event, *_ in told(glad)].count("THERAPY") == 5
