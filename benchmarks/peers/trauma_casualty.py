"""A casualty of the trauma network: how urgent, where from, and how fast he bleeds."""

import math
import random

import simpy

from benchmarks.peers import trauma_numbers as numbers


class Casualty:
    """One who bleeds until somebody stops it, and dies when too little is left."""

    __slots__ = (
        "bleeding_per_min",
        "blood",
        "brought_in",
        "dies_at",
        "joined_at",
        "loaded",
        "post",
        "severity",
        "touched_at",
    )

    def __init__(self, env: simpy.Environment, rng: random.Random, post: int) -> None:
        self.post, self.severity = post, severity_of(rng.random())
        spread = math.exp(rng.gauss(0.0, numbers.BLEEDING_SPREAD))
        self.blood, self.touched_at = 1.0, env.now
        self.bleeding_per_min = numbers.BLEEDING_PER_MIN[self.severity] * spread
        self.foresee_death()

    def foresee_death(self) -> None:
        """Reckon when he dies if nothing is done."""
        self.dies_at = self.touched_at + math.log(self.blood / numbers.BLOOD_AT_DEATH) / self.bleeding_per_min

    def slow_bleeding(self, now: float, factor: float, blood_given: float = 0.0) -> None:
        """From now on so much of the bleeding is left, and blood is given at once."""
        self.settle(now)
        self.blood = min(1.0, self.blood + blood_given)
        self.bleeding_per_min *= factor
        self.foresee_death()

    def stop_bleeding(self, now: float) -> None:
        """He bleeds no more."""
        self.settle(now)
        self.bleeding_per_min, self.dies_at = 0.0, math.inf

    def settle(self, now: float) -> None:
        """Bring blood up to now."""
        self.blood *= math.exp(-self.bleeding_per_min * (now - self.touched_at))
        self.touched_at = now


def severity_of(share: float) -> int:
    """Return the severity of a casualty by a number between 0 and 1."""
    first, second, _ = numbers.SEVERITY_SHARES
    return 0 if share < first else 1 if share < first + second else 2
