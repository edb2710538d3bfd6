"""Small worlds for tests: the kernel's tables without a scenario file. Everything not asked for is zero."""

import numpy as np

from homeward.codes import CalendarKind, Generator
from homeward.kernel import calendar, draws, tables


def a_world(
    people: int = 1,
    *,
    entities: int | None = None,
    dists: tuple[tuple[float, ...], ...] = (),
    quantiles: tuple[float, ...] = (),
    seed: int = 1,
    replicate: int = 0,
    generator: Generator = Generator.SPLITMIX,
    kind: CalendarKind = CalendarKind.QUEUE,
    wounds: int = 8,
    orders: int = 1,
    legs: int = 1,
    observed: int = 1,
    treatments: int = 10,
    ledger: int = 1000,
    samples: int = 1,
) -> tables.World:
    """Return a world at time 0 with an empty calendar and a ledger that is on.

    `dists`: rows of DIST; `entities`: of the calendar (by default those of that many people and the parties). People
    and parties are named 1, 2, 3 ... in that order, with their keys; their indices into other tables are -1 (none).
    """
    if entities is None:
        entities = 2 * people + tables.PARTIES
    world = tables.World(
        setting=np.zeros(1, tables.SETTING),
        incident=np.zeros(1, tables.INCIDENT),
        dists=np.array(list(dists), tables.DIST),
        quantiles=np.array(quantiles, np.float64),
        treatments=np.zeros(treatments, tables.TREATMENT),
        orders=np.zeros(orders, tables.ORDER),
        legs=np.zeros(legs, tables.LEG),
        observed=np.zeros(observed, tables.OBSERVED),
        people=np.zeros(people, tables.PERSON),
        wounds=np.zeros(wounds, tables.WOUND),
        parties=np.zeros(tables.PARTIES, tables.PARTY),
        calendar=np.zeros(entities, tables.NODE),
        buckets=np.zeros(calendar.buckets_needed(entities), np.int32),
        clock=np.zeros(1, tables.CLOCK),
        ledger=np.zeros(ledger, tables.LEDGER),
        samples=np.zeros(samples, tables.SAMPLE),
    )
    _wind(world, seed, replicate, generator, kind)
    _name(world)
    calendar.clear(world)
    return world


def an_empty_world(entities: int, kind: CalendarKind = CalendarKind.QUEUE) -> tables.World:
    """Return a world of one person whose calendar has that many entities."""
    return a_world(entities=entities, kind=kind)


def _wind(world: tables.World, seed: int, replicate: int, generator: Generator, kind: CalendarKind) -> None:
    clock = world.clock[0]
    clock["seed"], clock["replicate"] = seed, replicate
    clock["replicate_key"] = draws.replicate_key(np.uint64(seed), np.uint64(replicate))
    clock["generator"], clock["calendar"] = generator, kind
    clock["event_limit"] = 1_000_000
    clock["ledger_on"] = 1


def _name(world: tables.World) -> None:
    for name, row in enumerate([*world.people, *world.parties], start=1):
        row["name"] = name
        row["key"] = draws.entity_key(world, np.uint64(name))
    for field in ("helping", "first_wound", "tourniquet_s", "wounded_s", "arrived_s", "care_s", "dead_s"):
        world.people[field] = -1
    world.people["collapsed_s"] = world.people["alive_30"] = -1
    world.wounds["next"] = world.wounds["flow_dist"] = world.wounds["clot_dist"] = -1
    world.wounds["threat_dist"] = world.wounds["impairment_dist"] = -1
    world.parties["casualty"] = world.orders["helper"] = -1
