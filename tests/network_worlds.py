"""Small networks for tests, by hand: the kernel's tables without a scenario file. What is not said is off."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from homeward.codes import CalendarKind, Generator, Shape
from homeward.kernel import calendar
from homeward.kernel.organisation import DTYPES, OF_CALENDAR, Organisation, first_entities

Row = dict[str, Any]
MINUTE_S, HOUR_S, DAY_S = 60, 3600, 86_400
NONE = -1
OFF: dict[str, Row] = {
    "facilities": {"divert_to": NONE, "divert_above": NONE, "divert_dist": NONE, "hold_s": NONE, "evacuate_to": NONE}
    | {"evacuate_link": NONE},
    "areas": {"beds": NONE},
    "stations": {"area": NONE, "skill": NONE, "hands": 0, "equipment": NONE, "stock": NONE, "queue_limit": NONE}
    | {"patience_dist": NONE, "next": -2, "link": NONE, "way": 1.0, "death_wait_most": 1.0, "waits_for_stock": 1},
    "stocks": {"most": NONE},
    "links": {"fleet": NONE, "out_dist": NONE, "back_dist": NONE},
    "vehicles": {"link": NONE, "aboard": NONE, "next": NONE},
    "streams": {"station": NONE, "gap_dist": NONE, "profile0": NONE, "burst_size_dist": NONE, "listed0": NONE}
    | {"until_s": NONE, "most": NONE, "conditions": 1},
    "conditions": {"category": 1.0, "bleed_dist": NONE, "clot_dist": NONE, "lost_dist": NONE, "threat_dist": NONE}
    | {"iss_dist": NONE, "age_dist": NONE},
    "patients": {"member": NONE},
}
BODY = {"map_normal_mmhg": 93.0, "compensation_loss": 0.25, "collapse_loss": 0.53, "arrest_map_mmhg": 25.0} | {
    "blood_unit_share": 0.1,
    "transfuse_below": 0.7,
    "debt_map_mmhg": 60.0,
    "voice_map_mmhg": 60.0,
    "pain_map_mmhg": 50.0,
    "unresponsive_map_mmhg": 40.0,
}


def constant(value: float) -> tuple[float, ...]:
    """A row of dists: always this."""
    return Shape.CONSTANT, value, 0.0, 0.0, 0.0, 1e12


def exponential(mean: float) -> tuple[float, ...]:
    """A row of dists: exponential with this mean."""
    return Shape.EXPONENTIAL, mean, 0.0, 0.0, 0.0, 1e12


def lognormal(median: float, sigma: float) -> tuple[float, ...]:
    """A row of dists: log-normal."""
    return Shape.LOGNORMAL, median, sigma, 0.0, 0.0, 1e12


def rows_of(noun: str, rows: Sequence[Row]) -> np.ndarray:
    """Return a table: what is off, then what each row says; a short list fills the first of an array field."""
    table = np.zeros(len(rows), DTYPES[noun])
    for field, value in OFF.get(noun, {}).items():
        table[field] = value
    for row, said in zip(table, rows, strict=True):
        for field, value in said.items():
            if isinstance(value, list) and not isinstance(value[0], list):
                row[field][: len(value)] = value
            elif isinstance(value, list):
                for k, each in enumerate(value):
                    row[field][k][: len(each)] = each
            else:
                row[field] = value
    return table


def facilities_of(nouns: dict[str, np.ndarray], count: int) -> None:
    """Fill which stations and staff are whose: runs of rows."""
    for f in range(count):
        row = nouns["facilities"][f]
        row["name"] = 100 + f
        for noun, first, many in (("stations", "first_station", "stations"), ("staff", "staff0", "staff")):
            mine = np.flatnonzero(nouns[noun]["facility"] == f)
            row[first], row[many] = (mine[0] if len(mine) else 0), len(mine)
        nouns["staff"]["bit"][row["staff0"] : row["staff0"] + row["staff"]] = np.arange(row["staff"])


def skills_of(staff: np.ndarray, facilities: int, skills: int) -> np.ndarray:
    """Return skills_at: row facility * skills + skill, a bit for each who has it."""
    table = np.zeros(max(1, facilities * skills), DTYPES["skills_at"])
    for member in staff:
        for skill in range(skills):
            if int(member["skills"]) >> skill & 1:
                table["who"][int(member["facility"]) * skills + skill] |= 1 << int(member["bit"])
    return table


def a_network(
    *,
    seed: int = 1,
    kind: CalendarKind = CalendarKind.QUEUE,
    generator: Generator = Generator.SPLITMIX,
    care: Row | None = None,
    patients: int = 1000,
    visits: int = 0,
    census: int = 0,
    ledger: int = 0,
    dists: Sequence[tuple[float, ...]] = (),
    profiles: Sequence[float] = (),
    starts: Sequence[int] = (0,),
    **given: Sequence[Row],
) -> Organisation:
    """Return a lowered network. given: lists of rows by table (facilities, stations, streams, ...), each a dict of
    the fields that are not off. starts: station by facility and condition. ledger: rows, 0: not kept.
    """
    nouns = {noun: rows_of(noun, given.get(noun, ())) for noun in DTYPES}
    nouns["facilities"] = rows_of("facilities", given.get("facilities", [{}]))
    nouns["conditions"] = rows_of("conditions", given.get("conditions", [{}]))
    nouns["mixes"] = rows_of("mixes", given.get("mixes", [{"condition": 0, "until": 1.0}]))
    skills = 1 + max([int(max(row["skill"])) for row in nouns["stations"]], default=0)
    facilities_of(nouns, len(nouns["facilities"]))
    nouns["skills_at"] = skills_of(nouns["staff"], len(nouns["facilities"]), skills)
    nouns["station_counts"] = np.zeros(len(nouns["stations"]), DTYPES["station_counts"])
    nouns["cases"] = np.zeros(len(nouns["conditions"]), DTYPES["cases"])
    nouns["starts"] = rows_of("starts", [{"station": station} for station in starts])
    nouns["dists"] = np.array(list(dists), DTYPES["dists"])
    nouns["profiles"] = np.array(profiles, np.float64)
    nouns["care"] = rows_of("care", [BODY | {"length_s": DAY_S} | (care or {})])
    for noun, rows in (("patients", patients), ("visits", visits), ("census", census), ("ledger", ledger)):
        nouns[noun] = np.zeros(rows, DTYPES[noun])
    return Organisation(**wound_up(nouns, seed, kind, generator))


def wound_up(nouns: dict[str, np.ndarray], seed: int, kind: int, generator: int) -> dict[str, np.ndarray]:
    """Add clock and calendar, and names to whatever has draws of its own."""
    counts = {noun: len(nouns[noun]) for noun in OF_CALENDAR if noun != "run"}
    first, entities = first_entities(counts)
    clock = np.zeros(1, DTYPES["clock"])
    for noun, entity in first.items():
        if f"first_{noun}" in clock.dtype.names:
            clock[f"first_{noun}"] = entity
    clock["seed"], clock["calendar"], clock["generator"] = seed, kind, generator
    clock["event_limit"], clock["ledger_on"] = 10**9, int(len(nouns["ledger"]) > 0)
    for start, noun in ((1000, "streams"), (2000, "links"), (3000, "staff"), (4000, "conditions")):
        nouns[noun]["name"] = np.arange(start, start + len(nouns[noun]), dtype=np.uint64)
    nouns["calendar"] = np.zeros(entities, DTYPES["calendar"])
    nouns["buckets"] = np.zeros(calendar.buckets_needed(entities), np.int32)
    return nouns | {"clock": clock}


def m_m_c(servers: int, load: float, mean_s: float = 600.0, **options: Any) -> Organisation:
    """Return customers who come at random to servers of one skill, each busy for an exponential time."""
    return a_network(
        dists=[exponential(mean_s)],
        staff=[{"skills": 1}] * servers,
        stations=[{"skill": [0], "hands": [1], "time_dist": 0}],
        streams=[{"rate_per_s": load * servers / mean_s}],
        **options,
    )
