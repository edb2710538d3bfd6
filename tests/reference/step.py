"""God's Step: a day's travel in a second, paid from the user's own reserve."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

from homeward.codes import Cause, Draw, Event, Mode, Status
from tests.reference.strength import tobler

if TYPE_CHECKING:
    from tests.reference.person import Person
    from tests.reference.twin import Life


class Step:
    """The one who can step, and what it does to him and the others."""

    def __init__(self, life: Life) -> None:
        self.life, self.setting = life, life.setting
        user = life.incident["step_user"]
        self.user = life.people[user] if user >= 0 else None

    def is_possible(self) -> bool:
        """Whether he can still take them home."""
        team = self.life.team
        return team.steps_left > 0 and self.user is not None and self.user.able and team.to_go() > 0.0

    def gather(self) -> None:
        """He gathers himself."""
        life, team = self.life, self.life.team
        assert self.user
        team.mode = Mode.GATHERING
        dist = self.setting["step_prepare_dist"]
        prepare_s = life.draws.of(dist, self.user.name, Draw.STEP_PREPARE, team.steps_left)
        team.plan(life.now_s + max(1, int(prepare_s)), Event.STEP_READY)

    def take(self) -> None:
        """One step, and on from there."""
        life, team, user = self.life, self.life.team, self.user
        if not self.is_possible():
            team.set_off()
            return
        assert user
        casualty = team.first_helpless()
        self.others_follow(casualty)
        nth = team.steps_left
        team.steps_left -= 1
        cost = life.draws.of(self.setting["step_cost_dist"], user.name, Draw.STEP_COST, nth)
        team.at_m = min(life.incident["way_m"], team.at_m + self.setting["step_range_m"])
        team.move(0.0)
        other = casualty.index if casualty else -1
        user.tell(Event.STEP_READY, cost, other, team.to_go())
        user.tell(Event.LANDED_HARD, self.setting["step_noise_m"], other, team.to_go())
        self.pay(user, cost)
        life.care.handle_roughly(casualty, self.setting["step_jolt"])
        if team.to_go() <= 1e-6:
            team.reach(expected=True)
        else:
            team.set_off()

    def others_follow(self, casualty: Person | None) -> None:
        """Only two travel by the step."""
        team, life = self.life.team, self.life
        for person in team.members():
            if person is not self.user and person is not casualty:
                person.left_m = team.at_m
                if not person.able:
                    person.status = Status.LEFT
                    continue
                person.status = Status.FOLLOWING
                speed = tobler(0.0) * life.legs[0]["speed"] * max(0.1, 1.0 - person.impairment)
                speed *= self.setting["march_hours"] / 24.0
                person.plan(life.now_s + int(team.to_go() / speed) + 1, Event.ARRIVED)

    def pay(self, user: Person, cost: float) -> None:
        """It leaves his reserve; overdrawn, it may kill him."""
        team = self.life.team
        user.reserve -= cost
        user.reserve_spent += cost
        if user.reserve < 0.0:
            chance = 1.0 - exp(self.setting["step_death"] * user.reserve)
            if self.life.draws.uniform(user.name, Draw.OVERDRAWN, team.steps_left) < chance:
                user.die(Cause.OVERDRAWN)
                return
        if user.reserve < self.setting["step_collapse"]:
            user.collapse()
        elif user.reserve < self.setting["step_stagger"]:
            user.tell(Event.STAGGERED, user.reserve, to_go=team.to_go())
