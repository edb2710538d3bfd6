"""Saved, lost, necessary, sufficient: one life under the facts and again under an alternative.

All four come from a table of two by two: alive or dead under the facts, alive or dead under the alternative.
"""

from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from homeward.results import tally as t
from homeward.results.quantity import Measure
from homeward.results.results import ArmResult
from homeward.results.summary import share_of

DEATH, LIFE = "death", "life"


@dataclass(frozen=True)
class Turned:
    """How many lives ended how: under the facts, under the alternative, and turned by it one way or the other."""

    lives: int
    alive_then: int  # under the facts
    saved: int  # dead under the facts, alive under the alternative
    lost: int  # alive under the facts, dead under the alternative

    @classmethod
    def from_pairs(cls, row: np.ndarray) -> Self:
        """Read it from the row of `alive_at_30_days` in Tally.pairs."""
        net, changed = int(row[t.DIFFERENCE]), int(row[t.DIFFERENCE_SQUARES])
        return cls(int(row[t.PAIRS]), int(row[t.BASE_TOTAL]), (changed + net) // 2, (changed - net) // 2)

    @property
    def dead_then(self) -> int:
        return self.lives - self.alive_then

    @property
    def alive_otherwise(self) -> int:
        return self.alive_then + self.saved - self.lost

    @property
    def ending(self) -> tuple[str, float]:
        """How most of these lives ended under the facts, and in which share of them."""
        dead = self.dead_then / self.lives
        return (DEATH, dead) if dead >= 0.5 else (LIFE, 1 - dead)


@dataclass(frozen=True)
class Answers:
    """What a review says of an alternative, as shares; see `ArmResult`."""

    saved: Measure
    lost: Measure
    necessary: Measure
    sufficient: Measure

    def given_to(self, arm: ArmResult) -> ArmResult:
        """Return the arm's result with these answers in it."""
        return replace(arm, saved=self.saved, lost=self.lost, necessary=self.necessary, sufficient=self.sufficient)


def answers_of(agreeing: Turned, whole: Turned | None, ended: str) -> Answers:
    """Return the answers for an alternative.

    `agreeing` counts lives that agree with what was seen, `whole` lives whatever was seen (None: none were lived);
    `ended` is how the facts ended.
    """
    saved = share_of(agreeing.saved, agreeing.dead_then, "saved")
    lost = share_of(agreeing.lost, agreeing.alive_then, "lost")
    necessary = replace(saved if ended == DEATH else lost, label="necessary")
    return Answers(saved, lost, necessary, sufficiency(whole, ended))


def sufficiency(whole: Turned | None, ended: str) -> Measure:
    """Of all lives that end the other way under the alternative, the share that the decision made turns to this end."""
    if whole is None:
        return share_of(0, 0, "sufficient")
    if ended == DEATH:
        return share_of(whole.saved, whole.alive_otherwise, "sufficient")
    return share_of(whole.lost, whole.lives - whole.alive_otherwise, "sufficient")
