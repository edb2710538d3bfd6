"""Places, and the ways between them."""

from collections.abc import Mapping
from heapq import heappop, heappush
from itertools import pairwise

from pydantic import Field

from homeward import units
from homeward.model.base import Name, Noun
from homeward.model.quantity import FixedClimb, FixedLength, FixedNumber, PositiveLength, PositiveNumber, constant


class Place(Noun):
    """Somewhere with a name."""

    name: Name = Field(description="What it is called.")
    about: str = Field("", description="What it is, in words.")


class Ground(Noun):
    """A kind of ground: what it costs to walk on it."""

    name: Name = Field(description="What it is called.")
    eta: PositiveNumber = Field(description="Soule and Goldman's terrain factor on the energy of walking.")
    speed: PositiveNumber = Field(description="Walking speed relative to a path.")
    stumbles: FixedNumber = Field(description="Stumbles relative to a path.")


class Leg(Noun):
    """A stretch of ground between two places; it may be walked either way."""

    start: Name = Field(alias="from", description="A place.")
    end: Name = Field(alias="to", description="Another.")
    length: PositiveLength = Field(description="How long it is.")
    climb: FixedClimb = Field(constant(0.0, units.CLIMB), description="Height gained from start to end.")
    ground: Name = Field(description="A kind of ground of the setting.")
    closed: bool = Field(False, description="Whether nobody can pass.")

    @property
    def name(self) -> str:
        """What overrides and mistakes call it."""
        return f"{self.start} to {self.end}"


class Route(Noun):
    """From where it happened to those who wait: the shortest chain of open legs, by way of `via` in order."""

    start: Name = Field(alias="from", description="Where it happened.")
    to: Name = Field(description="Where those who wait are.")
    via: tuple[Name, ...] = Field((), description="Places to go by way of, in order.")
    leg: tuple[Leg, ...] = Field(description="Stretches of ground between places.")
    alert: FixedLength = Field(
        constant(0.0, units.LENGTH), description="Distance from the end at which those who wait see them coming."
    )


Step = tuple[Leg, bool]
"""A leg and whether it is walked from its start to its end."""


def chain(route: Route) -> list[Step] | None:
    """Return the legs walked, in order; None when the end cannot be reached."""
    steps: list[Step] = []
    stops = [route.start, *route.via, route.to]
    for start, end in pairwise(stops):
        part = shortest(route.leg, start, end)
        if part is None:
            return None
        steps += part
    return steps


def shortest(legs: tuple[Leg, ...], start: str, end: str) -> list[Step] | None:
    """Return the shortest chain of open legs from one place to another (Dijkstra 1959); None when there is none."""
    came: dict[str, tuple[str, Step]] = {}
    best = {start: 0.0}
    heap = [(0.0, start)]
    while heap:
        metres, place = heappop(heap)
        if place == end:
            return _trace(came, start, end)
        if metres > best[place]:
            continue
        for leg, onwards, there in _from(legs, place):
            total = metres + leg.length.a
            if total < best.get(there, float("inf")):
                best[there], came[there] = total, (place, (leg, onwards))
                heappush(heap, (total, there))
    return None


def reached(legs: tuple[Leg, ...], start: str) -> set[str]:
    """Return every place that can be reached from start over open legs."""
    found, waiting = {start}, [start]
    while waiting:
        for _, _, there in _from(legs, waiting.pop()):
            if there not in found:
                found.add(there)
                waiting.append(there)
    return found


def _from(legs: tuple[Leg, ...], place: str) -> list[tuple[Leg, bool, str]]:
    onwards = [(leg, True, leg.end) for leg in legs if leg.start == place and not leg.closed]
    return onwards + [(leg, False, leg.start) for leg in legs if leg.end == place and not leg.closed]


def _trace(came: Mapping[str, tuple[str, Step]], start: str, end: str) -> list[Step]:
    steps: list[Step] = []
    while end != start:
        end, step = came[end]
        steps.append(step)
    return steps[::-1]
