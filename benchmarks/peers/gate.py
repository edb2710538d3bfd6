"""The gate and the hospital behind it: a process for each who comes in (formulas: kernel/processes/arrival.py)."""

import math
from collections.abc import Generator
from typing import TYPE_CHECKING, Any

import simpy

from benchmarks.peers.carrying import set_posture
from benchmarks.peers.person import Person
from benchmarks.peers.treating import treat
from homeward.codes import Awareness, Cause, Mode, Skill, Status, Threat, Triage
from homeward.codes import Treatment as T
from homeward.kernel.processes.arrival import WALK_MPS
from homeward.kernel.trauma_score import SYSTOLIC_PER_MEAN

if TYPE_CHECKING:
    from benchmarks.peers.izumo_simpy import Life

AT_THE_GATE = (T.PACKING, T.CHEST_SEAL, T.DECOMPRESSION)


class Gate:
    """Those who wait at the end of the way."""

    def __init__(self, life: "Life") -> None:
        self.life = life

    def come_in(self, person: Person, expected: bool) -> None:
        """He reaches those who wait, alive or dead. expected: hands are there already."""
        life = self.life
        if person.arrived_s >= 0:
            return
        person.arrived_s, person.status = life.env.now, Status.AWAITING_CARE
        if person.alive:
            set_posture(life, person, upright=0.0)
        if not person.alive:
            return
        person.touch(life.env.now)
        person.alive_on_arrival, person.arrival_map = 1, person.pressure()
        if not person.wounds:
            person.status = Status.HOME
            life.decide(person, True)
            return
        life.env.process(self.care_for(person, expected))

    def care_for(self, person: Person, expected: bool) -> Generator[simpy.Event, Any, None]:
        """Hands, stretcher, triage, theatre, and the thirty days after; nothing more is done for the dead."""
        life = self.life
        env, rng, setting = life.env, life.rng, life.setting
        seen_s = setting.first_hands_dist.draw(rng) - life.incident.alert_m / WALK_MPS
        yield env.timeout(1 + (0 if expected else max(0, int(seen_s))))
        if person is life.carrier and life.incident.refuses_care and person.alive:
            yield env.timeout(1 + int(setting.refusal_dist.draw(rng)))
        if not person.alive:
            return
        if person.care_s < 0:
            person.care_s = env.now
        person.status = Status.IN_CARE
        for treatment in AT_THE_GATE:
            treat(life, person, treatment, Skill.MEDIC)
        for dist in (setting.stretcher_dist, setting.triage_dist):
            yield env.timeout(1 + int(dist.draw(rng)))
            if not person.alive:
                return
        person.touch(env.now)
        triage, person.survival = category(person), triss(person)
        yield env.timeout(1 + int(setting.theatre_wait_dist[triage].draw(rng)))
        if person.alive:
            yield from self.operate(person)

    def operate(self, person: Person) -> Generator[simpy.Event, Any, None]:
        """Surgical control and blood; then alive at thirty days, or not."""
        life = self.life
        env, rng, setting = life.env, life.rng, life.setting
        person.touch(env.now)
        for wound in person.wounds:
            wound.outer = wound.inner = 0.0
        person.threat_per_s = person.threat_done = 0.0
        person.blood = min(person.given.blood0_ml, person.blood + setting.transfusion_ml)
        person.operated = True
        life.feel(person)
        if not person.alive:
            return
        yield env.timeout(1 + int(setting.theatre_time_dist.draw(rng)))
        lives = person.survival * math.exp(-setting.debt_death * person.debt / 1000.0)
        alive = rng.random() < lives
        if not alive:
            person.dead_s, person.cause = env.now, Cause.ON_THE_TABLE
            if person.arrival_map >= setting.table_map_mmhg:
                person.dead_s, person.cause = env.now + int(setting.death_day_dist.draw(rng)), Cause.IN_HOSPITAL
            person.awareness = Awareness.DEAD
        life.decide(person, alive)

    def watch(self) -> Generator[simpy.Event, Any, None]:
        """They are overdue: a party is fetched, walks out to where they lie, treats, loads and walks home."""
        life = self.life
        incident, rng, env = life.incident, life.rng, life.env
        yield env.timeout(1 + int(incident.overdue_dist.draw(rng)))
        if life.mode == Mode.ARRIVED:
            return
        yield env.timeout(1 + int(incident.relief_ready_dist.draw(rng)))
        speed, distance = incident.relief_speed_dist.draw(rng), incident.way_m - life.position
        yield env.timeout(1 + int(distance / speed))
        for person in life.people:
            if person.alive and person.status in (Status.WITH_TEAM, Status.LEFT) and person.care_s < 0:
                person.care_s = env.now
        for order in life.numbers.orders:
            treat(life, life.people[order.patient], T(order.treatment), Skill(incident.relief_skill))
        yield env.timeout(1 + int(incident.relief_load_dist.draw(rng)))
        aboard = [person for person in life.people if person.status in (Status.WITH_TEAM, Status.LEFT)]
        for person in aboard:
            person.status = Status.WITH_RELIEF
            if person.alive:
                set_posture(life, person, upright=0.0)
        yield env.timeout(1 + int(distance / (speed * incident.relief_laden)))
        for person in aboard:
            self.come_in(person, expected=True)


def category(person: Person) -> Triage:
    """Return the triage category of a person (touched)."""
    failing = person.awareness >= Awareness.VOICE or person.pressure() < 70.0
    threatened = person.threat != Threat.NONE and person.threat_per_s > 0.0
    if failing or threatened or person.flow() > 50.0 / 60.0:
        return Triage.T1
    if person.iss >= 9 or person.impairment >= 0.5:
        return Triage.T2
    return Triage.T3


def triss(person: Person) -> float:
    """Return the probability of survival by TRISS, from the vitals now."""
    mmhg, loss = person.pressure(), 1.0 - person.blood / person.given.blood0_ml
    coma = {Awareness.ALERT: 4, Awareness.LIGHTHEADED: 4, Awareness.VOICE: 4, Awareness.PAIN: 2}
    systolic = mmhg * SYSTOLIC_PER_MEAN
    pressure = next((code for code, least in ((4, 90.0), (3, 76.0), (2, 50.0), (1, 1.0)) if systolic >= least), 0)
    rts = 0.9368 * coma.get(person.awareness, 1) + 0.7326 * pressure + 0.2908 * breathing_code(person, mmhg, loss)
    young, old = person.given.age_y < 15.0, person.given.age_y >= 55.0
    b = person.setting.triss[0 if young else person.mechanism]
    return 1.0 / (1.0 + math.exp(-(b[0] + b[1] * rts + b[2] * person.iss + b[3] * old)))


def breathing_code(person: Person, mmhg: float, loss: float) -> int:
    """Return the RTS code of the breathing rate that this loss and this chest would have."""
    if mmhg < 35.0 or person.threat_done > 0.92:
        return 2  # gasping, 6 a minute
    return 3 if person.threat_done > 0.5 or loss > 0.30 else 4
