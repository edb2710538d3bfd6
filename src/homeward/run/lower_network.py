"""From a care network to the World that the kernel lives."""

import numpy as np

from homeward.codes import CalendarKind, Generator
from homeward.errors import HomewardError
from homeward.kernel.calendar import buckets_needed
from homeward.kernel.care.tables import CENSUS, PATIENT, VISIT
from homeward.kernel.organisation import CLOCK, DTYPES, LEDGER, Organisation, first_entities
from homeward.kernel.tables import NODE
from homeward.model.network.laydown import Network, Run
from homeward.run.dists import Dists
from homeward.run.door import bodies_of
from homeward.run.lower_care import lower_care

EVENT_LIMIT = 200_000_000
"""Events after which a replicate is stopped with Fault.TOO_MANY_EVENTS."""

CENSUS_MOMENTS = 200
"""Counts of beds over a run when the file does not say how often."""


def lower_network(
    network: Network,
    *,
    generator: Generator = Generator.SPLITMIX,
    calendar: CalendarKind = CalendarKind.QUEUE,
    seed: int = 0,
    ledger_capacity: int = 0,
    census: bool = False,
    visits: int = 0,
) -> Organisation:
    """Return the World a care network describes: the template that every replicate is copied from.

    seed: 0 to 2^64 - 1, otherwise HomewardError. ledger_capacity: rows of the ledger. census: whether beds are counted.
    visits: rows for patients who have left, kept when there are any.
    """
    dists = Dists()
    tables = lower_care(network, dists, bodies_of)
    put_run(tables["care"], network.run, census)
    tables["dists"], tables["quantiles"] = dists.tables()
    tables["census"] = np.zeros(census_rows(network, len(tables["areas"])) if census else 0, CENSUS)
    tables["visits"] = np.zeros(visits, VISIT)
    tables["patients"] = np.zeros(network.run.patients_most, PATIENT)
    tables["ledger"] = np.zeros(ledger_capacity, LEDGER)
    return assemble(tables, lower_clock(generator, calendar, seed))


def assemble(tables: dict[str, np.ndarray], clock: np.ndarray) -> Organisation:
    """Return the World of these tables: those not given are empty, and the calendar is as large as they need."""
    whole = {name: tables.get(name, np.zeros(0, dtype)) for name, dtype in DTYPES.items()}
    first, entities = first_entities({name: len(table) for name, table in whole.items()})
    for noun, entity in first.items():
        if noun != "patients":
            clock[0][f"first_{noun}"] = entity
    whole["clock"] = clock
    whole["calendar"], whole["buckets"] = np.zeros(entities, NODE), np.zeros(buckets_needed(entities), np.int32)
    return Organisation(**whole)


def put_run(care: np.ndarray, run: Run, census: bool) -> None:
    """How long it is lived and counted."""
    row = care[0]
    row["length_s"], row["runs_out"] = round(run.length.a), run.runs_out
    row["warm_up_s"], row["starts_at_s"] = round(run.warm_up.a), run.starts
    row["sample_every_s"] = census_every_s(run) if census else 0


def census_every_s(run: Run) -> int:
    """Return the s between two counts of beds."""
    return max(1, round(run.census.a) if run.census else round(run.length.a / CENSUS_MOMENTS))


def census_rows(laydown: Network, areas: int) -> int:
    """Return how many rows a census takes: one per area and one for all, at every moment up to the end of arrivals."""
    return (round(laydown.run.length.a) // census_every_s(laydown.run) + 2) * (areas + 1)


def lower_clock(generator: Generator, calendar: CalendarKind, seed: int) -> np.ndarray:
    """Return the one-row CLOCK table at time zero."""
    if not 0 <= seed < 2**64:
        raise HomewardError(f"the seed {seed} is out of bounds: give a whole number from 0 to {2**64 - 1}")
    table = np.zeros(1, CLOCK)
    clock = table[0]
    clock["seed"], clock["generator"], clock["calendar"] = seed, generator, calendar
    clock["event_limit"] = EVENT_LIMIT
    clock["left_first"] = -1
    return table
