"""The compiled kernel and a plain-Python simulation written apart from it live the same lives, event for event.

The tiny scenarios below and the made-up numbers reach every event that a ledger can hold; START, EXCHANGE, TAKE_STOCK,
STINT_ENDS, FOUND_BY_ENEMY and OVERDUE are entries of the calendar only.
"""

from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import homeward
from homeward.codes import (
    CalendarKind,
    Cause,
    EnergyModel,
    Evacuation,
    Event,
    Formation,
    Generator,
    Means,
    Pace,
    Region,
    Side,
    Threat,
    Transport,
    Treatment,
)
from homeward.kernel.tables import World
from homeward.run.lower import lower
from tests.reference.compare import agree
from tests.reference.twin import Life
from tests.reference.variations import vary

SHIPPED = ("izumo", "iruka", "couloir")
ARMS = [(name, arm.name) for name in SHIPPED for arm in homeward.load(name).arms]
IZUMO, KOTETSU = 0, 1


def lowered(name: str, arm: str = "as it was", **options: Any) -> World:
    return lower(homeward.load(name).with_arm(arm), **options)


def events_of(lives: list[Life]) -> set[Event]:
    return {line.event for life in lives for line in life.ledger}


def causes_of(lives: list[Life]) -> set[Cause]:
    return {person.cause for life in lives for person in life.people}


@pytest.mark.parametrize(("name", "arm"), ARMS)
def test_every_shipped_arm_is_lived_alike(name: str, arm: str) -> None:
    agree(lowered(name, arm, seed=7), range(12))


@pytest.mark.parametrize("generator", list(Generator))
@pytest.mark.parametrize("calendar", list(CalendarKind))
@pytest.mark.parametrize("name", SHIPPED)
def test_for_any_calendar_and_generator(name: str, calendar: CalendarKind, generator: Generator) -> None:
    template = lowered(name, calendar=calendar, generator=generator, seed=2**64 - 1)
    agree(template, [0, 1, 2**32 + 5, 2**40 + 1])


# --- tiny scenarios for what the shipped ones seldom or never do


def test_a_man_on_foot_is_put_on_a_horse_that_waits_by_the_way() -> None:
    for jolt in (0.0, 5.0):
        waits = {"transport": Transport.HORSE, "transport_at_m": 600.0, "transport_jolt": jolt}
        assert Event.MOUNTED in events_of(agree(vary(lowered("izumo"), incident=waits), range(10)))


def test_a_team_that_can_fight_no_more_is_overrun() -> None:
    many = {"attackers": 30, "attacker_per_min": 1.0, "ambush_at_s": 30.0, "break_share": 0.0}
    lives = agree(vary(lowered("izumo"), incident=many, everybody_came=True), range(20))
    assert {Cause.KILLED, Cause.CAPTURED} <= causes_of(lives)


def test_some_run_from_a_fight_and_some_win_it() -> None:
    few = {"attackers": 3, "ambush_at_s": 5.0, "break_share": 0.4}
    template = vary(lowered("izumo"), incident=few, people={"desertion": [0.0, 0.0, 0.3, 0.6]}, everybody_came=True)
    events = events_of(agree(template, range(20)))
    assert {Event.AMBUSH, Event.DESERTED, Event.ATTACKER_DOWN, Event.FIGHT_OVER, Event.WOUNDED} <= events


def test_hunters_catch_up_and_find_a_man_left_behind() -> None:
    close = {"pursuers": 4, "give_up_m": 0.0, "evacuation": Evacuation.LEAVE_AND_SEND}
    template = vary(lowered("izumo"), incident=close, dists={"lead_dist": 200.0, "found_dist": 400.0})
    lives = agree(template, range(20))
    assert Event.LEFT_BEHIND in events_of(lives)
    assert Cause.CAPTURED in causes_of(lives)
    carried = vary(lowered("izumo"), incident={"give_up_m": 0.0}, dists={"lead_dist": 100.0, "pursuit_speed_dist": 1.5})
    assert Event.CAUGHT in events_of(agree(carried, range(10)))


