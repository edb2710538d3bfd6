"""A person: a body with a place in the team, and strength that is spent and comes back."""

import math
import random
from typing import Any

from benchmarks.peers.body import Body
from homeward.codes import Awareness, Cause, Status


class Person(Body):
    """A body with a place in the team, and strength that is spent and comes back (formulas: kernel/exertion.py)."""

    def __init__(self, given: Any, setting: Any, rng: random.Random) -> None:
        super().__init__(given, setting)
        fitness = math.exp(rng.gauss(0.0, given.fitness_spread))
        self.status = Status(given.status)
        self.rest_w = setting.rest_w_per_kg * given.mass_kg
        self.cp0 = self.cp = setting.cp_share * given.vo2max_w * fitness
        self.full_j = given.wprime_j * fitness
        self.fast_j = setting.fast_share * self.full_j
        self.slow_j = self.full_j - self.fast_j
        self.power, self.hold, self.hold_per_s = self.rest_w, 1.0, 0.0
        self.settled_s = 0.0
        self.operated = False
        self.arrived_s = self.care_s = self.dead_s = -1.0
        self.alive_on_arrival = self.alive_30 = -1
        self.arrival_map = self.survival = 0.0
        self.cause = Cause.NONE

    @property
    def with_team(self) -> bool:
        """Whether he, alive or dead, is with the team."""
        return self.status == Status.WITH_TEAM

    @property
    def able(self) -> bool:
        """Whether he is with the team, awake and on his feet."""
        return self.with_team and self.awareness <= Awareness.LIGHTHEADED and self.impairment < 0.7

    @property
    def wprime_j(self) -> float:
        """W' balance when last settled."""
        return self.fast_j + self.slow_j

    def settle(self, now_s: float) -> None:
        """Bring strength up to now at the power he has had."""
        dt_s, setting = now_s - self.settled_s, self.setting
        self.settled_s = now_s
        if dt_s <= 0:
            return
        over = self.power - self.cp
        if over >= 0.0:
            left = self.wprime_j
            kept = max(0.0, left - over * dt_s) / left if left > 0.0 else 0.0
            self.fast_j *= kept
            self.slow_j *= kept
        else:
            easy, fast, full = -over / (self.cp - self.rest_w) * dt_s, setting.fast_share, self.full_j
            self.fast_j = fast * full - (fast * full - self.fast_j) * math.exp(-easy / setting.fast_tau_s)
            slow = (1.0 - fast) * full
            self.slow_j = slow - (slow - self.slow_j) * math.exp(-easy / setting.slow_tau_s)
        if self.hold_per_s > 0.0:
            self.hold = max(0.0, self.hold - self.hold_per_s * dt_s)
        else:
            self.hold = 1.0 - (1.0 - self.hold) * math.exp(-dt_s / setting.hold_tau_s)

    def exert(self, now_s: float, power: float, hold_per_s: float) -> None:
        """From now on he works at this power."""
        self.settle(now_s)
        self.power, self.hold_per_s = power, hold_per_s

    def rest(self, now_s: float) -> None:
        """From now on he rests."""
        self.exert(now_s, self.rest_w, 0.0)

    def rest_needed(self, share: float) -> float:
        """Seconds of rest until this share of both W' and hold is back."""
        setting = self.setting
        wait_s = 0.0
        if self.hold < share:
            wait_s = setting.hold_tau_s * math.log((1.0 - self.hold) / (1.0 - share))
        fast_gap = setting.fast_share * self.full_j - self.fast_j
        slow_gap = (1.0 - setting.fast_share) * self.full_j - self.slow_j
        t = 0.0
        for _ in range(30):
            fast, slow = fast_gap * math.exp(-t / setting.fast_tau_s), slow_gap * math.exp(-t / setting.slow_tau_s)
            excess = fast + slow - (1.0 - share) * self.full_j
            if excess <= 1e-6 * self.full_j:
                break
            t += excess / (fast / setting.fast_tau_s + slow / setting.slow_tau_s)
        return max(wait_s, t)

    def walking_power(self, speed: float, load_kg: float, leg: Any) -> float:
        """Metabolic power (W) under a load: LCDA (Looney 2022)."""
        mass, square = self.given.mass_kg, speed * speed
        climb, percent = 0.0, 100.0 * leg.grade
        if leg.grade != 0.0:
            climb = 34.0 * speed * leg.grade * (1.0 - 1.05 ** (1.0 - 1.1 ** (percent + 32.0)))
        walk = 0.19 + leg.terrain * (1.78 * speed**0.58 + 0.27 * square * square) + climb
        load = 1.0 + 1.96 * (load_kg / mass) ** 1.36
        return mass * (self.setting.rest_w_per_kg + max(0.0, walk) * load)
