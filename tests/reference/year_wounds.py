"""Plain-Python twin of the way back: wounds that heal, aids, therapy."""

from math import ceil, exp, log
from typing import Any

from homeward.codes import Aid, Draw, Event, LimbStage, Mind, Shock
from tests.reference.year_minds import Minds
from tests.reference.year_people import AMPUTATION, DAY_S, FULL, SOFT, WORKING, Villager


class Wounds(Minds):
    """Wounds that heal, aids, therapy."""

    folk: dict[str, Any]
    aids: list[dict[str, Any]]
    turn: int

    # --- wounds

    def done(self, person: Villager) -> bool:
        return not person.recovering or (person.closed and person.healed_d >= person.needs_d)

    def set_function(self, person: Villager) -> None:
        folk = self.folk
        missing = 1.0 - person.function0
        pace = log(missing / (1.0 - folk["fit"])) / max(person.needs_d, 1e-3)
        person.healed = 1.0 - missing * exp(-pace * person.healed_d)
        if not person.amputee:
            person.function = person.healed * (1.0 if person.returns == FULL else folk["lighter"])
        elif person.limb in WORKING and person.repair_s is None:
            person.function = min(person.healed, 1.0 if person.returns == FULL else folk["prosthesis_cap"])
        else:
            person.function = min(person.healed, folk["limb_cap"])

    def set_back(self, person: Villager, length_s: float, event: Event) -> None:
        person.stopped_until_s = self.now_s + ceil(length_s)
        person.setbacks += 1
        self.note(event, person, -1, length_s / DAY_S)
        self.suffer(person, Shock.SETBACK, 1.0)

    def heal(self, person: Villager, days: float) -> None:
        folk, nth = self.folk, person.woundings
        if self.now_s >= person.stopped_until_s:
            treated = person.session_s is not None and self.now_s - person.session_s <= 2 * DAY_S
            person.healed_d += days * (1.0 if person.kind == SOFT or treated else folk["unaided"])
            if not person.closed and person.healed_d >= person.infected_d:
                person.infected_d = 1e9
                length_s = person.drawn(folk["infection_length_dist"], Draw.INFECTION_LENGTH, nth)
                self.set_back(person, length_s, Event.INFECTED)
            elif not person.closed and person.kind != SOFT and self.falls(person, days):
                length_s = person.drawn(folk["setback_dist"], Draw.SETBACK_LENGTH, person.setbacks)
                self.set_back(person, length_s, Event.SETBACK)
        if not person.closed and person.healed_d >= person.closes_d and self.now_s >= person.stopped_until_s:
            person.closed = True
            self.note(Event.WOUND_CLOSED, person, -1, person.healed_d)
        self.set_function(person)
        person.fit = person.fit or person.function >= folk["fit"]

    def falls(self, person: Villager, days: float) -> bool:
        return person.u(Draw.SETBACK, self.today) < 1.0 - exp(-self.folk["setback_per_s"] * days * DAY_S)

    def choose_aid(self, person: Villager) -> None:
        aid = self.aid_for(person)
        if aid != person.aid:
            person.aid = aid
            self.note(Event.AID, person, -1, aid)

    def aid_for(self, person: Villager) -> Aid:
        folk = self.folk
        if person.repair_s is None and person.limb in WORKING:
            return Aid.PROSTHESIS if person.limb == LimbStage.WALKING else Aid.PROSTHESIS_AND_CRUTCH
        if not person.amputee and person.leg <= 0.15:
            return Aid.BED if person.function < 0.15 else Aid.NONE
        if person.kind == AMPUTATION and self.now_s - person.wounded_s < folk["sits_s"]:
            return Aid.BED
        if person.score < folk["score_chair"]:
            return Aid.WHEELCHAIR if person.recovering else Aid.BED
        if person.score < folk["score_two"]:
            return Aid.WHEELCHAIR
        if person.score < folk["score_one"]:
            return Aid.TWO_CRUTCHES
        return Aid.ONE_CRUTCH if person.score < folk["score_none"] or person.amputee else Aid.NONE

    # --- therapy

    def takes(self, person: Villager) -> float:
        return float(1.0 - self.folk["mood_takes"] * self.felt(person) / 27.0)

    def gain(self, person: Villager, points: float) -> None:
        most = self.folk["score_most"][person.limb == LimbStage.LEARNING]
        person.score = min(most, person.score + points * (1.0 - person.score / most))

    def wants(self, person: Villager) -> bool:
        if not person.recovering or person.kind == SOFT or person.away or person.fit or person.patient:
            return False
        if person.healed_d >= person.needs_d and person.limb != LimbStage.LEARNING:
            return False
        return person.state != Mind.UNRESPONSIVE and self.now_s >= person.stopped_until_s

    def give_therapy(self) -> None:
        folk = self.folk
        left, turn = folk["therapists"] * folk["sessions_each"], self.turn
        after = [person for person in self.looked_at if person.i > turn]
        for person in after + [person for person in self.looked_at if person.i <= turn]:
            if not self.wants(person):
                continue
            if left == 0:
                self.gain(person, folk["practice"] * folk["therapy_gain"] * self.takes(person))
                continue
            left -= 1
            self.turn = person.i
            day = person.scattered(Draw.THERAPY_GAIN, person.sessions, 1.0, folk["therapy_spread"])
            self.gain(person, folk["therapy_gain"] * day * self.takes(person))
            person.sessions += 1
            person.session_s = self.now_s
            self.note(Event.THERAPY, person, -1, person.score)
