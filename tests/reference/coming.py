"""Those who come: the watch that misses them, the relief party, the aircraft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homeward.codes import Draw, Event, Mode, Status
from homeward.kernel.tables import AIRCRAFT, RELIEF, WATCH
from tests.reference.agenda import About
from tests.reference.given import Row
from tests.reference.party import Party

if TYPE_CHECKING:
    from tests.reference.person import Person
    from tests.reference.twin import Life


class Watch(Party):
    """Those who wait at the end of the way."""

    number = WATCH

    def expect_them(self) -> None:
        """From when on they are missed."""
        dist = self.incident["overdue_dist"]
        if dist >= 0:
            self.soon(self.life.draws.of(dist, self.name, Draw.OVERDUE), Event.OVERDUE)

    def miss_them(self, nth: int) -> None:
        """They are stranded: unless somebody waits for them already, they will be missed some day."""
        dist = self.incident["overdue_dist"]
        if dist >= 0 and not self.life.agenda.has((About.PARTY, WATCH)):
            self.soon(self.life.draws.of(dist, self.name, Draw.OVERDUE, nth), Event.OVERDUE)

    def look_for_them(self) -> None:
        """They are overdue."""
        if self.life.team.mode != Mode.ARRIVED or self.life.somebody_is_stuck():
            self.life.relief.call()


class Helpers(Party):
    """What relief party and aircraft have in common."""

    status: Status

    def after(self, dist: str, purpose: Draw) -> int:
        """Seconds that something of theirs takes, begun ones counted whole."""
        return 1 + int(self.life.draws.of(self.incident[dist], self.name, purpose))

    def halt_team(self) -> None:
        """The team stops and waits."""
        team = self.life.team
        team.mode = Mode.HALTED
        team.drop_plan()
        team.all_rest()

    def release_team(self) -> None:
        """The team goes on without those it carried."""
        team = self.life.team
        if team.mode == Mode.HALTED:
            team.casualty, team.mode = None, Mode.RESTING
            team.plan(self.life.now_s, Event.MOVED_ON)

    def bring_in(self) -> None:
        """They are home with those they carry."""
        self.mode = Mode.ARRIVED
        for person in self.life.people:
            if person.status == self.status:
                self.life.hospital.come_in(person, expected=True)


class Relief(Helpers):
    """The party that can be sent out."""

    number, status = RELIEF, Status.WITH_RELIEF

    def __init__(self, life: Life, given: Row) -> None:
        super().__init__(life, given)
        self.alarm = False

    def call(self) -> None:
        """The call reaches them."""
        if self.incident["relief"] == 0 or self.alarm:
            return
        self.alarm = True
        self.tell(Event.RELIEF_CALLED)
        self.plan(self.life.now_s + self.after("relief_ready_dist", Draw.RELIEF_READY), Event.RELIEF_SET_OUT)

    def pace(self) -> float:
        """m/s, without a litter."""
        return self.life.draws.of(self.incident["relief_speed_dist"], self.name, Draw.RELIEF_SPEED)

    def set_out(self) -> None:
        """They leave."""
        self.mode = Mode.OUTBOUND
        self.at_m, self.since_s, self.speed = self.incident["way_m"], self.life.now_s, -self.pace()
        self.tell(Event.RELIEF_SET_OUT, -self.speed)

    def farthest_left(self) -> Person | None:
        """Of those left behind the one nearest to the end of the way."""
        left = [person for person in self.life.people if person.status == Status.LEFT]
        return max(left, key=lambda person: person.left_m, default=None)

    def reckon(self) -> None:
        """When they meet whom they come to first."""
        if self.mode != Mode.OUTBOUND:
            return
        team, left, waits = self.life.team, self.farthest_left(), []
        if left:
            waits.append(max(0.0, (self.position() - left.left_m) / -self.speed))
        stuck = team.mode in (Mode.STRANDED, Mode.WAITING)
        ahead = self.position() >= team.position() - 1.0
        if ahead and team.mode not in (Mode.ARRIVED, Mode.FIGHTING) and (team.casualty or stuck):
            waits.append(max(0.0, (self.position() - team.position()) / (team.speed - self.speed)))
        if waits:
            self.soon(min(waits), Event.MET)
        else:
            self.drop_plan()

    def meet(self) -> None:
        """They meet: the team halts, the medics treat and load."""
        team = self.life.team
        self.move(0.0)
        self.mode = Mode.HALTED
        self.tell(Event.MET, self.to_go(), team.casualty.index if team.casualty else -1, self.to_go())
        if abs(team.position() - self.at_m) < 20.0 and team.mode != Mode.ARRIVED:
            team.move(0.0)
            self.halt_team()
        self.life.care.carry_out_orders_of_those_who_come(self.at_m, self.incident["relief_skill"])
        self.plan(self.life.now_s + self.after("relief_load_dist", Draw.RELIEF_LOAD), Event.CASUALTY_LOADED)

    def load(self) -> None:
        """Whoever cannot walk goes on the litter; then on to the next, or home."""
        for person in self.life.people:
            if self.life.is_here(person, self.at_m) and not person.able:
                person.status = Status.WITH_RELIEF
                self.tell(Event.CASUALTY_LOADED, 0.0, person.index, self.to_go())
                person.lie_down()
        if self.farthest_left():
            self.mode = Mode.OUTBOUND
            self.move(-self.pace())
            self.reckon()
        else:
            speed = self.pace() * self.incident["relief_laden"]
            self.mode = Mode.INBOUND
            self.take_along()
            self.move(speed)
            self.soon(self.to_go() / speed + 1e-6, Event.ARRIVED)
        self.release_team()

    def take_along(self) -> None:
        """Those of the team who can walk go home beside the litter."""
        for person in self.life.people:
            if person.with_team and self.life.is_here(person, self.at_m):
                person.status = Status.WITH_RELIEF
                person.tell(Event.HANDED_OVER, 0.0, to_go=self.to_go())
                self.life.team.mode = Mode.ARRIVED

    def reach(self) -> None:
        """They are home; if somebody is still out there they are called again."""
        self.bring_in()
        self.alarm = False
        if self.life.somebody_is_stuck():
            self.call()


class Aircraft(Helpers):
    """The aircraft that can be called."""

    number, status = AIRCRAFT, Status.ABOARD

    def answer(self) -> None:
        """The call is made."""
        self.tell(Event.LIFT_CALLED)
        self.plan(self.life.now_s + self.after("lift_call_dist", Draw.LIFT_CALL), Event.WEATHER_CLEARED)

    def wait_for_weather(self) -> None:
        """It flies at once, or when the weather clears."""
        wait_s = self.after("lift_launch_dist", Draw.LIFT_LAUNCH)
        if self.life.draws.uniform(self.name, Draw.LIFT_FLYABLE) >= self.incident["lift_flyable"]:
            clear_s = self.after("lift_weather_dist", Draw.LIFT_WEATHER)
            wait_s += clear_s
            self.tell(Event.WEATHER_CLEARED, clear_s / 60.0)
        self.plan(self.life.now_s + wait_s, Event.LIFT_OFF)

    def lift_off(self) -> None:
        """On its way."""
        self.mode = Mode.OUTBOUND
        self.tell(Event.LIFT_OFF)
        self.soon(self.incident["lift_base_m"] / self.incident["lift_speed_mps"], Event.AT_SCENE)

    def helpless(self) -> list[Person]:
        """Those where the team is who cannot walk, dead or alive."""
        at_m = self.life.team.position()

        def near(person: Person) -> bool:
            return person.with_team or (person.status == Status.LEFT and abs(person.left_m - at_m) < 20.0)

        return [person for person in self.life.people if near(person) and not person.able]

    def be_at_scene(self) -> None:
        """Overhead."""
        team = self.life.team
        if team.mode == Mode.ARRIVED or not any(person.alive for person in self.helpless()):
            self.mode = Mode.IDLE
            return
        self.tell(Event.AT_SCENE, 0.0, team.casualty.index if team.casualty else -1)
        team.move(0.0)
        self.at_m, self.mode = team.at_m, Mode.HALTED
        if team.mode != Mode.FIGHTING:
            self.halt_team()
        self.plan(self.life.now_s + self.after("lift_load_dist", Draw.LIFT_LOAD), Event.LOADED)
        self.life.care.carry_out_orders_of_those_who_come(self.at_m, self.incident["lift_skill"])

    def load(self) -> None:
        """Whoever cannot walk goes aboard."""
        for person in self.helpless():
            person.status = Status.ABOARD
            self.tell(Event.LOADED, 0.0, person.index)
            person.lie_down()
        self.mode = Mode.INBOUND
        self.soon(self.incident["lift_hospital_m"] / self.incident["lift_speed_mps"], Event.ARRIVED)
        self.release_team()
