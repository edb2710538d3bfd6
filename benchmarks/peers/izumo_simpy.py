"""The gate (scenario izumo, as it was) in SimPy: a peer that makes the same decisions by the same formulas.

Written as somebody who knows SimPy would: a process for each body, for the team, for its hunters and for each bed, which
sleep until something is due and are interrupted when it changes. It knows what this arm exercises and nothing more:
one carrier on one leg, hunters who may catch up, a fight, a party that looks for them when they are overdue.
"""

import math
import random
from collections.abc import Generator
from dataclasses import dataclass
from typing import Any

import simpy

from benchmarks.peers.body import NEVER, Person
from benchmarks.peers.gate import Gate
from benchmarks.peers.numbers import Numbers
from benchmarks.peers.treating import handle_roughly, treat
from homeward.codes import Awareness, Cause, Mode, Side, Skill, Status, Threat
from homeward.codes import Treatment as T
from homeward.kernel.processes.carrying import UNFELT_LOSS
from homeward.kernel.processes.fighting import SHELTERED

Process = Generator[simpy.Event, Any, Any]


@dataclass(slots=True)
class Outcome:
    """What became of the casualty, and of the way."""

    alive_on_arrival: bool
    alive_30: bool
    carrier_alive_30: bool
    dead_s: float
    arrived_s: float
    rests: int
    caught: int
    events: int


class Counting(simpy.Environment):
    """An environment that counts the events it processes."""

    steps = 0

    def step(self) -> None:
        """Process one event."""
        self.steps += 1
        super().step()


