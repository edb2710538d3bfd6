"""Who must not be alone is not: levels by state, kept by somebody who is there, stepped down one at a time."""

import pytest

from homeward.codes import DutyStatus, Mind, Tie, Watch
from homeward.kernel.jit import JIT
from homeward.kernel.organisation import Organisation
from homeward.run.lower_folk import Bond
from tests.kernel.year.villages import a_village, mornings, wound

pytestmark = [pytest.mark.jitless, pytest.mark.skipif(JIT, reason="the kernel is called row by row, in plain Python")]

PATIENT, FRIEND = range(2)


def mute(nurses: int = 0, **folk_is: float) -> Organisation:
    people = a_village(2, [Bond(PATIENT, FRIEND, Tie.FRIEND, 0.9)], folk_is={"nurses": nurses, **folk_is})
    wound(people, PATIENT, 20)
    people.minds[PATIENT]["state"], people.minds[PATIENT]["acute"] = Mind.UNRESPONSIVE, 60.0
    return people


def test_a_friend_on_restricted_duty_sits_with_him() -> None:
    people = mute()
    people.members[FRIEND]["status"] = DutyStatus.VILLAGE_ONLY
    mornings(people, 1)
    assert people.minds[PATIENT]["kept"] == Watch.WITHIN_SIGHT
    assert people.minds[PATIENT]["watcher"] == FRIEND


def test_somebody_whom_the_desk_may_send_away_is_not_asked_a_nurse_is() -> None:
    people = mute(nurses=1)
    mornings(people, 1)
    assert people.minds[PATIENT]["watcher"] == -2
    assert people.folk_day[0]["nurses"] == 1


def test_without_anybody_it_falls_to_looking_in_and_is_counted() -> None:
    people = mute()
    mornings(people, 3)
    assert people.minds[PATIENT]["kept"] == Watch.INTERMITTENT
    assert people.minds[PATIENT]["unwatched"] == 3


def test_the_level_is_stepped_down_one_at_a_time() -> None:
    people = mute(nurses=1, step_down_s=2 * 86400)
    mornings(people, 1)
    people.minds[PATIENT]["state"], people.minds[PATIENT]["acute"] = Mind.WELL, 0.0
    levels = []
    for _ in range(6):
        mornings(people, 1)
        levels.append(int(people.minds[PATIENT]["watch"]))
    assert levels == sorted(levels, reverse=True)
    assert set(levels) == {2, 1, 0}


def test_the_watch_makes_crises_rarer() -> None:
    counts = []
    for nurses in (0, 1):
        people = mute(nurses, crisis_per_s=0.3 / 86400, crisis_points=0.0, acute_tau_s=1e12)
        mornings(people, 60)
        counts.append(int(people.minds[PATIENT]["crises"]))
    assert counts[1] < counts[0]
