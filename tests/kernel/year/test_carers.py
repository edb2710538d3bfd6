"""Whoever moves in with somebody is on no mission, and whoever is on one visits nobody."""

import pytest

from homeward.codes import DutyStatus, Event, Tie
from homeward.run.lower_folk import Bond, lower_ties
from tests.organisations import DAY_S, Dists, Lived, duty_of, live, members_of, mission_type, organisation

pytestmark = pytest.mark.jitless
HURT, PUPIL, COMRADE = range(3)


def at_home(days: int = 60) -> Lived:
    """One man without a leg, a pupil who would look after him, a comrade; every day an errand wants somebody."""
    dists = Dists()
    types = mission_type(
        "errand",
        gap_dist=dists.constant(1.0 * DAY_S),
        length_dist=dists.constant(0.5 * DAY_S),
        size=1,
        least=1,
    )
    members = members_of([2, 0, 1], status=[DutyStatus.CONVALESCENT, 0, 0])
    template = organisation(dists, members, types, duty_of(days, fit_for_village=0.55, distress_for_mission=27.0))
    template.service["iss"], template.service["limb_lost"] = [20, 0, 0], [1, 0, 0]
    template.service["wounded_s"] = template.recoveries["began_s"] = [-12 * DAY_S, -1, -1]
    template.recoveries["home_m"], template.recoveries["flights"] = 800.0, 1
    bonds = [
        Bond(HURT, PUPIL, Tie.PUPIL, 1.0, visits=True, cares=True, trusted=True),
        Bond(HURT, COMRADE, Tie.COMRADE, 1.0, visits=True),
    ]
    return live(template._replace(ties=lower_ties(bonds, 3, template.minds)))


def spans(lived: Lived, begins: Event, ends: Event) -> list[tuple[int, int]]:
    """From when until when, s."""
    starts = [at_s for at_s, event, *_ in lived.ledger if event == begins]
    stops = [at_s for at_s, event, *_ in lived.ledger if event == ends]
    return [(start, next((s for s in stops if s >= start), 60 * DAY_S)) for start in starts]


def test_a_carer_is_never_on_a_mission() -> None:
    lived = at_home()
    caring = spans(lived, Event.CARER_MOVES_IN, Event.CARER_LEAVES)
    assert caring
    sent = [at_s for at_s, event, who, *_ in lived.ledger if event == Event.ASSIGNED and who == PUPIL]
    assert sent
    assert not [at_s for at_s in sent for start, stop in caring if start <= at_s < stop]
    assert (lived.years.days[0]["status"][:, DutyStatus.CARING] > 0).any()


def test_visits_are_made_by_people_who_are_in_the_village() -> None:
    lived, away = at_home(), set()
    for _, event, who, other, *_ in lived.ledger:
        if event == Event.ASSIGNED:
            away.add(who)
        elif event == Event.CAME_HOME:
            away.discard(who)
        elif event == Event.VISIT:
            assert other not in away
