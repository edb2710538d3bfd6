"""How long the way takes and whether the stairs are climbed follows from the body; nobody sets it."""

import pytest

from homeward.codes import Aid
from homeward.kernel.jit import JIT
from homeward.kernel.organisation import Organisation
from homeward.kernel.year.convalescing import walked
from homeward.kernel.year.walking import climbs, full_wprime_j_kg, walk
from tests.kernel.year.villages import a_village

pytestmark = [pytest.mark.jitless, pytest.mark.skipif(JIT, reason="the kernel is called row by row, in plain Python")]


def somebody(aid: Aid = Aid.NONE, **body: float) -> Organisation:
    people = a_village(1)
    people.recoveries[0]["aid"] = aid
    for field, value in body.items():
        people.recoveries[0][field] = value
    return people


def test_ten_minutes_are_ten_minutes_for_the_well() -> None:
    assert walked(somebody(), 0, 800.0) == (pytest.approx(800.0 / 1.3), True)


def test_ten_minutes_take_about_thirty_on_two_crutches_after_weeks_in_bed() -> None:
    people = somebody(Aid.TWO_CRUTCHES, score=24.0, detrained=0.1, lost=0.15, healed=0.3)
    time_s, _ = walked(people, 0, 800.0)
    assert 25 * 60 <= time_s <= 45 * 60


def test_a_flight_is_too_much_after_the_walk_and_is_climbed_when_the_body_is_back() -> None:
    fresh = somebody(Aid.TWO_CRUTCHES, score=22.0, detrained=0.15, lost=0.5, healed=0.15)
    later = somebody(Aid.TWO_CRUTCHES, score=34.0, detrained=0.03, healed=0.5)
    assert [walked(people, 0, 800.0)[1] for people in (fresh, later)] == [False, True]


@pytest.mark.parametrize(("field", "worse", "better"), [("score", 22.0, 38.0), ("healed", 0.1, 0.9)])
def test_skill_and_health_shorten_the_way(field: str, worse: float, better: float) -> None:
    usual = {"score": 26.0, "healed": 0.2, "detrained": 0.2, "lost": 0.3}
    slow, quick = (walked(somebody(Aid.TWO_CRUTCHES, **(usual | {field: x})), 0, 800.0)[0] for x in (worse, better))
    assert quick < slow


def test_whoever_works_above_critical_power_rests_and_arrives_with_less() -> None:
    people = somebody(Aid.TWO_CRUTCHES, score=22.0, detrained=0.3, lost=0.5, healed=0.05)
    full = full_wprime_j_kg(people, 0)
    time_s, left = walk(people, 0, 800.0, full)
    assert left < full
    without_rests = 800.0 / (50 / 60)
    assert time_s > without_rests


def test_nobody_climbs_in_a_wheelchair_or_walks_in_bed() -> None:
    assert climbs(somebody(Aid.WHEELCHAIR, score=12.0), 0, 1, 1e9) == 0
    assert walked(somebody(Aid.BED), 0, 100.0)[0] == -1.0


def test_on_a_prosthesis_the_stairs_are_no_question() -> None:
    assert walked(somebody(Aid.PROSTHESIS, score=40.0), 0, 800.0)[1]
