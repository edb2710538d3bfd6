"""At the hospital door an incident ends: who is handed over, when, and with which body."""

from typing import Any

import numpy as np
import pytest

import homeward
from homeward.codes import Awareness, Cause, Evacuation, Event, Status
from homeward.kernel.lives import relive
from homeward.kernel.tables import FATE, OUTCOME, World
from homeward.run.handover import AT_DOOR, bodies_at_door
from homeward.run.lower import lower
from homeward.run.replicate import copy_world, live_one, with_clock
from tests.reference.compare import agree, same
from tests.reference.person import Person
from tests.reference.twin import Life
from tests.reference.variations import vary

pytestmark = pytest.mark.jitless
IN_HOSPITAL = {
    Event.TRIAGED,
    Event.THEATRE,
    Event.TRANSFUSED,
    Event.OUT_OF_THEATRE,
    Event.DIED_LATER,
    Event.THIRTY_DAYS,
}
shipped = pytest.mark.parametrize("name", ["izumo", "iruka", "couloir"])


def handed_over(name: str, arm: str = "as it was", **changes: Any) -> World:
    """Return the lowered scenario, to end at the hospital's door."""
    template = lower(homeward.load(name).with_arm(arm), seed=7)
    return with_clock(vary(template, **changes) if changes else template, hand_over=1)


def doors_of(template: World, replicate: int) -> np.ndarray:
    """Return the bodies that this life brings to the door."""
    world = copy_world(template)
    fates = np.zeros((1, len(world.people)), FATE)
    relive(template, world, np.array([replicate]), np.zeros(1, OUTCOME), fates)
    return bodies_at_door(world)


def body_of(person: Person) -> dict[str, float]:
    """Return what AT_DOOR should say of one of the twin's people, as far as it is about a wounded body."""
    flow = person.flow()
    falls = sum(wound.net_flow() * wound.clot_per_s for wound in person.wounds)
    return {
        "alive": person.alive,
        "status": person.status,
        "blood0_ml": person.blood0,
        "blood": person.blood / person.blood0,
        "held": person.held_to / person.blood0,
        "zero": person.zero_at / person.blood0,
        "flow_per_s": flow / person.blood0,
        "clot_per_s": falls / flow if flow > 0.0 else 0.0,
        "threat": person.threat,
        "threat_done": person.threat_done,
        "threat_per_s": person.threat_per_s,
        "debt": person.debt,
        "debt_limit": person.debt_limit,
        "awareness": person.awareness,
        "iss": person.iss,
        "niss": person.niss,
        "mechanism": person.mechanism,
        "impairment": person.impairment,
        "amputation": any(wound.amputation for wound in person.wounds),
        "tourniquet_s": person.tourniquet_s,
        "age_y": person.age,
        "reserve": person.reserve,
        "reserve_spent": person.reserve_spent,
        "collapsed": person.collapsed_s >= 0,
        "cause": person.cause,
        "dead_s": person.dead_s,
    }


def moments(life: Life, event: Event) -> dict[int, int]:
    """Return when this event came to whom."""
    return {line.who: line.at_s for line in life.ledger if line.event == event}


@shipped
def test_nothing_of_the_hospital_is_lived_and_the_twin_lives_alike(name: str) -> None:
    for life in agree(handed_over(name), range(3)):
        assert not IN_HOSPITAL & {line.event for line in life.ledger}


@shipped
def test_until_the_first_is_through_the_door_the_life_is_the_one_lived_to_the_end(name: str) -> None:
    template = handed_over(name)
    whole, _, _ = live_one(with_clock(template, hand_over=0), 1)
    ended, _, _ = live_one(template, 1)
    through = np.flatnonzero(whole["event"] == Event.AT_HOSPITAL)
    before = through[0] + 1 if len(through) else len(whole)
    assert [row.tolist() for row in ended[:before]] == [row.tolist() for row in whole[:before]]


@shipped
def test_bodies_are_those_that_the_twin_brings_to_the_door(name: str) -> None:
    template = handed_over(name)
    for replicate, life in enumerate(agree(template, range(3))):
        doors = doors_of(template, replicate)
        through, arrived = moments(life, Event.AT_HOSPITAL), moments(life, Event.ARRIVED)
        for i, (door, person) in enumerate(zip(doors, life.people, strict=True)):
            assert door["at_s"] == (through[i] if door["alive"] and i in through else arrived.get(i, -1))
            assert bool(door["needs_care"]) == (i in through and person.alive)
            for field, value in body_of(person).items():
                if person.wounds or field not in ("held", "zero"):
                    assert same(float(door[field]), float(value)), (replicate, i, field, door[field], value)


def test_whoever_needs_nothing_is_home_at_arrival_and_has_the_volumes_of_the_setting() -> None:
    template = handed_over("iruka")
    doors = doors_of(template, 0)
    whole = doors[(doors["iss"] == 0) & (doors["status"] == Status.HOME)]
    assert len(whole)
    assert not whole["needs_care"].any()
    assert (whole["at_s"] > 0).all()
    assert np.allclose(whole["held"], 1.0 - template.setting[0]["compensation_loss"])
    assert (whole["gcs"] == 15).all()


def test_those_left_behind_run_away_or_lost_are_told_apart() -> None:
    close = {"pursuers": 4, "give_up_m": 0.0, "evacuation": Evacuation.LEAVE_AND_SEND}
    template = handed_over("izumo", incident=close, dists={"lead_dist": 200.0, "found_dist": 400.0})
    doors = np.concatenate([doors_of(template, replicate) for replicate in range(20)])
    lost = doors[doors["missing"] == 1]
    assert set(lost["cause"].tolist()) <= {Cause.CAPTURED, Cause.EXPOSURE}
    assert len(lost)
    assert (lost["at_s"] == -1).all()
    assert np.isfinite(doors["left_m"][doors["status"] == Status.LEFT]).all()
    assert np.isnan(doors["left_m"][doors["status"] != Status.LEFT]).all()


def test_deserters_are_told() -> None:
    few = {"attackers": 3, "ambush_at_s": 5.0, "break_share": 0.4}
    runs = {"desertion": [0.0, 0.0, 0.9, 0.9]}
    template = handed_over("izumo", incident=few, people=runs, everybody_came=True)
    doors = np.concatenate([doors_of(template, replicate) for replicate in range(5)])
    ran = doors[doors["deserted"] == 1]
    assert len(ran)
    assert ran["alive"].all()
    assert (ran["at_s"] == -1).all()


def test_a_limb_that_is_gone_and_the_hour_of_the_tourniquet_are_told() -> None:
    template = handed_over("iruka", "tourniquet first, then steps")
    doors = np.concatenate([doors_of(template, replicate) for replicate in range(3)])
    assert doors["amputation"].sum() == 3
    bound = doors[doors["amputation"] == 1]
    assert ((bound["tourniquet_s"] >= 0) & (bound["tourniquet_s"] < bound["at_s"])).all()


def test_the_table_can_be_filled_in_place() -> None:
    template = handed_over("couloir")
    world = copy_world(template)
    relive(template, world, np.array([0]), np.zeros(1, OUTCOME), np.zeros((1, len(world.people)), FATE))
    out = np.ones(len(world.people), AT_DOOR)
    assert bodies_at_door(world, out) is out
    assert out.tobytes() == bodies_at_door(world, np.ones(len(world.people), AT_DOOR)).tobytes()
    assert out["awareness"].max() <= Awareness.DEAD
