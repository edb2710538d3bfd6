"""A patient of the twin: who he is, where he is, and his body, which is looked at only when something happens."""

import math
from dataclasses import dataclass, field

from homeward.codes import Draw, Mechanism, Stage
from homeward.kernel.exponential import exp
from homeward.kernel.shapes import normal_quantile
from tests.reference.given import Row
from tests.reference.network_given import NetworkDraws, NetworkGiven

NEVER_S = 1 << 40


@dataclass(eq=False)
class Patient:
    """One patient. seat: his number in the agenda, which is handed on when he leaves."""

    seat: int
    number: int
    key: int
    condition: int
    arrived_s: int
    stage: Stage = Stage.NONE
    station: int = -1
    category: int = 2
    is_sorted: bool = False
    since_s: int = 0
    ends_s: int = NEVER_S
    look_s: int = NEVER_S
    dies_s: int = NEVER_S
    worsens_s: int = NEVER_S
    left_s: int = -1
    team: list[int] = field(default_factory=list)
    bed: int = -1
    visits: int = 0
    facility: int = -1
    goal: int = -1
    vehicle: int = -1
    waited_s: int = 0
    wait_s: int = 0
    missing: float = 0.0
    blood: float = 1.0
    touched_s: int = 0
    flow: float = 0.0
    clot: float = 0.0
    held: float = 0.75
    zero: float = 0.47
    threat: float = 0.0
    threat_done: float = 0.0
    debt: float = 0.0
    iss: float = -1.0
    age: float = -1.0
    mechanism: int = Mechanism.BLUNT


def category_drawn(draws: NetworkDraws, patient: Patient, chances: list[float]) -> int:
    """A category from cumulative chances."""
    certain = [c for c, chance in enumerate(chances) if chance >= 1.0 and (c == 0 or chances[c - 1] <= 0.0)]
    if certain:
        return certain[0]
    u = draws.uniform(patient.key, Draw.CATEGORY)
    return next((c for c, chance in enumerate(chances[:3]) if u < chance), 3)


