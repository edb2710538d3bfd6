"""A body: blood, pressure, awareness, threat to breath, oxygen debt. One object per wound."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, exp, log
from typing import TYPE_CHECKING

from homeward.codes import Awareness, Region, Side, Threat

if TYPE_CHECKING:
    from tests.reference.twin import Life

FOREVER_S = 1e15


@dataclass
class Wound:
    """One wound: what it is, and how it bleeds now."""

    number: int
    region: int
    side: int
    ais: int
    mechanism: int
    compressible: float
    flow_dist: int = -1
    clot_dist: int = -1
    threat: int = Threat.NONE
    threat_dist: int = -1
    impairment_dist: int = -1
    amputation: int = 0
    first_flow: float = 0.0  # mL/s
    outer: float = 0.0  # mL/s that pressure from outside reaches
    inner: float = 0.0  # mL/s that it does not
    control: float = 1.0
    control_inner: float = 1.0
    refill: float = 0.0
    clot_per_s: float = 0.0
    impairment: float = 0.0

    def net_flow(self) -> float:
        """mL/s lost at normal pressure, what the tissues make good taken off."""
        return (self.outer + self.inner) * (1.0 - self.refill)

    def loss(self, dt_s: float) -> float:
        """mL lost at normal pressure in the next dt_s."""
        flow, k = self.net_flow(), self.clot_per_s
        if flow <= 0.0:
            return 0.0
        return flow * dt_s if k <= 0.0 else flow * (1.0 - exp(-k * dt_s)) / k

    def flow_after(self, dt_s: float) -> float:
        """mL/s at normal pressure dt_s from now."""
        flow, k = self.net_flow(), self.clot_per_s
        if flow <= 0.0:
            return 0.0
        return flow if k <= 0.0 else flow * exp(-k * dt_s)

    def on_limb(self, *sides: Side) -> bool:
        """Whether it is on an arm or leg of these sides."""
        return self.region == Region.LIMB and self.side in sides


class Body:
    """The part of a person that bleeds and breathes."""

    life: Life
    blood0: float  # mL

    def be_whole(self) -> None:
        """Before any wound."""
        self.wounds: list[Wound] = []  # the latest first
        self.blood = self.blood0
        self.touched_s = 0
        self.held_to = self.zero_at = 0.0  # mL
        self.dim = self.posture = 1.0
        self.awareness = Awareness.ALERT
        self.debt = self.debt_limit = 0.0
        self.threat = Threat.NONE
        self.threat_done = self.threat_per_s = 0.0

    def loss(self, dt_s: float) -> float:
        """mL lost at normal pressure."""
        total = 0.0
        for wound in self.wounds:
            total += wound.loss(dt_s)
        return total

    def flow(self, dt_s: float = 0.0) -> float:
        """mL/s lost at normal pressure, dt_s from now."""
        total = 0.0
        for wound in self.wounds:
            total += wound.flow_after(dt_s)
        return total

    def blood_after(self, loss: float) -> float:
        """mL left after what normal pressure would have lost: straight while pressure holds, then slower and slower."""
        blood, held = self.blood, self.blood - self.held_to
        if held >= loss:
            return blood - loss
        if held > 0.0:
            blood, loss = self.held_to, loss - held
        return self.zero_at + (blood - self.zero_at) * exp(-loss / (self.held_to - self.zero_at))

    def loss_until(self, target: float) -> float:
        """The inverse of `blood_after`."""
        if target >= self.held_to:
            return self.blood - target
        blood, held = self.blood, 0.0
        if blood > self.held_to:
            blood, held = self.held_to, blood - self.held_to
        return held + (self.held_to - self.zero_at) * log((blood - self.zero_at) / (target - self.zero_at))

    def pressure(self, blood: float) -> float:
        """Mean arterial pressure, mmHg."""
        normal: float = self.life.setting["map_normal_mmhg"]
        if blood >= self.held_to:
            return normal
        return normal * max(0.0, (blood - self.zero_at) / (self.held_to - self.zero_at))

    def threshold(self, level: int) -> float:
        """mL of blood at which bleeding brings him to a level of awareness."""
        setting = self.life.setting
        if level == Awareness.LIGHTHEADED:
            return self.blood0 * (1.0 - setting["lightheaded_loss"])
        mmhg = {
            Awareness.VOICE: setting["voice_map_mmhg"] * self.dim * self.posture,
            Awareness.PAIN: setting["pain_map_mmhg"] * self.dim * self.posture,
            Awareness.UNRESPONSIVE: setting["unresponsive_map_mmhg"] * self.dim * self.posture,
            Awareness.DEAD: setting["arrest_map_mmhg"],
        }[Awareness(level)]
        return self.zero_at + mmhg / setting["map_normal_mmhg"] * (self.held_to - self.zero_at)

    def level_from_blood(self) -> int:
        """Awareness as far as blood goes."""
        level = 0
        while level < Awareness.DEAD and self.blood <= self.threshold(level + 1) + 1e-6:
            level += 1
        return level

    def threat_threshold(self, level: int) -> float:
        """How far a threat has run when it brings him to a level of awareness."""
        return 1.0 if level >= Awareness.DEAD else self.life.setting["threat_level"][level - 1]

    def level_from_threat(self) -> int:
        """Awareness as far as breath and brain go."""
        if self.threat == Threat.NONE:
            return 0
        level = 0
        while level < Awareness.DEAD and self.threat_done >= self.threat_threshold(level + 1) - 1e-9:
            level += 1
        return level

    def touch(self) -> None:
        """Bring the body up to now."""
        dt_s = float(self.life.now_s - self.touched_s)
        self.touched_s = self.life.now_s
        if dt_s > 0.0 and self.wounds and self.awareness != Awareness.DEAD:
            self.bleed(dt_s)

    def bleed(self, dt_s: float) -> None:
        """dt_s pass."""
        end = self.blood_after(self.loss(dt_s))
        self.owe(dt_s, end)
        self.blood = end
        for wound in self.wounds:
            if wound.clot_per_s > 0.0:
                kept = exp(-wound.clot_per_s * dt_s)
                wound.outer *= kept
                wound.inner *= kept
        self.threat_done = min(1.0, self.threat_done + self.threat_per_s * dt_s)

    def owe(self, dt_s: float, end: float) -> None:
        """Oxygen debt of the last dt_s (mmHg min), by Simpson's rule."""
        limit: float = self.life.setting["debt_map_mmhg"]
        if self.pressure(end) >= limit:
            return
        half = self.blood_after(self.loss(0.5 * dt_s))
        first, middle, last = (max(0.0, limit - self.pressure(blood)) for blood in (self.blood, half, end))
        self.debt += (first + 4.0 * middle + last) / 6.0 * dt_s / 60.0

    def all_it_can_lose(self) -> float:
        """mL lost at normal pressure before every wound has clotted."""
        total = 0.0
        for wound in self.wounds:
            flow = wound.net_flow()
            if flow > 0.0:
                total += flow / wound.clot_per_s if wound.clot_per_s > 0.0 else FOREVER_S
        return total

    def time_to_lose(self, loss: float) -> float:
        """Seconds until normal pressure would have lost this much: one wound by formula, else Newton."""
        if self.all_it_can_lose() <= loss * (1.0 + 1e-9):
            return FOREVER_S
        flow = self.flow()
        if len(self.wounds) == 1:
            k = self.wounds[0].clot_per_s
            return loss / flow if k <= 0.0 else -log(1.0 - loss * k / flow) / k
        dt_s = loss / flow
        for _ in range(40):
            short = loss - self.loss(dt_s)
            if short <= 1e-7 * loss:
                return dt_s
            flow = self.flow(dt_s)
            if flow * 1e7 < short:
                return FOREVER_S
            dt_s += short / flow
        return dt_s

    def next_change_s(self) -> int | None:
        """When the next threshold is due; None: never."""
        dt_s = self.time_to_lose(self.loss_until(self.threshold(self.level_from_blood() + 1)))
        if self.threat_per_s > 0.0:
            due = self.threat_threshold(self.level_from_threat() + 1) - self.threat_done
            dt_s = min(dt_s, due / self.threat_per_s)
        limit = self.life.setting["debt_map_mmhg"]
        if self.debt > 0.0 or self.pressure(self.blood) < limit:
            dt_s = min(dt_s, max(60.0, 60.0 * (self.debt_limit - self.debt) / limit))
        if dt_s >= FOREVER_S:
            return None
        return self.life.now_s + max(1, ceil(dt_s))
