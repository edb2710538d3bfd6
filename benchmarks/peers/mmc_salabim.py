"""The line in salabim: a component per customer, in the form with `yield`, its faster one.

The resource keeps no statistics of its own (`monitor=False`), which spares salabim a tenth of its time.
"""

from collections.abc import Generator
from typing import Any

import salabim

from benchmarks.peers.mmc import Line

Process = Generator[Any, Any, None]


def mean_wait(line: Line, customers: int, seed: int) -> float:
    """Serve so many customers to the last and return their mean wait in minutes."""
    env = salabim.Environment(random_seed=seed, yieldless=False)
    servers = salabim.Resource("servers", line.servers, monitor=False)
    between_min, service_min = salabim.Exponential(rate=line.arrivals), salabim.Exponential(rate=line.services)
    waits_min: list[float] = []

    class Customer(salabim.Component):
        def process(self) -> Process:
            joined = env.now()
            yield self.request(servers)
            waits_min.append(env.now() - joined)
            yield self.hold(service_min.sample())

    class Arrivals(salabim.Component):
        def process(self) -> Process:
            for _ in range(customers):
                yield self.hold(between_min.sample())
                Customer()

    Arrivals()
    env.run()
    return sum(waits_min) / customers