class Bodies:
    """What is true of every body."""

    def __init__(self, given: NetworkGiven, draws: NetworkDraws) -> None:
        self.care, self.draws, self.given = given.care, draws, given

    def bring(self, patient: Patient) -> None:
        """The wounds of his condition."""
        row, of, key = self.given["conditions"][patient.condition], self.draws.of, patient.key
        patient.mechanism = row["mechanism"]
        z = 0.0
        if self.care["loss_sd"] > 0.0:
            z = self.care["loss_sd"] * normal_quantile(self.draws.uniform(key, Draw.RESILIENCE))
        patient.held = 1.0 - max(0.05, self.care["compensation_loss"] + z)
        patient.zero = min(1.0 - max(0.05, self.care["collapse_loss"] + z), patient.held - 0.01)
        bleed = row["bleed_dist"][category_drawn(self.draws, patient, row["category"])]
        patient.flow = of(bleed, key, Draw.BLEED_RATE) if bleed >= 0 else 0.0
        patient.clot = of(row["clot_dist"], key, Draw.CLOT_RATE) if row["clot_dist"] >= 0 else 0.0
        if row["lost_dist"] >= 0:
            patient.blood = max(0.0, 1.0 - of(row["lost_dist"], key, Draw.LOST_BEFORE))
        if row["threat_dist"] >= 0:
            patient.threat = 1.0 / max(1.0, of(row["threat_dist"], key, Draw.THREAT_TIME))

    def copy(self, patient: Patient, body: Row) -> None:
        """The body of somebody who was wounded elsewhere."""
        for mine, theirs in (
            ("flow", "flow_per_s"),
            ("clot", "clot_per_s"),
            ("threat", "threat_per_s"),
            ("age", "age_y"),
        ):
            setattr(patient, mine, body[theirs])
        for name in ("blood", "held", "zero", "threat_done", "debt", "iss", "mechanism"):
            setattr(patient, name, body[name])

    def changes(self, patient: Patient) -> bool:
        """Whether time alone changes this body."""
        return patient.flow > 0.0 or patient.threat > 0.0

    def lost_at_full_pressure(self, patient: Patient, dt_s: float) -> float:
        """Loss in so long, were pressure to stay normal."""
        if patient.clot <= 0.0:
            return patient.flow * dt_s
        return patient.flow * (1.0 - exp(-patient.clot * dt_s)) / patient.clot

    def blood_in(self, patient: Patient, dt_s: float) -> float:
        """The share of blood left so long after he was last looked at."""
        loss, spare = self.lost_at_full_pressure(patient, dt_s), patient.blood - patient.held
        if loss <= spare:
            return patient.blood - loss
        start = min(patient.blood, patient.held)
        rest = loss - max(0.0, spare)
        return patient.zero + (start - patient.zero) * exp(-rest / (patient.held - patient.zero))

    def pressure(self, patient: Patient, blood: float) -> float:
        """Mean pressure, mmHg."""
        share = (blood - patient.zero) / (patient.held - patient.zero)
        return float(self.care["map_normal_mmhg"] * min(1.0, max(0.0, share)))

    def look(self, patient: Patient, now_s: int) -> None:
        """Bring him up to now."""
        dt_s = float(now_s - patient.touched_s)
        patient.touched_s = now_s
        if dt_s <= 0.0:
            return
        if self.care["debt_death"] > 0.0:
            limit = self.care["debt_map_mmhg"]
            moments = [self.pressure(patient, self.blood_in(patient, part * dt_s)) for part in (0.0, 0.5, 1.0)]
            short = [max(0.0, limit - mmhg) for mmhg in moments]
            if short[2] > 0.0:
                patient.debt += (short[0] + 4.0 * short[1] + short[2]) / 6.0 * dt_s / 60.0
        patient.blood = self.blood_in(patient, dt_s)
        patient.flow *= exp(-patient.clot * dt_s) if patient.clot > 0.0 else 1.0
        patient.threat_done = min(1.0, patient.threat_done + patient.threat * dt_s)

    def share_at(self, patient: Patient, mmhg: float) -> float:
        """Blood at which his pressure is this."""
        return float(patient.zero + mmhg / self.care["map_normal_mmhg"] * (patient.held - patient.zero))

    def until(self, patient: Patient, target: float) -> float:
        """Seconds until his blood is down to a share; infinite when it never is."""
        if patient.blood <= target:
            return 0.0
        if patient.flow <= 0.0:
            return math.inf
        top = min(patient.blood, patient.held)
        loss = patient.blood - target
        if target < patient.held:
            loss = patient.blood - top
            loss += (patient.held - patient.zero) * math.log((top - patient.zero) / (target - patient.zero))
        if patient.clot <= 0.0:
            return loss / patient.flow
        part = loss * patient.clot / patient.flow
        return math.inf if part >= 1.0 - 1e-12 else -math.log(1.0 - part) / patient.clot

    def category(self, patient: Patient) -> int:
        """The category his body shows."""

        def below(mmhg: float) -> bool:
            return mmhg > 0.0 and patient.blood <= self.share_at(patient, mmhg) + 1e-9

        def severe(iss: float) -> bool:
            return iss > 0.0 and self.severity(patient) >= iss

        if severe(self.care["immediate_iss"]) or patient.threat > 0.0 or below(self.care["immediate_map_mmhg"]):
            return 0
        return 1 if severe(self.care["delayed_iss"]) or below(self.care["delayed_map_mmhg"]) else 2

    def severity(self, patient: Patient) -> float:
        """His ISS."""
        dist = self.given["conditions"][patient.condition]["iss_dist"]
        if patient.iss < 0.0:
            patient.iss = self.draws.of(dist, patient.key, Draw.SEVERITY) if dist >= 0 else 0.0
        return patient.iss

    def foresee(self, patient: Patient, now_s: int) -> None:
        """When he dies and when he is worse, if nothing is done."""
        patient.dies_s = patient.worsens_s = NEVER_S
        if not self.changes(patient):
            return
        dies = self.until(patient, self.share_at(patient, self.care["arrest_map_mmhg"]))
        if patient.threat > 0.0:
            dies = min(dies, (1.0 - patient.threat_done) / patient.threat)
        worse = math.inf
        mmhg = self.care["immediate_map_mmhg" if patient.category == 1 else "delayed_map_mmhg"]
        if patient.category > 0 and mmhg > 0.0:
            worse = self.until(patient, self.share_at(patient, mmhg))
        patient.dies_s, patient.worsens_s = moment(now_s, dies), moment(now_s, worse)


def moment(now_s: int, dt_s: float) -> int:
    """The whole second at which something has happened, later than now."""
    return NEVER_S if dt_s >= 1e10 else now_s + max(1, math.ceil(dt_s))
