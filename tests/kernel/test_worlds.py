"""Worlds of two kinds side by side: what takes any world, draws and the calendar, works in a town of its own."""

from typing import NamedTuple

import numpy as np
import pytest
from numba import types

from homeward.codes import CalendarKind, Draw, Event, Generator, Shape
from homeward.kernel import calendar, draws, tables
from homeward.kernel.handle import INCIDENT, handle, world_behind
from homeward.kernel.jit import JIT, entry, process
from homeward.kernel.worlds import WorldKind, WorldType
from tests.worlds import a_world

TOWN_CLOCK = np.dtype(
    [("weather", "f8"), *((name, tables.CLOCK[name].str) for name in reversed(tables.CLOCK.names)), ("year", "i4")],
    align=True,
)
HOUSE = np.dtype([("key", "u8"), ("bells", "i8")], align=True)


class Town(NamedTuple):
    """A world that has no people, wounds or ways: houses whose bells ring."""

    houses: np.ndarray
    quantiles: np.ndarray
    dists: np.ndarray
    clock: np.ndarray
    buckets: np.ndarray
    calendar: np.ndarray


TOWN = WorldKind(
    "Town",
    {
        "houses": HOUSE,
        "quantiles": np.dtype("f8"),
        "dists": tables.DIST,
        "clock": TOWN_CLOCK,
        "buckets": np.dtype("i4"),
        "calendar": tables.NODE,
    },
)
town_behind = TOWN.behind


def a_town(houses, generator, kind):
    """Return a town with the clock settings and the waiting times of `a_hamlet`."""
    town = Town(
        houses=np.zeros(houses, HOUSE),
        quantiles=np.array([1.0, 60.0, 90.0]),
        dists=an_hour_or_so(),
        clock=np.zeros(1, TOWN_CLOCK),
        buckets=np.zeros(calendar.buckets_needed(houses), np.int32),
        calendar=np.zeros(houses, tables.NODE),
    )
    settings = {"seed": 1, "generator": generator, "calendar": kind}
    for field, value in settings.items():
        town.clock[0][field] = value
    town.clock[0]["replicate_key"] = draws.replicate_key(np.uint64(1), np.uint64(0))
    for name, house in enumerate(town.houses, start=1):
        house["key"] = draws.entity_key(town, np.uint64(name))
    calendar.clear(town)
    return town


def a_hamlet(houses, generator, kind):
    """Return an incident's world in which the calendar holds that many entities, one for each person."""
    hamlet = a_world(houses, entities=houses, generator=generator, kind=kind, quantiles=(1.0, 60.0, 90.0))
    return hamlet._replace(dists=an_hour_or_so())


def an_hour_or_so():
    """Return one row of DIST, in s."""
    dists = np.zeros(1, tables.DIST)
    dists[0]["shape"], dists[0]["a"], dists[0]["b"] = Shape.LOGNORMAL, 3600.0, 0.5
    dists[0]["high"] = 1e9
    return dists


@process
def ring(world, key, nth, entity):
    """Let this bell ring again after a wait of its own."""
    wait_s = draws.draw(world, 0, key, Draw.HOLD_TIME, nth)
    calendar.schedule(world, world.clock[0]["now_s"] + 1 + int(wait_s), Event.STINT_ENDS, entity)


@process
def ring_all(world, rows, heard):
    """Let every bell ring in turn; heard (n, 2) takes when and which."""
    for i in range(len(rows)):
        ring(world, rows[i]["key"], 0, i)
    for nth in range(len(heard)):
        key = calendar.pop_next(world)
        entity = calendar.entity_of(key)
        heard[nth, 0], heard[nth, 1] = calendar.at_of(key), entity
        ring(world, rows[entity]["key"], 1 + nth, entity)


@entry
def ring_in_town(rows, heard):
    world = town_behind(rows)
    ring_all(world, world.houses, heard)


@entry
def ring_in_hamlet(rows, heard):
    world = world_behind(rows)
    ring_all(world, world.people, heard)


@entry
def ring_from_hamlet_to_town(hamlet, town, heard):
    """Ring in the second as often as somebody lives in the first: two kinds in one function."""
    for _ in range(len(world_behind(hamlet).people)):
        ring_all(town_behind(town), town_behind(town).houses, heard)


@pytest.mark.jitless
@pytest.mark.parametrize("generator", list(Generator))
@pytest.mark.parametrize("kind", list(CalendarKind))
def test_the_same_bells_ring_at_the_same_seconds_in_either_kind_of_world(generator, kind):
    heard_in_town, heard_in_hamlet = np.zeros((300, 2), np.int64), np.zeros((300, 2), np.int64)
    town, hamlet = a_town(40, generator, kind), a_hamlet(40, generator, kind)
    if JIT:
        ring_in_town(TOWN.handle(town), heard_in_town)
        ring_in_hamlet(handle(hamlet), heard_in_hamlet)
    else:
        ring_all(town, town.houses, heard_in_town)
        ring_all(hamlet, hamlet.people, heard_in_hamlet)
    assert heard_in_town.tolist() == heard_in_hamlet.tolist()
    assert town.clock[0]["now_s"] == hamlet.clock[0]["now_s"] == heard_in_town[-1, 0] > 0
    assert len(set(heard_in_town[:, 1].tolist())) == 40


@pytest.mark.skipif(not JIT, reason="handles are for compiled code")
def test_two_kinds_of_world_meet_in_one_function():
    once, twice = np.zeros((5, 2), np.int64), np.zeros((5, 2), np.int64)
    town = a_town(3, Generator.SPLITMIX, CalendarKind.QUEUE)
    hamlet = a_hamlet(1, Generator.SPLITMIX, CalendarKind.QUEUE)
    ring_from_hamlet_to_town(handle(hamlet), TOWN.handle(town), once)
    ring_in_town(TOWN.handle(a_town(3, Generator.SPLITMIX, CalendarKind.QUEUE)), twice)
    assert once.tolist() == twice.tolist()


def test_a_handle_refuses_tables_that_are_not_those_of_its_kind():
    town = a_town(3, Generator.SPLITMIX, CalendarKind.QUEUE)
    for wrong in (np.zeros(3, tables.PERSON), np.zeros((3, 1), HOUSE), np.zeros(6, HOUSE)[::2]):
        with pytest.raises(TypeError, match=r"world\.houses"):
            TOWN.handle(town._replace(houses=wrong))
    with pytest.raises(AttributeError):
        handle(town)


def test_a_handle_holds_where_each_table_lies_and_how_long_it_is():
    town = a_town(3, Generator.SPLITMIX, CalendarKind.QUEUE)
    assert TOWN.handle(town).tolist() == [[table.ctypes.data, len(table)] for table in town]


def test_kinds_are_told_apart_by_their_tables_too():
    assert WorldType("Town", TOWN.dtypes) == TOWN.type
    assert hash(WorldType("Town", TOWN.dtypes)) == hash(TOWN.type)
    assert TOWN.type != INCIDENT.type
    assert WorldType("Town", {**TOWN.dtypes, "houses": tables.PERSON}) != TOWN.type
    assert isinstance(TOWN.type, types.Type)
