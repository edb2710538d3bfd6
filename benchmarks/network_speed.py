"""Speed of the care network inside one process: Homeward and its peers in turn, so that what slows one slows all."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median

from benchmarks.network_runs import Lived, line, trauma_network
from benchmarks.peers import mmc_ciw, mmc_salabim, mmc_simpy
from benchmarks.peers.mmc import Line, MeanWait, timed
from benchmarks.peers.trauma_simpy import Network, outcome

PEERS: dict[str, MeanWait] = {
    "SimPy": mmc_simpy.mean_wait,
    "Ciw": mmc_ciw.mean_wait,
    "salabim": mmc_salabim.mean_wait,
}
SLOW = ("salabim",)
"""Measured in the first round only: half a minute for what the others do in one second."""


@dataclass
class LineSpeeds:
    """Customers per second of CPU time, a value per round, and the mean waits that were found meanwhile."""

    peers: dict[str, list[float]] = field(default_factory=lambda: {name: [] for name in PEERS})
    homeward: list[float] = field(default_factory=list)
    event_ns: list[float] = field(default_factory=list)
    waits_min: dict[str, list[float]] = field(default_factory=lambda: {name: [] for name in (*PEERS, "Homeward")})

    def ratio(self, peer: str) -> float:
        """Homeward's rate over a peer's: the median of the rounds that measured both."""
        return median(ours / theirs for ours, theirs in zip(self.homeward, self.peers[peer], strict=False))


@dataclass
class TraumaSpeeds:
    """Casualties per second of CPU time, a value per round, and what both programs found."""

    simpy: list[float] = field(default_factory=list)
    homeward: list[float] = field(default_factory=list)
    event_ns: list[float] = field(default_factory=list)
    found: list[dict[str, float]] = field(default_factory=list)

    @property
    def ratio(self) -> float:
        """Homeward's rate over SimPy's: the median of the rounds, each of which measured both."""
        return median(ours / theirs for ours, theirs in zip(self.homeward, self.simpy, strict=True))


def cpu_of(work: Callable[[], Lived]) -> tuple[float, Lived]:
    """Return the CPU seconds of some work, and what it lived."""
    began = time.process_time()
    lived = work()
    return time.process_time() - began, lived


def measure_line(rounds: int, customers: int, replicates: int, say: Callable[[str], None]) -> LineSpeeds:
    """Measure the line so many rounds, after one of Homeward's that counts for nothing."""
    speeds, ours, queue = LineSpeeds(), line(customers), Line()
    ours.live(range(2))
    for k in range(rounds):
        say(f"the line, round {k + 1} of {rounds}")
        for name, peer in PEERS.items():
            if k == 0 or name not in SLOW:
                served = timed(peer, queue, customers, seed=k + 1)
                speeds.peers[name].append(customers / served.took_s)
                speeds.waits_min[name].append(served.mean_wait_min)
        numbers = range(k * replicates, (k + 1) * replicates)
        took_s, lived = cpu_of(lambda numbers=numbers: ours.live(numbers))
        speeds.homeward.append(lived.came / took_s)
        speeds.event_ns.append(took_s / lived.events * 1e9)
        speeds.waits_min["Homeward"] += list(lived.mean_waits_min("care") / 60.0)  # hours stand for the peers' minutes
    return speeds


def measure_trauma(rounds: int, peer_runs: int, replicates: int, say: Callable[[str], None]) -> TraumaSpeeds:
    """Measure the trauma network so many rounds, after one of Homeward's that counts for nothing."""
    speeds, ours = TraumaSpeeds(), trauma_network()
    ours.live(range(2))
    for k in range(rounds):
        say(f"the trauma network, round {k + 1} of {rounds}")
        began = time.process_time()
        networks = [Network(seed).run() for seed in range(k * peer_runs, (k + 1) * peer_runs)]
        took_s = time.process_time() - began
        speeds.simpy.append(sum(network.wounded for network in networks) / took_s)
        speeds.found += [outcome(network) for network in networks]
        numbers = range(k * replicates, (k + 1) * replicates)
        took_s, lived = cpu_of(lambda numbers=numbers: ours.live(numbers))
        speeds.homeward.append(lived.came / took_s)
        speeds.event_ns.append(took_s / lived.events * 1e9)
    return speeds


def time_to_live(casualties: int) -> tuple[float, int]:
    """Return the wall seconds in which one thread brings so many casualties through, and how many they were."""
    ours = trauma_network()
    each = ours.live(range(20)).came / 20.0
    began = time.perf_counter()
    lived = ours.live(range(round(casualties / each)))
    return time.perf_counter() - began, lived.came
