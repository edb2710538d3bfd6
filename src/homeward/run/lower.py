"""From words to tables: the one place where a scenario becomes the arrays that the kernel lives through."""

import numpy as np

from homeward.codes import CalendarKind, Generator
from homeward.errors import HomewardError
from homeward.kernel.calendar import buckets_needed
from homeward.kernel.tables import CLOCK, LEDGER, NODE, PARTIES, SAMPLE, World
from homeward.model.scenario import Scenario
from homeward.run.dists import Dists
from homeward.run.lower_incident import lower_incident, lower_legs, lower_observed, lower_orders, way_of
from homeward.run.lower_people import lower_parties, lower_people, lower_wounds
from homeward.run.lower_setting import lower_setting, lower_treatments

EVENT_LIMIT = 200_000
"""Events after which a life is stopped with Fault.TOO_MANY_EVENTS; the shipped lives take some hundred."""


def lower(
    scenario: Scenario,
    *,
    generator: Generator = Generator.SPLITMIX,
    calendar: CalendarKind = CalendarKind.QUEUE,
    seed: int = 0,
    ledger_capacity: int = 4096,
    wound_capacity: int = 64,
    samples: int = 0,
) -> World:
    """Return the World a scenario describes: the template that every life of it is copied from.

    seed: 0 to 2^64 - 1, otherwise HomewardError. ledger_capacity: rows of the ledger, used when `clock["ledger_on"]`
    is 1. wound_capacity: wounds that fights may add in one life. samples: rows of the timeline. People keep the order
    of `scenario.names`.
    """
    dists, way = Dists(), way_of(scenario)
    setting, treatments = lower_setting(scenario.setting, dists), lower_treatments(scenario.setting, dists)
    incident, wounds = lower_incident(scenario, way, dists), lower_wounds(scenario, dists, wound_capacity)
    rows, quantiles = dists.tables()
    entities = 2 * len(scenario.person) + PARTIES
    return World(
        setting=setting,
        incident=incident,
        dists=rows,
        quantiles=quantiles,
        treatments=treatments,
        orders=lower_orders(scenario),
        legs=lower_legs(scenario, way),
        observed=lower_observed(scenario),
        people=lower_people(scenario),
        wounds=wounds,
        parties=lower_parties(scenario),
        calendar=np.zeros(entities, NODE),
        buckets=np.zeros(buckets_needed(entities), np.int32),
        clock=lower_clock(len(scenario.wound), generator, calendar, seed),
        ledger=np.zeros(ledger_capacity, LEDGER),
        samples=np.zeros(samples, SAMPLE),
    )


def lower_clock(wounds: int, generator: Generator, calendar: CalendarKind, seed: int) -> np.ndarray:
    """Return the one-row CLOCK table at time zero."""
    if not 0 <= seed < 2**64:
        raise HomewardError(f"the seed {seed} is out of bounds: give a whole number from 0 to {2**64 - 1}")
    table = np.zeros(1, CLOCK)
    clock = table[0]
    clock["seed"], clock["generator"], clock["calendar"] = seed, generator, calendar
    clock["wounds"] = clock["wounds0"] = wounds
    clock["event_limit"] = EVENT_LIMIT
    return table
