"""What stations, areas and people are called in tables: by their own name, and their facility when it takes that."""

from collections.abc import Iterator, Sequence
from typing import Any

from homeward.model.network.laydown import Network
from homeward.model.network.stations import Station, stations_of
from homeward.model.network.task import Task


def at_facility(name: str, facility: str, entries: Sequence[Any]) -> str:
    """Return the name of an entry at one of its facilities."""
    places = next(entry.facility for entry in entries if entry.name == name)
    return name if len(places) == 1 else f"{name} at {facility}"


def station_names(network: Network) -> Iterator[tuple[str, Station, Task]]:
    """Yield what each station is called, the station and its task, in the order of the kernel's table."""
    for station, task in stations_of(network):
        yield at_facility(task.name, station.facility, network.task), station, task
