"""A year lived whole: incidents inside it, who comes home, and laws that hold whatever happens."""

from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import homeward
from homeward.codes import DutyStatus, Event, Status
from homeward.kernel.organisation import Organisation
from homeward.kernel.tables import World
from homeward.kernel.year import duty_tables as duty
from homeward.model.scenario import Scenario
from homeward.run.lower import lower
from homeward.run.organisation import live_years
from homeward.run.replicate import copy_world, live_one
from tests.organisations import (
    DAY_S,
    Dists,
    Lived,
    duty_of,
    live,
    members_of,
    mission_type,
    organisation,
    rows_of,
)

pytestmark = pytest.mark.jitless
NAMES = ("Izumo", "Kotetsu", "Medic", "Fourth")


@cache
def incident(name: str) -> World:
    scenario = homeward.load(name)
    assert isinstance(scenario, Scenario)
    return lower(scenario)


def two_at_the_gate(
    days: int = 60, names: tuple[str, ...] = ("Izumo", "Kotetsu", "Medic", "Fourth"), **settings: float
) -> Lived:
    """The story of the gate on the first day: four set out, one of the named incidents is met at half the way."""
    dists, names = Dists(), NAMES
    types = mission_type(
        "patrol",
        at_s=0,
        size=4,
        least=4,
        length_dist=dists.constant(2.0 * DAY_S),
        contact_per_s=1.0,
        contact_after=0.5,
        incident=0,
    )
    usual = {"acute_stay_dist": dists.constant(9.0 * DAY_S), "body_found": 1.0}
    template = organisation(dists, members_of([1] * len(names)), types, duty_of(days, **(usual | settings)), names)
    template.physique["desertion"][names.index("Fourth")] = 1.0
    return live(template, [incident("izumo")])


def test_the_year_stops_for_the_incident_and_goes_on_with_what_it_left() -> None:
    lived = two_at_the_gate()
    assert lived.days_of(Event.CONTACT) == [1]
    assert len(lived.told(Event.BROUGHT_IN)) + len(lived.told(Event.FELL)) >= 2
    assert lived.years.contacts[0]["member"][0, :4].tolist() == [0, 1, 2, 3]


def test_the_same_man_has_the_same_fate_as_in_the_incident_alone() -> None:
    lived = two_at_the_gate()
    contact = lived.years.contacts[0][0]
    alone = copy_world(incident("izumo"))
    alone.clock["seed"] = contact["seed"]
    people = alone.people
    for s, i in enumerate(contact["member"][:4]):
        for field in duty.PHYSIQUE.names or ():
            people[s][field] = lived.world.physique[i][field]
        people[s]["blood_ml"] = people[s]["blood0_ml"]
        if people[s]["status"] == Status.GONE:
            people[s]["team0"] = 0
    _, fates, _ = live_one(alone, 0)
    izumo = lived.years.ends[0, 0]
    assert (izumo["died_s"] < 0) == bool(fates[0]["alive_30"])
    carried = lived.told(Event.BROUGHT_IN)
    assert (0, 1) in [(who, other) for who, other, _, _ in carried] or fates[0]["arrived_s"] < 0


def test_whoever_has_spent_his_reserve_brings_what_is_left_of_it() -> None:
    template = incident("iruka")
    spent = copy_world(template)
    spent.people["reserve"][0] = 0.4
    lives = ((k, live_one(template, k)[1][0]["reserve_spent"]) for k in range(20))
    replicate, rested = next((k, share) for k, share in lives if share > 0.4)  # Kakashi takes all his steps
    assert live_one(spent, replicate)[1][0]["reserve_left"] < live_one(template, replicate)[1][0]["reserve_left"]
    assert live_one(spent, replicate)[1][0]["reserve_spent"] <= rested


def test_the_medic_who_was_killed_in_the_attack_falls_and_the_fourth_is_missing() -> None:
    lived = two_at_the_gate(deserter_returns=1.0)
    assert 2 in [who for who, *_ in lived.told(Event.FELL)]
    assert [who for who, *_ in lived.told(Event.MISSING)] == [3]
    assert lived.world.members[2]["status"] == DutyStatus.FALLEN
    assert lived.world.members[3]["status"] == DutyStatus.AVAILABLE
    assert lived.years.totals[0]["returned"] == 1


def test_a_death_takes_the_candidate_off_the_list() -> None:
    dists = Dists()
    types = mission_type(
        "patrol", at_s=0, size=4, least=4, length_dist=dists.constant(2.0 * DAY_S), contact_per_s=1.0, incident=0
    )
    exam = {"enter_s": 0, "at_s": 20 * DAY_S, "days": 1, "from_rank": 1, "to_rank": 2, "places": 4, "pass_share": 1.0}
    template = organisation(dists, members_of([1] * 4), types, duty_of(30), NAMES, exams=rows_of(duty.EXAM, exam))
    lived = live(template, [incident("izumo")])
    fallen = {who for who, *_ in lived.told(Event.FELL)} | {who for who, *_ in lived.told(Event.MISSING)}
    assert {who for who, *_ in lived.told(Event.CANDIDATE_LOST)} == fallen
    assert lived.world.exams[0]["lost"] == len(fallen) > 0


