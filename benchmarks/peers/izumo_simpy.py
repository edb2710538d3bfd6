"""The gate (scenario izumo, as it was) in SimPy: a peer that makes the same decisions by the same formulas.

Written as somebody who knows SimPy would: a process for each body, for the team, its hunters and each bed, which sleep
until something is due and are interrupted when it changes. It knows what this arm exercises and nothing more:
one carrier on one leg, hunters who may catch up, a fight, a party that looks for them when they are overdue.
"""

import math
import random
from collections.abc import Generator
from dataclasses import dataclass
from typing import Any

import simpy

from benchmarks.peers.body import NEVER
from benchmarks.peers.carrying import expect_stint, set_posture
from benchmarks.peers.gate import Gate
from benchmarks.peers.hunters import Hunters
from benchmarks.peers.numbers import Numbers
from benchmarks.peers.person import Person
from benchmarks.peers.treating import handle_roughly
from homeward.codes import Awareness, Cause, Mode, Status

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
        self.pace_factor = math.exp(rng.gauss(0.0, self.setting.speed_spread))
        self.rests = 0
        self.decided = env.event()
        self.gate, self.hunters = Gate(self), Hunters(self)
        self.team = env.process(self.begin())

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
        self.hunters.set_out()
        self.env.process(self.gate.watch())
        while self.mode != Mode.ARRIVED:
            try:
                yield from self.carry_home()
            except simpy.Interrupt as interrupt:
                if interrupt.cause == "caught":
                    yield from self.hunters.fight()
        self.hunters.reckon()

    def carry_home(self) -> Process:
        """Stint after stint, until they are home or nobody can go on."""
        while True:
            if not self.carrier.able:
                yield from self.lie_still()
            set_posture(self, self.casualty, self.setting.upright[self.incident.means])
            in_s, why = expect_stint(self)
            self.hunters.reckon()
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

    def pause(self, in_s: float) -> Process:
        """Set down and rest."""
        self.mode = Mode.RESTING
        self.all_rest()
        self.hunters.reckon()
        yield self.env.timeout(max(1, math.ceil(in_s)))

    def lie_still(self) -> Process:
        """Nobody can carry: they stay where they are, and only those who look for them change that."""
        self.move_at(0.0)
        self.mode = Mode.STRANDED
        self.all_rest()
        self.hunters.reckon()
        # Who can neither walk nor be carried is put down where he is: no longer part of the team that is caught.
        if self.carrier.with_team and self.carrier.alive:
            self.carrier.status = Status.LEFT
        yield self.env.event()

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


def live(numbers: Numbers, seed: int, replicate: int, count: bool = False) -> Outcome:
    """Live one replicate, repeatable alone; with `count`, also count the events SimPy processes."""
    env = Counting() if count else simpy.Environment()
    life = Life(numbers, random.Random((seed << 32) + replicate), env)
    env.run(until=life.decided)
    casualty, carrier = life.casualty, life.carrier
    return Outcome(
        alive_on_arrival=casualty.alive_on_arrival == 1,
        alive_30=casualty.alive_30 == 1,
        carrier_alive_30=carrier.alive_30 == 1,
        dead_s=casualty.dead_s,
        arrived_s=casualty.arrived_s,
        rests=life.rests,
        caught=life.hunters.caught,
        events=env.steps if isinstance(env, Counting) else 0,
    )
