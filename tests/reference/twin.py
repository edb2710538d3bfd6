"""The twin: one life of an incident in ordinary Python, slow and obvious, to hold the compiled kernel against.

It shares `homeward.codes` with the kernel and reads the same lowered numbers; every process is written a second time.
"""

from __future__ import annotations

from dataclasses import dataclass

from homeward.codes import Cause, Event, Mode, Status
from homeward.kernel.tables import AIRCRAFT, HAZARD, PURSUERS, RELIEF, TEAM, WATCH
from tests.reference.agenda import About, Agenda
from tests.reference.body import Wound
from tests.reference.care import Care
from tests.reference.coming import Aircraft, Relief, Watch
from tests.reference.draws import Draws
from tests.reference.enemy import Attackers, Hunters
from tests.reference.given import Given, Row
from tests.reference.hospital import Hospital
from tests.reference.observing import Observing
from tests.reference.person import Person
from tests.reference.step import Step
from tests.reference.team import Team

MOST_EVENTS = 50_000


@dataclass
class Line:
    """One line of the ledger; who: person, or -1 - party."""

    at_s: int
    event: Event
    who: int
    other: int
    to_go_m: float
    detail: float


class Life:
    """One replicate, from the start to the thirtieth day."""

    def __init__(self, given: Given, replicate: int) -> None:
        self.setting, self.incident, self.legs = given.setting, given.incident, given.legs
        self.agenda, self.draws, self.ends_at_door = Agenda(), Draws(given, replicate), given.ends_at_door
        self.ledger: list[Line] = []
        self.events = 0
        self.observing = Observing(self, given.observed)
        self.people = [Person(self, index, row) for index, row in enumerate(given.people)]
        self.focus = self.people[self.incident["focus"]]
        self.wounds = [(row, self.scenario_wound(number, row)) for number, row in enumerate(given.wounds)]
        self.fight_wounds = 0
        self.team = Team(self, given.parties[TEAM])
        self.attackers, self.hunters = Attackers(self, given.parties[HAZARD]), Hunters(self, given.parties[PURSUERS])
        self.relief, self.aircraft = Relief(self, given.parties[RELIEF]), Aircraft(self, given.parties[AIRCRAFT])
        self.watch = Watch(self, given.parties[WATCH])
        self.care, self.hospital = Care(self, given.orders, given.treatments), Hospital(self)
        self.step = Step(self)

    @staticmethod
    def scenario_wound(number: int, row: Row) -> Wound:
        """A wound that the scenario describes."""
        names = (
            "region side ais mechanism compressible flow_dist clot_dist threat threat_dist impairment_dist amputation"
        )
        return Wound(number, **{name: row[name] for name in names.split()})

    @property
    def now_s(self) -> int:
        return self.agenda.now_s

    def record(self, event: Event, who: int, other: int, to_go_m: float, detail: float) -> None:
        """Write a line."""
        self.ledger.append(Line(self.now_s, event, who, other, to_go_m, detail))

    def next_wound_number(self) -> int:
        """Wounds made in the fight are numbered after those of the scenario."""
        self.fight_wounds += 1
        return len(self.wounds) + self.fight_wounds - 1

    def open_wounds(self, by_trap: bool) -> None:
        """The scenario's wounds: those there from the start, or those that the trap makes."""
        for row, wound in self.wounds:
            if (row["hazard"] == 1) == by_trap:
                self.people[row["who"]].open_wound(wound)
        for person in self.people:
            person.feel_wounds()

    def forget_body(self, person: Person) -> None:
        """His body changes no more by itself."""
        self.agenda.drop((About.BODY, person.index))

    def is_here(self, person: Person, at_m: float) -> bool:
        """Whether he is where those who came stand."""
        if person.status == Status.LEFT:
            return abs(person.left_m - at_m) < 20.0
        return person.with_team and abs(self.team.position() - at_m) < 20.0

    def somebody_is_stuck(self) -> bool:
        """Whether somebody out there cannot come home by himself."""
        if self.relief.farthest_left():
            return True
        waiting = self.team.mode in (Mode.STRANDED, Mode.WAITING)
        return waiting and any(person.alive for person in self.team.members())

    # --- the course of it

    def live(self) -> None:
        """Event after event, until everybody's thirty days are known or nothing more can happen."""
        asked = [person for person in self.people if person.asked_about and person.with_team]
        self.team.plan(0, Event.START)
        while any(person.alive_30 is None for person in asked):
            entry = self.agenda.take()
            if entry is None:
                break
            self.events += 1
            assert self.events <= MOST_EVENTS, "this life does not end"
            _, event, (about, number) = entry
            if about == About.BODY:
                self.people[number].change()
            elif about == About.HANDS:
                self.for_person(Event(event), self.people[number])
            else:
                self.for_party(Event(event), number)
                self.hunters.reckon()
                self.relief.reckon()
        self.close()

    def close(self) -> None:
        """Whoever is still out there was never found."""
        for person in self.people:
            if person.alive_30 is None and person.asked_about:
                person.cause, person.dead_s = Cause.EXPOSURE, self.now_s
                person.decide(False)
        self.observing.conclude()

    def start(self) -> None:
        """The incident begins."""
        incident = self.incident
        self.open_wounds(by_trap=False)
        self.hunters.take_up_the_trail()
        if incident["relief_called_s"] >= 0.0:
            self.relief.plan(int(incident["relief_called_s"]), Event.RELIEF_CALLED)
        if incident["lift"] == 1 and incident["lift_called_s"] >= 0.0:
            self.aircraft.plan(int(incident["lift_called_s"]), Event.LIFT_CALLED)
        self.watch.expect_them()
        if incident["trap"] == 1:
            self.attackers.plan(int(incident["trap_at_s"]), Event.TRAP)
        elif incident["attackers"] > 0:
            self.attackers.plan(int(incident["ambush_at_s"]), Event.AMBUSH)
        else:
            self.team.plan(0, Event.TAKE_STOCK)

    def for_person(self, event: Event, person: Person) -> None:
        """What is done by him or for him."""
        hospital = self.hospital
        match event:
            case Event.AID_DONE:
                self.care.aid_done(person)
            case Event.FIRST_HANDS:
                hospital.first_hands(person)
            case Event.AT_HOSPITAL:
                hospital.at_hospital(person)
            case Event.TRIAGED:
                hospital.triage(person)
            case Event.THEATRE:
                hospital.open_theatre(person)
            case Event.OUT_OF_THEATRE:
                hospital.leave_theatre(person)
            case Event.ARRIVED:
                if person.alive:
                    hospital.come_in(person, expected=False)
            case Event.FOUND_BY_ENEMY:
                self.hunters.find(person)

    def for_party(self, event: Event, number: int) -> None:
        """What a party does."""
        match number, event:
            case 0, Event.START:
                self.start()
            case 0, Event.STINT_ENDS:
                if self.team.stint_ends():
                    self.team.reach(expected=False)
            case 0, Event.MOVED_ON:
                self.team.move_on()
            case 0, Event.TAKE_STOCK:
                self.care.take_stock()
            case 0, Event.SET_OFF:
                self.team.set_off()
            case 0, Event.STEP_READY:
                self.step.take()
            case 1, Event.TRAP:
                self.attackers.spring_trap()
            case 1, Event.AMBUSH:
                self.attackers.fall_upon(self.incident["attackers"])
            case 1, Event.EXCHANGE:
                self.attackers.exchange()
            case 2, Event.CAUGHT:
                self.hunters.catch()
            case 2, Event.TRAIL_LOST:
                self.hunters.lose_trail()
            case 3, _:
                self.for_relief(event)
            case 4, _:
                self.for_aircraft(event)
            case 5, Event.OVERDUE:
                self.watch.look_for_them()
            case _:
                raise ValueError(f"party {number} knows no {event.name}")

    def for_relief(self, event: Event) -> None:
        """What the relief party does."""
        {
            Event.RELIEF_CALLED: self.relief.call,
            Event.RELIEF_SET_OUT: self.relief.set_out,
            Event.MET: self.relief.meet,
            Event.CASUALTY_LOADED: self.relief.load,
            Event.ARRIVED: self.relief.reach,
        }[event]()

    def for_aircraft(self, event: Event) -> None:
        """What the aircraft does."""
        {
            Event.LIFT_CALLED: self.aircraft.answer,
            Event.WEATHER_CLEARED: self.aircraft.wait_for_weather,
            Event.LIFT_OFF: self.aircraft.lift_off,
            Event.AT_SCENE: self.aircraft.be_at_scene,
            Event.LOADED: self.aircraft.load,
            Event.ARRIVED: self.aircraft.bring_in,
        }[event]()


def live(given: Given, replicate: int) -> Life:
    """Live one replicate."""
    life = Life(given, replicate)
    life.live()
    return life
