"""Carrying: who is carried, by whom, how, how fast and for how long."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

from homeward.codes import Draw, Means, Pace
from tests.reference.given import Row
from tests.reference.party import Party

if TYPE_CHECKING:
    from tests.reference.person import Person
    from tests.reference.twin import Life

HANDS = {Means.NONE: 0, Means.ON_THE_BACK: 1, Means.TWO_PERSON: 2, Means.LITTER: 4, Means.DRAG: 1}
NO_LIMIT_S = 1e9


class Bearers(Party):
    """The carrying half of the team."""

    leg: int
    stints: int

    def __init__(self, life: Life, given: Row) -> None:
        super().__init__(life, given)
        self.casualty: Person | None = None
        self.bearing: list[Person] = []
        self.means = Means.NONE

    def members(self) -> list[Person]:
        """Everybody with the team, dead or alive."""
        return [person for person in self.life.people if person.with_team]

    def path_speed(self) -> float:
        raise NotImplementedError

    def leave(self, person: Person) -> None:
        raise NotImplementedError

    # --- whom, who, how

    def choose_casualty(self) -> None:
        """Whom to carry, by what means, on whose back; whoever is too many is left."""
        helpless = [p for p in self.members() if not p.able and (p.alive or p is self.life.focus)]
        self.casualty = None
        self.means = Means.NONE
        if helpless:
            self.casualty = self.life.focus if self.life.focus in helpless else helpless[0]
            spare = len(self.takers()) - 1
            for person in helpless:
                if person is not self.casualty:
                    spare -= 1
                    if spare < 0:
                        self.leave(person)
            self.means = self.best_means()
        self.bearing = self.freshest()

    def takers(self) -> list[Person]:
        """Those who take turns at carrying."""
        able = [p for p in self.life.people if p is not self.casualty and p.carries and p.able]
        return able[: self.incident["bearers"]]

    def best_means(self) -> Means:
        """What the plan wants, or the best that those who are able allow."""
        means, count = Means(self.incident["means"]), len(self.takers())
        if means == Means.LITTER and count < 4:
            means = Means.TWO_PERSON
        if means == Means.TWO_PERSON and count < 2:
            means = Means.ON_THE_BACK
        return means if count else Means.NONE

    def freshest(self) -> list[Person]:
        """Those whose hands have most left, as many as the means needs; in the order of the people."""
        by_hold = sorted(self.takers(), key=lambda person: -person.hold)
        return sorted(by_hold[: HANDS[self.means]], key=lambda person: person.index)

    def most_impaired(self) -> Person:
        """The bearer whose own wounds hinder him most."""
        return max(self.bearing, key=lambda person: person.impairment)

    # --- loads

    def share_of(self, person: Person) -> float:
        """What he carries besides his kit (kg)."""
        assert self.casualty
        mass = self.casualty.mass
        shares = {
            Means.ON_THE_BACK: mass,
            Means.TWO_PERSON: 0.5 * mass,
            Means.LITTER: 0.25 * (mass + self.setting["litter_kg"]),
        }
        return person.kit + shares.get(self.means, 0.0)

    def held_by(self, person: Person) -> float:
        """What hangs on his hands (kg)."""
        assert self.casualty
        if self.means == Means.DRAG:
            return self.casualty.mass * self.setting["drag_friction"]
        return self.share_of(person) - person.kit

    def hold_time(self, person: Person) -> float:
        """Median seconds he can hold it."""
        return person.hold_time(self.means, self.held_by(person))

    def power_of(self, person: Person, speed: float) -> float:
        """Metabolic power (W) of a bearer; dragging adds the work against friction at an efficiency of 22 %."""
        assert self.casualty
        leg = self.life.legs[self.leg]
        power = person.walking_power(speed, leg["grade"], self.share_of(person), leg["terrain"])
        if self.means == Means.DRAG:
            power += self.setting["drag_friction"] * self.casualty.mass * 9.80665 * speed / 0.22
        return power

    def set_posture(self) -> None:
        """Who is carried upright dims sooner than who lies."""
        assert self.casualty
        upright = self.setting["upright"][self.means] > 0.0
        posture = self.setting["upright_factor"] if upright else 1.0
        if self.casualty.posture != posture and self.casualty.wounds:
            self.casualty.touch()
            self.casualty.posture = posture
            self.casualty.become_aware()

    # --- pace

    def speed_of_the_slowest(self) -> float:
        """m/s, never quite nothing."""
        speeds = [10.0]
        for person in self.life.people:
            if person.able:
                own = self.path_speed() * (1.0 - person.impairment)
                speeds.append(self.carrying_speed(person, own) if person in self.bearing else own)
        return max(0.05, min(speeds))

    def carrying_speed(self, person: Person, own: float) -> float:
        """The speed a bearer chooses by the policy."""
        setting, leg, load = self.setting, self.life.legs[self.leg], self.share_of(person)
        own *= setting["carry_speed"][self.means]
        hurry = setting["hurry_factor"] * own
        match Pace(self.incident["pace"]):
            case Pace.STEADY:
                watts, fastest = setting["steady_cp"] * person.cp, setting["steady_factor"] * own
            case Pace.ADAPTIVE:
                watts, fastest = person.cp + 0.9 * person.left() / max(60.0, self.to_go() / hurry), hurry
            case _:
                return hurry
        return person.speed_at(watts, leg["grade"], load, leg["terrain"], fastest)

    def resume_share(self) -> float:
        """Share of reserve and hold at which they go on."""
        pace = self.incident["pace"]
        name = {Pace.NEVER_REST: "resume_never", Pace.HURRY_AND_REST: "resume_hurry"}.get(pace, "resume_steady")
        return self.setting[name]

    def is_fresh(self, person: Person) -> bool:
        """Whether he could take over at once."""
        share = self.resume_share()
        return person.hold >= share and person.left() >= share * person.wprime

    # --- how long

    def put_to_work(self, speed: float) -> float:
        """Everybody does his part; returns the seconds until the first bearer must stop."""
        leg, until_s = self.life.legs[self.leg], NO_LIMIT_S
        for person in self.life.people:
            if not person.able:
                continue
            if person in self.bearing:
                until_s = min(until_s, self.bear(person, speed))
            else:
                watts = person.walking_power(speed, leg["grade"], person.kit, leg["terrain"])
                person.work(min(watts, 0.99 * person.cp))
        return until_s

    def bear(self, person: Person, speed: float) -> float:
        """He bears from now on; returns the seconds he can."""
        person.settle()
        self.feel_loss(person)
        power, spread = self.power_of(person, speed), self.setting["hold_spread"]
        median_s = self.hold_time(person)
        hold_s = self.life.draws.lognormal(median_s, spread, person.name, Draw.HOLD_TIME, self.stints)
        person.work(power, 1.0 / hold_s)
        hands_s = person.hold * hold_s
        return min(hands_s, person.left() / (power - person.cp)) if power > person.cp else hands_s

    def feel_loss(self, person: Person) -> None:
        """Critical power falls with the blood lost; less than half a per cent is not looked up."""
        if not person.wounds:
            return
        if person.flow() * float(self.life.now_s - person.touched_s) > 0.005 * person.blood0:
            person.touch()
        person.cp = person.cp0 * person.blood / person.blood0

    def stumble_time(self, speed: float) -> float:
        """Seconds to the next stumble."""
        setting, person = self.setting, self.most_impaired()
        spent = 1.0 - person.left() / person.wprime
        per_m = setting["stumble_per_km"] / 1000.0 * self.life.legs[self.leg]["stumble"] * setting["stumble_load"]
        per_m *= (1.0 + (setting["stumble_tired"] - 1.0) * spent) * (1.0 + person.impairment)
        return self.life.draws.exponential(1.0 / (per_m * speed), self.name, Draw.STUMBLE, self.stints)

    def knee_time(self) -> float:
        """Seconds until a hurt leg gives way."""
        person = self.most_impaired()
        per_min = self.setting["knee_per_min"] * person.impairment
        if per_min <= 0.0:
            return NO_LIMIT_S
        return self.life.draws.exponential(60.0 / per_min, person.name, Draw.KNEE, self.stints)

    def march_share(self) -> float:
        """Share of the day spent moving on a long leg."""
        of_day = self.setting["march_hours"] / 24.0
        if self.means == Means.NONE:
            return of_day
        share = self.resume_share()
        work_s = share * self.hold_time(self.most_impaired())
        rest_s = -self.setting["hold_tau_s"] * log(1.0 - share)
        teams = len(self.takers()) / max(1, HANDS[self.means])
        return min(1.0, max(1.0, teams) * work_s / (work_s + rest_s)) * self.setting["march_hours"] / 24.0

    def pace_the_march(self) -> None:
        """Bearers take turns below critical power."""
        for person in self.life.people:
            if person.able:
                person.work(min(person.power, 0.99 * person.cp))
