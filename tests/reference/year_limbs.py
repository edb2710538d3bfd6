"""Plain-Python twin of the way back: from hearing of a maker to walking on his work."""

from math import ceil, exp
from typing import Any

from homeward.codes import Draw, DutyStatus, Event, LimbStage, Mind
from tests.reference.draws import Draws
from tests.reference.year_homes import Homes
from tests.reference.year_people import DAY_S, WARD, Villager


class Limbs(Homes):
    """From hearing of a maker to walking on his work."""

    draws: Draws
    shop: dict[str, Any] | None

    # --- prosthesis

    def ready(self, person: Villager) -> bool:
        well = person.closed and person.score >= self.folk["ready_score"] and person.state < Mind.WITHDRAWN
        assert self.shop is not None
        return well and not person.patient and person.place != WARD and self.shop["busy"] < self.shop["seats"]

    def set_out(self, person: Villager) -> None:
        assert self.shop is not None
        person.returning = 0
        if self.shop["away_s"] == 0:
            self.arrive(person)
            return
        able = [bond for bond in person.bonds if bond.to.spare]
        companion = max(able, key=lambda bond: bond.strength).to if able else person.carer
        if companion is None:
            return
        self.shop["busy"] += 1
        person.companion, companion.goes_with = companion, person
        person.away, person.limb = True, LimbStage.JOURNEY
        self.wake(companion)
        self.take_the_road(person)

    def take_the_road(self, person: Villager) -> None:
        assert self.shop is not None
        spread = self.folk["journey_spread"]
        length = person.scattered(Draw.JOURNEY_LENGTH, person.returning, self.shop["away_s"], spread)
        person.limb_s = self.now_s + ceil(length)
        self.note(Event.JOURNEY_STARTS, person, self.row_of(person.companion), person.returning)

    @staticmethod
    def row_of(person: Villager | None) -> int:
        return -1 if person is None else person.i

    def arrive(self, person: Villager) -> None:
        person.limb = LimbStage.MEASURED
        person.limb_s = self.now_s + ceil(person.drawn(self.folk["measuring_dist"], Draw.LEARNING, 0))

    def end_journey(self, person: Villager) -> None:
        assert self.shop is not None
        self.shop["busy"] -= 1
        if person.companion is not None:
            person.companion.goes_with = None
            self.wake(person.companion)
        person.companion, person.away, person.returning = None, False, 0
        self.wake(person)

    def limb_day(self, person: Villager, days: float) -> None:
        stage, due = person.limb, person.limb_s is not None and self.now_s >= person.limb_s
        if person.returning == 1 and due:
            self.note(Event.JOURNEY_ENDS, person, self.row_of(person.companion), 1.0)
            self.end_journey(person)
            person.limb_s = None
            if person.limb == LimbStage.WALKING:
                self.plan_upkeep(person)
        if stage == LimbStage.SEARCHING:
            self.search(person, days)
        elif stage == LimbStage.LEARNING:
            self.learn(person, days)
        elif stage == LimbStage.WALKING and person.returning == 0:
            self.keep_up(person)
        elif LimbStage.JOURNEY <= stage <= LimbStage.FITTED and due:
            self.next_stage(person)

    def search(self, person: Villager, days: float) -> None:
        assert self.shop is not None
        if self.shop["found_s"] < 0:
            out = [bond for bond in person.bonds if bond.to.status == DutyStatus.ON_MISSION]
            rate = self.folk["heard_per_s"] * sum(bond.strength for bond in out)
            if person.u(Draw.LIMB_FOUND, self.today) >= 1.0 - exp(-rate * days * DAY_S):
                return
            self.shop["found_s"] = self.now_s
            self.note(Event.LIMB_SEARCH, person, max(out, key=lambda bond: bond.strength).to.i, 0.0)
        person.limb, person.limb_s = LimbStage.FOUND, None

    def next_stage(self, person: Villager) -> None:
        folk = self.folk
        if person.limb == LimbStage.JOURNEY:
            self.note(Event.JOURNEY_ENDS, person, self.row_of(person.companion), 0.0)
            self.arrive(person)
        elif person.limb == LimbStage.MEASURED:
            self.note(Event.LIMB_MEASURED, person, -1, 0.0)
            person.limb = LimbStage.BUILT
            person.limb_s = self.now_s + ceil(person.drawn(folk["building_dist"], Draw.LIMB_BUILD, 0))
        elif person.limb == LimbStage.BUILT:
            self.note(Event.LIMB_BUILT, person, -1, 0.0)
            person.limb = LimbStage.FITTED
            person.limb_s = self.now_s + ceil(person.drawn(folk["fitting_dist"], Draw.LIMB_BUILD, 1))
        else:
            person.limb_s = None
            if person.u(Draw.LIMB_FIT, 0) < folk["fails"]:
                person.limb = LimbStage.REJECTED
                self.note(Event.LIMB_FAILED, person, -1, 0.0)
            else:
                person.limb, person.score = LimbStage.LEARNING, folk["score_two"]
                self.note(Event.LIMB_FITTED, person, -1, person.score)
            if person.away:
                person.returning = 1
                self.take_the_road(person)

    def learn(self, person: Villager, days: float) -> None:
        self.gain(person, self.folk["learning_gain"] * days * self.takes(person))
        if person.score < self.folk["walks_score"]:
            return
        if person.u(Draw.LIMB_REJECTION, 0) < self.folk["rejection"]:
            person.limb = LimbStage.REJECTED
            self.note(Event.LIMB_REJECTED, person, -1, person.score)
        else:
            person.limb = LimbStage.WALKING
            self.plan_upkeep(person)

    def plan_upkeep(self, person: Villager) -> None:
        if person.returning == 0:
            length = person.drawn(self.folk["upkeep_dist"], Draw.UPKEEP, 2 * person.upkeeps)
            person.limb_s = self.now_s + ceil(length)

    def keep_up(self, person: Villager) -> None:
        if person.repair_s is not None and self.now_s >= person.repair_s:
            person.repair_s = None
            self.note(Event.REPAIR, person, -1, person.upkeeps)
            self.plan_upkeep(person)
        elif person.repair_s is None and person.limb_s is not None and self.now_s >= person.limb_s:
            length = person.drawn(self.folk["repair_dist"], Draw.UPKEEP, 2 * person.upkeeps + 1)
            person.repair_s = self.now_s + ceil(length)
            person.upkeeps += 1
