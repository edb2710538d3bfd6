"""A person: body and strength in one, where he stands, and what becomes of him."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

from homeward.codes import Awareness, Cause, Draw, Event, Mode, Sign, Status, Threat
from tests.reference.agenda import About
from tests.reference.body import Body, Wound
from tests.reference.given import Row
from tests.reference.observing import FOREVER_S
from tests.reference.strength import Strength

if TYPE_CHECKING:
    from tests.reference.twin import Life


class Person(Body, Strength):
    """One named person of the incident."""

    def __init__(self, life: Life, index: int, given: Row) -> None:
        self.life, self.index, self.name = life, index, given["name"]
        self.mass, self.kit, self.age = given["mass_kg"], given["load_kg"], given["age_y"]
        self.blood0, self.wprime, self.grip = given["blood0_ml"], given["wprime_j"], given["grip_kg"]
        self.skill, self.fire, self.exposed = given["skill"], given["fire_per_min"], given["exposure"]
        self.desertion, self.carries = given["desertion"], given["can_carry"] == 1
        self.status, self.asked_about = Status(given["status"]), given["team0"] == 1
        self.be_whole()
        if self.with_team:
            self.bring_strength(given["vo2max_w"], given["fitness_spread"])
        else:
            self.have_none()
        self.awake_since_s = 0  # since when he has been as aware as he is
        self.impairment, self.iss, self.niss, self.mechanism, self.handled = 0.0, 0, 0, 0, 0
        self.left_m = 0.0
        self.helping: int | None = None
        self.refused = self.limb_lost = self.reached_alive = False
        self.alive_30: bool | None = None
        self.wounded_s = self.tourniquet_s = self.arrived_s = self.care_s = self.dead_s = self.collapsed_s = -1
        self.cause, self.triage = Cause.NONE, 0
        self.dead_at_m = self.arrival_blood = self.arrival_map = self.survival = 0.0

    # --- what he is and can do

    @property
    def alive(self) -> bool:
        return self.awareness != Awareness.DEAD

    @property
    def with_team(self) -> bool:
        return self.status == Status.WITH_TEAM

    @property
    def awake(self) -> bool:
        return self.awareness <= Awareness.LIGHTHEADED

    @property
    def able(self) -> bool:
        """With the team, awake, on his feet."""
        return self.with_team and self.awake and self.collapsed_s < 0 and self.impairment < 0.7

    def to_go(self) -> float:
        """Metres he still has to go."""
        life = self.life
        if self.arrived_s >= 0:
            return 0.0
        if self.status in (Status.LEFT, Status.FOLLOWING):
            return max(0.0, life.incident["way_m"] - self.left_m)
        with_whom = {Status.WITH_RELIEF: life.relief, Status.ABOARD: life.aircraft}
        return with_whom.get(self.status, life.team).to_go()

    def tell(self, event: Event, detail: float = 0.0, other: int = -1, to_go: float | None = None) -> None:
        """Write a line about him."""
        self.life.record(event, self.index, other, self.to_go() if to_go is None else to_go, detail)

    def after(self, dist: int, purpose: Draw) -> int:
        """A moment from now, of his own."""
        return self.life.now_s + 1 + int(self.life.draws.of(dist, self.name, purpose))

    def plan(self, at_s: int, event: Event) -> None:
        """What is done by him, or for him, next."""
        self.life.agenda.put(at_s, event, (About.HANDS, self.index))

    # --- what happens to him

    def open_wound(self, wound: Wound) -> None:
        """A wound opens now."""
        if not self.alive:
            return
        life = self.life
        if not self.wounds:
            self.draw_resilience()
        self.touch()

        def drawn(dist: int, purpose: Draw) -> float:
            return life.draws.of(dist, self.name, purpose, wound.number) if dist >= 0 else 0.0

        wound.first_flow = flow = drawn(wound.flow_dist, Draw.BLEED_RATE)
        wound.outer = flow * wound.compressible
        wound.inner = flow - wound.outer
        wound.refill = life.setting["refill_share"] / (1.0 + flow / life.setting["refill_flow_ml_s"])
        wound.clot_per_s = drawn(wound.clot_dist, Draw.CLOT_RATE)
        wound.impairment = drawn(wound.impairment_dist, Draw.GAIT)
        if wound.threat != Threat.NONE and wound.threat_dist >= 0:
            self.threat = Threat(max(self.threat, wound.threat))
            self.threat_per_s += 1.0 / max(1.0, drawn(wound.threat_dist, Draw.THREAT_TIME))
        self.wounds.insert(0, wound)
        self.mechanism = max(self.mechanism, wound.mechanism)
        self.tell(Event.WOUNDED, float(wound.ais), wound.number)

    def feel_wounds(self) -> None:
        """What all wounds of the moment do together."""
        if self.wounds and self.alive:
            self.touch()
            self.reckon_gait()
            self.iss = injury_severity_score(self.wounds)
            worst = sorted((wound.ais for wound in self.wounds), reverse=True)[:3]
            self.niss = 75 if worst[0] >= 6 else sum(ais * ais for ais in worst)
            self.become_aware()

    def lie_down(self) -> None:
        """His brain no longer hangs above his heart."""
        if self.posture != 1.0:
            self.touch()
            self.posture = 1.0
            self.become_aware()

    def draw_resilience(self) -> None:
        """What is personal in his answer to bleeding."""
        setting, draws = self.life.setting, self.life.draws
        shift = setting["loss_sd"] * draws.normal(self.name, Draw.RESILIENCE)
        self.held_to = self.blood0 * (1.0 - setting["compensation_loss"] - shift)
        self.zero_at = self.blood0 * (1.0 - setting["collapse_loss"] - shift)
        z = draws.normal(self.name, Draw.AWARENESS)
        self.dim = 1.0 + setting["awareness_spread"] * max(-2.5, min(2.5, z))
        self.debt_limit = draws.of(setting["debt_limit_dist"], self.name, Draw.DEBT_LIMIT)
        self.wounded_s = self.life.now_s

    def reckon_gait(self) -> None:
        """How much all wounds together hinder walking."""
        free = 1.0
        for wound in self.wounds:
            free *= 1.0 - wound.impairment
        self.impairment = 1.0 - free

    def change(self) -> None:
        """The agenda's moment for his body."""
        self.touch()
        self.become_aware()

    def become_aware(self) -> None:
        """As aware as blood, breath and shock let him be; and when that changes next."""
        if not self.alive:
            return
        by_blood, by_threat = self.level_from_blood(), self.level_from_threat()
        level = Awareness(max(by_blood, by_threat))
        if level == Awareness.DEAD or (self.debt > 0.0 and self.debt >= self.debt_limit):
            self.die(self.killer(by_blood, by_threat))
            return
        if level != self.awareness:
            before = self.awareness
            self.life.observing.saw(self, before, self.life.now_s)
            self.awareness, self.awake_since_s = level, self.life.now_s
            self.tell(Event.CHANGED, float(level))
            if level > before and not self.awake:
                self.drop_out()
        due_s = self.next_change_s()
        if due_s is None:
            self.life.agenda.drop((About.BODY, self.index))
        else:
            self.life.agenda.put(due_s, Event.CHANGED, (About.BODY, self.index))

    def killer(self, by_blood: int, by_threat: int) -> Cause:
        """What killed him."""
        if by_threat == Awareness.DEAD:
            return Cause.HEAD if self.threat == Threat.HEAD else Cause.AIRWAY_OR_CHEST
        return Cause.HAEMORRHAGE if by_blood == Awareness.DEAD else Cause.SHOCK

    def die(self, cause: Cause) -> None:
        """He dies now."""
        life = self.life
        life.observing.saw(self, self.awareness, life.now_s)
        self.awareness, self.awake_since_s = Awareness.DEAD, life.now_s
        life.observing.saw(self, Awareness.DEAD, FOREVER_S)
        self.dead_s, self.cause, self.dead_at_m = life.now_s, cause, self.to_go()
        if self.arrived_s < 0:
            self.reached_alive = False
        self.decide(False)
        life.agenda.drop((About.BODY, self.index))
        self.tell(Event.DIED, float(cause))
        self.drop_out()

    def collapse(self) -> None:
        """He falls and gets up no more on this way."""
        if self.collapsed_s < 0:
            self.collapsed_s = self.life.now_s
            self.tell(Event.COLLAPSED, self.reserve)
            self.life.observing.happened(self, Sign.COLLAPSED)
            self.drop_out()

    def drop_out(self) -> None:
        """If he is bearing, the team stops now and sorts itself out."""
        team = self.life.team
        if team.mode == Mode.MOVING and self.with_team and self in team.bearing:
            team.why = Event.SWAPPED
            team.plan(self.life.now_s, Event.STINT_ENDS)

    def decide(self, alive: bool) -> None:
        """His state at thirty days is known."""
        self.alive_30 = alive

    def fit_again_s(self) -> int:
        """When his deep reserve is back at the duty level; -1: it never fell below, or he is dead."""
        duty = self.life.setting["duty_reserve"]
        if not self.alive_30 or self.reserve_spent <= 0.0 or self.reserve >= duty:
            return -1
        tau_s = self.life.draws.of(self.life.setting["recovery_tau_dist"], self.name, Draw.RECOVERY)
        return max(0, self.arrived_s) + int(tau_s * log((1.0 - self.reserve) / (1.0 - duty)))


def injury_severity_score(wounds: list[Wound]) -> int:
    """The squares of the three worst regions; 75 when any wound is a 6."""
    worst: dict[int, int] = {}
    for wound in wounds:
        worst[wound.region] = max(worst.get(wound.region, 0), wound.ais)
    if max(worst.values()) >= 6:
        return 75
    return sum(ais * ais for ais in sorted(worst.values())[-3:])
