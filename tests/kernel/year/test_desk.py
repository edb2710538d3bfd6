"""The mission desk: who is sent, who is kept, and why a mission waits or is refused."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from homeward.codes import DutyStatus, Event, Reason, Staffing, Term, Work
from homeward.kernel.year import duty_tables as duty
from tests.organisations import DAY_S, Dists, Lived, duty_of, live, members_of, mission_type, organisation, rows_of

pytestmark = pytest.mark.jitless
GENIN, CHUUNIN, JOUNIN = 0, 1, 2
MEDIC = 0


def sent(lived: Lived) -> list[int]:
    """Who was assigned, in order."""
    return [who for who, *_ in lived.told(Event.ASSIGNED)]


def one_mission(
    ranks: list[int],
    days: int = 6,
    settings: dict[str, Any] | None = None,
    terms: Sequence[dict[str, Any]] = (),
    members: dict[str, Any] | None = None,
    **fields: Any,
) -> Lived:
    """Live a few days of an organisation with one mission, which comes at once and takes two days."""
    dists = Dists()
    types = mission_type("scroll", at_s=0, length_dist=dists.constant(2.0 * DAY_S), **fields)
    given = members_of(ranks, **(members or {}))
    calendar = rows_of(duty.TERM, *terms)
    return live(organisation(dists, given, types, duty_of(days, **(settings or {})), terms=calendar))


def test_the_lowest_who_are_able_go_and_one_of_them_can_lead() -> None:
    lived = one_mission([GENIN, GENIN, CHUUNIN, JOUNIN], leader_rank=CHUUNIN, size=3, least=3)
    assert sorted(sent(lived)) == [0, 1, 2]
    assert [detail for *_, detail in lived.told(Event.MISSION_ENDS)] == [1.0]


def test_rank_first_sends_the_best() -> None:
    settings = {"staffing": Staffing.RANK_FIRST}
    assert sorted(sent(one_mission([GENIN, GENIN, CHUUNIN, JOUNIN], settings=settings))) == [2, 3]


def test_longest_rested_sends_those_who_have_waited() -> None:
    dists = Dists()
    day = dists.constant(1.0 * DAY_S)
    types = mission_type("errand", gap_dist=day, length_dist=dists.constant(0.5 * DAY_S), size=1, least=1)
    template = organisation(dists, members_of([GENIN] * 3), types, duty_of(5, staffing=Staffing.LONGEST_RESTED))
    assert sent(live(template)) == [0, 1, 2, 0]


def test_a_mission_nobody_can_lead_waits_and_is_refused_when_its_window_closes() -> None:
    lived = one_mission([GENIN] * 4, leader_rank=JOUNIN, window_s=3 * DAY_S)
    assert [why for _, _, why, _ in lived.told(Event.MISSION_DELAYED)] == [Reason.NOBODY_OF_RANK]
    assert [why for _, _, why, _ in lived.told(Event.MISSION_REFUSED)] == [Reason.NOBODY_OF_RANK]
    assert lived.days_of(Event.MISSION_REFUSED) == [2]
    assert lived.years.totals[0]["refused_why"][Reason.NOBODY_OF_RANK] == 1


def test_a_team_is_never_half_sent() -> None:
    lived = one_mission([GENIN, GENIN], size=3, least=3)
    assert sent(lived) == []
    assert (lived.world.members["status"] == DutyStatus.AVAILABLE).all()


def test_a_smaller_team_goes_when_that_is_enough() -> None:
    assert len(sent(one_mission([GENIN, GENIN], size=4, least=2))) == 2


def test_a_mission_that_asks_for_a_medic_waits_without_one() -> None:
    lived = one_mission([GENIN] * 4, skills=1 << MEDIC)
    assert [why for _, _, why, _ in lived.told(Event.MISSION_DELAYED)] == [Reason.NOBODY_WITH_SKILL]


def test_medics_are_kept_in_hand_for_the_missions_that_need_them() -> None:
    skills = {"skills": [1 << MEDIC, 0, 0]}
    assert sorted(sent(one_mission([GENIN] * 3, members=skills))) == [1, 2]
    assert sorted(sent(one_mission([GENIN] * 3, members=skills, skills=1 << MEDIC))) == [0, 1]


def test_a_medic_in_every_team_is_a_rule_for_all_missions() -> None:
    settings = {"medic_skill": MEDIC, "medic_in_every_team": 1}
    skills = {"skills": [0, 0, 1 << MEDIC]}
    assert 2 in sent(one_mission([GENIN] * 3, settings=settings, members=skills))
    assert sent(one_mission([GENIN] * 3, settings=settings)) == []


def test_the_teacher_on_holiday_is_taken_when_nobody_else_is_left() -> None:
    work = {"serves": [Work.MISSIONS, Work.ACADEMY]}
    lived = one_mission([GENIN, CHUUNIN], settings={"takes_teachers": 1}, members=work)
    assert (1, 0, Reason.SHORT_HANDED, 1.0) in lived.told(Event.ASSIGNED)
    assert lived.years.totals[0]["short_handed"] == 1


def test_the_teacher_stays_where_another_can_go() -> None:
    work = {"serves": [Work.MISSIONS, Work.ACADEMY, Work.MISSIONS]}
    lived = one_mission([GENIN, GENIN, GENIN], settings={"takes_teachers": 1}, members=work)
    assert sorted(sent(lived)) == [0, 2]


@pytest.mark.parametrize(("takes", "goes"), [(0, False), (1, False), (2, True)])
def test_in_term_the_teacher_goes_only_where_the_rule_says_so(takes: int, goes: bool) -> None:
    term = {"from_s": 0, "until_s": 30 * DAY_S, "kind": Term.ACADEMY, "classes": 1}
    work = {"serves": [Work.MISSIONS, Work.ACADEMY]}
    lived = one_mission([GENIN, CHUUNIN], settings={"takes_teachers": takes}, members=work, terms=[term])
    assert (1 in sent(lived)) == goes
    assert (lived.years.totals[0]["unstaffed"] > 0) == goes


def test_a_man_at_the_gate_goes_only_when_the_gate_can_spare_him() -> None:
    work = {"serves": [Work.MISSIONS, Work.GATE, Work.GATE]}
    dists = Dists()
    types = mission_type("scroll", at_s=0, length_dist=dists.constant(2.0 * DAY_S))
    for wanted, goes in ((1, True), (2, False)):
        posts = rows_of(duty.POST, {"serves": Work.GATE, "wanted": wanted})
        template = organisation(dists, members_of([GENIN] * 3, **work), types, duty_of(3), posts=posts)
        lived = live(template)
        assert (len(sent(lived)) == 2) == goes
        assert lived.years.totals[0]["posts_short"] == 0


def test_those_who_are_named_must_go_or_nobody_does() -> None:
    named = np.full(duty.TEAM, -1)
    named[0] = 3
    assert 3 in sent(one_mission([GENIN, GENIN, GENIN, JOUNIN], named=named))
    lived = one_mission([GENIN] * 4, named=named, members={"status": [0, 0, 0, DutyStatus.RETIRED]})
    assert [why for _, _, why, _ in lived.told(Event.MISSION_REFUSED)] == [Reason.ORDERED]


def test_a_curfew_keeps_everybody_in() -> None:
    curfew = {"from_s": 0, "until_s": 2 * DAY_S, "kind": Term.CURFEW}
    lived = one_mission([GENIN] * 2, terms=[curfew], window_s=5 * DAY_S)
    assert [why for _, _, why, _ in lived.told(Event.MISSION_DELAYED)] == [Reason.CURFEW]
    assert lived.days_of(Event.MISSION_STARTS) == [2]


def test_the_rest_rule_gives_days_off_after_a_mission() -> None:
    dists = Dists()
    day = dists.constant(1.0 * DAY_S)
    types = mission_type("errand", gap_dist=day, length_dist=dists.constant(0.5 * DAY_S), size=1, least=1)
    starts = {}
    for rest in (0, 2):
        template = organisation(dists, members_of([GENIN]), types, duty_of(12, rest_days=rest))
        starts[rest] = live(template).days_of(Event.MISSION_STARTS)
    assert starts[0] == list(range(1, 12))
    assert starts[2] == [1, 4, 7, 10]


def test_the_higher_mission_is_handed_out_first() -> None:
    dists = Dists()
    length = dists.constant(2.0 * DAY_S)
    types = np.concatenate(
        [mission_type(name, at_s=0, length_dist=length, rank=rank) for name, rank in (("d", 0), ("s", 4))]
    )
    lived = live(organisation(dists, members_of([GENIN] * 2), types, duty_of(2)))
    assert [detail for *_, detail in lived.told(Event.MISSION_STARTS)] == [1.0]


def test_of_missions_of_one_rank_the_one_whose_window_ends_first() -> None:
    dists = Dists()
    length = dists.constant(2.0 * DAY_S)
    windows = (("patient", 9 * DAY_S), ("urgent", 2 * DAY_S))
    types = np.concatenate(
        [mission_type(name, at_s=0, length_dist=length, window_s=window) for name, window in windows]
    )
    lived = live(organisation(dists, members_of([GENIN] * 2), types, duty_of(2)))
    assert [detail for *_, detail in lived.told(Event.MISSION_STARTS)] == [1.0]
