"""A body that bleeds, breathes, as a SimPy user would write it: one object per person, state in attributes."""

import math
import random
from typing import Any

from homeward.codes import Awareness, Cause, Threat

NEVER = math.inf


class Wound:
    """An open wound: how fast it bleeds now at normal pressure, and what the treatments have left of it."""

    def __init__(self, row: Any, rng: random.Random, setting: Any) -> None:
        self.region, self.side, self.ais, self.mechanism = row.region, row.side, row.ais, row.mechanism
        self.compressible = row.compressible
        self.flow0 = row.flow_dist.draw(rng) if row.flow_dist else 0.0
        self.outer = self.flow0 * self.compressible
        self.inner = self.flow0 - self.outer
        self.control = self.control_inner = 1.0
        self.clot = row.clot_dist.draw(rng) if row.clot_dist else 0.0
        self.impairment = row.impairment_dist.draw(rng) if row.impairment_dist else 0.0
        self.net = 1.0 - setting.refill_share / (1.0 + self.flow0 / setting.refill_flow_ml_s)

    def loss(self, dt_s: float) -> float:
        """Blood lost (mL) in dt_s seconds from now, were pressure to stay normal."""
        flow = (self.outer + self.inner) * self.net
        if self.clot <= 0.0:
            return flow * dt_s
        return flow * (1.0 - math.exp(-self.clot * dt_s)) / self.clot

    def flow(self, dt_s: float) -> float:
        """Net flow (mL/s) at normal pressure in dt_s seconds."""
        return (self.outer + self.inner) * self.net * math.exp(-self.clot * dt_s)

    def clot_for(self, dt_s: float) -> None:
        """Let it clot for dt_s seconds."""
        kept = math.exp(-self.clot * dt_s)
        self.outer *= kept
        self.inner *= kept


