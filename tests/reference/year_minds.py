"""Plain-Python twin of the way back: what weighs on a mind, who comes, who watches."""

from math import exp, sqrt

from homeward.codes import Draw, DutyStatus, Event, Mind, Shock, Watch
from tests.reference.year_people import CARING, DAY_S, FREE, HOME, WARD, Bonded, Villager

__all__ = ["CARING", "Minds"]


class Minds:
    """The part of a village that is about minds; `now_s`, `today`, `folk` and `note` are the village's."""

    now_s: int
    today: int
    folk: dict
    people: list[Villager]
    looked_at: list[Villager]
    nurses: int

    def note(self, event: Event, who: Villager, other: int, detail: float) -> None:
        raise NotImplementedError

    def wake(self, person: Villager) -> None:
        """He is looked at on the next morning, or still on this one."""
        if person.next_day is None or person.next_day > self.today:
            person.next_day = self.today

    # --- distress

    def matter(self, person: Villager) -> float:
        """The people who matter to him."""
        return 1.0 - exp(-sum(bond.strength for bond in person.bonds if not bond.to.gone))

    def baseline(self, person: Villager) -> float:
        own = person.scattered(Draw.RESILIENT, 0, self.folk["baseline"], self.folk["baseline_spread"])
        return own * (1.0 + self.folk["alone"] * (1.0 - self.matter(person)))

    def reactivity(self, person: Villager) -> float:
        return person.scattered(Draw.REACTIVITY, 0, 1.0, self.folk["reactivity_spread"])

    def denied(self, person: Villager) -> float:
        points = self.folk["limit_points"] * (1.0 - person.function) + self.folk["idle_points"] * person.idle
        return points * self.reactivity(person) if points > 0 else 0.0

    def company(self, person: Villager) -> float:
        least = self.folk["everyday_support"] * self.matter(person)
        if person.carer is not None and not person.away:
            return max(self.folk["company_support"], least)
        if person.place == FREE and not person.patient and not person.idle:
            least += self.folk["work_support"] * (1.0 - least)
        return least

    def settle(self, person: Villager) -> None:
        """Closed forms over the time since he was last settled."""
        folk, dt = self.folk, self.now_s - person.settled_s
        person.settled_s = self.now_s
        if dt <= 0:
            return
        k = 1.0 + folk["support_rate"] * person.support
        rate_a, rate_b = 1.0 / folk["acute_tau_s"], k / folk["burden_tau_s"]
        gone_a, gone_b = exp(-rate_a * dt), exp(-rate_b * dt)
        fed = folk["unresolved"] * person.acute * rate_a * (gone_a - gone_b) / (rate_b - rate_a)
        aim = self.denied(person) / k
        person.burden = max(0.0, aim + (person.burden - aim) * gone_b + fed)
        person.acute *= gone_a
        least = self.company(person)
        person.support = least + (person.support - least) * exp(-dt / folk["support_tau_s"])

    def felt(self, person: Villager) -> float:
        weight = person.acute + person.burden
        points = self.baseline(person) + weight
        if weight > self.folk["quiet"]:
            points += self.folk["noise"] * self.village_normal(person)
        return min(27.0, max(0.0, points))

    def village_normal(self, person: Villager) -> float:
        return self.draws.normal(person.i + 1, Draw.MOOD, self.today // 7)  # type: ignore[attr-defined]

    def level(self, state: int, points: float) -> Mind:
        """Strained or withdrawn; a state is left a little below where it is entered."""
        new = 0
        for step in (1, 2):
            if points >= self.folk["threshold"][step] - (self.folk["hysteresis"] if state >= step else 0.0):
                new = step
        return Mind(new)

    def enter(self, person: Villager, state: Mind) -> None:
        if person.state != state:
            person.state = state
            self.note(Event.MIND, person, -1, state)

    def find_state(self, person: Villager) -> None:
        points = self.felt(person)
        if person.state == Mind.UNRESPONSIVE:
            if points <= self.folk["answers_alone"]:
                self.answer(person, -1)
            return
        self.enter(person, self.level(person.state, points))

    def answer(self, person: Villager, visitor: int) -> None:
        self.note(Event.FIRST_WORDS, person, visitor, self.felt(person))
        self.enter(person, self.level(2, self.felt(person)))

    def suffer(self, person: Villager, shock: Shock, size: float) -> None:
        """A blow."""
        if person.gone:
            return
        self.settle(person)
        person.acute += self.folk["shock"][shock] * size * self.reactivity(person)
        self.wake(person)
        self.find_state(person)

    def tell(self, person: Villager) -> None:
        """The limb is gone."""
        person.told_s, person.news_s = self.now_s, None
        self.note(Event.TOLD, person, -1, 0.0)
        self.suffer(person, Shock.LIMB_LOSS, 1.0)
        if self.felt(person) >= self.folk["threshold"][3]:
            self.enter(person, Mind.UNRESPONSIVE)

    # --- ties

    def spread_word(self, whose: Villager, shock: Shock) -> None:
        for bond in whose.bonds:
            back = next((tie for tie in bond.to.bonds if tie.to is whose), None)
            if back is None or bond.to.gone:
                continue
            size = self.folk["grief"][back.kind] * back.strength
            if shock == Shock.DEATH:
                self.note(Event.GRIEF, bond.to, whose.i, size)
            self.suffer(bond.to, shock, size)

    def comes(self, person: Villager, nth: int, bond: Bonded) -> bool:
        if not bond.visits or self.now_s - person.wounded_s < bond.after_s or not bond.to.here:
            return False
        if person.place == HOME and not bond.trusted and person.state >= Mind.WITHDRAWN:
            return False
        chance = 1.0 - exp(-self.folk["visit_per_s"][bond.kind] * bond.strength * DAY_S)
        return person.u(Draw.VISIT, self.today * 1024 + nth) < chance

    def make_visits(self) -> None:
        for person in self.looked_at:
            if person.gone or person.away or person.status == DutyStatus.ON_MISSION:
                continue
            if person.place == FREE and not person.patient and person.state < Mind.STRAINED:
                continue
            left = self.folk["visits_most"]
            for nth, bond in enumerate(person.bonds):
                if left > 0 and self.comes(person, nth, bond):
                    left -= 1
                    self.receive(person, bond)

    def receive(self, person: Villager, bond: Bonded) -> None:
        self.settle(person)
        person.acute = max(0.0, person.acute - self.folk["visit_relief"][bond.kind] * bond.strength)
        person.support += self.folk["visit_support"] * (1.0 - person.support)
        person.visited_s = self.now_s
        self.note(Event.VISIT, person, bond.to.i, self.felt(person))
        if person.state == Mind.UNRESPONSIVE and self.felt(person) <= self.folk["answers"]:
            self.answer(person, bond.to.i)
        else:
            self.find_state(person)

    # --- watch

    def wanted_level(self, person: Villager) -> int:
        by_state = {Mind.UNRESPONSIVE: self.folk["watch_unresponsive"], Mind.WITHDRAWN: self.folk["watch_withdrawn"]}
        level = by_state.get(person.state, 0)
        if person.told_s is not None and self.now_s - person.told_s < self.folk["watch_s"]:
            level = max(level, self.folk["watch_after_loss"])
        if level >= person.watch:
            return int(level)
        return person.watch - 1 if self.now_s - person.watch_s >= self.folk["step_down_s"] else person.watch

    def who_sits(self, person: Villager) -> int:
        if person.carer is not None:
            return person.carer.i
        best, most = -1, 0.0
        for bond in person.bonds:
            other = bond.to
            free = other.helpful and not other.sat_today
            if free and other.status != DutyStatus.AVAILABLE and bond.strength > most:
                best, most = other.i, bond.strength
        if best < 0 and self.nurses < self.folk["nurses"]:
            return -2
        return best

    def keep_watch(self) -> None:
        self.nurses = 0
        for person in self.people:
            person.sat_today = False
        for person in self.looked_at:
            if person.gone or person.status == DutyStatus.ON_MISSION:
                continue
            level = self.wanted_level(person)
            if level != person.watch:
                person.watch, person.watch_s = level, self.now_s
            if person.watch > 0 or person.kept > 0:
                self.keep(person)

    def keep(self, person: Villager) -> None:
        before = person.kept, person.watcher
        person.kept, person.watcher = person.watch, -1
        if person.watch >= Watch.WITHIN_SIGHT:
            person.watcher = self.who_sits(person)
            if person.watcher == -1:
                person.kept = int(Watch.INTERMITTENT)
            elif person.watcher == -2:
                self.nurses += 1
            else:
                self.people[person.watcher].sat_today = True
        if (person.kept, person.watcher) != before:
            self.note(Event.WATCH, person, person.watcher, person.kept)

    def look_for_crisis(self, person: Villager, days: float) -> None:
        folk, points = self.folk, self.felt(person)
        rate = 0.0
        if points >= folk["threshold"][1]:
            rate = folk["crisis_per_s"] * exp((points - folk["crisis_from"]) / folk["crisis_scale"])
            rate *= folk["watch_factor"][person.kept]
        if person.u(Draw.CRISIS, self.today) >= 1.0 - exp(-rate * days * DAY_S):
            return
        self.note(Event.CRISIS, person, -1, self.felt(person))
        person.acute += folk["crisis_points"]
        person.watch, person.watch_s = max(person.watch, int(Watch.WITHIN_SIGHT)), self.now_s
        if person.place == HOME and not person.away:
            self.move_out(person)  # type: ignore[attr-defined]
            person.place = WARD
            self.wake(person)

    def shock_of_wound(self, person: Villager) -> None:
        self.suffer(person, Shock.WOUND, sqrt(person.iss / 16.0))
