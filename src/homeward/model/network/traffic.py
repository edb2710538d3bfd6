"""Patients per time at every station, from arrivals and routing: the traffic equations, and the work they bring."""

import numpy as np

from homeward.model.moments import mean_of
from homeward.model.network.arrival import Arrival, Profile
from homeward.model.network.by_category import CATEGORIES
from homeward.model.network.laydown import Network
from homeward.model.network.patient import Condition
from homeward.model.network.stations import Station, entrances_of, onward, stations_of
from homeward.model.network.task import Task

UNTRIAGED = 2
"""Before triage everybody waits as T3."""


def work_of(network: Network) -> dict[Station, float]:
    """Return for every station the work that comes to it: patients present on average if nobody ever waited."""
    stations = stations_of(network)
    rates = visits_of(network, stations)
    return {
        station: sum(rates[n, k] * mean_of(task.time.each[k]) for k in range(len(CATEGORIES)))
        for n, (station, task) in enumerate(stations)
    }


def visits_of(network: Network, stations: list[tuple[Station, Task]]) -> np.ndarray:
    """Return (stations, categories) patients per s, by the traffic equations of each condition."""
    number = {station: n for n, (station, _) in enumerate(stations)}
    total = np.zeros((len(stations), len(CATEGORIES)))
    sorts = any(task.triage for _, task in stations)
    for condition in network.condition:
        inflow = np.zeros_like(total)
        for arrival in network.arrival:
            for station, came, share in entrances_of(network, arrival):
                if came.name == condition.name and station in number:
                    inflow[number[station]] += share * rate_of(network, arrival) * first_categories(condition, sorts)
        if inflow.any():
            total += solve(network, stations, number, condition, inflow)
    return total


def first_categories(condition: Condition, sorts: bool) -> np.ndarray:
    """Return the categories in which a condition comes in."""
    if sorts or condition.category.from_body:
        return np.eye(len(CATEGORIES))[UNTRIAGED]
    return np.array([share.a for share in condition.category.shares])


def solve(
    network: Network,
    stations: list[tuple[Station, Task]],
    number: dict[Station, int],
    condition: Condition,
    inflow: np.ndarray,
) -> np.ndarray:
    """Return (stations, categories) patients per s of one condition: inflow plus what follows from elsewhere."""
    size = inflow.size
    follows = np.zeros((size, size))
    mix = first_categories(condition, sorts=False)
    for n, (station, task) in enumerate(stations):
        ways = onward(network, station, task)
        for k in range(len(CATEGORIES)):
            for later, weight in enumerate(mix) if task.triage else [(k, 1.0)]:
                for way in ways:
                    if way.station is not None:
                        to = number[way.station] * len(CATEGORIES) + later
                        follows[to, n * len(CATEGORIES) + k] += weight * way.shares[later] * survives(task, k)
    rates = np.linalg.solve(np.eye(size) - follows, inflow.reshape(-1))
    return np.maximum(rates, 0.0).reshape(inflow.shape)


def survives(task: Task, category: int) -> float:
    """Return the share that a task's own chance of death leaves alive."""
    return 1.0 - task.death.each[category].a if task.death else 1.0


def rate_of(network: Network, arrival: Arrival) -> float:
    """Return the mean rate of a stream over the run, per s."""
    length = network.run.length.a
    start = arrival.start.a if arrival.start else 0.0
    until = min(arrival.until.a, length) if arrival.until else length
    rate = len(arrival.listed) / length
    if arrival.gap is not None or arrival.incident is not None:
        gap = arrival.gap if arrival.incident is None else arrival.incident.every
        rate += 1.0 / max(mean_of(gap), 1e-9) if gap is not None else 0.0
    if arrival.rate is not None:
        rate += arrival.rate.a
    if arrival.per_1000 is not None:
        rate += arrival.per_1000.population / 1000.0 * arrival.per_1000.rate_per_1000.a
    if arrival.profile is not None:
        rate += profile_mean(arrival.profile, length)
    if arrival.burst is not None:
        rate += arrival.burst.rate.a * mean_of(arrival.burst.size)
    rate *= max(0.0, until - start) / length
    return rate if arrival.most is None else min(rate, arrival.most / length)


def profile_mean(profile: Profile, length_s: float) -> float:
    """Return the mean rate of a profile over a run."""
    step, first = profile.step.a, profile.start.a if profile.start else 0.0
    rates = [rate.a for rate in profile.rates]
    total, at = 0.0, first
    n = 0
    while at < length_s and (profile.wraps or n < len(rates)):
        total += rates[n % len(rates)] * max(0.0, min(at + step, length_s) - max(at, 0.0))
        at, n = at + step, n + 1
    return total / length_s
