"""Care in the field: what treatments do, and who gives which to whom before they set off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homeward.codes import Awareness, Draw, Event, Mode, Side, Skill, Status, Treatment
from tests.reference.body import Wound
from tests.reference.given import Row

if TYPE_CHECKING:
    from tests.reference.person import Person
    from tests.reference.twin import Life


def reach(wound: Wound, treatment: int) -> float:
    """The flow (mL/s) of a wound on which a treatment acts."""
    if treatment == Treatment.TOURNIQUET:
        return wound.outer + wound.inner if wound.on_limb(Side.ARM, Side.LEG) else 0.0
    if treatment == Treatment.SPLINT:
        return wound.outer + wound.inner if wound.on_limb(Side.LEG) else 0.0
    return wound.outer


def worst(patient: Person, treatment: int) -> Wound | None:
    """The wound that a treatment can slow most."""
    best, best_flow = None, 0.0
    for wound in patient.wounds:
        if reach(wound, treatment) > best_flow:
            best, best_flow = wound, reach(wound, treatment)
    return best


class Care:
    """Treatments, and the orders given for them."""

    def __init__(self, life: Life, orders: list[Row], treatments: list[Row]) -> None:
        self.life, self.treatments = life, treatments
        self.orders = [dict(order, done=False, by=None) for order in orders]

    # --- what a treatment does

    def applies(self, patient: Person, treatment: int) -> bool:
        """Whether there is anything for it to do."""
        if not patient.alive or not patient.wounds:
            return False
        if treatment in (Treatment.TOURNIQUET, Treatment.PACKING, Treatment.SPLINT):
            return worst(patient, treatment) is not None
        if treatment in (Treatment.CHEST_SEAL, Treatment.DECOMPRESSION, Treatment.AIRWAY):
            return self.treatments[treatment]["threat"][patient.threat] < 1.0
        return True

    def treat(self, helper: int, patient: Person, treatment: int, skill: int, nth: int) -> None:
        """A treatment ends: it works or not."""
        if not patient.alive:
            return
        patient.touch()
        chance = self.treatments[treatment]["success"][skill]
        works = self.life.draws.uniform(patient.name, Draw.AID_SUCCESS, nth) < chance
        if works:
            self.act(patient, treatment)
        event = Event.AID_DONE if works else Event.AID_FAILED
        self.life.record(event, helper, patient.index, patient.to_go(), float(treatment))
        patient.become_aware()

    def act(self, patient: Person, treatment: int) -> None:
        """It works."""
        setting, table, wound = self.life.setting, self.treatments[treatment], worst(patient, treatment)
        match Treatment(treatment):
            case Treatment.TXA:
                self.stem(patient.wounds, self.txa(patient))
            case Treatment.BLOOD:
                self.transfuse(patient, setting["blood_unit_ml"])
            case Treatment.WARMING:
                for each in patient.wounds:
                    each.clot_per_s *= setting["warming_clot"]
            case Treatment.PACKING if wound:
                wound.outer *= table["flow"]
                wound.control *= table["flow"]
            case Treatment.TOURNIQUET | Treatment.SPLINT if wound:
                self.stem([wound], table["flow"])
                if treatment == Treatment.TOURNIQUET and patient.tourniquet_s < 0:
                    patient.tourniquet_s = self.life.now_s
                wound.impairment *= table["impairment"]
                patient.reckon_gait()
            case Treatment.CHEST_SEAL | Treatment.DECOMPRESSION | Treatment.AIRWAY | Treatment.NONE:
                patient.threat_per_s *= table["threat"][patient.threat]

    @staticmethod
    def stem(wounds: list[Wound], left: float) -> None:
        """Leave only this share of the flow, for good."""
        for wound in wounds:
            wound.outer *= left
            wound.inner *= left
            wound.control *= left
            wound.control_inner *= left

    def txa(self, patient: Person) -> float:
        """What TXA leaves of the flow, by time since wounding."""
        setting, hours = self.life.setting, (self.life.now_s - patient.wounded_s) / 3600.0
        if hours > 3.0:
            return 1.0 + setting["txa_harm"]
        if self.life.draws.uniform(patient.name, Draw.TXA_RESPONSE) >= setting["txa_responders"]:
            return 1.0
        return 1.0 - (setting["txa_early"] if hours <= 1.0 else setting["txa_late"])

    @staticmethod
    def transfuse(patient: Person, millilitres: float) -> float:
        """Give blood, never more than he lost; return how much."""
        given = max(0.0, min(millilitres, patient.blood0 - patient.blood))
        patient.blood += given
        return given

    def handle_roughly(self, patient: Person | None, chance: float) -> None:
        """A fall, a jolt, a hard landing."""
        if patient is None or not patient.wounds or not patient.alive:
            return
        patient.handled += 1
        if self.life.draws.uniform(patient.name, Draw.REBLEED, patient.handled) >= chance:
            return
        patient.touch()
        flow = 0.0
        for wound in patient.wounds:
            if wound.clot_per_s > 0.0:
                first = self.life.setting["rebleed_restores"] * wound.first_flow
                wound.outer = max(wound.outer, first * wound.compressible * wound.control)
                wound.inner = max(wound.inner, first * (1.0 - wound.compressible) * wound.control_inner)
            flow += wound.outer + wound.inner
        patient.tell(Event.REBLED, flow * 60.0)
        patient.become_aware()

    # --- who gives it

    def take_stock(self) -> None:
        """The noise is over: those who can, treat."""
        self.life.team.mode = Mode.TREATING
        self.hand_out_orders()

    def hand_out_orders(self) -> None:
        """Every free helper gets the first order he can carry out; when all hands are idle they set off."""
        for number, order in enumerate(self.orders):
            if order["stage"] == 0 and not order["done"] and order["by"] is None and self.is_possible(order):
                helper = self.who_treats(order)
                if helper:
                    self.begin(number, order, helper)
        if all(order["by"] is None for order in self.orders):
            self.life.team.plan(self.life.now_s, Event.SET_OFF)

    def is_possible(self, order: Row) -> bool:
        """Whether patient, need and kit are there."""
        patient = self.life.people[order["patient"]]
        return patient.with_team and order["stock"] > 0 and self.applies(patient, order["treatment"])

    def who_treats(self, order: Row) -> Person | None:
        """The most skilled who is free; another before oneself."""
        patient = self.life.people[order["patient"]]
        need = self.treatments[order["treatment"]]["skill"]

        def free(person: Person) -> bool:
            if person.helping is not None or person.skill == Skill.NONE or person.skill < need:
                return False
            if order["helper"] >= 0 and order["helper"] != person.index:
                return False
            if person is patient:
                return person.with_team and person.awake and person.collapsed_s < 0
            return person.able

        candidates = [person for person in self.life.people if free(person)]
        return max(candidates, key=lambda person: 2 * person.skill - (person is patient), default=None)

    def begin(self, number: int, order: Row, helper: Person) -> None:
        """The helper kneels down."""
        life, patient = self.life, self.life.people[order["patient"]]
        dist = self.treatments[order["treatment"]]["time_dist"][helper.skill]
        time_s = life.draws.of(dist, patient.name, Draw.AID_TIME, number)
        time_s *= 1.0 + life.setting["aid_wound_factor"] * helper.impairment
        if life.hunters.are_near():
            time_s *= life.setting["aid_fire_factor"]
        order["by"] = helper
        helper.helping = number
        helper.tell(Event.AID_STARTED, float(order["treatment"]), patient.index)
        helper.plan(life.now_s + max(1, int(time_s)), Event.AID_DONE)

    def aid_done(self, helper: Person) -> None:
        """The helper's hands are free again."""
        assert helper.helping is not None
        number, helper.helping = helper.helping, None
        order = self.orders[number]
        order["by"], order["done"] = None, True
        patient = self.life.people[order["patient"]]
        taken_over = (Status.WITH_RELIEF, Status.ABOARD, Status.AWAITING_CARE, Status.IN_CARE)
        together = helper.status == patient.status or patient.status in taken_over
        if together and helper.awareness <= Awareness.LIGHTHEADED:
            order["stock"] -= self.treatments[order["treatment"]]["consumes"]
            self.treat(helper.index, patient, order["treatment"], helper.skill, number)
        if self.life.team.mode == Mode.TREATING:
            self.hand_out_orders()

    def carry_out_orders_of_those_who_come(self, at_m: float, skill: int) -> None:
        """Whoever is here is in trained hands; what was ordered for this moment is done."""
        for person in self.life.people:
            if self.life.is_here(person, at_m) and person.alive and person.care_s < 0:
                person.care_s = self.life.now_s
        for number, order in enumerate(self.orders):
            patient = self.life.people[order["patient"]]
            if order["stage"] == 1 and not order["done"] and order["stock"] > 0 and self.life.is_here(patient, at_m):
                order["done"] = True
                able = skill >= self.treatments[order["treatment"]]["skill"]
                if able and self.applies(patient, order["treatment"]):
                    self.treat(-1, patient, order["treatment"], skill, 1000 + number)
