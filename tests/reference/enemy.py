"""The enemy: the trap, the attackers who fight, the hunters who follow."""

from __future__ import annotations

from math import erf, exp, pi, sqrt
from typing import TYPE_CHECKING

from homeward.codes import Cause, Draw, Event, Formation, Mechanism, Mode, Region, Side, Status, Threat
from homeward.kernel.tables import HAZARD, PURSUERS
from tests.reference.body import Wound
from tests.reference.given import Row
from tests.reference.party import Party

if TYPE_CHECKING:
    from tests.reference.person import Person
    from tests.reference.twin import Life

A_WEEK_S = 604800.0


class Attackers(Party):
    """The trap and those who lie in wait."""

    number = HAZARD

    def __init__(self, life: Life, given: Row) -> None:
        super().__init__(life, given)
        self.left = self.at_first = self.exchanges = self.hits = self.began_s = 0

    # --- the trap

    def spring_trap(self) -> None:
        """The team comes to the trap."""
        life, incident = self.life, self.incident
        victim = life.people[incident["trap_victim"]]
        if self.trap_is_found():
            victim.tell(Event.TRAP_FOUND, to_go=life.team.to_go())
            life.team.plan(life.now_s, Event.TAKE_STOCK)
            return
        if incident["attackers"] > 0:
            self.plan(max(life.now_s, int(incident["ambush_at_s"])), Event.AMBUSH)
        else:
            life.team.plan(life.now_s, Event.TAKE_STOCK)
        reaction_s = life.draws.of(incident["trap_reaction_dist"], victim.name, Draw.TRAP_REACTION)
        if reaction_s + incident["trap_dodge_s"] <= incident["trap_warning_s"]:
            victim.tell(Event.TRAP_DODGED, to_go=life.team.to_go())
            return
        victim.tell(Event.TRAP, to_go=life.team.to_go())
        life.open_wounds(by_trap=True)

    def trap_is_found(self) -> bool:
        """Whether the search finds it."""
        i, formation = self.incident, self.incident["formation"]
        if formation == Formation.NONE:
            return False
        swept = i["search_width_m"] * i["search_speed_mps"] * i["search_time_s"] * i["searchers"] / i["search_area_m2"]
        chance = {
            Formation.SINGLE: 1.0 - exp(-swept),
            Formation.PAIRS: erf(0.5 * sqrt(pi) * swept),
            Formation.LINE: min(1.0, swept),
        }[formation]
        return self.life.draws.uniform(self.name, Draw.SEARCH_FIND) < chance

    # --- the fight

    def fall_upon(self, many: int) -> None:
        """Everything else stops."""
        life, team = self.life, self.life.team
        self.left = self.at_first = many
        self.began_s = life.now_s
        team.move(0.0)
        team.mode = Mode.FIGHTING
        team.drop_plan()
        self.tell(Event.AMBUSH, float(many))
        for person in life.people:
            if not (person.desertion > 0.0 and person.able):
                continue
            if life.draws.uniform(person.name, Draw.DESERTION, life.hunters.catches) < person.desertion:
                person.status = Status.DESERTED
                person.decide(True)
                person.tell(Event.DESERTED, to_go=team.to_go())
        self.expect_exchange()

    def our_fire(self) -> float:
        """Attackers the team puts out of action per minute."""
        fire = 0.0
        for person in self.life.people:
            if person.able:
                fire += person.fire
        if self.life.now_s < self.began_s + self.incident["surprise_s"]:
            fire *= self.incident["area_factor"] * self.left / max(1, self.at_first)
        return fire

    def their_fire(self) -> float:
        """Hits they score per minute."""
        return self.left * self.incident["attacker_per_min"]

    def expect_exchange(self) -> None:
        """The next casualty, or the end."""
        rate = self.our_fire() + self.their_fire()
        if self.left <= self.incident["break_share"] * self.at_first or rate <= 0.0:
            self.tell(Event.FIGHT_OVER, float(self.left))
            self.life.team.plan(self.life.now_s, Event.TAKE_STOCK)
            return
        wait_s = self.life.draws.exponential(60.0 / rate, self.name, Draw.EXCHANGE_TIME, self.exchanges)
        self.soon(min(wait_s, A_WEEK_S), Event.EXCHANGE)

    def exchange(self) -> None:
        """One casualty on either side."""
        draws, nth = self.life.draws, self.exchanges
        self.exchanges += 1
        ours, theirs = self.our_fire(), self.their_fire()
        if ours <= 0.0:
            self.overrun()
        elif draws.uniform(self.name, Draw.EXCHANGE_SIDE, nth) * (ours + theirs) < ours:
            self.left -= 1
            self.tell(Event.ATTACKER_DOWN, float(self.left))
        else:
            self.hit(self.whom_they_hit(nth))
        self.expect_exchange()

    def whom_they_hit(self, nth: int) -> Person | None:
        """By exposure; those on the ground are sheltered by the others."""
        targets = [
            (person, person.exposed * (1.0 if person.able else 0.3))
            for person in self.life.team.members()
            if person.alive
        ]
        total = 0.0
        for _, weight in targets:
            total += weight
        mark, target = total * self.life.draws.uniform(self.name, Draw.EXCHANGE_TARGET, nth), None
        for person, weight in targets:
            if weight > 0.0 and mark >= 0.0:
                target = person
                mark -= weight
        return target

    def hit(self, target: Person | None) -> None:
        """He is killed, or wounded."""
        if target is None:
            return
        self.hits += 1
        if self.life.draws.uniform(target.name, Draw.HIT_KILLED, self.hits) < self.life.setting["hit_killed"]:
            target.die(Cause.KILLED)
        else:
            target.open_wound(self.wound_of(target))
            target.feel_wounds()

    def wound_of(self, target: Person) -> Wound:
        """What this hit does, by the weapon tables."""
        setting, draws = self.life.setting, self.life.draws
        where = step_of(draws.uniform(target.name, Draw.HIT_REGION, self.hits), setting["hit_region"])
        ais = 1 + step_of(draws.uniform(target.name, Draw.HIT_SEVERITY, self.hits), setting["hit_ais"])
        region = (Region.HEAD, Region.CHEST, Region.ABDOMEN, Region.LIMB)[where]
        wound = Wound(
            self.life.next_wound_number(),
            region,
            Side.TRUNK,
            ais,
            Mechanism.PENETRATING,
            0.2,
            -1,
            setting["hit_clot_dist"],
        )
        if ais >= 2:
            wound.flow_dist = setting["hit_flow_dist"][where]
        if region == Region.CHEST and ais >= 3:
            wound.threat, wound.threat_dist = Threat.OPEN_CHEST, setting["hit_threat_dist"]
        if region == Region.LIMB:
            wound.compressible = 1.0
            wound.side = Side.ARM
            if draws.uniform(target.name, Draw.HIT_SIDE, self.hits) < 0.6:
                wound.side, wound.impairment_dist = Side.LEG, setting["hit_gait_dist"]
        return wound

    def overrun(self) -> None:
        """Nobody is left to fight."""
        for person in self.life.team.members():
            if person.alive:
                person.die(Cause.CAPTURED)
        self.left = 0