def a_busy_village(people: int, seed: int, days: int = 25, **settings: float) -> tuple[Organisation, list[World]]:
    """People of three ranks, missions every day, and an enemy who is often met."""
    dists = Dists()
    length, gap = dists.exponential(2.0 * DAY_S), dists.exponential(0.8 * DAY_S)
    usual = {
        "length_dist": length,
        "gap_dist": gap,
        "effort_dist": dists.constant(0.1),
        "contact_per_s": 0.2 / DAY_S,
    }
    types = np.concatenate(
        [
            mission_type("gate", size=4, least=2, leader_rank=1, rank=1, incident=0, **usual),
            mission_type("woods", size=5, least=3, leader_rank=2, rank=2, incident=1, **usual),
        ]
    )
    rules = {"rest_days": 1, "board_every_s": 5 * DAY_S, "board_margin": 0.1, "board_sensitivity": 0.8}
    rules |= {"board_specificity": 0.8, "deserter_returns": 0.5, "body_found": 0.5, "false_clear_hazard": 2.0}
    rules |= {"acute_stay_dist": dists.exponential(5.0 * DAY_S)}
    ranks = [i % 3 for i in range(people)]
    template = organisation(dists, members_of(ranks), types, duty_of(days, **(rules | settings)), seed=seed)
    return template, [incident("izumo"), incident("iruka")]


def stands_once(lived: Lived) -> None:
    """Nobody is lost and nobody is in two places: everything that is counted agrees with where people stand."""
    world = lived.world
    members, tally = world.members, world.tally[0]
    assert np.bincount(members["status"], minlength=duty.STATES).tolist() == tally["status"].tolist()
    available = members["status"] == DutyStatus.AVAILABLE
    assert ((members["pool"] >= 0) == available).all()
    assert world.pools["people"].sum() == available.sum()
    for rank in range(duty.RANKS_MOST):
        assert tally["strength"][rank] == (available & (members["rank"] == rank)).sum()
    on_mission = [int(i) for m in world.missions[world.missions["state"] == 2] for i in m["member"] if i >= 0]
    assert len(on_mission) == len(set(on_mission))
    assert set(on_mission) == set(np.flatnonzero(members["mission"] >= 0).tolist())


@settings(max_examples=5)
@given(people=st.integers(4, 24), seed=st.integers(0, 2**32), rest=st.integers(0, 3), staffing=st.integers(0, 2))
def test_nobody_is_lost_and_nobody_is_in_two_places(people: int, seed: int, rest: int, staffing: int) -> None:
    template, incidents = a_busy_village(people, seed, rest_days=rest, staffing=staffing)
    lived = live(template, incidents)
    stands_once(lived)
    days = lived.years.days[0]
    assert (days["status"].sum(axis=1) == people).all()
    total = lived.years.totals[0]
    assert total["came"] == total["started"] + total["refused"] + total["waiting"]
    assert total["started"] == total["done"] + total["failed"] + total["out"]
    assert total["killed"] + total["died_of_wounds"] == (lived.world.members["status"] == DutyStatus.FALLEN).sum()


@settings(max_examples=2)
@given(seed=st.integers(0, 2**32))
def test_the_dead_do_nothing_and_stay_dead(seed: int) -> None:
    template, incidents = a_busy_village(20, seed)
    lived = live(template, incidents)
    fell_at = {who: at_s for at_s, event, who, *_ in lived.ledger if event == Event.FELL}
    after = {Event.ASSIGNED, Event.CAME_HOME, Event.STATUS, Event.BROUGHT_IN, Event.CLEARED, Event.TEST, Event.MIND}
    assert not [row for row in lived.ledger if row[1] in after and row[0] > fell_at.get(row[2], row[0])]


def test_a_life_does_not_depend_on_which_others_are_lived_with_it() -> None:
    template, incidents = a_busy_village(20, 5)
    together, alone = live_years(template, incidents, np.arange(3)), live_years(template, incidents, np.array([2]))
    assert (together.ends[2] == alone.ends[0]).all()
    assert (together.days[2] == alone.days[0]).all()
    joined = (alone + live_years(template, incidents, np.arange(2))).in_order()
    assert (joined.ends == together.ends).all()


def test_arms_are_the_same_until_they_decide_differently() -> None:
    template, incidents = a_busy_village(20, 9)
    other = template._replace(duty=template.duty.copy())
    other.duty["rest_days"] = 0
    first, second = live(template, incidents), live(other, incidents)
    home = min(at_s for at_s, event, *_ in first.ledger if event == Event.CAME_HOME)
    before = [[row for row in lived.ledger if row[0] < home] for lived in (first, second)]
    assert before[0] == before[1] != []
