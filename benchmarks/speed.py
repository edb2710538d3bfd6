"""Speed inside one process: Homeward and SimPy in turn, so that whatever slows the machine slows both."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from statistics import median

import numpy as np

from benchmarks.floor import an_empty_loop, floor_ns
from benchmarks.peers import izumo_simpy
from benchmarks.peers.numbers import numbers_of
from homeward.kernel.tables import World
from homeward.run.lower import lower
from homeward.run.replicate import Crew, copy_world
from homeward.scenario import read

SEED = 1


@dataclass
class Speeds:
    """What each round measured; rates in replicates per second."""

    peer: list[float] = field(default_factory=list)
    peer_events: float = 0.0
    one: list[float] = field(default_factory=list)  # CPU time, one thread
    event_ns: list[float] = field(default_factory=list)
    floor_ns: list[float] = field(default_factory=list)
    one_wall: list[float] = field(default_factory=list)
    two_wall: list[float] = field(default_factory=list)
    events: float = 0.0  # per life
    peer_lives: list[izumo_simpy.Outcome] = field(default_factory=list)

    @property
    def ratio(self) -> float:
        """Homeward's rate over SimPy's: the median of the rounds, each of which measured both."""
        return median(a / b for a, b in zip(self.one, self.peer, strict=True))

    @property
    def two_threads(self) -> float:
        """The rate on two threads over that on one, likewise."""
        return median(b / a for a, b in zip(self.one_wall, self.two_wall, strict=True))

    @property
    def floors(self) -> float:
        """The cost of an event over that of an empty one, likewise."""
        return median(a / b for a, b in zip(self.event_ns, self.floor_ns, strict=True))


def izumo() -> World:
    """Return the lowered base arm."""
    return lower(read("izumo"), seed=SEED)


def count_events(crew: Crew, template: World, lives: int) -> int:
    """Live so many lives on a crew; return how many events they took."""
    return (
        crew.count(lambda chunk: int(crew.live(template, chunk)[0]["events"].sum()), crew.chunks(range(lives))).total
        or 0
    )


def timed(clock: Callable[[], float], work: Callable[[], int]) -> tuple[float, int]:
    """Return how long work took by this clock, and what it returned."""
    began = clock()
    done = work()
    return clock() - began, done


def measure(rounds: int, peer_lives: int, lives: int, say: Callable[[str], None]) -> Speeds:
    """Measure so many rounds, in each of them everything once, after one round that counts for nothing."""
    template, numbers, speeds = izumo(), numbers_of(), Speeds()
    scratch = copy_world(template)  # its handle holds addresses only: the arrays must outlive it
    empty = an_empty_loop(scratch)
    floor_ns(empty, 1000)
    with Crew(1) as one, Crew(2) as two:
        count_events(one, template, 100)
        count_events(two, template, 100)
        for k in range(rounds):
            say(f"round {k + 1} of {rounds}")
            first = k * peer_lives
            took_s, _ = timed(time.process_time, partial(live_peer, speeds, numbers, first, peer_lives))
            speeds.peer.append(peer_lives / took_s)
            took_s, events = timed(time.process_time, partial(count_events, one, template, lives))
            speeds.one.append(lives / took_s)
            speeds.event_ns.append(took_s / events * 1e9)
            speeds.floor_ns.append(floor_ns(empty))
            speeds.events = events / lives
            for crew, rates in ((one, speeds.one_wall), (two, speeds.two_wall)):
                took_s, _ = timed(time.perf_counter, partial(count_events, crew, template, 4 * lives))
                rates.append(4 * lives / took_s)
    counted = [izumo_simpy.live(numbers, SEED, k, count=True).events for k in range(200)]
    speeds.peer_events = float(np.mean(counted))
    return speeds


def live_peer(speeds: Speeds, numbers: izumo_simpy.Numbers, first: int, lives: int) -> int:
    """Live the peer's next lives and keep them for the comparison of results."""
    speeds.peer_lives.extend(izumo_simpy.live(numbers, SEED, k) for k in range(first, first + lives))
    return lives
