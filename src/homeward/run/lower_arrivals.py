"""Arrivals as the kernel's streams; bursts are a stream of their own."""

from collections.abc import Callable
from typing import Any

import numpy as np

from homeward.kernel.care.tables import LISTED, MIX, PATIENT, STREAM
from homeward.model.network.arrival import THINNING, Arrival, FromIncident
from homeward.model.network.by_category import CATEGORIES
from homeward.model.network.laydown import Laydown
from homeward.model.network.stations import Station
from homeward.run.care_rows import NONE, CareRows, running
from homeward.run.dists import Dists
from homeward.run.lower_people import name_key

Bodies = Callable[[FromIncident], np.ndarray]
"""Returns the (n,) PATIENT rows that an incident's lives bring to the door."""

ANY_TIME = -1


class Collected:
    """Rows of the tables that streams share."""

    def __init__(self) -> None:
        self.profiles: list[float] = []
        self.mixes: list[tuple[int, float]] = []
        self.listed: list[tuple[int, int, int, int]] = []
        self.bodies: list[np.ndarray] = []

    def tables(self) -> dict[str, np.ndarray]:
        """Return the tables by name."""
        return {
            "profiles": np.array(self.profiles, np.float64),
            "mixes": np.array(self.mixes, MIX),
            "listed": np.array(self.listed, LISTED),
            "bodies": np.concatenate([np.zeros(0, PATIENT), *self.bodies]),
        }


def lower_arrivals(laydown: Laydown, rows: CareRows, dists: Dists, bodies: Bodies) -> dict[str, np.ndarray]:
    """Return the STREAM table and what streams share: profiles, mixes, listed arrivals, bodies."""
    shared = Collected()
    streams = []
    for arrival in laydown.arrival:
        condition0 = put_mix(arrival, rows, shared)
        if arrival.burst is None or comes_alone(arrival):
            stream = a_stream(arrival, arrival.name, rows, condition0)
            put_rate(stream, arrival, dists, shared)
            put_list(stream, arrival, rows, shared, bodies)
            streams.append(stream)
        if arrival.burst is not None:
            stream = a_stream(arrival, f"{arrival.name} bursts", rows, condition0)
            stream["rate_per_s"], stream["burst_size_dist"] = arrival.burst.rate.a, dists.row(arrival.burst.size)
            stream["burst_within_s"] = round(arrival.burst.within.a)
            streams.append(stream)
    return {"streams": np.array(streams, STREAM), **shared.tables()}


def comes_alone(arrival: Arrival) -> bool:
    """Whether patients of a stream come otherwise than in bursts."""
    ways = arrival.gap, arrival.rate, arrival.per_1000, arrival.profile, arrival.incident
    return bool(arrival.listed) or any(way is not None for way in ways)


def a_stream(arrival: Arrival, name: str, rows: CareRows, condition0: int) -> Any:
    """Return a STREAM row with what single arrivals and bursts have in common."""
    row = np.zeros(1, STREAM)[0]
    row["name"], row["facility"] = name_key("stream", name), rows.facilities[arrival.facility]
    row["station"] = rows.station(Station(arrival.task, arrival.facility)) if arrival.task else NONE
    row["gap_dist"] = row["profile0"] = row["burst_size_dist"] = row["listed0"] = NONE
    row["thinning"], row["wraps"] = THINNING[arrival.thinning], 0
    row["from_s"] = round(arrival.start.a) if arrival.start else 0
    row["until_s"] = round(arrival.until.a) if arrival.until else NONE
    row["most"] = NONE if arrival.most is None else arrival.most
    row["condition0"], row["conditions"] = condition0, len(arrival.conditions)
    return row


def put_mix(arrival: Arrival, rows: CareRows, shared: Collected) -> int:
    """Add the shares of a stream's conditions; return the first row."""
    first = len(shared.mixes)
    chances = running([share.a for share in arrival.conditions.values()])
    shared.mixes += zip([rows.conditions[name] for name in arrival.conditions], chances, strict=True)
    return first


def put_rate(row: Any, arrival: Arrival, dists: Dists, shared: Collected) -> None:
    """The gaps or the rate, per second; the highest of a profile."""
    row["gap_dist"] = dists.row(arrival.incident.every if arrival.incident else arrival.gap)
    row["day_spread"] = arrival.day_spread.a if arrival.day_spread else 0.0
    if arrival.rate is not None:
        row["rate_per_s"] = arrival.rate.a
    if arrival.per_1000 is not None:
        row["rate_per_s"] = arrival.per_1000.population / 1000.0 * arrival.per_1000.rate_per_1000.a
    if arrival.profile is not None:
        rates = [rate.a for rate in arrival.profile.rates]
        row["rate_per_s"], row["profile0"], row["profile"] = max(rates), len(shared.profiles), len(rates)
        row["profile_step_s"], row["wraps"] = round(arrival.profile.step.a), arrival.profile.wraps
        row["profile_from_s"] = round(arrival.profile.start.a) if arrival.profile.start else 0
        shared.profiles += rates


def put_list(row: Any, arrival: Arrival, rows: CareRows, shared: Collected, bodies: Bodies) -> None:
    """Arrivals with a date, in its order; or the casualties of an incident, of whom each arrival is one."""
    listed = []
    for each in sorted(arrival.listed, key=lambda listed: listed.at.a):
        condition = rows.conditions[each.condition] if each.condition else NONE
        category = CATEGORIES.index(each.category) if each.category else NONE
        listed.append((round(each.at.a), condition, category, NONE))
    if arrival.incident is not None:
        found, first = bodies(arrival.incident), sum(map(len, shared.bodies))
        shared.bodies.append(found)
        listed += [(ANY_TIME, NONE, NONE, first + n) for n in range(len(found))]
    if listed:
        row["listed0"], row["listed"] = len(shared.listed), len(listed)
        shared.listed += listed