class Life:
    """One life of the incident."""

    def __init__(self, numbers: Numbers, rng: random.Random, env: simpy.Environment) -> None:
        self.numbers, self.rng, self.env = numbers, rng, env
        self.setting, self.incident, self.leg = numbers.setting, numbers.incident, numbers.leg
        self.people = [Person(given, self.setting, rng) for given in numbers.people if given.team0]
        self.casualty, self.carrier = self.people[self.incident.focus], self.people[self.incident.carrier]
        self.bodies: dict[Person, simpy.Process] = {}
        self.mode, self.at_m, self.speed, self.since_s = Mode.IDLE, 0.0, 0.0, 0.0
        self.pace_factor = numbers.pace_factor
        self.rests = self.caught = 0
        self.decided = env.event()
        self.gate = Gate(self)

    # --- people -----------------------------------------------------------------------------------

    def body(self, person: Person) -> Process:
        """Sleep until the next threshold; begin anew when something has changed the body."""
        while person.alive and not person.operated:
            wait_s = person.next_change_s()
            try:
                yield self.env.event() if wait_s == NEVER else self.env.timeout(wait_s)
            except simpy.Interrupt:
                continue
            self.feel(person, from_body=True)

    def feel(self, person: Person, from_body: bool = False) -> None:
        """Set awareness from blood and breath; a bearer who dims stops the team. Wakes the body to reckon anew."""
        if not person.alive:
            return
        person.touch(self.env.now)
        cause = person.cause_of_death()
        if cause != Cause.NONE:
            self.die(person, cause)
            return
        level = max(person.blood_level(), person.threat_level())
        worse, person.awareness = level > person.awareness, Awareness(level)
        if worse and level > Awareness.LIGHTHEADED:
            self.bearer_fails(person)
        if not from_body:
            self.wake(person)

    def wake(self, person: Person) -> None:
        """Let the body's process look again."""
        process = self.bodies.get(person)
        if process and process.is_alive and process is not self.env.active_process:
            process.interrupt()

    def die(self, person: Person, cause: Cause) -> None:
        """He dies now."""
        person.awareness, person.dead_s, person.cause = Awareness.DEAD, self.env.now, cause
        if person.arrived_s < 0:
            person.alive_on_arrival = 0
        self.decide(person, False)
        self.bearer_fails(person)
        self.wake(person)

    def decide(self, person: Person, alive: bool) -> None:
        """His state at thirty days is known; the life ends with the last of them."""
        if person.alive_30 < 0:
            person.alive_30 = int(alive)
            if all(each.alive_30 >= 0 for each in self.people) and not self.decided.triggered:
                self.decided.succeed()

    def bearer_fails(self, person: Person) -> None:
        """He who bears can do so no longer: the team stops."""
        if person is self.carrier and self.mode == Mode.MOVING and person.with_team:
            self.interrupt_team("bearer fails")

    def interrupt_team(self, why: str) -> None:
        """Break into whatever the team is doing."""
        if self.team.is_alive and self.team is not self.env.active_process:
            self.team.interrupt(why)

    # --- the way ----------------------------------------------------------------------------------

    @property
    def position(self) -> float:
        """Where the team is now, m from the start."""
        return min(self.at_m + self.speed * (self.env.now - self.since_s), self.incident.way_m)

    def move_at(self, speed: float) -> None:
        """From now on the team moves at this speed; those who follow reckon anew."""
        self.at_m, self.speed, self.since_s = self.position, speed, self.env.now

    def begin(self) -> Process:
        """The incident begins: wounds open, hunters take up the trail, and the team sets off."""
        for row in self.numbers.wounds:
            self.people[row.who].open_wound(row, self.rng)
        for person in self.people:
            self.feel(person)
            self.bodies[person] = self.env.process(self.body(person))
        self.hunters = self.env.process(self.hunt())
        self.env.process(self.watch())
        while self.mode != Mode.ARRIVED:
            try:
                yield from self.carry_home()
            except simpy.Interrupt as interrupt:
                if interrupt.cause == "caught":
                    yield from self.fight()
        self.hunters_reckon()

    def carry_home(self) -> Process:
        """Stint after stint, until they are home or nobody can go on."""
        while True:
            if not self.carrier.able:
                yield from self.lie_still()
            self.set_posture()
            in_s, why = self.expect_stint()
            self.hunters_reckon()
            yield self.env.timeout(max(1, math.ceil(in_s)))
            self.move_at(0.0)
            for person in self.people:
                if person.with_team:
                    person.settle(self.env.now)
            if why == "home":
                self.come_home()
                return
            if why == "rest":
                self.rests += 1
                yield from self.pause(self.carrier.rest_needed(self.setting.resume_hurry))
            else:
                handle_roughly(self, self.casualty)
                yield from self.pause(self.setting.stumble_rest_dist.draw(self.rng))

    def expect_stint(self) -> tuple[float, str]:
        """They move on; return in how many seconds they stop, and why."""
        rng, setting, carrier, now_s = self.rng, self.setting, self.carrier, self.env.now
        self.move_at(0.0)
        self.mode = Mode.MOVING
        means = self.incident.means
        path_mps = 6.0 / 3.6 * math.exp(-3.5 * abs(self.leg.grade + 0.05)) * self.leg.speed * self.pace_factor
        own_mps = path_mps * (1.0 - carrier.impairment) * setting.carry_speed[means]
        speed = max(0.05, setting.hurry_factor * own_mps)
        self.feel_loss(carrier)
        held_kg = self.casualty.given.mass_kg
        power = carrier.walking_power(speed, carrier.given.load_kg + held_kg, self.leg)
        carrier.settle(now_s)
        per_hand = max(1e-3, 0.5 * held_kg * setting.hand_share[means] / carrier.given.grip_kg)
        hold_s = setting.hold_factor[means] * setting.grip_a_s * per_hand**-setting.grip_b
        hold_s *= math.exp(rng.gauss(0.0, setting.hold_spread))
        carrier.exert(now_s, power, 1.0 / hold_s)
        tired_s = carrier.hold * hold_s
        if power > carrier.cp:
            tired_s = min(tired_s, carrier.wprime_j / (power - carrier.cp))
        spent = 1.0 - carrier.wprime_j / carrier.full_j
        per_m = setting.stumble_per_km / 1000.0 * self.leg.stumble * setting.stumble_load
        per_m *= (1.0 + (setting.stumble_tired - 1.0) * spent) * (1.0 + carrier.impairment)
        ends = [((self.leg.end_m - self.at_m) / speed, "home"), (tired_s, "rest")]
        ends.append((rng.expovariate(per_m * speed), "stumble"))
        knee_per_s = setting.knee_per_min * carrier.impairment / 60.0
        if knee_per_s > 0.0:
            ends.append((rng.expovariate(knee_per_s), "knee"))
        self.move_at(speed)
        return min(ends)

    def feel_loss(self, person: Person) -> None:
        """Critical power falls with the blood lost; a loss too small to matter is not looked up."""
        if person.flow() * (self.env.now - person.touched_s) > UNFELT_LOSS * person.given.blood0_ml:
            person.touch(self.env.now)
        person.cp = person.cp0 * person.blood / person.given.blood0_ml

    def set_posture(self) -> None:
        """Carried upright he dims sooner."""
        posture = self.setting.upright_factor if self.setting.upright[self.incident.means] > 0.0 else 1.0
        if self.casualty.posture != posture:
            self.casualty.touch(self.env.now)
            self.casualty.posture = posture
            self.feel(self.casualty)

    def pause(self, in_s: float) -> Process:
        """Set down and rest."""
        self.mode = Mode.RESTING
        self.all_rest()
        self.hunters_reckon()
        yield self.env.timeout(max(1, math.ceil(in_s)))

    def all_rest(self) -> None:
        """Everyone of the team rests."""
        for person in self.people:
            if person.with_team:
                person.rest(self.env.now)

    def come_home(self) -> None:
        """The end of the way: the dead are laid down, the living wait for hands."""
        self.mode = Mode.ARRIVED
        for person in self.people:
            if person.with_team:
                self.gate.come_in(person, expected=False)

    # --- those who follow -------------------------------------------------------------------------

    def hunters_reckon(self) -> None:
        """The team moves otherwise than it did: the moment of the catch is another."""
        if self.hunters.is_alive and self.hunters is not self.env.active_process:
            self.hunters.interrupt()

    def hunt(self) -> Process:
        """Follow the trail until it is lost, the gate is too near, or the team is caught."""
        lead, self.hunters_mps = (
            dist.draw(self.rng) for dist in (self.incident.lead_dist, self.incident.pursuit_speed_dist)
        )
        lost_s = 1 + int(self.incident.trail_lost_dist.draw(self.rng))
        while self.mode != Mode.ARRIVED:
            wait_s = self.catch_in_s(-lead + self.hunters_mps * self.env.now, lost_s)
            try:
                yield self.env.event() if wait_s == NEVER else self.env.timeout(wait_s)
            except simpy.Interrupt:
                continue
            self.caught += 1
            self.interrupt_team("caught")
            return

    def catch_in_s(self, hunters_m: float, lost_s: float) -> float:
        """Seconds until they are upon the team, as it moves now; NEVER when they will not be."""
        if self.mode == Mode.IDLE:
            return NEVER
        gap, closing = self.position - hunters_m, self.hunters_mps - self.speed
        if closing <= 0.0 and gap > 0.0:
            return NEVER
        in_s = max(0.0, gap / closing) if gap > 0.0 else 0.0
        too_near = self.position + self.speed * in_s > self.incident.way_m - self.incident.give_up_m
        if self.env.now + in_s >= lost_s or too_near:
            return NEVER
        return max(1, int(in_s) + 1)

    def fight(self) -> Process:
        """An exchange, one casualty at a time, until one side has had enough."""
        self.move_at(0.0)
        self.mode = Mode.FIGHTING
        for person in self.people:
            if person.able and self.rng.random() < person.given.desertion:
                person.status = Status.DESERTED
                self.decide(person, True)
        incident, enemies = self.incident, self.incident.pursuers
        while enemies > incident.break_share * incident.pursuers:
            theirs = enemies * incident.attacker_per_min
            wait_s = self.rng.expovariate((self.fire() + theirs) / 60.0)
            yield self.env.timeout(1 + int(min(wait_s, 604800.0)))
            ours = self.fire()
            if ours <= 0.0:
                self.overrun()
                break
            if self.rng.random() * (ours + theirs) < ours:
                enemies -= 1
            else:
                self.hit_somebody()
        self.mode = Mode.RESTING

    def fire(self) -> float:
        """Attackers the team puts out of action per minute."""
        return sum(person.given.fire_per_min for person in self.people if person.able)

    def overrun(self) -> None:
        """Nobody is left who can fight."""
        for person in self.people:
            if person.with_team and person.alive:
                self.die(person, Cause.CAPTURED)

    def hit_somebody(self) -> None:
        """One of the team is hit, by exposure: killed, or wounded."""
        there = [person for person in self.people if person.with_team and person.alive]
        weights = [person.given.exposure * (1.0 if person.able else SHELTERED) for person in there]
        (person,) = self.rng.choices(there, weights)
        if self.rng.random() < self.setting.hit_killed:
            self.die(person, Cause.KILLED)
            return
        person.touch(self.env.now)
        person.open_wound(self.hit_wound(), self.rng)
        self.feel(person)

    def hit_wound(self) -> Any:
        """What a hit does, from the setting's weapon tables."""
        setting, rng = self.setting, self.rng
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

    # --- those who come ---------------------------------------------------------------------------

    def lie_still(self) -> Process:
        """Nobody can carry: they stay where they are, and only those who look for them change that."""
        self.move_at(0.0)
        self.mode = Mode.STRANDED
        self.all_rest()
        self.hunters_reckon()
        # Who can neither walk nor be carried is put down where he is: no longer part of the team that is caught.
        if self.carrier.with_team and self.carrier.alive:
            self.carrier.status = Status.LEFT
        yield self.env.event()

    def watch(self) -> Process:
        """They are overdue: a party is fetched, walks out to where they lie, treats, loads and walks home."""
        incident, rng, env = self.incident, self.rng, self.env
        yield env.timeout(1 + int(incident.overdue_dist.draw(rng)))
        if self.mode == Mode.ARRIVED:
            return
        yield env.timeout(1 + int(incident.relief_ready_dist.draw(rng)))
        speed, distance = incident.relief_speed_dist.draw(rng), incident.way_m - self.position
        yield env.timeout(1 + int(distance / speed))
        for person in self.people:
            if person.alive and person.status in (Status.WITH_TEAM, Status.LEFT) and person.care_s < 0:
                person.care_s = env.now
        for order in self.numbers.orders:
            treat(self, self.people[order.patient], T(order.treatment), Skill(incident.relief_skill))
        yield env.timeout(1 + int(incident.relief_load_dist.draw(rng)))
        aboard = [person for person in self.people if person.status in (Status.WITH_TEAM, Status.LEFT)]
        for person in aboard:
            person.status = Status.WITH_RELIEF
        yield env.timeout(1 + int(distance / (speed * incident.relief_laden)))
        for person in aboard:
            self.gate.come_in(person, expected=True)


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


def live(numbers: Numbers, seed: int, replicate: int, count: bool = False) -> Outcome:
    """Live one replicate; its own generator makes it repeatable alone. With `count`, count the events SimPy processes."""
    env = Counting() if count else simpy.Environment()
    life = Life(numbers, random.Random((seed << 32) + replicate), env)
    life.team = env.process(life.begin())
    env.run(until=life.decided)
    casualty, carrier = life.casualty, life.carrier
    return Outcome(
        alive_on_arrival=casualty.alive_on_arrival == 1,
        alive_30=casualty.alive_30 == 1,
        carrier_alive_30=carrier.alive_30 == 1,
        dead_s=casualty.dead_s,
        arrived_s=casualty.arrived_s,
        rests=life.rests,
        caught=life.caught,
        events=env.steps if isinstance(env, Counting) else 0,
    )
