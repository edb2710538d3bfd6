"""Plain-Python twin of the way back: a person with body, mind, home and ties, and what each of them needs to know."""

from dataclasses import dataclass, field
from math import exp, log
from typing import TYPE_CHECKING

from homeward.codes import Aid, Draw, DutyStatus, LimbStage, Mind, Tie

if TYPE_CHECKING:
    from tests.reference.year_folk import Village

DAY_S = 86400
SOFT, DEEP, AMPUTATION = range(3)
FREE, WARD, HOME, TRAVELLING, CARING = range(5)
NO_RETURN, LIGHTER, FULL = range(3)
WORKING = {LimbStage.LEARNING, LimbStage.WALKING}
FREE_STATUSES = {
    DutyStatus.AVAILABLE,
    DutyStatus.VILLAGE_ONLY,
    DutyStatus.RETIRED,
    DutyStatus.ON_LEAVE,
    DutyStatus.RESTING,
}
AWAY_STATUSES = {DutyStatus.ON_MISSION, DutyStatus.TRAVELLING, DutyStatus.AT_EXAM}
GONE = {DutyStatus.FALLEN, DutyStatus.MISSING, DutyStatus.ABSENT}


@dataclass
class Bonded:
    """What `to` is to somebody."""

    to: "Villager"
    kind: Tie
    strength: float
    visits: bool
    after_s: int
    cares: bool
    trusted: bool


