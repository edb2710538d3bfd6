"""Holding a life against what was seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homeward.codes import Awareness, Sign
from tests.reference.given import Row

if TYPE_CHECKING:
    from tests.reference.person import Person
    from tests.reference.twin import Life

FOREVER_S = 1 << 40


class Observing:
    """Which observations have held, and which can no longer."""

    def __init__(self, life: Life, observed: list[Row]) -> None:
        self.life, self.observed = life, observed
        self.held: set[int] = set()
        self.broken: set[int] = set()

    def saw(self, person: Person, level: Awareness, until_s: int) -> None:
        """He has been at this level from `awake_since_s` until until_s."""
        for number, seen in enumerate(self.observed):
            if seen["who"] != person.index or seen["sign"] >= Sign.ARRIVED:
                continue
            if person.awake_since_s <= seen["until_s"] and until_s > seen["from_s"]:
                if seen["sign"] & 1 << level:
                    self.held.add(number)
                elif seen["throughout"]:
                    self.broken.add(number)
            if until_s > seen["until_s"] and number not in self.held:
                self.broken.add(number)

    def happened(self, person: Person, sign: Sign) -> None:
        """Something that is no state happens to him now."""
        for number, seen in enumerate(self.observed):
            if seen["who"] == person.index and seen["sign"] == sign:
                in_time = seen["from_s"] <= self.life.now_s <= seen["until_s"]
                (self.held if in_time else self.broken).add(number)

    def conclude(self) -> None:
        """Whoever lives stays as he is, and the thirty days are known."""
        for number, seen in enumerate(self.observed):
            if seen["sign"] == Sign.SURVIVED:
                (self.held if self.life.people[seen["who"]].alive_30 else self.broken).add(number)
        for person in self.life.people:
            if person.alive:
                self.saw(person, person.awareness, FOREVER_S)

    def agrees(self) -> bool:
        """Whether this life is one that was seen."""
        return len(self.held) == len(self.observed) and not self.broken
