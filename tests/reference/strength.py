"""Strength: what moving costs, what the legs and hands have left, and how rest brings it back."""

from __future__ import annotations

from math import exp, log
from typing import TYPE_CHECKING

from homeward.codes import Draw, EnergyModel

if TYPE_CHECKING:
    from tests.reference.twin import Life


def tobler(grade: float) -> float:
    """Walking speed on a path, m/s."""
    return 6.0 / 3.6 * exp(-3.5 * abs(grade + 0.05))


def lcda(rest: float, speed: float, grade: float, share: float, terrain: float) -> float:
    """Looney 2022, W/kg; share: load by body mass."""
    climb = 0.0
    if grade != 0.0:
        climb = 34.0 * speed * grade * (1.0 - 1.05 ** (1.0 - 1.1 ** (100.0 * grade + 32.0)))
    square = speed * speed
    walk = 0.19 + terrain * (1.78 * speed**0.58 + 0.27 * square * square) + climb
    return rest + max(0.0, walk) * (1.0 + 1.96 * share**1.36)


def pandolf(speed: float, grade: float, share: float, terrain: float) -> float:
    """Pandolf 1977, W/kg; downhill counts as level."""
    climb = 35.0 * speed * max(0.0, grade)
    carried = 1.0 + share
    return 1.5 + 2.0 * carried * share * share + terrain * carried * (1.5 * speed * speed + climb)


class Strength:
    """The part of a person that works."""

    life: Life
    name: int
    mass: float
    wprime: float
    grip: float

    def bring_strength(self, vo2max_w: float, spread: float) -> None:
        """How fit he is today."""
        setting, draws = self.life.setting, self.life.draws
        fitness = draws.lognormal(1.0, spread, self.name, Draw.FITNESS)
        self.cp0 = self.cp = setting["cp_share"] * vo2max_w * fitness
        self.wprime *= fitness
        self.fast = setting["fast_share"] * self.wprime
        self.slow = (1.0 - setting["fast_share"]) * self.wprime
        self.at_rest = setting["rest_w_per_kg"] * self.mass
        self.power, self.hold_per_s, self.hold = self.at_rest, 0.0, 1.0
        self.settled_s, self.spent_j = 0, 0.0
        self.reserve = draws.of(setting["reserve_start_dist"], self.name, Draw.RESERVE_START)
        self.reserve_spent = 0.0

    def have_none(self) -> None:
        """Whoever is not there has nothing to give."""
        self.cp0 = self.cp = self.fast = self.slow = self.at_rest = self.power = self.hold_per_s = 0.0
        self.hold, self.settled_s, self.spent_j = 1.0, 0, 0.0
        self.reserve, self.reserve_spent = 1.0, 0.0  # nothing of it was ever called on

    def walking_power(self, speed: float, grade: float, load: float, terrain: float) -> float:
        """Metabolic power (W) at a speed under load (kg)."""
        if self.life.setting["energy_model"] == EnergyModel.PANDOLF:
            return self.mass * pandolf(speed, grade, load / self.mass, terrain)
        return self.mass * lcda(self.life.setting["rest_w_per_kg"], speed, grade, load / self.mass, terrain)

    def speed_at(self, power: float, grade: float, load: float, terrain: float, fastest: float) -> float:
        """The speed that costs this power, at most the fastest: 24 halvings."""
        if self.walking_power(fastest, grade, load, terrain) <= power:
            return fastest
        slow, fast = 0.0, fastest
        for _ in range(24):
            middle = 0.5 * (slow + fast)
            if self.walking_power(middle, grade, load, terrain) <= power:
                slow = middle
            else:
                fast = middle
        return slow

    def hold_time(self, means: int, load: float) -> float:
        """Median seconds his hands hold a load (kg)."""
        setting = self.life.setting
        per_hand = max(1e-3, 0.5 * load * setting["hand_share"][means] / self.grip)
        return setting["hold_factor"][means] * setting["grip_a_s"] * per_hand ** (-setting["grip_b"])

    def left(self) -> float:
        """W' left, J."""
        return self.fast + self.slow

    def settle(self) -> None:
        """Account for the time since the last settling."""
        dt_s, self.settled_s = float(self.life.now_s - self.settled_s), self.life.now_s
        if dt_s <= 0.0:
            return
        self.spent_j += max(0.0, self.power - self.at_rest) * dt_s
        if self.power >= self.cp:
            self.deplete((self.power - self.cp) * dt_s)
        else:
            self.refill((self.cp - self.power) / (self.cp - self.at_rest) * dt_s)
        if self.hold_per_s > 0.0:
            self.hold = max(0.0, self.hold - self.hold_per_s * dt_s)
        else:
            self.hold = 1.0 - (1.0 - self.hold) * exp(-dt_s / self.life.setting["hold_tau_s"])

    def deplete(self, joules: float) -> None:
        """Both pools empty together."""
        left = self.left()
        kept = max(0.0, left - joules) / left if left > 0.0 else 0.0
        self.fast *= kept
        self.slow *= kept

    def refill(self, easy_s: float) -> None:
        """Each pool recovers at its own pace."""
        setting = self.life.setting
        fast_full, slow_full = setting["fast_share"] * self.wprime, (1.0 - setting["fast_share"]) * self.wprime
        self.fast = fast_full - (fast_full - self.fast) * exp(-easy_s / setting["fast_tau_s"])
        self.slow = slow_full - (slow_full - self.slow) * exp(-easy_s / setting["slow_tau_s"])

    def work(self, power: float, hold_per_s: float = 0.0) -> None:
        """From now on he works at this power and his hands tire at this rate."""
        self.settle()
        self.power, self.hold_per_s = power, hold_per_s

    def rest(self) -> None:
        """From now on he rests."""
        self.work(self.life.setting["rest_w_per_kg"] * self.mass)

    def rest_needed(self, share: float) -> float:
        """Seconds of rest until W' and hold are back at this share."""
        setting, wait_s = self.life.setting, 0.0
        if self.hold < share:
            wait_s = setting["hold_tau_s"] * log((1.0 - self.hold) / (1.0 - share))
        fast_gap = setting["fast_share"] * self.wprime - self.fast
        slow_gap = (1.0 - setting["fast_share"]) * self.wprime - self.slow
        t = 0.0
        for _ in range(30):
            fast_j, slow_j = fast_gap * exp(-t / setting["fast_tau_s"]), slow_gap * exp(-t / setting["slow_tau_s"])
            excess = fast_j + slow_j - (1.0 - share) * self.wprime
            if excess <= 1e-6 * self.wprime:
                break
            t += excess / (fast_j / setting["fast_tau_s"] + slow_j / setting["slow_tau_s"])
        return max(wait_s, t)