@dataclass
class Villager:
    """Everything about one person."""

    village: "Village"
    i: int
    status: DutyStatus = DutyStatus.AVAILABLE
    patient: bool = False
    rank: int = 2
    bonds: list[Bonded] = field(default_factory=list)
    # wound
    iss: int = 0
    limb_lost: bool = False
    wounded_s: int = -1
    woundings: int = 0
    leg: float = 0.0
    lost: float = 0.0
    kind: int = SOFT
    amputee: bool = False
    recovering: bool = False
    began_s: int = -1
    returns: int = 0
    closes_d: float = 0.0
    needs_d: float = 0.0
    infected_d: float = 0.0
    healed_d: float = 0.0
    function0: float = 0.0
    healed: float = 1.0
    function: float = 1.0
    stopped_until_s: int = 0
    setbacks: int = 0
    closed: bool = False
    fit: bool = False
    # getting about
    aid: Aid = Aid.NONE
    score: float = 0.0
    sessions: int = 0
    session_s: int | None = None
    detrained: float = 0.0
    touched_s: int = 0
    # reserve
    reserve: float = 1.0
    reserve_s: int = 0
    low: bool = False
    # home
    place: int = FREE
    home_s: int | None = None
    climbed: bool = False
    out: bool = False
    outings: int = 0
    carer: "Villager | None" = None
    cares_for: "Villager | None" = None
    # prosthesis
    limb: LimbStage = LimbStage.NONE
    limb_s: int | None = None
    companion: "Villager | None" = None
    goes_with: "Villager | None" = None
    away: bool = False
    returning: int = 0
    upkeeps: int = 0
    repair_s: int | None = None
    # mind
    acute: float = 0.0
    burden: float = 0.0
    support: float = 0.0
    settled_s: int = 0
    state: Mind = Mind.WELL
    idle: bool = False
    told_s: int | None = None
    news_s: int | None = None
    visited_s: int | None = None
    watch: int = 0
    kept: int = 0
    watch_s: int = 0
    watcher: int = -1
    sat_today: bool = False
    next_day: int | None = None

    # --- draws and small questions

    def u(self, purpose: Draw, nth: int) -> float:
        """One of his uniforms."""
        return self.village.draws.uniform(self.i + 1, purpose, nth)

    def drawn(self, dist: int, purpose: Draw, nth: int) -> float:
        """One of his variates."""
        return self.village.draws.of(dist, self.i + 1, purpose, nth)

    def scattered(self, purpose: Draw, nth: int, median: float, sigma: float) -> float:
        """One of his log-normal variates."""
        return self.village.draws.lognormal(median, sigma, self.i + 1, purpose, nth)

    @property
    def gone(self) -> bool:
        """Dead, missing, or never there."""
        return self.status in GONE

    @property
    def here(self) -> bool:
        """In the village and on his feet."""
        elsewhere = self.gone or self.patient or self.status in AWAY_STATUSES or self.away or self.goes_with is not None
        return not elsewhere and self.place == FREE and self.state < Mind.WITHDRAWN

    @property
    def spare(self) -> bool:
        """Here, and bound by nothing."""
        return self.helpful and self.status in FREE_STATUSES

    @property
    def helpful(self) -> bool:
        """Here, grown up, and looking after nobody."""
        grown = self.village.bodies[self.i]["age_y"] >= self.village.folk["grown_y"]
        return self.here and grown and self.cares_for is None

    @property
    def whereabouts(self) -> int:
        """What place_of says."""
        if self.away or self.goes_with is not None:
            return TRAVELLING
        return CARING if self.cares_for is not None else self.place

    # --- reserve

    def reserve_now(self) -> float:
        """Share of the deep reserve."""
        if self.reserve >= 1.0:
            return 1.0
        return 1.0 - (1.0 - self.reserve) * exp(-(self.village.now_s - self.reserve_s) / self.reserve_tau())

    def reserve_tau(self) -> float:
        """His time constant, s."""
        return self.drawn(self.village.folk["reserve_tau_dist"], Draw.RECOVERY, 0)

    # --- walking

    def capacity(self) -> float:
        """Share of his power left."""
        folk, now_s = self.village.folk, self.village.now_s
        missing = 0.0
        if self.lost > 0.0:
            missing = self.lost * folk["blood_kept"] * exp(-max(0, now_s - self.wounded_s) / folk["blood_tau_s"])
        well = 1.0 - folk["sick"] * (1.0 - self.healed)
        return well * (1.0 - self.detrained) * (1.0 - missing) * self.village.aids[self.aid]["muscle"]

    def skill(self) -> float:
        """With the aid in use."""
        if self.aid == Aid.NONE:
            return 1.0
        most = self.village.folk["score_most"][self.aid in (Aid.PROSTHESIS, Aid.PROSTHESIS_AND_CRUTCH)]
        low = self.village.folk["score_chair"]
        return min(1.0, max(0.0, (self.score - low) / (most - low)))

    def own(self, speed: float) -> float:
        """A beginner is slower."""
        slow = self.village.folk["novice_speed"]
        return speed * (slow + (1.0 - slow) * self.skill())

    def clumsy(self) -> float:
        """And spends more."""
        return 1.0 + self.village.folk["novice_cost"] * (1.0 - self.skill())

    def powers(self) -> tuple[float, float]:
        """Critical power (W/kg) and W' (J/kg)."""
        body = self.village.bodies[self.i]
        share = self.capacity()
        cp = self.village.folk["cp_share"] * body["vo2max_w"] / body["mass_kg"] * share
        return cp, body["wprime_j"] / body["mass_kg"] * share

    def walk(self, metres: float) -> tuple[float, float]:
        """Time (s) and what is left of W' after so many metres from rest."""
        folk, aid = self.village.folk, self.village.aids[self.aid]
        cp, full = self.powers()
        if aid["speed_mps"] <= 0.0:
            return -1.0, full
        cost = (aid["oxygen_ml_kg_m"] * folk["oxygen_j_ml"] - folk["rest_w_kg"] / aid["speed_mps"]) * self.clumsy()
        own = self.own(aid["speed_mps"])
        speed = min(own, max(folk["slowest"] * own, (cp - folk["rest_w_kg"]) / cost))
        over = folk["rest_w_kg"] + cost * speed - cp
        if over <= 1e-9:
            return metres / speed, full
        passed, left, again = 0.0, full, max(1e-3, folk["rest_until"] * full)
        pause_s = -folk["rest_tau_s"] * log(1.0 - folk["rest_until"])
        while metres / speed * over > left:
            passed += left / over + pause_s
            metres -= left / over * speed
            left = again
        return passed + metres / speed, left - metres / speed * over

    def climbs(self, left: float) -> bool:
        """Whether his stairs are not too much."""
        folk, aid = self.village.folk, self.village.aids[self.aid]
        if self.village.flights == 0:
            return True
        if aid["stairs"] <= 0.0:
            return False
        dear = aid["oxygen_ml_kg_m"] / self.village.aids[Aid.NONE]["oxygen_ml_kg_m"] * self.clumsy()
        work = 9.80665 * folk["flight_m"] / folk["efficiency"] * dear
        time_s = folk["stair_m"] / self.own(folk["stair_mps"] * aid["stairs"])
        cp, full = self.powers()
        needed = max(0.0, work + (folk["rest_w_kg"] - cp) * time_s)
        for _ in range(self.village.flights):
            left = max(left, folk["rest_until"] * full) - needed
            if left < 0.0:
                return False
        return True
