"""Stations: tasks at facilities, and what follows each. Cross-checks, the load and the lowered tables read it alike."""

from dataclasses import dataclass
from typing import NamedTuple

from homeward.codes import Exit
from homeward.model.network.arrival import Arrival
from homeward.model.network.laydown import Laydown
from homeward.model.network.patient import Condition
from homeward.model.network.place import Link
from homeward.model.network.task import EXITS, Task, Way

ANY = "any"
"""The condition of a start that holds for every condition without one of its own."""


class Station(NamedTuple):
    """A task at one facility."""

    task: str
    facility: str


@dataclass(frozen=True)
class Onward:
    """One thing that follows at a station: a station or an exit, the link taken there, shares by category.

    `wrong` says why the way leads nowhere; then both targets are None.
    """

    station: Station | None
    exit: Exit | None
    link: str | None
    shares: tuple[float, float, float, float]
    wrong: str = ""
    hint: str = ""
    key: str = "to"


def stations_of(laydown: Laydown) -> list[tuple[Station, Task]]:
    """Return every station with its task: those of a facility in a row, in the order of the files."""
    return [
        (Station(task.name, facility.name), task)
        for facility in laydown.facility
        for task in laydown.task
        if facility.name in task.facility
    ]


def shares_of(task: Task) -> list[tuple[float, float, float, float]]:
    """Return the share of each way by category; ways that give none have in equal parts what the others leave over."""
    given = [None if way.share is None else [each.a for each in way.share.each] for way in task.next]
    silent = sum(shares is None for shares in given)
    left = [1.0 - sum(shares[k] for shares in given if shares is not None) for k in range(4)]
    over = [max(0.0, part) / silent if silent else 0.0 for part in left]
    rows = [over if shares is None else shares for shares in given]
    return [(row[0], row[1], row[2], row[3]) for row in rows]


def onward(laydown: Laydown, station: Station, task: Task) -> list[Onward]:
    """Return what follows at a station, in the order of the file."""
    shares = shares_of(task)
    return [_follow(laydown, station, way, share) for way, share in zip(task.next, shares, strict=True)]


def _follow(laydown: Laydown, here: Station, way: Way, shares: tuple[float, float, float, float]) -> Onward:
    if way.to in EXITS:
        return Onward(None, EXITS[way.to], None, shares)
    task = next((each for each in laydown.task if each.name == way.to), None)
    if task is None:
        return Onward(None, None, None, shares, "unknown")
    facility, link, wrong, hint, key = _way_to(laydown, here.facility, way, task)
    if wrong:
        return Onward(None, None, None, shares, wrong, hint, key)
    if facility not in task.facility:
        return Onward(None, None, None, shares, f"'{task.name}' is not done at '{facility}'", _done_at(task), "to")
    return Onward(Station(task.name, facility), None, link, shares)


def _way_to(laydown: Laydown, here: str, way: Way, task: Task) -> tuple[str, str | None, str, str, str]:
    """Return facility and link, or else what is wrong, a hint, and the key it stands at."""
    if way.by is not None:
        link = next((each for each in laydown.link if each.name == way.by), None)
        if link is None:
            return "", None, "unknown", "", "by"
        if link.start != here:
            hint = f'; name the facility instead, as in `at = "{link.to}"`, and the link there is taken'
            return "", None, f"the link '{link.name}' starts at '{link.start}', not at '{here}'", hint, "by"
        return link.to, link.name, "", "", "by"
    there = way.place_from(here)
    if way.at is not None and there is None:
        return "", None, f"does not say where to from '{here}'", f'; add `"{here}" = ...`', "at"
    if there is None or there == here:
        if here not in task.facility and there is None:
            return "", None, f"'{task.name}' is not done at '{here}'", _done_at(task), "to"
        return here, None, "", "", "at"
    links = links_between(laydown, here, there)
    if len(links) == 1:
        return there, links[0].name, "", "", "at"
    if not links:
        return "", None, f"there is no link from '{here}' to '{there}'", "; add a [[link]]", "at"
    return "", None, f"there are {len(links)} links from '{here}' to '{there}'", "; name one as `by`", "at"


def _done_at(task: Task) -> str:
    places = " or ".join(f'"{place}"' for place in task.facility)
    return f"; give the facility, `at = {places}`, and a [[link]] to it"


def links_between(laydown: Laydown, start: str, to: str) -> list[Link]:
    """Return the links that lead straight from one facility to another."""
    return [link for link in laydown.link if (link.start, link.to) == (start, to)]


def start_of(laydown: Laydown, facility: str, condition: str) -> Station | None:
    """Return where a condition begins at a facility; None when it is not treated there."""
    for wanted in (condition, ANY):
        for start in laydown.start:
            if (start.facility, start.condition) == (facility, wanted):
                return Station(start.task, facility)
    return None


def entrances_of(laydown: Laydown, arrival: Arrival) -> list[tuple[Station, Condition, float]]:
    """Return station, condition and share of each condition of a stream that begins somewhere."""
    known = {condition.name: condition for condition in laydown.condition}
    found = []
    for name, share in arrival.conditions.items():
        station = Station(arrival.task, arrival.facility) if arrival.task else start_of(laydown, arrival.facility, name)
        if station is not None and name in known:
            found.append((station, known[name], share.a))
    return found
