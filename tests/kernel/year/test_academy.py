"""The Academy in term: classes, and teachers who are somewhere else."""

import pytest

from homeward.codes import Event, Term, Work
from homeward.kernel.year import duty_tables as duty
from tests.organisations import DAY_S, Dists, Lived, duty_of, live, members_of, mission_type, organisation, rows_of

pytestmark = pytest.mark.jitless


def school(teachers: int, classes: int, terms: list[tuple[int, int]], days: int = 14, takes: int = 0) -> Lived:
    """Live two weeks from a Monday; a long mission on day 1 would like to have two of the teachers."""
    dists = Dists()
    types = mission_type("long", at_s=DAY_S - 1, length_dist=dists.constant(2.9 * DAY_S))
    spans = [{"from_s": a * DAY_S, "until_s": b * DAY_S, "kind": Term.ACADEMY, "classes": classes} for a, b in terms]
    members = members_of([0] * teachers, serves=Work.ACADEMY)
    settings = duty_of(days, takes_teachers=takes)
    return live(organisation(dists, members, types, settings, terms=rows_of(duty.TERM, *spans)))


def test_every_class_has_its_teacher_from_monday_to_friday() -> None:
    days = school(3, 3, [(0, 14)]).years.days[0]
    assert days["classes"].tolist() == [3, 3, 3, 3, 3, 0, 0] * 2
    assert not days["unstaffed"].any()


def test_a_teacher_on_a_mission_is_missed_in_class() -> None:
    lived = school(3, 3, [(0, 14)], takes=2)
    assert lived.years.days[0]["unstaffed"].tolist()[:6] == [0, 2, 2, 2, 0, 0]
    assert lived.years.totals[0]["unstaffed"] == 6
    assert [detail for *_, detail in lived.told(Event.CLASS_UNSTAFFED)] == [2.0, 2.0, 2.0]


def test_in_the_holidays_nobody_is_missed() -> None:
    lived = school(3, 3, [(7, 14)], takes=1)
    assert len(lived.told(Event.ASSIGNED)) == 2
    assert not lived.years.days[0]["unstaffed"].any()


def test_terms_start_and_end_in_the_ledger() -> None:
    lived = school(1, 1, [(2, 5)])
    assert lived.days_of(Event.TERM_STARTS) == [2]
    assert lived.days_of(Event.TERM_ENDS) == [5]
