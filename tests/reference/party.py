"""A party on the way: where it is and how fast it moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homeward.codes import Event, Mode
from tests.reference.agenda import About
from tests.reference.given import Row

if TYPE_CHECKING:
    from tests.reference.twin import Life


class Party:
    """Somebody with a place on the way. Positions are metres from where it happened."""

    number: int

    def __init__(self, life: Life, given: Row) -> None:
        self.life, self.name = life, given["name"]
        self.incident, self.setting = life.incident, life.setting
        self.at_m, self.speed, self.since_s = 0.0, 0.0, 0
        self.mode = Mode.IDLE

    def position(self) -> float:
        """Where they are now."""
        if self.speed == 0.0:
            return self.at_m
        return self.at_m + self.speed * float(self.life.now_s - self.since_s)

    def move(self, speed: float) -> None:
        """From here on they go at this speed (m/s, towards the end)."""
        self.at_m, self.speed, self.since_s = self.position(), speed, self.life.now_s

    def to_go(self) -> float:
        """Metres to the end of the way."""
        return max(0.0, self.incident["way_m"] - self.position())

    def plan(self, at_s: int, event: Event) -> None:
        """What they do next."""
        self.life.agenda.put(at_s, event, (About.PARTY, self.number))

    def soon(self, seconds: float, event: Event) -> None:
        """What they do after so many seconds, begun ones counted whole."""
        self.plan(self.life.now_s + 1 + int(seconds), event)

    def drop_plan(self) -> None:
        """They do nothing next."""
        self.life.agenda.drop((About.PARTY, self.number))

    def tell(self, event: Event, detail: float = 0.0, other: int = -1, to_go: float | None = None) -> None:
        """Write a line about them; the distance is the team's unless said otherwise."""
        to_go = self.life.team.to_go() if to_go is None else to_go
        self.life.record(event, -1 - self.number, other, to_go, detail)
