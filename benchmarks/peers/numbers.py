"""The numbers of the incident as plain Python objects, read once from the scenario that Homeward itself reads."""

import math
import random
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import numpy as np

from homeward.codes import Shape
from homeward.run.lower import lower
from homeward.scenario import read


@dataclass(slots=True)
class Dist:
    """A duration, rate or share that varies from life to life, clipped to low..high."""

    shape: Shape
    a: float
    b: float
    low: float
    high: float

    def draw(self, rng: random.Random) -> float:
        """Return one variate by the generator of the standard library."""
        if self.shape == Shape.LOGNORMAL:
            x = self.a * math.exp(rng.gauss(0.0, self.b))
        elif self.shape == Shape.CONSTANT:
            x = self.a
        elif self.shape == Shape.UNIFORM:
            x = rng.uniform(self.a, self.b)
        elif self.shape == Shape.WEIBULL:
            x = rng.weibullvariate(self.a, self.b)
        else:
            raise ValueError(f"the peer has no {self.shape.name}: add it when the scenario begins to use it")
        return min(max(x, self.low), self.high)


@dataclass(slots=True)
class Numbers:
    """All tables of one scenario: attributes in place of columns, and a Dist (or None) where a column names one."""

    setting: Any
    incident: Any
    people: list[Any]
    wounds: list[Any]
    treatments: list[Any]
    orders: list[Any]
    leg: Any


def dists_of(world: Any) -> list[Dist]:
    """Return the distributions of a lowered scenario, in order."""
    columns = ("a", "b", "low", "high")
    return [Dist(Shape(int(row["shape"])), *(float(row[name]) for name in columns)) for row in world.dists]


def plain(row: np.void, dists: list[Dist]) -> SimpleNamespace:
    """Return a table row as an object of Python numbers and lists."""
    fields = {}
    for name in row.dtype.names or ():
        value = row[name].tolist()
        if name.endswith("_dist"):
            many = value if isinstance(value, list) else [value]
            found = [dists[k] if k >= 0 else None for k in many]
            fields[name] = found if isinstance(value, list) else found[0]
        else:
            fields[name] = value
    return SimpleNamespace(**fields)


def numbers_of(scenario: str = "izumo") -> Numbers:
    """Return the numbers of a shipped scenario's base arm, which must be one leg carried on foot by one."""
    world = lower(read(scenario), wound_capacity=0)
    dists = dists_of(world)
    if len(world.legs) != 1:
        raise ValueError("the peer knows ways of one leg only")
    return Numbers(
        setting=plain(world.setting[0], dists),
        incident=plain(world.incident[0], dists),
        people=[plain(row, dists) for row in world.people],
        wounds=[plain(row, dists) for row in world.wounds],
        treatments=[plain(row, dists) for row in world.treatments],
        orders=[plain(row, dists) for row in world.orders],
        leg=plain(world.legs[0], dists),
    )