class Body:
    """Blood, pressure, awareness, breath and oxygen debt of one person (formulas: kernel/body.py)."""

    def __init__(self, given: Any, setting: Any) -> None:
        self.given, self.setting = given, setting
        self.blood = given.blood0_ml
        self.touched_s = 0.0
        self.compensated = self.zero = self.debt_limit = 0.0
        self.dim = self.posture = 1.0
        self.awareness = Awareness.ALERT
        self.debt = self.threat_done = self.threat_per_s = self.impairment = 0.0
        self.threat = Threat.NONE
        self.iss = self.mechanism = 0
        self.tourniquet_s = -1
        self.wounds: list[Wound] = []

    @property
    def alive(self) -> bool:
        """Whether he lives."""
        return self.awareness < Awareness.DEAD

    def open_wound(self, row: Any, rng: random.Random) -> None:
        """A wound opens: what varies from life to life is drawn."""
        if not self.wounds:
            self.draw_resilience(rng)
        wound = Wound(row, rng, self.setting)
        self.wounds.append(wound)
        if row.threat != Threat.NONE and row.threat_dist is not None:
            self.threat = max(self.threat, row.threat)
            self.threat_per_s += 1.0 / max(1.0, row.threat_dist.draw(rng))
        self.reckon_impairment()
        worst: dict[int, int] = {}
        for each in self.wounds:
            worst[each.region] = max(worst.get(each.region, 0), each.ais)
        self.iss = sum(ais * ais for ais in sorted(worst.values())[-3:])
        self.mechanism = max(self.mechanism, wound.mechanism)

    def draw_resilience(self, rng: random.Random) -> None:
        """What is personal in the answer to bleeding."""
        given, setting = self.given, self.setting
        shift = rng.gauss(0.0, setting.loss_sd)
        self.compensated = given.blood0_ml * (1.0 - setting.compensation_loss - shift)
        self.zero = given.blood0_ml * (1.0 - setting.collapse_loss - shift)
        self.dim = 1.0 + setting.awareness_spread * max(-2.5, min(2.5, rng.gauss(0.0, 1.0)))
        self.debt_limit = setting.debt_limit_dist.draw(rng)

    def reckon_impairment(self) -> None:
        """Impairment of walking from all wounds together."""
        self.impairment = 1.0 - math.prod(1.0 - wound.impairment for wound in self.wounds)

    def loss(self, dt_s: float) -> float:
        """Blood lost (mL) in dt_s seconds at normal pressure."""
        return sum(wound.loss(dt_s) for wound in self.wounds)

    def flow(self, dt_s: float = 0.0) -> float:
        """Net flow (mL/s) in dt_s seconds at normal pressure."""
        return sum(wound.flow(dt_s) for wound in self.wounds)

    def volume_after(self, loss: float) -> float:
        """Blood volume after this loss at normal pressure: straight while pressure holds, exponential below."""
        held = self.blood - self.compensated
        if held >= loss:
            return self.blood - loss
        start = self.blood
        if held > 0.0:
            start, loss = self.compensated, loss - held
        return self.zero + (start - self.zero) * math.exp(-loss / (self.compensated - self.zero))

    def volume_at(self, now_s: float) -> float:
        """Blood volume (mL) at a moment not before the last touch."""
        if not self.wounds or not self.alive:
            return self.blood
        return self.volume_after(self.loss(now_s - self.touched_s))

    def pressure(self, blood: float | None = None) -> float:
        """Mean arterial pressure (mmHg)."""
        if blood is None:
            blood = self.blood
        if blood >= self.compensated:
            return self.setting.map_normal_mmhg
        share = (blood - self.zero) / (self.compensated - self.zero)
        return self.setting.map_normal_mmhg * max(0.0, share)

    def touch(self, now_s: float) -> None:
        """Bring the body up to now."""
        dt_s = now_s - self.touched_s
        if dt_s <= 0:
            return
        self.touched_s = now_s
        if not self.wounds or not self.alive:
            return
        end = self.volume_after(self.loss(dt_s))
        self.add_debt(dt_s, end)
        self.blood = end
        for wound in self.wounds:
            wound.clot_for(dt_s)
        self.threat_done = min(1.0, self.threat_done + self.threat_per_s * dt_s)

    def add_debt(self, dt_s: float, end: float) -> None:
        """Oxygen debt (mmHg min) by Simpson's rule."""
        limit, last = self.setting.debt_map_mmhg, self.pressure(end)
        if last >= limit:
            return
        middle = self.pressure(self.volume_after(self.loss(0.5 * dt_s)))
        short = max(0.0, limit - self.pressure()) + 4.0 * max(0.0, limit - middle) + limit - last
        self.debt += short / 6.0 * dt_s / 60.0

    def threshold(self, level: int) -> float:
        """The volume below which bleeding alone brings him to a level of awareness."""
        setting = self.setting
        if level == Awareness.LIGHTHEADED:
            return self.given.blood0_ml * (1.0 - setting.lightheaded_loss)
        if level == Awareness.DEAD:
            mmhg = setting.arrest_map_mmhg
        elif level == Awareness.VOICE:
            mmhg = setting.voice_map_mmhg * self.dim * self.posture
        elif level == Awareness.PAIN:
            mmhg = setting.pain_map_mmhg * self.dim * self.posture
        else:
            mmhg = setting.unresponsive_map_mmhg * self.dim * self.posture
        return self.zero + mmhg / setting.map_normal_mmhg * (self.compensated - self.zero)

    def blood_level(self) -> int:
        """Awareness as the blood alone would have it."""
        level = 0
        while level < Awareness.DEAD and self.blood <= self.threshold(level + 1) + 1e-6:
            level += 1
        return level

    def threat_at(self, level: int) -> float:
        """Share of the threat's course that brings him to a level."""
        return 1.0 if level >= Awareness.DEAD else self.setting.threat_level[level - 1]

    def threat_level(self) -> int:
        """Awareness as the threat to airway or chest alone would have it."""
        level = 0
        if self.threat != Threat.NONE:
            while level < Awareness.DEAD and self.threat_done >= self.threat_at(level + 1) - 1e-9:
                level += 1
        return level

    def cause_of_death(self) -> Cause:
        """What has just killed him; NONE when nothing has."""
        if self.threat_level() >= Awareness.DEAD:
            return Cause.HEAD if self.threat == Threat.HEAD else Cause.AIRWAY_OR_CHEST
        if self.blood_level() >= Awareness.DEAD:
            return Cause.HAEMORRHAGE
        return Cause.SHOCK if self.debt >= self.debt_limit else Cause.NONE

    def loss_until(self, target: float) -> float:
        """The loss at normal pressure that brings the volume down to target."""
        if target >= self.compensated:
            return self.blood - target
        held, start = max(0.0, self.blood - self.compensated), min(self.blood, self.compensated)
        return held + (self.compensated - self.zero) * math.log((start - self.zero) / (target - self.zero))

    def time_to_lose(self, loss: float) -> float:
        """Seconds until that is lost, by Newton's method; NEVER when clotting ends it first."""
        flow = self.flow()
        if flow <= 0.0:
            return NEVER
        dt_s = loss / flow
        for _ in range(40):
            short = loss - self.loss(dt_s)
            if short <= 1e-7 * loss:
                break
            flow = self.flow(dt_s)
            if flow * 1e7 < short:
                return NEVER
            dt_s += short / flow
        return dt_s

    def next_change_s(self) -> float:
        """Seconds until the next threshold of blood, breath or shock; NEVER when none will come."""
        setting = self.setting
        dt_s = self.time_to_lose(self.loss_until(self.threshold(self.blood_level() + 1)))
        if self.threat_per_s > 0.0:
            dt_s = min(dt_s, (self.threat_at(self.threat_level() + 1) - self.threat_done) / self.threat_per_s)
        if self.debt > 0.0 or self.pressure() < setting.debt_map_mmhg:
            dt_s = min(dt_s, max(60.0, 60.0 * (self.debt_limit - self.debt) / setting.debt_map_mmhg))
        return dt_s if dt_s == NEVER else max(1, math.ceil(dt_s))
