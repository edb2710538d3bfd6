"""Which row of a table each name of a laydown has."""

from dataclasses import dataclass

from homeward.model.network.laydown import Laydown
from homeward.model.network.staff import Staff
from homeward.model.network.stations import Station, stations_of

NONE = -1


@dataclass(frozen=True)
class Person:
    """One member of staff: what he is called, and the entry of the file that he comes from."""

    name: str
    facility: str
    entry: Staff


@dataclass(frozen=True)
class CareRows:
    """Rows by name; areas, equipment and stocks by (name, facility), since each facility has its own."""

    facilities: dict[str, int]
    areas: dict[tuple[str, str], int]
    equipment: dict[tuple[str, str], int]
    stocks: dict[tuple[str, str], int]
    conditions: dict[str, int]
    links: dict[str, int]
    fleets: dict[str, int]
    stations: dict[Station, int]
    skills: dict[str, int]
    people: list[Person]

    def station(self, station: Station | None) -> int:
        """Return the row of a station; NONE when there is none."""
        return NONE if station is None else self.stations.get(station, NONE)


def rows_of(laydown: Laydown) -> CareRows:
    """Return the rows of everything a laydown names. Stations and staff of a facility are runs of rows."""
    return CareRows(
        facilities=numbered([each.name for each in laydown.facility]),
        areas=numbered([(each.name, place) for each in laydown.area for place in each.facility]),
        equipment=numbered([(each.name, place) for each in laydown.equipment for place in each.facility]),
        stocks=numbered([(each.name, place) for each in laydown.stock for place in each.facility]),
        conditions=numbered([each.name for each in laydown.condition]),
        links=numbered([each.name for each in laydown.link]),
        fleets=numbered([each.name for each in laydown.fleet]),
        stations=numbered([station for station, _ in stations_of(laydown)]),
        skills=numbered(skills_of(laydown)),
        people=people_of(laydown),
    )


def numbered(names: list) -> dict:
    """Return name -> place in the list."""
    return {name: n for n, name in enumerate(names)}


def skills_of(laydown: Laydown) -> list[str]:
    """Return every skill that somebody has or a task asks for, in the order of the files."""
    held = [skill for entry in laydown.staff for skill in entry.skills]
    asked = [skill for task in laydown.task for skill in task.staff]
    return list(dict.fromkeys([*held, *asked]))


def people_of(laydown: Laydown) -> list[Person]:
    """Return all staff, facility by facility, in the order in which they are chosen: those with fewest skills first."""
    people = []
    for facility in laydown.facility:
        entries = [entry for entry in laydown.staff if facility.name in entry.facility]
        for entry in sorted(entries, key=lambda each: len(set(each.skills))):
            people += [Person(name, facility.name, entry) for name in entry.names(facility.name)]
    return people


def running(shares: list[float]) -> list[float]:
    """Return cumulative chances of shares that add up to one; from the last that is not nothing on exactly 1."""
    total, sums = 0.0, []
    for n, share in enumerate(shares):
        total += share
        sums.append(total if any(later > 0 for later in shares[n + 1 :]) else 1.0)
    return sums
