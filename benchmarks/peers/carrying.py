"""A stint of carrying: how fast, and what will end it (formulas: kernel/processes/carrying.py, exertion.py)."""

import math
from typing import TYPE_CHECKING

from benchmarks.peers.person import Person
from homeward.codes import Mode
from homeward.kernel.bearing import UNFELT_LOSS

if TYPE_CHECKING:
    from benchmarks.peers.izumo_simpy import Life


def expect_stint(life: "Life") -> tuple[float, str]:
    """They move on; return in how many seconds they stop, and why."""
    rng, setting, carrier, now_s = life.rng, life.setting, life.carrier, life.env.now
    life.move_at(0.0)
    life.mode = Mode.MOVING
    means = life.incident.means
    path_mps = 6.0 / 3.6 * math.exp(-3.5 * abs(life.leg.grade + 0.05)) * life.leg.speed * life.pace_factor
    own_mps = path_mps * (1.0 - carrier.impairment) * setting.carry_speed[means]
    speed = max(0.05, setting.hurry_factor * own_mps)
    feel_loss(life, carrier)
    held_kg = life.casualty.given.mass_kg
    power = carrier.walking_power(speed, carrier.given.load_kg + held_kg, life.leg)
    carrier.settle(now_s)
    per_hand = max(1e-3, 0.5 * held_kg * setting.hand_share[means] / carrier.given.grip_kg)
    hold_s = setting.hold_factor[means] * setting.grip_a_s * per_hand**-setting.grip_b
    hold_s *= math.exp(rng.gauss(0.0, setting.hold_spread))
    carrier.exert(now_s, power, 1.0 / hold_s)
    tired_s = carrier.hold * hold_s
    if power > carrier.cp:
        tired_s = min(tired_s, carrier.wprime_j / (power - carrier.cp))
    spent = 1.0 - carrier.wprime_j / carrier.full_j
    per_m = setting.stumble_per_km / 1000.0 * life.leg.stumble * setting.stumble_load
    per_m *= (1.0 + (setting.stumble_tired - 1.0) * spent) * (1.0 + carrier.impairment)
    ends = [((life.leg.end_m - life.at_m) / speed, "home"), (tired_s, "rest")]
    ends.append((rng.expovariate(per_m * speed), "stumble"))
    knee_per_s = setting.knee_per_min * carrier.impairment / 60.0
    if knee_per_s > 0.0:
        ends.append((rng.expovariate(knee_per_s), "knee"))
    life.move_at(speed)
    return min(ends)


def feel_loss(life: "Life", person: Person) -> None:
    """Critical power falls with the blood lost; a loss too small to matter is not looked up."""
    if person.flow() * (life.env.now - person.touched_s) > UNFELT_LOSS * person.given.blood0_ml:
        person.touch(life.env.now)
    person.cp = person.cp0 * person.blood / person.given.blood0_ml


def set_posture(life: "Life", person: Person, upright: float) -> None:
    """Hung upright he dims sooner than lying."""
    posture = life.setting.upright_factor if upright > 0.0 else 1.0
    if person.posture != posture:
        person.touch(life.env.now)
        person.posture = posture
        life.feel(person)