def test_hunters_who_lose_the_trail_find_nobody_any_more() -> None:
    slow = {"pursuers": 4, "give_up_m": 0.0, "evacuation": Evacuation.LEAVE_AND_SEND}
    soon = {"lead_dist": 2000.0, "trail_lost_dist": 300.0, "found_dist": 900.0}
    lives = agree(vary(lowered("izumo"), incident=slow, dists=soon), range(20))
    for life in lives:
        events = [line.event for line in life.ledger]
        if Event.TRAIL_LOST in events:
            lost_s = life.ledger[events.index(Event.TRAIL_LOST)].at_s
            assert Event.CAUGHT not in events
            assert not any(p.cause == Cause.CAPTURED and p.dead_s >= lost_s for p in life.people)
    assert Event.TRAIL_LOST in events_of(lives)
    stays = {"pursuers": 4, "give_up_m": 0.0}
    assert Event.TRAIL_LOST in events_of(agree(vary(lowered("izumo"), incident=stays, dists=soon), range(10)))


def test_a_trap_is_dodged_by_the_quick() -> None:
    template = vary(lowered("iruka"), incident={"trap_warning_s": 5.0}, dists={"trap_reaction_dist": 1.0})
    assert Event.TRAP_DODGED in events_of(agree(template, range(10)))


@pytest.mark.parametrize("formation", list(Formation))
def test_a_trap_is_looked_for_in_every_formation(formation: Formation) -> None:
    found = {"formation": formation, "searchers": 2}
    events = events_of(agree(vary(lowered("iruka"), incident=found), range(10)))
    assert (Event.TRAP_FOUND in events) == (formation != Formation.NONE)


def test_stranded_and_missed_they_are_fetched() -> None:
    lame = vary(lowered("izumo"), dists={"overdue_dist": 3000.0, "impairment_dist": 0.9}, incident={"pursuers": 0})
    events = events_of(agree(lame, range(10)))
    assert {Event.STRANDED, Event.RELIEF_CALLED, Event.MET, Event.CASUALTY_LOADED} <= events
    assert Event.STRANDED in events_of(agree(vary(lame, incident={"overdue_dist": -1, "relief": 0}), range(5)))


def test_they_wait_for_an_aircraft_that_may_be_kept_by_the_weather() -> None:
    waits = {"evacuation": Evacuation.WAIT, "lift": 1, "lift_called_s": 60.0, "pursuers": 0}
    events = events_of(agree(vary(lowered("izumo"), incident=waits), range(15)))
    assert {Event.LIFT_CALLED, Event.WEATHER_CLEARED, Event.LIFT_OFF, Event.AT_SCENE, Event.LOADED} <= events


def test_whoever_steps_beyond_his_reserve_staggers_collapses_or_dies() -> None:
    steps = vary(
        lowered("izumo"),
        team={"steps_left": 6},
        incident={"step_user": KOTETSU, "pursuers": 0},
        setting={"step_range_m": 300.0, "step_death": 1.0},
        dists={"step_cost_dist": 0.35},
        everybody_came=True,
    )
    lives = agree(steps, range(25))
    reached = {Event.STEP_READY, Event.LANDED_HARD, Event.STAGGERED, Event.COLLAPSED, Event.REBLED}
    assert reached <= events_of(lives)
    assert Cause.OVERDRAWN in causes_of(lives)


def test_a_child_and_an_elder_with_lost_limbs_and_the_worst_wounds() -> None:
    for ais, age in ((6, 12.0), (3, 60.0)):
        template = vary(
            lowered("iruka", "tourniquet first, then steps"),
            wounds={"ais": ais, "amputation": [ais == 3] * len(homeward.load("iruka").wound)},
            people={"age_y": age},
            setting={"limb_loss_hours": 0.1},
        )
        agree(template, range(8))


# --- and for what nobody thought of

