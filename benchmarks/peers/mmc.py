"""The queue that every peer serves: one line, several servers, exponential times (M/M/c in Kendall's notation)."""

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """A line in front of like servers; rates per minute."""

    servers: int = 5
    arrivals: float = 4.5
    services: float = 1.0

    @property
    def load(self) -> float:
        """The share of the time that a server works."""
        return self.arrivals / (self.servers * self.services)


@dataclass(frozen=True)
class Served:
    """What a peer found: the mean wait of its customers, and the CPU seconds it took."""

    mean_wait_min: float
    took_s: float


MeanWait = Callable[[Line, int, int], float]
"""(line, customers, seed) -> mean wait, minutes: what each peer's module offers as `mean_wait`."""


def timed(mean_wait: MeanWait, line: Line, customers: int, seed: int) -> Served:
    """Serve so many customers once, by this process's CPU time."""
    began = time.process_time()
    wait_min = mean_wait(line, customers, seed)
    return Served(wait_min, time.process_time() - began)
