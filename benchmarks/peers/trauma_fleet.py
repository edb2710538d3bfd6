"""Litter teams and vehicles of the trauma network: they stand at home and fetch casualties from their stops."""

import math
import random
from collections.abc import Generator
from dataclasses import dataclass
from typing import Any

import simpy

from benchmarks.peers.trauma_casualty import Casualty
from benchmarks.peers.trauma_numbers import Way

Process = Generator[simpy.Event, Any, None]


@dataclass
class Stop:
    """Where casualties wait to be fetched, and how many of the fleet are on their way there."""

    way: Way
    waiting: list[Casualty]
    coming: int = 0

    def most_urgent(self) -> Casualty:
        """Return him who is fetched first: by severity, then by how long he has waited."""
        return min(self.waiting, key=urgency)


def urgency(casualty: Casualty) -> tuple[int, float]:
    """Return the order in which they are fetched."""
    return casualty.severity, casualty.joined_at


class Fleet:
    """So many teams or vehicles with so many places each, and their stops."""

    def __init__(self, env: simpy.Environment, rng: random.Random, count: int, places: int, ways: list[Way]) -> None:
        self.env, self.rng, self.places, self.idle = env, rng, places, count
        self.stops = [Stop(way, []) for way in ways]

    def call(self, casualty: Casualty, stop: int) -> None:
        """A casualty waits to be fetched: `loaded` happens when somebody has come, `brought_in` at the other end."""
        casualty.joined_at = self.env.now
        casualty.loaded, casualty.brought_in = self.env.event(), self.env.event()
        self.stops[stop].waiting.append(casualty)
        self.dispatch()

    def cancel(self, casualty: Casualty, stop: int) -> None:
        """He died before anybody came."""
        self.stops[stop].waiting.remove(casualty)

    def dispatch(self) -> None:
        """Send the idle to where more wait than those on their way can take, to the most urgent first."""
        while self.idle:
            calling = [stop for stop in self.stops if len(stop.waiting) > self.places * stop.coming]
            if not calling:
                return
            stop = min(calling, key=lambda each: urgency(each.most_urgent()))
            self.idle -= 1
            stop.coming += 1
            self.env.process(self.fetch(stop))

    def fetch(self, stop: Stop) -> Process:
        """Go out, load the most urgent if anybody still waits, come back, and stand ready."""
        yield self.env.timeout(self.lasts(stop.way.out_min, stop.way.spread))
        stop.coming -= 1
        aboard = []
        while stop.waiting and len(aboard) < self.places:
            casualty = stop.most_urgent()
            stop.waiting.remove(casualty)
            casualty.loaded.succeed()
            aboard.append(casualty)
        yield self.env.timeout(self.lasts(stop.way.back_min, stop.way.spread))
        for casualty in aboard:
            casualty.brought_in.succeed()
        self.idle += 1
        self.dispatch()

    def lasts(self, median_min: float, spread: float) -> float:
        """Draw how long a way takes, in minutes."""
        return median_min * math.exp(self.rng.gauss(0.0, spread))
