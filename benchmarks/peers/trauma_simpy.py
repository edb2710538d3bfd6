"""The trauma network in SimPy: a process per casualty and per trip, resources with priorities, reneging by timeouts.

Written as somebody who knows SimPy would, to be a peer for speed and an oracle for results: it shares no code with
Homeward and takes its numbers from `trauma_numbers`.
"""

import math
import random
from collections import Counter
from collections.abc import Generator
from typing import Any

import simpy

from benchmarks.peers import trauma_numbers as numbers
from benchmarks.peers.trauma_casualty import Casualty
from benchmarks.peers.trauma_fleet import Fleet
from benchmarks.peers.trauma_numbers import DRIVE, Lasts, Size

Process = Generator[simpy.Event, Any, Any]
PLACES = ("litter", "aid post", "vehicle", "theatre", "ICU", "ward")


class Network:
    """One replicate: everybody who is wounded until arrivals end, each to his end."""

    def __init__(self, seed: int, size: Size | None = None) -> None:
        self.size = size = size or Size()
        self.rng, self.env = random.Random(seed), simpy.Environment()
        self.litters = [
            Fleet(self.env, self.rng, size.litter_teams, 1, [numbers.CARRY[point] for point in points])
            for points in numbers.POINTS_OF_POST
        ]
        self.medics = [simpy.PriorityResource(self.env, size.medics) for _ in DRIVE]
        self.vehicles = Fleet(self.env, self.rng, size.vehicles, size.vehicle_places, list(DRIVE))
        self.theatres = simpy.PriorityResource(self.env, size.theatres)
        self.icu = simpy.PriorityResource(self.env, size.icu_beds)
        self.ward = simpy.PriorityResource(self.env, size.ward_beds)
        self.wounded = self.returned_to_duty = 0
        self.deaths: Counter[str] = Counter()
        self.waits_min: dict[str, list[float]] = {place: [] for place in PLACES}

    def run(self) -> "Network":
        """Run until nobody is left."""
        for post, points in enumerate(numbers.POINTS_OF_POST):
            for stop, point in enumerate(points):
                self.env.process(self.wound(post, stop, numbers.WOUNDED_PER_DAY[point] / numbers.DAY_MIN))
        self.env.run()
        return self

    def wound(self, post: int, stop: int, per_min: float) -> Process:
        """People are wounded at one of the points whose casualties an aid post's teams fetch."""
        while True:
            yield self.env.timeout(self.rng.expovariate(per_min))
            if self.env.now > self.size.arrivals_end_min:
                return
            self.wounded += 1
            self.env.process(self.follow(Casualty(self.env, self.rng, post), stop))

    def follow(self, casualty: Casualty, stop: int) -> Process:
        """Bring a casualty as far as he lives."""
        goes_on = yield from self.carry(casualty, stop)
        for stretch in (self.give_aid, self.drive, self.operate):
            if not goes_on:
                return
            goes_on = yield from stretch(casualty)
        if goes_on:
            yield from self.nurse(casualty)

    # --- to the hospital --------------------------------------------------------------------------

    def carry(self, casualty: Casualty, stop: int) -> Process:
        """A litter team brings him to the aid post; lying on it he bleeds less."""
        if not (yield from self.is_loaded(casualty, self.litters[casualty.post], stop, "litter")):
            return False
        casualty.slow_bleeding(self.env.now, numbers.ON_THE_LITTER)
        yield casualty.brought_in
        return casualty.dies_at > self.env.now or self.dies("on the litter")

    def give_aid(self, casualty: Casualty) -> Process:
        """A medic gives blood and slows the bleeding; some of the least hurt need no more."""
        medics, severity = self.medics[casualty.post], casualty.severity
        turn = yield from self.wait_alive(casualty, medics, "aid post")
        if not turn:
            return False
        casualty.slow_bleeding(self.env.now, numbers.UNDER_CARE, numbers.BLOOD_GIVEN)
        aid_min, left_min = self.lasts(numbers.AID, severity), casualty.dies_at - self.env.now
        yield self.env.timeout(min(aid_min, left_min))
        medics.release(turn)
        if left_min < aid_min:
            return self.dies("at the aid post")
        if self.happens(numbers.RETURNED_BY_AID_POST[severity]):
            self.returned_to_duty += 1
            return False
        return True

    def drive(self, casualty: Casualty) -> Process:
        """A vehicle brings him to the hospital; who dies on the way is found dead at its end."""
        if not (yield from self.is_loaded(casualty, self.vehicles, casualty.post, "vehicle")):
            return False
        yield casualty.brought_in
        return casualty.dies_at > self.env.now or self.dies("in a vehicle")

    def is_loaded(self, casualty: Casualty, fleet: Fleet, stop: int, place: str) -> Process:
        """Wait until he is fetched; return whether he lived to see it."""
        fleet.call(casualty, stop)
        yield casualty.loaded | self.env.timeout(casualty.dies_at - self.env.now)
        if not casualty.loaded.triggered:
            fleet.cancel(casualty, stop)
            return self.dies(f"waiting: {place}")
        self.waits_min[place].append(self.env.now - casualty.joined_at)
        return True

    # --- in the hospital --------------------------------------------------------------------------

    def operate(self, casualty: Casualty) -> Process:
        """Surgery for those who need it, and intensive care after it; the others' bleeding is stopped at the door."""
        severity = casualty.severity
        if not self.happens(numbers.NEEDS_SURGERY[severity]):
            casualty.stop_bleeding(self.env.now)
            return True
        turn = yield from self.wait_alive(casualty, self.theatres, "theatre")
        if not turn:
            return False
        casualty.stop_bleeding(self.env.now)
        yield self.env.timeout(self.lasts(numbers.SURGERY, severity))
        self.theatres.release(turn)
        if self.happens(numbers.dies_of_surgery(casualty.blood)):
            return self.dies("in theatre")
        if self.happens(numbers.NEEDS_ICU[severity]):
            waited_min = yield from self.lie(casualty, self.icu, "ICU", self.lasts(numbers.ICU, 0))
            if self.happens(numbers.dies_in_icu(waited_min)):
                return self.dies("in intensive care")
        return True

    def nurse(self, casualty: Casualty) -> Process:
        """The ward, then rehabilitation, then duty or not."""
        severity = casualty.severity
        yield from self.lie(casualty, self.ward, "ward", self.lasts(numbers.WARD, severity))
        yield self.env.timeout(self.lasts(numbers.REHABILITATION, severity))
        self.returned_to_duty += self.happens(numbers.RETURNED_TO_DUTY[severity])

    # --- waiting, lasting, dying ------------------------------------------------------------------

    def wait_alive(self, casualty: Casualty, staff: simpy.PriorityResource, place: str) -> Process:
        """Wait for staff; return the turn, or None when he dies first."""
        joined = self.env.now
        turn = staff.request(priority=casualty.severity)
        if not turn.triggered:
            yield turn | self.env.timeout(casualty.dies_at - joined)
        if not turn.triggered:
            turn.cancel()
            self.dies(f"waiting: {place}")
            return None
        self.waits_min[place].append(self.env.now - joined)
        return turn

    def lie(self, casualty: Casualty, beds: simpy.PriorityResource, place: str, stay_min: float) -> Process:
        """Wait for a bed, stay in it, and return how long the wait was."""
        joined = self.env.now
        with beds.request(priority=casualty.severity) as turn:
            yield turn
            waited_min = self.env.now - joined
            self.waits_min[place].append(waited_min)
            yield self.env.timeout(stay_min)
        return waited_min

    def lasts(self, lasts: Lasts, which: int) -> float:
        """Draw a duration, in minutes."""
        return lasts.medians_min[which] * math.exp(self.rng.gauss(0.0, lasts.spread))

    def happens(self, probability: float) -> bool:
        """Draw whether something happens."""
        return self.rng.random() < probability

    def dies(self, where: str) -> bool:
        """Count a death. False: he goes no further."""
        self.deaths[where] += 1
        return False


def outcome(network: Network) -> dict[str, float]:
    """Return what a finished network is compared by: shares of the wounded, and mean waits in minutes."""
    found = {
        "wounded": float(network.wounded),
        "survive": 1.0 - network.deaths.total() / network.wounded,
        "return to duty": network.returned_to_duty / network.wounded,
    }
    found |= {f"die {where}": dead / network.wounded for where, dead in sorted(network.deaths.items())}
    waits = {place: sum(waits) / len(waits) if waits else math.nan for place, waits in network.waits_min.items()}
    return found | {f"mean wait, {place}, min": wait_min for place, wait_min in waits.items()}
