"""Plain-Python twin of the way back: a village in which everybody is an object and every morning is a list of verbs.

It shares with the kernel only codes, draws and the lowered numbers.
"""

from dataclasses import dataclass
from math import ceil, exp, log
from typing import Any

from homeward.codes import Aid, Draw, DutyStatus, Event, LimbStage, Mind, Shock
from homeward.kernel.organisation import Organisation
from tests.reference.draws import Draws
from tests.reference.given import plain
from tests.reference.year_limbs import Limbs
from tests.reference.year_people import (
    AMPUTATION,
    DAY_S,
    DEEP,
    FREE,
    FULL,
    LIGHTER,
    NO_RETURN,
    SOFT,
    WARD,
    Bonded,
    Villager,
)

Line = tuple[int, Event, int, int, float]
PLACES = {1: DutyStatus.IN_HOSPITAL, 2: DutyStatus.CONVALESCENT, 3: DutyStatus.TRAVELLING, 4: DutyStatus.CARING}


@dataclass
class Numbers:
    """What draws need."""

    seed: int
    generator: int
    dists: list[dict[str, Any]]
    quantiles: list[float]


class Village(Limbs):
    """People, and the days they live."""

    def __init__(self, given: Organisation) -> None:
        clock = plain(given.clock[0])
        dists = [plain(row) for row in given.dists]
        numbers: Any = Numbers(clock["seed"], clock["generator"], dists, given.quantiles.tolist())
        self.draws = Draws(numbers, clock["replicate"])
        self.folk, self.aids = plain(given.folk[0]), [plain(row) for row in given.aids]
        self.bodies = [plain(row) for row in given.physique]
        self.level_for_missions = float(given.duty[0]["reserve_for_mission"])
        self.home_m, self.flights = float(given.recoveries[0]["home_m"]), int(given.recoveries[0]["flights"])
        self.ranks = len(given.ranks)
        self.shop = plain(given.workshops[0]) if len(given.workshops) else None
        self.now_s = self.today = self.nurses = 0
        self.turn = -1
        self.lines: list[Line] = []
        self.looked_at: list[Villager] = []
        self.people = [Villager(self, i) for i in range(len(given.members))]
        for person, mind in zip(self.people, given.minds, strict=True):
            for tie in given.ties[mind["ties0"] : mind["ties0"] + mind["ties"]]:
                row = plain(tie)
                rest = bool(row["visits"]), row["after_s"], bool(row["cares"]), bool(row["trusted"])
                person.bonds.append(Bonded(self.people[row["to"]], row["kind"], row["strength"], *rest))

    def note(self, event: Event, who: Villager, other: int, detail: float) -> None:
        """One line of the ledger."""
        self.lines.append((self.now_s, event, who.i, other, float(detail)))

    # --- what befalls people

    def spend_reserve(self, person: Villager, share: float) -> None:
        person.reserve = max(0.0, person.reserve_now() - share)
        person.reserve_s = self.now_s
        if person.reserve < self.level_for_missions:
            person.low = True
            self.wake(person)

    def wound(self, person: Villager, iss: int, limb: bool, leg: float, lost: float) -> None:
        """Brought in."""
        person.iss, person.limb_lost, person.wounded_s = iss, limb, self.now_s
        person.woundings += 1
        person.leg, person.lost = leg, lost
        person.patient, person.status = True, DutyStatus.IN_HOSPITAL
        self.unbind(person)
        before = person.amputee
        person.amputee = before or limb
        person.kind = DEEP if iss >= self.folk["deep_iss"] else SOFT
        if person.amputee and not before:
            person.kind = AMPUTATION
        person.function0 = self.folk["fit"] * max(0.05, 1.0 - iss / self.folk["bedridden_iss"])
        person.function = person.healed = person.function0
        person.recovering, person.touched_s, person.place = False, self.now_s, FREE
        well = person.score if before else self.folk["score_most"][0]
        person.score = 0.0 if person.kind == AMPUTATION else well * (1.0 - leg)
        self.shock_of_wound(person)
        if limb and person.told_s is None:
            person.news_s = self.now_s + ceil(person.drawn(self.folk["told_dist"], Draw.SHOCK, person.woundings))
        self.spread_word(person, Shock.HURT_FRIEND)
        self.wake(person)

    def discharge(self, person: Villager) -> None:
        """Acute care ends."""
        person.patient = False
        folk, nth = self.folk, person.woundings
        person.recovering, person.began_s = True, self.now_s
        person.healed_d = (self.now_s - person.wounded_s) / DAY_S
        person.closed = person.fit = person.out = False
        person.stopped_until_s = person.touched_s = self.now_s
        band = sum(person.iss >= least for least in (4, 9, 16, 25))
        u = person.u(Draw.RETURNS, nth)
        person.needs_d = person.drawn(folk["return_dist"][band], Draw.RETURN, nth) / DAY_S
        if person.kind == AMPUTATION:
            tier = 0 if person.rank == 0 else 2 if person.rank == self.ranks - 1 else 1
            chance = folk["limb_returns"][tier]
            person.returns = NO_RETURN if u >= chance else FULL if u < chance * folk["limb_full"] else LIGHTER
        elif not person.amputee:
            person.returns = FULL if u < folk["returns"][band] else LIGHTER
        person.closes_d = person.drawn(folk["closure_dist"][person.kind], Draw.CLOSURE, nth) / DAY_S
        chance, u = folk["infection"][person.kind], person.u(Draw.INFECTION, nth)
        person.infected_d = 0.5 * person.closes_d * u / chance if u < chance else 1e9
        self.set_function(person)
        person.place = WARD
        self.wake(person)
        if person.limb_lost and self.shop is not None and person.limb == LimbStage.NONE:
            person.limb = LimbStage.SEARCHING
        self.choose_aid(person)
        if person.kind == SOFT:
            self.leave_ward(person)

    def die(self, person: Villager) -> None:
        """Fallen; the ties are told."""
        person.status = DutyStatus.FALLEN
        self.unbind(person)
        person.limb, person.place, person.recovering = LimbStage.NONE, FREE, False
        person.watch = person.kept = 0
        person.watcher, person.next_day = -1, None
        self.spread_word(person, Shock.DEATH)

    def unbind(self, person: Villager) -> None:
        self.move_out(person)
        if person.cares_for is not None:
            self.move_out(person.cares_for)
        if person.goes_with is not None:
            person.goes_with.companion = person.goes_with = None
        if person.away:
            self.end_journey(person)
            if person.limb <= LimbStage.FITTED:
                person.limb, person.limb_s = LimbStage.FOUND, None

    # --- the morning

    def next_morning(self) -> None:
        self.today += 1
        self.now_s = self.today * DAY_S
        self.looked_at = []
        for person in self.people:
            if person.next_day is not None and person.next_day <= self.today:
                self.look_at(person)
        self.set_statuses()
        self.give_therapy()
        self.make_visits()
        self.keep_watch()
        for person in self.looked_at:
            if person.limb == LimbStage.FOUND and not person.gone and self.ready(person):
                self.set_out(person)
        self.set_statuses()

    def set_statuses(self) -> None:
        for person in self.people:
            if person.gone or person.patient or person.status == DutyStatus.ON_MISSION:
                continue
            if person.whereabouts > 0:
                person.status = PLACES[person.whereabouts]
            elif person.status in PLACES.values():
                person.status = DutyStatus.AVAILABLE

    def look_at(self, person: Villager) -> None:
        if person.gone:
            person.next_day = None
            return
        self.looked_at.append(person)
        days = max(0, self.now_s - person.touched_s) / DAY_S
        person.touched_s = self.now_s
        self.settle(person)
        if person.news_s is not None and person.news_s <= self.now_s:
            self.tell(person)
        self.look_for_crisis(person, min(days, 1.0))
        self.body(person, days)
        self.find_state(person)
        person.next_day = self.next_look(person)

    def body(self, person: Villager, days: float) -> None:
        folk = self.folk
        if person.aid in (Aid.BED, Aid.WHEELCHAIR) or person.patient:
            person.detrained = min(folk["detrain_most"], person.detrained + folk["detrain_per_s"] * days * DAY_S)
        else:
            person.detrained *= exp(-days * DAY_S / folk["retrain_tau_s"])
        if not person.recovering and person.place == FREE:
            if person.patient and person.function < 1.0:
                self.choose_aid(person)
            return
        self.heal(person, days)
        if not person.amputee:
            missing = max(0.0, 1.0 - person.function) / max(1e-6, 1.0 - person.function0)
            person.score = max(person.score, folk["score_most"][0] * (1.0 - person.leg * missing))
        self.limb_day(person, days)
        self.choose_aid(person)
        self.home_day(person, days)
        self.leave_ward(person)

    def next_look(self, person: Villager) -> int | None:
        back_day = self.reserve_day(person)
        limb = person.limb in (LimbStage.NONE, LimbStage.REJECTED)
        settled = limb and person.carer is None and not person.away and person.place == FREE
        settled = settled and self.done(person) and person.detrained < 0.01
        if person.patient or person.watch > 0 or person.kept > 0 or not settled:
            return self.today + 1
        quiet, heavy = self.folk["quiet"], max(person.burden, person.acute) > self.folk["quiet"]
        aim = self.denied(person) / (1.0 + self.folk["support_rate"] * person.support)
        still = person.acute < quiet and abs(person.burden - aim) < quiet and person.news_s is None
        if not still or person.state != Mind.WELL:
            return self.today + 1
        if not heavy:
            return back_day
        return self.today + 7 if back_day is None else min(back_day, self.today + 7)

    def reserve_day(self, person: Villager) -> int | None:
        if not person.low:
            return None
        level, back_s = self.level_for_missions, person.reserve_s
        if person.reserve < level:
            back_s += ceil(person.reserve_tau() * log((1.0 - person.reserve) / (1.0 - level)))
        if back_s <= self.now_s:
            person.low = False
            self.note(Event.RESERVE_BACK, person, -1, person.reserve_now())
            return None
        return self.today + ceil((back_s - self.now_s) / DAY_S)
