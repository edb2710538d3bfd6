"""The load of a network before it is lived: work that comes for a resource, of the work it can do.

Patients per time at every station from the arrivals and the routing (traffic equations), times the mean duration of the
task, divided by the beds, machines or hands on duty. At one and above, the line grows for as long as the run lasts.
Left out, and so too low or too high a little: blocking, deaths on the way, patients who give up or are turned away,
bodies that worsen, stays cut short by an evacuation policy.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from homeward.model.moments import mean_of
from homeward.model.network.arrival import Arrival, Profile
from homeward.model.network.by_category import CATEGORIES
from homeward.model.network.duty import share_on_duty
from homeward.model.network.laydown import Network
from homeward.model.network.patient import Condition
from homeward.model.network.stations import Station, entrances_of, onward, stations_of
from homeward.model.network.task import Task

MOST_SKILLS = 8
"""Skills of one facility of which every combination is looked at; of more, each alone and all together."""

UNTRIAGED = 2
"""Before triage everybody waits as T3."""


@dataclass(frozen=True)
class Load:
    """How busy a resource would be: its path in the file, what it is, where, and the share of its time asked for."""

    path: tuple[str | int, ...]
    what: str
    facility: str
    load: float

    @property
    def said(self) -> str:
        """The load in a sentence."""
        return f"{self.what} at '{self.facility}': load {self.load:.2f}"


def loads_of(network: Network) -> list[Load]:
    """Return the load of every area with beds, piece of equipment and skill, the busiest first."""
    work = work_of(network)
    loads = [*area_loads(network, work), *equipment_loads(network, work), *skill_loads(network, work)]
    return sorted(loads, key=lambda each: -each.load)


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


def area_loads(network: Network, work: dict[Station, float]) -> Iterator[Load]:
    """Yield the load of every area with a number of beds."""
    for n, area in enumerate(network.area):
        for place in area.facility if area.beds is not None else ():
            asked = sum(work[s] for s, task in stations_of(network) if s.facility == place and task.area == area.name)
            open_beds = (area.beds or 0) - area.closed
            if asked > 0 and open_beds > 0:
                yield Load(("area", n, "beds"), f"'{area.name}' ({open_beds})", place, asked / open_beds)


def equipment_loads(network: Network, work: dict[Station, float]) -> Iterator[Load]:
    """Yield the load of every piece of equipment."""
    for n, machine in enumerate(network.equipment):
        for place in machine.facility:
            users = [s for s, task in stations_of(network) if s.facility == place and task.equipment == machine.name]
            asked = sum(work[station] for station in users)
            if asked > 0:
                yield Load(
                    ("equipment", n, "count"), f"'{machine.name}' ({machine.count})", place, asked / machine.count
                )


def skill_loads(network: Network, work: dict[Station, float]) -> Iterator[Load]:
    """Yield for every facility the load of its skills: of each alone, and of those that people have together."""
    for facility in network.facility:
        asked: dict[str, float] = {}
        for station, task in stations_of(network):
            if station.facility == facility.name and not task.staff_leaves:
                for skill, hands in task.staff.items():
                    asked[skill] = asked.get(skill, 0.0) + work[station] * hands
        for skills in groups_of(list(asked)):
            there, n = hands_on_duty(network, facility.name, set(skills))
            if there > 0 and sum(asked[skill] for skill in skills) > 0:
                words = " and ".join(f"'{skill}'" for skill in skills)
                load = sum(asked[skill] for skill in skills) / there
                yield Load(("staff", n), f"{words} ({there:.3g} on duty)", facility.name, load)


def groups_of(skills: list[str]) -> Iterator[tuple[str, ...]]:
    """Yield the combinations of skills that are looked at."""
    sizes = range(1, len(skills) + 1) if len(skills) <= MOST_SKILLS else (1, len(skills))
    for size in sizes:
        yield from combinations(skills, size)


def hands_on_duty(network: Network, facility: str, skills: set[str]) -> tuple[float, int]:
    """Return how many people with any of these skills are on duty on average, and the first entry of them."""
    shares = {shift.name: share_on_duty(shift) for shift in network.shift}
    there, first = 0.0, -1
    for n, entry in enumerate(network.staff):
        if facility in entry.facility and skills & set(entry.skills):
            there += entry.count * shares.get(entry.shift or "", 1.0)
            first = n if first < 0 else first
    return there, first
