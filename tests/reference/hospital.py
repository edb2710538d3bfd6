"""Arrival: the gate, triage, theatre, and the thirty days after; the outlook by RTS and TRISS."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

from homeward.codes import Awareness, Cause, Draw, Event, Sign, Skill, Status, Threat, Treatment, Triage

if TYPE_CHECKING:
    from tests.reference.person import Person
    from tests.reference.twin import Life


class Hospital:
    """The end of the way."""

    def __init__(self, life: Life) -> None:
        self.life, self.setting, self.incident = life, life.setting, life.incident

    def come_in(self, person: Person, expected: bool) -> None:
        """He reaches those who wait."""
        life, setting = self.life, self.setting
        if person.arrived_s >= 0:
            return
        person.arrived_s, person.status = life.now_s, Status.AWAITING_CARE
        life.observing.happened(person, Sign.ARRIVED)
        person.tell(Event.ARRIVED, life.now_s / 60.0)
        if not person.alive:
            return
        person.lie_down()
        if not person.alive:
            return
        person.touch()
        person.reached_alive = True
        person.arrival_blood = person.blood / person.blood0
        person.arrival_map = person.pressure(person.blood)
        if not person.wounds and person.collapsed_s < 0:
            person.status = Status.HOME
            person.decide(True)
            return
        first_s = life.draws.of(setting["first_hands_dist"], person.name, Draw.FIRST_HANDS)
        if life.relief.alarm:
            first_s *= setting["warned_factor"]
        first_s -= self.incident["alert_m"] / 1.33
        person.plan(life.now_s + 1 + (0 if expected else max(0, int(first_s))), Event.FIRST_HANDS)

    def first_hands(self, person: Person) -> None:
        """Medics reach him."""
        if not person.alive:
            return
        mine = person.index == self.incident["carrier"] and person is not self.life.focus
        if mine and self.incident["refuses_care"] == 1 and not person.refused:
            person.refused = True
            person.tell(Event.CARE_REFUSED)
            person.plan(person.after(self.setting["refusal_dist"], Draw.REFUSAL), Event.FIRST_HANDS)
            return
        if person.care_s < 0:
            person.care_s = self.life.now_s
        person.status = Status.IN_CARE
        person.tell(Event.FIRST_HANDS)
        for treatment in (Treatment.PACKING, Treatment.CHEST_SEAL, Treatment.DECOMPRESSION):
            if self.life.care.applies(person, treatment):
                self.life.care.treat(-1, person, treatment, Skill.MEDIC, 2000 + treatment)
        person.plan(person.after(self.setting["stretcher_dist"], Draw.STRETCHER), Event.AT_HOSPITAL)

    def at_hospital(self, person: Person) -> None:
        """Through the door, and out of this incident when others take over there."""
        if not person.alive:
            return
        person.tell(Event.AT_HOSPITAL)
        if not self.life.ends_at_door:
            person.plan(person.after(self.setting["triage_dist"], Draw.TRIAGE_TIME), Event.TRIAGED)
            return
        person.touch()
        person.become_aware()
        if person.alive:
            self.life.forget_body(person)
            person.decide(True)

    def category(self, person: Person) -> Triage:
        """Who must not wait."""
        failing = not person.awake or person.pressure(person.blood) < 70.0
        choking = person.threat != Threat.NONE and person.threat_per_s > 0.0
        if failing or choking or person.flow() > 50.0 / 60.0:
            return Triage.T1
        serious = person.iss >= 9 or person.impairment >= 0.5 or person.collapsed_s >= 0
        return Triage.T2 if serious else Triage.T3

    def triage(self, person: Person) -> None:
        """Category, and outlook by the vitals."""
        if not person.alive:
            return
        person.touch()
        person.triage = self.category(person)
        person.tell(Event.TRIAGED, float(person.triage))
        if not person.wounds:
            person.decide(True)
            return
        person.survival = survival_by_vitals(person)
        wait = self.setting["theatre_wait_dist"][person.triage]
        person.plan(person.after(wait, Draw.THEATRE_WAIT), Event.THEATRE)

    def open_theatre(self, person: Person) -> None:
        """The bleeding stops, the chest is drained, blood is given."""
        if not person.alive:
            return
        person.touch()
        person.tell(Event.THEATRE, person.survival)
        for wound in person.wounds:
            wound.outer = wound.inner = 0.0
        person.threat_per_s = person.threat_done = 0.0
        given = self.life.care.transfuse(person, self.setting["transfusion_ml"])
        if given > 0.0:
            person.tell(Event.TRANSFUSED, given)
        person.become_aware()
        if person.alive:
            self.life.forget_body(person)
            person.plan(person.after(self.setting["theatre_time_dist"], Draw.THEATRE_TIME), Event.OUT_OF_THEATRE)

    def loses_limb(self, person: Person) -> bool:
        """It was gone at once, or the tourniquet stayed too long."""
        if any(wound.amputation for wound in person.wounds):
            return True
        if person.tourniquet_s < 0:
            return False
        hours = (self.life.now_s - person.tourniquet_s) / 3600.0
        risk = 1.0 - 0.5 ** ((hours / self.setting["limb_loss_hours"]) ** 3.0)
        return self.life.draws.uniform(person.name, Draw.LIMB) < risk

    def leave_theatre(self, person: Person) -> None:
        """Alive at thirty days, or not."""
        life, setting = self.life, self.setting
        if self.loses_limb(person):
            person.limb_lost = True
            person.tell(Event.LIMB_LOST)
        chance = person.survival * exp(-setting["debt_death"] * person.debt / 1000.0)
        if life.draws.uniform(person.name, Draw.SURVIVAL) < chance:
            person.tell(Event.OUT_OF_THEATRE, chance)
            person.tell(Event.THIRTY_DAYS, 30.0)
            person.decide(True)
            return
        person.dead_s, person.cause, later_s = life.now_s, Cause.ON_THE_TABLE, 0.0
        if person.arrival_map >= setting["table_map_mmhg"]:
            later_s = life.draws.of(setting["death_day_dist"], person.name, Draw.DEATH_DAY)
            person.dead_s, person.cause = life.now_s + int(later_s), Cause.IN_HOSPITAL
        person.tell(Event.DIED_LATER, later_s / 86400.0)
        person.awareness = Awareness.DEAD
        person.decide(False)


def coded(value: float, bounds: tuple[float, ...]) -> int:
    """4, 3, 2, 1 or 0, by the first of the falling bounds that a vital sign reaches."""
    return 4 - sum(value < bound for bound in bounds)


def survival_by_vitals(person: Person) -> float:
    """TRISS, from RTS, ISS and age."""
    setting, mmhg = person.life.setting, person.pressure(person.blood)
    coma = {Awareness.ALERT: 15, Awareness.LIGHTHEADED: 15, Awareness.VOICE: 13, Awareness.PAIN: 8}
    gcs = coma.get(person.awareness, 4)
    breaths = breathing(1.0 - person.blood / person.blood0, mmhg, person.threat_done)
    breathing_code = 3 if breaths > 29.0 else coded(breaths, (10.0, 10.0, 6.0, 1.0))
    rts = 0.9368 * coded(gcs, (13, 9, 6, 4)) + 0.7326 * coded(mmhg * (120.0 / 93.0), (90, 76, 50, 1))
    rts += 0.2908 * breathing_code
    b0, b1, b2, b3 = setting["triss"][0 if person.age < 15.0 else person.mechanism]
    old = 1.0 if person.age >= 55.0 else 0.0
    return 1.0 / (1.0 + exp(-(b0 + b1 * rts + b2 * person.iss + b3 * old)))


def breathing(loss: float, mmhg: float, threat_done: float) -> float:
    """Breaths per minute by loss (ATLS bands); fast when the chest fails, gasping near the end."""
    if mmhg < 35.0 or threat_done > 0.92:
        return 6.0
    if threat_done > 0.5 or loss > 0.40:
        return 36.0
    if loss > 0.30:
        return 34.0
    return 24.0 if loss > 0.15 else 17.0
