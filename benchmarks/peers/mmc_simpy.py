"""The line in SimPy: a process per customer, a resource with a capacity, as its documentation's bank does it."""

import random
from collections.abc import Generator
from typing import Any

import simpy

from benchmarks.peers.mmc import Line

Process = Generator[simpy.Event, Any, None]


def mean_wait(line: Line, customers: int, seed: int) -> float:
    """Serve so many customers to the last and return their mean wait in minutes."""
    rng, env = random.Random(seed), simpy.Environment()
    servers = simpy.Resource(env, line.servers)
    waits_min: list[float] = []

    def customer() -> Process:
        joined = env.now
        with servers.request() as turn:
            yield turn
            waits_min.append(env.now - joined)
            yield env.timeout(rng.expovariate(line.services))

    def arrivals() -> Process:
        for _ in range(customers):
            yield env.timeout(rng.expovariate(line.arrivals))
            env.process(customer())

    env.process(arrivals())
    env.run()
    return sum(waits_min) / customers
