"""The load of a network before it is lived: work that comes for a resource, of the work it can do.

Patients per time at every station from the arrivals and the routing (traffic equations), times the mean duration of the
task, divided by the beds, machines or hands on duty. At one and above, the line grows for as long as the run lasts.
Left out, and so too low or too high a little: blocking, deaths on the way, patients who give up or are turned away,
bodies that worsen, stays cut short by an evacuation policy.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from homeward.model.network.duty import share_on_duty
from homeward.model.network.laydown import Network
from homeward.model.network.stations import Station, stations_of
from homeward.model.network.traffic import work_of

MOST_SKILLS = 8
"""Skills of one facility of which every combination is looked at; of more, each alone and all together."""


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
