"""Blows, what they leave, what helps; a mind that does not respond, and its first words."""

import pytest

from homeward.codes import Event, Mind, Tie
from homeward.kernel.jit import JIT
from homeward.kernel.organisation import Organisation
from homeward.kernel.year import folk
from homeward.kernel.year.folk_tables import LETTER_SHOCK
from homeward.kernel.year.mind import settle_mind
from homeward.kernel.year.waking import DAY_S
from homeward.run.lower_folk import Bond
from tests.kernel.year.villages import a_village, discharge, mornings, when, wound

pytestmark = [pytest.mark.jitless, pytest.mark.skipif(JIT, reason="the kernel is called row by row, in plain Python")]

PATIENT, PUPIL, FRIEND = range(3)


def mute(replicate: int, *bonds: Bond) -> Organisation:
    """Somebody who lost a leg, three weeks ago."""
    people = a_village(3, bonds, replicate=replicate, folk_is={"reactivity_spread": 0.0})
    people.folk[0]["shock"][1] = 22.0
    wound(people, PATIENT, 20, limb=True)
    mornings(people, 6)
    discharge(people, PATIENT)
    mornings(people, 20)
    return people


def test_the_closed_form_does_not_depend_on_how_often_one_looks() -> None:
    often, once = a_village(1, folk_is={"support_rate": 0.0}), a_village(1, folk_is={"support_rate": 0.0})
    for people in (often, once):
        people.recoveries[0]["function"] = 0.4
        folk.suffer(people, 0, LETTER_SHOCK, 2.0)
    for hour in range(1, 24 * 30 + 1):
        often.clock[0]["now_s"] = hour * 3600
        settle_mind(often, 0)
    once.clock[0]["now_s"] = 30 * DAY_S
    settle_mind(once, 0)
    for pool in ("acute", "burden", "support"):
        assert often.minds[0][pool] == pytest.approx(once.minds[0][pool], rel=1e-9)


def test_a_bad_letter_hurts_and_fades() -> None:
    people = a_village(1)
    before = folk.distress_now(people, 0)
    folk.suffer(people, 0, LETTER_SHOCK, 1.0)
    after = folk.distress_now(people, 0)
    mornings(people, 60)
    assert after > before + 2.0
    assert folk.distress_now(people, 0) < before + 2.0


def test_the_news_leaves_him_mute_for_about_a_week_and_a_pupil_hears_the_first_words() -> None:
    people = mute(0, Bond(PATIENT, PUPIL, Tie.PUPIL, 1.0, after_s=6 * DAY_S))
    told, spoke = when(people, Event.TOLD, PATIENT), when(people, Event.FIRST_WORDS, PATIENT)
    assert told is not None
    assert spoke is not None
    assert 3 <= spoke - told <= 14
    assert people.minds[PATIENT]["answered_s"] > people.minds[PATIENT]["stunned_s"]


def test_without_visitors_he_speaks_later() -> None:
    days = []
    for bonds in ((Bond(PATIENT, PUPIL, Tie.PUPIL, 1.0), Bond(PATIENT, FRIEND, Tie.FRIEND, 1.0)), ()):
        spoke = [when(mute(replicate, *bonds), Event.FIRST_WORDS, PATIENT) for replicate in range(6)]
        days.append(sum(40.0 if day is None else day for day in spoke))
    assert days[0] < days[1]


def test_lost_work_weighs_until_there_is_work_again() -> None:
    idle, needed = a_village(1), a_village(1)
    for people in (idle, needed):
        folk.lose_work(people, 0)
        mornings(people, 60)
    folk.find_work(needed, 0)
    for people in (idle, needed):
        mornings(people, 90)
    assert idle.minds[0]["burden"] > needed.minds[0]["burden"]


def test_states_are_left_a_little_below_where_they_are_entered() -> None:
    people = a_village(1, folk_is={"noise": 0.0, "baseline": 1e-6, "acute_tau_s": 1e12, "limit_points": 0.0})
    states = []
    for points in (4.9, 5.1, 3.5, 2.5, 16.0, 13.5, 12.0):
        people.minds[0]["acute"] = points
        folk.suffer(people, 0, 0, 0.0)
        states.append(Mind(int(people.minds[0]["state"])))
    assert states == [Mind.WELL, Mind.STRAINED, Mind.STRAINED, Mind.WELL, Mind.WITHDRAWN, Mind.WITHDRAWN, Mind.STRAINED]


def test_the_dead_feel_nothing() -> None:
    people = a_village(1)
    people.members[0]["status"] = 8
    folk.suffer(people, 0, LETTER_SHOCK, 1.0)
    assert people.minds[0]["acute"] == 0.0
