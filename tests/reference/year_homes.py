"""Plain-Python twin of the way back: the ward, the walk home, the door, the first time out."""

from math import exp

from homeward.codes import Aid, Draw, Event, LimbStage, Mind, Watch
from tests.reference.year_people import DAY_S, FREE, HOME, SOFT, WARD, Villager
from tests.reference.year_wounds import Wounds


class Homes(Wounds):
    """The ward, the walk home, the door, the first time out."""

    home_m: float
    flights: int

    # --- home

    def steady(self, person: Villager, alone: bool) -> bool:
        if not person.amputee and person.leg <= 0.15:
            return person.aid != Aid.BED
        return bool(person.score >= self.folk["home_score" if alone else "score_two"])

    def leave_ward(self, person: Villager) -> None:
        folk = self.folk
        if person.place != WARD or person.away or self.now_s < person.stopped_until_s:
            return
        if person.kind != SOFT and self.now_s - person.began_s < folk["home_ward_s"]:
            return
        if person.state == Mind.UNRESPONSIVE:
            return
        closely = person.watch >= Watch.WITHIN_SIGHT
        if (person.function < folk["needs_carer"] and person.kind != SOFT) or closely:
            carer = self.who_cares(person) if self.steady(person, False) else None
            if carer is not None:
                person.carer, carer.cares_for = carer, person
                self.note(Event.CARER_MOVES_IN, person, carer.i, 0.0)
                self.wake(carer)
                self.walk_home(person)
                return
            if closely:
                return
        if self.steady(person, True):
            self.walk_home(person)

    def who_cares(self, person: Villager) -> Villager | None:
        able = [bond for bond in person.bonds if bond.cares and bond.to.spare and self.folk["carers_come"]]
        return max(able, key=lambda bond: bond.strength).to if able else None

    def walk_home(self, person: Villager) -> None:
        time_s, left = person.walk(self.home_m)
        person.place, person.home_s = HOME, self.now_s
        self.note(Event.WENT_HOME, person, -1 if person.carer is None else person.carer.i, time_s / 60.0)
        self.climb(person, left)
        for bond in person.bonds:
            if bond.trusted and not bond.to.gone:
                self.note(Event.DOOR, person, bond.to.i, 0.0)
        self.wake(person)

    def climb(self, person: Villager, left: float) -> None:
        alone = person.climbs(left)
        if self.flights and not person.climbed and (alone or person.outings == 0):
            self.note(Event.STAIRS, person, -1, alone)
        person.climbed = person.climbed or (alone and self.flights > 0)

    def move_out(self, person: Villager) -> None:
        if person.carer is not None:
            carer, person.carer = person.carer, None
            carer.cares_for = None
            self.note(Event.CARER_LEAVES, person, carer.i, 0.0)
            self.wake(carer)

    def home_day(self, person: Villager, days: float) -> None:
        folk = self.folk
        if person.place != HOME or person.away:
            return
        recent = person.visited_s is not None and self.now_s - person.visited_s <= 1.5 * DAY_S
        company = person.carer is not None or recent
        gets_down = self.flights == 0 or company or person.climbed
        mood = max(0.0, 1.0 - self.felt(person) / folk["threshold"][2])
        rate = folk["goes_out_per_s"] * mood * (folk["company_out"] if company else 1.0)
        wants_out = person.u(Draw.OUTING, self.today) < 1.0 - exp(-rate * days * DAY_S)
        if self.aids[person.aid]["speed_mps"] > 0.0 and gets_down and wants_out:
            self.go_out(person)
        able = person.function >= folk["carer_leaves"] or person.score >= folk["home_score"]
        learning = person.limb == LimbStage.LEARNING and person.score < folk["walks_score"]
        stairs = not person.climbed and self.flights > 0
        if person.carer is not None and able and not learning and person.state < Mind.WITHDRAWN and not stairs:
            self.move_out(person)
        if person.kind == SOFT:
            able = person.function >= folk["carer_leaves"]
        if person.fit or self.done(person) or (able and person.out and person.carer is None):
            person.place = FREE
            self.wake(person)

    def go_out(self, person: Villager) -> None:
        person.outings += 1
        time_s, left = person.walk(self.folk["errand_m"])
        if not person.out:
            person.out = True
            self.note(Event.OUT_OF_HOUSE, person, -1 if person.carer is None else person.carer.i, time_s / 60.0)
        self.climb(person, left)