def step_of(u: float, cumulative: list[float]) -> int:
    """The first place whose cumulative share reaches u."""
    return next((n for n, share in enumerate(cumulative[:-1]) if u <= share), len(cumulative) - 1)


FOR_EVER_S = 1 << 30


class Hunters(Party):
    """Those who follow."""

    number = PURSUERS

    def __init__(self, life: Life, given: Row) -> None:
        super().__init__(life, given)
        self.left = self.catches = 0
        self.lose_trail_s = FOR_EVER_S

    def take_up_the_trail(self) -> None:
        """Their lead, their speed, how long they keep the trail."""
        incident, draws = self.incident, self.life.draws
        self.left = incident["pursuers"]
        if self.left == 0:
            return
        self.at_m = -draws.of(incident["lead_dist"], self.name, Draw.PURSUIT_LEAD)
        self.speed = draws.of(incident["pursuit_speed_dist"], self.name, Draw.PURSUIT_SPEED)
        self.since_s = self.life.now_s
        if incident["trail_lost_dist"] >= 0:
            self.lose_trail_s = 1 + int(draws.of(incident["trail_lost_dist"], self.name, Draw.TRAIL_LOST))

    def are_near(self) -> bool:
        """Whether hands hurry."""
        return self.left > 0 and self.life.team.position() - self.position() < 300.0

    def reckon(self) -> None:
        """When, if ever, they come up with the team as things stand."""
        if self.left <= 0:
            return
        at_s = self.catch_at()
        if at_s is not None:
            self.plan(at_s, Event.CAUGHT)
        elif self.lose_trail_s < FOR_EVER_S and self.somebody_is_out():
            self.plan(max(self.life.now_s, self.lose_trail_s), Event.TRAIL_LOST)
        else:
            self.drop_plan()

    def somebody_is_out(self) -> bool:
        """Whether there is anybody they could find."""
        left = any(person.alive and person.status == Status.LEFT for person in self.life.people)
        return left or self.life.team.mode != Mode.ARRIVED

    def lose_trail(self) -> None:
        """They hunt no more."""
        self.left = 0
        self.move(0.0)
        self.tell(Event.TRAIL_LOST)

    def catch_at(self) -> int | None:
        team, now_s = self.life.team, self.life.now_s
        if team.mode in (Mode.ARRIVED, Mode.FIGHTING, Mode.IDLE):
            return None
        gap_m, closing = team.position() - self.position(), self.speed - team.speed
        in_s = 0.0
        if gap_m > 0.0:
            if closing <= 0.0:
                return None
            in_s = max(0.0, gap_m / closing)
        where_m = team.position() + team.speed * in_s
        if now_s + in_s >= self.lose_trail_s or where_m > self.incident["way_m"] - self.incident["give_up_m"]:
            return None
        return now_s + max(1, int(in_s) + 1)

    def catch(self) -> None:
        """They are upon the team, and fight."""
        many, self.left = self.left, 0
        self.move(0.0)
        self.catches += 1
        self.tell(Event.CAUGHT, float(many))
        self.life.attackers.fall_upon(many)

    def find(self, person: Person) -> None:
        """They come upon a man left behind."""
        if person.status == Status.LEFT and person.alive and self.left > 0:
            person.die(Cause.CAPTURED)
