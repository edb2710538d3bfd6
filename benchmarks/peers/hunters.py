"""Those who follow: a race with a lead, and a fight (formulas: kernel/processes/pursuit.py, fighting.py)."""

from collections.abc import Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import simpy

from benchmarks.peers.body import NEVER
from homeward.codes import Cause, Mode, Side, Status, Threat
from homeward.kernel.processes.fighting import SHELTERED

if TYPE_CHECKING:
    from benchmarks.peers.izumo_simpy import Life

Process = Generator[simpy.Event, Any, Any]


class Hunters:
    """The pursuers: one process that sleeps until the catch and is interrupted when the team moves otherwise."""

    def __init__(self, life: "Life") -> None:
        self.life, self.caught = life, 0

    def set_out(self) -> None:
        """They take up the trail."""
        incident, rng = self.life.incident, self.life.rng
        self.lead_m, self.speed = incident.lead_dist.draw(rng), incident.pursuit_speed_dist.draw(rng)
        self.lost_s = 1 + int(incident.trail_lost_dist.draw(rng))
        self.process = self.life.env.process(self.hunt())

    def reckon(self) -> None:
        """The team moves otherwise than it did: the moment of the catch is another."""
        if self.process.is_alive and self.process is not self.life.env.active_process:
            self.process.interrupt()

    def hunt(self) -> Process:
        """Follow the trail until it is lost, the gate is too near, or the team is caught."""
        life = self.life
        while life.mode != Mode.ARRIVED:
            wait_s = self.catch_in_s()
            try:
                yield life.env.event() if wait_s == NEVER else life.env.timeout(wait_s)
            except simpy.Interrupt:
                continue
            self.caught += 1
            life.interrupt_team("caught")
            return

    def catch_in_s(self) -> float:
        """Seconds until they are upon the team, as it moves now; NEVER when they will not be."""
        life = self.life
        if life.mode == Mode.IDLE:
            return NEVER
        gap, closing = life.position + self.lead_m - self.speed * life.env.now, self.speed - life.speed
        if closing <= 0.0 and gap > 0.0:
            return NEVER
        in_s = max(0.0, gap / closing) if gap > 0.0 else 0.0
        too_near = life.position + life.speed * in_s > life.incident.way_m - life.incident.give_up_m
        if life.env.now + in_s >= self.lost_s or too_near:
            return NEVER
        return max(1, int(in_s) + 1)

    def fight(self) -> Process:
        """An exchange, one casualty at a time, until one side has had enough."""
        life = self.life
        life.move_at(0.0)
        life.mode = Mode.FIGHTING
        for person in life.people:
            if person.able and life.rng.random() < person.given.desertion:
                person.status = Status.DESERTED
                life.decide(person, True)
        incident, enemies = life.incident, life.incident.pursuers
        while enemies > incident.break_share * incident.pursuers:
            theirs = enemies * incident.attacker_per_min
            wait_s = life.rng.expovariate((self.fire() + theirs) / 60.0)
            yield life.env.timeout(1 + int(min(wait_s, 604800.0)))
            ours = self.fire()
            if ours <= 0.0:
                self.overrun()
                break
            if life.rng.random() * (ours + theirs) < ours:
                enemies -= 1
            else:
                self.hit_somebody()
        life.mode = Mode.RESTING

    def fire(self) -> float:
        """Attackers the team puts out of action per minute."""
        return sum(person.given.fire_per_min for person in self.life.people if person.able)

    def overrun(self) -> None:
        """Nobody is left who can fight."""
        life = self.life
        for person in life.people:
            if person.with_team and person.alive:
                life.die(person, Cause.CAPTURED)

    def hit_somebody(self) -> None:
        """One of the team is hit, by exposure: killed, or wounded."""
        life = self.life
        there = [person for person in life.people if person.with_team and person.alive]
        weights = [person.given.exposure * (1.0 if person.able else SHELTERED) for person in there]
        (person,) = life.rng.choices(there, weights)
        if life.rng.random() < life.setting.hit_killed:
            life.die(person, Cause.KILLED)
            return
        person.touch(life.env.now)
        person.open_wound(self.hit_wound(), life.rng)
        life.feel(person)

    def hit_wound(self) -> Any:
        """What a hit does, from the setting's weapon tables."""
        life = self.life
        setting, rng = life.setting, life.rng
        where = step_of(rng.random(), setting.hit_region)
        ais = 1 + step_of(rng.random(), setting.hit_ais)
        leg = where == 3 and rng.random() < 0.6
        return WoundRow(
            region=(0, 2, 3, 4)[where],
            side=Side.LEG if leg else Side.ARM if where == 3 else Side.TRUNK,
            ais=ais,
            compressible=1.0 if where == 3 else 0.2,
            flow_dist=setting.hit_flow_dist[where] if ais >= 2 else None,
            clot_dist=setting.hit_clot_dist,
            threat=Threat.OPEN_CHEST if where == 1 and ais >= 3 else Threat.NONE,
            threat_dist=setting.hit_threat_dist,
            impairment_dist=setting.hit_gait_dist if leg else None,
        )


@dataclass(slots=True)
class WoundRow:
    """A wound made in the fight, in the form of the scenario's."""

    region: int
    side: Side
    ais: int
    compressible: float
    flow_dist: Any
    clot_dist: Any
    threat: Threat
    threat_dist: Any
    impairment_dist: Any
    mechanism: int = 1


def step_of(u: float, cumulative: list[float]) -> int:
    """Return the first index whose cumulative probability reaches u."""
    return next((k for k, edge in enumerate(cumulative) if u <= edge), len(cumulative) - 1)
