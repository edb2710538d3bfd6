"""A wagon on the road to a workshop, and those who wait for it."""

import numpy as np
import pytest

import homeward
from homeward.codes import DutyStatus, Event, LimbStage
from homeward.kernel.year import folk_tables as folk
from homeward.model.scenario import Scenario
from homeward.run.lower import lower
from tests.organisations import DAY_S, Dists, Lived, duty_of, live, members_of, mission_type, organisation

pytestmark = pytest.mark.jitless
WEARER, COMPANION, NEIGHBOUR = range(3)


def on_the_road(attacked_on: int = 3, incident: int = 0) -> Lived:
    """Two in a wagon for nine days; bandits fall upon it one morning."""
    dists = Dists()
    none = mission_type("none", length_dist=dists.constant(DAY_S))
    workshops = np.zeros(1, folk.WORKSHOP)
    workshops["away_s"], workshops["incident"], workshops["seats"] = 9 * DAY_S, incident, 1
    settings = duty_of(14, acute_stay_dist=dists.constant(4.0 * DAY_S))
    template = organisation(dists, members_of([1, 1, 1]), none, settings, workshops=workshops)
    wearer = template.recoveries[WEARER]
    wearer["limb"], wearer["limb_s"], wearer["workshop"], wearer["away_s"] = LimbStage.JOURNEY, 9 * DAY_S, 0, 0
    wearer["road_s"], wearer["companion"], wearer["reserve"] = attacked_on * DAY_S, COMPANION, 0.99
    template.recoveries[COMPANION]["goes_with"] = WEARER
    scenario = homeward.load("couloir")
    assert isinstance(scenario, Scenario)
    return live(template, [lower(scenario)])


def test_the_two_in_the_wagon_are_nowhere_else() -> None:
    lived = on_the_road()
    assert lived.years.days[0]["status"][1, DutyStatus.TRAVELLING] == 2
    assert lived.years.days[0]["status"][1, DutyStatus.AVAILABLE] == 1


def test_the_year_stops_for_the_attack_with_those_who_are_in_the_wagon() -> None:
    lived = on_the_road()
    assert lived.days_of(Event.CONTACT) == [3]
    contact = lived.years.contacts[0][0]
    assert contact["type"] == -1
    assert set(contact["member"].tolist()) - {-1} == {WEARER, COMPANION}
    assert lived.years.totals[0]["contacts"] == 0


def test_whoever_is_hurt_on_the_road_ends_in_hospital_or_falls_and_nobody_is_counted_twice() -> None:
    lived = on_the_road()
    assert (lived.years.days[0]["status"].sum(axis=1) == 3).all()
    contact = lived.years.contacts[0][0]
    brought = {who for who, *_ in lived.told(Event.BROUGHT_IN)} | {who for who, *_ in lived.told(Event.FELL)}
    assert len(brought) == contact["hurt"] + contact["lost"] > 0
    assert NEIGHBOUR not in brought


def test_where_the_road_has_no_incident_nothing_stops() -> None:
    assert on_the_road(incident=-1).told(Event.CONTACT) == []
