"""A life is a function of scenario, seed and number: not of threads, chunks, neighbours or the calendar in use."""

from concurrent.futures import ThreadPoolExecutor
from math import sqrt
from typing import Any

import numpy as np
import pytest

import homeward
from homeward.codes import CalendarKind, Generator
from homeward.kernel.calendar import FEW, buckets_needed
from homeward.kernel.tables import NODE, PARTIES, World
from homeward.run.lower import lower
from homeward.run.replicate import copy_world, live, live_one
from tests.reference.compare import agree
from tests.reference.variations import vary

SHIPPED = ("izumo", "iruka", "couloir")
ARMS = [(name, arm.name) for name in SHIPPED for arm in homeward.load(name).arms]
LIVES = 600
every_scenario = pytest.mark.parametrize("name", SHIPPED)


def lowered(name: str, arm: str = "as it was", **options: Any) -> World:
    return lower(homeward.load(name).with_arm(arm), **options)


def bits(table: Any) -> list[bytes]:
    """Return what the fields hold, bit for bit, without the unused bytes between them."""
    return [table[name].tobytes() for name in table.dtype.names or ()]


def in_pieces(template: World, pieces: list[np.ndarray], threads: int) -> list[bytes]:
    """Return outcomes and fates of all pieces, one world per piece, in the order of the replicate numbers."""
    with ThreadPoolExecutor(threads) as pool:
        told = list(pool.map(lambda piece: live(template, copy_world(template), piece), pieces))
    order = np.argsort(np.concatenate(pieces))
    outcomes, fates = (np.concatenate(tables)[order] for tables in zip(*told, strict=True))
    return bits(outcomes) + bits(fates)


def a_company(template: World, calendar: CalendarKind) -> World:
    """Return the same incident with so many more people that the calendar has to keep an order."""
    more = np.concatenate([template.people] + [template.people[-1:]] * FEW)
    more["name"] += np.arange(len(more), dtype=np.uint64) * (np.arange(len(more)) >= len(template.people))
    entities = 2 * len(more) + PARTIES
    world = vary(
        template._replace(
            people=more,
            calendar=np.zeros(entities, NODE),
            buckets=np.zeros(buckets_needed(entities), np.int32),
        ),
        incident={"attackers": 40, "ambush_at_s": 10.0, "pursuers": 0},
        people={"desertion": 0.1},
        everybody_came=True,
    )
    world.clock[0]["calendar"] = calendar
    return world


@every_scenario
def test_neither_threads_nor_chunks_nor_their_order_change_a_bit(name: str) -> None:
    template, numbers = lowered(name, seed=5), np.arange(LIVES)
    whole = in_pieces(template, [numbers], 1)
    for threads, size in ((1, 7), (2, 50), (2, 299)):
        pieces = np.split(numbers, range(size, LIVES, size))
        assert in_pieces(template, pieces, threads) == whole
        assert in_pieces(template, pieces[::-1], threads) == whole


@every_scenario
def test_a_life_lived_alone_is_the_one_in_the_study(name: str) -> None:
    template = lowered(name, seed=5)
    outcomes, fates = live(template, copy_world(template), np.arange(LIVES))
    for number in (0, 1, LIVES // 2, LIVES - 1):
        _, alone, outcome = live_one(template, number)
        assert bits(outcome) + bits(alone) == bits(outcomes[number]) + bits(fates[number])


def test_no_life_is_left_over_from_the_one_before() -> None:
    template = lowered("iruka", seed=5)
    world = copy_world(template)
    told = [bits(live(template, world, np.array([number]))[1]) for number in (3, 4, 5, 3)]
    assert told[0] == told[3]
    assert told[0] != told[1] != told[2] != told[0]


@pytest.mark.parametrize(("name", "arm"), ARMS)
def test_queue_and_heap_write_the_same_ledger(name: str, arm: str) -> None:
    queue, heap = (lowered(name, arm, seed=2, calendar=calendar) for calendar in CalendarKind)
    for number in range(25):
        for one, other in zip(live_one(queue, number), live_one(heap, number), strict=True):
            assert bits(one) == bits(other)


@pytest.mark.parametrize("calendar", list(CalendarKind))
def test_a_calendar_too_long_to_look_through_is_kept_in_order(calendar: CalendarKind) -> None:
    template = a_company(lowered("iruka", seed=3), calendar)
    assert len(template.calendar) > FEW
    assert max(life.events for life in agree(template, range(6))) > 2 * FEW


@pytest.mark.parametrize(("name", "arm"), [arm for arm in ARMS if arm[1] == "as it was" or arm[0] == "izumo"])
def test_both_generators_tell_the_same_chances(name: str, arm: str) -> None:
    lives = 6000
    told = []
    for generator in Generator:
        template = lowered(name, arm, generator=generator, seed=12)
        _, fates = live(template, copy_world(template), np.arange(lives))
        told.append(fates)
    assert bits(told[0]) != bits(told[1])
    for field in ("alive_30", "alive_on_arrival", "collapsed", "limb_lost", "deserted"):
        one, other = (fates[field].sum(axis=0) for fates in told)
        pooled = (one + other) / (2 * lives)
        spread = np.sqrt(np.maximum(pooled * (1 - pooled), 1 / lives) * 2 / lives)
        assert (np.abs(one - other) / lives < 4 * spread).all(), f"{field}: {one} against {other} of {lives}"
    for field in ("arrived_s", "spent_kj"):
        for one, other in zip(told[0][field].T, told[1][field].T, strict=True):
            scatter = sqrt((one.var() + other.var()) / lives) or 1e-9
            assert abs(one.mean() - other.mean()) < 4 * scatter
