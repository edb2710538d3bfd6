"""What a planner asks of a life, each as whole numbers, so that sums over lives are exact in any order.

A share counts lives (0 or 1); a mean counts whole seconds, metres, people or ten-thousandths and is divided by `scale`
at the very end. A life that has no answer (care never came) is left out of that measure, and `n` says how many had one.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

TEN_THOUSANDTHS = 10_000


class Lives(NamedTuple):
    """Some lives of one arm: outcomes (n,) OUTCOME, fates (n, people) FATE, and whose fate is asked about."""

    outcomes: np.ndarray
    fates: np.ndarray
    focus: int
    carrier: int  # -1: nobody

    @property
    def of_focus(self) -> np.ndarray:
        return self.fates[:, self.focus]

    @property
    def of_carrier(self) -> np.ndarray:
        return self.fates[:, self.carrier]

    def where(self, wanted: np.ndarray) -> "Lives":
        """Return some of these lives: wanted is (n,) bool."""
        return self._replace(outcomes=self.outcomes[wanted], fates=self.fates[wanted])

    @property
    def others(self) -> np.ndarray:
        """(n, people) bool: with the team, and not the person asked about."""
        others = self.fates["team0"] == 1
        others[:, self.focus] = False
        return others


Answer = tuple[np.ndarray, np.ndarray | None]
"""(n,) whole numbers, and (n,) bool of the lives that have an answer, or None when all have."""


@dataclass(frozen=True)
class Definition:
    """A measure: its name in JSON, what tables call it, its unit, and how a life answers it.

    `scale` divides the whole numbers into the unit; a share has unit "share" and scale 1.
    """

    name: str
    label: str
    unit: str
    answer: Callable[[Lives], Answer]
    scale: int = 1

    @property
    def is_share(self) -> bool:
        return self.unit == "share"


def came_after(seconds: np.ndarray) -> Answer:
    return seconds, seconds >= 0


def quantised(share: np.ndarray) -> np.ndarray:
    return np.rint(share * TEN_THOUSANDTHS)


def all_home_alive(lives: Lives) -> Answer:
    alive_or_elsewhere = (lives.fates["alive_30"] == 1) | (lives.fates["team0"] == 0)
    return alive_or_elsewhere.all(axis=1), None


def others_alive(lives: Lives) -> Answer:
    return ((lives.fates["alive_30"] == 1) | ~lives.others).all(axis=1), None


def others_lost(lives: Lives) -> Answer:
    return ((lives.fates["alive_30"] != 1) & lives.others).sum(axis=1), None


def blood_lost_on_arrival(lives: Lives) -> Answer:
    focus = lives.of_focus
    return quantised(100 * (1 - focus["arrival_blood"])), focus["alive_on_arrival"] == 1


def metres_short_at_death(lives: Lives) -> Answer:
    focus = lives.of_focus
    return np.rint(focus["dead_at_m"]), (focus["dead_s"] >= 0) & (focus["alive_on_arrival"] != 1)


def limb_kept(lives: Lives) -> Answer:
    focus = lives.of_focus
    return focus["limb_lost"] == 0, focus["alive_30"] == 1


def reserve_spent(lives: Lives) -> Answer:
    return quantised(100 * lives.of_carrier["reserve_spent"]), None


def carrier_work(lives: Lives) -> Answer:
    return np.rint(lives.of_carrier["spent_kj"]), None


def carrier_days_to_duty(lives: Lives) -> Answer:
    return came_after(lives.of_carrier["fit_s"])


def share(name: str, label: str, question: Callable[[Lives], np.ndarray]) -> Definition:
    """A yes-or-no question that every life answers."""
    return Definition(name, label, "share", lambda lives: (question(lives), None))


OF_THE_FOCUS = (
    share("alive_on_arrival", "alive on arrival", lambda lives: lives.of_focus["alive_on_arrival"] == 1),
    share("alive_at_30_days", "alive at 30 days", lambda lives: lives.of_focus["alive_30"] == 1),
    Definition("all_home_alive", "whole team alive at 30 days", "share", all_home_alive),
    Definition("others_alive", "all the others alive at 30 days", "share", others_alive),
    Definition("others_lost", "others lost by 30 days", "people", others_lost),
    Definition(
        "minutes_to_arrival",
        "time to arrival, alive or dead",
        "min",
        lambda lives: came_after(lives.of_focus["arrived_s"]),
        60,
    ),
    Definition("minutes_to_care", "time to care", "min", lambda lives: came_after(lives.of_focus["care_s"]), 60),
    Definition("minutes_to_death", "time to death", "min", lambda lives: came_after(lives.of_focus["dead_s"]), 60),
    Definition("metres_short_at_death", "distance to go at death", "m", metres_short_at_death),
    Definition("blood_lost_on_arrival", "blood lost, if alive on arrival", "%", blood_lost_on_arrival, TEN_THOUSANDTHS),
    Definition("limb_kept", "limb kept, of survivors", "share", limb_kept),
    share("caught_by_pursuers", "caught by pursuers", lambda lives: lives.outcomes["caught"] > 0),
    Definition("rests", "rests on the way", "times", lambda lives: (lives.outcomes["rests"], None)),
)
OF_THE_CARRIER = (
    share("carrier_alive", "carrier alive at 30 days", lambda lives: lives.of_carrier["alive_30"] == 1),
    share("carrier_collapsed", "carrier collapsed", lambda lives: lives.of_carrier["collapsed"] > 0),
    Definition("reserve_spent", "carrier's reserve spent", "%", reserve_spent, TEN_THOUSANDTHS),
    Definition("carrier_work", "carrier's work above rest", "kJ", carrier_work),
    Definition("carrier_days_to_duty", "carrier fit for duty after", "days", carrier_days_to_duty, 86_400),
)
"""In the order of tables."""


def definitions_for(has_carrier: bool) -> tuple[Definition, ...]:
    """Return the measures that these lives can answer."""
    return OF_THE_FOCUS + OF_THE_CARRIER if has_carrier else OF_THE_FOCUS


def columns(lives: Lives, definitions: tuple[Definition, ...]) -> tuple[np.ndarray, np.ndarray]:
    """Return (measures, n) int64 answers, 0 where there is none, and (measures, n) bool of where there is one."""
    values = np.zeros((len(definitions), len(lives.outcomes)), np.int64)
    answered = np.ones(values.shape, bool)
    for row, definition in enumerate(definitions):
        values[row], has_one = definition.answer(lives)
        if has_one is not None:
            answered[row] = has_one
    values[~answered] = 0
    return values, answered
