"""The team on its way home: stints of movement, and what ends each."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from homeward.codes import Draw, Evacuation, Event, Mode, Status
from homeward.kernel.tables import TEAM
from tests.reference.bearers import Bearers
from tests.reference.given import Row
from tests.reference.strength import tobler

if TYPE_CHECKING:
    from tests.reference.person import Person
    from tests.reference.twin import Life


class Team(Bearers):
    """Those who went out together."""

    number = TEAM

    def __init__(self, life: Life, given: Row) -> None:
        super().__init__(life, given)
        self.why = Event.LEG_DONE
        self.leg, self.stints, self.rests = 0, 0, 0
        self.pace_factor: float = given["pace_factor"]
        self.steps_left: int = given["steps_left"]

    def move(self, speed: float) -> None:
        """The team never leaves the way."""
        super().move(speed)
        self.at_m = min(max(self.at_m, 0.0), self.incident["way_m"])

    # --- the plan

    def set_off(self) -> None:
        """How they mean to get home from here."""
        if self.pace_factor <= 0.0:
            spread = self.setting["speed_spread"]
            self.pace_factor = self.life.draws.lognormal(1.0, spread, self.name, Draw.HURRY_SPEED)
        helpless = self.first_helpless()
        if any(person.able for person in self.life.people):
            self.tell(Event.SET_OFF, float(self.incident["means"]), helpless.index if helpless else -1)
        if helpless and self.life.step.is_possible():
            self.life.step.gather()
        elif helpless and self.incident["evacuation"] == Evacuation.WAIT:
            self.move(0.0)
            self.mode = Mode.WAITING
            self.all_rest()
        else:
            if helpless and self.incident["evacuation"] == Evacuation.LEAVE_AND_SEND:
                self.leave_behind(helpless)
            self.mode = Mode.RESTING
            self.plan(self.life.now_s, Event.MOVED_ON)

    def first_helpless(self) -> Person | None:
        """A living member who cannot walk, the one it is about first."""
        helpless = [person for person in self.members() if person.alive and not person.able]
        return self.life.focus if self.life.focus in helpless else helpless[0] if helpless else None

    def leave_behind(self, person: Person) -> None:
        """They go for help without him; the enemy may find him first."""
        self.leave(person)
        if self.life.hunters.left > 0 and self.incident["found_dist"] >= 0:
            person.plan(person.after(self.incident["found_dist"], Draw.FOUND_BY_ENEMY), Event.FOUND_BY_ENEMY)

    def leave(self, person: Person) -> None:
        """He stays here."""
        person.status, person.left_m = Status.LEFT, self.at_m
        person.tell(Event.LEFT_BEHIND)
        person.lie_down()

    # --- stints

    def move_on(self) -> None:
        """Who bears, how, how fast, and what will end the stint."""
        self.stints += 1
        self.move(0.0)
        self.leg = self.leg_here()
        if self.mode == Mode.RIDING:
            self.ride(self.life.legs[self.leg]["end_m"])
            return
        self.choose_casualty()
        end_m, why = self.next_stop()
        if (self.casualty and not self.bearing) or not any(person.able for person in self.life.people):
            self.strand()
            return
        if self.casualty:
            self.set_posture()
        self.mode = Mode.MOVING
        speed = self.speed_of_the_slowest()
        tired_s = self.put_to_work(speed)
        distance = end_m - self.at_m
        ends = [(distance / speed, why)]
        if distance > self.setting["march_leg_m"]:
            speed *= self.march_share()
            self.pace_the_march()
            ends = [(distance / speed, why)]
        elif self.bearing:
            ends.append((tired_s, Event.RESTED))
            ends.append((self.stumble_time(speed), Event.STUMBLED))
            ends.append((self.knee_time(), Event.KNEE_GAVE_WAY))
        self.tell(Event.MOVED_ON, speed, self.casualty.index if self.casualty else -1)
        self.go(speed, *min(ends, key=lambda end: end[0]))

    def leg_here(self) -> int:
        """The leg of the next step."""
        ahead = [n for n, leg in enumerate(self.life.legs) if leg["end_m"] > self.at_m + 1e-6]
        return ahead[0] if ahead else len(self.life.legs) - 1

    def next_stop(self) -> tuple[float, Event]:
        """The end of the leg, or the mount that waits on it."""
        end_m, there_m = self.life.legs[self.leg]["end_m"], self.incident["transport_at_m"]
        wanted = self.incident["transport"] > 0 and self.casualty is not None and there_m < self.incident["way_m"]
        if wanted and self.at_m - 1e-6 <= there_m <= end_m:
            return there_m, Event.MOUNTED
        return end_m, Event.LEG_DONE

    def go(self, speed: float, seconds: float, why: Event) -> None:
        """They move until then, for that reason."""
        self.move(speed)
        self.why = why
        self.plan(self.life.now_s + max(1, ceil(seconds)), Event.STINT_ENDS)

    def ride(self, end_m: float) -> None:
        """On a horse, wagon or vehicle: to the end of the leg or the next jolt."""
        speed, jolts = self.incident["transport_mps"], self.incident["transport_jolt"]
        ends = [((end_m - self.at_m) / speed, Event.LEG_DONE)]
        if jolts > 0.0:
            mean_s = 1000.0 / jolts / speed
            ends.append((self.life.draws.exponential(mean_s, self.name, Draw.STUMBLE, self.stints), Event.STUMBLED))
        self.all_rest()
        self.go(speed, *min(ends, key=lambda end: end[0]))

    def strand(self) -> None:
        """Nobody can go on."""
        self.mode = Mode.STRANDED
        self.move(0.0)
        self.all_rest()
        self.drop_plan()
        self.tell(Event.STRANDED, 0.0, self.casualty.index if self.casualty else -1)
        self.life.watch.miss_them(self.stints)

    def stint_ends(self) -> bool:
        """What ended it decides what comes next. Returns whether they are home."""
        self.move(0.0)
        for person in self.members():
            person.settle()
        if self.why == Event.LEG_DONE:
            if self.leg_done():
                return True
            self.move_on()
        elif self.why == Event.RESTED:
            self.change_over()
        elif self.why == Event.MOUNTED:
            self.mount()
        elif self.why == Event.STUMBLED and self.mode == Mode.RIDING:
            self.life.care.handle_roughly(self.casualty, self.setting["rough_rebleed"])
            self.move_on()
        elif self.why in (Event.STUMBLED, Event.KNEE_GAVE_WAY):
            self.fall()
        else:
            self.move_on()
        return False

    def leg_done(self) -> bool:
        """The end of a leg. Returns whether it is the last."""
        leg, setting = self.life.legs[self.leg], self.setting
        self.at_m = leg["end_m"]
        length_m = leg["end_m"] - leg["start_m"]
        self.tell(Event.LEG_DONE, float(self.leg), self.casualty.index if self.casualty else -1)
        if self.casualty and length_m > setting["march_leg_m"] and self.mode == Mode.MOVING:
            stumbles = setting["stumble_per_km"] * setting["stumble_load"] * leg["stumble"] * length_m / 1000.0
            self.life.care.handle_roughly(self.casualty, 1.0 - (1.0 - setting["rough_rebleed"]) ** stumbles)
        return self.leg + 1 >= len(self.life.legs)

    def fall(self) -> None:
        """A stumble, or a knee that gives way."""
        bearer = self.most_impaired()
        casualty = self.casualty.index if self.casualty else -1
        self.life.record(self.why, bearer.index, casualty, self.to_go(), 0.0)
        self.life.care.handle_roughly(self.casualty, self.setting["rough_rebleed"])
        self.pause(self.life.draws.of(self.setting["stumble_rest_dist"], self.name, Draw.STUMBLE_REST, self.stints))

    def mount(self) -> None:
        """They reach what waits on the way."""
        casualty = self.casualty.index if self.casualty else -1
        self.tell(Event.MOUNTED, float(self.incident["transport"]), casualty)
        if self.casualty:
            self.casualty.lie_down()
        self.pause(self.life.draws.of(self.incident["transport_load_dist"], self.name, Draw.MOUNT_TIME))
        self.mode = Mode.RIDING

    def change_over(self) -> None:
        """A bearer is done: fresh ones take over, or all rest."""
        chosen, fresh, wait_s = self.freshest(), True, 0.0
        for person in chosen:
            person.rest()
            fresh = fresh and self.is_fresh(person)
            wait_s = max(wait_s, person.rest_needed(self.resume_share()))
        casualty = self.casualty.index if self.casualty else -1
        if fresh and set(chosen) != set(self.bearing):
            self.tell(Event.SWAPPED, 0.0, casualty)
            self.pause(self.setting["swap_s"])
            return
        self.rests += 1
        self.tell(Event.RESTED, wait_s, casualty)
        self.pause(wait_s)

    def pause(self, seconds: float) -> None:
        """They set him down."""
        self.mode = Mode.RESTING
        self.all_rest()
        self.plan(self.life.now_s + max(1, ceil(seconds)), Event.MOVED_ON)

    def all_rest(self) -> None:
        """Nobody works."""
        for person in self.members():
            person.rest()

    def reach(self, expected: bool) -> None:
        """The end of the way; whoever was left behind is now told of."""
        self.mode = Mode.ARRIVED
        for person in self.members():
            if person.alive or person is self.casualty:
                self.life.hospital.come_in(person, expected)
            else:
                person.status, person.left_m = Status.LEFT, self.incident["way_m"] - person.dead_at_m
        if self.life.relief.farthest_left():
            self.life.relief.call()

    def path_speed(self) -> float:
        """An ordinary walk on this leg, m/s."""
        leg = self.life.legs[self.leg]
        return tobler(leg["grade"]) * leg["speed"] * self.pace_factor