ORDERS = st.lists(
    st.tuples(
        st.sampled_from([t for t in Treatment if t != Treatment.NONE]),
        st.sampled_from([IZUMO, KOTETSU]),
        st.sampled_from([0, 1]),
        st.sampled_from([-1, -1, 0, 1]),
        st.sampled_from([0, 1, 3]),
        st.just(0),
    ),
    max_size=6,
)
INCIDENTS = st.fixed_dictionaries(
    {},
    optional={
        "evacuation": st.sampled_from(list(Evacuation)),
        "means": st.sampled_from(list(Means)),
        "bearers": st.integers(1, 4),
        "pace": st.sampled_from(list(Pace)),
        "attackers": st.integers(0, 12),
        "ambush_at_s": st.sampled_from([0.0, 60.0]),
        "pursuers": st.integers(0, 6),
        "give_up_m": st.sampled_from([0.0, 500.0]),
        "break_share": st.sampled_from([0.0, 0.5]),
        "relief": st.sampled_from([0, 4]),
        "relief_called_s": st.sampled_from([-1.0, 0.0, 300.0, 3000.0]),
        "lift": st.sampled_from([0, 1]),
        "lift_called_s": st.sampled_from([-1.0, 0.0, 1200.0]),
        "transport": st.sampled_from([0, 1, 3]),
        "transport_at_m": st.sampled_from([0.0, 350.0, 1000.0]),
        "transport_jolt": st.sampled_from([0.0, 4.0]),
        "refuses_care": st.sampled_from([0, 1]),
        "step_user": st.sampled_from([-1, 0, 1]),
        "overdue_dist": st.just(-1),
    },
)
SETTINGS = st.fixed_dictionaries(
    {},
    optional={
        "energy_model": st.sampled_from(list(EnergyModel)),
        "march_leg_m": st.sampled_from([0.0, 1000.0, 1e9]),
        "step_range_m": st.sampled_from([200.0, 5000.0]),
        "rough_rebleed": st.sampled_from([0.0, 1.0]),
        "knee_per_min": st.sampled_from([0.0, 5.0]),
        "hit_killed": st.sampled_from([0.0, 0.5]),
        "transfusion_ml": st.sampled_from([0.0, 4000.0]),
    },
)
DISTS = st.fixed_dictionaries(
    {},
    optional={
        "flow_dist": st.sampled_from([0.02, 0.3, 2.0, 8.0]),
        "clot_dist": st.sampled_from([1e-5, 1e-3]),
        "threat_dist": st.sampled_from([200.0, 3000.0]),
        "impairment_dist": st.sampled_from([0.1, 0.8]),
        "debt_limit_dist": st.sampled_from([50.0, 1000.0]),
        "pursuit_speed_dist": st.sampled_from([0.4, 1.2, 3.0]),
        "lead_dist": st.sampled_from([10.0, 2000.0]),
        "lift_load_dist": st.sampled_from([30.0, 2000.0]),
        "relief_load_dist": st.sampled_from([30.0, 1500.0]),
        "relief_speed_dist": st.sampled_from([0.5, 3.0]),
        "step_cost_dist": st.sampled_from([0.05, 0.4, 1.2]),
    },
)
PEOPLE = st.fixed_dictionaries(
    {}, optional={"desertion": st.sampled_from([0.0, 0.4]), "skill": st.integers(0, 4), "can_carry": st.just(1)}
)
WOUNDS = st.fixed_dictionaries(
    {},
    optional={
        "threat": st.sampled_from(list(Threat)),
        "region": st.sampled_from(list(Region)),
        "side": st.sampled_from(list(Side)),
        "compressible": st.sampled_from([0.0, 0.5, 1.0]),
        "ais": st.integers(1, 6),
    },
)
WORLDS = {arm: lowered(*arm, seed=11) for arm in ARMS}


@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(
    arm=st.sampled_from(ARMS),
    incident=INCIDENTS,
    setting=SETTINGS,
    dists=DISTS,
    people=PEOPLE,
    wounds=WOUNDS,
    steps=st.sampled_from([0, 0, 1, 4]),
    everybody_came=st.booleans(),
    orders=st.none() | ORDERS,
)
@example(
    arm=("izumo", "as it was"),
    incident={"evacuation": Evacuation.WAIT, "relief": 0, "lift": 0},
    setting={},
    dists={},
    people={},
    wounds={},
    steps=0,
    everybody_came=True,
    orders=None,
)
def test_any_other_numbers_are_lived_alike(
    arm: tuple[str, str],
    steps: int,
    incident: dict[str, float],
    orders: list[tuple[int, ...]] | None,
    **changes: Any,
) -> None:
    if incident.get("step_user", 0) < 0:
        steps = 0
    template = vary(WORLDS[arm], incident=incident, team={"steps_left": steps}, orders=orders or None, **changes)
    agree(template, range(2))
